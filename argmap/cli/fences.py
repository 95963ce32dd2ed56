"""``argmap fences``: the fences of Argdown in a Markdown document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from .exit_codes import listed
from .options import input_file, limit_option, limits
from .report import note, result

if TYPE_CHECKING:
    from ..formats.fences import Fence

__all__ = ["fences"]

_EPILOG = f"""\
\b
Examples:
  argmap fences notes.md
  argmap fences --json notes.md

{listed(reading=True)}
"""


@click.command(short_help="List the maps in a Markdown document.", epilog=_EPILOG)
@input_file("file", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, for programs.")
@limit_option
def fences(file: str, as_json: bool, limit: tuple[str, ...]) -> None:
    """List the fences of Argdown in FILE: number, line, language, and the heading above.

    draw, convert and check take the number, or the heading, after --fence.
    """
    from ..files import read_source
    from ..formats.fences import fences as fences_in

    source = read_source(file, limits=limits(limit))
    found = fences_in(source)
    if as_json:
        result(json.dumps([_record(each) for each in found], indent=2))
    elif found:
        rows = [("FENCE", "LINE", "LANGUAGE", "HEADING"), *map(_row, found)]
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        lines = ["  ".join([c.ljust(w) for c, w in zip(row, widths, strict=True)]) for row in rows]
        result("\n".join([line.rstrip() for line in lines]))
    else:
        note(f"no fence of Argdown stands in {source.name}")


def _row(fence: Fence) -> tuple[str, ...]:
    return (str(fence.number), str(fence.line), fence.info, fence.heading)


def _record(fence: Fence) -> dict[str, int | str]:
    return {
        "fence": fence.number,
        "line": fence.line,
        "language": fence.info,
        "heading": fence.heading,
    }
