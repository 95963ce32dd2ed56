"""``argmap merge``: two edits of one map as one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from ..packed import without_gz
from .document import load, tell_losses, to_write
from .exit_codes import FOUND, OK, listed
from .options import PATH, from_option, limit_option, limits, read_once, to_option
from .report import note, plural

if TYPE_CHECKING:
    from ..formats import Format, Reading
    from ..limits import Limits

__all__ = ["merge"]

_EPILOG = f"""\
\b
Examples:
  argmap merge base.json ours.json theirs.json -o merged.json
  argmap merge base.argdown ours.argdown theirs.argdown

\b
For git, once:
  git config merge.argmap.driver "argmap merge %O %A %B -o %A --name %P"
  echo "*.json merge=argmap" >> .gitattributes

{listed(8, 13, reading=True, found="there is a conflict")}
"""


@click.command(short_help="Make two edits of one map one.", epilog=_EPILOG)
@click.argument("base", type=PATH)
@click.argument("ours", type=PATH)
@click.argument("theirs", type=PATH)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=PATH,
    default="-",
    help="Where to write; standard output if not said.",
)
@click.option(
    "--name", metavar="PATH", help="The name in git, whose suffix says what the formats may be."
)
@from_option
@to_option
@limit_option
def merge(
    base: str,
    ours: str,
    theirs: str,
    output: str,
    name: str | None,
    source_format: str | None,
    target_format: str | None,
    limit: tuple[str, ...],
) -> int:
    """Write the map with what OURS and THEIRS have each changed of the map in BASE.

    It is written in the format of OURS, unless --to or the suffix of -o says another. Where both have changed the same, the map has
    what OURS has; each such conflict is told on standard error, with both sides, and the command ends with 1.
    """
    from ..comparison import merge as merging
    from ..formats import render, save

    read_once(base, ours, theirs)
    most = limits(limit)
    old = _read(base, source_format, name, most, may_lack=True)
    mine, other = [
        _read(file, source_format, name, most, may_lack=False) for file in (ours, theirs)
    ]
    chosen = _chosen(output, target_format, name, mine)
    merged = merging(old.map, mine.map, other.map)
    rendering = save(render(merged.map, chosen.name), output)
    tell_losses(rendering.losses, chosen, everything=False)
    for conflict in merged.conflicts:
        note(f"conflict: {conflict}")
    if merged.conflicts:
        note(plural(len(merged.conflicts), "conflict"))
    return OK if merged.clean else FOUND


def _read(
    file: str, format: str | None, name: str | None, most: Limits, *, may_lack: bool
) -> Reading:
    """What a file says, whose format may be told by its ``name`` in git; git's copy of a base that isn't there is empty."""
    from ..files import read_source
    from ..formats import Reading, recognised
    from ..model.map import ArgumentMap

    if name is None or format is not None or file == "-":
        return load(file, format=format, limits=most)
    source = evolve(read_source(file, limits=most), name=name)
    if may_lack and not source.text.strip():
        return Reading(ArgumentMap())
    return load(file, format=recognised(source).name, limits=most)


def _chosen(output: str, target: str | None, name: str | None, ours: Reading) -> Format:
    """The format to write: the one named, that of ours where the suffix may mean it, or else the suffix's own."""
    from ..formats import by_suffix
    from ..registry import FORMATS

    file = output if name is None else name
    if target is None and ours.format:
        own: Format = FORMATS.get(ours.format)
        may_mean = own in by_suffix(file) and not without_gz(file).lower().endswith(own.read_only)
        if own.write is not None and (file == "-" or may_mean):
            return own
        if file == "-":
            note(f"{own.title} can be read, not written; this is argmap's own JSON")
    chosen = to_write(file, target, standard="json")
    if target is None and chosen.name == "markdown" and _has_fences(output):
        raise click.UsageError(
            f"an outline in the place of {file!r} would lose what stands around its fences of Argdown; "
            "write another file, such as merged.argdown"
        )
    return chosen


def _has_fences(file: str) -> bool:
    """Whether a file is there and a Markdown document with fences of Argdown."""
    from ..files import read_source
    from ..formats.fences import fences

    return Path(file).is_file() and bool(fences(read_source(file)))
