"""The command line run in this process and in another, and a small debate to run it on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import ModuleType

import pytest
from attrs import frozen

import argmap
from argmap.cli import main
from argmap.registry import FORMATS


@frozen
class Ended:
    """How a run ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def take_ctrl_c() -> Callable[[], None]:
    """For the start of a program: tests in the background may have been told to ignore Ctrl-C, and what they start with them."""

    def taken() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    return taken


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, made the working one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, here: Path) -> Run:
    """Runs the command line in this process; ``encoding`` is that of its streams."""

    def ran(*arguments: str, given: bytes = b"", encoding: str = "utf-8") -> Ended:
        streams = [TextIOWrapper(BytesIO(data), encoding=encoding) for data in (given, b"", b"")]
        with monkeypatch.context() as patch:
            for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
                patch.setattr(sys, name, stream)
            code = main(arguments)
        out, err = [stream.buffer.getvalue().decode() for stream in streams[1:]]
        return Ended(code, out, err)

    return ran


@pytest.fixture
def launch(here: Path) -> Run:
    """Runs the command line in a process of its own."""

    def launched(*arguments: str, given: bytes = b"", **environment: str) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "argmap", *arguments],
            input=given,
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
            timeout=60,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return launched


@pytest.fixture
def debate(here: Path) -> argmap.ArgumentMap:
    """A map of three claims and two links; it stands in ``debate.json`` of the working folder."""
    draft = argmap.Draft("Co-ops")
    welcome = draft.claim("Welcome the policy.", id="welcome")
    draft.support(welcome, by=draft.claim("It is progressive.", id="progressive"))
    draft.rebut(welcome, by=draft.claim("It is cover for cuts.", id="cuts"))
    map = draft.map()
    argmap.write(map, "debate.json")
    return map


@pytest.fixture
def plug_in(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, argmap.Format | str], None]:
    """Installs a format under a name, as an entry point finds it; a text is code that fails."""

    def installed(name: str, format: argmap.Format | str) -> None:
        folder = here / f"{name}-1.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Name: {name}\nVersion: 1\n")
        (folder / "entry_points.txt").write_text(f"[argmap.formats]\n{name} = {name}_module:it\n")
        if isinstance(format, str):
            (here / f"{name}_module.py").write_text(format)
        else:
            module = ModuleType(f"{name}_module")
            module.it = format  # type: ignore[attr-defined]  # an empty module takes any name
            monkeypatch.setitem(sys.modules, f"{name}_module", module)
        monkeypatch.syspath_prepend(str(here))
        monkeypatch.setattr(FORMATS, "_plugins", None)
        monkeypatch.setattr(FORMATS, "_loaded", {})

    return installed
