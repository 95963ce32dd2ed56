"""What holds of every map: each invariant as a function of its own, said in the plainest way.

They are written without the code that checks maps when they are made (`argmap.model.check`), so that each can be held to the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from itertools import chain
from typing import Any, TypeAlias

from attrs import fields

from ..errors import Problem
from ..model import (
    Answer,
    ArgumentMap,
    Claim,
    Conflict,
    Element,
    Issue,
    Link,
    Preference,
    Rephrase,
    Step,
    Support,
    Undercut,
)
from ..model.from_graph import from_networkx

__all__ = [
    "INVARIANTS",
    "Invariant",
    "check_invariants",
    "copies_are_equal",
    "drafts_give_the_map_again",
    "ends_are_of_their_kind",
    "every_id_is_there",
    "graphs_give_the_map_again",
    "groups_form_a_tree",
    "ids_are_unique",
    "ids_have_letters",
    "links_are_founded",
    "links_have_inputs",
    "nothing_bears_on_itself_alone",
    "one_role_each",
    "texts_are_legal",
    "weights_are_in_range",
]

Invariant: TypeAlias = Callable[[ArgumentMap], Iterator[Problem]]
"""Gives a problem for each place where a map breaks it."""

_RECORDS = ("groups", "participants", "sources", "schemes")


def ids_are_unique(map: ArgumentMap) -> Iterator[Problem]:
    """No two claims, issues and links have one id; nor two groups, participants, sources or schemes."""
    tables = [_elements(map), *[getattr(map, name) for name in _RECORDS]]
    for table in tables:
        for id, count in Counter([each.id for each in table]).items():
            if count > 1:
                yield Problem("unique-id", f"{id!r} is the id of {count}", (id,))


def ids_have_letters(map: ArgumentMap) -> Iterator[Problem]:
    """No id is empty."""
    for each in _everything(map):
        if each.id == "":
            yield Problem("empty-id", f"{each!r} has no id", ("",))


def every_id_is_there(map: ArgumentMap) -> Iterator[Problem]:
    """Whatever is named is there: ends of links, speakers, sources, schemes, groups and what is around them."""
    there = {"element": {each.id for each in _elements(map)}}
    there |= {name: {each.id for each in getattr(map, name)} for name in _RECORDS}
    for holder, table, id in _mentions(map):
        if id not in there[table]:
            yield Problem("dangling-id", f"{holder.id!r} names {id!r}", (holder.id, id))


def _mentions(map: ArgumentMap) -> Iterator[tuple[Any, str, str]]:
    """Who names what: the holder, the table that it means, the id."""
    for link in map.links:
        yield from ((link, "element", end) for _, end in link.ends())
        if isinstance(link, Step) and link.scheme is not None:
            yield link, "schemes", link.scheme
    for element in _elements(map):
        yield from ((element, "participants", id) for id in element.said_by)
        yield from ((element, "sources", place.source) for place in element.citations)
        if element.group is not None:
            yield element, "groups", element.group
    yield from ((group, "groups", group.parent) for group in map.groups if group.parent is not None)


def ends_are_of_their_kind(map: ArgumentMap) -> Iterator[Problem]:
    """Premises, sides, positions and rephrasings are claims; a rebuttal targets a claim, an undercut a link, a support either."""
    kinds = {each.id: type(each) for each in _elements(map)}
    for link in map.links:
        for role, end in link.ends():
            kind = kinds.get(end)
            if kind is not None and not issubclass(kind, _wanted(link, role)):
                yield Problem("end-kind", f"{link.id!r} has {end!r} as {role}", (link.id, end))


def _wanted(link: Link, role: str) -> tuple[type, ...]:
    if role == "issue":
        return (Issue,)
    if role == "target" and isinstance(link, Undercut):
        return (Link,)
    either = isinstance(link, Preference) or (role == "target" and isinstance(link, Support))
    return (Claim, Link) if either else (Claim,)


def links_have_inputs(map: ArgumentMap) -> Iterator[Problem]:
    """A support, rebuttal or undercut has a premise; a conflict has two claims or more."""
    for link in map.links:
        few = (isinstance(link, Step) and len(link.premises) < 1) or (
            isinstance(link, Conflict) and len(link.claims) < 2
        )
        if few:
            yield Problem("has-premise", f"{link.id!r} has too few claims", (link.id,))


def one_role_each(map: ArgumentMap) -> Iterator[Problem]:
    """No claim is an input of a link twice."""
    for link in map.links:
        inputs: tuple[str, ...] = ()
        if isinstance(link, Step):
            inputs = link.premises + link.warrants
        elif isinstance(link, Conflict):
            inputs = link.claims
        for id, count in Counter(inputs).items():
            if count > 1:
                yield Problem("one-role", f"{link.id!r} takes {id!r} {count} times", (link.id, id))


def nothing_bears_on_itself_alone(map: ArgumentMap) -> Iterator[Problem]:
    """Nothing rephrases itself or is preferred to itself; a claim may support or attack itself."""
    for link in map.links:
        match link:
            case Rephrase(claim=one, original=other) | Preference(preferred=one, over=other):
                if one == other:
                    yield Problem(
                        "distinct-ends", f"{link.id!r} ties {one!r} to itself", (link.id,)
                    )


def links_are_founded(map: ArgumentMap) -> Iterator[Problem]:
    """Following what links stand on, from link to link, ends at what is no link."""
    on = {
        link.id: [end for _, end in link.ends()]
        for link in map.links
        if not isinstance(link, Answer)
    }
    if circular := _circular(on):
        yield Problem("founded-links", "links stand on one another in a circle", tuple(circular))


def _circular(on: Mapping[str, list[str]]) -> list[str]:
    """Of things that stand on others, those from which going on never ends."""
    left = {id: sum(end in on for end in ends) for id, ends in on.items()}
    above: dict[str, list[str]] = {}
    for id, ends in on.items():
        for end in ends:
            above.setdefault(end, []).append(id)
    founded = [id for id, count in left.items() if not count]
    for id in founded:  # it grows: what stands on founded things alone is founded
        for each in above.get(id, ()):
            left[each] -= 1
            if not left[each]:
                founded.append(each)
    return [id for id in on if left[id] > 0]


def weights_are_in_range(map: ArgumentMap) -> Iterator[Problem]:
    """A weight is None or lies in [0, 1]."""
    for each in _elements(map):
        weight = getattr(each, "weight", None)
        if weight is not None and not 0 <= weight <= 1:
            yield Problem("weight-range", f"{each.id!r} weighs {weight}", (each.id,))


def groups_form_a_tree(map: ArgumentMap) -> Iterator[Problem]:
    """Going from a group to the one around it, and on, ends outside all groups."""
    around = {group.id: [group.parent] for group in map.groups if group.parent is not None}
    if circular := _circular(around):
        yield Problem("group-tree", "groups are within one another in a circle", tuple(circular))


def texts_are_legal(map: ArgumentMap) -> Iterator[Problem]:
    """No id or text holds a control character but tab and line ends, a lone surrogate, U+FFFE or U+FFFF."""
    for each in (map.about, *_everything(map)):
        citations = getattr(each, "citations", ())
        for text in chain(_texts(each), *[_texts(place) for place in citations]):
            if any(_illegal(character) for character in text):
                id = getattr(each, "id", "")
                yield Problem("legal-text", f"{id!r} holds {text!r}", (id,))


def _illegal(character: str) -> bool:
    """Whether a character may not stand in a map."""
    code = ord(character)
    control = code < 0x20 or 0x7F <= code < 0xA0
    return (control and character not in "\t\n\r") or 0xD800 <= code < 0xE000 or code in _NEVER


_NEVER = (0xFFFE, 0xFFFF)


def _texts(value: Any) -> Iterator[str]:
    for part in fields(type(value)):
        held = getattr(value, part.name)
        yield from (
            each for each in (held if isinstance(held, tuple) else (held,)) if isinstance(each, str)
        )


def _everything(map: ArgumentMap) -> list[Any]:
    records: list[Any] = [*map.groups, *map.participants, *map.sources, *map.schemes]
    return [*_elements(map), *records]


def _elements(map: ArgumentMap) -> list[Element]:
    return [*map.claims, *map.issues, *map.links]


def drafts_give_the_map_again(map: ArgumentMap) -> Iterator[Problem]:
    """A draft of the map, unchanged, gives an equal map."""
    if map.draft().map() != map:
        yield Problem("draft", "the map of its draft is another")


def graphs_give_the_map_again(map: ArgumentMap) -> Iterator[Problem]:
    """Its graph has a node for each element, and gives an equal map."""
    if list(map.graph) != list(map.elements) or from_networkx(map.graph) != map:
        yield Problem("graph", "the map of its graph is another")


def copies_are_equal(map: ArgumentMap) -> Iterator[Problem]:
    """A deep copy is equal, and has the same hash."""
    copied = deepcopy(map)
    if copied != map or hash(copied) != hash(map):
        yield Problem("copy", "a copy of the map is another")


INVARIANTS: tuple[Invariant, ...] = (
    ids_are_unique,
    ids_have_letters,
    every_id_is_there,
    ends_are_of_their_kind,
    links_have_inputs,
    one_role_each,
    nothing_bears_on_itself_alone,
    links_are_founded,
    weights_are_in_range,
    groups_form_a_tree,
    texts_are_legal,
    drafts_give_the_map_again,
    graphs_give_the_map_again,
    copies_are_equal,
)
"""Every invariant; those after `texts_are_legal` are of what is made of a map."""


def check_invariants(map: ArgumentMap) -> None:
    """Raise AssertionError, with every problem, unless a map keeps all of `INVARIANTS`.

    A map that was made by its constructor keeps the first eleven; what came from elsewhere, say by `object.__setattr__` or from a
    class of your own, need not.

    >>> from argmap import Draft
    >>> check_invariants(Draft("Nothing").map())
    """
    for invariant in INVARIANTS:
        if problems := list(invariant(map)):
            told = "\n".join([f"  {each.message} [{each.code}]" for each in problems])
            raise AssertionError(f"{invariant.__name__.replace('_', ' ')}: not so:\n{told}")
