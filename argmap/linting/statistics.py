"""A map in numbers: how large, how deep, how balanced, how well sourced."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import asdict, frozen

from ..model.link import KINDS, Attack, Conflict, Rephrase, Step, Support
from ..model.map import ArgumentMap
from ..pause import no_garbage
from ..semantics.graph import components
from .facts import Facts, said
from .words import words_of

__all__ = ["Side", "Statistics", "statistics"]


@frozen
class Side:
    """What one side, or one speaker, brings: claims, their words, the steps they are premises of, and cited claims."""

    claims: int = 0
    words: int = 0
    supports: int = 0
    attacks: int = 0
    cited: int = 0


@frozen
class Statistics:
    """The numbers of one map; shares lie in [0, 1] and are 0 where there is nothing to share.

    ``links`` counts by kind. ``depth`` is the number of steps from the farthest claim to a main claim, ``undercut_depth`` how deep links
    stand on links, ``breadth`` the most steps on one target, ``branching`` the mean number of steps on a target that has any. Of steps
    ``linked``, ``convergent``, ``serial`` and ``divergent`` are shares (Freeman 2011, chapter 1). ``circles`` are parts of the map in
    which supports lead back. ``pro`` and ``con`` are the sides of the first main claim: who supports it, or attacks what attacks it;
    ``speakers`` the same by participant. ``sourced`` is the share of leaves that cite a source, ``quoted`` of citations with the words,
    ``attacked`` of steps that are attacks, ``answered`` of attacks that something is said to.
    """

    claims: int
    issues: int
    links: Mapping[str, int]
    main_claims: int
    leaves: int
    parts: int
    circles: int
    depth: int
    breadth: int
    branching: float
    undercut_depth: int
    linked: float
    convergent: float
    serial: float
    divergent: float
    attacked: float
    answered: float
    implicit: float
    sourced: float
    quoted: float
    words: int
    pro: Side
    con: Side
    speakers: Mapping[str, Side]
    groups: int
    sources: int

    def values(self) -> dict[str, Any]:
        """The numbers as JSON values, in this order; shares with three digits."""
        found: dict[str, Any] = asdict(self)
        return {
            name: round(value, 3) if isinstance(value, float) else value
            for name, value in found.items()
        }


@no_garbage()
def statistics(map: ArgumentMap) -> Statistics:
    """The numbers of a map, in linear time.

    >>> from argmap import Claim, Rebuttal
    >>> debate = ArgumentMap(claims=(Claim("a", "Yes."), Claim("b", "No.")), links=(Rebuttal("r", ("b",), "a"),))
    >>> found = statistics(debate)
    >>> found.claims, found.depth, found.con.claims, found.answered
    (2, 1, 1, 0.0)
    """
    facts = Facts(map)
    steps = facts.steps
    on_target = Counter([step.target for step in steps])
    shapes = Counter([shape for step in steps for shape in map.shapes(step)])
    attacks = [step for step in steps if isinstance(step, Attack)]
    citations = [citation for each in map.elements.values() for citation in each.citations]
    sides = _sides(map)
    return Statistics(
        claims=len(map.claims),
        issues=len(map.issues),
        links={kind: sum(link.kind == kind for link in map.links) for kind in KINDS},
        main_claims=len(map.main_claims),
        leaves=len(map.leaves),
        parts=len(facts.parts),
        circles=_circles(map),
        depth=max(map.depths.values(), default=0),
        breadth=max(on_target.values(), default=0),
        branching=_share(len(steps), len(on_target)),
        undercut_depth=_undercut_depth(map),
        linked=_share(shapes["linked"], len(steps)),
        convergent=_share(shapes["convergent"], len(steps)),
        serial=_share(shapes["serial"], len(steps)),
        divergent=_share(shapes["divergent"], len(steps)),
        attacked=_share(len(attacks), len(steps)),
        answered=_share(sum(bool(facts.answers_to(each)) for each in attacks), len(attacks)),
        implicit=_share(sum(claim.implicit for claim in map.claims), len(map.claims)),
        sourced=_share(sum(bool(claim.citations) for claim in map.leaves), len(map.leaves)),
        quoted=_share(sum(bool(citation.quote) for citation in citations), len(citations)),
        words=sum(len(words_of(said(claim))) for claim in map.claims),
        pro=_side(map, [id for id, side in sides.items() if side]),
        con=_side(map, [id for id, side in sides.items() if not side]),
        speakers={
            each.id: _side(map, [claim.id for claim in map.claims if each.id in claim.said_by])
            for each in map.participants
        },
        groups=len(map.groups),
        sources=len(map.sources),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _circles(map: ArgumentMap) -> int:
    """How many strong components with more than one claim the supports make."""
    number = {claim.id: index for index, claim in enumerate(map.claims)}
    nexts: list[list[int]] = [[] for _ in number]
    for link in map.links:
        if isinstance(link, Support) and link.target in number:
            for premise in link.premises:
                nexts[number[premise]].append(number[link.target])
    found = components(range(len(nexts)), nexts, lambda node: True)
    return sum(len(part) > 1 for part in found)


def _undercut_depth(map: ArgumentMap) -> int:
    """How deep links stand on links: 1 for an undercut of a step that isn't one itself."""
    depth: dict[str, int] = {}
    for link in map.links:
        chain: list[str] = []
        at: str | None = link.id
        while at is not None and at not in depth:  # founded-links: it ends
            chain.append(at)
            under = map.elements[at]
            target = under.target if isinstance(under, Step) else ""
            at = target if target in map.elements and map[target].kind in KINDS else None
        below = -1 if at is None else depth[at]
        for id in reversed(chain):
            below += 1
            depth[id] = below
    return max(depth.values(), default=0)


def _sides(map: ArgumentMap) -> dict[str, bool]:
    """Whether each claim that bears on the first main claim is for it, along the shortest way; the main claim is left out."""
    if not map.main_claims:
        return {}
    main = map.main_claims[0].id
    sides = {main: True}
    todo = deque([main])
    while todo:
        id = todo.popleft()
        for link in map.links_to[id]:
            if isinstance(link, Step):
                _side_with(sides, todo, (link.id,), sides[id] == isinstance(link, Support))
        for link in map.links_from[id]:
            if isinstance(link, Conflict):
                _side_with(sides, todo, link.claims, not sides[id])
        element = map[id]
        if isinstance(element, Step):
            _side_with(sides, todo, (*element.premises, *element.warrants), sides[id])
        for link in map.links_to[id]:
            if isinstance(link, Rephrase):
                _side_with(sides, todo, (link.claim,), sides[id])
    del sides[main]
    return {claim.id: sides[claim.id] for claim in map.claims if claim.id in sides}


def _side_with(sides: dict[str, bool], todo: deque[str], ids: Iterable[str], side: bool) -> None:
    """Put what has no side yet on one."""
    for id in ids:
        if id not in sides:
            sides[id] = side
            todo.append(id)


def _side(map: ArgumentMap, ids: list[str]) -> Side:
    """What claims bring together; each step once."""
    inside = frozenset(ids)
    claims = [claim for claim in map.claims if claim.id in inside]
    steps = {
        link.id: link
        for claim in claims
        for link in map.links_from[claim.id]
        if isinstance(link, Step)
    }
    return Side(
        claims=len(claims),
        words=sum(len(words_of(said(claim))) for claim in claims),
        supports=sum(isinstance(step, Support) for step in steps.values()),
        attacks=sum(isinstance(step, Attack) for step in steps.values()),
        cited=sum(bool(claim.citations) for claim in claims),
    )
