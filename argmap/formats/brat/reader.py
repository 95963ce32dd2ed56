"""Stand-off annotation as a map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from attrs import define, field

from ...limits import Limits
from ...model.data import Data
from ...model.link import Rebuttal, Step, Support, Undercut
from ...model.map import ArgumentMap
from ...model.records import Citation, Source
from ...source import SourceText, visible
from ..format import Reading
from ..legal import legal
from ..making import Making
from ..text_notes import TextNotes
from .annotations import Annotations, Mark, Relation, Span, annotated
from .offsets import Counting, Pieces
from .undercuts import undercut_steps
from .vocabulary import UNTYPED, Vocabulary

__all__ = ["TEXT", "joined", "read_with"]

TEXT = "text"
"""The id of the source that is the text beside the annotations."""


def read_with(
    source: SourceText, *, strict: bool, limits: Limits, vocabulary: Vocabulary
) -> Reading:
    """The map that a file of annotations says, with the words of a ``vocabulary``.

    Every span is a claim with its type for a tag, which cites the text; relations and stances are links. What
    else there is stays in the free data. Spans that the text doesn't bear out, offsets that count
    something else than characters, relations of unknown names or to spans that aren't there and a text that isn't
    beside the file are findings, or refused if ``strict``.
    """
    text, found = None, []
    for _, companion in source.beside:
        plain, more = legal(companion)
        text = plain.text
        found += more
    source, more = legal(source, strict=strict)
    notes = _Notes(source, strict, [*found, *more])
    reader = _Reader(vocabulary, notes, annotated(source.text), text, Making(source, limits))
    return Reading(reader.map(), notes.told(), "brat")


@define
class _Notes(TextNotes):
    """What is found in annotations; a text in memory has no other beside it, strict or not."""

    harmless: ClassVar[tuple[str, ...]] = ("no-source-text",)


@define
class _Reader:
    """A map in the making; ``kept`` are the lines that stay as they are."""

    vocabulary: Vocabulary
    notes: TextNotes
    document: Annotations
    text: str | None
    making: Making
    kept: list[str] = field(factory=list)
    marks: dict[str, dict[str, list[Any]]] = field(factory=dict)
    miscounted: dict[str, list[Span]] = field(factory=dict)
    spans: dict[str, Span] = field(factory=dict)
    main: list[str] = field(factory=list)
    lines_on: dict[str, list[str]] = field(factory=dict)

    def map(self) -> ArgumentMap:
        """The map of the whole file."""
        self._spans()
        self._sort_marks()
        self._claims()
        for unit, wrong in self.miscounted.items():
            first = wrong[0]
            message = f"the offsets of {len(wrong):,} spans count {unit}, not characters"
            self.notes.add(f"{unit.split()[0].lower()}-offsets", message, *_place(first))
        self._links()
        self.kept += [line for _, line in self.document.others]
        for start, line in self.document.strange:
            self.notes.add("unknown-line", "this line is no annotation", start, start + len(line))
            self.kept.append(line)
        text = {"brat": {"text": self.text}} if self.text is not None else {}
        return ArgumentMap(
            **self.making.parts(),
            sources=(Source(TEXT, data=text),) if self.spans or text else (),
            data={"brat": {"lines": self.kept}} if self.kept else {},
        )

    def _spans(self) -> None:
        """Take in the spans, each id once."""
        for span in self.document.spans:
            if span.id in self.spans:
                self._aside("duplicate-id", f"a second span is called {visible(span.id)}", span)
                continue
            self.spans[span.id] = span
            if span.type in self.vocabulary.main:
                self.main.append(span.id)
        if self.text is None and self.spans:
            hint = "put it beside the annotations, with the same name and the suffix .txt"
            self.notes.add("no-source-text", "the text isn't there", 0, hint=hint)

    def _sort_marks(self) -> None:
        """Put notes and attributes to what they are on; those on nothing stay as they are."""
        relations = {link.id for link in self.document.links if isinstance(link, Relation)}
        for link in self.document.links:
            if isinstance(link, Mark) and not self._side_of(link):
                if link.on in self.spans or link.on in relations:
                    value = [] if link.value is None else [link.value]
                    self._mark(link, "attributes", [link.id, link.name, *value])
                else:
                    self._dangling(link, link.on)
        for note in self.document.notes:
            if note.on in self.spans or note.on in relations:
                self._mark(note, "notes", [note.id, note.name, note.value or ""])
            else:
                self.kept.append(note.line)

    def _side_of(self, mark: Mark) -> str:
        """The kind of link that an attribute is toward main claims that are there, or an empty text."""
        if not self.main or mark.on not in self.spans:
            return ""
        return self.vocabulary.side(mark.name, mark.value or "")

    def _mark(self, mark: Mark, name: str, value: list[str]) -> None:
        self.marks.setdefault(mark.on, {}).setdefault(name, []).append(value)
        self.lines_on.setdefault(mark.on, []).append(mark.line)

    # Claims.

    def _claims(self) -> None:
        counting = None if self.text is None else Counting(self.text)
        for span in self.spans.values():
            pieces, words = self._told(span, counting)
            text = joined(words)
            held = self.marks.get(span.id, {})
            if span.type.startswith(self.vocabulary.noted):
                text = next((note[2] for note in held.get("notes", ()) if note[2]), text)
            cites = [
                Citation(TEXT, quote, start=first, end=last)
                for (first, last), quote in zip(pieces, words, strict=True)
            ]
            tags = () if span.type == UNTYPED else (span.type,)
            self.making.claim(text, id=span.id, tags=tags, citations=tuple(cites), data=_data(held))

    def _told(self, span: Span, counting: Counting | None) -> tuple[Pieces, list[str]]:
        """The pieces of a span and the words of each."""
        words = span.words
        if counting is None:
            return span.pieces, _cut(words or "", span.pieces)
        if words is None:
            self.notes.add("no-text", "the span doesn't repeat its words", *_place(span))
            words = counting.words(span.pieces)
        found = counting.counted(span.pieces, words)
        if found is None:
            there = visible(counting.words(span.pieces)[:40])
            message = f"the text has '{there}' there, and the span other words"
            self.notes.add("span-text", message, *_place(span), ids=(span.id,))
            return span.pieces, _cut(words, span.pieces)
        unit, pieces = found
        if unit != "characters":
            self.miscounted.setdefault(unit, []).append(span)
        return pieces, _cut(words, pieces)

    # Links.

    def _links(self) -> None:
        relations: dict[str, Relation] = {}
        for link in self.document.links:
            if isinstance(link, Relation) and self._is_link(link, relations):
                relations[link.id] = link
        kinds = {id: self.vocabulary.kind(each.name) for id, each in relations.items()}
        steps = undercut_steps(relations.values(), kinds)
        for link in self.document.links:
            if isinstance(link, Mark):
                if kind := self._side_of(link):
                    self._side(link, kind)
            elif relations.get(link.id) is link:
                self._relation(link, kinds[link.id], steps)

    def _is_link(self, link: Relation, relations: dict[str, Relation]) -> bool:
        missing = [end for end in (link.first, link.second) if end not in self.spans]
        if link.id in relations:
            self._aside("duplicate-id", f"a second relation is called {visible(link.id)}", link)
            return False
        if missing:
            self._dangling(link, missing[0])
        elif not self.vocabulary.kind(link.name):
            message = f"the relation '{visible(link.name)}' is no kind of link"
            self._aside("unknown-relation", message, link)
        else:
            return True
        self.kept += self.lines_on.get(link.id, ())
        return False

    def _relation(self, link: Relation, kind: str, steps: dict[str, str]) -> None:
        target = link.second
        made = _KINDS[kind]
        if link.id in steps:
            target = steps[link.id]
        elif kind == "undercut":
            message = f"'{visible(target)}' takes no step to undercut; this is read as a rebuttal"
            self.notes.add("undercut-of-claim", message, *_place(link), ids=(link.id,))
            made = Rebuttal
        held: dict[str, Any] = dict(self.marks.get(link.id, {}))
        if link.name != self.vocabulary.name(made.kind):
            held["relation"] = link.name
        self.making.link(made, (link.first,), target, id=link.id, data=_data(held))

    def _side(self, mark: Mark, kind: str) -> None:
        for main in self.main:
            id = f"{mark.id}-{main}"
            if id in self.making.elements:
                self._aside(
                    "duplicate-id", f"a second attribute is called {visible(mark.id)}", mark
                )
                return
            data = {"brat": {"attribute": mark.id}}
            self.making.link(_KINDS[kind], (mark.on,), main, id=id, data=data)

    def _dangling(self, link: Relation | Mark, end: str) -> None:
        message = f"'{visible(end)}' isn't there, or is no span"
        self._aside("dangling-relation", message, link)

    def _aside(self, code: str, message: str, what: Span | Relation | Mark) -> None:
        self.notes.add(code, f"{message}; it is kept aside", *_place(what))
        self.kept.append(what.line)


_KINDS: dict[str, type[Step]] = {"support": Support, "rebuttal": Rebuttal, "undercut": Undercut}


def _data(held: dict[str, Any]) -> Data | dict[str, Any]:
    return {"brat": held} if held else {}


def _place(what: Span | Relation | Mark) -> tuple[int, int]:
    return what.start, what.start + len(what.line)


def _cut(words: str, pieces: Pieces) -> list[str]:
    """The words of each piece, by how long the pieces are; all of them with the first if they aren't so long."""
    cuts, at = [], 0
    for first, last in pieces:
        cuts.append(words[at : at + max(0, last - first)])
        at += max(0, last - first) + 1
    return cuts if joined(cuts) == words else [words, *[""] * (len(pieces) - 1)]


def joined(words: Iterable[str]) -> str:
    """The words of the pieces of a span as one text."""
    return " ".join([each for each in words if each])
