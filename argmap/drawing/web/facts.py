"""What a page tells of claims and links beside the picture: who says it, where, how it is held, how it fares."""

from __future__ import annotations

from typing import Any

from ...model.claim import Claim, Issue
from ...model.link import Conflict, Link, Rephrase, Step
from ...model.map import ArgumentMap
from ...model.records import Citation, Source
from ..mark import Mark
from ..marks import words
from ..markup import safe_url

__all__ = ["card_facts", "link_facts", "records"]

Facts = dict[str, Any]


def records(map: ArgumentMap) -> Facts:
    """The people, sources, schemes and groups of a map, by id."""
    return {
        "people": {each.id: each.name or each.id for each in map.participants},
        "sources": {each.id: _source(each) for each in map.sources},
        "schemes": {
            each.id: _kept(name=each.name or each.id, questions=each.questions)
            for each in map.schemes
        },
        "groups": {
            each.id: _kept(title=each.title or each.id, parent=each.parent) for each in map.groups
        },
    }


def card_facts(map: ArgumentMap, element: Claim | Issue | Link, mark: Mark | None) -> Facts:
    """What there is to tell of a claim, an issue, or a step that has a card; what isn't told isn't there."""
    if isinstance(element, Link):
        return _kept(**_spoken(map, element), **_fares(mark))
    facts = _kept(
        title=element.title if element.text else "", **_spoken(map, element), **_fares(mark)
    )
    if isinstance(element, Claim):
        facts |= _kept(
            wordings=element.wordings,
            stance="" if element.stance == "asserted" else element.stance,
            implicit=element.implicit,
            weight=element.weight,
        )
    return facts


def link_facts(map: ArgumentMap, link: Link, mark: Mark | None) -> Facts:
    """What there is to tell of a link: its kind, its ends with the role of each, and what is told of claims."""
    facts = {"id": link.id, "kind": link.kind, "ends": [list(end) for end in link.ends()]}
    facts |= _kept(**_spoken(map, link), **_fares(mark))
    if isinstance(link, Step):
        facts |= _kept(label=link.label, scheme=link.scheme, strict=link.strict, weight=link.weight)
    elif isinstance(link, Conflict):
        facts |= _kept(contradictory=link.contradictory)
    elif isinstance(link, Rephrase):
        facts |= _kept(manner="" if link.manner == "restates" else link.manner)
    return facts


def _spoken(map: ArgumentMap, element: Claim | Issue | Link) -> Facts:
    """Who says it, where, and how it is filed."""
    return {
        "by": element.said_by,
        "cites": [_citation(each) for each in element.citations],
        "tags": element.tags,
        "group": element.group,
    }


def _fares(mark: Mark | None) -> Facts:
    """A mark in words, its verdict or change, and why it is so."""
    if mark is None:
        return {}
    return {"mark": words(mark), "sign": mark.sign, "rests": mark.by, "why": mark.why}


def _citation(citation: Citation) -> Facts:
    return _kept(source=citation.source, quote=citation.quote, locator=citation.locator)


def _source(source: Source) -> Facts:
    return _kept(
        title=source.title or source.id,
        url=safe_url(source.url),
        address="" if safe_url(source.url) else source.url,
        authors=source.authors,
        date=source.date,
    )


def _kept(**facts: Any) -> Facts:
    """The facts that say something; a weight of 0 does."""
    return {name: fact for name, fact in facts.items() if fact or (fact == 0 and fact is not False)}
