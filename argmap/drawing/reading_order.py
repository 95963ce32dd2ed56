"""The order in which a map reads aloud: a claim, then what bears on it, in the author's order."""

from __future__ import annotations

from ..model.claim import Claim, Issue
from ..model.link import Link
from ..model.map import ArgumentMap

__all__ = ["reading_order"]


def reading_order(map: ArgumentMap) -> tuple[str, ...]:
    """The ids of all claims and issues: issues and main claims first, each followed by what bears on it.

    Depth first: below a claim come the premises of its links in turn, and after a link's premises
    those of the links that target it.
    """
    order: dict[str, None] = {}
    seen: set[str] = set()
    starts: list[Claim | Issue] = [*map.issues, *map.main_claims, *map.claims]
    todo = [start.id for start in reversed(starts)]
    while todo:
        id = todo.pop()
        if id in seen:
            continue
        seen.add(id)
        element = map[id]
        below = [link.id for link in map.links_to[id]]
        if isinstance(element, Link):
            below = [end for _, end in element.ends()] + below
        else:
            order[id] = None
        todo.extend(reversed(below))
    return tuple(order)
