"""``argmap stats``: maps in numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from ..errors import ArgmapError
from ..source import visible
from .document import sources_in, told
from .exit_codes import OK, listed
from .folders import each_file
from .options import fence_option, from_option, input_file, limit_option, limits, style_option
from .report import complain, message, result

if TYPE_CHECKING:
    from ..limits import Limits

__all__ = ["stats"]

_EPILOG = f"""\
\b
Examples:
  argmap stats debate.argdown
  argmap stats maps/ --format json
  argmap stats *.argdown --format csv > numbers.csv

{listed(13, reading=True)}
"""


@click.command(short_help="Say what maps are like in numbers.", epilog=_EPILOG)
@input_file("files", metavar="FILE...", many=True)
@style_option("the numbers are", "csv")
@from_option
@fence_option
@limit_option
def stats(
    files: tuple[str, ...],
    style: str,
    source_format: str | None,
    fence: int | str | None,
    limit: tuple[str, ...],
) -> int:
    """Count what is in the map in each FILE, and how it hangs together; of a folder in each file that holds a map.

    A file that can't be read is told on standard error, and the others are counted all the same.
    """
    most = limits(limit)
    codes = [OK]
    found: dict[str, dict[str, Any]] = {}
    for file in each_file(files, source_format, most, doing="Counting"):
        try:
            found |= _counted(file, source_format, fence, most)
        except ArgmapError as error:
            complain(message(error))
            codes.append(error.exit_code)
    result({"text": _text, "json": _json, "csv": _csv}[style](found))
    return max(codes)


def _counted(
    file: str, format: str | None, fence: int | str | None, most: Limits
) -> dict[str, dict[str, Any]]:
    """The numbers of each map in a file, by the file's name, with the fence's number where there are several."""
    from ..formats import parse
    from ..linting import statistics

    sources = sources_in(file, format=format, fence=fence, limits=most)
    return {
        file if len(sources) == 1 else f"{file}#{number}": statistics(
            parse(source, format=told(source, name, format), limits=most).map
        ).values()
        for number, (source, name) in sources.items()
    }


def _flat(numbers: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The numbers in a row: parts of a part with its name before theirs; speakers are left out."""
    for name, value in numbers.items():
        if name == "speakers":
            continue
        if isinstance(value, dict):
            yield from [(f"{name} {part}", count) for part, count in value.items()]
        else:
            yield name, value


def _text(found: dict[str, dict[str, Any]]) -> str:
    """A line for each number; the name of the file above where there are several."""
    blocks: list[str] = []
    for file, numbers in found.items():
        lines = [f"{visible(file)}:"] if len(found) > 1 else []
        lines += [f"{name.replace('_', ' '):<20} {value:>8}" for name, value in _flat(numbers)]
        lines += [
            f"said by {visible(who)}: {part['claims']} claims, {part['words']} words, {part['supports']} for, {part['attacks']} against"
            for who, part in numbers["speakers"].items()
        ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) or "no map was read"


def _json(found: dict[str, dict[str, Any]]) -> str:
    return json.dumps(found, indent=2)


def _csv(found: dict[str, dict[str, Any]]) -> str:
    """A line for each map, below a line of names."""
    rows = [(file, dict(_flat(numbers))) for file, numbers in found.items()]
    names = list(rows[0][1]) if rows else []
    head = ",".join(["file", *names])
    lines = [",".join([_quoted(file), *[str(row[name]) for name in names]]) for file, row in rows]
    return "\n".join([head, *lines])


def _quoted(text: str) -> str:
    """A text as a field of CSV (RFC 4180), in quotes if it needs them."""
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\r\n') else text
