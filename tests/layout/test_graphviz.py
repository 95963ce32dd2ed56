"""Layouts by Graphviz: what it is asked, that its answer is right, and what is said if there is none."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from argmap.errors import GraphvizError, MissingExtra
from argmap.layout import graphviz
from argmap.layout.diagram import (
    Arrow,
    Box,
    Diagram,
    Direction,
    Frame,
    Layout,
    Place,
    Spacing,
)

SPACING = Spacing()
SCRIPTS = pytest.mark.skipif(os.name == "nt", reason="the fake programs are scripts with a #!")

Engine = Callable[[Diagram, Direction, Spacing], Layout]
Fake = Callable[[str], None]

PAIR = Diagram((Box("a claim", 100, 40), Box("a link", 60, 30)), (Arrow("x", "a claim", "a link"),))


def drawn(points: list[list[float]], operation: str = "p") -> list[dict[str, object]]:
    """What Graphviz says it draws: a colour, and an outline or curve."""
    return [{"op": "c", "color": "#000000"}, {"op": operation, "points": points}]


def outline(left: float, bottom: float, width: float, height: float) -> list[dict[str, object]]:
    """A rectangle as Graphviz gives it, with y up."""
    right, top = left + width, bottom + height
    return drawn([[right, top], [left, top], [left, bottom], [right, bottom]])


ANSWER = {
    "objects": [
        {"name": "n0", "_draw_": outline(0, 0, 100, 40)},
        {"name": "n1", "_draw_": outline(20, 84, 60, 30)},
    ],
    "edges": [{"id": "e0", "_draw_": drawn([[50, 84.2], [50, 70], [50, 55], [50, 40.3]], "b")}],
}
"""A right answer for the pair, when heads are to be on top."""


@pytest.fixture
def fake_dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """``fake_dot(code)`` makes a program of this Python code the only ``dot``."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(code: str) -> None:
        path = folder / "dot"
        path.write_text(f"#!{sys.executable} -SE\nimport os, sys, time\n{code}\n", encoding="utf-8")
        path.chmod(0o755)

    return make


@pytest.fixture
def asked(
    fake_dot: Fake, tmp_path: Path, dot_reader: ModuleType
) -> Callable[[Diagram, Direction], Any]:
    """What ``dot`` is given for a diagram, read by the tests' own reader."""
    given = tmp_path / "given"
    fake_dot(f"open({str(given)!r}, 'wb').write(sys.stdin.buffer.read()); print('{{}}')")

    def ask(diagram: Diagram, direction: Direction = "up", spacing: Spacing = SPACING) -> Any:
        with pytest.raises(GraphvizError, match="isn't a drawing"):
            graphviz.dot(diagram, direction, spacing)
        return dot_reader.read_dot(given.read_text(encoding="utf-8"))

    return ask


def test_nothing_is_laid_out_without_a_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else an empty map needs Graphviz."""
    monkeypatch.setenv("PATH", "")
    for engine in (graphviz.dot, graphviz.pygraphviz):
        assert engine(Diagram(()), "left", SPACING) == Layout((), (), (), 0, 0, "left")


@pytest.mark.parametrize("engine", [graphviz.dot, graphviz.pygraphviz])
def test_what_no_layout_can_place_is_refused(engine: Engine) -> None:
    """Else a wrong diagram is blamed on Graphviz."""
    with pytest.raises(ValueError, match="no box is"):
        engine(Diagram((), (Arrow("x", "a", "b"),)), "up", SPACING)
    with pytest.raises(ValueError, match="spacing in_frame is -1"):
        engine(PAIR, "up", Spacing(in_frame=-1))


# What is asked.


@SCRIPTS
def test_boxes_arrows_and_distances_are_given_in_inches(asked: Any) -> None:
    """Else the drawing is 72 times too small, or a box is narrower than its card."""
    spacing = Spacing(between_boxes=36, between_rows=18)
    file = asked(
        Diagram((Box("a", 71.5, 144), Box("b", 0, 8)), (Arrow("x", "a", "b"),)), "up", spacing
    )
    assert file.attributes == {"rankdir": "TB", "nodesep": "0.5", "ranksep": "0.25"}
    assert file.defaults["node"] == {
        "shape": "box",
        "fixedsize": "true",
        "label": "",
        "penwidth": "0",
    }
    assert file.nodes == {
        "n0": {"width": "1", "height": "2"},
        "n1": {"width": "0.01389", "height": "0.11111"},
    }
    assert file.defaults["edge"] == {"dir": "none"}


@SCRIPTS
@pytest.mark.parametrize(
    ("direction", "rankdir", "edge"),
    [
        ("up", "TB", ("n1", "n0")),
        ("down", "TB", ("n0", "n1")),
        ("left", "LR", ("n1", "n0")),
        ("right", "LR", ("n0", "n1")),
    ],
)
def test_an_edge_begins_where_dot_begins(
    asked: Any, direction: Direction, rankdir: str, edge: tuple[str, str]
) -> None:
    """Else heads stand on the wrong side, or (with BT and RL) frames upside down."""
    file = asked(PAIR, direction)
    assert file.attributes["rankdir"] == rankdir
    assert file.edges == [(*edge, {"id": "e0"})]


@SCRIPTS
def test_no_text_of_the_map_is_given(asked: Any, tmp_path: Path) -> None:
    """Else an id that means something in DOT, or a font of the machine, changes the layout (G6)."""
    ids = ["node", "graph", "a:b", "", "n0", "C:\\x\\", '"]; evil', "<b>"]
    boxes = tuple(Box(id, 10, 10, "subgraph") for id in ids)
    arrows = (Arrow("edge", "node", "a:b"),)
    file = asked(Diagram(boxes, arrows, (Frame("subgraph"),)))
    assert list(file.nodes) == [f"n{number}" for number in range(8)]
    assert list(file.clusters) == ["cluster_f0"]
    assert "evil" not in (tmp_path / "given").read_text(encoding="utf-8")


@SCRIPTS
def test_frames_are_clusters_in_one_another(asked: Any) -> None:
    """Else boxes stand outside of their frames; only a wide title or an empty frame needs a spacer."""
    frames = (
        Frame("inner", "outer", 127, 10.5),
        Frame("outer", None, 300, 0),
        Frame("empty", "outer", 0, 0),
        Frame("holds a frame", None, 10, 0),
        Frame("holds the empty one", "holds a frame"),
    )
    file = asked(Diagram((Box("a", 99, 40, "inner"), Box("b", 50, 40)), (), frames))
    assert {
        name: (each.parent, each.attributes, each.nodes) for name, each in file.clusters.items()
    } == {
        "cluster_f1": (None, {"margin": "14"}, ["s2"]),
        "cluster_f3": (None, {"margin": "14"}, []),
        "cluster_f0": ("cluster_f1", {"margin": "25"}, ["n0"]),
        "cluster_f2": ("cluster_f1", {"margin": "14"}, ["s1"]),
        "cluster_f4": ("cluster_f3", {"margin": "14"}, ["s0"]),
    }
    assert file.nodes["s2"] == {"style": "invis", "width": "3.77778", "height": "0.01389"}
    assert file.nodes["s1"]["width"] == "0.01389"


# What is said if there is no answer.


@SCRIPTS
def test_a_right_answer_is_a_layout(fake_dot: Fake) -> None:
    """Else the tests of wrong answers below would pass for any."""
    fake_dot(f"print({json.dumps(ANSWER)!r})")
    layout = graphviz.dot(PAIR, "up", SPACING)
    assert layout.boxes == (Place("a claim", 4, 78, 100, 40), Place("a link", 24, 4, 60, 30))
    assert list(layout.routes[0].points) == [(54, 78), (54, 63.3), (54, 48.2), (54, 34)]
    assert (layout.width, layout.height) == (108, 122)


@pytest.mark.parametrize("path", ["", ".:."])
def test_without_dot_it_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, path: str
) -> None:
    """Else "dot not found in path" is all that the user learns (G8)."""
    (tmp_path / "dot").touch(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", path)
    with pytest.raises(
        GraphvizError,
        match=r"no program dot on the PATH: install Graphviz, or pip install .*\[graphviz\].*' "
        r'and take engine="pygraphviz", or take engine="layered"',
    ):
        graphviz.dot(PAIR, "up", SPACING)


@SCRIPTS
@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("pass", "isn't a drawing: the file is empty"),
        ("print('{}')", "isn't a drawing: it says nothing of n0"),
        ("print('{\"objects\": [{')", "isn't a drawing"),
        ("sys.stdout.buffer.write(b'\\xff\\xfe' * 1000)", "isn't a drawing: .*UTF-16"),
        ("print('<svg/>')", "isn't a drawing"),
        ("print('[' * 100_000)", "isn't a drawing"),
        ("sys.stderr.write('Warning: ' * 200_000); sys.exit(1)", "status 1: Warning: "),
        ("os.abort()", "dot was ended by signal 6"),
        (
            "sys.stderr.write('Format: \"json\" not recognized. Use one of: svg'); sys.exit(1)",
            r"this dot can't write JSON \(.*\): install Graphviz 2\.40 or newer, or take engine=",
        ),
        ("time.sleep(60)", "no layout of 2 boxes and 1 arrows: dot took longer than 0.5 s"),
        ("while 1: sys.stdout.write('{' * 1_000_000)", "dot wrote more than 50,000,000 bytes"),
    ],
)
def test_a_dot_that_lies_or_fails_is_a_graphviz_error(
    fake_dot: Fake, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    """Else a broken Graphviz ends in a traceback, or in a crooked drawing (G10, G12)."""
    monkeypatch.setattr(graphviz, "SECONDS", 0.5 if "sleep" in code else 20)
    fake_dot(code)
    with pytest.raises(GraphvizError, match=said) as caught:
        graphviz.dot(PAIR, "up", SPACING)
    assert 'take engine="layered"' in str(caught.value)
    assert len(str(caught.value)) < 600


# pygraphviz, in a Python of its own.


@pytest.fixture
def fake_pygraphviz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """``fake_pygraphviz(code)`` makes a module of this code the only pygraphviz."""

    def make(code: str) -> None:
        (tmp_path / "pygraphviz.py").write_text(code, encoding="utf-8")
        monkeypatch.setattr(sys, "path", ["", "relative", str(tmp_path), *sys.path])

    return make


AGRAPH = """
import sys, time
class AGraph:
    def __init__(self, string): self.string = string
    def draw(self, format, prog):
        assert (format, prog) == ("json", "dot")
        assert self.string.startswith("digraph argmap {")
        assert sys.path[0] not in ("", "relative")
        return ANSWER
"""


def test_pygraphviz_gives_a_layout(fake_pygraphviz: Fake) -> None:
    """Else the extra is of no use."""
    fake_pygraphviz(f"{AGRAPH}\nANSWER = {json.dumps(ANSWER).encode()!r}")
    layout = graphviz.pygraphviz(PAIR, "up", SPACING)
    assert layout.boxes == (Place("a claim", 4, 78, 100, 40), Place("a link", 24, 4, 60, 30))
    assert "pygraphviz" not in sys.modules


def test_without_pygraphviz_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a ModuleNotFoundError comes out."""
    kept = [folder for folder in sys.path if not (Path(folder) / "pygraphviz").exists()]
    monkeypatch.setattr(sys, "path", kept)
    with pytest.raises(MissingExtra, match=r"pip install .*\[graphviz\].*'"):
        graphviz.pygraphviz(PAIR, "up", SPACING)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "raise ImportError('libgobject-2.0.so.0: cannot open shared object file')",
            r"pygraphviz can't be loaded: libgobject-2\.0\.so\.0: cannot open .*libglib2\.0-0",
        ),
        ("import nothing_of_this_name", "pygraphviz can't be loaded: No module named 'nothing_of"),
        ("import os; os.abort()", "ended by signal 6|ended with status"),
        ("import time; time.sleep(60)", r"2 boxes and 1 arrows: .* took longer than 0\.5 s"),
        (f"{AGRAPH}\nANSWER = b'{{}}'", "isn't a drawing: it says nothing of n0"),
        (f"{AGRAPH}", "ended with status 1"),
    ],
)
def test_a_pygraphviz_that_fails_is_a_graphviz_error(
    fake_pygraphviz: Fake, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    """Else a fault in Graphviz's library ends the user's Python, or hangs it."""
    monkeypatch.setattr(graphviz, "SECONDS", 0.5 if "time.sleep" in code else 20)
    fake_pygraphviz(code)
    with pytest.raises(GraphvizError, match=said) as caught:
        graphviz.pygraphviz(PAIR, "up", SPACING)
    assert 'take engine="layered"' in str(caught.value)
