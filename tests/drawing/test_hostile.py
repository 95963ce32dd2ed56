"""Two thousand hostile texts through the drawing: each is shown, none is obeyed."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import ModuleType
from xml.etree import ElementTree

import argmap
from argmap.source import illegal_character

NS = "{http://www.w3.org/2000/svg}"
HOSTILE = 2_000
BLANK = re.compile(r"\s+")


def letters(text: str) -> str:
    """A text without its white space, which wrapping may turn into line ends."""
    return BLANK.sub("", text)


def test_hostile_texts_are_shown_letter_by_letter(
    dot_reader: ModuleType, record_property: Callable[[str, object], None]
) -> None:
    """A text that becomes markup, or loses a letter, is a hole or a lie."""
    labels = [
        label
        for label in dot_reader.hostile_labels(2 * HOSTILE)
        if illegal_character(label) is None and letters(label) and len(label) < 2_000
    ][:HOSTILE]
    assert len(labels) == HOSTILE
    claims = tuple([argmap.Claim(f"c{i}", label) for i, label in enumerate(labels)])
    tree = ElementTree.fromstring(argmap.draw(argmap.ArgumentMap(claims=claims)).svg)
    (listed,) = [g for g in tree.iter(f"{NS}g") if g.get("role") == "list"]
    shown = [
        "".join("".join(text.itertext()) for text in card.iter(f"{NS}text")) for card in listed
    ]
    assert len(shown) == HOSTILE
    for label, text in zip(labels, shown, strict=True):
        assert letters(text) == letters(label)
    kinds = {element.tag.removeprefix(NS) for element in tree.iter()}
    assert kinds == {"svg", "title", "desc", "style", "g", "rect", "path", "text", "tspan"}
    record_property("SVG", len(shown))


def test_hostile_names_are_shown_in_every_place(dot_reader: ModuleType) -> None:
    """Titles, speakers, sources, groups, labels and ids reach the drawing by ways of their own."""
    for number, label in enumerate(dot_reader.hostile_labels(120)):
        if illegal_character(label) is not None or not letters(label) or len(label) > 60:
            continue
        draft = argmap.Draft(label)
        paper = draft.source(label, url=f"https://example.org/{number}")
        group = draft.group(label)
        one = draft.claim("A", id=f"{label}{number}", title=label, cites=paper, group=group)
        two = draft.claim("B", said_by=label)
        draft.support(one, by=two, label=label)
        tree = ElementTree.fromstring(argmap.draw(draft.map()).svg)
        texts = [letters("".join(text.itertext())) for text in tree.iter(f"{NS}text")]
        assert texts.count(letters(label)) >= 4, label
        assert tree.findtext(f"{NS}title") == re.sub(r"\r\n?", "\n", label) or "\r" in label
