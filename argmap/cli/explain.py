"""``argmap explain``: why a claim has its verdict."""

from __future__ import annotations

from typing import Any

import click

from .document import load
from .exit_codes import listed
from .options import from_option, input_file, limit_option, limits
from .report import result
from .weighing import reading_option, semantics_option, weigh_options, weighed, what_if_options

__all__ = ["explain"]

_EPILOG = f"""\
\b
Examples:
  argmap explain debate.json P1
  argmap explain debate.json P1 --without R3
  argmap explain debate.json P1 --semantics preferred --sentence

{listed(12, 13, 14, reading=True)}
"""


@click.command(short_help="Say why a claim stands or falls.", epilog=_EPILOG)
@input_file("file", metavar="FILE")
@click.argument("id", metavar="ID")
@semantics_option
@reading_option("--reading")
@weigh_options
@what_if_options
@click.option("--sentence", is_flag=True, help="Only the sentence, without what it rests on.")
@from_option
@limit_option
def explain(
    file: str,
    id: str,
    semantics: str,
    sentence: bool,
    source_format: str | None,
    limit: tuple[str, ...],
    **asked: Any,
) -> None:
    """Say in a sentence why the claim or link ID of the map in FILE has its verdict, and below it what that rests on."""
    from ..semantics import explain as explained

    map = load(file, format=source_format, limits=limits(limit)).map
    explanation = explained(weighed(map, semantics, **asked), id)
    result(explanation.sentence if sentence else str(explanation))
