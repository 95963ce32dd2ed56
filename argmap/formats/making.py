"""Claims and links in the making, as a reader meets them: with ids like a draft's, within the limits."""

from __future__ import annotations

from typing import Any, TypeVar

from attrs import define, field

from ..limits import Limits
from ..model.change import Parts
from ..model.claim import Claim, Issue
from ..model.link import Link
from ..model.making import fresh_element_id
from ..source import SourceText

__all__ = ["Making"]

Made = TypeVar("Made", bound=Link)


@define
class Making:
    """The elements of a map so far, in the order in which they are met."""

    source: SourceText
    limits: Limits
    elements: dict[str, Any] = field(factory=dict)
    claims: list[Claim] = field(factory=list)
    links: list[Link] = field(factory=list)
    issues: list[Issue] = field(factory=list)
    counts: dict[str, int] = field(factory=dict)

    def claim(self, text: str, *, id: str = "", **details: Any) -> Claim:
        """A new claim; without an ``id`` it has one made of its first words."""
        self._check_text(text)
        made = Claim(id or self._fresh("claim", details.get("title") or text), text, **details)
        self.claims.append(made)
        self.elements[made.id] = made
        if len(self.claims) > self.limits.claims:
            self.limits.check("claims", len(self.claims), name=self.source.name)
        return made

    def issue(self, text: str, *, id: str = "", **details: Any) -> Issue:
        """A new issue, as a claim."""
        self._check_text(text)
        made = Issue(id or self._fresh("issue", details.get("title") or text), text, **details)
        self.issues.append(made)
        self.elements[made.id] = made
        return made

    def link(self, kind: type[Made], *ends: Any, id: str = "", **details: Any) -> Made:
        """A new link of ``kind`` with these ends; without an ``id`` it is numbered."""
        made = kind(id or self._fresh(kind.kind, ""), *ends, **details)
        self.links.append(made)
        self.elements[made.id] = made
        if len(self.links) > self.limits.links:
            self.limits.check("links", len(self.links), name=self.source.name)
        return made

    def parts(self) -> dict[str, Any]:
        """The tables of the map."""
        return {
            "claims": tuple(self.claims),
            "links": tuple(self.links),
            "issues": tuple(self.issues),
        }

    def _check_text(self, text: str) -> None:
        if len(text) > self.limits.text_characters:
            self.limits.check("text_characters", len(text), name=self.source.name)

    def _fresh(self, kind: str, text: str) -> str:
        return fresh_element_id(Parts({"elements": self.elements}), kind, text, self.counts)
