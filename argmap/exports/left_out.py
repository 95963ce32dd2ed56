"""What an export has no place for, as losses."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from ..errors import Loss
from ..formats.dialect import simple_dialect
from ..formats.unsaid import unsaid_fields, unsaid_records
from ..model.map import ArgumentMap

__all__ = ["Kind", "losses"]

_LINKED = ("premises", "warrants", "target", "claims", "claim", "original", "preferred", "over")


@frozen
class Kind:
    """A format by name and title, and the fields of claims and links that count in it besides who bears on whom."""

    name: str
    title: str
    said: tuple[str, ...] = ()


def losses(map: ArgumentMap, kind: Kind, *, unseen: Iterable[str] = ()) -> tuple[Loss, ...]:
    """A loss for all of a map that an export of this kind doesn't say.

    ``unseen`` are links whose bearing on others is left out.
    """
    dialect = simple_dialect(kind.name, kind.title, (), lambda told: told)
    said = (*_LINKED, *kind.said)
    why = f"{kind.title} has no place for it"
    found = [Loss("issue", issue.id, "the issue", why) for issue in map.issues]
    for element in (*map.claims, *map.links):
        found += unsaid_fields(dialect, element, said)
    for id in unseen:
        why = "this reading has no place for what bears on a link"
        found.append(Loss(f"{map[id].kind}-target", id, "what it bears on", why))
    return (*found, *unsaid_records(dialect, map))
