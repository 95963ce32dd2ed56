"""What the two formats of XML that Carneades has share: truth values, negated premises, undercutting conclusions."""

from __future__ import annotations

import re

from attrs import define, field

from ..model.link import Conflict
from ..xmltext import Element
from .map_builder import MapBuilder

__all__ = ["Negations", "is_true", "undercut_in"]

_UNDERCUT = re.compile(r"\s*\(\s*(?:undercut|excluded)\s+([^\s()]+)\s*\)\s*")


def is_true(element: Element, name: str, *, usual: bool = False) -> bool:
    """Whether an attribute says true; ``usual`` where it isn't there or says neither."""
    said = element.attributes.get(name, "").strip().lower()
    return {"true": True, "1": True, "false": False, "0": False}.get(said, usual)


def undercut_in(atom: str) -> str:
    """The id of the argument that an atom says to be undercut, or nothing.

    >>> undercut_in("(undercut a1)"), undercut_in("(married Fred)")
    ('a1', '')
    """
    found = _UNDERCUT.fullmatch(atom)
    return found[1] if found else ""


@define
class Negations:
    """Claims that say the contrary of another, made where a premise is a negation."""

    builder: MapBuilder
    made: dict[str, str] = field(factory=dict)

    def of(self, id: str, element: Element) -> str:
        """The id of the claim that ``id`` isn't so; ``id`` itself where there is no such claim."""
        if id not in self.builder.claims:
            return id
        if id not in self.made:
            text = f"It is not the case that: {self.builder.claims[id].text}"
            self.made[id] = self.builder.claim(f"not-{id}", text, element, kept={"negates": id})
        return self.made[id]

    def contradict(self) -> None:
        """Say of each such claim that it and the other can't both stand, and can't both fall."""
        for id, negation in self.made.items():
            element = self.builder.elements[negation]
            link = self.builder.id("", f"conflict-{negation}", element)
            self.builder.link(Conflict(link, (id, negation), True), element)
