"""Sets of arguments that are reason enough for one: the smallest of them, in abstract frameworks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from .framework import Framework
from .graph import AttackGraph

__all__ = ["minimal_defences", "smallest_defences"]


def smallest_defences(framework: Framework, argument: str) -> tuple[tuple[str, ...], ...]:
    """The smallest strongly admissible sets that have an argument, all of one size; none unless the grounded extension has it.

    Each member is defended by others that don't rest on it, so that the set by itself shows why the argument stands (Caminada and Dunne
    2019, Argument & Computation 10, p. 213). Whether there is one of a given size is NP-complete; the search goes by size.
    Raises `UnknownId`.

    >>> chain = Framework(["a", "b", "c"], [("a", "b"), ("b", "c")])
    >>> smallest_defences(chain, "c")
    (('a', 'c'),)
    """
    if not framework.skeptical(argument, "grounded"):
        return ()
    for level in _levels(framework.graph, framework.arguments.index(argument), strong=True):
        found = [chosen for chosen in level if not _open(framework.graph, chosen, strong=True)]
        if found:
            return _named(framework, found)
    return ()  # pragma: no cover - the grounded extension itself is such a set


def minimal_defences(framework: Framework, argument: str) -> tuple[tuple[str, ...], ...]:
    """The admissible sets that have an argument and no smaller one within that does, the smallest first.

    Each is a position from which the argument can be defended; there are none for one that no preferred extension has, and there may be
    exponentially many. Raises `UnknownId`.
    """
    framework.credulous(argument)
    minimal: list[tuple[int, ...]] = []
    for level in _levels(framework.graph, framework.arguments.index(argument), strong=False):
        for chosen in level:
            inside = set(chosen)
            if not any(inside.issuperset(one) for one in minimal) and not _open(
                framework.graph, chosen, strong=False
            ):
                minimal.append(chosen)
    return _named(framework, minimal)


def _named(framework: Framework, sets: Iterable[Sequence[int]]) -> tuple[tuple[str, ...], ...]:
    names = framework.arguments
    return tuple([tuple([names[each] for each in chosen]) for chosen in sets])


def _levels(graph: AttackGraph, start: int, *, strong: bool) -> Iterator[list[tuple[int, ...]]]:
    """Conflict-free sets with an argument, size by size, each grown by what answers an attack that is still open.

    Every set that defends the argument is among them: whatever attack is open, one of its members answers it.
    """
    level: list[tuple[int, ...]] = [(start,)] if start not in graph.attacked[start] else []
    while level:
        yield level
        larger: dict[tuple[int, ...], None] = {}
        for chosen in level:
            for answer in dict.fromkeys(_open(graph, chosen, strong=strong)):
                if answer not in chosen and _peaceful(graph, chosen, answer):
                    larger[tuple(sorted((*chosen, answer)))] = None
        level = list(larger)


def _peaceful(graph: AttackGraph, chosen: Collection[int], new: int) -> bool:
    hostile = (*graph.attackers[new], *graph.attacked[new])
    return new not in hostile and not any(each in chosen for each in hostile)


def _open(graph: AttackGraph, chosen: Sequence[int], *, strong: bool) -> list[int]:
    """What could answer an attack that is still open, and an impossible answer if nothing could; nothing if all are answered."""
    answered = _answered(graph, chosen, strong=strong)
    found: list[int] = []
    for member in chosen:
        open_attacks = [each for each in graph.attackers[member] if each not in answered]
        if open_attacks:
            found += graph.attackers[open_attacks[0]] or [member]
            if not strong:
                break
    return found


def _answered(graph: AttackGraph, chosen: Sequence[int], *, strong: bool) -> set[int]:
    """What a set attacks; if ``strong``, by members that don't rest on what they defend."""
    if not strong:
        return {each for member in chosen for each in graph.attacked[member]}
    hit: set[int] = set()
    waiting = list(chosen)
    while ready := [m for m in waiting if hit.issuperset(graph.attackers[m])]:
        waiting = [member for member in waiting if member not in ready]
        hit.update(*[graph.attacked[member] for member in ready])
    return hit
