"""What ``import argmap`` gives: the names, loaded when used, told alike to people, tools and checkers."""

from __future__ import annotations

import ast
from importlib import import_module
from inspect import getdoc
from pathlib import Path

import pytest

import argmap

LOADED = [name for name in argmap.__all__ if name != "__version__"]


def homes() -> dict[str, str]:
    """The module of each name, as the table at the top of the package says."""
    return {name: home for home, names in argmap._HOMES.items() for name in names}


def seen_by_checkers() -> dict[str, str]:
    """The module of each name, as type checkers see it: what is imported under ``TYPE_CHECKING``."""
    tree = ast.parse(Path(argmap.__file__).read_text(encoding="utf-8"))
    (block,) = [
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    return {
        alias.name: str(node.module)
        for node in block.body
        if isinstance(node, ast.ImportFrom) and node.level  # the package's own
        for alias in node.names
    }


def test_the_lists_agree() -> None:
    """Else a name is public that can't be loaded, or a checker sees another thing than is loaded."""
    assert sorted(LOADED) == sorted(homes())
    assert homes() == seen_by_checkers()
    assert argmap.__all__ == sorted(argmap.__all__)


@pytest.mark.parametrize("name", LOADED)
def test_every_name_loads_and_says_what_it_is(name: str) -> None:
    """Else ``argmap.name`` fails, or help() has nothing to say, or gives what another module has."""
    value = getattr(argmap, name)
    assert value is getattr(import_module(f"argmap.{homes()[name]}"), name)
    assert getdoc(value)


@pytest.mark.parametrize("name", argmap._MODULES)
def test_modules_are_there_without_being_imported(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else ``argmap.semantics.strengths(map)`` works or not, by what was called before."""
    module = import_module(f"argmap.{name}")
    monkeypatch.delattr(argmap, name)
    assert getattr(argmap, name) is module


def test_a_name_that_is_not_there() -> None:
    """Else a slip of the pen gives something odd instead of an error that says the name."""
    for name in ("Daft", "_nothing"):
        with pytest.raises(AttributeError, match=f"'argmap' has no attribute '{name}'"):
            getattr(argmap, name)


@pytest.mark.parametrize("name", ["drawing", "formats", "model"])
def test_packages_load_what_they_list_and_nothing_else(name: str) -> None:
    """Else a class that is loaded when it is used can't be imported from where it is told to be."""
    module = import_module(f"argmap.{name}")
    for listed in module.__all__:
        assert getattr(module, listed) is not None
    with pytest.raises(AttributeError, match=f"'argmap.{name}' has no attribute 'Daft'"):
        module.Daft  # noqa: B018 - it is asked for, no more


def test_completion_offers_every_name() -> None:
    """Else a name that isn't loaded yet is missing where people look for it."""
    assert set(argmap.__all__) <= set(dir(argmap))
    assert dir(argmap) == sorted(dir(argmap))
