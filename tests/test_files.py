"""Tests of the door to files: reading. Writing is in ``test_files_writing.py``."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from threading import Thread
from typing import IO, cast

import pytest

from argmap.errors import CannotOpen, ReadError, TooLarge
from argmap.files import file_name, read_source
from argmap.limits import Limits

posix = pytest.mark.skipif(os.name != "posix", reason="links, pipes and devices of Unix")


class _Endless(io.RawIOBase):
    """A device without an end that counts what is taken from it."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        size = len(memoryview(buffer))  # type: ignore[arg-type]  # what io hands over is a buffer
        self.taken += size
        return size


@pytest.mark.parametrize("make", [str, Path])
def test_a_path_is_read_as_utf8(tmp_path: Path, make: type[str] | type[Path]) -> None:
    """A path of either kind gives its text and its name, whatever the locale says."""
    file = tmp_path / "débat.txt"
    file.write_bytes("\ufeffça\r\nva".encode())
    source = read_source(make(file))
    assert source.text == "ça\r\nva"
    assert source.name == str(file)


def test_open_files_are_read_where_they_stand() -> None:
    """Binary and text files are both taken, from where they are, and stay open."""
    binary = io.BytesIO(b"##abc")
    binary.seek(2)
    assert read_source(binary).text == "abc"
    text = io.StringIO("é€")
    assert read_source(text).text == "é€"
    assert not binary.closed
    assert not text.closed
    assert read_source(io.StringIO("")).text == ""


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` reads the bytes of standard input, not its text in the locale's encoding."""
    bytes_below = io.BytesIO("é".encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(bytes_below, encoding="latin-1"))
    source = read_source("-")
    assert (source.name, source.text) == ("<stdin>", "é")
    monkeypatch.setattr(sys, "stdin", io.StringIO("plain"))
    assert read_source("-").text == "plain"


def test_a_path_object_named_dash_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the text ``-`` is standard input; `Path("-")` is somebody's file."""
    monkeypatch.chdir(tmp_path)
    Path("-").write_text("a file", encoding="utf-8")
    assert read_source(Path("-")).text == "a file"


def test_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program started without standard input gets an error of ours, not an AttributeError."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CannotOpen, match="standard input is closed"):
        read_source("-")


@pytest.mark.parametrize("size", [0, 1, 10])
def test_the_limit_is_exact(tmp_path: Path, size: int) -> None:
    """A file of just the limit is read, and one byte more is refused with the limit's name."""
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * size)
    assert len(read_source(file, limits=Limits(file_bytes=size)).text) == size
    file.write_bytes(b"x" * (size + 1))
    with pytest.raises(TooLarge, match=rf"more than {size} bytes\n.*Limits\(file_bytes"):
        read_source(file, limits=Limits(file_bytes=size))


def test_the_limit_counts_bytes_of_a_text_too() -> None:
    """A text file object is measured in UTF-8 bytes, or the limit would be four times as wide."""
    assert read_source(io.StringIO("éé"), limits=Limits(file_bytes=4)).text == "éé"
    with pytest.raises(TooLarge):
        read_source(io.StringIO("éé"), limits=Limits(file_bytes=3))


def test_no_more_than_the_limit_and_one_byte_is_taken() -> None:
    """A device without an end costs no more than the limit."""
    device = _Endless()
    with pytest.raises(TooLarge):
        read_source(cast("IO[bytes]", device), limits=Limits(file_bytes=3_000_000))
    assert device.taken == 3_000_001


def test_a_huge_limit_reserves_nothing(tmp_path: Path) -> None:
    """A limit of a petabyte doesn't make Python ask for a petabyte before the first byte."""
    file = tmp_path / "a.txt"
    file.write_bytes(b"small")
    assert read_source(file, limits=Limits(file_bytes=10**15)).text == "small"


@posix
def test_devices_and_sparse_files_are_bounded(tmp_path: Path) -> None:
    """``/dev/zero`` and a sparse file of two gigabytes are refused after the limit."""
    sparse = tmp_path / "sparse"
    with sparse.open("wb") as file:
        file.truncate(2_000_000_000)
    for path in ("/dev/zero", str(sparse)):
        with pytest.raises(TooLarge):
            read_source(path, limits=Limits(file_bytes=100_000))
    assert read_source("/dev/null").text == ""


@posix
def test_a_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    """What another program writes into a pipe, in pieces, is read whole."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def write() -> None:
        with pipe.open("wb", buffering=0) as file:
            file.write(b"one ")
            file.write(b"two")

    writer = Thread(target=write)
    writer.start()
    assert read_source(pipe).text == "one two"
    writer.join()


def test_a_missing_file_has_a_did_you_mean(tmp_path: Path) -> None:
    """The nearest name in the folder is proposed, on a line of its own."""
    (tmp_path / "debate.argdown").touch()
    wrong = tmp_path / "debat.argdown"
    with pytest.raises(CannotOpen) as caught:
        read_source(wrong)
    assert str(caught.value) == (f"{wrong}: the file isn't there\n  did you mean 'debate.argdown'?")
    assert isinstance(caught.value.__cause__, FileNotFoundError)


def test_a_missing_folder_is_named_as_the_trouble(tmp_path: Path) -> None:
    """A typo in the folder's name is said to be there, and the right name proposed."""
    (tmp_path / "debates").mkdir()
    with pytest.raises(CannotOpen, match=r"nor is its folder\n  did you mean 'debates'"):
        read_source(tmp_path / "debtes" / "a.txt")
    with pytest.raises(CannotOpen, match="this is an address, not a file\n  download it"):
        read_source("https://example.org/debate.argdown")
    with pytest.raises(CannotOpen, match=r"nor is its folder$"):
        read_source(tmp_path / "no" / "such" / "a.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is refused in words, with the next step."""
    with pytest.raises(CannotOpen, match=r"this is a folder, not a file\n  name a file in it"):
        read_source(tmp_path)


def test_an_empty_path_is_refused() -> None:
    """An unset variable in a script isn't taken for the working folder."""
    with pytest.raises(CannotOpen, match="the path is empty"):
        read_source("")


@posix
def test_links_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    """A dangling link and a link to itself are told apart from a missing file."""
    dangling, loop = tmp_path / "dangling", tmp_path / "loop"
    dangling.symlink_to(tmp_path / "gone")
    loop.symlink_to(loop)
    with pytest.raises(CannotOpen, match="a link to a file that isn't there"):
        read_source(dangling)
    with pytest.raises(CannotOpen, match="the link leads back to itself"):
        read_source(loop)


@posix
def test_a_path_through_a_file_and_a_name_too_long(tmp_path: Path) -> None:
    """What the system refuses in numbers is said in words."""
    (tmp_path / "a.txt").touch()
    with pytest.raises(CannotOpen, match="a part of the path is a file"):
        read_source(tmp_path / "a.txt" / "b.txt")
    with pytest.raises(CannotOpen, match="the name is too long"):
        read_source(tmp_path / ("x" * 300))


def test_a_path_with_nul_is_refused_in_our_words() -> None:
    """Python's bare ValueError about a null byte doesn't come through."""
    with pytest.raises(CannotOpen, match="null"):
        read_source("a\0b")


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that may not be read; the refusal is played, for root may read everything."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    return tmp_path / "locked"


def test_no_right_to_read_is_told(locked: Path) -> None:
    """Permission denied is said as what it means for the reader."""
    with pytest.raises(CannotOpen, match=r"the file may not be read\n  ask for the right"):
        read_source(locked)


def test_a_folder_that_can_not_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder's names may not be listed the error comes without a proposal."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(CannotOpen, match=r"the file isn't there$"):
        read_source(tmp_path / "a.txt")
    monkeypatch.setattr(os, "stat", refuse)
    with pytest.raises(CannotOpen, match=r"nor is its folder$"):
        read_source(tmp_path / "a.txt")


def test_streams_that_fail_while_reading(tmp_path: Path) -> None:
    """A closed file, one opened for writing and a broken device all raise CannotOpen."""
    closed = io.BytesIO()
    closed.close()
    with (tmp_path / "out").open("wb") as out:
        for stream in (closed, out):
            with pytest.raises(CannotOpen, match="can't be read: "):
                read_source(stream)
    ascii_only = io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="ascii")
    with pytest.raises(CannotOpen, match="can't decode byte 0xff"):
        read_source(ascii_only)


def test_lone_surrogates_of_a_text_file_are_refused() -> None:
    """A text file opened with errors="surrogateescape" is refused at the place of the byte."""
    stream = io.TextIOWrapper(io.BytesIO(b"ok\nb\xff"), encoding="utf-8", errors="surrogateescape")
    with pytest.raises(ReadError, match=r"<stream>:2:2: a lone surrogate, U\+DCFF"):
        read_source(stream)


def test_names_are_shown_without_controls(tmp_path: Path) -> None:
    """A file's name can't move the cursor of the terminal that shows the error."""
    with pytest.raises(CannotOpen) as caught:
        read_source(tmp_path / "a\x1b[2J\nb")
    assert "a\\x1b[2J\\nb: the file isn't there" in str(caught.value)


@posix
def test_names_that_are_no_utf8_work(tmp_path: Path) -> None:
    """A name of undecodable bytes is opened, and shown as escapes."""
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    with pytest.raises(CannotOpen, match=r"\\udcff\.txt: the file isn't there"):
        read_source(name)
    Path(name).write_bytes(b"x")
    assert read_source(name).text == "x"


def test_file_name_says_what_messages_call_it(tmp_path: Path) -> None:
    """Paths go by themselves, open files by their path, the rest by a word."""
    assert file_name("-") == "<stdin>"
    assert file_name("-", standard="<stdout>") == "<stdout>"
    assert file_name(Path("a") / "b") == str(Path("a") / "b")
    with (tmp_path / "x").open("wb") as file:
        assert file_name(file) == str(tmp_path / "x")
    with os.fdopen(os.open(os.devnull, os.O_RDONLY)) as numbered:
        assert file_name(numbered) == "<stream>"
    assert file_name(io.BytesIO()) == "<stream>"


@pytest.mark.parametrize("wrong", [3, None, b"path", ["a"]])
def test_what_is_no_file_is_a_type_error(wrong: object) -> None:
    """A slip in the caller's code is a TypeError that names the type, not a read error."""
    with pytest.raises(TypeError, match=f"not {type(wrong).__name__}$"):
        read_source(wrong)  # type: ignore[arg-type]  # the wrong type is the test


def test_packed_data_in_a_text_file_are_told_of(tmp_path: Path) -> None:
    """``open("map.json.gz")`` decodes what is no text; the message said no next step."""
    (tmp_path / "a.json.gz").write_bytes(b"\x1f\x8b\x08")
    with (
        (tmp_path / "a.json.gz").open(encoding="utf-8") as stream,
        pytest.raises(CannotOpen, match=r"can't be read: .*\n  open it in binary mode"),
    ):
        read_source(stream)
