"""Which labels every argument can have in stable and in semi-stable labellings."""

from __future__ import annotations

from collections.abc import Sequence

from .encoding import Encoding, MakeSolver
from .foundations import Foundations
from .graph import AttackGraph, weak_components
from .grounded import ACCEPTED, REJECTED, UNDECIDED
from .possible import IN, OPEN, OUT
from .ranges import ranges
from .sat import Solver

__all__ = ["possible_stable_labels"]

_BIT = {ACCEPTED: IN, REJECTED: OUT, UNDECIDED: OPEN}


def possible_stable_labels(
    graph: AttackGraph,
    start: Sequence[int],
    *,
    counted: int | None,
    foundations: Foundations | None = None,
    make: MakeSolver = Solver,
) -> list[int]:
    """For each argument the labels that it has in some stable labelling, as bits; no labels at all if there is none.

    With ``counted`` it is semi-stable labellings, of which the first so many arguments count. Each question to the solver is for a labelling
    that shows something new, so there are at most as many as there are labels to see.
    """
    found = [0 if label == UNDECIDED else _BIT[label] for label in start]
    undecided = [argument for argument, label in enumerate(start) if label == UNDECIDED]
    for members in weak_components(graph, undecided):
        part = graph.part(members)
        circles = foundations and foundations.within(members, ())
        seen = _Seen(Encoding(part, "stable", foundations=circles, make=make))
        if not seen.all([]) and counted is not None:
            seen = _Seen(Encoding(part, "complete", foundations=circles, make=make))
            matter = [at for at, each in enumerate(members) if each < counted]
            for kept in ranges(seen.encoding, matter):
                seen.all(kept)
        if not any(seen.labels):
            return [0] * len(graph)
        for argument, labels in zip(members, seen.labels, strict=True):
            found[argument] = labels
    return found


class _Seen:
    """The labels seen so far in the labellings of an encoding."""

    def __init__(self, encoding: Encoding) -> None:
        self.encoding = encoding
        self.labels = [0] * len(encoding.graph)
        self._open = [encoding.solver.variable() for _ in encoding.graph.attackers]
        for at, variable in enumerate(self._open):
            encoding.solver.add([-variable, -encoding.accepted[at]])
            encoding.solver.add([-variable, -encoding.rejected[at]])

    def all(self, kept: Sequence[int]) -> bool:
        """See every label that there is under the literals ``kept``; whether there is any labelling."""
        encoding = self.encoding
        if not encoding.solve(kept):
            return False
        self._note()
        while self._shows_more(kept):
            self._note()
        return True

    def _shows_more(self, kept: Sequence[int]) -> bool:
        """Whether some labelling shows a label that wasn't seen yet; if so it is found."""
        new = self.encoding.solver.variable()
        self.encoding.solver.add([-new, *self._unseen()])
        more = self.encoding.solve([new, *kept])
        self.encoding.solver.add([-new])
        return more

    def _note(self) -> None:
        for at, label in enumerate(self.encoding.labels):
            self.labels[at] |= _BIT[label]

    def _unseen(self) -> list[int]:
        """The literals of labels that weren't seen yet."""
        encoding = self.encoding
        kinds = ((IN, encoding.accepted), (OUT, encoding.rejected), (OPEN, self._open))
        return [
            variables[at]
            for at, labels in enumerate(self.labels)
            for bit, variables in kinds
            if not labels & bit
        ]
