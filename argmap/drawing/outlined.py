"""Texts of an SVG as outlines of glyphs, for renderers whose own way with fonts isn't ours.

Each glyph is told once, in the units of its font, and used wherever it stands. Emoji of a font of
pictures are images.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from .lettering import Font, Glyph, Lettering, Run
from .markup import number
from .scene import Text, Words

__all__ = ["GlyphOutlines"]


class GlyphOutlines:
    """What draws texts as glyphs; it remembers which ones, to tell of each once."""

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering
        self._names: dict[tuple[int, int], str] = {}
        self._told: list[str] = []

    def drawn(self, text: Text) -> str:
        """The lines of a text, each held to its measured width."""
        return "".join([self._line(words, text) for words in text.lines])

    def definitions(self) -> str:
        """The glyphs that were drawn."""
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
            place = f"{x:.4f} {words.y:.4f}"
            uses = self._uses(run)
            if uses:
                parts.append(
                    f'<g transform="matrix({unit * held:.7f} 0 0 {-unit:.7f} {place})">{uses}</g>'
                )
            x += sum([glyph.advance for glyph in run.glyphs]) * text.size * held
        return "".join(parts)

    def _uses(self, run: Run) -> str:
        parts, pen, em = [], 0.0, run.font.em
        for glyph in run.glyphs:
            name = self._name(run.font, glyph)
            if name:
                x, y = number((pen + glyph.right) * em), number(glyph.up * em)
                parts.append(f'<use href="#{name}" x="{x}" y="{y}"/>')
            pen += glyph.advance
        return "".join(parts)

    def _name(self, font: Font, glyph: Glyph) -> str:
        """The name of a glyph that is told of; nothing for one that shows nothing."""
        key = (id(font), glyph.id)
        if key not in self._names:
            name = f"g{len(self._names)}"
            told = _image(font, glyph.id, name) if font.coloured else ""
            told = told or _outline(font, glyph.id, name)
            self._told.append(told)
            self._names[key] = name if told else ""
        return self._names[key]


def _outline(font: Font, glyph: int, name: str) -> str:
    moves: list[str] = []
    font.font.draw_glyph(glyph, _pen(), moves)
    return f'<path id="{name}" d="{"".join(moves)}"/>' if moves else ""


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
    pen.set_move_to_func(lambda x, y, moves: moves.append(f"M{x:g} {y:g}"))
    pen.set_line_to_func(lambda x, y, moves: moves.append(f"L{x:g} {y:g}"))
    pen.set_quadratic_to_func(
        lambda a, b, x, y, moves: moves.append(f"Q{a:g} {b:g} {x:g} {y:g}")
    )
    pen.set_cubic_to_func(
        lambda a, b, c, d, x, y, moves: moves.append(f"C{a:g} {b:g} {c:g} {d:g} {x:g} {y:g}")
    )
    pen.set_close_path_func(lambda moves: moves.append("Z"))
    return pen
