"""The competition's tasks: every answer right, every witness an extension, every line as it wants it."""

from __future__ import annotations

import pytest

import argmap
from argmap.semantics.graph import AttackGraph
from argmap.semantics.tasks import COUNTING, PROBLEMS, SEMANTICS, count, solve
from tests.semantics.reference import DEFINITIONS, some_frameworks


@pytest.mark.parametrize("problem", PROBLEMS)
def test_answers_and_witnesses(problem: str) -> None:
    """A task would be answered wrongly, or with a witness that shows nothing."""
    kind, code = problem.split("-")
    semantics = {**SEMANTICS, "ID": "ideal"}[code]
    for framework in some_frameworks(40, (1, 2, 3, 4, 5), 6):
        graph = AttackGraph.of(framework.size, framework.attacks)
        extensions = DEFINITIONS[semantics](framework)
        for query in [None] if kind == "SE" else range(framework.size):
            answer = solve(graph, problem, query)
            shown = answer.extension and sum(1 << a for a in answer.extension)
            inside = [bool(query is not None and each >> query & 1) for each in extensions]
            right = {"DC": any(inside), "DS": all(inside), "SE": bool(extensions)}[kind]
            assert answer.yes == right
            assert (answer.extension is not None) == (right if kind != "DS" else not right)
            if answer.extension is not None:
                assert (shown or 0) in extensions
                assert kind == "SE" or inside[extensions.index(shown or 0)] == right


def test_lines() -> None:
    """A judge of the competition would not understand the answer."""
    graph = AttackGraph.of(3, [(0, 1), (1, 2)])
    names = ["1", "2", "3"]
    assert solve(graph, "SE-PR").lines(names) == ["w 1 3"]
    assert solve(graph, "DC-CO", 0).lines(names) == ["YES", "w 1 3"]
    assert solve(graph, "DC-CO", 1).lines(names) == ["NO"]
    assert solve(graph, "DS-PR", 0).lines(names) == ["YES"]
    assert solve(graph, "DS-ST", 1).lines(names) == ["NO", "w 1 3"]
    assert solve(AttackGraph.of(1, [(0, 0)]), "SE-ST").lines(names) == ["NO"]
    assert solve(AttackGraph.of(1, [(0, 0)]), "SE-ID").lines(names) == ["w"]


def test_what_is_no_task() -> None:
    """A problem of another year would be answered as if it were this one's."""
    with pytest.raises(argmap.UnknownName, match="DC-CO"):
        solve(AttackGraph.of(0, []), "SE-STG")
    with pytest.raises(ValueError, match="DS-PR asks about an argument"):
        solve(AttackGraph.of(0, []), "DS-PR")
    with pytest.raises(ValueError, match="SE-PR asks about no argument"):
        solve(AttackGraph.of(1, []), "SE-PR", 0)


@pytest.mark.parametrize("problem", COUNTING)
def test_counts(problem: str) -> None:
    """A counting task would be answered wrongly."""
    semantics = {**SEMANTICS, "STG": "stage"}[problem.split("-")[1]]
    for framework in some_frameworks(20, (1, 2, 3, 4, 5), 7):
        graph = AttackGraph.of(framework.size, framework.attacks)
        assert count(graph, problem) == len(DEFINITIONS[semantics](framework))


def test_what_is_no_counting_task() -> None:
    """A question would be counted as if it were one."""
    with pytest.raises(argmap.UnknownName, match="CE-CO"):
        count(AttackGraph.of(0, []), "CE-XX")
