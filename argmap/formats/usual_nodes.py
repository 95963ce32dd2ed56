"""The usual nodes and edges of a scheme graph, taken in without a call for each: a large document has 100,000 of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from ..model.claim import Claim
from ..model.data import NO_DATA, Data, trusted_data
from ..model.trusted import trusted_claim
from .dialect import Told
from .node_pattern import NodePattern
from .scheme_graph import CLAIM

__all__ = ["UsualNodes", "usual_edges", "usual_nodes"]

_TEXT = "text"


@frozen
class UsualNodes:
    """What `argmap.formats.graph_reader.GraphReader` keeps of nodes; no id is there twice."""

    places: dict[str, int] = field(factory=dict)
    ids: list[str] = field(factory=list)
    roles: list[str] = field(factory=list)
    claims: list[Claim] = field(factory=list)
    steps: dict[int, tuple[Told, Data]] = field(factory=dict)


def usual_nodes(pattern: NodePattern, items: Sequence[Any]) -> UsualNodes:
    """The first nodes, up to one that `NodePattern.found` doesn't know, or whose id is there already.

    Whatever they hold besides must be such that free data can hold it.
    """
    id_name, type_name, claim_type = pattern.id, pattern.type, pattern.claim_type
    most_id, most_text, step = pattern.most_id, pattern.most_text, pattern.step
    late, beside, has_usual = pattern.claim_late, pattern.claim_beside, pattern.has_usual
    usual = len(late[1])
    taken = UsualNodes()
    put, ids, roles, claims = taken.places.setdefault, taken.ids, taken.roles, taken.claims
    for place, item in enumerate(items):
        if type(item) is not dict:
            break
        id = item.get(id_name)
        if type(id) is not str or not 0 < len(id) <= most_id:
            break
        if item.get(type_name) == claim_type:
            text = item.get(_TEXT)
            if type(text) is not str or not 0 < len(text) <= most_text:
                break
            if (beside and not has_usual(item)) or put(id, place) != place:
                break
            data = trusted_data(item, late) if len(item) > usual else NO_DATA
            claims.append(trusted_claim(id, text, data))
            roles.append(CLAIM)
        else:
            found = step(id, item)
            if found is None or put(id, place) != place:
                break
            _, told, kept = found
            if told.role:
                taken.steps[place] = told, trusted_data(item, kept) if kept else NO_DATA
            roles.append(told.role)
        ids.append(id)
    return taken


def usual_edges(
    items: Sequence[Any], tail: str, head: str, places: Mapping[str, int]
) -> list[tuple[int, int]] | None:
    """The places of both ends of every edge, which are under ``tail`` and ``head``; None if one isn't an object that names two nodes.

    What isn't an object has nothing under a name, and what isn't a text has no place.
    """
    try:
        return [(places[item[tail]], places[item[head]]) for item in items]
    except (KeyError, TypeError):
        return None
