"""A document whose map breaks invariants, as one error that shows the place of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..errors import SHOWN, InvalidMap, Problem, ReadError, did_you_mean
from ..jsontext import Path, path_text
from ..model.link import KINDS
from .codec import NAMESPACES
from .placed import Document

__all__ = ["ENDS", "fault_in", "place_in", "refused"]

ENDS: dict[str, tuple[str, ...]] = {
    kind: tuple([name for name, _ in link.INPUTS + link.OUTPUTS]) for kind, link in KINDS.items()
}
"""The fields of each kind of link that hold ids of elements."""

_REFERENCES = tuple(
    dict.fromkeys([*sum(ENDS.values(), ()), "group", "parent", "scheme", "said_by"])
)


def refused(
    document: Document,
    error: InvalidMap,
    where: Callable[[Problem], Path],
    ids: Iterable[str],
) -> ReadError:
    """The error that tells of a broken map, with the places that ``where`` gives for its problems.

    ``ids`` are those of the document's elements, for a "did you mean".
    """
    paths = [where(problem) for problem in error.problems[:SHOWN]]
    first = error.problems[0]
    lines = [
        f"{path_text(path)}: {problem.message} [{problem.code}]"
        for problem, path in zip(error.problems, paths, strict=False)
    ]
    message = f"{first.message} [{first.code}]"
    if len(error.problems) > 1:
        message = f"the map breaks {len(error.problems):,} invariants:\n  " + "\n  ".join(lines)
    if len(error.problems) > SHOWN:
        message += f"\n  ... and {len(error.problems) - SHOWN:,} more"
    near = did_you_mean(first.ids[1], ids) if first.code == "dangling-id" else ""
    told = ReadError(
        message,
        span=document.span(paths[0]),
        path=path_text(paths[0]) if len(error.problems) == 1 else "",
        hint=near.removeprefix("; ") or _HINTS.get(first.code, ""),
        problems=error.problems,
    )
    told.path = path_text(paths[0])
    return told


_HINTS = {
    "dangling-id": "write what it names, or take the name out",
    "unique-id": "give one of them another id",
    "has-premise": "name a claim, or take the link out",
    "weight-range": "write a number from 0 to 1",
}
"""What to do about a problem."""


def place_in(holder: Mapping[str, Any], problem: Problem) -> Path:
    """The way to what a problem is about in an object with lists of elements or records."""
    if problem.code == "unique-id":
        return _second(holder, problem.ids[0])
    nearest: Path = ()
    for table in sum(NAMESPACES, ()):
        for index, item in enumerate(holder.get(table, ())):
            if item["id"] == problem.ids[0]:
                fault = fault_in(item, problem)
                if fault is not None:
                    return (table, index, *fault)
                nearest = nearest or (table, index)
    return nearest


def _second(holder: Mapping[str, Any], id: str) -> Path:
    """The way to the id of the second of those that share it."""
    sharing = (
        [
            (table, index, "id")
            for table in tables
            for index, item in enumerate(holder.get(table, ()))
            if item["id"] == id
        ]
        for tables in NAMESPACES
    )
    return next((places[1] for places in sharing if len(places) > 1), ())


def fault_in(item: Mapping[str, Any], problem: Problem) -> Path | None:
    """The way from an element's or record's object to the value that a problem is about, if it is there."""
    code, ids = problem.code, problem.ids
    if code in _FIELD_OF:
        names = [name for name in _FIELD_OF[code] if name in item]
        return (names[0],) if names else None
    others = ids[1:] or ids
    paths = list(mentions(item, others[0]))
    return paths[-1 if code == "one-role" else 0] if paths else None


_FIELD_OF = {
    "weight-range": ("weight",),
    "has-premise": ("premises", "claims"),
    "distinct-ends": ("original", "over"),
    "group-tree": ("parent",),
    "unique-id": ("id",),
    "empty-id": ("id",),
}


def mentions(item: Mapping[str, Any], id: str) -> Iterator[Path]:
    """The ways to every mention of ``id`` in an object, in the object's order."""
    for name, held in item.items():
        if name in _REFERENCES:
            if held == id:
                yield (name,)
            elif isinstance(held, list):
                yield from ((name, index) for index, one in enumerate(held) if one == id)
        elif name == "citations":
            yield from (
                (name, index, "source") for index, one in enumerate(held) if one["source"] == id
            )
