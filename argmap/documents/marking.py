"""Verdicts as the marks that a drawing shows, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..drawing.mark import Mark
from ..drawing.marks import Marks

if TYPE_CHECKING:
    from ..semantics import Evaluation

__all__ = ["verdict_marks"]


def verdict_marks(evaluation: Evaluation) -> Marks:
    """A mark for each claim and link: its verdict, what that rests on, and why in a sentence."""
    from ..semantics import sentences

    why, how = sentences(evaluation), evaluation.how
    return {id: Mark(label, by=how, why=why[id]) for id, label in evaluation.labels.items()}
