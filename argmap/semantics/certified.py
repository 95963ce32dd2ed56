"""The making of certificates out of what an evaluation found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .certificate import Certificate, derivation, founded_order, rules_by_head
from .grounded import UNDECIDED, WORDS, Label
from .meaning import meaning

if TYPE_CHECKING:
    from .evaluation import Evaluation

__all__ = ["certified", "decided_in_order"]


def certified(evaluation: Evaluation, id: str, label: Label) -> Certificate | None:
    """Evidence that some labelling of an evaluation gives a claim or link a label; None if none does."""
    if label not in evaluation[id].labels:
        return None
    options = evaluation.options
    rules = rules_by_head(meaning(evaluation.map, options))
    if evaluation.grounded[evaluation.compiled.number[id]] != UNDECIDED:
        history, decided = decided_in_order(evaluation)
        until = next(at for at, group in enumerate(history) if id in group)
        order = tuple(derivation(rules, history[: until + 1], decided))
        labels = {atom: decided[atom] for group in order for atom in group}
        return Certificate(id, label, labels, order, derived=True, options=options)
    labelling = evaluation.labelling_with(id, label)
    founded = tuple(founded_order(rules, labelling))
    return Certificate(id, label, labelling, founded, derived=False, options=options)


def decided_in_order(
    evaluation: Evaluation, *, all: bool = False
) -> tuple[list[list[str]], dict[str, Label]]:
    """What the grounded labelling decides, in groups, each by what comes before it, and the labels.

    With ``all`` the labels are those of all atoms, also of undecided ones.
    """
    compiled = evaluation.compiled
    decided, names = compiled.grounded, compiled.names
    groups = _grouped(decided.order, decided.loops, len(names))
    history = [[names[each] for each in group] for group in groups]
    labels = {name: WORDS[evaluation.grounded[at]] for name, at in compiled.number.items()}
    if not all:
        labels = {atom: labels[atom] for group in history for atom in group}
    return history, labels


def _grouped(
    order: Sequence[int], loops: Sequence[Sequence[int]], size: int
) -> list[Sequence[int]]:
    """The atoms in the order in which they were decided, those of a loop together."""
    together = {loop[0]: loop for loop in loops}
    within = {each for loop in loops for each in loop}
    groups: list[Sequence[int]] = []
    for each in order:
        if each in together:
            groups.append(together[each])
        elif each < size and each not in within:
            groups.append([each])
    return groups
