"""Whether an upright drawing is sure to be too wide, told before it is made."""

from __future__ import annotations

from .components import parts
from .cycles import turned
from .diagram import Diagram, Spacing
from .graph import Graph, numbered
from .ranks import links, ranks

__all__ = ["least_width"]


def least_width(diagram: Diagram, spacing: Spacing) -> float:
    """The width that the boxes of some row need side by side: no layered drawing upward is narrower."""
    split = parts(numbered(diagram, "up", spacing).graph)
    return max([_widest_row(part.graph, spacing) for part in split], default=0.0)


def _widest_row(graph: Graph, spacing: Spacing) -> float:
    widths: dict[int, float] = {}
    for box, row in enumerate(ranks(graph, links(graph, turned(graph)))):
        room = graph.before[box] + graph.after[box] + spacing.between_boxes
        widths[row] = widths.get(row, 0.0) + room
    return max(widths.values()) - spacing.between_boxes
