"""Asks the reference implementation what it makes of documents before and after ``argmap fmt``, and tells what differs.

Usage: ``python tests/tools/argdown/formatted.py FOLDER PATH...``, where ``npm install @argdown/core@2.0.1`` has been run
in the folder; paths are documents, or folders with some. Ends with 1 if the reference makes another thing of
a document than before, or refuses one that it read.
"""

from __future__ import annotations

import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

from argmap import ReadError
from argmap.formats.argdown import formatted
from argmap.source import SourceText


def documents(paths: list[str]) -> dict[str, str]:
    """The text of each document that argmap reads, by its path."""
    found = {}
    for path in [each for given in paths for each in (Path(given), *Path(given).rglob("*"))]:
        if path.suffix in (".argdown", ".ad") and path.is_file():
            found[str(path)] = path.read_bytes().decode("utf-8", "replace")
    return found


def main(folder: Path, paths: list[str]) -> int:
    """Print each document of which the reference makes another thing, and how many there are of each kind."""
    before, after = {}, {}
    counts: Counter[str] = Counter()
    for name, text in documents(paths).items():
        try:
            after[name] = formatted(SourceText(name, text))
            before[name] = text
        except ReadError:
            counts["refused by argmap"] += 1
    answers = import_module("remake").asked([*before.values(), *after.values()], folder)
    for name, old, new in zip(before, answers, answers[len(before) :], strict=False):
        refused = [any(isinstance(row, str) for row in rows) for rows in (old, new)]
        kind = _KINDS[refused[0], refused[1]] if any(refused) or old == new else "CHANGED"
        counts[kind] += 1
        if kind in ("CHANGED", "REFUSED NOW"):
            print(kind, name, *[row for row in new if row not in old][:3], sep="\n  ")
    print(dict(counts))
    return int(counts["CHANGED"] + counts["REFUSED NOW"] > 0)


_KINDS = {
    (False, False): "the same",
    (True, True): "refused before and after",
    (True, False): "refused before, read after",
    (False, True): "REFUSED NOW",
}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
