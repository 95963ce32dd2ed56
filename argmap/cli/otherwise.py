"""What a picture shows otherwise than the map has it, told in few lines: a line for each way, with the elements it befalls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .report import few, note, plural

if TYPE_CHECKING:
    from ..errors import Loss

__all__ = ["by_kind", "tell_otherwise"]

NAMED = 4
"""How many elements are named in a line before the rest is only counted."""


def by_kind(losses: Iterable[Loss]) -> list[str]:
    """A line for each kind of loss, with the elements it befalls.

    >>> from argmap.errors import Loss
    >>> by_kind([Loss("x-again", id, "its place", "there is one") for id in "abcdef"])
    ['a, b, c, d and 2 more: its place: there is one [x-again]']
    """
    found: dict[tuple[str, str, str], list[str]] = {}
    for loss in losses:
        found.setdefault((loss.what, loss.why, loss.code), []).append(loss.element or "the map")
    return [
        f"{_named(elements)}: {what}: {why} [{code}]"
        for (what, why, code), elements in found.items()
    ]


def _named(elements: Sequence[str]) -> str:
    """The first elements, each once, and how many there are besides."""
    each = list(dict.fromkeys(elements))
    told = ", ".join(each[:NAMED])
    return told if len(each) <= NAMED else f"{told} and {len(each) - NAMED:,} more"


def tell_otherwise(losses: Sequence[Loss], style: str) -> None:
    """Say on standard error what a style has no shape for."""
    if losses:
        lines = few(by_kind(losses), more="; --report lists all")
        head = f"style {style} draws {plural(len(losses), 'thing')} of the map otherwise:"
        note("\n  ".join([head, *lines]))
