"""How many labellings there are, exactly, and in what share of them each argument is accepted.

Parts that no attack ties together multiply. Each is counted along a tree decomposition (see `elimination` and `factors`); what hangs
together too closely for that is listed, as long as it isn't too much.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from functools import cached_property, partial
from itertools import islice
from typing import TypeAlias

from attrs import frozen

from ..errors import BeyondLimit
from ..pause import no_garbage
from .elimination import TooWide, contributions, product_of, total
from .encoding import MakeSolver
from .extensions import extensions_of
from .factors import COUNTED, Factors, Structure, factors_of, structure_of
from .foundations import Foundations
from .graph import AttackGraph, weak_components
from .grounded import ACCEPTED, UNDECIDED, grounded
from .labellings import labellings
from .ranges import semi_stable
from .sat import GaveUp, Solver

__all__ = ["LIMIT", "Counting", "digits"]

LIMIT = 100_000
"""So many rows a table may have, and so many labellings of a part may be listed."""

Part: TypeAlias = tuple[list[int], list[tuple[int, ...]]]
"""Arguments that hang together, and the blocks among them."""

_FROM_GROUNDED = ("complete", "preferred", "stable", "semi-stable")
_WHOLE = ("grounded", "ideal", "eager", "initial")
"""Semantics whose sets aren't put together of those of the parts."""


@frozen(slots=False, eq=False)
class Counting:
    """What is to be counted: the labellings of a semantics that agree with ``start``, which are labels that all of them have.

    ``foundations`` and ``counted`` are those of a map's framework. Raises `BeyondLimit` where a table would have more than
    ``limit`` rows and a part more than ``limit`` labellings, or where one of argmap's own solvers meets as many conflicts.
    """

    graph: AttackGraph
    semantics: str
    start: Sequence[int]
    foundations: Foundations | None = None
    counted: int | None = None
    make: MakeSolver = Solver
    limit: int = LIMIT

    @classmethod
    def of(
        cls, graph: AttackGraph, semantics: str, make: MakeSolver, limit: int = LIMIT
    ) -> Counting:
        """What is to be counted of a framework.

        >>> ring = AttackGraph.of(4, [(0, 1), (1, 0), (2, 3), (3, 2)])
        >>> Counting.of(ring, "preferred", Solver).count()
        4
        """
        start = grounded(graph) if semantics in _FROM_GROUNDED else [UNDECIDED] * len(graph)
        return cls(graph, semantics, start, make=make, limit=limit)

    @no_garbage()
    def count(self) -> int:
        """The number of labellings."""
        with self._ended():
            return self._counted_in_parts()

    def _counted_in_parts(self) -> int:
        pruned = self.semantics not in ("semi-stable", *_WHOLE)
        nodes = self._structure.choosing if pruned else self._undecided
        return product_of([self._count(part) for part in self._parts(nodes)])

    def shares(self) -> list[Fraction]:
        """For each argument the share of the labellings that accept it; 0 for all if there are no labellings."""
        found = self.shares_if_any()
        return [Fraction(0)] * len(self.graph) if found is None else found

    @no_garbage()
    def shares_if_any(self) -> list[Fraction] | None:
        """The same; None if there are no labellings."""
        with self._ended():
            return self._shared_in_parts()

    def _shared_in_parts(self) -> list[Fraction] | None:
        none, whole = Fraction(0), Fraction(1)  # one of each does for all
        found = [whole if label == ACCEPTED else none for label in self.start]
        for part in self._parts(self._undecided):
            shares = self._shares(part)
            if shares is None:
                return None
            for argument, share in zip(part[0], shares, strict=True):
                found[argument] = share
        return found

    @contextmanager
    def _ended(self) -> Iterator[None]:
        """A block that raises `BeyondLimit` where argmap's own solver finds no end."""
        try:
            yield
        except GaveUp:
            from ..installed import how_to_add  # here, as it is rarely needed

            raise BeyondLimit(
                f"{self.semantics} labellings can't be counted here by argmap's own solver: "
                f"{self.limit:,} conflicts, and no end",
                hint=f"{how_to_add('sat')} brings solvers that are much quicker; "
                f"or raise it, if there is time: limit={10 * self.limit}",
            ) from None

    @property
    def _make(self) -> MakeSolver:
        """What makes the solver; argmap's own gives up."""
        return partial(Solver, self.limit) if self.make is Solver else self.make

    @cached_property
    def _structure(self) -> Structure:
        semantics = "stable" if self.semantics == "semi-stable" else self.semantics
        return structure_of(self.graph, self.start, semantics, self.foundations)

    @cached_property
    def _undecided(self) -> list[int]:
        return [argument for argument, label in enumerate(self.start) if label == UNDECIDED]

    def _parts(self, nodes: Sequence[int] | frozenset[int]) -> list[Part]:
        if self.semantics in _WHOLE:
            return [(list(nodes), [])]
        parts = weak_components(self.graph, sorted(nodes))
        where = {argument: at for at, part in enumerate(parts) for argument in part}
        blocks: list[list[tuple[int, ...]]] = [[] for _ in parts]
        for block in self._structure.blocks:
            blocks[where[block[0]]].append(block)
        return list(zip(parts, blocks, strict=True))

    def _count(self, part: Part) -> int:
        found = 0
        if self._by_factors:
            try:
                found = total(self._factors(part).factors, self.limit)
            except TooWide as wide:
                return len(self._listed(part, wide.width))
        if found or self.semantics in COUNTED:
            return found
        return len(self._listed(part))

    def _shares(self, part: Part) -> list[Fraction] | None:
        """The shares of the arguments of a part; None if it has no labelling."""
        if self._by_factors:
            try:
                shares = self._read_off(self._factors(part), part)
            except TooWide as wide:
                return _of_sets(self._listed(part, wide.width), len(part[0]))
            if shares is not None or self.semantics in COUNTED:
                return shares
        return _of_sets(self._listed(part), len(part[0]))

    @property
    def _by_factors(self) -> bool:
        return self.semantics in COUNTED or self.semantics == "semi-stable"

    def _factors(self, part: Part) -> Factors:
        members, blocks = part
        semantics = "stable" if self.semantics == "semi-stable" else self.semantics
        return factors_of(
            self.graph,
            members,
            semantics,
            self._structure,
            blocks,
            self.foundations,
            self._make,
            self.limit,
        )

    def _read_off(self, made: Factors, part: Part) -> list[Fraction] | None:
        by_variable = contributions(made.factors, self.limit)
        whole = sum(next(iter(by_variable.values())).values())
        if not whole:
            return None
        known: dict[tuple[int, tuple[int, ...]], Fraction] = {}
        for variable, values in made.accepted.values():
            if (variable, values) not in known:
                counts = by_variable[variable]
                accepted = sum([counts.get(value, 0) for value in values])
                known[variable, values] = Fraction(accepted, whole)
        return [known[made.accepted[argument]] for argument in part[0]]

    def _listed(self, part: Part, width: int | None = None) -> list[Sequence[int]]:
        """The labellings of a part, as the arguments that each accepts."""
        members, _ = part
        listed = list(islice(self._sets(members), self.limit + 1))
        if len(listed) > self.limit:
            wide = (
                f"a table of {width} variables at once would have more rows, and "
                if width is not None
                else ""
            )
            raise BeyondLimit(
                f"more than {self.limit:,} {self.semantics} labellings can't be counted here: "
                f"{wide}listing them ends there",
                hint=f"raise it, if there is time: limit={10 * self.limit}",
            )
        return listed

    def _sets(self, members: Sequence[int]) -> Iterator[Sequence[int]]:
        inner = self.graph.part(members)
        if self.semantics not in _FROM_GROUNDED:
            return iter(extensions_of(inner, self.semantics, self._make))
        circles = self.foundations and self.foundations.within(members, ())
        if self.semantics == "semi-stable":
            most = self.counted
            within = None if most is None else sum([each < most for each in members])
            found = semi_stable(inner, foundations=circles, counted=within, make=self._make)
        else:
            found = labellings(inner, self.semantics, foundations=circles, make=self._make)  # type: ignore[arg-type] # the three kinds left
        return ([a for a, label in enumerate(labels) if label == ACCEPTED] for labels in found)


def _of_sets(listed: Sequence[Sequence[int]], size: int) -> list[Fraction] | None:
    if not listed:
        return None
    counts = [0] * size
    for accepted in listed:
        for argument in accepted:
            counts[argument] += 1
    return [Fraction(count, len(listed)) for count in counts]


_AT_ONCE = 4_000
"""So many digits Python writes at once, however it is set."""


def digits(number: int) -> str:
    """A natural number in full; Python's own way refuses those of more than 4,300 digits.

    >>> digits(1_000)
    '1000'
    """
    pieces = []
    while number >= 10**_AT_ONCE:
        number, rest = divmod(number, 10**_AT_ONCE)
        pieces.append(f"{rest:0{_AT_ONCE}}")
    return "".join([str(number), *reversed(pieces)])
