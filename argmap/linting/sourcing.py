"""Rules about where claims come from, and who says them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.link import Step
from ..model.records import Citation
from .facts import Facts, said
from .quotations import verify_sources
from .rule import Hit

__all__ = [
    "altered_quotation",
    "dead_citation",
    "missing_speaker",
    "nameless_source",
    "reversed_offsets",
    "self_contradiction",
    "unsourced_leaf",
    "unused_participant",
    "unused_scheme",
    "unused_source",
]

_KEY = re.compile(r"\[@([\w:.#$%&+?<>~/-]{1,80})\]")


def unsourced_leaf(facts: Facts) -> Iterator[Hit]:
    """A claim that carries others cites no source, where most such claims do.

    What no reason stands under stands on a source, or on nothing.

    Example: three leaves cite a study each, and the fourth nothing.

    Mend: cite where it is from, or who says so.
    """
    carrying = [claim for claim in facts.map.leaves if facts.steps_from(claim.id)]
    bare = [claim for claim in carrying if not claim.citations]
    if 2 * len(bare) >= len(carrying):
        return
    for claim in bare:
        if not claim.said_by:
            message = f"{facts.name(claim.id)} carries others and cites no source"
            yield Hit((claim.id,), message, "cite where it is from")


def altered_quotation(facts: Facts) -> Iterator[Hit]:
    """A quotation isn't in its source's text.

    Asked only of sources whose text is at hand (`texts=`, `--text SOURCE=FILE`). Differences in blanks, case and quotation marks don't
    count.

    Example: the claim quotes *co-ops are dearer*, and the source says *co-ops are cheaper*.

    Mend: quote what the source says; `argmap.verify_sources` tells where it says something near it.
    """
    for place in verify_sources(facts.map, facts.texts):
        if place.state in ("altered", "missing"):
            message = (
                f"the quotation of {place.element} isn't in the text of {place.citation.source}"
            )
            hint = f"the text has: {place.found}" if place.found else "quote what the source says"
            yield Hit((place.element,), message, hint)


def dead_citation(facts: Facts) -> Iterator[Hit]:
    """A text names a source that the map doesn't have.

    `[@id]` in a text is how Pandoc, Quarto and others cite; the map has no source of that id.

    Example: *Co-ops cost less [@smith2010].* in a map without the source *smith2010*.

    Mend: add the source, or mend its id.
    """
    known = {source.id for source in facts.map.sources}
    for claim in facts.map.claims:
        for key in _KEY.findall(said(claim)):
            if key not in known:
                message = f"{facts.name(claim.id)} cites {key}, and there is no such source"
                yield Hit((claim.id,), message, "add the source, or mend its id")


def reversed_offsets(facts: Facts) -> Iterator[Hit]:
    """A citation ends before it begins.

    Example: start 20 and end 12.

    Mend: exchange the two, or leave them out; the quotation is enough to find the place.
    """
    for id, citation in _citations(facts):
        if (
            citation.start is not None
            and citation.end is not None
            and citation.end < citation.start
        ):
            message = (
                f"a citation of {id} ends at {citation.end}, before it begins at {citation.start}"
            )
            yield Hit((id,), message, "exchange the two")


def missing_speaker(facts: Facts) -> Iterator[Hit]:
    """Nobody says a claim, in a map where most claims have a speaker.

    Example: forty claims with a speaker, and one without.

    Mend: say who says it.
    """
    bare = [claim for claim in facts.map.claims if not claim.said_by]
    if len(facts.speakers) < 2 or 2 * len(bare) >= len(facts.map.claims):
        return
    for claim in bare:
        if not claim.implicit:
            message = f"nobody says {facts.name(claim.id)}, and most claims have a speaker"
            yield Hit((claim.id,), message, "say who says it")


def self_contradiction(facts: Facts) -> Iterator[Hit]:
    """A speaker attacks their own claim.

    It may be a concession, or a change of mind; or the speaker of one of the two is wrong.

    Example: two claims of Roger's, one a rebuttal of the other.

    Mend: look who says which; ignore the rule where it is a concession.
    """
    for rebuttal in facts.rebuttals:
        target = facts.claim(rebuttal.target)
        for premise in rebuttal.premises:
            claim = facts.claim(premise)
            if target and claim and claim != target and claim.said_by == target.said_by != ():
                who = " and ".join(claim.said_by)
                message = f"{who} attacks an own claim: {target.id} by {premise}"
                yield Hit((target.id, premise, rebuttal.id), message, "look who says which")


def unused_source(facts: Facts) -> Iterator[Hit]:
    """Nothing cites a source.

    Example: a source in the list that no claim and no link cites.

    Mend: cite it, or remove it.
    """
    cited = {citation.source for _, citation in _citations(facts)}
    keys = {key for claim in facts.map.claims for key in _KEY.findall(said(claim))}
    for source in facts.map.sources:
        if source.id not in cited and source.id not in keys:
            yield Hit(
                (source.id,), f"nothing cites the source {source.id}", "cite it, or remove it"
            )


def nameless_source(facts: Facts) -> Iterator[Hit]:
    """A source has neither a title nor an address.

    Nobody can look it up.

    Example: a source with an id alone.

    Mend: give it a title or a URL.
    """
    for source in facts.map.sources:
        if not (source.title or source.url or source.authors or source.data):
            message = f"the source {source.id} has neither a title nor an address"
            yield Hit((source.id,), message, "give it a title or a URL")


def unused_participant(facts: Facts) -> Iterator[Hit]:
    """A participant says nothing.

    Example: a name in the list of speakers whom no claim and no link names.

    Mend: name them where they speak, or remove them.
    """
    speaking = {who for element in facts.map.elements.values() for who in element.said_by}
    for participant in facts.map.participants:
        if participant.id not in speaking:
            message = f"the participant {participant.id} says nothing"
            yield Hit((participant.id,), message, "name them where they speak, or remove them")


def unused_scheme(facts: Facts) -> Iterator[Hit]:
    """No step is of a scheme that the map lists, while others are used.

    Example: *argument from expert opinion* in the list, and no step of it.

    Mend: name it on the steps that are of it, or remove it.
    """
    used = {link.scheme for link in facts.map.links if isinstance(link, Step)}
    catalogue = not any(used)
    for scheme in () if catalogue else facts.map.schemes:
        if scheme.id not in used:
            message = f"no step is of the scheme {scheme.id}"
            yield Hit((scheme.id,), message, "name it on steps, or remove it")


def _citations(facts: Facts) -> Iterator[tuple[str, Citation]]:
    """Every citation, with the id of what cites."""
    for element in facts.map.elements.values():
        for citation in element.citations:
            yield element.id, citation
