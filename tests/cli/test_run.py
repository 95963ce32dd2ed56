"""Every end of a run is a number, and every failure one message."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import traceback
import warnings
from collections.abc import Callable
from typing import Any

import click
import pytest

from argmap.cli import main
from argmap.cli import run as module
from argmap.errors import CannotOpen, HardSearchWarning, InvalidMap, PluginError, Problem


@pytest.fixture
def ending(monkeypatch: pytest.MonkeyPatch, run: Any) -> Callable[[BaseException], Any]:
    """Runs a program that raises what it is given."""

    def ended(error: BaseException) -> Any:
        def fails(arguments: object) -> int:
            raise error

        monkeypatch.setattr(module, "_run", fails)
        return run()

    return ended


def test_an_error_of_ours_is_one_message_and_its_exit_code(ending: Any) -> None:
    """A script could not tell a missing file from a broken map."""
    missing = ending(CannotOpen("the file isn't there", name="a.json", hint="did you mean b?"))
    assert missing.code == 7
    assert missing.err == "argmap: error: a.json: the file isn't there\n  did you mean b?\n"
    invalid = ending(InvalidMap([Problem("no-premise", "s has no premise", ("s",))]))
    assert invalid.code == 3
    assert invalid.err.startswith("argmap: error: the map breaks 1 invariant:\n  s has no premise")
    assert ending(PluginError("taken")).code == 13


def test_a_bug_is_called_one(ending: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours would look like one of the document, or show strangers a traceback."""
    monkeypatch.delenv("ARGMAP_DEBUG", raising=False)
    ended = ending(KeyError("a\nb\x1b"))
    assert ended.code == 70
    assert ended.err == (
        "argmap: error: this is a bug in argmap: KeyError: 'a\\nb\\x1b'\n"
        "  please report it; ARGMAP_DEBUG=1 shows the traceback\n"
    )
    assert ending(RuntimeError("two\nlines")).err.startswith(
        "argmap: error: this is a bug in argmap: RuntimeError: two\\nlines\n"
    )


@pytest.mark.parametrize(("debug", "shown"), [("1", True), ("0", False), ("", False)])
def test_the_traceback_is_shown_when_asked_for(
    ending: Any, monkeypatch: pytest.MonkeyPatch, debug: str, shown: bool
) -> None:
    """A developer could not find the place of a fault, or a user would see it unasked."""
    monkeypatch.setenv("ARGMAP_DEBUG", debug)
    ended = ending(KeyError("x"))
    assert ("Traceback (most recent call last)" in ended.err) is shown
    assert ended.code == 70


def test_ctrl_c_ends_with_130(ending: Any) -> None:
    """A shell loop would go on after its user has stopped it."""
    assert (ending(KeyboardInterrupt()).code, ending(KeyboardInterrupt()).err) == (130, "")
    abort = click.Abort()
    abort.__cause__ = KeyboardInterrupt()
    assert ending(abort).code == 130


def test_ctrl_c_before_the_program_runs_and_after(monkeypatch: pytest.MonkeyPatch) -> None:
    """An impatient second Ctrl-C, or a very early one, would show a traceback."""

    def stopped(arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "run", stopped)
    assert main(["--version"]) == 130


def test_an_end_of_file_that_nobody_caught_is_a_bug(ending: Any) -> None:
    """Click makes an Abort of it, as of Ctrl-C, and a fault of ours would go unseen."""
    abort = click.Abort()
    abort.__cause__ = EOFError("nothing more")
    assert ending(abort).code == 70
    assert "EOFError: nothing more" in ending(abort).err
    assert ending(click.Abort()).code == 70


def test_a_broken_pipe_is_no_failure(ending: Any) -> None:
    """``argmap ... | head`` would end with a message."""
    assert (ending(BrokenPipeError()).code, ending(BrokenPipeError()).err) == (0, "")


def test_help_that_a_full_disk_does_not_take_is_told(ending: Any) -> None:
    """The help text is written by click, whose error would be called a bug of ours."""
    ended = ending(OSError(28, "No space left on device"))
    assert ended.code == 8
    assert ended.err == "argmap: error: <stdout>: can't be written: No space left on device\n"
    assert ending(OSError(28, "No space left on device", "a.json")).code == 70


def test_a_usage_error_is_one_line(run: Any) -> None:
    """A word with a line end, which a script passes on from strangers, could fake a message."""
    assert "argument (b\\nargmap: fine)" in run("draw", "a.json", "b\nargmap: fine").err


def test_a_usage_error_without_a_command_points_at_the_program(ending: Any) -> None:
    """A message would name a command that there isn't."""
    ended = ending(click.UsageError("odd"))
    assert ended.code == 2
    assert ended.err == "argmap: error: odd\n  argmap --help says more\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_no_encoding_stops_a_message(run: Any, encoding: str) -> None:
    """A terminal that lacks a letter would end the program with a UnicodeEncodeError."""
    ended = run("check", "日本.json", encoding=encoding)
    assert ended.code == 7
    assert "the file isn't there" in ended.err
    assert "日本.json" in ended.err or "\\u65e5\\u672c.json" in ended.err


def test_closed_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program started without streams (a service, pythonw) would end with an AttributeError."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert main(["--version"]) == 0
    assert main(["check", "-"]) == 7
    assert main(["formats", "--nope"]) == 2


def test_a_stream_that_breaks_at_the_end_is_silenced(monkeypatch: pytest.MonkeyPatch) -> None:
    """The interpreter's last flush would print a BrokenPipeError after everything is done."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as broken:
        monkeypatch.setattr(sys, "stdout", broken)
        assert main(["--version"]) == 0
        broken.write("more")
        broken.flush()  # would raise if the descriptor weren't pointed at nothing


def test_a_debugger_on_a_full_disk_changes_nothing(
    ending: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Failing to show a traceback would hide the exit code of the failure itself."""
    monkeypatch.setenv("ARGMAP_DEBUG", "1")

    def full(*arguments: object) -> list[str]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(traceback, "format_exception", full)
    assert ending(KeyError("x")).code == 70


def test_nothing_is_looked_through_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of a small drawing's time would go into finding cycles in what is given back anyway."""
    monkeypatch.setattr(module, "run", lambda arguments: 0)
    asked: list[object] = []
    monkeypatch.setattr(atexit, "register", asked.append)
    assert (main([]), asked) == (0, [gc.freeze])
    monkeypatch.delattr(gc, "freeze")  # as in PyPy
    assert (main([]), len(asked)) == (0, 1)


def test_a_warning_is_a_line_like_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody who weighs a hard framework would read of a line of argmap's program."""

    def warns(*_: object, **__: object) -> int:
        warnings.warn("this framework is hard", HardSearchWarning, stacklevel=1)
        return 0

    monkeypatch.setattr(module, "_run", warns)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        assert main([]) == 0
    assert capsys.readouterr().err == "argmap: this framework is hard\n"
