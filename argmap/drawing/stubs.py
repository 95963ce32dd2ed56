"""Where lines of a view break off: a stub for what an element is tied to that the view doesn't show.

Links of one kind on one side of an element share a stub. Each omitted thing is counted at the first link that ties it, so
that the stubs of an element tell together how many things are omitted there.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.link import Link
from ..model.view import MapView
from ..values import NamedTuple

__all__ = ["Stub", "stubs"]


class Stub(NamedTuple):
    """``number`` omitted things tied to the element ``at`` by links such as ``link``, which may lead away from it.

    ``id`` is one that no element has, as those hold no space where a stub's does.
    """

    id: str
    at: str
    link: Link
    leads_away: bool
    number: int


def stubs(view: MapView) -> tuple[Stub, ...]:
    """The stubs of a view, in its own order: first those that lead to an element, then those away from it."""
    return tuple([stub for id in view.elements if id in view.stubs for stub in _at(view, id)])


def _at(view: MapView, id: str) -> Iterator[Stub]:
    whole = view.whole
    counted: set[str] = set()
    found: dict[tuple[str, bool], tuple[Link, int]] = {}
    for leads_away, links in ((False, whole.links_to[id]), (True, whole.links_from[id])):
        for link in links:
            if link.id in view.elements:
                continue
            away = leads_away and link.kind != "conflict"
            ends = {end for _, end in link.ends() if end not in view.elements}
            first, count = found.get((link.kind, away), (link, 0))
            found[link.kind, away] = (first, count + len(ends - counted))
            counted |= ends
    for (kind, away), (link, count) in found.items():
        if count:
            yield Stub(f"{id} {kind} {'out' if away else 'in'} more", id, link, away, count)
