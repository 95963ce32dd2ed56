"""An export of Kialo as a map."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from attrs import define, field

from ...errors import ReadError
from ...limits import Limits
from ...model.claim import Claim, Issue
from ...model.link import Answer, Rebuttal, Support
from ...model.map import ArgumentMap
from ...model.records import About, Citation, Source
from ...source import SourceText
from ..format import Reading
from ..legal import legal
from ..making import Making
from ..text_notes import TextNotes
from .document import SEE, Discussion, Entry, discussion

__all__ = ["MARKER", "read"]

MARKER = re.compile(r"\[(\d{1,9})\]")
"""A number in brackets, which names a source."""


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that an export says.

    Theses are claims, or positions on the question where there is one; a Pro supports and a Con rebuts what its
    number continues. ``-> See 1.2.`` is that claim once more. Sources are cited by the claims
    in which their numbers stand. A claim below one that isn't there is refused; numbers that are missing
    or there twice, references to nothing and lines that belong to nothing are findings, or refused if ``strict``.
    """
    source, found = legal(source, strict=strict)
    reader = _Reader(TextNotes(source, strict, found), discussion(source.text), limits)
    return Reading(reader.map(), reader.notes.told(), "kialo")


@define
class _Reader:
    """A map in the making; ``ids`` has the element of each entry, ``places`` the last entry of each number."""

    kinds: ClassVar[dict[str, type[Support] | type[Rebuttal]]] = {"Pro": Support, "Con": Rebuttal}

    notes: TextNotes
    document: Discussion
    limits: Limits
    making: Making = field(init=False)
    ids: list[str] = field(factory=list)
    places: dict[str, int] = field(factory=dict)
    sees: dict[int, int] = field(factory=dict)
    quotes: dict[str, str] = field(factory=dict)
    cited: dict[str, bool] = field(factory=dict)

    @making.default
    def _nothing_yet(self) -> Making:
        return Making(self.notes.source, self.limits)

    def map(self) -> ArgumentMap:
        """The map of the whole export."""
        document = self.document
        if not document.entries and not document.titled:
            hint = "an export has lines such as '1.1. Pro: ...'"
            raise ReadError("no numbered claim", span=self.notes.source.span(0), hint=hint)
        for start, line in document.stray:
            self.notes.add("stray-line", "a line before the first claim", start, start + len(line))
        self.quotes = {quoted.number: quoted.quote for quoted in document.sources}
        self._number()
        self._elements()
        latest = dict(zip([entry.number for entry in document.entries], self.ids, strict=True))
        for place, entry in enumerate(document.entries):
            latest[entry.number] = self.ids[place]
            above, _, _ = entry.number.rpartition(".")
            if above:
                self._link(place, entry, latest[above])
        parts, sources = self.making.parts(), self._sources()
        self._let_go()
        return ArgumentMap(
            **parts,
            sources=sources,
            about=About(document.title),
            data={"kialo": {"dialect": "older"}} if document.older else {},
        )

    def _let_go(self) -> None:
        """Forget all that only the making needed: it takes as much room as the map, which now is looked through."""
        for used in (self.document.entries, self.ids, self.places, self.making.elements):
            used.clear()

    def _number(self) -> None:
        """Take in the place of each number, and what is odd about them."""
        entries = self.document.entries
        for place, entry in enumerate(entries):
            if entry.number in self.places:
                self._odd("number-twice", f"{entry.number}. is there twice", entry)
            self.places[entry.number] = place
        for entry in entries:
            above, _, own = entry.number.rpartition(".")
            if above and above not in self.places:
                raise self.notes.error(
                    f"{entry.number}. continues {above}., which isn't there",
                    *self._span(entry),
                    hint="look for claims that are missing before it",
                )
            before = f"{above}.{int(own) - 1}" if above else str(int(own) - 1)
            if own != "1" and before not in self.places:
                self._odd("number-gap", f"{before}. isn't there before {entry.number}.", entry)

    def _elements(self) -> None:
        """Make the claims and issues, and find what the references stand for."""
        questions = {
            entry.number.rpartition(".")[0]
            for entry in self.document.entries
            if entry.word == "Thesis" and "." in entry.number
        }
        for place, entry in enumerate(self.document.entries):
            text = entry.text
            see = SEE.fullmatch(text)
            if see and see[1] in self.places and see[1] != entry.number:
                self.sees[place] = self.places[see[1]]
                self.ids.append("")
                continue
            if see:
                self._odd("dangling-see", f"{see[1]}. isn't there to be seen", entry)
            asks = entry.word == "Question" or (not entry.word and entry.number in questions)
            if not text and not asks:
                self._odd("no-text", f"{entry.number}. has no text", entry)
            made: Claim | Issue
            if asks:
                made = self.making.issue(text)
            else:
                made = self.making.claim(text, citations=self._citations(text))
            self.ids.append(made.id)
        for place in self.sees:
            self._see(place)

    def _see(self, place: int) -> None:
        """Give a reference the id of the claim in which following it ends."""
        end, steps = place, 0
        while not self.ids[end] and steps < _LONGEST:
            end = self.sees[end]
            steps += 1
        if not self.ids[end]:
            entry = self.document.entries[place]
            self._odd("dangling-see", f"{entry.number}. leads back to itself", entry)
            self.ids[end] = self.making.claim(entry.text).id
        self.ids[place] = self.ids[end]

    def _citations(self, text: str) -> tuple[Citation, ...]:
        numbers = dict.fromkeys(MARKER.findall(text)) if "[" in text else {}
        known = [number for number in numbers if number in self.quotes]
        self.cited |= dict.fromkeys(known, True)
        return tuple([Citation(number, self.quotes[number]) for number in known])

    def _link(self, place: int, entry: Entry, above: str) -> None:
        target = self.making.elements[above]
        premise = self.ids[place]
        own = self.making.elements[premise]
        if isinstance(own, Issue):
            self._odd("no-side", f"{entry.number}. is neither for nor against anything", entry)
        elif isinstance(target, Issue):
            if entry.word != "Thesis":
                self._odd(
                    "no-thesis", f"{entry.number}. answers a question and is no thesis", entry
                )
            self.making.link(Answer, premise, target.id, data=self._data(place))
        elif entry.word in self.kinds:
            kind = self.kinds[entry.word]
            self.making.link(kind, (premise,), target.id, data=self._data(place))
        else:
            self._odd("no-side", f"{entry.number}. is neither for nor against anything", entry)

    def _data(self, place: int) -> dict[str, Any]:
        """What is kept of a reference to a claim that comes later."""
        later = self.sees.get(place, 0) > place
        return {"kialo": {"see": True}} if later else {}

    def _sources(self) -> tuple[Source, ...]:
        made: dict[str, Source] = {}
        for quoted in self.document.sources:
            start = quoted.start
            if quoted.number in made:
                self.notes.add("source-twice", f"[{quoted.number}] is there twice", start)
            url = quoted.url.replace("\\(", "(").replace("\\)", ")")
            quote = quoted.quote
            kept = {"kialo": {"quote": quote}} if quote and quoted.number not in self.cited else {}
            made[quoted.number] = Source(quoted.number, url=url, data=kept)
        return tuple(made.values())

    def _odd(self, code: str, message: str, entry: Entry) -> None:
        self.notes.add(code, message, *self._span(entry))

    def _span(self, entry: Entry) -> tuple[int, int]:
        start = entry.start
        return start, self.notes.source.text.find(":", start) + 1 or start + 1


_LONGEST = 100
"""How many references to references are followed."""
