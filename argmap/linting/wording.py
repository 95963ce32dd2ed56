"""Rules about how claims are worded. Those that look at English words are silent in maps of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.claim import Claim
from ..model.link import Conflict, Rebuttal
from .facts import Facts, said
from .rule import Hit
from .words import is_catchword

__all__ = [
    "dangling_pronoun",
    "empty_claim",
    "fragment",
    "negation_pair",
    "over_long",
    "placeholder",
    "question_as_claim",
    "reason_within",
    "shouting",
    "two_claims_in_one",
]

LONGEST = 300
"""How many characters a claim may have; about fifty words."""

_CAPITALS = 12

_SENTENCE_END = re.compile(r"[.!?]['\")\]”’]*\s+[A-Z\"“]")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|e\.g|i\.e|etc|vs|cf|no|vol|pp?|ed|eds|dr|mr|mrs|ms|prof|st|jr|sr|inc|ltd|u\.s|u\.k|fig|al)\.$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:;|,)\s+(?:and|but|while|whereas|yet)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:is|are|was|were|will|would|should|can|could|must|has|have|had|does|do|did|may|might)\b",
    re.IGNORECASE,
)
_SEMICOLON = re.compile(r";\s+\w+")
_REASON = re.compile(
    r"\b(?:because|therefore|thus|hence)\b|,\s+(?:since|as a result|so that)\b", re.IGNORECASE
)
_CONDITIONAL = re.compile(r"^\s*(?:if|when|unless|whenever)\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"^(?:this|that|these|those|it|he|she|they|such)\s+(?:is|are|was|were|will|would|can|could|should|has|have|does|do|did|"
    r"may|might|must|means?|shows?|makes?|needs?|isn|aren|won|doesn|don)\b",
    re.IGNORECASE,
)
_DUMMY = re.compile(
    r"^it\s+(?:is|was|would be|will be|has been|isn['’]t)\s+(?:[\w-]+\s+){0,2}?(?:that|to|who|when|where)\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"^\W*(?:to ?do|tbd|fixme|xxx+|lorem ipsum\b.*|claim \d+|new claim|untitled|text|placeholder|\?+|\.\.\.+|…)\W*$",
    re.IGNORECASE,
)


def empty_claim(facts: Facts) -> Iterator[Hit]:
    """A claim has neither a text nor a title, in a map whose claims have words.

    Nobody can accept or reject it. The arguments of abstract frameworks are let be.

    Example: a node that was drawn and never filled in.

    Mend: write the claim down, or remove it.
    """
    for claim in facts.map.claims if facts.worded else ():
        if not said(claim).strip():
            yield Hit(
                (claim.id,), f"the claim {claim.id} says nothing", "write it down, or remove it"
            )


def placeholder(facts: Facts) -> Iterator[Hit]:
    """A claim's text stands for one that is still to be written.

    Example: *To do*, *Claim 3*, *...*.

    Mend: write the claim down, or remove it.
    """
    for claim in facts.map.claims:
        if _PLACEHOLDER.match(said(claim)[:LONGEST]):
            message = f"{facts.name(claim.id)} looks like a text that is still to be written"
            yield Hit((claim.id,), message, "write the claim down")


def question_as_claim(facts: Facts) -> Iterator[Hit]:
    """A claim is a question.

    A question can't be accepted or rejected; its answers can. Rhetorical questions hide the claim that they make.

    Example: *Who would trust them?*

    Mend: write the answer that is meant; or make it an Issue, which claims answer.
    """
    for claim in facts.map.claims:
        text = said(claim).rstrip(" \t\r\n'\"”’)»")
        if text.endswith(("?", "？", "؟")) and not _PLACEHOLDER.match(text[:LONGEST]):
            message = f"{facts.name(claim.id)} is a question"
            yield Hit((claim.id,), message, "write the answer that is meant, or make it an issue")


def two_claims_in_one(facts: Facts) -> Iterator[Hit]:
    """A claim says two things.

    A reason for the one half isn't a reason for the other, and an objection to one half seems to refute both. English only.

    Example: *Co-ops are cheap, and they are close to those they serve.*

    Mend: make two claims of it; link them if they work only together.
    """
    if not facts.english:
        return
    for claim in facts.map.claims:
        halves = _halves(said(claim))
        if halves:
            message = f"{facts.name(claim.id)} says two things ({halves})"
            yield Hit((claim.id,), message, "make two claims of it")


def _halves(text: str) -> str:
    """How a text is seen to say two things, or nothing."""
    for end in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[max(0, end.start() - 8) : end.start() + 1]):
            return "two sentences"
    if _SEMICOLON.search(text):
        return "two parts, with a semicolon between them"
    joined = _JOINED.search(text)
    if joined and not _CONDITIONAL.match(text):
        word = joined[0].lstrip(",; \n\t").split()[0].lower()
        return f"two parts, with “{word}” between them"
    return ""


def reason_within(facts: Facts) -> Iterator[Hit]:
    """A claim holds its own reason.

    *A because B* is an argument, not a claim: nobody can object to *B*, or to the step, on its own. English only.

    Example: *Co-ops fail because nobody leads them.*

    Mend: make a claim of the reason, and a support of it.
    """
    if not facts.english:
        return
    for claim in facts.map.claims:
        found = _REASON.search(said(claim))
        if found and found.start() > 0:
            word = found[0].lstrip(", \n\t")
            message = f"{facts.name(claim.id)} holds its own reason (“{word}”)"
            yield Hit((claim.id,), message, "make a claim of the reason, and a support of it")


def fragment(facts: Facts) -> Iterator[Hit]:
    """A claim isn't a full sentence, in a map where most are.

    What somebody holds takes a sentence to say; a catchword can mean several things, and each reader takes another one. It is looked
    for in scripts that put blanks between words, where a text has one word or two.

    Example: *Cuts*, for *Co-ops are cover for cuts*.

    Mend: write the sentence that is meant.
    """
    if not facts.worded:
        return
    for claim in facts.map.claims:
        text = claim.text.strip()
        if text and is_catchword(text) and not _PLACEHOLDER.match(text):
            message = f"{facts.name(claim.id)} isn't a full sentence"
            yield Hit((claim.id,), message, "write the sentence that is meant")


def over_long(facts: Facts) -> Iterator[Hit]:
    """A claim is longer than three hundred characters.

    A long text mostly holds several claims and their reasons, which can't be attacked one by one.

    Example: a whole paragraph of an article as one claim.

    Mend: say in a sentence what is claimed, and make claims of its reasons; the long wording may stay as a quotation.
    """
    for claim in facts.map.claims:
        if len(claim.text) > LONGEST:
            message = f"{facts.name(claim.id)} has {len(claim.text):,} characters"
            yield Hit((claim.id,), message, "say in one sentence what is claimed")


def negation_pair(facts: Facts) -> Iterator[Hit]:
    """A claim says that another one isn't so, and no Conflict says that they can't both hold.

    Without a Conflict (or an attack between them) both can be accepted at once. English only.

    Example: *Co-ops are accountable* and *Co-ops are not accountable*.

    Mend: add a contradictory Conflict between them.
    """
    if not facts.english:
        return
    said_first: dict[tuple[str, bool], Claim] = {}
    for claim in facts.map.claims:
        words, negated = facts.affirmed[claim.id]
        if not words:
            continue
        other = said_first.get((words, not negated))
        said_first.setdefault((words, negated), claim)
        if other is not None and not _opposed(facts, claim.id, other.id):
            message = f"{facts.name(claim.id)} is the negation of {facts.name(other.id)}"
            yield Hit((claim.id, other.id), message, "add a Conflict between them")


def _opposed(facts: Facts, one: str, other: str) -> bool:
    """Whether a link says that two claims speak against each other."""
    return any(
        isinstance(link, Conflict | Rebuttal) and {one, other} <= {end for _, end in link.ends()}
        for link in (*facts.map.links_from[one], *facts.map.links_from[other])
    )


def dangling_pronoun(facts: Facts) -> Iterator[Hit]:
    """A claim begins with a pronoun whose noun stands elsewhere.

    Claims are read one by one and in any order; *it* is then anything. English only.

    Example: *It is cover for cuts.*

    Mend: name what is meant.
    """
    if not facts.english:
        return
    for claim in facts.map.claims:
        text = said(claim).strip()
        found = _PRONOUN.match(text)
        if found and not _DUMMY.match(text):
            word = found[0].split()[0]
            message = f"{facts.name(claim.id)} begins with “{word}”, whose noun stands elsewhere"
            yield Hit((claim.id,), message, "name what is meant")


def shouting(facts: Facts) -> Iterator[Hit]:
    """A claim is written in capitals.

    Capitals are hard to read and say nothing.

    Example: *CO-OPS ARE COVER FOR CUTS*.

    Mend: write it in ordinary letters.
    """
    for claim in facts.map.claims:
        letters = [character for character in said(claim) if character.isalpha()]
        if len(letters) > _CAPITALS and all(character.isupper() for character in letters):
            message = f"{facts.name(claim.id)} is written in capitals"
            yield Hit((claim.id,), message, "write it in ordinary letters")
