"""Backtracking over the labels of a small part of a graph, in bits: fast where the part is small or dense.

The search of Nofal, Atkinson and Dunne (2014, Artificial Intelligence 207, p. 23), on whole numbers as sets, without
recursion: an argument is accepted first, and later not accepted, so that no set comes after one that it contains.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from attrs import frozen

__all__ = ["Kind", "Part", "Spent", "bits", "search"]

Kind: TypeAlias = Literal["admissible", "complete", "preferred", "stable"]
"""Which sets of arguments are sought."""


class Spent(Exception):
    """The search took as many steps as it may."""


@frozen
class Part:
    """Arguments 0, 1, ... with their attackers and those they attack as sets of bits.

    ``barred`` are those that can't be accepted, because somebody outside attacks them who isn't rejected.
    """

    attackers: tuple[int, ...]
    attacked: tuple[int, ...]
    barred: int = 0


@frozen
class _State:
    """The labels so far: ``must`` be rejected yet, ``shut`` are not accepted, ``open`` are undetermined."""

    accepted: int
    rejected: int
    must: int
    shut: int
    open: int


def bits(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set, in ascending order."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def search(part: Part, kind: Kind, steps: int) -> Iterator[int]:
    """The sets of accepted arguments of that kind, each once; raises `Spent` after so many steps."""
    selfish = sum(1 << a for a, mask in enumerate(part.attackers) if mask >> a & 1)
    everything = (1 << len(part.attackers)) - 1
    shut = selfish | part.barred
    first = _State(0, 0, 0, shut, everything & ~shut)
    if kind == "stable":
        first = _State(0, 0, shut, 0, everything & ~shut)
    found: list[int] = []
    stack: list[_State] = [first]
    while stack:
        steps -= 1
        if steps < 0:
            raise Spent
        state = _propagated(part, kind, stack.pop())
        if state is None or _is_within(state, kind, found):
            continue
        if state.open:
            bit = _choice(part, state)
            stack += (_refused(state, bit, kind), _accepting(part, state, bit))
        else:
            found.append(state.accepted)
            yield state.accepted


def _is_within(state: _State, kind: Kind, found: list[int]) -> bool:
    """Whether all that the search could still find here is part of a set found before."""
    most = state.accepted | state.open
    return kind == "preferred" and any(not most & ~each for each in found)


def _propagated(part: Part, kind: Kind, state: _State) -> _State | None:
    """The state with all that follows from it, or None if nothing can come of it."""
    while forced := _forced(part, kind, state):
        state = _accepting(part, state, forced)
    return None if forced is None else state


def _forced(part: Part, kind: Kind, state: _State) -> int | None:
    """One argument that must be accepted, as a bit; 0 if none must; None if the state can't hold."""
    for argument in bits(state.must):
        defenders = part.attackers[argument] & state.open
        if not defenders:
            return None
        if not defenders & (defenders - 1):
            return defenders
    if kind == "admissible":
        return 0
    answered = state.rejected | state.must
    for argument in bits(state.shut & ~part.barred):
        if not part.attackers[argument] & ~answered:
            return None
    for argument in bits(state.open):
        if not part.attackers[argument] & ~answered:
            return 1 << argument
    return 0


def _accepting(part: Part, state: _State, bit: int) -> _State:
    """The state with one open argument accepted; what is open neither attacks nor is attacked by what is accepted."""
    argument = bit.bit_length() - 1
    targets = part.attacked[argument]
    attackers = part.attackers[argument]
    rejected = state.rejected | targets
    must = (state.must | attackers) & ~rejected
    gone = rejected | must | bit
    return _State(state.accepted | bit, rejected, must, state.shut & ~gone, state.open & ~gone)


def _refused(state: _State, bit: int, kind: Kind) -> _State:
    """The state with one open argument not accepted."""
    left = state.open & ~bit
    if kind == "stable":
        return _State(state.accepted, state.rejected, state.must | bit, state.shut, left)
    return _State(state.accepted, state.rejected, state.must, state.shut | bit, left)


def _choice(part: Part, state: _State) -> int:
    """The argument to decide next: one that would defend where few can, and that has many attacks."""
    candidates = state.open
    if state.must:
        attacked = min(bits(state.must), key=lambda a: (part.attackers[a] & state.open).bit_count())
        candidates = part.attackers[attacked] & state.open
    best = max(
        bits(candidates),
        key=lambda a: part.attackers[a].bit_count() + part.attacked[a].bit_count(),
    )
    return 1 << best
