"""Reads outlines: what a line is by the word before its colon, what it bears on by where it stands."""

from __future__ import annotations

import re
from typing import Any

from attrs import define, evolve, field

from ...errors import Finding, ReadError
from ...limits import Limits
from ...model.claim import Claim, Issue
from ...model.ids import fresh_id, slug
from ...model.link import (
    Answer,
    Conflict,
    Link,
    Rebuttal,
    Rephrase,
    Support,
    Undercut,
)
from ...model.map import ArgumentMap
from ...model.records import About, Group
from ...source import SourceText, illegal_character, visible
from ..format import Reading
from .escapes import unescaped
from .lines import Item, items_of
from .marks import split_mark

__all__ = ["read"]

_ID = re.compile(r"(?:^|(?<=\0)|\s)\{#((?:\\.|[^\\{}\s])++)\}$")
_MANNERS = ("restates", "specialises", "generalises")
_STEPS: dict[str, type[Any]] = {
    "support": Support,
    "rebuttal": Rebuttal,
    "undercut": Undercut,
    "backing": Support,
}


def read(
    source: SourceText, *, strict: bool, limits: Limits, format: str, markdown: bool
) -> Reading:
    """The map that an outline says.

    A line under another supports it, or bears on it as the word before its colon says (``pro:``, ``con:``,
    ``undercut:``, ...). ``{#id}`` at the end gives the id; a line with nothing else is the claim
    of that id once more. The first heading or line is the title, further headings are groups. Text
    outside of the list is the description before it, and a finding after it, refused if ``strict``.
    """
    at = illegal_character(source.text)
    if at is not None:
        message = f"a control character, U+{ord(source.text[at]):04X}"
        raise ReadError(message, span=source.span(at), hint="take it out")
    reader = _Reader(source, strict, limits, format, markdown)
    items = items_of(source, markdown=markdown)
    reader.ids(items)
    for number, item in enumerate(items):
        reader.take(number, item)
    return Reading(reader.map(), tuple(reader.findings), format)


@define
class _Reader:
    """Claims and links in the making.

    ``said`` has for each bullet its mark, text and id; ``bearers`` its claim and the link it is an end of;
    ``latest`` the last bullet below each; ``more`` the ends of steps that several lines say.
    """

    source: SourceText
    strict: bool
    limits: Limits
    format: str
    markdown: bool
    findings: list[Finding] = field(factory=list)
    mentioned: dict[str, None] = field(factory=dict)
    taken: dict[str, None] = field(factory=dict)
    said: dict[int, tuple[str, str, str]] = field(factory=dict)
    claims: dict[str, Claim] = field(factory=dict)
    issues: dict[str, Issue] = field(factory=dict)
    links: dict[str, Link] = field(factory=dict)
    groups: dict[str, Group] = field(factory=dict)
    group_counts: dict[str, int] = field(factory=dict)
    around: list[tuple[int, str]] = field(factory=list)
    more: dict[str, dict[str, str]] = field(factory=dict)
    bearers: dict[int, tuple[str, str]] = field(factory=dict)
    latest: dict[int, int] = field(factory=dict)
    numbers: dict[str, int] = field(factory=dict)
    counts: dict[str, int] = field(factory=dict)
    title: str = ""
    description: list[str] = field(factory=list)
    loose: list[str] = field(factory=list)

    def _error(self, message: str, item: Item, hint: str = "") -> ReadError:
        return ReadError(message, span=self.source.span(item.start, item.end), hint=hint)

    def _plain(self, text: str, item: Item) -> str:
        """What a piece of an item says, its escapes undone and its line ends kept."""
        try:
            made = "\n".join([unescaped(line) for line in text.split("\0")])
        except ValueError as error:
            raise self._error(str(error), item) from None
        if len(made) > self.limits.text_characters:
            place = self.source.span(item.start).place
            self.limits.check("text_characters", len(made), name=place)
        return made

    def ids(self, items: list[Item]) -> None:
        """Take apart what each bullet says: its mark, its text, and the id that it gives or gets.

        An id that stands alone is that of the line whose text makes this id, wherever it stands.
        """
        for number, item in enumerate(items):
            if item.kind != "bullet":
                continue
            meaning, text = split_mark(item.text)
            found = _ID.search(text)
            id = self._plain(found[1], item) if found else ""
            self.limits.check("id_characters", len(id), name=self.source.name)
            self.said[number] = (
                meaning,
                self._plain(text[: found.start()] if found else text, item),
                id,
            )
            self.mentioned |= {id: None} if id else {}
            self.taken |= {id: None} if id and self.said[number][1] else {}
        for number, (meaning, text, id) in self.said.items():
            wish = id or self._fresh(slug(text) or ("issue" if meaning == "issue" else "claim"))
            self.said[number] = meaning, text, wish

    def take(self, number: int, item: Item) -> None:
        """Take in an item."""
        if item.kind == "heading":
            self._heading(item)
        elif item.kind == "paragraph":
            self._paragraph(item)
        else:
            self._bullet(number, item)

    def _heading(self, item: Item) -> None:
        text = self._plain(item.text, item)
        if not self.title and not self.claims and not self.groups and item.level == 1:
            self.title = text
            return
        while self.around and self.around[-1][0] >= item.level:
            self.around.pop()
        parent = self.around[-1][1] if self.around else None
        id = fresh_id(slug(text) or "group", self.groups, self.group_counts)
        self.groups[id] = Group(id, text, parent)
        self.around.append((item.level, id))

    def _paragraph(self, item: Item) -> None:
        text = self._plain(item.text, item)
        if not (self.bearers or self.groups):
            if not self.title and not self.description and not self.markdown:
                self.title = text
            else:
                self.description.append(text)
            return
        message = "a text outside of the list"
        if self.strict:
            raise self._error(message, item, "indent it below a bullet")
        place = self.source.span(item.start, item.end).place
        self.findings.append(Finding("loose-text", f"{message}; it is kept aside", place=place))
        self.loose.append(text)

    def _bullet(self, number: int, item: Item) -> None:
        meaning, text, id = self.said[number]
        above = self.bearers.get(item.parent)
        before = self.latest.get(item.parent)
        self.latest[item.parent] = number
        if meaning == "issue":
            self._nothing_above(above, item)
            self.bearers[number] = self._issue(text, id, item), ""
            return
        claim = self._claim(text, id, item)
        if meaning in ("and", "warrant"):
            self.bearers[number] = claim, self._together(meaning, claim, before, item)
            return
        if above is None:
            if meaning:
                message = f"this stands under nothing that it could be a {meaning} of"
                raise self._error(message, item, "indent it below what it bears on")
            self.bearers[number] = claim, ""
            return
        self.bearers[number] = claim, self._link(meaning, claim, above, item)

    def _nothing_above(self, above: Any, item: Item) -> None:
        if above is not None:
            raise self._error("an issue stands under nothing", item, "move it to the margin")

    def _issue(self, text: str, id: str, item: Item) -> str:
        if id in self.claims:
            raise self._error(f"'{visible(id)}' is a claim already", item)
        there = self.issues.setdefault(id, Issue(id, text))
        if text and there.text and there.text != text:
            raise self._twice(id, item)
        self.issues[id] = Issue(id, text or there.text)
        return id

    def _claim(self, text: str, id: str, item: Item) -> str:
        if id in self.issues:
            raise self._error(f"'{visible(id)}' is an issue already", item)
        home = self.around[-1][1] if self.around else None
        there = self.claims.setdefault(id, Claim(id, text, group=home))
        if text and there.text and there.text != text:
            raise self._twice(id, item)
        self.claims[id] = evolve(there, text=text or there.text)
        return id

    def _twice(self, id: str, item: Item) -> ReadError:
        hint = f"write {{#{visible(id)}}} alone where you mean it again"
        return self._error(f"'{visible(id)}' says two things", item, hint)

    def _fresh(self, wish: str) -> str:
        id = fresh_id(wish, self.taken, self.counts)
        self.taken[id] = None
        return id

    def _together(self, meaning: str, claim: str, before: int | None, item: Item) -> str:
        """The id of the step that a line with ``and:`` or ``warrant:`` is a part of."""
        _, id = self.bearers.get(-2 if before is None else before, ("", ""))
        link = self.links.get(id)
        if not isinstance(link, Support | Rebuttal | Undercut):
            message = "there is no reason or objection just above that this could belong to"
            raise self._error(message, item, "put it below a line that begins with pro: or con:")
        parts = self.more.setdefault(id, {link.premises[0]: "premises"})
        if claim in parts:
            raise self._error("this is a premise of that step already", item)
        parts[claim] = "premises" if meaning == "and" else "warrants"
        return id

    def _link(self, meaning: str, claim: str, above: tuple[str, str], item: Item) -> str:
        """Make the link by which a bullet bears on the one above it."""
        target, step = above
        if meaning in ("undercut", "backing"):
            if not step:
                verb = "undercut" if meaning == "undercut" else "back"
                hint = "write it below a reason or an objection"
                raise self._error(f"there is no step here to {verb}", item, hint)
            target = step
        elif target in self.issues:
            if meaning not in ("", "answer"):
                raise self._error("only answers stand under an issue", item, "write answer:")
            return self._add(Answer(self._name("answer"), claim, target))
        if meaning == "answer":
            hint = "write issue: there"
            raise self._error("this answers nothing: no issue is above it", item, hint)
        if meaning not in _STEPS and meaning and claim == target:
            raise self._error("a claim can't be its own contrary, nor rephrase itself", item)
        if meaning in _MANNERS:
            manner: Any = meaning
            return self._add(Rephrase(self._name("rephrase"), claim, target, manner))
        if meaning in ("contrary", "contradicts"):
            strong = meaning == "contradicts"
            return self._add(Conflict(self._name("conflict"), (target, claim), strong))
        kind = _STEPS[meaning or "support"]
        return self._add(kind(self._name(kind.kind), (claim,), target))

    def _name(self, kind: str) -> str:
        self.numbers[kind] = self.numbers.get(kind, 0) + 1
        wish = f"{kind}-{self.numbers[kind]}"
        return self._fresh(wish if wish not in self.mentioned else f"{wish}-link")

    def _add(self, link: Link) -> str:
        self.links[link.id] = link
        return link.id

    def map(self) -> ArgumentMap:
        """The map of all that was taken in."""
        for limit, count in (("claims", len(self.claims)), ("links", len(self.links))):
            self.limits.check(limit, count, name=self.source.name)
        for id, parts in self.more.items():
            ends: dict[str, Any] = {
                name: tuple([claim for claim, part in parts.items() if part == name])
                for name in ("premises", "warrants")
            }
            self.links[id] = evolve(self.links[id], **ends)
        data = {self.format: {"text": self.loose}} if self.loose else {}
        return ArgumentMap(
            claims=tuple(self.claims.values()),
            issues=tuple(self.issues.values()),
            links=tuple(self.links.values()),
            groups=tuple(self.groups.values()),
            about=About(self.title, "\n\n".join(self.description)),
            data=data,
        )
