"""Which labels every argument can have, under each semantics of maps."""

from __future__ import annotations

from collections.abc import Sequence

from .encoding import MakeSolver
from .foundations import Foundations
from .graph import AttackGraph
from .grounded import ACCEPTED, REJECTED, UNDECIDED, Label
from .ideal import eager, ideal
from .possible import IN, OPEN, OUT, possible_labels
from .possible_stable import possible_stable_labels
from .search import Kind

__all__ = ["BITS", "WORD", "possible_for"]

BITS = {ACCEPTED: IN, REJECTED: OUT, UNDECIDED: OPEN}
"""The bit of each label."""

WORD: tuple[Label, ...] = tuple(
    ["accepted" if bits == IN else "rejected" if bits == OUT else "undecided" for bits in range(8)]
)
"""The label by the bits of those that are possible."""


def possible_for(
    graph: AttackGraph,
    semantics: str,
    start: Sequence[int],
    *,
    counted: int,
    foundations: Foundations | None,
    make: MakeSolver,
) -> Sequence[int]:
    """For each argument the labels that it has in some labelling of a semantics, as bits.

    ``start`` are the grounded labels, ``foundations`` the circles of support; of semi-stable labellings the first ``counted``
    arguments count.
    """
    if semantics == "grounded" or UNDECIDED not in start:
        return [BITS[label] for label in start]
    if semantics in ("complete", "preferred"):
        kind: Kind = "complete" if semantics == "complete" else "preferred"
        return possible_labels(graph, kind, start, foundations=foundations, make=make)
    if semantics in ("stable", "semi-stable"):
        return possible_stable_labels(
            graph,
            start,
            counted=None if semantics == "stable" else counted,
            foundations=foundations,
            make=make,
        )
    labels = _single(graph, semantics, start, counted, foundations, make)
    return [BITS[label] for label in labels]


def _single(
    graph: AttackGraph,
    semantics: str,
    start: Sequence[int],
    counted: int,
    foundations: Foundations | None,
    make: MakeSolver,
) -> Sequence[int]:
    """The one labelling of a semantics that has one."""
    if semantics == "ideal":
        return ideal(graph, foundations=foundations, start=start, make=make)
    return eager(graph, foundations=foundations, start=start, counted=counted, make=make)
