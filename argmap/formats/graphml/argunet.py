"""Argunet's export: GraphML in which theses, arguments and their propositions stand as data of nodes.

A thesis is a claim, and so is an argument that isn't reconstructed. A reconstructed argument is a support: its
premises speak for its conclusion, over the conclusions between them. A proposition that stands in several
places is one claim. An edge that ties a proposition to itself says only that; a sketched edge to a
reconstructed argument bears on its last step.
"""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ...errors import InvalidMap
from ...model.claim import Claim
from ...model.ids import fresh_id
from ...model.link import Link, Rebuttal, Support, Undercut
from ...model.map import ArgumentMap
from ...model.records import About, Group
from ...source import visible
from ...xmltext import Element, kept
from ..decoder import Decoder
from ..format import Reading
from ..graph_reader import frozen_data
from ..notes import Note
from ..rules import text
from .document import NAME, Held, Parts

__all__ = ["ARGUNET", "read_argunet"]

ARGUNET = "http://www.argunet.org/xml/argml"


def read_argunet(parts: Parts, decoder: Decoder, *, strict: bool) -> Reading:
    """The map that an export of Argunet says; see the module."""
    reader = _Reader(parts, decoder)
    reader.take_groups()
    for index, held in enumerate(parts.nodes):
        reader.take_node(held, index)
    for index, held in enumerate(parts.edges):
        reader.take_edge(held, index)
    decoder.check_count("claims", len(reader.claims), ("graph",))
    decoder.check_count("links", len(reader.links), ("graph",))
    try:
        map = ArgumentMap(
            claims=tuple(reader.claims.values()),
            links=tuple(reader.links.values()),
            groups=tuple(reader.groups),
            about=reader.about(),
            data=frozen_data(decoder, NAME, reader.rest()),
        )
    except InvalidMap as error:
        raise decoder.error(("graph",), error.problems[0].message) from None
    return Reading(map, decoder.notes.told(strict=strict), NAME)


def _own(holder: Element) -> Element | None:
    """The element of Argunet's that the data of a node or edge hold."""
    for data in holder.named("data"):
        for child in data.children:
            if child.namespace == ARGUNET:
                return child
    return None


def _said(holder: Element, name: str) -> str:
    found = holder.first(name)
    return "" if found is None else found.whole_text.strip()


@define
class _Reader:
    """Claims, links and groups in the making.

    ``mains`` has for each node the claim it says, ``steps`` the support that an argument is.
    """

    parts: Parts
    decoder: Decoder
    claims: dict[str, Claim] = field(factory=dict)
    links: dict[str, Link] = field(factory=dict)
    groups: list[Group] = field(factory=list)
    homes: dict[int, str] = field(factory=dict)
    mains: dict[str, str] = field(factory=dict)
    steps: dict[str, str] = field(factory=dict)
    counts: dict[str, int] = field(factory=dict)

    def take_groups(self) -> None:
        """Take in the nodes with graphs inside."""
        for held in self.parts.groups:
            own = _own(held.element)
            node = held.element.attributes.get("id", "")
            id = node if own is None else own.attributes.get("id", node)
            self.homes[id_of(held)] = id
        for held in self.parts.groups:
            own = _own(held.element)
            title = "" if own is None else _said(own, "title")
            self.groups.append(Group(self.homes[id_of(held)], title, self._home(held)))

    def _home(self, held: Held) -> str | None:
        return None if held.inside is None else self.homes[id(held.inside)]

    def take_node(self, held: Held, index: int) -> None:
        """Take in a thesis or an argument."""
        own = _own(held.element)
        id = held.element.attributes.get("id", "")
        if own is None or own.name not in ("thesis", "argument"):
            message = f"the node '{visible(id)}' is neither a thesis nor an argument"
            raise self.decoder.error(("nodes", index), message)
        propositions = own.named("proposition")
        for each in (own, *propositions):
            self.decoder.ruled(text, each.whole_text, ("nodes", index), own.name)
        name = own.attributes.get("id") or id
        if own.name == "argument" and _conclusion(propositions) is not None:
            self._argument(own, name, propositions, self._home(held))
        else:
            said = _said(own, "content" if own.name == "thesis" else "description")
            self._claim(name, said, _said(own, "title"), self._home(held))
            self.mains[name] = name

    def _claim(self, id: str, said: str, title: str, home: str | None) -> None:
        there = self.claims.get(id)
        if there is None or (title and not there.title):
            self.claims[id] = Claim(id, said or (there.text if there else ""), title, group=home)

    def _argument(
        self, own: Element, name: str, propositions: list[Element], home: str | None
    ) -> None:
        """A reconstructed argument: a chain of supports, the last one under the argument's own id."""
        premises: list[str] = []
        last = _conclusion(propositions)
        wish = name if name not in self.claims else f"argument-{name}"
        kept_of_own = {"title": _said(own, "title"), "description": _said(own, "description")}
        for each in propositions:
            id = each.attributes.get("id") or f"{name}-{each.attributes.get('index', '')}"
            self._claim(id, _said(each, "content"), "", home)
            concludes = "conclusion" in each.attributes.get("type", "")
            if not (concludes and premises):
                premises.append(id)
                continue
            step = self._fresh(wish if each is last else f"{wish}-step")
            label = kept_of_own["title"] if each is last else ""
            ends = tuple(dict.fromkeys(premises))
            data = {NAME: kept_of_own} if each is last else {}
            self.links[step] = Support(step, ends, id, label=label, group=home, data=data)
            premises = [id]
            if each is last:
                self.mains[name], self.steps[name] = id, step

    def _fresh(self, wish: str) -> str:
        taken = self.claims.keys() | self.links.keys()
        return fresh_id(wish, taken, self.counts)

    def take_edge(self, held: Held, index: int) -> None:
        """Take in an edge: between propositions, or sketched between nodes."""
        own = _own(held.element)
        told = {} if own is None else own.attributes
        kind = told.get("type", "").lower().removeprefix("sketched")
        if kind not in ("support", "attack"):
            message = f"the edge says {visible(repr(told.get('type', 'nothing')))}"
            hint = "Argunet has support, attack, sketchedSupport and sketchedAttack"
            raise self.decoder.error(("edges", index), message, hint=hint)
        sketched = told["type"].lower().startswith("sketched")
        tail = self._end(told, "source", sketched=sketched)
        head = self._end(told, "target", sketched=sketched)
        if not tail or not head:
            message = "the edge ends at a node that isn't there"
            self.decoder.notes.add(
                Note("dangling-edge", message, ("edges", index), kept="; it is kept aside")
            )
        elif tail != head:
            attack = Undercut if head in self.links else Rebuttal
            id = self._fresh(held.element.attributes.get("id") or f"edge-{index + 1}")
            made = (Support if kind == "support" else attack)(id, (tail,), head)
            self.links[id] = made

    def _end(self, told: dict[str, str], end: str, *, sketched: bool) -> str:
        """The claim, or at a sketched edge's head the step, that an edge ends at; nothing if it isn't there."""
        node = told.get(f"{end}NodeId", "")
        proposition = told.get(f"{end}PropositionId", "")
        if not sketched and proposition in self.claims:
            return proposition
        if end == "target" and node in self.steps:
            return self.steps[node]
        return self.mains.get(node, node if node in self.claims else "")

    def about(self) -> About:
        """What Argunet says of the map as a whole."""
        root = self.parts.document.root
        found = {part.name: part for part in root.walk() if part.namespace == ARGUNET}
        debate = found.get("debate")
        title = _said(debate, "title") if debate is not None else ""
        described = [
            found[name].whole_text.strip()
            for name in ("subtitle", "mapDescription")
            if name in found
        ]
        return About(title, "\n".join([text for text in described if text]))

    def rest(self) -> dict[str, Any]:
        """The data of the whole map that Argunet alone has."""
        data = [*self.parts.document.root.named("data"), *self.parts.graph.named("data")]
        own = [
            kept(child) for each in data for child in each.children if child.namespace == ARGUNET
        ]
        return {"argunet": own} if own else {}


def id_of(held: Held) -> int:
    """What tells a node from every other."""
    return id(held.element)


def _conclusion(propositions: list[Element]) -> Element | None:
    """The last conclusion of an argument, if there is a premise before it."""
    ends = [each for each in propositions[1:] if "conclusion" in each.attributes.get("type", "")]
    return ends[-1] if ends else None
