"""``argmap fmt``: documents in argmap's layout."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from ..errors import ArgmapError, UnknownFormat
from ..packed import without_gz
from ..source import visible
from .difference import difference
from .exit_codes import OK, listed
from .folders import is_folder, walked
from .options import from_option, input_file, limit_option, limits
from .report import complain, message, note, result

if TYPE_CHECKING:
    from ..formats import Format
    from ..limits import Limits
    from ..source import SourceText

__all__ = ["fmt"]

_CHANGED = 1
_EPILOG = f"""\
\b
Examples:
  argmap fmt debate.argdown notes.md
  argmap fmt --check .
  argmap fmt --diff debate.argdown
  argmap fmt - < debate.argdown

{listed(8, 13, reading=True, found="--check: a layout would change")}
"""


@click.command(short_help="Lay out Argdown.", epilog=_EPILOG)
@input_file("files", metavar="FILE...", many=True)
@click.option("--check", is_flag=True, help="Write nothing; list the files that would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@from_option
@limit_option
def fmt(
    files: tuple[str, ...],
    check: bool,
    diff: bool,
    source_format: str | None,
    limit: tuple[str, ...],
) -> int:
    """Lay out each FILE of Argdown, and the fences of Argdown in Markdown.

    What a document says, its order, its words and its comments stay; indentation, blanks, empty
    lines and line ends change. Of a folder every .argdown, .ad, .md and .markdown file is taken, but
    those below hidden folders. A file that can't be read is told and left as it is. Ends with 0, with
    --check with 1 if a file would change, with the error's own code if there is one; the highest
    counts. - is read from standard input and written to standard output.
    """
    most = limits(limit)
    code = OK
    for file in dict.fromkeys(path for given in files for path in _below(given)):
        try:
            laid_out = _laid_out(file, source_format, most)
            _deal_with(laid_out, check=check, diff=diff)
        except ArgmapError as error:
            complain(message(error))
            code = max(code, error.exit_code)
        else:
            code = max(code, _CHANGED if check and laid_out.changes else OK)
    return code


@frozen
class _LaidOut:
    """A file, what is in it, and what would be."""

    file: str
    old: SourceText
    new: str

    @property
    def changes(self) -> bool:
        return self.new != self.old.text


def _below(given: str) -> Iterator[str]:
    """The file itself, or the documents in a folder."""
    from ..formats import formats

    if not is_folder(given):
        yield given
        return
    suffixes = tuple([suffix for each in formats() if each.formatted for suffix in each.suffixes])
    for file in walked(given):
        if without_gz(file).lower().endswith(suffixes):
            yield file


def _laid_out(file: str, format: str | None, most: Limits) -> _LaidOut:
    from ..files import read_source

    source = read_source(file, limits=most, keep_mark=True)
    chosen = _format_of(source, format)
    if chosen.formatted is None:
        raise UnknownFormat(
            f"{chosen.title} has no layout of argmap's",
            name=source.name,
            hint="argmap fmt is for Argdown, in a file of its own or in Markdown",
        )
    return _LaidOut(file, source, chosen.formatted(source))


def _format_of(source: SourceText, format: str | None) -> Format:
    """The format named, else of those of the suffix one that has a layout, else what the text looks like.

    A suffix of other formats alone is believed only if the text doesn't look like Argdown.
    """
    from ..formats.argdown import ARGDOWN
    from ..formats.fences import FENCES, fences
    from ..registry import FORMATS, SUFFIXES

    named = (format,) if format else SUFFIXES.get(Path(without_gz(source.name)).suffix.lower(), ())
    likely: list[Format] = [FORMATS.get(name) for name in named]
    for each in likely:
        if each.formatted is not None:
            return each
    if likely and (format or ARGDOWN.sniff is None or not ARGDOWN.sniff(source.text)):
        return likely[0]
    return FENCES if fences(source) else ARGDOWN


def _deal_with(laid_out: _LaidOut, *, check: bool, diff: bool) -> None:
    """Write the file, or say what would change."""
    from ..files import write_atomic

    if diff and laid_out.changes:
        _show(difference(laid_out.old.text, laid_out.new, visible(laid_out.old.name)))
    if check and laid_out.changes and not diff:
        result(visible(laid_out.old.name))
    if check or diff:
        return
    if laid_out.file == "-":
        write_atomic("-", laid_out.new)
    elif laid_out.changes:
        write_atomic(laid_out.file, laid_out.new)
        note(f"laid out {visible(laid_out.file)}")


def _show(text: str) -> None:
    """Write a difference to standard output: as it is for a program, made safe for a terminal."""
    from ..files import write_atomic

    if sys.stdout is not None and sys.stdout.isatty():
        result(text.removesuffix("\n"))
    else:
        write_atomic("-", text)
