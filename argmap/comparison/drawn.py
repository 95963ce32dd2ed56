"""A difference as a picture: one map with what has come and what has gone, each marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..drawing import Drawing, Mark, draw
from ..model.ids import fresh_id
from ..model.map import TABLES, ArgumentMap
from .changes import Change, Diff
from .differing import diff
from .order import placed
from .tables import Names, Tables, made, mentioned, space, tables, translated
from .telling import told

__all__ = ["draw_diff", "overlaid"]

_DRAWN = ("claims", "issues", "links")


def draw_diff(before: ArgumentMap, after: ArgumentMap, **options: Any) -> Drawing:
    """A drawing of ``after`` with what ``before`` had besides, each card and line marked by what has become of it.

    What is added has a thick border and a plus, what is removed a dotted one and a minus, what is changed a wave, what has moved an arrow;
    a card's description says what it was before. ``options`` are those of `argmap.draw`.

    >>> from argmap import Claim
    >>> old, new = ArgumentMap(claims=(Claim("a", "Yes."),)), ArgumentMap(claims=(Claim("b", "No."),))
    >>> [(card.id, card.mark.change) for card in draw_diff(old, new).view.cards]
    [('a', 'removed'), ('b', 'added')]
    """
    map, marks = overlaid(before, after)
    return draw(map, marks=marks, **options)


def overlaid(before: ArgumentMap, after: ArgumentMap) -> tuple[ArgumentMap, dict[str, Mark]]:
    """``after`` with what is removed in it put back, and the marks of all that differs, by id."""
    changes = diff(before, after)
    parts, old = tables(after), tables(before)
    gone = [change for change in changes.of("removed") if change.table in _DRAWN]
    names = _names(parts, changes, gone)
    marks = _marks(changes)
    behind: dict[str, dict[str, str | None]] = {table: {} for table in TABLES}
    preceding = {
        table: dict(zip(old[table], [None, *old[table]], strict=False)) for table in _DRAWN
    }
    for change in gone:
        value = translated(change.before, names)
        parts[change.table][value.id] = value
        stood = preceding[change.table][change.id]
        behind[change.table][value.id] = names["elements"].get(stood or "", stood)
        marks[value.id] = Mark(change="removed", why="It isn't there any more.")
    _bring(parts, old, names)
    ordered = {table: _ordered(part, behind[table]) for table, part in parts.items()}
    return made(after, ordered), marks


def _names(parts: Tables, changes: Diff, gone: list[Change]) -> Names:
    """What the values of the first map are called in the overlay: what is removed as it was, if that is free."""
    names: dict[str, dict[str, str]] = {}
    for change in changes.of("renamed"):
        names.setdefault(space(change.table), {})[change.before] = change.after
    taken = dict.fromkeys([id for table in _DRAWN for id in parts[table]])
    elements = names.setdefault("elements", {})
    for change in gone:
        elements[change.id] = fresh_id(change.id, taken, {})
        taken[elements[change.id]] = None
    return names


def _marks(changes: Diff) -> dict[str, Mark]:
    """The marks of what is added, moved and changed; of what is both moved and changed the latter."""
    shown = [change for change in changes if change.table in _DRAWN]
    marks = {
        change.id: Mark(change="added" if change.kind == "added" else "moved")
        for change in shown
        if change.kind in ("added", "moved")
    }
    for change in [each for each in shown if each.kind == "changed"]:
        lines = [line.partition(": ")[2] for line in told(Diff((change,)))]
        why = "; ".join(lines)
        marks[change.id] = Mark(change="changed", why=f"{why[:1].upper()}{why[1:]}.")
    return marks


def _bring(parts: Tables, old: Tables, names: Names) -> None:
    """Put back the records that what was put back names, and those that these name."""
    todo = [value for table in _DRAWN for value in parts[table].values()]
    for value in todo:
        for where, id in mentioned(value):
            if where != "elements" and id not in parts[where]:
                parts[where][id] = old[where][id]
                todo.append(parts[where][id])


def _ordered(part: Mapping[str, Any], behind: Mapping[str, str | None]) -> list[Any]:
    kept = [id for id in part if id not in behind]
    return [part[id] for id in placed(kept, behind)]
