"""A graph's labellings as clauses: two variables an argument, whether it is accepted and whether it is rejected.

The clauses are those of Besnard and Doutre (2004, NMR, p. 59) with labels, as Cerutti, Giacomin and Vallati
(2019, Artificial Intelligence 276, p. 137) compare them. Circles of support get a clause for each unfounded set when one
turns up (Lin and Zhao 2004, Artificial Intelligence 157, p. 115), for what is accepted and for what is not rejected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, Protocol, TypeAlias

from .foundations import Foundations, unfounded
from .graph import AttackGraph
from .grounded import ACCEPTED, REJECTED, UNDECIDED
from .sat import Solver

__all__ = ["ClauseSolver", "Encoding", "MakeSolver"]

Demand: TypeAlias = Literal["conflict-free", "admissible", "complete", "stable"]


class ClauseSolver(Protocol):
    """What solves clauses; literals are whole numbers as in DIMACS."""

    def variable(self) -> int:
        """A new variable."""
        ...

    def add(self, literals: Iterable[int]) -> None:
        """Demand that one of the literals holds."""
        ...

    def solve(self, assumptions: Sequence[int] = ()) -> bool:
        """Whether the clauses can hold together with the literals assumed."""
        ...

    def value(self, variable: int) -> bool:
        """Whether a variable is true in the model found last."""
        ...


MakeSolver: TypeAlias = Callable[[], ClauseSolver]


class Encoding:
    """The labellings of a graph that meet a demand, to be asked for with further demands.

    ``barred`` can't be accepted. ``accepted[a]`` and ``rejected[a]`` are variables; `solve` leaves the labels of a
    labelling that it found in ``labels``.
    """

    def __init__(
        self,
        graph: AttackGraph,
        demand: Demand,
        *,
        barred: Iterable[int] = (),
        foundations: Foundations | None = None,
        make: MakeSolver = Solver,
    ) -> None:
        self.graph = graph
        self.solver = make()
        self.accepted = [self.solver.variable() for _ in graph.attackers]
        self.rejected = [self.solver.variable() for _ in graph.attackers]
        self.labels = [UNDECIDED] * len(graph)
        self._foundations = foundations
        kept_out = set(barred)
        for argument in range(len(graph)):
            self._argument(argument, demand, barred=argument in kept_out)

    def _argument(self, argument: int, demand: Demand, *, barred: bool) -> None:
        add, accepted, rejected = self.solver.add, self.accepted, self.rejected
        attackers = self.graph.attackers[argument]
        add([-accepted[argument], -rejected[argument]])
        add([-rejected[argument], *[accepted[attacker] for attacker in attackers]])
        for attacker in attackers:
            add([rejected[argument], -accepted[attacker]])
            if demand != "conflict-free":
                add([-accepted[argument], rejected[attacker]])
        if barred:
            add([-accepted[argument]])
        elif demand in ("complete", "stable"):
            add([accepted[argument], *[-rejected[attacker] for attacker in attackers]])
        if demand == "stable":
            add([accepted[argument], rejected[argument]])

    def solve(self, assumptions: Sequence[int] = ()) -> bool:
        """Whether there is such a labelling with the literals assumed; if so it stands in ``labels``, else what stood there stays."""
        while self.solver.solve(assumptions):
            value = self.solver.value
            labels = [
                ACCEPTED if value(yes) else REJECTED if value(no) else UNDECIDED
                for yes, no in zip(self.accepted, self.rejected, strict=True)
            ]
            if self._foundations is None or not self._forbid_unfounded(self._foundations, labels):
                self.labels = labels
                return True
        return False

    def _forbid_unfounded(self, foundations: Foundations, labels: Sequence[int]) -> bool:
        """Forbid the sets of a labelling that hold themselves up; whether there was one."""
        found = False
        for least in (ACCEPTED, UNDECIDED):
            loop = unfounded(self.graph, foundations, labels, least)
            if loop:
                found = True
                bodies = foundations.bodies(self.graph, loop)
                if least == ACCEPTED:
                    founded = [self.accepted[link] for link in bodies]
                    clauses = [[-self.accepted[each], *founded] for each in loop]
                else:
                    founded = [-self.rejected[link] for link in bodies]
                    clauses = [[self.rejected[each], *founded] for each in loop]
                for clause in clauses:
                    self.solver.add(clause)
        return found

    def set(self) -> list[int]:
        """The arguments accepted in the labelling found last."""
        return [argument for argument, label in enumerate(self.labels) if label == ACCEPTED]

    def block(self, members: Iterable[int]) -> None:
        """Ask from now on only for labellings in which one of ``members`` is accepted."""
        self.solver.add([self.accepted[member] for member in members])

    def block_exactly(self, accepted: Iterable[int]) -> None:
        """Ask from now on only for labellings that accept another set."""
        chosen = set(accepted)
        self.solver.add(
            [
                -variable if argument in chosen else variable
                for argument, variable in enumerate(self.accepted)
            ]
        )

    def grow(self, assumptions: Sequence[int] = ()) -> list[int]:
        """A largest set that contains the one found last and meets the assumptions."""
        while self._larger(assumptions):
            pass
        return self.set()

    def _larger(self, assumptions: Sequence[int]) -> bool:
        """Whether there is a larger set than the one found last; if so it is found."""
        found = self.set()
        chosen = set(found)
        more = self.solver.variable()
        others = [v for argument, v in enumerate(self.accepted) if argument not in chosen]
        self.solver.add([-more, *others])
        kept = [self.accepted[argument] for argument in found]
        larger = self.solve([*assumptions, more, *kept])
        self.solver.add([-more])
        return larger
