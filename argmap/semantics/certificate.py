"""Certificates: evidence for a verdict that a short check accepts without any solver.

A certificate shows that there is a labelling of the map's program in which the claim has the label. Of the one grounded labelling
that is the whole verdict; of other semantics it is what credulous acceptance, and doubt, rest on. That *every* preferred labelling
accepts a claim has no short evidence, unless the grounded one does (the question is complete for the second level of the
polynomial hierarchy: Dunne and Bench-Capon 2002, Artificial Intelligence 141, p. 187).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from ..model.data import Data
from ..model.map import ArgumentMap
from .meaning import meaning
from .options import Options
from .program import Program, Rule

__all__ = ["Certificate", "check_certificate", "derivation", "founded_order"]

_VALUES = {"rejected": 0, "undecided": 1, "accepted": 2}


def _labels(value: Mapping[str, str]) -> Mapping[str, str]:
    return Data(value)


@frozen
class Certificate:
    """A labelling that shows a verdict.

    ``labels`` are by the atoms of the map's program; an atom that isn't among them is undecided. If ``derived``, every group in
    ``order`` is decided by the groups before it, so that it is so in every labelling; a group of several holds only itself up. If
    not, ``order`` has the atoms that aren't rejected, each behind what it rests on. ``options`` are those of the evaluation.
    """

    claim: str
    label: str
    labels: Mapping[str, str] = field(converter=_labels)
    order: tuple[tuple[str, ...], ...]
    derived: bool
    options: Options = field(factory=Options)


def check_certificate(map: ArgumentMap, certificate: Certificate) -> bool:
    """Whether a certificate shows what it says of a map, in time linear in the map.

    It knows the program and nothing of how the verdict was found.
    """
    rules = rules_by_head(meaning(map, certificate.options))
    labels, order = certificate.labels, certificate.order
    if certificate.claim not in rules or not {*labels} <= {*rules}:
        return False
    if labels.get(certificate.claim, "undecided") != certificate.label:
        return False
    if certificate.derived:
        return certificate.claim in labels and _is_derived(rules, labels, order)
    return _is_model(rules, labels) and _is_founded(rules, labels, order)


def _is_derived(
    rules: Mapping[str, Sequence[Rule]], labels: Mapping[str, str], order: Sequence[Sequence[str]]
) -> bool:
    """Whether each group follows from those before it, and nothing is labelled that isn't in one."""
    known: dict[str, int] = {}
    for group in order:
        for atom in group:
            alone = {**known, **dict.fromkeys(group, 0)} if labels[atom] == "rejected" else known
            best = max([_worth(rule, alone) for rule in rules[atom]], default=0)
            worst = max([_worth(rule, alone, least=True) for rule in rules[atom]], default=0)
            if not (labels[atom] == "accepted" and worst == 2) and not (
                labels[atom] == "rejected" and not best
            ):
                return False
        known |= {atom: _VALUES[labels[atom]] for atom in group}
    return known.keys() == labels.keys()


def _is_model(rules: Mapping[str, Sequence[Rule]], labels: Mapping[str, str]) -> bool:
    """Whether each atom is worth as much as the best of its rules."""
    values = {atom: _VALUES[labels.get(atom, "undecided")] for atom in rules}
    return all(
        value == max([_worth(rule, values) for rule in rules[atom]], default=0)
        for atom, value in values.items()
    )


def _is_founded(
    rules: Mapping[str, Sequence[Rule]], labels: Mapping[str, str], order: Sequence[Sequence[str]]
) -> bool:
    """Whether everything that isn't rejected has a rule whose needs come before it."""
    values = {atom: _VALUES[labels.get(atom, "undecided")] for atom in rules}
    before: dict[str, None] = {}
    for (atom,) in order:
        if not any(
            _worth(rule, values) >= values[atom] and all(need in before for need in rule.needs)
            for rule in rules.get(atom, ())
        ):
            return False
        before[atom] = None
    return all(atom in before for atom, value in values.items() if value)


def _worth(rule: Rule, values: Mapping[str, int], *, least: bool = False) -> int:
    """What a rule's body is worth; what isn't known counts as its best for the body, or as its ``least``."""
    needs, unless = (0, 2) if least else (2, 0)
    return min(
        [2]
        + [values.get(need, needs) for need in rule.needs]
        + [2 - values.get(each, unless) for each in rule.unless]
    )


def rules_by_head(program: Program) -> dict[str, list[Rule]]:
    """The rules of each atom."""
    rules: dict[str, list[Rule]] = {atom: [] for atom in program.atoms}
    for rule in program.rules:
        rules[rule.head].append(rule)
    return rules


def derivation(
    rules: Mapping[str, Sequence[Rule]], history: Sequence[Sequence[str]], labels: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """Of a history of groups decided one after the other, those that the last one rests on, in order."""
    rank = {atom: at for at, group in enumerate(history) for atom in group}
    needed = {len(history) - 1}
    for at in range(len(history) - 1, -1, -1):
        if at in needed:
            for atom in history[at]:
                needed |= {rank[each] for each in grounds(rules[atom], labels, rank, at)}
    return (tuple(history[at]) for at in sorted(needed))


def grounds(
    rules: Sequence[Rule], labels: Mapping[str, str], rank: Mapping[str, int], at: int
) -> Iterator[str]:
    """The earliest that decides an atom at a place of the history: one rule's body, or what fails each rule."""
    bodies = [[*rule.needs, *rule.unless] for rule in rules]
    for rule, body in zip(rules, bodies, strict=True):
        holds = [labels.get(each) == "accepted" for each in rule.needs]
        holds += [labels.get(each) == "rejected" for each in rule.unless]
        if all(holds) and all(rank.get(each, at) < at for each in body):
            yield from body
            return
    for rule in rules:
        failing = [need for need in rule.needs if labels.get(need) == "rejected"]
        failing += [each for each in rule.unless if labels.get(each) == "accepted"]
        yield min(failing, key=lambda each: rank.get(each, at + 1))


def founded_order(
    rules: Mapping[str, Sequence[Rule]], labels: Mapping[str, str]
) -> Iterable[tuple[str]]:
    """The atoms that aren't rejected, each behind what one of its rules needs, the accepted ones first."""
    values = {atom: _VALUES[labels.get(atom, "undecided")] for atom in rules}
    placed: dict[str, None] = {}
    for level in (2, 1):
        users: dict[str, list[tuple[str, int]]] = {}
        waiting: dict[tuple[str, int], int] = {}
        todo: list[str] = []
        for atom, of_atom in rules.items():
            if values[atom] != level:
                continue
            for at, rule in enumerate(of_atom):
                if _worth(rule, values) >= level:
                    needs = [need for need in dict.fromkeys(rule.needs) if need not in placed]
                    waiting[atom, at] = len(needs)
                    for need in needs:
                        users.setdefault(need, []).append((atom, at))
                    if not needs:
                        todo.append(atom)
        for atom in todo:
            if atom not in placed:
                placed[atom] = None
                for user in users.get(atom, ()):
                    waiting[user] -= 1
                    if not waiting[user]:
                        todo.append(user[0])
    return [(atom,) for atom in placed]
