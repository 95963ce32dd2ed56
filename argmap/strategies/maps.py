"""Whole maps, valid by construction: what is drawn are recipes, and every recipe makes a map."""

from __future__ import annotations

from typing import Any, Unpack

from attrs import evolve
from hypothesis import strategies as st

from ..model import About, ArgumentMap, Claim, Draft, Issue
from .building import LinkRecipe, Making
from .elements import PICK, WEIGHTS, Records, details, filed, free_data, records, shared
from .made import made, together
from .shapes import SPEAKERS, shape_of
from .switches import CORPORA, Asked, Shares, Switches
from .texts import named, texts

__all__ = ["drafts", "maps", "trees"]

PERCENT = st.integers(0, 99)


def maps(**asked: Unpack[Asked]) -> st.SearchStrategy[ArgumentMap]:
    """Argument maps, with all that elements can carry.

    ``min_claims`` and ``max_claims``: how many claims, 0 to 12 unless you say. ``cyclic=False`` lets claims argue only for claims
    made before them; ``connected=True`` leaves nothing alone. ``linked_share`` is the share of steps with several premises,
    ``undercut_share`` and ``conflict_share`` are those of the links that are undercuts and conflicts; ``undercut_depth`` is how
    deep links may stand on links, 2 unless you say. ``groups``, ``sources``, ``stances`` and ``weights`` can be switched off.
    ``hostile=True`` gives texts and ids such as break programs.

    ``shape`` is one of

    * ``any``: every kind of element;
    * ``tree``: one main claim, and exactly one step from every other claim, to an earlier claim or a step;
    * ``kialo``: theses, and pros and cons of one premise each below them, nothing but texts;
    * ``debate``: a question, speakers who answer one another's claims and steps, claims that rebut each other;
    * ``corpus``: links in the shares that real collections have, one collection at a time.

    They shrink to few claims called c1, c2, ... and links called l1, l2, ... Raises `UnknownName` for another shape, ValueError for a
    share that isn't one, or more claims at least than at most.

    >>> from argmap.strategies import smallest
    >>> from argmap.model.code import code
    >>> print(code(smallest(maps(), lambda map: any(link.kind == "undercut" for link in map.links))))
    ArgumentMap(
        claims=(
            Claim('c1'),
        ),
        links=(
            Support('l1', ('c1',), 'c1'),
            Undercut('l2', ('c1',), 'l1'),
        ),
    )
    """
    hostile, shape = asked.get("hostile", False), asked.get("shape", "any")
    switches = Switches.of(asked)
    words = texts(hostile=hostile)
    prefix = words if hostile else st.just("")
    bare = shape == "kialo"
    weights, stances = asked.get("weights", True), asked.get("stances", True)
    said = details(hostile=hostile, stances=stances, weights=weights)
    file = st.none() if bare else shared(hostile=hostile)
    claim = together(prefix, _WORDED if bare else said, file)
    plain = st.just((False, None, "", 0))
    rich = together(st.booleans(), WEIGHTS if weights else st.none(), words, PICK)
    details_of_link = plain if bare else plain | plain | rich
    premises = st.lists(PICK, min_size=1, max_size=3)
    link = together(prefix, PERCENT, PICK, premises, PERCENT, PERCENT, details_of_link, file)
    least, most = asked.get("min_claims", 0), asked.get("max_claims", 12)
    apart = switches.tied_as_drawn
    issue = together(prefix, words, words, file)
    return made(
        _built,
        st.just(switches),
        st.just(Records()) if bare else _records(asked, hostile=hostile),
        st.lists(claim if apart else together(claim, link), min_size=least, max_size=most),
        st.lists(issue, max_size=1) if shape == "any" else st.just([]),
        st.lists(link, max_size=most + 3) if apart else st.just([]),
        together(words, words, st.just({}) if bare else free_data(hostile=hostile)),
        st.sampled_from(list(CORPORA.values())) if shape == "corpus" else st.none(),
    )


_WORDED = made(lambda text: {"text": text or "Yes."}, texts())
"""The fields of a claim of Kialo: a text that isn't empty."""


def trees(**asked: Unpack[Asked]) -> st.SearchStrategy[ArgumentMap]:
    """Trees: one main claim, and exactly one step from every other claim; the switches are those of `maps`.

    >>> from argmap.strategies import smallest
    >>> smallest(trees(min_claims=3), lambda map: len(map.roots) == 1)
    <ArgumentMap: 3 claims, 2 links>
    """
    asked["shape"] = "tree"
    return maps(**asked)


def drafts(**asked: Unpack[Asked]) -> st.SearchStrategy[Draft]:
    """Drafts that start as such maps; the switches are those of `maps`.

    >>> from argmap.strategies import smallest
    >>> len(smallest(drafts(), lambda draft: len(draft) > 2))
    3
    """
    return made(Draft.of, maps(**asked))


def _records(asked: Asked, *, hostile: bool) -> st.SearchStrategy[Records]:
    groups, sources = asked.get("groups", True), asked.get("sources", True)
    found = records(groups=groups, sources=sources, hostile=hostile)
    if asked.get("shape") == "debate":
        return made(lambda known: evolve(known, participants=SPEAKERS), found)
    return found


def _built(
    switches: Switches,
    known: Records,
    claims: list[Any],
    issues: list[Any],
    links: list[Any],
    about: tuple[str, str, dict[str, Any]],
    corpus: Shares | None,
) -> ArgumentMap:
    """The map that recipes say."""
    recipes = links if switches.tied_as_drawn else [link for _, link in claims]
    worded = claims if switches.tied_as_drawn else [claim for claim, _ in claims]
    making = Making(
        switches if corpus is None else evolve(switches, shares=corpus),
        known,
        [Claim(named(b, f"c{i}"), **d, **_filed(s, d, known)) for i, (b, d, s) in _counted(worded)],
        [Issue(named(b, f"i{i}"), x, y, **filed(s, known)) for i, (b, x, y, s) in _counted(issues)],
    )
    shape_of(making, [LinkRecipe(*recipe) for recipe in recipes])
    if switches.connected:
        making.connect()
    title, description, data = about
    return ArgumentMap(
        claims=tuple(making.claims),
        links=tuple(making.links),
        issues=tuple(making.issues),
        groups=known.groups,
        participants=known.participants,
        sources=known.sources,
        schemes=known.schemes,
        about=About(title, description),
        data=data,
    )


def _counted(recipes: list[Any]) -> Any:
    return enumerate(recipes, 1)


def _filed(given: Any, own: dict[str, Any], known: Records) -> dict[str, Any]:
    """The shared fields of a claim; free data of its own come before shared ones."""
    return {name: value for name, value in filed(given, known).items() if name not in own}
