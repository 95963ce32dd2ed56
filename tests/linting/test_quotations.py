"""Quotations are found again in texts that have changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import ArgumentMap, Citation, Claim, Place, Source, verify_sources
from tests.profiles import examples

TEXT = "The plan is radical. Co-ops cost less. The plan is daring."


def place(citation: Citation, text: str = TEXT) -> Place:
    """What becomes of one citation."""
    map = ArgumentMap(claims=(Claim("c", citations=(citation,)),), sources=(Source("s"),))
    (found,) = verify_sources(map, {"s": text})
    return found


@pytest.mark.parametrize(
    ("citation", "state", "start"),
    [
        (Citation("s", "Co-ops cost less."), "exact", 21),
        (Citation("s", "Co-ops cost less.", start=21, end=38), "exact", 21),
        (Citation("s", "Co-ops cost less.", start=3, end=20), "moved", 21),
        (Citation("s", "co-ops  COST less."), "exact", 21),
        (Citation("s", "The plan is", start=39), "exact", 39),
        (Citation("s", "The plan is", suffix="daring"), "exact", 39),
        (Citation("s", "The plan is", prefix="less."), "exact", 39),
        (Citation("s", "The plan is", prefix="nowhere", suffix="radical"), "exact", 0),
        (Citation("s", "Co-ops cost much less."), "altered", 21),
        (Citation("s", "Pensions were cut by half."), "missing", None),
        (Citation("s", "¶¶¶¶"), "missing", None),
    ],
)
def test_how_a_quotation_stands(citation: Citation, state: str, start: int | None) -> None:
    """An offset that no longer fits would be taken for a lie, or a lie for evidence."""
    found = place(citation)
    assert (found.state, found.start) == (state, start)


def test_blanks_and_quotation_marks_dont_count() -> None:
    """A line that was wrapped anew would be another quotation."""
    found = place(Citation("s", 'they "serve" us - all'), "So they “serve”\n  us – all.")
    assert (found.state, found.found) == ("exact", "they “serve”\n  us – all")


def test_only_what_can_be_looked_up_is() -> None:
    """A source whose text isn't at hand says nothing of its quotations."""
    citations = (Citation("s", "x"), Citation("t", "x"), Citation("s"), Citation("s", "  "))
    map = ArgumentMap(claims=(Claim("c", citations=citations),), sources=(Source("s"), Source("t")))
    assert [found.state for found in verify_sources(map, {"s": "x"})] == ["exact", "missing"]


@settings(max_examples=examples(100))
@given(st.text(max_size=40), st.text(min_size=1, max_size=20), st.text(max_size=40))
def test_a_quotation_that_stands_there_is_found(before: str, quote: str, after: str) -> None:
    """Whatever the characters, a quotation of the text is a quotation of it."""
    text = f"{before}{quote}{after}".translate(dict.fromkeys(range(55296, 57344), "x"))
    quote = text[len(before) : len(before) + len(quote)]
    if not quote.strip() or not all(each.isprintable() for each in quote):
        quote = "x"
        text += quote
    assert place(Citation("s", quote), text).state == "exact"
