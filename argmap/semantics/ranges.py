"""Semi-stable and stage labellings: those that leave the least undecided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .encoding import Encoding, MakeSolver
from .foundations import Foundations
from .graph import AttackGraph
from .grounded import UNDECIDED, grounded
from .labellings import labellings
from .replay import together
from .sat import Solver

__all__ = ["ranges", "semi_stable", "stage"]


def semi_stable(
    graph: AttackGraph,
    *,
    foundations: Foundations | None = None,
    start: Sequence[int] | None = None,
    counted: int | None = None,
    make: MakeSolver = Solver,
) -> Iterator[tuple[int, ...]]:
    """The complete labellings with the least undecided, as sets; the stable ones where there are any.

    Caminada, Carnielli and Dunne 2012, Journal of Logic and Computation 22, p. 1207. ``counted``: only the first so
    many arguments count, the others are helpers.
    """

    def solve(
        part: AttackGraph, circles: Foundations | None, members: Sequence[int]
    ) -> Iterator[Sequence[int]]:
        stable = labellings(part, "stable", foundations=circles, make=make)
        first = next(stable, None)
        if first is not None:
            yield first
            yield from stable
            return
        encoding = Encoding(part, "complete", foundations=circles, make=make)
        matter = [at for at, each in enumerate(members) if counted is None or each < counted]
        yield from _most_decided(encoding, matter)

    return together(graph, grounded(graph) if start is None else start, solve, foundations)


def stage(graph: AttackGraph, *, make: MakeSolver = Solver) -> Iterator[tuple[int, ...]]:
    """The labellings of the conflict-free sets whose range, with what they attack, is largest.

    Verheij 1996, NAIC'96, p. 357.
    """

    def solve(
        part: AttackGraph, circles: Foundations | None, members: Sequence[int]
    ) -> Iterator[Sequence[int]]:
        yield from _most_decided(Encoding(part, "conflict-free", make=make), range(len(part)))

    return together(graph, [UNDECIDED] * len(graph), solve)


def _most_decided(encoding: Encoding, matter: Sequence[int]) -> Iterator[list[int]]:
    """The labellings of an encoding of which no other decides more of what matters."""
    for kept in ranges(encoding, matter):
        only = encoding.solver.variable()
        while encoding.solve([only, *kept]):
            yield encoding.labels
            chosen = set(encoding.set())
            others = [-v if a in chosen else v for a, v in enumerate(encoding.accepted)]
            encoding.solver.add([-only, *others])
        encoding.solver.add([-only])


def ranges(encoding: Encoding, matter: Sequence[int]) -> Iterator[list[int]]:
    """The largest sets of what is decided of what matters, as literals to assume, each once.

    While one is at hand the encoding may be asked for labellings that have it.
    """
    solver = encoding.solver
    decided = {argument: solver.variable() for argument in matter}
    for argument, variable in decided.items():
        yes, no = encoding.accepted[argument], encoding.rejected[argument]
        solver.add([-variable, yes, no])
        solver.add([variable, -yes])
        solver.add([variable, -no])
    while encoding.solve():
        found = _grown(encoding, decided)
        yield [decided[argument] for argument in found]
        chosen = set(found)
        solver.add([variable for a, variable in decided.items() if a not in chosen])


def _grown(encoding: Encoding, decided: Mapping[int, int]) -> list[int]:
    """What a labelling decides that can't decide more, starting from the one found last."""
    while _decides_more(encoding, decided):
        pass
    return _decided(encoding, decided)


def _decided(encoding: Encoding, decided: Mapping[int, int]) -> list[int]:
    return [argument for argument in decided if encoding.labels[argument] != UNDECIDED]


def _decides_more(encoding: Encoding, decided: Mapping[int, int]) -> bool:
    """Whether some labelling decides more than the one found last; if so it is found."""
    found = _decided(encoding, decided)
    chosen = set(found)
    more = encoding.solver.variable()
    others = [variable for argument, variable in decided.items() if argument not in chosen]
    encoding.solver.add([-more, *others])
    grown = encoding.solve([more, *[decided[argument] for argument in found]])
    encoding.solver.add([-more])
    return grown
