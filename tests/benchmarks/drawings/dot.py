"""Graphviz's dot: the question as DOT, its count of crossings, and its answer as measured things."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from argmap.dottext import DotCluster, DotEdge, DotGraph, DotNode, write_dot

from .metrics import Line, Picture, Rect, flat
from .processes import Run, run
from .question import FONT_SIZE, Question

__all__ = ["VARIANTS", "answer", "dot_text", "mincross", "picture", "version"]

_RANKDIR = {"up": "BT", "down": "TB", "left": "RL", "right": "LR"}
_MINCROSS = re.compile(r"^mincross [^:]*: (\d+) crossings", re.MULTILINE)
INCH = 72.0


def version(folder: Path) -> str:
    """What ``dot -V`` calls itself."""
    told = run(["dot", "-V"], 10, folder).messages
    found = re.search(r"version (\S+)", told)
    return found[1] if found else told.strip()


VARIANTS = {"dot": "", "dot-polyline": "polyline"}
"""dot as it is, and with lines that are no curves: the value of its attribute ``splines``."""


def dot_text(asked: Question, splines: str = "") -> str:
    """The question as DOT: boxes of fixed sizes with their texts, groups as clusters; 1 px is 1 point."""
    spacing = asked.spacing
    numbers = {box.id: f"n{number}" for number, box in enumerate(asked.diagram.boxes)}
    nodes = [
        DotNode(
            numbers[box.id],
            {"width": box.width / INCH, "height": box.height / INCH, "label": label},
        )
        for box, label in zip(asked.diagram.boxes, asked.labels, strict=True)
    ]
    edges = [
        DotEdge(numbers[arrow.tail], numbers[arrow.head], {"id": f"e{number}"})
        for number, arrow in enumerate(asked.diagram.arrows)
    ]
    attributes: dict[str, object] = {
        "rankdir": _RANKDIR[asked.direction],
        "nodesep": spacing.between_boxes / INCH,
        "ranksep": spacing.between_rows / INCH,
        "charset": "UTF-8",
    }
    if splines:
        attributes["splines"] = splines
    node = {"shape": "box", "fixedsize": True, "fontname": "Arial", "fontsize": FONT_SIZE}
    graph = DotGraph(
        tuple(nodes),
        tuple(edges),
        tuple(_clusters(asked, numbers)),
        attributes,
        node,
        {"dir": "none"},
    )
    return write_dot(graph)


def _clusters(asked: Question, numbers: dict[str, str]) -> Iterator[DotCluster]:
    """The frames, the outer before the inner."""
    inside: dict[str, list[str]] = {}
    for box in asked.diagram.boxes:
        if box.frame is not None:
            inside.setdefault(box.frame, []).append(numbers[box.id])
    names = {frame.id: f"g{number}" for number, frame in enumerate(asked.diagram.frames)}
    below: dict[str | None, list[str]] = {}
    for frame in asked.diagram.frames:
        below.setdefault(frame.parent, []).append(frame.id)
    todo: list[tuple[str, str | None]] = [(id, None) for id in reversed(below.get(None, []))]
    while todo:
        id, parent = todo.pop()
        yield DotCluster(
            names[id],
            tuple(inside.get(id, ())),
            {"label": id, "margin": asked.spacing.in_frame, "fontsize": FONT_SIZE},
            parent,
        )
        todo += [(inner, names[id]) for inner in reversed(below.get(id, []))]


def answer(source: Path, limit: float, folder: Path) -> Run:
    """The timed run: a DOT file to an SVG file, the whole process, with dot's own account of it."""
    return run(["dot", "-v", "-Tsvg", "-o", str(folder / "dot.svg"), str(source)], limit, folder)


def mincross(done: Run) -> int | None:
    """The crossings that dot counts when its rows are in order; None if it was stopped before.

    Drawing the lines adds to them, or takes some away.
    """
    found = _MINCROSS.findall(done.messages)
    return int(found[-1]) if found else None


def picture(source: Path, asked: Question, limit: float, folder: Path) -> Picture | None:
    """The positions and splines of dot (a second run); None if it doesn't come to an end."""
    target = folder / "dot.json"
    if not run(["dot", "-Tjson", "-o", str(target), str(source)], limit, folder).ok:
        return None
    told = json.loads(target.read_text("utf-8", errors="replace"))
    boxes: dict[int, Rect] = {}
    texts: list[tuple[int, Rect]] = []
    for node in told["objects"]:
        if re.fullmatch(r"n\d+", node["name"]):
            number = int(node["name"][1:])
            corners = _drawn(node, "p")[0]
            left, top = min(x for x, _ in corners), min(y for _, y in corners)
            width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - top
            boxes[number] = (left, top, width, height)
            texts += [(number, text) for text in _texts(node)]
    routes = {int(edge["id"][1:]): _drawn(edge, "b") for edge in told.get("edges", ())}
    lines = [
        Line(
            tail,
            head,
            tuple([point for spline in routes.get(number, ()) for point in flat(spline)]),
        )
        for number, (tail, head) in enumerate(asked.ends)
    ]
    return Picture(tuple([boxes[n] for n in range(len(boxes))]), tuple(lines), tuple(texts))


def _drawn(thing: dict[str, Any], shape: str) -> list[list[tuple[float, float]]]:
    """The points of the polygons ("p") or splines ("b") that dot draws for a thing, y down.

    Its ``pos`` says the same with five digits, which is too few for a drawing of 100,000 points.
    """
    return [
        [(x, -y) for x, y in each["points"]]
        for each in thing.get("_draw_", ())
        if each["op"].lower() == shape
    ]


def _texts(node: dict[str, Any]) -> Iterator[Rect]:
    """The line boxes of a node's label."""
    for told in node.get("_ldraw_", ()):
        if told["op"] == "T":
            x, y = told["pt"]
            share = {"l": 0.0, "c": 0.5, "r": 1.0}[told["align"]]
            width = float(told["width"])
            yield (x - share * width, -y - 0.8 * FONT_SIZE, width, FONT_SIZE)
