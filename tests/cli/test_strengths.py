"""``argmap evaluate --strengths``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.semantics import strengths


@pytest.fixture
def debate(here: Path) -> argmap.ArgumentMap:
    """A claim of weight 0.8, a rebuttal of it, and two claims that rebut each other fully; written as ``debate.json``."""
    draft = argmap.Draft()
    a, b = draft.claim("So.", id="a", weight=0.8), draft.claim("No.", id="b")
    draft.rebut(a, by=b, id="r", weight=0.5)
    c, d = draft.claim("One.", id="c", weight=1), draft.claim("Other.", id="d", weight=1)
    draft.rebut(c, by=d, id="s")
    draft.rebut(d, by=c, id="t")
    argmap.write(draft.map(), here / "debate.json")
    return draft.map()


def test_a_line_each(run: Any, debate: argmap.ArgumentMap) -> None:
    """How strong claims are could be asked in Python alone."""
    ended = run("evaluate", "debate.json", "--strengths", "quadratic-energy", "--links")
    right = strengths(debate, "quadratic-energy")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert [line.split()[0] for line in lines[:-1]] == [f"{right[id]:.3f}" for id in right]
    assert lines[0] == f"{right['a']:.3f}  a (“So.”)"
    assert lines[-1] == "strengths [quadratic-energy]"
    assert run("evaluate", "debate.json", "--strengths", "euler").out.count("\n") == 5


def test_what_does_not_settle_is_told(run: Any, debate: argmap.ArgumentMap) -> None:
    """Numbers that are none would pass for strengths, in text and in JSON."""
    ended = run("evaluate", "debate.json", "--strengths", "df-quad", "--format", "json")
    assert "warning: these strengths don't settle: after 10,000 rounds one still moves by 1" in (
        ended.err
    )
    answer = json.loads(ended.out)
    assert (answer["aggregation"], answer["influence"]) == ("product", "linear")
    assert answer["converged"] is False
    assert answer["residual"] == 1
    assert answer["strengths"]["a"] == strengths(debate)["a"]
    assert list(answer["strengths"]) == ["a", "b", "c", "d"]


def test_what_is_of_verdicts_is_refused(run: Any, debate: argmap.ArgumentMap) -> None:
    """An option would be given and count for nothing."""
    asked = ("evaluate", "debate.json", "--strengths", "euler")
    for words in (
        ("--semantics", "grounded"),
        ("--without", "b"),
        ("--require-backing",),
        ("--weigh", "last"),
    ):
        ended = run(*asked, *words)
        assert ended.code == 2
        assert f"{words[0]} means nothing with --strengths" in ended.err
    ended = run(*asked, "--count")
    assert ended.code == 2
    assert "ask one" in ended.err
    ended = run("evaluate", "debate.json", "--strengths", "dfquad")
    assert ended.code == 2
    assert "did you mean 'df-quad'" in ended.err
