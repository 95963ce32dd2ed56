"""Asks the reference implementation again what it makes of its documents, and tells what differs.

Usage: ``python tests/tools/argdown/remake.py FOLDER``, where ``npm install @argdown/core@2.0.1`` has been run in the
folder. Ends with 1 if a document's rows differ from those that the tests expect.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TESTS = HERE.parent.parent / "formats" / "argdown"
sys.path.insert(0, str(TESTS))


def asked(texts: list[str], folder: Path, *options: str) -> list[Any]:
    """What the reference makes of each text."""
    answer = subprocess.run(
        ["node", str(HERE / "outline.mjs"), *options],
        cwd=folder,
        input=json.dumps(texts) + "\n",
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    rows: list[Any] = json.loads(answer.stdout)
    return rows


def main(folder: Path) -> int:
    """Print each document that differs with its rows, and say how many are equal."""
    theirs = import_module("argdown_pictures").theirs
    pairs = [*_both("reference.toml", folder)]
    pairs += [(each, theirs(map)) for each, map in _both("pictures.toml", folder, "maps")]
    differing = 0
    for document, rows in pairs:
        if [json.loads(line) for line in document["rows"].splitlines()] != rows:
            differing += 1
            told = [json.dumps(row, ensure_ascii=False) for row in rows]
            print(document["name"], *told, sep="\n  ")
    print(f"{len(pairs) - differing} of {len(pairs)} equal")
    return int(differing > 0)


def _both(file: str, folder: Path, *options: str) -> Iterator[tuple[dict[str, str], Any]]:
    """The documents of a file, and what the reference makes of each."""
    documents = tomllib.loads((TESTS / file).read_text("utf-8"))["document"]
    yield from zip(
        documents, asked([each["text"] for each in documents], folder, *options), strict=True
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
