"""Programs are found where they may be, and ended as Windows wants it, wherever the tests run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from argmap import process
from argmap.process import find_program

POSIX = pytest.mark.skipif(os.name == "nt", reason="there, what may be run is known by its suffix")


@POSIX
def test_a_program_is_found_in_the_first_folder_that_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else another program runs than the one that a terminal would run."""
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
    (tmp_path / "a" / "dot").mkdir()  # a folder
    (tmp_path / "b" / "dot").touch(0o644)  # not to be run
    (tmp_path / "c" / "dot").touch(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join(str(tmp_path / name) for name in "xabc"))
    assert find_program("dot") == tmp_path / "c" / "dot"
    assert find_program("neato") is None


@pytest.mark.parametrize("path", [":.:", "", ".", "::", "bin", "./bin:../bin"])
def test_a_program_in_the_folder_one_stands_in_isnt_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """Else who unpacks a stranger's archive and draws in it runs the stranger's program (G8)."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "dot").touch(0o755)
    (tmp_path / "bin" / "dot").touch(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", path)
    assert find_program("dot") is None
    assert find_program("./dot") is None
    assert find_program("bin/dot") is None


def test_without_a_path_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else an environment without PATH ends in a KeyError."""
    monkeypatch.delenv("PATH")
    assert find_program("dot") is None


def test_an_absolute_name_is_taken_as_it_is(tmp_path: Path) -> None:
    """Else this Python can't be started by its path."""
    assert find_program(sys.executable) == Path(sys.executable)
    assert find_program(str(tmp_path / "nothing")) is None
    assert find_program(str(tmp_path)) is None


def test_on_windows_a_program_has_a_suffix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else ``dot`` isn't found there, or a batch file is, which a shell would run."""
    monkeypatch.setattr(process, "_SUFFIXES", (".exe", ".com"))
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "dot").touch(0o755)
    (tmp_path / "dot.bat").touch(0o755)
    assert find_program("dot") is None
    (tmp_path / "dot.exe").touch(0o755)
    assert find_program("dot") == tmp_path / "dot.exe"


def test_on_windows_the_whole_tree_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a child of the program runs on; and a number that is free again isn't to be ended."""
    told: list[object] = []

    class Process:
        pid = 4711

        def __init__(self, status: int | None) -> None:
            self.poll = lambda: status

        def kill(self) -> None:
            told.append("kill")
            raise PermissionError

    def taskkill(command: list[str], **options: Any) -> NoReturn:
        told.extend([Path(command[0]).name.rpartition("\\")[2], *command[1:], options["timeout"]])
        raise subprocess.TimeoutExpired(command, 5)

    monkeypatch.setattr(process, "_WINDOWS", True)
    monkeypatch.setattr(subprocess, "run", taskkill)
    kill: Callable[[Any], None] = process._kill
    kill(Process(0))
    assert told == []
    kill(Process(None))
    assert told == ["taskkill.exe", "/F", "/T", "/PID", "4711", 5, "kill"]
