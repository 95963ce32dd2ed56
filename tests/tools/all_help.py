"""All that an installed argmap says of itself: ``help`` of every public name, ``--help`` of every command, every rule of lint.

``python tests/tools/all_help.py`` prints it. A wheel must say what the sources say, byte for byte, though docstrings of what no user is
shown are left out of it: ``.ci/run`` compares the two, and so does a test.
"""

from __future__ import annotations

import pydoc
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from click.testing import CliRunner

ROOT = Path(__file__).resolve().parents[2]


def public_modules() -> list[str]:
    """The modules that people import from, by pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    hooks = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]
    return [str(name) for name in hooks["custom"]["public"]]


def helped() -> Iterator[str]:
    """What ``help`` says of each module that people import from, and of each name that it lists."""
    for name in public_modules():
        module = import_module(name)
        yield f"{name}: {module.__doc__}"
        for listed in module.__all__:
            yield f"{name}.{listed}"
            yield pydoc.plain(pydoc.text.document(getattr(module, listed), listed))


def commanded() -> Iterator[str]:
    """The help of the program and of its commands."""
    program = import_module("argmap.cli.program")
    for arguments in ([], *([command] for command in program.COMMANDS)):
        yield CliRunner().invoke(program.PROGRAM, [*arguments, "--help"]).output


def ruled() -> Iterator[str]:
    """What each rule of lint says of itself, and what Markdown's extension says of its entry."""
    for rule in import_module("argmap.linting").RULES:
        yield f"{rule.code} {rule.words}"
    fences = import_module("argmap.integrations.markdown_fences")
    for name in fences.__all__:
        yield f"{name}: {getattr(fences, name).__doc__}"


def main() -> None:
    """Print all of it, without the places of things in memory."""
    for text in (*helped(), *commanded(), *ruled()):
        print(re.sub(r"(?:0x|\.\.\.)[0-9a-f]+>", ">", text))


if __name__ == "__main__":
    main()
