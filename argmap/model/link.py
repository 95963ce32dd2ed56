"""How claims bear on one another: links, which are nodes of the map as claims are.

Every link says by ``INPUTS`` and ``OUTPUTS`` which of its fields hold ids and the role of each, so that
checks, graphs, edits and formats treat all kinds alike. Edges run ``input -> link -> output``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Literal, get_args

from attrs import field

from ..values import frozen
from .claim import SPOKEN, Spoken
from .data import Data
from .fields import FLAG, ID_OR_NONE, TEXT, TEXTS, WEIGHT, Rule, are_texts, settle

__all__ = [
    "Answer",
    "Attack",
    "Conflict",
    "Link",
    "Manner",
    "Preference",
    "Rebuttal",
    "Rephrase",
    "Step",
    "Support",
    "Undercut",
]

Manner = Literal["restates", "specialises", "generalises"]
"""How a claim rephrases another."""

MANNERS: tuple[str, ...] = get_args(Manner)

Roles = tuple[tuple[str, str], ...]
"""Pairs of a field that holds an id or ids, and the role of what it names."""


@frozen(repr=False)
class Link(Spoken):
    """Any link; one of the kinds below."""

    kind: ClassVar[str] = "link"
    INPUTS: ClassVar[Roles] = ()
    OUTPUTS: ClassVar[Roles] = ()

    id: str

    def ends(self) -> Iterator[tuple[str, str]]:
        """Pairs (role, id) of all that this link ties together, inputs first."""
        for name, role in self.INPUTS + self.OUTPUTS:
            value = getattr(self, name)
            for end in (value,) if isinstance(value, str) else value:
                yield role, end

    def tied(self) -> Sequence[str]:
        """The ids of all that this link ties together, inputs first."""
        return [end for _, end in self.ends()]

    def inputs(self) -> list[str]:
        """The ids of what this link starts from: of a step its premises and warrants."""
        held = [getattr(self, name) for name, _ in self.INPUTS]
        return [end for value in held for end in ((value,) if isinstance(value, str) else value)]


@frozen(repr=False)
class Step(Link):
    """A step from premises, taken together, to what they speak for or against.

    ``premises`` and ``warrants`` (the licence of the step) are ids of claims. ``strict`` says that
    the premises entail the rest; ``weight`` in [0, 1] is how strong the step is, or None; ``label`` is
    shown on it; ``scheme`` is the id of a `Scheme`.
    """

    INPUTS = (("premises", "premise"), ("warrants", "warrant"))
    OUTPUTS = (("target", "target"),)

    premises: tuple[str, ...]
    target: str
    warrants: tuple[str, ...] = field(default=(), kw_only=True)
    scheme: str | None = field(default=None, kw_only=True)
    strict: bool = field(default=False, kw_only=True)
    weight: float | None = field(default=None, kw_only=True)
    label: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        premises = self.premises
        if not (
            type(self.id) is str
            and type(self.target) is str
            and type(self.label) is str
            and type(premises) is tuple
            and len(premises) > 0
            and type(premises[0]) is str
            and (len(premises) == 1 or are_texts(premises))
            and (self.scheme is None or type(self.scheme) is str)
            and (self.group is None or type(self.group) is str)
            and self.weight is None
            and self.strict is False
            and type(self.data) is Data
            and (self.warrants, self.said_by, self.citations) == _NOTHING
            and (self.tags == () or are_texts(self.tags))
        ):
            settle(self, _STEP)

    def ends(self) -> Iterator[tuple[str, str]]:
        """Pairs (role, id): premises, warrants, target; said again for the kinds that maps have most of."""
        premises = [("premise", each) for each in self.premises]
        warrants = [("warrant", each) for each in self.warrants]
        return iter([*premises, *warrants, ("target", self.target)])

    def tied(self) -> Sequence[str]:
        """The ids of premises, warrants and target, in that order."""
        return (*self.premises, *self.warrants, self.target)

    def inputs(self) -> list[str]:
        """The ids of premises and warrants."""
        return [*self.premises, *self.warrants]

    @property
    def linked(self) -> bool:
        """Whether several premises carry the step only together."""
        return len(self.premises) > 1


# The kinds of steps have no fields of their own, and so are plain classes: all of an attrs class is inherited.


class Support(Step):
    """One reason: premises that together speak for a claim, or for a link (backing)."""

    __slots__ = ()
    kind = "support"


class Attack(Step):
    """One objection: a `Rebuttal` or an `Undercut`."""

    __slots__ = ()
    kind = "attack"


class Rebuttal(Attack):
    """One objection to a claim: premises that together speak against it."""

    __slots__ = ()
    kind = "rebuttal"


class Undercut(Attack):
    """One objection to a step: premises that together say why a link of any kind fails."""

    __slots__ = ()
    kind = "undercut"


@frozen(repr=False)
class Conflict(Link):
    """Two or more claims that can't stand together; if ``contradictory``, one of them must."""

    kind = "conflict"
    INPUTS = (("claims", "side"),)

    claims: tuple[str, ...]
    contradictory: bool = False

    def __attrs_post_init__(self) -> None:
        settle(self, _CONFLICT)


@frozen(repr=False)
class Rephrase(Link):
    """A claim that restates, specialises or generalises another, the original."""

    kind = "rephrase"
    INPUTS = (("claim", "rephrasing"),)
    OUTPUTS = (("original", "original"),)

    claim: str
    original: str
    manner: Manner = "restates"

    def __attrs_post_init__(self) -> None:
        settle(self, _REPHRASE)


@frozen(repr=False)
class Preference(Link):
    """A claim or link that outranks another."""

    kind = "preference"
    INPUTS = (("preferred", "preferred"),)
    OUTPUTS = (("over", "over"),)

    preferred: str
    over: str

    def __attrs_post_init__(self) -> None:
        settle(self, _PREFERENCE)


@frozen(repr=False)
class Answer(Link):
    """A claim that is a position on an issue."""

    kind = "answer"
    INPUTS = (("claim", "position"),)
    OUTPUTS = (("issue", "issue"),)

    claim: str
    issue: str

    def __attrs_post_init__(self) -> None:
        settle(self, _ANSWER)


def _manner(name: str, value: Any) -> str:
    if value in MANNERS:
        return str(value)
    raise ValueError(f"{name} is one of {', '.join(MANNERS)}, not {value!r}")


_NOTHING: tuple[tuple[()], ...] = ((), (), ())
_LINK: tuple[tuple[str, Rule], ...] = (("id", TEXT), *SPOKEN)
_STEP = (
    *_LINK,
    ("premises", TEXTS),
    ("target", TEXT),
    ("warrants", TEXTS),
    ("scheme", ID_OR_NONE),
    ("strict", FLAG),
    ("weight", WEIGHT),
    ("label", TEXT),
)
_CONFLICT = (*_LINK, ("claims", TEXTS), ("contradictory", FLAG))
_REPHRASE = (*_LINK, ("claim", TEXT), ("original", TEXT), ("manner", _manner))
_PREFERENCE = (*_LINK, ("preferred", TEXT), ("over", TEXT))
_ANSWER = (*_LINK, ("claim", TEXT), ("issue", TEXT))
KINDS: dict[str, type[Link]] = {
    link.kind: link
    for link in (Support, Rebuttal, Undercut, Conflict, Rephrase, Preference, Answer)
}
"""The kinds a map holds, by name; `Link`, `Step` and `Attack` only gather them."""
