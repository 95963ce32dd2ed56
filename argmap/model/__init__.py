"""The model: frozen claims, links and records, the map they make, and the draft it is made with."""

from typing import TYPE_CHECKING, Any

from .claim import Claim, Issue, Stance
from .data import Data
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

if TYPE_CHECKING:
    from .draft import Draft
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


if not TYPE_CHECKING:  # pragma: no branch - else a misspelt name would be taken for Any

    def __getattr__(name: str) -> Any:
        if name == "Draft":
            from .draft import Draft  # what is read from a file needs no draft

            return Draft
        if name == "MapView":
            from .view import MapView  # and what is drawn whole no view

            return MapView
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
