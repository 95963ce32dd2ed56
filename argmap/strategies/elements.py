"""What maps are made of: claims, records, free data, and who says what."""

from __future__ import annotations

from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from ..model import Citation, Claim, Group, Participant, Scheme, Source
from ..model.claim import STANCES
from .texts import named, texts

__all__ = [
    "PICK",
    "Records",
    "claims",
    "details",
    "filed",
    "free_data",
    "records",
    "shared",
    "weights",
]

PICK = st.integers(0, 255)
"""Which of the things there are: taken modulo their number, so that it shrinks to the first."""


def weights() -> st.SearchStrategy[float | None]:
    """None, or a weight in [0, 1], its ends included."""
    return st.none() | st.floats(0, 1)


def free_data(*, hostile: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """Free data: JSON values under a few names."""
    words = texts(hostile=hostile)
    numbers = st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False)
    scalars = st.none() | st.booleans() | numbers | words
    inner = scalars | st.lists(scalars, max_size=2) | st.dictionaries(words, scalars, max_size=2)
    return st.dictionaries(words, inner | st.lists(inner, max_size=2), max_size=2)


def claims(*, id: str = "c1", hostile: bool = False) -> st.SearchStrategy[Claim]:
    """A claim that names no record, so that it stands in any map."""
    return details(hostile=hostile).map(lambda given: Claim(id, **given))


def details(*, hostile: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """The fields of a claim but for its id and what it shares with issues and links."""
    words = texts(hostile=hostile)
    rich = st.fixed_dictionaries(
        {"text": words},
        optional={
            "title": words,
            "wordings": st.lists(words, min_size=1, max_size=2).map(tuple),
            "stance": st.sampled_from(STANCES),
            "implicit": st.booleans(),
            "weight": weights(),
            "data": free_data(hostile=hostile),
        },
    )
    return st.fixed_dictionaries({"text": words}) | rich


@frozen
class Records:
    """The records that a map's elements may name."""

    groups: tuple[Group, ...] = ()
    participants: tuple[Participant, ...] = ()
    sources: tuple[Source, ...] = ()
    schemes: tuple[Scheme, ...] = ()


def records(*, groups: bool = True, hostile: bool = False) -> st.SearchStrategy[Records]:
    """A few records of each kind; groups form a tree."""
    words = texts(hostile=hostile)
    prefix = words if hostile else st.just("")
    several = st.lists(st.tuples(prefix, words, words), max_size=2)
    sections = st.lists(st.tuples(prefix, words, PICK), max_size=3 if groups else 0)
    return st.builds(_records, sections, several, several, several)


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
    rich = st.tuples(PICK, PICK, PICK, words, tags, free_data(hostile=hostile))
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
