"""What there is to tell of a claim or a link, as a description list in HTML that opens on demand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from ...model.claim import Claim
from ...model.link import Link, Step
from ...model.map import ArgumentMap
from ...model.records import Citation, Group, Participant, Scheme, Source
from ..captions import title_of
from ..mark import Mark
from ..marks import words
from ..markup import attribute, safe_url, text_node

__all__ = ["badge", "details"]


def badge(mark: Mark | None) -> str:
    """A mark in words, or nothing."""
    if mark is None or not words(mark):
        return ""
    return f' <span class="mark {mark.sign or "strength"}">{text_node(words(mark))}</span>'


def details(map: ArgumentMap, id: str, mark: Mark | None) -> str:
    """An element that opens to a list of terms and what they are, or nothing if there is nothing to tell."""
    told = "".join([f"<dt>{term}</dt><dd>{what}</dd>" for term, what in _told(map, id, mark)])
    return f"<details><summary>Details</summary><dl>{told}</dl></details>" if told else ""


def _told(map: ArgumentMap, id: str, mark: Mark | None) -> Iterator[tuple[str, str]]:
    """Terms of ours, and what they are as markup."""
    element = map[id]
    if mark is not None and mark.why:
        yield "Why", text_node(mark.why)
    if element.said_by:
        names = [title_of(map, Participant, each) for each in element.said_by]
        yield "Said by", text_node(", ".join(names))
    for citation in element.citations:
        yield "Source", _cited(map, citation)
    if isinstance(element, Claim):
        for wording in element.wordings:
            yield "Also put as", text_node(wording)
        if element.stance != "asserted":
            yield "Held as", element.stance
    if isinstance(element, Step) and element.scheme:
        yield "Scheme", text_node(title_of(map, Scheme, element.scheme))
        for question in getattr(map.records[Scheme][element.scheme], "questions", ()):
            yield "Critical question", text_node(question)
    if isinstance(element, Claim | Step) and element.weight is not None:
        yield "Weight", f"{element.weight:g}"
    if element.tags:
        yield "Tags", text_node(", ".join(element.tags))
    if not isinstance(element, Link) and element.group is not None:
        yield "Group", text_node(title_of(map, Group, element.group))


def _cited(map: ArgumentMap, citation: Citation) -> str:
    """A source with its address if that may be followed, the place in it, and the words that are quoted."""
    source = cast("Source", map.records[Source][citation.source])
    url = safe_url(source.url)
    title = text_node(source.title or source.id)
    told = f'<a href="{attribute(url)}" rel="noopener noreferrer">{title}</a>' if url else title
    told += f" ({text_node(source.url)})" if source.url and not url else ""
    told += "".join([f", {text_node(each)}" for each in (citation.locator, source.date) if each])
    return f"{told}<q>{text_node(citation.quote)}</q>" if citation.quote else told
