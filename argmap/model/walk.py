"""What follows from a map and is never stored: roots, depths, and how its links stand together.

A claim argues when it is an input of a support, an attack or a rephrase. The side of a conflict, the
position on an issue and what is merely preferred argue for nothing, so they may well be roots.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from .claim import Claim
from .link import Attack, Conflict, Link, Rebuttal, Step, Support

if TYPE_CHECKING:
    from .map import ArgumentMap

__all__ = [
    "Shape",
    "depths",
    "is_counter_objection",
    "leaves",
    "links_by_end",
    "main_claims",
    "roots",
    "shapes",
    "undermines",
]

Shape = Literal["linked", "convergent", "serial", "divergent"]
"""How reasons stand together (Freeman 2011, chapter 1; Walton 2006, chapter 4)."""


_ARGUING = frozenset({"support", "rebuttal", "undercut", "rephrase"})


def links_by_end(map: ArgumentMap, *, outputs: bool) -> Mapping[str, tuple[Link, ...]]:
    """For every id of ``map`` the links that have it among their outputs (or inputs)."""
    found: dict[str, list[Link]] = {id: [] for id in map.elements}
    for link in map.links:
        for name, _ in link.OUTPUTS if outputs else link.INPUTS:
            held = getattr(link, name)
            for id in (held,) if isinstance(held, str) else held:
                found[id].append(link)
    return {id: tuple(links) for id, links in found.items()}


def roots(map: ArgumentMap) -> tuple[Claim, ...]:
    """The claims that argue for or against nothing and rephrase nothing, in the author's order."""
    arguing = {id for link in map.links if link.kind in _ARGUING for id in link.inputs()}
    return tuple([claim for claim in map.claims if claim.id not in arguing])


def leaves(map: ArgumentMap) -> tuple[Claim, ...]:
    """The claims that no support or attack targets, in the author's order."""
    return tuple(
        [
            claim
            for claim in map.claims
            if not any(isinstance(link, Step) for link in map.links_to[claim.id])
        ]
    )


def main_claims(map: ArgumentMap) -> tuple[Claim, ...]:
    """The roots; in a part of the map that has none (all is circular) its first claim.

    A lone claim is a main claim only where nothing else is, so that loose notes don't pass for
    theses beside a real one.
    """
    tops = roots(map)
    links_to, links_from = map.links_to, map.links_from
    busy = [claim for claim in tops if links_to[claim.id] or links_from[claim.id]]
    starts = [claim.id for claim in busy]
    chosen = set(starts)
    reached: set[str] = set()
    _reach(map, starts, reached)
    for claim in map.claims:
        if claim.id not in reached and links_from[claim.id]:
            chosen.add(claim.id)
            _reach(map, [claim.id], reached)
    return tuple([claim for claim in map.claims if claim.id in chosen]) or tops


def depths(map: ArgumentMap) -> Mapping[str, int]:
    """For claims, issues and links the number of links up to the nearest main claim or issue.

    Main claims have depth 0, the links that target them 0 as well, their premises 1, and so on;
    what no main claim rests on is left out.
    """
    found = {claim.id: 0 for claim in map.main_claims}
    todo = deque(found)
    elements, links_to = map.elements, map.links_to
    while todo:
        id = todo.popleft()
        depth = found[id]
        for link in links_to[id]:
            if link.id not in found:
                found[link.id] = depth
                todo.append(link.id)
        element = elements[id]
        if isinstance(element, Link):
            for end in element.tied():
                if end not in found:
                    found[end] = depth + 1
                    todo.append(end)
    return found


def undermines(map: ArgumentMap, rebuttal: Rebuttal) -> bool:
    """Whether a rebuttal attacks a mere premise: a claim others rest on and no Support concludes.

    Source: Modgil and Prakken 2014, definition 3.3 (undermining attacks an ordinary premise).
    """
    target = rebuttal.target
    rested_on = any(isinstance(link, Step) for link in map.links_from[target])
    return rested_on and not any(isinstance(link, Support) for link in map.links_to[target])


def is_counter_objection(map: ArgumentMap, link: Link) -> bool:
    """Whether an attack answers an attack: it targets one, or a premise or warrant of one."""
    if not isinstance(link, Attack):
        return False
    if isinstance(map[link.target], Attack):
        return True
    return any(isinstance(answered, Attack) for answered in map.links_from[link.target])


def shapes(map: ArgumentMap, step: Step) -> frozenset[Shape]:
    """How ``step`` stands among the others of its polarity.

    It is *linked* if it has several premises, *convergent* if another of its kind has the same target,
    *serial* if a premise is itself concluded by a Support, *divergent* if a premise serves another step
    with a different target.
    """
    found: list[Shape] = ["linked"] if step.linked else []
    if any(type(other) is type(step) and other != step for other in map.links_to[step.target]):
        found.append("convergent")
    if any(isinstance(o, Support) for premise in step.premises for o in map.links_to[premise]):
        found.append("serial")
    others = [o for p in step.premises for o in map.links_from[p] if isinstance(o, Step)]
    if any(other.target != step.target for other in others):
        found.append("divergent")
    return frozenset(found)


def _reach(map: ArgumentMap, starts: list[str], reached: set[str]) -> None:
    """Add to what is ``reached`` all that stands below ``starts``: the links that target it and their ends, and so on.

    Below what is reached already everything is, so that the whole map is gone through once, however many the starts.
    """
    todo = [*starts]
    reached.update(starts)
    elements, links_to, links_from = map.elements, map.links_to, map.links_from
    while todo:
        id = todo.pop()
        element = elements[id]
        near = list(element.tied()) if isinstance(element, Link) else []
        for link in links_to[id]:
            near.append(link.id)
        for link in links_from[id]:
            if type(link) is Conflict:
                near.append(link.id)
        for other in near:
            if other not in reached:
                reached.add(other)
                todo.append(other)
