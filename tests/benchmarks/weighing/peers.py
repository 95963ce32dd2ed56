"""What other programs take, run by a Python that has them: ``python peers.py NAME SECONDS < frameworks``.

Standard input has a JSON list of frameworks: pairs of a size and of attacks by number. For each there is a line with the processor's
seconds of building and solving in the mean of some runs, or ``-`` for one that took longer than it may. This file stands alone; of argmap it imports what is named
``argmap-...``.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

Attacks = list[tuple[int, int]]
ROUNDS, ENOUGH = 2_000, 0.5
"""What is fast is run again for so many seconds, at most so often, and the mean counts: the processor's clock is coarse on some machines."""


def naive(size: int, attacks: Attacks) -> None:
    """Grounded by networkx as one writes it down: look for what no attacker is left of, until there is nothing new."""
    import networkx

    graph: Any = networkx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(attacks)
    accepted: set[int] = set()
    rejected: set[int] = set()
    changed = True
    while changed:
        changed = False
        for node in graph:
            if node in accepted or node in rejected:
                continue
            if all(each in rejected for each in graph.predecessors(node)):
                accepted.add(node)
                rejected.update(graph.successors(node))
                changed = True


def built(size: int, attacks: Attacks) -> None:
    """The graph of networkx alone, before anything is asked of it: no program that works on one takes less."""
    import networkx

    graph: Any = networkx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(attacks)


def by_counting(size: int, attacks: Attacks) -> None:
    """Grounded by networkx in linear time: of each argument it is counted how many attackers are left."""
    import networkx

    graph: Any = networkx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(attacks)
    left = dict(graph.in_degree())
    accepted = [node for node in graph if not left[node]]
    rejected: set[int] = set()
    for node in accepted:
        for fallen in graph.successors(node):
            if fallen in rejected:
                continue
            rejected.add(fallen)
            for defended in graph.successors(fallen):
                left[defended] -= 1
                if not left[defended] and defended not in rejected:
                    accepted.append(defended)


def by_definition(size: int, attacks: Attacks) -> None:
    """Grounded by networkx as it is defined: all that the set defends is the next set, from none on, until it is the same."""
    import networkx

    graph: Any = networkx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(attacks)
    accepted: set[int] = set()
    defended: set[int] | None = None
    while defended != accepted:
        accepted = defended or set()
        defended = {
            node
            for node in graph
            if all(
                any(each in accepted for each in graph.predecessors(attacker))
                for attacker in graph.predecessors(node)
            )
        }


def pyarg_grounded(size: int, attacks: Attacks) -> None:
    """PyArg's."""
    from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import (
        AbstractArgumentationFramework,
    )
    from py_arg.abstract_argumentation_classes.argument import Argument
    from py_arg.abstract_argumentation_classes.defeat import Defeat
    from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension

    arguments = [Argument(str(each)) for each in range(size)]
    defeats = [Defeat(arguments[a], arguments[b]) for a, b in attacks]
    get_grounded_extension(AbstractArgumentationFramework("", arguments, defeats))


def pygarg(semantics: str) -> Callable[[int, Attacks], None]:
    """pygarg's, all extensions."""

    def run(size: int, attacks: Attacks) -> None:
        from pygarg.dung.solver import extension_enumeration

        names = [str(each) for each in range(size)]
        extension_enumeration(names, [[names[a], names[b]] for a, b in attacks], semantics)

    return run


def ours(semantics: str, solver: str) -> Callable[[int, Attacks], None]:
    """argmap's, all extensions."""

    def run(size: int, attacks: Attacks) -> None:
        from argmap import Framework

        names = [str(each) for each in range(size)]
        framework = Framework(names, [(names[a], names[b]) for a, b in attacks])
        for _ in framework.extensions(semantics, solver=solver):
            pass

    return run


PROGRAMS: dict[str, Callable[[int, Attacks], None]] = {
    "networkx": naive,
    "networkx-graph": built,
    "networkx-counting": by_counting,
    "networkx-definition": by_definition,
    "pyarg": pyarg_grounded,
    **{f"pygarg-{each}": pygarg(each) for each in ("GR", "PR", "ST")},
    **{
        f"argmap-{code}-{solver}": ours(semantics, solver)
        for code, semantics in {"GR": "grounded", "PR": "preferred", "ST": "stable"}.items()
        for solver in ("python", "cadical195")
    },
}


def _timed(name: str, size: int, attacks: Attacks, limit: int, answer: Any) -> None:
    resource.setrlimit(
        resource.RLIMIT_CPU, (limit, limit)
    )  # seconds of the processor, not of the clock
    PROGRAMS[name](0, [])  # what is imported is imported before
    rounds, start, spent = 0, time.process_time(), 0.0
    while not rounds or (spent < ENOUGH and rounds < ROUNDS):
        PROGRAMS[name](size, attacks)
        rounds, spent = rounds + 1, time.process_time() - start
    answer.put(spent / rounds)


def main() -> None:
    """Answer each framework by a line."""
    name, limit = sys.argv[1], int(sys.argv[2])
    for size, attacks in json.load(sys.stdin):
        answer: Any = multiprocessing.Queue()
        process = multiprocessing.Process(target=_timed, args=(name, size, attacks, limit, answer))
        process.start()
        process.join()
        print(answer.get() if process.exitcode == 0 else "-", flush=True)


if __name__ == "__main__":
    main()
