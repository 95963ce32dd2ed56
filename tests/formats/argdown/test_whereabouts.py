"""Where each thing of a map stands in its document."""

from __future__ import annotations

from hypothesis import given, settings

import argmap
from argmap import Limits
from argmap.formats.argdown.whereabouts import whereabouts
from argmap.source import SourceText
from argmap.strategies import argdown_documents, maps
from tests.profiles import examples

DOCUMENT = """\
===
title: All of it
===
# Head

They are
  near to us. // really
  + [Near]: Here @[Near] is said too.
  - <Slow>
    <_ Because.

[Near]

<Chain>: A chain.

(1) One.
(2) Two.
----
(3) Three.
-- Modus ponens --
(4) Four.

(1) Lone.
----
(2) [Near]
"""


def places(text: str) -> dict[str, str]:
    """The line, column and words of everything in a document, by id."""
    source = SourceText("d.argdown", text)
    found = whereabouts(source, limits=Limits())
    return {
        id: f"{span.line}:{span.column} {text[span.start : span.end]}" for id, span in found.items()
    }


def test_everything_has_its_place() -> None:
    """A finding would point at another line."""
    assert places(DOCUMENT) == {
        "head": "4:3 Head",
        "they-are-near-to-us": "6:1 They are",
        "near": "8:5 [Near]:",
        "slow": "9:5 <Slow>",
        "because": "10:8 Because.",
        "one": "16:5 One.",
        "two": "17:5 Two.",
        "three": "19:5 Three.",
        "four": "21:5 Four.",
        "lone": "23:5 Lone.",
        "support-1": "8:3 +",
        "rebuttal-1": "9:3 -",
        "undercut-1": "10:5 <_",
        "support-2": "18:1 ----",
        "support-3": "14:1 <Chain>:",
        "support-4": "24:1 ----",
    }


@settings(max_examples=examples(40))
@given(argdown_documents(dirty=True))
def test_every_element_of_any_document_has_a_place(text: str) -> None:
    """A finding would have no line, or the lookup fail where reading does not."""
    try:
        map = argmap.parse(text, format="argdown").map
    except argmap.ReadError:
        return
    found = places(text)
    assert {*map, *[group.id for group in map.groups]} == set(found)
    for claim in map.claims:
        if claim.text and not claim.title and claim.text.split()[0].isalnum():
            assert claim.text.split()[0] in found[claim.id]


@settings(max_examples=examples(20))
@given(maps())
def test_ids_of_ones_own_have_places(map: argmap.ArgumentMap) -> None:
    """What data under ``argmap`` names would be looked for under another id."""
    text = argmap.render(map, "argdown").text
    again = argmap.parse(text, format="argdown").map
    assert set(again) <= set(places(text))
