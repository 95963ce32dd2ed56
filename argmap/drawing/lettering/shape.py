"""A line of text as glyphs: cut into pieces of one direction, font and script, each shaped by HarfBuzz."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import category, name

from ...values import NamedTuple
from ..text import clusters
from .bidi import levels, visual
from .fonts import Font, Fonts

__all__ = ["Glyph", "Lettering", "Run", "Shaped"]

_JOINING = frozenset("\u200c\u200d\ufe0e\ufe0f\u034f\u2060\u00ad")
"""Signs without a glyph of their own, which no font needs to have."""


class Glyph(NamedTuple):
    """A glyph by its number in a font, how far it moves the pen, and where it stands beside it, in ems.

    ``text`` is what it shows; of several glyphs that show a text together the first one has it.
    """

    id: int
    advance: float
    right: float
    up: float
    text: str


class Run(NamedTuple):
    """Glyphs of one font, from left to right; ``rtl`` if they are read from the right."""

    font: Font
    glyphs: tuple[Glyph, ...]
    rtl: bool


class Shaped(NamedTuple):
    """A line's glyphs from left to right, its width in ems, and the characters that no font has."""

    runs: tuple[Run, ...]
    width: float
    missing: tuple[str, ...]


class _Piece(NamedTuple):
    text: str
    level: int
    font: Font


class Lettering:
    """Lines of text as glyphs of ``fonts``; a line that comes again is remembered, and so is what is missing."""

    def __init__(self, fonts: Fonts, *, language: str = "") -> None:
        self._fonts = fonts
        self._language = language
        self._chosen: dict[tuple[str, bool], Font | None] = {}
        self._lines: dict[tuple[str, bool, bool], Shaped] = {}
        self.missing: dict[str, None] = {}

    @property
    def first(self) -> Font:
        """The font that is asked first, which always has outlines."""
        return self._fonts.regular[0]

    def line(self, text: str, *, bold: bool, rtl: bool) -> Shaped:
        """The glyphs of a line whose base direction is from the right if ``rtl``."""
        asked = (text, bold, rtl)
        if asked not in self._lines:
            shaped = self._shaped(text, bold=bold, rtl=rtl)
            self.missing.update(dict.fromkeys(shaped.missing))
            self._lines[asked] = shaped
        return self._lines[asked]

    def _shaped(self, text: str, *, bold: bool, rtl: bool) -> Shaped:
        pieces, missing = self._pieces(text, bold=bold, rtl=rtl)
        ordered = visual(pieces, [piece.level for piece in pieces])
        runs = [_run(piece, self._language) for piece in ordered]
        width = sum([glyph.advance for run in runs for glyph in run.glyphs])
        return Shaped(tuple(runs), width, missing)

    def _pieces(self, text: str, *, bold: bool, rtl: bool) -> tuple[list[_Piece], tuple[str, ...]]:
        """The line in pieces, in the order of reading, and what no font has."""
        first = (self._fonts.bold if bold else self._fonts.regular)[0]
        deep = levels(text, rtl=rtl)
        pieces: list[_Piece] = []
        missing: dict[str, None] = {}
        at, script = 0, ""
        last: tuple[int, Font] | None = None
        for cluster in clusters(text):
            font = self._font(cluster, bold=bold)
            if last is not None and (cluster == " " or font is not first) and not _script(cluster):
                font = last[1] if _goes_on(last[1], cluster) else font
            if font is None:
                missing[cluster] = None
            kind = (deep[at], font or first)
            own = _script(cluster)
            if kind == last and (not own or not script or own == script):
                pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + cluster)
            else:
                pieces.append(_Piece(cluster, *kind))
                script = ""
            at, last, script = at + len(cluster), kind, own or script
        return pieces, tuple(missing)

    def _font(self, cluster: str, *, bold: bool) -> Font | None:
        asked = (cluster, bold)
        if asked not in self._chosen:
            needed = [letter for letter in cluster if letter not in _JOINING]
            self._chosen[asked] = self._fonts.of(needed, bold=bold, emoji=_is_emoji(cluster))
        return self._chosen[asked]


def _goes_on(font: Font, cluster: str) -> bool:
    """Whether a space or a sign may be of the font before it, so that both are shaped as one piece."""
    return all(map(font.has, cluster)) and not font.coloured


def _is_emoji(cluster: str) -> bool:
    """Whether a cluster is shown as a picture: by its sign for that, or because it always is."""
    first = ord(cluster[0])
    return "\ufe0f" in cluster or (0x1F000 <= first < 0x1FB00 and "\ufe0e" not in cluster)


def _script(cluster: str) -> str:
    """The script of a letter, by the first word of its name; nothing for signs, and for Europe's scripts."""
    letter = cluster[0]
    if letter < "\u0590" or not category(letter).startswith("L"):
        return ""
    return name(letter, "").partition(" ")[0]


def _run(piece: _Piece, language: str) -> Run:
    """A piece shaped; HarfBuzz gives the glyphs from left to right whichever way they are read."""
    import uharfbuzz

    font, rtl = piece.font, piece.level % 2 == 1
    buffer = uharfbuzz.Buffer()
    buffer.add_str(piece.text)
    buffer.guess_segment_properties()
    if rtl:  # no letter is reordered, and each is to be found in its own place
        buffer.direction = "rtl"
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.CHARACTERS
    else:
        buffer.direction = "ltr"
    if language:
        buffer.language = language
    uharfbuzz.shape(font.font, buffer)
    told = dict(_told(piece.text, [info.cluster for info in buffer.glyph_infos]))
    em = font.em
    glyphs = [
        Glyph(
            i.codepoint, p.x_advance / em, p.x_offset / em, p.y_offset / em, told.pop(i.cluster, "")
        )
        for i, p in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    return Run(font, tuple(glyphs), rtl)


def _told(text: str, starts: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The text that begins at each place of a cluster, up to where the next one begins."""
    places = sorted(dict.fromkeys(starts))
    for start, end in pairwise([*places, len(text)]):
        yield start, text[start:end]
