"""The solver of clauses is right, and learns nothing wrong."""

from __future__ import annotations

from random import Random

import pytest

from argmap.errors import HardSearchWarning
from argmap.semantics import sat
from argmap.semantics.sat import Solver


def test_small_formulas_as_by_trying_everything() -> None:
    """A formula would be called impossible that isn't, or the other way round."""
    chance = Random(1)
    for _ in range(400):
        size = chance.randint(1, 8)
        clauses = [
            [chance.choice((-1, 1)) * chance.randint(1, size) for _ in range(chance.randint(1, 4))]
            for _ in range(chance.randint(1, 35))
        ]
        solver = Solver()
        for clause in clauses:
            solver.add(clause)
        for _ in range(3):
            chosen = chance.sample(range(1, size + 1), chance.randint(0, min(3, size)))
            assumed = [chance.choice((-1, 1)) * each for each in chosen]
            wanted = [*clauses, *[[each] for each in assumed]]
            right = any(
                _holds(wanted, lambda v, m=mask: bool(m >> (v - 1) & 1))
                for mask in range(1 << size)
            )
            assert solver.solve(assumed) == right
            assert not right or _holds(wanted, solver.value)


def _holds(clauses: list[list[int]], value: object) -> bool:
    return all(any((literal > 0) == value(abs(literal)) for literal in each) for each in clauses)  # type: ignore[operator] # a function


@pytest.mark.parametrize(("most", "largest"), [(10, 1e100), (2_000, 1e3)])
def test_hard_formulas_with_little_memory(
    most: int, largest: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forgetting clauses, or making activities small again, would lose a model or find one that isn't there."""
    monkeypatch.setattr(sat, "_LARGEST", largest)
    for seed, right in ((0, None), (1, None), (2, None)):
        chance = Random(seed)
        clauses = [
            [chance.choice((-1, 1)) * v for v in chance.sample(range(1, 61), 3)] for _ in range(258)
        ]
        solver, plain = Solver(), Solver()
        solver._most_learnt = most
        for clause in clauses:
            solver.add(clause)
            plain.add(clause)
        answer = solver.solve()
        assert answer == plain.solve()
        assert not answer or _holds(clauses, solver.value)
        assert right is None


def test_a_hard_search_says_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody would wait for minutes without a word, where an extra takes a second."""
    monkeypatch.setattr(sat, "_HARD", 100)
    solver = Solver()
    places = {(p, h): solver.variable() for p in range(8) for h in range(7)}
    for p in range(8):
        solver.add([places[p, h] for h in range(7)])
    for h in range(7):
        for p in range(8):
            for q in range(p):
                solver.add([-places[p, h], -places[q, h]])
    with pytest.warns(
        HardSearchWarning, match=r"conflicts, and no answer yet.*pip install .*\[sat\]"
    ) as told:
        assert not solver.solve()
    assert len(told) == 1


def test_pigeons_do_not_fit() -> None:
    """A formula without a model would never be given up."""
    solver = Solver()
    places = {(p, h): solver.variable() for p in range(6) for h in range(5)}
    for p in range(6):
        solver.add([places[p, h] for h in range(5)])
    for h in range(5):
        for p in range(6):
            for q in range(p):
                solver.add([-places[p, h], -places[q, h]])
    assert not solver.solve()
    assert not solver.solve()
    assert not solver.value(10_000)
