"""Coverage-guided fuzzing for a while; what it finds is written beside and belongs into ``tests/cases``.

``pytest tests/nightly/test_fuzz.py --fuzz-seconds 600``; it needs ``argmap[fuzz]``.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

TARGETS = ("json", "xml", "yaml", "rdfa", "frameworks", "argdown")
"""Those of `tests.nightly.fuzzing.targets`."""

RUNS = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris isn't installed: argmap[fuzz]")
@pytest.mark.parametrize("target", TARGETS)
def test_no_document_breaks_a_reader(
    target: str, root: Path, tmp_path: Path, request: pytest.FixtureRequest, record_property: object
) -> None:
    """Some bytes would end in an error that isn't a `ReadError`, or be read as something that isn't written again."""
    seconds = request.config.getoption("--fuzz-seconds")
    done = subprocess.run(
        [sys.executable, "-m", "tests.nightly.fuzzing", target, str(seconds), str(tmp_path)],
        cwd=root,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    crashes = [path.read_bytes() for path in tmp_path.glob("crash-*")]
    assert (done.returncode, crashes) == (0, []), done.stderr[-4_000:]
    (runs,) = RUNS.findall(done.stderr)
    assert int(runs) > 0
    assert callable(record_property)
    record_property("documents", int(runs))
