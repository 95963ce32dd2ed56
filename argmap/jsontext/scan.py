"""The slow reader of JSON: it knows places, never recurses, and refuses with the reason.

It is the authority on what is refused; the fast reader asks it whenever it has a doubt.
The grammar is RFC 8259, and texts hold what `argmap.source.illegal_character` allows.
"""

from __future__ import annotations

import json
import re
from itertools import islice
from math import isfinite

from attrs import field

from ..errors import TooLarge
from ..limits import Limits
from ..source import SourceText, illegal_character
from ..values import define
from . import wrong
from .value import JsonValue, digits_allowed

__all__ = ["STRING", "WORD", "after_blanks", "scan"]

# The possessive loops (++, *+) never go back, so that each of these is linear.
STRING = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+"')
WORD = re.compile(r'[^\s,:\[\]{}"]++')
_STRING_SO_FAR = re.compile(STRING.pattern[:-1])
_BLANK = re.compile(r"[ \t\r\n]*+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(\.[0-9]++)?([eE][-+]?[0-9]++)?")
_UNIT = re.compile(
    r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\.|."
)
"""One character of a text as it is written, a pair of surrogates being one."""

_CLOSER = {"{": "}", "[": "]"}
_WORDS: dict[str, JsonValue] = {"true": True, "false": False, "null": None}


def after_blanks(text: str, at: int) -> int:
    """Where the next character stands that JSON doesn't take for white space."""
    found = _BLANK.match(text, at)
    return found.end() if found else at


def scan(source: SourceText, limits: Limits) -> JsonValue:
    """The value of the document; raises `ReadError` or `TooLarge` at the first thing refused."""
    return _Scanner(source, limits).document()


@define(eq=False, repr=False)
class _Frame:
    """A container that isn't closed yet: where it opens, what it holds, where its keys stand."""

    start: int
    opener: str
    items: list[JsonValue] | dict[str, JsonValue]
    keys: dict[str, int] = field(factory=dict)


@define(eq=False, repr=False)
class _Scanner:
    source: SourceText
    limits: Limits
    at: int = 0
    frames: list[_Frame] = field(factory=list)

    def document(self) -> JsonValue:
        if after_blanks(self.source.text, 0) == len(self.source.text):
            raise wrong.empty(self.source)
        root = self.element()
        while self.frames:
            self.step()
        if self.peek():
            raise wrong.after_the_end(self.source, self.at)
        return root

    def peek(self) -> str:
        """The next character that isn't blank; empty at the end, refused inside a container."""
        char = self.source.text[self.at : self.at + 1]
        if char > " " and not char.isspace():
            return char
        self.at = after_blanks(self.source.text, self.at)
        char = self.source.text[self.at : self.at + 1]
        if char.isspace():
            raise wrong.odd_blank(self.source, self.at)
        if not char and self.frames:
            raise wrong.ended(self.source, self.frames[-1].opener, self.frames[-1].start)
        return char

    def step(self) -> None:
        """One member of the innermost container, or its end."""
        frame = self.frames[-1]
        char = self.peek()
        if char == _CLOSER[frame.opener]:
            self.frames.pop()
            self.at += 1
            return
        if frame.items:
            self.comma(frame, char)
        if isinstance(frame.items, dict):
            key = self.key(frame)
            frame.items[key] = self.element()
        else:
            frame.items.append(self.element())

    def element(self) -> JsonValue:
        """The value that begins here; a container is only opened, and filled step by step."""
        char = self.peek()
        if char in _CLOSER:
            return self.opened(char)
        if char == '"':
            return self.string()
        return self.word()

    def opened(self, char: str) -> JsonValue:
        most = self.limits.nesting
        if len(self.frames) >= most:
            raise TooLarge(
                f"the document is nested deeper than {most:,}",
                span=self.source.span(self.at),
                hint="raise the limit if you trust the document: Limits(nesting=...)",
            )
        items: list[JsonValue] | dict[str, JsonValue] = {} if char == "{" else []
        self.frames.append(_Frame(self.at, char, items))
        self.at += 1
        return items

    def comma(self, frame: _Frame, char: str) -> None:
        if char != ",":
            raise wrong.no_comma(self.source, self.at, frame.opener, frame.start)
        comma = self.at
        self.at += 1
        if self.peek() == _CLOSER[frame.opener]:
            raise wrong.spare_comma(self.source, comma, frame.opener)

    def key(self, frame: _Frame) -> str:
        if self.peek() != '"':
            raise wrong.no_key(self.source, self.at)
        start = self.at
        key = self.string()
        if key in frame.keys:
            raise wrong.twice(self.source, start, self.at, key, frame.keys[key])
        frame.keys[key] = start
        end = self.at
        if self.peek() != ":":
            raise wrong.no_colon(self.source, start, end)
        self.at += 1
        return key

    def string(self) -> str:
        start = self.at
        found = STRING.match(self.source.text, start)
        if found is None:
            right = _STRING_SO_FAR.match(self.source.text, start)
            raise wrong.broken_string(self.source, start, right.end() if right else start)
        text: str = json.loads(found[0]) if "\\" in found[0] else found[0][1:-1]
        bad = illegal_character(text)
        if bad is not None:
            unit = next(islice(_UNIT.finditer(found[0], 1), bad, None))
            span = start + unit.start(), start + unit.end()
            raise wrong.bad_character(self.source, *span, text[bad])
        self.at = found.end()
        return text

    def word(self) -> JsonValue:
        found = WORD.match(self.source.text, self.at)
        if found is None:
            raise wrong.no_value(self.source, self.at)
        word = found[0]
        if word in _WORDS:
            value = _WORDS[word]
        elif number := _NUMBER.fullmatch(word):
            value = self.number(word, whole=number[1] is None and number[2] is None)
        elif found.end() == len(self.source.text) and self.frames:
            raise wrong.ended(self.source, self.frames[-1].opener, self.frames[-1].start)
        else:
            raise wrong.no_word(self.source, self.at, word)
        self.at = found.end()
        return value

    def number(self, word: str, *, whole: bool) -> int | float:
        end = self.at + len(word)
        digits = len(word.lstrip("-"))
        if whole and digits > digits_allowed():
            what = f"a number of {digits:,} digits; the most is {digits_allowed():,}"
            raise wrong.bad_number(self.source, self.at, end, what)
        value = int(word) if whole else float(word)
        if not whole and not isfinite(value):
            what = "a number beyond the greatest there is (about 1.8e308)"
            raise wrong.bad_number(self.source, self.at, end, what)
        return value
