"""The circles of support in a map's framework."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .foundations import Foundations
from .graph import AttackGraph, components, ordered_parts

__all__ = ["circle_of", "circles_of"]


def circles_of(
    graph: AttackGraph, fails: Sequence[int], lacks: Mapping[int, int]
) -> tuple[Foundations, ...]:
    """The circles, each before those that depend on it.

    ``fails`` has the helper of each atom that something needs, or 0; ``lacks`` those whose attackers are what an atom needs one of.
    """
    if not lacks or _one_way(graph, fails, lacks):
        return ()  # who holds without a support closes no circle
    nexts: dict[int, list[int]] = {}
    for claim, helper in lacks.items():
        for support in graph.attackers[helper]:
            nexts.setdefault(support, []).append(claim)
    for claim in lacks:
        if fails[claim]:
            nexts.setdefault(claim, []).extend(graph.attacked[fails[claim]])
    found = components(list(nexts), nexts, nexts.__contains__)
    circles = [circle for circle in found if len(circle) > 1]
    if len(circles) > 1:
        rank = {a: at for at, part in enumerate(ordered_parts(graph)) for a in part}
        circles.sort(key=lambda circle: rank[circle[0]])
    return tuple([circle_of(_needs(graph, fails, circle), lacks, circle) for circle in circles])


def _one_way(graph: AttackGraph, fails: Sequence[int], lacks: Mapping[int, int]) -> bool:
    """Whether what needs a support supports only what comes before it, or only what comes behind: then there is no circle.

    So it is in the most maps, for people give their reasons in order. It says nothing if it isn't so.
    """
    of = dict(zip(lacks.values(), lacks, strict=True))
    before = behind = False
    for claim in lacks:
        users = graph.attacked[fails[claim]] if fails[claim] else ()
        for each in (claim, *users):
            for helper in graph.attacked[each]:
                if helper in of:
                    before = before or of[helper] <= claim
                    behind = behind or of[helper] >= claim
    return not (before and behind)


def _needs(graph: AttackGraph, fails: Sequence[int], circle: Sequence[int]) -> dict[int, list[int]]:
    """What each on a circle needs of it."""
    needs: dict[int, list[int]] = {}
    for each in circle:
        if fails[each]:
            for user in graph.attacked[fails[each]]:
                needs.setdefault(user, []).append(each)
    return needs


def circle_of(
    needs: Mapping[int, Sequence[int]], lacks: Mapping[int, int], members: Sequence[int]
) -> Foundations:
    """The circle of some atoms, of what `circles_of` is given."""
    inside = set(members)
    return Foundations(
        {each: lacks[each] for each in members if each in lacks},
        {
            each: [need for need in needs.get(each, ()) if need in inside]
            for each in members
            if any(need in inside for need in needs.get(each, ()))
        },
    )
