"""Texts of an SVG as outlines of glyphs, for renderers whose own way with fonts isn't ours.

Each word is told once, in the units of its font, and used wherever it stands. Emoji of a font of
pictures are images.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from .lettering import Font, Glyph, Lettering, Run
from .markup import number
from .scene import Text, Words

__all__ = ["GlyphOutlines"]


class GlyphOutlines:
    """What draws texts as glyphs; it remembers which words, to tell of each once."""

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering
        self._names: dict[tuple[int, tuple[Glyph, ...]], str] = {}
        self._glyphs: dict[tuple[int, int], tuple[tuple[str, tuple[float, ...]], ...]] = {}
        self._told: list[str] = []

    def drawn(self, text: Text) -> str:
        """The lines of a text, each held to its measured width."""
        return "".join([self._line(words, text) for words in text.lines])

    def definitions(self) -> str:
        """The words that were drawn."""
        return f"<defs>{''.join(self._told)}</defs>"

    def _line(self, words: Words, text: Text) -> str:
        shaped = self._lettering.line(words.text, bold=text.bold, rtl=text.rtl)
        natural = shaped.width * text.size
        width = words.width or natural
        held = width / natural if natural else 1.0
        x = words.x - width if text.rtl else words.x
        parts = []
        for run in shaped.runs:
            unit = text.size / run.font.em
            place = f"{unit * held:.7f} 0 0 {-unit:.7f} {x:.4f} {words.y:.4f}"
            parts.append(f'<g transform="matrix({place})">{self._uses(run)}</g>')
            x += sum([glyph.advance for glyph in run.glyphs]) * text.size * held
        return "".join(parts)

    def _uses(self, run: Run) -> str:
        """The words of a run where they stand in it."""
        parts, pen = [], 0.0
        for glyphs in _words(run):
            name = self._name(run.font, glyphs)
            if name:
                parts.append(f'<use href="#{name}" x="{number(pen * run.font.em)}"/>')
            pen += sum([glyph.advance for glyph in glyphs])
        return "".join(parts)

    def _name(self, font: Font, glyphs: tuple[Glyph, ...]) -> str:
        """The name of a word that is told of; nothing for one that shows nothing."""
        key = (id(font), glyphs)
        if key not in self._names:
            name = f"w{len(self._names)}"
            told = (self._picture if font.coloured else self._path)(font, glyphs, name)
            self._told.append(told)
            self._names[key] = name if told else ""
        return self._names[key]

    def _picture(self, font: Font, glyphs: tuple[Glyph, ...], name: str) -> str:
        """The picture of an emoji; one that the font hasn't is missing."""
        told = _image(font, glyphs[0].id, name)
        if not told:
            self._lettering.missing.update(dict.fromkeys(filter(None, [glyphs[0].text])))
        return told

    def _path(self, font: Font, glyphs: tuple[Glyph, ...], name: str) -> str:
        """The outlines of a word's glyphs, one beside the other."""
        parts, pen, em = [], 0.0, font.em
        for glyph in glyphs:
            right, up = (pen + glyph.right) * em, glyph.up * em
            for command, at in self._outline(font, glyph.id):
                moved = [value + (up if odd % 2 else right) for odd, value in enumerate(at)]
                parts.append(command + " ".join(map(number, moved)))
            pen += glyph.advance
        return f'<path id="{name}" d="{"".join(parts)}"/>' if parts else ""

    def _outline(self, font: Font, glyph: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
        key = (id(font), glyph)
        if key not in self._glyphs:
            moves: list[tuple[str, tuple[float, ...]]] = []
            font.font.draw_glyph(glyph, _pen(), moves)
            self._glyphs[key] = tuple(moves)
        return self._glyphs[key]


def _words(run: Run) -> Iterator[tuple[Glyph, ...]]:
    """A run's glyphs word by word and space by space; emoji one by one."""
    if run.font.coloured:
        yield from [(glyph,) for glyph in run.glyphs]
        return
    for _, glyphs in groupby(run.glyphs, key=lambda glyph: glyph.text == " "):
        yield tuple(glyphs)


def _image(font: Font, glyph: int, name: str) -> str:
    """The picture that a font of pictures has, in the glyph's box, turned the right way up."""
    data = font.font.get_glyph_color_png(glyph)
    box = font.font.get_glyph_extents(glyph)
    if not data or box is None:
        return ""
    source = b64encode(bytes(data.data)).decode()
    return (
        f'<g id="{name}"><image transform="matrix(1 0 0 -1 {box.x_bearing} {box.y_bearing})" '
        f'width="{box.width}" height="{-box.height}" href="data:image/png;base64,{source}"/></g>'
    )


def _pen() -> Any:
    """What HarfBuzz draws a glyph with: each function adds a command to the list it is given."""
    import uharfbuzz

    pen = uharfbuzz.DrawFuncs()
    pen.set_move_to_func(lambda x, y, moves: moves.append(("M", (x, y))))
    pen.set_line_to_func(lambda x, y, moves: moves.append(("L", (x, y))))
    pen.set_quadratic_to_func(lambda a, b, x, y, moves: moves.append(("Q", (a, b, x, y))))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, moves: moves.append(("C", (a, b, c, d, x, y))))
    pen.set_close_path_func(lambda moves: moves.append(("Z", ())))
    return pen
