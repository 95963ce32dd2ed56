"""``argmap fences``, and the fences of a Markdown document in the other commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.drawing import draw

NOTES = """\
# Rain

```argdown-map
[Wet]: The street is wet.
  + It rained.
```

## Sun

```argdown
[Dry]: It is *dry.
```
"""


@pytest.fixture
def notes(here: Path) -> Path:
    """A Markdown document with two fences."""
    (here / "notes.md").write_text(NOTES)
    return here


def test_fences_are_listed(run: Any, notes: Path) -> None:
    """A person could not tell which number a fence has."""
    ended = run("fences", "notes.md")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "FENCE  LINE  LANGUAGE     HEADING\n"
        "1      3     argdown-map  Rain\n"
        "2      10    argdown      Sun\n"
    )
    assert json.loads(run("fences", "--json", "notes.md").out)[1] == {
        "fence": 2,
        "line": 10,
        "language": "argdown",
        "heading": "Sun",
    }


def test_no_fences(run: Any, here: Path) -> None:
    """A person would see nothing, and not know whether the document was read."""
    ended = run("fences", "-", given=b"# x")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "argmap: no fence of Argdown stands in <stdin>\n"
    assert run("fences", "--json", "-", given=b"# x").out == "[]\n"


def test_every_fence_is_drawn(run: Any, notes: Path) -> None:
    """A picture would be missing, or be that of another fence."""
    ended = run("draw", "notes.md")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.splitlines()[1:] == [
        "argmap: wrote notes-1.svg",
        "argmap: wrote notes-2.svg",
    ]
    assert ended.err.startswith("argmap: warning: notes.md:11:14: ")
    first = argmap.read("notes.md", fence=1)
    assert (notes / "notes-1.svg").read_text("utf-8") == draw(first).svg
    assert run("draw", "notes.md", "-o", "out.dot").code == 0
    assert sorted(each.name for each in notes.glob("*.dot")) == ["out-1.dot", "out-2.dot"]


def test_one_fence_is_drawn(run: Any, notes: Path) -> None:
    """One map would get a number, or the wrong map be drawn."""
    assert run("draw", "notes.md", "--fence", "1").err == "argmap: wrote notes.svg\n"
    ended = run("draw", "notes.md", "--fence", "Rain", "-o", "-")
    assert ended.out == (notes / "notes.svg").read_text("utf-8")
    (notes / "one.md").write_text("```argdown\n[A]: a\n```\n")
    assert run("draw", "one.md").err == "argmap: wrote one.svg\n"


def test_several_pictures_are_no_stream(run: Any, notes: Path) -> None:
    """Two pictures would be written one behind the other."""
    for words in (["notes.md", "-o", "-"], ["-"]):
        ended = run("draw", *words, given=NOTES.encode())
        assert (ended.code, ended.out) == (2, "")
        assert "2 fences are 2 pictures; name one with --fence N" in ended.err


def test_a_fence_that_can_not_be_read_leaves_every_picture(run: Any, notes: Path) -> None:
    """Some pictures would be new and others old."""
    (notes / "notes.md").write_text(NOTES + "\n```argdown\n+ a\n```\n")
    (notes / "notes-1.svg").write_text("old")
    ended = run("draw", "notes.md")
    assert ended.code == 4
    assert ended.err.startswith("argmap: error: notes.md:15:1: + begins a block")
    assert (notes / "notes-1.svg").read_text() == "old"


def test_every_fence_is_checked(run: Any, notes: Path) -> None:
    """A fence behind a bad one would go unchecked."""
    (notes / "notes.md").write_text("```argdown\n+ a\n```\n\n" + NOTES)
    ended = run("check", "notes.md")
    assert ended.code == 4
    assert ended.out.splitlines()[0] == "notes.md, fence 2: 2 claims, 1 link: no problems"
    assert ended.out.splitlines()[1].startswith("notes.md:15:14: ")
    assert ended.out.splitlines()[2] == "notes.md, fence 3: 1 claim, 0 links: 1 finding"
    assert ended.err.startswith("argmap: error: notes.md:2:1: + begins a block")
    assert run("check", "notes.md", "--fence", "2").out == "2 claims, 1 link: no problems\n"
    answer = json.loads(run("check", "--format", "json", "notes.md").out)
    assert [(each["fence"], each["exit_code"]) for each in answer["files"]] == [
        (1, 4),
        (2, 0),
        (3, 0),
    ]
    assert run("check", "--strict", "notes.md", "--fence", "Sun").code == 1


def test_one_fence_is_converted(run: Any, notes: Path) -> None:
    """A map in a document could not be used elsewhere."""
    assert run("convert", "notes.md", "out.json", "--fence", "1").code == 0
    assert argmap.read("out.json") == argmap.read("notes.md", fence=1)
    ended = run("convert", "notes.md", "out.json")
    assert ended.code == 4
    assert "name one with fence=N or --fence N: 1 (line 3), 2 (line 10)" in ended.err


@pytest.mark.parametrize("command", [["draw"], ["check"], ["convert"]])
def test_a_fence_of_what_has_none(run: Any, notes: Path, debate: Any, command: list[str]) -> None:
    """An option would be passed over that a person has thought about."""
    target = ["out.json"] if command == ["convert"] else []
    ended = run(*command, "debate.json", *target, "--fence", "1")
    assert (ended.code, ended.out) == (2, "")
    assert "--fence means nothing for JSON" in ended.err
    ended = run(*command, "notes.md", *target, "--fence", "9")
    assert ended.code == 4
    assert "no fence of Argdown has the number 9" in ended.err


def test_every_fence_is_cut_into_pages(run: Any, notes: Path) -> None:
    """The pages of one fence would be written over those of another."""
    assert run("draw", "notes.md", "--page", "a4", "-o", "n{page}.svg").code == 0
    assert sorted(each.name for each in notes.glob("*.svg")) == ["n1-1.svg", "n1-2.svg"]
