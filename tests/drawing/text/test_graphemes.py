"""Grapheme clusters: the rules one by one, and what holds for every text."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.text import clusters
from argmap.drawing.text.graphemes import is_plain, kinds

TEXTS = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    "cluster",
    [
        "e\u0301",
        "\r\n",
        "न\u093f",
        "क\u094dष",  # KA, virama, SSA: drawn as one
        "क\u094d\u200dष",
        "ක\u0dca\u200dර",
        "ខ\u17d2ម\u17c2",
        "กำ",
        "ກຳ",
        "\u1112\u1161\u11ab",
        "\ud558\u11ab",
        "\ud55c\u11ab",
        "\u1112\u1112",
        "\U0001f1e9\U0001f1ea",
        "\U0001f44d\U0001f3fd",
        "\U0001f469\U0001f3fd\u200d\U0001f680",
        "\u2764\ufe0f\u200d\U0001f525",
        "\U0001f469\u094d\u200d\U0001f52c",
        "1\ufe0f\u20e3",
        "\u06001",
        "か\u3099",
        "ｶﾞ",
        "Z" + "\u0337" * 400,
    ],
)
def test_what_is_one_to_a_reader_is_one_cluster(cluster: str) -> None:
    """If this fails, a line may break inside what a reader takes for one character."""
    assert clusters(f"x{cluster}y") == ("x", cluster, "y")
    assert clusters(cluster) == (cluster,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n\r", ("\n", "\r")),
        ("\r\u0301", ("\r", "\u0301")),
        ("\U0001f1e9\U0001f1ea\U0001f1eb", ("\U0001f1e9\U0001f1ea", "\U0001f1eb")),
        ("a\u200d\U0001f469", ("a\u200d", "\U0001f469")),
        ("\U0001f469a", ("\U0001f469", "a")),
        ("कष", ("क", "ष")),
        ("क\u094da", ("क\u094d", "a")),
        ("\u11ab\u1161", ("\u11ab", "\u1161")),
        ("\ud55c\u1161", ("\ud55c", "\u1161")),
        ("\u0600\n", ("\u0600", "\n")),
        ("\u0600\u0601", ("\u0600\u0601",)),
        ("a\u200bb", ("a", "\u200b", "b")),
        ("\u0301a", ("\u0301", "a")),
        ("\ud800\u0301", ("\ud800", "\u0301")),
        ("", ()),
    ],
)
def test_what_stands_apart_stays_apart(text: str, expected: tuple[str, ...]) -> None:
    """If this fails, two characters are taken for one and can't be told apart where a text is cut."""
    assert clusters(text) == expected


@given(TEXTS)
def test_clusters_joined_are_the_text(text: str) -> None:
    """If this fails, a character is lost or doubled on the way."""
    assert "".join(clusters(text)) == text
    assert all(clusters(text))


@given(TEXTS)
def test_clusters_are_found_again_in_themselves(text: str) -> None:
    """If this fails, a cluster cut out of a text falls apart."""
    assert all(clusters(cluster) == (cluster,) for cluster in clusters(text))


def test_every_character_called_plain_is_one_with_no_rule() -> None:
    """If this fails, the short way skips a rule, and marks are torn off their letters."""
    everything = map(chr, range(sys.maxunicode + 1))
    plain = "".join(character for character in everything if is_plain(character))
    assert "\r" not in plain
    assert len(plain) > 40_000
    assert set(kinds(plain)) <= set("ncoEAB")


@pytest.mark.parametrize(
    "pattern", ["\u0301", "क\u094d", "\u0600", "\U0001f469\u200d", "e\u0301", "\u1112"]
)
def test_long_runs_take_time_in_proportion(pattern: str) -> None:
    """If this fails, a hostile text makes the pattern match the same characters again and again."""
    assert "".join(clusters(pattern * 50_000)) == pattern * 50_000
