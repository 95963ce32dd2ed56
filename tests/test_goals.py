"""The table of the goals in the documentation is that of the list of goals, and its commands run what is there."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.tools.goals import __main__ as tool
from tests.tools.goals.goals import GOALS
from tests.tools.goals.running import Told, _of_tests


def test_the_page_is_that_of_the_goals(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A goal would be missing, or its figure be that of another command."""
    monkeypatch.chdir(root)
    assert [goal.number for goal in GOALS] == [*range(1, 17)]
    figures = tool.measured()
    assert [*figures] == [*range(1, 17)]
    page = tool.PAGE.read_text("utf-8")
    assert page == "\n".join(tool.lines(figures)), "run: python -m tests.tools.goals 16"


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: str(goal.number))
def test_the_commands_can_be_run(goal: object, root: Path) -> None:
    """A command would name a file that is gone."""
    command = goal.command  # type: ignore[attr-defined] # a Goal
    paths = [word for word in command.split() if word.startswith("tests/")]
    assert all((root / path).is_file() for path in paths)
    assert paths


def test_what_tests_count_is_added_up() -> None:
    """A figure would be that of one test alone, or a failure be passed over."""
    report = ElementTree.fromstring(
        "<testsuite><testcase><properties><property name='mutants' value='7'/></properties></testcase>"
        "<testcase><properties><property name='mutants' value='5'/><property name='build' value='x y'/></properties></testcase>"
        "<testcase><failure/></testcase><testcase><skipped/></testcase></testsuite>"
    )
    told = _of_tests(1, "", report)
    assert told == Told(1, "", {"mutants": 12}, {"build": "x y"}, passed=2, failed=1, skipped=1)
    assert told.of("mutants") == "12"
    assert told.verdict() == "; **not so in 1 of the tests**"
