"""Writes ``argmap/drawing/text/widths.py`` from the Liberation Sans fonts, version 2 or later.

Usage: ``python tests/tools/make_width_table.py FOLDER > argmap/drawing/text/widths.py`` with the
folder that holds ``LiberationSans-Regular.ttf`` and ``LiberationSans-Bold.ttf``. Needs fontTools.
Version 1 of the fonts has another licence and a third of the characters: it is refused.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap

FONTS = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf")
UNITS_PER_EM = 2048
"""What both fonts count in; the table keeps their own numbers, so nothing is rounded."""

HEAD = '''"""Advance widths of Liberation Sans {version} (SIL Open Font License), whose metrics are Arial's.

Written by ``tests/tools/make_width_table.py``; don't edit. ``RUNS`` lists runs of code points:
the first one and how many follow on each other, as hexadecimal numbers. ``REGULAR`` and ``BOLD``
hold one number of four hexadecimal digits for each code point of the runs, in order, in units of
1/{units} em.
"""

from __future__ import annotations

__all__ = ["BOLD", "REGULAR", "RUNS", "UNITS_PER_EM"]

UNITS_PER_EM = {units}
'''


def measured(font: Path) -> dict[int, int]:
    """The advance width of each code point of a font, in the font's units."""
    from fontTools.ttLib import TTFont

    with TTFont(font) as opened:
        widths = opened["hmtx"].metrics
        points = sorted(opened.getBestCmap().items())
        return {point: widths[glyph][0] for point, glyph in points}


def checked(font: Path) -> dict[int, int]:
    """`measured`, but of version 2 or later only."""
    if version(font) < "2":
        raise SystemExit(f"{font}: not Liberation Sans of version 2 or later")
    return measured(font)


def version(font: Path) -> str:
    """The version of a font as it names it, such as ``2.1.5``."""
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as opened:
        return str(opened["name"].getDebugName(5)).split()[1]


def runs(points: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of code points that follow on each other: the first one and how many."""
    found: list[tuple[int, int]] = []
    for point in points:
        if found and sum(found[-1]) == point:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((point, 1))
    return found


def packed(name: str, numbers: Iterable[str]) -> Iterator[str]:
    """The lines of a module that set ``name`` to the numbers, some 90 characters a line."""
    yield f"{name} = ("
    yield from (f'    "{line} "' for line in wrap(" ".join(numbers), width=90))
    yield ")"


def table(folder: Path) -> str:
    """The text of the module for the fonts in a folder; refuses fonts that differ in coverage."""
    regular, bold = (checked(folder / name) for name in FONTS)
    if list(regular) != list(bold):
        raise SystemExit("the two fonts cover different characters")
    lines = [
        HEAD.format(version=version(folder / FONTS[0]), units=UNITS_PER_EM),
        *packed("RUNS", (f"{first:04x} {count:x}" for first, count in runs(regular))),
        *packed("REGULAR", (f"{width:04x}" for width in regular.values())),
        *packed("BOLD", (f"{width:04x}" for width in bold.values())),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(table(Path(sys.argv[1])))
