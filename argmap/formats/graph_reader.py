"""Reads the nodes and edges of a scheme graph into claims, links and schemes, and keeps the rest.

What the model has no place for stays in the map's free data, under the format's name: ``nodes`` has the nodes in
the document's order, by id where the map has them, else whole; ``edges`` has the edges, ``loose`` the
numbers of those that no link stands for. Neither is kept where argmap would write them just so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, field

from ..errors import ReadError
from ..jsontext import Path, kind_of, path_text
from ..model.claim import Claim
from ..model.data import NO_DATA, Data, checked_data
from ..model.ids import fresh_id, slug
from ..model.link import Link, Preference, Rebuttal, Rephrase, Support, Undercut
from ..model.records import Scheme
from ..source import visible
from .decoder import Decoder
from .dialect import Dialect, Told, different, id_of
from .notes import Note
from .rules import free, identifier, text
from .scheme_graph import CLAIM, Ends, Woven, ties, weave

__all__ = ["GraphReader", "frozen_data", "scheme_ids"]

ASIDE = "; it is kept aside"


@define
class GraphReader:
    """Takes nodes, then edges, and gives the parts of a map."""

    decoder: Decoder
    dialect: Dialect
    long_texts: bool = field(init=False)
    raws: dict[str, dict[str, Any]] = field(factory=dict)
    paths: dict[str, Path] = field(factory=dict)
    told: dict[str, Told] = field(factory=dict)
    order: list[Any] = field(factory=list)
    strange: dict[str, list[Path]] = field(factory=dict)
    edges: list[dict[str, Any]] = field(factory=list)
    pairs: list[tuple[str, str]] = field(factory=list)
    edge_paths: list[Path] = field(factory=list)

    @long_texts.default
    def _has_long_texts(self) -> bool:
        """Whether the document may hold a text past the limit, so that free data must be looked through."""
        text, most = self.decoder.document.source.text, self.decoder.limits.text_characters
        half = max(most // 2, 1)  # a text past the limit covers a whole stretch of this length
        starts = range(0, len(text) - half, half)
        return any(text.find('"', start, start + half) < 0 for start in starts)

    def node(self, item: Any, path: Path) -> None:
        """Take in a node."""
        node = self.decoder.expect_object(item, path, "a node")
        id = self._id(node, path)
        if id in self.paths:
            first = path_text(self.paths[id])
            message = f"a second node has the id '{visible(id)}'; the first is {first}"
            self._note("duplicate-node", message, path, id)
            self.order.append(node)
            return
        self.paths[id] = path
        self._check(node, path)
        told = self.dialect.told(node)
        if not told.role:
            self._put_aside(node, path)
            return
        if told.role == CLAIM and not told.text:
            message = f"the claim '{visible(id)}' has no text"
            self.decoder.notes.add(Note("no-text", message, path, ids=(id,)))
        self.raws[id] = node
        self.told[id] = told
        self.order.append(id)

    def edge(self, item: Any, path: Path) -> None:
        """Take in an edge, after all nodes."""
        edge = self.decoder.expect_object(item, path, "an edge")
        ends = []
        for name in (self.dialect.tail, self.dialect.head):
            raw = edge.get(name)
            if raw is not None and type(raw) is not str and type(raw) is not int:
                message = f"{name} must be a text or a whole number, not {kind_of(raw)}"
                raise self.decoder.error((*path, name), message)
            ends.append("" if raw is None else str(raw))
        missing = [end for end in ends if end not in self.paths]
        if missing:
            named = " and ".join([f"'{visible(end)}'" if end else "nothing" for end in missing])
            message = f"the edge names {named}, and there is no such node"
            self._note("dangling-edge", message, path, *[end for end in missing if end])
        self.edges.append(edge)
        self.pairs.append((ends[0], ends[1]))
        self.edge_paths.append(path)

    def parts(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The parts of the map, and what of nodes and edges is to be kept for it."""
        roles = {id: told.role for id, told in self.told.items()}
        woven = weave(roles, self.pairs)
        self._tell_faults(woven, roles)
        claims = [self._claim(id) for id, role in roles.items() if role == CLAIM]
        names = {id: self.told[id].scheme for id in woven.ends if self.told[id].scheme}
        schemes = scheme_ids(names.values())
        links = [self._link(id, ends, schemes) for id, ends in woven.ends.items()]
        self._tell_strange()
        self.decoder.check_count("claims", len(claims), ("nodes",))
        self.decoder.check_count("links", len(links), ("nodes",))
        parts = {"claims": tuple(claims), "links": tuple(links)}
        made = tuple([Scheme(id, name) for name, id in schemes.items()])
        return {**parts, "schemes": made}, self._kept(claims, woven)

    # Nodes.

    def _id(self, node: dict[str, Any], path: Path) -> str:
        name = self.dialect.id
        given = node.get(name)
        if type(given) is str and 0 < len(given) <= self.decoder.limits.id_characters:
            return given  # the usual case, without a call
        if name not in node:
            raise self.decoder.error(path, f'the node has no "{name}"')
        raw = node[name]
        id = id_of(raw)
        if id is None:
            told = "an empty one" if raw == "" else kind_of(raw)
            message = f"{name} must be a text or a whole number, not {told}"
            raise self.decoder.error((*path, name), message)
        found: str = self.decoder.ruled(identifier, id, (*path, name), name)
        return found

    def _check(self, node: dict[str, Any], path: Path) -> None:
        for name in self.dialect.texts:
            given = node.get(name)
            if type(given) is str and len(given) <= self.decoder.limits.text_characters:
                continue
            if name in node:
                self.decoder.ruled(text, node[name], (*path, name), name)

    def _put_aside(self, node: dict[str, Any], path: Path) -> None:
        self.order.append(node)
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

    def _data(self, id: str, told: Told) -> Any:
        kept = different(self.dialect.node(id, told), self.raws[id])
        if not kept:
            return NO_DATA
        if not self.long_texts:
            data = checked_data(kept, self.dialect.name)
            if data is not None:
                return data
        return self.decoder.ruled(free, {self.dialect.name: kept}, self.paths[id], "a node")

    def _claim(self, id: str) -> Claim:
        told = self.told[id]
        return Claim(id, told.text, data=self._data(id, told))

    # Links.

    def _link(self, id: str, ends: Ends, schemes: Mapping[str, str]) -> Link:
        told = self.told[id]
        data = self._data(id, told)
        if told.role == "rephrase":
            return Rephrase(id, ends.inputs[0], ends.target, told.manner, data=data)
        if told.role == "preference":
            return Preference(id, ends.inputs[0], ends.target, data=data)
        attack = Rebuttal if self.told[ends.target].role == CLAIM else Undercut
        kind = Support if told.role == "support" else attack
        return kind(id, ends.inputs, ends.target, scheme=schemes.get(told.scheme), data=data)

    def _tell_faults(self, woven: Woven, roles: Mapping[str, str]) -> None:
        for id, fault in woven.faults.items():
            message = f"the {roles[id]} '{visible(id)}' {fault}, so it is no link"
            self._note("loose-scheme", message, self.paths[id], id)
        for number, pair in enumerate(self.pairs):
            if number in woven.used or any(end not in roles or end in woven.faults for end in pair):
                continue
            message = "the edge from '{}' to '{}' says nothing that a map can say".format(
                *map(visible, pair)
            )
            self._note("loose-edge", message, self.edge_paths[number], *pair)

    # What is kept.

    def _kept(self, claims: list[Claim], woven: Woven) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        usual = [*[claim.id for claim in claims], *woven.ends]
        if self.order != usual:
            faulty = woven.faults
            kept["nodes"] = [
                self.raws[entry] if isinstance(entry, str) and entry in faulty else entry
                for entry in self.order
            ]
        if self.edges != self._usual_edges(woven):
            kept["edges"] = self.edges
            loose = [n for n in range(len(self.edges)) if n not in woven.used]
            if loose:
                kept["loose"] = loose
        return kept

    def _usual_edges(self, woven: Woven) -> list[dict[str, Any]]:
        pairs = [pair for id, ends in woven.ends.items() for pair in ties(id, ends)]
        name = self.dialect.edge_name
        return [self.dialect.edge(name(n), *pair) for n, pair in enumerate(pairs, 1)]

    def _note(self, code: str, message: str, path: Path, *ids: str) -> None:
        self.decoder.notes.add(Note(code, message, path, ids=ids, kept=ASIDE))


def frozen_data(decoder: Decoder, name: str, kept: dict[str, Any]) -> Data:
    """The free data of a map that keeps ``kept`` under ``name``; nothing if there is nothing."""
    try:
        return Data({name: kept} if kept else {})
    except ValueError as error:  # it nests too deep; what else data can't hold isn't in a document
        raise _deep(decoder, error) from None


def _deep(decoder: Decoder, error: ValueError) -> ReadError:
    return decoder.error((), f"the document can't be kept: {error}")


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
