"""What is drawn, as shapes: no arguments any more, no markup yet.

Lengths are CSS pixels, y down. Colours are names of a palette, or ``#rrggbb`` for one that no theme changes. A scene is a tree of groups no
deeper than `DEEPEST`; its order is painting order and reading order at once. Writers refuse
coordinates that aren't finite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias, cast

from ..values import NamedTuple, frozen
from .theme import Theme

__all__ = [
    "WORD",
    "Anchor",
    "Group",
    "Item",
    "Move",
    "Path",
    "Rect",
    "Scene",
    "Stamp",
    "Stream",
    "Text",
    "Words",
    "gathered",
]

Move: TypeAlias = tuple[str, tuple[float, ...]]
"""One command of a path with absolute coordinates: M moves, L is a line, C a cubic Bézier curve, Z closes."""


class Rect(NamedTuple):
    """A rectangle with rounded corners."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: str | None = None
    stroke: str | None = None
    line: float = 1.0
    dash: tuple[float, ...] = ()


class Path(NamedTuple):
    """A line or outline: the letters of its commands in turn, and the coordinates of all of them in turn.

    The letters are M, L, C and Z; see `Move`.
    """

    commands: str
    at: tuple[float, ...]
    fill: str | None = None
    stroke: str | None = None
    line: float = 1.0
    dash: tuple[float, ...] = ()

    @property
    def moves(self) -> tuple[Move, ...]:
        """Each command with its own coordinates."""
        left = iter(self.at)
        return tuple([(each, tuple(islice(left, TAKEN[each]))) for each in self.commands])


TAKEN = {"M": 2, "L": 2, "C": 6, "Z": 0}
"""How many coordinates each command of a path takes."""


class Words(NamedTuple):
    """One line of text at its base line; ``x`` is its left end, or its right end if it runs so."""

    x: float
    y: float
    text: str
    width: float


class Text(NamedTuple):
    """Lines of one style that read as one text."""

    lines: tuple[Words, ...]
    size: float
    fill: str
    bold: bool = False
    rtl: bool = False


class Group(NamedTuple):
    """Items that belong together; ``role``, ``label`` and ``description`` are for screen readers.

    ``hidden`` keeps what only repeats a text from being read aloud. All of it is drawn ``zoom`` times as
    large, and then moved by ``moved``.
    """

    items: tuple[Item, ...]
    id: str = ""
    role: str = ""
    label: str = ""
    description: str = ""
    hidden: bool = False
    moved: tuple[float, float] = (0.0, 0.0)
    zoom: float = 1.0


class Anchor(NamedTuple):
    """Items that lead to an address; the writer decides whether the address is a safe one."""

    url: str
    items: tuple[Item, ...]


Item: TypeAlias = Rect | Path | Text | Group | Anchor


class Stamp(NamedTuple):
    """Items that differ from many others in their numbers and words alone, as what they are like and those.

    Of ``like``, which all of a kind have in common, the numbers don't count, and every word is `WORD`. ``at`` are the
    numbers of its rectangles, paths and lines of text in turn, ``words`` the id and the label of its group, if it has
    any, and the lines, none of which is without width. The writer works out the rest once for all of them.
    """

    like: tuple[Item, ...]
    at: Sequence[float]
    words: tuple[str, ...] = ()


WORD = "%s"
"""What stands in a stamp's like in the place of a word."""


class Stream(NamedTuple):
    """A group whose items are made while they are drawn, once: those of a large map are never all there."""

    group: Group
    items: Iterator[Item | Stamp]


def gathered(part: Item | Stream) -> Item:
    """``part`` with all its items made; there are no stamps among them."""
    if isinstance(part, Stream):
        return part.group._replace(items=cast("tuple[Item, ...]", tuple(part.items)))
    return part


@frozen(kw_only=True)
class Scene:
    """A whole drawing of ``width`` by ``height``, its title and description, and its look.

    It is shown ``scale`` times as large.
    """

    width: float
    height: float
    title: str
    description: str
    language: str
    items: tuple[Item, ...]
    theme: Theme
    scale: float = 1.0
