"""What a new layout changes, as a difference that ``patch`` takes, in time that grows with the text.

Both texts have the same words in the same order, so that lines are laid beside each other by counting
characters; a general difference takes minutes for a megabyte in which every line is indented anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["difference"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LAYOUT = re.compile(r"[\s=>\ufeff-]+")
"""What a layout may add or take away."""

_CONTEXT = 3
"""How many lines that stay are shown before and behind what changes."""


class _Line(NamedTuple):
    """A line that stays, goes or comes, and how many lines of each text are before it."""

    sign: str
    text: str
    old: int
    new: int


def difference(old: str, new: str, name: str) -> str:
    """The unified difference between two layouts of one document, empty if they are equal."""
    lines = _in_order(list(_merged(_LINE.findall(old), _LINE.findall(new))))
    hunks = ["".join(_hunk(lines, first, last)) for first, last in _hunks(lines)]
    return "".join([f"--- a/{name}\n+++ b/{name}\n", *hunks]) if hunks else ""


def _merged(old: list[str], new: list[str]) -> Iterator[_Line]:
    """The lines of both texts, side by side as far as they have the same words."""
    before, after = (_sizes(lines) for lines in (old, new))
    i = j = lead = 0  # lead: how many characters the old text is ahead of the new one
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and not lead and old[i] == new[j]:
            yield _Line(" ", old[i], i, j)
            i, j = i + 1, j + 1
        elif j == len(new) or (i < len(old) and (lead < 0 or (lead == 0 and not old[i].strip()))):
            yield _Line("-", old[i], i, j)
            lead += before[i]
            i += 1
        elif i == len(old) or lead > 0 or not new[j].strip():
            yield _Line("+", new[j], i, j)
            lead -= after[j]
            j += 1
        else:
            yield _Line("-", old[i], i, j)
            yield _Line("+", new[j], i + 1, j)
            lead += before[i] - after[j]
            i, j = i + 1, j + 1


def _sizes(lines: list[str]) -> list[int]:
    return [len(_LAYOUT.sub("", line)) for line in lines]


def _in_order(lines: list[_Line]) -> list[_Line]:
    """The lines with what goes before what comes, wherever they stand together."""
    made: list[_Line] = []
    comes: list[_Line] = []
    for line in [*lines, _Line(" ", "", 0, 0)]:
        if line.sign == "+":
            comes.append(line)
            continue
        if line.sign == " ":
            made += comes
            comes.clear()
        made.append(line)
    return made[:-1]


def _hunks(lines: list[_Line]) -> Iterator[tuple[int, int]]:
    """Where what changes stands among the lines, with the lines round it: the first, and one behind the last."""
    first = last = -1
    for number, line in enumerate(lines):
        if line.sign == " ":
            continue
        if first >= 0 and number - last > 2 * _CONTEXT + 1:
            yield first, last + _CONTEXT + 1
            first = -1
        if first < 0:
            first = max(0, number - _CONTEXT)
        last = number
    if first >= 0:
        yield first, min(len(lines), last + _CONTEXT + 1)


def _hunk(lines: list[_Line], first: int, last: int) -> Iterator[str]:
    part = lines[first:last]
    old = sum([line.sign != "+" for line in part])
    new = sum([line.sign != "-" for line in part])
    starts = min(line.old for line in part), min(line.new for line in part)
    yield f"@@ -{_extent(starts[0], old)} +{_extent(starts[1], new)} @@\n"
    for line in part:
        yield line.sign + line.text
        if not line.text.endswith("\n"):
            yield "\n\\ No newline at end of file\n"


def _extent(start: int, count: int) -> str:
    """The lines of a hunk as ``patch`` counts them: from 1, and 0 for none at the very beginning."""
    return f"{start + (count > 0)}" + ("" if count == 1 else f",{count}")
