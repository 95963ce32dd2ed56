"""Small parts are searched, large ones solved by clauses: both ways find the same, with the solver that was asked for."""

from __future__ import annotations

from random import Random

import pytest

from argmap import ArgumentMap
from argmap.semantics import labellings, possible
from argmap.semantics.basis import Basis
from argmap.semantics.evaluation import SEMANTICS, Evaluation, evaluate
from argmap.semantics.extensions import EXTENSIONS, extensions_of
from argmap.semantics.graph import AttackGraph
from argmap.semantics.options import Options
from argmap.semantics.sat import Solver
from argmap.semantics.tasks import COUNTING, PROBLEMS, count, solve

OTHERS = {
    *("conflict-free", "naive", "grounded", "cf2", "stage2"),
    *("strongly-admissible", "weakly-admissible"),
}
"""Those that no clauses are made for."""


class Own(Solver):
    """A solver of somebody else's."""


@pytest.fixture
def only_own(monkeypatch: pytest.MonkeyPatch) -> list[Own]:
    """Every search gives up at once, and no solver but `Own` may be made; those that were."""
    made: list[Own] = []
    begin = Solver.__init__

    def checked(self: Solver) -> None:
        assert isinstance(self, Own), "this isn't the solver that was asked for"
        made.append(self)
        begin(self)

    monkeypatch.setattr(Solver, "__init__", checked)
    monkeypatch.setattr(labellings, "STEPS", 0)
    monkeypatch.setattr(labellings, "DEAD_ENDS", 1)
    return made


def graphs() -> list[AttackGraph]:
    """Some of seven arguments, with circles."""
    chance = Random(3)
    return [
        AttackGraph.of(7, {(chance.randrange(7), chance.randrange(7)): None for _ in range(11)})
        for _ in range(25)
    ]


GRAPHS = graphs()
SOUGHT = [name for name in EXTENSIONS if name not in OTHERS]
FOUND = {
    name: [sorted(map(tuple, extensions_of(graph, name, Solver))) for graph in GRAPHS]
    for name in SOUGHT
}


@pytest.mark.parametrize("semantics", SOUGHT)
def test_clauses_find_what_the_search_finds(semantics: str, only_own: list[Own]) -> None:
    """A large framework would have other extensions than its parts."""
    for graph, known in zip(GRAPHS, FOUND[semantics], strict=True):
        found = [tuple(each) for each in extensions_of(graph, semantics, Own)]
        assert sorted(found) == known
    assert only_own


@pytest.mark.parametrize("problem", PROBLEMS)
def test_questions_are_answered_by_it(problem: str, only_own: list[Own]) -> None:
    """Who asks for a faster solver would wait for the slow one."""
    for graph in GRAPHS:
        for query in [None] if problem.startswith("SE") else range(7):
            solve(graph, problem, query, make=Own)


@pytest.mark.parametrize("problem", COUNTING)
def test_labellings_are_counted_by_it(problem: str, only_own: list[Own]) -> None:
    """As there."""
    for graph in GRAPHS:
        assert count(graph, problem, make=Own) >= 0


def test_maps_are_weighed_by_it(chance_maps: list[ArgumentMap], only_own: list[Own]) -> None:
    """As there; and a verdict would hang on which way was taken."""
    for map in chance_maps[:20]:
        for semantics in SEMANTICS:
            weighed = Evaluation(semantics, Basis(map, Options(), Own).ready())
            labels = [dict(each) for each in weighed.labellings()]
            for id, verdict in weighed.items():
                assert set(verdict.labels) == {each[id] for each in labels}
                weighed.certificate(id)
            assert weighed.count() == len(labels)
    assert only_own


def test_labels_are_listed_combined_or_asked_for_alike(
    chance_maps: list[ArgumentMap], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A verdict would hang on how many labellings there are."""

    def verdicts() -> list[dict[str, tuple[str, ...]]]:
        return [
            {id: verdict.labels for id, verdict in evaluate(map, name, solver="python").items()}
            for map in chance_maps[:25]
            for name in ("complete", "preferred", "stable")
        ]

    usual = verdicts()
    monkeypatch.setattr(possible, "_COMBINATIONS", 0)
    assert verdicts() == usual
    monkeypatch.setattr(possible, "_LISTED", -1)
    assert verdicts() == usual
