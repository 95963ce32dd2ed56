"""``argmap evaluate``, ``argmap explain`` and ``argmap crux``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import argmap


@pytest.fixture
def weighed(here: Path) -> Callable[..., str]:
    """Writes a map in which a falls to r by b, which nobody answers; c and d speak against each other."""
    draft = argmap.Draft("Weighed")
    a, b = draft.claim("The policy is good.", id="a"), draft.claim("It is cover.", id="b")
    c, d = draft.claim("So.", id="c"), draft.claim("Not so.", id="d")
    draft.rebut(a, by=b, id="r")
    draft.conflict(c, d, id="k")
    argmap.write(draft.map(), here / "debate.json")
    return lambda: "debate.json"


def test_verdicts_a_line_each(run: Any, weighed: Callable[..., str]) -> None:
    """A person would have to read JSON to learn what stands."""
    ended = run("evaluate", weighed())
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "rejected   a (“The policy is good.”)",
        "accepted   b (“It is cover.”)",
        "undecided  c (“So.”)",
        "undecided  d (“Not so.”)",
        "1 accepted, 1 rejected, 2 undecided [grounded]",
    ]
    ended = run("evaluate", weighed(), "--links", "--semantics", "preferred")
    assert "undecided (accepted or rejected)  c (“So.”)" in ended.out
    assert "accepted   the rebuttal r of a by b" in ended.out
    assert run("evaluate", weighed(), "--without", "b").out.startswith("accepted   a")
    assert run("evaluate", weighed(), "--assume", "a").out.startswith("accepted   a")


def test_what_is_asked_of_ids_is_checked(run: Any, weighed: Callable[..., str]) -> None:
    """A script couldn't tell an id that isn't there from a wrong option, and a contradiction would be weighed."""
    for option in ("--without", "--assume"):
        ended = run("evaluate", weighed(), option, "e")
        assert ended.code == 12
        assert "no claim or link has the id 'e'; known: 'a', 'b', 'c', 'd'" in ended.err
    ended = run("evaluate", weighed(), "--without", "a", "--assume", "b", "--assume", "a")
    assert ended.code == 2
    assert "a is taken away and assumed; do one of the two" in ended.err


def test_labellings_and_json(run: Any, weighed: Callable[..., str]) -> None:
    """A program could not read the verdicts, or a person not see the sides there are to take."""
    ended = run("evaluate", weighed(), "--semantics", "preferred", "--labellings", "5")
    assert ended.out.splitlines() == ["1. accepted: b, c", "2. accepted: b, d"]
    answer = json.loads(run("evaluate", weighed(), "--labellings", "1", "--format", "json").out)
    assert answer["labellings"] == [
        {"a": "rejected", "b": "accepted", "c": "undecided", "d": "undecided"}
    ]
    answer = json.loads(run("evaluate", weighed(), "--format", "json").out)
    assert answer["semantics"] == "grounded"
    assert answer["exists"]
    assert answer["verdicts"]["a"] == {
        "label": "rejected",
        "labels": ["rejected"],
        "credulous": False,
        "skeptical": False,
    }


def test_no_labelling_is_said(run: Any, here: Path) -> None:
    """Nothing would pass for an answer."""
    draft = argmap.Draft()
    liar = draft.claim("I lie.", id="liar")
    draft.rebut(liar, by=liar)
    argmap.write(draft.map(), here / "liar.json")
    said = "there is no stable labelling of this map"
    assert said in run("evaluate", "liar.json", "--semantics", "stable").out
    assert said in run("evaluate", "liar.json", "--semantics", "stable", "--labellings", "2").out


def test_reasons(run: Any, weighed: Callable[..., str]) -> None:
    """The question why would go unanswered."""
    ended = run("explain", weighed(), "a")
    first, *below = ended.out.splitlines()
    assert first.startswith("a (“The policy is good.”) is rejected, because b")
    assert len(below) == 2
    assert run("explain", weighed(), "a", "--sentence").out.splitlines() == [first]
    ended = run("explain", weighed(), "e")
    assert ended.code == 12
    assert "no claim or link has the id 'e'" in ended.err
    assert run("explain", weighed(), "a", "--semantics", "prefered").code == 2


def test_what_a_verdict_hangs_on(run: Any, weighed: Callable[..., str]) -> None:
    """The weak spot of a debate would not be shown."""
    lines = run("crux", weighed(), "a").out.splitlines()
    assert lines == [
        "a (“The policy is good.”) is rejected [grounded]",
        "  without b (“It is cover.”) it would be accepted",
        "  without the rebuttal r of a by b it would be accepted",
    ]
    lines = run("crux", weighed(), "c").out.splitlines()
    assert "  if this were accepted: d (“Not so.”) it would be rejected" in lines
    assert (
        run("crux", weighed()).out
        == "b (“It is cover.”) bears a\nc (“So.”) bears d\nd (“Not so.”) bears c\n"
    )
    assert "nothing that can be taken away" in run("crux", weighed(), "b").out


def test_sets_that_count_together(run: Any, here: Path) -> None:
    """Two objections would be told as if either alone decided."""
    draft = argmap.Draft()
    a = draft.claim("A.", id="a")
    for id in ("b", "c", "d"):
        draft.rebut(a, by=draft.claim(id, id=id))
    argmap.write(draft.map(), here / "three.json")
    lines = run("crux", "three.json", "a").out.splitlines()
    assert lines[1:] == ["  without all of b, c, d it would be accepted"]
    lines = run("crux", "three.json", "a", "--largest", "2").out.splitlines()
    assert lines[1:] == ["  (the search for sets was ended before it had seen all)"]
    assert run("crux", "three.json").out == "no main claim hangs on a single other claim\n"


def test_verdicts_in_a_picture(run: Any, here: Path, weighed: Callable[..., str]) -> None:
    """A picture would not show what stands, by which semantics, and why."""
    assert run("draw", weighed(), "--evaluate", "grounded", "-o", "v.svg").code == 0
    svg = (here / "v.svg").read_text("utf-8")
    assert "accepted (grounded)" in svg
    assert "<desc>a (\u201cThe policy is good.\u201d) is rejected, because b" in svg
    assert (
        run("draw", weighed(), "--evaluate", "stable", "-o", "v-{page}.svg", "--page", "a5").code
        == 0
    )
    assert "rejected (stable)" in (here / "v-1.svg").read_text("utf-8")
    ended = run("draw", weighed(), "--evaluate", "grounded", "-o", "v.dot")
    assert ended.code == 2
    assert "--evaluate means nothing for DOT" in ended.err


def test_counts_and_shares(run: Any, weighed: Callable[..., str]) -> None:
    """How many sides there are to take could only be learned by listing them."""
    asked = ("evaluate", weighed(), "--semantics", "preferred")
    assert run(*asked, "--count").out == "2\n"
    assert run(*asked, "--shares").out.splitlines() == [
        "  0.00%  a (“The policy is good.”)",
        "100.00%  b (“It is cover.”)",
        " 50.00%  c (“So.”)",
        " 50.00%  d (“Not so.”)",
        "of 2 labellings [preferred]",
    ]
    assert run("evaluate", weighed(), "--shares").out.endswith("of 1 labelling [grounded]\n")
    answer = json.loads(run(*asked, "--count", "--format", "json").out)
    assert answer == {"semantics": "preferred", "reading": "program", "count": "2"}
    answer = json.loads(run(*asked, "--shares", "--links", "--format", "json").out)
    assert answer["count"] == "2"
    assert answer["shares"]["c"] == {"share": 0.5, "exactly": "1/2"}
    assert answer["shares"]["r"]["exactly"] == "1/1"
    assert run(*asked, "--count", "--shares").code == 2


def test_a_count_is_let_go_on(run: Any, here: Path) -> None:
    """A count of a hard map would end, and only Python could let it go on."""
    draft = argmap.Draft("Choices")
    claims = [draft.claim("So.", id=f"a{n}") for n in range(6)]
    for at, one in enumerate(claims):
        for other in claims[at + 1 :]:
            draft.conflict(one, other)
    argmap.write(draft.map(), here / "choices.json")
    asked = ("evaluate", "choices.json", "--semantics", "preferred")
    for question in ("--count", "--shares"):
        ended = run(*asked, question, "--limit", "counting=5")
        assert ended.code == 15
        assert "--limit counting=50\n" in ended.err
    assert run(*asked, "--count", "--limit", "counting=10000").out == "6\n"


def test_a_long_count_is_told_by_its_length(run: Any, here: Path) -> None:
    """A person would be shown thousands of digits that they didn't ask for."""
    draft = argmap.Draft("Choices")
    for n in range(110):
        draft.conflict(draft.claim("So.", id=f"a{n}"), draft.claim("No.", id=f"b{n}"))
    argmap.write(draft.map(), here / "choices.json")
    asked = ("evaluate", "choices.json", "--semantics", "preferred")
    assert run(*asked, "--count").out == f"{2**110}\n"
    assert run(*asked, "--shares").out.endswith(
        "of a number of 34 digits of labellings [preferred]\n"
    )


def test_other_readings_and_preferences_by_option(run: Any, weighed: Callable[..., str]) -> None:
    """A verdict of another reading would be told as the map's own."""
    assert run("evaluate", weighed(), "--reading", "deductive").out.endswith(
        "[grounded, deductive]\n"
    )
    told = json.loads(run("evaluate", weighed(), "--weigh", "last", "--format", "json").out)
    assert (told["reading"], told["weigh"], told["reduction"]) == ("program", "last", 1)
    assert "weigh" not in json.loads(run("evaluate", weighed(), "--format", "json").out)
    asked = ("--weigh", "weakest", "--reduction", "2", "--sentence")
    explained = run("explain", weighed(), "a", *asked)
    assert explained.out.endswith("[grounded, weighed by weakest, reduction 2]\n")
    assert (
        "[grounded, weighed by last, reduction 1]"
        in run("crux", weighed(), "a", "--weigh", "last").out
    )
    drawn = run(
        "draw",
        weighed(),
        "--evaluate",
        "grounded",
        "--evaluate-reading",
        "necessary",
        "-o",
        "n.svg",
    )
    assert drawn.code == 0
    assert "grounded, necessary" in Path("n.svg").read_text("utf-8")


def test_options_that_do_not_go_together(run: Any, weighed: Callable[..., str]) -> None:
    """An option that means nothing would be taken without a word."""
    for command, said in (
        (("evaluate", weighed(), "--reduction", "2"), "means nothing without --weigh"),
        (("draw", weighed(), "--evaluate-reading", "attacks"), "means nothing without --evaluate"),
        (("evaluate", weighed(), "--reading", "attacks", "--require-backing"), "no backing"),
        (("evaluate", weighed(), "--reading", "atacks"), "did you mean 'attacks'"),
        (("evaluate", weighed(), "--weigh", "best"), "no weighing is named 'best'"),
    ):
        ended = run(*command)
        assert ended.code == 2
        assert said in ended.err


def test_objections_that_would_change_a_verdict(run: Any, weighed: Callable[..., str]) -> None:
    """A person who wants to answer would have to try every answer."""
    ended = run("crux", weighed(), "a", "--objections")
    assert ended.code == 0
    assert "  if a or c or d spoke against b (“It is cover.”) it would be undecided" in ended.out
    assert "spoke" not in run("crux", weighed(), "--objections").out
