"""Layout by Graphviz: places and curves come from its ``dot``, the drawing stays ours.

There are two ways to it, and both run it as a program of its own that is held to limits
(`argmap.process`): the ``dot`` on the PATH, and the one in the wheel of pygraphviz, for which a
second Python is started, as a fault in Graphviz would else end the first. Its answer is believed
only if it is a drawing: every box and arrow there, no box on another or outside of its frame, every
curve from border to border. Anything else is a `GraphvizError`.

No text is given to Graphviz, so the fonts of a machine don't matter; the version of Graphviz does.
Of the spacing it keeps ``between_boxes``, ``between_rows`` and ``in_frame``. How often the routes
cross isn't known to it: ``crossings`` is 0.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil, inf
from pathlib import Path
from typing import Final

from ..dottext import DotCluster, DotEdge, DotGraph, DotNode, write_dot
from ..errors import GraphvizError, MissingExtra
from ..process import ProgramError, run
from .check import check_diagram, check_spacing
from .diagram import Box, Diagram, Direction, Frame, Layout, Spacing
from .graphviz_answer import read_answer, title_margin, turned

__all__ = ["dot", "pygraphviz"]

SECONDS: Final = 20.0
INCH: Final = 72.0
"""Graphviz's points in its inch; one of its points is taken for one of our pixels."""

_INSTEAD: Final = 'or take engine="layered", which needs nothing'
_ABSENT: Final = "argmap: pygraphviz is absent"
_BROKEN: Final = "argmap: pygraphviz can't be loaded"
_CHILD: Final = f"""\
import sys
sys.path[:] = sys.argv[1:]
try:
    import pygraphviz
except ModuleNotFoundError as error:
    sys.exit("{_ABSENT}" if error.name == "pygraphviz" else f"{_BROKEN}: {{error}}")
except ImportError as error:
    sys.exit(f"{_BROKEN}: {{error}}")
graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode())
sys.stdout.buffer.write(graph.draw(format="json", prog="dot"))
"""
"""What the second Python does: the first one's places to look for packages come as arguments."""


def dot(diagram: Diagram, direction: Direction, spacing: Spacing) -> Layout:
    """The layout of ``diagram`` by the program ``dot`` on the PATH.

    Raises `GraphvizError` if it is missing, passes a limit, fails, or answers what isn't a
    drawing, and `ValueError` for a diagram that no layout can place.
    """

    def ask(text: bytes) -> bytes:
        try:
            return run("dot", ["-Tjson"], input=text, seconds=SECONDS)
        except ProgramError as error:
            raise GraphvizError(_said_of_dot(error, diagram)) from error

    return _laid_out(diagram, direction, spacing, ask)


def pygraphviz(diagram: Diagram, direction: Direction, spacing: Spacing) -> Layout:
    """The layout of ``diagram`` by the Graphviz in pygraphviz, in a Python of its own.

    Raises `MissingExtra` if it isn't installed, else as `dot` does.
    """

    def ask(text: bytes) -> bytes:
        folders = [folder for folder in sys.path if Path(folder).is_absolute()]
        try:
            arguments = ["-I", "-c", _CHILD, *folders]
            return run(sys.executable, arguments, input=text, seconds=SECONDS)
        except ProgramError as error:
            if error.said.endswith(_ABSENT):
                raise MissingExtra('engine="pygraphviz"', "graphviz") from error
            raise GraphvizError(_said_of_pygraphviz(error, diagram)) from error

    return _laid_out(diagram, direction, spacing, ask)


def _laid_out(
    diagram: Diagram, direction: Direction, spacing: Spacing, ask: Callable[[bytes], bytes]
) -> Layout:
    check_diagram(diagram)
    check_spacing(spacing)
    if not diagram.boxes and not diagram.frames:
        return Layout((), (), (), 0.0, 0.0, direction)
    text = write_dot(_question(diagram, direction, spacing))
    return read_answer(ask(text.encode()), diagram, direction, spacing)


# What is said when there is no answer.


def _said_of_dot(error: ProgramError, diagram: Diagram) -> str:
    if error.reason == "missing":
        from ..installed import how_to_add  # here, as it is needed only where something is missing

        return (
            f"{error}: install Graphviz, or {how_to_add('graphviz')} and take "
            f'engine="pygraphviz", {_INSTEAD}'
        )
    if "not recognized" in error.said:
        return f"this dot can't write JSON ({error}): install Graphviz 2.40 or newer, {_INSTEAD}"
    return _said_of_both(error, diagram)


def _said_of_pygraphviz(error: ProgramError, diagram: Diagram) -> str:
    if _BROKEN in error.said:
        return (
            f"{error.said.partition('argmap: ')[2]}: it needs libraries of the system (on Debian "
            "libglib2.0-0, libx11-6, libxext6 and libxrender1): install them, or install "
            f'Graphviz and take engine="dot", {_INSTEAD}'
        )
    return _said_of_both(error, diagram)


def _said_of_both(error: ProgramError, diagram: Diagram) -> str:
    size = f"{len(diagram.boxes):,} boxes and {len(diagram.arrows):,} arrows"
    return f'Graphviz gave no layout of {size}: {error}; take engine="layered"'


# The question: ids of our own, sizes, and who stands in which frame.


def _question(diagram: Diagram, direction: Direction, spacing: Spacing) -> DotGraph:
    """The diagram for ``dot``, which puts tails first: where heads are to be, edges are turned.

    Its own other two directions (``BT``, ``RL``) aren't used; there, frames stand upside down.
    """
    names = {box.id: f"n{number}" for number, box in enumerate(diagram.boxes)}
    spacers = {f"s{number}": each for number, each in enumerate(_spacers(diagram, spacing))}
    nodes = [DotNode(names[box.id], _size(box.width, box.height)) for box in diagram.boxes]
    nodes += [
        DotNode(name, {"style": "invis", **_size(each.width, each.height)})
        for name, each in spacers.items()
    ]
    edges = []
    for number, arrow in enumerate(diagram.arrows):
        ends = [names[arrow.tail], names[arrow.head]]
        first, last = reversed(ends) if turned(direction) else ends
        edges.append(DotEdge(first, last, {"id": f"e{number}"}))
    named = [(names[box.id], box.frame) for box in diagram.boxes]
    return DotGraph(
        tuple(nodes),
        tuple(edges),
        tuple(_clusters(diagram, spacing, named + [(n, b.frame) for n, b in spacers.items()])),
        attributes={
            "rankdir": "LR" if direction in {"left", "right"} else "TB",
            "nodesep": spacing.between_boxes / INCH,
            "ranksep": spacing.between_rows / INCH,
        },
        node_attributes={"shape": "box", "fixedsize": True, "label": "", "penwidth": 0},
        edge_attributes={"dir": "none"},
    )


def _size(width: float, height: float) -> dict[str, object]:
    """Whole pixels, as Graphviz rounds, and it mustn't round to less."""
    return {"width": max(1, ceil(width)) / INCH, "height": max(1, ceil(height)) / INCH}


def _clusters(
    diagram: Diagram, spacing: Spacing, named: Sequence[tuple[str, str | None]]
) -> Iterator[DotCluster]:
    """The frames as clusters without labels; the title's room is in the margin, on all sides."""
    names = {frame.id: f"f{number}" for number, frame in enumerate(diagram.frames)}
    inside: dict[str | None, list[str]] = {}
    for name, frame_id in named:
        inside.setdefault(frame_id, []).append(name)
    for frame in _outer_first(diagram.frames):
        yield DotCluster(
            names[frame.id],
            tuple(inside.get(frame.id, ())),
            {"margin": title_margin(frame, spacing)},
            names[frame.parent] if frame.parent is not None else None,
        )


def _outer_first(frames: Iterable[Frame]) -> list[Frame]:
    """The frames, each after the one it stands in."""
    inside: dict[str | None, list[Frame]] = {}
    for frame in frames:
        inside.setdefault(frame.parent, []).append(frame)
    ordered = list(inside.get(None, ()))
    for frame in ordered:
        ordered += inside.get(frame.id, ())
    return ordered


def _spacers(diagram: Diagram, spacing: Spacing) -> list[Box]:
    """A box unseen for each frame that is empty, or whose title is wider than all that is in it."""
    room: dict[str | None, float] = {}
    for box in diagram.boxes:
        room[box.frame] = max(room.get(box.frame, 0.0), box.width)
    spacers = []
    for frame in reversed(_outer_first(diagram.frames)):
        inner = frame.width - 2 * spacing.in_frame
        if inner > room.get(frame.id, -inf):
            spacers.append(Box(frame.id, max(inner, 1.0), 1.0, frame.id))
        width = max(frame.width, room.get(frame.id, 0.0) + 2 * spacing.in_frame)
        room[frame.parent] = max(room.get(frame.parent, 0.0), width)
    return spacers
