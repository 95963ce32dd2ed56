"""Hypothesis knows argmap's types by an entry point that costs nothing until one of them is drawn."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import argmap
from argmap.integrations.hypothesis_types import TYPES, register
from argmap.semantics import Qbaf

PUBLIC = [
    value
    for name in argmap.__all__
    if isinstance(value := getattr(argmap, name), type) and not issubclass(value, BaseException)
]
ENTRY = "[hypothesis]\nargmap = argmap.integrations.hypothesis_types:register\n"


@pytest.mark.parametrize("kind", [*PUBLIC, Qbaf], ids=lambda kind: str(kind.__name__))
def test_every_public_type_is_drawn(kind: type) -> None:
    """``from_type`` would fail, or guess, in the tests of whoever takes such a value."""
    register()

    @settings(
        max_examples=5,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(st.from_type(kind))
    def check(value: object) -> None:
        assert isinstance(value, kind)

    check()


def installed(tmp_path: Path, statement: str) -> set[str]:
    """What a fresh interpreter prints where argmap's entry point is installed."""
    folder = tmp_path / "argmap_again-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: argmap_again\nVersion: 1.0\n")
    (folder / "entry_points.txt").write_text(ENTRY)
    path = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); "
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", path + statement], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return set(done.stdout.decode().split())


def test_nothing_is_imported_until_it_is_used(tmp_path: Path) -> None:
    """Whoever has argmap installed would wait for it in every test of anything."""
    loaded = installed(tmp_path, "import hypothesis; print(*sys.modules)")
    own = {name for name in loaded if name.partition(".")[0] == "argmap"}
    assert own == {"argmap", "argmap.integrations", "argmap.integrations.hypothesis_types"}
    assert "attr" not in loaded


@pytest.mark.parametrize("first", ["hypothesis", "argmap.model"])
def test_types_are_known_whatever_is_imported_first(tmp_path: Path, first: str) -> None:
    """It would hang on the order of imports whether a type is known."""
    said = installed(
        tmp_path,
        f"import {first}; import hypothesis, argmap.model as model; "
        "from hypothesis.strategies._internal.types import _global_type_lookup as known; "
        "print(model.ArgumentMap in known, model.Undercut in known); "
        "print(model.__loader__ is model.__spec__.loader, type(model.__loader__).__name__); "
        "print('argmap.strategies' in sys.modules and 'loaded')",
    )
    assert said == {"True", "False", "SourceFileLoader"}


def test_what_is_not_there_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The import of a module that is gone would end in another error than usual."""
    monkeypatch.setitem(TYPES, "argmap.no_such_module", {"Nothing": "nothing"})
    register()
    with pytest.raises(ModuleNotFoundError):
        import_module("argmap.no_such_module")


def test_the_entry_points_are_there(root: Path) -> None:
    """A file that was renamed would leave pytest and Hypothesis with a name that leads nowhere."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]
    assert resolve_name(points["hypothesis"]["argmap"]) is register
    assert hasattr(resolve_name(points["pytest11"]["argmap"]), "pytest_runtest_makereport")
