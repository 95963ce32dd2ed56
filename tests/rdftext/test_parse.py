"""RDF that can't be read: what rdflib says of it, with a place and what to do."""

from __future__ import annotations

import pytest

import argmap
from argmap.limits import Limits
from argmap.rdftext import parse_rdf
from argmap.rdftext.parse import _refused
from argmap.source import SourceText


@pytest.mark.parametrize(
    ("text", "place", "read_as"),
    [
        ("@prefix aif: <http://x#> .\n:a a :b .", "2:1", "Turtle"),
        ("<a> <b> <c", "1:1", "Turtle"),
    ],
)
def test_an_error_has_its_place_and_what_it_was_read_as(
    text: str, place: str, read_as: str
) -> None:
    """Whoever gave a document of another syntax would look for a mistake that isn't there."""
    with pytest.raises(argmap.ReadError) as caught:
        parse_rdf(SourceText("x.ttl", text), limits=Limits(), what="x")
    assert str(caught.value).startswith(f"x.ttl:{place}")
    assert caught.value.hint == f"mend it there, or a little before; it was read as {read_as}"


def test_an_error_without_words_is_called_by_its_name() -> None:
    """The message would end behind its colon."""
    told = _refused(SourceText("x.ttl", "a"), IndexError(), "turtle")
    assert told.message == "this isn't RDF: IndexError"
    assert (told.span.start if told.span else None) == 0
