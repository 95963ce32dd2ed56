"""All 66,067 frameworks of at most four arguments, under every semantics, listed and counted.

python -m pytest tests/nightly/test_frameworks.py
"""

from __future__ import annotations

from itertools import chain

import pytest

from argmap.semantics.counting import Counting
from argmap.semantics.extensions import EXTENSIONS, extensions_of
from argmap.semantics.factors import COUNTED
from argmap.semantics.graph import AttackGraph
from argmap.semantics.sat import Solver
from tests.semantics.reference import DEFINITIONS, all_frameworks
from tests.semantics.test_counting import shares_of

ALL = 66_067


@pytest.mark.parametrize("semantics", EXTENSIONS)
def test_every_framework(semantics: str) -> None:
    """A semantics would be wrong on a framework that can be drawn on a napkin."""
    definition = DEFINITIONS[semantics]
    seen = 0
    for framework in chain(*[all_frameworks(size) for size in range(5)]):
        seen += 1
        graph = AttackGraph.of(framework.size, framework.attacks)
        found = [sum(1 << a for a in each) for each in extensions_of(graph, semantics, Solver)]
        assert sorted(found) == sorted(definition(framework)), framework
    assert seen == ALL


@pytest.mark.parametrize("semantics", [*COUNTED, "semi-stable"])
def test_every_framework_counted(semantics: str) -> None:
    """A count or a share would be wrong where they aren't taken from a list."""
    for framework in chain(*[all_frameworks(size) for size in range(5)]):
        graph = AttackGraph.of(framework.size, framework.attacks)
        sets = [sum(1 << a for a in each) for each in extensions_of(graph, semantics, Solver)]
        counting = Counting.of(graph, semantics, Solver)
        assert counting.count() == len(sets), framework
        assert counting.shares() == shares_of(sets, framework.size), framework
