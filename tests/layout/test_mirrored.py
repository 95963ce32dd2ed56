"""Of two mirror images the one that is more like the author's order."""

from __future__ import annotations

import pytest

from argmap.layout import Arrow, Box, Diagram, Frame, Spacing
from argmap.layout.attempts import Attempt, started
from argmap.layout.crossings import crossings
from argmap.layout.cycles import turned
from argmap.layout.graph import Graph, numbered
from argmap.layout.items import Items, items
from argmap.layout.linear import Line
from argmap.layout.longedges import Layered, layered_graph
from argmap.layout.mirrored import as_written
from argmap.layout.ranks import links, ranks
from argmap.layout.rowsorder import runs_of
from argmap.layout.sweeps import number


def star(framed: bool) -> tuple[Layered, Graph, Items]:
    """Four reasons of a claim, the first two in a frame or not, in the passes before the ordering."""
    homes = {1: "f", 2: "f"} if framed else {}
    diagram = Diagram(
        tuple([Box(f"b{n}", 100, 50, homes.get(n)) for n in range(5)]),
        tuple([Arrow(f"a{n}", f"b{n}", "b0") for n in range(1, 5)]),
        (Frame("f"),) if framed else (),
    )
    graph = numbered(diagram, "up", Spacing()).graph
    turns = turned(graph)
    linked = links(graph, turns)
    rank = ranks(graph, linked)
    return layered_graph(graph, turns, rank, Spacing()), graph, items(graph, linked, rank)


def backwards(attempt: Attempt) -> Attempt:
    """The attempt with everything the other way round."""
    line = attempt.line
    turned_line = Line(
        tuple([-at for at in line.middle]),
        tuple([-at for at in line.end]),
        tuple([-at for at in line.begin]),
    )
    return Attempt(
        attempt.crossings,
        [nodes[::-1] for nodes in attempt.rows],
        attempt.runs,
        [-key for key in attempt.keys],
        turned_line,
    )


@pytest.mark.parametrize("framed", [False, True])
def test_an_order_that_stands_the_wrong_way_round_is_turned(framed: bool) -> None:
    """Else the author's first reason is read last."""
    layered, graph, tree = star(framed)
    right = started(layered, graph, tree, 0)
    assert as_written(right, layered) is right
    again = as_written(backwards(right), layered)
    assert [node for node in again.rows[1] if node < 5] == [1, 2, 3, 4]
    place = [0] * len(layered.row)
    number(again.rows, place)
    assert crossings(again.rows, layered.down, place) == again.crossings == 0


def test_what_frames_hold_stands_in_them_the_other_way_round_too() -> None:
    """Else a drawing that was turned has strangers in a frame."""
    layered, graph, tree = star(framed=True)
    again = as_written(backwards(started(layered, graph, tree, 0)), layered)
    begin, end = again.line.begin[0], again.line.end[0]
    inside = [begin < key < end for key in again.keys[:5]]
    assert inside == [False, True, True, False, False]
    assert again.runs == runs_of(layered, again.rows)
