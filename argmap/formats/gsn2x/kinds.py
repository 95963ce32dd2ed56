"""The kinds of elements of the Goal Structuring Notation, and which one a claim of a map is."""

from __future__ import annotations

from ...model.claim import Stance

__all__ = ["KINDS", "kind_by_name", "usual_kind"]

KINDS: dict[str, tuple[str, Stance]] = {
    "CSn": ("CounterSolution", "asserted"),
    "CG": ("CounterGoal", "questioned"),
    "Sn": ("Solution", "asserted"),
    "G": ("Goal", "questioned"),
    "S": ("Strategy", "questioned"),
    "C": ("Context", "asserted"),
    "A": ("Assumption", "assumed"),
    "J": ("Justification", "asserted"),
}
"""By the beginning of the name, the longest first, the kind and the stance in which it is held."""


def kind_by_name(name: str) -> tuple[str, Stance] | None:
    """The kind and stance of an element by its name, or None if it begins with no kind's letters."""
    return next((kind for letters, kind in KINDS.items() if name.startswith(letters)), None)


def usual_kind(name: str, stance: Stance, *, supported: bool, context: bool) -> str:
    """The kind that argmap writes of a claim: its name's, if that is held so, else what its place asks for.

    Goals need support and solutions have none; assumptions and justifications stand in a context.
    """
    by_name = kind_by_name(name)
    if by_name is not None and by_name[1] == stance:
        return by_name[0]
    if context:
        return "Assumption" if stance == "assumed" else "Justification"
    return "Goal" if stance == "questioned" or supported else "Solution"
