"""The program: its commands, its help, what it loads."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

import argmap
from argmap.cli import main
from argmap.cli.program import COMMANDS

HEAVY = ("networkx", "pydot", "hypothesis", "argmap.layout", "argmap.drawing", "argmap.model")

_LOADED = """\
import json, sys
from argmap.cli import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def _modules(*arguments: str) -> list[str]:
    """The modules that are loaded when the program has run with these arguments."""
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, *arguments], capture_output=True, check=True, timeout=60
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    assert done.stdout
    return [str(module) for module in modules]


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], *([command, "--help"] for command in COMMANDS)]
)
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    """Asking for the version would wait for networkx or the layout."""
    loaded = _modules(*arguments)
    assert [module for module in loaded if module.startswith(HEAVY)] == []


def test_the_version_loads_no_command() -> None:
    """The commands would be imported although none is asked for."""
    loaded = _modules("--version")
    assert [name for name in COMMANDS if f"argmap.cli.{name}" in loaded] == []


def test_the_version_is_the_packages(run: Any) -> None:
    """A person reporting a bug would name another version than the one installed."""
    assert run("--version").out == f"argmap {argmap.__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_examples_and_exit_codes(run: Any, command: str) -> None:
    """A person would have to read the sources to learn how a command is used and how it ends."""
    ended = run(command, "-h")
    assert ended.code == 0
    assert f"  Examples:\n    argmap {command}" in ended.out
    assert "  Exit codes:\n    0    all went well\n" in ended.out
    assert f"  {command} " in run("--help").out


def test_no_command_shows_the_help_as_an_error(run: Any) -> None:
    """A script that forgets the command would seem to have done something."""
    ended = run()
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.startswith("Usage: argmap")


def test_a_mistyped_command_is_guessed(run: Any) -> None:
    """A slip of a finger would send a person to the manual."""
    ended = run("covnert", "a.json", "b.svg")
    assert ended.code == 2
    assert ended.err == (
        "argmap: error: no command is named 'covnert'; did you mean 'convert'?\n"
        "  argmap --help says more\n"
    )


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("argmap ", [*COMMANDS]),
        ("argmap dr", ["draw"]),
        ("argmap convert --to sv", ["svg"]),
        ("argmap draw --theme da", ["dark"]),
        ("argmap nonsense ", [*COMMANDS]),
    ],
)
def test_a_shell_completes(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    offered: list[str],
) -> None:
    """Loading commands and names late would have cost their completion."""
    monkeypatch.setenv("_ARGMAP_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split(" ")) - 1))
    with pytest.raises(SystemExit):
        main([])
    assert capsys.readouterr().out.split() == [f"plain,{word}" for word in offered]
