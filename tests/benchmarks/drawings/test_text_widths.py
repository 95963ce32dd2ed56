"""Text in a browser, in fourteen languages and four fonts.

python -m pytest tests/benchmarks/drawings/test_text_widths.py
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.benchmarks.drawings.text_widths import FONTS, held, installed
from tests.chromium import needs_chromium

pytestmark = [pytest.mark.slow, needs_chromium]


@pytest.mark.parametrize("font", FONTS)
def test_no_line_leaves_its_card(font: str, tmp_path: Path) -> None:
    """A reader without Arial would see texts that run over their borders."""
    if not installed(font):
        pytest.skip(f"{font} isn't installed")
    found = held(font, tmp_path, by_length=True)
    assert found.lines > 300
    assert found.outside == 0


def test_the_check_can_fail(tmp_path: Path) -> None:
    """In a wide font, and with nothing that holds the lines, some leave their cards: the check sees it."""
    if not installed("DejaVu Sans"):
        pytest.skip("DejaVu Sans isn't installed")
    assert held("DejaVu Sans", tmp_path, by_length=False).outside > 10
