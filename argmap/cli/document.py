"""Reading a document and writing one, with what is found and what is lost told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..source import visible
from .report import few, note, plural

if TYPE_CHECKING:
    from ..errors import Finding, Loss
    from ..formats import Format, Reading
    from ..limits import Limits

__all__ = ["load", "opened", "placed", "tell_losses", "to_write"]


def opened(file: str, *, format: str | None, limits: Limits) -> Reading:
    """What the document in ``file`` says; raises `ReadError`."""
    from ..files import read_source
    from ..formats import parse

    return parse(read_source(file, limits=limits), format=format, limits=limits)


def load(file: str, *, format: str | None, limits: Limits) -> Reading:
    """As `opened`, with the first findings told on standard error."""
    reading = opened(file, format=format, limits=limits)
    lines = [f"{finding.level}: {placed(finding, file)}" for finding in reading.findings]
    for line in few(lines, more="; argmap check lists all"):
        note(line)
    return reading


def placed(finding: Finding, file: str) -> str:
    """A finding as one line, with the file for a place where it names none."""
    return str(finding) if finding.place else f"{visible(file)}: {finding}"


def to_write(file: str, name: str | None, *, standard: str | None = None) -> Format:
    """The format to write ``file`` in: the one named, else the suffix's, else ``standard`` for ``-``.

    Raises `UnknownFormat` for a suffix that says none, `click.UsageError` for ``-`` without a name.
    """
    from ..formats import format_of
    from ..registry import FORMATS

    if file == "-" and not (name := name or standard):
        raise click.UsageError("standard output has no suffix; name the format with --to FORMAT")
    chosen: Format = FORMATS.get(name) if name else format_of(file)
    return chosen


def tell_losses(losses: tuple[Loss, ...], chosen: Format, *, everything: bool) -> None:
    """Say on standard error what ``chosen`` couldn't say of the map."""
    if losses:
        lines = few(
            map(str, losses), everything=everything, more="; argmap convert --losses lists all"
        )
        head = f"warning: {chosen.title} doesn't say {plural(len(losses), 'thing')} of the map:"
        note("\n  ".join([head, *lines]))
