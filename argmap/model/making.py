"""What the verbs of a draft are given, turned into the fields of values: ids, names, mentions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from attrs import fields

from ..errors import EditError, Problem, UnknownId
from .change import Parts
from .claim import Claim, Issue
from .ids import fresh_id, slug
from .link import Link, Rebuttal, Step, Support, Undercut
from .map import Element
from .records import Citation, Group, Participant, Record, Scheme, Source

__all__ = [
    "Details",
    "Premises",
    "StepDetails",
    "element_id",
    "element_ids",
    "fresh_element_id",
    "of_kind",
    "record_id",
    "refer",
    "refusal",
    "refuse_unknown",
    "shared_fields",
    "step_fields",
]

Premises = Claim | str | Iterable[Claim | str]
"""One claim or several, as values or ids."""


class Details(TypedDict, total=False):
    """What every verb that makes an element takes besides: where it is filed and who says it.

    ``said_by`` takes participants, their ids or plain names (a new name makes a participant);
    ``cites`` takes citations, sources or ids of sources; ``group`` a group or its id.
    """

    id: str | None
    said_by: Participant | str | Iterable[Participant | str]
    cites: Citation | Source | str | Iterable[Citation | Source | str]
    tags: Iterable[str]
    group: Group | str | None
    data: Mapping[str, Any]


class StepDetails(Details, total=False):
    """What supports, rebuttals and undercuts take besides; see `argmap.model.link.Step`.

    ``scheme`` takes a scheme, its id or a plain name (a new name makes a scheme).
    """

    warrants: Premises
    scheme: Scheme | str | None
    strict: bool
    weight: float | None
    label: str


def refuse_unknown(kind: type[Element], details: Mapping[str, Any]) -> None:
    """Nothing; raises TypeError for a keyword that a verb making such an element doesn't take."""
    own = StepDetails if issubclass(kind, Step) else Details
    known = sorted([*own.__required_keys__, *own.__optional_keys__])
    for name in details:
        if name not in known:
            wanted = f"besides its own it takes {', '.join(known)}"
            raise TypeError(f"a {kind.kind} takes no {name!r}; {wanted}")


def element_id(parts: Parts, thing: Element | str) -> str:
    """The id of an element that is there; raises `UnknownId`."""
    id = thing if isinstance(thing, str) else thing.id
    if id not in parts.elements:
        raise UnknownId(id, parts.elements)
    return id


def element_ids(parts: Parts, things: Element | str | Iterable[Element | str]) -> tuple[str, ...]:
    """The ids of one element or of several that are there; raises `UnknownId`."""
    return tuple([element_id(parts, thing) for thing in _several(things)])


def record_id(parts: Parts, table: str, thing: Record | str) -> str:
    """The id of a record that is there; raises `UnknownId`."""
    id = thing if isinstance(thing, str) else thing.id
    if id not in parts[table]:
        raise UnknownId(id, parts[table], noun=table.removesuffix("s"))
    return id


def fresh_element_id(parts: Parts, kind: str, text: str, counts: dict[str, int]) -> str:
    """A free id made of ``text``, or of the kind and a number where there is none."""
    wish = slug(text)
    if wish:
        return fresh_id(wish, parts.elements, counts)
    number = counts.get(kind, 0) + 1
    while f"{kind}-{number}" in parts.elements:
        number += 1
    counts[kind] = number
    return f"{kind}-{number}"


def shared_fields(parts: Parts, details: Mapping[str, Any], new: list[Record]) -> dict[str, Any]:
    """The fields of `Spoken`; participants that have to be made on the way are added to ``new``."""
    group = details.get("group")
    return {
        "said_by": _named(parts, "participants", details.get("said_by", ()), new),
        "citations": tuple([_citation(parts, cite) for cite in _several(details.get("cites", ()))]),
        "tags": tuple(details.get("tags", ())),
        "group": None if group is None else record_id(parts, "groups", group),
        "data": details.get("data", {}),
    }


def step_fields(parts: Parts, details: Mapping[str, Any], new: list[Record]) -> dict[str, Any]:
    """The fields of `Step` that ``details`` give; a scheme to be made is added to ``new``."""
    scheme = details.get("scheme")
    fields = {name: details[name] for name in ("strict", "weight", "label") if name in details}
    return {
        **fields,
        "warrants": element_ids(parts, details.get("warrants", ())),
        "scheme": None if scheme is None else _named(parts, "schemes", scheme, new)[0],
    }


def refer(value: Any) -> Any:
    """``value`` with elements and records, alone or in a tuple or list, replaced by their ids."""
    if isinstance(value, tuple | list):
        return tuple([_id_of(item) for item in value])
    return _id_of(value)


def _id_of(value: Any) -> Any:
    return value.id if isinstance(value, Claim | Issue | Link | Record) else value


def _several(things: Any) -> list[Any]:
    alone = isinstance(things, str | Claim | Link | Record | Citation)
    return [things] if alone else list(things)


def _citation(parts: Parts, cite: Citation | Source | str) -> Citation:
    if isinstance(cite, Citation):
        record_id(parts, "sources", cite.source)
        return cite
    return Citation(record_id(parts, "sources", cite))


def _named(parts: Parts, table: str, given: Any, new: list[Record]) -> tuple[str, ...]:
    """Ids of participants or schemes given as values, ids or names; unknown names make new ones."""
    kind: type[Participant] | type[Scheme] = Participant if table == "participants" else Scheme
    ids = []
    for thing in _several(given):
        id = thing if isinstance(thing, str) else record_id(parts, table, thing)
        if id not in parts[table]:
            id = _by_name(parts, table, id, new) or _make(parts, table, kind, id, new)
        ids.append(id)
    return tuple(ids)


def _by_name(parts: Parts, table: str, name: str, new: list[Record]) -> str | None:
    everybody = [*parts[table].values(), *new]
    return next((one.id for one in everybody if getattr(one, "name", None) == name), None)


def _make(
    parts: Parts,
    table: str,
    kind: type[Participant] | type[Scheme],
    name: str,
    new: list[Record],
) -> str:
    taken = {*parts[table], *[one.id for one in new]}
    made = kind(fresh_id(slug(name) or kind.kind, taken, {}), name)
    new.append(made)
    return made.id


def of_kind(old: Any, kind: str) -> Any:
    """A step with the fields of ``old`` and another kind."""
    steps = {step.kind: step for step in (Support, Rebuttal, Undercut)}
    if not isinstance(old, Step) or kind not in steps:
        raise EditError(f"only steps change their kind, to {', '.join(steps)}; not {old.kind}")
    return steps[kind](**{part.name: getattr(old, part.name) for part in fields(type(old))})


def refusal(problems: Iterable[Problem]) -> EditError:
    """What is raised for an edit that would break invariants."""
    return EditError("; ".join([problem.message for problem in problems]))
