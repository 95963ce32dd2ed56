"""Importing argmap is light: what is heavy is loaded when it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "networkx",
    "pydot",
    "pyparsing",
    "yaml",
    "rdflib",
    "hypothesis",
    "click",
    "pygraphviz",
    "numpy",
    "pytest",
    "sphinx",
    "docutils",
    "markdown",
    "watchfiles",
    "http.server",
)
ASKING = "import sys; before = set(sys.modules); {}; print(*sorted(set(sys.modules) - before))"


def loaded(*arguments: str) -> set[str]:
    """The modules that a fresh interpreter names on its standard output, a warning being an error."""
    done = subprocess.run(
        [sys.executable, "-W", "error", *arguments], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "statement",
    [
        "import argmap",
        "import argmap; argmap.Draft, argmap.ArgumentMap, argmap.ReadError",
        "import argmap; draft = argmap.Draft(); draft.claim('Yes.'); draft.map()",
        "from argmap import draw, read, write",
    ],
)
def test_nothing_heavy_is_loaded(statement: str) -> None:
    """Else everyone pays for networkx, pydot or hypothesis, though few use them."""
    modules = loaded("-c", ASKING.format(statement))
    assert "argmap" in modules
    assert modules.isdisjoint(HEAVY)


def test_importing_loads_hardly_anything() -> None:
    """Else the lazy names at the top have become eager ones."""
    modules = loaded("-c", ASKING.format("import argmap"))
    own = {module for module in modules if module.partition(".")[0] == "argmap"}
    assert own == {"argmap"}
    assert "attr" not in modules


def test_a_graph_loads_networkx() -> None:
    """Else the tests above would pass if networkx were never found at all."""
    assert "networkx" in loaded("-c", ASKING.format("import argmap; argmap.Draft().map().graph"))


def test_the_version_is_told_without_the_graph_libraries() -> None:
    """Else the shell waits for libraries that ``--version`` has no use for."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "argmap", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "argmap" in modules
    assert modules.isdisjoint({"networkx", "pydot", "pyparsing", "hypothesis", "numpy"})
