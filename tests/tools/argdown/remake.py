"""Asks the reference implementation again what it makes of the documents in ``reference.toml``, and tells what differs.

Usage: ``python tests/tools/argdown/remake.py FOLDER``, where ``npm install @argdown/core@2.0.1`` has been run in the
folder. Ends with 1 if a document's rows differ from those that the tests expect.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
KNOWN = HERE.parent.parent / "formats" / "argdown" / "reference.toml"


def asked(texts: list[str], folder: Path) -> list[list[object]]:
    """What the reference makes of each text."""
    answer = subprocess.run(
        ["node", str(HERE / "outline.mjs")],
        cwd=folder,
        input=json.dumps(texts) + "\n",
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    rows: list[list[object]] = json.loads(answer.stdout)
    return rows


def main(folder: Path) -> int:
    """Print each document that differs with its rows, and say how many are equal."""
    documents = tomllib.loads(KNOWN.read_text("utf-8"))["document"]
    differing = 0
    for document, rows in zip(
        documents, asked([each["text"] for each in documents], folder), strict=True
    ):
        known = [json.loads(line) for line in document["rows"].splitlines()]
        if known != rows:
            differing += 1
            print(
                document["name"], *(json.dumps(row, ensure_ascii=False) for row in rows), sep="\n  "
            )
    print(f"{len(documents) - differing} of {len(documents)} equal")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
