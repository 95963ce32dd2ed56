"""``argmap formats``: what can be read and written, and what each format can't say."""

from __future__ import annotations

import json
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from .exit_codes import OK, listed
from .report import complain, message, result

if TYPE_CHECKING:
    from ..formats import Format

__all__ = ["formats"]

_EPILOG = f"""\
\b
Examples:
  argmap formats
  argmap formats --json

{listed(13)}
"""
_HEAD = ("NAME", "SUFFIXES", "READS", "WRITES", "CAN'T SAY")
_LEAST = 30
"""The least width, in characters, of the last column."""


@click.command(short_help="List the formats.", epilog=_EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Write JSON, for programs.")
def formats(as_json: bool) -> int:
    """List every format: its suffixes, whether it is read and written, what it can't say.

    A plug-in that fails to load is told on standard error, and the others are listed all the same.
    """
    found, code = _found()
    result(json.dumps([_record(each) for each in found], indent=2) if as_json else _table(found))
    return code


def _found() -> tuple[list[Format], int]:
    """The formats that load, and the exit code: that of a plug-in that doesn't."""
    from ..errors import PluginError
    from ..registry import FORMATS

    found: list[Format] = []
    code = OK
    for name in FORMATS.names():
        try:
            found.append(FORMATS.get(name))
        except PluginError as error:
            complain(message(error))
            code = error.exit_code
    return found, code


def _record(format: Format) -> dict[str, Any]:
    return {
        "name": format.name,
        "title": format.title,
        "suffixes": list(format.suffixes),
        "reads": format.read is not None,
        "writes": format.write is not None,
        "picture": format.picture,
        "cannot_say": format.cannot_say,
    }


def _table(found: list[Format]) -> str:
    rows = [_HEAD, *map(_row, found)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    indent = sum(widths) + 2 * len(widths)
    room = max(_LEAST, get_terminal_size().columns - indent)
    lines: list[str] = []
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row[:4], widths, strict=True)]
        first, *rest = wrap(row[4], room) or [""]
        lines.append("  ".join([*cells, first]).rstrip())
        lines += [" " * indent + line for line in rest]
    return "\n".join(lines)


def _row(format: Format) -> tuple[str, ...]:
    return (
        format.name,
        " ".join(format.suffixes),
        "yes" if format.read else "no",
        "yes" if format.write else "no",
        format.cannot_say,
    )
