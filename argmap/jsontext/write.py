"""JSON as text that is good to read and to compare line by line: same value, same text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from math import isfinite
from typing import Any

from attrs import field

from ..values import define
from .value import path_text

__all__ = ["dense_json", "write_json"]

_LEVELS = 40
"""Deeper levels all go on one line: indenting each would make the text grow with the square."""

_ROOM = 1_000
"""The most characters of a list that is tried inside a row; a row is never wider anyhow."""

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LIST = (list, tuple)  # made once: `list | tuple` is made anew at each look
_quoted = json.JSONEncoder(ensure_ascii=False).encode
_dense = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def write_json(value: object, *, indent: int | None = 2, width: int = 100) -> str:
    r"""``value`` as a JSON text with a line end after it.

    Objects keep the order of their keys. A list or object inside another stands on one line if it
    holds no object and the line has at most ``width`` characters. Without ``indent`` (None) all is
    on one line. Letters stay as they are; control characters, the line ends of Unicode and what
    UTF-8 can't say are written as escapes. Tuples are written as lists.

    Raises `ValueError` for NaN, infinity and a value that holds itself, `TypeError` for a key that
    is no text and for what JSON can't say; each message has the path.

    >>> print(write_json({"claims": [{"id": "a", "tags": ["x", "y"]}]}), end="")
    {
      "claims": [
        {"id": "a", "tags": ["x", "y"]}
      ]
    }
    """
    return _Writer(indent, width).document(value)


def dense_json(value: object) -> str:
    r"""``value`` as JSON for programs: texts as `write_json` has them, no blanks, no line end.

    It is for values of our own making, which nest a few levels. Raises ValueError for NaN and infinity.

    >>> print(dense_json({"a": [1, "\x7f"]}))
    {"a":[1,"\u007f"]}
    """
    return _UNSAFE.sub(_escaped, _dense(value))


@define(eq=False, repr=False)
class _Frame:
    """A container that is being written: what is still to come, and the step it is at."""

    value: object
    keyed: bool
    children: Iterator[tuple[Any, Any]]
    step: Any = None


@define(eq=False, repr=False)
class _Writer:
    indent: int | None
    width: int
    pieces: list[str] = field(factory=list)
    frames: list[_Frame] = field(factory=list)
    open: dict[int, object] = field(factory=dict)

    def document(self, value: object) -> str:
        self.put(value, _row(value, len("{}")))  # on one line only if it is empty
        while self.frames:
            self.step()
        self.pieces.append("\n")
        return "".join(self.pieces)

    def step(self) -> None:
        """The next child of the innermost container, or its end."""
        frame = self.frames[-1]
        child = next(frame.children, None)
        if child is None:
            below = self.new_line() != ""
            self.frames.pop()
            del self.open[id(frame.value)]
            self.pieces += (self.new_line() if below else "", "}" if frame.keyed else "]")
            return
        comma = "," if frame.step is not None else ""
        frame.step, value = child
        lead = self.new_line() or (" " if comma else "")
        key = f"{self.key(frame.step)}: " if frame.keyed else ""
        self.pieces.append(f"{comma}{lead}{key}")
        # The line end that begins the lead is as wide as the comma that may follow the row.
        self.put(value, _row(value, self.width - len(lead) - len(key)))

    def put(self, value: object, row: str | None) -> None:
        """Write ``value`` as the ``row`` it is, or open it to write its children one by one."""
        if row is not None:
            self.pieces.append(row)
        elif isinstance(value, dict):
            self.enter(value, "{", iter(value.items()))
        elif isinstance(value, _LIST):
            self.enter(value, "[", enumerate(value))
        else:
            raise self.unsayable(value)

    def enter(self, value: object, opener: str, children: Iterator[tuple[Any, Any]]) -> None:
        if id(value) in self.open:
            raise ValueError(f"a value that holds itself{self.where()}")
        self.open[id(value)] = value
        self.frames.append(_Frame(value, opener == "{", children))
        self.pieces.append(opener)

    def new_line(self) -> str:
        depth = len(self.frames)
        return "" if self.indent is None or depth > _LEVELS else "\n" + " " * (self.indent * depth)

    def key(self, key: object) -> str:
        if not isinstance(key, str):
            raise TypeError(f"a key must be a text, not {key!r:.60}{self.where()}")
        return _text(key)

    def unsayable(self, value: object) -> Exception:
        if isinstance(value, int):
            return ValueError(f"a number of too many digits{self.where()}")
        if isinstance(value, float):
            return ValueError(f"JSON has no number {value!r}{self.where()}")
        return TypeError(f"JSON can't say a {type(value).__name__}{self.where()}")

    def where(self) -> str:
        steps = (frame.step for frame in self.frames)
        path = path_text(tuple(s if isinstance(s, str | int) else repr(s) for s in steps))
        return f" (at {path})" if path else ""


def _row(value: object, room: int) -> str | None:
    """``value`` on one line of at most ``room`` characters, or None if it holds an object.

    A scalar has all the room it needs. What can't be written has no row either; it is met again,
    with its path, when its container is written child by child.
    """
    if isinstance(value, _LIST):
        return _joined("[", map(_inner, value), "]", room)
    if isinstance(value, dict):
        return _joined("{", _members(value), "}", room)
    return _scalar(value)


def _members(value: dict[Any, Any]) -> Iterator[str | None]:
    for key, inner in value.items():
        text = _inner(inner)
        yield None if text is None or not isinstance(key, str) else f"{_text(key)}: {text}"


def _inner(value: object) -> str | None:
    """A scalar, a list of scalars, or something empty, on one line; None for the rest."""
    if isinstance(value, _LIST):
        return _joined("[", map(_scalar, value), "]", _ROOM)
    return "{}" if value == {} else _scalar(value)


def _joined(opener: str, parts: Iterator[str | None], closer: str, room: int) -> str | None:
    """The parts with commas between, or None as soon as one is None or the room is used up."""
    taken: list[str] = []
    room -= len(opener) + len(closer)
    for part in parts:
        if part is None or room < 0:
            return None
        taken.append(part)
        room -= len(part) + 2
    return f"{opener}{', '.join(taken)}{closer}" if room + 2 >= 0 or not taken else None


def _text(value: str) -> str:
    text = _quoted(value)
    if text.isprintable():
        return text
    return _UNSAFE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _scalar(value: object) -> str | None:
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, bool):
        return "null" if value is None else "true" if value else "false"
    if isinstance(value, float):
        return float.__repr__(value) if isfinite(value) else None
    if isinstance(value, int):
        return _digits(value)
    return None


def _digits(value: int) -> str | None:
    try:
        return int.__repr__(value)
    except ValueError:  # more digits than Python writes, and than `parse_json` reads
        return None
