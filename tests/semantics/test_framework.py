"""Frameworks by names: what is asked, and what is refused."""

from __future__ import annotations

import sys
from enum import StrEnum
from types import ModuleType
from typing import ClassVar

import pytest

import argmap
from argmap.semantics import Framework, Status
from argmap.semantics.extensions import EXTENSIONS
from argmap.semantics.sat import Solver
from argmap.semantics.solvers import SOLVERS, solver_of
from tests.semantics.reference import some_frameworks

NIXON = Framework(["a", "b", "c"], [("a", "b"), ("b", "a"), ("a", "c"), ("b", "c")])


def test_questions_by_name() -> None:
    """A name would be answered for another."""
    assert list(NIXON.extensions()) == [("a",), ("b",)]
    assert NIXON.extension() == ()
    assert NIXON.extension("stable") == ("a",)
    assert list(NIXON.extensions("complete", limit=1)) == [("a",)]
    assert NIXON.credulous("a")
    assert not NIXON.skeptical("a")
    assert not NIXON.credulous("c")
    assert NIXON.extension_with("b") == ("b",)
    assert NIXON.extension_without("b") == ("a",)
    assert list(NIXON.labellings("preferred", limit=1)) == [
        {"a": "accepted", "b": "rejected", "c": "rejected"}
    ]
    assert repr(NIXON) == "<Framework: 3 arguments, 4 attacks>"


@pytest.mark.parametrize("semantics", EXTENSIONS)
def test_statuses_are_those_of_the_list_of_extensions(semantics: str) -> None:
    """The status of an argument would differ from what the extensions say."""
    for framework in some_frameworks(12, (3, 4, 5), 9):
        names = [f"x{n}" for n in range(framework.size)]
        named = Framework(names, [(names[a], names[b]) for a, b in framework.attacks])
        listed = list(named.extensions(semantics))
        statuses = named.statuses(semantics)
        for name in names:
            inside = [name in members for members in listed]
            assert statuses[name] == Status(any(inside), all(inside))
            assert named.credulous(name, semantics) == any(inside)
            assert named.skeptical(name, semantics) == all(inside)


def test_what_is_no_framework() -> None:
    """A slip would be solved instead of told."""
    with pytest.raises(ValueError, match="two arguments are called 'a'"):
        Framework(["a", "a"])
    with pytest.raises(TypeError, match="an argument is a name"):
        Framework([1])  # type: ignore[list-item] # on purpose
    with pytest.raises(argmap.UnknownId, match="did you mean 'quaker'"):
        Framework(["quaker"], [("quaker", "quakers")])
    with pytest.raises(argmap.UnknownId):
        NIXON.credulous("z")
    with pytest.raises(argmap.UnknownName, match="did you mean 'semi-stable'"):
        list(NIXON.extensions("semistable"))
    assert Framework("a").arguments == ("a",)
    with pytest.raises(ValueError, match="too many values"):
        Framework(["a", "b"], [("a", "b", "a")])  # type: ignore[list-item] # on purpose


def test_pairs_of_any_kind_are_kept_as_tuples() -> None:
    """Two frameworks of the same attacks would differ, or a list in one of them could be changed."""
    plain = Framework(["a", "b"], [("a", "b")])
    assert Framework(["a", "b"], [["a", "b"]]) == plain  # type: ignore[list-item] # on purpose
    assert Framework(["a", "b"], iter(["ab"])).attacks == (("a", "b"),)  # type: ignore[arg-type] # on purpose


def test_names_of_a_kind_of_their_own() -> None:
    """An enumeration of texts would be refused, or its names be taken for others than they are equal to."""
    sides = StrEnum("sides", {"PRO": "pro", "CON": "con"})
    assert Framework([*sides], [("pro", sides["CON"])]).extension() == ("pro",)


def test_solvers_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing extra would be a traceback, or silently be another solver than the one named."""
    assert solver_of("python") is Solver
    with pytest.raises(argmap.UnknownName, match="solver"):
        solver_of("z3")
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    assert solver_of("auto") is Solver
    with pytest.raises(argmap.MissingExtra, match=r"\[sat\]"):
        solver_of("glucose4")


class _Stub:
    """A solver with the manners of python-sat's."""

    names: ClassVar[list[str]] = []
    """Those that were asked for."""

    def __init__(self, name: str) -> None:
        self.names.append(name)
        self._solver = Solver()
        self._most = 0

    def add_clause(self, clause: list[int]) -> None:
        """Take in a clause."""
        self._most = max([self._most, *map(abs, clause)])
        self._solver.add(clause)

    def solve(self, assumptions: list[int]) -> bool:
        """Whether all hold together."""
        return self._solver.solve(assumptions)

    def get_model(self) -> list[int]:
        """The variables that clauses name, negative where they are false."""
        return [v if self._solver.value(v) else -v for v in range(1, self._most + 1)]


@pytest.mark.parametrize("solver", ["auto", "glucose4"])
def test_a_native_solver_is_asked_as_ours(solver: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is installed the answers would be others."""
    module = ModuleType("pysat.solvers")
    module.Solver = _Stub  # type: ignore[attr-defined] # the module is made here
    monkeypatch.setitem(sys.modules, "pysat.solvers", module)
    assert solver_of("auto") is not Solver
    _Stub.names.clear()
    for framework in some_frameworks(10, (4, 5), 3):
        names = [f"x{n}" for n in range(framework.size)]
        named = Framework(names, [(names[a], names[b]) for a, b in framework.attacks])
        for semantics in ("semi-stable", "stage", "ideal"):
            ours = sorted(named.extensions(semantics, solver="python"))
            assert sorted(named.extensions(semantics, solver=solver)) == ours
    assert set(_Stub.names) == {"cadical195" if solver == "auto" else solver}


@pytest.mark.parametrize("solver", [name for name in SOLVERS if name not in ("auto", "python")])
def test_native_solvers_answer_as_ours(solver: str) -> None:
    """The extra would change verdicts."""
    pytest.importorskip("pysat", reason="python-sat isn't installed: argmap[sat]")
    for framework in some_frameworks(15, (5, 6), 4):
        names = [f"x{n}" for n in range(framework.size)]
        named = Framework(names, [(names[a], names[b]) for a, b in framework.attacks])
        for semantics in ("semi-stable", "stage", "ideal", "initial"):
            ours = sorted(named.extensions(semantics, solver="python"))
            assert sorted(named.extensions(semantics, solver=solver)) == ours


def test_an_attack_that_is_given_twice() -> None:
    """An argument would count as attacked by more than what attacks it, and never be defended."""
    framework = Framework(["a", "b", "c"], [("a", "b"), ("a", "b"), ("b", "c")])
    assert framework.graph.attackers[1] == [0]
    assert framework.graph.attacked[0] == [1]
    assert framework.extension("grounded") == ("a", "c")
