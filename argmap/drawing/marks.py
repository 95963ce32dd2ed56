"""What a weighing or a comparison says of an element, as a drawing shows it: a verdict, a strength, a change."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Literal, TypeAlias, get_args

from attrs import Attribute, field

from ..errors import UnknownName
from ..model.map import ArgumentMap
from ..values import frozen

__all__ = ["CHANGES", "SIGNS", "Mark", "Marks", "Sign", "Verdict", "checked", "words"]

Verdict: TypeAlias = Literal["accepted", "rejected", "undecided"]
Altered: TypeAlias = Literal["added", "removed", "changed", "moved"]
Sign: TypeAlias = Verdict | Altered
"""What has a badge of its own."""

CHANGES: tuple[str, ...] = get_args(Altered)
SIGNS: tuple[Sign, ...] = (*get_args(Verdict), *get_args(Altered))
"""Every sign, in the order of a legend."""


def _verdict(owner: Any, attribute: Attribute[str | None], value: Any) -> None:
    if value is not None and value not in get_args(Verdict):
        raise UnknownName("verdict", str(value), get_args(Verdict))


def _change(owner: Any, attribute: Attribute[str | None], value: Any) -> None:
    if value is not None and value not in CHANGES:
        raise UnknownName("change", str(value), CHANGES)


def _strength(owner: Any, attribute: Attribute[float | None], value: Any) -> None:
    number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    if value is not None and not (number and 0 <= value <= 1):
        raise ValueError(f"a strength is a number from 0 to 1, not {value!r}")


@frozen
class Mark:
    """A verdict, a strength in [0, 1], and what has become of the element since; each may be missing.

    ``by`` says what a verdict rests on, such as ``grounded``, and ``why`` gives the reason in a sentence: the legend tells the
    one, and whoever asks for a card's description hears the other.
    """

    verdict: Verdict | None = field(default=None, validator=_verdict)
    strength: float | None = field(default=None, validator=_strength)
    by: str = ""
    why: str = ""
    change: Altered | None = field(default=None, validator=_change, kw_only=True)

    @property
    def sign(self) -> Sign | None:
        """What the badge shows: the change, else the verdict."""
        return self.change or self.verdict


Marks: TypeAlias = Mapping[str, Mark]
"""Marks by the ids of claims and links."""


def checked(map: ArgumentMap, marks: Marks) -> Marks:
    """``marks`` as they are; raises `UnknownId` for an id that ``map`` doesn't have."""
    for id in marks:
        map[id]
    return marks


def words(mark: Mark) -> str:
    """A mark in words, such as ``accepted, strength 0.75``; empty if it says nothing."""
    parts: list[str] = [each for each in (mark.change, mark.verdict) if each is not None]
    parts += [] if mark.strength is None else [f"strength {mark.strength:.2g}"]
    return ", ".join(parts)
