"""What the grounded labels of a map leave undecided, as a framework of its own: what else there is has no say in it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from .counting import Counting
from .encoding import MakeSolver
from .foundations import Foundations
from .graph import AttackGraph
from .possible_for import possible_for

__all__ = ["Undecided"]


@frozen(eq=False)
class Undecided:
    """A framework: first the atoms ``members``, by the numbers that they have in the map, then the ``helpers``, which say what those of `Compiled` do.

    ``start`` are labels of all these that hold in every labelling; of semi-stable labellings the first ``counted`` count.
    """

    graph: AttackGraph
    members: Sequence[int]
    helpers: Sequence[int]
    start: Sequence[int]
    counted: int
    foundations: Foundations | None = None

    def possible(self, semantics: str, make: MakeSolver) -> Sequence[int]:
        """For each argument the labels that it has in some labelling of a semantics, as bits."""
        return possible_for(
            self.graph,
            semantics,
            self.start,
            counted=self.counted,
            foundations=self.foundations,
            make=make,
        )

    def counting(self, semantics: str, make: MakeSolver, limit: int) -> Counting:
        """What counts the labellings of a semantics."""
        return Counting(
            self.graph, semantics, self.start, self.foundations, self.counted, make, limit
        )
