"""The XML of Compendium: nodes of IBIS on maps, and links between them.

::

    <model rootview="1">
      <views><view viewref="1" noderef="2"/><view viewref="1" noderef="3"/></views>
      <nodes>
        <node id="1" type="2" label="Home"/>
        <node id="2" type="3" label="Are co-ops good?"/>
        <node id="3" type="4" label="They are."/>
      </nodes>
      <links><link id="4" type="39" from="3" to="2"/></links>
    </model>

The numbers of the types are those of Compendium's own source: 2 is a map, 3 an issue, 4 a position, ...
"""

from __future__ import annotations

from typing import Any

from attrs import define, evolve, field

from ..limits import Limits
from ..model.claim import Claim
from ..model.link import Answer, Rephrase
from ..model.records import Citation, Group, Source
from ..source import SourceText, visible
from ..xmltext import Element, kept, parse_xml
from .format import Format, Reading
from .map_builder import MapBuilder, expect_root
from .root_element import root_element

__all__ = ["COMPENDIUM"]

NAME = "compendium"
_ISSUE, _REFERENCE = "issue", "reference"
_TYPES = {
    "1": "list",
    "2": "map",
    "3": _ISSUE,
    "4": "position",
    "5": "argument",
    "6": "pro",
    "7": "con",
    "8": "decision",
    "9": _REFERENCE,
    "10": "note",
}
_SHORTCUT = 10
"""A shortcut's type is this much more than that of the node it stands for."""

_VIEWS = ("list", "map")
_CLAIMS = ("position", "argument", "pro", "con", "decision")
_LINKS = {
    "39": "responds to",
    "40": "supports",
    "41": "objects to",
    "42": "challenges",
    "43": "specializes",
    "44": "expands on",
    "45": "related to",
    "46": "about",
    "47": "resolves",
}
_ROLES = {"supports": "support", "objects to": "attack", "challenges": "attack"}


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that an export of Compendium says.

    Questions are issues; answers, arguments, pros, cons and decisions are claims with their type as a tag; maps and
    lists are groups, references sources. A link says what its type says: a support, a rebuttal, a
    rephrase; where it only responds, an answer to an issue, a support by a pro, a rebuttal by a con.
    References that are linked to a claim or an issue are cited there. Other links, notes, authors,
    times and details are kept.
    """
    document = parse_xml(source, limits=limits)
    root = expect_root(document, ["model"], "Compendium's XML")
    return _Reader(MapBuilder(document, NAME, limits), root).reading(strict)


@define
class _Reader:
    builder: MapBuilder
    root: Element
    types: dict[str, str] = field(factory=dict)
    holders: dict[str, list[str]] = field(factory=dict)
    cited: dict[str, dict[str, Citation]] = field(factory=dict)

    def reading(self, strict: bool) -> Reading:
        nodes = self._all("nodes", "node")
        for view in self._all("views", "view"):
            held = view.attributes
            self.holders.setdefault(held.get("noderef", ""), []).append(held.get("viewref", ""))
        for node in nodes:
            self.types.setdefault(node.attributes.get("id", ""), _type(node))
        for node in nodes:
            if _type(node) in _VIEWS:
                self._group(node)
        self._nest()
        for node in nodes:
            if _type(node) not in _VIEWS:
                self._node(node)
        for link in self._all("links", "link"):
            self._link(link)
        self._put_citations()
        self._keep_besides()
        return self.builder.reading(strict=strict)

    def _all(self, holder: str, name: str) -> list[Element]:
        return [element for part in self.root.named(holder) for element in part.named(name)]

    def _keep_besides(self) -> None:
        if root := self.root.attributes:
            self.builder.kept["root"] = dict(root)
        if views := self._all("views", "view"):
            self.builder.kept["views"] = [dict(view.attributes) for view in views]
        for part in self.root.children:
            if part.name not in ("views", "nodes", "links") and part.children:
                self.builder.kept.setdefault("more", []).append(kept(part, tidy=True))

    # Nodes.

    def _group(self, node: Element) -> None:
        id, label = node.attributes.get("id", ""), node.attributes.get("label", "")
        if not id or id in self.builder.groups:
            message = f"a second map has the id '{visible(id)}'" if id else "a map has no id"
            self.builder.put_aside("duplicate-id", message, node)
            return
        self.builder.groups[id] = Group(id, label, data=self.builder.data(_besides(node), node))

    def _nest(self) -> None:
        """Put each map into the first other that shows it; a circle is opened at its first map."""
        groups = self.builder.groups
        parents: dict[str, str] = {}
        for id in groups:
            holders = [one for one in self.holders.get(id, ()) if one in groups and one != id]
            if holders:
                parents[id] = holders[0]
        seen: dict[str, str] = {}
        for id in groups:
            one = id
            while one in parents and one not in seen:
                seen[one] = id
                one = parents[one]
            if seen.get(one) == id:
                parents.pop(one, None)
        for id, parent in parents.items():
            groups[id] = evolve(groups[id], parent=parent)

    def _node(self, node: Element) -> None:
        type, held = _type(node), node.attributes
        id, label = held.get("id", ""), held.get("label", "")
        groups = [one for one in self.holders.get(id, ()) if one in self.builder.groups]
        more: dict[str, Any] = {"group": groups[0] if groups else None}
        if type == _ISSUE:
            self.builder.issue(id, label, node, kept=_besides(node), **more)
        elif type in _CLAIMS:
            self.builder.claim(id, label, node, kept=_besides(node), tags=(type,), **more)
        elif type == _REFERENCE and (not id or id in self.builder.sources):
            message = (
                f"a second reference has the id '{visible(id)}'" if id else "a reference has no id"
            )
            self.builder.put_aside("duplicate-id", message, node)
        elif type == _REFERENCE:
            place = node.first("source")
            url = place.whole_text.strip() if place is not None else ""
            data = self.builder.data(_besides(node), node)
            self.builder.sources[id] = Source(id, label, url, data=data)
        elif type in _TYPES.values():
            self.builder.kept.setdefault("nodes", []).append(kept(node, tidy=True))
        else:
            shown = visible(held.get("type", ""))
            self.builder.put_aside(
                "unknown-type", f"there are no nodes of the type '{shown}'", node
            )

    # Links.

    def _link(self, link: Element) -> None:
        held = link.attributes
        tail, head = held.get("from", ""), held.get("to", "")
        missing = [end for end in (tail, head) if end not in self.types]
        said = _LINKS.get(held.get("type", ""), "")
        if missing:
            shown = " and ".join([f"'{visible(end)}'" for end in missing])
            self.builder.put_aside(
                "dangling-edge", f"the link names {shown}, and there is no such node", link
            )
        elif not (self._cite(tail, head) or self._relate(link, said, tail, head)):
            self.builder.kept.setdefault("links", []).append(kept(link, tidy=True))

    def _cite(self, tail: str, head: str) -> bool:
        """Whether the link ties a reference to what cites it."""
        builder = self.builder
        for source, citing in ((tail, head), (head, tail)):
            if source in builder.sources and (citing in builder.claims or citing in builder.issues):
                self.cited.setdefault(citing, {})[source] = Citation(source)
                return True
        return False

    def _put_citations(self) -> None:
        for id, found in self.cited.items():
            table: dict[str, Any] = (
                self.builder.claims if id in self.builder.claims else self.builder.issues
            )
            table[id] = evolve(table[id], citations=tuple(found.values()))

    def _relate(self, link: Element, said: str, tail: str, head: str) -> bool:
        """Whether the link says something of claims and issues that a map can say."""
        builder, raw = self.builder, link.attributes.get("id", "")
        if tail not in builder.claims:
            return False
        data = builder.data(_of_link(link), link)
        if head in builder.issues:
            if said not in ("responds to", "resolves", "supports"):
                return False
            id = builder.id(raw, "answer", link)
            builder.link(Answer(id, tail, head, data=data), link)
            return True
        if head not in builder.claims:
            return False
        if said == "specializes" and tail != head:
            id = builder.id(raw, "rephrase", link)
            builder.link(Rephrase(id, tail, head, "specialises", data=data), link)
            return True
        role = _ROLES.get(said) or (_of_tag(builder.claims[tail]) if said == "responds to" else "")
        if role:
            label = link.attributes.get("label", "")
            builder.step(raw, role, [tail], head, link, kept=_of_link(link), label=label)
        return bool(role)


def _of_tag(claim: Claim) -> str:
    """What a node says by responding: a pro supports, a con attacks, others neither."""
    return {"pro": "support", "con": "attack"}.get(claim.tags[0], "")


def _type(node: Element) -> str:
    raw = node.attributes.get("type", "")
    if raw not in _TYPES and raw.isdecimal() and len(raw) < 3:
        raw = str(int(raw) - _SHORTCUT)
    return _TYPES.get(raw, "")


def _besides(node: Element) -> dict[str, Any]:
    """What a node holds besides its id and label, without what is empty."""
    usual = ("id", "label", "type") if node.attributes.get("type") in _TYPES else ("id", "label")
    made: dict[str, Any] = {
        n: held for n, held in node.attributes.items() if n not in usual and held
    }
    for child in node.children:
        pages = [page.whole_text for page in (child.named("page") or [child])]
        if child.name in ("details", "detail") and any(page.strip() for page in pages):
            made["details"] = pages
        elif child.name not in ("details", "detail") and (
            child.children or child.whole_text.strip()
        ):
            made.setdefault("more", []).append(kept(child, tidy=True))
    return made


def _of_link(link: Element) -> dict[str, Any]:
    said = ("id", "from", "to", "label")
    made: dict[str, Any] = {
        name: v for name, v in link.attributes.items() if name not in said and v
    }
    made["more"] = [kept(child, tidy=True) for child in link.children]
    return made


def sniff(text: str) -> bool:
    """Whether the outermost element is ``model`` with a root view."""
    root = root_element(text)
    return root.name == "model" and "rootview" in root.attributes


COMPENDIUM = Format(
    name=NAME,
    title="Compendium XML",
    suffixes=(".compendium.xml", ".xml"),
    read=read,
    sniff=sniff,
)
