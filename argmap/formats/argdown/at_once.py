"""Blocks whose entries are told at once, each by one pattern, without tokens; `rules` takes what isn't so.

What is made here is what tokens and rules would make of the same text, and nothing is noted. An entry that the pattern
doesn't tell is read by its own tokens; from a line that begins no such entry on the rest of its block is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from attrs import define

from .lines import ABOVE
from .pcs import more_of_pcs
from .relations import relations
from .rules import begin, go_on
from .scanner import Scanner, take
from .state import END_OF_TEXT, NOTHING, State
from .statements import entry
from .tokens import (
    ARGUMENT_DEFINITION,
    ARGUMENT_REFERENCE,
    EMPTY_LINE,
    NEW_LINE,
    NUMBER,
    RELATION,
    TEXT,
)
from .tree import Block, Entry, EntryPlace
from .whole_entries import Groups, entry_line, inference_line, whole_entry, whole_inference
from .words import comment

__all__ = ["Blocks"]

_SIGN, _OPERATOR, _NUMBER, _, _INDENT = range(1, 6)
"""The numbers of groups of `entry_line`."""
_STATEMENT, _ARGUMENT = 5, 6
"""Where what these hold stands among all they hold."""
_NEXT = "next"
_FRONT_MATTER = re.compile(r"\s*===")
_ARGUMENTS = (ARGUMENT_DEFINITION, ARGUMENT_REFERENCE)
_ALL_TOKENS = -1
"""In place of a place: only the tokens of the whole document tell what stands here."""
_End = int | re.Match[str]
"""Where to go on, or what finds the end of an entry that was told at once."""
_above = re.compile(ABOVE).match
_goes_on = re.compile(r"[ '\t]*(?:--|\(\d+\))").match


def _ends_entry(text: str, at: int, last: str) -> bool:
    """Whether no more of an entry can follow."""
    return last == EMPTY_LINE or _above(text, at) is not None


def _ends_block(text: str, at: int, last: str) -> bool:
    """Whether no more of a block can follow, nor of a structure that goes on below an empty line."""
    return last == EMPTY_LINE and _goes_on(text, at) is None


def _kind(entry: Entry) -> Literal["statement", "argument"]:
    return "argument" if entry.kind == "argument" else "statement"


@define
class Blocks:
    """The blocks of a document in the making.

    Of the block that is open, ``kind`` says what it is, or that there is none; ``first`` is the number of its first
    entry, ``below`` that of the entry a relation further in hangs on. A structure is ``drawn`` behind an inference, ``whole``
    behind its conclusion. If signs of front matter stand anywhere (``equals``), it matters whether a text says them.
    """

    state: State
    scanner: Scanner
    settings: Mapping[str, Any] | None = None
    kind: Literal["", "statement", "argument", "pcs"] = ""
    first: int = 0
    below: int = NOTHING
    drawn: bool = False
    whole: bool = False
    equals: bool = False
    equals_said: bool = False

    def take(self) -> bool:
        """Take all blocks; False if only the tokens of the whole document tell what stands there."""
        text, length = self.state.text, len(self.state.text)
        at = self._top()
        while 0 <= at < length:
            found = entry_line(text, at)
            if found is None:
                at = self._no_entry(at)
                continue
            groups = found.groups()
            if groups[1] is not None:
                end = self._relation(at, found, groups)
            elif groups[2] is not None:
                end = self._numbered(at, found, groups)
            else:
                end = self._beginning(at, found, groups)
            if isinstance(end, int):
                at = end
            elif end.lastgroup == _NEXT and not self.equals:
                at = end.end()
            else:
                at = self._behind(at, end)
        return at >= 0 and not self.equals_said

    def _top(self) -> int:
        """Take the first block by its tokens if front matter may stand there."""
        text = self.state.text
        self.equals = "===" in text
        return self._rest(0) if _FRONT_MATTER.match(text) else 0

    def _relation(self, at: int, found: re.Match[str], groups: Groups) -> _End:
        """Take a relation with its entry."""
        if not self.kind:
            return self._rest(at)
        state, operator = self.state, groups[1]
        entries, parent = state.entries, state.level(len(groups[0]), self.below)
        if parent < 0 or (entries[parent][0] == "inference" and operator not in ("_", "<_")):
            return _ALL_TOKENS  # something is wrong
        start = found.end(_SIGN)
        end = whole_entry(state, self.scanner, found, groups, start, "relation", parent, operator)
        if end is None:
            self._scan(found.end(_OPERATOR), RELATION)
            if operator == "><" and state.kind in _ARGUMENTS:
                return _ALL_TOKENS
            return self._by_tokens("relation", parent, operator, start=start)
        self.below = len(entries) - 1
        if operator == "><" and entries[-1].kind == "argument":
            return _ALL_TOKENS
        return end

    def _numbered(self, at: int, found: re.Match[str], groups: Groups) -> _End:
        """Take a premise or conclusion."""
        state = self.state
        if self.kind not in ("", "pcs") or groups[_ARGUMENT] is not None:
            return self._rest(at)
        if not self.kind:
            self.kind, self.first, self.drawn = "pcs", len(state.entries), False
        state.dedent()
        self.whole, self.drawn = self.drawn, False
        number, start = int(groups[2]), found.end(_SIGN)
        end = whole_entry(state, self.scanner, found, groups, start, "pcs", number=number)
        if end is not None:
            self.below = len(state.entries) - 1
            return end
        self._scan(found.end(_NUMBER) + 1, NUMBER)
        if state.kind in _ARGUMENTS:
            return _ALL_TOKENS
        return self._by_tokens("pcs", number=number, start=start)

    def _beginning(self, at: int, found: re.Match[str], groups: Groups) -> _End:
        """Take a heading, or the statement or argument at the beginning of a block."""
        state = self.state
        state.dedent()
        self.first = len(state.entries)
        if groups[3] is not None:
            return self._heading(at, found, groups)
        end = whole_entry(state, self.scanner, found, groups, found.end(_INDENT))
        if end is None:
            self._scan(at, EMPTY_LINE)
            return self._by_tokens()
        self.kind, self.below = _kind(state.entries[-1]), self.first
        return end

    def _heading(self, at: int, found: re.Match[str], groups: Groups) -> int:
        state, level, end = self.state, len(groups[3]), None
        if groups[_STATEMENT] is None and groups[_ARGUMENT] is None:
            start = found.end(_SIGN)
            end = whole_entry(
                state, self.scanner, found, groups, start, number=level, kind="heading"
            )
        if end is None:
            return self._rest(at)
        if state.entries[-1].source:
            state.entries[-1] = state.entries[-1]._replace(source="")  # as in `rules`
        state.blocks.append(Block("heading", self.first, self.first + 1))
        if self.equals and state.text.find("===", at, end.end()) >= 0:
            return _ALL_TOKENS
        if end.lastgroup != _NEXT:
            return end.end()
        self._stand(end.end(), NEW_LINE)
        return self._finish()

    def _no_entry(self, at: int) -> int:
        """Take an inference, else what is left of the block by its tokens."""
        state = self.state
        if self.kind == "pcs" and not self.drawn:
            found = inference_line(state.text, at)
            if found is not None and whole_inference(state, self.scanner, found):
                state.dedent()
                self.below = len(state.entries) - 1
                self.whole, self.drawn = False, True
                return found.end() if found.lastgroup == _NEXT else _ALL_TOKENS
        if not self.kind and at and state.text[at] in "/<":
            self.scanner.at, self.scanner.last = at, EMPTY_LINE
            if comment(self.scanner):
                return self.scanner.at
        return self._rest(at)

    def _behind(self, at: int, end: re.Match[str]) -> int:
        """Go on behind an entry that begins at ``at``, and end the block if it ends there."""
        if self.equals and self.state.text.find("===", at, end.end()) >= 0:
            return _ALL_TOKENS
        return end.end() if end.lastgroup == _NEXT or self._end() else _ALL_TOKENS

    def _end(self) -> bool:
        """End the block; False if it is a structure that isn't whole, of which more may follow."""
        kind, self.kind = self.kind, ""
        if kind == "pcs" and not self.whole:
            return False
        self.state.blocks.append(tuple.__new__(Block, (kind, self.first, len(self.state.entries))))
        return True

    def _scan(self, at: int, last: str) -> None:
        """Put the tokens from ``at`` on, behind one of the kind ``last``, up to the end of the entry there."""
        self._stand(at, last)
        self._put(_ends_entry)

    def _put(self, ends: Callable[[str, int, str], bool]) -> None:
        """Put tokens up to where ``ends`` says so, and one behind them."""
        text, tokens = self.state.text, self.state.tokens
        take(self.scanner, ends)
        if self.equals and any(
            "===" in text[start:stop] for kind, start, stop, _ in tokens if kind == TEXT
        ):
            self.equals_said = True
        self.state.close()

    def _stand(self, at: int, last: str) -> None:
        """Let the tokens begin at ``at``, behind one of the kind ``last``; at the top of the text there is none."""
        scanner, state = self.scanner, self.state
        scanner.at, scanner.last = at, last if at else ""
        state.tokens[:] = [(last, at, at, None)] if at else []
        state.at = len(state.tokens)

    def _by_tokens(
        self,
        place: EntryPlace = "block",
        parent: int = NOTHING,
        operator: str = "",
        number: int = 0,
        start: int | None = None,
    ) -> int:
        """Take the entry whose tokens are there, and what else they are."""
        state, scanner = self.state, self.scanner
        self.below = entry(
            state, place=place, parent=parent, operator=operator, number=number, start=start
        )
        if place == "block":
            self.kind = _kind(state.entries[-1])
        if state.kind == EMPTY_LINE:
            state.advance()
            return scanner.at if self._end() else _ALL_TOKENS
        if state.kind == END_OF_TEXT:
            if scanner.at == len(state.text):
                return scanner.at if self._end() else _ALL_TOKENS
            if not scanner.emphasis:  # else a mark further down may close what is open
                return scanner.at
        state.tokens.pop()
        return self._finish()

    def _rest(self, at: int) -> int:
        """Take the rest of the block by its tokens."""
        self._stand(at, NEW_LINE if self.kind else EMPTY_LINE)
        return self._finish()

    def _finish(self) -> int:
        """Take the tokens up to the end of the block, and what they are; gives where that is."""
        state, kind = self.state, self.kind
        self._put(_ends_block)
        if not state.at:
            self.settings = begin(state)
        self.kind = ""
        if state.kind == RELATION and kind:
            relations(state, self.below)
        if kind == "pcs":
            more_of_pcs(state, self.first, whole=self.whole, open_at=0 if self.drawn else -1)
        elif kind:
            state.blocks.append(Block(kind, self.first, len(state.entries)))
        go_on(state)
        return self.scanner.at
