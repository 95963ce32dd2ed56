"""Reading and writing documents, with what is found and lost told once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from argmap import ArgumentMap, Format, Loss, Reading
from argmap.cli.document import load, opened, placed, tell_losses, to_write
from argmap.errors import Finding, UnknownFormat
from argmap.limits import Limits

LIMITS = Limits()
PLAIN = Format(name="plain", title="Plain text", suffixes=(".plain",))


def _finding(number: int, **changes: Any) -> Finding:
    return Finding("odd", f"number {number}", place=f"a.json:{number}:1", **changes)


def _reader(findings: tuple[Finding, ...]) -> Format:
    def read(source: object, *, strict: bool, limits: Limits) -> Reading:
        return Reading(ArgumentMap(), findings, "found")

    return Format(name="found", title="Found", suffixes=(".found",), read=read)


def test_findings_are_told_once_each_and_then_counted(
    here: Path, plug_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    """A corpus with thousands of findings would bury the message that matters."""
    plug_in("found", _reader(tuple([_finding(number % 13) for number in range(40)])))
    (here / "a.found").write_text("")
    assert load("a.found", format="found", limits=LIMITS).map == ArgumentMap()
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "argmap: warning: a.json:0:1: number 0 [odd]"
    assert lines[9:] == [
        "argmap: warning: a.json:9:1: number 9 [odd]",
        "argmap: ... and 3 more; argmap check lists all",
    ]


def test_opening_tells_nothing(
    here: Path, plug_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    """What ``check`` lists in its answer would stand on standard error as well."""
    plug_in("found", _reader((_finding(1),)))
    (here / "a.found").write_text("")
    assert opened("a.found", format="found", limits=LIMITS).findings == (_finding(1),)
    assert capsys.readouterr().err == ""


def test_a_finding_without_a_place_is_in_the_file() -> None:
    """A person who checks ten files would not know which one is meant."""
    assert placed(Finding("odd", "it is odd"), "a.json") == "a.json: it is odd [odd]"
    assert placed(Finding("odd", "it is odd"), "a\nb") == "a\\nb: it is odd [odd]"
    assert placed(_finding(3), "b.json") == "a.json:3:1: number 3 [odd]"


def test_what_a_format_cannot_say_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A part of the map would be lost in silence."""
    losses = tuple([Loss("no-weight", f"c{n}", "its weight", "no place for it") for n in range(12)])
    tell_losses((), PLAIN, everything=False)
    assert capsys.readouterr().err == ""
    tell_losses(losses[:1], PLAIN, everything=False)
    assert capsys.readouterr().err == (
        "argmap: warning: Plain text doesn't say 1 thing of the map:\n"
        "  c0: its weight: no place for it [no-weight]\n"
    )
    tell_losses(losses, PLAIN, everything=False)
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 12
    assert told[-1] == "  ... and 2 more; argmap convert --losses lists all"
    tell_losses(losses, PLAIN, everything=True)
    assert len(capsys.readouterr().err.splitlines()) == 13


def test_the_format_to_write() -> None:
    """A name given by hand would be overruled by a suffix, or standard output have no format."""
    assert to_write("a.json", None).name == "json"
    assert to_write("a.svg", "json").name == "json"
    assert to_write("-", "json").name == "json"
    assert to_write("-", None, standard="json").name == "json"
    with pytest.raises(click.UsageError, match="name the format with --to FORMAT"):
        to_write("-", None)
    with pytest.raises(UnknownFormat, match=r"no format has the suffix '\.nope'"):
        to_write("a.nope", None)
