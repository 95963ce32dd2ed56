"""Whether an argument can, or must, be accepted: by clauses on what bears on it alone, with a labelling that shows it."""

from __future__ import annotations

from collections.abc import Sequence

from .encoding import Encoding, MakeSolver
from .foundations import Foundations
from .graph import AttackGraph, weak_components
from .grounded import ACCEPTED, REJECTED, UNDECIDED, grounded
from .labellings import labellings
from .ranges import ranges, semi_stable
from .sat import Solver

__all__ = ["Questions"]

Labels = tuple[int, ...]


class Questions:
    """Questions about a framework, asked one by one, for complete, preferred, stable and semi-stable labellings.

    ``start`` are labels that hold in every complete labelling, ``foundations`` the circles of support; of semi-stable
    labellings the first ``counted`` arguments count.
    """

    def __init__(
        self,
        graph: AttackGraph,
        *,
        foundations: Foundations | None = None,
        start: Sequence[int] | None = None,
        counted: int | None = None,
        make: MakeSolver = Solver,
    ) -> None:
        self.graph = graph
        self.start: Labels = tuple(grounded(graph) if start is None else start)
        self._foundations = foundations
        self._counted = len(graph) if counted is None else counted
        self._make = make

    def one(self, semantics: str) -> Labels | None:
        """A labelling of the semantics, or None if there is none."""
        return self._first(semantics, self.start)

    def accepting(self, semantics: str, query: int) -> Labels | None:
        """A labelling of the semantics that accepts an argument, or None if there is none."""
        return self._with(semantics, query, ACCEPTED)

    def rejecting(self, semantics: str, query: int) -> Labels | None:
        """A labelling of the semantics that rejects an argument, or None if there is none."""
        return self._with(semantics, query, REJECTED)

    def not_accepting(self, semantics: str, query: int) -> Labels | None:
        """A labelling of the semantics that doesn't accept an argument, or None if there is none."""
        if self.start[query] == ACCEPTED:
            return None
        if semantics == "complete":
            return self.start
        return self.rejecting(semantics, query) or self.leaving_open(semantics, query)

    def leaving_open(self, semantics: str, query: int) -> Labels | None:
        """A labelling of the semantics that leaves an argument undecided, or None if there is none."""
        if self.start[query] or semantics == "stable":
            return None
        if semantics == "complete":
            return self.start
        if semantics == "semi-stable":
            return self._with(semantics, query, UNDECIDED)
        return self._preferred_open(query)

    def _first(self, semantics: str, start: Sequence[int]) -> Labels | None:
        """The first labelling of the semantics that agrees with ``start``."""
        if semantics == "semi-stable":
            found = semi_stable(
                self.graph,
                foundations=self._foundations,
                start=start,
                counted=self._counted,
                make=self._make,
            )
        else:
            found = labellings(
                self.graph,
                semantics,  # type: ignore[arg-type] # the other three are kinds
                foundations=self._foundations,
                start=start,
                make=self._make,
            )
        return next(found, None)

    def _with(self, semantics: str, query: int, label: int) -> Labels | None:
        """A labelling of the semantics in which an argument has a label, or None."""
        if self.start[query]:
            return self.one(semantics) if self.start[query] == label else None
        members = self._ties(query) if "stable" in semantics else self._cone(query)
        at = members.index(query)
        found = (
            self._least_open(members, at, label)
            if semantics == "semi-stable"
            else self._labelled(members, at, label, semantics)
        )
        return self._first(semantics, self._said(members, found)) if found else None

    def _labelled(
        self, members: Sequence[int], at: int, label: int, semantics: str
    ) -> Sequence[int] | None:
        """Labels of some arguments that give one of them a label."""
        encoding = self._encoding(members, stable=semantics == "stable")
        return encoding.labels if encoding.solve([_literals(encoding, at, label)[0]]) else None

    def _least_open(self, members: Sequence[int], at: int, label: int) -> Sequence[int] | None:
        """Semi-stable labels of what hangs together that give one argument a label."""
        encoding = self._encoding(members, complete=True)
        matter = [index for index, each in enumerate(members) if each < self._counted]
        for kept in ranges(encoding, matter):
            if encoding.solve([*kept, *_literals(encoding, at, label)]):
                return encoding.labels
        return None

    def _preferred_open(self, query: int) -> Labels | None:
        """A preferred labelling that leaves an argument undecided, or None.

        Sets that decide nothing of it are made as large as they get; one that can't be made larger by deciding it is part of such
        a labelling (Thimm, Cerutti and Vallati 2021, "Skeptical reasoning with preferred semantics").
        """
        members = self._cone(query)
        encoding = self._encoding(members)
        at = members.index(query)
        neither = _literals(encoding, at, UNDECIDED)
        while encoding.solve(neither):
            found = encoding.grow(neither)
            kept = [encoding.accepted[argument] for argument in found]
            labels = _of_set(encoding.graph, found)
            if not encoding.solve([encoding.accepted[at], *kept]) and not encoding.solve(
                [encoding.rejected[at], *kept]
            ):
                return self._first("preferred", self._said(members, labels))
            chosen = set(found)
            encoding.block([a for a in range(len(members)) if a not in chosen])
        return None

    def _said(self, members: Sequence[int], labels: Sequence[int]) -> list[int]:
        """The start, and what labels of some arguments add to it."""
        whole = list(self.start)
        for argument, label in zip(members, labels, strict=True):
            whole[argument] = label
        return whole

    def _encoding(
        self, members: Sequence[int], *, stable: bool = False, complete: bool = False
    ) -> Encoding:
        circles = self._foundations and self._foundations.within(members, ())
        return Encoding(
            self.graph.part(members),
            "stable" if stable else "complete" if complete or circles else "admissible",
            foundations=circles,
            make=self._make,
        )

    def _cone(self, query: int) -> list[int]:
        """The undecided arguments from which attacks lead to one, with it, in ascending order."""
        seen = {query}
        todo = [query]
        for each in todo:
            for attacker in self.graph.attackers[each]:
                if attacker not in seen and not self.start[attacker]:
                    seen.add(attacker)
                    todo.append(attacker)
        return sorted(todo)

    def _ties(self, query: int) -> list[int]:
        """The undecided arguments that hang together with one."""
        undecided = [argument for argument, label in enumerate(self.start) if not label]
        return next(part for part in weak_components(self.graph, undecided) if query in part)


def _literals(encoding: Encoding, argument: int, label: int) -> list[int]:
    """What must be assumed for an argument to have a label."""
    if label == ACCEPTED:
        return [encoding.accepted[argument]]
    if label == REJECTED:
        return [encoding.rejected[argument]]
    return [-encoding.accepted[argument], -encoding.rejected[argument]]


def _of_set(graph: AttackGraph, accepted: Sequence[int]) -> list[int]:
    """The labels that a set gives: its members are accepted, what it attacks is rejected."""
    labels = [UNDECIDED] * len(graph)
    for argument in accepted:
        labels[argument] = ACCEPTED
        for target in graph.attacked[argument]:
            labels[target] = REJECTED
    return labels
