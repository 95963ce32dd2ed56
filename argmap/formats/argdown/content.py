"""The text of a statement, description or heading: words with what is marked among them."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from .state import State
from .tokens import (
    ARGUMENT_DEFINITION,
    ARGUMENT_REFERENCE,
    CONTENT,
    DATA,
    END,
    LINK,
    NEW_LINE,
    START,
    STATEMENT_DEFINITION,
    STATEMENT_REFERENCE,
    TAG,
    TEXT,
    Token,
)
from .tree import Range

__all__ = ["MARKS", "TITLED", "Content", "content"]

TITLED = frozenset(
    (STATEMENT_DEFINITION, STATEMENT_REFERENCE, ARGUMENT_DEFINITION, ARGUMENT_REFERENCE)
)
"""What begins with a title in brackets."""

_LITERAL = TITLED | {DATA}
_GOES_ON = CONTENT - {END}
_ON_LINE = CONTENT - {NEW_LINE}
MARKS = {"**": "bold", "__": "bold", "*": "italic", "_": "italic"}


class Content(NamedTuple):
    """What was read: the text, what is marked in it, its tags, and how a marked text was written."""

    text: str
    ranges: tuple[Range, ...] = ()
    tags: tuple[str, ...] = ()
    source: str = ""


def content(state: State) -> Content:
    """The text from the current token on, as far as it goes."""
    tokens, at = state.tokens, state.at
    kind, _, _, text = tokens[at]
    if kind == TEXT:  # most texts are words and a line end
        after = tokens[at + 1][0]
        if after == NEW_LINE and tokens[at + 2][0] not in CONTENT:
            state.at = at + 2
            return tuple.__new__(Content, (text, (), (), ""))
        if after not in CONTENT and after not in _LITERAL:
            state.at = at + 1
            return tuple.__new__(Content, (text, (), (), ""))
    return _Gathering(state).all()


class _Gathering:
    """A text in the making, in pieces; what is marked is kept by pieces until all are known."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.first = state.at
        self.pieces: list[str] = []
        self.open: list[tuple[str, int, int]] = []
        self.marked: dict[int, tuple[str, int, str]] = {}
        self.tags: dict[str, None] = {}
        self.kinds: set[str] = set()

    def all(self) -> Content:
        """Everything that belongs to the text; the state stands behind it."""
        tokens, pieces = self.state.tokens, self.pieces
        before, at = "", self.first
        while (token := tokens[at])[0] in CONTENT or self._is_literal(at, before):
            before = token[0]
            if before == TEXT:
                pieces.append(token[3])
            elif before == NEW_LINE:
                if tokens[at + 1][0] in _GOES_ON and not self._ends_blank():
                    pieces.append(" ")
            elif before in CONTENT:
                self._take(token)
            else:
                self._literal(token)
            at += 1
        self.state.at = at
        for mark, piece, start in self.open:
            self._unclosed(mark, piece, start)
        if not self.marked:
            return tuple.__new__(Content, ("".join(pieces), (), tuple(self.tags), ""))
        source = self._source() if self.kinds - {"tag"} else ""
        return Content("".join(pieces), self._ranges(), tuple(self.tags), source)

    def _source(self) -> str:
        """How the text is written, on one line, without the tags that aren't of the text."""
        text, images, gone = self.state.text, [""], TAG if self.state.remove_tags else None
        for kind, start, end, _ in self.state.tokens[self.first : self.state.at]:
            if kind == gone:
                continue
            if kind != NEW_LINE:
                images.append(text[start:end])
            elif not images[-1].endswith(" "):
                images[-1] = images[-1].removesuffix("\t")
                images.append(" ")
        return "".join(images).strip()

    def _take(self, token: Token) -> None:
        kind, start, end, value = token
        if kind == START:
            self.open.append((value, len(self.pieces), start))
            self.pieces.append("")
        elif kind == END:
            self._close(*value)
        elif kind == LINK:
            self._mark("link", value[0], value[1])
            self.pieces.append(value[2])
        elif kind == TAG:
            self._tag(self.state.text[start:end], value)
        else:
            self._mark(f"{value[0]}-mention", self.state.text[start:end], value[1])

    def _ends_blank(self) -> bool:
        last = self.pieces[-1] if self.pieces else ""
        last = last or next((each for each in reversed(self.pieces) if each), "")
        return last.endswith(" ")

    def _tag(self, image: str, tag: str) -> None:
        self.tags[tag] = None
        if not self.state.remove_tags:
            self._mark("tag", image, tag)

    def _mark(self, kind: str, shown: str, value: str) -> None:
        """Append a piece that is marked itself."""
        self.kinds.add(kind)
        self.marked[len(self.pieces)] = (kind, len(self.pieces) + 1, value)
        self.pieces.append(shown)

    def _close(self, mark: str, blank: str) -> None:
        if not self.open or self.open[-1][0] != mark:
            self.pieces.append(mark + blank)  # its start stands in another text
            return
        _, piece, _ = self.open.pop()
        self.kinds.add(MARKS[mark])
        self.marked[piece] = (MARKS[mark], len(self.pieces), "")
        self.pieces.append(blank)

    def _unclosed(self, mark: str, piece: int, start: int) -> None:
        self.pieces[piece] = mark
        self.state.notes.add(
            "unclosed-emphasis",
            f"a {mark} that nothing closes",
            start,
            start + len(mark),
            hint=f"close it, or write \\{mark[0]} for the character itself",
        )

    def _is_literal(self, at: int, before: str) -> bool:
        """Whether the token stands among words of its line: a title behind some, data between some."""
        kind = self.state.tokens[at][0]
        if kind not in _LITERAL or before in ("", NEW_LINE):
            return False
        return kind in TITLED or self.state.tokens[at + 1][0] in _ON_LINE

    def _literal(self, token: Token) -> None:
        kind, start, end, _ = token
        text = self.state.text
        self.pieces.append(text[start:end] + (" " if text[end : end + 1] in (" ", "\t") else ""))
        if kind == DATA:
            code, hint = "brace-in-text", r"move the data behind the text, or write \{"
        else:
            code, hint = "bracket-in-text", f"write @ before it to mention it, or \\{text[start]}"
        self.state.notes.add(
            code, f"{text[start]}...{text[end - 1]} among words", start, end, hint=hint
        )

    def _ranges(self) -> tuple[Range, ...]:
        at = [0, *accumulate(map(len, self.pieces))]
        return tuple(
            [
                tuple.__new__(Range, (kind, at[first], at[last], value))
                for first, (kind, last, value) in sorted(self.marked.items())
            ]
        )
