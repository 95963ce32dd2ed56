"""Which elements a view shows: all, or those near a focus or the main claims."""

from __future__ import annotations

from collections import deque

from ..model.link import Link
from ..model.map import ArgumentMap

__all__ = ["scope"]

NEAR = 2
"""How many links around a focus are shown when nobody says."""


def scope(map: ArgumentMap, focus: str | None, depth: int | None) -> frozenset[str]:
    """The ids of what is shown: everything, or all within ``depth`` links of the focus.

    A link is shown with all its ends or not at all. Raises `UnknownId`, and ValueError if ``depth`` is
    negative.
    """
    if depth is not None and depth < 0:
        raise ValueError(f"a depth is a number of links from 0 on, not {depth}")
    if focus is None and depth is None:
        return frozenset(map.elements)
    starts = [map[focus].id] if focus is not None else [claim.id for claim in map.main_claims]
    return frozenset(_near(map, starts, NEAR if depth is None else depth))


def _near(map: ArgumentMap, starts: list[str], depth: int) -> dict[str, int]:
    found: dict[str, int] = {}
    todo = deque((start, 0) for start in starts)
    while todo:
        id, distance = todo.popleft()
        if id in found:
            continue
        found[id] = distance
        element = map[id]
        if isinstance(element, Link):
            todo.extendleft((end, distance) for _, end in element.ends())
        if distance < depth:
            todo.extend((link.id, distance + 1) for link in _touching(map, id))
    return found


def _touching(map: ArgumentMap, id: str) -> tuple[Link, ...]:
    return (*map.links_to[id], *map.links_from[id])
