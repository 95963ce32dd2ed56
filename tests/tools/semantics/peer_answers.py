"""What clingo and PyArg say of frameworks: JSON in, JSON out, run by a Python that has both; of argmap it needs nothing.

Standard input has a list of pairs of a size and of attacks by number; the answer has for each, by program and semantics, the sets of
accepted arguments, each and all in order. clingo is given the definitions in its own language: those of sets that can be told by
conditions; of these the largest, or those of the largest range, are taken here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from typing import Any

Sets = list[list[int]]
Attacks = list[tuple[int, int]]

FREE = """
{in(X)} :- arg(X).
:- in(X), in(Y), att(X, Y).
hit(Y) :- in(X), att(X, Y).
#show in/1.
"""
ADMISSIBLE = FREE + ":- in(X), att(Y, X), not hit(Y).\n"
COMPLETE = ADMISSIBLE + "open(X) :- att(Y, X), not hit(Y).\n:- arg(X), not in(X), not open(X).\n"
STABLE = FREE + ":- arg(X), not in(X), not hit(X).\n"


def models(rules: str, size: int, attacks: Attacks) -> Sets:
    """The answer sets, as numbers of arguments."""
    import clingo

    control = clingo.Control(["0", "--warn=none"])
    facts = [f"arg({each})." for each in range(size)] + [f"att({a},{b})." for a, b in attacks]
    control.add("base", [], "\n".join([*facts, rules]))
    control.ground([("base", [])])
    found: Sets = []
    with control.solve(yield_=True) as handle:
        for model in handle:
            found.append(sorted(symbol.arguments[0].number for symbol in model.symbols(shown=True)))
    return sorted(found)


def largest(sets: Iterable[list[int]], size: Callable[[list[int]], frozenset[int]]) -> Sets:
    """The sets of which none is larger, as ``size`` takes them."""
    pairs = [(each, size(each)) for each in sets]
    return [each for each, one in pairs if not any(one < other for _, other in pairs)]


def by_clingo(size: int, attacks: Attacks) -> dict[str, Sets]:
    """The sets of each semantics by the definitions."""

    def reach(members: list[int]) -> frozenset[int]:
        return frozenset(members) | {b for a, b in attacks if a in members}

    free, admissible, complete, stable = [
        models(rules, size, attacks) for rules in (FREE, ADMISSIBLE, COMPLETE, STABLE)
    ]
    preferred = largest(admissible, frozenset)
    semi_stable = largest(complete, reach)

    def within(sets: Sets) -> Sets:
        common = frozenset(range(size)).intersection(*sets)
        return largest([each for each in admissible if common.issuperset(each)], frozenset)

    return {
        "conflict-free": free,
        "admissible": admissible,
        "complete": complete,
        "stable": stable,
        "preferred": preferred,
        "semi-stable": semi_stable,
        "stage": largest(free, reach),
        "naive": largest(free, frozenset),
        "grounded": [min(complete, key=len)],
        "ideal": within(preferred),
        "eager": within(semi_stable),
    }


def by_pyarg(size: int, attacks: Attacks) -> dict[str, Sets]:
    """PyArg's own."""
    from importlib import import_module

    from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import (
        AbstractArgumentationFramework,
    )
    from py_arg.abstract_argumentation_classes.argument import Argument
    from py_arg.abstract_argumentation_classes.defeat import Defeat

    asked = {
        "admissible": "get_admissible_sets",
        "complete": "get_complete_extensions",
        "stable": "get_stable_extensions",
        "preferred": "get_preferred_extensions",
        "semi-stable": "get_semistable_extensions",
        "grounded": "get_grounded_extension",
        "ideal": "get_ideal_extension",
        "eager": "get_eager_extension",
    }
    found: dict[str, Sets] = {}
    for semantics, name in asked.items():
        arguments = [Argument(str(each)) for each in range(size)]
        defeats = [Defeat(arguments[a], arguments[b]) for a, b in attacks]
        framework = AbstractArgumentationFramework("", arguments, defeats)
        solve: Any = getattr(import_module(f"py_arg.algorithms.semantics.{name}"), name)
        answer = solve(framework)
        if semantics == "grounded":
            answer = [answer]
        found[semantics] = sorted(sorted(int(each.name) for each in sets) for sets in answer)
    return found


def main() -> None:
    """Answer."""
    json.dump(
        [
            {"clingo": by_clingo(size, attacks), "PyArg": by_pyarg(size, attacks)}
            for size, attacks in json.load(sys.stdin)
        ],
        sys.stdout,
    )


if __name__ == "__main__":
    main()
