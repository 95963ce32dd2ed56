"""What maps are made of: claims, records, free data, and who says what."""

from __future__ import annotations

from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from ..model import Citation, Claim, Group, Participant, Scheme, Source
from ..model.claim import STANCES
from .made import made, together
from .texts import named, texts

__all__ = [
    "PICK",
    "WEIGHTS",
    "Records",
    "claims",
    "details",
    "filed",
    "free_data",
    "records",
    "shared",
]

PICK = st.integers(0, 255)
"""Which of the things there are: taken modulo their number, so that it shrinks to the first."""


WEIGHTS = st.none() | st.floats(0, 1)
"""None, or a weight in [0, 1], its ends included."""


def free_data(*, hostile: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """Free data: JSON values under a few names.

    >>> from argmap.strategies import smallest
    >>> smallest(free_data(), lambda data: len(data) == 1)
    {'': None}
    """
    words = texts(hostile=hostile)
    numbers = st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False)
    scalars = st.none() | st.booleans() | numbers | words
    inner = scalars | st.lists(scalars, max_size=2) | st.dictionaries(words, scalars, max_size=2)
    return st.dictionaries(words, inner | st.lists(inner, max_size=2), max_size=2)


def claims(*, id: str = "c1", hostile: bool = False) -> st.SearchStrategy[Claim]:
    """A claim that names no record, so that it stands in any map.

    >>> from argmap.strategies import smallest
    >>> smallest(claims(), lambda claim: claim.implicit)
    Claim('c1', implicit=True)
    """
    return made(lambda given: Claim(id, **given), details(hostile=hostile))


def details(
    *, hostile: bool = False, stances: bool = True, weights: bool = True
) -> st.SearchStrategy[dict[str, Any]]:
    """The fields of a claim but for its id and what it shares with issues and links."""
    words = texts(hostile=hostile)
    fields: dict[str, Any] = {
        "title": words,
        "wordings": st.lists(words, min_size=1, max_size=2).map(tuple),
        "stance": st.sampled_from(STANCES) if stances else st.just("asserted"),
        "implicit": st.booleans(),
        "weight": WEIGHTS if weights else st.none(),
        "data": free_data(hostile=hostile),
    }
    return _details(words, list(fields.items()))


@st.composite
def _details(
    draw: st.DrawFn, words: st.SearchStrategy[str], fields: list[tuple[str, Any]]
) -> dict[str, Any]:
    """A text, and of the other fields those that the bits of a number say; half the time none."""
    given = {"text": draw(words)}
    bits = draw(_BITS)
    named = [part for place, part in enumerate(fields) if bits >> place & 1]
    return {**given, **{name: draw(field) for name, field in named}}


_BITS = st.just(0) | st.integers(0, 63)


@frozen
class Records:
    """The records that a map's elements may name."""

    groups: tuple[Group, ...] = ()
    participants: tuple[Participant, ...] = ()
    sources: tuple[Source, ...] = ()
    schemes: tuple[Scheme, ...] = ()


def records(
    *, groups: bool = True, sources: bool = True, hostile: bool = False
) -> st.SearchStrategy[Records]:
    """A few records of each kind; groups form a tree."""
    words = texts(hostile=hostile)
    prefix = words if hostile else st.just("")
    several = st.lists(together(prefix, words, words), max_size=2)
    sections = st.lists(together(prefix, words, PICK), max_size=3) if groups else st.just([])
    return made(_records, sections, several, several if sources else st.just([]), several)


def _records(sections: Any, people: Any, papers: Any, patterns: Any) -> Records:
    groups: list[Group] = []
    for number, (before, title, pick) in enumerate(sections, 1):
        around = [None, *[group.id for group in groups]]
        groups.append(Group(named(before, f"g{number}"), title, around[pick % len(around)]))
    return Records(
        tuple(groups),
        tuple([Participant(named(b, f"p{i}"), name) for i, (b, name, _) in enumerate(people, 1)]),
        tuple([Source(named(b, f"d{i}"), t, url) for i, (b, t, url) in enumerate(papers, 1)]),
        tuple([Scheme(named(b, f"w{i}"), n, (q,)) for i, (b, n, q) in enumerate(patterns, 1)]),
    )


def shared(*, hostile: bool = False) -> st.SearchStrategy[tuple[Any, ...] | None]:
    """What claims, issues and links share, as `filed` takes it; mostly None, as in most maps."""
    words = texts(hostile=hostile)
    tags = st.lists(words, max_size=2)
    rich = together(PICK, PICK, PICK, words, tags, free_data(hostile=hostile))
    return st.none() | st.none() | rich


def filed(given: tuple[Any, ...] | None, known: Records) -> dict[str, Any]:
    """The fields of `argmap.model.claim.Spoken` that a draw of `shared` says among the records ``known``."""
    if given is None:
        return {}
    speaker, paper, section, quote, tags, data = given
    return {
        "said_by": tuple([each.id for each in _one(known.participants, speaker)]),
        "citations": tuple([Citation(each.id, quote) for each in _one(known.sources, paper)]),
        "tags": tuple(tags),
        "group": next(iter([each.id for each in _one(known.groups, section)]), None),
        "data": data,
    }


def _one(values: tuple[Any, ...], pick: int) -> tuple[Any, ...]:
    """One of ``values``, or none: as likely as any of them."""
    place = pick % (len(values) + 1)
    return values[place - 1 : place] if place else ()
