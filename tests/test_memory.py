"""Memory in proportion to the input: some of the inputs of ``tests/benchmarks/memory.py``, an eighth of their size there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WORDS = (
    "json: equal ids",
    "csv: rows",
    "xml: elements",
    "draw: star",
    "draw: undercuts",
    "draw: groups",
)


@pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists() or not os.access("/proc/self/clear_refs", os.W_OK),
    reason="only Linux tells how much memory a process took at most since a moment",
)
def test_memory_grows_with_the_input_and_no_faster(root: Path) -> None:
    """A small file would take all the memory there is."""
    program = str(root / "tests" / "benchmarks" / "memory.py")
    done = subprocess.run(
        [sys.executable, program, "--small", *WORDS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    rows = [
        line for line in done.stdout.splitlines() if line.startswith("| ") and "input" not in line
    ]
    assert len(rows) == len(WORDS)
    most = max(float(row.split("|")[-2]) for row in rows)
    assert most < 200, done.stdout
