"""A scene as SVG text. It knows shapes and colours, and nothing of arguments.

The theme's colours are presentation attributes, which every renderer understands; the night colours
stand in one style element that holds nothing but a media query. There is no script, no image,
no reference to anything outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from operator import itemgetter
from typing import Any, Protocol, cast

from .markup import attribute, number, numbers, safe_url, text_node
from .scene import TAKEN, Anchor, Group, Item, Path, Rect, Scene, Stream, Text, Words
from .theme import Theme

__all__ = ["Outlines", "path_data", "svg_bytes", "svg_text"]

_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")


def svg_text(scene: Scene, *, prefix: str = "argmap") -> str:
    """The SVG document of ``scene``; ids and classes in it start with ``prefix``.

    Two drawings in one page need two prefixes. Raises ValueError for a prefix that isn't a plain name.
    """
    return svg_bytes(scene, scene.items, prefix=prefix).decode()


class Outlines(Protocol):
    """What draws a text by its outlines, for a reader that has no fonts."""

    def drawn(self, text: Text) -> str:
        """The markup of a text, within an element that says its colour."""
        ...

    def definitions(self) -> str:
        """The markup of what all that was drawn refers to."""
        ...


def svg_bytes(
    scene: Scene,
    items: Iterable[Item | Stream],
    *,
    prefix: str = "argmap",
    outlines: Outlines | None = None,
) -> bytes:
    """The same in UTF-8, with these ``items`` in the place of the scene's own.

    As bytes a text takes a half of the room, where it holds a single dash or quotation mark. With
    ``outlines`` texts are drawn as shapes.
    """
    pen = _Pen(scene.theme, prefix, outlines)
    pen.drawn.append(_head(scene, prefix))
    for item in items:
        pen.draw(item)
    return pen.document()


def _head(scene: Scene, prefix: str) -> str:
    """The document up to its first shape."""
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"a prefix is a name of letters, digits and hyphens, not {prefix!r}")
    width, height = number(scene.width), number(scene.height)
    shown = [number(side * scene.scale) for side in (scene.width, scene.height)]
    language = f' xml:lang="{attribute(scene.language)}"' if scene.language else ""
    name = scene.title or "Argument map"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{shown[0]}" height="{shown[1]}" '
        f'viewBox="0 0 {width} {height}" class="{prefix}"{language} '
        'role="graphics-document document" aria-roledescription="argument map" '
        f'aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc" '
        f'font-family="{attribute(_fonts(scene.theme))}">'
        f'<title id="{prefix}-title">{text_node(name)}</title>'
        f'<desc id="{prefix}-desc">{text_node(scene.description)}</desc>'
    )
    return f"{head}{_night(scene.theme, prefix)}"


def _fonts(theme: Theme) -> str:
    return ", ".join([f"'{font}'" if " " in font else font for font in theme.fonts])


def _night(theme: Theme, prefix: str) -> str:
    """The style element of the night colours: a class for each use of each colour."""
    if theme.night is None:
        return ""
    rules = "".join(
        f".{prefix} .{use[0]}-{name}{{{use}:{colour}}}"
        for name, colour in theme.night.named().items()
        for use in ("fill", "stroke")
    )
    return f"<style>@media (prefers-color-scheme:dark){{{text_node(rules)}}}</style>"


_KEPT = 1_000
"""How many lines are kept as texts."""


class _Pen:
    """What turns shapes into markup in a theme's colours; it knows how what comes often is told."""

    def __init__(self, theme: Theme, prefix: str, outlines: Outlines | None) -> None:
        self._outlines = outlines
        self._colours = theme.palette.named()
        self._classed = theme.night is not None
        self._prefix = prefix
        self._told: dict[tuple[object, ...], str] = {}
        self._written = BytesIO()
        self.drawn: list[str] = []
        self._shapes: dict[type, Callable[[Any], str]] = {
            Path: self._path,
            Rect: self._rect,
            Text: self._text,
        }

    def document(self) -> bytes:
        """What has been drawn, with the end of the root element."""
        self.drawn += [self._outlines.definitions()] if self._outlines else []
        self.drawn.append("</svg>\n")
        self._write()
        return self._written.getvalue()

    def _write(self) -> None:
        """Put what has been drawn away as bytes."""
        self._written.write("\n".join(self.drawn).encode())
        self.drawn.clear()

    def draw(self, item: Item | Stream) -> None:
        """Add the markup of an item, line by line; groups nest as deep as the scene does, which is shallow."""
        shape = self._shapes.get(type(item))
        if shape is not None:
            self.drawn.append(shape(item))
        elif isinstance(item, Anchor):
            self._anchor(item)
        else:
            group, items = item if isinstance(item, Stream) else _opened(cast("Group", item))
            self._begin(group)
            for inner in items:
                shape = self._shapes.get(type(inner))
                if shape is None:
                    self.draw(inner)
                else:
                    self.drawn.append(shape(inner))
                if len(self.drawn) > _KEPT:
                    self.drawn.append("")  # for the line end
                    self._write()
            self.drawn.append("</g>")

    def _begin(self, group: Group) -> None:
        self.drawn.append(f"<g{_naming(group, self._prefix)}>")
        if group.description:
            self.drawn.append(f"<desc>{text_node(group.description)}</desc>")

    def _anchor(self, anchor: Anchor) -> None:
        url = safe_url(anchor.url)
        if url is not None:
            self.drawn.append(f'<a href="{attribute(url)}" rel="noopener noreferrer">')
        for inner in anchor.items:
            self.draw(inner)
        if url is not None:
            self.drawn.append("</a>")

    def _rect(self, rect: Rect) -> str:
        look = rect[4:]
        if look not in self._told:
            radius = f' rx="{number(rect.radius)}"' if rect.radius else ""
            self._told[look] = radius + self._paint(*look[1:])
        return f"<rect {numbers(_PLACE, rect[:4])}{self._told[look]}/>"

    def _path(self, path: Path) -> str:
        look = path[2:]
        if look not in self._told:
            self._told[look] = self._paint(*look)
        return f'<path d="{path_data(path)}"{self._told[look]}/>'

    def _paint(
        self, fill: str | None, stroke: str | None, line: float, dash: tuple[float, ...]
    ) -> str:
        """Fill and stroke as attributes, with the classes that the night colours hang on."""
        told = self._both(fill, stroke)
        if stroke is None:
            return told
        if line != 1:
            told += f' stroke-width="{number(line)}"'
        return f'{told} stroke-dasharray="{" ".join(map(number, dash))}"' if dash else told

    def _both(self, fill: str | None, stroke: str | None) -> str:
        classes = []
        parts = []
        for use, name in (("fill", fill), ("stroke", stroke)):
            if name is not None:
                parts.append(f' {use}="{self._colours.get(name, name)}"')
                classes += [f"{use[0]}-{name}"] if name in self._colours else []
            elif use == "fill":
                parts.append(' fill="none"')
        return self._class(classes) + "".join(parts)

    def _class(self, classes: list[str]) -> str:
        return f' class="{" ".join(classes)}"' if self._classed and classes else ""

    def _text(self, text: Text) -> str:
        """Lines as tspans of one text, each held to its measured width whatever the reader's font."""
        if self._outlines:
            return f"<g{self._both(text.fill, None)}>{self._outlines.drawn(text)}</g>"
        style = text[1:]
        if style not in self._told:
            self._told[style] = self._style(*style)
        return f"<text{self._told[style]}>{_lines(text.lines)}</text>"

    def _style(self, size: float, fill: str, bold: bool, rtl: bool) -> str:
        weight = ' font-weight="700"' if bold else ""
        way = ' direction="rtl" unicode-bidi="isolate"' if rtl else ""
        return f'{self._both(fill, None)} font-size="{number(size)}"{weight}{way}'


def _opened(group: Group) -> tuple[Group, Iterable[Item]]:
    return group, group.items


_PLACE = 'x="%.2f" y="%.2f" width="%.2f" height="%.2f"'
_WIDTH = itemgetter(3)
_POINT = 'x="%.2f" y="%.2f"'
_HELD = 'x="%.2f" y="%.2f" textLength="%.2f"'


def path_data(path: Path) -> str:
    """The commands of a path, as its ``d`` attribute has them."""
    told = numbers(_form(path.commands), path.at, " ")
    return told.replace(" L", "L").replace(" C", "C").replace(" M", "M").replace(" Z", "Z").strip()


@lru_cache(512)
def _form(commands: str) -> str:
    """The ``d`` attribute of a path with these commands, without its numbers; after each is a blank."""
    return "".join([command + "%.2f " * TAKEN[command] for command in commands])


def _lines(lines: Sequence[Words]) -> str:
    """The lines of a text, each held to its measured width if it has any."""
    if not all(map(_WIDTH, lines)):
        return "\n".join([_line(words) for words in lines])
    values = [value for x, y, _, width in lines for value in (x, y, width)]
    held = numbers("\n".join([_HELD] * len(lines)), tuple(values)).split("\n")
    return "\n".join(
        [
            f'<tspan {each} lengthAdjust="spacingAndGlyphs">{text_node(words.text)}</tspan>'
            for each, words in zip(held, lines, strict=True)
        ]
    )


def _line(words: Words) -> str:
    x, y, text, width = words
    place = numbers(_HELD, (x, y, width)) if width else numbers(_POINT, (x, y))
    adjust = ' lengthAdjust="spacingAndGlyphs"' if width else ""
    return f"<tspan {place}{adjust}>{text_node(text)}</tspan>"


_ASIDE = Group((), hidden=True)[1:]
"""What a group is that only repeats a text, and nothing else: most are."""


def _naming(group: Group, prefix: str) -> str:
    if group[1:] == _ASIDE:
        return ' aria-hidden="true"'
    parts = [f' id="{attribute(f"{prefix}-{group.id}")}"'] if group.id else []
    parts += [f' role="{attribute(group.role)}"'] if group.role else []
    parts += [f' aria-label="{attribute(group.label)}"'] if group.label else []
    parts += [' aria-hidden="true"'] if group.hidden else []
    if group.moved != (0.0, 0.0) or group.zoom != 1:
        zoom = "" if group.zoom == 1 else f" scale({group.zoom:.6f})"
        across, down = map(number, group.moved)
        parts.append(f' transform="translate({across} {down}){zoom}"')
    return "".join(parts)
