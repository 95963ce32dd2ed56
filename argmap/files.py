"""The one door to files: what is read is bounded, and what is written is whole or not there.

A file is named by a path, by ``"-"`` (standard input or output), or is an open file object.
Reading stops one byte after the limit, so a device without an end or a file of gigabytes costs
no more than the limit. Writing goes to a new file in the same folder, which takes the place of
the old one at the very end; until then the old one is untouched.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from io import RawIOBase
from typing import IO, Any, TypeAlias

from .errors import CannotOpen, ReadError, TooLarge, WriteError, did_you_mean
from .limits import Limits
from .packed import SUFFIX, is_packed, packed, unpacked
from .source import SourceText, decode, visible

__all__ = [
    "Readable",
    "Writable",
    "file_name",
    "read_source",
    "write_atomic",
]

Readable: TypeAlias = str | os.PathLike[str] | IO[bytes] | IO[str]
"""A path, ``"-"`` for standard input, or an open file (binary or text)."""

Writable: TypeAlias = str | os.PathLike[str] | IO[bytes] | IO[str]
"""A path, ``"-"`` for standard output, or an open file (binary or text)."""

_LIMITS = Limits()
_CHUNK = 1 << 20

_TAKES_NO_SUCH_CALL = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM, errno.EACCES)
"""What file systems without owners, modes or a way to sync answer to chown, chmod and fsync."""

_REASONS = {
    errno.ENOSPC: ("the disk is full", "free some space, or write elsewhere"),
    errno.EDQUOT: ("your share of the disk is full", "free some space, or write elsewhere"),
    errno.EROFS: ("the disk is read-only", "write elsewhere"),
    errno.EACCES: ("it may not be written", "write elsewhere, or ask for the right to write there"),
    errno.EPERM: ("it may not be written", "write elsewhere, or ask for the right to write there"),
    errno.EISDIR: ("it is a folder", "name a file in it"),
    errno.ELOOP: ("the link leads back to itself", "name the file itself"),
    errno.ENOTDIR: ("a part of the path is a file, not a folder", "look at the path again"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter one"),
}
"""Reason and next step for what the system says; the rest in its own words."""


def file_name(file: Readable | Writable, *, standard: str = "<stdin>") -> str:
    """What the file is called in messages: its path, ``standard`` for ``"-"``, or ``<stream>``.

    Raises `TypeError` for what is neither a path nor an open file.
    """
    if isinstance(file, str | os.PathLike):
        path = os.fsdecode(file)
        return standard if file == "-" else path
    if not hasattr(file, "read") and not hasattr(file, "write"):
        raise TypeError(f"a path, '-' or an open file is needed, not {type(file).__name__}")
    name = getattr(file, "name", None)
    return name if isinstance(name, str) and name else "<stream>"


def read_source(file: Readable, *, limits: Limits = _LIMITS, keep_mark: bool = False) -> SourceText:
    """The document in ``file``, decoded from UTF-8, with its name for messages.

    A byte-order mark is dropped unless ``keep_mark``. What gzip has packed is unpacked, whatever the file is called.
    At most ``limits.file_bytes`` and one more byte are read, and as many unpacked. Raises `CannotOpen` for a file that
    isn't there, is a folder or may not be read, `TooLarge` past the limit, and `ReadError` for
    what isn't UTF-8 or whole. A named pipe without a writer is waited for, as any program does.
    """
    name = file_name(file)
    if not isinstance(file, str | os.PathLike):
        data = _drained(file, name, limits)
    elif file == "-":
        data = _drained(_standard_input(), name, limits)
    else:
        with _opened(os.fsdecode(file), name) as stream:
            data = _drained(stream, name, limits)
    return decode(data, name, keep_mark=keep_mark)


def _standard_input() -> IO[Any]:
    if sys.stdin is None:
        raise CannotOpen("standard input is closed", hint="name a file")
    stream: IO[Any] = getattr(sys.stdin, "buffer", sys.stdin)
    return stream


def _opened(path: str, name: str) -> IO[bytes]:
    if not path:
        raise CannotOpen("the path is empty", hint="name a file, or - for standard input")
    try:
        return open(path, "rb", buffering=0)
    except (OSError, ValueError) as error:
        message, hint = _unopened(error, path)
        raise CannotOpen(message, name=name, hint=hint) from error


def _unopened(error: OSError | ValueError, path: str) -> tuple[str, str]:
    """What to say of a file that can't be opened, and the next step."""
    if isinstance(error, FileNotFoundError):
        return _missing(path)
    if isinstance(error, IsADirectoryError) or os.path.isdir(path):
        return "this is a folder, not a file", "name a file in it"
    if isinstance(error, PermissionError):
        return "the file may not be read", "ask for the right to read it"
    reason, hint = _REASONS.get(getattr(error, "errno", None) or 0, ("", ""))
    return f"the file can't be opened: {reason or _in_words(error)}", hint


def _missing(path: str) -> tuple[str, str]:
    if os.path.islink(path):
        return "this is a link to a file that isn't there", "write the file, or name another"
    folder, _ = _parts(path)
    if "://" in path:
        return "this is an address, not a file", "download it, and name the file"
    if not os.path.isdir(folder):
        return "the file isn't there, nor is its folder", _nearest(folder)
    return "the file isn't there", _nearest(path)


def _nearest(path: str) -> str:
    """A "did you mean" among the names in the folder of ``path``, or empty."""
    folder, name = _parts(path)
    try:
        names = sorted(os.listdir(folder))
    except OSError:  # a folder that may be entered but not listed
        return ""
    return did_you_mean(name, names).removeprefix("; ")


def _parts(path: str) -> tuple[str, str]:
    """The folder that ``path`` stands in, and its name there."""
    folder, name = os.path.split(path.rstrip(f"{os.sep}{os.altsep or ''}"))
    return folder or os.curdir, name


def _drained(stream: IO[Any], name: str, limits: Limits) -> bytes:
    """Everything in ``stream`` as bytes, read in pieces, so that a high limit costs nothing."""
    pieces: list[Any] = []
    left = limits.file_bytes + 1
    try:
        while left > 0 and (piece := stream.read(min(left, _CHUNK))):
            pieces.append(piece)
            left -= len(piece)
    except (OSError, ValueError) as error:  # ValueError: closed, or a text that can't be decoded
        hint = "open it in binary mode" if isinstance(error, UnicodeDecodeError) else ""
        message = f"the file can't be read: {_in_words(error)}"
        raise CannotOpen(message, name=name, hint=hint) from error
    data = _encoded("".join(pieces), name) if _is_text(pieces) else b"".join(pieces)
    if len(data) > limits.file_bytes:
        raise TooLarge(
            f"the file has more than {limits.file_bytes:,} bytes",
            name=name,
            hint="raise the limit if you trust the file: Limits(file_bytes=...)",
        )
    return unpacked(data, name, limits) if is_packed(data) else data


def _is_text(pieces: list[Any]) -> bool:
    return bool(pieces) and isinstance(pieces[0], str)


def _encoded(text: str, name: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        span = SourceText(name, text).span(error.start)
        message = f"a lone surrogate, U+{ord(text[error.start]):04X}, is no character"
        raise ReadError(message, span=span, hint="open the file in binary mode") from None


def _in_words(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def write_atomic(file: Writable, data: bytes | str) -> None:
    """Write ``data`` (a text as UTF-8) so that ``file`` holds all of it, or what it held before.

    They are packed by gzip if the path ends in ``.gz``; the same data give the same bytes, of one version of zlib.
    A link stays and its target is written; mode, and where allowed owner and group, are kept.
    Other names of the same file (hard links) keep the old content. Devices, pipes and
    ``/dev/stdout`` are written directly, and so are ``"-"`` and open files, which are flushed but
    not closed. Raises `WriteError`; a `BrokenPipeError` passes as it is, because a reader that
    has seen enough is no failure.
    """
    name = file_name(file, standard="<stdout>")
    with _told(name):
        body = data.encode() if isinstance(data, str) else data
        if isinstance(file, str | os.PathLike) and name.lower().endswith(SUFFIX):
            body = packed(body)
        if not isinstance(file, str | os.PathLike):
            _into_stream(file, body)
        elif file == "-":
            _into_standard_output(body)
        else:
            _into_path(os.fsdecode(file), name, body)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turns what the system says into a `WriteError` with the place, the reason, the next step."""
    try:
        yield
    except (BrokenPipeError, WriteError):
        raise
    except (OSError, ValueError) as error:
        known = _REASONS.get(getattr(error, "errno", None) or 0)
        reason, hint = known or (_in_words(error), "look at the path, or write elsewhere")
        raise _unwritten(name, reason, hint) from error


def _unwritten(name: str, reason: str, hint: str) -> WriteError:
    return WriteError(f"{visible(name)}: can't be written: {reason}\n  {hint}")


def _into_standard_output(data: bytes) -> None:
    if sys.stdout is None:
        raise _unwritten("<stdout>", "standard output is closed", "name a file")
    sys.stdout.flush()
    _into_stream(getattr(sys.stdout, "buffer", sys.stdout), data)


def _into_stream(stream: Any, data: bytes) -> None:
    if hasattr(stream, "encoding"):  # a text file of whatever make
        stream.write(data.decode())
    else:
        _into_binary(stream, data)
    stream.flush()


def _into_binary(stream: Any, data: bytes) -> None:
    left = data
    while left:
        taken = stream.write(left)
        if taken is None and not isinstance(stream, RawIOBase):
            return  # a home-made file that doesn't count
        if not taken:
            raise BlockingIOError(errno.EAGAIN, "it takes no more just now")
        left = left[taken:]  # an unbuffered file may take a part only


@cache
def _descriptor() -> re.Pattern[str]:
    """What a path is that names a stream of the process; compiled when a path begins like one."""
    return re.compile(r"/dev/(stdout|stderr)|/(?:dev|proc/self)/fd/([0-9]{1,5})")


def _into_path(path: str, name: str, data: bytes) -> None:
    if path.startswith(("/dev/", "/proc/")) and (found := _descriptor().fullmatch(path)):
        return _into_descriptor({"stdout": 1, "stderr": 2}.get(found[1]) or int(found[2]), data)
    if not path or path.endswith((os.sep, os.altsep or os.sep)):
        raise _unwritten(
            name, "this names a folder" if path else "the path is empty", "name a file"
        )
    old = _status(path)
    if old is not None and stat.S_ISDIR(old.st_mode):
        raise _unwritten(name, *_REASONS[errno.EISDIR])
    if old is not None and not stat.S_ISREG(old.st_mode):
        return _into_device(path, data)
    if old is not None and not os.access(path, os.W_OK):
        raise _unwritten(name, "the file is write-protected", "write elsewhere, or unprotect it")
    target = os.path.realpath(path)
    folder, _ = _parts(target)
    if not os.path.isdir(folder):
        near = _nearest(folder)
        raise _unwritten(name, "its folder isn't there", near or "make the folder first")
    return _replace(target, folder, old, data)


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _into_descriptor(descriptor: int, data: bytes) -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()  # what was written before stays before
    _pour(descriptor, data)


def _into_device(path: str, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY)
    try:
        _pour(descriptor, data)
    finally:
        os.close(descriptor)


def _replace(target: str, folder: str, old: os.stat_result | None, data: bytes) -> None:
    # The name is fixed but for the random part: a target's own name may be as long as names get.
    beside = os.path.join(folder, f".argmap-{os.urandom(8).hex()}.tmp")
    try:
        _fill(beside, old, data)
        os.replace(beside, target)
    except BaseException:  # Ctrl-C as well: nothing is left lying about
        with suppress(OSError):
            os.unlink(beside)
        raise
    with suppress(OSError):  # not every system lets a folder be opened and synced
        _sync_folder(folder)


def _fill(beside: str, old: os.stat_result | None, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    # A private file's new content is private from its first byte on; a new file's mode is the umask's.
    descriptor = os.open(beside, flags, 0o666 if old is None else 0o600)
    try:
        if old is not None:
            _dress(beside, old)
        _pour(descriptor, data)
        with _where_possible():
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _dress(beside: str, old: os.stat_result) -> None:
    """Give ``beside`` the group, owner and mode of the old file, as far as allowed."""
    if hasattr(os, "chown"):
        with _where_possible():
            os.chown(beside, -1, old.st_gid)
        with _where_possible():
            os.chown(beside, old.st_uid, -1)
    with _where_possible():
        os.chmod(beside, stat.S_IMODE(old.st_mode) & 0o777)


@contextmanager
def _where_possible() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _TAKES_NO_SUCH_CALL:
            raise


def _pour(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _sync_folder(folder: str) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
