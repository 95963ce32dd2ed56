"""The steps of a map as branches of trees, for formats in which a claim stands below what it bears on."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field, frozen

from ..model.link import Link, Step, Support
from ..model.map import ArgumentMap
from .read_back import Said

__all__ = ["Branch", "Forest", "branches", "forest"]


@frozen
class Branch:
    """Premises, for or against what they stand below: a claim, or a step if the format lets them."""

    link: Step
    at: str
    premises: tuple[str, ...]

    @property
    def pro(self) -> bool:
        """Whether they speak for it."""
        return isinstance(self.link, Support)


def branches(
    map: ArgumentMap, said: Said, title: str, *, linked: bool, on_steps: bool
) -> dict[str, list[Branch]]:
    """The branches below each claim and step, in the map's order; ``said`` gets what isn't written, and why.

    Without ``linked`` each premise is a branch of its own; without ``on_steps`` what bears on a step stands
    below the step's first premise.
    """
    at: dict[str, list[Branch]] = {}
    hangs = _hanging(map, said, title)
    for link in map.links:
        if link.id not in hangs or not isinstance(link, Step):
            continue
        place = link.target
        if not on_steps and isinstance(target := map.elements[place], Step):
            place = target.premises[0]
            said.whys[link.id] = f"{title} has no objections to steps; it stands below a premise"
        premises = link.premises
        if link.warrants:
            premises += link.warrants
            said.whys[link.id] = f"{title} has no warrants; they are written as premises"
        if not linked and len(premises) > 1:
            said.whys[link.id] = f"{title} has no linked premises; each is a reason of its own"
        for group in [premises] if linked else [(premise,) for premise in premises]:
            at.setdefault(place, []).append(Branch(link, place, group))
    return at


def _hanging(map: ArgumentMap, said: Said, title: str) -> Mapping[str, Link]:
    """The steps that bear on a claim, or on a step that does."""
    hangs: dict[str, Link] = {}
    lost = [link for link in map.links if not isinstance(link, Step)]
    for link in lost:
        said.leave_out(link.id, f"{title} has no {link.kind}s")
    gone = {link.id for link in lost}
    todo = [link.id for link in lost]
    while todo:
        for link in map.links_to.get(todo.pop(), ()):
            if link.id not in gone:
                said.leave_out(link.id, "it hangs on a link that isn't written")
                gone.add(link.id)
                todo.append(link.id)
    for link in map.links:
        if link.id not in gone:
            hangs[link.id] = link
    return hangs


@define
class Forest:
    """Claims in which each stands in one place: the ``roots``, and what stands below each claim and step."""

    roots: list[str] = field(factory=list)
    below: dict[str, list[Branch]] = field(factory=dict)

    def depth(self) -> int:
        """How many claims and steps stand one below the other at most."""
        deepest = 0
        todo = [(1, root) for root in self.roots]
        while todo:
            depth, at = todo.pop()
            deepest = max(deepest, depth)
            for branch in self.below.get(at, ()):
                todo += [(depth + 1, id) for id in (branch.link.id, *branch.premises)]
        return deepest


def forest(map: ArgumentMap, said: Said, title: str) -> Forest:
    """The map as trees; links that would put a claim in a second place, or in a circle, are left out."""
    at = branches(map, said, title, linked=True, on_steps=True)
    above: dict[str, Branch] = {}
    made = Forest()
    order = {link.id: place for place, link in enumerate(map.links)}
    for branch in sorted([b for each in at.values() for b in each], key=lambda b: order[b.link.id]):
        if any(premise in above or premise == branch.at for premise in branch.premises):
            said.leave_out(branch.link.id, f"a claim stands in one place in {title}")
            continue
        above |= dict.fromkeys(branch.premises, branch)
        made.below.setdefault(branch.at, []).append(branch)
    _rooted(map, said, made, above)
    return made


def _rooted(map: ArgumentMap, said: Said, made: Forest, above: dict[str, Branch]) -> None:
    """Find the roots, and cut the branches that no root leads to."""
    seen: set[str] = set()
    starts = [claim.id for claim in map.claims if claim.id not in above]
    for start in (*starts, *[claim.id for claim in map.claims]):
        if start in seen:
            continue
        made.roots.append(start)
        if start in above:
            cut = above[start]
            said.leave_out(cut.link.id, "it closes a circle, or hangs on a link that isn't written")
            for premise in cut.premises:
                above.pop(premise)
        todo = [start]
        while todo:
            at = todo.pop()
            seen.add(at)
            for branch in made.below.get(at, ()):
                if branch.link.id not in said.ids:
                    todo += [branch.link.id, *branch.premises]
    made.below = {
        at: [branch for branch in each if branch.link.id not in said.ids]
        for at, each in made.below.items()
    }
    place = {claim.id: number for number, claim in enumerate(map.claims)}
    made.roots.sort(key=place.__getitem__)
