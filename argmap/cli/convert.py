"""``argmap convert``: a map from one format to another, with what is lost on the way told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .document import load, tell_losses, to_write
from .exit_codes import listed
from .options import PATH, fence_option, from_option, input_file, limit_option, limits, to_option
from .report import few, note
from .viewing import seen, view_options
from .watching import again, watch_option, watching
from .weighing import reading_option

if TYPE_CHECKING:
    from ..errors import Loss
    from ..formats import Format, Rendering
    from ..model.map import ArgumentMap

__all__ = ["convert"]

_EPILOG = f"""\
\b
Examples:
  argmap convert debate.json debate.dot
  argmap convert debate.json graph.json --to node-link --losses
  argmap convert notes.md debate.json --fence 2
  argmap convert debate.argdown debate.json --watch
  argmap convert debate.argdown debate.aif.json --report lost.json
  argmap convert --from node-link --to json - -  < graph.json
  argmap convert debate.json part.argdown --focus progressive --depth 1
  argmap convert debate.json debate.lp --provenance names.tsv
  argmap convert debate.json debate.apx --to framework --reading deductive

{listed(8, 9, 10, 12, 13, 14, reading=True)}
"""


@click.command(short_help="Write a map in another format.", epilog=_EPILOG)
@input_file("source", metavar="IN")
@click.argument("target", metavar="OUT", type=PATH, required=False)
@click.option("-o", "--output", type=PATH, metavar="OUT", help="OUT, as argmap draw has it.")
@from_option
@to_option
@fence_option
@view_options
@click.option("--strict", is_flag=True, help="Write nothing if something would be lost.")
@click.option("--losses", is_flag=True, help="List every loss, not only the first ten.")
@click.option("--report", metavar="FILE", type=PATH, help="Write findings and losses as JSON.")
@reading_option("--reading")
@click.option(
    "--provenance",
    metavar="FILE",
    type=PATH,
    help="Of a format of solvers, write what each name stands for as tab-separated values.",
)
@limit_option
@watch_option
def convert(
    source: str,
    target: str | None,
    output: str | None,
    source_format: str | None,
    target_format: str | None,
    fence: int | str | None,
    strict: bool,
    losses: bool,
    report: str | None,
    reading: str | None,
    provenance: str | None,
    limit: tuple[str, ...],
    watch: bool,
    **part: Any,
) -> None:
    """Write the map in IN to OUT, in the format that OUT's suffix or --to says.

    What OUT's format can't say is told on standard error, or refused with --strict. Of a part that --focus, --depth,
    --only or --collapse choose, OUT has what is in it, as a map of its own; what it leaned on is told. IN and OUT
    may be the same file: the old one stands until the new one is whole. Either may be -, standard
    input or output. The report is written with --strict too, where OUT isn't.
    """
    from ..errors import CannotExpress
    from ..files import write_atomic
    from ..formats import Report, save
    from ..model.view import OMISSIONS

    target = _one_of(target, output)
    if watch:
        return watching(again(convert), source, target, source_format)
    chosen = to_write(target, target_format)
    read = load(source, format=source_format, fence=fence, limits=limits(limit))
    rendering = _rendered(seen(read.map, **part), chosen, reading)
    if provenance is not None:
        if not rendering.provenance:
            raise click.UsageError(f"--provenance means nothing for {chosen.title}")
        write_atomic(provenance, rendering.provenance)
    if report is not None:
        told = Report(read.findings, rendering.losses, read.format, chosen.name)
        write_atomic(report, told.to_json())
    lost = [loss for loss in rendering.losses if loss.code not in OMISSIONS]
    if strict and lost:
        raise CannotExpress(chosen.title, lost)
    rendering = save(rendering, target)
    omitted = [loss for loss in rendering.losses if loss.code in OMISSIONS]
    _tell_omissions(omitted, everything=losses)
    lost = [loss for loss in rendering.losses if loss.code not in OMISSIONS]
    tell_losses(tuple(lost), chosen, everything=losses)
    return None


def _one_of(target: str | None, output: str | None) -> str:
    """OUT, which stands last or after ``-o``; raises `click.UsageError` unless it is there once."""
    if target is not None and output is not None:
        raise click.UsageError(
            f"OUT is there twice, as {target!r} and after -o as {output!r}; leave one out"
        )
    named = target if output is None else output
    if named is None:
        raise click.UsageError(
            "Missing argument 'OUT': the file to write, or - for standard output"
        )
    return named


def _tell_omissions(omitted: list[Loss], *, everything: bool) -> None:
    """Say on standard error what a part leaves out, and where it is cut off."""
    if omitted:
        lines = few(
            map(str, omitted), everything=everything, more="; argmap convert --losses lists all"
        )
        note("\n  ".join(["this is a part of the map:", *lines]))


def _rendered(map: ArgumentMap, chosen: Format, reading: str | None) -> Rendering:
    """The map in a format, under a reading if one is asked for; raises `click.UsageError` where that means nothing."""
    from ..formats import render

    if reading is None:
        return render(map, chosen.name)
    if chosen.name not in _SOLVERS:
        raise click.UsageError(f"--reading means nothing for {chosen.title}")
    try:
        return render(map, chosen.name, reading=reading)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


_SOLVERS = ("framework", "lp", "adf")
"""The formats that say what a map means under a reading."""
