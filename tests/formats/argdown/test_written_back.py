"""What is read from Argdown comes back from what is written of it, or its loss is told.

Each case in ``tests/cases/argdown/written`` is a document of which something was lost in silence: what would be wrong (``says``), the
``text``, and lines that are ``written``, or what they end with; perhaps the codes of what is ``lost``. The random documents are those of ``tests/tools/argdown/written_back.py``.
"""

from __future__ import annotations

import random
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.source import SourceText

TESTS = Path(__file__).parents[2]
CASES = sorted((TESTS / "cases" / "argdown" / "written").glob("*.toml"))
COUNT = 150


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    """The names of the tool that writes random documents back."""
    return runpy.run_path(str(TESTS / "tools" / "argdown" / "written_back.py"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_was_lost_comes_back(path: Path, tool: dict[str, Any]) -> None:
    """What the case says would happen."""
    case = tomllib.loads(path.read_text("utf-8"))
    map = argmap.parse(SourceText("d.argdown", case["text"]), format="argdown").map
    rendering = argmap.render(map, "argdown")
    lines = rendering.text.splitlines()
    for line in case["written"]:
        assert any(each.endswith(line) for each in lines), (line, lines)
    codes = [loss.code for loss in rendering.losses]
    assert codes == case.get("lost", codes)
    assert tool["unreported"](case["text"]) == []
    assert case["says"]


def test_there_are_cases() -> None:
    """A folder that has moved would leave nothing tested."""
    assert len(CASES) >= 20


def test_lost_supports_take_no_labels() -> None:
    """A support would become a structure the second time, once the other with its label is gone."""
    claims = [argmap.Claim(id, f"It is {id}.") for id in ("a", "b", "c")]
    links = (
        argmap.Support("one", ("b",), "a", label="L"),
        argmap.Support("two", ("c",), "one", label="L"),
    )
    rendering = argmap.render(argmap.ArgumentMap(claims=tuple(claims), links=links), "argdown")
    back = argmap.loads(rendering.text, format="argdown")
    assert argmap.render(back, "argdown").text == rendering.text


def test_lost_undercuts_make_no_arguments() -> None:
    """A claim would be in pointed brackets for what undercuts it, which is lost, and in square ones the second time."""
    claims = tuple([argmap.Claim(id, f"It is {id}.") for id in ("a", "b", "c", "d")])
    links = (argmap.Rebuttal("r", ("b",), "a"), argmap.Undercut("u", ("c", "d"), "r"))
    rendering = argmap.render(argmap.ArgumentMap(claims=claims, links=links), "argdown")
    assert [loss.code for loss in rendering.losses][:1] == ["undercut"]
    assert "kind: claim" not in rendering.text


BARE = tuple([argmap.Claim(id) for id in ("a", "b", "c", "d")])
CHAIN = (argmap.Undercut("u", ("a",), "r"), argmap.Undercut("v", ("d",), "u"))
SETTLING = {
    "a support of the same label": (
        argmap.Support("s", ("a",), "a", label="L"),
        argmap.Support("t", ("a",), "a", label="L"),
    ),
    "what undercuts an undercut": (
        argmap.Rebuttal("r", ("c",), "b"),
        argmap.Support("s", ("c",), "d"),
        *CHAIN,
    ),
    "what undercuts the undercut of a conflict": (argmap.Conflict("r", ("b", "c")), *CHAIN),
    "what undercuts the undercut of a rephrase": (argmap.Rephrase("r", "b", "c"), *CHAIN),
}


@pytest.mark.parametrize("lost", SETTLING)
def test_what_is_lost_decides_nothing(lost: str, tool: dict[str, Any]) -> None:
    """The rest would be written for its sake, and otherwise once it is gone."""
    map = argmap.ArgumentMap(claims=BARE, links=SETTLING[lost])
    assert argmap.render(map, "argdown").losses
    assert tool["unreported_of"](map) == []


def test_a_wording_is_a_text_but_for_its_blanks(tool: dict[str, Any]) -> None:
    """The wording would be taken for the text, and be gone."""
    map = argmap.ArgumentMap(claims=(argmap.Claim("a", "It is so. ", wordings=("It is so.",)),))
    assert tool["unreported_of"](map) == []
    assert argmap.render(map, "argdown").losses == ()


def test_what_a_claim_says_of_itself_stays_together(tool: dict[str, Any]) -> None:
    """The other lines of a link of several premises would come behind those of other links, and before them the second time."""
    links = (
        argmap.Rebuttal("r", ("c",), "a"),
        argmap.Rebuttal("s", ("a", "b"), "a"),
        argmap.Rebuttal("t", ("a",), "d"),
    )
    map = argmap.ArgumentMap(claims=BARE, links=links)
    lines = argmap.render(map, "argdown").text.splitlines()
    assert [line.strip()[3] for line in lines if line.startswith("    ")] == ["a", "b", "c"]
    assert tool["unreported_of"](map) == []


@pytest.mark.parametrize("name", ["grammatical", "wide"])
def test_random_documents_come_back(name: str, tool: dict[str, Any]) -> None:
    """Something of a document would be gone without a word."""
    chance = random.Random(7)
    texts = [tool["GENERATORS"][name](chance) for _ in range(COUNT)]
    told = [tool["unreported"](text) for text in texts]
    assert [(each, text) for each, text in zip(told, texts, strict=True) if each] == []
    assert told.count([]) > COUNT // 4
