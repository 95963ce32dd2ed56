"""What is argued about: claims, and the issues they answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, get_args

from attrs import NOTHING, fields

from ..values import frozen
from .data import NO_DATA, Data
from .fields import FLAG, FREE, ID_OR_NONE, TEXT, TEXTS, WEIGHT, Rule, are_texts, of, settle
from .records import Citation

__all__ = ["Claim", "Issue", "Spoken", "Stance"]

Stance = Literal["asserted", "assumed", "questioned"]
"""How its author holds a claim: put forward, taken for granted, or open until it is supported."""

STANCES: tuple[str, ...] = get_args(Stance)


@frozen(kw_only=True, repr=False)
class Spoken:
    """What claims, issues and links share: who says it, where, and how it is filed.

    ``said_by`` holds ids of participants, ``group`` the id of a group, ``data`` free JSON values.
    """

    said_by: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    tags: tuple[str, ...] = ()
    group: str | None = None
    data: Mapping[str, Any] = NO_DATA

    def __repr__(self) -> str:
        """The constructor call that makes an equal value, with what isn't a default."""
        given, named = [], []
        for part in fields(type(self)):
            value = getattr(self, part.name)
            if part.default is NOTHING:
                given.append(repr(value))
            elif value != part.default:
                named.append(f"{part.name}={value!r}")
        return f"{type(self).__name__}({', '.join(given + named)})"


@frozen(repr=False)
class Claim(Spoken):
    """One proposition.

    ``title`` is a short name, ``wordings`` other ways in which it is put. ``stance`` says how it is
    held: a questioned claim needs a Support to stand. ``implicit`` marks what nobody said aloud.
    ``weight`` in [0, 1] is how credible it is on its own, or None.
    """

    kind: ClassVar[str] = "claim"

    id: str
    text: str = ""
    title: str = ""
    wordings: tuple[str, ...] = ()
    stance: Stance = "asserted"
    implicit: bool = False
    weight: float | None = None

    def __attrs_post_init__(self) -> None:
        if not (
            type(self.id) is str
            and type(self.text) is str
            and type(self.title) is str
            and self.stance in STANCES
            and self.implicit is False
            and self.weight is None
            and (self.group is None or type(self.group) is str)
            and type(self.data) is Data
            and (self.wordings, self.said_by, self.citations) == _NOTHING
            and (self.tags == () or are_texts(self.tags))
        ):
            settle(self, _CLAIM)


@frozen(repr=False)
class Issue(Spoken):
    """A question that claims answer (the issue of IBIS; the question of a Kialo debate)."""

    kind: ClassVar[str] = "issue"

    id: str
    text: str = ""
    title: str = ""

    def __attrs_post_init__(self) -> None:
        settle(self, _ISSUE)


def _stance(name: str, value: Any) -> str:
    if value in STANCES:
        return str(value)
    raise ValueError(f"{name} is one of {', '.join(STANCES)}, not {value!r}")


_NOTHING: tuple[tuple[()], ...] = ((), (), ())
SPOKEN: tuple[tuple[str, Rule], ...] = (
    ("said_by", TEXTS),
    ("citations", of(Citation)),
    ("tags", TEXTS),
    ("group", ID_OR_NONE),
    ("data", FREE),
)
"""The rules of the fields in `Spoken`."""
_ISSUE = (("id", TEXT), ("text", TEXT), ("title", TEXT), *SPOKEN)
_CLAIM = (
    *_ISSUE,
    ("wordings", TEXTS),
    ("stance", _stance),
    ("implicit", FLAG),
    ("weight", WEIGHT),
)
