"""Frameworks with supports, against the definitions of each meaning of a support."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

import pytest

from argmap import UnknownId, UnknownName
from argmap.semantics.bipolar_framework import ADMISSIBLE, SUPPORTS, BipolarFramework
from argmap.semantics.program import Program, Rule
from tests.semantics.reference import DEFINITIONS, Reference, models, of_semantics

Pairs = Sequence[tuple[str, str]]


def chance_frameworks(count: int, *, circles: bool = True) -> Iterator[BipolarFramework]:
    """Frameworks of up to five arguments; without circles of support if they aren't wanted."""
    chance = Random(8)
    for _ in range(count):
        names = "abcde"[: chance.randint(1, 5)]
        pairs = [*product(names, names)]
        attacks = [pair for pair in pairs if chance.random() < 0.2]
        supports = [
            (a, b) for a, b in pairs if chance.random() < 0.2 and (a < b or (circles and a != b))
        ]
        yield BipolarFramework([*names], attacks, supports)


def chains(framework: BipolarFramework) -> set[tuple[str, str]]:
    """Which argument leads to which by supports, itself too, by trying until nothing is new."""
    found = {(name, name) for name in framework.arguments}
    while True:
        more = {(a, c) for a, b in found for x, c in framework.supports if b == x} - found
        if not more:
            return found
        found |= more


def follow(framework: BipolarFramework, support: str) -> set[tuple[str, str]]:
    """The attacks that follow, word for word."""
    leads, attacks = chains(framework), {*framework.attacks}
    supported = {(a, c) for a, b in leads for x, c in attacks if x == b}
    secondary = {(a, c) for a, b in attacks for x, c in leads if x == b}
    if support == "general":
        return supported | secondary
    if support == "deductive":
        return supported | {(a, c) for a, b in supported for c, x in leads if x == b}
    return secondary | {(c, e) for a, c in leads for x, e in secondary if x == a}


def as_numbers(framework: BipolarFramework, pairs: set[tuple[str, str]]) -> Reference:
    """The attacks by number."""
    number = framework.arguments.index
    return Reference(len(framework.arguments), [(number(a), number(b)) for a, b in pairs])


def as_masks(framework: BipolarFramework, found: Iterator[tuple[str, ...]]) -> list[int]:
    """Sets as bits."""
    return sorted(sum(1 << framework.arguments.index(a) for a in each) for each in found)


@pytest.mark.parametrize("support", ["general", "deductive", "necessary"])
def test_attacks_that_follow(support: str) -> None:
    """A chain of supports would make an attack that the definition doesn't, or miss one."""
    for framework in chance_frameworks(120):
        assert {*framework.framework(support).attacks} == follow(framework, support), framework


def test_admissible_sets_of_general_supports() -> None:
    """A set would be safe, or closed, that isn't."""
    for framework in chance_frameworks(60):
        leads = chains(framework)
        reference = as_numbers(framework, follow(framework, "general"))
        for semantics in ADMISSIBLE:
            sets = []
            for mask in DEFINITIONS["admissible"](reference):
                members = [a for at, a in enumerate(framework.arguments) if mask >> at & 1]
                attacked = reference.hit(mask)
                held = [
                    at
                    for at, b in enumerate(framework.arguments)
                    if any(
                        (a, x) in leads for a in members for x, y in framework.supports if y == b
                    )
                ]
                closed = all(b in members for a, b in framework.supports if a in members)
                safe = not any(attacked >> at & 1 for at in held)
                if {"d": True, "s": safe, "c": closed}[semantics[0]]:
                    sets.append(mask)
            if semantics.endswith("preferred"):
                sets = [s for s in sets if not any(s != t and not s & ~t for t in sets)]
            assert as_masks(framework, framework.extensions(semantics)) == sorted(sets), framework


@pytest.mark.parametrize("support", ["necessary", "evidential"])
def test_arguments_that_need_others(support: str) -> None:
    """An argument would stand without what it needs, or by way of itself."""
    for framework in chance_frameworks(60):
        rules = []
        for name in framework.arguments:
            unless = tuple([a for a, b in framework.attacks if b == name])
            supporters = tuple([a for a, b in framework.supports if b == name])
            bodies = [supporters] if support == "necessary" else [(a,) for a in supporters]
            rules += [Rule(name, body, unless) for body in bodies or [()]]
        labellings = models(Program(framework.arguments, tuple(rules)))
        for semantics in ("complete", "preferred", "stable", "grounded"):
            expected = [
                sum(1 << at for at, label in enumerate(each) if label == 1)
                for each in of_semantics(labellings, semantics)
            ]
            found = framework.extensions(semantics, support=support)
            assert as_masks(framework, found) == sorted(expected), framework


def test_needs_as_attacks() -> None:
    """The attacks that follow from needs would say something else than the needs, where none goes round."""
    for framework in chance_frameworks(60, circles=False):
        for semantics in ("grounded", "complete", "preferred", "stable"):
            attacks = framework.framework("necessary").extensions(semantics)
            needs = framework.extensions(semantics, support="necessary")
            assert as_masks(framework, attacks) == as_masks(framework, needs), framework


def test_extensions_of_attacks() -> None:
    """A meaning of supports would be asked for, and another answered."""
    framework = BipolarFramework(
        ["a", "b", "c", "d"], [("b", "c"), ("c", "d")], [("a", "b"), ("d", "c")]
    )
    for support in ("general", "deductive"):
        reference = as_numbers(framework, follow(framework, support))
        found = framework.extensions("stable", support=support)
        assert as_masks(framework, found) == sorted(DEFINITIONS["stable"](reference))
    assert len(list(framework.extensions("admissible", limit=2))) == 2
    assert repr(framework) == "<BipolarFramework: 4 arguments, 2 attacks, 2 supports>"


def test_what_there_is_not() -> None:
    """A misspelt name would be answered as another, or with a traceback."""
    framework = BipolarFramework(["a", "b"], [("a", "b")])
    with pytest.raises(UnknownId, match="no argument has the id 'c'"):
        BipolarFramework(["a", "b"], supports=[("a", "c")])
    with pytest.raises(ValueError, match="two arguments are called 'a'"):
        BipolarFramework(["a", "a"])
    with pytest.raises(UnknownName, match="did you mean 'deductive'"):
        framework.extensions(support="deductiv")
    with pytest.raises(
        UnknownName, match="no meaning of supports as attacks is named 'evidential'"
    ):
        framework.framework("evidential")
    with pytest.raises(UnknownName, match="no meaning of supports in a map is named 'general'"):
        framework.map("general")
    with pytest.raises(UnknownName, match="semantics of deductive supports"):
        framework.extensions("s-admissible", support="deductive")
    with pytest.raises(UnknownName, match="did you mean 'preferred'"):
        list(framework.extensions("prefered"))
    for support in SUPPORTS:
        assert list(framework.extensions(support=support)) == [("a",)]
