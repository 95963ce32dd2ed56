"""How a map is put in Argdown: the lines below each claim, the structures, and what can't be said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from attrs import define, field

from ...errors import Loss
from ...model.link import Link, Support
from ...model.map import ArgumentMap
from .own import SPEAKER, kept, kept_settings
from .values import mapping

__all__ = ["Line", "Plan"]


@define
class Line:
    """A relation line: its operator, the claim behind it, and the link that it says, or says a part of."""

    operator: str
    claim: str
    link: Link
    joined: bool = False
    others: tuple[Link, ...] = ()
    """What the line says besides, so that none of it has data there."""
    entails: bool = False
    """Whether the reader takes this support for an entailment, as in strict mode between statements."""
    speaker: str = ""
    """The structure whose title stands there in place of the claim, which it concludes."""


@define
class Plan:
    """What stands below each claim and inference, and below the title of a structure.

    ``against`` has what each claim attacks; ``structures`` are chains of steps by the id of the last one, ``titles`` are those of them that have one;
    ``within`` has for a claim the structure that may say it first;
    ``concluded`` are those that end with a claim. ``steps`` are all their steps by id, ``gists`` the claims in
    pointed brackets. ``uses`` counts the mentions of a claim beside its own place, and
    ``over`` is the first claim that it bears on. ``lost`` are the links that can't be said, ``moved`` tells of
    those that are said otherwise: with premises in another order, or without what they hold.
    """

    map: ArgumentMap
    strict: bool = False
    against: Mapping[str, AbstractSet[str]] = field(factory=dict)
    below: dict[str, list[Line]] = field(factory=dict)
    below_title: dict[str, list[Line]] = field(factory=dict)
    structures: dict[str, list[Support]] = field(factory=dict)
    concluded: dict[str, list[str]] = field(factory=dict)
    within: dict[str, str] = field(factory=dict)
    gists: set[str] = field(factory=set)
    titles: dict[str, str] = field(factory=dict)
    steps: dict[str, Support] = field(factory=dict)
    uses: Counter[str] = field(factory=Counter)
    over: dict[str, str] = field(factory=dict)
    lost: dict[str, Loss] = field(factory=dict)
    moved: list[Loss] = field(factory=list)
    said: set[tuple[str, str, str]] = field(factory=set)
    _premises: dict[str, frozenset[str]] = field(factory=dict)

    def add(self, at: str, line: Line, *, titled: bool = False) -> None:
        """Put a line below the claim or step ``at``, or below the title of a structure."""
        (self.below_title if titled else self.below).setdefault(at, []).append(line)
        self.uses[line.claim] += not line.speaker
        self.over.setdefault(line.claim, self.steps[at].target if at in self.steps else at)

    def speaker(self, link: Link, premise: str) -> str:
        """The structure that a link leads from, if settings leave it there and not at the ``premise``."""
        name = kept(link).get(SPEAKER)
        model = mapping(kept_settings(self.map.data), "model")
        if name is None or model.get("transformArgumentRelations") is not False:
            return ""
        ending = self.concluded.get(premise, ())
        return next((last for last in ending if self.titles.get(last) == name), "")

    def premises_of(self, last: str) -> frozenset[str]:
        """All that a structure begins its steps with."""
        if last not in self._premises:
            chain = self.structures[last]
            every = [(*step.premises, *step.warrants) for step in chain]
            self._premises[last] = frozenset([id for ids in every for id in ids])
        return self._premises[last]

    def own_first(self) -> None:
        """Let what a claim says of itself come first, since the reference takes it for an earlier line of that kind.

        What such a link says besides comes next, as it does once the document is read.
        """
        for at, lines in self.below.items():
            first = [line for line in lines if line.claim == at]
            own = {line.link.id for line in first}
            first += [line for line in lines if line.claim != at and line.link.id in own]
            lines[:] = [*first, *[line for line in lines if line.link.id not in own]]

    def lose(self, link: Link, why: str) -> None:
        """Say that a link can't be said."""
        self.lost.setdefault(link.id, Loss(link.kind, link.id, f"the {link.kind}", why))
