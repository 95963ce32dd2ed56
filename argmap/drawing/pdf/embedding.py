"""The fonts of a PDF: of each only the glyphs that are used, and which text every glyph shows.

A glyph that shows different texts in different places, as the parts of a syllable do, has a code for
each, so that a reader finds and copies what was written. (Fonts with outlines of PostScript's kind
number their glyphs themselves; there a glyph has one code.)
"""

from __future__ import annotations

from ..lettering import Font, Glyph
from .objects import Objects, name

__all__ = ["Embedding"]

_MOST = 100
"""How many entries a block of a character map may have."""


class Embedding:
    """The fonts that a document uses, by their names in it."""

    def __init__(self) -> None:
        self._fonts: dict[int, _Used] = {}

    def code(self, font: Font, glyph: Glyph) -> tuple[str, int]:
        """The name of the font, and the code of the glyph in it."""
        used = self._fonts.get(id(font))
        if used is None:
            used = self._fonts[id(font)] = _Used(font, f"F{len(self._fonts)}")
        return used.name, used.code(glyph)

    def resources(self, objects: Objects) -> str:
        """The dictionary of all fonts, each put among the ``objects``."""
        parts = [f"/{used.name} {used.embedded(objects)} 0 R" for used in self._fonts.values()]
        return f"<< {' '.join(parts)} >>"


class _Used:
    """A font and the codes of the glyphs that are used of it."""

    def __init__(self, font: Font, name: str) -> None:
        self.name = name
        self._font = font
        self._numbered = "CFF " in font.font.face.table_tags or "CFF2" in font.font.face.table_tags
        self._codes: dict[tuple[int, str], int] = {}
        self._glyphs: dict[int, int] = {}
        self._texts: dict[int, str] = {}

    def code(self, glyph: Glyph) -> int:
        key = (glyph.id, "" if self._numbered else glyph.text)
        if key not in self._codes:
            self._codes[key] = glyph.id if self._numbered else len(self._codes) + 1
        code = self._codes[key]
        self._glyphs[code] = glyph.id
        if glyph.text:
            self._texts.setdefault(code, glyph.text)
        return code

    def embedded(self, objects: Objects) -> int:
        """The number of the font among the ``objects``."""
        called = f"{_label(self.name)}+{name(f'{self._font.family}-{self._font.style}')[1:]}"
        kind = "0" if self._numbered else "2"
        system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        mapping = "" if self._numbered else f" /CIDToGIDMap {objects.stream(self._gids())} 0 R"
        inner = objects.add(
            f"<< /Type /Font /Subtype /CIDFontType{kind} /BaseFont /{called} {system} "
            f"/FontDescriptor {self._descriptor(objects, called)} 0 R /DW 0 "
            f"/W [{self._widths()}]{mapping} >>"
        )
        told = objects.stream(self._unicode())
        return objects.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{called} /Encoding /Identity-H "
            f"/DescendantFonts [{inner} 0 R] /ToUnicode {told} 0 R >>"
        )

    def _descriptor(self, objects: Objects, called: str) -> int:
        font, per = self._font.font, 1000 / self._font.em
        extents = font.get_font_extents("ltr")
        up, down = round(extents.ascender * per), round(extents.descender * per)
        data = _subset(self._font, list(self._glyphs.values()), numbered=self._numbered)
        if self._numbered:
            file = f"/FontFile3 {objects.stream(data, '/Subtype /OpenType')} 0 R"
        else:
            file = f"/FontFile2 {objects.stream(data, f'/Length1 {len(data)}')} 0 R"
        return objects.add(
            f"<< /Type /FontDescriptor /FontName /{called} /Flags 4 "
            f"/FontBBox [-1000 {down} 3000 {up}] /ItalicAngle 0 /Ascent {up} /Descent {down} "
            f"/CapHeight {round(0.7 * up)} /StemV 80 {file} >>"
        )

    def _widths(self) -> str:
        """The width of every code; those in a row together."""
        parts: list[str] = []
        last = -2
        for code in sorted(self._glyphs):
            advance = self._font.font.get_glyph_h_advance(self._glyphs[code])
            width = f"{advance * 1000 / self._font.em:.1f}".removesuffix(".0")
            parts.append(
                f" {width}" if code == last + 1 else f"{']' if parts else ''}{code}[{width}"
            )
            last = code
        return "".join([*parts, "]"])

    def _gids(self) -> bytes:
        """The glyph of every code, two bytes each."""
        table = [self._glyphs.get(code, 0) for code in range(max(self._glyphs) + 1)]
        return b"".join([glyph.to_bytes(2, "big") for glyph in table])

    def _unicode(self) -> bytes:
        """Which text each code shows, for whoever searches and copies."""
        lines = [
            f"<{code:04X}> <{told.encode('utf-16-be', 'replace').hex().upper()}>"
            for code, told in sorted(self._texts.items())
        ]
        blocks = [lines[at : at + _MOST] for at in range(0, len(lines), _MOST)]
        body = [
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        ]
        return "\n".join([_MAP_HEAD, *body, _MAP_END]).encode()


_MAP_HEAD = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_MAP_END = """\
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def _label(name: str) -> str:
    """Six capital letters before the name of a font of which not all is there (9.6.4)."""
    number = int(name[1:])
    return "".join([chr(65 + number // 26**place % 26) for place in range(6)])


_NOT_NEEDED = (b"GSUB", b"GPOS", b"GDEF", b"kern", b"name", b"STAT")
"""Tables of a font that shaping needs, and showing doesn't."""


def _subset(font: Font, glyphs: list[int], *, numbered: bool) -> bytes:
    """The font file with these glyphs alone, at their old numbers, and at its weight."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NOTDEF_OUTLINE
    if numbered:
        wanted.flags |= flags.CFF_IDENTITY_CHARSET | flags.DOWNGRADE_CFF2
    wanted.glyph_set.update(set(glyphs))
    wanted.drop_table_tag_set.update({int.from_bytes(tag, "big") for tag in _NOT_NEEDED})
    face = font.font.face
    if font.weight is not None:
        wanted.pin_all_axes_to_default(face)
        wanted.pin_axis_location(face, "wght", font.weight)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)
