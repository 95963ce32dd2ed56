"""A text of a document as a picture: read, weighed if that is asked for, and drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from attrs import evolve, field, frozen

from ..drawing import Drawing, draw
from ..drawing.marks import Marks
from ..drawing.svg_writer import svg_text
from ..errors import Finding
from ..formats import parse, recognised, render
from ..model.map import ArgumentMap
from ..registry import FORMATS
from ..source import SourceText, Within
from .asked import Asked
from .marking import verdict_marks

__all__ = ["Pictured", "pictured", "stood_in"]

_FENCES = "argdown-fences"
_SIZES = ("aspect", "max_width", "scale")
_TAG = re.compile("<[^>]*>")
_NAMING = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_FITTED = r"""\begingroup\sbox0{%s}%s%%
\ifdim\wd0>\linewidth\sbox0{\resizebox{\linewidth}{!}{\usebox0}}\fi
\ifdim\dimexpr\ht0+\dp0\relax>0.8\textheight\sbox0{\resizebox{!}{0.8\textheight}{\usebox0}}\fi
\leavevmode\usebox0\endgroup"""


@frozen
class Pictured:
    """A map in a document: what was read, what was found on the way, the verdicts, and the drawing."""

    map: ArgumentMap
    findings: tuple[Finding, ...]
    marks: Marks = field(eq=False)
    asked: Asked
    drawing: Drawing = field(eq=False, repr=False)

    def svg(self, *, prefix: str = "argmap", description: str = "") -> str:
        """The picture as SVG; ids in it begin with ``prefix``, and it is described in these words if any are given."""
        scene = self.drawing.scene
        if description:
            scene = evolve(scene, description=description)
        return svg_text(scene, prefix=prefix)

    def image(self, *, description: str = "") -> bytes:
        """The picture for an image file: without the names of its parts, which no reader tells of an image, and books refuse (SVG 1.1, EPUB)."""
        svg = self.svg(description=description)
        return _TAG.sub(lambda tag: _NAMING.sub("", tag[0]), svg).encode()

    def page(self) -> str:
        """The interactive page of the map, a document of HTML in itself; it zooms, so no size that is asked for counts."""
        given = self.asked.drawing
        options = {name: value for name, value in given.items() if name not in _SIZES}
        return render(self.map, "html", marks=self.marks, **options).text

    def latex(self, *, width: str = "") -> str:
        r"""The picture as TikZ in a box of LaTeX, ``width`` (a length of TeX) wide, and shrunk to the line and the page if it is larger.

        It needs ``\usepackage{tikz}``, and LuaLaTeX for letters beyond Latin. Paper is light, so a theme of the screen gives way.
        """
        tikz = render(self.map, "tikz", standalone=False, **self._on_paper()).text.strip()
        sized = rf"\sbox0{{\resizebox{{{width}}}{{!}}{{\usebox0}}}}" if width else ""
        return _FITTED % (tikz, sized)

    def pdf(self) -> bytes:
        """The picture as PDF, on paper too; raises `UnknownName` or `MissingExtra` where none can be made."""
        return render(self.map, "pdf", **self._on_paper()).data

    def _on_paper(self) -> dict[str, Any]:
        given = self.asked.drawing
        theme = "print" if given.get("theme") == "print" else "light"
        return {**given, "marks": self.marks, "theme": theme}

    @property
    def described(self) -> str:
        """Title and description in words, for who doesn't see the picture."""
        scene = self.drawing.scene
        return f"{scene.title or 'Argument map'}. {scene.description}"


def pictured(source: SourceText, asked: Asked) -> Pictured:
    """The map in ``source``, drawn.

    Raises `argmap.ArgmapError` for what can't be read, weighed or drawn, and ValueError for options that mean nothing here.
    """
    chosen = FORMATS.get(asked.format) if asked.format is not None else recognised(source)
    options: dict[str, Any] = {} if asked.fence is None else {"fence": asked.fence}
    if options and chosen.name != _FENCES:
        raise ValueError(f"fence means nothing for {chosen.title}")
    reading = parse(source, format=chosen.name, **options)
    marks = _marks(reading.map, asked)
    drawing = draw(reading.map, marks=marks, **asked.drawing)
    return Pictured(reading.map, reading.findings, marks, asked, drawing)


def _marks(map: ArgumentMap, asked: Asked) -> Marks:
    if asked.evaluate is None:
        return {}
    from ..semantics import evaluate

    taken: dict[str, Any] = {}
    if asked.evaluate_reading is not None:
        taken["reading"] = asked.evaluate_reading
    return verdict_marks(evaluate(map, asked.evaluate, **taken))


def stood_in(whole: SourceText, first: int, lines: Sequence[str]) -> SourceText | None:
    """The text of ``lines`` as a part of ``whole``, where they stand from line ``first`` on (counted from 0), if they do.

    Each may be indented there. Places of findings are then places in the whole document.
    """
    begins = whole.line_starts()
    if not 0 <= first <= first + len(lines) < len(begins) + 1:
        return None
    starts = []
    for number, line in enumerate(lines, first):
        stop = begins[number + 1] if number + 1 < len(begins) else len(whole.text)
        there = whole.text[begins[number] : stop].rstrip("\r\n")
        if not there.rstrip().endswith(line.rstrip()):
            return None
        starts.append(begins[number] + len(there.rstrip()) - len(line.rstrip()))
    end = begins[first + len(lines)] if first + len(lines) < len(begins) else len(whole.text)
    text = "".join([f"{line}\n" for line in lines])
    return SourceText(whole.name, text, within=Within(whole, (*starts, end)))
