"""Files of the same name that belong together, such as brat's ``.ann`` and ``.txt``, each packed by gzip or not."""

from __future__ import annotations

import os

from .errors import WriteError
from .files import Readable, Writable, read_source, write_atomic
from .limits import Limits
from .packed import SUFFIX, without_gz
from .source import SourceText, visible

__all__ = ["path_beside", "read_beside", "write_beside"]

_LIMITS = Limits()


def read_beside(
    file: Readable, suffix: str, *, own: str = "", limits: Limits = _LIMITS
) -> SourceText | None:
    """The document with the name of ``file`` but for its ``suffix``, or None where there is none.

    ``own`` is the suffix of ``file`` if that is longer than what follows the last dot; a file may be
    called by it alone. One of the two may be packed and the other not. An open file and standard input have
    nothing beside them. Raises as `read_source` does.
    """
    path = path_beside(file, suffix, own=own)
    if path is None:
        return None
    plain = without_gz(path)
    for each in (path, plain, plain + SUFFIX):
        if os.path.exists(each):
            return read_source(each, limits=limits)
    return None


def path_beside(file: Readable | Writable, suffix: str, *, own: str = "") -> str | None:
    """The path beside ``file``, packed as it is; None if there is none, or it is the same."""
    if not isinstance(file, str | os.PathLike) or not (path := os.fsdecode(file)) or path == "-":
        return None
    folder, whole = os.path.split(path)
    name = without_gz(whole)
    beside = f"{os.path.splitext(name)[0]}{suffix}"
    if own and name.lower().endswith(own):
        beside = f"{name[: -len(own)]}{suffix}"
    elif own and name.lower() == own[1:]:
        beside = suffix[1:]
    return os.path.join(folder, beside + whole[len(name) :]) if beside != name else None


def write_beside(
    file: Writable, suffix: str, text: str, *, own: str = "", over: bool = False
) -> bool:
    """Write ``text`` to the file with the name of ``file`` but for its ``suffix``; False for a stream.

    It is packed if ``file`` is. A file that is there and holds something else is left alone, and `WriteError`
    raised, unless it may be written ``over``. ``own`` is as for `read_beside`.
    """
    path = path_beside(file, suffix, own=own)
    if path is None:
        return False
    old = read_source(path) if not over and os.path.exists(path) else None
    if old is None:
        write_atomic(path, text)
    elif old.text != text:
        raise WriteError(
            f"{visible(path)}: can't be written: there is another text, which the document would be about\n"
            "  choose another name, or move that file away"
        )
    return True
