"""The files that a command is given, and those in its folders: which of them hold maps, and how far it is with them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..packed import without_gz
from ..source import visible
from .report import note, plural

if TYPE_CHECKING:
    from ..limits import Limits

__all__ = ["each_file", "is_folder", "walked"]

_MANY = 20
"""From this many files on somebody who waits is told how far it is."""

_NAMED = 3
"""How many files are named in a line before the rest is only counted."""

_TABLES = (".tsv", ".tab")
"""The suffixes of tables of any kind, which mean one format of maps."""

_PROSE = (".txt", ".md", ".markdown")
"""The suffixes of which most documents are no maps, so that nothing is amiss with one that isn't."""


def is_folder(given: str) -> bool:
    """Whether what is given to a command is a folder."""
    return given != "-" and Path(given).is_dir()


def walked(folder: str) -> Iterator[str]:
    """The files in a folder and in those below it, by name; hidden ones and what Node has installed are passed by."""
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted([each for each in folders if not _is_hidden(each)])
        for name in sorted(names):
            path = Path(inside) / name
            if not _is_hidden(name) and path.is_file():  # a pipe would be waited for
                yield str(path)


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name == "node_modules"


def each_file(
    given: Sequence[str], format: str | None, limits: Limits, *, doing: str, seen: bool = False
) -> Iterator[str]:
    """Every file that is given, and of a folder each that holds a map, told as so many that somebody is ``doing`` something to.

    In a folder the suffix says what may be a map, and the content whether it is; with a ``format`` named, its suffixes
    alone. What has such a suffix and holds no map is told at the end. ``seen`` says that the command writes a line for each
    file, so that at a terminal nobody need be told how far it is.
    """
    listed = list(_listed(given, format))
    left_out: list[str] = []
    with _told(listed, doing, seen=seen) as each:
        for file, named in each:
            if named or format is not None or _holds_map(file, limits):
                yield file
            elif _suffix(file) not in ("", *_PROSE):
                left_out.append(file)
    if left_out:
        first = ", ".join(map(visible, left_out[:_NAMED]))
        more = f" and {len(left_out) - _NAMED:,} more" if len(left_out) > _NAMED else ""
        note(f"left out {plural(len(left_out), 'file')} without a map: {first}{more}")


def _listed(given: Sequence[str], format: str | None) -> Iterator[tuple[str, bool]]:
    """Every file that may be read, and whether it was named: those in a folder weren't."""
    for name in given:
        if not is_folder(name):
            yield name, True
            continue
        inside = list(walked(name))
        parts = _parts(inside)
        for file in inside:
            if file not in parts and _may_be_map(file, format):
                yield file, False


def _may_be_map(file: str, format: str | None) -> bool:
    """Whether a file's name is one of a format that is read, or says nothing."""
    from ..formats import by_suffix
    from ..registry import FORMATS, SUFFIXES

    if format is None and _suffix(file) in ("", *_PROSE):
        return True
    usual = map(FORMATS.get, SUFFIXES.get(_suffix(file), ()))  # .txt is Kialo's by content alone
    may_be = [each for each in (*by_suffix(file), *usual) if each.read is not None]
    return any(format in (None, each.name) for each in may_be)


def _parts(files: Sequence[str]) -> set[str]:
    """Those of the files that are parts of the documents in others, as the text is of brat's notes."""
    from ..beside import path_beside
    from ..formats import by_suffix

    found: dict[str, None] = {}
    for file in files:
        name = f".{Path(without_gz(file)).name.lower()}"
        for each in by_suffix(file):
            own = max([suffix for suffix in each.suffixes if name.endswith(suffix)], key=len)
            beside = [path_beside(file, suffix, own=own) for suffix in each.companions]
            found |= dict.fromkeys([path for path in beside if path is not None])
    return set(found)


def _suffix(file: str) -> str:
    return Path(without_gz(file)).suffix.lower()


def _holds_map(file: str, limits: Limits) -> bool:
    """Whether a file in a folder holds a map, or says by its name that it should."""
    from ..errors import CannotOpen, ReadError, TooLarge
    from ..files import read_source
    from ..formats import fits, recognised
    from ..formats.misnamed import PROSE

    suffix = _suffix(file)
    try:
        source = read_source(file, limits=limits)
    except (CannotOpen, TooLarge):
        return True
    except ReadError:  # in no encoding that is read
        return suffix not in ("", *_PROSE)
    try:
        chosen = recognised(source)
    except ReadError:  # of another format than its name says, or of none
        return _means_one(file)
    if not fits(chosen, source):
        return _means_one(file)
    return chosen.name not in PROSE or (suffix in chosen.suffixes and suffix not in _PROSE)


def _means_one(file: str) -> bool:
    """Whether a file's name is that of one format alone, so that something is amiss with it if it is of none."""
    from ..formats import by_suffix

    return _suffix(file) not in (*_PROSE, *_TABLES) and len(list(by_suffix(file))) == 1


def _told(
    files: list[tuple[str, bool]], doing: str, *, seen: bool
) -> AbstractContextManager[Iterable[tuple[str, bool]]]:
    """The files, with a bar that tells a person at a terminal how far it is, if they are many and nothing else says so."""
    if len(files) < _MANY or sys.stderr is None or not sys.stderr.isatty():
        return nullcontext(files)
    if seen and sys.stdout is not None and sys.stdout.isatty():
        return nullcontext(files)
    return click.progressbar(files, label=doing, file=sys.stderr)
