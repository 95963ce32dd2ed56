"""Part of the eighth pass: every frame drawn in to what is in it, with its padding and no more.

A row is as high as its highest card, wherever that stands, and a frame's side is one variable in all
its rows; so either may have left a frame room that nothing in it needs.
"""

from __future__ import annotations

from math import inf

from .coordinates import Across
from .graph import Graph
from .longedges import Layered
from .rows import Along

__all__ = ["tight"]

Span = tuple[float, float]

NOTHING: Span = (inf, -inf)


def tight(layered: Layered, graph: Graph, across: Across, along: Along) -> tuple[Across, Along]:
    """The same places with smaller frames; bends of lines that stay in a frame stay inside."""
    if not graph.nests:
        return across, along
    sides, ends = _contents(layered, graph, across, along)
    for frame in range(len(graph.nests) - 1, -1, -1):
        nest = graph.nests[frame]
        sides[frame] = _drawn_in(
            across.frames[frame], sides[frame], (nest.before, nest.after), nest.across
        )
        ends[frame] = _drawn_in(
            along.frames[frame], ends[frame], (nest.lead, nest.trail), nest.along
        )
        if nest.parent >= 0:
            sides[nest.parent] = _both(sides[nest.parent], sides[frame])
            ends[nest.parent] = _both(ends[nest.parent], ends[frame])
    return (
        Across(across.middle, tuple(sides)),
        along._replace(frames=tuple(ends)),
    )


def _contents(
    layered: Layered, graph: Graph, across: Across, along: Along
) -> tuple[list[Span], list[Span]]:
    """What the boxes and bends right in every frame reach over, across the rows and along them."""
    sides, ends = [NOTHING] * len(graph.nests), [NOTHING] * len(graph.nests)
    for box, frame in enumerate(graph.home):
        if frame >= 0:
            at, top = across.middle[box], along.box[box]
            sides[frame] = _both(sides[frame], (at - graph.before[box], at + graph.after[box]))
            ends[frame] = _both(ends[frame], (top, top + graph.height[box]))
    for bend in range(layered.boxes, len(layered.row)):
        frame = layered.home[bend]
        if frame >= 0:
            at = across.middle[bend]
            sides[frame] = _both(sides[frame], (at, at))
    return sides, ends


def _both(one: Span, other: Span) -> Span:
    return (min(one[0], other[0]), max(one[1], other[1]))


def _drawn_in(has: Span, content: Span, padding: Span, least: float) -> Span:
    """The span that the padded content needs, ``least`` long at least, within the one there is."""
    begin = min(max(has[0], content[0] - padding[0]), has[1] - least)
    begin = max(begin, has[0])
    return (begin, max(min(has[1], content[1] + padding[1]), min(begin + least, has[1])))
