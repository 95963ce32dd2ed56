"""From relations and inferences to links, in the order in which they stand in the document."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Any, cast

from attrs import define, evolve, field

from ...limits import Limits
from ...model.data import NO_DATA, Data, trusted_data
from ...model.ids import fresh_id, slug
from ...model.link import Conflict, Link, Rebuttal, Step, Support, Undercut
from ...model.records import Scheme
from ...model.trusted import trusted_step
from .gist import worded
from .interpret import Interpretation
from .link_items import aim
from .numbering import Numbering
from .own import ARGDOWN, ARGMAP, SPEAKER, apart, link_of, made_with, own_of
from .parts import Argument, Drawn, Inference, Item, Node, PcsStatement, Relation, Section
from .shorthand import References, in_full
from .tree import Entry

__all__ = ["Linker"]

_KINDS: dict[str, type[Link]] = {
    "support": Support,
    "entails": Support,
    "attack": Rebuttal,
    "undercut": Rebuttal,
    "contrary": Conflict,
    "contradictory": Conflict,
}
"""What a relation is if its target is a claim."""

_USUAL: dict[str, type[Link]] = {**_KINDS, "undercut": Undercut}
"""What a link of each relation is called; of others it is kept what they were."""
_NOTHING: Mapping[str, Any] = {}
_trusted_support = partial(trusted_step, Support)
_SAID = {kind: Data({ARGDOWN: {"relation": kind}}) for kind in _KINDS}
"""What is kept of a relation that isn't what its link is called."""


@define
class Linker:
    """The links of a map in the making, whose claims are made.

    A document that isn't ``owned`` says nothing for argmap alone.
    """

    whole: Interpretation
    groups: Mapping[int, str]
    numbering: Numbering
    schemes: dict[str, Scheme]
    only_ids: Container[Node]
    meant: References
    owned: bool = True
    items: list[Item] = field(factory=list)
    made: dict[str, Link] = field(factory=dict)
    undercut: set[Node] = field(factory=set)
    in_circles: bool = False
    numbered: dict[int, PcsStatement] = field(factory=dict)
    numbered_of: Argument | None = None
    numbered_to: int = 0

    def links(self, relations: Iterable[Relation], limits: Limits) -> tuple[Link, ...]:
        """The links of all inferences and of these relations; raises `ReadError` for own data that is wrong."""
        self._inferences()
        self._relations(relations)
        count = sum([item.count for item in self.items])
        limits.check("links", count, name=self.whole.notes.source.name)
        self.items.sort(key=attrgetter("entry"))
        owned, counted = self.owned, self.numbering.counted
        for item in self.items:
            if owned or isinstance(item, Drawn):
                self._name(item)
            elif item.count == 1:
                item.ids = (counted(item.link.kind),)
            else:
                item.ids = self._counted(item)
        for item in self.items:
            said = self._own(item) if owned else _NOTHING
            if said or isinstance(item, Drawn) or item.link is Conflict:
                self._make(item, said)
            else:
                self._plain(item)
        return tuple(self.made.values())

    def are_sound(self) -> bool:
        """Whether the links keep every invariant of a map by how they are made.

        They do but for what data says, the sides of conflicts, and undercuts in circles.
        """
        return not (
            self.owned or self.in_circles or any(item.link is Conflict for item in self.items)
        )

    def entries(self) -> dict[str, int]:
        """The entry that each link stands in: a relation's line, or an inference."""
        return {id: item.entry for item in self.items for id in item.ids}

    def _inferences(self) -> None:
        for argument in self.whole.arguments.values():
            near: list[PcsStatement] = []
            for line in argument.pcs:
                if line.inference is not None:
                    inference = line.inference
                    self.items.append(Drawn(argument, line, inference, near, inference.entry))
                    near = []
                near.append(line)

    def _relations(self, relations: Iterable[Relation]) -> None:
        undercuts, add = [], self.items.append
        for relation in relations:
            said, target = relation.kind, relation.target
            kind = _KINDS[said]
            if isinstance(target, Inference):
                self.undercut.add(target)
                kind = Undercut
            elif isinstance(target, Argument) and target.pcs:
                kind = Support if said == "support" else Undercut
            elif relation.source is target and kind is Conflict:
                kind = Rebuttal
            relation.link = kind
            add(relation)
            if said == "undercut":
                undercuts.append(relation)
        self.in_circles = aim([each for each in undercuts if each.link is Rebuttal], self.items)
        for relation in undercuts:
            if relation.link is Rebuttal:
                self._undercut_of_claim(relation)

    def _name(self, item: Item) -> None:
        """Give the item's links their ids."""
        given = self._own(item).get("id") if self.owned else None
        last = isinstance(item, Drawn) and item.line is item.argument.pcs[-1]
        if isinstance(item, Drawn) and last and item.argument in self.only_ids:
            item.ids = [item.argument.title]
        elif isinstance(given, str) and item.count == 1:
            item.ids = [given]
        else:
            item.ids = self._counted(item)
        if isinstance(item, Drawn):
            item.inference.id = item.ids[0]
            if last:
                item.argument.id = item.ids[0]

    def _counted(self, item: Item) -> Sequence[str]:
        kind, counted = item.link.kind, self.numbering.counted
        return (counted(kind),) if item.count == 1 else [counted(kind) for _ in range(item.count)]

    def _own(self, item: Item) -> Mapping[str, Any]:
        """What the document says of the link for argmap alone."""
        data = self.whole.document.entries[item.entry].data
        if data is None or ARGMAP not in data:
            return _NOTHING
        own = own_of(data)
        return own if isinstance(item, Drawn) else link_of(own)

    def _make(self, item: Item, said: Mapping[str, Any]) -> None:
        """Make the links of an inference, of a conflict, or of what is ``said`` of for argmap alone."""
        entry = self.whole.document.entries[item.entry]
        try:
            own = in_full(said, self.meant) if said else {}
            own.pop("id", None)
            if isinstance(item, Drawn):
                fields = self._step(item, entry, own)
                make: Any = partial(made_with, Support, own) if own else _trusted_support
                self.made[item.ids[0]] = make(id=item.ids[0], **fields)
            else:
                self._relation(item, own)
        except ValueError as error:
            message = f"the data under 'argmap' fits no {item.link.kind}: {error}"
            raise self.whole.notes.error(message, entry.start, entry.end) from error

    def _plain(self, relation: Relation) -> None:
        """Make the steps of a relation of which data says nothing."""
        source, kind, said = relation.source, relation.link, relation.kind
        if isinstance(source, Argument) and source.pcs:
            premises, data = (self._speaker(relation),), _said(relation, kind)
        else:
            premises = (source.id,)
            data = NO_DATA if kind is _USUAL[said] else _SAID[said]
        make: Any = kind
        strict = said == "entails"
        if not relation.steps:  # as most are
            id, target = relation.ids[0], relation.target.id
            self.made[id] = trusted_step(make, id, premises, target, None, data, strict=strict)
            return
        for id, target in zip(relation.ids, self._targets(relation), strict=False):
            self.made[id] = trusted_step(make, id, premises, target, None, data, strict=strict)

    def _targets(self, relation: Relation) -> Iterable[str]:
        """What the links of a relation bear on."""
        if not relation.steps:
            return (relation.target.id,)
        return dict.fromkeys([id for step in relation.steps for id in step.ids])

    def _relation(self, relation: Relation, own: Mapping[str, Any]) -> None:
        source, kind = self._speaker(relation), relation.link
        for id, target in zip(relation.ids, self._targets(relation), strict=False):
            known = self.made.get(id)
            if known is None:
                fields = _ends(relation, kind, source, target)
                self.made[id] = made_with(kind, own, id=id, **fields)
            else:
                self.made[id] = _joined(known, source, target)

    def _speaker(self, relation: Relation) -> str:
        """The claim that a relation leads from: of a reconstructed argument its main conclusion."""
        source = relation.source
        if isinstance(source, Argument) and source.pcs:
            source = source.pcs[-1].statement
        return source.id

    def _step(self, item: Drawn, entry: Entry, own: dict[str, Any]) -> dict[str, Any]:
        """The fields of the support that an inference is; takes numbers of lines out of ``own``."""
        argument, conclusion, inference = item.argument, item.line, item.inference
        fields: dict[str, Any] = {}
        known: dict[str, Any] = {"argument": argument.title} if argument.members else {}
        above = self._above(argument, inference.conclusion)
        if conclusion is argument.pcs[-1] and argument.members:
            known = self._description(argument)
            fields = {"tags": tuple(argument.tags)}
            if argument not in self.only_ids:
                fields |= {"label": argument.title, "group": self._group(argument.section)}
        licence: Sequence[PcsStatement] = ()
        if own:
            licence = _numbered(above, own.get("warrants"))
            if licence:
                own["warrants"] = tuple([line.statement.id for line in licence])
            own.pop("uses", None)
        lines = _numbered(above, self._uses(entry, conclusion)) or [
            line for line in item.near if line not in licence
        ]
        if not argument.members:
            told = entry.rules or licence or len(lines) > 1 or inference in self.undercut
            known = {} if told else {"argument": ""}  # else nothing tells it from a relation
        data = {} if entry.data is None else apart(entry.data)
        if known:
            data[ARGDOWN] = known
        return fields | {
            "premises": tuple(dict.fromkeys([line.statement.id for line in lines])),
            "target": conclusion.statement.id,
            "scheme": self._scheme(", ".join(entry.rules)) if entry.rules else None,
            "data": trusted_data(data) if data else NO_DATA,
        }

    def _uses(self, entry: Entry, conclusion: PcsStatement) -> object:
        """The numbers of lines that an inference or its conclusion says it uses, if it says so."""
        said, below = entry.data, self.whole.document.entries[conclusion.entry].data
        if said is None and below is None:
            return None
        said, below = said or _NOTHING, below or _NOTHING
        uses = own_of(said).get("uses") if ARGMAP in said else None
        for data, name in ((said, "uses"), (below, "uses"), (said, "from")):
            uses = data.get(name) if uses is None else uses
        return uses

    def _above(self, argument: Argument, line: int) -> Mapping[int, PcsStatement]:
        """The lines of an argument above that ``line``, the last of each number; an argument is asked from above to below."""
        if self.numbered_of is not argument:
            self.numbered, self.numbered_of, self.numbered_to = {}, argument, 0
        for each in argument.pcs[self.numbered_to : line]:
            self.numbered[each.number] = each
        self.numbered_to = line
        return self.numbered

    def _description(self, argument: Argument) -> dict[str, Any]:
        """What is said of an argument beside its premises and conclusions."""
        entries = self.whole.document.entries
        text, wordings, source = worded([entries[number] for number in argument.members])
        data = apart(argument.data) if argument.data else {}
        known: dict[str, Any] = {"description": text} if text else {}
        if wordings:
            known["wordings"] = wordings
        if source:
            known["source"] = source
        return known | {"data": data} if data else known

    def _group(self, section: Section | None) -> str | None:
        return None if section is None else self.groups[section.number]

    def _scheme(self, name: str) -> str:
        if name not in self.schemes:
            taken = {scheme.id for scheme in self.schemes.values()}
            self.schemes[name] = Scheme(fresh_id(slug(name) or "scheme", taken, {}), name)
        return self.schemes[name].id

    def _undercut_of_claim(self, relation: Relation) -> None:
        entry = self.whole.document.entries[relation.entry]
        self.whole.notes.add(
            "undercut-claim",
            f"an undercut of {relation.target.title}, which has no step to undercut",
            entry.start,
            entry.end,
            hint="read as a rebuttal; undercut an inference, or an argument that bears on something",
            ids=(relation.target.id,),
        )


def _numbered(lines: Mapping[int, PcsStatement], numbers: object) -> Sequence[PcsStatement]:
    """The lines with these numbers; none if one isn't there."""
    if not isinstance(numbers, tuple):
        return ()
    found = [lines.get(number) if type(number) is int else None for number in numbers]
    return [line for line in found if line is not None] if None not in found else ()


def _ends(relation: Relation, kind: type[Link], source: str, target: str) -> dict[str, Any]:
    """What a relation says of the link that it is."""
    data = _said(relation, kind)
    fields: dict[str, Any] = {"data": data} if data else {}
    if kind is Conflict:
        contradictory = relation.kind == "contradictory"
        return fields | {"claims": (source, target), "contradictory": contradictory}
    fields |= {"premises": (source,), "target": target}
    return fields | {"strict": True} if relation.kind == "entails" else fields


def _said(relation: Relation, kind: type[Link]) -> Data:
    """What is kept of a relation: what it was, if not what its link is called, and which reconstructed argument it leads from."""
    data = NO_DATA if kind is _USUAL[relation.kind] else _SAID[relation.kind]
    source = relation.source
    if isinstance(source, Argument) and source.pcs:
        data = Data({ARGDOWN: {**data.get(ARGDOWN, {}), SPEAKER: source.title}})
    return data


def _joined(known: Link, source: str, target: str) -> Link:
    """A link with one more premise or side, which another line says."""
    if isinstance(known, Conflict):
        return evolve(known, claims=tuple(dict.fromkeys((*known.claims, source, target))))
    step = cast("Step", known)
    return evolve(step, premises=tuple(dict.fromkeys((*step.premises, source))))
