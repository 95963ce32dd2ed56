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
from typing import Any, Protocol, cast

from .markup import attribute, number, numbers, safe_url, text_node
from .scene import TAKEN, Anchor, Group, Item, Path, Rect, Scene, Stamp, Stream, Text, Words
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
    pen.put(_head(scene, prefix))
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
    """What turns shapes into markup in a theme's colours; it knows how what comes often is told.

    A shape's line has a ``%s`` in the place of each number, and the numbers of many lines are told together. Lines are
    bytes from the first: a single dash makes a text of all of them twice as large, and slow to encode.
    """

    def __init__(self, theme: Theme, prefix: str, outlines: Outlines | None) -> None:
        self._outlines = outlines
        self._colours = theme.palette.named()
        self._classed = theme.night is not None
        self._prefix = prefix
        self._told: dict[tuple[object, ...], bytes] = {}
        self._stamps: dict[int, tuple[object, bytes]] = {}
        self._written = BytesIO()
        self._drawn: list[bytes] = []
        self._numbers: list[float] = []
        self._shapes: dict[type, Callable[[Any], None]] = {
            Path: self._path,
            Rect: self._rect,
            Text: self._text,
            Stamp: self._stamp,
        }

    def document(self) -> bytes:
        """What has been drawn, with the end of the root element."""
        if self._outlines:
            self.put(self._outlines.definitions())
        self.put("</svg>\n")
        self._write()
        return self._written.getvalue()

    def put(self, markup: str) -> None:
        """Add a line of markup."""
        self._drawn.append(_literal(markup).encode())

    def _write(self) -> None:
        """Put what has been drawn away as bytes."""
        self._written.write(b"\n".join(self._drawn) % tuple(numbers(self._numbers)))
        self._drawn.clear()
        self._numbers.clear()

    def draw(self, item: Item | Stream | Stamp) -> None:
        """Add the markup of an item, line by line; groups nest as deep as the scene does, which is shallow."""
        shape = self._shapes.get(type(item))
        if shape is not None:
            shape(item)
        elif isinstance(item, Anchor):
            self._anchor(item)
        else:
            group, items = item if isinstance(item, Stream) else _opened(cast("Group", item))
            self._begin(group)
            drawn, shapes = self._drawn, self._shapes
            for inner in items:
                shape = shapes.get(type(inner))
                if shape is None:
                    self.draw(inner)
                else:
                    shape(inner)
                if len(drawn) > _KEPT:
                    drawn.append(b"")  # for the line end
                    self._write()
            drawn.append(b"</g>")

    def _stamp(self, stamp: Stamp) -> None:
        """A stamp by the form of what it is like, which is known by its identity and so kept with it."""
        like, at, words = stamp
        known = self._stamps.get(id(like))
        if known is None:
            known = self._stamps[id(like)] = (like, self._form_of(like, worded=bool(words)))
        self._drawn.append(known[1] % _escaped(words) if words else known[1])
        self._numbers += at

    def _form_of(self, like: Iterable[Item], *, worded: bool) -> bytes:
        """The markup of some items with a ``%s`` for each number, or for each word and ``%%s`` for each number."""
        kept = self._drawn, self._numbers
        self._drawn, self._numbers = [], []
        for item in like:
            self.draw(item)
        form = b"\n".join(self._drawn)
        self._drawn, self._numbers = kept
        if not worded:
            return form
        # words are literal so far: %%s
        return form.replace(b"%%s", b"\0").replace(b"%", b"%%").replace(b"\0", b"%s")

    def _begin(self, group: Group) -> None:
        if group[1:] == _ASIDE:
            self._drawn.append(b'<g aria-hidden="true">')
            return
        self.put(f"<g{_naming(group, self._prefix)}>")
        if group.description:
            self.put(f"<desc>{text_node(group.description)}</desc>")

    def _anchor(self, anchor: Anchor) -> None:
        url = safe_url(anchor.url)
        if url is not None:
            self.put(f'<a href="{attribute(url)}" rel="noopener noreferrer">')
        for inner in anchor.items:
            self.draw(inner)
        if url is not None:
            self.put("</a>")

    def _rect(self, rect: Rect) -> None:
        look = rect[4:]
        told = self._told.get(look)
        if told is None:
            radius = f' rx="{number(rect.radius)}"' if rect.radius else ""
            line = f"<rect {_PLACE}{radius}{_literal(self._paint(*look[1:]))}/>"
            told = self._told[look] = line.encode()
        self._drawn.append(told)
        self._numbers += rect[:4]

    def _path(self, path: Path) -> None:
        look = path[2:]
        told = self._told.get(look)
        if told is None:
            told = self._told[look] = f'"{_literal(self._paint(*look))}/>'.encode()
        self._drawn.append(b'<path d="%b%b' % (_form(path[0]), told))
        self._numbers += path[1]

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

    def _text(self, text: Text) -> None:
        """Lines as tspans of one text, each held to its measured width whatever the reader's font."""
        if self._outlines:
            self.put(f"<g{self._both(text.fill, None)}>{self._outlines.drawn(text)}</g>")
            return
        style = text[1:]
        told = self._told.get(style)
        if told is None:
            told = self._told[style] = f"<text{_literal(self._style(*style))}>".encode()
        self._drawn.append(b"%b%b</text>" % (told, self._lines(text[0])))

    def _lines(self, lines: Sequence[Words]) -> bytes:
        """The lines of a text, each held to its measured width if it has any."""
        found = []
        for x, y, words, width in lines:
            if width:
                self._numbers += (x, y, width)
                found.append(f"{_HELD}{_literal(text_node(words))}</tspan>")
            else:
                self._numbers += (x, y)
                found.append(f"{_POINT}{_literal(text_node(words))}</tspan>")
        return "\n".join(found).encode()

    def _style(self, size: float, fill: str, bold: bool, rtl: bool) -> str:
        weight = ' font-weight="700"' if bold else ""
        way = ' direction="rtl" unicode-bidi="isolate"' if rtl else ""
        return f'{self._both(fill, None)} font-size="{number(size)}"{weight}{way}'


def _escaped(words: tuple[str, ...]) -> tuple[bytes, ...]:
    """The words of a stamp as markup: an id and a label, which are values of attributes, and lines."""
    told = "".join(words)
    marked = "&" in told or "<" in told or ">" in told or '"' in told or "'" in told or "%" in told
    if told.isprintable() and not marked:
        return tuple([word.encode() for word in words])  # as nearly all are
    attributes = [attribute(word) for word in words[:2]]
    lines = [text_node(word) for word in words[2:]]
    return tuple([_literal(word).encode() for word in (*attributes, *lines)])


def _opened(group: Group) -> tuple[Group, Iterable[Item]]:
    return group, group.items


_PLACE = 'x="%s" y="%s" width="%s" height="%s"'
_POINT = '<tspan x="%s" y="%s">'
_HELD = '<tspan x="%s" y="%s" textLength="%s" lengthAdjust="spacingAndGlyphs">'


def _literal(markup: str) -> str:
    """Markup as a form that has no numbers to be filled in."""
    return markup.replace("%", "%%") if "%" in markup else markup


def path_data(path: Path) -> str:
    """The commands of a path, as its ``d`` attribute has them."""
    return (_form(path.commands) % tuple(numbers(path.at))).decode()


@lru_cache(512)
def _form(commands: str) -> bytes:
    """The ``d`` attribute of a path with these commands, with a ``%s`` in the place of each number."""
    told = [command + " ".join(["%s"] * TAKEN[command]) for command in commands]
    return "".join(told).encode()


_ASIDE = Group((), hidden=True)[1:]
"""What a group is that only repeats a text, and nothing else: most are."""


def _naming(group: Group, prefix: str) -> str:
    parts = [f' id="{attribute(f"{prefix}-{group.id}")}"'] if group.id else []
    parts += [f' role="{attribute(group.role)}"'] if group.role else []
    parts += [f' aria-label="{attribute(group.label)}"'] if group.label else []
    parts += [' aria-hidden="true"'] if group.hidden else []
    if group.moved != (0.0, 0.0) or group.zoom != 1:
        zoom = "" if group.zoom == 1 else f" scale({group.zoom:.6f})"
        across, down = map(number, group.moved)
        parts.append(f' transform="translate({across} {down}){zoom}"')
    return "".join(parts)
