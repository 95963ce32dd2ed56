"""The one way to standard output and standard error, and how an error reads there.

No document and no file name can move the cursor: every line passes `argmap.source.visible`. What
the encoding of a terminal lacks is written as an escape, so that no text can stop the program.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from contextlib import suppress

import click

from ..errors import (
    ArgmapError,
    BeyondLimit,
    GraphvizError,
    MissingExtra,
    PluginError,
    ReadError,
    WriteError,
)
from ..source import visible

__all__ = ["complain", "few", "message", "note", "plural", "result", "shown"]

SHOWN = 10
"""How many findings or losses are told before the rest is only counted."""

_AS_OPTIONS = (
    (re.compile(r"Limits\(([a-z_]{1,40})=\.\.\.\)"), r"--limit \1=NUMBER"),
    (re.compile(r'engine="([a-z]{1,40})"'), r"--engine \1"),
    (re.compile(r'give format="([a-z0-9-]{1,40})"'), r"give --from \1"),
    (re.compile(r"scale='fit'"), "--scale fit"),
    (re.compile(r"there is time: limit=([0-9]{1,40})"), r"there is time: --limit counting=\1"),
    (
        re.compile(r'name that: format="\.\.\."'),
        "name that: --from FORMAT; argmap formats lists the names",
    ),
)
"""What next steps say in Python, and how it is typed here."""


def shown(text: str) -> str:
    """``text`` safe for a terminal, its line ends kept."""
    return "\n".join([visible(line) for line in text.split("\n")])


def result(text: str) -> None:
    """Write the answer of a command to standard output; raises `WriteError` if it isn't taken."""
    if sys.stdout is None:
        raise WriteError("<stdout>: can't be written: standard output is closed")
    try:
        click.echo(shown(text))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WriteError(f"<stdout>: can't be written: {error.strerror}") from error


def note(text: str) -> None:
    """Say something beside the answer, on standard error; work goes on if nobody listens."""
    with suppress(OSError, ValueError):  # broken, full or closed: there is no other place to say so
        click.echo(f"argmap: {shown(text)}", err=True)


def complain(text: str) -> None:
    """Say on standard error why the work, or a part of it, isn't done."""
    note(f"error: {text}")


def few(lines: Iterable[str], *, everything: bool = False, more: str = "") -> list[str]:
    """The first lines and a count of the rest, or all; each line once; ``more`` says how to see all."""
    each = list(dict.fromkeys(lines))
    if everything or len(each) <= SHOWN:
        return each
    return [*each[:SHOWN], f"... and {len(each) - SHOWN:,} more{more}"]


def plural(count: int, noun: str) -> str:
    """A count with its noun.

    >>> plural(1, "claim"), plural(2_000, "claim")
    ('1 claim', '2,000 claims')
    """
    return f"{count:,} {noun if count == 1 else noun + 's'}"


def message(error: ArgmapError) -> str:
    """What ``error`` says, with its next step as an option of ours."""
    text = str(error)
    if isinstance(error, PluginError) and error.__cause__ is not None:
        text += "\n  ARGMAP_DEBUG=1 shows where"
    if isinstance(error, ReadError | GraphvizError | MissingExtra | BeyondLimit):
        for python, option in _AS_OPTIONS:
            text = python.sub(option, text)
    return text
