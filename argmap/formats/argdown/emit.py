"""The lines of a document: blocks of claims with what bears on them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import define, evolve, field, frozen

from ...errors import Loss
from ...model.claim import Claim
from ...model.data import Data
from ...model.link import Conflict, Link, Undercut
from .fields import braces, differing, user_data
from .names import Names
from .own import ARGDOWN, SPEAKER, is_gist, is_machine_made, kept
from .plan import Line, Plan
from .shorthand import References
from .texts import Words, tags_of, wording_of, words_of

__all__ = ["Emitter", "Said"]

_DEEPEST = 6
"""What bears on a claim below so many relations stands in a block of its own."""


@frozen
class Said:
    """A title, words and tags as they are written, and what of them the reader gets from there."""

    written: str
    words: Words
    tags: tuple[str, ...]
    wordings: tuple[str, ...]


@define
class Emitter:
    """A document in the making: its lines, the claims that it has said, and the section that it is in.

    ``short`` are names of records, ``codes`` shortcodes of the document's own, ``arguments`` the titles in pointed brackets. ``claims`` and ``links`` have the ids in the order of their first mention,
    ``explicit`` those of links that are written; ``titled`` are the ids whose titles are written, and ``tags`` the
    tags that are; ``concluding`` are the structures still to come, ``later`` the claims on which something bears that is; ``shared`` are the links that stand on one line
    together; ``mentioned`` are the claims of the block in the making, ``wordings`` stand above it. ``met`` has the section in which each claim
    is mentioned first; ``sections`` are those that have begun, ``deferred`` the
    structures that wait for theirs. ``untitled`` says that a structure without a title is in the making, which would be
    that of an argument whose other wording stood above it. ``unrooted`` says that claims came that bear on something said
    elsewhere or in a circle.
    """

    plan: Plan
    names: Names
    short: References
    tags_apart: bool
    codes: Sequence[str] = ()
    tags: dict[str, None] = field(factory=dict)
    lines: list[str] = field(factory=list)
    claims: dict[str, None] = field(factory=dict)
    links: dict[str, None] = field(factory=dict)
    explicit: set[str] = field(factory=set)
    said: set[str] = field(factory=set)
    titled: dict[str, None] = field(factory=dict)
    section: str | None = None
    concluding: deque[str] = field(factory=deque)
    later: deque[str] = field(factory=deque)
    met: dict[str, str | None] = field(factory=dict)
    sections: set[str | None] = field(factory=lambda: {None})
    deferred: dict[str | None, list[str]] = field(factory=dict)
    mentioned: dict[str, None] = field(factory=dict)
    wordings: list[tuple[str, str]] = field(factory=list)
    untitled: bool = False
    unrooted: bool = False
    shared: list[list[str]] = field(factory=list)
    arguments: set[str] = field(init=False)

    @arguments.default
    def _arguments(self) -> set[str]:
        return {*self.plan.titles.values(), *[self.names.title[id] for id in self.plan.gists]}

    def block(self, lines: Iterable[str]) -> None:
        """Write a block; the other wordings of what it says come before it, since the last one counts."""
        made = list(lines)
        for id, wording in self.wordings:
            self.claims |= {id: None} if id in self.names.claims else {}
            self.lines += [wording, ""]
        self.claims |= self.mentioned
        self.mentioned.clear()
        self.wordings.clear()
        self.lines += [*made, ""]

    def begins_with(self, sign: str) -> bool:
        """Whether the last block does."""
        at = len(self.lines) - 2  # the last line is blank
        while at > 0 and self.lines[at - 1]:
            at -= 1
        return at >= 0 and self.lines[at].startswith(sign)

    def below(self, at: str, depth: int = 1) -> list[str]:
        """The lines below a claim or inference, and below them what bears on those."""
        return self.nested(self.plan.below.get(at, ()), depth)

    def nested(self, lines: Sequence[Line], depth: int = 1) -> list[str]:
        """Relation lines with all that is below them."""
        made = []
        stack = [(depth, line) for line in reversed(lines)]
        while stack:
            depth, line = stack.pop()
            if line.speaker:
                made.append(f"{'  ' * depth}{line.operator} {self._spoken(line)}")
                continue
            new = self.can_say(line.claim)
            under = self.plan.below.get(line.claim, ()) if new else ()
            later = depth == _DEEPEST and bool(under)
            said = self.mention(line.claim, self._link(line), new=new, later=later)
            made.append(f"{'  ' * depth}{line.operator} {said}")
            if not later:
                stack += [(depth + 1, each) for each in reversed(under)]
        return made

    def _spoken(self, line: Line) -> str:
        """The title of a structure that a relation leads from; the structure comes behind the block."""
        self.titled.setdefault(line.speaker)
        self.concluding.append(line.speaker)
        link = self._link(line)
        title = f"<{self.plan.titles[line.speaker]}>"
        return title + self.braces({}, {"link": link} if link else {})

    def can_say(self, id: str) -> bool:
        """Whether a claim that is mentioned is said right there."""
        return id not in self.said and self.names.claims[id].group == self.section

    def mention(
        self,
        id: str,
        link: dict[str, Any] | None = None,
        *,
        new: bool,
        begins: bool = False,
        later: bool = False,
    ) -> str:
        """A claim by its title; if it is ``new``, with all about it. What it concludes comes behind its block.

        If ``later``, what bears on it comes behind the block as well.
        """
        self.mentioned.setdefault(id)
        self.met.setdefault(id, self.section)
        own = {"link": link} if link else {}
        if not new:
            return self._title(id) + self.braces({}, own)
        self.said.add(id)
        self.concluding += self.plan.concluded.get(id, ())
        self.later += [id] if later else []
        once = not later and self.plan.uses[id] <= (0 if begins else 1)
        plain = id in self.names.plain and once and id not in self.plan.gists
        return self._claim(
            self.names.claims[id], "" if plain else self._title(id), own, begins=begins
        )

    def braces(self, data: Mapping[str, Any], own: Mapping[str, Any]) -> str:
        """Data as it stands behind a text."""
        return braces(data, own, self.short)

    def _title(self, id: str) -> str:
        self.titled.setdefault(id)
        title = self.names.title[id]
        return f"<{title}>" if id in self.plan.gists else f"[{title}]"

    def _claim(self, claim: Claim, title: str, own: dict[str, Any], *, begins: bool) -> str:
        said = self.say(claim, title, begins=begins)
        fields = dict(self.names.own[claim.id]) if title else {}
        known = {"source": said.words.source} if said.words.source else {}
        if is_gist(claim):
            known = {"kind": "argument", **known}
        elif claim.id in self.plan.gists:
            fields["kind"] = "claim"
        data = user_data(claim.data)
        whole = data | ({ARGDOWN: known} if known else {})
        expected = {
            "id": claim.id,
            "title": claim.title,
            "text": claim.text if said.words.exact else None,
            "tags": said.tags,
            "group": self._section_of(claim, said, whole),
            "data": whole,
            "wordings": said.wordings,
        }
        fields |= differing(claim, expected)
        return said.written + self.braces({} if "data" in fields else data, fields | own)

    def _section_of(self, claim: Claim, said: Said, data: Mapping[str, Any]) -> str | None:
        """The section that the reader finds a claim in: with no text of its own it is where it is first mentioned.

        Data says otherwise, but not if it stands under ``argmap`` because it is more than the ``data`` that is read.
        """
        placed = claim.data.get("isInGroup")
        if placed is not None and claim.data != Data(data):
            placed = None
        if placed is True or (said.words.text and placed is None):
            return self.section
        return self.met[claim.id]

    def say(self, claim: Claim, title: str, *, begins: bool = False) -> Said:
        """A title with words and tags; other wordings go above the block, if they can be said there."""
        words = words_of(
            claim,
            begins=begins and not title,
            tags_apart=self.tags_apart,
            codes=self.codes,
        )
        written = f"{title}: {words.text}" if title and words.text else title or words.text
        tags: tuple[str, ...] = claim.tags
        if self.tags_apart or not words.text:
            behind = tags_of(tags) if len({*tags}) == len(tags) else None
            written, tags = (written, ()) if behind is None else (written + behind, tags)
        self.tags |= dict.fromkeys(tags)
        return Said(written, words, tags, self._wordings(claim, title, words))

    def _wordings(self, claim: Claim, title: str, words: Words) -> tuple[str, ...]:
        read = claim.text if words.exact else " ".join(claim.text.split())
        written = [wording_of(each, self.codes) for each in claim.wordings]
        distinct = len(dict.fromkeys((*claim.wordings, read))) > len(claim.wordings)
        if not words.text or (self.untitled and title.startswith("<")):
            return ()
        if not distinct or not all(one.text and one.exact for one in written):
            return ()
        self.wordings += [(claim.id, f"{title}: {one.text}") for one in written]
        return claim.wordings

    def _link(self, line: Line) -> dict[str, Any]:
        """The fields of a link that its relation lines don't say."""
        link = line.link
        self.links |= dict.fromkeys([each.id for each in (link, *line.others)])
        if line.others:
            self.shared.append([link.id, *[each.id for each in line.others]])
            self._tell_unsaid(line)
            return {}
        if line.joined and link.id in self.explicit:
            return {"id": link.id}
        fields = differing(link, _expected(line))
        if is_machine_made(link.id) and not line.joined:
            del fields["id"]
        else:
            self.explicit.add(link.id)
        return fields

    def _tell_unsaid(self, line: Line) -> None:
        """Tell what links hold that share a line, which says no more than that they are there."""
        for link in (line.link, *line.others):
            fields = differing(link, _expected(evolve(line, link=link)))
            if is_machine_made(link.id):
                del fields["id"]
            why = "one line undercuts all that an argument bears on, and has no data"
            self.plan.moved += [Loss(f"undercut-{name}", link.id, name, why) for name in fields]


def _expected(line: Line) -> dict[str, Any]:
    """What the reader knows of a link by its line."""
    link: Link = line.link
    if isinstance(link, Conflict):
        return {"contradictory": line.operator == "><"}
    known = {"relation": "attack"} if isinstance(link, Undercut) and line.operator == "-" else {}
    if line.speaker:
        known[SPEAKER] = kept(link)[SPEAKER]
    return {"strict": line.entails, "data": {ARGDOWN: known} if known else {}}
