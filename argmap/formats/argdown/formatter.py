"""Argdown in one layout: what is said, its order, its words and comments stay; blanks and line ends change.

====================  ========================================================================
between blocks        one empty line, none inside them
relations             two blanks a level, one blank behind the operator
lists, numbers        at the margin, one blank behind; no list inside another
lines that go on      below the first word of what they go on with
titles, tags, data    one blank between them; YAML as it is
inferences            ``----``, or ``-- rule, rule --``
lines                 no blanks at the end, all with the line end of the first; one at the end
====================  ========================================================================

Two blanks or more at the end of a line inside a text are words to Argdown, and stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from attrs import define, evolve, field

from ...errors import ReadError
from ...source import SourceText
from .content import TITLED
from .images import LINE_END, core_end, image, shifted
from .pieces import COMMENT, MARKERS, Piece
from .syntax_tree import syntax
from .tokens import DATA, FRONT_MATTER, HEADING, INFERENCE, RELATION, TAG
from .tree import Document

__all__ = ["formatted"]

_ALONE = MARKERS | {INFERENCE, FRONT_MATTER}
"""What no comment stands before on its line, where it would hide how far it is indented."""


def formatted(text: str | SourceText) -> str:
    r"""A document in argmap's layout; raises `ReadError` if it can't be read.

    What the result says is compared with what the document says. What the reference implementation refuses
    for its layout alone, such as an empty line inside a relation block, comes out in the form that it accepts.

    >>> print(formatted("[A]:  a\n\n\n    +[B] \n"), end="")
    [A]: a
      + [B]
    """
    source = text if isinstance(text, SourceText) else SourceText("<text>", text)
    old = syntax(source)
    tree = old.document
    first = LINE_END.search(source.text)
    newline = "\r\n" if first and first[0] == "\r\n" else "\n"
    made = _Layout(source.text, tree, newline).all(old.pieces)
    whole = made + newline if made else ""
    try:
        _hold(source, tree, whole)
    except ReadError:  # a // at the very end is words, and would be a comment if its line ended
        _hold(source, tree, made)
        return made
    return whole


def _hold(source: SourceText, tree: Document, made: str) -> None:
    """Raise `ReadError` if a new layout says something else than the old one."""
    if made == source.text:
        return
    what, hint = (
        "with other blanks and line ends",
        "look for words that are missing, or for stray signs",
    )
    try:
        pairs = zip_longest(_said(tree), _said(syntax(evolve(source, text=made)).document))
    except ReadError as error:
        message = f"{what} this would be refused: {error.message}"
        raise ReadError(message, name=source.name, hint=hint) from error
    changed = next((number for number, (old, new) in enumerate(pairs) if old != new), None)
    if changed is not None:
        entry = tree.entries[min(changed, len(tree.entries) - 1)]
        span = source.span(entry.start, entry.end)
        raise ReadError(f"{what} this would say something else", span=span, hint=hint)


def _said(document: Document) -> list[object]:
    """All that a document says, without the places where it does."""
    entries = [
        (
            each.kind,
            each.form,
            each.title,
            each.text.rstrip(),
            each.place,
            each.parent,
            each.operator,
            each.number,
            each.tags,
            each.data,
            each.rules,
            each.source,
        )
        for each in document.entries
    ]
    return [*entries, document.blocks, document.front_matter]


@define
class _Layout:
    """A document in the making: the lines that are done, and the one that we are on.

    ``indent`` is how far that line is indented, ``hang`` how far the lines are that go on with its text,
    ``entry`` the number of the entry that we are in.
    """

    text: str
    document: Document
    newline: str
    lines: list[str] = field(factory=list)
    line: list[str] = field(factory=list)
    indent: int = 0
    hang: int = 0
    entry: int = -1
    depths: list[int] = field(factory=list)
    firsts: frozenset[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.firsts = frozenset([block.first for block in self.document.blocks])
        for entry in self.document.entries:
            self.depths.append(self.depths[entry.parent] + 1 if entry.parent >= 0 else 0)

    def all(self, parts: Sequence[Piece]) -> str:
        """The document but for its last line end."""
        before: Piece | None = None
        comments: list[Piece] = []
        for piece in parts:
            if piece.kind == COMMENT:
                comments.append(piece)
            else:
                self._go_on(before, comments, piece)
                before, comments = piece, []
        self._break(before, comments, Piece("", len(self.text), len(self.text)))
        return self.newline.join([*self.lines, "".join(self.line)] if self.line else self.lines)

    def _go_on(self, before: Piece | None, comments: Sequence[Piece], piece: Piece) -> None:
        """Write a piece, and first what stands between it and the one before."""
        begins = piece.entry != self.entry or piece.kind == FRONT_MATTER
        if before is None or begins or any(self._line_ends(before.stop, comments, piece)):
            self._break(before, comments, piece, begins=begins)
        else:
            self.line.append(self._blanks(before, comments, piece))
        whole = image(self.text, piece, self.newline)
        if piece.kind in (DATA, FRONT_MATTER) and self.newline in whole:
            whole = shifted(whole, self.indent - self._margin(piece.start), self.newline)
        self.line.append(whole)
        if begins:
            self.entry = piece.entry
            self.hang = self.indent + len(whole) + 1 if piece.kind in _HANGING else self.indent

    def _blanks(self, before: Piece, comments: Sequence[Piece], piece: Piece) -> str:
        """What stands between two pieces on a line."""
        raw = self.text[core_end(self.text, before) : piece.start]
        if comments:
            return LINE_END.sub(self.newline, raw)
        form = self.document.entries[piece.entry].form
        if before.kind in _ONE_BLANK or (before.kind == TAG and form == "reference"):
            return " "
        if piece.kind == DATA and raw:
            return " "
        return raw

    def _break(
        self, before: Piece | None, comments: Sequence[Piece], piece: Piece, *, begins: bool = True
    ) -> None:
        """Go to a new line for a piece, with the comments before it."""
        block = begins and (piece.entry < 0 or piece.entry in self.firsts)
        indent = self.hang
        if begins:
            indent = 2 * self.depths[piece.entry] if piece.entry >= 0 else 0
        stop, own = self._end_line(before, comments, words=not begins and piece.kind != DATA)
        ends = self._line_ends(stop, own, piece)
        if before is None:
            ends[0] = max(ends[0], 1)
        elif block and piece.kind and max(ends) < 2:
            ends[0] = 2
        below = block
        for comment, count in zip(own, ends, strict=False):
            below = below and count < 2
            if count:
                margin = self._margin(comment.start)
                at = self.indent if below and margin else indent
                self._new_line(at, blank=block and count > 1)
                whole = image(self.text, comment, self.newline)
                self.line.append(shifted(whole, at - margin, self.newline))
            else:
                self._keep(stop, comment)
            stop = comment.stop
        if not piece.kind:
            return
        if own and not ends[-1] and piece.kind not in _ALONE:
            self.line.append(self.text[stop : piece.start])
        else:
            self._new_line(indent, blank=block and ends[-1] > 1)

    def _end_line(
        self, before: Piece | None, comments: Sequence[Piece], *, words: bool
    ) -> tuple[int, Sequence[Piece]]:
        """Write what is behind a piece on its line, and give where that ends and the comments that are left."""
        if before is None:
            return 0, comments
        stop, taken = before.stop, 0
        while taken < len(comments) and not self._ends(stop, comments[taken].start):
            begun = stop if taken else core_end(self.text, before)
            self._keep(begun, comments[taken])
            stop = comments[taken].stop
            taken += 1
        tail = self.text[core_end(self.text, before) : stop]
        counts = tail not in ("", " ") or self.line[-1].endswith(" ")
        if not taken and (before.kind == HEADING or (words and counts)):
            self.line.append(tail)
        return stop, comments[taken:]

    def _keep(self, start: int, comment: Piece) -> None:
        """Write a comment behind what stands on the line, with the blanks from ``start`` on."""
        self.line += [self.text[start : comment.start], image(self.text, comment, self.newline)]

    def _line_ends(self, stop: int, comments: Sequence[Piece], piece: Piece) -> list[int]:
        """How many lines end before each comment, and before the piece."""
        stops = [stop, *[comment.stop for comment in comments]]
        starts = [*[comment.start for comment in comments], piece.start]
        return [self._ends(*gap) for gap in zip(stops, starts, strict=True)]

    def _ends(self, start: int, stop: int) -> int:
        return max(self.text.count("\n", start, stop), self.text.count("\r", start, stop))

    def _margin(self, at: int) -> int:
        """How far the line of a place is indented in the document."""
        start = max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1
        return at - start - len(self.text[start:at].lstrip(" \t"))

    def _new_line(self, indent: int, *, blank: bool) -> None:
        if self.line:
            self.lines += ["".join(self.line), ""] if blank else ["".join(self.line)]
        self.indent = indent
        self.line = [" " * indent]


_HANGING = (RELATION, "item", "number")
_ONE_BLANK = MARKERS | TITLED
