"""The usual nodes and edges of a scheme graph, taken in without a call for each: a large document has 100,000 of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field

from ..model.claim import Claim
from ..model.data import NO_DATA, Data, trusted_data
from ..model.trusted import trusted_claim
from .dialect import Told
from .node_pattern import NodePattern, has_usual
from .scheme_graph import CLAIM

__all__ = ["Nodes", "take_usual", "usual_edges"]

_TEXT = "text"
_STR = {str}
_AT_ONCE = 20_000
"""So many nodes have their ids taken in first, which is fast, and then the rest; one without a plain id slows down only these."""


@define
class Nodes:
    """The nodes of a document and what they say.

    ``ids`` and ``roles`` has the id and the role of each of ``items`` (no role for what is neither a claim nor a
    step), ``places`` the place there of every id, ``steps`` what each step says and its free data, by its place.
    """

    items: Sequence[Any] = ()
    ids: list[str] = field(factory=list)
    roles: list[str] = field(factory=list)
    places: dict[str, int] = field(factory=dict)
    claims: list[Claim] = field(factory=list)
    steps: dict[int, tuple[Told, Data]] = field(factory=dict)


def take_usual(nodes: Nodes, pattern: NodePattern) -> Iterator[int]:
    """Take in the usual nodes, and give the place of each other one when it is its turn.

    Such a node is one without a text for an id, with an id that is there already, a claim without a text, and a
    step whose meaning isn't in plain texts. Whatever nodes hold besides must be such that free data can hold it.
    """
    for start in range(0, len(nodes.items), _AT_ONCE):
        items = nodes.items[start : start + _AT_ONCE]
        ids = _usual_ids(items, pattern.id, pattern.most_id)
        if ids is None:
            yield from range(start, start + len(items))
        else:
            nodes.ids[start : start + len(ids)] = ids
            yield from _take(nodes, pattern, range(start, start + len(ids)), ids, items)


def _usual_ids(items: Sequence[Any], name: str, most: int) -> list[str] | None:
    """The ids of nodes, which are under ``name``; None if one isn't an object with a text of ``most`` characters at most there."""
    try:
        ids = [item[name] for item in items]
    except (KeyError, TypeError):
        return None
    plain = _STR.issuperset(map(type, ids)) and all(ids)
    return ids if plain and max(map(len, ids)) <= most else None


def _take(
    nodes: Nodes, pattern: NodePattern, numbers: range, ids: Sequence[str], items: Sequence[Any]
) -> Iterator[int]:
    """Do as `take_usual` says with nodes that have usual ids."""
    roles, claims, steps = nodes.roles, nodes.claims, nodes.steps
    type_name, claim_type, most = pattern.type, pattern.claim_type, pattern.most_text
    late, beside = pattern.claim_late, pattern.claim_beside
    known, meaning, absent = pattern.steps.get, pattern.meaning, pattern.absent
    usual = len(late[1])
    first = list(map(nodes.places.setdefault, ids, numbers))
    for place, there, id, item in zip(numbers, first, ids, items, strict=True):
        if place != there:
            yield place
        elif item.get(type_name) == claim_type:
            text = item.get(_TEXT)
            fine = type(text) is str and 0 < len(text) <= most
            if fine and (not beside or has_usual(item, beside)):
                data = trusted_data(item, late) if len(item) > usual else NO_DATA
                claims.append(trusted_claim(id, text, data))
                roles[place] = CLAIM
            else:
                yield place
        else:
            words = tuple(map(item.get, meaning, absent))
            try:
                found = known(words) or pattern.step(item, words)
            except TypeError:  # a list or an object among them
                found = None
            if found is None or (found[2] and not has_usual(item, found[2])):
                yield place
                continue
            told, kept, _ = found
            if told.role:
                roles[place] = told.role
                more = len(item) > len(kept[1])
                steps[place] = told, trusted_data(item, kept) if more else NO_DATA


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
