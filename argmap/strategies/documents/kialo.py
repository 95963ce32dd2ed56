"""Text exports of Kialo discussions, in both of its dialects."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ..elements import PICK
from ..made import made, together
from ..texts import texts
from .broken import broken

__all__ = ["kialo_exports"]


def kialo_exports(*, dirty: bool = False, max_claims: int = 8) -> st.SearchStrategy[str]:
    """Exports of discussions on Kialo: theses, pros and cons below them, references, sources.

    ``dirty=True`` breaks some of them, see `argmap.strategies.documents.broken`.

    >>> from argmap.strategies import smallest
    >>> print(smallest(kialo_exports(), lambda text: "Con" in text))
    Discussion Name:
    It is so.
    <BLANKLINE>
    1. Thesis:
    It is so.
    <BLANKLINE>
      1.1. Con:
      It is so.
    <BLANKLINE>
    """
    words = made(lambda text: text or "It is so.", texts())
    claim = together(words, PICK, st.integers(0, 9))
    claims = st.lists(claim, min_size=1, max_size=max_claims)
    exports = made(_export, words, claims, st.booleans(), st.booleans())
    return exports.flatmap(broken) if dirty else exports


def _export(title: str, claims: list[Any], older: bool, sourced: bool) -> str:
    numbers = _numbers([(pick, 0 if older else roll) for _, pick, roll in claims])
    lines = [f"Discussion Title: {title}" if older else f"Discussion Name:\n{title}", ""]
    firm = [each for each, (_, _, roll) in zip(numbers, claims, strict=True) if roll != 9]
    for (text, pick, roll), number in sorted(zip(claims, numbers, strict=True), key=_order):
        seen = [each for each in firm if each.count(".") == 1 and not number.startswith(each)]
        said = f"{text} [1]" if sourced else text
        if roll == 9 and seen and "." in number:
            said = f"-> See {seen[pick % len(seen)]}."
        depth = number.count(".")
        word = ("Pro" if roll % 2 else "Con") if depth else "Thesis"
        indent = "  " * depth
        head = f"{number}. {said}" if older and not depth else f"{number}. {word}: {said}"
        lines += [head] if older else [f"{indent}{number}. {word}:", f"{indent}{said}", ""]
    if sourced:
        lines += ["", "Sources:", "", "[1] https://example.org/", "Words that are quoted."]
    return "\n".join([*lines, ""] if older or sourced else lines)


def _numbers(rolls: list[tuple[int, int]]) -> list[str]:
    """A number for each claim: below an earlier one, or of a thesis of its own, of which the older dialect has one."""
    numbers: list[str] = []
    below: dict[str, int] = {}
    for pick, roll in rolls:
        parents = [each for each in numbers if each.count(".") < 4]
        parent = parents[pick % len(parents)] if parents and roll != 8 else ""
        below[parent] = below.get(parent, 0) + 1
        numbers.append(f"{parent}.{below[parent]}" if parent else str(below[parent]))
    return numbers


def _order(pair: tuple[Any, str]) -> list[int]:
    return [int(part) for part in pair[1].split(".")]
