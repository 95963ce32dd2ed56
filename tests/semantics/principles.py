"""Principles that a semantics may have, each by its definition, tried on frameworks as argmap solves them.

A framework is a size and pairs of numbers, a set of arguments a whole number, bit i for argument i. The definitions are those of
Baroni and Giacomin 2007 (Artificial Intelligence 171, p. 675), van der Torre and Vesic 2017 (IfCoLog Journal of Logics 4, p. 2735),
Baumann, Brewka and Ulbricht 2020 (KR, p. 79) and, for kernels, Oikarinen and Woltran 2011 (Artificial Intelligence 175, p. 1985).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any, TypeAlias

from argmap.semantics.extensions import extensions_of
from argmap.semantics.graph import AttackGraph
from argmap.semantics.sat import Solver

Pairs: TypeAlias = tuple[tuple[int, int], ...]
Principle: TypeAlias = Callable[[str, int, Pairs], bool]

ORACLES = Path(__file__).parent / "oracles"
CODES = {
    "AD": "admissible",
    "CO": "complete",
    "GR": "grounded",
    "PR": "preferred",
    "ST": "stable",
    "SST": "semi-stable",
    "STG": "stage",
    "NA": "naive",
    "ID": "ideal",
    "EA": "eager",
    "CF2": "cf2",
    "STG2": "stage2",
    "SAD": "strongly-admissible",
    "WAD": "weakly-admissible",
}


@cache
def sets(semantics: str, size: int, attacks: Pairs) -> frozenset[int]:
    """The extensions of a framework, as argmap finds them."""
    found = extensions_of(AttackGraph.of(size, attacks), semantics, Solver)
    return frozenset([sum([1 << each for each in chosen]) for chosen in found])


@cache
def classes(largest: int) -> tuple[tuple[int, Pairs], ...]:
    """All frameworks of at most so many arguments, each class of those that differ in names alone by its first, in order."""
    found: list[tuple[int, Pairs]] = []
    for size in range(largest + 1):
        pairs = [(a, b) for a in range(size) for b in range(size)]
        seen = bytearray(1 << len(pairs))
        renamed = [
            [1 << pairs.index((order[a], order[b])) for a, b in pairs]
            for order in permutations(range(size))
        ]
        for mask in range(1 << len(pairs)):
            if not seen[mask]:
                there = [at for at in range(len(pairs)) if mask >> at & 1]
                for bits in renamed:
                    seen[sum([bits[at] for at in there])] = 1
                found.append((size, tuple([pairs[at] for at in there])))
    return tuple(found)


def counterexample(principle: str, semantics: str, largest: int) -> str | None:
    """The first framework of at most so many arguments in which a semantics lacks a principle, or None."""
    holds = PRINCIPLES[principle]
    for size, attacks in classes(largest):
        if not holds(semantics, size, attacks):
            return written(size, attacks)
    return None


def written(size: int, attacks: Pairs) -> str:
    """A framework as the oracle writes it: ``abc:ab,bc``."""
    names = "abcd"[:size]
    return f"{names}:{','.join([names[a] + names[b] for a, b in attacks])}"


def expected() -> dict[str, dict[str, str | None]]:
    """The oracle's table: by principle and code of a semantics the first counterexample."""
    table: dict[str, Any] = json.loads((ORACLES / "principles.json").read_text("utf-8"))["matrix"]
    return table


# What the definitions speak of.


def _members(chosen: int) -> list[int]:
    return [at for at in range(chosen.bit_length()) if chosen >> at & 1]


def _hit(chosen: int, attacks: Pairs) -> int:
    hit = 0
    for a, b in attacks:
        if chosen >> a & 1:
            hit |= 1 << b
    return hit


def _defended(chosen: int, size: int, attacks: Pairs) -> int:
    """All whose attackers a set attacks."""
    hit = _hit(chosen, attacks)
    bad = 0
    for a, b in attacks:
        if not hit >> a & 1:
            bad |= 1 << b
    return (1 << size) - 1 & ~bad


def _within(chosen: int, attacks: Pairs) -> tuple[int, Pairs]:
    """The framework of some arguments alone."""
    number = {old: new for new, old in enumerate(_members(chosen))}
    return len(number), tuple([(number[a], number[b]) for a, b in attacks if {a, b} <= {*number}])


def _lifted(chosen: int, inside: int) -> int:
    """A set of a part, in the numbers of the whole."""
    members = _members(chosen)
    return sum([1 << members[at] for at in _members(inside)])


def _part(semantics: str, chosen: int, attacks: Pairs) -> set[int]:
    return {_lifted(chosen, each) for each in sets(semantics, *_within(chosen, attacks))}


def _reduct(chosen: int, size: int, attacks: Pairs) -> int:
    """What a set leaves: all but itself and what it attacks."""
    return (1 << size) - 1 & ~(chosen | _hit(chosen, attacks))


def _unattacked_sets(size: int, attacks: Pairs, *, isolated: bool = False) -> Iterator[int]:
    for chosen in range(1, 1 << size):
        into = any(chosen >> b & 1 and not chosen >> a & 1 for a, b in attacks)
        out = isolated and any(chosen >> a & 1 and not chosen >> b & 1 for a, b in attacks)
        if not into and not out:
            yield chosen


def _grounded(size: int, attacks: Pairs) -> int:
    (found,) = sets("grounded", size, attacks)
    return found


def _all(test: Callable[[int, int, Pairs], bool]) -> Principle:
    """The principle that each extension has something."""
    return lambda semantics, size, attacks: all(
        test(each, size, attacks) for each in sets(semantics, size, attacks)
    )


def _inside(other: str) -> Principle:
    return lambda semantics, size, attacks: (
        sets(semantics, size, attacks) <= sets(other, size, attacks)
    )


def _reinstates_peacefully(chosen: int, size: int, attacks: Pairs) -> bool:
    for each in _members(_defended(chosen, size, attacks) & ~chosen):
        larger = chosen | 1 << each
        if not _hit(larger, attacks) & larger:
            return False
    return True


def _directional(semantics: str, size: int, attacks: Pairs) -> bool:
    whole = sets(semantics, size, attacks)
    return all(
        {each & chosen for each in whole} == _part(semantics, chosen, attacks)
        for chosen in _unattacked_sets(size, attacks)
    )


def _weakly_directional(semantics: str, size: int, attacks: Pairs) -> bool:
    whole = sets(semantics, size, attacks)
    return all(
        {each & chosen for each in whole} <= _part(semantics, chosen, attacks)
        for chosen in _unattacked_sets(size, attacks)
    )


def _does_not_interfere(semantics: str, size: int, attacks: Pairs) -> bool:
    whole = sets(semantics, size, attacks)
    return all(
        {each & chosen for each in whole} == _part(semantics, chosen, attacks)
        for chosen in _unattacked_sets(size, attacks, isolated=True)
    )


def _goes_on_from_grounded(semantics: str, size: int, attacks: Pairs) -> bool:
    start = _grounded(size, attacks)
    rest = _part(semantics, _reduct(start, size, attacks), attacks)
    return sets(semantics, size, attacks) == {start | each for each in rest}


def _modular(semantics: str, size: int, attacks: Pairs) -> bool:
    whole = sets(semantics, size, attacks)
    return all(
        chosen | more in whole
        for chosen in whole
        for more in _part(semantics, _reduct(chosen, size, attacks), attacks)
    )


def _maximal(semantics: str, size: int, attacks: Pairs) -> bool:
    whole = sets(semantics, size, attacks)
    return not any(one != other and not one & ~other for one in whole for other in whole)


def _ignores_a_self_attacker(semantics: str, size: int, attacks: Pairs) -> bool:
    larger = sets(semantics, size + 1, (*attacks, (size, size)))
    return larger == sets(semantics, size, attacks)


def _has_the_unattacked(chosen: int, size: int, attacks: Pairs) -> bool:
    attacked = {b for _, b in attacks}
    return all(chosen >> a & 1 for a in range(size) if a not in attacked)


def _kernel(drops: Callable[[int, int, Sequence[tuple[int, int]]], bool]) -> Principle:
    def holds(semantics: str, size: int, attacks: Pairs) -> bool:
        kept = tuple([(a, b) for a, b in attacks if a == b or not drops(a, b, attacks)])
        return sets(semantics, size, kept) == sets(semantics, size, attacks)

    return holds


PRINCIPLES: dict[str, Principle] = {
    "existence": lambda semantics, size, attacks: bool(sets(semantics, size, attacks)),
    "uniqueness": lambda semantics, size, attacks: len(sets(semantics, size, attacks)) == 1,
    "conflict-free": _inside("conflict-free"),
    "admissible": _inside("admissible"),
    "naive": _inside("naive"),
    "reinstatement": _all(lambda chosen, n, attacks: not _defended(chosen, n, attacks) & ~chosen),
    "weak reinstatement (⊇ grounded)": _all(
        lambda chosen, n, attacks: not _grounded(n, attacks) & ~chosen
    ),
    "CF-reinstatement": _all(_reinstates_peacefully),
    "I-maximality": _maximal,
    "directionality": _directional,
    "weak directionality": _weakly_directional,
    "non-interference": _does_not_interfere,
    "grounded reduct": _goes_on_from_grounded,
    "modularization": _modular,
    "isolated self-attacker ignored": _ignores_a_self_attacker,
    "unattacked accepted": _all(_has_the_unattacked),
    "kernel s (Oikarinen-Woltran)": _kernel(lambda a, b, attacks: (a, a) in attacks),
    "kernel a": _kernel(
        lambda a, b, attacks: (a, a) in attacks and ((b, a) in attacks or (b, b) in attacks)
    ),
    "kernel g": _kernel(
        lambda a, b, attacks: (b, b) in attacks and ((a, a) in attacks or (b, a) in attacks)
    ),
    "kernel c": _kernel(lambda a, b, attacks: (a, a) in attacks and (b, b) in attacks),
}
"""Whether a semantics has each principle in one framework."""
