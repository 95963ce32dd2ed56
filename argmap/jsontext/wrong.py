"""What is wrong with a JSON text, in words: each function gives the error, ready to raise."""

from __future__ import annotations

from ..errors import ReadError
from ..source import SourceText, Span, visible

__all__ = [
    "after_the_end",
    "bad_character",
    "bad_number",
    "broken_string",
    "empty",
    "ended",
    "no_colon",
    "no_comma",
    "no_key",
    "no_value",
    "no_word",
    "odd_blank",
    "spare_comma",
    "twice",
]

_CLOSER = {"{": "}", "[": "]"}
_NOUN = {"{": "object", "[": "list"}
_NUMBER = "JSON has no such number; write null"
_HINTS = {
    "True": "write true",
    "False": "write false",
    "None": "write null",
    "undefined": "write null",
    "NaN": _NUMBER,
    "nan": _NUMBER,
    "Infinity": _NUMBER,
    "-Infinity": _NUMBER,
}
_QUOTES = "write texts in straight double quotes"
_LOST = "or a part of the file is lost"
_SHOWN = 40


def _error(
    source: SourceText, message: str, start: int, end: int | None = None, *, hint: str
) -> ReadError:
    return ReadError(message, span=source.span(start, end), hint=hint)


def empty(source: SourceText) -> ReadError:
    """A file without a value; nothing at all, or only white space."""
    hint = 'a map without claims is written {"argmap": 1}, in a file called .json'
    return _error(source, "the file is empty", 0, hint=hint)


def ended(source: SourceText, opener: str, start: int) -> ReadError:
    """The document ends inside the container that opens at ``start``."""
    message = f"the document ends inside {_container(source, opener, start)}"
    end = len(source.text.rstrip(" \t\r\n"))
    return _error(source, message, end, hint=f"it needs its {_CLOSER[opener]}, {_LOST}")


def odd_blank(source: SourceText, at: int) -> ReadError:
    """A white space of Unicode that is none in JSON."""
    message = f"{_named(source.text[at])} isn't white space in JSON"
    return _error(source, message, at, hint="write a plain space")


def spare_comma(source: SourceText, at: int, opener: str) -> ReadError:
    """A comma after the last member."""
    message = f"a comma before the end of the {_NOUN[opener]}"
    return _error(source, message, at, hint="take the comma out")


def no_comma(source: SourceText, at: int, opener: str, start: int) -> ReadError:
    """Something else where a comma, or the end of the container, is due."""
    char = source.text[at]
    if char in "]}":
        message = f"{char!r} can't close {_container(source, opener, start)}"
        return _error(source, message, at, hint=f"close it with {_CLOSER[opener]} first")
    if char in "/#":
        return _comment(source, at)
    return _error(
        source, "a comma is missing before this", at, hint="write a comma between the two"
    )


def no_key(source: SourceText, at: int) -> ReadError:
    """Something else where a key is due."""
    char = source.text[at]
    if char in "/#":
        return _comment(source, at)
    hint = _QUOTES if _is_quote(char) else "write the key in double quotes"
    return _error(source, "a key is needed here", at, hint=hint)


def no_colon(source: SourceText, start: int, end: int) -> ReadError:
    """A key without a colon after it."""
    message = "a colon is missing after this key"
    return _error(source, message, start, end, hint="write a colon and the value")


def twice(source: SourceText, start: int, end: int, key: str, first: int) -> ReadError:
    """A key that its object has already, at ``first``."""
    place = _at(source.span(first))
    message = f"the key {_cut(key)!r} is there twice; the first is {place}"
    return _error(source, message, start, end, hint="keep one of them")


def no_value(source: SourceText, at: int) -> ReadError:
    """A sign where a value is due."""
    message = f"a value is missing before {source.text[at]!r}"
    return _error(source, message, at, hint="write the value, or null")


def no_word(source: SourceText, at: int, word: str) -> ReadError:
    """Letters or digits that mean nothing in JSON."""
    end = at + len(word)
    if word[0] in "/#":
        return _comment(source, at)
    hint = _HINTS.get(word, "")
    if word[0] in "+-.0123456789" and not hint:
        message = f"{_cut(word)} isn't a number of JSON"
        return _error(source, message, at, end, hint="write it like -1.5 or 2e-3, or as a text")
    return _error(source, f"{_cut(word)} isn't a value of JSON", at, end, hint=hint or _QUOTES)


def bad_number(source: SourceText, start: int, end: int, what: str) -> ReadError:
    """A number that is right in JSON and that no computer takes."""
    return _error(source, what, start, end, hint="write it as a text")


def broken_string(source: SourceText, start: int, stop: int) -> ReadError:
    """A text that opens at ``start`` and is right to before ``stop`` only."""
    escape = source.text[stop : stop + 2]
    if escape in ("", "\\"):
        hint = f"it needs its closing quote, {_LOST}"
        message = "the document ends inside this text"
        return _error(source, message, start, len(source.text), hint=hint)
    if escape[0] in "\r\n":
        hint = "close the quote, or write the line break as \\n"
        return _error(source, "a line ends inside a text", stop, hint=hint)
    if escape == "\\u":
        hint = "write a character as \\u00e9, a backslash as \\\\"
        return _error(source, "\\u needs four hexadecimal digits", stop, stop + 2, hint=hint)
    if escape[0] == "\\":
        message = f"{_cut(escape)} means nothing in a text"
        return _error(source, message, stop, stop + 2, hint="write a backslash as \\\\")
    return bad_character(source, stop, stop + 1, escape[0])


def bad_character(source: SourceText, start: int, end: int, char: str) -> ReadError:
    """A character that no text may hold, written from ``start`` to before ``end``."""
    hint = "write it as \\t" if char == "\t" else "take it out"
    return _error(source, f"{_named(char)} in a text", start, end, hint=hint)


def after_the_end(source: SourceText, at: int) -> ReadError:
    """Something after the one value of the document."""
    if source.text[at] in "/#":
        return _comment(source, at)
    message = "there is more after the end of the document"
    return _error(source, message, at, hint="keep one value a file")


def _comment(source: SourceText, at: int) -> ReadError:
    return _error(source, "a comment", at, hint="JSON has no comments; take it out")


def _container(source: SourceText, opener: str, start: int) -> str:
    return f"the {_NOUN[opener]} opened {_at(source.span(start))}"


def _at(span: Span) -> str:
    return f"at line {span.line}, column {span.column}"


def _cut(text: str) -> str:
    return visible(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}...")


def _is_quote(char: str) -> bool:
    return char in "'`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"


def _named(char: str) -> str:
    """The character by its code point, and what kind of trouble it is."""
    point = ord(char)
    if 0xD800 <= point <= 0xDFFF:
        return f"lone surrogate U+{point:04X}"
    kind = "control character" if point < 0xA0 else "character"
    return f"{kind} U+{point:04X}"
