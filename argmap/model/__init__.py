"""The model: frozen claims, links and records, the map they make, and the draft it is made with."""

from .claim import Claim, Issue, Stance
from .data import Data
from .draft import Draft
from .link import (
    Answer,
    Attack,
    Conflict,
    Link,
    Preference,
    Rebuttal,
    Rephrase,
    Step,
    Support,
    Undercut,
)
from .map import ArgumentMap, Element
from .records import About, Citation, Group, Participant, Record, Scheme, Source
from .view import MapView

__all__ = [
    "About",
    "Answer",
    "ArgumentMap",
    "Attack",
    "Citation",
    "Claim",
    "Conflict",
    "Data",
    "Draft",
    "Element",
    "Group",
    "Issue",
    "Link",
    "MapView",
    "Participant",
    "Preference",
    "Rebuttal",
    "Record",
    "Rephrase",
    "Scheme",
    "Source",
    "Stance",
    "Step",
    "Support",
    "Undercut",
]
