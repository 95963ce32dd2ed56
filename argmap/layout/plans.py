"""Second to fourth pass, taken several ways: turned arrows, rows and steps, of which the best are kept."""

from __future__ import annotations

from ..values import NamedTuple
from .attempts import Attempt
from .cycles import turned
from .diagram import Spacing
from .efforts import CONTESTED
from .graph import Graph
from .items import Items, items
from .lanes import lanes_of
from .longedges import Layered, is_tree, layered_graph
from .ordering import LARGE, contest, glance
from .ranks import links, ranks

__all__ = ["Plan", "planned"]

TANGLED = 0.1
"""From how many crossings for each box on a map is so tangled that joints move into the cards' rows.

In a larger map arrows too many for a tree tell it, by as many for each box.
"""

GAIN = 0.95
"""What is then left of the crossings at most, or joints stay between the rows after all."""

LOOKED_AT = 60
"""Up to how many boxes it is tried out whether a map is tangled, and whether arrows cross less around frames.

In larger maps they always go around: that has a tenth fewer crossings, though longer lines.
"""

GLANCED = 1_000
"""Up to how many boxes glances at rows with shorter arrows are worth their time."""

OPENED = 5_000
"""Up to how many boxes circles are opened in two ways."""


class Way(NamedTuple):
    """What to decide: which arrows are turned, where joints stand, how close boxes stand to others, whether arrows go around frames."""

    turned: tuple[bool, ...]
    mixed: bool = False
    close: bool = False
    around: bool = False


class Plan(NamedTuple):
    """Which arrows are turned, the rows and steps this gives, and what hangs below what.

    ``begun`` are the orders that were tried to judge the plan by.
    """

    turned: tuple[bool, ...]
    layered: Layered
    items: Items
    begun: tuple[Attempt, ...] = ()


def planned(graph: Graph, spacing: Spacing) -> Plan:
    """The plan with the fewest crossings at a first glance; among equals the one tried first.

    Four things are tried, each on top of the ones that were good: rows with shorter arrows where there is
    no circle; joints in the rows of cards rather than between them, which reads less well but gives a
    tangled map more rows; arrows around frames rather than through them; and circles opened by a walk
    against the author's order. In a graph of more than 400 nodes, 1,800 at most, plans and starts are chosen in one
    `contest` instead.
    """
    boxes = len(graph.before)
    tangled = any(graph.joint) and len(graph.arrows) - boxes > TANGLED * boxes
    large = boxes > LOOKED_AT
    way = Way(turned(graph), mixed=tangled and large, around=large)
    plan = _plan(graph, way, spacing)
    if LARGE < len(plan.layered.row) <= CONTESTED:
        return _winner(graph, way, plan, spacing)
    count = -1
    for other in _others(graph, way):
        if count < 0:
            plan, count = _judged(plan, graph)
        if count == sum(plan.turned):
            break
        mixing = other.mixed and not way.mixed
        if mixing and count <= TANGLED * boxes:
            continue
        new = other._replace(
            mixed=way.mixed or other.mixed,
            close=way.close or other.close,
            around=way.around or other.around,
        )
        again = _plan(graph, new, spacing)
        if _same(again, plan):
            continue
        again, cost = _judged(again, graph)
        if cost < count * (GAIN if mixing else 1):
            way, plan, count = new, again, cost
    return plan


def _winner(graph: Graph, way: Way, plan: Plan, spacing: Spacing) -> Plan:
    """The best of the plans with circles opened either way and with longer and shorter arrows; a tree has but one."""
    if is_tree(plan.layered):
        return plan
    ways = [way]
    if any(way.turned):
        ways.append(way._replace(turned=turned(graph, backward=True)))
    if len(graph.arrows) >= len(graph.before):
        ways += [each._replace(close=True) for each in ways]
    plans = [plan, *[_plan(graph, each, spacing) for each in ways[1:]]]
    number, begun = contest([(each.layered, each.items) for each in plans], graph)
    return plans[number]._replace(begun=tuple(begun))


def _same(one: Plan, other: Plan) -> bool:
    rows, others = one.layered, other.layered
    return (rows.row, rows.home, one.turned) == (others.row, others.home, other.turned)


def _others(graph: Graph, way: Way) -> list[Way]:
    """What may be better than ``way``, one thing different in each; what turns other arrows comes last."""
    boxes, circular = len(graph.before), any(way.turned)
    ways = []
    if boxes <= GLANCED and len(graph.arrows) >= boxes and not circular:
        ways.append(way._replace(close=True))
    if boxes <= LOOKED_AT and any(graph.joint):
        ways.append(way._replace(mixed=True))
    if boxes <= LOOKED_AT and graph.nests:
        ways.append(way._replace(around=True))
    if boxes <= OPENED and circular:
        ways.append(way._replace(turned=turned(graph, backward=True)))
    return ways


def _judged(plan: Plan, graph: Graph) -> tuple[Plan, int]:
    """The plan with some orders begun, and how often steps cross in the best; a turned arrow counts too."""
    begun = glance(plan.layered, graph, plan.items)
    return plan._replace(begun=tuple(begun)), min([each.crossings for each in begun]) + sum(
        plan.turned
    )


def _plan(graph: Graph, way: Way, spacing: Spacing) -> Plan:
    linked = links(graph, way.turned)
    flat = graph._replace(joint=(False,) * len(graph.joint)) if way.mixed else graph
    rank = ranks(flat, linked, close=way.close)
    return Plan(
        way.turned,
        layered_graph(
            graph,
            way.turned,
            rank,
            spacing,
            around=way.around,
            lanes=lanes_of(graph, rank),
        ),
        items(graph, linked, rank),
    )
