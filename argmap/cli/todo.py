"""``argmap todo``: what a map is waiting for."""

from __future__ import annotations

import json

import click

from .document import load
from .exit_codes import listed
from .options import fence_option, from_option, input_file, limit_option, limits, style_option
from .report import result

__all__ = ["todo"]

_EPILOG = f"""\
\b
Examples:
  argmap todo debate.argdown
  argmap todo debate.json --first 3
  argmap todo debate.json --format json

{listed(13, reading=True)}
"""


@click.command(short_help="Say what a map is waiting for.", epilog=_EPILOG)
@input_file("file", metavar="FILE")
@click.option("--first", type=click.IntRange(min=1), metavar="N", help="Only the first N.")
@style_option("the list is")
@from_option
@fence_option
@limit_option
def todo(
    file: str,
    first: int | None,
    style: str,
    source_format: str | None,
    fence: int | str | None,
    limit: tuple[str, ...],
) -> None:
    """List what the map in FILE is waiting for, most important first.

    Objections by which a main claim falls come first, then those to what it rests on, claims that are questioned without a reason, issues
    without answers, sides that nobody takes, critical questions, sources, and premises that are left unsaid.
    """
    from ..linting import todo as waiting

    map = load(file, format=source_format, fence=fence, limits=limits(limit)).map
    tasks = waiting(map)[:first]
    if style == "json":
        records = [
            {"rank": each.rank, "action": each.action, "why": each.why, "ids": list(each.ids)}
            for each in tasks
        ]
        result(json.dumps({"tasks": records}, indent=2))
        return
    lines = [f"{number}. {each}" for number, each in enumerate(tasks, 1)]
    result("\n".join(lines or ["the map isn't waiting for anything"]))
