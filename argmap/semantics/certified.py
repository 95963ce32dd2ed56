"""The making of certificates out of what an evaluation found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .certificate import Certificate, derivation, founded_order, rules_by_head
from .grounded import UNDECIDED, WORDS, Labelling
from .program import program

if TYPE_CHECKING:
    from .evaluation import Evaluation, Label

__all__ = ["certified"]


def certified(evaluation: Evaluation, id: str, label: Label) -> Certificate | None:
    """Evidence that some labelling of an evaluation gives a claim or link a label; None if none does."""
    if label not in evaluation[id].labels:
        return None
    compiled, options = evaluation.compiled, evaluation.options
    asked = {
        "require_backing": options.require_backing,
        "without": options.without,
        "assume": options.assume,
    }
    rules = rules_by_head(program(evaluation.map, **asked))  # type: ignore[arg-type] # the options' own types
    number = compiled.number[id]
    names = list(compiled.number)
    if evaluation.grounded[number] != UNDECIDED:
        order: list[int] = []
        _, loops = compiled.decided(Labelling(compiled.graph, order))
        history = _grouped(order, loops, len(names))
        history = history[: [number in group for group in history].index(True) + 1]
        decided = {
            names[each]: WORDS[evaluation.grounded[each]] for group in history for each in group
        }
        groups = [[names[each] for each in group] for group in history]
        kept = tuple(derivation(rules, groups, decided))
        labels = {atom: decided[atom] for group in kept for atom in group}
        return Certificate(id, label, labels, kept, derived=True, **asked)  # type: ignore[arg-type] # as above
    labelling = evaluation.labelling_with(id, label)
    order_of_all = tuple(founded_order(rules, labelling))
    return Certificate(id, label, labelling, order_of_all, derived=False, **asked)  # type: ignore[arg-type] # as above


def _grouped(order: list[int], loops: list[list[int]], size: int) -> list[list[int]]:
    """The atoms in the order in which they were decided, those of a loop together."""
    together = {loop[0]: loop for loop in loops}
    within = {each for loop in loops for each in loop}
    groups = []
    for each in order:
        if each in together:
            groups.append(together[each])
        elif each < size and each not in within:
            groups.append([each])
    return groups
