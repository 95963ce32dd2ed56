"""The grounded labelling: what stands whoever argues, what falls, and what stays open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from .graph import AttackGraph

__all__ = ["ACCEPTED", "REJECTED", "UNDECIDED", "WORDS", "Label", "Labelling", "grounded"]

Label: TypeAlias = Literal["accepted", "rejected", "undecided"]

ACCEPTED, REJECTED, UNDECIDED = 1, -1, 0
"""The labels of arguments."""

NOTHING: Mapping[int, int] = MappingProxyType({})

WORDS: dict[int, Label] = {ACCEPTED: "accepted", REJECTED: "rejected", UNDECIDED: "undecided"}


def grounded(graph: AttackGraph) -> list[int]:
    """The label of each argument in the grounded labelling, in time linear in the attacks.

    It is the complete labelling with the fewest arguments accepted, the least fixed point of the characteristic
    function (Dung 1995, Artificial Intelligence 77, p. 329, definition 20).

    >>> grounded(AttackGraph.of(4, [(0, 1), (1, 2), (3, 3)]))
    [1, -1, 1, 0]
    """
    labels, attacked = [UNDECIDED] * len(graph), graph.attacked
    unanswered = list(map(len, graph.attackers))
    todo = [argument for argument, count in enumerate(unanswered) if not count]
    while todo:  # the last comes first: what it decides is near it, in a debate as in memory
        argument = todo.pop()
        labels[argument] = ACCEPTED
        for target in attacked[argument]:
            if not labels[target]:
                labels[target] = REJECTED
                for defended in attacked[target]:
                    unanswered[defended] -= 1
                    if not unanswered[defended]:
                        todo.append(defended)
    return labels


class Labelling:
    """Labels that spread: what is attacked by nothing open is accepted, what that attacks is rejected.

    ``labels`` grow; what is decided stays. ``history``, if given, gets the arguments in the order in which they are decided: first what
    rests on the least. ``fixed`` are labels that hold whatever attacks, ``barred`` arguments that something undecided outside attacks.
    """

    def __init__(
        self,
        graph: AttackGraph,
        history: list[int] | None = None,
        *,
        fixed: Mapping[int, int] = NOTHING,
        barred: Iterable[int] = (),
    ) -> None:
        self._history = history
        self.labels = [UNDECIDED] * len(graph)
        self._attacked = graph.attacked
        self._unanswered = [len(attackers) for attackers in graph.attackers]
        for argument in barred:
            self._unanswered[argument] += 1
        self._todo = [argument for argument, count in enumerate(self._unanswered) if not count]
        if fixed:
            self._todo = [argument for argument in self._todo if argument not in fixed]
            self._todo += [argument for argument, label in fixed.items() if label == ACCEPTED]
        for argument in self._todo:
            self.labels[argument] = ACCEPTED
        fallen = [argument for argument, label in fixed.items() if label == REJECTED]
        for argument in fallen:
            self.labels[argument] = REJECTED
        for argument in fallen:
            self._reject(argument)

    def reject(self, arguments: Iterable[int]) -> None:
        """Reject these, which are open, and spread."""
        for argument in arguments:
            self._reject(argument)
        self.spread()

    def spread(self) -> None:
        """Decide all that follows."""
        labels, attacked, history = self.labels, self._attacked, self._history
        for argument in self._todo:
            if history is not None:
                history.append(argument)
            for target in attacked[argument]:
                if not labels[target]:
                    self._reject(target)
        self._todo.clear()

    def _reject(self, argument: int) -> None:
        labels, unanswered = self.labels, self._unanswered
        labels[argument] = REJECTED
        if self._history is not None:
            self._history.append(argument)
        for defended in self._attacked[argument]:
            unanswered[defended] -= 1
            if not unanswered[defended] and not labels[defended]:
                labels[defended] = ACCEPTED
                self._todo.append(defended)
