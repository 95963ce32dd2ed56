"""Attacks in a row, and the grounded labels found from them: most of a large framework is decided before it needs a graph.

How long that takes hangs on how much memory is gone through. Nearly all arguments attack one other, which a number each can say, where
a graph has rows for both directions; and what stays undecided, of which a graph is made then, is often little.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from attrs import frozen

from .graph import AttackGraph
from .grounded import ACCEPTED, REJECTED, UNDECIDED

__all__ = ["MANY", "NONE", "Attacks"]

NONE, MANY = -1, -2
"""What stands for no number at all, and for several, where there is one as a rule."""


@frozen(eq=False)
class Attacks:
    """Who attacks whom among the arguments 0, 1, ...: in ``ends`` attackers and targets take turns.

    >>> ring = Attacks(4, [0, 1, 1, 2, 2, 3, 3, 2])
    >>> ring.grounded()
    [1, -1, 0, 0]
    >>> ring.undecided([1, -1, 0, 0]).attackers
    [(1,), (0,)]
    """

    size: int
    ends: Sequence[int]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The attacks, one by one."""
        ends = iter(self.ends)
        return zip(ends, ends, strict=True)

    def grounded(self) -> list[int]:
        """The label of each argument in the grounded labelling, as the function of this name finds it in a graph."""
        labels = [UNDECIDED] * self.size
        target_of, targets, unanswered = self._targets()
        todo = [argument for argument, count in enumerate(unanswered) if not count]
        while todo:  # the last comes first: what it decides is near it, in a debate as in memory
            argument = todo.pop()
            labels[argument] = ACCEPTED
            one = target_of[argument]
            for target in (one,) if one >= 0 else targets.get(argument, ()):
                if not labels[target]:
                    labels[target] = REJECTED
                    one = target_of[target]
                    for defended in (one,) if one >= 0 else targets.get(target, ()):
                        unanswered[defended] -= 1
                        if not unanswered[defended]:
                            todo.append(defended)
        return labels

    def _targets(self) -> tuple[array[int], dict[int, list[int]], list[int]]:
        """What each argument attacks, those that ``MANY`` attack, and by how many each is attacked."""
        target_of, unanswered = array("i", [NONE]) * self.size, [0] * self.size
        targets: dict[int, list[int]] = {}
        for source, target in self.pairs():
            unanswered[target] += 1
            one = target_of[source]
            if one == NONE:
                target_of[source] = target
            elif one == MANY:
                targets[source].append(target)
            else:
                target_of[source] = MANY
                targets[source] = [one, target]
        return target_of, targets, unanswered

    def undecided(self, labels: Sequence[int]) -> AttackGraph:
        """The graph of what ``labels`` leave undecided alone, numbered anew in its order."""
        members = [argument for argument, label in enumerate(labels) if label == UNDECIDED]
        number = {argument: index for index, argument in enumerate(members)}
        inside = [
            (number[source], number[target])
            for source, target in self.pairs()
            if labels[source] == UNDECIDED == labels[target]
        ]
        return AttackGraph.of(len(members), inside)
