"""A text laid out in lines of a given width, and a text cut to one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import inf, isnan
from operator import sub

from ...values import NamedTuple
from .breaks import Pieces, break_kinds, pieces, smaller_pieces
from .graphemes import clusters, is_plain
from .measure import UNITS_PER_EM, Advances, advances, pixels

__all__ = ["Line", "shorten", "wrap"]


class Line(NamedTuple):
    """One line of a text, in logical order, and its width in CSS pixels."""

    text: str
    width: float


def wrap(text: str, most: float, size: float = 13.0, *, bold: bool = False) -> tuple[Line, ...]:
    r"""The lines of a text, each of ``most`` CSS pixels or less; none only for the empty text.

    Of all the ways that need the fewest lines, one whose widest line is the narrowest, so that
    a box around the text can be narrow. A line end in the text stays one; a run of spaces counts
    as one; where lines may break is told in the module ``breaks``. A cluster wider than ``most``
    stands on a line of its own. The time grows with the length of the text, not faster.

    Raises ValueError where ``size`` isn't a number above 0 or ``most`` isn't a number.

    >>> [line.text for line in wrap("Principle comes before party.", 120)]
    ['Principle comes', 'before party.']
    """
    room, table = _room(most, size), advances(bold)
    lines = _of_words(text.split(), room, table) if _breaks_at_spaces(text) else []
    if not lines:
        lines = [line for part in _paragraphs(text) for line in _wrapped(part, room, table)]
    return tuple([_made(Line, (line, width * size / UNITS_PER_EM)) for line, width in lines])


def shorten(text: str, most: float, size: float = 13.0, *, bold: bool = False) -> str:
    """The text on one line of ``most`` CSS pixels or less, cut between clusters and ended by "…".

    It is empty where not even that sign fits. Line ends and runs of spaces count as one space.
    Raises ValueError where ``size`` isn't a number above 0 or ``most`` isn't a number.

    >>> shorten("Principle comes before party.", 100)
    'Principle come…'
    """
    room, table = _room(most, size), advances(bold)
    line = " ".join(filter(None, _paragraphs(text)))
    atoms, ends = _measured(line, table)
    if ends[-1] <= room:
        return line
    room -= table[_ELLIPSIS]
    if room < 0:
        return ""
    return "".join(atoms[: bisect_right(ends, room) - 1]).rstrip(_SPACES) + _ELLIPSIS


_made = tuple.__new__
"""What makes a line of its fields in half the time: of lines there are most."""

_ELLIPSIS = "…"
_EVER = 1 << 52
"""More units than any text has, and few enough for a float to hold them all."""
_SPACES = " \u3000"
"""The spaces that are left in a paragraph."""


@lru_cache(64)
def _room(most: float, size: float) -> int:
    """The most units that a line of ``most`` pixels holds; what measures ``most`` fits in."""
    if not 0 < size < inf or isnan(most):
        raise ValueError(f"a size above 0 and a width are needed, not {size!r} and {most!r}")
    if most >= pixels(_EVER, size):
        return _EVER
    room = int(max(most, 0.0) / size * UNITS_PER_EM) + 1
    while pixels(room, size) > most and room > 0:
        room -= 1
    return room


def _paragraphs(text: str) -> list[str]:
    """The text at its line ends, with one space for a run of them and none at the ends."""
    if text.isprintable():  # then its only spaces are U+0020
        return [" ".join(text.split())] if text else []
    line_end, space = _blanks()
    parts = line_end.split(text)
    if not parts[-1]:
        del parts[-1]
    return [space.sub(_one_space, part).strip(_SPACES) for part in parts]


@cache
def _blanks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line end and a run of spaces; compiled at the first text that holds more than plain spaces."""
    return (
        re.compile("\r\n|[\n\r\u2028\u2029]"),
        re.compile("[\t \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+"),
    )


def _one_space(run: re.Match[str]) -> str:
    """The wide space of Chinese and Japanese for a run that it begins."""
    return "\u3000" if run[0][0] == "\u3000" else " "


def _measured(text: str, table: Advances) -> tuple[Sequence[str], list[int]]:
    """The clusters of a text, and the units from its start to before each one and to its end."""
    atoms: Sequence[str] = text if is_plain(text) else clusters(text)
    return atoms, list(accumulate(map(table.__getitem__, atoms), initial=0))


def _wrapped(text: str, room: int, table: Advances) -> list[tuple[str, int]]:
    """The lines of a paragraph and their units."""
    lines = _of_words(text.split(), room, table) if _breaks_at_spaces(text) else []
    if lines:
        return lines
    atoms, ends = _measured(text, table)
    if ends[-1] <= room:
        return [(text, ends[-1])]
    starts, stops = _pieces(break_kinds(atoms), ends, room)
    begun, ended = [ends[start] for start in starts], [ends[stop] for stop in stops]
    afters = _narrowest(begun, ended, list(map(sub, ended, begun)), room)
    return [
        ("".join(atoms[starts[first] : stops[after - 1]]), ended[after - 1] - begun[first])
        for first, after in pairwise([0, *afters])
    ]


def _breaks_at_spaces(text: str) -> bool:
    """Whether a text is one paragraph of plain words, which may be broken at its spaces alone."""
    return text.isascii() and "-" not in text and "/" not in text and text.isprintable()


def _of_words(words: list[str], room: int, table: Advances) -> list[tuple[str, int]]:
    """The lines of plain words; none where there are none, or one doesn't fit a line.

    What `_wrapped` says as well, sooner. Every word is reckoned with the space behind it, a line too.
    """
    sizes = list(map(table.words.__getitem__, words))
    space = table[" "]
    room += space
    if not words or max(sizes) > room:
        return []
    begins = list(accumulate(sizes, initial=0))
    if begins[-1] <= room:
        return [(" ".join(words), begins[-1] - space)]
    lines: list[tuple[str, int]] = []
    first = 0
    for after in _narrowest(begins, begins[1:], sizes, room):
        lines.append((" ".join(words[first:after]), begins[after] - space - begins[first]))
        first = after
    return lines


def _pieces(kinds: str, ends: list[int], room: int) -> Pieces:
    """The pieces of a paragraph, those that don't fit a line in smaller ones."""
    starts, stops = found = pieces(kinds)
    if max([ends[stop] - ends[start] for start, stop in zip(starts, stops, strict=True)]) <= room:
        return found
    parts = [
        part
        for piece in zip(starts, stops, strict=True)
        for part in _parts(kinds, piece, ends, room)
    ]
    return [start for start, _ in parts], [stop for _, stop in parts]


def _parts(
    kinds: str, piece: tuple[int, int], ends: list[int], room: int
) -> Iterator[tuple[int, int]]:
    """A piece, or its parts where it doesn't fit a line, or its clusters where those don't."""
    if ends[piece[1]] - ends[piece[0]] <= room:
        yield piece
        return
    for start, stop in zip(*smaller_pieces(kinds, *piece), strict=True):
        if ends[stop] - ends[start] <= room:
            yield start, stop
        else:
            yield from ((index, index + 1) for index in range(start, stop))


def _narrowest(begins: list[int], ends: list[int], pieces: list[int], room: int) -> list[int]:
    """For each line the number of pieces up to its end: the fewest lines, then the narrowest.

    Halves the range of possible widths until one is left; each try is a greedy filling.
    """
    best, high, _ = _filled(begins, ends, room, len(ends))
    low = max(*pieces, sum(pieces) // len(best))
    while low < high:
        tried, widest, wider = _filled(begins, ends, (low + high) // 2, len(best))
        if wider:
            low = wider
        else:
            best, high = tried, widest
    return best


def _filled(
    begins: list[int], ends: list[int], room: int, lines: int
) -> tuple[list[int], int, int]:
    """Lines as full as they can be, at most so many: for each the number of pieces up to its end.

    With it the width of the widest line, and the least width at which some line takes another piece; that is
    0 where all pieces have found a line.
    """
    found: list[int] = []
    after, count = 0, len(ends)
    widest, wider = 0, _EVER
    for _ in range(lines):
        begin = begins[after]
        after = bisect_right(ends, begin + room, after + 1)
        found.append(after)
        width = ends[after - 1] - begin
        if width > widest:
            widest = width
        if after == count:
            return found, widest, 0
        width = ends[after] - begin
        if width < wider:
            wider = width
    return found, widest, wider
