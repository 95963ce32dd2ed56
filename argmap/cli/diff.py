"""``argmap diff``: what makes one map another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..packed import without_gz
from .document import load, to_write
from .exit_codes import FOUND, OK, listed
from .options import PATH, from_option, limit_option, limits, read_once, style_option
from .report import result

if TYPE_CHECKING:
    from ..limits import Limits
    from ..model.map import ArgumentMap

__all__ = ["diff"]

_OF_GIT = 7
_PICTURES = ("svg", "png", "pdf")
_DRAWN = "a difference is drawn as SVG, PNG or PDF; name a file that ends so"
_EPILOG = f"""\
\b
Examples:
  argmap diff old.argdown new.argdown
  argmap diff old.json new.json --format json
  argmap diff old.json new.json -o diff.svg
  argmap diff old.json new.json --exit-code

\b
For git, once:
  git config diff.argmap.command "argmap diff --git"
  echo "*.argdown diff=argmap" >> .gitattributes

{listed(8, 13, 14, reading=True, found="--exit-code: there is a difference")}
"""


@click.command(short_help="Say what makes one map another.", epilog=_EPILOG)
@click.argument("files", metavar="OLD NEW", type=PATH, nargs=-1, required=True)
@style_option("the difference is")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=PATH,
    help="Draw the difference, as SVG, PNG or PDF, into FILE.",
)
@click.option("--exit-code", is_flag=True, help="End with 1 if there is a difference.")
@click.option("--git", is_flag=True, help="Take the seven arguments that git gives.")
@from_option
@limit_option
def diff(
    files: tuple[str, ...],
    style: str,
    output: str | None,
    exit_code: bool,
    git: bool,
    source_format: str | None,
    limit: tuple[str, ...],
) -> int:
    """Say how the map in NEW differs from that in OLD.

    Lines begin with + for what is added, - removed, ~ changed, = called otherwise, > moved, and ! for a verdict that has turned. Claims are found again by id, by their words, by words that are alike, and by their place.
    """
    from ..comparison import diff as differing
    from ..comparison import told, values

    old, new, name = _named(files, git=git)
    read_once(old, new)
    picture = "svg" if output is None else _picture(output)
    most = limits(limit)
    before, after = [_map(file, source_format, most, name) for file in (old, new)]
    found = differing(before, after)
    if output is not None:
        _draw(before, after, output, picture)
        return FOUND if exit_code and found else OK
    if git:
        result(f"argmap diff {name}")
    if style == "json":
        result(json.dumps(values(found), indent=2))
    else:
        result("\n".join(told(found) or ["no difference"]))
    return FOUND if exit_code and found else OK


def _picture(output: str) -> str:
    """The format of the picture that a file's suffix names; raises `UnknownFormat`, `click.UsageError` for one that isn't drawn here."""
    from ..errors import UnknownFormat

    try:
        name = to_write(output, None, standard="svg").name
    except UnknownFormat as error:
        raise UnknownFormat(error.message, name=error.name, hint=_DRAWN) from error
    if name not in _PICTURES:
        raise click.UsageError(_DRAWN)
    return name


def _draw(before: ArgumentMap, after: ArgumentMap, output: str, picture: str) -> None:
    """Write a picture of the difference."""
    from ..comparison import overlaid
    from ..formats import render, save

    map, marks = overlaid(before, after)
    save(render(map, picture, marks=marks), output)


def _named(files: tuple[str, ...], *, git: bool) -> tuple[str, str, str]:
    """The old file, the new one, and the name that both go by."""
    if git:
        if len(files) < _OF_GIT:
            raise click.UsageError(
                "--git takes what git gives: path, old file, hex, mode, new file, hex, mode"
            )
        return files[1], files[4], files[0]
    if len(files) != 2:  # a map and another
        raise click.UsageError("diff takes two files, OLD and NEW")
    return files[0], files[1], ""


def _map(file: str, format: str | None, most: Limits, name: str) -> ArgumentMap:
    """The map in a file; one that git gives for a file that isn't there is empty."""
    from ..model.map import ArgumentMap

    if name and file in ("/dev/null", "nul"):
        return ArgumentMap()
    known = format or (None if Path(without_gz(file)).suffix else _by_suffix(name))
    return load(file, format=known, limits=most).map


def _by_suffix(name: str) -> str | None:
    """The format that the name in git says, for git's own copy may have none."""
    from ..errors import UnknownFormat
    from ..formats import format_of

    try:
        return format_of(name).name
    except UnknownFormat:
        return None
