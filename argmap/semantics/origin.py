"""What an argument, an attack or an atom stands for in a map."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

from attrs import frozen

from ..model.link import Conflict
from ..model.map import ArgumentMap
from .program import side

__all__ = ["Origin", "origins"]


@frozen
class Origin:
    """What something stands for: its ``role``, and the map's ids, in order.

    A claim or link by itself has the role of its kind. A ``side`` is that of a conflict by which one claim speaks against another: the ids
    are those of the three.
    """

    role: str
    ids: tuple[str, ...]


def origins(map: ArgumentMap) -> Mapping[str, Origin]:
    """What each atom of a map's program stands for."""
    found: dict[str, Origin] = {}
    for claim in map.claims:
        found[claim.id] = Origin(claim.kind, (claim.id,))
    for link in map.links:
        found[link.id] = Origin(link.kind, (link.id,))
        if isinstance(link, Conflict):
            for one, other in permutations(link.claims, 2):
                found[side(link, one, other)] = Origin("side", (link.id, one, other))
    return found
