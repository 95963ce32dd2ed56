"""The same map is the same bytes, whatever interpreter writes it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from argmap.formats import formats

SEEDS = ("0", "1", "2", "42", "4294967295")
WAYS = [
    *[(seed, ()) for seed in SEEDS],
    ("3", ("-O",)),
    ("4", ("-OO",)),
    ("5", ("-X", "dev", "-W", "error")),
]
"""Hash seeds and options of the interpreters; ``-O`` strips asserts, ``-OO`` docstrings too, ``-X dev`` warns of all."""


@pytest.mark.slow
@pytest.mark.no_cover
def test_every_seed_gives_the_same_bytes(
    root: Path, record_property: Callable[[str, object], None]
) -> None:
    """Else a diff of two drawings shows noise, and a result can't be had again."""

    def ran(way: tuple[str, tuple[str, ...]]) -> list[str]:
        return digests(root, *way)

    with ThreadPoolExecutor(2) as pool:
        first, *others = pool.map(ran, WAYS)
    written = {line.rpartition(": ")[0].rpartition(" as ")[2] for line in first}
    assert written == {format.name for format in formats() if format.write is not None}
    assert len(first) == 21 * len(written)
    for way, other in zip(WAYS[1:], others, strict=True):
        assert other == first, f"hash seed and options {way} differ from {WAYS[0]}"
    record_property("interpreters", len(WAYS))
    record_property("documents", len(first))


def digests(root: Path, seed: str, options: tuple[str, ...]) -> list[str]:
    """What a fresh interpreter says of every map in every format."""
    program = [str(root / "tests/tools/every_format.py"), str(root / "examples/co_op_debate.py")]
    done = subprocess.run(
        [sys.executable, *options, *program],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
