"""What is asked, what is let be, and what is mended."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap import ArgumentMap, Claim, Support, Undercut, UnknownName
from argmap.linting import RULES, Chosen, lint, mend
from argmap.strategies import maps
from tests.profiles import examples

QUESTION = Claim("q", "Who would ever trust them? It is absurd.")
MAP = ArgumentMap(claims=(QUESTION,))


def codes(map: ArgumentMap, *select: str, ignore: tuple[str, ...] = ()) -> list[str]:
    """The codes that are found."""
    return [finding.code for finding in lint(map, select=select, ignore=ignore)]


@pytest.mark.parametrize(
    ("select", "ignore", "found"),
    [
        ((), (), ["AM304"]),
        (("AM3",), (), ["AM304"]),
        (("two-claims-in-one",), (), ["AM304"]),
        (("AM304",), ("AM3",), ["AM304"]),
        (("AM3",), ("AM304",), []),
        (("all",), ("AM304",), []),
        (("AM",), ("all",), ["AM304"]),
        (("AM1",), (), []),
        ((), ("all",), []),
        ((), ("AM304",), []),
        ((), ("two-claims-in-one",), []),
    ],
)
def test_rules_are_chosen_by_code_name_and_family(
    select: tuple[str, ...], ignore: tuple[str, ...], found: list[str]
) -> None:
    """The longer name counts: else one rule of an ignored family can't be asked."""
    assert codes(MAP, *select, ignore=ignore) == found


@pytest.mark.parametrize("name", ["AM9", "", "AM3045", "circular"])
def test_a_rule_that_there_isnt_is_refused(name: str) -> None:
    """A misspelt code would switch nothing off, in silence."""
    with pytest.raises(UnknownName, match="no rule is named"):
        lint(MAP, ignore=[name])


def test_levels_are_set_by_code_and_family() -> None:
    """A team has other worries than the next one."""
    levels = {"AM3": "warning", "AM304": "error"}
    assert [f.level for f in lint(MAP, select=["AM304"], levels=levels)] == ["error"]
    assert [f.level for f in lint(MAP, select=["AM304"], levels={"AM": "warning"})] == ["warning"]
    with pytest.raises(UnknownName, match="no level is named 'fatal'"):
        lint(MAP, levels={"AM304": "fatal"})
    assert Chosen().rules() == RULES


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"argmap": "ignore"}, []),
        ({"argmap": "ignore AM304"}, []),
        ({"argmap": "ignore two-claims-in-one, AM101"}, []),
        ({"argmap": {"ignore": ["AM304"]}}, []),
        ({"argmap": {"ignore": "AM304"}}, []),
        ({"argmap": {"ignore": True}}, []),
        ({"argmap": "ignore AM305"}, ["AM304"]),
        ({"argmap": {"ignore": False}}, ["AM304"]),
        ({"argmap": {}}, ["AM304"]),
        ({"argmap": "look"}, ["AM304"]),
        ({"argmap": 3}, ["AM304"]),
        ({"other": "ignore"}, ["AM304"]),
    ],
)
def test_an_element_asks_to_be_let_be(data: dict[str, object], found: list[str]) -> None:
    """What was looked at and found right would be told for ever."""
    map = ArgumentMap(claims=(Claim(QUESTION.id, QUESTION.text, data=data),))
    assert codes(map) == found
    assert codes(ArgumentMap(claims=(QUESTION,), data=data)) == found


def test_a_finding_without_ids_is_told() -> None:
    """A rule about the whole map has no element to name."""
    assert codes(ArgumentMap()) == []


def test_mending_changes_what_it_may() -> None:
    """A mend that changes an argument is worse than the fault."""
    said = "Co-ops are good."
    untidy = Claim(
        "a", f" {said} ", title=said, wordings=(said, "They are.", "They are."), tags=("x", "x")
    )
    other = Claim("b", "They are near.", data={"argmap": "ignore"}, tags=("y", "y"))
    links = (
        Support("s", ("b",), "a"),
        Support("t", ("b",), "a"),
        Support("u", ("b",), "a", label="so"),
        Support("v", ("b",), "a"),
        Undercut("w", ("b",), "v"),
    )
    mended, gone = mend(ArgumentMap(claims=(untidy, other), links=links))
    assert mended["a"] == Claim("a", said, wordings=("They are.",), tags=("x",))
    assert mended["b"] == other
    assert [link.id for link in mended.links] == ["s", "u", "v", "w"]
    assert [f.code for f in gone] == ["AM111", "AM311", "AM312", "AM313", "AM314"]
    assert mend(mended) == (mended, ())


def test_mending_is_chosen_as_rules_are() -> None:
    """Who ignores a rule doesn't want it mended."""
    map = ArgumentMap(claims=(Claim("a", " Yes. ", tags=("x", "x")),))
    mended, _ = mend(map, ignore=["stray-blanks"])
    assert mended == ArgumentMap(claims=(Claim("a", " Yes. ", tags=("x",)),))
    assert mend(map, select=["AM1"]) == (map, ())


@settings(max_examples=examples(100))
@given(maps(hostile=True))
def test_mending_reaches_a_fixed_point(map: ArgumentMap) -> None:
    """Else every run of ``--fix`` changes the file again."""
    mended, gone = mend(map)
    assert mend(mended) == (mended, ())
    assert (mended == map) == (not gone)
    assert [claim.id for claim in mended.claims] == [claim.id for claim in map.claims]
