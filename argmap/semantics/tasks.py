"""The tasks of the competition of argumentation solvers, answered as it wants them.

ICCMA 2025, main track: ten problems, a query where there is one, and a witness. ``YES`` or ``NO``; for what is shown by an extension,
a line of its arguments behind a ``w``. And the counting tasks of ICCMA 2021: a number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from ..errors import UnknownName
from .counting import LIMIT, Counting
from .decisions import Questions
from .encoding import MakeSolver
from .graph import AttackGraph
from .grounded import ACCEPTED
from .ideal import ideal
from .sat import Solver

__all__ = ["COUNTING", "PROBLEMS", "Answer", "count", "solve"]

SEMANTICS = {"CO": "complete", "PR": "preferred", "ST": "stable", "SST": "semi-stable"}

PROBLEMS = (
    "DC-CO",
    "DC-ST",
    "DC-SST",
    "DS-PR",
    "DS-ST",
    "DS-SST",
    "SE-PR",
    "SE-ST",
    "SE-SST",
    "SE-ID",
)
"""Whether an argument is in some extension (``DC``), in all (``DS``), or some extension (``SE``); and of which semantics."""

COUNTING = ("CE-CO", "CE-PR", "CE-ST", "CE-SST", "CE-STG")
"""How many extensions of a semantics there are: the tasks of ICCMA 2021."""


@frozen
class Answer:
    """Whether it is so, with the extension that shows it if one does; to a question for an extension, whether there is one."""

    yes: bool
    extension: tuple[int, ...] | None
    asked: bool
    """Whether an argument was asked about."""

    def lines(self, names: Sequence[str]) -> list[str]:
        """The answer as the competition wants it."""
        shown = (
            [] if self.extension is None else [" ".join(["w", *[names[a] for a in self.extension]])]
        )
        if self.asked:
            return ["YES" if self.yes else "NO", *shown]
        return shown if self.yes else ["NO"]


def solve(
    graph: AttackGraph, problem: str, query: int | None = None, *, make: MakeSolver = Solver
) -> Answer:
    """The answer to one of `PROBLEMS`; raises `UnknownName` for another, ValueError for a query too many or too few.

    >>> solve(AttackGraph.of(2, [(0, 1)]), "DS-PR", 0).lines(["a", "b"])
    ['YES']
    >>> solve(AttackGraph.of(2, [(0, 1)]), "SE-ST").lines(["a", "b"])
    ['w a']
    """
    if problem not in PROBLEMS:
        raise UnknownName("problem", problem, PROBLEMS)
    kind, code = problem.split("-")
    if (query is None) != (kind == "SE"):
        raise ValueError(f"{problem} asks about {'no' if kind == 'SE' else 'an'} argument")
    return _KINDS[kind](graph, code, query or 0, make)


def count(
    graph: AttackGraph, problem: str, *, make: MakeSolver = Solver, limit: int = LIMIT
) -> int:
    """The answer to one of `COUNTING`; raises `UnknownName` for another, `BeyondLimit` where it takes more than ``limit``.

    >>> count(AttackGraph.of(2, [(0, 1), (1, 0)]), "CE-PR")
    2
    """
    if problem not in COUNTING:
        raise UnknownName("problem of counting", problem, COUNTING)
    code = problem.split("-")[1]
    semantics = "stage" if code == "STG" else SEMANTICS[code]
    return Counting.of(graph, semantics, make, limit).count()


def _credulous(graph: AttackGraph, code: str, query: int, make: MakeSolver) -> Answer:
    found = Questions(graph, make=make).accepting(SEMANTICS[code], query)
    return Answer(found is not None, _members(found), asked=True)


def _skeptical(graph: AttackGraph, code: str, query: int, make: MakeSolver) -> Answer:
    found = Questions(graph, make=make).not_accepting(SEMANTICS[code], query)
    return Answer(found is None, _members(found), asked=True)


def _some(graph: AttackGraph, code: str, query: int, make: MakeSolver) -> Answer:
    if code == "ID":
        found: Sequence[int] | None = ideal(graph, make=make)
    else:
        found = Questions(graph, make=make).one(SEMANTICS[code])
    return Answer(found is not None, _members(found), asked=False)


def _members(labels: Sequence[int] | None) -> tuple[int, ...] | None:
    if labels is None:
        return None
    return tuple([argument for argument, label in enumerate(labels) if label == ACCEPTED])


_KINDS: Mapping[str, Callable[[AttackGraph, str, int, MakeSolver], Answer]] = {
    "DC": _credulous,
    "DS": _skeptical,
    "SE": _some,
}
