"""The checks of formats find formats that lose, change, waver and crash."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from attrs import evolve

import argmap
from argmap.formats import Format, Reading, Rendering
from argmap.invariants import check_reader, check_round_trip, check_writer_determinism
from argmap.registry import FORMATS

JSON: Format = FORMATS.get("json")


def debate() -> argmap.ArgumentMap:
    """A claim, and a reason with a weight."""
    draft = argmap.Draft("Co-ops")
    draft.support(draft.claim("Good.", id="good"), by=draft.claim("Near.", id="near", weight=0.0))
    return draft.map()


def writing(change: Callable[[argmap.ArgumentMap], argmap.ArgumentMap]) -> Format:
    """JSON of another map than the one it is given."""
    return evolve(JSON, write=lambda map: argmap.render(change(map), "json"))


def test_what_is_right_passes() -> None:
    """A check that nothing passes is no use."""
    map = debate()
    assert check_round_trip("json", map) == map
    assert check_round_trip("tgf", map) != map
    assert check_round_trip("brat", map).claims
    assert check_writer_determinism("svg", map).text.startswith("<svg")
    assert isinstance(check_reader(JSON, argmap.dumps(map)), Reading)
    assert isinstance(check_reader("json", "{"), argmap.ReadError)


def test_a_format_that_loses_in_silence_is_found() -> None:
    """The very thing the check is for."""
    wrong = writing(
        lambda map: evolve(map, claims=tuple([evolve(c, weight=None) for c in map.claims]))
    )
    with pytest.raises(AssertionError, match=r"changes the map:\nnothing is lost, and yet: claims"):
        check_round_trip(wrong, debate())
    lossy = argmap.Loss("claim-title", "good", "title", "no place for it")

    def half(map: argmap.ArgumentMap) -> Rendering:
        return Rendering(argmap.dumps(evolve(map, links=())), (lossy,))

    with pytest.raises(AssertionError, match="support 'support-1' is gone"):
        check_round_trip(evolve(JSON, write=half), debate())


def test_a_format_that_writes_what_it_read_otherwise_is_found() -> None:
    """A file would change at every save."""
    number = count()

    def wavering(map: argmap.ArgumentMap) -> Rendering:
        return Rendering(argmap.dumps(map) + "\n" * next(number))

    with pytest.raises(AssertionError, match="writes the map anew"):
        check_round_trip(evolve(JSON, write=wavering), debate())
    with pytest.raises(AssertionError, match="writes equal maps differently"):
        check_writer_determinism(evolve(JSON, write=wavering), debate())
    seen: list[argmap.ArgumentMap] = []

    def losing(map: argmap.ArgumentMap) -> Rendering:
        seen.append(map)
        late = (argmap.Loss("late", "", "something", "no place"),) if len(seen) > 1 else ()
        return Rendering(argmap.dumps(map), late)

    with pytest.raises(AssertionError, match="can't say what it read"):
        check_round_trip(evolve(JSON, write=losing), debate())


def test_a_reader_that_wavers_or_crashes_is_found() -> None:
    """A reader gives a map or a `ReadError`, and the same again."""
    maps = iter([debate(), argmap.ArgumentMap()])

    def wavering(source: Any, **options: Any) -> Reading:
        return Reading(next(maps))

    with pytest.raises(AssertionError, match="differently the second time"):
        check_reader(evolve(JSON, read=wavering), "{}")

    def crashing(source: Any, **options: Any) -> Reading:
        raise KeyError("nodes")

    with pytest.raises(KeyError):
        check_reader(evolve(JSON, read=crashing), "{}")


def test_what_has_no_reader_or_writer_is_refused() -> None:
    """One would test nothing, and not know it."""
    with pytest.raises(TypeError, match="isn't read"):
        check_round_trip("svg", debate())
    with pytest.raises(TypeError, match="isn't written"):
        check_round_trip("rationale", debate())
