"""Part of the sixth pass: boxes that only differ by name back in the author's order."""

from __future__ import annotations

from .longedges import Layered
from .rowsorder import Ordered

__all__ = ["untwisted"]


def untwisted(rows: Ordered, layered: Layered) -> Ordered:
    """``rows`` in which boxes of one frame with the same neighbours stand in the author's order.

    They take each other's places, so no crossing comes or goes.
    """
    result: Ordered = []
    for nodes in rows:
        twins: dict[tuple[tuple[int, ...], tuple[int, ...], int], list[int]] = {}
        for index, node in enumerate(nodes):
            if node < layered.boxes:
                same = (layered.up[node], layered.down[node], layered.home[node])
                twins.setdefault(same, []).append(index)
        line = list(nodes)
        for places in twins.values():
            if len(places) > 1:
                same_boxes = sorted([nodes[each] for each in places])
                for place, node in zip(places, same_boxes, strict=True):
                    line[place] = node
        result.append(line)
    return result
