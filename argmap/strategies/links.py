"""Single links, for a map that is there: what one adds, or passes to a function that takes a link."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from ..model import ArgumentMap, Claim, Issue, Link, Rebuttal, Support, Undercut
from ..model.ids import fresh_id
from .building import LinkRecipe, Making
from .elements import PICK, WEIGHTS, Records, shared
from .made import made, together
from .switches import Shares, Switches
from .texts import texts

__all__ = ["AMONG", "links", "links_of", "rebuttals", "supports", "undercuts"]

AMONG = ArgumentMap(
    claims=(Claim("c1"), Claim("c2"), Claim("c3"), Claim("c4")),
    links=(
        Support("l1", ("c2",), "c1"),
        Undercut("l2", ("c3",), "l1"),
        Undercut("l3", ("c4",), "l2"),
    ),
    issues=(Issue("i1"),),
)
"""The map that single links stand in where none is named: four claims, an issue, and an undercut of an undercut."""


def supports(among: ArgumentMap = AMONG, *, hostile: bool = False) -> st.SearchStrategy[Support]:
    """A support that a map has room for: of a claim, or of a link (backing).

    Its id is a new one there, its ends are in the map; which must have a claim, or there is nothing to draw.

    >>> from argmap.strategies import smallest
    >>> smallest(supports(), lambda support: support.linked)
    Support('l4', ('c1', 'c2'), 'c1')
    """
    return links_of(among, ("step", "backing"), hostile=hostile, attack=0.0)


def rebuttals(among: ArgumentMap = AMONG, *, hostile: bool = False) -> st.SearchStrategy[Rebuttal]:
    """A rebuttal that a map has room for; as `supports`.

    >>> from argmap.strategies import smallest
    >>> smallest(rebuttals(), lambda rebuttal: rebuttal.target == "c4")
    Rebuttal('l4', ('c1',), 'c4')
    """
    return links_of(among, ("step",), hostile=hostile, attack=1.0)


def undercuts(
    among: ArgumentMap = AMONG, *, depth: int = 2, hostile: bool = False
) -> st.SearchStrategy[Undercut]:
    """An undercut that a map has room for, of a link that itself stands on fewer than ``depth`` links; as `supports`.

    Of a map that has no such link there is nothing to draw. Raises ValueError for a depth below 1.

    >>> from argmap.strategies import smallest
    >>> smallest(undercuts(depth=3), lambda undercut: undercut.target == "l3")
    Undercut('l4', ('c1',), 'l3')
    """
    if depth < 1:
        raise ValueError(
            f"an undercut stands on a link at least, so depth is 1 or more, not {depth}"
        )
    return links_of(among, ("undercut",), hostile=hostile, depth=depth)


def links(among: ArgumentMap = AMONG, *, hostile: bool = False) -> st.SearchStrategy[Link]:
    """A link of any kind that a map has room for; as `supports`.

    >>> from argmap.strategies import smallest
    >>> smallest(links(), lambda link: link.kind == "conflict")
    Conflict('l4', ('c1', 'c2'))
    """
    kinds = ("step", "undercut", "backing", "conflict", "rephrase", "preference", "answer")
    return links_of(among, kinds, hostile=hostile)


def links_of(
    among: ArgumentMap,
    kinds: tuple[str, ...],
    *,
    hostile: bool = False,
    attack: float = 0.5,
    depth: int = 2,
) -> st.SearchStrategy[Any]:
    """Links of those ``kinds`` for which the map has what they need; nothing if it has it for none."""
    switches = Switches(shares=Shares(attack=attack), undercut_depth=depth)
    able = tuple([kind for kind in kinds if _able(kind, _making(among, switches))])
    words = texts(hostile=hostile)
    recipe = together(
        words if hostile else st.just(""),
        st.just(0),
        PICK,
        st.lists(PICK, min_size=1, max_size=3),
        st.integers(0, 99),
        st.integers(0, 99),
        st.just((False, None, "", 0)) | together(st.booleans(), WEIGHTS, words, PICK),
        shared(hostile=hostile),
    )

    def built(kind: str, parts: tuple[Any, ...]) -> Link:
        making = _making(among, switches)
        making.tie(LinkRecipe(*parts), kind)
        link = making.links[-1]
        return evolve(link, id=fresh_id(link.id, among.elements, {}))

    return made(built, st.sampled_from(able), recipe) if able else st.nothing()


def _able(kind: str, making: Making) -> bool:
    """Whether there is what a link of a kind needs."""
    match kind:
        case "undercut" | "backing":
            return bool(making.claims and making.targetable())
        case "answer":
            return bool(making.claims and making.issues)
        case "step":
            return bool(making.claims)
    return len(making.claims) > 1


def _making(map: ArgumentMap, switches: Switches) -> Making:
    """A making that has what a map has already."""
    records = Records(map.groups, map.participants, map.sources, map.schemes)
    making = Making(switches, records, list(map.claims), list(map.issues))
    for link in map.links:
        on = [making.depth[end] for _, end in link.ends() if end in making.depth]
        making.add(link, max(on, default=-1) + 1, 0)
    return making
