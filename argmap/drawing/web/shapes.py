"""Shapes of a scene as short lists of numbers, for a script that draws them where they are to be seen.

A shape is a list that begins with the number of its look in a table; ``rect`` looks are followed by x, y, width,
height, ``path`` looks by the commands of the path, ``text`` looks by their lines. A line is x, y, the width it is held to,
and its words: a text, or where they begin and end in the wording of the element.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from ..scene import Anchor, Group, Item, Path, Rect, Text, Words
from ..svg_writer import path_data

__all__ = ["Shape", "Shapes", "short"]

Shape = list[object]

_BEYOND = "\uffff"
"""The last character that a browser counts as one."""


def short(value: float) -> float:
    """A length to a tenth of a pixel; a whole one without a point.

    >>> short(12.0), short(3.14159)
    (12, 3.1)
    """
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded


@define
class Shapes:
    """Turns shapes into lists, and remembers the looks they have."""

    _numbers: dict[tuple[object, ...], int] = field(factory=dict)

    def looks(self) -> list[list[object]]:
        """Every look: what has it, then its fill, stroke, width of line, dashes and so on, as shapes have them."""
        return [list(look) for look in self._numbers]

    def told(self, items: Iterable[Item], wording: str = "") -> list[Shape]:
        """The shapes of ``items`` without groups and addresses around them, in painting order."""
        found: list[Shape] = []
        todo = [*items][::-1]
        while todo:
            item = todo.pop()
            if isinstance(item, Group | Anchor):
                todo += item.items[::-1]
            else:
                found.append(self._shape(item, wording))
        return found

    def line(self, path: Path) -> tuple[int, str, list[float]]:
        """The look of a line, the letters of its commands, and the coordinates of all of them in turn."""
        return self._look(path), path.commands, list(map(short, path.at))

    def _shape(self, item: Rect | Path | Text, wording: str) -> Shape:
        look = self._look(item)
        if isinstance(item, Rect):
            return [look, *map(short, item[:4])]
        if isinstance(item, Path):
            return [look, path_data(item)]
        return [look, *_lines(item.lines, wording)]

    def _look(self, item: Rect | Path | Text) -> int:
        if isinstance(item, Rect):
            look: tuple[object, ...] = ("rect", *item[4:])
        elif isinstance(item, Path):
            look = ("path", *item[2:])
        else:
            look = ("text", *item[1:])
        return self._numbers.setdefault(look, len(self._numbers))


def _lines(lines: Iterable[Words], wording: str) -> list[list[object]]:
    """The lines of a text; one that stands in the wording is told by where it does."""
    found: list[list[object]] = []
    within = max(wording, default="") <= _BEYOND
    at = 0
    for x, y, text, width in lines:
        place = wording.find(text, at) if within and text else -1
        start: list[float] = [short(x), short(y), short(width)]
        if place < 0:
            found.append([*start, text])
        else:
            at = place + len(text)
            found.append([*start, place, at])
    return found
