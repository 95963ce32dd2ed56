"""The map that Argdown's own picture of a map is: a claim for each of its boxes, a link for each of its arrows.

What is shown follows the settings in the front matter under ``selection``, ``map``, ``group`` and ``model``, as the
reference implementation's own maps do. The map itself stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import define, evolve, field

from ...model.claim import Claim
from ...model.data import NO_DATA, Data
from ...model.ids import fresh_id
from ...model.link import Conflict, Link, Rebuttal, Step, Support
from ...model.map import ArgumentMap
from ...model.records import Group
from .adorned import Adornments, adornments, shape, with_drawn
from .boxes import ArgumentBox, Box, Boxes, StatementBox, boxes
from .own import ARGDOWN, TOP_LEVEL, kept_settings
from .parts import RelationKind
from .sections import Part, parts
from .selection import Selected, selected
from .values import mapping

__all__ = ["picture"]

_GIST = Data({ARGDOWN: {"kind": "argument"}})
_CLOSED = Data({ARGDOWN: {"kind": "group"}})
_UNDERCUT = Data({ARGDOWN: {"relation": "undercut"}})


@define
class _Arrow:
    """An edge of the picture, and the link of the map that it is drawn for."""

    kind: RelationKind
    source: str
    target: str
    link: str = ""


def picture(map: ArgumentMap) -> ArgumentMap:
    """The map as Argdown draws it: statements and arguments as claims, with its arrows between them.

    Claims keep their ids; a reconstructed argument has the id of its last step. Issues, and what the map
    says beside Argdown's relations, aren't shown.
    """
    settings = kept_settings(map.data)
    found = boxes(map)
    placed = parts(map, found, mapping(settings, "group"))
    titles = {box: part.title for box, part in placed.items()}
    top_level = mapping(map.data, ARGDOWN).get(TOP_LEVEL)
    shown = selected(
        found,
        mapping(settings, "selection"),
        titles,
        top_level if isinstance(top_level, tuple) else (),
    )
    nodes: list[Box] = [*shown.statements, *shown.arguments]
    frames = _Frames(placed, nodes, {*map.elements, *found.arguments})
    arrows = [*_relations(found, shown)]
    arrows += _equivalences(shown)
    modes = mapping(settings, "map")
    looks = adornments(map, found)
    return ArgumentMap(
        claims=(
            *[_claim(map, box, frames, modes, looks) for box in frames.open],
            *frames.closed(looks),
        ),
        links=tuple(_links(frames.between(arrows), map, frames.taken)),
        groups=frames.groups(looks),
        about=map.about,
        participants=map.participants,
        sources=map.sources,
    )


def _relations(found: Boxes, shown: Selected) -> Iterator[_Arrow]:
    """The arrows of all relations: where a statement isn't shown, from and to the arguments that have it."""
    for edge in found.edges:
        if not (shown.has(edge, edge.source) and shown.has(edge, edge.target)):
            continue
        ends = [
            (source, target)
            for source in _sources(edge.source, shown)
            for target in _targets(edge.target, shown)
        ]
        if edge.is_symmetric:
            ends += [
                (source, target)
                for source in _sources(edge.target, shown)
                if isinstance(edge.target, StatementBox)
                for target in _targets(edge.source, shown)
                if isinstance(edge.source, StatementBox) and edge.source not in shown.statements
            ]
        for source, target in ends:
            between = isinstance(source, StatementBox) and isinstance(target, StatementBox)
            kind = edge.kind if between else _OF_ARGUMENTS.get(edge.kind, edge.kind)
            yield _Arrow(kind, source.id, target.id, edge.link)


_OF_ARGUMENTS: dict[RelationKind, RelationKind] = {
    "contradictory": "attack",
    "contrary": "attack",
    "entails": "support",
}


def _sources(box: Box, shown: Selected) -> Sequence[Box]:
    if isinstance(box, StatementBox) and box not in shown.statements:
        return [each for each in box.conclusion_of if each in shown.arguments]
    return [box]


def _targets(box: Box, shown: Selected) -> Sequence[Box]:
    if isinstance(box, StatementBox) and box not in shown.statements:
        return [each for each in box.premise_of if each in shown.arguments]
    return [box]


def _equivalences(shown: Selected) -> Iterator[_Arrow]:
    """The arrows from arguments to what they conclude, and from statements to the arguments that rest on them."""
    for argument in shown.arguments:
        conclusion = argument.conclusion
        if conclusion in shown.statements:
            yield _Arrow("support", argument.id, conclusion.id)
        elif conclusion is not None:
            for other in conclusion.premise_of:
                if other in shown.arguments:
                    yield _Arrow("support", argument.id, other.id)
    for statement in shown.statements:
        for argument in statement.premise_of:
            if argument in shown.arguments:
                yield _Arrow("support", statement.id, argument.id)


@define
class _Frames:
    """Where the boxes stand: ``placed`` in sections, of which some are frames and some of those closed.

    ``open`` are the boxes that are shown themselves, ``hidden`` the closed frames by the ids of the boxes
    that they stand for.
    """

    placed: Mapping[Box, Part]
    boxes: Sequence[Box]
    taken: set[str]
    open: list[Box] = field(factory=list)
    hidden: dict[str, Part] = field(factory=dict)
    nodes: dict[Part, str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for box in self.boxes:
            closed = [part for part in self._over(self.frame(box)) if part.is_closed]
            if closed:
                self.hidden[box.id] = closed[-1]
            else:
                self.open.append(box)
        for part in dict.fromkeys(self.hidden.values()):
            self.nodes[part] = fresh_id(part.id, self.taken, {})
            self.taken.add(self.nodes[part])

    def frame(self, box: Box) -> Part | None:
        """The frame that a box stands in."""
        part = self.placed.get(box)
        return None if part is None else part.frame

    @staticmethod
    def _over(part: Part | None) -> Iterator[Part]:
        """A frame and those around it."""
        while part is not None:
            yield part
            part = part.parent.frame if part.parent is not None else None

    def between(self, arrows: Sequence[_Arrow]) -> Iterator[_Arrow]:
        """The arrows, which end at closed frames where they would end inside."""
        for arrow in arrows:
            source, target = self.hidden.get(arrow.source), self.hidden.get(arrow.target)
            if source is None or source is not target:
                yield _Arrow(
                    arrow.kind,
                    self.nodes[source] if source else arrow.source,
                    self.nodes[target] if target else arrow.target,
                    arrow.link,
                )

    def closed(self, looks: Adornments) -> Iterator[Claim]:
        """A claim for each closed frame."""
        for part, id in self.nodes.items():
            data = with_drawn(_CLOSED, looks.of_group(part))
            yield Claim(id, title=part.title, group=self._around(part), data=data)

    def _around(self, part: Part) -> str | None:
        around = part.parent.frame if part.parent is not None else None
        return None if around is None else around.id

    def groups(self, looks: Adornments) -> tuple[Group, ...]:
        """The frames that are drawn: those of what is shown, and those around them."""
        made: dict[Part, None] = {}
        inner = [self.frame(box) for box in self.open]
        inner += [part.parent.frame for part in self.nodes if part.parent is not None]
        for part in inner:
            made.update(dict.fromkeys(reversed([*self._over(part)])))
        return tuple(
            [
                Group(
                    part.id,
                    part.title,
                    self._around(part),
                    with_drawn(NO_DATA, looks.of_group(part)),
                )
                for part in made
            ]
        )


def _claim(
    map: ArgumentMap, box: Box, frames: _Frames, modes: Mapping[str, Any], looks: Adornments
) -> Claim:
    """The claim that a box is drawn as, with title and text as the settings want them."""
    is_argument = isinstance(box, ArgumentBox)
    mode = modes.get("argumentLabelMode" if is_argument else "statementLabelMode")
    text = box.text if mode not in ("title", "none") else ""
    title = "" if mode == "none" or (box.is_untitled and text and mode != "title") else box.title
    if mode == "text" and text:
        title = ""
    frame = frames.frame(box)
    known = map.elements.get(box.id)
    claim = known if isinstance(known, Claim) else Claim(box.id, tags=box.tags, data=_GIST)
    return evolve(
        claim,
        text=text,
        title=title,
        wordings=(),
        group=None if frame is None else frame.id,
        data=with_drawn(claim.data, shape(box) | looks.of(box)),
    )


def _links(arrows: Iterator[_Arrow], map: ArgumentMap, taken: set[str]) -> Iterator[Link]:
    """A link for each arrow."""
    counts: dict[str, int] = {}
    for arrow in arrows:
        id = arrow.link if arrow.link and not counts.get(arrow.link) else ""
        if not id:
            id = fresh_id(arrow.link or "equivalence", taken, counts)
            taken.add(id)
        counts.setdefault(arrow.link, 1)
        known = map.elements.get(arrow.link)
        weight = known.weight if isinstance(known, Step) else None
        ends = (id, (arrow.source,), arrow.target)
        match arrow.kind:
            case "support" | "entails":
                yield Support(*ends, strict=arrow.kind == "entails", weight=weight)
            case "contradictory" | "contrary" if arrow.source != arrow.target:
                both = (arrow.source, arrow.target)
                yield Conflict(id, both, contradictory=arrow.kind == "contradictory")
            case "undercut":
                yield Rebuttal(*ends, weight=weight, data=_UNDERCUT)
            case _:
                yield Rebuttal(*ends, weight=weight)
