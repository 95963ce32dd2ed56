"""A program as a framework with helpers, in numbers: what the engine works on.

Two kinds of helpers are put between what holds and what needs it: ``fails(p)``, which an accepted ``p`` rejects and which
rejects what needs ``p``; and ``lacks(c)``, which the supports of ``c`` reject and which rejects ``c``. Without circles of support the
complete labellings are the program's models; with them `Foundations` tells which of them aren't.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define, field, frozen

from .foundations import Foundations, unfounded
from .graph import AttackGraph, components
from .grounded import UNDECIDED, Labelling
from .program import Program, Rule

__all__ = ["Argument", "Compiled", "compiled"]


@frozen
class Argument:
    """Where an argument of the framework comes from.

    ``role`` is ``atom`` for the claim, link or side called ``name`` itself, ``fails`` for "``name`` fails", ``lacks`` for "nothing
    supports ``name``".
    """

    role: str
    name: str

    def __str__(self) -> str:
        return self.name if self.role == "atom" else f"{self.role}({self.name})"


@frozen(eq=False)
class Compiled:
    """A program's framework: its graph, what each argument is, the number of each atom, the circles of support."""

    graph: AttackGraph
    arguments: tuple[Argument, ...]
    number: Mapping[str, int]
    foundations: Foundations | None
    circles: tuple[Foundations, ...]

    def grounded(self) -> list[int]:
        """The labels of the well-founded model (Van Gelder, Ross and Schlipf 1991, JACM 38, p. 620).

        What only holds itself up is rejected, circle by circle, until no circle has anything unfounded.
        """
        labelling = Labelling(self.graph)
        labelling.spread()
        changed = bool(self.circles)
        while changed:
            changed = False
            for circle in self.circles:
                loop = unfounded(self.graph, circle, labelling.labels, UNDECIDED)
                if loop:
                    changed = True
                    labelling.reject(loop)
        return labelling.labels


@define
class _Builder:
    """The framework as far as it is built."""

    number: dict[str, int]
    arguments: list[Argument]
    attacks: list[tuple[int, int]] = field(factory=list)
    fails: dict[str, int] = field(factory=dict)
    lacks: dict[int, int] = field(factory=dict)
    needs: dict[int, list[int]] = field(factory=dict)

    def helper(self, role: str, name: str) -> int:
        """The number of a new helper."""
        self.arguments.append(Argument(role, name))
        return len(self.arguments) - 1

    def failing(self, name: str) -> int:
        """The helper that says that ``name`` fails."""
        if name not in self.fails:
            self.fails[name] = self.helper("fails", name)
            self.attacks.append((self.number[name], self.fails[name]))
        return self.fails[name]

    def atom(self, name: str, rules: Sequence[Rule]) -> None:
        """Attack an atom by what denies it, and by what says that its rules' needs fail."""
        number = self.number[name]
        if not rules:
            self.attacks.append((self.helper("lacks", name), number))
            return
        common = [need for need in rules[0].needs if all([need in rule.needs for rule in rules])]
        self.attacks += [(self.number[each], number) for each in rules[0].unless]
        self.attacks += [(self.failing(need), number) for need in common]
        self.needs[number] = [self.number[need] for need in common]
        rests = [[need for need in rule.needs if need not in common] for rule in rules]
        if all(rests):
            helper = self.lacks[number] = self.helper("lacks", name)
            self.attacks.append((helper, number))
            self.attacks += [(self.number[need], helper) for rest in rests for need in rest]


def compiled(program: Program) -> Compiled:
    """The framework of a program whose rules for one atom differ in one need each, as a map's do."""
    rules: dict[str, list[Rule]] = {name: [] for name in program.atoms}
    for rule in program.rules:
        rules[rule.head].append(rule)
    arguments = [Argument("atom", name) for name in program.atoms]
    builder = _Builder({name: at for at, name in enumerate(program.atoms)}, arguments)
    for name, of_atom in rules.items():
        builder.atom(name, of_atom)
    graph = AttackGraph.of(len(arguments), builder.attacks)
    circles = _circles(builder, graph, len(program.atoms))
    return Compiled(graph, tuple(arguments), builder.number, _joined(circles), circles)


def _circles(builder: _Builder, graph: AttackGraph, atoms: int) -> tuple[Foundations, ...]:
    """The circles of support, each before those that depend on it."""
    nexts: list[list[int]] = [[] for _ in range(atoms)]
    for user, needed in builder.needs.items():
        for each in needed:
            nexts[each].append(user)
    for claim, helper in builder.lacks.items():
        for support in graph.attackers[helper]:
            nexts[support].append(claim)
    circles = [
        circle
        for circle in components(range(atoms), nexts, lambda each: True)
        if len(circle) > 1
    ]
    if len(circles) > 1:
        order = components(range(len(graph)), graph.attacked, lambda each: True)
        rank = {argument: at for at, part in enumerate(order) for argument in part}
        circles.sort(key=lambda circle: rank[circle[0]])
    return tuple([_circle(builder, circle) for circle in circles])


def _circle(builder: _Builder, members: Sequence[int]) -> Foundations:
    inside = set(members)
    lacks = {each: builder.lacks[each] for each in members if each in builder.lacks}
    premises = {
        each: [need for need in builder.needs[each] if need in inside]
        for each in members
        if each not in lacks
    }
    return Foundations(lacks, premises)


def _joined(circles: Sequence[Foundations]) -> Foundations | None:
    if not circles:
        return None
    lacks: dict[int, int] = {}
    premises: dict[int, Sequence[int]] = {}
    for circle in circles:
        lacks |= circle.lacks
        premises |= circle.premises
    return Foundations(lacks, premises)
