"""Running the program: every end is a number, and every failure one message."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import click

from .exit_codes import BUG, INTERRUPTED, OK, USAGE
from .program import PROGRAM

__all__ = ["run"]


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the program run with ``arguments``, or with those of the process.

    A broken pipe ends it quietly with 0: a reader that has seen enough is no failure.
    """
    for stream in (sys.stdout, sys.stderr):
        _never_fail_to_encode(stream)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _warned
            return _guarded(lambda: _run(arguments))
    finally:
        _settle_streams()


def _warned(message: Warning | str, *_: Any, **__: Any) -> None:
    """Say a warning as everything is said here, without the line of the program that it comes from."""
    from .report import note

    note(str(message))


def _never_fail_to_encode(stream: Any) -> None:
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")


def _run(arguments: Sequence[str] | None) -> int:
    streams = sys.stdout, sys.stderr
    try:
        code = PROGRAM.main(arguments, prog_name="argmap", standalone_mode=False)
    except SystemExit:
        if sys.stdout is streams[0]:
            raise  # a shell has asked for completions
        # On a broken pipe click puts hushed streams in the place of these, and ends with 1.
        sys.stdout, sys.stderr = streams
        return OK
    return code if isinstance(code, int) else OK


def _guarded(work: Callable[[], int]) -> int:
    """What ``work`` returns, or the exit code of what it raises."""
    try:
        return work()
    except click.UsageError as error:
        return _misused(error)
    except BrokenPipeError:
        return OK
    except (KeyboardInterrupt, click.Abort, Exception) as error:
        # click makes one Abort of Ctrl-C and of an EOFError, which would be a bug of ours
        reason = error.__cause__ if isinstance(error, click.Abort) else error
        return _failed(reason or error)


def _misused(error: click.UsageError) -> int:
    from ..source import visible
    from .report import complain

    command = error.ctx.command_path if error.ctx is not None else "argmap"
    complain(f"{visible(error.format_message())}\n  {command} --help says more")
    return USAGE


def _failed(error: BaseException) -> int:
    from ..errors import ArgmapError, WriteError
    from ..source import visible
    from .report import complain, message

    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    _debug(error)
    if isinstance(error, ArgmapError):
        complain(message(error))
        return error.exit_code
    if isinstance(error, OSError) and error.filename is None:  # click's own help, on a full disk
        complain(f"<stdout>: can't be written: {error.strerror}")
        return WriteError.exit_code
    complain(
        f"this is a bug in argmap: {type(error).__name__}: {visible(str(error))}\n"
        "  please report it; ARGMAP_DEBUG=1 shows the traceback"
    )
    return BUG


def _debug(error: BaseException) -> None:
    if os.environ.get("ARGMAP_DEBUG", "") not in ("", "0"):
        import traceback

        with suppress(OSError, ValueError):
            click.echo("".join(traceback.format_exception(error)), err=True, nl=False)


def _settle_streams() -> None:
    """Flush; point a stream that takes no more at nothing, or the interpreter's exit would complain."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except (OSError, ValueError):
                with suppress(OSError, ValueError):
                    _point_at_nothing(stream.fileno())


def _point_at_nothing(descriptor: int) -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, descriptor)
    finally:
        os.close(nothing)
