"""A map as a TikZ picture for LaTeX: the shapes of argmap's own drawing, in all its styles, and on pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Literal

from ..formats.format import Format, Rendering
from ..model.map import ArgumentMap
from ..pause import no_garbage
from ..values import NamedTuple
from .by_day import scenes
from .ground import grounded
from .markup import number
from .paper import Paper
from .scene import Anchor, Group, Item, Path, Rect, Scene, Text
from .tex import fonts, said, scripts
from .theme import Theme

__all__ = ["TIKZ"]

_POINT = 0.75
"""How many points (bp, 72 to the inch) a CSS pixel is wide."""

_LARGEST = 14_400.0
"""The longest side of a page, in points: readers of PDF refuse more (ISO 32000-1, annex C.2), and TeX counts to 16,321."""

_FIT = r"\def\argmapfit{\ifdim\wd0>\dimen0 \setbox0=\hbox{\resizebox{\dimen0}{!}{\box0}}\fi\box0 }"
"""What shrinks a line that TeX's font makes wider than it was measured: no text leaves its card, whatever the font."""


def write(
    map: ArgumentMap,
    *,
    standalone: bool = True,
    page: Paper | str | None = None,
    background: str | None = None,
    theme: Theme | str = "light",
    scale: float | Literal["fit"] = 1.0,
    **options: Any,
) -> Rendering:
    r"""The map as a LaTeX document, or without ``standalone`` as its pictures alone; else options of `argmap.draw`.

    With a ``page`` there is a picture for each page, and options are those of `argmap.draw_pages`. ``background`` is ``#rrggbb``
    or ``transparent``. Pictures alone need ``\usepackage{tikz}``. Letters beyond Latin need LuaLaTeX, and fonts that have them.
    """
    with no_garbage():
        drawn, losses = scenes(
            map, page=page, background=background, theme=theme, scale=scale, options=options
        )
        pictures = [_picture(grounded(scene, background)) for scene in drawn]
        between = [r"\newpage"] if standalone else [""]
        lines = [*pictures[0], *chain.from_iterable([(*between, *each) for each in pictures[1:]])]
        if standalone:
            lines = [*_head(drawn), *lines, r"\end{document}"]
    return Rendering("\n".join([*lines, ""]), losses, "tikz")


def _head(drawn: Sequence[Scene]) -> list[str]:
    """A document up to its first picture, with pages as large as that."""
    first = drawn[0]
    unit = _unit(first)
    sides = [number(side * unit) for side in (first.width, first.height)]
    texts = [text for scene in drawn for text in _texts(scene)]
    return [
        r"\documentclass{article}",
        rf"\usepackage[paperwidth={sides[0]}bp,paperheight={sides[1]}bp,margin=0bp]{{geometry}}",
        r"\usepackage{tikz}",
        *fonts(texts, first.theme.fonts, first.language),
        r"\pagestyle{empty}\parindent=0pt\topskip=0pt\vfuzz=\maxdimen",
        r"\begin{document}",
    ]


def _texts(scene: Scene) -> list[str]:
    """Every line of text in a scene."""
    return [
        words.text
        for item, _ in _flat(scene.items, _Frame())
        if isinstance(item, Text)
        for words in item.lines
    ]


def _unit(scene: Scene) -> float:
    """How many points a pixel of the scene is."""
    unit = _POINT * scene.scale
    return min(unit, _LARGEST / max(scene.width, scene.height))


class _Frame(NamedTuple):
    """How far shapes are moved, and how many times as large they are drawn."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0

    def at(self, x: float, y: float) -> str:
        """A point as TikZ has it."""
        return f"({number(self.x + x * self.zoom)},{number(self.y + y * self.zoom)})"

    def long(self, length: float) -> str:
        """A length as TeX has it."""
        return f"{number(length * self.zoom)}bp"


def _flat(items: Sequence[Item], frame: _Frame) -> Iterator[tuple[Rect | Path | Text, _Frame]]:
    """Every shape in painting order, and how it is moved."""
    todo = [(item, frame) for item in reversed(items)]
    while todo:
        item, at = todo.pop()
        if isinstance(item, Group):
            x, y = item.moved
            inner = _Frame(at.x + x * at.zoom, at.y + y * at.zoom, at.zoom * item.zoom)
            todo += [(each, inner) for each in reversed(item.items)]
        elif isinstance(item, Anchor):
            todo += [(each, at) for each in reversed(item.items)]
        else:
            yield item, at


def _picture(scene: Scene) -> list[str]:
    colours = scene.theme.palette.named()
    unit = _unit(scene)
    corner = f"({number(scene.width * unit)},{number(scene.height * unit)})"
    lines = [
        r"\begin{tikzpicture}[x=1bp,y=-1bp]",
        r"\providecommand\argmapfont{\sffamily}",
        *[rf"\providecommand\argmap{script}{{}}" for script in scripts(_texts(scene))],
        _FIT,
        *[
            rf"\providecolor{{argmap{name.replace('_', '')}}}{{HTML}}{{{colour[1:].upper()}}}"
            for name, colour in colours.items()
        ],
        rf"\useasboundingbox (0,0) rectangle {corner};",
    ]
    for item, frame in _flat(scene.items, _Frame(zoom=unit)):
        if isinstance(item, Text):
            lines += _text(item, frame)
        else:
            lines.append(_shape(item, frame))
    return [*lines, r"\end{tikzpicture}"]


def _shape(shape: Rect | Path, frame: _Frame) -> str:
    options = [] if shape.fill is None else [f"fill={_colour(shape.fill)}"]
    if shape.stroke is not None:
        options += [f"draw={_colour(shape.stroke)}", f"line width={frame.long(shape.line)}"]
        if shape.dash:
            lengths = [
                f"{('on', 'off')[at % 2]} {frame.long(each)}" for at, each in enumerate(shape.dash)
            ]
            options.append(f"dash pattern={' '.join(lengths)}")
    if isinstance(shape, Path):
        return rf"\path[{','.join(options)}] {_along(shape, frame)};"
    if radius := min(shape.radius, shape.width / 2, shape.height / 2):
        options.append(f"rounded corners={frame.long(radius)}")
    other = frame.at(shape.x + shape.width, shape.y + shape.height)
    return rf"\path[{','.join(options)}] {frame.at(shape.x, shape.y)} rectangle {other};"


def _along(path: Path, frame: _Frame) -> str:
    parts: list[str] = []
    for command, at in path.moves:
        points = [frame.at(*at[n : n + 2]) for n in range(0, len(at), 2)]
        if command == "C":
            parts.append(f".. controls {points[0]} and {points[1]} .. {points[2]}")
        else:
            parts.append({"M": "{}", "L": "-- {}", "Z": "-- cycle"}[command].format(*points))
    return " ".join(parts)


def _text(text: Text, frame: _Frame) -> list[str]:
    """Its lines, each at its place and no wider than it was measured."""
    size = rf"\fontsize{{{frame.long(text.size)}}}{{{frame.long(text.size * 1.31)}}}\selectfont"
    heavy = r"\bfseries" if text.bold else ""
    style = rf"\argmapfont{heavy}{size}\color{{{_colour(text.fill)}}}"
    lines = []
    for words in text.lines:
        shown = said(words.text, rtl=text.rtl)
        if shown:
            x, y = frame.x + words.x * frame.zoom, frame.y + words.y * frame.zoom
            at = f"{'right' if text.rtl else 'left'},base,x={number(x)}bp,y={number(-y)}bp"
            room = frame.long(words.width) if words.width else r"\maxdimen"
            lines.append(
                rf"\pgftext[{at}]{{{style}\dimen0={room}\setbox0=\hbox{{{shown}}}\argmapfit}}"
            )
    return lines


def _colour(name: str) -> str:
    """A colour of the palette by its name, another as xcolor has it."""
    if not name.startswith("#"):
        return f"argmap{name.replace('_', '')}"
    red, green, blue = (int(name[at : at + 2], 16) for at in (1, 3, 5))
    return f"{{rgb,255:red,{red};green,{green};blue,{blue}}}"


TIKZ = Format(
    name="tikz",
    title="TikZ",
    suffixes=(".tikz", ".tex"),
    write=write,
    picture=True,
    cannot_say=(
        "a picture: other wordings, tags, quotations, free data, critical questions, and what addresses lead to"
    ),
)
