"""Nodes and edges of node-link JSON as claims, issues and links: our own graphs, and anybody's."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from typing import Any

from attrs import define, field, fields

from ..errors import ReadError, did_you_mean
from ..jsontext import Path, kind_of, path_text
from ..model.claim import Claim, Issue
from ..model.ids import fresh_id
from ..model.link import KINDS, Conflict, Link, Rebuttal, Step, Support, Undercut
from ..source import visible
from .codec import Shape
from .decoder import Decoder
from .node_shapes import NODES
from .rules import free, identifier, text

__all__ = ["GraphDecoder", "with_aside"]

_EDGE = ("source", "target", "role", "kind", "label")
_END = ("source", "target", "role")
_WORDED_BY = ("text", "label", "name")
"""The keys by which graph tools call what is shown of a node, the best first."""


@define
class _LinkNode:
    """A link whose ends are still to come: one list of ids for each of its fields that hold ids."""

    kind: type[Link]
    held: dict[str, Any]
    path: Path
    ends: dict[str, list[str]] = field(factory=dict)
    extras: list[dict[str, Any]] = field(factory=list)


@define
class GraphDecoder:
    """Takes nodes, then edges, and gives claims, issues and links.

    ``ours`` says that argmap wrote the graph, so that a strange kind of node is a fault. What a node holds
    under ``aside`` goes into its free data under that name. ``paths`` has the
    way to the node of each id, ``made`` to the edge of each link that has no node, ``edges`` to
    the first edge between two ids; ``items`` has the object of each node.
    """

    decoder: Decoder
    ours: bool
    aside: str = ""
    names: dict[str | int, str] = field(factory=dict)
    paths: dict[str, Path] = field(factory=dict)
    items: dict[str, dict[str, Any]] = field(factory=dict)
    claims: list[Claim] = field(factory=list)
    issues: list[Issue] = field(factory=list)
    links: dict[str, _LinkNode] = field(factory=dict)
    made: dict[str, Path] = field(factory=dict)
    steps: list[Step] = field(factory=list)
    edges: dict[tuple[str, str], Path] = field(factory=dict)
    counts: dict[str, int] = field(factory=dict)

    def node(self, item: Any, path: Path) -> None:
        """Take in a node: a claim, an issue, or a link whose ends the edges will say."""
        node = self.decoder.expect_object(item, path, "a node")
        id = self._new_id(node, path)
        kind = node.get("kind")
        shape = NODES.get(kind) if isinstance(kind, str) else None
        if shape is None:
            self._plain_node(node, id, path)
            return
        self.items[id] = node
        given = {**node, "id": id}
        held, strange = self.decoder.fields(shape, given, path, besides=("kind",))
        if shape.kind in (Claim, Issue) and "text" not in held:
            held |= self._wording(strange, ("label",), path)
        self._keep(shape.noun, held, strange, path, shape)
        if shape.kind is Claim:
            self.claims.append(Claim(**held))
        elif shape.kind is Issue:
            self.issues.append(Issue(**held))
        else:
            self.links[id] = _LinkNode(KINDS[shape.noun], held, path)

    def edge(self, item: Any, path: Path) -> None:
        """Take in an edge: an end of a link, or between claims a step of its own."""
        edge = self.decoder.expect_object(item, path, "an edge")
        tail, head = self._end(edge, "source", path), self._end(edge, "target", path)
        self.edges.setdefault((tail, head), path)
        role = edge.get("role")
        if role is not None:
            self._attach(edge, self._owner(role, tail, head, path), path)
        elif "kind" in edge or not (tail in self.links or head in self.links):
            self._step(edge, tail, head, path)
        else:
            id, other, out = (tail, head, True) if tail in self.links else (head, tail, False)
            node = self.links[id]
            self._attach(edge, (node, _roles(node.kind, out=out)[0][0], other), path)

    def parts(self) -> dict[str, Any]:
        """The claims, issues and links of the graph, as `ArgumentMap` takes them."""
        links = [self._built(id, node) for id, node in self.links.items()]
        return {
            "claims": tuple(self.claims),
            "issues": tuple(self.issues),
            "links": (*links, *self.steps),
        }

    # Nodes.

    def _new_id(self, node: dict[str, Any], path: Path) -> str:
        raw = self._raw_id(node, "id", path, "node")
        place = (*path, "id")
        id: str = self.decoder.ruled(identifier, str(raw), place, "id")
        if raw in self.names:
            first = path_text(self.paths[id])
            raise self.decoder.error(place, f"two nodes have the id {id!r}; the first is {first}")
        if id in self.paths:
            message = (
                f'the ids {id} and "{id}" would be one; the other is {path_text(self.paths[id])}'
            )
            raise self.decoder.error(place, message, hint="rename one of the two")
        self.names[raw] = id
        self.paths[id] = path
        return id

    def _raw_id(self, item: dict[str, Any], name: str, path: Path, noun: str) -> str | int:
        if name not in item:
            hint = f'add "{name}", the id of a node'
            raise self.decoder.error(path, f'the {noun} has no "{name}"', hint=hint)
        raw = item[name]
        if type(raw) is str or type(raw) is int:
            return raw
        told = "a broken number" if type(raw) is float else kind_of(raw)
        message = f"{name} must be a text or a whole number, not {told}"
        raise self.decoder.error((*path, name), message, hint="write the id of a node")

    def _plain_node(self, node: dict[str, Any], id: str, path: Path) -> None:
        if self.ours and "kind" in node:
            raise self._strange_kind(node["kind"], NODES, "node", path)
        strange = {name: given for name, given in node.items() if name != "id"}
        held = {"id": id, **(self._wording(strange, _WORDED_BY, path) or {"text": id})}
        self._keep("node", held, strange, path, ("id", *_WORDED_BY, "kind"))
        self.items[id] = {"id": id}
        self.claims.append(Claim(**held))

    def _wording(
        self, strange: dict[str, Any], names: tuple[str, ...], path: Path, field: str = "text"
    ) -> dict[str, Any]:
        """The field that the first of ``names`` words, taken out of ``strange``; numbers are written out."""
        for name in names:
            given = strange.get(name)
            if type(given) in (str, int, float):
                del strange[name]
                return {field: self.decoder.ruled(text, str(given), (*path, name), name)}
        return {}

    def _keep(
        self,
        noun: str,
        held: dict[str, Any],
        strange: dict[str, Any],
        path: Path,
        known: Shape | tuple[str, ...],
    ) -> None:
        names = known if isinstance(known, tuple) else tuple(known.rules)
        kept = strange.pop(self.aside, None)
        self.decoder.keep(noun, held, strange, path, known=names, apart=False)
        if kept:
            held["data"] = self.decoder.ruled(free, with_aside(held, self.aside, kept), path, noun)

    def _strange_kind(self, kind: Any, known: Any, noun: str, path: Path) -> ReadError:
        place = (*path, "kind")
        if not isinstance(kind, str):
            return self.decoder.error(place, f"kind must be a text, not {kind_of(kind)}")
        message = f"no {noun} is of the kind {kind[:_SHOWN]!r}; there are {', '.join(known)}"
        return self.decoder.error(place, message, hint=did_you_mean(kind, known).removeprefix("; "))

    # Edges.

    def _end(self, edge: dict[str, Any], name: str, path: Path) -> str:
        raw = self._raw_id(edge, name, path, "edge")
        if raw in self.names:
            return self.names[raw]
        hint = did_you_mean(str(raw), self.paths).removeprefix("; ")
        if str(raw) in self.paths:
            hint = (
                f"the node's id is a {'number' if type(raw) is str else 'text'}; write both alike"
            )
        shown = visible(repr(raw) if len(str(raw)) <= _SHOWN else f"{str(raw)[:_SHOWN]}...")
        raise self.decoder.error((*path, name), f"no node has the id {shown}", hint=hint)

    def _owner(self, role: Any, tail: str, head: str, path: Path) -> tuple[_LinkNode, str, str]:
        """The link that an edge with this role is an end of, the field it belongs to, and what it names."""
        told: list[str] = []
        for id, other, out in ((head, tail, False), (tail, head, True)):
            if id in self.links:
                node = self.links[id]
                for name, known in _roles(node.kind, out=out):
                    if role == known:
                        return node, name, other
                    told.append(known)
        raise self._strange_role(role, told, path)

    def _strange_role(self, role: Any, told: list[str], path: Path) -> ReadError:
        place = (*path, "role")
        if not isinstance(role, str):
            return self.decoder.error(place, f"role must be a text, not {kind_of(role)}")
        if not told:
            message = "an edge with a role begins or ends at a link, and this one doesn't"
            return self.decoder.error(place, message, hint="take the role out, or say which link")
        message = f"no edge has the role {role[:_SHOWN]!r} here; there are {', '.join(told)}"
        return self.decoder.error(place, message, hint=did_you_mean(role, told).removeprefix("; "))

    def _attach(self, edge: dict[str, Any], owned: tuple[_LinkNode, str, str], path: Path) -> None:
        node, name, other = owned
        node.ends.setdefault(name, []).append(other)
        strange = {key: given for key, given in edge.items() if key not in (*_END, *_counter(edge))}
        if strange:
            node.extras.append({**{key: edge[key] for key in _END if key in edge}, **strange})
            for key in strange:
                self.decoder.notes.strange_key(
                    "edge", key, path, id=node.held["id"], kept="edges", known=_EDGE
                )

    def _step(self, edge: dict[str, Any], tail: str, head: str, path: Path) -> None:
        """Take in an edge that is a support, rebuttal or undercut of its own."""
        kinds = _AT_LINK if head in self.links else _AT_CLAIM
        name = edge.get("kind", "support")
        kind = kinds.get(name) if isinstance(name, str) else None
        if kind is None:
            raise self._strange_kind(name, kinds, "edge", path)
        leave = (*_END, "kind", *_counter(edge))
        id = edge.get("id")
        if isinstance(id, str) and id and id not in self.paths and id not in self.made:
            self.decoder.ruled(identifier, id, (*path, "id"), "id")
            leave += ("id",)
        else:
            wish = f"{kind.kind}-{len(self.steps) + 1}"
            id = fresh_id(wish, ChainMap(self.paths, self.made), self.counts)
        strange = {key: given for key, given in edge.items() if key not in leave}
        held: dict[str, Any] = {"id": id, "premises": (tail,), "target": head}
        held |= self._wording(strange, ("label",), path, "label")
        self._keep("edge", held, strange, path, _EDGE)
        self.made[id] = path
        self.steps.append(kind(**held))

    def _built(self, id: str, node: _LinkNode) -> Link:
        ends: dict[str, Any] = {}
        for name, role in node.kind.INPUTS + node.kind.OUTPUTS:
            found = tuple(node.ends.get(name, ()))
            if name in _SINGLE[node.kind]:
                if len(found) != 1:
                    message = f"the {node.kind.kind} {id!r} has {len(found)} edges for its {role}"
                    raise self.decoder.error(node.path, message, hint="it needs one")
                ends[name] = found[0]
            else:
                # An end of a conflict has an edge each way, and is one all the same.
                ends[name] = tuple(dict.fromkeys(found)) if node.kind is Conflict else found
        if node.extras:
            data = dict(node.held.get("data", {}))
            data[fresh_id("edges", data, {})] = node.extras
            node.held["data"] = self.decoder.ruled(free, data, node.path, "what its edges hold")
        return node.kind(**node.held, **ends)


def with_aside(held: dict[str, Any], name: str, kept: dict[str, Any]) -> dict[str, Any]:
    """The free data among the fields ``held``, with what was ``kept`` beside what is there under that name."""
    data = dict(held.get("data", {}))
    there = data.get(name)
    return {**data, name: {**there, **kept} if isinstance(there, Mapping) else kept}


def _roles(kind: type[Link], *, out: bool) -> tuple[tuple[str, str], ...]:
    """Pairs (field, role) of the edges that come in at a link of this kind, or go out of it."""
    return kind.INPUTS if not out or kind is Conflict else kind.OUTPUTS


def _counter(edge: dict[str, Any]) -> tuple[str, ...]:
    """The key by which graph tools number parallel edges; a name there is no number, and is kept."""
    return ("key",) if type(edge.get("key")) is int else ()


_SHOWN = 60
_AT_CLAIM: dict[str, type[Step]] = {
    "support": Support,
    "rebuttal": Rebuttal,
    "attack": Rebuttal,
}
_AT_LINK: dict[str, type[Step]] = {
    "support": Support,
    "undercut": Undercut,
    "attack": Undercut,
}
_SINGLE: dict[type[Link], tuple[str, ...]] = {
    kind: tuple([part.name for part in fields(kind) if str(part.type) == "str"])
    for kind in KINDS.values()
}
"""The fields of each kind of link that hold one text, not several."""
