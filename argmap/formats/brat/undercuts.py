"""Which step an undercut bears on where the file names only the span that takes the step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .annotations import Relation

__all__ = ["undercut_steps"]


def undercut_steps(relations: Iterable[Relation], kinds: Mapping[str, str]) -> dict[str, str]:
    """For each undercut the relation that it bears on: the first from the span that it names.

    Undercuts of spans that take no step, and those that would bear on one another in a circle, have none.
    """
    every = list(relations)
    first = {each.first: each.id for each in reversed(every)}
    steps = {
        each.id: first[each.second]
        for each in every
        if kinds[each.id] == "undercut" and each.second in first
    }
    seen: dict[str, str] = {}
    circles: dict[str, bool] = {}
    for start in steps:
        at = start
        while at in steps and at not in seen:
            seen[at] = start
            at = steps[at]
        while seen.get(at) == start and at not in circles:
            circles[at] = True
            at = steps[at]
    return {id: step for id, step in steps.items() if id not in circles}
