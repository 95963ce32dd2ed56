"""Many random documents of Argdown are read, written and read again: what is lost is told, and what is whole is written alike.

python -m pytest tests/nightly/test_argdown_documents.py --examples 60000
"""

from __future__ import annotations

import random
import runpy
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.errors import Loss
from argmap.formats import formats
from argmap.formats.argdown.foreign import without_foreign
from argmap.invariants.differences import differences
from argmap.source import SourceText
from argmap.strategies import edited_maps, maps, pcs, trees

OTHERS = [each.name for each in formats() if each.read and each.write and each.name != "argdown"]
SEEDS = 20
MADE = {
    "maps": maps() | maps(hostile=True),
    "trees": trees() | trees(hostile=True),
    "structures": pcs(max_steps=4) | pcs(hostile=True),
    "edited maps": (edited_maps() | edited_maps(hostile=True)).map(lambda edited: edited.after),
}
"""Every way in which argmap's strategies make maps."""


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    """The names of the tool that writes random documents back."""
    path = Path(__file__).parents[1] / "tools" / "argdown" / "written_back.py"
    return runpy.run_path(str(path))


@pytest.mark.parametrize("seed", range(1, SEEDS + 1))
@pytest.mark.parametrize("name", ["grammatical", "wide"])
def test_documents_come_back(
    name: str,
    seed: int,
    tool: dict[str, Any],
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    """Something of a document would be gone without a word."""
    chance = random.Random(seed)
    read = 0
    for _ in range(max(1, request.config.getoption("--examples") // SEEDS)):
        text = tool["GENERATORS"][name](chance)
        told = tool["unreported"](text)
        read += told is not None
        assert not told, text
    record_property("documents read", read)


@pytest.mark.parametrize("name", MADE)
def test_maps_come_back(
    name: str,
    search: settings,
    tool: dict[str, Any],
    record_property: Callable[[str, object], None],
) -> None:
    """Something of a map would be gone without a word, or what its links tie together, or it would be written otherwise again."""
    seen = 0

    @search
    @given(MADE[name])
    def check(map: argmap.ArgumentMap) -> None:
        nonlocal seen
        assert not tool["unreported_of"](map)
        seen += 1

    check()
    record_property("maps come back", seen)


def test_maps_of_other_formats_come_back(search: settings, tool: dict[str, Any]) -> None:
    """What another format leaves of a map would be gone without a word behind Argdown."""

    @search
    @given(maps() | maps(hostile=True), st.sampled_from(OTHERS))
    def check(map: argmap.ArgumentMap, format: str) -> None:
        try:
            back = _through(map, format)[0]
        except argmap.ReadError:  # some formats refuse a map of nothing
            return
        assert not tool["unreported_of"](back)

    check()


def test_maps_of_other_formats_come_back_there(
    search: settings, record_property: Callable[[str, object], None]
) -> None:
    """What was in another format would be gone there behind Argdown, and neither writing would tell it."""
    seen: Counter[str] = Counter()

    @search
    @given(maps() | maps(hostile=True), st.sampled_from(OTHERS))
    def check(map: argmap.ArgumentMap, format: str) -> None:
        try:
            before = _through(map, format)[0]
        except argmap.ReadError:  # as above
            return
        between, lost = _through(before, "argdown")
        back, lost_there = _through(between, format)
        assert differences(without_foreign(before)[0], back, (*lost, *lost_there)) == []
        seen[format] += 1

    check()
    record_property("there and back", sum(seen.values()))
    record_property("formats", len(seen))


def _through(map: argmap.ArgumentMap, format: str) -> tuple[argmap.ArgumentMap, Sequence[Loss]]:
    """What comes back of a map that is written in a format, and what is told to be lost."""
    rendering = argmap.render(map, format)
    beside = tuple([(suffix, SourceText("", text)) for suffix, text in rendering.beside])
    source = SourceText("", rendering.text, beside=beside)
    return argmap.parse(source, format=format).map, rendering.losses
