"""``argmap pandoc`` and ``argmap-pandoc``: a filter for Pandoc and Quarto, which draws their code blocks of Argdown."""

from __future__ import annotations

import json
import sys

import click

from ..source import visible
from .exit_codes import listed
from .options import PATH
from .report import complain, message, note

__all__ = ["main", "pandoc"]

_EPILOG = f"""\
\b
Examples:
  argmap pandoc html < document.json > drawn.json
  pandoc notes.md -o notes.html --standalone --filter argmap-pandoc
  pandoc notes.md -o notes.docx --filter argmap-pandoc
  pandoc notes.md -t json | argmap pandoc latex | pandoc -f json -o notes.pdf

{listed(8, reading=True)}
"""
_FOLDER = "argmap-pictures"


@click.command(short_help="Draw the maps in a document of Pandoc.", epilog=_EPILOG)
@click.argument("format", metavar="FORMAT", default="html")
@click.option(
    "--folder",
    type=PATH,
    metavar="FOLDER",
    default=_FOLDER,
    show_default=True,
    help="Where images go, for formats that take images alone.",
)
def pandoc(format: str, folder: str) -> None:
    """Read Pandoc's document as JSON, draw its code blocks of argdown or argmap for FORMAT, and write it as JSON.

    Pandoc itself calls argmap-pandoc so: --filter argmap-pandoc. What can't be drawn is told on standard error and stays
    a code block.
    """
    from ..documents.pandoc import with_pictures
    from ..errors import ArgmapError, Finding, ReadError
    from ..files import read_source, write_atomic

    source = read_source("-")
    try:
        made = with_pictures(json.loads(source.text), format, folder=folder, write=_put)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"this isn't JSON from Pandoc: {error}", name="<stdin>") from error
    for told in made.told:
        if isinstance(told, ArgmapError):
            complain(message(told))
        elif isinstance(told, Finding):
            note(f"{told.level}: {told}")
        else:
            complain(visible(str(told)))
    write_atomic("-", json.dumps(made.document, separators=(",", ":")))


def _put(name: str, data: bytes) -> None:
    from pathlib import Path

    from ..files import write_atomic

    Path(name).parent.mkdir(parents=True, exist_ok=True)
    write_atomic(name, data)


def main() -> int:
    """The exit code of the filter: Pandoc calls it with the format that it writes."""
    from .run import run

    return run(["pandoc", *sys.argv[1:]])
