"""The difference of two maps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model.map import TABLES, ArgumentMap
from ..pause import no_garbage
from ..semantics import evaluate
from .changes import Change, Diff, Turn
from .matching import Matches, matched
from .order import staying
from .tables import Names, space, tables, translated

__all__ = ["diff", "names_of"]


@no_garbage()
def diff(before: ArgumentMap, after: ArgumentMap, *, verdicts: bool = True) -> Diff:
    """What makes ``before`` become ``after``: what is added, removed, changed, renamed and moved.

    What is the same in both is found by id, text and place; see `argmap.comparison.matching.matched`. ``verdicts`` asks for the claims and
    links whose grounded verdict is another one. ``patch(before, diff(before, after)) == after``.

    >>> from argmap import ArgumentMap, Claim
    >>> old = ArgumentMap(claims=(Claim("a", "Co-ops are good."), Claim("b", "They are near.")))
    >>> new = ArgumentMap(claims=(Claim("a", "Co-ops are very good."), Claim("c", "Firms pay more.")))
    >>> [(change.kind, change.id) for change in diff(old, new)]
    [('removed', 'b'), ('changed', 'a'), ('added', 'c')]
    """
    matches = matched(before, after)
    changes = tuple(_changes(before, after, matches))
    return Diff(changes, tuple(_turns(before, after, matches)) if verdicts and changes else ())


def names_of(matches: Matches) -> Names:
    """The new id of each value that is called otherwise in the second map, by the space of ids."""
    names: dict[str, dict[str, str]] = {}
    for table, pairs in matches.items():
        for old, new in pairs.items():
            if old != new:
                names.setdefault(space(table), {})[old] = new
    return names


def _changes(before: ArgumentMap, after: ArgumentMap, matches: Matches) -> Iterator[Change]:
    """What goes first, so that its id is free; then names, what changes, and what comes."""
    ones, others = tables(before), tables(after)
    names = names_of(matches)
    for table in TABLES:
        gone = [value for id, value in ones[table].items() if id not in matches[table]]
        for value in gone:
            yield Change("removed", table, value.id, before=value)
    for table in TABLES:
        for old, new in matches[table].items():
            if old != new:
                yield Change("renamed", table, new, old, new)
    for table in TABLES:
        for old, new in matches[table].items():
            was, now = translated(ones[table][old], names), others[table][new]
            if was != now:
                yield Change("changed", table, new, was, now)
    for table in TABLES:
        yield from _placed(table, matches[table], list(ones[table]), others[table])
    if before.about != after.about:
        yield Change("about", before=before.about, after=after.about)
    if before.data != after.data:
        yield Change("data", before=before.data, after=after.data)


def _placed(
    table: str, pairs: Mapping[str, str], before: list[str], after: Mapping[str, Any]
) -> Iterator[Change]:
    """What is added to a table or moved in it, with what it comes behind."""
    stay = staying([pairs[id] for id in before if id in pairs], list(after))
    known = frozenset(pairs.values())
    behind: str | None = None
    for id, value in after.items():
        if id not in known:
            yield Change("added", table, id, after=value, behind=behind)
        elif id not in stay:
            yield Change("moved", table, id, behind=behind)
        behind = id


def _turns(before: ArgumentMap, after: ArgumentMap, matches: Matches) -> Iterator[Turn]:
    """The grounded verdicts that differ, in the order of the second map."""
    was, now = evaluate(before).labels, evaluate(after).labels
    old = {new: old for table in ("claims", "links") for old, new in matches[table].items()}
    for id, label in now.items():
        if id in old and was[old[id]] != label:
            yield Turn(id, was[old[id]], label)
