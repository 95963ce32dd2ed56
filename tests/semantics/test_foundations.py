"""Circles of support hold nothing up, also where something else is undecided."""

from __future__ import annotations

import pytest

from argmap import ArgumentMap, Claim, Link, Rebuttal, Support
from argmap.semantics import evaluate, program
from argmap.semantics.compiled import compiled
from argmap.semantics.evaluation import SEMANTICS
from argmap.semantics.grounded import WORDS
from tests.semantics.reference import models, of_semantics

MUTUAL: tuple[Link, ...] = (Rebuttal("r", ("c",), "d"), Rebuttal("s", ("d",), "c"))
CIRCLE: tuple[Link, ...] = (Support("x", ("a",), "b"), Support("y", ("b",), "a"))


def _map(*links: Link) -> ArgumentMap:
    claims = [Claim(id, stance="questioned") for id in "abe"] + [Claim("c"), Claim("d")]
    return ArgumentMap(claims=tuple(claims), links=links)


@pytest.mark.parametrize(
    "links",
    [
        (*CIRCLE, *MUTUAL, Support("z", ("c",), "a")),
        (*CIRCLE, *MUTUAL, Support("z", ("c",), "a"), Rebuttal("q", ("b",), "d")),
        (*CIRCLE, *MUTUAL, Support("z", ("c",), "a"), Support("w", ("d",), "a")),
        (*CIRCLE, *MUTUAL, Rebuttal("q", ("a",), "c"), Support("z", ("d",), "b")),
        (*CIRCLE, *MUTUAL, Rebuttal("q", ("b",), "b"), Support("z", ("d",), "b")),
        (*CIRCLE, Rebuttal("q", ("c",), "c"), Rebuttal("p", ("a",), "b"), Support("z", ("c",), "a")),
        (*CIRCLE, *MUTUAL, Support("w", ("a", "d"), "e"), Support("v", ("e",), "a"), Support("z", ("c",), "e")),
        (*CIRCLE, Rebuttal("q", ("a",), "c"), Rebuttal("p", ("c",), "a"), Support("z", ("d",), "a"), Rebuttal("o", ("c",), "d"), Rebuttal("n", ("b",), "c")),
    ],
)  # fmt: skip # a map a line
def test_circles_beside_what_is_undecided(links: tuple[Link, ...]) -> None:
    """A circle would stand in some labelling with nothing below it."""
    map = _map(*links)
    meaning = program(map)
    every = models(meaning)
    for semantics in SEMANTICS:
        expected = of_semantics(every, semantics)
        evaluation = evaluate(map, semantics, solver="python")
        at = [meaning.atoms.index(id) for id in evaluation]
        right = sorted(tuple(WORDS[model[each]] for each in at) for model in expected)
        assert sorted(tuple(each.values()) for each in evaluation.labellings()) == right, semantics
        for id, number in zip(evaluation, range(len(at)), strict=True):
            assert {*evaluation[id].labels} == {each[number] for each in right}


def test_one_circle_falls_with_another() -> None:
    """A circle that rests on one that has fallen would stay undecided."""
    claims = tuple([Claim(id, stance="questioned") for id in ("a", "b", "e", "e2")])
    chain = (*CIRCLE, Support("p", ("a", "e2"), "e"), Support("q", ("e",), "e2"))
    map = ArgumentMap(claims=claims, links=chain)
    assert evaluate(map).of("rejected") == ("a", "b", "e", "e2", "x", "y", "p", "q")


def test_what_each_argument_of_the_framework_is() -> None:
    """A helper could not be told from a claim."""
    made = compiled(_map(*CIRCLE))
    words = [str(each) for each in made.arguments()]
    assert words[: made.size] == list(made.number)
    assert "fails(a)" in words
    assert "lacks(b)" in words


def test_rules_in_words() -> None:
    """A person could not check the program that a map means."""
    map = _map(Support("z", ("c",), "a"), *MUTUAL)
    assert str(program(map)).splitlines() == [
        "a :- z.",
        "c :- not s.",
        "d :- not r.",
        "z :- c.",
        "r :- c.",
        "s :- d.",
    ]


def test_a_labelling_that_there_is_not_is_refused() -> None:
    """A labelling with another label would be shown for the one asked for."""
    evaluation = evaluate(_map(), "complete")
    assert evaluation.get("nothing") is None
    with pytest.raises(ValueError, match="no complete labelling has 'c' rejected"):
        evaluation.labelling_with("c", "rejected")
