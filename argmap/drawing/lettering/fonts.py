"""Which fonts there are, and which one has a character.

Texts are measured as Arial. Arimo has its widths, and comes with the extras that need it; a theme that
names neither gets the fonts it names, where the system has them. For what these lack there are the
system's other fonts: upright and sans serif before others, one with colours for emoji alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from ...errors import MissingExtra

__all__ = ["Font", "Fonts", "fonts", "system_folders"]

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_MEASURED = frozenset(("arial", "liberation sans", "arimo", "helvetica"))
"""The families, in small letters, that have the widths which texts are measured with."""

REGULAR, BOLD = 400, 700


@frozen(eq=False)
class Font:
    """One face of a font file, of a weight if it has several; ``covers`` are the code points it has."""

    family: str
    style: str
    path: str
    index: int
    weight: int | None
    covers: Any = field(repr=False)
    font: Any = field(repr=False)
    coloured: bool = False

    @property
    def em(self) -> int:
        """How many of its units an em has."""
        units: int = self.font.face.upem
        return units

    def has(self, letter: str) -> bool:
        """Whether it has a glyph for a character."""
        return ord(letter) in self.covers


@frozen(eq=False)
class Fonts:
    """The fonts of a drawing: of each weight those that are asked first, and then the rest."""

    regular: tuple[Font, ...]
    bold: tuple[Font, ...]

    def of(self, letters: Sequence[str], *, bold: bool, emoji: bool) -> Font | None:
        """The first font that has all ``letters``; for emoji one with colours before the rest."""
        book = self.bold if bold else self.regular
        if emoji:
            book = (*[f for f in book if f.coloured], *book)
        return next((font for font in book if all(map(font.has, letters))), None)


def fonts(
    families: tuple[str, ...],
    folders: Sequence[str] | None = None,
    *,
    language: str = "",
    what: str,
    extra: str,
) -> Fonts:
    """The fonts for a theme's ``families``; the system's are looked for below ``folders``.

    ``language`` chooses between the shapes that Chinese characters have in China, Japan and Korea. Raises `MissingExtra` where the packages aren't here; ``what`` needs them, and ``extra`` brings them.
    """
    try:
        import fontpkg_arimo
        import uharfbuzz  # noqa: F401 - whether it is here
    except ImportError as error:
        raise MissingExtra(what, extra) from error
    below = system_folders() if folders is None else tuple(map(os.fspath, folders))
    return _book(families, str(fontpkg_arimo.ROOT), tuple(below), _region(language))


def _region(language: str) -> str:
    """How the fonts for Chinese characters call the shapes that are usual in a language."""
    tag = language.lower()
    if tag.startswith("zh"):
        places = {"hk": "hk", "mo": "hk", "tw": "tc", "hant": "tc"}
        return next((own for part in tag.split("-") if (own := places.get(part))), "sc")
    return {"ja": "jp", "ko": "kr"}.get(tag[:2], "sc")


def system_folders() -> tuple[str, ...]:
    """Where this system keeps its fonts, the user's own first."""
    home = Path.home()
    if sys.platform == "darwin":
        own = (home / "Library/Fonts", "/Library/Fonts", "/System/Library/Fonts")
    elif sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData/Local"))
        windows = os.environ.get("WINDIR", "C:/Windows")
        own = (Path(local, "Microsoft/Windows/Fonts"), Path(windows, "Fonts"))
    else:
        data = os.environ.get("XDG_DATA_HOME") or home / ".local/share"
        own = (Path(data, "fonts"), home / ".fonts", "/usr/local/share/fonts", "/usr/share/fonts")
    return tuple(map(str, own))


@cache
def _book(families: tuple[str, ...], measured: str, folders: tuple[str, ...], region: str) -> Fonts:
    arimo = [font for font in _below(measured) if "italic" not in Path(font.path).name.lower()]
    others = sorted(
        [font for folder in folders for font in _below(folder)],
        key=lambda font: (
            *_rank(font),
            not font.family.lower().endswith(f" {region}"),
            len(font.family),
            font.family,
            font.path,
            font.index,
        ),
    )
    names = [family.lower() for family in families]
    named = [font for name in names for font in others if font.family.lower() == name]
    first = arimo if names[0] in _MEASURED else [*named, *arimo]
    upright = [font for font in [*first, *others] if _rank(font)[0] == 0]
    rest = [font for font in others if _rank(font)[0] > 0]
    return Fonts(
        tuple([_weighted(font, REGULAR) for font in (*upright, *rest)]),
        tuple([_bold(font, others) for font in (*upright, *rest)]),
    )


def _rank(font: Font) -> tuple[int, int]:
    """How late a font is asked, by its style and then by its family; all that is told by its names."""
    style = font.style.lower()
    plain = style in ("", "regular", "book", "normal", "roman", "medium", "variable")
    family = font.family.lower()
    if font.coloured:
        return (0, 4)
    worse = any(word in family for word in ("mono", "serif", "narrow", "condensed", "display"))
    kind = 2 if worse and "sans serif" not in family else 0 if family.startswith("noto sans") else 1
    return (0 if plain else 2 if "italic" in style or "oblique" in style else 1, kind)


def _bold(font: Font, others: Sequence[Font]) -> Font:
    """The bold face of the same family, or the font itself at a bold weight, or as it is."""
    if font.weight is None:
        for other in others:
            if other.family == font.family and other.style.lower() == "bold":
                return other
    return _weighted(font, BOLD)


def _weighted(font: Font, weight: int) -> Font:
    """``font`` at ``weight``, if it has weights to choose from."""
    import uharfbuzz
    from attrs import evolve

    if font.weight is None:
        return font
    weighted = uharfbuzz.Font(font.font.face)
    weighted.set_variations({"wght": weight})
    return evolve(font, weight=weight, font=weighted)


@cache
def _below(folder: str) -> tuple[Font, ...]:
    """Every face in the font files below a folder; files that are none, or can't be read, are passed over."""
    return tuple([font for path in _files(folder) for font in _faces(path)])


def _files(folder: str) -> Iterator[str]:
    for where, inside, names in os.walk(folder):
        inside.sort()
        for name in sorted(names):
            if name.lower().endswith(_ENDINGS):
                yield str(Path(where, name))


def _faces(path: str) -> Iterator[Font]:
    import uharfbuzz

    try:
        blob = uharfbuzz.Blob.from_file_path(path)
    except uharfbuzz.HarfBuzzError:
        return
    for index in range(uharfbuzz.Face(blob).count):
        face = uharfbuzz.Face(blob, index)
        font = _font(face, path, index)
        if face.glyph_count and "lastresort" not in font.family.lower().replace(" ", ""):
            yield font  # what has a box for every character isn't asked


def _font(face: Any, path: str, index: int) -> Font:
    import uharfbuzz

    axes = [axis.tag for axis in face.axis_infos]
    return Font(
        family=_name(face, 16) or _name(face, 1) or Path(path).stem,
        style=_name(face, 17) or _name(face, 2),
        path=path,
        index=index,
        weight=REGULAR if "wght" in axes else None,
        covers=face.unicodes,
        font=uharfbuzz.Font(face),
        coloured=bool(face.has_color_png),
    )


def _name(face: Any, number: int) -> str:
    told = face.get_name(number)
    return told or ""
