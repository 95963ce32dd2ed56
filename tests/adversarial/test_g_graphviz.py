"""Adversarial cases G: DOT out, and Graphviz as a program that lies, hangs or isn't there."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import pytest

import argmap
from argmap.dottext import dot_string
from argmap.layout import graphviz
from argmap.layout.diagram import Arrow, Box, Diagram, Spacing

case = pytest.mark.case
scripts = pytest.mark.skipif(os.name != "posix", reason="the fake programs are scripts with a #!")

Fake: TypeAlias = Callable[[str], None]
PAIR = Diagram((Box("a", 100, 40), Box("b", 60, 30)), (Arrow("x", "a", "b"),))


@pytest.fixture
def fake_dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """``fake_dot(code)`` makes a program of this Python code the only ``dot``."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(code: str) -> None:
        path = folder / "dot"
        imports = "import json, os, signal, subprocess, sys, time"
        path.write_text(f"#!{sys.executable} -SE\n{imports}\n{code}\n", encoding="utf-8")
        path.chmod(0o755)

    return make


def failed() -> str:
    """What is said of a Graphviz that gives no drawing."""
    with pytest.raises(argmap.GraphvizError) as caught:
        graphviz.dot(PAIR, "up", Spacing())
    assert 'take engine="layered"' in str(caught.value)
    assert len(str(caught.value)) < 700
    return str(caught.value)


def shown(dot_reader: ModuleType, *texts: str) -> list[str]:
    """The labels of the nodes in the DOT of a map of these claims, read by an independent reader."""
    claims = tuple([argmap.Claim(f"c{n}", text) for n, text in enumerate(texts)])
    file = dot_reader.read_dot(argmap.render(argmap.ArgumentMap(claims=claims), "dot").text)
    assert list(file.nodes) == [f"n{n}" for n in range(len(texts))]
    return [
        "".join(dot_reader.shown(file.nodes[name]["label"], name).split()) for name in file.nodes
    ]


@case("G1", 'a label `"a"]; evil [label="pwn"`', "one node, its text shown letter by letter")
def test_g1_a_label_that_is_dot(dot_reader: ModuleType) -> None:
    """A node that nobody wrote would stand in the drawing."""
    text = '"a"]; evil [label="pwn"'
    assert shown(dot_reader, text, f"{text}]; b") == [
        "".join(t.split()) for t in (text, f"{text}]; b")
    ]


@case("G2", "labels `<b>…`, `<<B>x</B>>`, `<not closed`", "text")
def test_g2_html_labels(dot_reader: ModuleType) -> None:
    """A text would be Graphviz's own markup, which opens files."""
    texts = ("<b>x</b>", "<<B>x</B>>", "<", "<IMG", ">", "<>")
    assert shown(dot_reader, *texts) == list(texts)


@case("G3", "labels that end in one, two, three backslashes", "text")
def test_g3_backslashes(dot_reader: ModuleType) -> None:
    """The quotation mark behind it would be escaped, and the file be broken."""
    texts = tuple("a" + "\\" * n for n in range(1, 6))
    assert shown(dot_reader, *texts) == list(texts)


@case("G4", "`\\N`, `\\G`, `\\l`, `&lt;`, `&#60;`, `%3`", "text")
def test_g4_what_graphviz_replaces(dot_reader: ModuleType) -> None:
    """The text would be another: a node's name, or a letter."""
    texts = ("\\N", "\\G\\E\\T\\H", "a\\lb\\rc", "&lt;", "&#60;&amp;lt;", "%3", "\\n")
    assert shown(dot_reader, *texts) == list(texts)


@case(
    "G5",
    "labels of 16,381, 16,382 and 200,000 bytes, in all positions of the cut",
    "text, in pieces",
)
@pytest.mark.parametrize("length", [3_998, 3_999, 4_000, 4_001, 16_381, 16_382, 50_000])
@pytest.mark.parametrize("letter", ["\u00e9", '"', "\\", "&"])
def test_g5_long_labels(length: int, letter: str, dot_reader: ModuleType) -> None:
    """Graphviz 2.43 ends at a quoted text of 16,382 bytes; a cut inside an escape would break it."""
    made = dot_string(letter * length)
    file = dot_reader.read_dot(f"digraph argmap {{\n  n0 [label={made}];\n}}\n")
    assert dot_reader.shown(file.nodes["n0"]["label"], "n0") == letter * length
    assert max(len(piece.encode()) for piece in made.split(" + ")) < 16_381


@case("G6", "ids `node`, `graph`, `a:b`, `n0`, `C:\\x\\`", "never in DOT: names there are ours")
def test_g6_ids(dot_reader: ModuleType) -> None:
    """A claim would vanish, or be split at its colon."""
    ids = ("node", "graph", "edge", "a:b", "n0", "C:\\x\\", "subgraph", '"')
    claims = tuple([argmap.Claim(id, "text") for id in ids])
    file = dot_reader.read_dot(argmap.render(argmap.ArgumentMap(claims=claims), "dot").text)
    assert list(file.nodes) == [f"n{n}" for n in range(len(ids))]


@case("G7", "colours, fonts, sizes of a hostile theme", "refused when the theme is made")
@pytest.mark.parametrize(
    "wrong",
    [
        {"fonts": ('x" onfocus="y',)},
        {"fonts": ("</style>",)},
        {"text_size": float("nan")},
        {"text_size": 1e9},
        {"palette": "red"},
    ],
)
def test_g7_themes(wrong: dict[str, Any]) -> None:
    """Graphviz would write it into its output unescaped."""
    with pytest.raises((ValueError, TypeError)):
        argmap.Theme(**wrong)


@case(
    "G8",
    "no `dot`; a PATH of `:.:` with `./dot`",
    "GraphvizError with what to install; the local one isn't run",
)
@pytest.mark.parametrize("path", ["", ":", ".", ":.:", "bin"])
def test_g8_missing(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program beside the document would be run."""
    for folder in (tmp_path, tmp_path / "bin"):
        folder.mkdir(exist_ok=True)
        (folder / "dot").write_text("#!/bin/sh\ntouch ran\n")
        (folder / "dot").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", path)
    assert "install Graphviz" in failed()
    assert not (tmp_path / "ran").exists()


@case(
    "G9",
    "a `dot` that sleeps, floods, ignores SIGTERM, forks",
    "killed at the limit, with all that it started",
)
@scripts
@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("time.sleep(60)", "took longer than 0.4 s"),
        ("signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)", "took longer than 0.4 s"),
        ("os.fork(); time.sleep(60)", "took longer than 0.4 s"),
        ("while 1: sys.stdout.write('x' * 1_000_000)", "dot wrote more than 50,000,000 bytes"),
        ("while 1: sys.stderr.write('x' * 1_000_000)", "dot wrote more than 50,000,000 bytes"),
        ("sys.stdin.close(); time.sleep(60)", "took longer than 0.4 s"),
        ("os.kill(os.getpid(), signal.SIGSTOP)", "took longer than 0.4 s"),
    ],
)
def test_g9_held_to_its_limits(
    code: str, said: str, fake_dot: Fake, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A drawing would never come, or the machine be full."""
    monkeypatch.setattr(graphviz, "SECONDS", 0.4 if "0.4" in said else 20)
    pids = tmp_path / "pids"
    fake_dot(f"open({str(pids)!r}, 'a').write(f'{{os.getpid()}} ')\n{code}")
    assert said in failed()
    for pid in map(int, pids.read_text().split()):
        for _ in range(100):
            if not Path(f"/proc/{pid}").exists():
                break
            time.sleep(0.02)
        assert not Path(f"/proc/{pid}").exists()


@case(
    "G10",
    "a `dot` that answers `{}`, half a JSON, NaN, fewer nodes, a megabyte of warnings",
    "GraphvizError, never a crooked drawing",
)
@scripts
@pytest.mark.parametrize(
    "code",
    [
        "print('{}')",
        "print('{\"objects\": [{')",
        'print(\'{"objects": [{"name": "n0", "_draw_": NaN}]}\')',
        "print('null')",
        "sys.stdout.buffer.write(b'\\xff' * 100)",
        "print('[' * 100_000)",
        "sys.stderr.write('Warning' * 200_000); sys.exit(1)",
        "os.abort()",
        "pass",
    ],
)
def test_g10_lies(code: str, fake_dot: Fake) -> None:
    """A crooked drawing, or a KeyError, would come out (each part of an answer: tests/layout/test_graphviz_answer.py)."""
    fake_dot(code)
    assert re.match("Graphviz (answered what isn't a drawing|gave no layout of 2 boxes)", failed())


@case("G11", "a complete graph of 80", 'the time limit; the message proposes engine="layered"')
@scripts
def test_g11_too_much_for_dot(fake_dot: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user would wait for an hour and not know why (dot itself takes more than a minute for it)."""
    monkeypatch.setattr(graphviz, "SECONDS", 0.3)
    fake_dot("time.sleep(60)")
    boxes = tuple([Box(str(n), 10, 10) for n in range(80)])
    arrows = tuple([Arrow(f"{a}-{b}", str(a), str(b)) for a in range(80) for b in range(a)])
    with pytest.raises(
        argmap.GraphvizError,
        match=r"no layout of 80 boxes and 3,?160 arrows",
    ) as caught:
        graphviz.dot(Diagram(boxes, arrows), "up", Spacing())
    assert 'engine="layered"' in str(caught.value)


@case("G12", "other versions of `dot`", "without JSON: install Graphviz 2.40 or newer")
@scripts
def test_g12_versions(fake_dot: Fake) -> None:
    """The user would read of a format that isn't recognised."""
    fake_dot("sys.stderr.write('Format: \"json\" not recognized. Use one of: svg'); sys.exit(1)")
    assert "install Graphviz 2.40 or newer" in failed()


@case("G13", "a locale with a decimal comma", "not passed on: the program's locale is C")
@case("G14", "`GVBINDIR`, `LD_PRELOAD`, `GV_FILE_PATH`, `DOTFONTPATH` are set", "not passed on")
@scripts
def test_g13_g14_the_environment(
    fake_dot: Fake, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The same map would be drawn otherwise elsewhere, or another's code be loaded."""
    seen = tmp_path / "environment"
    for name in ("LC_ALL", "LC_NUMERIC", "LANG"):
        monkeypatch.setenv(name, "de_DE.UTF-8")
    for name in (
        "GVBINDIR",
        "LD_PRELOAD",
        "LD_LIBRARY_PATH",
        "GV_FILE_PATH",
        "DOTFONTPATH",
        "GDFONTPATH",
        "SERVER_NAME",
    ):
        monkeypatch.setenv(name, "/hostile")
    fake_dot(f"open({str(seen)!r}, 'w').write(json.dumps(dict(os.environ)))")
    failed()
    given = json.loads(seen.read_text())
    assert "/hostile" not in given.values()
    assert given["LC_ALL"] == "C"
    assert set(given) <= {
        "HOME",
        "LC_ALL",
        "PATH",
        "SERVER_NAME",
        "TMPDIR",
        "TEMP",
        "TMP",
        "LC_CTYPE",
    }
