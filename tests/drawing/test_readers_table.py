"""The table of what other programs made of six maps: how it is written, and that the page has it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import argmap
from tests.tools.diagrams import READERS
from tests.tools.readers_table import MAPS, PAGE, ROWS, Reader, main, opened, packed, rows, said

TWO = {"one": argmap.ArgumentMap(), "two": argmap.ArgumentMap()}


def reader(every: object, command: str = sys.executable, named: str = "") -> Reader:
    """A program that is here, or one that isn't."""
    return Reader("SVG", "Painter", command, lambda: "1.2", every, named)  # type: ignore[arg-type]  # what a test asks of it


def late(_: Mapping[str, argmap.ArgumentMap]) -> list[str]:
    """A program without an end."""
    raise subprocess.TimeoutExpired("painter", 7.0)


def test_each_map_that_is_not_opened_is_counted_once() -> None:
    """A program that complains twice of one map would have lost two."""
    found, wrong = rows([reader(lambda _: ["two: torn", "two: and bent"])], TWO)
    assert found == ["| SVG | Painter 1.2 | 1 of 2 |"]
    assert wrong == ["SVG, Painter: two: torn", "SVG, Painter: two: and bent"]


def test_a_program_without_an_end_leaves_the_others_their_rows() -> None:
    """The table would be lost for the sake of one program."""
    found, wrong = rows([reader(late), reader(opened(lambda _: ""))], TWO)
    assert found == ["| SVG | Painter 1.2 | 0 of 2 |", "| SVG | Painter 1.2 | 2 of 2 |"]
    assert wrong == [f"SVG, Painter: {name}: no answer in 7 s" for name in TWO]


def test_what_is_not_here_has_no_row(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page would tell of programs that nobody ran."""
    monkeypatch.delenv("ARGMAP_PAINTER", raising=False)
    absent = [reader(late, "no-such-painter"), reader(late, named="ARGMAP_PAINTER")]
    assert rows(absent, TWO) == ([], [])
    assert capsys.readouterr().out == "SVG: no Painter here\n" * 2
    monkeypatch.setenv("ARGMAP_PAINTER", "painter")
    assert absent[1].here


def test_the_table_alone_is_written_anew(tmp_path: Path) -> None:
    """What stands around it would be lost, or the table stay as it was."""
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- readers: begin -->\nold\n<!-- readers: end -->\nafter\n", "utf-8")
    assert main(page, [reader(lambda maps: [f"{name}: torn" for name in maps])]) == 1
    assert page.read_text("utf-8").split("\n") == [
        "before",
        "<!-- readers: begin -->",
        "| format | program | maps opened |",
        "|---|---|--:|",
        f"| SVG | Painter 1.2 | 0 of {len(MAPS)} |",
        "<!-- readers: end -->",
        "after",
        "",
    ]
    assert main(page, [reader(lambda _: [])]) == 0


def test_versions_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row wouldn't say which program opened the maps."""
    assert said(sys.executable, "-c", "print('painter 3.10 (beta)')")() == "3.10"
    assert said(sys.executable, "-c", "")() == ""
    monkeypatch.setenv("ARGMAP_PAINTER", str(tmp_path / "painter" / "dist" / "painter.js"))
    assert packed("ARGMAP_PAINTER")() == ""
    (tmp_path / "painter").mkdir()
    (tmp_path / "painter" / "package.json").write_text('{"version": "2.1.0"}', "utf-8")
    assert packed("ARGMAP_PAINTER")() == "2.1.0"


def test_the_page_has_a_row_for_each_program(root: Path) -> None:
    """The table would be of another day than the tool, or tell of a map that wasn't opened."""
    page = (root / PAGE).read_text("utf-8")
    _, _, rest = page.partition("<!-- readers: begin -->\n")
    table = rest.partition("<!-- readers: end -->")[0].splitlines()[2:]
    assert len(table) == len(ROWS)
    for row, each in zip(table, ROWS, strict=True):
        assert row.startswith(f"| {each.format} | {each.program} ")
        assert row.endswith(f" | {len(MAPS)} of {len(MAPS)} |")


JAVA = """
import sys
from pathlib import Path
at = sys.argv.index("UTF-8")
for name in sys.argv[at + 1:]:
    file = Path(name)
    if "bad" in file.read_text("utf-8"):
        print(f"Error line 1 in file: {name}", file=sys.stderr)
    elif "none" not in file.read_text("utf-8"):
        svg = "<svg xmlns='http://www.w3.org/2000/svg'><text>so &#55357;&#56425;</text></svg>"
        file.with_suffix(".svg").write_text(svg, "utf-8")
"""


def test_plantuml_is_run_once_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each map would start a Java of its own; a bad one would spoil all; halves of a character be no XML."""
    script = tmp_path / "java.py"
    script.write_text(JAVA, "utf-8")
    java = tmp_path / "java"
    java.write_text(
        f'#!/bin/sh\necho run >>"$0.log"\nexec {sys.executable} {script} "$@"\n', "utf-8"
    )
    java.chmod(0o755)
    monkeypatch.setattr("tests.tools.diagrams.shutil.which", lambda _: str(java))
    told = READERS["plantuml"](Path("plantuml.jar"), {"a": "good", "b": "bad", "c": "good"})
    assert told["a"] == told["c"] == {"words": "so \N{WOMAN}"}
    assert "Error line 1" in told["b"]["error"]
    assert (tmp_path / "java.log").read_text("utf-8") == "run\n"
    assert READERS["plantuml"](Path("plantuml.jar"), {"d": "none"})["d"] == {
        "error": "it isn't drawn"
    }
