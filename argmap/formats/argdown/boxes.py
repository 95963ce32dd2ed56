"""A map in the parts that Argdown's own picture knows: statements, arguments, and relations between them.

An argument that the map holds as a chain of supports is one box again, and so is one that it holds as a
claim; how the statements stand in arguments is told by the statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import define, field

from ...model.claim import Claim
from ...model.link import Conflict, Link, Rebuttal, Step, Support, Undercut
from ...model.map import ArgumentMap
from .own import ARGDOWN, SPEAKER, is_gist, kept, kept_settings
from .parts import SYMMETRIC, RelationKind
from .values import mapping

__all__ = ["ArgumentBox", "Box", "Boxes", "Edge", "StatementBox", "boxes"]


@define(eq=False)
class Box:
    """What can be a box of the picture; ``id`` is that of the claim or link it is in the map."""

    id: str
    title: str
    text: str
    tags: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(factory=dict)
    group: str | None = None
    edges: list[Edge] = field(factory=list, repr=False)

    @property
    def is_untitled(self) -> bool:
        """Whether nobody gave it a title."""
        return not self.title or self.title.startswith("Untitled")


@define(eq=False)
class StatementBox(Box):
    """A statement, and the arguments that it is a premise, the main conclusion or between both of."""

    premise_of: dict[ArgumentBox, None] = field(factory=dict, repr=False)
    conclusion_of: dict[ArgumentBox, None] = field(factory=dict, repr=False)
    between_in: dict[ArgumentBox, None] = field(factory=dict, repr=False)


@define(eq=False)
class ArgumentBox(Box):
    """An argument, and its premises and main conclusion if it is reconstructed; ``whole`` is the title of all its steps."""

    premises: dict[StatementBox, None] = field(factory=dict, repr=False)
    conclusion: StatementBox | None = field(default=None, repr=False)
    whole: str = ""


@define(eq=False)
class Edge:
    """A relation between boxes, and the link that says so."""

    kind: RelationKind
    source: Box
    target: Box
    link: str = ""

    @property
    def is_symmetric(self) -> bool:
        """Whether it leads both ways."""
        return self.kind in SYMMETRIC

    def other(self, box: Box) -> Box:
        """The end that isn't ``box``."""
        return self.target if self.source is box else self.source


@define
class Boxes:
    """All boxes of a map by id, and all relations."""

    statements: dict[str, StatementBox] = field(factory=dict)
    arguments: dict[str, ArgumentBox] = field(factory=dict)
    edges: list[Edge] = field(factory=list)


def boxes(map: ArgumentMap) -> Boxes:
    """The boxes of a map, and the relations between them."""
    made = Boxes()
    for claim in map.claims:
        fields: Any = (claim.id, claim.title, claim.text, claim.tags, claim.data, claim.group)
        if is_gist(claim):
            made.arguments[claim.id] = ArgumentBox(*fields)
        else:
            made.statements[claim.id] = StatementBox(*fields)
    exploded = mapping(kept_settings(map.data), "model").get("explodeArguments")
    steps: dict[str, ArgumentBox] = {}
    untitled = 0
    for chain in _chains(map):
        untitled += not chain[-1].label
        title = chain[-1].label or f"Untitled {untitled}"
        pieces = [[step] for step in chain] if exploded and len(chain) > 1 else [chain]
        for number, piece in enumerate(pieces, 1):
            box = _argument(map, piece, chain[-1], f"{title} - {number}" if pieces[1:] else title)
            made.arguments[box.id] = box
            steps |= dict.fromkeys([step.id for step in piece], box)
            _place(box, piece, made.statements)
    _edges(map, made, steps)
    return made


def _chains(map: ArgumentMap) -> list[list[Support]]:
    """The supports that are reconstructed arguments, those of one argument together.

    Like the writer: a support whose premises are linked, which has a name, a scheme or a warrant, or that something bears on. Nothing refers to
    a statement without a title, so that two steps which meet there are of one argument.
    """
    targets = {link.target for link in map.links if isinstance(link, Step)}
    gists = {claim.id for claim in map.claims if is_gist(claim)}
    chains: list[list[Support]] = []
    named: dict[str, list[Support]] = {}
    ending: dict[str, list[Support]] = {}
    for link in map.links:
        if not isinstance(link, Support) or not isinstance(map.elements[link.target], Claim):
            continue
        argument = kept(link).get("argument")
        linked = len(link.premises) > 1 or link.id in targets or bool(link.scheme or link.warrants)
        if not (linked or link.label or isinstance(argument, str)):
            continue
        if not gists.isdisjoint((*link.premises, link.target)):
            continue
        name = link.label or argument
        chain = named.get(name) if isinstance(name, str) and name else _before(link, ending)
        if chain is None:
            chain = []
            chains.append(chain)
            if isinstance(name, str):
                named[name] = chain
        chain.append(link)
        claim = map.elements[link.target]
        if not name and isinstance(claim, Claim) and not claim.title:
            ending[claim.id] = chain
    return chains


def _before(link: Support, ending: Mapping[str, list[Support]]) -> list[Support] | None:
    found = [ending[premise] for premise in link.premises if premise in ending]
    return found[-1] if found else None


def _argument(map: ArgumentMap, steps: list[Support], last: Support, title: str) -> ArgumentBox:
    known = mapping(last.data, ARGDOWN)
    text = known.get("description")
    said = text if isinstance(text, str) else ""
    conclusion = map.elements[last.target]
    group = last.group
    if not last.label and isinstance(conclusion, Claim):
        group = group or conclusion.group
    data = mapping(known, "data")
    return ArgumentBox(steps[-1].id, title, said, last.tags, data, group, whole=last.label)


def _place(
    box: ArgumentBox, steps: Iterable[Support], statements: Mapping[str, StatementBox]
) -> None:
    """Tell an argument and its statements of each other."""
    reached: dict[str, None] = {}
    for step in steps:
        for id in step.premises:
            if id not in reached:
                box.premises[statements[id]] = statements[id].premise_of[box] = None
        reached[step.target] = None
    *between, last = reached
    for id in between:
        statements[id].between_in[box] = None
    box.conclusion = statements[last]
    statements[last].conclusion_of[box] = None


def _edges(map: ArgumentMap, made: Boxes, steps: Mapping[str, ArgumentBox]) -> None:
    known: dict[tuple[str, Box, Box, str], None] = {}
    for link in map.links:
        if link.id in steps:
            continue
        for kind, source, target in _relations(map, link, made, steps):
            at = link.target if isinstance(link, Step) and link.target in steps else ""
            if (kind, source, target, at) not in known:
                known[kind, source, target, at] = None
                edge = Edge(kind, source, target, link.id)
                made.edges.append(edge)
                source.edges.append(edge)
                if target is not source:
                    target.edges.append(edge)


def _relations(
    map: ArgumentMap, link: Link, made: Boxes, steps: Mapping[str, ArgumentBox]
) -> Iterator[tuple[RelationKind, Box, Box]]:
    """What a link says in Argdown's words."""
    if isinstance(link, Conflict):
        first, *others = [_box(map, id, made, steps) for id in link.claims]
        first = _speaker(link, first)
        kind: RelationKind = "contradictory" if link.contradictory else "contrary"
        yield from ((kind, first, other) for other in others if first and other)
    elif isinstance(link, Support | Rebuttal | Undercut):
        target = _box(map, link.target, made, steps)
        sources = [_speaker(link, _box(map, each, made, steps)) for each in link.premises]
        yield from ((_kind(link), source, target) for source in sources if source and target)


def _speaker(link: Link, box: Box | None) -> Box | None:
    """What a link leads from: the argument that it names, if that one concludes the statement."""
    if isinstance(box, StatementBox) and SPEAKER in kept(link):
        # exploded, the last of its steps
        for argument in reversed(box.conclusion_of):
            if argument.whole == kept(link)[SPEAKER]:
                return argument
    return box


def _kind(link: Support | Rebuttal | Undercut) -> RelationKind:
    if isinstance(link, Support):
        return "entails" if link.strict else "support"
    usual: RelationKind = "undercut" if isinstance(link, Undercut) else "attack"
    said = kept(link).get("relation")
    return said if said in ("undercut", "attack") else usual


def _box(map: ArgumentMap, id: str, made: Boxes, steps: Mapping[str, ArgumentBox]) -> Box | None:
    """The box of a claim or link; of a link that is a relation, that of what takes the step."""
    while id not in made.statements and id not in made.arguments and id not in steps:
        element = map.elements[id]
        if isinstance(element, Step):
            id = element.premises[0]
        elif isinstance(element, Conflict):
            id = element.claims[0]
        else:
            return None
    return made.statements.get(id) or made.arguments.get(id) or steps[id]
