"""What reaches a terminal, and that nothing can make that fail."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path

import pytest

from argmap.cli.report import complain, few, message, note, plural, result
from argmap.errors import GraphvizError, ReadError, TooLarge, WriteError
from argmap.source import SourceText


def test_no_text_moves_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    """A hostile document could wipe the screen or turn a line around."""
    result("a\x1b[2Jb\nc\u202ed\rx")
    note("\x07bell")
    complain("first\n  second\x9b")
    seen = capsys.readouterr()
    assert seen.out == "a\\x1b[2Jb\nc\\u202ed\\rx\n"
    assert seen.err == "argmap: \\x07bell\nargmap: error: first\n  second\\x9b\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_an_error_for_an_answer_and_none_for_a_note(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An answer would be lost in silence, or a note that nobody can read would stop the work."""
    with Path("/dev/full").open("wb", buffering=0) as full:
        monkeypatch.setattr(sys, "stdout", TextIOWrapper(full, write_through=True))
        monkeypatch.setattr(sys, "stderr", TextIOWrapper(full, write_through=True))
        with pytest.raises(WriteError, match="<stdout>: can't be written: No space left"):
            result("answer")
        note("beside it")


def test_a_closed_standard_output_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer would go nowhere, and the exit code say that all is well."""
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(WriteError, match="standard output is closed"):
        result("answer")


def test_a_broken_pipe_passes_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """``| head`` would look like a failure to write."""

    class Broken:
        encoding = "utf-8"
        errors = "strict"

        def write(self, text: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None:
            """Nothing is held back."""

    monkeypatch.setattr(sys, "stdout", Broken())
    with pytest.raises(BrokenPipeError):
        result("answer")


def test_few_tells_each_line_once_and_counts_the_rest() -> None:
    """A corpus with thousands of findings would bury what matters."""
    lines = [f"line {number % 12}" for number in range(40)]
    assert few(lines)[-2:] == ["line 9", "... and 2 more"]
    assert few(lines, more="; see all")[-1] == "... and 2 more; see all"
    assert len(few(lines, everything=True)) == 12
    assert few(["one", "one"]) == ["one"]


def test_plural() -> None:
    """A summary would say "1 claims"."""
    assert (plural(1, "claim"), plural(0, "claim")) == ("1 claim", "0 claims")
    assert plural(2_000, "link") == "2,000 links"


def test_the_name_of_a_file_stays_on_one_line() -> None:
    """A file name with a line end could fake a second message."""
    error = ReadError("the file is empty", name="a\nargmap: fine")
    assert message(error) == "a\\nargmap: fine: the file is empty"


def test_a_place_in_a_text_is_told_as_it_is() -> None:
    """The excerpt below a message would lose its lines."""
    error = ReadError("odd", span=SourceText("a.json", "{").span(0), hint="look there")
    assert message(error) == "a.json:1:1: odd\n  1 | {\n    | ^\n  look there"


def test_the_next_step_is_an_option() -> None:
    """A person at a terminal would be told to write Python."""
    error = TooLarge("too big", hint="raise it if you trust it: Limits(file_bytes=...)")
    assert message(error).endswith("raise it if you trust it: --limit file_bytes=NUMBER")
    missing = GraphvizError('no program dot; take engine="layered"')
    assert message(missing) == "no program dot; take --engine layered"
