"""On which side each claim is, worked out from what attacks what."""

from __future__ import annotations

from ..graph_plan import Plan

__all__ = ["worked_out_sides"]

_OTHER = {"pro": "opp", "opp": "pro"}


def worked_out_sides(planned: Plan) -> dict[str, str]:
    """``pro`` or ``opp`` for each claim of a plan.

    What argues for nothing is on the side of ``pro``; a premise of a support is on the side of what it supports, a premise
    of an attack on the other one, and a link is on the side of its premises. The first use counts.
    """
    steps = [(step, step.ends) for step in planned.steps if step.ends]
    by_target: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    used: set[str] = set()
    for step, ends in steps:
        by_target.setdefault(ends.target, []).append((step.id, step.told.role, ends.inputs))
        used.update(ends.inputs)
    sides: dict[str, str] = {}
    ids = [claim.id for claim in planned.claims]
    for root in (*[id for id in ids if id not in used], *ids):
        if root in sides:
            continue
        sides[root] = "pro"
        todo = [root]
        while todo:
            target = todo.pop()
            for id, role, inputs in by_target.get(target, ()):
                side = sides[target] if role == "support" else _OTHER[sides[target]]
                fresh = [end for end in (id, *inputs) if end not in sides]
                sides.update(dict.fromkeys(fresh, side))
                todo += fresh
    return {id: sides[id] for id in ids}
