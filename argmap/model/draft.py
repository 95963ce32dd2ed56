"""The one thing that changes: a draft, edited by verbs, that gives a frozen map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, Unpack

from attrs import evolve

from ..errors import EditError, Problem, UnknownId
from .change import Parts, Removed, removal, renamed, restored, table_of
from .check import check_element, check_record
from .circles import circular_groups, leads_back
from .claim import Claim, Issue, Stance
from .descent import Descent
from .ids import fresh_id, slug
from .link import (
    Answer,
    Conflict,
    Link,
    Manner,
    Preference,
    Rebuttal,
    Rephrase,
    Step,
    Support,
    Undercut,
)
from .making import (
    Details,
    Premises,
    StepDetails,
    element_id,
    element_ids,
    fresh_element_id,
    of_kind,
    record_id,
    refer,
    refusal,
    refuse_unknown,
    shared_fields,
    step_fields,
)
from .map import ArgumentMap, Element
from .records import About, Group, Participant, Record, Scheme, Source

__all__ = ["Draft"]

Made = TypeVar(
    "Made", Claim, Issue, Support, Rebuttal, Undercut, Conflict, Rephrase, Preference, Answer
)
Recorded = TypeVar("Recorded", Group, Participant, Source, Scheme)


class Draft:
    """A map in the making. Every verb either succeeds or raises and leaves the draft as it was.

    Verbs take ids or the values they returned. An edit that would break an invariant raises
    `EditError`, an id that isn't there `UnknownId`. A draft is no shared value: one thread edits it.

    >>> draft = Draft("Co-ops")
    >>> good = draft.claim("Co-ops are good.", id="good")
    >>> reason = draft.support(good, by=draft.claim("They raise accountability."))
    >>> draft.undercut(reason, by=draft.claim("Nobody is held to account.", said_by="Ann")).target
    'support-1'
    >>> draft.map()
    <ArgumentMap 'Co-ops': 3 claims, 2 links>
    """

    def __init__(self, title: str = "", **about: Any) -> None:
        self.about = About(title, **about)
        self._parts = Parts(elements={}, groups={}, participants={}, sources={}, schemes={})
        self._data: Mapping[str, Any] = {}
        self._counts: dict[str, int] = {}
        self._descent = Descent(None)

    @classmethod
    def of(cls, map: ArgumentMap) -> Draft:
        """A draft that starts as ``map``."""
        draft = cls()
        draft.about = map.about
        draft._descent = Descent(map)
        draft._data = map.data
        draft._parts = Parts(
            elements=dict(map.elements),
            groups=dict(map.records[Group]),
            participants=dict(map.records[Participant]),
            sources=dict(map.records[Source]),
            schemes=dict(map.records[Scheme]),
        )
        return draft

    def map(self) -> ArgumentMap:
        """The draft as a frozen map, checked as a whole; the draft goes on and never changes it."""
        elements = self._parts.elements.values()
        made = ArgumentMap(
            claims=tuple([element for element in elements if isinstance(element, Claim)]),
            links=tuple([element for element in elements if isinstance(element, Link)]),
            issues=tuple([element for element in elements if isinstance(element, Issue)]),
            groups=tuple(self._parts["groups"].values()),
            participants=tuple(self._parts["participants"].values()),
            sources=tuple(self._parts["sources"].values()),
            schemes=tuple(self._parts["schemes"].values()),
            about=self.about,
            data=self._data,
        )
        return self._descent.noted(made)

    def __getitem__(self, id: str) -> Element:
        if id not in self._parts.elements:
            raise UnknownId(id, self._parts.elements)
        return self._parts.elements[id]

    def __contains__(self, item: object) -> bool:
        return getattr(item, "id", item) in self._parts.elements

    def __len__(self) -> int:
        return len(self._parts.elements)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"<Draft {self.about.title!r}: {len(self)} elements>"

    def describe(self, **changes: Any) -> About:
        """Change what the map says of itself: title, description, authors, language, data."""
        self.about = evolve(self.about, **changes)
        return self.about

    def claim(
        self,
        text: str,
        *,
        title: str = "",
        wordings: Iterable[str] = (),
        stance: Stance = "asserted",
        implicit: bool = False,
        weight: float | None = None,
        **details: Unpack[Details],
    ) -> Claim:
        """A new claim; its default id is made of its first words."""
        own = {
            "text": text,
            "title": title,
            "wordings": tuple(wordings),
            "stance": stance,
            "implicit": implicit,
            "weight": weight,
        }
        return self._add(Claim, own, details, title or text)

    def issue(self, text: str, *, title: str = "", **details: Unpack[Details]) -> Issue:
        """A new question for claims to answer."""
        return self._add(Issue, {"text": text, "title": title}, details, title or text)

    def support(
        self, target: Claim | Link | str, *, by: Premises, **details: Unpack[StepDetails]
    ) -> Support:
        """A new reason for a claim or a link; several premises are linked, one reason together."""
        return self._add(Support, self._step(target, by), details)

    def rebut(
        self, target: Claim | str, *, by: Premises, **details: Unpack[StepDetails]
    ) -> Rebuttal:
        """A new objection to a claim."""
        return self._add(Rebuttal, self._step(target, by), details)

    def undercut(
        self, target: Link | str, *, by: Premises, **details: Unpack[StepDetails]
    ) -> Undercut:
        """A new objection to a step, that is to a link of any kind."""
        return self._add(Undercut, self._step(target, by), details)

    def attack(
        self, target: Claim | Link | str, *, by: Premises, **details: Unpack[StepDetails]
    ) -> Rebuttal | Undercut:
        """A new objection: an undercut if the target is a link, else a rebuttal."""
        if isinstance(self[element_id(self._parts, target)], Link):
            return self._add(Undercut, self._step(target, by), details)
        return self._add(Rebuttal, self._step(target, by), details)

    def conflict(
        self, *claims: Claim | str, contradictory: bool = False, **details: Unpack[Details]
    ) -> Conflict:
        """A new conflict: claims that can't stand together; contradictory: one of them must."""
        sides = element_ids(self._parts, claims)
        return self._add(Conflict, {"claims": sides, "contradictory": contradictory}, details)

    def rephrase(
        self,
        original: Claim | str,
        *,
        by: Claim | str,
        manner: Manner = "restates",
        **details: Unpack[Details],
    ) -> Rephrase:
        """A new link from a claim to the one that it restates, specialises or generalises."""
        own = {
            "claim": element_id(self._parts, by),
            "original": element_id(self._parts, original),
            "manner": manner,
        }
        return self._add(Rephrase, own, details)

    def prefer(
        self, preferred: Claim | Link | str, *, over: Claim | Link | str, **details: Unpack[Details]
    ) -> Preference:
        """A new preference of one claim or link over another."""
        own = {
            "preferred": element_id(self._parts, preferred),
            "over": element_id(self._parts, over),
        }
        return self._add(Preference, own, details)

    def answer(self, issue: Issue | str, *, by: Claim | str, **details: Unpack[Details]) -> Answer:
        """A new position on an issue."""
        return self._add(
            Answer,
            {"claim": element_id(self._parts, by), "issue": element_id(self._parts, issue)},
            details,
        )

    def group(
        self,
        title: str,
        *,
        id: str | None = None,
        parent: Group | str | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> Group:
        """A new section, inside ``parent`` if one is given."""
        inside = None if parent is None else record_id(self._parts, "groups", parent)
        name = self._record_id("groups", id, title)
        return self._put(Group(name, title, inside, data or {}))

    def source(
        self,
        title: str,
        *,
        id: str | None = None,
        url: str = "",
        authors: Iterable[str] = (),
        date: str = "",
        data: Mapping[str, Any] | None = None,
    ) -> Source:
        """A new document to cite."""
        name = self._record_id("sources", id, title)
        return self._put(Source(name, title, url, tuple(authors), date, data or {}))

    def participant(
        self, name: str, *, id: str | None = None, data: Mapping[str, Any] | None = None
    ) -> Participant:
        """A new speaker; ``said_by="name"`` makes one on the way."""
        return self._put(Participant(self._record_id("participants", id, name), name, data or {}))

    def scheme(
        self,
        name: str,
        *,
        id: str | None = None,
        questions: Iterable[str] = (),
        data: Mapping[str, Any] | None = None,
    ) -> Scheme:
        """A new scheme; ``scheme="name"`` makes one on the way."""
        fresh = self._record_id("schemes", id, name)
        return self._put(Scheme(fresh, name, tuple(questions), data or {}))

    def replace(self, thing: Element | Record | str, **changes: Any) -> Element | Record:
        """Give an element or record other fields; what names it goes on doing so.

        Fields are those of its class; where they hold ids, values will do. ``id`` is changed by `rename`;
        ``kind="rebuttal"`` makes a step of another kind.
        """
        table, id = self._find(thing)
        old = self._parts[table][id]
        if "id" in changes:
            raise EditError(f"the id of {id!r} is changed by rename(), which mends what names it")
        given = {name: refer(value) for name, value in changes.items()}
        new: Element | Record = of_kind(old, given.pop("kind")) if "kind" in given else old
        try:
            new = evolve(new, **given)
        except TypeError as error:
            raise EditError(f"the {old.kind} {id!r} can't be changed so: {error}") from error
        parts = self._parts.copy()
        parts[table][id] = new
        self._commit(parts, [new] if type(new) is type(old) else [*parts.elements.values()])
        self._descent.edited(id)
        return new

    def rename(self, thing: Element | Record | str, id: str) -> Element | Record:
        """Give an element or record another id, everywhere it is named."""
        table, old = self._find(thing)
        if id != old and id in self._parts[table]:
            raise EditError(f"the id {id!r} is taken")
        parts = renamed(self._parts, table, old, id)
        self._commit(parts, [parts[table][id]])
        self._descent = Descent(None)
        found: Element | Record = parts[table][id]
        return found

    def remove(self, *things: Element | Record | str) -> Removed:
        """Take elements or records out, with every link that hangs on them, and return all that went.

        Claims that only argued for what went stay. `put_back` takes what this returns.
        """
        asked = [self._find(thing) for thing in things]
        self._parts, removed = removal(self._parts, asked)
        self._descent.edited(*removed.ids, *[value.id for _, value in removed.before])
        return removed

    def put_back(self, removed: Removed) -> None:
        """Put what `remove` took back at its old places; refused where an id is taken by now."""
        try:
            parts = restored(self._parts, removed)
        except KeyError as error:
            raise EditError(f"the id {error} is taken by now") from None
        self._commit(parts, [value for _, _, value in removed.taken])
        self._descent = Descent(None)

    def _step(self, target: Element | str, by: Premises) -> dict[str, Any]:
        return {
            "target": element_id(self._parts, target),
            "premises": element_ids(self._parts, by),
        }

    def _add(
        self, kind: type[Made], own: Mapping[str, Any], details: Mapping[str, Any], text: str = ""
    ) -> Made:
        refuse_unknown(kind, details)
        new: list[Record] = []
        held = {**own, **shared_fields(self._parts, details, new)}
        if issubclass(kind, Step):
            held |= step_fields(self._parts, details, new)
        id = details.get("id")
        if id is None:
            id = fresh_element_id(self._parts, kind.kind, text, self._counts)
        made = kind(id=id, **held)
        self._accept([*new, made])
        return made

    def _put(self, record: Recorded) -> Recorded:
        self._accept([record])
        return record

    def _record_id(self, table: str, id: str | None, name: str) -> str:
        if id is not None:
            return id
        return fresh_id(slug(name) or table.removesuffix("s"), self._parts[table], {})

    def _accept(self, values: list[Any]) -> None:
        """Take new values in, or raise and take in none."""
        problems: list[Problem] = []
        taken = []
        for value in values:
            table = self._parts[table_of(value)]
            if value.id in table:
                problems.append(Problem("unique-id", f"the id {value.id!r} is taken", (value.id,)))
            else:
                table[value.id] = value
                taken.append((table, value.id))
        for value in values:
            problems += _problems(value, self._parts)
        if problems:
            for table, id in taken:
                del table[id]
            raise refusal(problems)
        self._descent.edited(*[value.id for value in values])

    def _commit(self, parts: Parts, changed: list[Any]) -> None:
        """Take over edited parts if what changed breaks no invariant, else raise."""
        problems: list[Problem] = []
        for value in changed:
            problems += _problems(value, parts)
            if isinstance(value, Link) and leads_back(value, parts.elements):
                problems.append(
                    Problem("founded-links", f"{value.id!r} would lead back to itself", (value.id,))
                )
        problems += circular_groups(parts["groups"].values())
        if problems:
            raise refusal(problems)
        self._parts = parts

    def _find(self, thing: Element | Record | str) -> tuple[str, str]:
        """The table and id of a thing; a plain id is looked up among elements first, then records."""
        if isinstance(thing, Record):
            table = table_of(thing)
            return table, record_id(self._parts, table, thing)
        if isinstance(thing, str):
            for table, values in self._parts.items():
                if thing in values:
                    return table, thing
        return "elements", element_id(self._parts, thing)


def _problems(value: Element | Record, parts: Parts) -> Iterable[Problem]:
    if isinstance(value, Record):
        return check_record(value, parts)
    return check_element(value, parts)
