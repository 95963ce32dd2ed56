"""Reads the nodes and edges of a scheme graph into claims, links and schemes, and keeps the rest.

What the model has no place for stays in the map's free data, under the format's name: ``nodes`` has the nodes in
the document's order, by id where the map has them, else whole; ``edges`` has the edges, ``loose`` the
numbers of those that no link stands for. Neither is kept where argmap would write them just so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import count, repeat
from operator import eq
from typing import Any

from attrs import define, field, frozen

from ..jsontext import Path, kind_of, path_text
from ..model.claim import Claim
from ..model.data import NO_DATA, Data, trusted_data
from ..model.ids import fresh_id, slug
from ..model.link import Link, Preference, Rebuttal, Rephrase, Step, Support, Undercut
from ..model.map import ArgumentMap
from ..model.records import Scheme
from ..model.trusted import trusted_map, trusted_step
from ..source import visible
from .decoder import Decoder
from .dialect import Dialect, Told, different, id_of
from .node_pattern import NodePattern
from .notes import Note
from .rules import free, identifier, text
from .usual_nodes import Nodes, take_usual, usual_edges
from .weaving import CLAIM, Tied, WovenPlaces, ties_of, weave_places

__all__ = ["GraphReader", "Table", "frozen_data", "scheme_ids"]

ASIDE = "; it is kept aside"
_ABSENT = object()
_ID = "write the id of a node, in quotes"


@frozen
class Table:
    """The nodes or edges in the container at ``path``, each with its key there; without ``keys`` they are numbered."""

    items: Sequence[Any]
    path: Path
    keys: Sequence[str] = ()

    def way(self, place: int) -> Path:
        """The way to one of the items."""
        return (*self.path, self.keys[place] if self.keys else place)


_NONE = Table((), ())


@define
class GraphReader:
    """Takes nodes and edges, and gives the parts of a map.

    ``nodes`` has what the nodes say. ``pairs`` are the places of the ends of edges among them, -1 for what isn't
    there; ``odd_ends`` says that an edge may name a node by a number.
    """

    decoder: Decoder
    dialect: Dialect
    pattern: NodePattern = field(init=False)
    nodes: Nodes = field(factory=Nodes)
    strange: dict[str, list[Path]] = field(factory=dict)
    pairs: list[tuple[int, int]] = field(factory=list)
    node_table: Table = _NONE
    edge_table: Table = _NONE
    odd_ends: bool = False

    @pattern.default
    def _usual_nodes(self) -> NodePattern:
        return NodePattern(self.dialect, self.decoder.limits)

    def take(self, nodes: Table, edges: Table) -> None:
        """Take in all nodes, then all edges."""
        self.node_table, self.edge_table = nodes, edges
        items, dialect = nodes.items, self.dialect
        self.nodes = Nodes(items, [""] * len(items), [""] * len(items))
        trusted = self.decoder.trusted
        for place in take_usual(self.nodes, self.pattern) if trusted else range(len(items)):
            self._node(place)
        pairs = usual_edges(edges.items, dialect.tail, dialect.head, self.nodes.places)
        self.pairs = self._edges(edges) if pairs is None else pairs

    def path(self, id: str) -> Path:
        """The way to the node with this id."""
        return self.node_table.way(self.nodes.places[id])

    def parts(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The parts of the map, and what of nodes and edges is to be kept for it."""
        woven = weave_places(self.nodes.roles, self.pairs)
        self._tell_faults(woven)
        steps, claims = self.nodes.steps, self.nodes.claims
        names = [steps[place][0].scheme for place in woven.ends]
        schemes = scheme_ids([name for name in names if name])
        links = self._links(woven.ends, schemes)
        self._tell_strange()
        self.decoder.check_count("claims", len(claims), ("nodes",))
        self.decoder.check_count("links", len(links), ("nodes",))
        parts = {"claims": tuple(claims), "links": tuple(links)}
        made = tuple([Scheme(id, name) for name, id in schemes.items()])
        return {**parts, "schemes": made}, self._kept(woven)

    def map(self, parts: dict[str, Any], kept: dict[str, Any]) -> ArgumentMap:
        """The map of these parts, whose free data keeps what is ``kept``.

        Links are made of what is there, steps end at claims, and no id is there twice: the map keeps every
        invariant but, where the document isn't trusted, that texts are legal.
        """
        self._compare_ids()
        name = self.dialect.name
        if not self.decoder.trusted:
            return ArgumentMap(**parts, data=frozen_data(self.decoder, name, kept))
        data = trusted_data(kept, (name, frozenset())) if kept else NO_DATA
        return trusted_map(**parts, data=data)

    def _compare_ids(self) -> None:
        """Take note of ids that look alike or hold what can't be seen."""
        ids, roles = self.nodes.ids, self.nodes.roles
        if "" in roles:
            ids = [id for id, role in zip(ids, roles, strict=True) if role]
        self.decoder.notes.compare_ids(ids, lambda index: self.path(ids[index]))

    # Nodes.

    def _node(self, place: int) -> None:
        """Take in any node, with a look at everything in it."""
        path, nodes = self.node_table.way(place), self.nodes
        node = self.decoder.expect_object(nodes.items[place], path, "a node")
        nodes.ids[place] = id = self._id(node, path)
        if nodes.places.setdefault(id, place) != place:
            first = path_text(self.path(id))
            message = f"a second node has the id '{visible(id)}'; the first is {first}"
            self._note("duplicate-node", message, path, id)
            return
        self._check(node, path)
        told = self.dialect.told(node)
        nodes.roles[place] = told.role
        if not told.role:
            self._put_aside(node, path)
            return
        data = self._data(id, node, told)
        if told.role != CLAIM:
            nodes.steps[place] = told, data
            return
        if not told.text:
            message = f"the claim '{visible(id)}' has no text"
            self.decoder.notes.add(Note("no-text", message, path, ids=(id,)))
        nodes.claims.append(Claim(id, told.text, data=data))

    def _edges(self, edges: Table) -> list[tuple[int, int]]:
        """The places of the ends of edges among which are unusual ones."""
        tail, head, places = self.dialect.tail, self.dialect.head, self.nodes.places
        found: list[tuple[int, int]] = []
        for number, item in enumerate(edges.items):
            found += usual_edges((item,), tail, head, places) or [self._edge(item, number)]
        return found

    def _edge(self, item: Any, number: int) -> tuple[int, int]:
        """The places of the ends of any edge."""
        path, places = self.edge_table.way(number), self.nodes.places
        edge = self.decoder.expect_object(item, path, "an edge")
        ends = []
        for name in (self.dialect.tail, self.dialect.head):
            raw = edge.get(name)
            if raw is not None and type(raw) is not str and type(raw) is not int:
                message = f"{name} must be a text or a whole number, not {kind_of(raw)}"
                raise self.decoder.error((*path, name), message, hint=_ID)
            ends.append("" if raw is None else str(raw))
        missing = [end for end in ends if end not in places]
        if missing:
            named = " and ".join([f"'{visible(end)}'" if end else "nothing" for end in missing])
            message = f"the edge names {named}, and there is no such node"
            self._note("dangling-edge", message, path, *[end for end in missing if end])
        self.odd_ends = True
        return places.get(ends[0], -1), places.get(ends[1], -1)

    def _id(self, node: dict[str, Any], path: Path) -> str:
        name = self.dialect.id
        if name not in node:
            hint = f'add "{name}", its id'
            raise self.decoder.error(path, f'the node has no "{name}"', hint=hint)
        raw = node[name]
        id = id_of(raw)
        if id is None:
            told = "an empty one" if raw == "" else kind_of(raw)
            message = f"{name} must be a text or a whole number, not {told}"
            raise self.decoder.error((*path, name), message, hint=_ID)
        found: str = self.decoder.ruled(identifier, id, (*path, name), name)
        return found

    def _check(self, node: dict[str, Any], path: Path) -> None:
        for name in self.dialect.texts:
            if name in node:
                self.decoder.ruled(text, node[name], (*path, name), name)

    def _put_aside(self, node: dict[str, Any], path: Path) -> None:
        kind = node.get(self.dialect.type)
        if kind not in self.dialect.aside:
            shown = f"type '{visible(kind[:40])}'" if isinstance(kind, str) else "a strange type"
            self.strange.setdefault(shown if self.dialect.type in node else "no type", []).append(
                path
            )

    def _tell_strange(self) -> None:
        for shown, paths in self.strange.items():
            whose = f"{len(paths):,} nodes have" if len(paths) > 1 else "a node has"
            kept = "; they are kept aside" if len(paths) > 1 else ASIDE
            message = f"{whose} {shown}, which says neither a claim nor a link"
            self.decoder.notes.add(Note("unknown-type", message, paths[0], kept=kept))

    def _data(self, id: str, node: dict[str, Any], told: Told) -> Data:
        kept = different(self.dialect.node(id, told), node)
        if not kept:
            return NO_DATA
        if self.decoder.trusted:
            return trusted_data(kept, (self.dialect.name, frozenset()))
        made: Data = self.decoder.ruled(free, {self.dialect.name: kept}, self.path(id), "a node")
        return made

    # Links.

    def _links(self, found: Mapping[int, Tied], schemes: Mapping[str, str]) -> list[Link]:
        nodes, scheme_of = self.nodes, schemes.get
        steps, ids, roles = nodes.steps, nodes.ids, nodes.roles
        links: list[Link] = []
        for place, (inputs, target) in found.items():
            told, data = steps[place]
            if told.role == "support":
                kind: type[Step] = Support
            elif told.role == "attack":
                kind = Rebuttal if roles[target] == CLAIM else Undercut
            else:
                links.append(self._ranked(ids[place], told, ids[inputs[0]], ids[target], data))
                continue
            one = len(inputs) == 1
            premises = (ids[inputs[0]],) if one else tuple([ids[input] for input in inputs])
            scheme = scheme_of(told.scheme)
            links.append(trusted_step(kind, ids[place], premises, ids[target], scheme, data))
        return links

    def _ranked(self, id: str, told: Told, first: str, second: str, data: Data) -> Link:
        if told.role == "rephrase":
            return Rephrase(id, first, second, told.manner, data=data)
        return Preference(id, first, second, data=data)

    def _tell_faults(self, woven: WovenPlaces) -> None:
        ids, roles = self.nodes.ids, self.nodes.roles
        for place, fault in woven.faults.items():
            id = ids[place]
            message = f"the {roles[place]} '{visible(id)}' {fault}, so it is no link"
            self._note("loose-scheme", message, self.path(id), id)
        if len(woven.used) < len(self.pairs):
            for number, pair in enumerate(self.pairs):
                if number not in woven.used and all(self._is_sound(end, woven) for end in pair):
                    self._tell_loose(number, *[ids[end] for end in pair])

    def _is_sound(self, place: int, woven: WovenPlaces) -> bool:
        return place >= 0 and self.nodes.roles[place] != "" and place not in woven.faults

    def _tell_loose(self, number: int, tail: str, head: str) -> None:
        message = (
            f"the edge from '{visible(tail)}' to '{visible(head)}' says nothing that a map can say"
        )
        self._note("loose-edge", message, self.edge_table.way(number), tail, head)

    # What is kept.

    def _kept(self, woven: WovenPlaces) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        nodes, edges, claims = self.nodes, self.edge_table.items, len(self.nodes.claims)
        in_order = nodes.roles[:claims].count(CLAIM) == claims  # then what follows are no claims
        if not in_order or claims + len(woven.ends) < len(nodes.items):
            faulty = woven.faults
            kept["nodes"] = [
                id if role and place not in faulty else nodes.items[place]
                for place, (id, role) in enumerate(zip(nodes.ids, nodes.roles, strict=True))
            ]
        if not self._are_usual_edges(woven):
            kept["edges"] = list(edges)
            loose = [n for n in range(len(edges)) if n not in woven.used]
            if loose:
                kept["loose"] = loose
        return kept

    def _are_usual_edges(self, woven: WovenPlaces) -> bool:
        """Whether argmap would write just these edges."""
        if self.odd_ends or not (woven.in_order or self.pairs == ties_of(woven)):
            return False
        edges, dialect = self.edge_table.items, self.dialect
        usual = dialect.edge("", "", "")
        found, names = (
            map(dict.get, edges, repeat(dialect.edge_id)),
            map(dialect.edge_name, count(1)),
        )
        said = (dialect.edge_id, dialect.tail, dialect.head)
        beside = [(key, held) for key, held in usual.items() if key not in said]
        return (
            all(map(eq, found, names))
            and {len(usual)}.issuperset(map(len, edges))
            and all(
                [edge.get(key, _ABSENT) for edge in edges].count(held) == len(edges)
                for key, held in beside
            )
        )

    def _note(self, code: str, message: str, path: Path, *ids: str) -> None:
        self.decoder.notes.add(Note(code, message, path, ids=ids, kept=ASIDE))


def frozen_data(decoder: Decoder, name: str, kept: dict[str, Any]) -> Data:
    """The free data of a map that keeps ``kept`` under ``name``; nothing if there is nothing."""
    try:
        return Data({name: kept} if kept else {})
    except ValueError as error:  # it nests too deep; what else data can't hold isn't in a document
        raise decoder.error((), f"the document can't be kept: {error}") from None


def scheme_ids(names: Iterable[str]) -> dict[str, str]:
    """The id of each scheme by its name, in the order of the names."""
    taken: dict[str, str] = {}
    found: dict[str, str] = {}
    counts: dict[str, int] = {}
    for name in names:
        if name not in found:
            found[name] = fresh_id(slug(name) or "scheme", taken, counts)
            taken[found[name]] = name
    return found
