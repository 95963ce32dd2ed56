"""A solver for clauses that can be added to: conflict-driven clause learning.

Variables are whole numbers from 1, a literal is a variable or its negative, as in DIMACS. Inside, a literal is
``2 * variable``, or one more for the negative, so that ``literal ^ 1`` is its opposite.

Two watched literals a clause, with clauses of two in lists of their own; the first unique implication point,
minimised; activities that decay, on a heap; saved phases; restarts after Luby's series; long clauses forgotten
(Eén and Sörensson 2003, "An Extensible SAT-solver"; Audemard and Simon 2009 for the blocks distance).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain, count
from typing import TypeAlias
from warnings import warn

from ..errors import HardSearchWarning

__all__ = ["GaveUp", "Solver"]

_RESTART = 64
_DECAY = 1.0526
_LARGEST = 1e100
_KEPT_DISTANCE = 3
_HARD = 5_000  # conflicts: seconds in Python, a blink for a solver in C

Clause: TypeAlias = list[int]
Reason: TypeAlias = int | Clause | None
"""Why a literal holds: the other literal of a clause of two, a longer clause, or a decision."""


class GaveUp(Exception):
    """A solver met as many conflicts as it may."""


class Solver:
    """Clauses, and whether they can hold together; it changes as it learns.

    New variables are tried as true first. After ``most`` conflicts in all its searches it raises `GaveUp`; if nothing is said, never.

    >>> solver = Solver()
    >>> solver.add([1, 2])
    >>> solver.add([-1, 2])
    >>> solver.solve(), solver.value(2), solver.solve([-2])
    (True, True, False)
    """

    def __init__(self, most: int | None = None) -> None:
        self._most = most
        self._values = [0, 0]
        self._levels = [0]
        self._reasons: list[Reason] = [None]
        self._activity = [0.0]
        self._phases = [0]
        self._seen = [False]
        self._pairs: list[list[int]] = [[], []]
        self._watches: list[list[tuple[Clause, int]]] = [[], []]
        self._trail: list[int] = []
        self._starts: list[int] = []
        self._next = 0
        self._heap: list[tuple[float, int]] = []
        self._step = 1.0
        self._learnt: list[tuple[int, Clause]] = []
        self._most_learnt = 2_000
        self._consistent = True
        self._model: list[int] = []
        self._conflicts = 0

    def variable(self) -> int:
        """A new variable."""
        self._reach(len(self._levels))
        return len(self._levels) - 1

    def value(self, variable: int) -> bool:
        """Whether a variable is true in the model that `solve` found last."""
        return variable < len(self._model) and self._model[variable] > 0

    def add(self, literals: Iterable[int]) -> None:
        """Demand that one of the literals holds."""
        self._backtrack(0)
        clause: dict[int, None] = {}
        for literal in literals:
            self._reach(abs(literal))
            inner = _inner(literal)
            if inner ^ 1 in clause or self._values[inner] > 0:
                return
            if self._values[inner] == 0:
                clause[inner] = None
        self._keep(list(clause))

    def solve(self, assumptions: Sequence[int] = ()) -> bool:
        """Whether the clauses can hold together with the literals assumed; if so, `value` tells how."""
        self._backtrack(0)
        for literal in assumptions:
            self._reach(abs(literal))
        assumed = [_inner(literal) for literal in assumptions]
        restarts = _restarts()
        while (answer := self._search(assumed, most := next(restarts) * _RESTART)) is None:
            self._tell_if_hard(most)
            self._backtrack(0)
            if len(self._learnt) > self._most_learnt:
                self._forget()
        self._backtrack(0)
        return answer

    def _tell_if_hard(self, conflicts: int) -> None:
        """Count conflicts, warn once that there are very many, and give up where there are more than there may be."""
        before, self._conflicts = self._conflicts, self._conflicts + conflicts
        if before < _HARD <= self._conflicts:
            from ..installed import how_to_add  # here, as it is rarely needed

            warn(
                f"{self._conflicts:,} conflicts, and no answer yet: this framework is hard, and argmap's own solver, in Python, may "
                f"take very long; {how_to_add('sat')} brings solvers that are much quicker",
                HardSearchWarning,
                stacklevel=3,
            )
        if self._most is not None and self._conflicts >= self._most:
            raise GaveUp

    def _reach(self, variable: int) -> None:
        """Make every variable up to this one."""
        while len(self._levels) <= variable:
            heappush(self._heap, (0.0, len(self._levels)))
            self._values += (0, 0)
            self._levels.append(0)
            self._reasons.append(None)
            self._activity.append(0.0)
            self._phases.append(0)
            self._seen.append(False)
            self._pairs += ([], [])
            self._watches += ([], [])

    def _keep(self, clause: Clause) -> None:
        """Keep a clause none of whose literals is decided."""
        if len(clause) > 1:
            self._attach(clause)
        elif not clause:
            self._consistent = False
        elif self._consistent:
            self._set(clause[0], None)
            self._consistent = self._propagate() is None

    def _attach(self, clause: Clause) -> None:
        first, second = clause[0], clause[1]
        if len(clause) == 2:
            self._pairs[first ^ 1].append(second)
            self._pairs[second ^ 1].append(first)
        else:
            self._watches[first ^ 1].append((clause, second))
            self._watches[second ^ 1].append((clause, first))

    def _set(self, literal: int, reason: Reason) -> None:
        self._values[literal] = 1
        self._values[literal ^ 1] = -1
        self._levels[literal >> 1] = len(self._starts)
        self._reasons[literal >> 1] = reason
        self._trail.append(literal)

    def _search(self, assumed: Sequence[int], conflicts: int) -> bool | None:
        """The answer, or None after so many conflicts."""
        while conflicts > 0:
            conflict = self._propagate() if self._consistent else []
            if conflict is None:
                answer = self._decide(assumed)
                if answer is not None:
                    return answer
            elif self._starts:
                self._learn(conflict)
                conflicts -= 1
            else:
                self._consistent = False
                return False
        return None

    def _decide(self, assumed: Sequence[int]) -> bool | None:
        """Set the next literal that is assumed, or else one by choice; the answer, if nothing is left to set."""
        if len(self._starts) < len(assumed):
            literal = assumed[len(self._starts)]
            if self._values[literal] < 0:
                return False
            self._starts.append(len(self._trail))
            if not self._values[literal]:
                self._set(literal, None)
            return None
        variable = self._most_active()
        if not variable:
            self._model = self._values[::2]
            return True
        self._starts.append(len(self._trail))
        self._set(2 * variable + self._phases[variable], None)
        return None

    def _most_active(self) -> int:
        """The open variable that conflicts had most to do with lately, or 0."""
        heap, values = self._heap, self._values
        while heap:
            variable = heappop(heap)[1]
            if not values[2 * variable]:
                return variable
        return 0

    def _propagate(self) -> Clause | None:
        """Set what follows from what is set; a clause that fails, or None."""
        values, trail, pairs, watches = self._values, self._trail, self._pairs, self._watches
        levels, reasons, level = self._levels, self._reasons, len(self._starts)
        position = self._next
        while position < len(trail):
            literal = trail[position]
            position += 1
            opposite = literal ^ 1
            for other in pairs[literal]:
                value = values[other]
                if value < 0:
                    self._next = len(trail)
                    return [opposite, other]
                if not value:
                    values[other] = 1
                    values[other ^ 1] = -1
                    levels[other >> 1] = level
                    reasons[other >> 1] = opposite
                    trail.append(other)
            if watches[literal]:
                conflict = self._visit(opposite, watches[literal])
                if conflict is not None:
                    self._next = len(trail)
                    return conflict
        self._next = position
        return None

    def _visit(self, false: int, watching: list[tuple[Clause, int]]) -> Clause | None:
        """Find each clause that watches a literal now false another one; a clause that fails, or None."""
        values, watches = self._values, self._watches
        kept = 0
        for index, watch in enumerate(watching):
            clause, blocker = watch
            if values[blocker] > 0:
                watching[kept] = watch
                kept += 1
                continue
            if clause[0] == false:
                clause[0], clause[1] = clause[1], false
            first = clause[0]
            value = values[first]
            if value <= 0:
                for at in range(2, len(clause)):
                    other = clause[at]
                    if values[other] >= 0:
                        clause[1], clause[at] = other, false
                        watches[other ^ 1].append((clause, first))
                        break
                else:
                    if value < 0:
                        watching[kept:] = watching[index:]
                        return clause
                    self._set(first, clause)
                    watching[kept] = watch
                    kept += 1
                continue
            watching[kept] = (clause, first)
            kept += 1
        del watching[kept:]
        return None

    def _learn(self, conflict: Clause) -> None:
        """Learn the clause that a conflict teaches, go back to where it says something, and say it."""
        clause = self._reduced(*self._first_point(conflict))
        levels = self._levels
        level = 0
        if len(clause) > 1:
            deepest = max(range(1, len(clause)), key=lambda at: levels[clause[at] >> 1])
            clause[1], clause[deepest] = clause[deepest], clause[1]
            level = levels[clause[1] >> 1]
        distance = len({levels[literal >> 1] for literal in clause})
        self._backtrack(level)
        if len(clause) > 1:
            self._attach(clause)
        if len(clause) > 2:
            self._learnt.append((distance, clause))
        self._set(
            clause[0], None if len(clause) == 1 else clause[1] if len(clause) == 2 else clause
        )
        self._step *= _DECAY

    def _first_point(self, conflict: Clause) -> tuple[Clause, list[int]]:
        """The literals that together forbid the conflict, the deepest first, and the variables looked at."""
        seen, levels, trail = self._seen, self._levels, self._trail
        clause, literal, position, deepest = [0], -1, len(trail), 0
        touched: list[int] = []
        reason: Sequence[int] = conflict
        while literal < 0 or deepest:
            for other in reason:
                variable = other >> 1
                if other != literal and not seen[variable] and levels[variable] > 0:
                    seen[variable] = True
                    touched.append(variable)
                    if levels[variable] >= len(self._starts):
                        deepest += 1
                    else:
                        clause.append(other)
            position -= 1
            while not seen[trail[position] >> 1]:
                position -= 1
            literal = trail[position]
            deepest -= 1
            reason = _literals(self._reasons[literal >> 1])
        clause[0] = literal ^ 1
        return clause, touched

    def _reduced(self, clause: Clause, touched: Sequence[int]) -> Clause:
        """A clause without the literals that follow from its others; what was looked at gets more active."""
        seen, levels, reasons = self._seen, self._levels, self._reasons
        kept = clause[:1]
        for literal in clause[1:]:
            reason = reasons[literal >> 1]
            if reason is None or any(
                not seen[other >> 1] and levels[other >> 1] > 0
                for other in _literals(reason)
                if other != literal ^ 1
            ):
                kept.append(literal)
        for variable in touched:
            seen[variable] = False
        for variable in touched:
            self._bump(variable)
        return kept

    def _bump(self, variable: int) -> None:
        activity = self._activity[variable] = self._activity[variable] + self._step
        if activity > _LARGEST:
            self._activity = [each / _LARGEST for each in self._activity]
            self._step /= _LARGEST
            self._heap = [(-self._activity[each], each) for each in range(1, len(self._levels))]
            heapify(self._heap)

    def _backtrack(self, level: int) -> None:
        if len(self._starts) <= level:
            return
        values, phases, heap, activity = self._values, self._phases, self._heap, self._activity
        start = self._starts[level]
        for literal in self._trail[start:]:
            values[literal] = values[literal ^ 1] = 0
            variable = literal >> 1
            phases[variable] = literal & 1
            heappush(heap, (-activity[variable], variable))
        del self._trail[start:]
        del self._starts[level:]
        self._next = start

    def _forget(self) -> None:
        """Forget the half of the long learnt clauses that tie together the most levels."""
        self._learnt.sort(key=lambda each: each[0])
        half = len(self._learnt) // 2
        needed = {id(reason) for reason in self._reasons if isinstance(reason, list)}
        later = self._learnt[half:]
        dropped = {
            id(clause): clause
            for distance, clause in later
            if distance > _KEPT_DISTANCE and id(clause) not in needed
        }
        self._learnt = [each for each in self._learnt if id(each[1]) not in dropped]
        self._watches = [
            [watch for watch in each if id(watch[0]) not in dropped] for each in self._watches
        ]
        self._most_learnt += self._most_learnt // 10


def _inner(literal: int) -> int:
    return 2 * literal if literal > 0 else 1 - 2 * literal


def _literals(reason: Reason) -> Sequence[int]:
    return () if reason is None else (reason,) if isinstance(reason, int) else reason


def _restarts() -> Iterator[int]:
    """Luby's series 1, 1, 2, 1, 1, 2, 4, ... (Luby, Sinclair, Zuckerman 1993)."""
    return chain.from_iterable(map(_doubling, count(1)))


def _doubling(at: int) -> list[int]:
    """1, 2, 4, ... up to the lowest bit of a number."""
    return [1 << power for power in range((at & -at).bit_length())]
