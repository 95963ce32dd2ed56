"""Single questions are answered as the list of all labellings answers them."""

from __future__ import annotations

from itertools import chain

import pytest

from argmap.semantics.decisions import Questions
from argmap.semantics.graph import AttackGraph
from argmap.semantics.grounded import grounded
from argmap.semantics.possible import IN, OPEN, OUT, possible_labels
from argmap.semantics.possible_stable import possible_stable_labels
from tests.semantics.reference import DEFINITIONS, Reference, all_frameworks, some_frameworks

FRAMEWORKS = [
    *chain(*[all_frameworks(size) for size in range(3)]),
    *some_frameworks(40, (3, 4, 5, 6), 5),
]
BITS = {1: IN, -1: OUT, 0: OPEN}
ASKED = ("complete", "preferred", "stable", "semi-stable")


def _labellings(framework: Reference, semantics: str) -> list[tuple[int, ...]]:
    return [framework.labels(each) for each in DEFINITIONS[semantics](framework)]


@pytest.mark.parametrize("semantics", ASKED)
def test_every_answer_is_shown_by_a_labelling_of_the_semantics(semantics: str) -> None:
    """A question would be answered wrongly, or with a labelling that shows something else."""
    for framework in FRAMEWORKS:
        ask = Questions(AttackGraph.of(framework.size, framework.attacks))
        expected = _labellings(framework, semantics)
        one = ask.one(semantics)
        assert one in expected if expected else one is None
        for argument in range(framework.size):
            for answer, labels in (
                (ask.accepting(semantics, argument), {1}),
                (ask.rejecting(semantics, argument), {-1}),
                (ask.leaving_open(semantics, argument), {0}),
                (ask.not_accepting(semantics, argument), {0, -1}),
            ):
                right = [each for each in expected if each[argument] in labels]
                assert answer in right if right else answer is None, (framework, argument)


@pytest.mark.parametrize("semantics", ["complete", "preferred"])
@pytest.mark.parametrize("most", [(0, 0, 0), (64, 729, 2_000), (0, 729, 1)])
def test_labels_of_all_arguments_at_once(
    semantics: str, most: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An argument would be said to be accepted everywhere that some labelling rejects, or the like."""
    for name, value in zip(("_LISTED", "_COMBINATIONS", "_SOLUTIONS"), most, strict=True):
        monkeypatch.setattr(f"argmap.semantics.possible.{name}", value)
    for framework in FRAMEWORKS:
        graph = AttackGraph.of(framework.size, framework.attacks)
        found = possible_labels(
            graph, "complete" if semantics == "complete" else "preferred", grounded(graph)
        )
        assert found == _seen(framework, semantics), framework


@pytest.mark.parametrize("semantics", ["stable", "semi-stable"])
def test_labels_of_all_arguments_in_stable_labellings(semantics: str) -> None:
    """An argument would be said to be stable that isn't."""
    for framework in FRAMEWORKS:
        graph = AttackGraph.of(framework.size, framework.attacks)
        counted = None if semantics == "stable" else framework.size
        found = possible_stable_labels(graph, grounded(graph), counted=counted)
        assert found == _seen(framework, semantics), framework


def _seen(framework: Reference, semantics: str) -> list[int]:
    found = [0] * framework.size
    for labels in _labellings(framework, semantics):
        for argument, label in enumerate(labels):
            found[argument] |= BITS[label]
    return found


def test_one_attacker_of_two_in_a_circle() -> None:
    """Two places that one attacker hits at once would be combined as if they were hit one by one."""
    attacks = [(0, 1), (1, 0), (0, 2), (0, 3), (2, 3), (3, 2)]
    framework = Reference(4, attacks)
    graph = AttackGraph.of(4, attacks)
    for most in (64, 0):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("argmap.semantics.possible._LISTED", most)
            found = possible_labels(graph, "preferred", grounded(graph))
        assert found == _seen(framework, "preferred")
