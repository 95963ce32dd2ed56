"""Writes a map as the nodes and edges of a scheme graph, with what was kept when it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from attrs import define, field

from ..errors import Loss
from ..model.data import thaw
from ..model.map import ArgumentMap
from .dialect import Dialect, Told, dressed, id_of, undressed
from .graph_plan import Plan, Planned, plan
from .scheme_graph import ties

__all__ = ["GraphWriter", "kept_of"]


def kept_of(map: ArgumentMap, dialect: Dialect) -> Mapping[str, Any]:
    """What the map keeps of a document of this format; nothing if it keeps none."""
    kept = map.data.get(dialect.name)
    return kept if isinstance(kept, Mapping) else {}


@define
class GraphWriter:
    """Makes ``nodes`` and ``edges`` of a map; ``losses`` tells what they don't say."""

    map: ArgumentMap
    dialect: Dialect
    losses: list[Loss] = field(factory=list)
    nodes: list[dict[str, Any]] = field(factory=list)
    edges: list[dict[str, Any]] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        planned = plan(self.map, self.dialect)
        self.losses += planned.losses
        kept = kept_of(self.map, self.dialect)
        known = self._write_nodes(planned, kept)
        self._write_edges(planned, kept, known)

    def _write_nodes(self, planned: Plan, kept: Mapping[str, Any]) -> set[str]:
        """Write the nodes, in the order that is kept; the ids that the kept nodes had come back."""
        written = {node.id: node for node in (*planned.claims, *planned.steps)}
        claims, steps = iter(planned.claims), iter(planned.steps)
        of_claims = {node.id for node in planned.claims}
        known: set[str] = set()
        for entry in _listed(kept, "nodes"):
            if isinstance(entry, Mapping):
                id = id_of(entry.get(self.dialect.id)) or ""
                if id not in written or id in known:
                    self.nodes.append(thaw(entry))
                else:
                    why = "an element of the map has its id now"
                    self.losses.append(Loss("kept-node", id, "the node that was kept", why))
                known.add(id)
            elif isinstance(entry, str):
                known.add(entry)
                # The map's own order goes before the kept one, in which only places are left free.
                if entry in written:
                    following = claims if entry in of_claims else steps
                    self.nodes += [self._node(node) for node in islice(following, 1)]
        self.nodes += [self._node(node) for node in (*claims, *steps)]
        return known

    def _node(self, planned: Planned) -> dict[str, Any]:
        usual = self.dialect.node(planned.id, planned.told)
        if planned.kept is None:
            return usual
        made = dressed(usual, planned.kept)
        if id_of(made.get(self.dialect.id)) != planned.id or not self._says(made, planned.told):
            made = dressed(usual, undressed(self.dialect, planned.kept))
        return made

    def _says(self, node: Mapping[str, Any], told: Told) -> bool:
        texts = self.dialect.texts
        return self.dialect.told(node) == told and all(
            isinstance(node.get(name, ""), str) for name in texts
        )

    def _write_edges(self, planned: Plan, kept: Mapping[str, Any], known: set[str]) -> None:
        pairs = _pairs(planned)
        needed = Counter(pairs)
        there = {id_of(node.get(self.dialect.id)) for node in self.nodes}
        loose = set(_listed(kept, "loose"))
        for number, edge in enumerate(_listed(kept, "edges")):
            if not isinstance(edge, Mapping):
                continue
            pair = self._end(edge, self.dialect.tail), self._end(edge, self.dialect.head)
            if number in loose:
                if all(end in there or end not in known for end in pair):
                    self.edges.append(thaw(edge))
            elif needed[pair] > 0:
                needed[pair] -= 1
                self.edges.append(thaw(edge))
        taken = {id_of(edge.get(self.dialect.edge_id)) for edge in self.edges}
        self.edges += self._new_edges(pairs, needed, taken)

    def _end(self, edge: Mapping[str, Any], name: str) -> str:
        return id_of(edge.get(name)) or ""

    def _new_edges(
        self, pairs: list[tuple[str, str]], needed: Counter[tuple[str, str]], taken: set[Any]
    ) -> Iterator[dict[str, Any]]:
        number = 0
        for pair in pairs:
            if needed[pair] > 0:
                needed[pair] -= 1
                number += 1
                while self.dialect.edge_name(number) in taken:
                    number += 1
                yield self.dialect.edge(self.dialect.edge_name(number), *pair)


def _pairs(planned: Plan) -> list[tuple[str, str]]:
    return [pair for step in planned.steps if step.ends for pair in ties(step.id, step.ends)]


def _listed(kept: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    """A list that is kept; an empty one for what isn't a list."""
    held = kept.get(name)
    return held if isinstance(held, tuple) else ()
