"""Reads assurance cases in XMI: nodes as claims, strategies as warrants, relations between what their paths name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field

from ...limits import Limits
from ...model.ids import fresh_id, slug
from ...model.records import About, Group
from ...source import SourceText, visible
from ...xmltext import Element, kept, parse_xml
from ..format import Reading
from ..map_builder import ASIDE, MapBuilder
from .words import (
    ARM,
    CONTEXTS,
    NAME,
    NAMESPACES,
    RELATIONS,
    STRATEGIES,
    XMI,
    XSI,
    kind_of_element,
    node_type,
)

__all__ = ["read"]

_PACKAGES = ("argumentPackage", "containsArgument", "argumentAsset", "containsArgumentElement")
_NESTING = ("http://www.certware.net/gsn", "http://www.certware.net/cae")


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that an assurance case in XMI says.

    Goals, claims, strategies, solutions, contexts, assumptions and justifications are claims, with their types as tags.
    What supports a goal is linked in one support, a strategy between them its warrant; inferences and evidence are
    supports, challenges and counter-evidence attacks. Contexts are warrants of the steps to what they are the context of.
    Assumptions are assumed, what is to be developed or supported is questioned. Packages within the outermost are
    groups. Descriptions, notes and values are kept.
    """
    document = parse_xml(source, limits=limits)
    root = document.root
    spaces = [child.namespace for child in root.children] if root.name == "XMI" else []
    if not any(space.startswith(NAMESPACES) for space in (root.namespace, *spaces)):
        message = "this isn't an assurance case of GSN, CAE, ARM or SACM"
        raise document.error((root,), message, hint="name the format, if it is another one")
    return _Reader(MapBuilder(document, NAME, limits)).reading(strict)


@define
class _Reader:
    builder: MapBuilder
    nodes: dict[Element, str] = field(factory=dict)
    types: dict[str, str] = field(factory=dict)
    by_path: dict[str, Element] = field(factory=dict)
    relations: list[Element] = field(factory=list)
    supporters: dict[str, dict[str, Element]] = field(factory=dict)
    contexts: dict[str, list[str]] = field(factory=dict)
    steps: dict[Element, str] = field(factory=dict)
    pairs: int = 0
    explicit: list[tuple[str, list[str], list[str], list[str], Element]] = field(factory=list)

    def reading(self, strict: bool) -> Reading:
        root = self.builder.document.root
        for top in root.children if root.name == "XMI" else [root]:
            self._walk(top)
        self._name_steps()
        for relation in self.relations:
            self._relate(relation)
        for node in list(self.nodes):
            self._refer(node)
        self._keep_contexts()
        for role, premises, targets, warrants, element in self.explicit:
            self._explicit_steps(role, premises, targets, warrants, element)
        self._supports()
        return self.builder.reading(strict=strict)

    def _name_steps(self) -> None:
        """Give the relations that are steps their ids, for others may lead to them."""
        taken: dict[str, Any] = dict(self.builder.elements)
        counts: dict[str, int] = {}
        for relation in self.relations:
            said = RELATIONS[kind_of_element(relation)]
            if said in ("support", "attack"):
                id = fresh_id(self._wish(relation) or said, taken, counts)
                self.steps[relation], taken[id] = id, relation

    # Nodes and packages.

    def _walk(self, root: Element) -> None:
        """Take in every node, by its path as references have it; relations are gathered for later."""
        nested = root.namespace.startswith(_NESTING)
        if not node_type(root, nested=False):
            title = _text(root) or _name(root)
            self.builder.about = About(title)
        todo: list[tuple[Element, str, str | None, str]] = [(root, "/", None, "")]
        while todo:
            element, path, group, holder = todo.pop()
            self.by_path[path] = element
            if raw := element.attributes.get(f"{XMI}id"):
                self.by_path.setdefault(raw, element)
            kind = kind_of_element(element)
            type = node_type(element, nested=nested and element is not root)
            if kind in RELATIONS:
                self.relations.append(element)
                below = self._below(element, path, group, "")
                todo += [one for one in below if self._is_node(one[0])]
                continue
            if type:
                holder = self._node(element, type, group, holder)
            elif element is not root and element.name in _PACKAGES and self._is_package(element):
                group = self._group(element, group)
            elif element is not root and not holder:
                self._keep(element)
                continue
            todo += reversed([*self._below(element, path, group, holder)])

    def _below(
        self, element: Element, path: str, group: str | None, holder: str
    ) -> Iterator[tuple[Element, str, str | None, str]]:
        counts: dict[str, int] = {}
        for child in element.children:
            number = counts.get(child.name, 0)
            counts[child.name] = number + 1
            yield child, f"{path}/@{child.name}.{number}", group, holder

    def _is_package(self, element: Element) -> bool:
        return (
            not kind_of_element(element)
            or "Package" in kind_of_element(element)
            or kind_of_element(element)
            in (
                "Module",
                "Contract",
                "Argument",
            )
        )

    def _group(self, element: Element, parent: str | None) -> str:
        title = _text(element) or _name(element)
        groups = self.builder.groups
        id = self.builder.record_id("group", groups, slug(title) or "package")
        groups[id] = Group(id, title, parent)
        return id

    def _keep(self, element: Element) -> None:
        kind = kind_of_element(element)
        if kind:
            message = f"there are no nodes of the type '{visible(kind)}'"
            self.builder.put_aside("unknown-type", message, element)
        else:
            self.builder.kept.setdefault("more", []).append(kept(element, tidy=True))

    def _node(self, element: Element, type: str, group: str | None, holder: str) -> str:
        name, held = _name(element), element.attributes
        text = _text(element) or held.get("description", "") or name
        said = "true" in (held.get("undeveloped"), held.get("toBeSupported"))
        open = said and type not in STRATEGIES
        assumed = type == "Assumption" or held.get("assumed") == "true"
        known = ("content", f"{XSI}type")
        besides = {_local(key): value for key, value in held.items() if value and key not in known}
        more = [kept(child, tidy=True) for child in element.children if not self._is_node(child)]
        id = self.builder.claim(
            "" if (wish := self._wish(element)) in self.builder.elements else wish,
            text,
            element,
            kept={**besides, "more": more},
            title=name if name != text else "",
            stance="assumed" if assumed else "questioned" if open else "asserted",
            tags=(type,),
            group=group,
        )
        self.nodes[element], self.types[id] = id, type
        if holder and type in CONTEXTS:
            self.contexts.setdefault(holder, []).append(id)
        elif holder:
            self.supporters.setdefault(holder, {})[id] = element
        return id

    def _is_node(self, element: Element) -> bool:
        nested = self.builder.document.root.namespace.startswith(_NESTING)
        return bool(node_type(element, nested=nested)) or kind_of_element(element) in RELATIONS

    def _wish(self, element: Element) -> str:
        """The id that an element has by its names, if one of them is short enough."""
        held = element.attributes
        names = [held.get(name, "") for name in ("gid", "identifier", "name", f"{XMI}id")]
        kind = kind_of_element(element)
        short = [name for name in names if name and name not in (kind, "Goal", "Strategy")]
        short = [name for name in short if len(name) <= 40 and not any(map(str.isspace, name))]
        return short[0] if short else ""

    # Relations.

    def _ends(self, element: Element, name: str) -> list[str]:
        """The ids of the nodes that an attribute refers to; what it refers to in vain is told."""
        found = []
        raws = element.attributes.get(name, "").split()
        raws += [
            child.attributes.get("href", "") or child.attributes.get(f"{XMI}idref", "")
            for child in element.named(name)
        ]
        for raw in raws:
            key = raw.rpartition("#")[2]
            node = self.by_path.get(key) or self.by_path.get(f"{key}.0")
            id = self.nodes.get(node) or self.steps.get(node) if node is not None else None
            if id:
                found.append(id)
            else:
                message = (
                    f"the {element.name} refers to '{visible(raw)}', and there is no such node"
                )
                self.builder.note("dangling-reference", message, element, kept=ASIDE)
        return list(dict.fromkeys(found))

    def _relate(self, element: Element) -> None:
        said = RELATIONS[kind_of_element(element)]
        tails, heads = self._ends(element, "source"), self._ends(element, "target")
        if not tails or not heads:
            message = f"the {kind_of_element(element)} lacks an end"
            self.builder.put_aside("loose-link", message, element)
            return
        self.pairs += len(tails) * len(heads)
        self.builder.check("links", self.pairs, element)
        if said == "supported by":
            for conclusion in tails:
                table = self.supporters.setdefault(conclusion, {})
                table.update({id: element for id in heads if id not in table})
        elif said == "in context of" or (said == "context" and self._is_turned(tails, heads)):
            for holder in tails:
                self.contexts.setdefault(holder, []).extend(heads)
        elif said == "context":
            for holder in heads:
                self.contexts.setdefault(holder, []).extend(tails)
        else:
            if self._is_turned(tails, heads):
                tails, heads = heads, tails
            self.explicit.append((said, tails, heads, self._ends(element, "reasoning"), element))

    def _is_turned(self, tails: list[str], heads: list[str]) -> bool:
        """Whether a relation of ARM runs from what is supported, as CertWare writes them."""
        if self.builder.document.root.namespace != ARM:
            return False
        told = [self.types.get(id) == "InformationElement" for id in (tails[0], heads[0])]
        return told[1] or not told[0]

    def _refer(self, element: Element) -> None:
        """A strategy may name its solutions instead of holding them."""
        if "solution" in element.attributes:
            for id in self._ends(element, "solution"):
                self.supporters.setdefault(self.nodes[element], {}).setdefault(id, element)

    def _keep_contexts(self) -> None:
        for holder, ids in self.contexts.items():
            self.contexts[holder] = list(dict.fromkeys(ids))
            if holder in self.builder.claims:
                claim = self.builder.claims[holder]
                data = {**claim.data.get(NAME, {}), "contexts": self.contexts[holder]}
                self.builder.change(holder, data={**claim.data, NAME: data})

    def _explicit_steps(
        self,
        role: str,
        premises: list[str],
        targets: list[str],
        warrants: list[str],
        element: Element,
    ) -> None:
        """One step for each target of a relation that says itself what it is."""
        counter = element.attributes.get("isCounter") == "true"
        for number, target in enumerate(targets):
            raw = self.steps[element] if not number else ""
            licence = (*warrants, *self.contexts.get(target, ()))
            said = "attack" if counter else role
            self.builder.step(raw, said, premises, target, element, warrants=licence)

    def _supports(self) -> None:
        """One support by all that supports a conclusion itself, and one by what each of its strategies holds."""
        uses = Counter([id for supporters in self.supporters.values() for id in supporters])
        told = set()
        for conclusion, supporters in self.supporters.items():
            if self.types.get(conclusion) in STRATEGIES:
                continue
            # A strategy that serves several goals is a premise of each, for what it holds isn't told twice.
            strategies = [id for id in supporters if self.types.get(id) in STRATEGIES]
            direct = [id for id in supporters if self.types.get(id) not in STRATEGIES]
            context = self.contexts.get(conclusion, [])
            self.pairs += len(context) * len(supporters)
            self.builder.check("links", self.pairs)
            if direct:
                self._step(direct, conclusion, supporters[direct[0]], context)
            for strategy in strategies:
                below = list(self.supporters.get(strategy, ())) if uses[strategy] == 1 else []
                more = [*context, *(self.contexts.get(strategy, ()) if below else ())]
                told.update([strategy] if below else [])
                licence = [strategy, *more] if below else more
                self._step(below or [strategy], conclusion, supporters[strategy], licence)
        for strategy, below_it in self.supporters.items():
            if self.types.get(strategy) in STRATEGIES and strategy not in told:
                first = next(iter(below_it.values()))
                self._step(list(below_it), strategy, first, self.contexts.get(strategy, []))

    def _step(
        self, premises: list[str], target: str, element: Element, warrants: Iterable[str]
    ) -> None:
        more: Any = tuple(dict.fromkeys(warrants))
        self.builder.step("", "support", premises, target, element, warrants=more)


def _name(element: Element) -> str:
    """What an element is called."""
    names = ("identifier", "name", "gid")
    return next((held for name in names if (held := element.attributes.get(name, ""))), "")


def _text(element: Element) -> str:
    """What an element says, wherever its dialect has it."""
    if text := element.attributes.get("content", ""):
        return text
    for child in element.children:
        if child.name in ("description", "content", "statement"):
            for part in child.walk():
                for name in ("sExpression", "value", "content"):
                    if part.attributes.get(name):
                        return part.attributes[name]
            if text := child.whole_text.strip():
                return text
    return ""


def _local(name: str) -> str:
    return name.rpartition("}")[2]
