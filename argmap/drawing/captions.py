"""The small words of a view: notes below a card's text, labels in joints, names for screen readers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..model.claim import Claim, Issue
from ..model.link import Conflict, Link, Step
from ..model.map import ArgumentMap
from ..model.records import Citation, Participant, Scheme, Source
from ..values import NamedTuple
from .marks import words

if TYPE_CHECKING:
    from .mark import Mark

__all__ = ["Note", "issue_name", "label", "name", "notes", "qualifier", "title_of"]


class Note(NamedTuple):
    """A small line below a card's text, with the address it leads to or none."""

    text: str
    url: str = ""


def notes(map: ArgumentMap, element: Claim | Issue) -> tuple[Note, ...]:
    """Who says it, where it stands, and how it is held."""
    plain = isinstance(element, Claim) and element.weight is None and element.stance == "asserted"
    if plain and not (element.said_by or element.citations):
        return ()
    speakers = ", ".join([title_of(map, Participant, id) for id in element.said_by])
    found = [_place(map, citation) for citation in element.citations]
    if speakers and found and not found[0].url:
        found[0] = Note(f"{speakers} \N{MIDDLE DOT} {found[0].text}")
    elif speakers:
        found.insert(0, Note(speakers))
    if isinstance(element, Claim):
        held: list[str] = [] if element.stance == "asserted" else [element.stance]
        held += [] if element.weight is None else [f"weight {element.weight:g}"]
        found += [Note(", ".join(held))] if held else []
    return tuple(found)


def _place(map: ArgumentMap, citation: Citation) -> Note:
    """Where a citation leads: the source's title with page or section, and its address."""
    source = map.records[Source][citation.source]
    locator = f", {citation.locator}" if citation.locator else ""
    return Note(title_of(map, Source, source.id) + locator, getattr(source, "url", ""))


def title_of(map: ArgumentMap, kind: type, id: str) -> str:
    """What people call a record: its name or title, or else its id."""
    record = map.records[kind][id]
    return getattr(record, "name", "") or getattr(record, "title", "") or id


def label(map: ArgumentMap, link: Link) -> str:
    """The label of a step, or the name of its scheme, or nothing."""
    if not isinstance(link, Step):
        return ""
    return link.label or (title_of(map, Scheme, link.scheme) if link.scheme else "")


def qualifier(link: Link) -> str:
    """How a step holds: whether of necessity, and how much it weighs."""
    if not isinstance(link, Step):
        return ""
    parts = ["entails" if link.kind == "support" else "rules out"] if link.strict else []
    parts += [] if link.weight is None else [f"{link.weight:g}"]
    return " \N{MIDDLE DOT} ".join(parts)


LONGEST_CALL = 80
"""How much of another claim's wording is heard, characters, where a claim says what it bears on."""

_VERBS: dict[str, str] = {
    "support": "Supports",
    "rebuttal": "Objects to",
    "undercut": "Undercuts",
    "rephrase": "Rephrases",
    "preference": "Is preferred to",
    "answer": "Answers",
    "conflict": "Conflicts with",
}


def name(map: ArgumentMap, claim: Claim, wording: str, mark: Mark | None) -> str:
    """What a screen reader says: the wording, the mark, and for each link what it does to what."""
    id = claim.id
    told = f"Main claim: {wording}" if map.depths.get(id) == 0 else f"Claim: {wording}"
    if mark is not None and words(mark):
        told += f" ({words(mark)})"
    for link in map.links_from[id]:
        for head in _heads(link, id):
            told += f" {_VERBS[link.kind]}: {_called(map, head, id)}"
    return told


def issue_name(map: ArgumentMap, issue: Issue) -> str:
    """What a screen reader says of an issue: its wording, or else what answers it, or else its id."""
    if issue.text or issue.title:
        return f"Issue: {issue.text or issue.title}"
    tails = [end for link in map.links_to[issue.id] for _, end in link.ends() if end != issue.id]
    answers = [_called(map, tail, issue.id) for tail in dict.fromkeys(tails)]
    return (
        f"Issue without words, answered by: {'; '.join(answers)}"
        if answers
        else f"Issue: {issue.id}"
    )


def _heads(link: Link, tail: str) -> list[str]:
    """What a link bears on, seen from one of its claims: of a conflict all the others."""
    if isinstance(link, Step):
        return [link.target]
    ends = [end for _, end in link.ends() if end != tail]
    return ends if isinstance(link, Conflict) else ends[-1:]


def _called(map: ArgumentMap, id: str, tail: str) -> str:
    if id == tail:
        return "itself"
    element = map[id]
    if isinstance(element, Link):
        return f"the {element.kind} {id}"
    called = element.title or element.text or id
    return called if len(called) <= LONGEST_CALL else _cut(called[: LONGEST_CALL + 1])


@lru_cache(1_000)
def _cut(beginning: str) -> str:
    """The words of the beginning of a long wording; it is heard again at every claim that bears on it."""
    whole, _, cut = beginning.rpartition(" ")
    return (whole or cut[:LONGEST_CALL]) + "\N{HORIZONTAL ELLIPSIS}"
