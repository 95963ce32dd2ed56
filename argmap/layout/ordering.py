"""Sixth pass: the order of the nodes in every row, with few crossings."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from ..values import NamedTuple
from .attempts import Attempt, on_line, recalled, started
from .crossings import crossings
from .efforts import CONTESTED, EFFORTS, GLANCES, Effort
from .graph import Graph
from .hanging import Collapsed, collapsed
from .items import Items
from .jumping import jumped
from .linear import Line, arranged
from .longedges import Layered
from .memory import NOTHING, Memory
from .mirrored import as_written
from .rekeyed import rekeyed
from .rowsorder import Ordered, Runs, runs_of
from .shaken import shaken
from .sifting import Due, sift
from .sweeps import exchange, number, sweep_down, sweep_up
from .twins import untwisted

__all__ = ["LARGE", "Order", "contest", "glance", "ordered"]


class Order(NamedTuple):
    """The nodes of every row from left to right, and how often the steps between them cross.

    ``line`` is where boxes and frames stand on one line, ``keys`` where on it every node is where there are
    frames; so frames that have no node in a row have a place in it too.
    """

    rows: tuple[tuple[int, ...], ...]
    crossings: int
    line: Line
    keys: tuple[float, ...]


WORTH = 0.995
"""What a round must make of the crossings to count as progress: this part of them, or less."""

FAITHFUL = 1.4
SPARED = 3
"""So many times the best's crossings, and so many more, may an order remembered from before have."""

LARGE = 400
"""Beyond so many nodes hanging trees are collapsed, and nodes far from all that moved not tried again."""

SAVED = 0.2
"""What part of the nodes must stand for others then: a chain of several rows moves less freely than its nodes."""

HOPELESS = 1.3
"""What a start has to come down to after two turns, in parts of the best, to be swept further."""

TRIAL = 2

STARTERS = 4
FINALISTS = 3
"""How many starts every plan has in a contest, and how many of all are swept."""

HASTY = 2
"""How many rounds the line of such a start gets: more of them bring less than another start does."""

HANDICAP = 1.03
"""How much higher crossings count in a contest that are not those of the first plan, or not of the author's order."""


def ordered(
    layered: Layered,
    graph: Graph,
    items: Items,
    memory: Memory = NOTHING,
    begun: Sequence[Attempt] = (),
) -> Order:
    """The best of several orders; the first, which starts from the author's order, wins a tie.

    Its mirror image is taken if that is more like the author's. An order remembered from before is kept as
    long as it isn't much worse than the best. ``begun`` is what a `glance` has made already.
    """
    size = max(len(layered.row), sum([len(below) for below in layered.down]) // 2)
    effort = next(each for each in EFFORTS if size <= each.nodes)
    lean = _lean(layered)
    attempts = _attempts(layered, graph, items, effort, begun, lean)
    ranked = sorted(range(len(attempts)), key=lambda each: attempts[each].crossings)
    chosen = sorted({*ranked[: max(effort.polished, 1)], *([0] if effort.starts > 2 else [])})
    best = min(
        [_polished(attempts[each], lean.layered, graph, effort) for each in chosen],
        key=lambda attempt: attempt.crossings,
    )
    whole = _whole(best, lean, layered)
    best = _bettered(whole, layered, graph, items, effort)
    before = recalled(layered, graph, items, memory) if memory.boxes else None
    if before is not None and before.crossings <= FAITHFUL * best.crossings + SPARED:
        best = before
    else:
        best = as_written(best, layered)
    rows = untwisted(best.rows, layered)
    keys = rekeyed(rows, layered, graph, best.line, best.keys) if graph.nests else ()
    return Order(tuple([tuple(nodes) for nodes in rows]), best.crossings, best.line, keys)


def _bettered(
    whole: Attempt, layered: Layered, graph: Graph, items: Items, effort: Effort
) -> Attempt:
    """The attempt after what moves several nodes at once; without frames it stays as it is, in the author's order, if no crossing is saved."""
    replants = effort.framed_replants if graph.nests else effort.replants
    if not (whole.crossings and replants):
        return whole
    from .replanted import replanted  # here, for neither trees nor large maps have any use for it

    found = replanted(whole, layered, graph, items, replants)
    if not graph.nests:
        found = shaken(found, layered, effort.trials)
        found = found if found.crossings < whole.crossings else whole
    return _settled(found, layered)


def _settled(attempt: Attempt, layered: Layered) -> Attempt:
    """The attempt when no node crosses less elsewhere: what remembers it as it is finds nothing to better then."""
    rows = [nodes[:] for nodes in attempt.rows]
    place = [0] * len(layered.row)
    number(rows, place)
    less = saved = sift(rows, attempt.runs, layered.up, layered.down, place)
    while saved:  # which mostly ends at once
        saved = sift(rows, attempt.runs, layered.up, layered.down, place)
        less += saved
    return attempt._replace(crossings=attempt.crossings - less, rows=rows) if less else attempt


def glance(layered: Layered, graph: Graph, items: Items) -> list[Attempt]:
    """A few starts after a few sweeps: what to judge rows by, and to go on from."""
    effort = next(each for each in GLANCES if len(layered.row) <= each.nodes)
    return _attempts(layered, graph, items, effort, (), _lean(layered))


def contest(plans: Sequence[tuple[Layered, Items]], graph: Graph) -> tuple[int, list[Attempt]]:
    """Which of several plans for one graph has the fewest crossings, and its orders begun.

    Every plan has some starts, which are cheap, and the best of all of them are swept: what starts with few crossings
    mostly ends with few. The first plan and the author's order have the advantage, so that a map is not drawn quite
    otherwise for one crossing less.
    """
    starts = [
        _Starter(on_line(line, layered, graph), number, seed)
        for number, ((layered, _), lines) in enumerate(zip(plans, _hasty(plans), strict=True))
        for seed, line in enumerate(lines)
    ]
    effort = next(each for each in EFFORTS if each.nodes == CONTESTED)
    finalists = sorted(starts, key=_handicapped)[:FINALISTS]
    chosen = dict.fromkeys([each.plan for each in finalists])
    leans = {number: _lean(plans[number][0]) for number in chosen}
    swept = []
    for start in finalists:
        lean = leans[start.plan]
        begun = _leaned(start.attempt, plans[start.plan][0], lean)
        done = _begun(begun, lean.layered, graph, effort, up_first=True)
        swept.append((start._replace(attempt=done), begun))
    best, begun = min(swept, key=lambda each: _handicapped(each[0]))
    return best.plan, [begun, best.attempt]


def _hasty(plans: Sequence[tuple[Layered, Items]]) -> list[list[Line]]:
    """The lines that the starts of every plan begin from: the same where plans have the same tree, as many do."""
    trees = [items for _, items in plans]
    lines: list[list[Line]] = []
    for plan, items in enumerate(trees):
        same = trees.index(items)
        if same < plan:
            lines.append(lines[same])
        else:
            lines.append([arranged(items, seed, HASTY) for seed in range(STARTERS)])
    return lines


class _Starter(NamedTuple):
    """An attempt in a contest, and whose it is."""

    attempt: Attempt
    plan: int
    seed: int


def _handicapped(start: _Starter) -> float:
    """The crossings of an attempt, those of all plans and orders but the first counted a little higher."""
    others = (start.plan > 0) + (start.seed > 0)
    return start.attempt.crossings * HANDICAP**others


def _lean(layered: Layered) -> Collapsed:
    """The graph to be ordered: in a small one every node for itself, so that the author's order is kept."""
    if len(layered.row) > LARGE:
        lean = collapsed(layered)
        if sum(lean.hidden) >= SAVED * len(lean.hidden):
            return lean
    return Collapsed(layered, (), (False,) * len(layered.row))


def _started(layered: Layered, graph: Graph, items: Items, seed: int, lean: Collapsed) -> Attempt:
    """The rows as a seed's line gives them, hanging trees collapsed."""
    return _leaned(started(layered, graph, items, seed), layered, lean)


def _leaned(start: Attempt, layered: Layered, lean: Collapsed) -> Attempt:
    """The start with hanging trees collapsed."""
    if not start.crossings or not lean.trees:
        return start
    rows = lean.without(start.rows)
    place = [0] * len(layered.row)
    number(rows, place)
    count = crossings(rows, lean.layered.down, place)
    return start._replace(crossings=count, rows=rows, runs=runs_of(layered, rows))


def _whole(attempt: Attempt, lean: Collapsed, layered: Layered) -> Attempt:
    """The attempt with all nodes of hanging trees in its rows."""
    if not lean.trees or sum(map(len, attempt.rows)) == len(layered.row):
        return attempt
    rows = lean.whole(attempt.rows, layered, attempt.keys)
    return attempt._replace(rows=rows, runs=runs_of(layered, rows))


def _attempts(
    layered: Layered,
    graph: Graph,
    items: Items,
    effort: Effort,
    begun: Sequence[Attempt],
    lean: Collapsed,
) -> list[Attempt]:
    """The author's order as it is, then the starts, each swept; none after one without crossings."""
    attempts = list(begun) or [_started(layered, graph, items, 0, lean)]
    first = attempts[0]
    least: float = min([each.crossings for each in attempts[1:]], default=inf)
    for seed in range(len(attempts) - 1, effort.framed if graph.nests else effort.starts):
        if not attempts[-1].crossings:
            break
        start = _started(layered, graph, items, seed, lean) if seed else first
        attempt = _begun(
            start, lean.layered, graph, effort, least * HOPELESS, up_first=seed % 2 == 0
        )
        least = min(least, attempt.crossings)
        attempts.append(attempt)
    return attempts


def _begun(
    start: Attempt,
    layered: Layered,
    graph: Graph,
    effort: Effort,
    hopeless: float = inf,
    *,
    up_first: bool,
) -> Attempt:
    """The start after its sweeps; itself it stays as it is."""
    rows = [nodes[:] for nodes in start.rows]
    count = _swept(rows, start, layered, effort, hopeless, up_first=up_first)
    attempt = start._replace(crossings=count, rows=rows)
    if graph.nests and effort.framed > 1:  # a single start has its jumps when it is polished
        attempt = _past_frames(attempt, layered, graph)
    return attempt


def _swept(
    rows: Ordered,
    start: Attempt,
    layered: Layered,
    effort: Effort,
    hopeless: float = inf,
    *,
    up_first: bool = True,
) -> int:
    """Sweep ``rows``, those of ``start``, up and down and keep them where they cross least; how often they do.

    Which way is the better to begin with differs from graph to graph, so starts take turns.
    Rows that after two turns cross more often than is ``hopeless`` are swept no more.
    """
    up, down, runs = layered.up, layered.down, start.runs
    place = [0] * len(layered.row)
    number(rows, place)
    least = start.crossings
    if up_first and least:
        least -= exchange(rows, runs, up, down, place, effort.loosened)
    best = [nodes[:] for nodes in rows]
    worse = turn = 0
    while least and worse < effort.patience and turn < effort.sweeps:
        _sweep(rows, runs, layered, place, turn, up_first=up_first)
        turn += 1
        count = crossings(rows, down, place)
        worse = 0 if count < least * WORTH else worse + 1
        if count < least:
            least, best = count, [nodes[:] for nodes in rows]
        if turn == TRIAL and least > hopeless:
            break
    rows[:] = best
    return least


def _past_frames(attempt: Attempt, layered: Layered, graph: Graph) -> Attempt:
    """The attempt after moving nodes past frames; its rows are changed."""
    place = [0] * len(layered.row)
    number(attempt.rows, place)
    saved = jumped(attempt.rows, layered, graph, place)
    return attempt._replace(
        crossings=attempt.crossings - saved, runs=runs_of(layered, attempt.rows)
    )


def _sweep(
    rows: Ordered, runs: Runs, layered: Layered, place: list[int], turn: int, *, up_first: bool
) -> None:
    """One sweep each way; in which order equals end up changes from turn to turn."""
    one, two = turn % 2 == 1, turn % 4 > 1
    if up_first:
        sweep_up(rows, runs, layered.down, place, flip=one)
        sweep_down(rows, runs, layered.up, place, flip=two)
    else:
        sweep_down(rows, runs, layered.up, place, flip=one)
        sweep_up(rows, runs, layered.down, place, flip=two)


def _polished(attempt: Attempt, layered: Layered, graph: Graph, effort: Effort) -> Attempt:
    """The attempt after moving single nodes and exchanging neighbours while that is worth it.

    In a large graph only what is near something that moved is looked at again.
    """
    rows, runs, count = attempt.rows, attempt.runs, attempt.crossings
    place = [0] * len(layered.row)
    number(rows, place)
    left = effort.rounds if count else 0
    due: Due = None
    while left:
        before = count
        moved: dict[int, None] = {}
        count -= exchange(rows, runs, layered.up, layered.down, place, effort.exchanges)
        count -= sift(rows, runs, layered.up, layered.down, place, due=due, moved=moved)
        if graph.nests:
            count -= jumped(rows, layered, graph, place, due=due, moved=moved)
            runs = runs_of(layered, rows)
        if len(place) > LARGE:
            due = _beside(moved, layered)
        left = left - 1 if count < before * WORTH else 0
    return attempt._replace(crossings=count, runs=runs)


def _beside(moved: dict[int, None], layered: Layered) -> dict[int, None]:
    """What may find a better place after these have moved: they and what they lead to."""
    beside = dict(moved)
    for node in moved:
        beside |= dict.fromkeys((*layered.up[node], *layered.down[node]))
    return beside
