"""The committed width table against the fonts it was made from, where they are installed."""

from __future__ import annotations

import os
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from argmap.drawing.text import widths
from argmap.drawing.text.measure import advances

TOOL = Path(__file__).parents[2] / "tools" / "make_width_table.py"
PLACES = (
    os.environ.get("ARGMAP_LIBERATION", ""),
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/liberation-sans",
    "/usr/share/fonts/liberation",
    "/usr/share/fonts/TTF",
)
REDRAWN = "·Ѝ♬"
"""What version 2 of the fonts changed the width of."""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The module that writes the table."""
    spec = spec_from_file_location("make_width_table", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def folder(tool: ModuleType, *, versions: str) -> Path:
    """A folder with the fonts in one of the versions (their first digits); skips without."""
    pytest.importorskip("fontTools", reason="fontTools reads the fonts")
    for place in PLACES:
        font = Path(place) / tool.FONTS[0]
        if place and font.is_file() and tool.version(font)[0] in versions:
            return Path(place)
    pytest.skip(f"Liberation Sans of version {' or '.join(versions)} isn't installed")


def test_the_table_says_what_the_fonts_say(tool: ModuleType) -> None:
    """If this fails, the table was edited, or its generator writes something else now."""
    text = tool.table(folder(tool, versions="2"))
    assert widths.__file__ is not None
    committed = Path(widths.__file__).read_text("utf-8")
    version = widths.__doc__.split("Sans ")[1].split()[0] if widths.__doc__ else ""
    if f"Sans {version} " not in text:
        pytest.skip(f"the table is made from version {version} of the fonts")
    assert committed == text


def test_every_version_of_the_fonts_has_these_widths(tool: ModuleType) -> None:
    """If this fails, the table is wrong for a common Linux, whose fonts are older."""
    where = folder(tool, versions="12")
    for name, bold in zip(tool.FONTS, (False, True), strict=True):
        table = advances(bold)
        drawn = tool.measured(where / name)
        letters = [chr(point) for point in drawn if chr(point).isprintable()]
        differing = [sign for sign in letters if sign in table and table[sign] != drawn[ord(sign)]]
        assert len(letters) > 600
        assert set(differing) <= set(REDRAWN)


def test_the_first_version_is_refused(tool: ModuleType) -> None:
    """If this fails, a table with a third of the characters and another licence is written."""
    where = folder(tool, versions="1")
    with pytest.raises(SystemExit, match="not Liberation Sans of version 2"):
        tool.table(where)


def test_runs_are_unpacked_to_as_many_widths_as_there_are() -> None:
    """If this fails, the table was cut or its faces differ in length: characters shift."""
    numbers = [int(number, 16) for number in widths.RUNS.split()]
    count = sum(numbers[1::2])
    assert len(bytes.fromhex(widths.REGULAR)) == len(bytes.fromhex(widths.BOLD)) == 2 * count
    assert count == 2327
    assert chr(numbers[0]) == " "


def test_the_table_is_a_short_file() -> None:
    """If this fails, the table grew past what a reviewer looks at."""
    assert widths.__file__ is not None
    assert len(Path(widths.__file__).read_text("utf-8").splitlines()) <= 400
