"""The map: a frozen value of claims, issues, links and records, checked once when it is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeGuard

from attrs import fields

from ..errors import InvalidMap, UnknownId
from ..values import frozen
from . import walk
from .check import check
from .claim import Claim, Issue
from .data import NO_DATA
from .fields import FREE, Rule, of, settle
from .link import KINDS, Link, Rebuttal, Step
from .records import RECORD_TABLES, About, Group, Participant, Record, Scheme, Source

if TYPE_CHECKING:
    from networkx import DiGraph, MultiDiGraph

    from .choosing import Several
    from .draft import Draft
    from .view import MapView

__all__ = ["TABLES", "ArgumentMap", "Element", "is_view"]

Element = Claim | Issue | Link
"""What has an id of its own in the graph."""

TABLES = ("issues", "claims", "links", *RECORD_TABLES)
"""The parts of a map that hold values with ids."""


_ABOUT_NOTHING = About()


@frozen(kw_only=True, slots=False, repr=False)
class ArgumentMap:
    """A whole argument map, in the author's order.

    Raises `InvalidMap` with every problem at once if it breaks an invariant (see
    `argmap.model.check`), TypeError if a part isn't of its kind. It is hashable, picklable and
    equal by value; read it as a mapping of ids to elements.

    >>> a, b = Claim("a", "They raise accountability."), Claim("b", "Co-ops are good.")
    >>> debate = ArgumentMap(claims=(a, b), links=(Rebuttal("r", ("a",), "b"),))
    >>> debate["a"].text, "x" in debate, len(debate)
    ('They raise accountability.', False, 3)
    """

    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    issues: tuple[Issue, ...] = ()
    groups: tuple[Group, ...] = ()
    participants: tuple[Participant, ...] = ()
    sources: tuple[Source, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    about: About = _ABOUT_NOTHING
    data: Mapping[str, Any] = NO_DATA

    def __attrs_post_init__(self) -> None:
        settle(self, _MAP)
        problems = check(self)
        if problems:
            raise InvalidMap(problems)

    @cached_property
    def elements(self) -> Mapping[str, Element]:
        """Every issue, claim and link by its id."""
        index: dict[str, Element] = {claim.id: claim for claim in self.claims}
        if self.issues:  # few maps have any, and a hundred thousand claims are best put down once
            index = {**{issue.id: issue for issue in self.issues}, **index}
        for link in self.links:
            index[link.id] = link
        return index

    @cached_property
    def records(self) -> Mapping[type, Mapping[str, Record]]:
        """Every record by its kind and id."""
        return {
            Group: {group.id: group for group in self.groups},
            Participant: {participant.id: participant for participant in self.participants},
            Source: {source.id: source for source in self.sources},
            Scheme: {scheme.id: scheme for scheme in self.schemes},
        }

    def __getitem__(self, id: str) -> Element:
        try:
            return self.elements[id]
        except KeyError:
            raise UnknownId(id, self.elements) from None

    def __contains__(self, item: object) -> bool:
        return (getattr(item, "id", item)) in self.elements

    def __iter__(self) -> Iterator[str]:
        return iter(self.elements)

    def __len__(self) -> int:
        return len(self.elements)

    def __bool__(self) -> bool:
        return True

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(tuple([getattr(self, part.name) for part in fields(type(self))]))

    def __repr__(self) -> str:
        title = f" {self.about.title!r}" if self.about.title else ""
        claims = f"{len(self.claims)} claim{'s' * (len(self.claims) != 1)}"
        links = f"{len(self.links)} link{'s' * (len(self.links) != 1)}"
        return f"<ArgumentMap{title}: {claims}, {links}>"

    def __getstate__(self) -> dict[str, Any]:
        return {part.name: getattr(self, part.name) for part in fields(type(self))}

    def draft(self) -> Draft:
        """A draft that starts as this map; the map itself never changes."""
        from .draft import Draft

        return Draft.of(self)

    def view(
        self,
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
        """A part of the map that goes wherever a map goes: what all of these choose; if none is said, everything.

        ``focus`` chooses what lies within ``depth`` links of an element or several (two links, if you don't
        say), ``depth`` alone counts from the main claims. Of ``tags``, ``groups`` (by id or title, with the groups in
        them) and ``speakers`` (by id or name) one or several may be named; a claim or issue must have one of each.
        ``verdict`` chooses claims by their ``labels``, those of an evaluation: accepted, rejected or undecided. ``collapse``
        hides what bears on these elements and on nothing else. A link is shown if all that it ties together is.

        Raises `UnknownId` and `UnknownName` for what isn't there, ValueError for a depth below 0 and for a verdict
        without labels.

        >>> a, b, c = (Claim(id, tags=("early",) if id < "c" else ()) for id in "abc")
        >>> debate = ArgumentMap(claims=(a, b, c), links=(Rebuttal("r", ("b",), "a"), Rebuttal("q", ("c",), "b")))
        >>> part = debate.view(tags="early")
        >>> part, part.stubs
        (<MapView: 2 of 3 claims, 1 of 2 links>, {'b': ('c',)})
        """
        from .view import view

        return view(
            self,
            focus=focus,
            depth=depth,
            tags=tags,
            groups=groups,
            speakers=speakers,
            verdict=verdict,
            labels=labels,
            collapse=collapse,
        )

    @cached_property
    def graph(self) -> DiGraph[str]:
        """The map as a frozen `networkx.DiGraph`; see `argmap.model.graph.graph`."""
        from . import graph

        return graph.graph(self)

    def claim_graph(self) -> MultiDiGraph[str]:
        """Claims alone, as a frozen `networkx.MultiDiGraph`; see `argmap.model.graph.claim_graph`."""
        from . import graph

        return graph.claim_graph(self)

    @cached_property
    def links_to(self) -> Mapping[str, tuple[Link, ...]]:
        """For every id the links that point at it, in the author's order."""
        return walk.links_by_end(self, outputs=True)

    @cached_property
    def links_from(self) -> Mapping[str, tuple[Link, ...]]:
        """For every id the links that it is an input of, in the author's order."""
        return walk.links_by_end(self, outputs=False)

    @cached_property
    def roots(self) -> tuple[Claim, ...]:
        """The claims that argue for or against nothing; see `argmap.model.walk.roots`."""
        return walk.roots(self)

    @cached_property
    def leaves(self) -> tuple[Claim, ...]:
        """The claims that nothing argues for or against."""
        return walk.leaves(self)

    @cached_property
    def main_claims(self) -> tuple[Claim, ...]:
        """What the map is about: the roots, and one claim of every part that has none."""
        return walk.main_claims(self)

    @cached_property
    def depths(self) -> Mapping[str, int]:
        """For every claim and link how many links lie between it and the nearest main claim."""
        return walk.depths(self)

    def undermines(self, rebuttal: Rebuttal) -> bool:
        """Whether a rebuttal attacks a mere premise; see `argmap.model.walk.undermines`."""
        return walk.undermines(self, rebuttal)

    def is_counter_objection(self, link: Link) -> bool:
        """Whether an attack answers an attack; see `argmap.model.walk.is_counter_objection`."""
        return walk.is_counter_objection(self, link)

    def shapes(self, step: Step) -> frozenset[walk.Shape]:
        """How a step stands among others; see `argmap.model.walk.shapes`."""
        return walk.shapes(self, step)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """What a notebook shows: see `argmap.integrations.notebook`; it takes of that what it can."""
        from ..registry import DISPLAYS

        shown: dict[str, str] = DISPLAYS.get("map")(self)
        return shown

    def _repr_svg_(self) -> str | None:
        """The picture alone, for what asks for no more; None where it would be too large."""
        return self._repr_mimebundle_().get("image/svg+xml")


def _links(name: str, value: Any) -> tuple[Link, ...]:
    links: tuple[Link, ...] = of(Link)(name, value)
    for kind in dict.fromkeys(map(type, links)):
        if kind not in _CONCRETE:
            listed = ", ".join(KINDS)
            raise TypeError(f"{name} holds links of the kinds {listed}, not {kind.__name__}")
    return links


_CONCRETE = frozenset(KINDS.values())
_MAP: tuple[tuple[str, Rule], ...] = (
    ("claims", of(Claim)),
    ("links", _links),
    ("issues", of(Issue)),
    ("groups", of(Group)),
    ("participants", of(Participant)),
    ("sources", of(Source)),
    ("schemes", of(Scheme)),
    ("data", FREE),
)


def is_view(map: ArgumentMap) -> TypeGuard[MapView]:
    """Whether a map is a part of a larger one; the class of those is loaded where somebody makes one."""
    return hasattr(map, "whole")
