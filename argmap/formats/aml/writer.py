"""Writes AML: the tree below one main claim, and the losses of what doesn't hang in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from attrs import define, field

from ...errors import Loss
from ...model.claim import Claim
from ...model.data import thaw
from ...model.map import ArgumentMap
from ...source import SourceText
from ...xmltext import Element, element_of, write_xml
from ..format import Rendering
from ..graph_plan import Plan, Planned, plan
from ..graph_writer import kept_of
from ..read_back import UNLIMITED, Said, losses_between
from ..scheme_graph import Ends
from .reader import read
from .words import (
    DIALECT,
    NAME,
    Instances,
    particulars,
    particulars_of,
    schemes_of,
    shared_schemes,
    text_source,
    usual_instances,
    words_of,
)

__all__ = ["write"]

_BEFORE = ('<!DOCTYPE ARG SYSTEM "argument.dtd">', "<?Araucaria UTF-8?>")


def write(map: ArgumentMap, *, indent: int | None = 2) -> Rendering:
    """The map as AML; all on one line where ``indent`` is None.

    The tree is the one below the first main claim that anything argues for or against.
    """
    planned = plan(map, DIALECT)
    tree = _Tree(map, planned)
    text = write_xml(tree.document(), indent=indent, before=_BEFORE)
    back = read(SourceText("", text), strict=False, limits=UNLIMITED).map
    said = Said()
    said.expect([*tree.losses, *planned.losses])
    said.match_links(map, back)
    return Rendering(text, losses_between(map, back, DIALECT.title, said), NAME)


@define
class _Tree:
    map: ArgumentMap
    planned: Plan
    losses: list[Loss] = field(factory=list)
    below: dict[str, list[Planned]] = field(factory=dict)
    written: dict[str, list[Planned]] = field(factory=dict)
    labels: dict[str, str] = field(factory=dict)

    def document(self) -> Element:
        """The whole document."""
        for step in self.planned.steps:
            self.below.setdefault(_ends(step).target, []).append(step)
        claims = {node.id: node for node in self.planned.claims}
        order = self._placed(claims)
        for id in claims:
            if id not in self.written:
                self._lose(id, f"AML holds one tree; this doesn't hang in that of '{order[0]}'")
        units = self._units(order, claims)
        return Element("ARG", content=[*self._beside(), *units, *self._loose()])

    def _placed(self, claims: Mapping[str, Planned]) -> list[str]:
        """The claims in the tree, each before those below it; their steps are put in ``written``."""
        roots = [claim.id for claim in self.map.main_claims] or list(claims)
        root = next((id for id in roots if id in self.below), roots[0] if roots else "")
        order: list[str] = []
        todo = [root] if root else []
        placed = dict.fromkeys(todo)
        while todo:
            id = todo.pop()
            order.append(id)
            held: list[Planned] = []
            for step in sorted(self.below.get(id, ()), key=_is_support):
                why = self._unplaceable(step, placed, held)
                if why:
                    self._lose(step.id, why)
                else:
                    held.append(step)
                    placed.update(dict.fromkeys(_ends(step).inputs))
            self.written[id] = held
            todo += reversed([end for step in held for end in _ends(step).inputs])
        return order

    def _unplaceable(self, step: Planned, placed: Mapping[str, Any], held: list[Planned]) -> str:
        """Why a step can't stand in the tree, or nothing."""
        inputs = _ends(step).inputs
        used = [end for end in inputs if end in placed]
        if used:
            return f"AML is a tree, in which '{used[0]}' stands elsewhere already"
        if not _is_support(step) and len(inputs) > 1:
            return "a refutation of AML is one proposition"
        if not _is_support(step) and any(not _is_support(other) for other in held):
            return "a proposition of AML has one refutation at most"
        return ""

    def _lose(self, id: str, why: str) -> None:
        kind = self.map[id].kind if id in self.map else "rebuttal"
        self.losses.append(Loss(kind, id, f"the {kind}", why))

    # Elements.

    def _units(self, order: list[str], claims: Mapping[str, Planned]) -> Iterator[Element]:
        """The unit at the top of the tree, with all below it."""
        steps = [step for id in order for step in self.written[id]]
        for step in steps:
            self._label(step)
        instances = self._instances(steps)
        units = {id: Element("AU", content=[self._prop(claims[id], instances)]) for id in order}
        for id in order:
            for step in self.written[id]:
                inputs = _ends(step).inputs
                name = "LA" if len(inputs) > 1 else "CA" if _is_support(step) else "REFUTATION"
                units[id].content.append(Element(name, content=[units[end] for end in inputs]))
        yield from (units[id] for id in order[:1])

    def _label(self, step: Planned) -> None:
        inputs = _ends(step).inputs
        label = getattr(self.map.elements.get(step.id), "label", "")
        labels = _kept(step).get("supportlabels")
        several = isinstance(labels, tuple) and len(labels) == len(inputs) and not label
        for number, end in enumerate(inputs):
            self.labels[end] = str(labels[number]) if several and labels else label

    def _instances(self, steps: list[Planned]) -> Instances:
        """Which proposition is in which instance of a scheme: as it was read, if that says the same."""
        said = [(step.told.scheme, _ends(step).inputs, _ends(step).target) for step in steps]
        held = kept_of(self.map, DIALECT).get("instances")
        found: Instances = thaw(held) if isinstance(held, Mapping) else {}
        if found and _sound(found):
            again = shared_schemes(found, [step[1:] for step in said])
            if again == [name for name, _, _ in said]:
                return found
        return usual_instances(said)

    def _prop(self, node: Planned, instances: Instances) -> Element:
        claim = self.map[node.id]
        missing = "yes" if isinstance(claim, Claim) and claim.implicit else "no"
        labels = {
            "nodelabel": _kept(node).get("nodelabel"),
            "supportlabel": self.labels.get(node.id),
        }
        own = {"identifier": node.id, "missing": missing}
        own |= {name: label for name, label in labels.items() if isinstance(label, str) and label}
        more = _kept(node).get("attributes")
        attributes = element_of(
            ["PROP", {**(thaw(more) if isinstance(more, Mapping) else {}), **own}]
        )
        offset = self._offset(node)
        text = Element("PROPTEXT", {"offset": offset} if offset else {})
        text.content += [node.told.text] if node.told.text else []
        made = Element("PROP", attributes.attributes if attributes else own, [text])
        names = {one.id: one.name for one in self.map.participants}
        made.content += [Element("OWNER", {"name": names[id]}) for id in claim.said_by]
        made.content += [
            Element("INSCHEME", {"scheme": scheme, "schid": number})
            for scheme, number in instances.get(node.id, [])
        ]
        made.content += _elements(_kept(node).get("more"))
        return made

    def _offset(self, node: Planned) -> str:
        source = text_source(self.map)
        for citation in self.map[node.id].citations:
            if source and citation.source == source.id and citation.start is not None:
                return str(citation.start)
        held = _kept(node).get("offset")
        return held if isinstance(held, str) else ""

    # Beside the tree.

    def _beside(self) -> Iterator[Element]:
        yield from schemes_of(self.map.schemes)
        source = text_source(self.map)
        words = words_of(source) if source else None
        if words is not None:
            yield Element("TEXT", content=[words] if words else [])
        origin = source.title if source else ""
        about = self.map.about
        usual = particulars_of(about, origin)
        held = element_of(kept_of(self.map, DIALECT).get("edata"))
        if held and particulars(held) == particulars(usual or Element("EDATA")):
            yield held
        elif usual:
            yield usual

    def _loose(self) -> list[Element]:
        return [e for e in _elements(kept_of(self.map, DIALECT).get("loose")) if e.name != "AU"]


def _ends(step: Planned) -> Ends:
    return cast("Ends", step.ends)


def _is_support(step: Planned) -> bool:
    return step.told.role == "support"


def _kept(node: Planned) -> Mapping[str, Any]:
    return node.kept if isinstance(node.kept, Mapping) else {}


def _elements(held: Any) -> list[Element]:
    made = [element_of(item) for item in held] if isinstance(held, tuple) else []
    return [element for element in made if element is not None]


def _sound(found: Any) -> bool:
    """Whether kept instances are what a reader keeps."""
    return all(
        isinstance(pairs, list)
        and all(
            isinstance(pair, list) and len(pair) == 2 and all(isinstance(x, str) for x in pair)
            for pair in pairs
        )
        for pairs in found.values()
    )
