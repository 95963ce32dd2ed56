"""The tools of tests/benchmarks/drawings, on drawings small enough to measure by eye.

What the documentation says of drawings rests on these measures.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from math import pi
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap import Rebuttal, Support, Undercut
from argmap.layout import Layout, Place, arrange

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.benchmarks.drawings import dot, real, tables
from tests.benchmarks.drawings.command import main
from tests.benchmarks.drawings.generate import KINDS, Kind, generate
from tests.benchmarks.drawings.metrics import (
    Line,
    Measures,
    Picture,
    Point,
    Rect,
    flat,
    measures,
)
from tests.benchmarks.drawings.processes import run
from tests.benchmarks.drawings.question import picture, question
from tests.benchmarks.drawings.stability import shifts

CORNERS: tuple[Rect, ...] = ((0, 0, 10, 10), (100, 0, 10, 10), (0, 100, 10, 10), (100, 100, 10, 10))
"""Boxes at the corners of a square: left and right above, left and right below."""


def of(*lines: tuple[int, int, tuple[Point, ...]], boxes: tuple[Rect, ...] = CORNERS) -> Measures:
    """What is measured of boxes and lines."""
    return measures(Picture(boxes, tuple([Line(*line) for line in lines])))


# Crossings.


def test_two_diagonals_cross_once() -> None:
    """Else the first number of every table is wrong."""
    one = (2, 1, ((10.0, 100.0), (100.0, 10.0)))
    other = (3, 0, ((100.0, 100.0), (10.0, 10.0)))
    assert of(one, other).crossings == 1
    assert of(one, (3, 1, ((105.0, 100.0), (105.0, 10.0)))).crossings == 0


def test_lines_that_meet_at_a_box_they_share_do_not_cross_there() -> None:
    """Else a reason more is a crossing more, even in a tree."""
    one = (2, 1, ((5.0, 100.0), (100.0, 4.0)))
    near = (3, 1, ((105.0, 100.0), (97.0, 20.0), (96.0, 2.0), (100.0, 2.0)))
    assert of(one, near).crossings == 0
    assert of(one, (3, 0, near[2])).crossings == 1
    far = (3, 1, ((105.0, 100.0), (0.0, 90.0), (20.0, 40.0), (102.0, 40.0)))
    assert of(one, far).crossings == 2


def test_a_crossing_in_a_bend_counts_once() -> None:
    """Else a curve in many pieces has more crossings than one in few."""
    straight = (2, 1, ((10.0, 100.0), (50.0, 60.0), (90.0, 20.0)))
    bent = (3, 0, ((90.0, 100.0), (50.0, 60.0), (10.0, 20.0)))
    assert of(straight, bent).crossings == 1


def test_a_curve_may_cross_a_line_more_than_once() -> None:
    """Else crossings are counted between ends, not as they are drawn."""
    wave = flat(((0, 50), (40, 200), (60, -100), (100, 50)), 0.05)
    assert of((0, 1, wave), (2, 3, ((-5.0, 50.5), (105.0, 50.5)))).crossings == 2


def test_a_line_does_not_cross_itself_and_lines_on_each_other_do_not_cross() -> None:
    """Else a loop, or two lines drawn as one, count as crossings of two lines."""
    loop = ((0.0, 0.0), (90.0, 90.0), (90.0, 0.0), (0.0, 90.0))
    assert of((0, 1, loop)).crossings == 0
    along = ((10.0, 50.0), (90.0, 50.0))
    assert of((0, 1, along), (2, 3, along)).crossings == 0


def brute_force(lines: Sequence[tuple[Point, Point]]) -> int:
    """Pairs of segments that cross, each pair looked at."""

    def side(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    return sum(
        side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
        for number, (a, b) in enumerate(lines)
        for c, d in lines[:number]
    )


@given(st.lists(st.tuples(*[st.tuples(*[st.integers(-4_000, 4_000)] * 2)] * 2), max_size=14))
def test_the_grid_finds_what_looking_at_every_pair_finds(
    ends: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    """Else a crossing on the border of a cell is lost or counted twice."""
    odd = [
        ((ax + n / 97, ay + n / 89), (bx + n / 83, by))
        for n, ((ax, ay), (bx, by)) in enumerate(ends)
    ]
    boxes = tuple([(9_000.0 + 20 * n, 0.0, 1.0, 1.0) for n in range(2 * len(odd))])
    lines = [(2 * n, 2 * n + 1, each) for n, each in enumerate(odd)]
    assert of(*lines, boxes=boxes).crossings == brute_force(odd)


# Boxes and texts.


def test_lines_through_boxes() -> None:
    """A line may touch its own boxes, and another's border; each box it cuts counts once."""
    through = ((5.0, 10.0), (5.0, 60.0), (50.0, 60.0), (5.0, 61.0), (5.0, 100.0))
    middle = (*CORNERS, (30.0, 50.0, 20.0, 20.0))
    assert of((0, 2, through), boxes=middle).hits == 1
    assert of((0, 4, through), boxes=middle).hits == 0
    assert of((0, 2, ((5.0, 10.0), (31.0, 60.0), (5.0, 100.0))), boxes=middle).hits == 0
    assert of((0, 2, ((5.0, 10.0), (5.0, 105.0), (90.0, 105.0), (120.0, 105.0)))).hits == 1


def test_overlapping_boxes() -> None:
    """Boxes that touch don't overlap; a pair over several cells of the grid is one pair."""
    big = (0.0, 0.0, 300.0, 300.0)
    assert of(boxes=(big, (299.0, 299.0, 300.0, 300.0))).overlaps == 1
    assert of(boxes=(big, (300.0, 0.0, 300.0, 300.0))).overlaps == 0
    assert of(boxes=(big, (100.0, 100.0, 150.0, 150.0), (90.0, 0.0, 50.0, 120.0))).overlaps == 3


def test_text_outside_its_box() -> None:
    """Half a pixel is no fault; a line that leaves its box on any side is one."""
    inside, right, above = (1.0, 1.0, 8.0, 8.0), (1.0, 1.0, 10.0, 8.0), (1.0, -2.0, 8.0, 8.0)
    texts = tuple([(0, rect) for rect in (inside, right, above)])
    assert measures(Picture(CORNERS, (), texts)).text_outside == 2


def test_lengths_extent_and_loose_ends() -> None:
    """Else a drawing with long ways, or with lines that end nowhere, looks as good as another."""
    found = of(
        (2, 0, ((5.0, 100.0), (5.0, 10.0))), (3, 1, ((105.0, 130.0), (105.0, 20.0))), (0, 3, ())
    )
    assert (found.boxes, found.lines, found.undrawn, found.loose) == (4, 3, 1, 1)
    assert found.length == pytest.approx(90 + 110)
    assert (found.width, found.height) == (110, 130)


def test_turning() -> None:
    """A corner is a quarter turn; a line with none is straight."""
    corner = (2, 1, ((5.0, 100.0), (5.0, 5.0), (100.0, 5.0)))
    line = (3, 1, ((105.0, 100.0), (105.0, 10.0)))
    found = of(corner, line)
    assert found.turning == pytest.approx(0.5)
    assert found.straight == 0.5
    assert of().straight == 1.0


def test_nothing_at_all() -> None:
    """The smallest map has measures too."""
    assert of(boxes=()) == Measures(0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0.0, 0.0, 0.0, 1.0)


def test_flat_curves() -> None:
    """A straight curve is one piece; a quarter of a circle keeps its length and its turn."""
    upright = flat(((0, 0), (0, 30), (0, 60), (0, 90)))
    assert list(upright) == [(0, 0), (0, 90)]
    bend = 4 / 3 * (2**0.5 - 1) * 100
    arc = flat(((0, 100), (bend, 100), (100, bend), (100, 0)), 0.01)
    found = of((0, 1, arc))
    assert found.length == pytest.approx(100 * pi / 2, rel=0.002)
    assert all(99.9 < (x * x + y * y) ** 0.5 < 100.1 for x, y in arc)
    two = flat(((0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (9, 6)))
    assert [two[0], two[1], two[-1]] == [(0, 0), (0, 3), (9, 6)]


# Maps.


@pytest.mark.parametrize("kind", KINDS)
def test_maps_are_of_the_size_and_kind_asked_for(kind: Kind) -> None:
    """Else the tables compare maps that are not what they are said to be."""
    map = generate(kind, 300, seed=3)
    assert map == generate(kind, 300, seed=3)
    assert map != generate(kind, 300, seed=4)
    assert len(map.claims) == 300
    assert 60 < sum(len(claim.text) for claim in map.claims) / 300 < 180
    linked = [link for link in map.links if isinstance(link, Support) and len(link.premises) > 1]
    undercuts = [link for link in map.links if isinstance(link, Undercut)]
    assert bool(linked) == bool(undercuts) == (kind == "C")
    assert bool(map.groups) == (kind == "G")
    assert len(map.links) - 299 == {"T": 0, "D": 90, "G": 45}.get(kind, len(map.links) - 299)
    if kind == "G":
        parents = {group.parent for group in map.groups}
        assert len(parents) > 2, "groups nest"


def test_maps_are_the_same_on_every_python() -> None:
    """Else numbers of two machines, or two versions, are about different maps."""
    map = generate("C", 40, seed=1)
    assert map.claims[7].text.startswith("Voters replace temporary elections although rare parents")
    told = [" ".join([link.kind, *[end for _, end in link.ends()]]) for link in map.links[:5]]
    assert told == [
        "support c1 c3 c4 c0",
        "rebuttal c2 c0",
        "rebuttal c5 c0",
        "support c6 c4",
        "undercut c7 l0",
    ]


# Engines, processes, readers.


@pytest.mark.parametrize("kind", KINDS)
def test_argmaps_own_drawings_are_measured_whole(kind: Kind) -> None:
    """Every line and text of the drawing is among what is measured, and none is astray."""
    asked = question(generate(kind, 40), "up")
    layout = arrange(asked.diagram, direction="up", spacing=asked.spacing)
    found = picture(asked, layout)
    told = measures(found)
    assert (told.boxes, told.lines) == (len(layout.boxes), len(layout.routes))
    assert (told.undrawn, told.loose, told.text_outside) == (0, 0, 0)
    assert len(found.texts) >= 40
    squeezed = evolve(
        found, texts=tuple([(box, (x + 60, y, w, h)) for box, (x, y, w, h) in found.texts])
    )
    assert measures(squeezed).text_outside > 0


@pytest.mark.graphviz
@pytest.mark.parametrize("kind", KINDS)
def test_dots_answer_is_read_whole(kind: Kind, tmp_path: Path) -> None:
    """Else dot is blamed for lines that were not read, or praised for them."""
    asked = question(generate(kind, 60, seed=2), "left")
    source = tmp_path / "map.dot"
    source.write_text(dot.dot_text(asked), "utf-8")
    done = dot.answer(source, 60, tmp_path)
    assert done.ok
    counted = dot.mincross(done)
    assert counted is not None
    shown = dot.picture(source, asked, 60, tmp_path)
    assert shown is not None
    for box, (_, _, width, height) in zip(asked.diagram.boxes, shown.boxes, strict=True):
        assert width == pytest.approx(box.width, abs=0.1)
        assert height == pytest.approx(box.height, abs=0.1)
    told = measures(shown)
    assert (told.undrawn, told.loose, told.overlaps) == (0, 0, 0)
    assert len(shown.texts) >= 60


def test_processes_are_timed_and_stopped(tmp_path: Path) -> None:
    """Else a peer that hangs holds up the table, or one that fails counts as fast."""
    good = run([sys.executable, "-c", "print('here')"], 60, tmp_path)
    assert good.ok
    assert good.output.strip() == "here"
    assert good.megabytes is None or 1 < good.megabytes < 500
    bad = run([sys.executable, "-c", "import sys; sys.exit('no')"], 60, tmp_path)
    assert (bad.ok, bad.code, bad.told, bad.messages.strip()) == (False, 1, "failed (1)", "no")
    slow = run([sys.executable, "-c", "import time; time.sleep(60)"], 0.3, tmp_path)
    assert (slow.ok, slow.stopped) == (False, True)
    assert slow.busy <= slow.seconds < 20
    with pytest.raises(FileNotFoundError, match="there is no nosuchprogram"):
        run(["nosuchprogram"], 1, tmp_path)


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """Runs the command and gives what it prints; it may set what its processes find."""
    for name in ("PYTHONPATH", "PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE"):
        monkeypatch.setenv(name, "")

    def run_it(*words: str) -> str:
        assert main(words) == 0
        return capsys.readouterr().out

    return run_it


def test_the_command_prints_its_tables(tmp_path: Path, command: Callable[..., str]) -> None:
    """Else nobody can make the tables of the documentation again."""
    target = tmp_path / "all.json"
    words = ("--sizes=8", "--kinds=T", "--seeds=1", "--first-seed=41", "--peers=none")
    printed = command(*words, f"--json={target}")
    assert "| T | 8 | 7 | 1 |" in printed
    told = json.loads(target.read_text("utf-8"))
    assert told[0]["engines"]["argmap"]["drawn"]["boxes"] == 8
    assert [each["seed"] for each in told] == [41]


def test_the_command_tells_of_growth_and_stability(command: Callable[..., str]) -> None:
    """Else the other half of the documentation's tables can't be made again."""
    printed = command(
        "--growth", "--stability", "--sizes=8,16", "--kinds=G", "--seeds=2", "--peers=none"
    )
    assert "| G | 8 | 8 |" in printed
    assert "| G | 16 | 2 | another text |" in printed


def test_the_command_tells_where_the_time_goes(command: Callable[..., str]) -> None:
    """Else nobody could tell which part of a small drawing is argmap's own."""
    printed = command("--stages", "--sizes=8", "--kinds=T", "--peers=none")
    head, _, row = [line.strip("| ").split(" | ") for line in printed.splitlines()[-3:]]
    assert head[:4] == ["map", "claims", "start", "attrs"]
    assert row[:2] == ["T", "8"]
    told = dict(zip(head, row, strict=True))
    assert int(told["whole"]) >= int(told["start"]) + int(told["imports"]) > 0


def test_the_command_reads_real_maps(
    tmp_path: Path, command: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each different map once, the largest first, and files that hold none are counted."""
    folder = tmp_path / "kialo"
    folder.mkdir()
    text = "1. Thesis: Yes.\n1.1. Pro: So.\n"
    texts = {"a": text, "b": text + "1.2. Con: But.\n", "same": text, "none": "nothing\n"}
    for name, each in texts.items():
        (folder / f"{name}.txt").write_text(each, "utf-8")
    monkeypatch.setenv("ARGMAP_CORPUS", str(tmp_path))
    printed = command("--real", "--peers=none")
    assert "the 2 largest of 2 different maps; 1 files hold none" in printed
    rows = [line for line in printed.splitlines() if line.startswith("| kialo")]
    assert [row.split("|")[1:4] for row in rows] == [
        [" kialo b ", " 3 ", " 2 "],
        [" kialo a ", " 2 ", " 1 "],
    ]


def test_ratios() -> None:
    """Nothing over nothing is no worse; something over nothing is."""
    assert (tables.ratio(1, 2), tables.ratio(0, 0), tables.ratio(0, 3)) == (0.5, 1, 0)
    assert tables.number([tables.ratio(2, 0)]) == "more"
    assert [tables.number([n]) for n in (0.0001, 0.256, 3, 12.34, 1234.5)] == [
        "0",
        "0.26",
        "3",
        "12.3",
        "1,234",
    ]
    assert tables.number([]) == "-"


def test_shifts_take_the_best_move_of_the_whole_away() -> None:
    """Else a drawing that is moved as a whole counts as one in which everything moved."""

    def layout(*places: tuple[str, float, float]) -> Layout:
        boxes = tuple([Place(id, x, y, 10, 10) for id, x, y in places])
        return Layout(boxes, (), (), 500, 500, "up")

    before = layout(("a", 0, 0), ("b", 50, 0), ("c", 50, 90))
    after = layout(("a", 7, 3), ("new", 0, 0), ("b", 57, 3), ("c", 60, 97))
    assert shifts(before, after) == [0, 0, 5]
    assert shifts(before, layout(("new", 0, 0))) == []


def test_real_maps_are_read() -> None:
    """Else the rows of real debates show something else than the debates."""
    found = real.kialo(
        "Discussion Name:\nX?\n\n1. Thesis:\nYes.\n\n  1.1. Con:\n  No [1].\n  Never.\n  1.1.1. Pro: So.\n"
    )
    assert found is not None
    map, left_out = found
    assert [claim.text for claim in map.claims] == ["Yes.", "No [1]. Never.", "So."]
    assert [(type(link), link.id) for link in map.links] == [
        (Rebuttal, "link 1.1"),
        (Support, "link 1.1.1"),
    ]
    assert left_out == 0
    assert real.kialo("no map\n") is None


def test_real_graphs_are_read() -> None:
    """Undercuts, linked premises, and what is left out, in both formats."""
    nodes = [("1", "I"), ("2", "I"), ("3", "I"), ("4", "RA"), ("5", "CA"), ("6", "L"), ("7", "YA")]
    edges = [("2", "4"), ("4", "1"), ("3", "5"), ("5", "4"), ("6", "7"), ("7", "2")]
    document = {
        "nodes": [{"nodeID": id, "type": type, "text": f"text\t{id}"} for id, type in nodes],
        "edges": [{"fromID": tail, "toID": head} for tail, head in edges],
    }
    found = real.aif(json.dumps({"AIF": document}))
    assert found is not None
    assert [claim.text for claim in found[0].claims] == ["text 1", "text 2", "text 3"]
    assert found[0].links == (Support("4", ("2",), "1"), Undercut("5", ("3",), "4"))
    assert found[1] == 2
    assert real.aif("[1]") is real.aif("{") is real.aif('{"nodes": 3}') is None
    micro = (
        '<arggraph><edu id="e1">Yes.</edu><edu id="e2">So.</edu><edu id="e3">And.</edu><edu id="e4">But.</edu>'
        '<adu id="a1"/><adu id="a2"/><adu id="a3"/><adu id="a4"/>'
        '<edge id="s1" src="e1" trg="a1" type="seg"/><edge id="s2" src="e2" trg="a2" type="seg"/>'
        '<edge id="s3" src="e3" trg="a3" type="seg"/><edge id="s4" src="e4" trg="a4" type="seg"/>'
        '<edge id="c1" src="a2" trg="a1" type="sup"/><edge id="c2" src="a3" trg="c1" type="add"/>'
        '<edge id="c3" src="a4" trg="c1" type="und"/></arggraph>'
    )
    read = real.arggraph(micro)
    assert read is not None
    assert read[0].links == (Support("c1", ("a2", "a3"), "a1"), Undercut("c3", ("a4",), "c1"))
    assert real.arggraph("<other/>") is real.arggraph("<") is None
