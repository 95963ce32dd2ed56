"""What makes one format of scheme graphs differ from another, and how what it holds besides is kept.

What a node holds that the model doesn't say is kept in the element's free data, under the format's name:
the keys that are there besides or hold something else than argmap would write, and under ``@without``
the keys that argmap would write and that aren't there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from ..model.data import thaw
from ..model.link import Manner

__all__ = [
    "WITHOUT",
    "Dialect",
    "Told",
    "different",
    "dressed",
    "id_of",
    "simple_dialect",
    "undressed",
]

WITHOUT = "@without"


@frozen
class Told:
    """What a node says in the model's terms; no ``role`` if the model has no place for it."""

    role: str = ""
    text: str = ""
    scheme: str = ""
    manner: Manner = "restates"


@frozen(kw_only=True, eq=False)
class Dialect:
    """One format of scheme graphs.

    ``id``, ``tail``, ``head`` and ``edge_id`` are the names of keys. ``told`` says what a node means, whatever it
    holds; ``node`` and ``edge`` make the objects that argmap writes. ``spoken`` are the keys of nodes that the
    model says, ``texts`` those of them that must hold texts; ``aside`` has the types of nodes that the
    format has on purpose and the model hasn't, and ``type`` the key of the type. ``roles`` are the
    kinds of steps it has.
    """

    name: str
    title: str
    id: str
    tail: str
    head: str
    edge_id: str
    type: str
    spoken: tuple[str, ...]
    texts: tuple[str, ...]
    roles: tuple[str, ...]
    told: Callable[[Mapping[str, Any]], Told]
    node: Callable[[str, Told], dict[str, Any]]
    edge: Callable[[str, str, str], dict[str, Any]]
    edge_name: Callable[[int], str]
    aside: tuple[str, ...] = ()


def simple_dialect(
    name: str, title: str, roles: tuple[str, ...], sayable: Callable[[Told], Told]
) -> Dialect:
    """A dialect for the plan of a format that isn't one of nodes and edges; ``sayable`` says what is left of a node."""
    return Dialect(
        name=name,
        title=title,
        id="id",
        tail="",
        head="",
        edge_id="",
        type="",
        spoken=(),
        texts=(),
        roles=roles,
        told=lambda node: sayable(node["told"]),
        node=lambda id, told: {"id": id, "told": told},
        edge=lambda name, tail, head: {},
        edge_name=str,
    )


def id_of(value: Any) -> str | None:
    """The id that a value is, as a text: a text or a whole number; None for what is no id."""
    if type(value) is str:
        return value or None
    return str(value) if type(value) is int else None


def different(usual: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """How an object differs from what argmap would write; empty if it doesn't."""
    kept = {
        key: value
        for key, value in given.items()
        if key not in usual or usual[key] != value or type(usual[key]) is not type(value)
    }
    if not usual.keys() <= given.keys():
        kept[WITHOUT] = [key for key in usual if key not in given]
    return kept


def dressed(usual: Mapping[str, Any], kept: Any) -> dict[str, Any]:
    """The object that differs from ``usual`` as ``kept`` says; what isn't so said is left alone."""
    if not isinstance(kept, Mapping):
        return dict(usual)
    without = kept.get(WITHOUT)
    without = without if isinstance(without, tuple) else ()
    made = {key: value for key, value in usual.items() if key not in without}
    made |= {key: thaw(value) for key, value in kept.items() if key != WITHOUT}
    return made


def undressed(dialect: Dialect, kept: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept of a node besides the keys that the model says."""
    beside = (*dialect.spoken, WITHOUT)
    return {key: value for key, value in kept.items() if key not in beside}
