"""The files that a command is given, and those in its folders."""

from __future__ import annotations

import gzip
import json
import os
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap import ArgumentMap, Limits
from argmap.cli.folders import each_file, walked

LIMITS = Limits()
ARGDOWN = "[A]: Yes.\n  + [B]: For.\n"


def chosen(*given: str, format: str | None = None, limits: Limits = LIMITS) -> list[str]:
    """The files that a command would read."""
    return list(each_file(given, format, limits, doing="Reading"))


@pytest.fixture
def maps(here: Path, debate: ArgumentMap) -> Path:
    """A folder with maps of several formats, and with what isn't one."""
    folder = here / "maps"
    for below in ("old", ".git", "node_modules", "empty"):
        (folder / below).mkdir(parents=True)
    argmap.write(debate, folder / "a.json")
    argmap.write(debate, folder / "old" / "a b.json.gz")
    for name in (".git/a.json", "node_modules/a.json", ".hidden.json"):
        argmap.write(debate, folder / name)
    (folder / "b.argdown").write_text(ARGDOWN)
    (folder / "notes.md").write_text(f"# Notes\n\n```argdown\n{ARGDOWN}```\n")
    (folder / "README.md").write_text("# Maps\n\n- old ones\n- new ones\n")
    (folder / "LICENSE").write_text("- Do what you like.\n")
    (folder / "tool.py").write_text("- 1\n")
    (folder / "essay.txt").write_text("We should vote.")
    (folder / "package.json").write_text('{"name": "maps"}')
    (folder / "old" / "export.txt").write_text(
        "Discussion Title: Maps\n\n1. Keep them.\n1.1. Pro: They help.\n"
    )
    (folder / "picture.svg").write_text("<svg/>")
    (folder / "without-a-suffix").write_text(argmap.dumps(debate))
    return folder


TAKEN = ["a.json", "b.argdown", "notes.md", "without-a-suffix", "old/a b.json.gz", "old/export.txt"]


def test_a_folder_is_the_maps_in_it(maps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A README would be an outline, a program a map of its comments, and each be told as broken."""
    assert chosen("maps") == [f"maps/{name}" for name in TAKEN]
    assert capsys.readouterr().err == "argmap: left out 1 file without a map: maps/package.json\n"
    assert chosen("maps/package.json", "maps/LICENSE") == ["maps/package.json", "maps/LICENSE"]


def test_what_should_be_a_map_is_taken(maps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is broken, or can't be read, would be passed by where somebody looks for just that."""
    broken = {
        "c.argdown": b"",  # nothing of any format, but a suffix of one
        "cut.json": b'{"argmap": 1, "claims": [',
        "d.json": b"\xff{}",
        "damaged.json.gz": gzip.compress(b"{}")[:9],
        "aif.argdown": b'{"nodes": [], "edges": [], "locutions": []}',
        "large.json": b'{"argmap": 1}' + b" " * 500,
    }
    for name, data in broken.items():
        (maps / "empty" / name).write_bytes(data)
    (maps / "empty" / "latin.txt").write_bytes(b"caf\xe9")
    (maps / "empty" / "binary").write_bytes(b"\xff\xfe\0\0")
    found = chosen("maps/empty", limits=Limits(file_bytes=400))
    assert found == [f"maps/empty/{name}" for name in sorted(broken)]
    assert capsys.readouterr().err == ""


def test_many_that_are_none_are_counted(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each would hide what was found."""
    (here / "0.tsv").write_text("what\tnot\n1\t2\n")
    for number in range(1, 5):
        (here / f"{number}.json").write_text("[]")
    assert chosen(".") == []
    assert (
        capsys.readouterr().err == "argmap: left out 5 files without a map: "
        "0.tsv, 1.json, 2.json and 2 more\n"
    )


def test_a_named_format_takes_all_of_its_suffixes(maps: Path) -> None:
    """What the content looks like doesn't count, as for a file that is named."""
    assert chosen("maps", format="json") == [
        "maps/a.json",
        "maps/package.json",
        "maps/old/a b.json.gz",
    ]
    assert chosen("maps", format="argdown") == ["maps/b.argdown"]
    assert chosen("maps", format="kialo") == ["maps/essay.txt", "maps/old/export.txt"]


def test_parts_of_a_document_are_no_documents(
    here: Path, debate: ArgumentMap, capsys: pytest.CaptureFixture[str]
) -> None:
    """The text of brat's notes, or the links of a table, would be told as no map."""
    argmap.write(debate, here / "essay.ann", report=lambda _: None)
    argmap.write(debate, here / "claims.csv", report=lambda _: None)
    argmap.write(debate, here / "x.claims.tsv.gz", report=lambda _: None)
    argmap.write(debate, here / "alone.csv", report=lambda _: None)
    (here / "debate.json").unlink()
    assert chosen(".") == ["alone.csv", "claims.csv", "essay.ann", "x.claims.tsv.gz"]
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name != "posix", reason="pipes and links of Unix")
def test_only_files_are_read(here: Path, debate: ArgumentMap) -> None:
    """A pipe without a writer would be waited for, and a link to the folder itself be gone round for good."""
    os.mkfifo(here / "pipe.json")
    (here / "round").symlink_to(here)
    (here / "gone.json").symlink_to(here / "nowhere.json")
    assert list(walked(".")) == ["debate.json"]


@pytest.mark.parametrize("command", ["check", "lint", "stats"])
def test_every_command_takes_folders(run: Any, maps: Path, command: str) -> None:
    """One result a file, and those of different commands for the same files."""
    ended = run(command, "maps", "--format", "json")
    assert ended.code == (1 if command == "lint" else 0), (
        ended.err
    )  # lint has its doubts about them
    told = json.loads(ended.out)
    files = list(told) if command == "stats" else [each["file"] for each in told["files"]]
    assert files == [f"maps/{name}" for name in TAKEN]


@pytest.mark.parametrize("command", ["check", "lint", "stats"])
def test_the_worst_counts(run: Any, maps: Path, command: str) -> None:
    """A broken map in a folder would go unseen in a pipeline."""
    (maps / "cut.json").write_text('{"argmap": 1, "claims": [')
    ended = run(command, "maps")
    assert ended.code == 4
    assert "error: maps/cut.json:1:26: " in ended.err
    assert run(command, "maps/empty").code == 0
    assert run(command, "maps/empty").out == "no map was read\n"


def test_each_summary_names_its_file(run: Any, maps: Path) -> None:
    """A folder with one map in it is told as one with two."""
    (maps / "old" / "export.txt").unlink()
    assert run("check", "maps/old").out == "maps/old/a b.json.gz: 3 claims, 2 links: no problems\n"


def test_a_folder_is_not_mended(run: Any, maps: Path) -> None:
    """Each of its files would be written into the same one."""
    ended = run("lint", "maps", "--fix")
    assert ended.code == 2
    assert "--fix takes one FILE" in ended.err


class _Terminal(StringIO):
    """A stream that says that a person looks at it."""

    def isatty(self) -> bool:
        """As a terminal says."""
        return True


def test_many_files_are_read_before_a_persons_eyes(
    here: Path, debate: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand files take a while, and silence looks like a fault."""
    for number in range(20):
        argmap.write(debate, here / f"{number}.json")
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert len(list(each_file(["."], None, LIMITS, doing="Counting"))) == 21
    assert "Counting" in terminal.getvalue()


def test_lines_for_each_file_say_enough(
    here: Path, debate: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bar would be drawn through the lines of the answer, where both are at the same terminal."""
    for number in range(20):
        argmap.write(debate, here / f"{number}.json")
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sys, "stdout", _Terminal())
    assert len(list(each_file(["."], None, LIMITS, doing="Checking", seen=True))) == 21
    assert terminal.getvalue() == ""
    monkeypatch.setattr(sys, "stdout", StringIO())
    assert len(list(each_file(["."], None, LIMITS, doing="Checking", seen=True))) == 21
    assert "Checking" in terminal.getvalue()
