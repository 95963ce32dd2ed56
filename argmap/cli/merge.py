"""``argmap merge``: two edits of one map as one."""

from __future__ import annotations

import click

from .document import load, tell_losses, to_write
from .exit_codes import FOUND, OK, listed
from .options import PATH, from_option, limit_option, limits, read_once, to_option
from .report import note, plural

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
    help="Where to write; standard output.",
)
@click.option("--name", metavar="PATH", help="The name in git, whose suffix says the format.")
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

    Where both have changed the same, the map has what OURS has; each such conflict is told on standard error, with both sides, and the
    command ends with 1.
    """
    from ..comparison import merge as merging
    from ..formats import format_of, render, save

    read_once(base, ours, theirs)
    most = limits(limit)
    read = source_format or (format_of(name).name if name else None)
    maps = [load(file, format=read, limits=most).map for file in (base, ours, theirs)]
    merged = merging(*maps)
    chosen = to_write(output, target_format or (read if name else None), standard="json")
    rendering = save(render(merged.map, chosen.name), output)
    tell_losses(rendering.losses, chosen, everything=False)
    for conflict in merged.conflicts:
        note(f"conflict: {conflict}")
    if merged.conflicts:
        note(plural(len(merged.conflicts), "conflict"))
    return OK if merged.clean else FOUND
