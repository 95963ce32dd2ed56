"""The solvers of clauses by name: our own, and those that an extra brings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..errors import MissingExtra, UnknownName
from .encoding import ClauseSolver, MakeSolver
from .sat import Solver

__all__ = ["SOLVERS", "solver_of"]

SOLVERS = ("auto", "python", "cadical195", "glucose4", "minisat22")
"""``auto`` is ``cadical195`` where python-sat is installed, else ``python``, which is argmap's own."""


def solver_of(name: str) -> MakeSolver:
    """What makes the solver of a name.

    Raises `UnknownName` for a name that isn't in `SOLVERS`, `MissingExtra` where python-sat (``argmap[sat]``) is needed and isn't
    installed.
    """
    if name not in SOLVERS:
        raise UnknownName("solver", name, SOLVERS)
    if name == "python":
        return Solver
    try:
        from pysat.solvers import Solver as Native
    except ImportError:
        if name == "auto":
            return Solver
        raise MissingExtra(f"the solver {name}", "sat") from None
    chosen = "cadical195" if name == "auto" else name

    def make() -> ClauseSolver:
        return _Native(Native(name=chosen))

    return make


class _Native:
    """A solver of python-sat, asked as ours is."""

    def __init__(self, native: Any) -> None:
        self._native = native
        self._variables = 0
        self._model: Sequence[int] = ()

    def variable(self) -> int:
        """A new variable, to be tried as true first."""
        self._variables += 1
        return self._variables

    def add(self, literals: Iterable[int]) -> None:
        """Demand that one of the literals holds."""
        self._native.add_clause(list(literals))

    def solve(self, assumptions: Sequence[int] = ()) -> bool:
        """Whether the clauses can hold together with the literals assumed."""
        answer: bool = self._native.solve(assumptions=list(assumptions))
        if answer:
            self._model = self._native.get_model()
        return answer

    def value(self, variable: int) -> bool:
        """Whether a variable is true in the model found last; one that no clause names is true."""
        return variable > len(self._model) or self._model[variable - 1] > 0
