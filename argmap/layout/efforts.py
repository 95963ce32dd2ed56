"""Part of the sixth pass: how much is tried, by the size of a graph."""

from __future__ import annotations

from math import inf

from ..values import NamedTuple

__all__ = ["CONTESTED", "EFFORTS", "GLANCES", "Effort"]


class Effort(NamedTuple):
    """What a graph of at most ``nodes`` nodes (or twice as many steps) is worth, counted, never timed.

    So many ``starts``, or ``framed`` ones where there are frames, are swept until ``patience`` sweeps in
    a row bring nothing, ``sweeps`` at most; the best ``polished`` of them get so many ``rounds`` of moving
    single nodes, and the best of all so many ``replants`` of branches and then ``trials`` of disorder, or
    ``framed_replants`` alone where there are frames. Before half of the starts are swept, neighbours are
    exchanged for ``loosened`` rounds, and before single nodes are moved for ``exchanges``.
    """

    nodes: float
    starts: int
    framed: int
    polished: int
    rounds: int
    sweeps: int = 24
    patience: int = 4
    loosened: int = 3
    trials: int = 0
    replants: int = 0
    framed_replants: int = 0
    exchanges: int = 8


CONTESTED = 1_800
"""Up to how many nodes plans and starts are chosen by a `contest`, if there are more than `LARGE`."""

EFFORTS = (
    Effort(
        80,
        starts=24,
        framed=20,
        polished=6,
        rounds=6,
        trials=20,
        replants=40,
        framed_replants=100,
    ),
    Effort(
        400,
        starts=1,
        framed=20,
        polished=3,
        rounds=4,
        patience=3,
        trials=200,
        replants=250,
        framed_replants=300,
    ),
    Effort(
        CONTESTED,
        starts=1,
        framed=1,
        polished=1,
        rounds=4,
        sweeps=3,
        patience=2,
        loosened=1,
        exchanges=0,
    ),
    Effort(5_000, starts=1, framed=1, polished=1, rounds=3, sweeps=8, patience=2, loosened=0),
    Effort(12_000, starts=1, framed=1, polished=1, rounds=3, sweeps=4, patience=1, loosened=1),
    Effort(20_000, starts=1, framed=1, polished=1, rounds=1, sweeps=4, patience=1, loosened=1),
    Effort(inf, starts=1, framed=1, polished=0, rounds=0, sweeps=4, patience=1, loosened=1),
)

GLANCES = (
    Effort(400, starts=4, framed=4, polished=0, rounds=0, sweeps=12, patience=2),
    Effort(inf, starts=1, framed=1, polished=0, rounds=0, sweeps=3),
)
"""What it takes to judge rows before they are ordered with all effort."""
