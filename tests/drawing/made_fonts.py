"""Small fonts for tests, each letter a box: of TrueType's kind, of PostScript's, and one of pictures."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables.sbixGlyph import Glyph as Picture
from fontTools.ttLib.tables.sbixStrike import Strike

__all__ = ["a_png", "make_font"]


def make_font(
    path: Path,
    letters: str,
    *,
    family: str,
    style: str = "Regular",
    postscript: bool = False,
    pictures: bytes = b"",
) -> Path:
    """The font file at ``path``, which has ``letters``; with ``pictures``, a PNG for the first of them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    names = [".notdef", *[f"u{ord(letter):04X}" for letter in letters]]
    font = FontBuilder(1000, isTTF=not postscript)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(c): n for c, n in zip(letters, names[1:], strict=True)})
    if postscript:
        font.setupCFF(
            family.replace(" ", ""), {}, {n: _drawn(T2CharStringPen(600, None)) for n in names}, {}
        )
    else:
        font.setupGlyf({name: _drawn(TTGlyphPen(None)) for name in names})
    font.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": family, "styleName": style})
    font.setupOS2()
    font.setupPost()
    if pictures:
        _set_pictures(font, names[1:2], pictures)
    font.save(path)
    return path


def _drawn(pen: TTGlyphPen | T2CharStringPen) -> object:
    pen.moveTo((50, 0))
    for corner in ((50, 700), (550, 700), (550, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph() if isinstance(pen, TTGlyphPen) else pen.getCharString()


def _set_pictures(font: FontBuilder, names: list[str], png: bytes) -> None:
    strike = Strike(ppem=100, resolution=72)
    for name in names:
        strike.glyphs[name] = Picture(glyphName=name, graphicType="png ", imageData=png)
    table = newTable("sbix")
    table.strikes = {100: strike}
    font.font["sbix"] = table


def a_png(
    width: int,
    height: int,
    *,
    kind: int,
    depth: int,
    rows: bytes,
    extra: bytes = b"",
    woven: int = 0,
) -> bytes:
    """A PNG whose filtered rows are ``rows``; ``extra`` chunks come before them."""
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, woven)
    data = chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + data + chunk(b"IEND", b"")


def chunk(name: bytes, data: bytes) -> bytes:
    """One part of a PNG."""
    check = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + check
