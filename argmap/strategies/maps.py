"""Whole maps, valid by construction: what is drawn are recipes, and every recipe makes a map.

A recipe is a tuple of small numbers and texts. Which claim or link a number means is decided when the
map is put together, so no draw depends on another, nothing is thrown away, and shrinking can leave out
any claim or link.
"""

from __future__ import annotations

from typing import Any

from attrs import define, field
from hypothesis import strategies as st

from ..model import (
    About,
    Answer,
    ArgumentMap,
    Claim,
    Conflict,
    Draft,
    Issue,
    Link,
    Preference,
    Rebuttal,
    Rephrase,
    Support,
    Undercut,
)
from ..model.link import MANNERS
from .elements import PICK, Records, details, filed, free_data, records, shared, weights
from .texts import named, texts

__all__ = ["drafts", "maps"]

PERCENT = st.integers(0, 99)


def maps(
    *,
    min_claims: int = 0,
    max_claims: int = 12,
    cyclic: bool = True,
    trees: bool = False,
    linked_share: float = 0.25,
    undercut_depth: int = 2,
    groups: bool = True,
    hostile: bool = False,
) -> st.SearchStrategy[ArgumentMap]:
    """Argument maps of every kind of element, with all that elements can carry.

    ``cyclic=False`` lets claims argue only for claims made before them. ``trees=True`` gives one main claim
    and exactly one step from every other claim, to an earlier claim or to a step; no conflicts, rephrases,
    preferences and answers. ``linked_share`` is the share of steps that may have several premises (none in a
    tree), ``undercut_depth`` how deep links may stand on links (0: no undercuts, no backing), ``groups``
    whether there are groups, ``hostile`` whether texts and ids are such as break programs.

    They shrink to few claims called c1, c2, ... and links called l1, l2, ...
    """
    words = texts(hostile=hostile)
    prefix = words if hostile else st.just("")
    claim = st.tuples(prefix, details(hostile=hostile), shared(hostile=hostile))
    plain = st.just((False, None, "", 0))
    rich = st.tuples(st.booleans(), weights(), words, PICK)
    premises = st.lists(PICK, min_size=1, max_size=3)
    link = st.tuples(
        prefix,
        PERCENT,
        PICK,
        premises,
        PERCENT,
        PERCENT,
        plain | plain | rich,
        shared(hostile=hostile),
    )
    issue = st.tuples(prefix, words, words, shared(hostile=hostile))
    return st.builds(
        _built,
        st.just(_Switches(cyclic, linked_share, undercut_depth)),
        records(groups=groups, hostile=hostile),
        st.lists(claim, min_size=min_claims, max_size=max_claims),
        st.lists(issue, max_size=0 if trees else 1),
        st.lists(link, max_size=max_claims + 3),
        st.just(trees),
        st.tuples(words, words, free_data(hostile=hostile)),
    )


def drafts(**switches: Any) -> st.SearchStrategy[Draft]:
    """Drafts that start as such maps; the switches are those of `maps`."""
    return maps(**switches).map(Draft.of)


@define
class _Switches:
    cyclic: bool
    linked_share: float
    undercut_depth: int


@define
class _Making:
    """A map in the making: what there is already, and how deep each link stands on links."""

    switches: _Switches
    records: Records
    claims: list[Claim]
    issues: list[Issue]
    links: list[Link] = field(factory=list)
    depth: dict[str, int] = field(factory=dict)
    last: dict[str, int] = field(factory=dict)

    def add(self, link: Link, depth: int, last: int) -> None:
        """Take in a link that stands on ``depth`` links and whose latest claim is the ``last``-th."""
        self.links.append(link)
        self.depth[link.id] = depth
        self.last[link.id] = last

    def targetable(self) -> list[Link]:
        """The links that another link may still stand on."""
        return [each for each in self.links if self.depth[each.id] < self.switches.undercut_depth]


def _built(
    switches: _Switches,
    known: Records,
    claims: list[Any],
    issues: list[Any],
    links: list[Any],
    trees: bool,
    about: tuple[str, str, dict[str, Any]],
) -> ArgumentMap:
    """The map that recipes say."""
    made = _Making(
        switches,
        known,
        [Claim(named(b, f"c{i}"), **d, **_filed(s, d, known)) for i, (b, d, s) in _counted(claims)],
        [Issue(named(b, f"i{i}"), x, y, **filed(s, known)) for i, (b, x, y, s) in _counted(issues)],
    )
    if trees:
        for number in range(1, len(made.claims)):
            _grow(made, number, links[number - 1] if number <= len(links) else _SIMPLEST)
    elif made.claims:
        for number, recipe in _counted(links):
            _tie(made, number, recipe)
    title, description, data = about
    return ArgumentMap(
        claims=tuple(made.claims),
        links=tuple(made.links),
        issues=tuple(made.issues),
        groups=known.groups,
        participants=known.participants,
        sources=known.sources,
        schemes=known.schemes,
        about=About(title, description),
        data=data,
    )


_SIMPLEST: Any = ("", 0, 0, [0], 0, 0, (False, None, "", 0), None)
"""The link that a tree has where no recipe is left: support of the main claim."""


def _counted(recipes: list[Any]) -> Any:
    return enumerate(recipes, 1)


def _filed(given: Any, own: dict[str, Any], known: Records) -> dict[str, Any]:
    """The shared fields of a claim; free data of its own come before shared ones."""
    return {name: value for name, value in filed(given, known).items() if name not in own}


def _grow(made: _Making, number: int, recipe: Any) -> None:
    """One step from the ``number``-th claim after the first, to an earlier claim or to a step of one."""
    before, sort, aim, _, _, percent, rich, given = recipe
    links = made.targetable()
    on_link = sort >= 50 and bool(links)
    targets: list[Claim] | list[Link] = links if on_link else made.claims[:number]
    target = targets[aim % len(targets)]
    _add_step(made, number, before, target, (number,), (), percent, rich, given)


def _tie(made: _Making, number: int, recipe: Any) -> None:
    """One link of any kind, as far as there is what it needs."""
    before, sort, aim, picks, several, percent, rich, given = recipe
    if sort >= 80:
        _add_other(made, number, before, sort, aim, picks, given)
        return
    place = aim % len(made.claims)
    target: Claim | Link = made.claims[place]
    links = made.targetable()
    if sort >= 50 and links:
        target = links[aim % len(links)]
        place = made.last[target.id]
    first = 0 if made.switches.cyclic else place + 1
    linked = several >= 100 * (1 - made.switches.linked_share)
    chosen = _chosen(range(first, len(made.claims)), picks if linked else picks[:1])
    warrants = chosen[-1:] if len(chosen) > 1 and percent >= 80 else ()
    if chosen:
        premises = chosen[:-1] if warrants else chosen
        _add_step(made, number, before, target, premises, warrants, percent, rich, given)


def _chosen(places: range, picks: list[int]) -> tuple[int, ...]:
    """Different ones of ``places``, one for each pick as far as there are any left."""
    left = list(places)
    return tuple([left.pop(pick % len(left)) for pick in picks[: len(left)]])


def _add_step(
    made: _Making,
    number: int,
    before: str,
    target: Claim | Link,
    premises: tuple[int, ...],
    warrants: tuple[int, ...],
    percent: int,
    rich: tuple[bool, float | None, str, int],
    given: Any,
) -> None:
    on_link = isinstance(target, Link)
    attack = Undercut if on_link else Rebuttal
    strict, weight, label, pick = rich
    schemes = [None, *[scheme.id for scheme in made.records.schemes]]
    link = (Support if percent % 2 == 0 else attack)(
        named(before, f"l{number}"),
        tuple([made.claims[place].id for place in premises]),
        target.id,
        warrants=tuple([made.claims[place].id for place in warrants]),
        scheme=schemes[pick % len(schemes)],
        strict=strict,
        weight=weight,
        label=label,
        **filed(given, made.records),
    )
    reach = made.last[target.id] if on_link else 0
    made.add(link, made.depth[target.id] + 1 if on_link else 0, max(reach, *premises, *warrants))


def _add_other(
    made: _Making, number: int, before: str, sort: int, aim: int, picks: list[int], given: Any
) -> None:
    """A conflict, rephrase, preference or answer, as far as there is what it needs."""
    id, details = named(before, f"l{number}"), filed(given, made.records)
    claims = range(len(made.claims))
    chosen = _chosen(claims, [aim, *picks])
    ids = tuple([made.claims[place].id for place in chosen])
    link: Link | None = None
    if sort >= 95 and made.issues:
        link = Answer(id, ids[0], made.issues[0].id, **details)
    elif len(ids) > 1 and sort >= 90:
        link = Conflict(id, ids, aim % 2 == 1, **details)
    elif len(ids) > 1 and sort >= 85:
        low, high = sorted(chosen[:2], reverse=not made.switches.cyclic)[:2]
        manner: Any = MANNERS[aim % len(MANNERS)]
        link = Rephrase(id, made.claims[low].id, made.claims[high].id, manner, **details)
    elif len(ids) > 1:
        link = Preference(id, ids[0], ids[1], **details)
    if link is not None:
        made.add(link, 0, max(chosen))
