"""How much one strength hangs on the weights of all others: slopes, removals, shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import comb

from attrs import evolve

from .influence import pair_of
from .qbaf import Node, Qbaf
from .strengths import Strengths, strengths

__all__ = ["gradient", "removal", "shapley"]

_ROUNDS = 2_000
_STILL = 1e-13
EXACT = 15
"""Of so many arguments Shapley's shares are computed over all subsets."""


def gradient(found: Strengths, name: str) -> Mapping[str, float]:
    """How fast the strength of ``name`` grows with the base weight of each argument, for all of them in one reverse pass.

    The derivative, and where there is a kink (``min``, ``top``) that of the first of the equals. On circles the slopes are
    gone round as the strengths were (Potyka 2019; Yin, Potyka and Toni 2023, ECAI, p. 2937); those of ``trust`` have many places to
    settle and no slopes there. In time linear in the framework where there are no circles.
    """
    nodes = found.framework.nodes
    pulls = [0.0] * len(nodes)
    own = [0.0] * len(nodes)
    pulls[found.framework.number_of(name)] = 1.0
    for part in reversed(found.framework.parts):
        if any(pulls[each] for each in part):
            inside: set[int] = set()
            if len(part) > 1 or part[0] in nodes[part[0]].bears():
                inside.update(part)
                _go_round(found, part, pulls)
            for each in part:
                pull = pulls[each]
                in_base, bearing = _slopes(found, nodes[each])
                own[each] = pull * in_base
                for other, slope in bearing:
                    if other not in inside:
                        pulls[other] += pull * slope
    return dict(zip(found.framework.bases, own, strict=True))


def _go_round(found: Strengths, part: Sequence[int], pulls: list[float]) -> None:
    """Add to the pulls on a circle what its members pull at one another, until nothing moves any more."""
    inside = set(part)
    source = {each: pulls[each] for each in part}
    behind: dict[int, list[tuple[int, float]]] = {each: [] for each in part}
    for each in part:
        for other, slope in _slopes(found, found.framework.nodes[each])[1]:
            if other in inside:
                behind[other].append((each, slope))
    moved, rounds = 1.0, 0
    while moved > _STILL and rounds < _ROUNDS:
        new = {a: source[a] + sum([pulls[b] * slope for b, slope in behind[a]]) for a in part}
        moved = max([abs(pulls[a] - value) for a, value in new.items()])
        for each, value in new.items():
            pulls[each] = value
        rounds += 1


def _slopes(found: Strengths, node: Node) -> tuple[float, list[tuple[int, float]]]:
    """How fast a strength grows with its own base weight, and with each strength that bears on it."""
    values = found.numbers
    attackers = [values[each] for each in node.attackers]
    supporters = [values[each] for each in node.supporters]
    needs = [values[each] for each in node.needs]
    share = found.framework.share(needs)
    in_base, against, for_it = pair_of(found.model).slopes(node.base * share, attackers, supporters)
    bearing = [
        *zip(node.attackers, against, strict=True),
        *zip(node.supporters, for_it, strict=True),
    ]
    for at, each in enumerate(node.needs):
        bearing.append((each, in_base * node.base * _of_share(found.framework, needs, at)))
    return in_base * share, bearing


def _of_share(framework: Qbaf, needs: Sequence[float], at: int) -> float:
    """How fast what premises are worth together grows with one of them."""
    if framework.together == "min":
        return float(needs.index(min(needs)) == at)
    return framework.share([each for other, each in enumerate(needs) if other != at])


def removal(found: Strengths, name: str, argument: str) -> float:
    """By how much the strength of ``name`` would be less if ``argument`` were not there (Čyras, Kampik and Weng 2022)."""
    return found[name] - _without(found, [argument])[name]


def shapley(found: Strengths, name: str) -> Mapping[str, float]:
    """The fair share that each other argument has in the strength of ``name``; they add up to what it gains over being alone.

    The mean of what an argument adds over all orders in which the others could come (Shapley 1953; for frameworks Amgoud,
    Ben-Naim and Vesic 2017). Only those from which a path leads to ``name`` have one. Raises `ValueError` for more than 15 of
    them: the subsets double with each.
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
            worth[kept] = _without(found, [each for each in others if each not in kept])[name]
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
