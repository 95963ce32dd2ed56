"""What stands under ``argmap``, written short and read in every form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import argmap
from argmap.source import SourceText

Written = Callable[[argmap.ArgumentMap], argmap.Rendering]
FRONT = "===\nargmap:\n  participants: [Ann, {id: b, name: Ben}]\n  sources: [{id: r, title: Report}]\n===\n\n"


def _map(text: str) -> argmap.ArgumentMap:
    return argmap.parse(SourceText("d.argdown", text), format="argdown").map


@pytest.mark.parametrize(
    "own",
    [
        "{said_by: Ann, citations: r}",
        "{said_by: [Ann], citations: [Report]}",
        "{said_by: ann, citations: {source: Report}}",
        "{said_by: [ann], citations: [{source: r}]}",
    ],
)
def test_speakers_and_sources_by_name_or_id(own: str) -> None:
    """Who writes by hand would have to look up ids, and write brackets around one name."""
    (claim,) = _map(f"{FRONT}[A]: a {{argmap: {own}}}\n").claims
    assert claim.said_by == ("ann",)
    assert claim.citations == (argmap.Citation("r"),)


def test_records_of_nothing_but_a_name_are_that_name(written: Written) -> None:
    """A list of speakers would be a table of ids."""
    map = argmap.ArgumentMap(
        claims=(
            argmap.Claim("a", "A.", said_by=("ann", "b"), citations=(argmap.Citation("r"),)),
            argmap.Claim("c", "C.", said_by=("ben",), citations=(argmap.Citation("s", "words"),)),
        ),
        participants=(
            argmap.Participant("ann", "Ann"),
            argmap.Participant("b", "Ben"),
            argmap.Participant("ben", "Ben"),
        ),
        sources=(
            argmap.Source("r", "Report", authors=("Ann",)),
            argmap.Source("s", "s"),
            argmap.Source(
                "a-very-long-title-that-nobody", "A very long title that nobody wants to read twice"
            ),
        ),
    )
    text = written(map).text
    assert "participants:\n    - Ann\n    - {id: b, name: Ben}\n    - Ben\n" in text
    assert "{said_by: [Ann, b], citations: r}" in text
    assert "{said_by: ben, citations: {source: s, quote: words}}" in text


def test_short_records_stand_on_one_line(written: Written) -> None:
    """Two names would take three lines."""
    people = (argmap.Participant("ann", "Ann"), argmap.Participant("ben", "Ben"))
    map = argmap.ArgumentMap(
        claims=(argmap.Claim("a", "A.", said_by=("ann",)),), participants=people
    )
    assert "  participants: [Ann, Ben]\n" in written(map).text


def test_a_link_with_nothing_but_an_id(written: Written) -> None:
    """Every line would say that an id is an id."""
    claims = (argmap.Claim("a", "A."), argmap.Claim("b", "B."), argmap.Claim("c", "C."))
    links = (
        argmap.Support("my-step", ("b",), "a"),
        argmap.Rebuttal("both", ("b", "c"), "a", weight=0.5),
        argmap.Conflict("k", ("a", "b", "c"), contradictory=True),
    )
    text = written(argmap.ArgumentMap(claims=claims, links=links)).text
    assert "{argmap: {link: my-step}}" in text
    assert text.count("weight") == 1
    assert text.count("{argmap: {link: k}}") == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("===\nargmap: {participants: [{colour: x}]}\n===\n\nx", "front matter under 'argmap'"),
        ("===\nargmap: {participants: [[Ann]]}\n===\n\nx", "a participant is a name or a mapping"),
        ("===\nargmap: {participants: [Ann, Ann]}\n===\n\nx", "makes no map"),
        ("[A]: a {argmap: {said_by: [[x]]}}", "fits no claim"),
        ("[A]: a {argmap: {citations: 5}}", "fits no claim"),
        ("[A]: a {argmap: {kind: question}}", "fits no claim"),
    ],
)
def test_what_is_no_shorthand(text: str, message: str) -> None:
    """A mistake would be a traceback, or be passed over."""
    with pytest.raises(argmap.ReadError, match=message):
        _map(text)
