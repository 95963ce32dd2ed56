"""Reads arggraph XML: elementary units into the texts of claims, edges into links at any depth."""

from __future__ import annotations

from attrs import define, evolve, field

from ...limits import Limits
from ...model.records import About
from ...source import SourceText, visible
from ...xmltext import Element, kept, parse_xml
from ..format import Reading
from ..graph_plan import plan
from ..map_builder import ASIDE, MapBuilder, expect_root
from .tree import elementary_units, implicit, text_of, tree
from .words import ADD, DIALECT, EXAMPLE, NAME, ROLES, SEGMENT, SIDES, UNNAMED, UNSIDED, usual_type

__all__ = ["read"]


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of arggraph XML says.

    Argumentative units are claims, with the text of all their elementary units and their side as the speaker;
    ``sup`` and ``exa`` are supports, ``reb`` and ``und`` rebuttals, or undercuts where they lead to an
    edge; ``add`` is a further premise of the edge it leads to. How the text was cut is kept. Edges to
    what isn't there, ids that are there twice and words that arggraph doesn't have are findings, or
    refused if ``strict``.
    """
    document = parse_xml(source, limits=limits)
    reader = _Reader(
        MapBuilder(document, NAME, limits), expect_root(document, [NAME], "arggraph XML")
    )
    return reader.reading(strict, unsided=UNSIDED in document.instructions)


@define
class _Reader:
    builder: MapBuilder
    root: Element
    segments: list[Element] = field(factory=list)
    adus: list[Element] = field(factory=list)
    relations: dict[str, Element] = field(factory=dict)
    further: dict[str, Element] = field(factory=dict)
    nameless: list[Element] = field(factory=list)
    claims: dict[str, str] = field(factory=dict)
    adds: dict[str, dict[str, str]] = field(factory=dict)
    spent: int = 0

    def reading(self, strict: bool, *, unsided: bool) -> Reading:
        builder = self.builder
        for element in self.root.children:
            self._sort(element)
        units = elementary_units(self.segments, self._spend)
        for adu in self.adus:
            self._claim(adu, units.get(adu.attributes.get("id", ""), []), unsided)
        self._tell_segments()
        self._relate()
        title = self.root.attributes.get("id", "")
        builder.about = About(title if title != UNNAMED else "")
        besides = {name: held for name, held in self.root.attributes.items() if name != "id"}
        if besides or "id" not in self.root.attributes:
            builder.kept["root"] = besides
        found = builder.reading(strict=strict)
        return self._with_segments(found)

    def _spend(self, amount: int) -> None:
        """Take note of units or characters that are used; the whole may be no larger than a file."""
        self.spent += amount
        self.builder.check("file_bytes", self.spent)

    def _sort(self, element: Element) -> None:
        """Put an element where it is looked for."""
        name, type = element.name, element.attributes.get("type")
        if name in ("edu", "joint") or (name == "edge" and type == SEGMENT):
            self.segments.append(element)
        elif name == "adu":
            self.adus.append(element)
        elif name == "edge" and (type in ROLES or type == ADD):
            table = self.further if type == ADD else self.relations
            id = element.attributes.get("id", "")
            # An edge whose id is gone or taken is no less an edge; nothing can lead to it.
            key = (
                id
                if id and id not in self.relations and id not in self.further
                else f"\0{len(self.nameless)}"
            )
            if key != id:
                self.nameless.append(element)
            table[key] = element
        else:
            what = (
                f"an edge of the type '{visible(str(type))}'"
                if name == "edge"
                else f"<{visible(name)}>"
            )
            self.builder.put_aside("unknown-element", f"arggraph has no {what}", element)

    def _claim(self, adu: Element, units: list[Element], unsided: bool) -> None:
        raw, side = adu.attributes.get("id", ""), adu.attributes.get("type", "")
        said_by: tuple[str, ...] = ()
        if side in SIDES and not unsided:
            self.builder.participants = {
                name: one
                for name, one in SIDES.items()
                if name in (side, *self.builder.participants)
            }
            said_by = (side,)
        besides = {
            name: held for name, held in adu.attributes.items() if name not in ("id", "type")
        }
        if side not in SIDES:
            message = f"a unit is pro or opp, not '{visible(side)}'"
            self.builder.note("unknown-type", message, adu, "type", kept=ASIDE)
            besides["type"] = side
        more = {"said_by": said_by, "implicit": implicit(units)}
        self._spend(
            sum([len(part) for unit in units for part in unit.content if isinstance(part, str)])
        )
        id = self.builder.claim(raw, text_of(units), adu, kept={"attributes": besides}, **more)
        self.claims.setdefault(raw, id)

    def _tell_segments(self) -> None:
        there = {e.attributes.get("id") for e in self.segments if e.name != "edge"}
        ends = (("src", there), ("trg", there | self.claims.keys()))
        for edge in self.segments:
            missing = [name for name, known in ends if edge.attributes.get(name) not in known]
            for name in missing if edge.name == "edge" else ():
                shown = visible(edge.attributes.get(name, ""))
                message = f"the edge names '{shown}', and there is no such unit"
                self.builder.note("dangling-edge", message, edge, name, kept=ASIDE)

    # Edges between claims.

    def _relate(self) -> None:
        premises = {id: [edge] for id, edge in self.relations.items()}
        first = {
            edge.attributes.get("src", ""): id for id, edge in reversed(self.relations.items())
        }
        for edge in self.further.values():
            id = self._target_of(edge)
            if id not in premises and first.get(id) in premises:
                message = "a further premise leads to a relation, not to a unit; it is read as one of the unit's first relation"
                self.builder.note("add-to-unit", message, edge, "trg")
                id = first[id]
            if id in premises:
                premises[id].append(edge)
            else:
                self.builder.put_aside(
                    "loose-edge", "the further premise leads to no relation", edge
                )
        for id, edges in premises.items():
            self._step(id, edges)

    def _target_of(self, edge: Element) -> str:
        """The id of what a further premise leads to, through others if it must be."""
        id, seen = edge.attributes.get("trg", ""), set()
        while id in self.further and id not in seen:
            seen.add(id)
            id = self.further[id].attributes.get("trg", "")
        return id

    def _step(self, key: str, edges: list[Element]) -> None:
        builder, edge = self.builder, edges[0]
        held = edge.attributes
        there: dict[str, Element] = {}
        for one in edges:
            source = one.attributes.get("src", "")
            if source not in self.claims or not (there or one is edge):
                message = f"the edge comes from '{visible(source)}', and there is no such unit"
                builder.put_aside("dangling-edge", message, one)
            elif source in there:
                builder.put_aside("loose-edge", "the premise is there twice", one)
            else:
                there[source] = one
        if not there:
            return
        role, target = ROLES[held["type"]], held.get("trg", "")
        target = self.claims.get(target, target)
        usual = usual_type(role, target in builder.claims, held["type"] == "exa")
        besides = {name: v for name, v in held.items() if name not in ("id", "src", "trg", "type")}
        more = {"scheme": builder.scheme(EXAMPLE)} if held["type"] == "exa" else {}
        ids = [self.claims[source] for source in there]
        id = builder.step(
            held.get("id", ""),
            role,
            ids,
            target,
            edge,
            kept={"type": held["type"] if held["type"] != usual else "", "attributes": besides},
            **more,
        )
        for premise, further in zip(ids[1:], [*there.values()][1:], strict=True):
            self.adds.setdefault(id, {})[premise] = further.attributes.get("id", "")

    def _with_segments(self, found: Reading) -> Reading:
        """The reading, whose map keeps how the text was cut and what edges were called, where argmap would do it otherwise."""
        usual = tree(found.map, plan(found.map, DIALECT), {})
        in_order = sorted(self.segments, key=lambda element: element.name == "edge")
        segments = [kept(element) for element in in_order]
        adds = {id: ids for id, ids in self.adds.items() if id in found.map}
        if (segments, adds) == ([kept(element) for element in usual.segments], usual.adds):
            return found
        more = {"segments": segments, "adds": adds}
        data = self.builder.data({**self.builder.kept, **more}, self.root)
        return evolve(found, map=evolve(found.map, data=data))
