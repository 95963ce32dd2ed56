"""Pipes, closed streams, odd terminals and odd names, in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

import argmap

POSIX = pytest.mark.skipif(os.name == "nt", reason="a shell and its redirections are needed")
ARGMAP = f"'{sys.executable}' -m argmap"


def _shell(command: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, shell=True, capture_output=True, check=False, timeout=60)


@POSIX
@pytest.mark.parametrize(
    "command",
    [
        "draw big.json -o - | head -c 10",
        "--help | true",
        "formats | true",
        "check big.json big.json | true",
        "convert big.json - --to json | true",
        "draw nowhere.json 2>&1 | true",
    ],
)
def test_a_reader_that_has_seen_enough(here: Path, command: str) -> None:
    """``| head`` would end with a traceback, or a complaint at the interpreter's exit."""
    draft = argmap.Draft("Big")
    for number in range(400):
        draft.claim(f"Claim {number} of many. " * 20, id=f"c{number}")
    argmap.write(draft.map(), "big.json")
    done = _shell(f"{{ {ARGMAP} {command.replace(' |', '; echo $? >code; } |', 1)}")
    assert done.stderr == b""
    assert (here / "code").read_text() in ("0\n", "7\n")


@POSIX
def test_closed_streams(here: Path, debate: object) -> None:
    """A program started without streams would end with a traceback."""
    assert _shell(f"{ARGMAP} check - <&-").returncode == 7
    done = _shell(f"{ARGMAP} check debate.json >&-")
    assert done.returncode == 8
    assert done.stderr.startswith(b"argmap: error: <stdout>: can't be written: ")
    done = _shell(f"{ARGMAP} draw debate.json -o - >&-")
    assert done.returncode == 8
    assert done.stderr.startswith(b"argmap: error: <stdout>: can't be written: ")
    assert _shell(f"{ARGMAP} draw debate.json 2>&-").returncode == 0
    assert (here / "debate.svg").exists()
    assert _shell(f"{ARGMAP} --help >&- 2>&- <&-").returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "command", ["--help", "--version", "formats", "check debate.json", "draw debate.json -o -"]
)
def test_a_full_disk(debate: object, command: str) -> None:
    """An answer would be cut off, and the exit code say that all is well."""
    done = _shell(f"{ARGMAP} {command} >/dev/full")
    assert done.returncode == 8
    assert done.stderr.startswith(b"argmap: error: <stdout>: can't be written: ")
    assert done.stderr.count(b"\n") <= 2


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "0"},
    ],
    ids=["c-locale", "cp1252", "ascii", "dumb"],
)
def test_odd_terminals(launch: Any, here: Path, environment: dict[str, str]) -> None:
    """A letter that a terminal lacks would end the program with a UnicodeEncodeError."""
    draft = argmap.Draft("Größe 大きさ")
    draft.claim("日本 \N{SNOWMAN}", id="見")
    argmap.write(draft.map(), "map.json")
    drawn = launch("draw", "map.json", "-o", "-", **environment)
    assert (drawn.code, drawn.err) == (0, "")
    assert "日本" in drawn.out
    unknown = launch("draw", "map.json", "--focus", "見見", "-o", "x.svg", **environment)
    assert unknown.code == 12
    assert unknown.err.startswith("argmap: error: no element has the id '")
    listed = launch("formats", **environment)
    assert (listed.code, listed.err) == (0, "")
    assert "\x1b" not in listed.out + unknown.err


ODD = ["line\nend.json", "quo'te\".json", "-x.json", "sp ace.json", "\x1b[2J.json", "a..json"]
UNDECODABLE = os.fsdecode(b"\xff\xfe.json")


@POSIX
@pytest.mark.parametrize("name", [*ODD, "l" * 250 + ".json", UNDECODABLE])
def test_odd_names(run: Any, launch: Any, here: Path, debate: object, name: str) -> None:
    """A name that the system allows could not be read, drawn or told."""
    text = (here / "debate.json").read_text()
    try:
        (here / name).write_text(text)
    except OSError:
        pytest.skip("this file system doesn't take the name")
    drawn = (launch if name == UNDECODABLE else run)("draw", "--", name)
    assert drawn.code == 0
    assert drawn.err.count("\n") == 1
    assert "\x1b" not in drawn.err
    assert (here / name).with_suffix(".svg").exists()
    (here / name).write_text(text[:-9])
    broken = run("check", "--", name)
    assert broken.code == 4
    first, *_ = broken.err.splitlines()
    assert first.startswith("argmap: error: ")
    assert ".json:" in first


def _wait_until_read(pipe: IO[bytes]) -> None:
    """Returns when the other end has read all that was written, and so waits for more."""
    from fcntl import ioctl  # not on every system
    from termios import FIONREAD

    for _ in range(3_000):
        if int.from_bytes(ioctl(pipe, FIONREAD, b"1234"), sys.byteorder) == 0:
            return
        time.sleep(0.01)
    pytest.fail("the program doesn't read its input")


@pytest.mark.skipif(sys.platform != "linux", reason="how much waits in a pipe is asked of Linux")
def test_ctrl_c(here: Path, debate: object, take_ctrl_c: Callable[[], None]) -> None:
    """A shell loop would go on after its user has stopped it, or the terminal show a traceback."""
    (here / "old.svg").write_text("old")
    words = [sys.executable, "-m", "argmap", "draw", "-", "-o", "old.svg"]
    with subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=take_ctrl_c,  # noqa: PLW1509 - no threads are about here
    ) as process:
        assert process.stdin is not None
        process.stdin.write((here / "debate.json").read_bytes())
        process.stdin.flush()
        _wait_until_read(process.stdin)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert told.strip() == b""
    assert (here / "old.svg").read_text() == "old"


def test_plain_json_for_any_stream(launch: Any, here: Path) -> None:
    """A program would get JSON that it can't decode from a terminal's own encoding."""
    (here / "größe.json").write_text("[")
    ended = launch("check", "--format", "json", "größe.json", PYTHONIOENCODING="cp1252")
    assert ended.out.isascii()
    assert json.loads(ended.out)["files"][0]["file"] == "größe.json"
