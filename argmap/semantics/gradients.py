"""How much one strength hangs on the weights of all others: slopes, removals, shares."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import combinations
from math import comb
from typing import TypeAlias

from attrs import evolve

from ..pause import no_garbage
from .influence import of_others, pair_of
from .qbaf import Node, Qbaf
from .strengths import Strengths, strengths

__all__ = ["gradient", "removal", "shapley"]

SlopesOf: TypeAlias = Callable[[Node, float], tuple[float, list[tuple[int, float]]]]

_ROUNDS = 2_000
_STILL = 1e-13
EXACT = 15
"""Of so many arguments Shapley's shares are computed over all subsets."""


@no_garbage()
def gradient(found: Strengths, name: str) -> Mapping[str, float]:
    """How fast the strength of ``name`` grows with the base weight of each argument, for all of them in one reverse pass.

    The derivative, and where there is a kink (``min``, ``top``) that of the first of the equals. On circles the slopes are
    gone round as the strengths were (Potyka 2019; Yin, Potyka and Toni 2023, ECAI, p. 2937); those of ``trust`` have many places to
    settle and no slopes there. In time linear in the framework where there are no circles.
    """
    framework = found.framework
    nodes, slopes = framework.nodes, _slopes(found)
    pulls = [0.0] * len(nodes)
    own = [0.0] * len(nodes)
    pulls[framework.number_of(name)] = 1.0
    start, parts = framework.start_and_parts
    for part in reversed(parts):
        inside: Container[int] = ()
        if framework.goes_round(part):
            inside = set(part)
            _go_round(nodes, slopes, part, pulls)
        for each in part:
            own[each], bearing = slopes(nodes[each], pulls[each])
            for other, pull in bearing:
                if other not in inside:
                    pulls[other] += pull
    values = found.numbers
    for each in reversed(start):
        pull = pulls[each]
        if not pull:
            continue
        base, needs, attackers, supporters = nodes[each]
        if attackers or supporters or len(needs) > 1:
            own[each], bearing = slopes(nodes[each], pull)
            for other, further in bearing:
                pulls[other] += further
        elif needs:  # most links
            own[each] = pull * values[needs[0]]
            pulls[needs[0]] += pull * base
        else:
            own[each] = pull
    return dict(zip(framework.bases, own, strict=True))


def _go_round(
    nodes: Sequence[Node], slopes: SlopesOf, part: Sequence[int], pulls: list[float]
) -> None:
    """Add to the pulls on a circle what its members pull at one another, until nothing moves any more."""
    inside = set(part)
    source = {each: pulls[each] for each in part}
    behind: dict[int, list[tuple[int, float]]] = {each: [] for each in part}
    for each in part:
        for other, slope in slopes(nodes[each], 1.0)[1]:
            if other in inside:
                behind[other].append((each, slope))
    moved, rounds = 1.0, 0
    while moved > _STILL and rounds < _ROUNDS:
        new = {a: source[a] + sum([pulls[b] * slope for b, slope in behind[a]]) for a in part}
        moved = max([abs(pulls[a] - value) for a, value in new.items()])
        for each, value in new.items():
            pulls[each] = value
        rounds += 1


def _slopes(found: Strengths) -> SlopesOf:
    """What tells how fast a strength grows with its own base weight, and with each strength that bears on it.

    Both times a factor, the pull at the strength itself.
    """
    values, framework = found.numbers, found.framework
    of_pair = pair_of(found.model).slopes

    def slopes(node: Node, pull: float) -> tuple[float, list[tuple[int, float]]]:
        base, needs, attackers, supporters = node
        needed = [values[each] for each in needs]
        share = framework.share(needed) if needed else 1.0
        in_base = pull
        bearing: list[tuple[int, float]] = []
        if attackers or supporters:
            against = [values[each] for each in attackers]
            for_it = [values[each] for each in supporters]
            slope, down, up = of_pair(base * share, against, for_it)
            in_base *= slope
            bearing = [(a, pull * each) for a, each in zip(attackers, down, strict=True)]
            bearing += [(a, pull * each) for a, each in zip(supporters, up, strict=True)]
        for each, slope in zip(needs, _of_share(framework, needed), strict=True):
            bearing.append((each, in_base * base * slope))
        return in_base * share, bearing

    return slopes


def _of_share(framework: Qbaf, needs: Sequence[float]) -> list[float]:
    """How fast what premises are worth together grows with each of them."""
    if framework.together == "product" or len(needs) <= 1:
        return of_others(needs)
    least = needs.index(min(needs))
    return [float(at == least) for at in range(len(needs))]


def removal(found: Strengths, name: str, argument: str) -> float:
    """By how much the strength of ``name`` would be less if ``argument`` were not there (Čyras, Kampik and Weng 2022).

    What needs the argument goes with it: of a link nothing is left without one of its premises. Raises `UnknownId`.
    """
    found.framework.number_of(argument)
    return found[name] - _left(found, name, [argument])


def shapley(found: Strengths, name: str) -> Mapping[str, float]:
    """The fair share that each other argument has in the strength of ``name``; they add up to what it gains over being alone.

    The mean of what an argument adds over all orders in which the others could come (Shapley 1953; for frameworks Amgoud,
    Ben-Naim and Vesic 2017). Only those from which a path leads to ``name`` have one; of a link nothing is left without one of its
    premises. Raises `ValueError` for more than 15 of them: the subsets double with each.
    """
    others = _bearing_on(found, name)
    if len(others) > EXACT:
        raise ValueError(
            f"{len(others)} arguments bear on {name!r}, and shares are computed of at most {EXACT}"
        )
    worth: dict[frozenset[str], float] = {}
    for size in range(len(others) + 1):
        for chosen in combinations(others, size):
            kept = frozenset(chosen)
            worth[kept] = _left(found, name, [each for each in others if each not in kept])
    shares = {}
    for each in others:
        shares[each] = sum(
            (worth[kept | {each}] - worth[kept]) / (comb(len(others) - 1, len(kept)) * len(others))
            for kept in worth
            if each not in kept
        )
    return shares


def _bearing_on(found: Strengths, name: str) -> list[str]:
    """Those from which a path leads to an argument, but for itself."""
    nodes, names = found.framework.nodes, found.framework.arguments
    target = found.framework.number_of(name)
    seen = {target: None}
    todo = [target]
    for argument in todo:
        for each in nodes[argument].bears():
            if each not in seen:
                seen[each] = None
                todo.append(each)
    return [names[each] for each in sorted(seen) if each != target]


def _left(found: Strengths, name: str, gone: Iterable[str]) -> float:
    """The strength of one when some are taken away; 0 if it goes with them."""
    return float(_without(found, gone).get(name, 0.0))


def _without(found: Strengths, gone: Iterable[str]) -> Strengths:
    """The strengths when some arguments are taken away; what needs one of them is taken away as well."""
    left, framework = dict.fromkeys(gone), found.framework
    todo = list(left)
    users: dict[str, list[str]] = {}
    for user, needed in framework.needs.items():
        for each in needed:
            users.setdefault(each, []).append(user)
    for each in todo:
        for user in users.get(each, ()):
            if user not in left:
                left[user] = None
                todo.append(user)
    smaller = evolve(
        framework,
        bases={name: base for name, base in framework.bases.items() if name not in left},
        attacks=[pair for pair in framework.attacks if not left.keys() & set(pair)],
        supports=[pair for pair in framework.supports if not left.keys() & set(pair)],
        needs={name: needed for name, needed in framework.needs.items() if name not in left},
    )
    aggregation, influence = found.model
    return strengths(smaller, aggregation=aggregation, influence=influence)
