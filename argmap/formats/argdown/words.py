"""What begins among words: titles, links, mentions, tags, emphasis, shortcodes, escapes, comments, data.

Each function looks at the sign where the scanner stands, and says whether it took it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .extent import data_ends
from .tokens import (
    ARGUMENT_DEFINITION,
    ARGUMENT_REFERENCE,
    DATA,
    EMPTY_LINE,
    END,
    LINK,
    MENTION,
    NEW_LINE,
    START,
    STATEMENT_DEFINITION,
    STATEMENT_REFERENCE,
    TAG,
    TEXT,
)
from .values import understood

if TYPE_CHECKING:
    from .scanner import Scanner

__all__ = [
    "SHORT_TAG",
    "angle",
    "braces",
    "comment",
    "emphasis",
    "escape",
    "mark_at",
    "mention",
    "shortcode",
    "square",
    "tag",
]

SHORT_TAG = "#([a-zA-z0-9\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef-]+)[ \t]?"
_TAG = re.compile(SHORT_TAG)
_URL = re.compile(r"://[^\s<>{}\[\]\"]+")
_BEHIND_URLS = ".,:;!?*_)"
_SPACE = re.compile(r"\s")
_LINE_BREAK = re.compile(r"[\r\n]")
_ENDS = {
    mark: re.compile(re.escape(mark) + r"(?:[ \t]|(?=[\n\r)}_.,!?;:*-]|\Z))")
    for mark in ("**", "__", "*", "_")
}
_LINE_ENDS = re.compile(r"(?:[ \t]*\r\n|\n|\r)*")
_LINE_END = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r)(?![ \t]*(?:\r\n|\n|\r)))?")


def _blank_after(scanner: Scanner, end: int) -> int:
    """``end``, or one on if a blank stands there."""
    return end + 1 if scanner.text[end : end + 1] in (" ", "\t") else end


def escape(scanner: Scanner) -> bool:
    r"""``\x`` is the character itself, and so are the blanks after it."""
    at, text = scanner.at, scanner.text
    if text[at + 1 : at + 2] in ("", "\n", "\r"):
        scanner.notes.add(
            "loose-backslash",
            "a backslash with nothing to escape",
            at,
            hint=r"write \\ for a backslash",
        )
        scanner.put(TEXT, at + 1, "\\")
        return True
    end = at + 2
    while text[end : end + 1] == " ":
        end += 1
    scanner.put(TEXT, end, text[at + 1 : end])
    return True


def square(scanner: Scanner) -> bool:
    """``[text](url)``, ``[Title]:`` or ``[Title]``."""
    return _link(scanner) or _titled(scanner, "]", STATEMENT_DEFINITION, STATEMENT_REFERENCE)


def angle(scanner: Scanner) -> bool:
    """``<!-- comment -->``, ``<Title>:`` or ``<Title>``."""
    if comment(scanner):
        return True
    return _titled(scanner, ">", ARGUMENT_DEFINITION, ARGUMENT_REFERENCE)


def _link(scanner: Scanner) -> bool:
    at, text, ahead = scanner.at, scanner.text, scanner.ahead
    close = ahead.find("]", at + 1, "link")
    if close <= at + 1 or text[close + 1 : close + 2] != "(":
        return False
    end = ahead.find(")", close + 2, "link")
    if end <= close + 2:
        return False
    shown = " ".join(text[at + 1 : close].splitlines())
    if _LINE_BREAK.search(text, at, end):
        scanner.notes.add(
            "link-over-lines",
            "a link over more than one line",
            at,
            end + 1,
            hint="write it on one line",
        )
    after = _blank_after(scanner, end + 1)
    blank = " " if text[end + 1 : after] == " " else ""
    scanner.put(LINK, after, (shown, text[close + 2 : end], blank))
    return True


def _titled(scanner: Scanner, close: str, definition: str, reference: str) -> bool:
    at, text, ahead = scanner.at, scanner.text, scanner.ahead
    end = ahead.on_line(f"{close}:", at + 2, "definition")
    if end >= 0:
        scanner.put(definition, end + 2, text[at + 1 : end])
        return True
    end = ahead.on_line(close, at + 2, "reference")
    if end < 0 or text[at + 1] in "-\r\n":
        return False
    scanner.put(reference, end + 1, text[at + 1 : end])
    return True


def mention(scanner: Scanner) -> bool:
    """``@[Title]`` or ``@<Title>``."""
    at, text = scanner.at, scanner.text
    close = {"[": "]", "<": ">"}.get(text[at + 1 : at + 2])
    end = -1 if close is None else scanner.ahead.on_line(close, at + 3, "mention")
    if end < 0:
        return False
    kind = "statement" if close == "]" else "argument"
    scanner.put(MENTION, _blank_after(scanner, end + 1), (kind, text[at + 2 : end]))
    return True


def tag(scanner: Scanner) -> bool:
    """``#tag`` or ``#(a tag)``."""
    at, text = scanner.at, scanner.text
    if text.startswith("#(", at):
        end = scanner.ahead.find(")", at + 3, "tag")
        if end > 0:
            scanner.put(TAG, _blank_after(scanner, end + 1), text[at + 2 : end])
            return True
        return False
    found = _TAG.match(text, at)
    if found:
        scanner.put(TAG, found.end(), found[1])
    return found is not None


def emphasis(scanner: Scanner) -> bool:
    """``*``, ``_``, ``**`` or ``__``: an end if it can be one, else a start if it can be one."""
    opened = scanner.emphasis
    found = mark_at(scanner.text, scanner.at, opened[-1] if opened else "")
    if found is None:
        return False
    mark, end, closes = found
    if closes:
        opened.pop()
        scanner.put(END, end, (mark, " " if scanner.text[end - 1] == " " else ""))
    else:
        opened.append(mark)
        scanner.put(START, end, mark)
    return True


def mark_at(text: str, at: int, opened: str) -> tuple[str, int, bool] | None:
    """The mark that stands there, where it ends with a blank behind it, and whether it closes the one that is ``opened``."""
    sign = text[at]
    marks = (sign * 2, sign) if text.startswith(sign * 2, at) else (sign,)
    for mark in marks:
        if mark == opened and (found := _ENDS[mark].match(text, at)):
            return mark, found.end(), True
    for mark in marks:
        end = at + len(mark)
        if not text[end : end + 1].isspace():
            return mark, end, False
    return None


def shortcode(scanner: Scanner) -> bool:
    """``.name.`` or ``:name:``; what follows a URL's colon belongs to the URL."""
    at, text = scanner.at, scanner.text
    sign = text[at]
    if text.startswith("://", at) and _url(scanner):
        return True
    end = scanner.ahead.find(sign, at + 2, "shortcode")
    if end < 0 or _SPACE.search(text, at + 1, end):
        return False
    after = _blank_after(scanner, end + 1)
    known = scanner.shortcodes.get(text[at : end + 1])
    if known is None:
        scanner.put(TEXT, after, text[at:after])
    else:
        scanner.put(TEXT, after, known + (" " if text[end + 1 : after] == " " else ""))
    return True


def _url(scanner: Scanner) -> bool:
    found = _URL.match(scanner.text, scanner.at)
    if found is None or not scanner.tokens or scanner.skipped == scanner.at:
        return False
    end = scanner.at + len(found[0].rstrip(_BEHIND_URLS))
    scanner.notes.add(
        "bare-url",
        "a URL among words; elsewhere its // begins a comment",
        scanner.at,
        end,
        hint="write it as a link: [text](url)",
    )
    after = _blank_after(scanner, end)
    scanner.put(TEXT, after, scanner.text[scanner.at : after])
    return True


def comment(scanner: Scanner) -> bool:
    """``// ...``, ``/* ... */`` or ``<!-- ... -->``; at the start of a line its line end goes with it."""
    at, text, ahead = scanner.at, scanner.text, scanner.ahead
    if text.startswith("//", at):
        end = ahead.line_end(at)
        end = end if end < len(text) else -1  # the reference wants a line end after it
    elif text.startswith("/*", at):
        end = ahead.find("*/", at + 2, "comment")
        end += 2 * (end >= 0)
    elif text.startswith("<!--", at):
        end = ahead.find("-->", at + 4, "comment")
        end += 3 * (end >= 0)
    else:
        return False
    if end < 0:
        return False
    rest = {EMPTY_LINE: _LINE_ENDS, NEW_LINE: _LINE_END}.get(scanner.last)
    found = rest.match(text, end) if rest else None
    scanner.skip(found.end() if found else end)
    return True


def braces(scanner: Scanner) -> bool:
    """``{...}``, if what is inside is data."""
    at, text = scanner.at, scanner.text
    end = -1
    for end in data_ends(scanner.ahead, at):
        value = understood(text[at:end])
        if value is not None:
            scanner.put(DATA, end, value)
            return True
    if end >= 0:
        scanner.notes.add(
            "brace-in-text",
            "a brace that begins no data",
            at,
            hint=r"write \{ for a brace among words",
        )
    return False
