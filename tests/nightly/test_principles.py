"""The whole table of principles: all frameworks of at most four arguments, fourteen semantics, twenty principles."""

from __future__ import annotations

import pytest

from tests.semantics.principles import CODES, PRINCIPLES, counterexample, expected


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_the_table_is_that_of_the_oracle(principle: str) -> None:
    """A semantics would lack a principle that it is known to have, or fail first elsewhere."""
    found = {code: counterexample(principle, name, 4) for code, name in CODES.items()}
    assert found == expected()[principle]
