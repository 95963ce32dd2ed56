"""Second to fourth pass, taken several ways: turned arrows, rows and steps, of which the best are kept."""

from __future__ import annotations

from typing import NamedTuple

from .cycles import turned
from .diagram import Spacing
from .graph import Graph
from .items import Items, items
from .longedges import Layered, layered_graph
from .ordering import glance
from .ranks import links, ranks

__all__ = ["Plan", "planned"]

TANGLED = 0.1
"""From how many crossings for each box on a map is so tangled that joints move into the cards' rows."""

GAIN = 0.95
"""What is then left of the crossings at most, or joints stay between the rows after all."""

GLANCED = 1_000
"""Up to how many boxes glances are worth their time; beyond, arrows too many for a tree make a tangle."""


class Way(NamedTuple):
    """What to decide: which arrows are turned, where joints stand, how close boxes stand to others."""

    turned: tuple[bool, ...]
    mixed: bool = False
    close: bool = False


class Plan(NamedTuple):
    """Which arrows are turned, the rows and steps this gives, and what hangs below what."""

    turned: tuple[bool, ...]
    layered: Layered
    items: Items


def planned(graph: Graph, spacing: Spacing) -> Plan:
    """The plan with the fewest crossings at a first glance; among equals the one tried first.

    Three things are tried, each on top of the ones that were good: rows with shorter arrows; joints in
    the rows of cards rather than between them, which reads less well but gives a tangled map more
    rows; and circles opened by a walk against the author's order.
    """
    way = Way(turned(graph))
    boxes = len(graph.before)
    if boxes > GLANCED:
        tangled = len(graph.arrows) - boxes > TANGLED * boxes
        return _plan(graph, way._replace(mixed=any(graph.joint) and tangled), spacing)
    plan = _plan(graph, way, spacing)
    count = -1
    for other in _others(graph, way):
        if count < 0:
            count = _cost(plan, graph)
        if count == sum(plan.turned):
            break
        if other.mixed and count <= TANGLED * boxes:
            continue
        new = way._replace(
            turned=other.turned,
            mixed=way.mixed or other.mixed,
            close=way.close or other.close,
        )
        again = _plan(graph, new, spacing)
        if again.layered.row == plan.layered.row and again.turned == plan.turned:
            continue
        cost = _cost(again, graph)
        if cost < count * (GAIN if other.mixed else 1):
            way, plan, count = new, again, cost
    return plan


def _others(graph: Graph, way: Way) -> list[Way]:
    """What may be better than ``way``, one thing different in each."""
    ways = []
    if len(graph.arrows) >= len(graph.before):
        ways.append(way._replace(close=True))
    if any(graph.joint):
        ways.append(way._replace(mixed=True))
    if any(way.turned):
        ways.append(way._replace(turned=turned(graph, backward=True)))
    return ways


def _cost(plan: Plan, graph: Graph) -> int:
    """How often steps cross at a glance; a turned arrow counts as a crossing."""
    return glance(plan.layered, graph, plan.items) + sum(plan.turned)


def _plan(graph: Graph, way: Way, spacing: Spacing) -> Plan:
    linked = links(graph, way.turned)
    flat = graph._replace(joint=(False,) * len(graph.joint)) if way.mixed else graph
    rank = ranks(flat, linked, close=way.close)
    return Plan(
        way.turned, layered_graph(graph, way.turned, rank, spacing), items(graph, linked, rank)
    )
