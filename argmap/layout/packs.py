"""Part of the seventh pass: neighbours that hang on the same node alone move as one while lengths are reduced.

Each would best stand right below that node, so they stand as close as they may, whatever else happens.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..values import NamedTuple
from .relax import Pulls, Rows, Stretch

__all__ = ["Packs", "packs"]


class Packs(NamedTuple):
    """Rows in which the first of each pack stands for it, in its middle, and what pulls then at each node.

    ``members`` tells of each pack its nodes, and how far right of its middle each of them stands.
    """

    rows: Rows
    pulls: Pulls
    members: tuple[tuple[tuple[int, float], ...], ...]

    def entered(self, place: Sequence[float]) -> list[float]:
        """``place`` with the first node of each pack in its middle."""
        result = list(place)
        for pack in self.members:
            result[pack[0][0]] = (place[pack[0][0]] + place[pack[-1][0]]) / 2
        return result

    def left(self, place: Sequence[float]) -> list[float]:
        """``place`` with every node of each pack where it stands in it."""
        result = list(place)
        for pack in self.members:
            middle = place[pack[0][0]]
            for node, aside in pack:
                result[node] = middle + aside
        return result


def packs(rows: Rows, pulls: Pulls) -> Packs:
    """The rows with fewer nodes, as far as there are packs; they keep all distances."""
    members: list[tuple[tuple[int, float], ...]] = []
    lean = [[_packed(stretch, pulls, members) for stretch in row] for row in rows]
    return Packs(lean, _joined(members, pulls), tuple(members))


def _packed(
    stretch: Stretch, pulls: Pulls, members: list[tuple[tuple[int, float], ...]]
) -> Stretch:
    """The stretch with its packs as one node each, which are put to ``members``."""
    nodes, offsets = stretch.nodes, stretch.offsets
    kept: list[int] = []
    at: list[float] = []
    start, count = 0, len(nodes)
    while start < count:
        first = nodes[start]
        stop = start + 1
        if len(pulls[first]) == 1:
            high = pulls[first][0][0]
            while (
                stop < count and len(pulls[nodes[stop]]) == 1 and pulls[nodes[stop]][0][0] == high
            ):
                stop += 1
        middle = (offsets[start] + offsets[stop - 1]) / 2
        if stop - start > 1:
            each = nodes[start:stop]
            members.append(
                tuple([(node, offsets[i] - middle) for i, node in enumerate(each, start)])
            )
        kept.append(first)
        at.append(middle)
        start = stop
    if len(kept) == count:
        return stretch
    return Stretch(
        tuple(kept),
        tuple([each - at[0] for each in at]),
        stretch.left,
        stretch.right,
        (stretch.room[0] + at[0], stretch.room[1] + offsets[-1] - at[-1]),
    )


def _joined(members: Sequence[tuple[tuple[int, float], ...]], pulls: Pulls) -> Pulls:
    """What pulls where the first of each pack is pulled, and pulls, as strongly as all of them."""
    pulled = list(pulls)
    joined: dict[int, list[tuple[int, float]]] = {}
    gone: dict[int, None] = {}
    for pack in members:
        first = pack[0][0]
        high = pulls[first][0][0]
        strength = sum([pulls[node][0][1] for node, _ in pack])
        pulled[first] = [(high, strength)]
        joined.setdefault(high, []).append((first, strength))
        gone |= dict.fromkeys([node for node, _ in pack])
    for high, packed in joined.items():
        pulled[high] = [*[pull for pull in pulls[high] if pull[0] not in gone], *packed]
    return pulled
