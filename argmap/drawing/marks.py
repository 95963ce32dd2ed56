"""What marks say of the elements of a map, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from ..model.map import ArgumentMap

if TYPE_CHECKING:
    from .mark import Mark

__all__ = ["CHANGES", "SIGNS", "Altered", "Marks", "Sign", "Verdict", "checked", "words"]

Verdict: TypeAlias = Literal["accepted", "rejected", "undecided"]
Altered: TypeAlias = Literal["added", "removed", "changed", "moved"]
Sign: TypeAlias = Verdict | Altered
"""What has a badge of its own."""

CHANGES: tuple[str, ...] = get_args(Altered)
SIGNS: tuple[Sign, ...] = (*get_args(Verdict), *get_args(Altered))
"""Every sign, in the order of a legend."""


Marks: TypeAlias = Mapping[str, "Mark"]
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
