"""The adversarial cases whose full size takes seconds each; ``pytest tests/nightly`` runs them."""

from __future__ import annotations

import pytest

import argmap


@pytest.mark.parametrize(
    ("number", "document", "format", "said"),
    [
        ("A17", f"- {'x' * 10_000_000}\n", "outline", "10,000,000 text characters"),
        ("A17", f"[A]: {'x' * 10_000_000}\n", "argdown", "10,000,000 text characters"),
        (
            "B10",
            f'{{"argmap": 1, "claims": [{",".join(["{}"] * 1_000_000)}]}}',
            "json",
            "1,000,000 claims",
        ),
        ("C6", f"<arggraph>{'<a/>' * 1_000_000}</arggraph>", "arggraph", "1,000,001 xml elements"),
    ],
    ids=["A17-outline", "A17-argdown", "B10", "C6"],
)
def test_the_full_size(number: str, document: str, format: str, said: str) -> None:
    """A limit would hold for the small case alone."""
    with pytest.raises(argmap.TooLarge) as caught:
        argmap.parse(document, format=format)
    assert said in str(caught.value), number


@pytest.mark.parametrize("start", ["<", '<a b="', "<!-- ", "<![CDATA["])
def test_c8_an_unclosed_token_of_40_mb(start: str) -> None:
    """Older expat takes quadratic time for it."""
    with pytest.raises(argmap.ReadError, match="isn't closed"):
        argmap.parse(f"<arggraph>{start}{'a' * 40_000_000}", format="arggraph")
