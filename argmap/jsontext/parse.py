"""The fast reader of JSON: the standard library's, with a check that it would be right to believe it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NoReturn

from attrs import field

from ..errors import ReadError
from ..limits import Limits
from ..source import SourceText, Span
from ..values import frozen
from .value import JsonValue, Path, digits_allowed, path_text

if TYPE_CHECKING:
    from .place import Places

__all__ = ["JsonDocument", "parse_json", "quick_json"]

_LIMITS = Limits()
_SHALLOW = 90
_PIECE = 1 << 16
_GREATEST = sys.float_info.max
_STRUCTURE = b'[]{}":'
_NO_STRUCTURE = bytes(byte for byte in range(256) if byte not in _STRUCTURE)
_UP_AND_DOWN = bytes.maketrans(b"[{]}", b"\x01\x01\xff\xff")
# Each begins with a fixed byte, so that the search runs at the speed of memory.
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_NO_CHARACTER = re.compile(rb"\xef\xbf[\xbe\xbf]")


@frozen(eq=False)
class JsonDocument:
    """The ``value`` of a JSON text, and where each part of it stands in the text.

    It is ``shallow`` if it is known to nest so little that free data can hold any part of it.
    """

    source: SourceText
    value: JsonValue
    shallow: bool = False
    _known: list[Places] = field(factory=list, init=False, repr=False)

    def span(self, path: Path, *, key: bool = False) -> Span:
        """The place of the value at ``path``, or of the innermost container that is there.

        With ``key`` it is the place of the value's key.
        """
        if not self._known:
            from .place import Places  # here, for most documents are never asked for a place

            self._known.append(Places(self.source))
        return self._known[0].span(path, key=key)

    def error(self, path: Path, message: str, *, hint: str = "", key: bool = False) -> ReadError:
        """A `ReadError` about the value at ``path``, ready to raise."""
        span = self.span(path, key=key)
        return ReadError(message, span=span, path=path_text(path), hint=hint)


def parse_json(source: SourceText, *, limits: Limits = _LIMITS) -> JsonDocument:
    """The value of a JSON text with the places of its parts.

    Raises `ReadError` at the first thing that isn't JSON, and for a key that is there twice, NaN
    and numbers past the floating ones, whole numbers of more than 4,300 digits, control
    characters (but tab and line ends), lone surrogates, U+FFFE and U+FFFF; `TooLarge` past
    ``limits.nesting``. Time is linear in the text, and there is no recursion.
    """
    quick = quick_json(source, limits=limits)
    if quick is not None:
        return quick
    from .scan import scan  # here, for most documents are beyond doubt

    return JsonDocument(source, scan(source, limits))


def quick_json(source: SourceText, *, limits: Limits = _LIMITS) -> JsonDocument | None:
    """What `parse_json` gives, if the fast reader knows it; None if only the slow one can tell.

    A document that it knows has no control characters.
    """
    try:
        value, shallow = _quick(source.text, limits.nesting)
    except (ValueError, RecursionError):
        return None
    return JsonDocument(source, value, shallow)


def _quick(text: str, nesting: int) -> tuple[JsonValue, bool]:
    """The value, if it is beyond doubt that ``scan`` would say the same; `ValueError` if not.

    Beside it whether it is shallow.
    """
    skeleton = _skeleton(text)
    keys = 0

    def count(members: dict[str, Any]) -> dict[str, Any]:
        nonlocal keys
        keys += len(members)
        return members

    value: JsonValue = json.JSONDecoder(
        object_hook=count,
        parse_float=_finite,
        parse_int=int if 0 < sys.get_int_max_str_digits() <= digits_allowed() else _whole,
        parse_constant=_doubt,
    ).decode(text)
    if skeleton.count(b":") != keys:
        _doubt("a key is there twice")
    # Without the innermost containers it is much shorter, and at most two levels less deep.
    short = skeleton.translate(None, b":").replace(b"{}", b"").replace(b"[]", b"")
    most = _depth(short) + 2
    if most > nesting and _depth(skeleton) > nesting:
        _doubt("depth")
    return value, most <= _SHALLOW


def _skeleton(text: str) -> bytes:
    """The brackets, braces and colons of a JSON text that stand outside of its strings; `ValueError` for what is in doubt.

    Escaped quotes go first, then everything but structure and quotes; what is left between two
    quotes was inside a string. A pair of neighbouring quotes may go at any time, for it changes
    nothing in what is inside and what is outside.
    """
    structure = b"".join([piece.translate(None, _NO_STRUCTURE) for piece in _pieces(text)])
    structure = structure.replace(b'"":""', b":").replace(
        b'""', b""
    )  # the first alone is twice as slow
    return b"".join(structure.split(b'"')[::2])


@cache
def _doubtful_escape() -> re.Pattern[bytes]:
    """Every escape that may stand for what is refused (and, of the controls, those that may not).

    It begins with a fixed byte as well, and is compiled at the first escape, for many documents have none.
    """
    return re.compile(
        rb"\\(?:[bf]|u(?:00[01][0-9A-Fa-f]|00[89]|007[Ff]|[Ff]{3}[EFef]"
        rb"|[Dd][89ABab]..(?!\\u[Dd][C-Fc-f])|(?<!\\u[Dd][89ABab]..\\u)[Dd][C-Fc-f]))"
    )


def _pieces(text: str) -> Iterator[bytes]:
    """The text in UTF-8, without the escaped quotes and backslashes, if nothing in it is in doubt.

    A text without escapes comes in pieces, so that there is no copy of the whole: to get 20 MB of fresh memory takes longer
    than to fill them.
    """
    if "\\" in text:
        data = text.encode().replace(b"\\\\", b"_")  # so that each backslash left begins an escape
        if _doubtful_escape().search(data):
            _doubt("escapes")
        yield _plain(data).replace(b'\\"', b"")
        return
    for start in range(0, len(text), _PIECE):
        yield _plain(text[start : start + _PIECE].encode())


def _plain(data: bytes) -> bytes:
    """The same bytes, which hold no control character but those that JSON itself refuses, and none that is no character."""
    if b"\x7f" in data or (b"\xc2" in data and _C1.search(data)):
        _doubt("control characters")
    if b"\xef" in data and _NO_CHARACTER.search(data):
        _doubt("U+FFFE or U+FFFF")
    return data


def _depth(skeleton: bytes) -> int:
    steps = skeleton.translate(_UP_AND_DOWN, b":")
    return max(accumulate(memoryview(steps).cast("b")), default=0)


def _doubt(what: str) -> NoReturn:
    raise ValueError(what)


def _finite(digits: str) -> float:
    value = float(digits)
    return value if -_GREATEST <= value <= _GREATEST else _doubt(digits)


def _whole(digits: str) -> int:
    return int(digits) if len(digits) <= digits_allowed() else _doubt(digits)
