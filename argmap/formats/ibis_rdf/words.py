"""The words of the vocabularies of IBIS: what is an issue, what a claim, and what each relation says.

Two are read: that of App::IBIS (``https://privatealpha.com/ontology/ibis/1#``), where a relation is a property, and that of
Catalyst (``http://purl.org/catalyst/ibis#``, with ``.../idea#``), where it is a node with two ends.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from attrs import frozen

__all__ = ["ENDS", "ISSUE", "NAMESPACES", "RELATIONS", "TEXTS", "Relation", "name_of", "type_of"]

Way: TypeAlias = Literal["answer", "support", "rebuttal", "specialises", "generalises"]

NAMESPACES = (
    "://privatealpha.com/ontology/ibis/1#",
    "://purl.org/catalyst/ibis#",
    "://purl.org/catalyst/idea#",
)
"""The vocabularies, each with http or with https."""

_OWN = re.compile(f"https?(?:{'|'.join(map(re.escape, NAMESPACES))})(.+)", re.DOTALL)

ISSUE = "issue"
_TYPES = {
    "Issue": ISSUE,
    "Question": ISSUE,
    "Position": "position",
    "Argument": "argument",
    "Decision": "decision",
    "Idea": "idea",
    "GenericIdea": "idea",
    "GenericIdeaNode": "idea",
}
"""What a node of each class is: an issue, or a claim with this tag."""


@frozen
class Relation:
    """What a relation says; ``back`` if it leads from what the link targets to what the link comes from."""

    way: Way
    back: bool = False


RELATIONS = {
    "responds-to": Relation("answer"),
    "response": Relation("answer", back=True),
    "supports": Relation("support"),
    "supported-by": Relation("support", back=True),
    "opposes": Relation("rebuttal"),
    "opposed-by": Relation("rebuttal", back=True),
    "specializes": Relation("specialises"),
    "generalizes": Relation("generalises"),
    "PositionRespondsToIssue": Relation("answer"),
    "ArgumentSupportsIdea": Relation("support"),
    "ArgumentSupportsPosition": Relation("support"),
    "ArgumentOpposesIdea": Relation("rebuttal"),
    "ArgumentOpposesPosition": Relation("rebuttal"),
}
"""The properties and the classes of relations that a map can say."""

ENDS = {
    "argument_arguing": "from",
    "argument_supporting": "from",
    "argument_opposing": "from",
    "response_position": "from",
    "source_idea": "from",
    "idea_argued": "to",
    "position_argued": "to",
    "position_supported": "to",
    "position_opposed": "to",
    "response_issue": "to",
    "target_idea": "to",
}
"""The properties by which a relation of Catalyst's names its ends."""

_DUBLIN = "http://purl.org/dc"
TEXTS = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    f"{_DUBLIN}/terms/title",
    f"{_DUBLIN}/elements/1.1/title",
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://www.w3.org/2000/01/rdf-schema#label",
    f"{_DUBLIN}/terms/description",
    "http://rdfs.org/sioc/ns#content",
)
"""The properties that say the text of an issue or a claim, the likeliest first."""


def name_of(iri: str) -> str:
    """The name that an IRI is in one of the vocabularies, or an empty text."""
    found = _OWN.fullmatch(iri)
    return found[1] if found else ""


def type_of(iri: str) -> str:
    """What a node of the class with this IRI is: an issue, a claim with a tag, or nothing here."""
    return _TYPES.get(name_of(iri), "")
