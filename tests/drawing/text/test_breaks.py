"""Where lines may break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.text.breaks import break_kinds, pieces, smaller_pieces
from argmap.drawing.text.graphemes import clusters


def cut(text: str) -> list[str]:
    """The pieces of a text."""
    atoms = clusters(text)
    return ["".join(atoms[a:b]) for a, b in zip(*pieces(break_kinds(atoms)), strict=True)]


def cut_small(text: str) -> list[str]:
    """The parts of a text that is one piece too long for a line."""
    atoms = clusters(text)
    found = smaller_pieces(break_kinds(atoms), 0, len(atoms))
    return ["".join(atoms[a:b]) for a, b in zip(*found, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", ["one", "two"]),
        ("self-made", ["self-", "made"]),
        ("co-op e-mail F-16 -5 --flag a-b", ["co-op", "e-mail", "F-16", "-5", "--flag", "a-b"]),
        ("costs—rents", ["costs—", "rents"]),
        ("1914–1918", ["1914–", "1918"]),
        ("and/or", ["and/", "or"]),
        ("1/2 /usr https://a", ["1/2", "/usr", "https://a"]),
        (
            "f(x), don't; l’œuvre «oui» wait…what",
            ["f(x),", "don't;", "l’œuvre", "«oui»", "wait…what"],
        ),
        ("12\u00a0% a\u2060b\u202fc\u2011d", ["12\u00a0%", "a\u2060b\u202fc\u2011d"]),
        ("one\u200btwo", ["one\u200b", "two"]),
        ("国家，应当。", ["国", "家，", "应", "当。"]),
        ("「日本」（東京）！？", ["「日", "本」", "（東", "京）！？"]),
        ("コンピューターっと人々", ["コ", "ン", "ピュー", "ターっ", "と", "人々"]),
        ("参见2020年abc国", ["参", "见", "2020", "年", "abc", "国"]),
        ("国(a)家", ["国", "(a)", "家"]),
        ("値段は￥100", ["値", "段", "は", "￥100"]),
        ("国\u3000家", ["国", "家"]),
        ("모든 인간은", ["모든", "인간은"]),
        ("มนุษย์ทั้งหลาย เกิดมา", ["มนุษย์ทั้งหลาย", "เกิดมา"]),
        ("😀👍🏽 ok", ["😀", "👍🏽", "ok"]),
        (" \u0301a b", [" \u0301a", "b"]),  # a mark on a space
    ],
)
def test_a_line_breaks_here_and_nowhere_else(text: str, expected: list[str]) -> None:
    """If this fails, lines break where a reader stumbles, or run on for want of a break."""
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "https://example.com/a_b?q=1&r=%20#top",
            ["https://", "example.", "com/", "a_", "b?", "q=", "1&", "r=%", "20#", "top"],
        ),
        ("C:\\users\\me@home.org", ["C:\\", "users\\", "me@", "home.", "org"]),
        ("state-of-the-art", ["state-", "of-", "the-", "art"]),
        ("เกิดมามีอิสระ", ["เกิ", "ด", "มา", "มี", "อิ", "ส", "ระ"]),
        ("ເສລີພາບ", ["ເສ", "ລີ", "ພາ", "ບ"]),
        ("Donaudampfschiff", ["Donaudampfschiff"]),
    ],
)
def test_a_word_too_long_breaks_after_signs_and_between_thai_syllables(
    text: str, expected: list[str]
) -> None:
    """If this fails, addresses and Thai phrases are broken anywhere, or leave their box."""
    assert cut_small(text) == expected


@given(st.text(st.sampled_from("ab1 -/—.(「国。ー\u200b\u0301ไทะ😀\u200d\U0001f3fd&"), max_size=40))
def test_pieces_are_in_order_and_leave_out_only_spaces(text: str) -> None:
    """If this fails, text is lost or doubled where lines break."""
    text = " ".join(text.split())
    atoms = clusters(text)
    starts, stops = pieces(break_kinds(atoms))
    gaps = ["".join(atoms[a:b]) for a, b in zip([0, *stops], [*starts, len(atoms)], strict=True)]
    assert set(gaps) <= {"", " "}
    assert gaps[0] == gaps[-1] == ""
    assert all(start < stop for start, stop in zip(starts, stops, strict=True)) or not text
