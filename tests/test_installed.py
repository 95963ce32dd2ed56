"""How argmap was installed, and so what installs a part of it."""

from __future__ import annotations

import json
import os
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap import installed
from argmap.installed import how_to_add


class _Installed:
    """An installed package with a note of where it came from, or none."""

    def __init__(self, note: str | None) -> None:
        self.note = note

    def read_text(self, name: str) -> str | None:
        """The note, which pip writes for what isn't from an index."""
        assert name == "direct_url.json"
        return self.note


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes a note what pip has said of argmap."""

    def note(said: Any) -> None:
        text = said if said is None or isinstance(said, str) else json.dumps(said)
        monkeypatch.setattr(installed, "distribution", lambda name: _Installed(text))

    return note


@pytest.mark.parametrize("said", [None, "", "{", "[]", "{}", {"url": 1, "dir_info": {}}])
def test_from_an_index(noted: Any, said: Any) -> None:
    """There is no note then, and one that can't be read says nothing."""
    noted(said)
    assert how_to_add("png") == "pip install 'argmap[png]'"
    assert str(argmap.MissingExtra("a PNG picture", "png")) == (
        "a PNG picture needs a package that isn't here: pip install 'argmap[png]'"
    )


@pytest.mark.parametrize(("editable", "option"), [(True, "-e "), (False, "")])
def test_from_a_clone(noted: Any, tmp_path: Path, editable: bool, option: str) -> None:
    """The name alone would bring something else from an index, or nothing."""
    clone = tmp_path / "my argmap"
    clone.mkdir()
    url = f"file://{'/' if os.name == 'nt' else ''}{clone.as_posix().replace(' ', '%20')}"
    noted({"url": url, "dir_info": {"editable": True} if editable else {}})
    assert how_to_add("pdf") == f"pip install {option}'.[pdf]' in the folder of argmap's sources"
    (clone / "pyproject.toml").touch()
    assert how_to_add("pdf") == f"pip install {option}'{clone}[pdf]'"


def test_a_quote_in_the_path(noted: Any, tmp_path: Path) -> None:
    """The command would end in the middle of the path."""
    clone = tmp_path / "ann's"
    clone.mkdir()
    (clone / "pyproject.toml").touch()
    noted({"url": f"file://{clone.as_posix()}", "dir_info": {}})
    assert how_to_add("pdf") == f'pip install "{clone}[pdf]"'


def test_a_path_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its address has a slash before the drive."""
    monkeypatch.setattr(installed, "Path", str)
    monkeypatch.setattr("argmap.installed.os.name", "nt")
    assert installed._path("file:///C:/Users/Ann%20B") == "C:/Users/Ann B"  # type: ignore[comparison-overlap]  # a path of Windows can't be made elsewhere


def test_from_an_archive_or_a_repository(noted: Any) -> None:
    """The same archive, and the same commit, and not whatever is newest."""
    noted({"url": "file:///a/argmap-1.whl", "archive_info": {}})
    assert how_to_add("sat") == "pip install 'argmap[sat] @ file:///a/argmap-1.whl'"
    vcs = {"vcs": "git", "commit_id": "0ab1", "requested_revision": "main"}
    for named in ("main", "0ab1", ""):
        noted({"url": "https://example.org/argmap.git", "vcs_info": vcs})
        at = f"@{named}" if named else ""
        assert how_to_add("sat") == (
            f"pip install 'argmap[sat] @ git+https://example.org/argmap.git{at}'"
        )
        vcs.pop("requested_revision" if named == "main" else "commit_id", None)


def test_not_installed_at_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It runs from a clone whose folder is on the path, or from a folder of somebody else's."""

    def none(name: str) -> Any:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(installed, "distribution", none)
    monkeypatch.setattr(installed, "__file__", str(tmp_path / "argmap" / "installed.py"))
    assert how_to_add("rdf") == "pip install 'argmap[rdf]'"
    (tmp_path / "pyproject.toml").touch()
    assert how_to_add("rdf") == f"pip install '{tmp_path}[rdf]'"
