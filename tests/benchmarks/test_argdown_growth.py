"""How the time of reading Argdown grows with what would take a careless reader for ever.

python -m pytest tests/benchmarks/test_argdown_growth.py
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest

import argmap
from argmap import Limits
from argmap.source import SourceText

sys.path.insert(0, str(Path(__file__).parents[1] / "formats" / "argdown"))

PATHOLOGICAL = import_module("argdown_growth").PATHOLOGICAL
LIMITS = Limits(file_bytes=10**9, claims=10**7, links=10**7)
SIZE = 2_500


def seconds(text: str) -> float:
    """The least processor time of three readings."""
    found = []
    for _ in range(3):
        start = time.process_time()
        with suppress(argmap.ReadError):
            argmap.parse(SourceText("d", text), format="argdown", limits=LIMITS)
        found.append(time.process_time() - start)
    return min(found)


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_time_grows_with_the_text(name: str) -> None:
    """A text four times as long would take more than six times as long."""
    small, large = (seconds(PATHOLOGICAL[name](size)) for size in (SIZE, 4 * SIZE))
    assert large < 6 * max(small, 0.01)
