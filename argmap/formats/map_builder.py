"""What readers of XML make a map with: elements and links by id, faults told with their places, nothing dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any

from attrs import define, evolve, field

from ..errors import ReadError, TooLarge
from ..limits import Limits
from ..model.claim import Claim, Issue
from ..model.data import NO_DATA, Data
from ..model.ids import fresh_id, slug
from ..model.link import Link, Rebuttal, Support, Undercut
from ..model.map import ArgumentMap
from ..model.records import About, Group, Participant, Scheme, Source
from ..source import visible
from ..xmltext import Element, XmlDocument, kept
from .format import Reading
from .notes import Note, Notes
from .scheme_graph import CLAIM, weave

__all__ = ["ASIDE", "MapBuilder", "expect_root"]

ASIDE = "; it is kept aside"
"""What a finding says of an element that makes no part of the map."""


@define
class _Step:
    """A step that waits for its ends."""

    role: str
    premises: tuple[str, ...]
    target: str
    element: Element
    kept: dict[str, Any]
    fields: dict[str, Any]


@define
class MapBuilder:
    """Takes claims, issues, steps and records of one document in its order and gives the map.

    ``kept`` is what the map's free data holds under the format's name; elements that make no part of the map
    are put there by `put_aside`.
    """

    document: XmlDocument
    format: str
    limits: Limits
    notes: Notes = field(init=False)
    kept: dict[str, Any] = field(factory=dict)
    about: About = field(factory=About)
    claims: dict[str, Claim] = field(factory=dict)
    issues: dict[str, Issue] = field(factory=dict)
    groups: dict[str, Group] = field(factory=dict)
    participants: dict[str, Participant] = field(factory=dict)
    sources: dict[str, Source] = field(factory=dict)
    schemes: dict[str, Scheme] = field(factory=dict)
    links: dict[str, Link | _Step] = field(factory=dict)
    elements: dict[str, Element] = field(factory=dict)
    _counts: dict[str, int] = field(factory=dict)
    _records: dict[tuple[str, str], str] = field(factory=dict)
    _record_counts: dict[str, dict[str, int]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.notes = Notes(self.document)
        if len(self.document.source.text) > self.limits.text_characters:
            self._check_texts()

    # What is said on the way.

    def note(
        self, code: str, message: str, *spot: Any, ids: Iterable[str] = (), kept: str = ""
    ) -> None:
        """Take note of a finding about an element, or about an attribute of it."""
        there = spot if len(spot) > 1 else spot[0].start  # which doesn't hold on to the element
        self.notes.add(Note(code, message, there, ids=tuple(ids), kept=kept))

    def put_aside(self, code: str, message: str, element: Element) -> None:
        """Take note of an element that makes no part of the map, and keep it."""
        self.note(code, message, element, kept=ASIDE)
        self.kept.setdefault("loose", []).append(tuple(kept(element, tidy=True)))

    def text(self, text: str, element: Element) -> str:
        """``text``, if it isn't longer than texts may be."""
        if len(text) > self.limits.text_characters:
            self._check("text_characters", len(text), element)
        return text

    def number(self, element: Element, name: str) -> float | None:
        """The weight in [0, 1] that an attribute says, or None; what is no weight is told."""
        raw = element.attributes.get(name, "").strip()
        if not raw:
            return None
        try:
            number = float(raw)
        except ValueError:
            number = -1.0
        if isfinite(number) and 0 <= number <= 1:
            return number
        message = f"{name} must be a number from 0 to 1, not '{visible(raw[:40])}'"
        self.note("not-a-weight", message, element, name, kept=ASIDE)
        return None

    def data(self, kept: Mapping[str, Any], element: Element) -> Data:
        """The free data that keeps this under the format's name; nothing if there is nothing."""
        held = {name: value for name, value in kept.items() if value not in ("", None, [], {})}
        try:
            return Data({self.format: held}) if held else NO_DATA
        except ValueError as error:  # it nests too deep; what else data can't hold isn't in XML
            raise self.document.error((element,), f"this can't be kept: {error}") from None

    # Elements and records.

    def id(self, raw: str, wish: str, element: Element, attribute: str = "id") -> str:
        """The id for a new element: ``raw`` if it is one and is free, else made of ``wish``."""
        if len(raw) > self.limits.id_characters:
            self._check("id_characters", len(raw), element, attribute)
        id = fresh_id(raw or wish, self.elements, self._counts)
        if raw and id != raw:
            message = f"a second element has the id '{visible(raw)}'; it is called '{visible(id)}'"
            self.note("duplicate-id", message, element, attribute, ids=(raw, id))
        self.elements[id] = element
        return id

    def claim(
        self,
        raw: str,
        text: str,
        element: Element,
        *,
        kept: Mapping[str, Any] | None = None,
        **fields: Any,
    ) -> str:
        """The id of a new claim; without one of its own it is made of the claim's first words."""
        id = self.id(raw, "" if raw else slug(text) or "claim", element)
        if not text:
            self.note("no-text", f"the claim '{visible(id)}' has no text", element, ids=(id,))
        data = self.data(kept or {}, element)
        self.claims[id] = Claim(id, self.text(text, element), data=data, **fields)
        return id

    def change(self, id: str, **changes: Any) -> None:
        """Give a claim other fields."""
        self.claims[id] = evolve(self.claims[id], **changes)

    def issue(
        self, raw: str, text: str, element: Element, *, kept: Mapping[str, Any], **fields: Any
    ) -> str:
        """The id of a new issue."""
        id = self.id(raw, "" if raw else slug(text) or "issue", element)
        data = self.data(kept, element)
        self.issues[id] = Issue(id, self.text(text, element), data=data, **fields)
        return id

    def step(
        self,
        raw: str,
        role: str,
        premises: Sequence[str],
        target: str,
        element: Element,
        *,
        kept: Mapping[str, Any] | None = None,
        **fields: Any,
    ) -> str:
        """The id of a new step, a ``support`` or an ``attack``; its ends may come later."""
        attack = "rebuttal" if target in self.claims else "undercut"
        kind = "support" if role == "support" else attack
        id = self.id(raw, "" if raw else self._numbered(kind), element)
        self.links[id] = _Step(role, tuple(premises), target, element, dict(kept or {}), fields)
        return id

    def _numbered(self, kind: str) -> str:
        """The next id that a draft would give a link of a kind."""
        number = self._counts.get(f"{kind}-", 0) + 1
        while f"{kind}-{number}" in self.elements:
            number += 1
        self._counts[f"{kind}-"] = number
        return f"{kind}-{number}"

    def link(self, link: Link, element: Element) -> None:
        """Take in a link that isn't a step, whose id comes from `id`."""
        self.links[link.id] = link

    def participant(self, name: str) -> str:
        """The id of the participant of this name."""
        return self._record(self.participants, Participant, name, "participant")

    def scheme(self, name: str) -> str:
        """The id of the scheme of this name."""
        return self._record(self.schemes, Scheme, name, "scheme")

    def record_id(self, noun: str, table: Mapping[str, Any], wish: str) -> str:
        """A free id for a new record of a table: ``wish``, or ``wish-2``, ..."""
        return fresh_id(wish, table, self._record_counts.setdefault(noun, {}))

    def _record(self, table: dict[str, Any], kind: Any, name: str, noun: str) -> str:
        key = (noun, name)
        if key not in self._records:
            id = self.record_id(noun, table, slug(name) or noun)
            table[id] = kind(id, name)
            self._records[key] = id
        return self._records[key]

    # The map.

    def reading(self, *, strict: bool) -> Reading:
        """The map, with every finding; the first is raised if ``strict``."""
        links = self._finished()
        for table, held in (("claims", self.claims), ("links", links)):
            if len(held) > getattr(self.limits, table):
                self._check(table, len(held), self.document.root)
        self._tell_mended()
        self.document.root.content.clear()  # a tree that nothing needs any more, as large as all that follows
        ids = [*self.claims, *self.issues, *links]
        self.notes.compare_ids(ids, lambda index: (self.elements[ids[index]],))
        map = ArgumentMap(
            claims=tuple(self.claims.values()),
            links=tuple(links.values()),
            issues=tuple(self.issues.values()),
            groups=tuple(self.groups.values()),
            participants=tuple(self.participants.values()),
            sources=tuple(self.sources.values()),
            schemes=tuple(self.schemes.values()),
            about=self.about,
            data=self.data(self.kept, self.document.root),
        )
        return Reading(map, self.notes.told(strict=strict), self.format)

    def _finished(self) -> dict[str, Link]:
        """The links whose ends are there; the others are told of and kept."""
        steps = {id: step for id, step in self.links.items() if isinstance(step, _Step)}
        roles = {
            **dict.fromkeys(self.claims, CLAIM),
            **{id: step.role for id, step in steps.items()},
        }
        pairs = []
        for id, step in steps.items():
            step.premises = self._present(id, step, step.premises)
            others = dict.fromkeys(step.premises)
            warrants = self._present(id, step, step.fields.get("warrants", ()))
            step.fields["warrants"] = tuple([end for end in warrants if end not in others])
            pairs += [(premise, id) for premise in step.premises]
            if step.target in roles:
                pairs.append((id, step.target))
            elif step.target:
                self._dangling(id, step, step.target)
        woven = weave(roles, pairs)
        made: dict[str, Link] = {}
        for id, held in self.links.items():
            if not isinstance(held, _Step):
                made[id] = held
            elif id in woven.ends:
                made[id] = self._made(id, held, roles)
            else:
                message = f"the {held.role} '{visible(id)}' {woven.faults[id]}"
                self.put_aside("loose-link", message, held.element)
        return made

    def _present(self, id: str, step: _Step, ids: Iterable[str]) -> tuple[str, ...]:
        there = []
        for end in dict.fromkeys(ids):
            if end in self.claims:
                there.append(end)
            else:
                self._dangling(id, step, end)
        return tuple(there)

    def _dangling(self, id: str, step: _Step, end: str) -> None:
        what = "is no claim" if end in self.elements else "isn't there"
        message = f"the {step.role} '{visible(id)}' names '{visible(end)}', which {what}"
        self.note("dangling-reference", message, step.element, ids=(id,), kept=ASIDE)
        step.kept.setdefault("missing", []).append(end)

    def _made(self, id: str, step: _Step, roles: Mapping[str, str]) -> Link:
        attack = Rebuttal if roles[step.target] == CLAIM else Undercut
        kind = Support if step.role == "support" else attack
        data = self.data(step.kept, step.element)
        return kind(id, step.premises, step.target, data=data, **step.fields)

    def _tell_mended(self) -> None:
        if not self.document.mended:
            return
        count = len(self.document.mended)
        many = (
            f"control characters stand in {count:,} elements"
            if count > 1
            else "control characters stand in an element"
        )
        message = f"{many}, read as U+FFFD"
        self.note("control-character", message, self.document.mended[0])

    def _check_texts(self) -> None:
        most = self.limits.text_characters
        for element in self.document.root.walk():
            for text in (
                *element.attributes.values(),
                *[p for p in element.content if isinstance(p, str)],
            ):
                if len(text) > most:
                    self._check("text_characters", len(text), element)

    def check(self, limit: str, amount: int, *spot: Any) -> None:
        """Raise `TooLarge`, with the place, if ``amount`` passes ``limit``."""
        if amount > getattr(self.limits, limit):
            self._check(limit, amount, *(spot or (self.document.root,)))

    def _check(self, limit: str, amount: int, *spot: Any) -> None:
        try:
            self.limits.check(limit, amount)
        except TooLarge as error:
            span = self.document.span(spot)
            raise TooLarge(error.message, span=span, hint=error.hint) from None


def expect_root(document: XmlDocument, names: Iterable[str], title: str) -> Element:
    """The root of a document, which must be called by one of ``names``; prefix and namespace don't matter."""
    names = tuple(names)
    if document.root.name in names:
        return document.root
    shown = " or ".join([f"<{name}>" for name in names])
    message = f"{title} begins with {shown}, not with <{visible(document.root.name)}>"
    raise _refused(document, message)


def _refused(document: XmlDocument, message: str) -> ReadError:
    return document.error((document.root,), message, hint="name the format, if it is another one")
