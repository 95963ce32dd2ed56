"""Where data in braces ends."""

from __future__ import annotations

import pytest

from argmap.formats.argdown.ahead import Ahead
from argmap.formats.argdown.extent import data_ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("{a: 1}", ["{a: 1}", "{a: 1}"]),
        ("{a: 1} b }", ["{a: 1}", "{a: 1}"]),
        ("{a: 1}\n  + [B] {c: 2}", ["{a: 1}", "{a: 1}"]),
        ("{a: {b: 1}, c: 2}", ["{a: {b: 1}, c: 2}", "{a: {b: 1}, c: 2}"]),
        ("{a: '}' } x", ["{a: '}' }", "{a: '}' }"]),
        ("{a: 1},", []),
        ("{a: {b}", ["{a: {b}"]),
        ("{a: 1}} , {", []),
        ("{a", []),
    ],
)
def test_ends(text: str, ends: list[str]) -> None:
    """Data would swallow the words behind it, or end in a quotation."""
    assert [text[:end] for end in data_ends(Ahead(text), 0)] == ends


def test_patience_ends() -> None:
    """A document of braces alone would be searched to its end for each of them."""
    text = "{" * 2_000 + "}"
    ahead = Ahead(text)
    tried = sum(1 for at in range(2_000) for _ in data_ends(ahead, at))
    assert 0 < tried < 1_000
    assert ahead.patience < 0
