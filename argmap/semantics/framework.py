"""Abstract argumentation frameworks: arguments that are only names, and attacks among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import chain, islice
from typing import Any

from attrs import Attribute, field, frozen

from ..errors import UnknownId, UnknownName
from ..pause import no_garbage
from .attacks import Attacks
from .counting import LIMIT, Counting
from .decisions import Questions
from .encoding import MakeSolver
from .extensions import EXTENSIONS, accepted, extensions_of
from .graph import AttackGraph
from .grounded import ACCEPTED, UNDECIDED, grounded
from .possible import IN, OPEN, OUT
from .possible_for import possible_for
from .solvers import solver_of

__all__ = ["Attack", "Framework", "Status", "names_of"]

Attack = tuple[str, str]


def names_of(value: Iterable[str]) -> tuple[str, ...]:
    """Names in a row; a lone one may stand for itself."""
    return (value,) if isinstance(value, str) else tuple(value)


def _pairs(value: Iterable[Attack]) -> tuple[Attack, ...]:
    pairs: list[Any] = []
    lengths: set[int] = set()
    left = iter(value)
    with no_garbage():
        while part := [*map(tuple, islice(left, _PART))]:  # what is a tuple already stays as it is
            pairs += part
            lengths.update(map(len, part))  # now, for they are still in near memory
    if lengths <= {2}:
        return tuple(pairs)
    return tuple([(source, target) for source, target in pairs])


_PART = 1_024
"""So many names or pairs are gone through again at once, while they are in the processor's near memory."""


@frozen
class Status:
    """What a semantics says of one argument: in how many of its extensions it is."""

    credulous: bool
    """In some extension."""
    skeptical: bool
    """In every extension, also where there is none."""


@frozen(slots=False, repr=False)
class Framework:
    """Arguments, and who attacks whom (Dung 1995, Artificial Intelligence 77, p. 326, definition 2).

    ``arguments`` are names, each once; ``attacks`` are pairs of an attacker and its target. Raises ValueError for a name that
    comes twice, `UnknownId` for an attack that names none of them.

    >>> nixon = Framework(["quaker", "republican"], [("quaker", "republican"), ("republican", "quaker")])
    >>> list(nixon.extensions("preferred"))
    [('quaker',), ('republican',)]
    >>> nixon.extension("grounded")
    ()
    """

    arguments: tuple[str, ...] = field(converter=names_of)
    attacks: tuple[Attack, ...] = field(converter=_pairs, default=())

    @arguments.validator
    def _once(self, attribute: Attribute[Any], value: tuple[str, ...]) -> None:
        if len(self._number) == len(value):
            return
        for name in value:
            if not isinstance(name, str):
                raise TypeError(f"an argument is a name, not {name!r}")
        twice = [name for name, count in Counter(value).items() if count > 1]
        raise ValueError(f"two arguments are called {twice[0]!r}")

    @attacks.validator
    def _known(self, attribute: Attribute[Any], value: tuple[Attack, ...]) -> None:
        try:
            _ = self._attacks
        except KeyError as unknown:
            self._number_of(unknown.args[0])

    def __repr__(self) -> str:
        return f"<Framework: {len(self.arguments)} arguments, {len(self.attacks)} attacks>"

    @cached_property
    def graph(self) -> AttackGraph:
        """The attacks by number."""
        made = AttackGraph.of(len(self.arguments), self._attacks.pairs(), self._number.values())
        del self.__dict__["_attacks"]  # the graph says it all
        return made

    def extensions(
        self, semantics: str = "preferred", *, limit: int | None = None, solver: str = "auto"
    ) -> Iterator[tuple[str, ...]]:
        """The sets of arguments that a semantics allows, lazily and in an order that is always the same.

        Raises `UnknownName` for a semantics that there isn't.
        """
        make = _made(semantics, solver)
        names = self.arguments
        sets = (
            iter([accepted(self._grounded)])
            if semantics == "grounded"
            else extensions_of(self.graph, semantics, make)
        )
        for found in islice(sets, limit):
            yield tuple([names[argument] for argument in found])

    def extension(
        self, semantics: str = "grounded", *, solver: str = "auto"
    ) -> tuple[str, ...] | None:
        """One extension, or None where there is none."""
        return next(self.extensions(semantics, solver=solver), None)

    def labellings(
        self, semantics: str = "complete", *, limit: int | None = None, solver: str = "auto"
    ) -> Iterator[Mapping[str, str]]:
        """The extensions as labels: members are accepted, what they attack is rejected, the rest is undecided."""
        for members in self.extensions(semantics, limit=limit, solver=solver):
            labels = dict.fromkeys(self.arguments, "undecided")
            for member in members:
                for target in self.graph.attacked[self._number[member]]:
                    labels[self.arguments[target]] = "rejected"
            yield labels | dict.fromkeys(members, "accepted")

    def credulous(
        self, argument: str, semantics: str = "preferred", *, solver: str = "auto"
    ) -> bool:
        """Whether an argument is in some extension."""
        return self.extension_with(argument, semantics, solver=solver) is not None

    def skeptical(
        self, argument: str, semantics: str = "preferred", *, solver: str = "auto"
    ) -> bool:
        """Whether an argument is in every extension."""
        return self.extension_without(argument, semantics, solver=solver) is None

    def extension_with(
        self, argument: str, semantics: str = "preferred", *, solver: str = "auto"
    ) -> tuple[str, ...] | None:
        """An extension that has an argument, or None."""
        at, make = self._number_of(argument), _made(semantics, solver)
        if semantics in _ASKED:
            return self._accepted(Questions(self.graph, make=make).accepting(semantics, at))
        return next(
            (each for each in self.extensions(semantics, solver=solver) if argument in each), None
        )

    def extension_without(
        self, argument: str, semantics: str = "preferred", *, solver: str = "auto"
    ) -> tuple[str, ...] | None:
        """An extension that lacks an argument, or None."""
        at, make = self._number_of(argument), _made(semantics, solver)
        if semantics in _ASKED:
            return self._accepted(Questions(self.graph, make=make).not_accepting(semantics, at))
        return next(
            (each for each in self.extensions(semantics, solver=solver) if argument not in each),
            None,
        )

    def statuses(
        self, semantics: str = "preferred", *, solver: str = "auto"
    ) -> Mapping[str, Status]:
        """The status of every argument, all at once."""
        make = _made(semantics, solver)
        if semantics in _ASKED:
            possible = self._possible(semantics, make)
            return {
                name: Status(bool(labels & IN), not labels & (OUT | OPEN))
                for name, labels in zip(self.arguments, possible, strict=True)
            }
        some: dict[str, None] = {}
        every = dict.fromkeys(self.arguments)
        for members in self.extensions(semantics, solver=solver):
            some |= dict.fromkeys(members)
            inside = set(members)
            every = {name: None for name in every if name in inside}
        return {name: Status(name in some, name in every) for name in self.arguments}

    def count(
        self, semantics: str = "preferred", *, limit: int = LIMIT, solver: str = "auto"
    ) -> int:
        """How many extensions there are, exactly, without listing them where arguments hang together loosely.

        Raises `BeyondLimit` where a table of the computation would have more than ``limit`` rows, and more than ``limit`` extensions
        would have to be listed; and where argmap's own solver meets as many conflicts on the way, which takes minutes.
        """
        make = _made(semantics, solver)
        graph = self._undecided() if semantics in _ASKED else self.graph
        return Counting.of(graph, semantics, make, limit).count()

    def shares(
        self, semantics: str = "preferred", *, limit: int = LIMIT, solver: str = "auto"
    ) -> Mapping[str, Fraction]:
        """The share of the extensions that each argument is in, exactly; 0 for all if there is no extension.

        Raises `BeyondLimit` as `count` does.
        """
        make = _made(semantics, solver)
        undecided = self._undecided() if semantics in _ASKED else self.graph
        found = Counting.of(undecided, semantics, make, limit).shares_if_any()
        if found is None:
            return dict.fromkeys(self.arguments, Fraction(0))
        if undecided is not self.__dict__.get("graph"):
            shares, whole, none = iter(found), Fraction(1), Fraction(0)
            found = [
                next(shares) if label == UNDECIDED else whole if label == ACCEPTED else none
                for label in self._grounded
            ]
        return dict(zip(self.arguments, found, strict=True))

    def _possible(self, semantics: str, make: MakeSolver) -> Sequence[int]:
        return possible_for(
            self.graph,
            semantics,
            self._grounded,
            counted=len(self.arguments),
            foundations=None,
            make=make,
        )

    @cached_property
    def _attacks(self) -> Attacks:
        """The attacks by number, each name looked up once; gone when there is a graph."""
        ends = map(self._number.__getitem__, chain.from_iterable(self.attacks))
        return Attacks(len(self.arguments), list(ends))

    @cached_property
    def _grounded(self) -> Sequence[int]:
        """The labels of the grounded labelling."""
        with no_garbage():
            return grounded(self.graph) if "graph" in self.__dict__ else self._attacks.grounded()

    def _undecided(self) -> AttackGraph:
        """A graph of all that the grounded labelling leaves undecided, whether or not there is more in it."""
        if "graph" in self.__dict__:
            return self.graph
        return self._attacks.undecided(self._grounded)

    @cached_property
    def _number(self) -> Mapping[str, int]:
        """The number of each argument, as far as all are texts."""
        names = self.arguments
        number: dict[str, int] = {}
        for first in range(0, len(names), _PART):
            part = names[first : first + _PART]
            if {*map(type, part)} != {str} and not all(isinstance(name, str) for name in part):
                break
            number.update(zip(part, range(first, first + len(part)), strict=True))
        return number

    def _number_of(self, name: str) -> int:
        if name not in self._number:
            raise UnknownId(name, self.arguments, noun="argument")
        return self._number[name]

    def _accepted(self, labels: tuple[int, ...] | None) -> tuple[str, ...] | None:
        if labels is None:
            return None
        return tuple(
            [name for name, label in zip(self.arguments, labels, strict=True) if label == ACCEPTED]
        )


_ASKED = ("complete", "preferred", "stable", "semi-stable")
"""Semantics that begin from the grounded labels, and whose questions are put to a solver."""


def _made(semantics: str, solver: str) -> MakeSolver:
    if semantics not in EXTENSIONS:
        raise UnknownName("semantics", semantics, tuple(EXTENSIONS))
    return solver_of(solver)
