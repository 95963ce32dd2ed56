"""Tests of the door to files: writing. Faults are in ``test_files_faults.py``."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from threading import Thread

import pytest

from argmap.errors import WriteError
from argmap.files import write_atomic

OLD, NEW = b"the old content, whole", b"the new content, whole, and longer"
posix = pytest.mark.skipif(os.name != "posix", reason="modes, links and devices of Unix")


@pytest.mark.parametrize("make", [str, Path])
def test_a_new_file_and_an_old_one(tmp_path: Path, make: type[str] | type[Path]) -> None:
    """Both are written whole, from bytes and from text, and nothing else is in the folder."""
    file = tmp_path / "é.txt"
    write_atomic(make(file), b"one\r\n\x00")
    assert file.read_bytes() == b"one\r\n\x00"
    write_atomic(make(file), "twö\n")
    assert file.read_bytes() == "twö\n".encode()
    write_atomic(make(file), b"")
    assert file.read_bytes() == b""
    assert list(tmp_path.iterdir()) == [file]


@posix
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_modes_are_kept_or_the_umasks(tmp_path: Path, mask: int) -> None:
    """An old file keeps its mode, a new one gets what the umask says, never 600 by accident."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch()
    old.chmod(0o640)
    before = os.umask(mask)
    try:
        write_atomic(old, NEW)
        write_atomic(new, NEW)
    finally:
        os.umask(before)
    assert old.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode & 0o777 == 0o666 & ~mask


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root gives away")
def test_owner_and_group_are_kept(tmp_path: Path) -> None:
    """A file that root rewrites for somebody stays somebody's."""
    file = tmp_path / "a"
    file.write_bytes(OLD)
    os.chown(file, 65_534, 65_533)
    write_atomic(file, NEW)
    assert (file.stat().st_uid, file.stat().st_gid) == (65_534, 65_533)


def test_where_nobody_owns_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without owners (Windows) writes as well."""
    monkeypatch.delattr(os, "chown", raising=False)
    (tmp_path / "a").write_bytes(OLD)
    write_atomic(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW


@posix
def test_links_stay_and_their_target_is_written(tmp_path: Path) -> None:
    """A link, a chain of links and a dangling one lead to the file; the links are still links."""
    (tmp_path / "deep").mkdir()
    target = tmp_path / "deep" / "target"
    first, second = tmp_path / "first", tmp_path / "second"
    second.symlink_to(target)
    first.symlink_to(second)
    for content in (OLD, NEW):  # dangling at first, then there
        write_atomic(first, content)
        assert target.read_bytes() == content
    assert first.is_symlink()
    assert second.is_symlink()


@posix
def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    """A loop of links is an error with a reason, not an endless search."""
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(WriteError, match=r"the link leads back to itself\n  name the file itself"):
        write_atomic(loop, NEW)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("folder", "it is a folder"),
        ("new/", "this names a folder"),
        ("floder/a", r"its folder isn't there\n  did you mean 'folder'"),
        ("gone/a", r"its folder isn't there\n  make the folder first"),
        ("file/a", "a part of the path is a file"),
        ("x" * 300, "the name is too long"),
        ("a\0b", "null"),
    ],
)
@posix
def test_what_is_no_place_for_a_file(tmp_path: Path, name: str, reason: str) -> None:
    """Each says its reason and the next step, and changes nothing."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(WriteError, match=rf"can't be written: .*{reason}"):
        write_atomic(f"{tmp_path}/{name}", NEW)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "folder"]


def test_an_empty_path_is_refused() -> None:
    """An unset variable in a script is told, not taken for the working folder."""
    with pytest.raises(WriteError, match=r"can't be written: the path is empty\n  name a file"):
        write_atomic("", NEW)


@pytest.fixture
def mortal() -> Iterator[Path]:
    """A folder of somebody who isn't root, who may do everything."""
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    if root:
        os.chown(folder, 65_534, 65_534)
        os.setresuid(65_534, 65_534, 0)
    try:
        yield folder
    finally:
        if root:
            os.setresuid(0, 0, 0)
        folder.chmod(0o700)
        rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "setresuid"), reason="needs to lay down root's rights")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_write_protection_is_obeyed(mortal: Path, what: str) -> None:
    """A protected file isn't replaced though its folder would allow it; nor in a protected folder."""
    file = mortal / "a"
    file.write_bytes(OLD)
    (file if what == "file" else mortal).chmod(0o500)
    with pytest.raises(WriteError, match=r"write-protected|it may not be written"):
        write_atomic(file, NEW)
    assert file.read_bytes() == OLD
    assert list(mortal.iterdir()) == [file]


@posix
def test_a_full_disk_is_told() -> None:
    """The device that is always full gives the reason and the next step."""
    with pytest.raises(WriteError) as caught:
        write_atomic("/dev/full", NEW)
    assert str(caught.value) == (
        "/dev/full: can't be written: the disk is full\n  free some space, or write elsewhere"
    )
    assert isinstance(caught.value.__cause__, OSError)


@posix
def test_devices_and_pipes_are_written_not_replaced(tmp_path: Path) -> None:
    """``/dev/null`` is still a device afterwards, and a pipe's reader gets the content."""
    write_atomic(os.devnull, NEW)
    assert Path(os.devnull).is_char_device()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_atomic(pipe, NEW)
    reader.join()
    assert got == [NEW]
    assert pipe.is_fifo()


@posix
def test_dev_stdout_appends_to_what_was_printed(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where standard output is a file it isn't replaced, and the order of the output is kept."""
    sys.stdout.write("before\n")
    for name in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        write_atomic(name, f"{name}\n")
    write_atomic("/dev/stderr", "trouble\n")
    monkeypatch.setattr(sys, "stderr", None)
    write_atomic("/dev/stderr", "more\n")
    out, err = capfd.readouterr()
    assert out == "before\n/dev/stdout\n/dev/fd/1\n/proc/self/fd/1\n"
    assert err == "trouble\nmore\n"
    with pytest.raises(WriteError, match="Bad file descriptor"):
        write_atomic("/dev/fd/99999", NEW)


def test_a_dash_is_standard_output(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """``-`` writes bytes after what was printed, into whatever stands for standard output."""
    sys.stdout.write("before\n")
    write_atomic("-", b"\xff\x00")
    assert capfdbinary.readouterr().out == b"before\n\xff\x00"
    text = io.StringIO()
    monkeypatch.setattr(sys, "stdout", text)
    write_atomic("-", "plain")
    assert text.getvalue() == "plain"
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(WriteError, match="<stdout>: can't be written: standard output is closed"):
        write_atomic("-", NEW)


@posix
def test_a_reader_that_has_seen_enough_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """`BrokenPipeError` comes through as it is, so that ``| head`` can end quietly."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb", buffering=0) as pipe, pytest.raises(BrokenPipeError):
        write_atomic(pipe, NEW)


class _Trickle(io.RawIOBase):
    """An unbuffered file that takes ``most`` bytes at a time."""

    def __init__(self, most: int | None) -> None:
        self.most, self.got = most, b""

    def write(self, data: object) -> int | None:
        piece = bytes(data)[: self.most or 0]  # type: ignore[call-overload]  # a buffer
        self.got += piece
        return len(piece) if self.most is not None else None


class _Uncounted:
    """A home-made file whose ``write`` says nothing."""

    got = b""

    def write(self, data: bytes) -> None:
        self.got += data

    def flush(self) -> None:
        """Nothing to do."""


def test_open_files_are_written_and_left_open(tmp_path: Path) -> None:
    """Binary, text, unbuffered and home-made files all get everything, flushed."""
    with (tmp_path / "a").open("wb") as binary:
        write_atomic(binary, NEW)
        assert (tmp_path / "a").read_bytes() == NEW
        assert not binary.closed
    text = io.StringIO()
    write_atomic(text, "é".encode())
    assert text.getvalue() == "é"
    trickle, uncounted = _Trickle(3), _Uncounted()
    write_atomic(trickle, NEW)  # type: ignore[arg-type]  # a raw file is one of bytes
    write_atomic(uncounted, NEW)  # type: ignore[arg-type]  # as people do
    assert trickle.got == uncounted.got == NEW


@pytest.mark.parametrize("most", [0, None])
def test_a_file_that_takes_nothing_is_no_success(most: int | None) -> None:
    """An unbuffered file that isn't ready loses nothing in silence and loops not at all."""
    with pytest.raises(WriteError, match="takes no more just now"):
        write_atomic(_Trickle(most), NEW)  # type: ignore[arg-type]  # a raw file is one of bytes


def test_open_files_that_can_not_say_it() -> None:
    """A closed file, and texts that an encoding can't say, are write errors with the reason."""
    closed = io.BytesIO()
    closed.close()
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    with pytest.raises(WriteError, match="closed file"):
        write_atomic(closed, NEW)
    with pytest.raises(WriteError, match="'ascii' codec can't encode"):
        write_atomic(narrow, "é")
    with pytest.raises(WriteError, match="surrogates not allowed"):
        write_atomic(io.BytesIO(), "\ud800")
    with pytest.raises(WriteError, match="can't decode byte 0x89"):
        write_atomic(io.StringIO(), b"\x89PNG")


@posix
def test_names_as_long_as_names_get_and_odd_ones(tmp_path: Path) -> None:
    """255 bytes, line breaks, quotes, leading dashes and undecodable bytes all work."""
    odd = os.fsdecode(b"\xff")
    for name in ("x" * 255, "a\nb", "'\"", "-x", " ", odd):
        write_atomic(tmp_path / name, NEW)
        assert (tmp_path / name).read_bytes() == NEW


def test_errors_show_names_without_controls(tmp_path: Path) -> None:
    """A name can't move the cursor of the terminal that shows the error."""
    with pytest.raises(WriteError, match=r"a\\x1b\[2J/b: can't be written"):
        write_atomic(f"{tmp_path}/a\x1b[2J/b", NEW)
