"""Bad input, one case a file in ``tests/cases/formats``: one error with its place, nothing changed.

A case says what would be wrong (``says``), the ``file`` to make, what is read or written if not that file, the
``error``, and what it tells: ``place``, ``message``, and the ``next`` step.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import argmap

CASES = sorted((Path(__file__).parent.parent / "cases" / "formats").glob("*.toml"))


def _make(spec: dict[str, Any]) -> None:
    path = Path(spec["name"])
    if "folder" in spec:
        path.mkdir()
    elif "zeros" in spec:
        with path.open("wb") as file:
            file.truncate(spec["zeros"])  # sparse: it takes no room on the disk
    elif "hex" in spec:
        path.write_bytes(bytes.fromhex(spec["hex"]))
    else:
        path.write_text(spec.get("text", spec.get("repeat", "") * spec.get("times", 1)))


def _state() -> dict[str, Any]:
    """What stands in the folder, with its size and the time of its last change."""
    found = {}
    for path in sorted(Path().rglob("*")):
        status = path.stat()
        found[str(path)] = (status.st_size, status.st_mtime_ns, status.st_ino)
    return found


def _asked(case: dict[str, Any]) -> None:
    if "write" in case:
        argmap.write(argmap.ArgumentMap(claims=(argmap.Claim("a"),)), case["write"])
    else:
        argmap.read(case.get("read", case["file"]["name"]))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_bad_input(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the case says would happen."""
    case = tomllib.loads(path.read_text("utf-8"))
    monkeypatch.chdir(tmp_path)
    _make(case["file"])
    before = _state()
    with pytest.raises(argmap.ArgmapError) as caught:
        _asked(case)
    assert type(caught.value).__name__ == case["error"]
    told = str(caught.value)
    assert told.startswith(f"{case['place']}: ")
    assert case["message"].strip() in told
    assert case["next"] in told
    assert case["says"]
    assert _state() == before


def test_there_are_cases() -> None:
    """A folder that has moved would leave nothing tested."""
    assert len(CASES) >= 19
