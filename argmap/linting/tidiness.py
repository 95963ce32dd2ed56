"""Rules about texts that hold too much or the same twice; each of them can be mended without asking."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from ..model.link import Step
from ..model.map import ArgumentMap, Element
from .facts import Facts
from .rule import Hit

__all__ = [
    "mended_blanks",
    "mended_link",
    "mended_tags",
    "mended_title",
    "mended_wordings",
    "repeated_tag",
    "repeated_title",
    "repeated_wording",
    "stray_blanks",
]


def stray_blanks(facts: Facts) -> Iterator[Hit]:
    """A text begins or ends with blanks, or has several in a row.

    They are seldom meant, and make equal texts differ. Line ends within a text are let be.

    Example: *Co-ops  are good.* with two blanks, or a line end at the end.

    Mend: `--fix` removes them.
    """
    for claim in facts.map.claims:
        if any(_trimmed(text) != text for text in (claim.text, claim.title)):
            message = f"{facts.name(claim.id)} has stray blanks"
            yield Hit((claim.id,), message, "remove them")


def mended_blanks(map: ArgumentMap, element: Element) -> Element:
    """The claim without stray blanks."""
    changed: dict[str, Any] = {name: _trimmed(getattr(element, name)) for name in ("text", "title")}
    return evolve(element, **changed)


def repeated_title(facts: Facts) -> Iterator[Hit]:
    """A claim's title is its text over again.

    A title is a short name for a longer text; where both are the same a picture shows it twice.

    Example: a claim of the text *Co-ops are good.* and the title *Co-ops are good.*

    Mend: `--fix` removes the title.
    """
    for claim in facts.map.claims:
        if claim.title and claim.title.strip() == claim.text.strip():
            message = f"the title of {claim.id} repeats its text"
            yield Hit((claim.id,), message, "remove the title, or write a shorter one")


def mended_title(map: ArgumentMap, element: Element) -> Element:
    """The claim without a title."""
    changed: dict[str, Any] = {"title": ""}
    return evolve(element, **changed)


def repeated_wording(facts: Facts) -> Iterator[Hit]:
    """A claim lists a wording twice, or its text as another wording.

    Example: the text *Co-ops are good.* and the wording *Co-ops are good.*

    Mend: `--fix` keeps each wording once.
    """
    for claim in facts.map.claims:
        if len(set(claim.wordings) | {claim.text}) <= len(claim.wordings):
            message = f"{claim.id} has the same wording twice"
            yield Hit((claim.id,), message, "keep each wording once")


def mended_wordings(map: ArgumentMap, element: Element) -> Element:
    """The claim with each other wording once."""
    text, wordings = getattr(element, "text", ""), getattr(element, "wordings", ())
    changed: dict[str, Any] = {
        "wordings": tuple(dict.fromkeys([each for each in wordings if each != text]))
    }
    return evolve(element, **changed)


def repeated_tag(facts: Facts) -> Iterator[Hit]:
    """A claim or a link has a tag twice.

    Example: the tags *cost*, *cost*.

    Mend: `--fix` keeps each tag once.
    """
    for element in facts.map.elements.values():
        if len(set(element.tags)) < len(element.tags):
            yield Hit((element.id,), f"{element.id} has the same tag twice", "keep each tag once")


def mended_tags(map: ArgumentMap, element: Element) -> Element:
    """The element with each tag once."""
    return evolve(element, tags=tuple(dict.fromkeys(element.tags)))


def mended_link(map: ArgumentMap, element: Element) -> Element | None:
    """None for a link that holds nothing of its own and that nothing names: it says the same as another one."""
    named = map.links_to[element.id] or map.links_from[element.id]
    bare = isinstance(element, Step) and element == _bare(element)
    return element if named or not bare else None


def _bare(link: Step) -> Step:
    """The link with its ends alone."""
    return type(link)(link.id, link.premises, link.target, warrants=link.warrants)


def _trimmed(text: str) -> str:
    """A text without blanks at its ends, and with one blank where there are several in a row."""
    lines = text.strip().split("\n")
    return "\n".join([" ".join([word for word in line.split(" ") if word]) for line in lines])
