"""Doing a command's work again whenever its file is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

import click

from ..errors import ArgmapError
from ..source import visible
from .report import complain, message, note

__all__ = ["again", "files_of", "watch_option", "watching"]

watch_option = click.option(
    "--watch", is_flag=True, help="Do it again whenever the file is saved, until Ctrl-C."
)
"""``--watch``: the command goes on."""


def watching(work: Callable[[], object], file: str, target: str, format: str | None) -> None:
    """Do ``work`` now, and again at each save of ``file``, until Ctrl-C; what is wrong with the file is told, and the next save waited for.

    Raises `click.UsageError` for options that don't go together, for streams, and for a target that would be a save itself, `CannotOpen` if there is no file, and
    `MissingExtra`.
    """
    from ..preview.watch import Watched

    if "-" in (file, target):
        raise click.UsageError("--watch waits for a file to be saved and writes another, not -")
    if _same(file, target):
        raise click.UsageError(f"--watch would read again what it writes: {target!r}")
    watched = Watched(files_of(file, format))
    changes = watched.changes()
    with _told():
        work()
    note(f"watching {visible(file)}; Ctrl-C ends it")
    with suppress(KeyboardInterrupt):
        for _ in changes:
            note(f"{visible(file)} was saved")
            with _told(), _told_usage():
                work()
    note("no longer watching")


def again(command: click.Command) -> Callable[[], object]:
    """The command that runs now, with the same arguments, once and without watching."""
    run: Any = command.callback
    return partial(run, **{**click.get_current_context().params, "watch": False})


def files_of(file: str, format: str | None) -> list[str]:
    """The file, and those beside it that its format reads as well; raises `CannotOpen` if there is none."""
    from ..errors import CannotOpen
    from ..formats import document

    try:
        source = document(file, format=format)
    except CannotOpen:
        raise
    except ArgmapError:  # it may be broken just now
        return [file]
    return [file, *[companion.name for _, companion in source.beside]]


def _same(file: str, target: str) -> bool:
    from os.path import realpath

    return realpath(file) == realpath(target)


@contextmanager
def _told() -> Iterator[None]:
    """Tells what is wrong with the file, and goes on."""
    try:
        yield
    except ArgmapError as error:
        complain(message(error))


@contextmanager
def _told_usage() -> Iterator[None]:
    """Tells which option no longer fits the file, as it did at first, and goes on."""
    try:
        yield
    except click.UsageError as error:
        complain(visible(error.format_message()))
