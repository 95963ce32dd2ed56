"""How long drawings take, and beside dot.

python -m pytest tests/benchmarks/drawings
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import argmap

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.benchmarks.drawings import dot
from tests.benchmarks.drawings.compare import draw_in_a_process, prepare
from tests.benchmarks.drawings.generate import KINDS, Kind, generate
from tests.benchmarks.drawings.question import question


def svg(map: argmap.ArgumentMap) -> str:
    """The whole way from a map to the text of its picture."""
    return argmap.draw(map).svg


def test_the_worked_example(root: Path, benchmark: BenchmarkFixture) -> None:
    """The co-op debate is what newcomers draw first; it must not keep them waiting."""
    map = argmap.read(root / "examples" / "co_op_debate.json")
    assert benchmark(svg, map).startswith("<svg")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "count", [100, 500, pytest.param(2_000, marks=pytest.mark.slow, id="2000")]
)
def test_drawing(kind: Kind, count: int, benchmark: BenchmarkFixture) -> None:
    """Read the table's median column beside the size in the name."""
    map = generate(kind, count)
    benchmark.extra_info["crossings"] = argmap.draw(map).layout.crossings
    drawn = benchmark(svg, map)
    assert drawn.count('role="listitem"') == count


@pytest.mark.graphviz
@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [100, 500, 2_000])
def test_whole_processes_beside_dot(
    kind: Kind,
    count: int,
    benchmark: BenchmarkFixture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The ratio is kept with the benchmark and isn't judged: it hangs on the machine."""
    for name in ("PYTHONPATH", "PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE"):
        monkeypatch.setenv(name, "")
    prepare(tmp_path)
    map = generate(kind, count)
    source = tmp_path / "map.dot"
    source.write_text(dot.dot_text(question(map, "left")), "utf-8")
    ratios = []
    for _ in range(3):
        ours = draw_in_a_process(map, "left", 300, tmp_path)
        theirs = dot.answer(source, 300, tmp_path)
        assert ours.ok
        assert theirs.ok
        ratios.append(theirs.busy / ours.busy)
    benchmark.extra_info["dot's time over argmap's"] = round(median(ratios), 2)
    assert benchmark(draw_in_a_process, map, "left", 300, tmp_path).ok
