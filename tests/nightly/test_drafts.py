"""Many programs of edits: after every step, also a refused one, a draft is whole.

python -m pytest tests/nightly/test_drafts.py --examples 20000
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from argmap.strategies import MapMachine


def test_programs_of_edits(
    search: settings, record_property: Callable[[str, object], None]
) -> None:
    """A refused edit would leave half of itself behind."""
    runs = 0

    class Counted(MapMachine):
        """The machine, and how often it began."""

        def __init__(self, *words: Any) -> None:
            nonlocal runs
            runs += 1
            super().__init__(*words)

    run_state_machine_as_test(Counted, settings=settings(search, stateful_step_count=30))
    record_property("programs", runs)
