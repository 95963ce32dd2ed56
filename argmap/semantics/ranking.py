"""Rankings: which arguments of a framework are more acceptable than which, without weights.

Compared in exact arithmetic where a ranking is by sequences, since sums of fractions in another order would break ties.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from ..errors import UnknownName
from .framework import Framework

__all__ = ["RANKINGS", "categoriser", "counting", "ranking"]

_STILL = 1e-14
_ROUNDS = 100_000
_EQUAL = 9
"""Of so many digits two scores must differ to count as different."""


def ranking(
    framework: Framework, name: str = "categoriser", *, depth: int | None = None
) -> list[tuple[str, ...]]:
    """The arguments in ranks, the most acceptable first, those of one rank in the framework's order.

    ``name`` is categoriser (Besnard and Hunter 2001; Pu, Luo, Zhang and Luo 2014), burden or discussion (Amgoud and Ben-Naim 2013,
    SUM, p. 134), or counting (Pu, Luo, Zhang and Luo 2015). Burdens and discussions are compared to ``depth`` steps, which is twice the
    number of arguments if it isn't given. Raises `UnknownName`.

    >>> ranking(Framework(["a", "b", "c"], [("a", "b"), ("b", "c")]))
    [('a',), ('c',), ('b',)]
    """
    if name not in RANKINGS:
        raise UnknownName("ranking", name, tuple(RANKINGS))
    keys = RANKINGS[name](framework, 2 * len(framework.arguments) if depth is None else depth)
    ranks: dict[object, list[str]] = {}
    for argument in framework.arguments:
        ranks.setdefault(keys[argument], []).append(argument)
    return [tuple(ranks[key]) for key in sorted(ranks)]  # type: ignore[type-var] # numbers, or lists of them


def categoriser(framework: Framework) -> dict[str, float]:
    """The strength 1 / (1 + the sum of the attackers' strengths) of each argument."""
    return _settled(framework, lambda attackers: 1 / (1 + sum(attackers)))


def counting(framework: Framework, *, damping: float = 0.9) -> dict[str, float]:
    """One less the attackers' strengths, damped and divided by the most attackers that any argument has."""
    most = max([len(each) for each in framework.graph.attackers], default=0) or 1
    return _settled(framework, lambda attackers: 1 - damping * sum(attackers) / most)


def _settled(
    framework: Framework, strength: Callable[[Sequence[float]], float]
) -> dict[str, float]:
    """The strengths that reproduce themselves, from 1 on; both functions here settle for every framework."""
    attackers = framework.graph.attackers
    values, moved, rounds = [1.0] * len(attackers), 1.0, 0
    while moved > _STILL and rounds < _ROUNDS:
        new = [strength([values[b] for b in each]) for each in attackers]
        moved = max(
            [abs(after - before) for after, before in zip(new, values, strict=True)], default=0
        )
        values, rounds = new, rounds + 1
    return dict(zip(framework.arguments, values, strict=True))


def _rounded(scores: Mapping[str, float]) -> dict[str, object]:
    return {name: -round(score, _EQUAL) for name, score in scores.items()}


def _burdens(framework: Framework, depth: int) -> dict[str, object]:
    """The burdens of each step: 1 and the sum of 1 / burden of the attackers; fewer are better, the first step counts most."""
    attackers = framework.graph.attackers
    now = [Fraction(1)] * len(attackers)
    sequences: list[list[Fraction]] = [[] for _ in attackers]
    for _ in range(depth):
        now = [1 + sum([1 / now[b] for b in each], Fraction(0)) for each in attackers]
        for sequence, value in zip(sequences, now, strict=True):
            sequence.append(value)
    return dict(zip(framework.arguments, map(tuple, sequences), strict=True))


def _discussions(framework: Framework, depth: int) -> dict[str, object]:
    """How many attacks, then defences, then attacks on those ... end at each; defences count as less."""
    attackers = framework.graph.attackers
    now = [1] * len(attackers)
    sequences: list[list[int]] = [[] for _ in attackers]
    for step in range(1, depth + 1):
        for sequence, walks in zip(sequences, now, strict=True):
            sequence.append(-walks if step % 2 else walks)
        now = [sum([now[b] for b in each]) for each in attackers]
    return dict(zip(framework.arguments, map(tuple, sequences), strict=True))


RANKINGS: Mapping[str, Callable[[Framework, int], dict[str, object]]] = {
    "categoriser": lambda framework, depth: _rounded(categoriser(framework)),
    "counting": lambda framework, depth: _rounded(counting(framework)),
    "burden": _burdens,
    "discussion": _discussions,
}
"""What each ranking compares, less being better."""
