"""The text of a document and places in it: line, column, the line itself with a caret."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate

from attrs import field

from .encoding import decoded_xml
from .errors import ReadError
from .values import NamedTuple, frozen

__all__ = ["SourceText", "Span", "Within", "decode", "illegal_character", "legal", "visible"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_EXCERPT = 100
"""Most characters of a line shown in an excerpt."""


class Within(NamedTuple):
    """Where a text stands in a larger one: ``starts`` has the place there of each of its lines and of its end."""

    whole: SourceText
    starts: tuple[int, ...]


@frozen
class SourceText:
    """A document as text, with the name it goes by in messages (a path, or ``<stdin>``).

    Where it is a part of a larger document, ``within`` says so, and its places are places there.
    ``beside`` has what stands beside the file as far as its format reads it, by suffix. ``had_mark`` says
    that a byte-order mark stood before the text, which is no part of it.
    """

    name: str
    text: str = field(repr=False)
    within: Within | None = field(default=None, repr=False, kw_only=True)
    beside: tuple[tuple[str, SourceText], ...] = field(default=(), repr=False, kw_only=True)
    had_mark: bool = field(default=False, repr=False, eq=False, kw_only=True)
    _starts: list[int] = field(factory=list, init=False, repr=False, eq=False)

    def line_starts(self) -> list[int]:
        """Where each line begins, counted from 0; CR, LF and CRLF end a line, nothing else does.

        Worked out once, when the first place is asked for: a document with ten thousand findings
        would else be read ten thousand times.
        """
        if not self._starts:  # one assignment, so that two threads can't mix theirs
            self._starts[:] = _line_starts(self.text)
        return self._starts

    def span(self, start: int, end: int | None = None) -> Span:
        """The place from character ``start`` (counted from 0) to before ``end``."""
        end = start + 1 if end is None else max(end, start + 1)
        if self.within is None:
            return Span(self, start, end)
        own, there = self.line_starts(), self.within.starts
        first, last = [bisect_right(own, offset) - 1 for offset in (start, end - 1)]
        return self.within.whole.span(
            there[first] + start - own[first], there[last] + end - own[last]
        )


def _line_starts(text: str) -> list[int]:
    if "\r" in text:
        return [0, *[end.end() for end in _LINE_END.finditer(text)]]
    widths = map(len, text.split("\n"))
    starts = list(accumulate(map((1).__add__, widths), initial=0))
    return starts[:-1]  # there is no line after the last


@frozen
class Span:
    """A place in a document: characters ``start`` to before ``end``, counted from 0."""

    source: SourceText
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line of the start, counted from 1."""
        return bisect_right(self.source.line_starts(), self.start)

    @property
    def column(self) -> int:
        """The column of the start, counted from 1, in characters."""
        return self.start - self.source.line_starts()[self.line - 1] + 1

    @property
    def place(self) -> str:
        """``name:line:column``, as editors and terminals understand it."""
        return f"{visible(self.source.name)}:{self.line}:{self.column}"

    def excerpt(self) -> str:
        """The line of the place and a caret line below it, cut to about a hundred characters."""
        begin = self.source.line_starts()[self.line - 1]
        found = _LINE_END.search(self.source.text, begin)
        stop = found.start() if found else len(self.source.text)
        start = min(self.start, stop)
        first = max(begin, min(start - _EXCERPT // 2, stop - _EXCERPT))
        last = min(stop, first + _EXCERPT)
        end = min(self.end, last)
        before = ("..." if first > begin else "") + visible(self.source.text[first:start])
        marked = visible(self.source.text[start:end])
        after = visible(self.source.text[end:last]) + ("..." if last < stop else "")
        gutter = f"  {self.line} | "
        pad = " " * (len(gutter) - 2)
        return f"{gutter}{before}{marked}{after}\n{pad}| {' ' * len(before)}{'^' * max(1, len(marked))}"


def decode(data: bytes, name: str, *, keep_mark: bool = False) -> SourceText:
    """``data`` as text: UTF-8, line ends as they are, a byte-order mark dropped unless ``keep_mark``.

    XML alone may be in another encoding, which it declares. Raises `ReadError` for other encodings
    and compressed data, with the byte's offset.
    """
    if not data.startswith(b"<?xml") and (text := decoded_xml(data)) is not None:
        return SourceText(name, text)
    for magic, what, hint in _NOT_TEXT:
        if data.startswith(magic):
            raise ReadError(what, name=name, hint=hint)
    if _without_mark(data):
        raise ReadError("the text is UTF-16", name=name, hint="save the file as UTF-8")
    body = data if keep_mark else data.removeprefix(b"\xef\xbb\xbf")
    try:
        return SourceText(name, body.decode("utf-8"), had_mark=len(body) < len(data))
    except UnicodeDecodeError as error:
        text = decoded_xml(data)
        if text is not None:
            return SourceText(name, text)
        offset = error.start + len(data) - len(body)
        good = SourceText(name, body[: error.start].decode("utf-8"))
        place = good.span(len(good.text))
        raise ReadError(
            f"byte {offset} (0x{body[error.start]:02X}) isn't UTF-8",
            name=f"{visible(name)}:{place.line}:{place.column}",
            hint="save the file as UTF-8",
        ) from None


def _without_mark(data: bytes) -> bool:
    """Whether bytes begin as 32 characters of ASCII in UTF-16, or all that there are, but without a byte-order mark."""
    first, second = data[:64:2], data[1:64:2]
    return len(second) >= 4 and any(
        text.isascii() and 0 not in text and not any(other)
        for text, other in ((first, second), (second, first))
    )


_NOT_TEXT = (
    (b"\x1f\x8b", "the data is compressed (gzip)", "unpack it first"),
    (b"PK\x03\x04", "the data is a zip archive", "unpack it first"),
    (b"\x89PNG\r\n", "the data is a PNG picture", "name the document that it was drawn from"),
    (b"%PDF-", "the data is a PDF document", "name the document that it was drawn from"),
    (b"\xff\xfe\0\0", "the text is UTF-32", "save the file as UTF-8"),
    (b"\xff\xfe", "the text is UTF-16", "save the file as UTF-8"),
    (b"\xfe\xff", "the text is UTF-16", "save the file as UTF-8"),
)


def illegal_character(text: str) -> int | None:
    """Where the first character stands that no text of a map may hold, or None.

    Illegal are the control characters but tab, line feed and carriage return, lone surrogates,
    U+FFFE and U+FFFF: XML has no way to write them, and a terminal may obey them.
    """
    if text.isprintable():
        return None
    found = _illegal().search(text)
    return found.start() if found else None


def legal(text: str) -> str:
    r"""``text`` with U+FFFD for each character that no text of a map may hold; see `illegal_character`.

    >>> legal("a\x00b") == "a\ufffdb"
    True
    """
    return text if text.isprintable() else _illegal().sub("\ufffd", text)


@cache
def _illegal() -> re.Pattern[str]:
    """What no text of a map may hold; compiled when it is needed, which takes longer than most texts."""
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    r"""``text`` with controls, bidi marks and invisible characters shown as escapes.

    What reaches a terminal or a log goes through here, so that no document can move the cursor
    or turn a line around.

    >>> print(visible("a\x1b[2Jb"))
    a\x1b[2Jb
    """
    return _unseen().sub(_escaped, text)


@cache
def _unseen() -> re.Pattern[str]:
    """What is shown as an escape; compiled when it is needed, as above."""
    return re.compile(
        "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
        "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
    )


def _escaped(match: re.Match[str]) -> str:
    point = ord(match[0])
    if point in (9, 10, 13):
        return {9: "\\t", 10: "\\n", 13: "\\r"}[point]
    if point > 0xFFFF:
        return f"\\U{point:08x}"
    return f"\\x{point:02x}" if point < 256 else f"\\u{point:04x}"
