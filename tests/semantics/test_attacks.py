"""Grounded labels found from attacks in a row are those of the graph, and what is left is the graph's."""

from __future__ import annotations

from random import Random

from argmap import Framework
from argmap.semantics.attacks import Attacks
from argmap.semantics.graph import AttackGraph
from argmap.semantics.grounded import UNDECIDED, grounded
from tests.semantics.generate import reply_tree


def _frameworks() -> list[tuple[int, list[tuple[int, int]]]]:
    """Sparse and dense ones, with attacks that come twice and such of oneself; and trees of replies."""
    chance = Random(3)
    found = []
    for _ in range(300):
        size = chance.randint(1, 12)
        many = chance.randint(0, 3 * size)
        found.append(
            (size, [(chance.randrange(size), chance.randrange(size)) for _ in range(many)])
        )
    return [*found, *[(300, reply_tree(300, seed, 0.1)) for seed in range(5)]]


def _attacks(size: int, pairs: list[tuple[int, int]]) -> Attacks:
    return Attacks(size, [end for pair in pairs for end in pair])


def test_labels_are_those_of_the_graph() -> None:
    """An argument would be accepted that isn't."""
    for size, pairs in _frameworks():
        assert _attacks(size, pairs).grounded() == grounded(AttackGraph.of(size, pairs))


def test_what_is_undecided_is_a_part_of_the_graph() -> None:
    """What is counted would be another framework."""
    for size, pairs in _frameworks():
        graph = AttackGraph.of(size, pairs)
        labels = grounded(graph)
        members = [argument for argument, label in enumerate(labels) if label == UNDECIDED]
        whole, left = graph.part(members), _attacks(size, pairs).undecided(labels)
        assert [*map(list, left.attackers)] == [*map(list, whole.attackers)]
        assert [*map(list, left.attacked)] == [*map(list, whole.attacked)]


def test_a_framework_says_the_same_before_and_after_it_has_a_graph() -> None:
    """Its count, or its grounded extension, would hang on what was asked before."""
    for size, pairs in _frameworks():
        names = [str(each) for each in range(size)]
        made = [Framework(names, [(names[a], names[b]) for a, b in pairs]) for _ in range(2)]
        assert len(made[1].graph) == size
        assert made[0].extension() == made[1].extension()
        for semantics in ("complete", "preferred", "stable", "semi-stable"):
            assert made[0].count(semantics) == made[1].count(semantics)
            assert made[0].shares(semantics) == made[1].shares(semantics)
        assert "graph" not in vars(made[0])
