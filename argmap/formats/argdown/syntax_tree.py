"""What stands where in a document, for editors, linters and whoever else works on the text itself."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from attrs import evolve, field, frozen

from ...errors import Finding
from ...source import SourceText, Span
from ..legal import legal
from .blocks import parsed
from .notes import Notes
from .pieces import Piece, pieces
from .tree import Document, Entry

__all__ = ["Syntax", "syntax"]

Titled = Literal["statement", "argument"]


@frozen
class Syntax:
    """A document's text, its tree, and the pieces it is written with.

    ``pieces`` come in the document's order and don't overlap; between them stand only blanks and line ends, so
    that nothing of the text is lost. A piece names the entry of ``document.entries`` that it belongs to;
    comments and the front matter belong to none. ``findings`` are those of reading.
    """

    source: SourceText
    document: Document
    pieces: tuple[Piece, ...] = field(repr=False)
    findings: tuple[Finding, ...] = ()
    _named: dict[tuple[str, str], list[Piece]] = field(
        factory=dict, init=False, repr=False, eq=False
    )

    def at(self, line: int, column: int) -> Piece | None:
        """What stands at a place, both counted from 1; None for blanks and places that aren't there."""
        offset, number = self._before(line, column)
        found = self.pieces[number] if number >= 0 else None
        return found if found is not None and offset < found.stop else None

    def entry_at(self, line: int, column: int) -> Entry | None:
        """The entry that stands at a place, blanks between its pieces too; None if there is none."""
        offset, number = self._before(line, column)
        if number < 0:
            return None
        piece, *behind = self.pieces[number : number + 2]
        between = offset >= piece.stop
        if piece.entry < 0 or (between and [piece.entry] != [each.entry for each in behind]):
            return None
        return self.document.entries[piece.entry]

    def _before(self, line: int, column: int) -> tuple[int, int]:
        """The character at a place, and the number of the last piece that begins there or before; -1 if none does."""
        starts = self.source.line_starts()
        if not (1 <= line <= len(starts) and column >= 1):
            return -1, -1
        offset = starts[line - 1] + column - 1
        if offset >= (starts[line] if line < len(starts) else len(self.source.text)):
            return -1, -1
        return offset, bisect_right(self.pieces, offset, key=_start) - 1

    def span(self, piece: Piece | Entry) -> Span:
        """Where a piece or an entry stands: line and column, the line itself with a caret."""
        return self.source.span(piece.start, piece.stop if isinstance(piece, Piece) else piece.end)

    def words(self, piece: Piece) -> str:
        """How a piece is written."""
        return self.source.text[piece.start : piece.stop]

    def occurrences(self, title: str, kind: Titled = "statement") -> tuple[Piece, ...]:
        """Every definition, reference and mention of a title, in the document's order."""
        if not self._named:
            named: dict[tuple[str, str], list[Piece]] = {("", ""): []}
            for piece in self.pieces:
                if piece.kind in _NAMING:
                    key = (_NAMING[piece.kind], piece.value)
                    named.setdefault(key, []).append(piece)
            self._named.update(named)  # one call, so that two threads can't mix theirs
        return tuple(self._named.get((kind, title), ()))

    def members(self, title: str, kind: Titled = "statement") -> tuple[Entry, ...]:
        """Every entry of a title: where it is said, and where it is referred to, but not where it is mentioned."""
        found = [self.document.entries[each.entry] for each in self.occurrences(title, kind)]
        return tuple([entry for entry in found if (entry.kind, entry.title) == (kind, title)])


def _start(piece: Piece) -> int:
    return piece.start


_NAMING: dict[str, str] = {
    f"{kind} {form}": kind
    for kind in ("statement", "argument")
    for form in ("definition", "reference", "mention")
}


def syntax(text: str | SourceText) -> Syntax:
    r"""The syntax of a document of Argdown; raises `ReadError` if it can't be read.

    >>> tree = syntax("[A]: Yes.\n  + <B>: Because. // really?\n")
    >>> tree.at(2, 5)
    Piece(kind='argument definition', start=14, stop=18, value='B', entry=1)
    >>> tree.entry_at(2, 9).operator, tree.at(2, 20).kind
    ('+', 'comment')
    """
    source = text if isinstance(text, SourceText) else SourceText("<text>", text)
    readable, found = legal(source)
    if readable.text.startswith("\ufeff"):
        readable = evolve(readable, text=" " + readable.text[1:])  # places stay
    notes = Notes(readable, found=found)
    document, tokens = parsed(readable.text, notes)
    parts = tuple(pieces(readable.text, document, tokens))
    return Syntax(source, document, parts, notes.told())
