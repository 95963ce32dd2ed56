"""A map as an export of Kialo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field, frozen

from ...model.link import Answer, Link
from ...model.map import ArgumentMap
from ...source import SourceText
from ..branches import branches
from ..format import Rendering
from ..lines import lines, one_line
from ..read_back import UNLIMITED, Said, losses_between
from .document import SEE, looks_special
from .reader import MARKER, read

__all__ = ["write"]

_TITLE = "Kialo text"


def write(map: ArgumentMap, *, older: bool | None = None) -> Rendering:
    """The map as an export: each claim once, below what it bears on first, and elsewhere as a reference to there.

    Linked premises become reasons of their own, undercuts objections to a premise; both are losses. ``older`` is
    the dialect with one line a claim; by default it is the one that the map was read from.
    """
    kept = _kept(map.data)
    said = Said()
    plan = _Plan(map, said, older=kept.get("dialect") == "older" if older is None else older)
    plan.lay_out()
    text = "\n".join([*plan.head(), *plan.body(), *plan.foot()]).rstrip("\n") + "\n"
    back = read(SourceText("", text), strict=False, limits=UNLIMITED).map
    plan.match(back)
    return Rendering(text, losses_between(map, back, _TITLE, said), "kialo")


def _kept(data: Mapping[str, Any]) -> Mapping[str, Any]:
    held = data.get("kialo")
    return held if isinstance(held, Mapping) else {}


@frozen
class _Row:
    """A numbered entry: an element, or a reference to one that has its own entry."""

    number: str
    word: str
    id: str
    link: Link | None = None
    reference: bool = False


@frozen
class _Branch:
    word: str
    link: Link
    premise: str


@define
class _Plan:
    """The entries of an export, in order."""

    map: ArgumentMap
    said: Said
    older: bool
    below: dict[str, list[_Branch]] = field(factory=dict)
    rows: list[_Row] = field(factory=list)
    numbers: dict[str, str] = field(factory=dict)

    def lay_out(self) -> None:
        """Give every claim and issue its number."""
        map = self.map
        for at, each in branches(map, self.said, _TITLE, linked=False, on_steps=False).items():
            self.below[at] = [
                _Branch("Pro" if branch.pro else "Con", branch.link, branch.premises[0])
                for branch in each
            ]
        for link in map.links:
            if isinstance(link, Answer):
                self.said.take_in(link.id)
                self.below.setdefault(link.issue, []).append(_Branch("Thesis", link, link.claim))
        hanging = {
            branch.premise
            for each in self.below.values()
            for branch in each
            if not _is_reference(branch.link)
        }
        starts = [claim.id for claim in map.claims if claim.id not in hanging]
        roots = 0
        for id in (*[issue.id for issue in map.issues], *starts, *[c.id for c in map.claims]):
            if id not in self.numbers:
                roots += 1
                self._tree(id, str(roots))

    def _tree(self, root: str, number: str) -> None:
        """Number a root and everything below it."""
        word = "Question" if self.map[root].kind == "issue" else "Thesis"
        todo = [_Row(number, word, root)]
        while todo:
            row = todo.pop()
            if row.id in self.numbers or (row.link and _is_reference(row.link)):
                self.rows.append(_Row(row.number, row.word, row.id, row.link, reference=True))
                continue
            self.numbers[row.id] = row.number
            self.rows.append(row)
            todo += [
                _Row(f"{row.number}.{place}", branch.word, branch.premise, branch.link)
                for place, branch in enumerate(self.below.get(row.id, ()), 1)
            ][::-1]

    def head(self) -> list[str]:
        """The title."""
        title = _plain(one_line(self.map.about.title))
        if self.older:
            return [f"Discussion Title: {title}", ""]
        return ["Discussion Name:", title, ""]

    def body(self) -> Iterator[str]:
        """The lines of the entries."""
        numbers = {row.number for row in self.rows}
        for row in self.rows:
            if row.reference:
                text = f"-> See {self.numbers[row.id]}."
            else:
                text = _plain(getattr(self.map[row.id], "text", ""))
                if (see := SEE.fullmatch(text)) and see[1] in numbers and see[1] != row.number:
                    text = text.replace("->", "→", 1)
            yield from self._old_lines(row, text) if self.older else _new_lines(row, text)

    def _old_lines(self, row: _Row, text: str) -> Iterator[str]:
        first = row is self.rows[0] and row.word == "Thesis"
        word = "" if first else f"{row.word}: "
        yield f"{row.number}. {word}{text}"

    def foot(self) -> Iterator[str]:
        """The list of sources."""
        quotes: dict[str, str] = {}
        for claim in self.map.claims:
            for citation in claim.citations:
                if citation.quote and citation.source in MARKER.findall(claim.text):
                    quotes.setdefault(citation.source, citation.quote)
        if self.map.sources and self.older:
            yield ""
        if self.map.sources:
            yield "Sources:"
        for number, source in enumerate(self.map.sources, 1):
            url = one_line(source.url.replace("(", "\\(").replace(")", "\\)"))
            yield f"[{number}] {url}".rstrip()
            quote = quotes.get(source.id) or _kept(source.data).get("quote")
            if isinstance(quote, str) and quote:
                yield quote

    def match(self, back: ArgumentMap) -> None:
        """Take in which element of the document each of the map's is."""
        own = [row for row in self.rows if not row.reference]
        claims = [row.id for row in own if row.word != "Question"]
        issues = [row.id for row in own if row.word == "Question"]
        self.said.ids |= dict(zip(claims, [claim.id for claim in back.claims], strict=False))
        self.said.ids |= dict(zip(issues, [issue.id for issue in back.issues], strict=False))
        links = [row.link for row in self.rows if row.link is not None]
        for link, other in zip(links, back.links, strict=False):
            self.said.ids.setdefault(link.id, other.id)


def _is_reference(link: Link) -> bool:
    """Whether a link was read from a reference to a later claim."""
    return _kept(link.data).get("see") is True


def _new_lines(row: _Row, text: str) -> Iterator[str]:
    indent = "  " * row.number.count(".")
    yield f"{indent}{row.number}. {row.word}:"
    for _, line in lines(text):
        yield f"{indent}{line}" if line else ""
    yield ""


def _plain(text: str) -> str:
    """A text none of whose lines would be read as something else."""
    return f"· {one_line(text)}" if looks_special(text) else text
