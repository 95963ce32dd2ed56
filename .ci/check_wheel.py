"""Whether a wheel is what it should be: ``python .ci/check_wheel.py WHEEL``, in the folder of the sources.

It holds every file of the package and nothing else, the code as ``lean_code`` leaves it and all else as it is; its list of files is right;
and it is small enough.
"""

from __future__ import annotations

import csv
import sys
import tomllib
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from runpy import run_path
from typing import Any
from zipfile import ZipFile

__all__ = ["main"]

MOST = 1_000_000
"""The most bytes: a megabyte, as docs/reference/extras.md says."""

ENDINGS = ("/licenses/LICENSE", "/entry_points.txt", "argmap/py.typed", ".schema.json")
"""What a wheel must hold; its package's other files are those of the sources."""

Files = Mapping[str, bytes]


def hook() -> dict[str, Any]:
    """How the build's hook is set."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    settings: dict[str, Any] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]
    return dict(settings["custom"])


def wanted() -> dict[str, bytes]:
    """The package's files as the wheel should have them."""
    paths = [path for path in Path("argmap").rglob("*") if path.is_file()]
    files = {path.as_posix(): path.read_bytes() for path in paths if path.suffix != ".pyc"}
    code = {name: data.decode() for name, data in files.items() if name.endswith(".py")}
    lean = run_path(".ci/lean_code.py")["lean"](code, hook()["public"], hook()["spoken"])
    return files | {name: text.encode() for name, text in lean.items()}


def contents(held: Files, wanted: Files) -> Iterator[str]:
    """What is missing, too much, or another than it should be."""
    own = {name for name in held if ".dist-info/" not in name}
    yield from (f"missing: {name}" for name in sorted(wanted.keys() - own))
    yield from (f"too much: {name}" for name in sorted(own - wanted.keys()))
    yield from (
        f"not as it should be: {name}"
        for name in sorted(own & wanted.keys())
        if held[name] != wanted[name]
    )
    yield from (f"no {end}" for end in ENDINGS if not any(name.endswith(end) for name in held))


def listed(held: Files) -> Iterator[str]:
    """What the list of files says wrongly."""
    (record,) = [name for name in held if name.endswith(".dist-info/RECORD")]
    rows = [tuple(row) for row in csv.reader(held[record].decode().splitlines())]
    right = {(record, "", "")}
    for name, data in held.items():
        if name != record:
            digest = urlsafe_b64encode(sha256(data).digest()).decode().rstrip("=")
            right.add((name, f"sha256={digest}", str(len(data))))
    yield from (f"wrong in {record}: {row}" for row in sorted(right.symmetric_difference(rows)))
    if len(rows) != len(held):
        yield f"{len(rows)} rows in {record} of {len(held)} files"


def main(wheel: Path) -> int:
    """The exit code, after saying what is wrong."""
    with ZipFile(wheel) as archive:
        held = {each.filename: archive.read(each) for each in archive.infolist()}
    size = wheel.stat().st_size
    problems = [*contents(held, wanted()), *listed(held)]
    problems += [f"too large: {size:,} bytes, and {MOST:,} are the most"] if size > MOST else []
    print(*problems or [f"wheel: {len(held)} files, {size:,} bytes"], sep="\n")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
