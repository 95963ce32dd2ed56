"""``--focus``, ``--depth``, ``--only`` and ``--collapse``: one idea of a part for draw and convert."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap import ArgumentMap


@pytest.fixture
def long(here: Path) -> ArgumentMap:
    """A debate of two speakers in ``long.json``."""
    draft = argmap.Draft("Long")
    main = draft.claim("Main.", id="main", said_by="Ann")
    for number in range(12):
        reason = draft.claim(
            f"Reason {number}.", id=f"r{number}", tags=["odd"] if number % 2 else []
        )
        draft.support(main, by=reason, id=f"s{number}")
    draft.rebut("r1", by=draft.claim("No.", id="no", said_by="Bob"), id="against")
    made = draft.map()
    argmap.write(made, here / "long.json")
    return made


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["--focus", "r1", "--depth", "1"], {"focus": "r1", "depth": 1}),
        (["--focus", "r1", "--focus", "r2"], {"focus": ["r1", "r2"]}),
        (["--depth", "0"], {"depth": 0}),
        (["--only", "tag:odd"], {"tags": "odd"}),
        (["--only", "speaker:Ann", "--only", "speaker:bob"], {"speakers": ["Ann", "bob"]}),
        (["--only", "tag:odd", "--collapse", "r1"], {"tags": "odd", "collapse": "r1"}),
        (["--collapse", "main"], {"collapse": "main"}),
    ],
)
def test_options_are_those_of_the_library(
    run: Any, here: Path, long: ArgumentMap, words: list[str], asked: dict[str, Any]
) -> None:
    """An option would be taken and change nothing, or another thing in the one command than in the other."""
    part = long.view(**asked)
    drawn = run("draw", "long.json", "-o", "-", *words)
    assert (drawn.code, drawn.err) == (0, "")
    assert drawn.out == argmap.draw(part).svg
    assert run("convert", "long.json", "part.json", *words).code == 0
    assert argmap.read(here / "part.json") == part.map()


def test_verdicts_are_those_that_are_asked_for(run: Any, here: Path, long: ArgumentMap) -> None:
    """A picture of what is rejected under one semantics would show what another rejects."""
    assert run("convert", "long.json", "part.json", "--only", "verdict:rejected").code == 0
    assert [claim.id for claim in argmap.read(here / "part.json").claims] == ["r1"]
    draft = argmap.Draft()
    for name in "abc":
        draft.claim(f"Claim {name}.", id=name)
    for tail, head in ("ab", "ba", "ac", "bc"):
        draft.rebut(head, by=tail)
    argmap.write(draft.map(), here / "floating.json")
    words = ["draw", "floating.json", "-o", "-", "--only", "verdict:rejected"]
    assert "Claim c." not in run(*words).out
    assert "Claim c." in run(*words, "--evaluate", "stable").out
    assert "Claim c." in run(*words, "--evaluate", "stable", "--evaluate-reading", "attacks").out


def test_marks_are_those_of_the_whole(run: Any, long: ArgumentMap) -> None:
    """Without what rebuts it, a rejected claim would be drawn as accepted."""
    ended = run(
        "draw", "long.json", "-o", "-", "--evaluate", "grounded", "--focus", "r1", "--depth", "0"
    )
    assert "Reason 1. (rejected)" in ended.out
    assert "+1" in ended.out


def test_what_a_part_leans_on_is_told(run: Any, here: Path, long: ArgumentMap) -> None:
    """A part would pass for a debate that nobody objected in."""
    ended = run("convert", "long.json", "part.argdown", "--depth", "0", "--strict")
    assert ended.code == 0
    lines = ended.err.splitlines()
    assert lines[:3] == [
        "argmap: this is a part of the map:",
        "  the map: 13 claims, 13 links, 1 participant: the view doesn't show this [omitted]",
        "  s0: support: it ties main to r0, which isn't shown [cut-link]",
    ]
    assert lines[-1] == "  ... and 3 more; argmap convert --losses lists all"
    every = run("convert", "long.json", "part.argdown", "--depth", "0", "--losses")
    assert len(every.err.splitlines()) == 14
    assert run("convert", "long.json", "part.svg", "--depth", "0").err == ""


def test_strict_still_refuses_what_the_format_cannot_say(run: Any, here: Path) -> None:
    """``--strict`` would let pass what a part loses."""
    made = argmap.ArgumentMap(claims=(argmap.Claim("x", "X", "Title"), argmap.Claim("y", "Y")))
    argmap.write(made, here / "two.json")
    ended = run("convert", "two.json", "part.aif", "--focus", "x", "--strict")
    assert (ended.code, (here / "part.aif").exists()) == (9, False)
    assert "it has 1 loss" in ended.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--only", "odd"], 2, "'odd' is none of tag:..., group:..., speaker:..., verdict:..."),
        (["--only", "tags:odd"], 2, "did you mean 'tag'"),
        (["--only", "tag:"], 2, "'tag:' is none of"),
        (["--only", "tag:od"], 2, "no tag is named 'od'; did you mean 'odd'"),
        (["--only", "verdict:good"], 2, "no verdict is named 'good'"),
        (["--only", "speaker:cy"], 12, "no participant has the id 'cy'"),
        (["--focus", "zz"], 12, "no element has the id 'zz'"),
        (["--depth", "-1"], 2, "-1 is not in the range"),
    ],
)
def test_what_is_not_there_is_refused(
    run: Any, long: ArgumentMap, words: list[str], code: int, said: str
) -> None:
    """A slip of the pen would give an empty picture, or be called a bug."""
    ended = run("draw", "long.json", "-o", "-", *words)
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
