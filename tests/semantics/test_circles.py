"""Where supports go one way, no circle is looked for; elsewhere all are found."""

from __future__ import annotations

from random import Random

import pytest

from argmap import ArgumentMap, Claim, Support
from argmap.semantics import circles
from argmap.semantics.compiled import Compiled, compiled
from tests.semantics.chance_edits import edited_by_chance


def _circles(map: ArgumentMap) -> list[tuple[dict[int, int], dict[int, list[int]]]]:
    """The circles of a map, with those of backing."""
    made: Compiled = compiled(map, require_backing=True)
    return [
        (dict(each.lacks), {at: list(needed) for at, needed in each.premises.items()})
        for each in made.circles
    ]


def test_no_circle_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A circle of supports would hold itself up."""
    chance = Random(6)
    claims = tuple([Claim(id, stance="questioned") for id in "abcdef"])
    edited, maps = ArgumentMap(claims=claims), []
    for _ in range(400):
        edited = edited_by_chance(chance, edited)
        maps.append(edited)
    found = [_circles(each) for each in maps]
    monkeypatch.setattr(circles, "_one_way", lambda *_: False)
    assert found == [_circles(each) for each in maps]
    assert sum(map(bool, found)) > 20


@pytest.mark.parametrize("pairs", [[("a", "b"), ("b", "c")], [("b", "a"), ("c", "b")]])
def test_supports_that_go_one_way_close_no_circle(pairs: list[tuple[str, str]]) -> None:
    """A large map would be searched for circles that it can't have."""
    claims = tuple([Claim(id, stance="questioned") for id in "abc"])
    steps = tuple([Support(f"s{n}", (source,), aim) for n, (source, aim) in enumerate(pairs)])
    made = compiled(ArgumentMap(claims=claims, links=steps))
    assert circles._one_way(made.graph, *_helpers(made))
    assert made.circles == ()


def _helpers(made: Compiled) -> tuple[list[int], dict[int, int]]:
    """The helpers that say that an atom fails, and those that it lacks support."""
    fails, lacks = [0] * made.size, {}
    for at, of in enumerate(made.helpers, made.size):
        if of >= 0:
            fails[of] = at
        else:
            lacks[-1 - of] = at
    return fails, lacks
