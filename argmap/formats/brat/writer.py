"""A map as stand-off annotation, with the text that it is about beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field

from ...model.claim import Claim
from ...model.link import Rebuttal, Step
from ...model.map import ArgumentMap
from ...source import SourceText
from ..branches import Branch, branches
from ..format import Rendering
from ..lines import one_line
from ..read_back import UNLIMITED, Said, losses_between
from .reader import TEXT, joined, read_with
from .vocabulary import UNTYPED, Vocabulary

__all__ = ["write_with"]

_WORD = re.compile(r"\S+")
_SPAN_ID = re.compile(r"T\S*")
_RELATION_ID = re.compile(r"R\S*")


def write_with(map: ArgumentMap, *, vocabulary: Vocabulary) -> Rendering:
    """The map as annotations with the words of a ``vocabulary``; claims that cite nothing are added to the text.

    The text is a companion of the document, unless the annotations were read without it.
    """
    said = Said()
    writer = _Writer(map, vocabulary, said)
    document = "".join([f"{line}\n" for line in writer.lines()])
    beside = () if writer.text is None else ((".txt", writer.text),)
    texts = tuple([(suffix, SourceText("", text)) for suffix, text in beside])
    source = SourceText("", document, beside=texts)
    back = read_with(source, strict=False, limits=UNLIMITED, vocabulary=vocabulary).map
    return Rendering(document, losses_between(map, back, "brat", said), "brat", beside)


def _kept(data: Mapping[str, Any]) -> Mapping[str, Any]:
    held = data.get("brat")
    return held if isinstance(held, Mapping) else {}


@define
class _Writer:
    """Lines in the making; ``text`` is what they are about, ``end`` where it ends."""

    map: ArgumentMap
    vocabulary: Vocabulary
    said: Said
    text: str | None = None
    end: int = 0
    taken: dict[str, bool] = field(factory=dict)
    counts: Counter[str] = field(factory=Counter)

    def lines(self) -> Iterator[str]:
        """The lines of the file: spans, then links, then what was kept."""
        self._begin()
        for claim in self.map.claims:
            yield from self._claim(claim)
        yield from self._links()
        for line in _texts(_kept(self.map.data).get("lines")):
            yield one_line(line)

    def _begin(self) -> None:
        """Find the text there is, and the ids that stay."""
        for source in self.map.sources:
            held = _kept(source.data).get("text")
            if source.id == TEXT and isinstance(held, str):
                self.text = held
        cited = [claim for claim in self.map.claims if self._pieces(claim)]
        ends = [cite.end or 0 for claim in cited for cite in claim.citations]
        if self.text is None and not cited and self.map.claims:
            self.text = ""
        self.end = len(self.text) if self.text is not None else max(ends, default=0)
        self.taken = dict.fromkeys(self.map, True)

    def _fresh(self, letter: str) -> str:
        self.counts[letter] += 1
        while f"{letter}{self.counts[letter]}" in self.taken:
            self.counts[letter] += 1
        return f"{letter}{self.counts[letter]}"

    def _claim(self, claim: Claim) -> Iterator[str]:
        id = claim.id if _SPAN_ID.fullmatch(claim.id) else self._fresh("T")
        self.said.ids[claim.id] = id
        cites = self._pieces(claim)
        if cites:
            offsets = ";".join([f"{cite.start} {cite.end}" for cite in cites])
            words = joined([cite.quote for cite in cites])
        else:
            first = self._added(claim.text)
            offsets, words = f"{first} {first + len(claim.text)}", claim.text
        yield f"{id}\t{self._type(claim)} {offsets}\t{one_line(words)}"
        yield from _marks(claim.data, id)

    def _type(self, claim: Claim) -> str:
        name = claim.tags[0] if claim.tags else ""
        return name if _WORD.fullmatch(name) else UNTYPED

    def _pieces(self, claim: Claim) -> list[Any]:
        """The citations that say where the claim stands in the text; none if they say other words."""
        cites = list(claim.citations)
        if any(cite.source != TEXT or cite.start is None or cite.end is None for cite in cites):
            return []
        words = joined([cite.quote for cite in cites])
        noted = self._type(claim).startswith(self.vocabulary.noted)
        return cites if words == claim.text or noted else []

    def _added(self, words: str) -> int:
        """Where the words begin that are added to the text."""
        first = self.end + 1 if self.end else 0
        if self.text is not None:
            self.text += ("\n" if self.end else "") + words
        self.end = first + len(words)
        return first

    # Links.

    def _links(self) -> Iterator[str]:
        at = branches(self.map, self.said, "brat", linked=False, on_steps=False)
        by_link: dict[str, list[Branch]] = {}
        for branch in [branch for each in at.values() for branch in each]:
            by_link.setdefault(branch.link.id, []).append(branch)
        sides = self._sides()
        for link in self.map.links:
            if not isinstance(link, Step):
                continue
            if link.id in sides:
                yield from filter(None, [sides[link.id]])
                continue
            for branch in by_link.get(link.id, ()):
                yield from self._relation(link, branch)

    def _sides(self) -> dict[str, str]:
        """For each link that an attribute says the line, with the first of them, or an empty text."""
        groups: dict[str, list[Step]] = {}
        for link in self.map.links:
            attribute = _kept(link.data).get("attribute")
            if isinstance(attribute, str) and isinstance(link, Step):
                groups.setdefault(attribute, []).append(link)
        main = [claim.id for claim in self.map.claims if self._type(claim) in self.vocabulary.main]
        sides: dict[str, str] = {}
        for attribute, links in groups.items():
            first = links[0]
            value = self.vocabulary.con if isinstance(first, Rebuttal) else self.vocabulary.pro
            wanted = [(f"{attribute}-{id}", first.kind, first.premises, id) for id in main]
            if [(link.id, link.kind, link.premises, link.target) for link in links] == wanted:
                id = self.said.ids[first.premises[0]]
                sides |= dict.fromkeys([link.id for link in links], "")
                sides[first.id] = f"{attribute}\t{self.vocabulary.stance} {id} {value}"
        return sides

    def _relation(self, link: Step, branch: Branch) -> Iterator[str]:
        again = link.id in self.said.ids
        keeps = _RELATION_ID.fullmatch(link.id) and not again
        id = link.id if keeps else self._fresh("R")
        self.said.ids.setdefault(link.id, id)
        name = _kept(link.data).get("relation")
        if not isinstance(name, str) or not _WORD.fullmatch(name):
            name = self.vocabulary.name(link.kind)
        first, second = self.said.ids[branch.premises[0]], self.said.ids[branch.at]
        yield f"{id}\t{name} Arg1:{first} Arg2:{second}"
        yield from () if again else _marks(link.data, id)


def _marks(data: Mapping[str, Any], id: str) -> Iterator[str]:
    """The lines of the attributes and notes that were read."""
    for name in ("attributes", "notes"):
        held = _kept(data).get(name)
        for mark in held if isinstance(held, tuple) else ():
            parts = _texts(mark)
            if name == "attributes" and len(parts) in (2, 3):
                yield one_line(f"{parts[0]}\t{' '.join([parts[1], id, *parts[2:]])}")
            elif name == "notes" and len(parts) == 3:
                yield one_line(f"{parts[0]}\t{parts[1]} {id}\t{parts[2]}")


def _texts(value: Any) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, tuple) else []
