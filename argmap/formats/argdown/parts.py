"""What a document is about, as the reference implementation sees it: statements, arguments, relations, sections.

A statement is all that is said under one title (an equivalence class, in Argdown's words). These are the
reader's working values: they grow while the tree is walked, and are equal only to themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal

from attrs import define, field

from ...model.link import Link, Support

__all__ = [
    "Argument",
    "Drawn",
    "Inference",
    "Item",
    "Node",
    "PcsStatement",
    "Relation",
    "Role",
    "Section",
    "Statement",
]

Role = Literal["premise", "intermediary-conclusion", "main-conclusion"]
RelationKind = Literal["support", "attack", "undercut", "contradictory", "contrary", "entails"]
NOTHING: Mapping[str, Any] = MappingProxyType({})
"""The tags and the data of what has none, as most."""
SYMMETRIC = ("contradictory", "contrary")


@define(eq=False, weakref_slot=False)
class Section:
    """What stands below a heading; ``heading`` is the heading's number among the entries."""

    number: int
    level: int
    title: str
    heading: int
    parent: Section | None = None
    data: dict[str, Any] = field(factory=dict)


@define(eq=False, weakref_slot=False)
class Node:
    """What relations can lead from and to; ``id`` is that of the claim or link that it becomes in the map."""

    title: str
    id: str = field(default="", init=False)


@define(eq=False, weakref_slot=False)
class Statement(Node):
    """All that is said under one title: the numbers of the entries, in the order in which the reference comes to them."""

    members: Sequence[int] = ()
    tags: Mapping[str, None] = NOTHING
    data: Mapping[str, Any] = NOTHING
    section: Section | None = None


@define(eq=False, weakref_slot=False)
class Inference(Node):
    """The step to conclusion number ``conclusion`` (counted from 0) of the argument ``title``."""

    entry: int = -1
    conclusion: int = -1


@define(eq=False, weakref_slot=False)
class PcsStatement:
    """One line of a premise-conclusion structure, which is an entry; ``inference`` leads to it if it is a conclusion."""

    statement: Statement
    entry: int
    role: Role
    number: int
    inference: Inference | None = None


@define(eq=False, weakref_slot=False)
class Argument(Node):
    """An argument: its descriptions (numbers of entries), and its reconstruction if it has one."""

    members: Sequence[int] = ()
    pcs: Sequence[PcsStatement] = ()
    tags: Mapping[str, None] = NOTHING
    data: Mapping[str, Any] = NOTHING
    section: Section | None = None


@define(eq=False, weakref_slot=False)
class Relation:
    """How ``source`` bears on ``target``; ``entry`` is the first relation line that says so.

    It becomes a ``link`` of this kind with one of ``ids``, or for each of the ``steps`` that an undercut of an argument
    targets one; ``count`` is how many.
    """

    kind: RelationKind
    source: Node
    target: Node
    entry: int
    link: type[Link] = Link
    steps: Sequence[Item] = ()
    count: int = 1
    ids: Sequence[str] = ()


@define(eq=False, weakref_slot=False)
class Drawn:
    """How a ``line`` of an argument is drawn from the ``near`` ones by an inference, whose entry it has; as a link as in `Relation`."""

    argument: Argument
    line: PcsStatement
    inference: Inference
    near: Sequence[PcsStatement]
    entry: int
    link: type[Link] = Support
    count: int = 1
    ids: Sequence[str] = ()


Item = Relation | Drawn
"""What becomes links."""
