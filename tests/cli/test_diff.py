"""``argmap diff``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import argmap

OLD = "[Good]: Co-ops are good for services.\n  + [Near]: They are near to people.\n"
NEW = (
    "[Good]: Co-ops are good for public services.\n"
    "  + [Near]: They are near to people.\n"
    "  - [Cuts]: They are cover for cuts.\n"
)
TOLD = [
    (
        "~ claim good: reworded, “Co-ops are good for services.” is now "
        "“Co-ops are good for public services.”"
    ),
    "+ claim cuts (“They are cover for cuts.”)",
    "+ rebuttal rebuttal-1 of good by cuts",
    "! good: accepted is now rejected [grounded]",
]


@pytest.fixture
def two(here: Path) -> tuple[str, str]:
    """Two files of Argdown."""
    (here / "old.argdown").write_text(OLD)
    (here / "new.argdown").write_text(NEW)
    return "old.argdown", "new.argdown"


def test_the_difference_is_told(run: Any, two: tuple[str, str]) -> None:
    """A person would compare the two texts by eye."""
    ended = run("diff", *two)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == TOLD


def test_no_difference(run: Any, two: tuple[str, str]) -> None:
    """Silence could mean that nothing was compared."""
    ended = run("diff", two[0], two[0], "--exit-code")
    assert (ended.code, ended.out) == (0, "no difference\n")
    assert run("diff", *two, "--exit-code").code == 1


def test_json(run: Any, two: tuple[str, str]) -> None:
    """A program can't read sentences."""
    told = json.loads(run("diff", *two, "--format", "json").out)
    kinds = [(change["kind"], change["id"]) for change in told["changes"]]
    assert kinds == [("changed", "good"), ("added", "cuts"), ("added", "rebuttal-1")]
    assert told["changes"][0]["fields"] == ["text"]
    assert told["changes"][1]["after"]["text"] == "They are cover for cuts."
    assert told["verdicts"] == [{"id": "good", "before": "accepted", "after": "rejected"}]


def test_a_picture(run: Any, here: Path, two: tuple[str, str]) -> None:
    """What has changed in a large map is seen, not read."""
    ended = run("diff", *two, "-o", "diff.svg", "--exit-code")
    assert (ended.code, ended.out, ended.err) == (1, "", "")
    assert ">added<" in (here / "diff.svg").read_text(encoding="utf-8")
    assert run("diff", two[0], two[0], "-o", "diff.svg").code == 0
    assert run("diff", *two, "-o", "-").out.startswith("<svg")


def test_git(run: Any, here: Path, two: tuple[str, str]) -> None:
    """Git gives seven arguments, and copies whose names have no suffix."""
    (here / "old.argdown").rename(here / "xyz123")
    given = ("debate.argdown", "xyz123", "abc", "100644", two[1], "def", "100644")
    ended = run("diff", "--git", *given)
    assert ended.out.splitlines() == ["argmap diff debate.argdown", *TOLD]
    new = ("debate.argdown", "/dev/null", ".", ".", two[1], "def", "100644")
    assert "+ claim good" in run("diff", "--git", *new).out
    odd = ("debate", "xyz123", "abc", "100644", two[1], "def", "100644")
    assert run("diff", "--git", *odd).out.splitlines()[1:] == TOLD


@pytest.mark.parametrize("arguments", [("a.json",), ("a", "b", "c"), ("--git", "a", "b")])
def test_wrong_usage(run: Any, arguments: tuple[str, ...]) -> None:
    """Two files are compared, not one and not three."""
    assert run("diff", *arguments).code == 2


def test_standard_input_is_read_once(run: Any) -> None:
    """The second would be told to be empty, and a person look for the fault in the document."""
    said = "standard input can be read once; name a file in the place of one -"
    for words in (["diff", "-", "-"], ["merge", "-", "a.json", "-"], ["check", "-", "a.json", "-"]):
        ended = run(*words, given=b'{"argmap": 1}')
        assert ended.code == 2
        assert said in ended.err
    assert run("check", "-", given=b'{"argmap": 1}').code == 0


@pytest.mark.parametrize(("name", "code"), [("diff.dot", 2), ("diff.bmp", 5), ("diff", 5)])
def test_a_picture_in_another_format_is_refused(
    run: Any, here: Path, two: tuple[str, str], name: str, code: int
) -> None:
    """A file called .bmp with SVG in it opens nowhere."""
    assert run("diff", *two, "-o", name).code == code
    assert not (here / name).exists()


@pytest.mark.parametrize(("name", "begins"), [("diff.png", b"\x89PNG"), ("diff.pdf", b"%PDF-")])
def test_a_difference_in_pixels_and_on_paper(
    run: Any, here: Path, two: tuple[str, str], name: str, begins: bytes
) -> None:
    """A difference couldn't be put where SVG can't."""
    assert run("diff", *two, "-o", name).code == 0
    assert (here / name).read_bytes().startswith(begins)


def test_git_names_a_format_only_where_its_copy_has_no_suffix(run: Any, here: Path) -> None:
    """An AIF document called .json would be read as argmap's own, for git's name says .json."""
    made = argmap.ArgumentMap(claims=(argmap.Claim("a", "Co-ops are good."),))
    argmap.write(made, here / "x_old.json", format="aif")
    argmap.write(made, here / "bare", format="json")
    words = ["0" * 7, "100644", "x_old.json", "0" * 7, "100644"]
    ended = run("diff", "--git", "debate.json", "x_old.json", *words)
    assert (ended.code, ended.out) == (0, "argmap diff debate.json\nno difference\n")
    words[2] = "bare"
    ended = run("diff", "--git", "debate.json", "bare", *words)
    assert (ended.code, ended.out) == (0, "argmap diff debate.json\nno difference\n")
