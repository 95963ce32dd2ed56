"""Strengths of claims and links under a gradual model.

Without circles each strength is computed once, behind what it rests on. Circles are gone round until nothing moves any more, and the
answer says whether it came to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import frozen

from ..errors import UnknownName
from ..model.map import ArgumentMap
from ..pause import no_garbage
from .influence import AGGREGATIONS, DAMPING, INFLUENCES, MODELS, pair_of
from .qbaf import Node, Qbaf, qbaf

__all__ = ["Strengths", "model_of", "strength_of", "strengths"]

StrengthOf: TypeAlias = Callable[[Node, Sequence[float]], float]


@frozen(eq=False, repr=False)
class Strengths(Mapping[str, float]):
    """The strength of each argument, by name, in [0, 1].

    ``converged`` is false if circles still moved by more than the tolerance when the iterations ran out; ``residual`` is by how much they
    moved last, ``iterations`` how often the slowest was gone round.
    """

    framework: Qbaf
    model: tuple[str, str]
    numbers: tuple[float, ...]
    converged: bool
    residual: float
    iterations: int

    def __getitem__(self, name: str) -> float:
        return self.numbers[self.framework.number_of(name)]

    def __contains__(self, name: object) -> bool:
        return name in self.framework.bases

    def get(self, name: str, default: Any = None) -> Any:
        """The strength of an argument, or ``default`` for another name."""
        if name not in self:
            return default
        return self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.framework.bases)

    def __len__(self) -> int:
        return len(self.framework.bases)

    def __repr__(self) -> str:
        settled = "converged" if self.converged else "not converged"
        return f"<Strengths by {' and '.join(self.model)} of {len(self)}: {settled}>"


@no_garbage()
def strengths(
    thing: ArgumentMap | Qbaf,
    model: str = "df-quad",
    *,
    aggregation: str | None = None,
    influence: str | None = None,
    iterations: int = 10_000,
    tolerance: float = 1e-12,
    damping: float | None = None,
) -> Strengths:
    """The strengths of a map's claims and links, or of a quantitative framework's arguments.

    ``model`` is df-quad, quad, euler, quadratic-energy, euler-top or mlp; of attacks alone h-categorizer, max-based, card-based or
    trust-based. ``aggregation`` (sum, product, top, card) and ``influence`` (linear, mean-linear, euler, 1-max, 2-max, logistic,
    quotient, trust) take another pair. A map is read as `qbaf` reads it. Circles are gone round at most ``iterations`` times, each time moving by
    ``damping`` of the way, all of it if nothing else is said or the model's own, until no strength moves by more than ``tolerance``. Raises
    `UnknownName`, and `ValueError` for less than one iteration, a tolerance below 0, or a damping that isn't above 0 and at most 1.

    >>> framework = Qbaf({"a": 0.5, "b": 1.0}, attacks=[("b", "a")])
    >>> strengths(framework, "euler")["a"] < 0.5, strengths(framework)["a"]
    (True, 0.0)
    """
    framework = thing if isinstance(thing, Qbaf) else qbaf(thing)
    pair = model_of(model, aggregation, influence)
    damping = DAMPING.get(pair[1], 1.0) if damping is None else damping
    _fit(iterations, tolerance, damping)
    nodes = framework.nodes
    values = [node.base for node in nodes]
    worst, most = 0.0, 0
    of = strength_of(framework, pair)
    start, parts = framework.start_and_parts
    for each in start:
        node = nodes[each]
        base, needs, attackers, supporters = node
        if attackers or supporters or len(needs) > 1:
            values[each] = of(node, values)
        elif needs:  # most links
            values[each] = base * values[needs[0]]
    for part in parts:
        if framework.goes_round(part):
            moved, rounds = _settled(of, nodes, part, values, iterations, tolerance, damping)
            worst, most = max(worst, moved), max(most, rounds)
        else:
            values[part[0]] = of(nodes[part[0]], values)
    return Strengths(framework, pair, tuple(values), worst <= tolerance * damping, worst, most)


def _fit(iterations: int, tolerance: float, damping: float) -> None:
    """Raise `ValueError` for numbers under which nothing could settle, or would seem to."""
    if not iterations >= 1:
        raise ValueError(f"circles are gone round at least once: iterations={iterations!r}")
    if not tolerance >= 0:
        raise ValueError(f"a tolerance is 0 or more, not {tolerance!r}")
    if not 0 < damping <= 1:
        raise ValueError(f"a damping is above 0 and at most 1, not {damping!r}")


def model_of(model: str, aggregation: str | None, influence: str | None) -> tuple[str, str]:
    """The names of an aggregation and an influence; raises `UnknownName`."""
    if model not in MODELS:
        raise UnknownName("model of strengths", model, tuple(MODELS))
    pair = aggregation or MODELS[model][0], influence or MODELS[model][1]
    if pair[0] not in AGGREGATIONS:
        raise UnknownName("aggregation", pair[0], tuple(AGGREGATIONS))
    if pair[1] not in INFLUENCES:
        raise UnknownName("influence", pair[1], tuple(INFLUENCES))
    return pair


def strength_of(framework: Qbaf, pair: tuple[str, str]) -> StrengthOf:
    """What tells the strength of one argument under a model, if the others have these."""
    share, moved = framework.share, pair_of(pair).strength

    def strength(node: Node, values: Sequence[float]) -> float:
        base, needs, attackers, supporters = node
        if needs:
            base *= share([values[each] for each in needs])
        if not attackers and not supporters:
            return base
        against, for_it = (
            [values[each] for each in attackers],
            [values[each] for each in supporters],
        )
        return moved(base, against, for_it)

    return strength


def _settled(
    of: StrengthOf,
    nodes: Sequence[Node],
    part: Sequence[int],
    values: list[float],
    iterations: int,
    tolerance: float,
    damping: float,
) -> tuple[float, int]:
    """Go round a circle until it moves no more; by how much it moved last, and how often it was gone round."""
    moved, rounds = 1.0, 0
    while moved > tolerance * damping and rounds < iterations:
        now = [values[each] for each in part]
        new = [of(nodes[each], values) for each in part]
        steps = [damping * (after - before) for after, before in zip(new, now, strict=True)]
        for each, before, step in zip(part, now, steps, strict=True):
            values[each] = before + step
        moved = max(map(abs, steps))
        rounds += 1
    return moved, rounds
