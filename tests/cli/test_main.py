"""``python -m argmap`` and the ``argmap`` program are the same thing."""

from __future__ import annotations

import runpy
import sys
from importlib.metadata import entry_points
from typing import Any

import pytest

import argmap
import argmap.cli


@pytest.fixture(autouse=True)
def _as_python_finds_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has a plug-in of pytest is loaded by pytest's own hook, which can't run a module as a program."""
    finders = [each for each in sys.meta_path if type(each).__name__ != "AssertionRewritingHook"]
    monkeypatch.setattr(sys, "meta_path", finders)


def test_the_module_runs_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the scripts' folder isn't on the PATH there would be no command line."""
    monkeypatch.setattr(sys, "argv", ["argmap", "--version"])
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module("argmap", run_name="__main__")
    assert capsys.readouterr().out == f"argmap {argmap.__version__}\n"


def test_importing_the_module_runs_nothing() -> None:
    """A tool that imports every module (a documentation builder) would start the program."""
    assert runpy.run_module("argmap.__main__")["main"] is argmap.cli.main


def test_the_installed_program_is_main() -> None:
    """``pip install argmap`` would bring no ``argmap`` program, or another one."""
    (script,) = entry_points(group="console_scripts", name="argmap")
    assert script.load() is argmap.cli.main


def test_the_exit_code_reaches_the_shell(launch: Any) -> None:
    """Every run would seem to have gone well."""
    assert launch("check", "nowhere.json").code == 7
    assert launch("--version").code == 0
