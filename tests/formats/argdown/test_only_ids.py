"""Titles that are nothing but ids."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import argmap
from argmap.formats.argdown.own import is_machine_made, is_slug
from argmap.source import SourceText

Written = Callable[[argmap.ArgumentMap], argmap.Rendering]


def _claims(text: str) -> list[tuple[str, str]]:
    map = argmap.parse(SourceText("d.argdown", text), format="argdown").map
    return [(claim.id, claim.title) for claim in map.claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[they-are-slow]: They are slow.\n", [("they-are-slow", "")]),
        ("[they-are-slow-2]: They are slow.\n", [("they-are-slow-2", "")]),
        (
            "They are slow.\n\n[they-are-slow]: They are slow.\n",
            [("they-are-slow-2", ""), ("they-are-slow", "")],
        ),
        ("[they-are-fast]: They are slow.\n", [("they-are-fast", "they-are-fast")]),
        ("[slow]: Slow.\n", [("slow", "slow")]),
        ("[they-are-slow]\n", [("they-are-slow", "they-are-slow")]),
        ("[a-b]: A b. {argmap: {title: a-b}}\n", [("a-b", "a-b")]),
        ("===\nargmap: {ids: A}\n===\n\n[A]: a\n\n[B]: b\n", [("A", ""), ("b", "B")]),
        (
            "===\nargmap: {ids: all}\n===\n\n[A]: a\n\n[B]: b {argmap: {id: X}}\n\nC\n",
            [("A", ""), ("X", "B"), ("c", "")],
        ),
    ],
)
def test_which_titles_are_ids(text: str, claims: list[tuple[str, str]]) -> None:
    """A title would vanish, or an id be shown above every claim."""
    assert _claims(text) == claims


def test_what_nobody_writes() -> None:
    """A person's title would be taken for an id."""
    assert is_slug("co-ops-are-good", "Co-ops are good.")
    assert not is_slug("co-ops", "Co-ops are good.")
    assert not is_slug("-2", "?")
    assert not is_slug("co-ops-are-good-too", "Co-ops are good.")
    assert is_machine_made("support-12")
    assert is_machine_made("2_164926129380455983")
    assert is_machine_made("ae3f0c7f-9f69-4cab-9db3-3b9c46f56e09")
    assert not is_machine_made("R1-T")


def test_ids_are_listed_where_most_titles_are_titles(written: Written) -> None:
    """Every title would need data that says that it is one."""
    titled = [argmap.Claim(f"t{n}", f"Text {n}.", f"T{n}") for n in range(4)]
    more = [argmap.Claim("x", "Some text."), argmap.Claim("y", "Other text.", "Why")]
    text = written(argmap.ArgumentMap(claims=(*titled, *more))).text
    assert "argmap: {ids: [x]}\n" in text
    assert text.count("argmap") == 2
