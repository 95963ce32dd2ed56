"""Initial sets: the smallest admissible sets that aren't empty, the places where a debate can be begun."""

from __future__ import annotations

from collections.abc import Iterator

from .encoding import Encoding, MakeSolver
from .graph import AttackGraph, components
from .sat import Solver

__all__ = ["initial"]


def initial(graph: AttackGraph, *, make: MakeSolver = Solver) -> Iterator[int]:
    """The minimal admissible sets but the empty one, as bits, each once.

    Each lies within one strong component (Xu and Cayrol 2018, Journal of Applied Non-Classical Logics 28, p. 260; Thimm 2022), and all
    who attack it lie there too.
    """
    parts = components(range(len(graph)), graph.attacked, lambda each: True)
    for part in parts:
        inside = set(part)
        shut = [at for at, a in enumerate(part) if any(b not in inside for b in graph.attackers[a])]
        encoding = Encoding(graph.part(part), "admissible", barred=shut, make=make)
        encoding.block(range(len(part)))
        while encoding.solve():
            smallest = _shrunk(encoding)
            yield sum([1 << part[at] for at in smallest])
            encoding.solver.add([-encoding.accepted[at] for at in smallest])


def _shrunk(encoding: Encoding) -> list[int]:
    """A smallest set within the one found last."""
    while _smaller(encoding):
        pass
    return encoding.set()


def _smaller(encoding: Encoding) -> bool:
    """Whether there is a set within the one found last; if so it is found."""
    found = encoding.set()
    inside = set(found)
    less = encoding.solver.variable()
    encoding.solver.add([-less, *[-encoding.accepted[a] for a in found]])
    others = [-v for a, v in enumerate(encoding.accepted) if a not in inside]
    smaller = encoding.solve([less, *others])
    encoding.solver.add([-less])
    return smaller
