"""The grounded labelling: what stands whoever argues, what falls, and what stays open."""

from __future__ import annotations

from collections.abc import Iterable

from .graph import AttackGraph

__all__ = ["ACCEPTED", "REJECTED", "UNDECIDED", "Labelling", "grounded"]

ACCEPTED, REJECTED, UNDECIDED = 1, -1, 0
"""The labels of arguments."""


def grounded(graph: AttackGraph) -> list[int]:
    """The label of each argument in the grounded labelling, in time linear in the attacks.

    It is the complete labelling with the fewest arguments accepted, the least fixed point of the characteristic
    function (Dung 1995, Artificial Intelligence 77, p. 329, definition 20).

    >>> grounded(AttackGraph.of(4, [(0, 1), (1, 2), (3, 3)]))
    [1, -1, 1, 0]
    """
    labelling = Labelling(graph)
    labelling.spread()
    return labelling.labels


class Labelling:
    """Labels that spread: what is attacked by nothing open is accepted, what that attacks is rejected.

    ``labels`` grow; what is decided stays.
    """

    def __init__(self, graph: AttackGraph) -> None:
        self.labels = [UNDECIDED] * len(graph)
        self._attacked = graph.attacked
        self._unanswered = [len(attackers) for attackers in graph.attackers]
        self._todo = [argument for argument, count in enumerate(self._unanswered) if not count]
        for argument in self._todo:
            self.labels[argument] = ACCEPTED

    def reject(self, arguments: Iterable[int]) -> None:
        """Reject what is still open of these, and spread."""
        for argument in arguments:
            if not self.labels[argument]:
                self._reject(argument)
        self.spread()

    def spread(self) -> None:
        """Decide all that follows."""
        labels, attacked = self.labels, self._attacked
        for argument in self._todo:
            for target in attacked[argument]:
                if not labels[target]:
                    self._reject(target)
        self._todo.clear()

    def _reject(self, argument: int) -> None:
        labels, unanswered = self.labels, self._unanswered
        labels[argument] = REJECTED
        for defended in self._attacked[argument]:
            unanswered[defended] -= 1
            if not unanswered[defended] and not labels[defended]:
                labels[defended] = ACCEPTED
                self._todo.append(defended)
