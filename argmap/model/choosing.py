"""Which claims and issues a view chooses: by their distance, by what is said of them, by what is collapsed.

Every question is asked of the whole map alone and answered with ids, and what is shown is what all of them leave. Links are never chosen: one
stands where all that it ties together stands.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from ..errors import UnknownId, UnknownName
from .claim import Claim, Issue
from .link import Answer, Link, Rephrase, Step
from .records import Group, Participant

if TYPE_CHECKING:
    from .map import ArgumentMap

__all__ = [
    "NEAR",
    "VERDICTS",
    "Several",
    "listed",
    "near",
    "of_records",
    "of_tags",
    "of_verdicts",
    "open_to",
    "propositions",
]

Several: TypeAlias = str | Iterable[str]
"""An id or a name, or several."""

NEAR = 2
"""How many links around a focus are near when nobody says."""

VERDICTS = ("accepted", "rejected", "undecided")
"""What an element may be found to be, whatever weighs it."""


def listed(several: Any) -> tuple[str, ...]:
    """The ids that one id or element, or several of them, stand for; ``None`` is none."""
    if several is None:
        return ()
    one = isinstance(several, str) or hasattr(several, "id")
    return tuple([getattr(each, "id", each) for each in ([several] if one else several)])


def near(map: ArgumentMap, focus: tuple[str, ...], depth: int | None) -> Mapping[str, int]:
    """What lies within ``depth`` links of any focus, or without one of the main claims, each with its distance.

    Raises `UnknownId` for a focus that isn't in the map, and ValueError for a depth below 0.
    """
    if depth is not None and depth < 0:
        raise ValueError(f"a depth is a number of links from 0 on, not {depth}")
    starts = [map[id].id for id in focus] or [claim.id for claim in map.main_claims]
    most = NEAR if depth is None else depth
    found: dict[str, int] = {}
    todo = deque((start, 0) for start in starts)
    while todo:
        id, distance = todo.popleft()
        if id in found:
            continue
        found[id] = distance
        element = map[id]
        if isinstance(element, Link):
            todo.extendleft((end, distance) for _, end in element.ends())
        if distance < most:
            touching = (*map.links_to[id], *map.links_from[id])
            todo.extend((link.id, distance + 1) for link in touching)
    return found


def of_tags(map: ArgumentMap, tags: tuple[str, ...], whole: ArgumentMap) -> set[str]:
    """The claims and issues with any of these tags; raises `UnknownName` for one that nothing in ``whole`` has."""
    known = dict.fromkeys([tag for element in whole.elements.values() for tag in element.tags])
    for tag in tags:
        if tag not in known:
            raise UnknownName("tag", tag, tuple(known))
    wanted = set(tags)
    return {each.id for each in propositions(map) if wanted.intersection(each.tags)}


def of_records(
    map: ArgumentMap,
    kind: type[Group] | type[Participant],
    named: tuple[str, ...],
    whole: ArgumentMap,
) -> set[str]:
    """The claims and issues in these groups or the groups in them, or said by these participants.

    A record is named by its id, or else by its title or name. Raises `UnknownId` for one that ``whole`` doesn't have.
    """
    wanted = _records(whole, kind, named)
    if kind is Participant:
        said = set(wanted)
        return {each.id for each in propositions(map) if said.intersection(each.said_by)}
    within = _within(whole.records[Group], wanted)
    return {each.id for each in propositions(map) if each.group in within}


def of_verdicts(
    map: ArgumentMap, verdicts: tuple[str, ...], labels: Mapping[str, str] | None
) -> set[str]:
    """The claims and issues with any of these labels; raises `UnknownName`, and ValueError without labels."""
    for verdict in verdicts:
        if verdict not in VERDICTS:
            raise UnknownName("verdict", verdict, VERDICTS)
    if labels is None:
        raise ValueError("a verdict is one of an evaluation: labels=argmap.evaluate(map).labels")
    return {each.id for each in propositions(map) if labels.get(each.id) in verdicts}


def open_to(map: ArgumentMap, collapsed: tuple[str, ...]) -> set[str]:
    """What is still reached when nobody goes below what is collapsed; raises `UnknownId`.

    Below a claim, an issue or a link stand the steps, rephrasings and answers that target it, what those
    rest on, and so on. What also stands below something that isn't collapsed stays, and so do conflicting
    claims. In a circle what is named first stays, a link with all that it ties together.
    """
    shut = {map[id].id for id in collapsed}
    below = _reached(map, _down(map, shut), set(), set())
    tops = [each.id for each in propositions(map) if each.id not in below]
    found = _reached(map, tops, shut, set())
    covered = _reached(map, _down(map, shut & found), set(), set())
    for id in collapsed:
        if id not in found and id not in covered:
            _reached(map, _tied(map, id), shut, found)
            _reached(map, _down(map, {id}), set(), covered)
    return found


def _reached(map: ArgumentMap, starts: list[str], shut: set[str], found: set[str]) -> set[str]:
    """``found``, and all to which one comes down from ``starts``, itself included, not going below ``shut``."""
    todo = list(starts)
    while todo:
        id = todo.pop()
        if id not in found:
            found.add(id)
            element = map[id]
            if isinstance(element, Link):
                todo += element.inputs()
            if id not in shut:
                todo += _down(map, (id,))
    return found


def _tied(map: ArgumentMap, id: str) -> list[str]:
    """An element, and of a link all that it ties together, through other links down to claims and issues."""
    found: dict[str, None] = {}
    todo = [id]
    while todo:
        each = todo.pop()
        if each not in found:
            found[each] = None
            element = map[each]
            if isinstance(element, Link):
                todo += [end for _, end in element.ends()]
    return list(found)


def _down(map: ArgumentMap, ids: Iterable[str]) -> list[str]:
    """The links that put something below these elements."""
    below = (Step, Rephrase, Answer)
    return [link.id for id in ids for link in map.links_to[id] if isinstance(link, below)]


def propositions(map: ArgumentMap) -> tuple[Issue | Claim, ...]:
    """The issues and claims of a map: what a view chooses among."""
    return (*map.issues, *map.claims)


def _records(
    map: ArgumentMap, kind: type[Group] | type[Participant], named: tuple[str, ...]
) -> list[str]:
    known = map.records[kind]
    called: dict[str, list[str]] = {}
    for id, record in known.items():
        called.setdefault(getattr(record, "title", "") or getattr(record, "name", ""), []).append(
            id
        )
    found: dict[str, None] = {}
    for name in named:
        if name not in known and not (name and name in called):
            raise UnknownId(name, [*known, *filter(None, called)], noun=kind.kind)
        found.update(dict.fromkeys([name] if name in known else called[name]))
    return list(found)


def _within(groups: Mapping[str, Any], wanted: list[str]) -> set[str]:
    """These groups and all that stand in them."""
    inside: dict[str | None, list[str]] = {}
    for group in groups.values():
        inside.setdefault(group.parent, []).append(group.id)
    todo = wanted
    found: set[str] = set()
    while todo:
        id = todo.pop()
        found.add(id)  # group-tree: none is met twice from one start, and twice does no harm
        todo += [each for each in inside.get(id, ()) if each not in found]
    return found
