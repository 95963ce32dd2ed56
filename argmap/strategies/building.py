"""A map in the making: what recipes say, put together so that whatever they say is a map.

A recipe is a tuple of small numbers and texts. Which claim or link a number means is decided here, so that no draw depends on
another, nothing is thrown away, and shrinking can leave out any claim or link.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from attrs import define, field

from ..model import (
    Answer,
    Claim,
    Conflict,
    Element,
    Issue,
    Link,
    Preference,
    Rebuttal,
    Rephrase,
    Support,
    Undercut,
)
from ..model.link import MANNERS
from .elements import Records, filed
from .switches import UNDERCUT, Switches
from .texts import named

__all__ = ["SIMPLEST", "LinkRecipe", "Making"]


class LinkRecipe(NamedTuple):
    """What is drawn for a link; ``roll`` says of which kind it is, ``aim`` and ``picks`` what it ties together."""

    before: str
    roll: int
    aim: int
    picks: list[int]
    several: int
    form: int
    rich: tuple[bool, float | None, str, int]
    shared: Any


SIMPLEST = LinkRecipe("", 0, 0, [0], 0, 0, (False, None, "", 0), None)
"""A support of the first claim."""


@define
class Making:
    """A map in the making: what there is already, and how deep each link stands on links."""

    switches: Switches
    records: Records
    claims: list[Claim]
    issues: list[Issue]
    links: list[Link] = field(factory=list)
    depth: dict[str, int] = field(factory=dict)
    last: dict[str, int] = field(factory=dict)

    def name(self, before: str) -> str:
        """The id of the next link."""
        return named(before, f"l{len(self.links) + 1}")

    def add(self, link: Link, depth: int, last: int) -> None:
        """Take in a link that stands on ``depth`` links and whose latest claim is the ``last``-th."""
        self.links.append(link)
        self.depth[link.id] = depth
        self.last[link.id] = last

    def targetable(self) -> list[Link]:
        """The links that another link may still stand on."""
        return [each for each in self.links if self.depth[each.id] < self.switches.undercut_depth]

    def tie(self, recipe: LinkRecipe, kind: str | None = None) -> None:
        """One link, of the kind that the recipe's roll says or of the one named, as far as there is what it needs."""
        kind = kind or self.switches.shares.kind_of(recipe.roll)
        if kind in ("answer", "preference", "rephrase", "conflict"):
            self._add_other(kind, recipe)
            return
        place = recipe.aim % len(self.claims)
        target: Claim | Link = self.claims[place]
        if kind != "step" and (links := self._stood_on(recipe)):
            target = links[recipe.aim % len(links)]
            place = self.last[target.id]
        first = 0 if self.switches.cyclic else place + 1
        linked = recipe.several >= 100 * (1 - self.switches.shares.linked)
        picks = [*recipe.picks, recipe.picks[-1]][: max(2, len(recipe.picks))]
        chosen = _chosen(range(first, len(self.claims)), picks if linked else picks[:1])
        if chosen:
            self.step(recipe, target, chosen, backing=kind == "backing")

    def _stood_on(self, recipe: LinkRecipe) -> list[Link]:
        """The links that an undercut may stand on: in the shape ``corpus`` of the kinds that real ones stand on."""
        links = self.targetable()
        if self.switches.shape != "corpus":
            return links
        kind = next(kind for kind, end in UNDERCUT if recipe.form < end)
        return [link for link in links if link.kind == kind] or links

    def step(
        self, recipe: LinkRecipe, target: Claim | Link, chosen: list[int], *, backing: bool = False
    ) -> None:
        """A step from the claims at the places ``chosen``, the last of several perhaps as a warrant."""
        on_link = isinstance(target, Link)
        attack = recipe.form >= 100 * (1 - self.switches.shares.attack)
        kind = (Support if backing else Undercut) if on_link else Rebuttal if attack else Support
        strict, weight, label, pick = recipe.rich
        schemes = [None, *[scheme.id for scheme in self.records.schemes]]
        ids = [self.claims[place].id for place in chosen]
        cut = len(ids) - (len(ids) > 1 and recipe.form % 5 == 4)
        link = kind(
            self.name(recipe.before),
            tuple(ids[:cut]),
            target.id,
            warrants=tuple(ids[cut:]),
            scheme=schemes[pick % len(schemes)],
            strict=strict,
            weight=weight,
            label=label,
            **filed(recipe.shared, self.records),
        )
        reach = self.last[target.id] if on_link else 0
        self.add(link, self.depth[target.id] + 1 if on_link else 0, max(reach, *chosen))

    def _add_other(self, kind: str, recipe: LinkRecipe) -> None:
        """A conflict, rephrase, preference or answer, as far as there is what it needs."""
        id, details = self.name(recipe.before), filed(recipe.shared, self.records)
        if kind == "preference":
            self._prefer(id, recipe, details)
            return
        chosen = _chosen(range(len(self.claims)), [recipe.aim, *recipe.picks])
        ids = tuple([self.claims[place].id for place in chosen])
        link: Link | None = None
        if kind == "answer" and self.issues:
            link = Answer(id, ids[0], self.issues[0].id, **details)
        elif len(ids) > 1 and kind == "conflict":
            link = Conflict(id, ids, recipe.form % 2 == 1, **details)
        elif len(ids) > 1 and kind == "rephrase":
            low, high = sorted(chosen[:2], reverse=not self.switches.cyclic)[:2]
            manner: Any = MANNERS[recipe.form % len(MANNERS)]
            link = Rephrase(id, self.claims[low].id, self.claims[high].id, manner, **details)
        if link is not None:
            self.add(link, 0, max(chosen))

    def _prefer(self, id: str, recipe: LinkRecipe, details: dict[str, Any]) -> None:
        """A preference between two claims or links, if there are two."""
        things: list[Claim | Link] = [*self.claims, *self.targetable()]
        chosen = _chosen(range(len(things)), [recipe.aim, *recipe.picks])[:2]
        if len(chosen) > 1:
            one, other = [things[place].id for place in chosen]
            depth = max(self.depth.get(one, -1), self.depth.get(other, -1)) + 1
            last = max([self.last.get(things[at].id, at) for at in chosen])
            self.add(Preference(id, one, other, **details), depth, last)

    def connect(self) -> None:
        """Tie every part of the map to the first claim by a support, every issue that stands alone by an answer."""
        elements: list[Element] = [*self.claims, *self.issues, *self.links]
        lead = {element.id: element.id for element in elements}
        for link in self.links:
            for _, end in link.ends():
                lead[_first(lead, link.id)] = _first(lead, end)
        alone = [issue for issue in self.issues if _first(lead, issue.id) == issue.id]
        for issue in alone if self.claims else ():
            self.add(Answer(self.name(""), self.claims[0].id, issue.id), 0, 0)
        for place, claim in enumerate(self.claims):
            root, part = [_first(lead, each.id) for each in (self.claims[0], claim)]
            if part != root:
                lead[part] = root
                self.add(Support(self.name(""), (claim.id,), self.claims[0].id), 0, place)


def _first(lead: dict[str, str], id: str) -> str:
    """Who leads the part that an element is in."""
    while lead[id] != id:
        lead[id] = id = lead[lead[id]]
    return id


def _chosen(places: range, picks: list[int]) -> list[int]:
    """Different ones of ``places``, one for each pick as far as there are any left."""
    left = list(places)
    return [left.pop(pick % len(left)) for pick in picks[: len(left)]]
