"""The invariants of a map, each by name; every problem of a map is found at once.

=====================  ===================================================================
``unique-id``          no two claims, issues and links share an id; nor two groups, ...
``empty-id``           an id isn't empty
``dangling-id``        what a link, a group or a citation names is there
``end-kind``           each end of a link is of the kind its role asks for
``has-premise``        a support or attack has a premise; a conflict has two sides
``one-role``           a claim has one role among the inputs of a link
``distinct-ends``      nothing rephrases, or is preferred to, itself
``founded-links``      following the links that a link targets never leads back to it
``weight-range``       a weight lies in [0, 1]
``group-tree``         following parents from a group ends
``legal-text``         ids and texts hold no control characters or lone surrogates
=====================  ===================================================================

Cycles among claims, self-attacks and self-support are legal: real debates have them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from attrs import fields

from ..errors import Problem
from ..pause import no_garbage
from ..source import illegal_character, visible
from .circles import circular_groups, circular_links, shared_ids
from .claim import Claim, Issue
from .link import KINDS, Conflict, Link, Preference, Rebuttal, Rephrase, Step, Support, Undercut
from .records import About, Citation, Group, Participant, Record, Scheme, Source
from .sound import are_unique, plain_claims, plain_steps

if TYPE_CHECKING:
    from .map import ArgumentMap, Element

__all__ = ["INVARIANTS", "Known", "check", "check_element", "check_record", "texts_of"]

INVARIANTS: tuple[str, ...] = (
    "unique-id",
    "empty-id",
    "dangling-id",
    "end-kind",
    "has-premise",
    "one-role",
    "distinct-ends",
    "founded-links",
    "weight-range",
    "group-tree",
    "legal-text",
)


class Known(Protocol):
    """What an element may refer to, by id; a map and a draft both are such."""

    @property
    def elements(self) -> Mapping[str, Element]:
        """Every issue, claim and link by its id."""
        ...

    @property
    def records(self) -> Mapping[type, Mapping[str, Record]]:
        """Every record by its kind and id."""
        ...


def check(map: ArgumentMap) -> tuple[Problem, ...]:
    """Every problem of a map, in the order of its parts; linear time."""
    large = len(map.claims) + len(map.links) > _LARGE
    with no_garbage() if large else nullcontext():
        return () if _is_sound(map) else _every_problem(map)


_LARGE = 10_000
"""A garbage collection looks through all tables of a map; for one of more elements that takes longer than to check it."""


def _is_sound(map: ArgumentMap) -> bool:
    """Whether there is no problem at all: the usual case, decided fast."""
    tables: tuple[Any, ...] = (map.groups, map.participants, map.sources, map.schemes)
    elements = map.elements
    if len(elements) < len(map.issues) + len(map.claims) + len(map.links):
        return False
    claims = plain_claims(map.claims, map.records[Group])
    known = dict.fromkeys(islice(elements, len(map.issues), len(map.issues) + len(map.claims)))
    undercut = () if map.issues else elements  # an issue would be taken for a link
    links = plain_steps(map.links, known, undercut, map.records[Scheme])
    if claims is None or links is None or not all(are_unique(table) for table in tables):
        return False
    more, undercuts = links
    left: tuple[Element, ...] = (*map.issues, *claims, *more)
    return not (
        any(True for _ in _about(map.about))
        or any(True for each in left for _ in check_element(each, map))
        or any(True for table in tables for record in table for _ in check_record(record, map))
        or any(True for _ in circular_links(more, elements, undercuts))
        or any(True for _ in circular_groups(map.groups))
    )


def _every_problem(map: ArgumentMap) -> tuple[Problem, ...]:
    parts: tuple[Element, ...] = (*map.issues, *map.claims, *map.links)
    records: tuple[Record, ...] = (*map.groups, *map.participants, *map.sources, *map.schemes)
    problems = [Problem("legal-text", f"the map's own {fault}") for fault in _about(map.about)]
    problems += shared_ids("claims, issues or links", parts)
    for table in ("groups", "participants", "sources", "schemes"):
        problems += shared_ids(table, getattr(map, table))
    for element in parts:
        problems += check_element(element, map)
    for record in records:
        problems += check_record(record, map)
    problems += circular_links(map.links, map.elements)
    problems += circular_groups(map.groups)
    return tuple(problems)


def _about(about: About) -> Iterator[str]:
    for field, text in texts_of(about):
        if illegal_character(text) is not None:
            yield f"{field} holds a control character or a lone surrogate"


def check_element(element: Element, known: Known) -> Iterable[Problem]:
    """The problems of one element among ``known`` others: all but shared ids and circles."""
    problems: list[Problem] = []
    if isinstance(element, Link):
        problems += _ends(element, known.elements)
    if not _plain(element, known):
        problems += _details(element, known)
    return problems


def _plain(element: Element, known: Known) -> bool:
    """Whether the element has nothing more to check: the usual case, decided fast."""
    if (
        element.said_by
        or element.citations
        or element.id == ""
        or not (element.group is None or element.group in known.records[Group])
    ):
        return False
    if type(element) is Claim:
        weight, texts = element.weight, (element.id, element.title, element.text)
        more = (*element.wordings, *element.tags)
    elif isinstance(element, Step):
        weight, texts = element.weight, (element.id, element.label, "")
        more = element.tags
        if not (element.scheme is None or element.scheme in known.records[Scheme]):
            return False
    else:
        return False
    return (weight is None or 0 <= weight <= 1) and "".join(texts + more).isprintable()


_WANTED: dict[str, tuple[tuple[type, ...], str]] = {
    "premise": ((Claim,), "a claim"),
    "warrant": ((Claim,), "a claim"),
    "side": ((Claim,), "a claim"),
    "rephrasing": ((Claim,), "a claim"),
    "original": ((Claim,), "a claim"),
    "position": ((Claim,), "a claim"),
    "issue": ((Issue,), "an issue"),
    "preferred": ((Claim, Link), "a claim or a link"),
    "over": ((Claim, Link), "a claim or a link"),
}
_TARGETS: dict[type, tuple[tuple[type, ...], str]] = {
    Support: ((Claim, Link), "a claim or a link"),
    Rebuttal: ((Claim,), "a claim; an objection to a link is an Undercut"),
    Undercut: ((Link,), "a link; an objection to a claim is a Rebuttal"),
}


def _ends(link: Link, elements: Mapping[str, Element]) -> Iterable[Problem]:
    """Problems of what the link ties together; nothing in the usual case, decided fast."""
    if isinstance(link, Step) and link.premises and not link.warrants:
        wanted, _ = _TARGETS[type(link)]
        premises = link.premises
        if isinstance(elements.get(link.target), wanted) and (
            (len(premises) == 1 and type(elements.get(premises[0])) is Claim)
            or (
                len(set(premises)) == len(premises)
                and all(type(elements.get(premise)) is Claim for premise in premises)
            )
        ):
            return ()
    return _all_ends(link, elements)


def _all_ends(link: Link, elements: Mapping[str, Element]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    inputs = {role for _, role in link.INPUTS}
    for role, end in link.ends():
        wanted, words = _TARGETS[type(link)] if role == "target" else _WANTED[role]
        found = elements.get(end)
        if found is None:
            yield _problem("dangling-id", link, f"has the {role} {end!r}, which isn't there", end)
        elif not isinstance(found, wanted):
            fault = f"has the {role} {end!r}, which is {_a(found.kind)}; it must be {words}"
            yield _problem("end-kind", link, fault, end)
        if role in inputs:
            if end in seen:
                roles = f"as {seen[end]} and as {role}"
                yield _problem("one-role", link, f"names {end!r} twice, {roles}", end)
            seen[end] = role
    yield from _count(link)


def _count(link: Link) -> Iterator[Problem]:
    if isinstance(link, Step) and not link.premises:
        yield _problem("has-premise", link, "has no premise")
    if isinstance(link, Conflict) and len(link.claims) < 2:
        yield _problem("has-premise", link, "needs two claims or more")
    if (isinstance(link, Rephrase) and link.claim == link.original) or (
        isinstance(link, Preference) and link.preferred == link.over
    ):
        yield _problem("distinct-ends", link, "ties an element to itself")


def _details(element: Element, known: Known) -> Iterator[Problem]:
    yield from _texts(element)
    for kind, ids in (
        (Group, (element.group,) if element.group is not None else ()),
        (Participant, element.said_by),
        (Source, tuple([citation.source for citation in element.citations])),
        (Scheme, _scheme(element)),
    ):
        for id in ids:
            if id not in known.records[kind]:
                fault = f"names the {kind.kind} {id!r}, which isn't there"
                yield _problem("dangling-id", element, fault, id)
    weight = element.weight if isinstance(element, Claim | Step) else None
    if weight is not None and not 0 <= weight <= 1:
        yield _problem("weight-range", element, f"has the weight {weight}, which isn't in [0, 1]")


def _scheme(element: Element) -> tuple[str, ...]:
    return (element.scheme,) if isinstance(element, Step) and element.scheme is not None else ()


def check_record(record: Record, known: Known) -> Iterator[Problem]:
    """The problems of one record: its texts, and for a group its parent."""
    yield from _texts(record)
    parent = record.parent if isinstance(record, Group) else None
    if parent is not None and parent not in known.records[Group]:
        yield _problem(
            "dangling-id", record, f"has the parent {parent!r}, which isn't there", parent
        )


def _texts(value: Any) -> Iterator[Problem]:
    if not value.id:
        yield Problem("empty-id", f"{_a(value.kind)} has an empty id", ("",))
    for field, text in texts_of(value):
        place = illegal_character(text)
        if place is not None:
            fault = f"has U+{ord(text[place]):04X} in its {field}, at character {place}"
            yield _problem("legal-text", value, fault)


def texts_of(value: Any) -> Iterator[tuple[str, str]]:
    """Pairs (field, text) of every text an element or record holds, citations' own included."""
    for field in _TEXT_FIELDS[type(value)]:
        held = getattr(value, field)
        for text in (held,) if isinstance(held, str) else held or ():
            yield field, text
    for citation in getattr(value, "citations", ()):
        for _, text in texts_of(citation):
            yield "citations", text


def _problem(code: str, value: Element | Record, fault: str, *others: str) -> Problem:
    return Problem(code, f"the {value.kind} {visible(value.id)!r} {fault}", (value.id, *others))


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


_TEXT_FIELDS: dict[type, tuple[str, ...]] = {
    kind: tuple(
        [part.name for part in fields(kind) if str(part.type).startswith(("str", "tuple[str"))]
    )
    for kind in (Claim, Issue, *KINDS.values(), About, Citation, Group, Participant, Scheme, Source)
}
