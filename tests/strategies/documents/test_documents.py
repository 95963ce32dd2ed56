"""Documents that are drawn are read, those that are dirty are read or refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import argmap
from argmap.formats import formats
from argmap.invariants import check_reader
from argmap.registry import FORMATS
from argmap.strategies import (
    aif_documents,
    argdown_documents,
    documents,
    kialo_exports,
    maps,
    smallest,
)
from argmap.strategies.documents.aif import DIRT

QUICK = settings(max_examples=40, suppress_health_check=list(HealthCheck), database=None)
BOTH_WAYS = [format.name for format in formats() if format.read and format.write]


def _read(format: str, text: str) -> argmap.Reading:
    reading = check_reader(format, text)
    assert isinstance(reading, argmap.Reading), f"{reading}\n{text}"
    return reading


@pytest.mark.parametrize(
    ("format", "sound"),
    [("argdown", argdown_documents()), ("aif", aif_documents()), ("kialo", kialo_exports())],
)
def test_sound_documents_are_read_without_a_finding(format: str, sound: Any) -> None:
    """What is called sound would be dirty."""

    @QUICK
    @given(sound)
    def check(text: str) -> None:
        assert _read(format, text).findings == (), text

    check()


@pytest.mark.parametrize(
    ("format", "dirty"),
    [("argdown", argdown_documents(dirty=True)), ("kialo", kialo_exports(dirty=True))],
)
def test_dirty_documents_are_read_or_refused(format: str, dirty: Any) -> None:
    """A reader would end in something that is neither a map nor a `ReadError`."""

    @QUICK
    @given(dirty)
    def check(text: str) -> None:
        check_reader(format, text)

    check()


@QUICK
@given(aif_documents(dirty=True))
def test_dirty_analyses_are_read(text: str) -> None:
    """Analyses in public corpora are dirty, and would be refused."""
    _read("aif", text)


@pytest.mark.parametrize("number", range(len(DIRT)))
def test_every_fault_occurs(number: int) -> None:
    """A fault that is never made is never tested; each shows as a node or edge that sound analyses haven't."""
    code = {
        5: "dangling-edge",
        6: "duplicate-node",
        7: "unknown-type",
        10: "control-character",
    }.get(number, "")
    wanted = code or {3: "loose-edge", 8: "loose-edge", 9: ""}.get(number, "loose-scheme")

    def shows(text: str) -> bool:
        return wanted in [finding.code for finding in _read("aif", text).findings]

    if wanted:
        assert smallest(aif_documents(dirty=True), shows)


@pytest.mark.parametrize("format", BOTH_WAYS)
def test_documents_of_every_format(format: str) -> None:
    """A format would not read what it writes, or would trip over what is broken."""

    @settings(QUICK, max_examples=5)
    @given(documents(format), documents(format, dirty=True))
    def check(sound: str, dirty: str) -> None:
        _read(format, sound)
        check_reader(format, dirty)

    check()


def test_what_is_not_written_has_no_documents() -> None:
    """One would look for the fault in one's own test."""
    with pytest.raises(argmap.UnknownFormat, match="read, not written"):
        documents("rationale")
    svg = FORMATS.get("svg")
    assert smallest(documents(svg, min_claims=1)).startswith("<svg")


def test_references_and_transitions_occur() -> None:
    """Parts of a format that are never drawn are never tested."""
    for strategy, part in (
        (kialo_exports(), "-> See 1."),
        (kialo_exports(), "Discussion Title"),
        (kialo_exports(), "Sources:"),
        (aif_documents(), '"TA"'),
        (aif_documents(), '"MA"'),
        (argdown_documents(), "----"),
        (argdown_documents(), "title:"),
        (argdown_documents(), "  <_ "),
        (argdown_documents(), "#"),
    ):
        assert part in smallest(strategy, lambda text, part=part: part in text)  # type: ignore[misc]  # a default as closure
    assert smallest(maps())
