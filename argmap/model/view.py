"""A part of a map that is a map itself, and knows what it is a part of.

What is shown are some claims and issues, with every link of which all ends are shown: never a half of a link, for
a reason with one of its premises is another reason. So a view of a view is the view of what both show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import fields

from ..errors import Loss
from ..values import frozen
from .claim import Spoken
from .link import Link, Step
from .map import TABLES, ArgumentMap, Element
from .records import Group, Participant, Scheme, Source

if TYPE_CHECKING:
    from .choosing import Several

__all__ = ["OMISSIONS", "MapView", "part_of", "view"]

OMISSIONS = ("omitted", "cut-link")
"""The codes of the losses of a view: what isn't shown of the whole, which no format is to blame for."""


@frozen(kw_only=True, slots=False, repr=False)
class MapView(ArgumentMap):
    """What `ArgumentMap.view` gives: the map of what is shown, and the ``whole`` that it is a part of.

    It goes wherever a map goes. A drawing shows stubs where something is omitted, with the number of things; a
    document says the part alone, and the report what is missing. Groups, participants, sources and schemes that
    only omitted elements name are omitted too.
    """

    whole: ArgumentMap

    __hash__ = ArgumentMap.__hash__

    def __repr__(self) -> str:
        claims = f"{len(self.claims)} of {len(self.whole.claims)} claims"
        return f"<MapView: {claims}, {len(self.links)} of {len(self.whole.links)} links>"

    def map(self) -> ArgumentMap:
        """The part as a map of its own, which knows of no other."""
        return ArgumentMap(**{part.name: getattr(self, part.name) for part in fields(ArgumentMap)})

    @cached_property
    def omitted(self) -> tuple[str, ...]:
        """The ids of the issues, claims and links that aren't shown, in the order of the whole."""
        return tuple([id for id in self.whole.elements if id not in self.elements])

    @cached_property
    def cut(self) -> tuple[Link, ...]:
        """The omitted links that tie something shown to something omitted: what the part leans on, and what on it."""
        return tuple(
            [
                link
                for link in self.whole.links
                if link.id not in self.elements and any(end in self for _, end in link.ends())
            ]
        )

    @cached_property
    def stubs(self) -> Mapping[str, tuple[str, ...]]:
        """For each shown element that a cut link ties to something omitted, the ids of all that it is tied to so, each once."""
        omitted: dict[str, tuple[str, ...]] = {}
        tied: dict[str, list[str]] = {}
        for link in self.cut:
            ends = tuple(dict.fromkeys([end for _, end in link.ends()]))
            omitted[link.id] = tuple([end for end in ends if end not in self])
            for end in ends:
                if end in self:
                    tied.setdefault(end, []).append(link.id)
        return {
            id: omitted[links[0]]
            if len(links) == 1
            else tuple(dict.fromkeys([end for link in links for end in omitted[link]]))
            for id, links in tied.items()
        }

    @cached_property
    def losses(self) -> tuple[Loss, ...]:
        """What a document of the part doesn't say of the whole: how much, and then each cut link."""
        whole = self.whole
        counts = [(len(getattr(whole, name)) - len(getattr(self, name)), name) for name in TABLES]
        told = ", ".join(
            [
                f"{count:,} {name[:-1] if count == 1 else name}"
                for count, name in counts
                if count > 0
            ]
        )
        omitted = [Loss("omitted", "", told, "the view doesn't show this")] if told else []
        return (*omitted, *[_cut(self, link) for link in self.cut])


def _cut(view: MapView, link: Link) -> Loss:
    ends = list(dict.fromkeys([end for _, end in link.ends()]))
    shown = ", ".join([end for end in ends if end in view])
    hidden = ", ".join([end for end in ends if end not in view])
    return Loss("cut-link", link.id, link.kind, f"it ties {shown} to {hidden}, which isn't shown")


def view(
    map: ArgumentMap,
    *,
    focus: Any = (),
    depth: int | None = None,
    tags: Several = (),
    groups: Several = (),
    speakers: Several = (),
    verdict: Several = (),
    labels: Mapping[str, str] | None = None,
    collapse: Any = (),
) -> MapView:
    """The view of ``map`` that shows what all of these choose; see `ArgumentMap.view`."""
    from .choosing import listed, near, of_records, of_tags, of_verdicts, open_to, propositions

    kept: set[str] = {each.id for each in propositions(map)}
    whole = map.whole if isinstance(map, MapView) else map
    if listed(focus) or depth is not None:
        kept.intersection_update(near(map, listed(focus), depth))
    if listed(tags):
        kept &= of_tags(map, listed(tags), whole)
    if listed(groups):
        kept &= of_records(map, Group, listed(groups), whole)
    if listed(speakers):
        kept &= of_records(map, Participant, listed(speakers), whole)
    if listed(verdict):
        kept &= of_verdicts(map, listed(verdict), labels)
    if listed(collapse):
        kept &= open_to(map, listed(collapse))
    return part_of(map, kept)


def part_of(map: ArgumentMap, kept: Set[str]) -> MapView:
    """The view of ``map``, or of what that is a view of, that shows these of its claims and issues."""
    from .change import hanging  # here, and the choosing above: most maps are never viewed in part
    from .choosing import propositions

    whole = map.whole if isinstance(map, MapView) else map
    gone = {each.id for each in propositions(map) if each.id not in kept}
    parts: dict[str, Any] = {part.name: getattr(map, part.name) for part in fields(ArgumentMap)}
    if gone:
        hanging(map.elements, gone)
        shown = {id: element for id, element in map.elements.items() if id not in gone}
        for name in ("issues", "claims", "links"):
            parts[name] = tuple([each for each in parts[name] if each.id in shown])
        parts |= _records(map, shown.values())
    return MapView(whole=whole, **parts)


def _records(map: ArgumentMap, shown: Iterable[Element]) -> dict[str, Any]:
    """The records of a part: those that what is shown names, and those that nothing in the map names."""
    before, now = _named(map.elements.values()), _named(shown)
    kept: dict[str, Any] = {
        f"{kind.kind}s": tuple(
            [
                record
                for id, record in map.records[kind].items()
                if id in now[kind] or id not in before[kind]
            ]
        )
        for kind in (Participant, Source, Scheme)
    }
    lived_in = _with_those_around(map, before[Group])
    empty = [id for id in map.records[Group] if id not in lived_in]
    needed = _with_those_around(map, (*now[Group], *empty))
    return {**kept, "groups": tuple([group for group in map.groups if group.id in needed])}


def _named(elements: Iterable[Element]) -> dict[type, dict[str, None]]:
    """The ids of the records that elements name, by kind."""
    found: dict[type, dict[str, None]] = {kind: {} for kind in (Group, Participant, Source, Scheme)}
    for element in elements:
        spoken: Spoken = element
        if spoken.group is not None:
            found[Group][spoken.group] = None
        found[Participant].update(dict.fromkeys(spoken.said_by))
        found[Source].update(dict.fromkeys([each.source for each in spoken.citations]))
        if isinstance(element, Step) and element.scheme is not None:
            found[Scheme][element.scheme] = None
    return found


def _with_those_around(map: ArgumentMap, groups: Iterable[str]) -> set[str]:
    """These groups and all that they stand in."""
    known = map.records[Group]
    found: set[str] = set()
    for id in groups:
        around: str | None = id
        while around is not None and around not in found:
            found.add(around)
            around = getattr(known[around], "parent", None)
    return found
