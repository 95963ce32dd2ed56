"""Claims, steps and maps of what a strict reader has looked at already, made without a second look.

The classes themselves check every field whenever a value is made, which takes five times as long as making it.
A reader of a large document knows that its ids and texts are texts and legal, for it would have refused
the document: it makes the usual elements here, in a class of its own with the same slots that can be written, and
hands them over as what they are. Whatever isn't usual is made as everywhere. A reader that makes links only of what
keeps every invariant may have its map the same way: to ask for them again takes as long as to make the elements.
"""

from __future__ import annotations

from typing import Any, cast

from attrs import fields

from .claim import Claim, Spoken
from .data import Data
from .link import Link, Step
from .map import ArgumentMap

__all__ = ["trusted_claim", "trusted_map", "trusted_step"]


class _OpenClaim(Spoken):
    __slots__ = cast("Any", Claim).__slots__
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


class _OpenStep(Link):
    __slots__ = cast("Any", Step).__slots__
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


_new = object.__new__
_claim: Any = _OpenClaim
_step: Any = _OpenStep
_NO_PARTS = {part.name: part.default for part in fields(ArgumentMap)}


def trusted_claim(
    id: str,
    text: str,
    data: Data,
    title: str = "",
    wordings: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
    group: str | None = None,
) -> Claim:
    """A claim of these fields, each of which must be what a `Claim` takes, unchecked."""
    made = _new(_claim)
    made.id = id
    made.text = text
    made.data = data
    made.title = title
    made.wordings = wordings
    made.tags = tags
    made.group = group
    made.said_by = made.citations = ()
    made.stance = "asserted"
    made.implicit = False
    made.weight = None
    made.__class__ = Claim
    claim: Claim = made
    return claim


def trusted_step(
    kind: type[Step],
    id: str,
    premises: tuple[str, ...],
    target: str,
    scheme: str | None,
    data: Data,
    *,
    label: str = "",
    tags: tuple[str, ...] = (),
    group: str | None = None,
    strict: bool = False,
) -> Step:
    """A support, rebuttal or undercut of what such a step takes, unchecked."""
    made = _new(_step)
    made.id = id
    made.premises = premises
    made.target = target
    made.scheme = scheme
    made.data = data
    made.label = label
    made.tags = tags
    made.group = group
    made.strict = strict
    made.warrants = made.said_by = made.citations = ()
    made.weight = None
    made.__class__ = kind
    step: Step = made
    return step


def trusted_map(**parts: Any) -> ArgumentMap:
    """A map of these parts, which must be what an `ArgumentMap` takes and keep every invariant, unchecked."""
    made = _new(ArgumentMap)
    vars(made).update(_NO_PARTS, **parts)
    return made
