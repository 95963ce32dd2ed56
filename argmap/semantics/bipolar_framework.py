"""Frameworks with supports beside attacks, under each meaning that the field gives a support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any

from attrs import Attribute, field, frozen

from ..errors import UnknownId, UnknownName
from ..model.claim import Claim
from ..model.link import Link, Rebuttal, Support
from ..model.map import ArgumentMap
from .encoding import Encoding
from .evaluation import evaluate
from .framework import Attack, Framework, names_of
from .solvers import solver_of

__all__ = ["ADMISSIBLE", "SUPPORTS", "BipolarFramework"]

SUPPORTS = ("general", "deductive", "necessary", "evidential")
"""What a support can mean; each is told at `BipolarFramework.framework` or `BipolarFramework.map`."""

ADMISSIBLE = (
    "d-admissible",
    "s-admissible",
    "c-admissible",
    "d-preferred",
    "s-preferred",
    "c-preferred",
)
"""The semantics of sets in Cayrol and Lagasquie-Schiex 2005, which have general supports."""


def _pairs(value: Iterable[Attack]) -> tuple[Attack, ...]:
    return tuple(dict.fromkeys([(source, target) for source, target in value]))


@frozen(slots=False, repr=False)
class BipolarFramework:
    """Arguments, who attacks whom and who supports whom (Cayrol and Lagasquie-Schiex 2005, ECSQARU, p. 378, definition 2).

    Raises as `Framework` does.

    >>> debate = BipolarFramework(list("abc"), attacks=[("b", "c")], supports=[("a", "b")])
    >>> debate.framework("deductive").attacks
    (('b', 'c'), ('a', 'c'))
    >>> list(debate.extensions("preferred", support="evidential"))
    [('a', 'b')]
    """

    arguments: tuple[str, ...] = field(converter=names_of)
    attacks: tuple[Attack, ...] = field(converter=_pairs, default=())
    supports: tuple[Attack, ...] = field(converter=_pairs, default=())

    @arguments.validator
    def _named(self, attribute: Attribute[Any], value: tuple[str, ...]) -> None:
        Framework(value)

    @attacks.validator
    @supports.validator
    def _known(self, attribute: Attribute[Any], value: tuple[Attack, ...]) -> None:
        known = dict.fromkeys(self.arguments)
        for pair in value:
            for name in pair:
                if name not in known:
                    raise UnknownId(name, self.arguments, noun="argument")

    def __repr__(self) -> str:
        counts = f"{len(self.arguments)} arguments, {len(self.attacks)} attacks"
        return f"<BipolarFramework: {counts}, {len(self.supports)} supports>"

    def framework(self, support: str = "deductive") -> Framework:
        """The framework of attacks alone: those that are there, and those that follow from chains of supports.

        Let ``a => b`` be a chain of supports from a to b, however long.

        - ``general``: *supported*, a attacks c if a => b and b attacks c; *secondary* (or indirect), a attacks c if a attacks b
          and b => c (Cayrol and Lagasquie-Schiex 2005, definition 3).
        - ``deductive``, a support says that if the one stands the other does: *supported*; *mediated*, a attacks c if a attacks b and
          c => b; and both at once, *super-mediated* (2013, International Journal of Approximate Reasoning 54, p. 876).
        - ``necessary``, it says that the other stands only if the one does: *secondary*; and *extended*, c attacks b if a => c and
          a attacks b, or what b leads to (Nouioua and Risch 2011, SUM, p. 163). What needs itself isn't seen as such: `map` sees it.

        Raises `UnknownName` for another meaning, of which ``evidential`` is one: no attacks among the arguments alone say it.

        The time is that of the attacks that there are in the end, as many as there are pairs at most.
        """
        if support not in _ENDS:
            raise UnknownName("meaning of supports as attacks", support, tuple(_ENDS))
        found = dict.fromkeys(self.attacks)
        before, behind, joined = _ENDS[support]
        for source, target in self.attacks:
            sources, targets = self._chain(source, before), self._chain(target, behind)
            if joined:
                found |= dict.fromkeys([(a, b) for a in sources for b in targets])
            else:
                found |= dict.fromkeys([(a, target) for a in sources])
                found |= dict.fromkeys([(source, b) for b in targets])
        return Framework(self.arguments, found)

    def map(self, support: str = "evidential") -> ArgumentMap:
        """The map that says the same, for the meanings by which an argument must have what supports it.

        - ``evidential``: an argument with supporters stands only if one of them does, and the others by themselves (Oren and Norman
          2008, COMMA, p. 276, where these are the arguments that the evidence supports).
        - ``necessary``: only if all of them do, and none by way of itself (Nouioua 2013, SUM, p. 235).

        Claims are called as the arguments, links ``support n`` and ``attack n``. Raises `UnknownName` for another meaning.
        """
        if support not in _NEEDING:
            raise UnknownName("meaning of supports in a map", support, _NEEDING)
        supporters: dict[str, list[str]] = {}
        for source, target in self.supports:
            supporters.setdefault(target, []).append(source)
        claims = [
            Claim(name, stance="questioned" if name in supporters else "asserted")
            for name in self.arguments
        ]
        reasons = [
            (tuple(together), target)
            for target, sources in supporters.items()
            for together in ([sources] if support == "necessary" else [[each] for each in sources])
        ]
        links: list[Link] = [
            Support(f"support {at}", premises, target)
            for at, (premises, target) in enumerate(reasons, 1)
        ]
        links += [
            Rebuttal(f"attack {at}", (source,), target)
            for at, (source, target) in enumerate(self.attacks, 1)
        ]
        return ArgumentMap(claims=tuple(claims), links=tuple(links))

    def extensions(
        self,
        semantics: str = "preferred",
        *,
        support: str = "general",
        limit: int | None = None,
        solver: str = "auto",
    ) -> Iterator[tuple[str, ...]]:
        """The sets of arguments that a semantics allows, lazily.

        With ``general`` and ``deductive`` supports those of `framework`, under all its semantics, and with ``general`` ones those of
        ``ADMISSIBLE``: *d* demands no more, *s* that nothing is both attacked and supported by a set, *c* that a set has what it
        supports (Cayrol and Lagasquie-Schiex 2005, definitions 5 to 8). With ``necessary`` and ``evidential`` ones those of `map`, under
        the semantics of maps. Raises `UnknownName`.
        """
        if support not in SUPPORTS:
            raise UnknownName("meaning of supports", support, SUPPORTS)
        if support in _NEEDING:
            found = self._of_map(semantics, support, solver)
        elif semantics in ADMISSIBLE:
            if support != "general":
                raise UnknownName(f"semantics of {support} supports", semantics, ())
            found = self._admissible(semantics[0], semantics.endswith("preferred"), solver)
        else:
            found = self.framework(support).extensions(semantics, solver=solver)
        return islice(found, limit)

    def _of_map(self, semantics: str, support: str, solver: str) -> Iterator[tuple[str, ...]]:
        evaluation = evaluate(self.map(support), semantics, solver=solver)
        for labels in evaluation.labellings():
            yield tuple([name for name in self.arguments if labels[name] == "accepted"])

    def _admissible(self, kind: str, most: bool, solver: str) -> Iterator[tuple[str, ...]]:
        """The admissible sets that a kind demands, the largest alone if ``most``."""
        graph = self.framework("general").graph
        encoding = Encoding(graph, "admissible", make=solver_of(solver))
        add, accepted = encoding.solver.add, encoding.accepted
        number = {name: at for at, name in enumerate(self.arguments)}
        if kind == "c":
            for source, target in self.supports:
                add([-accepted[number[source]], accepted[number[target]]])
        elif kind == "s":
            for name in self.arguments:
                for supported in self._chain(name, "behind", itself=False):
                    add([-accepted[number[name]], -encoding.rejected[number[supported]]])
        while encoding.solve():
            chosen = encoding.grow() if most else encoding.set()
            yield tuple([self.arguments[at] for at in chosen])
            if most:
                inside = set(chosen)
                encoding.block([at for at in range(len(graph)) if at not in inside])
            else:
                encoding.block_exactly(chosen)

    @cached_property
    def _nexts(self) -> Mapping[str, Mapping[str, list[str]]]:
        """Whom each supports, and who supports each."""
        behind: dict[str, list[str]] = {}
        before: dict[str, list[str]] = {}
        for source, target in self.supports:
            behind.setdefault(source, []).append(target)
            before.setdefault(target, []).append(source)
        return {"behind": behind, "before": before}

    def _chain(self, name: str, way: str, *, itself: bool = True) -> dict[str, None]:
        """The arguments at the other end of chains of supports that lead to an argument or from it, with it if ``itself``."""
        nexts = self._nexts[way]
        found = {name: None} if itself else dict.fromkeys(nexts.get(name, ()))
        todo = list(found)
        for each in todo:
            for other in nexts.get(each, ()):
                if other not in found:
                    found[other] = None
                    todo.append(other)
        return found


_NEEDING = ("necessary", "evidential")
_ENDS: dict[str, tuple[str, str, bool]] = {
    "general": ("before", "behind", False),
    "deductive": ("before", "before", True),
    "necessary": ("behind", "behind", True),
}
"""Which chains make further attackers of an attack, which further targets, and whether both at once."""
