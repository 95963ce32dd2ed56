"""The order in which a map reads aloud: a claim, then what bears on it, in the author's order."""

from __future__ import annotations

from ..model.claim import Claim, Issue
from ..model.link import Attack, Link
from ..model.map import ArgumentMap

__all__ = ["reading_order"]


def reading_order(map: ArgumentMap, *, pro_first: bool = False) -> tuple[str, ...]:
    """The ids of all claims and issues: issues and main claims first, each followed by what bears on it.

    Depth first: below a claim come the premises of its links in turn, and after a link's premises
    those of the links that target it; ``pro_first`` puts attacks after the other links.
    """
    order: dict[str, None] = {}
    seen: set[str] = set()
    elements, links_to = map.elements, map.links_to
    starts: list[Claim | Issue] = [*map.issues, *map.main_claims, *map.claims]
    todo = [start.id for start in reversed(starts)]
    while todo:
        id = todo.pop()
        if id in seen:
            continue
        seen.add(id)
        links = links_to[id]
        if links:
            if pro_first:
                links = tuple(sorted(links, key=lambda link: isinstance(link, Attack)))
            todo += [link.id for link in links[::-1]]
        element = elements[id]
        if isinstance(element, Link):
            todo += element.tied()[::-1]
        else:
            order[id] = None
    return tuple(order)
