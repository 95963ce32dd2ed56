"""What is measured of argmap alone: each task with its goal, made ready first, then run."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

from attrs import evolve, frozen

import argmap
from argmap import ArgumentMap, Claim, Rebuttal, Support
from argmap.semantics import gradient, strengths
from argmap.semantics.evaluation import SEMANTICS
from argmap.semantics.qbaf import Qbaf
from tests.semantics.generate import debate, mixed, reply_tree

__all__ = ["GROWING", "PLAIN", "TASKS", "Task", "calls", "growth", "seconds"]

SEED = 1


@frozen
class Task:
    """What is done, in how many seconds it is to be done for 100,000 claims, and what is made before."""

    words: str
    goal: float | None
    ready: Callable[[int], Any]
    run: Callable[[Any], object]


def seconds(task: Task, size: int, rounds: int = 2) -> float:
    """The processor's seconds of the fastest of some runs."""
    made = task.ready(size)
    found = []
    for _ in range(rounds):
        start = time.process_time()
        task.run(made)
        found.append(time.process_time() - start)
    return min(found)


def calls(task: Task, size: int) -> int:
    """How many calls of functions a run makes, of Python and of C: the same on every machine, whatever else runs there."""
    made, count = task.ready(size), 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        task.run(made)
    finally:
        sys.setprofile(before)
    return count


def growth(task: Task, size: int, rounds: int = 7, enough: float = 10) -> tuple[float, float]:
    """The processor's seconds for a quarter of a size and for all of it: the fastest of runs in turn, so that both meet the same noise.

    There are so many ``rounds``, and up to three times as many until all took so many seconds as are ``enough``: what is over in a
    moment meets a moment's noise.
    """
    sizes = [task.ready(size // 4), task.ready(size)]
    found: tuple[list[float], list[float]] = ([], [])
    for done in range(3 * rounds):
        if done >= rounds and sum(map(sum, found)) > enough:
            break
        for made, times in zip(sizes, found, strict=True):
            start = time.process_time()
            task.run(made)
            times.append(time.process_time() - start)
    return min(found[0]), min(found[1])


def _all_seven(map: ArgumentMap) -> int:
    evaluation = argmap.evaluate(map)
    return sum(len([*evaluation.under(each).labels.values()]) for each in SEMANTICS)


def _statuses(map: ArgumentMap) -> int:
    return len([*argmap.evaluate(map, "preferred").labels.values()])


def _eager(map: ArgumentMap) -> int:
    return len([*argmap.evaluate(map, "eager").labels.values()])


def _count(map: ArgumentMap) -> int:
    return argmap.evaluate(map, "preferred").count()


def _shares(map: ArgumentMap) -> int:
    return len(argmap.evaluate(map, "preferred").shares())


def _weighed(size: int) -> argmap.Evaluation:
    found = argmap.evaluate(debate(size, SEED))
    assert found.labels
    return found


def _flips(map: ArgumentMap) -> int:
    return len(argmap.flips(argmap.evaluate(map), "c0"))


def _slopes(thing: ArgumentMap | Qbaf) -> int:
    found = strengths(thing)
    return len(gradient(found, next(iter(found))))


def _framework(size: int) -> argmap.Framework:
    names = [str(each) for each in range(size)]
    pairs = reply_tree(size, SEED, 0.05)
    return argmap.Framework(names, [(names[a], names[b]) for a, b in pairs])


def _qbaf(size: int) -> Qbaf:
    pairs = [(str(a), str(b)) for a, b in reply_tree(size, SEED, 0)]
    return Qbaf({str(each): 0.5 for each in range(size)}, pairs[::2], pairs[1::2])


def _chain(size: int) -> ArgumentMap:
    kinds = (Support, Rebuttal)
    return ArgumentMap(
        claims=tuple([Claim(f"c{n}") for n in range(size)]),
        links=tuple([kinds[n % 2](f"l{n}", (f"c{n + 1}",), f"c{n}") for n in range(size - 1)]),
    )


def _star(size: int) -> ArgumentMap:
    kinds, ids = (Support, Rebuttal), [f"c{n}" for n in range(size)]
    links = [kinds[n % 2](f"l{n}", (ids[n],), "c0") for n in range(1, size)]
    together = Support("together", tuple(ids[1:]), "c0")
    return ArgumentMap(claims=tuple(map(Claim, ids)), links=(*links, together))


def _named(size: int) -> tuple[list[str], list[str]]:
    """Names, and texts that are equal to them, as a document has them where it names them again."""
    return [f"c{n}" for n in range(size)], [f"c{n}" for n in range(size)]


def _asked(made: tuple[list[str], list[str]]) -> int:
    names, others = made
    table = dict(zip(names, range(len(names)), strict=True))
    return sum([table[each] for each in others])


def _edited(size: int, at: str, *, ready: bool = True) -> tuple[argmap.Evaluation, ArgumentMap]:
    """An evaluation, and its map with one more rebuttal; what is kept for edits is made ready by another edit."""
    evaluation = argmap.evaluate(mixed(size, SEED))
    assert evaluation.labels
    if ready:
        evaluation = evaluation.after_edit(_with_rebuttal(evaluation.map, "c1"))
    return evaluation, _with_rebuttal(evaluation.map, at)


def _with_rebuttal(map: ArgumentMap, at: str) -> ArgumentMap:
    draft = map.draft()
    draft.rebut(at, by=draft.claim("No."))
    return draft.map()


def _after(made: tuple[argmap.Evaluation, ArgumentMap]) -> str:
    evaluation, edited = made
    return evaluation.after_edit(edited)["c0"].label


def _unknown(made: tuple[argmap.Evaluation, ArgumentMap]) -> tuple[argmap.Evaluation, ArgumentMap]:
    evaluation, edited = made
    return evaluation, evolve(edited)


def _everything(map: ArgumentMap) -> int:
    return _all_seven(map) + _flips(map) + _slopes(map) + _count(map)


TASKS = {
    "names": Task(
        "*in plain Python, to compare: a dictionary of as many names is made, and asked for each by another text that is equal*",
        None,
        _named,
        _asked,
    ),
    "all-seven": Task(
        "a map with supports, linked premises, undercuts, questioned claims, under all seven semantics",
        2.0,
        lambda size: mixed(size, SEED),
        _all_seven,
    ),
    "statuses": Task(
        "the preferred status of every claim of a map, 15 % of rebuttals mutual",
        3.0,
        lambda size: debate(size, SEED, 0.15),
        _statuses,
    ),
    "eager": Task(
        "the eager label of every claim of such a map",
        None,
        lambda size: debate(size, SEED, 0.15),
        _eager,
    ),
    "count": Task(
        "the number of preferred labellings of a map, 5 % mutual",
        2.0,
        lambda size: debate(size, SEED, 0.05),
        _count,
    ),
    "shares": Task(
        "the share of the preferred labellings that accepts each claim, 5 % mutual",
        None,
        lambda size: debate(size, SEED, 0.05),
        _shares,
    ),
    "count-framework": Task(
        "the number of preferred extensions of a framework, 5 % mutual",
        2.0,
        _framework,
        lambda made: argmap.Framework(made.arguments, made.attacks).count(),
    ),
    "count-30": Task(
        "the number of preferred labellings of a map, 30 % mutual",
        None,
        lambda size: debate(size, SEED, 0.3),
        _count,
    ),
    "flips": Task(
        "every single change that flips a claim, in a tree",
        0.5,
        _weighed,
        lambda made: argmap.flips(made, "c0"),
    ),
    "slopes": Task(
        "all strengths by DF-QuAD and the slopes of one in every weight, of a map: twice as many arguments",
        2.0,
        lambda size: debate(size, SEED),
        _slopes,
    ),
    "slopes-framework": Task(
        "the same of a quantitative framework",
        2.0,
        _qbaf,
        lambda made: _slopes(Qbaf(made.bases, made.attacks, made.supports)),
    ),
    "chain": Task(
        "a chain of supports and rebuttals in turn: seven semantics, flips, strengths, slopes, count",
        None,
        _chain,
        _everything,
    ),
    "star": Task(
        "as many supports and rebuttals of one claim, and a support by all that say them, together: the same",
        None,
        _star,
        _everything,
    ),
    "edit-leaf": Task(
        "a verdict of a map of every kind of link after an edit: a rebuttal of the last claim, far from the root",
        0.005,
        lambda size: _edited(size, f"c{size - 1}"),
        _after,
    ),
    "edit-root": Task(
        "the same, a rebuttal beside the root", 0.005, lambda size: _edited(size, "c2"), _after
    ),
    "edit-read": Task(
        "the same edit of a map that was no draft: every claim and link is looked at",
        None,
        lambda size: _unknown(_edited(size, "c2")),
        _after,
    ),
    "edit-anew": Task(
        "the same map weighed anew",
        None,
        lambda size: _edited(size, "c2")[1],
        lambda map: argmap.evaluate(map)["c0"].label,
    ),
    "edit-map": Task(
        "the making of the edited map itself: a draft, and its map, checked as a whole",
        None,
        lambda size: mixed(size, SEED),
        lambda map: _with_rebuttal(map, "c2"),
    ),
}
"""By the names that ``--tasks`` takes."""

PLAIN = ("names",)
"""This calls nothing of argmap: what the machine makes of work that is linear whatever one does."""

GROWING = tuple([name for name in TASKS if name not in ("edit-leaf", "edit-root")])
"""These grow in line with the map; an edit is weighed at the cost of what it changes."""
