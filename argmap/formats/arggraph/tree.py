"""The elements that say a map in arggraph XML, with what was kept when it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

from attrs import define, field

from ...model.claim import Claim
from ...model.data import thaw
from ...model.map import ArgumentMap
from ...xmltext import Element, element_of
from ..graph_plan import Plan, Planned
from ..scheme_graph import Ends
from .sides import worked_out_sides
from .words import ADD, EXAMPLE, NAME, ROLES, SEGMENT, SIDES, UNNAMED, usual_type

__all__ = ["Tree", "elementary_units", "implicit", "text_of", "tree"]


@define
class Tree:
    """The root of a document, and what of it has ids that no claim and no link has.

    ``segments`` are the elementary units, joints and the edges that tie them to claims; ``adds`` has the ids of
    the edges that bring further premises, by link and premise. ``unsided`` says that no claim has a
    side of its own, so that all are worked out.
    """

    root: Element
    segments: list[Element]
    adds: dict[str, dict[str, str]] = field(factory=dict)
    unsided: bool = False


def elementary_units(
    segments: Iterable[Element], spend: Callable[[int], None]
) -> dict[str, list[Element]]:
    """The elementary units that each argumentative unit is made of, in the text's order, by its id.

    ``spend`` is told how many there are for each; many that share many would be their product.
    """
    units = [element for element in segments if element.name == "edu"]
    joints = [element for element in segments if element.name == "joint"]
    holders = {element.attributes.get("id", ""): n for n, element in enumerate((*units, *joints))}
    into: dict[str, list[str]] = {}
    for edge in segments:
        if edge.name == "edge":
            into.setdefault(edge.attributes.get("trg", ""), []).append(
                edge.attributes.get("src", "")
            )
    found: dict[str, list[Element]] = {}
    for id in into:
        if id not in holders:
            numbers = sorted(dict.fromkeys(_inside(id, into, holders)))
            spend(len(numbers))
            found[id] = [units[number] for number in numbers if number < len(units)]
    return found


def _inside(id: str, into: Mapping[str, list[str]], holders: Mapping[str, int]) -> Iterator[int]:
    """The numbers of all units and joints that lead to ``id``."""
    todo, seen = [id], {id}
    while todo:
        for end in into.get(todo.pop(), ()):
            if end in holders and end not in seen:
                seen.add(end)
                yield holders[end]
                todo.append(end)


def _no_limit(_: int) -> None:
    """What is written was read within its limits."""


def text_of(units: Iterable[Element]) -> str:
    """The text that elementary units make together."""
    return " ".join([unit.whole_text for unit in units])


def tree(map: ArgumentMap, planned: Plan, kept: Mapping[str, Any]) -> Tree:
    """The document that says the plan of a map; ``kept`` is what the map keeps of a document of this format."""
    return _Grower(map, planned, kept).tree()


class _Grower:
    def __init__(self, map: ArgumentMap, planned: Plan, kept: Mapping[str, Any]) -> None:
        self.map, self.planned, self.kept = map, planned, kept
        self.claims = {node.id for node in planned.claims}
        self.taken = {node.id for node in (*planned.claims, *planned.steps)}
        self.loose = self._listed("loose")
        self.taken.update(_ids(self.loose))
        self.numbers = {"e": 0, "c": 0}

    def tree(self) -> Tree:
        segments = sorted(self._segments(), key=lambda element: element.name == "edge")
        sides = {node.id: _side(self.map[node.id]) for node in self.planned.claims}
        unsided = not any(sides.values())
        worked_out = {} if all(sides.values()) else worked_out_sides(self.planned)
        made = Tree(Element(NAME, self._attributes()), segments, unsided=unsided)
        adus = [
            Element("adu", self._unit_attributes(node, sides[node.id] or worked_out[node.id]))
            for node in self.planned.claims
        ]
        edges = [edge for edge in segments if edge.name == "edge"]
        units = [element for element in segments if element.name != "edge"]
        relations = [edge for step in self.planned.steps for edge in self._relation(step, made)]
        made.root.content += [*units, *adus, *edges, *relations, *self.loose]
        return made

    def _attributes(self) -> dict[str, str]:
        title = self.map.about.title
        return self._more({"id": title or UNNAMED}, self.kept.get("root"))

    def _unit_attributes(self, node: Planned, side: str) -> dict[str, str]:
        """The attributes of an argumentative unit; a side that isn't one was kept, or that there was none."""
        kept = node.kept.get("attributes") if isinstance(node.kept, Mapping) else None
        own = kept.get("type") if isinstance(kept, Mapping) else None
        odd = isinstance(own, str) and own not in SIDES and not _side(self.map[node.id])
        type = str(own) if odd else side
        return self._more({"id": node.id, **({"type": type} if type else {})}, kept)

    def _more(self, usual: dict[str, str], kept: Any) -> dict[str, str]:
        """Attributes with those that were kept besides, if they can be written."""
        kept = thaw(kept) if isinstance(kept, Mapping) else {}
        found = element_of([NAME, {**kept, **usual}])
        return (
            {**usual, **{name: v for name, v in found.attributes.items() if v or name != "type"}}
            if found
            else usual
        )

    def _listed(self, name: str) -> list[Element]:
        held = self.kept.get(name)
        made = [element_of(item) for item in held] if isinstance(held, tuple) else []
        return [element for element in made if element is not None]

    def _fresh(self, letter: str) -> str:
        self.numbers[letter] += 1
        while f"{letter}{self.numbers[letter]}" in self.taken:
            self.numbers[letter] += 1
        return f"{letter}{self.numbers[letter]}"

    def _segments(self) -> Iterator[Element]:
        """The kept units of the claims that still say what they did, and new ones for the others."""
        kept = self._listed("segments")
        ids = _ids(kept)
        if not self.taken.isdisjoint(ids):
            kept, ids = [], []
        self.taken.update(ids)
        units = elementary_units(kept, _no_limit)
        again = {
            node.id for node in self.planned.claims if self._says(units.get(node.id, []), node)
        }
        old = self.claims - again
        yield from (e for e in kept if e.name != "edge" or e.attributes.get("trg") not in old)
        for node in self.planned.claims:
            if node.id in old:
                yield from self._unit(node)

    def _says(self, units: list[Element], node: Planned) -> bool:
        return (text_of(units), implicit(units)) == (node.told.text, self._implicit(node))

    def _implicit(self, node: Planned) -> bool:
        claim = self.map[node.id]
        return isinstance(claim, Claim) and claim.implicit

    def _unit(self, node: Planned) -> Iterator[Element]:
        unit, edge = self._fresh("e"), self._fresh("c")
        more = {"implicit": "true"} if self._implicit(node) else {}
        yield Element("edu", {"id": unit, **more}, [node.told.text] if node.told.text else [])
        yield Element("edge", {"id": edge, "src": unit, "trg": node.id, "type": SEGMENT})

    def _relation(self, step: Planned, made: Tree) -> Iterator[Element]:
        """The edge of a step, and one for each further premise."""
        kept = step.kept if isinstance(step.kept, Mapping) else {}
        ends = cast("Ends", step.ends)
        usual = usual_type(step.told.role, ends.target in self.claims, step.told.scheme == EXAMPLE)
        type = kept.get("type")
        type = type if ROLES.get(str(type)) == step.told.role else usual
        first, *others = ends.inputs
        attributes = {"id": step.id, "src": first, "trg": ends.target, "type": str(type)}
        yield Element("edge", self._more(attributes, kept.get("attributes")))
        ids = self.kept.get("adds")
        ids = ids.get(step.id) if isinstance(ids, Mapping) else None
        for premise in others:
            wish = ids.get(premise) if isinstance(ids, Mapping) else None
            # Where the edge had no id it has none again.
            id = wish if isinstance(wish, str) and wish not in self.taken else self._fresh("c")
            self.taken.update([id] if id else [])
            made.adds.setdefault(step.id, {})[premise] = id
            named = {"id": id} if id else {}
            yield Element("edge", {**named, "src": premise, "trg": step.id, "type": ADD})


def implicit(units: list[Element]) -> bool:
    """Whether there are units, and nobody said any of them."""
    return bool(units) and all(unit.attributes.get("implicit") == "true" for unit in units)


def _ids(elements: Iterable[Element]) -> list[str]:
    return [id for element in elements if (id := element.attributes.get("id"))]


def _side(element: Any) -> str:
    """The side that alone says a claim, or an empty text."""
    return element.said_by[0] if len(element.said_by) == 1 and element.said_by[0] in SIDES else ""
