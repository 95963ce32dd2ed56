"""Reads the nodes and edges of a scheme graph into claims, links and schemes, and keeps the rest.

What the model has no place for stays in the map's free data, under the format's name: ``nodes`` has the nodes in
the document's order, by id where the map has them, else whole; ``edges`` has the edges, ``loose`` the
numbers of those that no link stands for. Neither is kept where argmap would write them just so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import define, field

from ..jsontext import Path, kind_of, path_text
from ..model.claim import Claim
from ..model.data import NO_DATA, Data, trusted_data
from ..model.ids import fresh_id, slug
from ..model.link import Link, Preference, Rebuttal, Rephrase, Step, Support, Undercut
from ..model.records import Scheme
from ..model.trusted import trusted_claim, trusted_step
from ..source import visible
from .decoder import Decoder
from .dialect import Dialect, Told, different, id_of
from .node_pattern import NodePattern
from .notes import Note
from .rules import free, identifier, text
from .usual_nodes import usual_edges, usual_nodes
from .weaving import CLAIM, Tied, WovenPlaces, ties_of, weave_places

__all__ = ["GraphReader", "frozen_data", "scheme_ids"]

ASIDE = "; it is kept aside"
_ABSENT = object()
_ID = "write the id of a node, in quotes"


@define
class GraphReader:
    """Takes nodes, then edges, and gives the parts of a map.

    ``places`` has the place of every node among ``nodes``, ``ids`` and ``roles`` its id and its role (none for
    what is neither a claim nor a step), ``steps`` what each step says and its free data. ``pairs`` are
    the places of the ends of ``edges``, -1 for what isn't there; ``odd_ends`` says that an edge may
    name a node by a number.
    """

    decoder: Decoder
    dialect: Dialect
    pattern: NodePattern = field(init=False)
    ids: list[str] = field(factory=list)
    roles: list[str] = field(factory=list)
    claims: list[Claim] = field(factory=list)
    steps: dict[int, tuple[Told, Data]] = field(factory=dict)
    strange: dict[str, list[Path]] = field(factory=dict)
    edges: Sequence[Any] = ()
    pairs: list[tuple[int, int]] = field(factory=list)
    places: dict[str, int] = field(factory=dict)
    nodes: Sequence[Any] = ()
    nodes_path: Path = ()
    node_keys: Sequence[str | int] = ()
    edges_path: Path = ()
    edge_keys: Sequence[str | int] = ()
    odd_ends: bool = False

    @pattern.default
    def _usual_nodes(self) -> NodePattern:
        return NodePattern(self.dialect, self.decoder.limits)

    def take_nodes(self, items: Sequence[Any], path: Path, keys: Sequence[str | int]) -> None:
        """Take in the nodes in the container at ``path``, each with its key or index there."""
        self.nodes, self.nodes_path, self.node_keys = items, path, keys
        if self.decoder.trusted:
            taken = usual_nodes(self.pattern, items)
            self.places, self.ids, self.roles = taken.places, taken.ids, taken.roles
            self.claims, self.steps = taken.claims, taken.steps
        found, places, trusted = self.pattern.found, self.places, self.decoder.trusted
        ids, roles, claims = self.ids, self.roles, self.claims
        for place in range(len(ids), len(items)):
            item = items[place]
            usual = found(item) if trusted else None
            if usual is None or usual[0] in places:
                self._node(item, place)
                continue
            id, told, late = usual
            places[id] = place
            ids.append(id)
            data = trusted_data(item, late) if late else NO_DATA
            if isinstance(told, str):
                roles.append(CLAIM)
                claims.append(trusted_claim(id, told, data))
            else:
                roles.append(told.role)
                if told.role:
                    self.steps[place] = told, data

    def take_edges(self, items: Sequence[Any], path: Path, keys: Sequence[str | int]) -> None:
        """Take in the edges in the container at ``path``, after all nodes."""
        self.edges, self.edges_path, self.edge_keys = items, path, keys
        tail_name, head_name, place_of = self.dialect.tail, self.dialect.head, self.places.get
        usual = usual_edges(items, tail_name, head_name, self.places)
        if usual is not None:
            self.pairs = usual
            return
        pairs = self.pairs
        for number, item in enumerate(items):
            if type(item) is dict:
                tail, head = item.get(tail_name), item.get(head_name)
                if type(tail) is str and type(head) is str:
                    pair = place_of(tail, -1), place_of(head, -1)
                    if pair[0] >= 0 <= pair[1]:
                        pairs.append(pair)
                        continue
            self._edge(item, self.edge_path(number))

    def path(self, id: str) -> Path:
        """The way to the node with this id."""
        return (*self.nodes_path, self.node_keys[self.places[id]])

    def edge_path(self, number: int) -> Path:
        """The way to an edge."""
        return (*self.edges_path, self.edge_keys[number])

    def parts(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The parts of the map, and what of nodes and edges is to be kept for it."""
        woven = weave_places(self.roles, self.pairs)
        self._tell_faults(woven)
        names = [self.steps[place][0].scheme for place in woven.ends]
        schemes = scheme_ids([name for name in names if name])
        links = self._links(woven.ends, schemes)
        self._tell_strange()
        self.decoder.check_count("claims", len(self.claims), ("nodes",))
        self.decoder.check_count("links", len(links), ("nodes",))
        parts = {"claims": tuple(self.claims), "links": tuple(links)}
        made = tuple([Scheme(id, name) for name, id in schemes.items()])
        return {**parts, "schemes": made}, self._kept(woven)

    def data(self, kept: dict[str, Any]) -> Data:
        """The free data of the map, which keeps this; nothing if there is nothing."""
        name = self.dialect.name
        if self.decoder.trusted and kept:
            return trusted_data(kept, (name, frozenset()))
        return frozen_data(self.decoder, name, kept)

    def compare_ids(self) -> None:
        """Take note of ids that look alike or hold what can't be seen."""
        ids = self.ids
        if "" in self.roles:
            ids = [id for id, role in zip(ids, self.roles, strict=True) if role]
        self.decoder.notes.compare_ids(ids, lambda index: self.path(ids[index]))

    # Nodes.

    def _node(self, item: Any, place: int) -> None:
        """Take in any node, with a look at everything in it."""
        path = (*self.nodes_path, self.node_keys[place])
        node = self.decoder.expect_object(item, path, "a node")
        id = self._id(node, path)
        if id in self.places:
            first = path_text(self.path(id))
            message = f"a second node has the id '{visible(id)}'; the first is {first}"
            self._note("duplicate-node", message, path, id)
            self._take(id, "")
            return
        self.places[id] = place
        self._check(node, path)
        told = self.dialect.told(node)
        self._take(id, told.role)
        if not told.role:
            self._put_aside(node, path)
            return
        data = self._data(id, node, told)
        if told.role != CLAIM:
            self.steps[place] = told, data
            return
        if not told.text:
            message = f"the claim '{visible(id)}' has no text"
            self.decoder.notes.add(Note("no-text", message, path, ids=(id,)))
        self.claims.append(Claim(id, told.text, data=data))

    def _take(self, id: str, role: str) -> None:
        self.ids.append(id)
        self.roles.append(role)

    def _edge(self, item: Any, path: Path) -> None:
        """Take in any edge."""
        edge = self.decoder.expect_object(item, path, "an edge")
        ends = []
        for name in (self.dialect.tail, self.dialect.head):
            raw = edge.get(name)
            if raw is not None and type(raw) is not str and type(raw) is not int:
                message = f"{name} must be a text or a whole number, not {kind_of(raw)}"
                raise self.decoder.error((*path, name), message, hint=_ID)
            ends.append("" if raw is None else str(raw))
        missing = [end for end in ends if end not in self.places]
        if missing:
            named = " and ".join([f"'{visible(end)}'" if end else "nothing" for end in missing])
            message = f"the edge names {named}, and there is no such node"
            self._note("dangling-edge", message, path, *[end for end in missing if end])
        self.odd_ends = True
        self.pairs.append((self.places.get(ends[0], -1), self.places.get(ends[1], -1)))

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
        steps, ids, roles, scheme_of = self.steps, self.ids, self.roles, schemes.get
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
        for place, fault in woven.faults.items():
            id = self.ids[place]
            message = f"the {self.roles[place]} '{visible(id)}' {fault}, so it is no link"
            self._note("loose-scheme", message, self.path(id), id)
        if len(woven.used) < len(self.pairs):
            for number, pair in enumerate(self.pairs):
                if number not in woven.used and all(self._is_sound(end, woven) for end in pair):
                    self._tell_loose(number, *[self.ids[end] for end in pair])

    def _is_sound(self, place: int, woven: WovenPlaces) -> bool:
        return place >= 0 and self.roles[place] != "" and place not in woven.faults

    def _tell_loose(self, number: int, tail: str, head: str) -> None:
        message = (
            f"the edge from '{visible(tail)}' to '{visible(head)}' says nothing that a map can say"
        )
        self._note("loose-edge", message, self.edge_path(number), tail, head)

    # What is kept.

    def _kept(self, woven: WovenPlaces) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        claims = len(self.claims)
        in_order = self.roles[:claims].count(CLAIM) == claims  # then what follows are no claims
        if not in_order or claims + len(woven.ends) < len(self.nodes):
            faulty = woven.faults
            kept["nodes"] = [
                id if role and place not in faulty else self.nodes[place]
                for place, (id, role) in enumerate(zip(self.ids, self.roles, strict=True))
            ]
        if not self._are_usual_edges(woven):
            kept["edges"] = list(self.edges)
            loose = [n for n in range(len(self.edges)) if n not in woven.used]
            if loose:
                kept["loose"] = loose
        return kept

    def _are_usual_edges(self, woven: WovenPlaces) -> bool:
        """Whether argmap would write just these edges."""
        if self.odd_ends or not (woven.in_order or self.pairs == ties_of(woven)):
            return False
        edges, dialect = self.edges, self.dialect
        usual = dialect.edge("", "", "")
        names = list(map(dialect.edge_name, range(1, len(edges) + 1)))
        said = (dialect.edge_id, dialect.tail, dialect.head)
        beside = [(key, held) for key, held in usual.items() if key not in said]
        return (
            [edge.get(dialect.edge_id) for edge in edges] == names
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
