"""The table of principles, made anew from what argmap finds; that of four arguments is made at night."""

from __future__ import annotations

import pytest

from tests.semantics.principles import CODES, PRINCIPLES, counterexample, expected

UP_TO = 3


def test_the_table_is_the_whole_table() -> None:
    """A principle or a semantics would be left out, so that nobody sees that it differs."""
    table = expected()
    assert [*table] == [*PRINCIPLES]
    assert all([*row] == [*CODES] for row in table.values())


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_the_table_of_three_arguments(principle: str) -> None:
    """A semantics would lack a principle that it is known to have, or the other way round."""
    known = {
        code: example if example is not None and len(example.partition(":")[0]) <= UP_TO else None
        for code, example in expected()[principle].items()
    }
    found = {code: counterexample(principle, name, UP_TO) for code, name in CODES.items()}
    assert found == known
