"""From statements, arguments and relations to a map.

A statement is a claim. So is the gist of an argument that isn't reconstructed: it speaks for or against what the
argument speaks for or against. A reconstructed argument is a chain of supports, one for each
inference; the last of them bears its title and is what an undercut of the argument targets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import define, field

from ...limits import Limits
from ...model.claim import Claim
from ...model.data import NO_DATA, Data
from ...model.ids import fresh_id, slug
from ...model.link import Conflict, Link, Rebuttal, Support, Undercut
from ...model.map import ArgumentMap
from ...model.records import About, Group, Scheme
from .gist import worded
from .interpret import Interpretation
from .parts import Argument, Inference, Node, PcsStatement, Relation, Section, Statement

__all__ = ["OWN", "built"]

OWN = "argdown"
"""The name in free data under which stands what only Argdown has."""


def built(whole: Interpretation, relations: Sequence[Relation], limits: Limits) -> ArgumentMap:
    """The map of a document, whose ``relations`` have been derived."""
    builder = _Builder(whole)
    builder.sections()
    builder.claims()
    limits.check("claims", len(builder.claims_made), name=whole.notes.source.name)
    builder.reconstructions()
    of_gists = []
    for relation in relations:
        target = relation.target
        if relation.kind == "undercut" and isinstance(target, Argument) and not target.pcs:
            of_gists.append((relation, target))
        else:
            builder.link(relation)
    for relation, target in of_gists:
        builder.undercut_of_gist(relation, target)
    limits.check("links", len(builder.links), name=whole.notes.source.name)
    return ArgumentMap(
        claims=tuple(builder.claims_made.values()),
        links=tuple(builder.links),
        groups=tuple(builder.groups.values()),
        schemes=tuple(builder.schemes.values()),
        about=_about(whole.document.front_matter or {}),
        data={OWN: {"front matter": whole.document.front_matter}}
        if whole.document.front_matter
        else {},
    )


def _about(settings: Mapping[str, Any]) -> About:
    title = settings.get("title")
    author = settings.get("author", settings.get("authors"))
    authors = author if isinstance(author, tuple) else (author,)
    about = settings.get("abstract", settings.get("subTitle"))
    return About(
        title if isinstance(title, str) else "",
        about.strip() if isinstance(about, str) else "",
        tuple([one for one in authors if isinstance(one, str)]),
    )


@define
class _Builder:
    """The parts of the map so far, and which of them each part of the document became."""

    whole: Interpretation
    claims_made: dict[str, Claim] = field(factory=dict)
    links: list[Link] = field(factory=list)
    groups: dict[int, Group] = field(factory=dict)
    schemes: dict[str, Scheme] = field(factory=dict)
    ids: dict[Node, str] = field(factory=dict)
    taken: set[str] = field(factory=set)
    counts: dict[str, int] = field(factory=dict)
    numbers: dict[str, int] = field(factory=dict)
    outgoing: dict[Node, list[str]] = field(factory=dict)

    def sections(self) -> None:
        """Make a group of each section."""
        taken: set[str] = set()
        for section in self.whole.sections:
            id = fresh_id(slug(section.title) or "group", taken, {})
            taken.add(id)
            parent = None if section.parent is None else self.groups[section.parent.number].id
            self.groups[section.number] = Group(id, section.title, parent, section.data)

    def claims(self) -> None:
        """Make a claim of each statement and each argument that isn't reconstructed, in the document's order."""
        whole = self.whole
        seen: set[Node] = set()
        for entry, title in zip(whole.document.entries, whole.titles, strict=True):
            if entry.kind == "statement":
                node: Statement | Argument = whole.statements[title]
            elif entry.kind == "argument":
                node = whole.arguments[title]
            else:
                continue
            if node not in seen:
                seen.add(node)
                if isinstance(node, Statement) or not node.pcs:
                    self._claim(node)

    def _claim(self, node: Statement | Argument) -> None:
        entries = self.whole.document.entries
        if isinstance(node, Statement):
            text, wordings, source = worded([entries[member.entry] for member in node.members])
            own: Mapping[str, Any] = {"source": source} if source else {}
        else:
            text, wordings, source = worded([entries[number] for number in node.members])
            own = {"kind": "argument", "source": source} if source else _GIST
        title = node.title if self._is_titled(node) else ""
        id = self._fresh(title or text, "claim")
        self.ids[node] = id
        self.claims_made[id] = Claim(
            id=id,
            text=text,
            title=title,
            wordings=wordings,
            tags=tuple(node.tags),
            group=self._group(node.section),
            data=_data(node.data, own),
        )

    def _is_titled(self, node: Statement | Argument) -> bool:
        """Whether the document gives the title, and not the reader."""
        first = node.members[0] if node.members else -1
        number = first if isinstance(first, int) else first.entry
        return number < 0 or self.whole.document.entries[number].title != ""

    def _fresh(self, text: str, kind: str) -> str:
        wish = slug(text)
        if not wish:
            self.numbers[kind] = self.numbers.get(kind, 0) + 1
            wish = f"{kind}-{self.numbers[kind]}"
        id = fresh_id(wish, self.taken, self.counts)
        self.taken.add(id)
        return id

    def _group(self, section: Section | None) -> str | None:
        return None if section is None else self.groups[section.number].id

    def reconstructions(self) -> None:
        """Make the supports of each premise-conclusion structure."""
        for argument in self.whole.arguments.values():
            premises: list[PcsStatement] = []
            for line in argument.pcs:
                if line.inference is not None:
                    self._step(argument, line, line.inference, premises)
                    premises = []
                premises.append(line)

    def _step(
        self,
        argument: Argument,
        conclusion: PcsStatement,
        inference: Inference,
        near: Sequence[PcsStatement],
    ) -> None:
        entry = self.whole.document.entries[inference.entry]
        data = dict(entry.data or {})
        own: dict[str, Any] = {"argument": argument.title}
        fields: dict[str, Any] = {}
        if conclusion is argument.pcs[-1]:
            entries = self.whole.document.entries
            text, wordings, source = worded([entries[number] for number in argument.members])
            own |= {"description": text, "wordings": wordings, "source": source}
            own |= {"data": argument.data} if argument.data else {}
            fields = {"tags": tuple(argument.tags), "group": self._group(argument.section)}
            fields["label"] = argument.title if argument.members else ""
        lines = _used(argument, conclusion, data.get("uses")) or near
        premises = tuple(dict.fromkeys([self.ids[line.statement] for line in lines]))
        if entry.rules:
            fields["scheme"] = self._scheme(", ".join(entry.rules))
        own = {name: value for name, value in own.items() if value}
        id = self._fresh("", "support")
        self.ids[inference] = self.ids[argument] = id
        target = self.ids[conclusion.statement]
        self.links.append(Support(id, premises, target, data=_data(data, own), **fields))

    def _scheme(self, name: str) -> str:
        if name not in self.schemes:
            taken = {scheme.id for scheme in self.schemes.values()}
            self.schemes[name] = Scheme(fresh_id(slug(name) or "scheme", taken, {}), name)
        return self.schemes[name].id

    def link(self, relation: Relation) -> None:
        """Make the link of a relation, which may be known as the argument's own step."""
        source, target = self._speaker(relation), self.ids[relation.target]
        at_step = isinstance(relation.target, Inference) or bool(
            isinstance(relation.target, Argument) and relation.target.pcs
        )
        made = self._linked(relation, source, target, at_step=at_step)
        self.links.append(made)
        if relation.kind in ("support", "attack"):
            self.outgoing.setdefault(relation.source, []).append(made.id)

    def _linked(self, relation: Relation, source: str, target: str, *, at_step: bool) -> Link:
        if relation.kind in ("contrary", "contradictory") and source != target:
            contradictory = relation.kind == "contradictory"
            id = self._fresh("", "conflict")
            return Conflict(id, (source, target), contradictory)
        if relation.kind in ("support", "entails"):
            strict = relation.kind == "entails"
            return Support(self._fresh("", "support"), (source,), target, strict=strict)
        own = (
            {}
            if relation.kind == ("undercut" if at_step else "attack")
            else {"relation": relation.kind}
        )
        if at_step:
            return Undercut(self._fresh("", "undercut"), (source,), target, data=_data({}, own))
        if relation.kind == "undercut":
            self._undercut_of_claim(relation)
        return Rebuttal(self._fresh("", "rebuttal"), (source,), target, data=_data({}, own))

    def undercut_of_gist(self, relation: Relation, target: Argument) -> None:
        """Undercut every step that an argument takes which isn't reconstructed; if there is none, rebut its gist."""
        steps = self.outgoing.get(target)
        if not steps:
            self.link(relation)
            return
        for step in steps:
            id = self._fresh("", "undercut")
            self.links.append(Undercut(id, (self._speaker(relation),), step))

    def _speaker(self, relation: Relation) -> str:
        """The claim that a relation leads from: of a reconstructed argument its main conclusion."""
        source = relation.source
        if isinstance(source, Argument) and source.pcs:
            source = source.pcs[-1].statement
        return self.ids[source]

    def _undercut_of_claim(self, relation: Relation) -> None:
        entry = self.whole.document.entries[relation.entries[0]]
        self.whole.notes.add(
            "undercut-claim",
            f"an undercut of {relation.target.title}, which has no step to undercut",
            entry.start,
            entry.end,
            hint="read as a rebuttal; undercut an inference, or an argument that bears on something",
            ids=(self.ids[relation.target],),
        )


def _used(argument: Argument, conclusion: PcsStatement, uses: object) -> list[PcsStatement]:
    """The lines above the conclusion that ``uses`` names by their numbers; none if it names any other."""
    if not isinstance(uses, tuple):
        return []
    above = argument.pcs[: argument.pcs.index(conclusion)]
    by_number = {line.number: line for line in above}
    return [by_number[number] for number in uses] if all(n in by_number for n in uses) else []


_GIST = Data({"kind": "argument"})
_ONLY_GIST = Data({OWN: _GIST})


def _data(data: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    if not own:
        return Data(data) if data else NO_DATA
    if own is _GIST and not data:
        return _ONLY_GIST
    return Data({**data, OWN: own})
