"""The words of GSN, CAE, ARM and SACM, and what they mean in a map."""

from __future__ import annotations

from ...xmltext import Element

__all__ = [
    "ARM",
    "CONTEXTS",
    "NAME",
    "NAMESPACES",
    "RELATIONS",
    "STRATEGIES",
    "XMI",
    "XSI",
    "kind_of_element",
    "node_type",
]

NAME = "gsn-xmi"
ARM = "http://www.omg.org/ARM"
NAMESPACES = (
    "http://www.goalstructuringnotation.info/",
    "http://www.omg.org/spec/SACM",
    "http://www.omg.org/sacm",
    "http://www.omg.org/SACM",
    ARM,
    "http://www.certware.net/gsn",
    "http://www.certware.net/cae",
)
"""How the namespaces of assurance cases begin."""

XMI = "{http://www.omg.org/XMI}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"

STRATEGIES = ("Strategy", "ArgumentReasoning", "Argument")
CONTEXTS = ("Context", "Assumption", "Justification", "AwayContext")
_NODES = (
    *STRATEGIES[:2],
    *CONTEXTS,
    "Goal",
    "Claim",
    "Solution",
    "Evidence",
    "AwayGoal",
    "AwaySolution",
    "EvidenceAssertion",
    "InformationElement",
    "CitationElement",
    "ArtefactElementCitation",
    "ArgumentAssetCitation",
    "ArtifactReference",
)
RELATIONS: dict[str, str] = {
    "SupportedBy": "supported by",
    "InContextOf": "in context of",
    "AssertedInference": "support",
    "AssertedEvidence": "support",
    "AssertedArtifactSupport": "support",
    "AssertedContext": "context",
    "AssertedArtifactContext": "context",
    "AssertedChallenge": "attack",
    "AssertedCounterEvidence": "attack",
}
"""What each relation says; those of GSN run from what is supported, the others to it."""

_FEATURES = (
    ("context", "Context"),
    ("assumption", "Assumption"),
    ("justification", "Justification"),
    ("solution", "Solution"),
    ("evidence", "Solution"),
    ("strateg", "Strategy"),
    ("goal", "Goal"),
    ("claim", "Goal"),
)
"""What an element is where only the name of the feature that holds it says so."""


def kind_of_element(element: Element) -> str:
    """The type that an element gives itself, without its prefix; the root's is its name."""
    return element.attributes.get(f"{XSI}type", "").rpartition(":")[2]


def node_type(element: Element, *, nested: bool) -> str:
    """The type of node that an element is, or nothing; ``nested`` if its place may say it."""
    kind = kind_of_element(element)
    if kind or not nested:
        return (kind or element.name) if (kind or element.name) in _NODES else ""
    name = element.name.lower()
    return next((type for part, type in _FEATURES if part in name), "")
