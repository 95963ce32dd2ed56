"""Reading a document and writing one, with what is found and what is lost told once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from ..packed import without_gz
from ..source import visible
from .report import few, note, plural

if TYPE_CHECKING:
    from ..errors import Finding, Loss
    from ..formats import Format, Reading
    from ..limits import Limits
    from ..source import SourceText

__all__ = [
    "load",
    "load_each",
    "opened",
    "opened_each",
    "placed",
    "sources_in",
    "tell_losses",
    "to_write",
    "told",
]

_FENCES = "argdown-fences"
"""The one format of documents with several maps; by name, for its reader takes long to load."""


def opened(
    file: str, *, format: str | None, fence: int | str | None = None, limits: Limits
) -> Reading:
    """What the document in ``file`` says; raises `ReadError`."""
    from ..formats import document, parse

    source = document(file, format=format, limits=limits)
    chosen = _chosen(source, format, fence)
    options: dict[str, Any] = {} if fence is None else {"fence": fence}
    name = chosen.name if fence is not None else format
    return parse(source, format=name, limits=limits, **options)


def opened_each(
    file: str, *, format: str | None, fence: int | str | None, limits: Limits
) -> dict[int, Callable[[], Reading]]:
    """Every map in the document in ``file`` by its number: one, or one for each fence of a Markdown document.

    A map is read when it is asked for, and that raises `ReadError`.
    """
    from ..formats import parse

    return {
        number: partial(parse, source, format=told(source, name, format), limits=limits)
        for number, (source, name) in sources_in(
            file, format=format, fence=fence, limits=limits
        ).items()
    }


def sources_in(
    file: str, *, format: str | None, fence: int | str | None, limits: Limits
) -> dict[int, tuple[SourceText, str]]:
    """The text and the format's name of every map in ``file``, by number: one, or one for each fence of a Markdown document."""
    from ..formats import document

    source = document(file, format=format, limits=limits)
    chosen = _chosen(source, format, fence)
    if chosen.name != _FENCES:
        return {1: (source, chosen.name)}
    from ..formats.fences import fences, named

    found = fences(source) if fence is None else ()
    return {each.number: (each.source, "argdown") for each in found or [named(source, fence)]}


def told(source: SourceText, name: str, format: str | None) -> str | None:
    """The format to name to a reader: that of a fence, or the one that was asked for.

    A document whose format its name alone tells is read without, so that it is said if it looks like another.
    """
    return name if source.within is not None else format


def _chosen(source: SourceText, format: str | None, fence: int | str | None) -> Format:
    """The format of a document; raises `click.UsageError` for a fence of what has none."""
    from ..formats import recognised
    from ..registry import FORMATS

    chosen: Format = FORMATS.get(format) if format is not None else recognised(source)
    if fence is not None and chosen.name != _FENCES:
        raise click.UsageError(f"--fence means nothing for {chosen.title}")
    return chosen


def load(
    file: str, *, format: str | None, fence: int | str | None = None, limits: Limits
) -> Reading:
    """As `opened`, with the first findings told on standard error."""
    reading = opened(file, format=format, fence=fence, limits=limits)
    _tell_findings([reading], file)
    return reading


def load_each(
    file: str, *, format: str | None, fence: int | str | None, limits: Limits
) -> dict[int, Reading]:
    """As `opened_each`, all read, with the first findings told on standard error."""
    parts = opened_each(file, format=format, fence=fence, limits=limits)
    readings = {number: read() for number, read in parts.items()}
    _tell_findings(readings.values(), file)
    return readings


def _tell_findings(readings: Iterable[Reading], file: str) -> None:
    lines = [
        f"{finding.level}: {placed(finding, file)}"
        for reading in readings
        for finding in reading.findings
    ]
    for line in few(lines, more="; argmap check lists all"):
        note(line)


def placed(finding: Finding, file: str) -> str:
    """A finding as one line, with the file for a place where it names none."""
    return str(finding) if finding.place else f"{visible(file)}: {finding}"


def to_write(
    file: str, name: str | None, *, standard: str | None = None, pictures: bool = False
) -> Format:
    """The format to write ``file`` in: the one named, else the suffix's, else ``standard`` for ``-``.

    Raises `UnknownFormat` for a suffix that says none, with the formats that there are, or with ``pictures`` those of
    pictures; `click.UsageError` for ``-`` without a name.
    """
    from ..errors import UnknownFormat
    from ..formats import format_of
    from ..registry import FORMATS

    if file == "-" and not (name := name or standard):
        raise click.UsageError("standard output has no suffix; name the format with --to FORMAT")
    try:
        chosen: Format = FORMATS.get(name) if name else format_of(file)
    except UnknownFormat as error:
        if not pictures:
            raise
        raise UnknownFormat(error.message, name=error.name, hint=_drawn(file)) from error
    return chosen


def _drawn(file: str) -> str:
    """What says which formats draw, or which suffix of theirs may be meant."""
    from ..errors import did_you_mean
    from ..registry import FORMATS

    pictures = [each for each in map(FORMATS.get, FORMATS.names()) if each.picture]
    suffixes = [suffix for each in pictures for suffix in each.suffixes]
    near = did_you_mean(PurePath(without_gz(file)).suffix, suffixes).removeprefix("; ")
    drawn = ", ".join([each.name for each in pictures])
    names = f"name one of {drawn} with --to, or use a suffix of theirs, such as .svg"
    return f"{near} else {names}" if near else names


def tell_losses(losses: tuple[Loss, ...], chosen: Format, *, everything: bool) -> None:
    """Say on standard error what ``chosen`` couldn't say of the map."""
    if losses:
        lines = few(
            map(str, losses), everything=everything, more="; argmap convert --losses lists all"
        )
        head = f"warning: {chosen.title} doesn't say {plural(len(losses), 'thing')} of the map:"
        note("\n  ".join([head, *lines]))
