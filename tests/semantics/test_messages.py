"""What is said of a question that has no answer, word for word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import argmap
from argmap.semantics import (
    BipolarFramework,
    Framework,
    Qbaf,
    WeightedFramework,
    additions,
    evaluate,
    flips,
    ranking,
    shapley,
    strengths,
)
from argmap.semantics.graph import AttackGraph
from argmap.semantics.tasks import count, solve

A, B = argmap.Claim("a", "A"), argmap.Claim("b", "B")
MAP = argmap.ArgumentMap(claims=(A, B), links=(argmap.Rebuttal("r", ("b",), "a"),))
PAIR = ("a", "b")
GRAPH = AttackGraph.of(2, [(0, 1), (1, 0)])
MANY = Qbaf({f"a{n}": 0.5 for n in range(17)}, attacks=[(f"a{n}", "a0") for n in range(1, 17)])

REFUSED: list[tuple[Callable[[], Any], str]] = [
    (
        lambda: additions(evaluate(MAP, semantics="preferred"), "a"),
        "no semantics for additions is named 'preferred'; known: grounded",
    ),
    (
        lambda: additions(evaluate(MAP, reading="evidential"), "a"),
        "no reading for additions is named 'evidential'; known: program",
    ),
    (
        lambda: flips(evaluate(MAP, semantics="stable"), "a"),
        "no semantics for flips is named 'stable'; known: grounded",
    ),
    (
        lambda: flips(evaluate(MAP, reading="evidential"), "a"),
        "no reading for flips is named 'evidential'; known: program",
    ),
    (
        lambda: evaluate(MAP, reading="evidential").after(without=["b"]),
        "no reading for changes is named 'evidential'; known: program",
    ),
    (
        lambda: evaluate(MAP, reading="attacks", assume=["b", "r"]),
        "the attacks reading can assume claims alone, and 'r' is a link",
    ),
    (
        lambda: evaluate(MAP, reading="evidential", require_backing=True),
        "the evidential reading knows no backing that could be required",
    ),
    (
        lambda: evaluate(MAP, reading="odd"),
        "no reading is named 'odd'; known: program, attacks, deductive, necessary, evidential",
    ),
    (
        lambda: evaluate(MAP, weigh="odd"),
        "no way to weigh preferences is named 'odd'; known: last, weakest",
    ),
    (lambda: evaluate(MAP, reduction=0), "a reduction is 1, 2, 3 or 4, not 0"),
    (lambda: evaluate(MAP, reduction=5), "a reduction is 1, 2, 3 or 4, not 5"),
    (lambda: evaluate(MAP, reduction=True), "a reduction is 1, 2, 3 or 4, not True"),
    (
        lambda: evaluate(MAP, semantics="odd"),
        "no semantics is named 'odd'; known: grounded, complete, preferred, stable, semi-stable, ideal, eager",
    ),
    (
        lambda: evaluate(MAP, solver="odd"),
        "no solver is named 'odd'; known: auto, python, cadical195, glucose4, minisat22",
    ),
    (lambda: evaluate(MAP)["x"], "no claim or link has the id 'x'; known: 'a', 'b', 'r'"),
    (
        lambda: WeightedFramework(PAIR, {PAIR: 0}),
        "the weight of the attack of 'a' on 'b' is a number above 0, not 0",
    ),
    (
        lambda: WeightedFramework(PAIR, {PAIR: True}),
        "the weight of the attack of 'a' on 'b' is a number above 0, not True",
    ),
    (
        lambda: WeightedFramework(PAIR, {PAIR: float("inf")}),
        "the weight of the attack of 'a' on 'b' is a number above 0, not inf",
    ),
    (
        lambda: WeightedFramework(PAIR, {("a", "c"): 1}),
        "no argument has the id 'c'; known: 'a', 'b'",
    ),
    (
        lambda: WeightedFramework(PAIR, {PAIR: 1}).budget("c"),
        "no argument has the id 'c'; known: 'a', 'b'",
    ),
    (
        lambda: WeightedFramework(PAIR, {PAIR: 2.5}).budget("b", limit=1),
        (
            "more than 1 sets of attacks are lighter than what 'b' takes to stand, 2.5 or more\n"
            "  raise it, if there is time: limit=10"
        ),
    ),
    (lambda: Framework(("a", "a"), ()), "two arguments are called 'a'"),
    (lambda: Framework((1,), ()), "an argument is a name, not 1"),  # type: ignore[arg-type] # it is refused
    (
        lambda: list(Framework(PAIR, ()).extensions("odd")),
        (
            "no semantics is named 'odd'; known: conflict-free, naive, admissible, complete, grounded, "
            "preferred, stable, semi-stable, stage, ideal, eager, cf2, stage2, strongly-admissible, "
            "weakly-admissible, initial"
        ),
    ),
    (lambda: Qbaf({"a": 2}), "the base weight of 'a' is a number in [0, 1], not 2"),
    (
        lambda: Qbaf({"a": 1}, together="odd"),
        "no way to take premises together is named 'odd'; known: ",
    ),
    (lambda: Qbaf({"a": 1}, attacks=[("a", "x")]), "no argument has the id 'x'; known: 'a'"),
    (lambda: Qbaf({"a": 1}, supports=[("x", "a")]), "no argument has the id 'x'; known: 'a'"),
    (lambda: ranking(Framework(PAIR, ()), "odd"), "no ranking is named 'odd'; known: "),
    (lambda: strengths(MANY, "odd"), "no model of strengths is named 'odd'; known: "),
    (lambda: strengths(MANY, aggregation="odd"), "no aggregation is named 'odd'; known: "),
    (lambda: strengths(MANY, influence="odd"), "no influence is named 'odd'; known: "),
    (
        lambda: shapley(strengths(MANY), "a0"),
        "16 arguments bear on 'a0', and shares are computed of at most 15",
    ),
    (lambda: solve(GRAPH, "DC-ODD", 0), "no problem is named 'DC-ODD'; "),
    (lambda: solve(GRAPH, "SE-PR", 0), "SE-PR asks about no argument"),
    (lambda: solve(GRAPH, "DC-CO"), "DC-CO asks about an argument"),
    (lambda: count(GRAPH, "CE-ODD"), "no problem of counting is named 'CE-ODD'; "),
    (
        lambda: BipolarFramework(PAIR, (), ()).framework("odd"),
        "no meaning of supports as attacks is named 'odd'; known: ",
    ),
]


@pytest.mark.parametrize(("ask", "message"), REFUSED)
def test_it_is_refused_in_these_words(ask: Callable[[], Any], message: str) -> None:
    """What there is in place of what was asked for would be missing."""
    with pytest.raises((argmap.ArgmapError, ValueError, TypeError)) as caught:
        ask()
    told = str(caught.value)
    assert told == message or (told.startswith(message) and message.endswith((": ", "; ")))


def test_the_last_number_of_arguments_whose_shares_are_computed() -> None:
    """Fifteen are said to be possible."""
    fifteen = Qbaf({f"a{n}": 0.5 for n in range(4)}, attacks=[("a1", "a0"), ("a2", "a1")])
    assert set(shapley(strengths(fifteen), "a0")) == {"a1", "a2"}
