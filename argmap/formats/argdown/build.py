"""From statements, arguments and relations to a map.

A statement is a claim. So is the gist of an argument that isn't reconstructed: it speaks for or against what the
argument speaks for or against. A reconstructed argument is a chain of supports, one for each
inference; the last of them bears its title and is what an undercut of the argument targets.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field

from ...errors import InvalidMap, ReadError
from ...limits import Limits
from ...model.claim import Claim
from ...model.data import NO_DATA, Data, trusted_data
from ...model.ids import fresh_id, slug
from ...model.map import ArgumentMap
from ...model.records import Group
from ...model.trusted import trusted_claim, trusted_map
from .frame import Frame, frame
from .gist import worded
from .interpret import Interpretation
from .links import Linker
from .numbering import Numbering
from .only_ids import members_of, only_ids
from .own import ARGDOWN, ARGMAP, apart, link_of, made_with, own_of
from .parts import Argument, Node, Relation, Section, Statement
from .remembered import remembered
from .shorthand import in_full
from .tree import Entry

__all__ = ["built"]


def built(
    whole: Interpretation,
    relations: Sequence[Relation],
    limits: Limits,
    entries: dict[str, int] | None = None,
) -> ArgumentMap:
    """The map of a document, whose ``relations`` have been derived; raises `ReadError` for own data that is wrong.

    ``entries``, if given, gets the number of the entry that each group, claim and link stands in, by its id.
    """
    name = whole.notes.source.name
    try:
        given = frame(whole.document.front_matter or {}, tagged=_is_tagged(whole))
    except (TypeError, ValueError) as error:
        raise ReadError(
            f"the front matter under 'argmap' can't be used: {error}", name=name
        ) from error
    only = only_ids(whole, given.ids)
    owned = [
        each for each in whole.document.entries if each.data is not None and ARGMAP in each.data
    ]
    explicit = {node.title for node in only} | {*_explicit_ids(owned)}
    builder = _Builder(whole, limits, given, only, Numbering(explicit))
    builder.sections()
    builder.claims()
    limits.check("claims", len(builder.made), name=name)
    groups = {number: group.id for number, group in builder.groups.items()}
    schemes = {scheme.name: scheme for scheme in reversed(given.schemes)}
    linker = Linker(whole, groups, builder.numbering, schemes, only, given.meant, bool(owned))
    links = linker.links(relations, limits)
    if entries is not None:
        entries |= linker.entries() | builder.entries()
    parts: dict[str, Any] = {
        "claims": tuple(builder.made),
        "links": links,
        "groups": tuple(builder.groups.values()),
        "participants": given.participants,
        "sources": given.sources,
        "schemes": tuple(dict.fromkeys((*given.schemes, *linker.schemes.values()))),
        "about": given.about,
        "data": remembered(whole, given.data, groups),
    }
    if not only and not given.owned and linker.are_sound():
        return trusted_map(**parts)
    try:
        return ArgumentMap(**parts)
    except InvalidMap as error:
        source = whole.notes.source
        message = f"the data under 'argmap' makes no map: {error.problems[0].message}"
        raise ReadError(
            message,
            span=source.span(max(0, source.text.find(ARGMAP))),
            hint="write what it names into the front matter, or take the name out",
            problems=error.problems,
        ) from error


def _is_tagged(whole: Interpretation) -> bool:
    return any(entry.tags for entry in whole.document.entries)


def _explicit_ids(owned: Iterable[Entry]) -> Iterator[str]:
    """Every id that argmap's own data gives to something."""
    for entry in owned:
        own = own_of(entry.data)
        for held in (own, link_of(own)):
            if isinstance(held.get("id"), str) and entry.kind != "heading":
                yield held["id"]


@define
class _Builder:
    """The claims and groups so far, and which of them each part of the document became."""

    whole: Interpretation
    limits: Limits
    frame: Frame
    only_ids: Container[Node]
    numbering: Numbering
    made: list[Claim] = field(factory=list)
    groups: dict[int, Group] = field(factory=dict)

    def sections(self) -> None:
        """Make a group of each section."""
        owns = [own_of(each.data) if each.data else _NOTHING for each in self.whole.sections]
        taken = {own["id"] for own in owns if own and isinstance(own.get("id"), str)}
        counts: dict[str, int] = {}
        for section, own in zip(self.whole.sections, owns, strict=True):
            id = own.get("id")
            if not isinstance(id, str):
                id = fresh_id(slug(section.title) or "group", taken, counts)
            taken.add(id)
            parent = None if section.parent is None else self.groups[section.parent.number].id
            data = _data(section.data, _level(section))
            if own:
                fields = {"id": id, "title": section.title, "parent": parent, "data": data}
                group = self._made(Group, section.heading, own, fields)
            else:
                group = Group(id, section.title, parent, data)
            self.groups[section.number] = group

    def _made(self, kind: Any, number: int, own: Mapping[str, Any], fields: dict[str, Any]) -> Any:
        try:
            return made_with(kind, in_full(own, self.frame.meant), **fields)
        except ValueError as error:
            entry = self.whole.document.entries[number]
            message = f"the data under 'argmap' fits no {kind.kind}: {error}"
            raise self.whole.notes.error(message, entry.start, entry.end) from error

    def claims(self) -> None:
        """Make a claim of each statement and each argument that isn't reconstructed, in the document's order."""
        entries, only = self.whole.document.entries, self.only_ids
        wordings: tuple[str, ...]
        fresh, add = self.numbering.fresh, self.made.append
        groups = {number: group.id for number, group in self.groups.items()}
        nodes = [
            node for node in self.whole.mentioned if not (isinstance(node, Argument) and node.pcs)
        ]
        for node in nodes:
            said = node.data
            if node in only or (said and ARGMAP in said):
                self._claim_of_its_own(node)
                continue
            first = entries[node.members[0]]
            if len(node.members) == 1 and first.form != "reference":  # as most are
                text, wordings, source = first.text.strip(), (), first.source
            else:
                text, wordings, source = worded(members_of(self.whole, node))
            title = node.title if first.title else ""
            node.id = id = fresh(title or text, "claim")
            data = _ONLY_GIST if isinstance(node, Argument) else NO_DATA
            if source or said:
                known = _GIST if isinstance(node, Argument) else _NOTHING
                data = _data(said, {**known, "source": source} if source else known)
            tags = tuple(node.tags) if node.tags else ()
            group = None if node.section is None else groups[node.section.number]
            add(trusted_claim(id, text, data, title, wordings, tags, group))
        self._check(nodes)

    def _claim_of_its_own(self, node: Statement | Argument) -> None:
        """Make a claim of which data under ``argmap`` says more, or whose title is only its id."""
        members = members_of(self.whole, node)
        text, wordings, source = worded(members)
        title = node.title if members[0].title else ""
        own = own_of(node.data) if ARGMAP in node.data else {}
        known: Mapping[str, Any] = {"source": source} if source else {}
        if isinstance(node, Argument) and own.get("kind") != "claim":
            known = {"kind": "argument", **known} if known else _GIST
        given = own.get("id")
        if isinstance(given, str):
            id = given
        elif node in self.only_ids:
            id, title = title, ""
        else:
            id = self.numbering.fresh(title or text, "claim")
        node.id = id
        fields = {
            "id": id,
            "text": text,
            "title": title,
            "wordings": wordings,
            "tags": tuple(node.tags),
            "group": self._group(node.section),
            "data": _data(node.data, known),
        }
        self.made.append(self._made(Claim, min(node.members), _over(own), fields))

    def entries(self) -> dict[str, int]:
        """The entry that each group and claim stands in: of a claim the first in which it isn't only referred to."""
        sections = self.whole.sections
        found = {self.groups[each.number].id: each.heading for each in sections}
        for node in self.whole.mentioned:
            numbers, entries = node.members, self.whole.document.entries
            said = [number for number in numbers if entries[number].form != "reference"]
            found[node.id] = (said or numbers)[0]
        return found

    def _check(self, nodes: Sequence[Statement | Argument]) -> None:
        """Raise `TooLarge` for the first of these claims with too long a text or id, with the place where it is first said."""
        limits, made = self.limits, self.made
        most, most_of_id = limits.text_characters, limits.id_characters
        too_long = [
            number
            for number, claim in enumerate(made)
            if len(claim.text) > most or len(claim.title) > most or len(claim.id) > most_of_id
        ]
        if too_long:
            number = too_long[0]
            claim, entry = made[number], self.whole.document.entries[min(nodes[number].members)]
            place = self.whole.notes.source.span(entry.start).place
            longest = max(len(claim.text), len(claim.title))
            limits.check("text_characters", longest, name=place)
            limits.check("id_characters", len(claim.id), name=place)

    def _group(self, section: Section | None) -> str | None:
        return None if section is None else self.groups[section.number].id


def _level(section: Section) -> dict[str, Any]:
    """The level of a heading, where the sections around it don't tell it."""
    depth, around = 1, section.parent
    while around is not None:
        depth, around = depth + 1, around.parent
    return {} if depth == section.level else {"level": section.level}


_NOTHING: Mapping[str, Any] = {}
_GIST: Mapping[str, Any] = {"kind": "argument"}
_ONLY_GIST = Data({ARGDOWN: _GIST})


def _over(own: Mapping[str, Any]) -> dict[str, Any]:
    """What argmap's own data says of a claim."""
    left = () if own.get("kind") != "claim" else ("kind",)
    return {name: held for name, held in own.items() if name not in ("link", "uses", *left)}


def _data(data: Mapping[str, Any], known: Mapping[str, Any]) -> Data:
    """Data of a document, which are frozen, and what else is known, which is legal."""
    if known is _GIST and not data:
        return _ONLY_GIST
    held = apart(data) if data else {}
    if known:
        held[ARGDOWN] = dict(known)
    return trusted_data(held) if held else NO_DATA
