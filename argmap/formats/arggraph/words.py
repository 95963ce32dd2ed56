"""The words of arggraph XML, and what they mean in a map."""

from __future__ import annotations

from ...model.records import Participant
from ..dialect import Dialect, Told, simple_dialect

__all__ = [
    "ADD",
    "DIALECT",
    "EXAMPLE",
    "NAME",
    "ROLES",
    "SEGMENT",
    "SIDES",
    "UNNAMED",
    "UNSIDED",
    "usual_type",
]

NAME = "arggraph"
UNNAMED = "arggraph"
"""The id of a graph that has no title."""

SEGMENT = "seg"
ADD = "add"
EXAMPLE = "Example"
"""The name of the scheme of a support by example."""

ROLES = {"sup": "support", "exa": "support", "reb": "attack", "und": "attack"}
SIDES = {"pro": Participant("pro", "proponent"), "opp": Participant("opp", "opponent")}
UNSIDED = ("argmap", "sides=worked-out")
"""The processing instruction that says that nobody said who is on which side."""


def usual_type(role: str, to_claim: bool, example: bool) -> str:
    """The type of the edge that says a step, by its role, whether it leads to a claim, and whether it is by example."""
    if role == "support":
        return "exa" if example else "sup"
    return "reb" if to_claim else "und"


def _sayable(told: Told) -> Told:
    example = told.role == "support" and told.scheme == EXAMPLE
    return told if example or not told.scheme else Told(told.role, told.text)


DIALECT: Dialect = simple_dialect(NAME, "arggraph XML", ("support", "attack"), _sayable)
