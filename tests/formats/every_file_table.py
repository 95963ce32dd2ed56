"""Reads every real file there is, by whatever reader knows it, writes the small ones in every format, and prints what came of it.

For each folder of the corpus: how many files there are, how many each reader took, and each message of refusal with
how many files it met; then what was wrong: an error that is no `ReadError`, and maps that came back changed from a
format that told no loss. Usage: python tests/formats/every_file_table.py CORPUS [FOLDER ...]
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from attrs import define, field

import argmap
from argmap.formats import document, formats
from argmap.source import SourceText

BESIDE = (".tsv", ".expected.json", ".expected.dot", ".meta.json", ".arguebuf.json")
"""What the corpus keeps beside real files: where they are from, and what others make of them."""

SMALL = 6_000
"""Bytes of a file that is written in every format."""

PAIRED = 12
"""How many small files of a folder are, the smallest first."""

WRITTEN = [format.name for format in formats() if format.write and format.read]


@define
class Row:
    """What came of one folder."""

    files: int = 0
    read: Counter[str] = field(factory=Counter)
    refused: Counter[str] = field(factory=Counter)
    example: dict[str, str] = field(factory=dict)
    wrong: list[str] = field(factory=list)
    pairs: int = 0


def files(folder: Path) -> list[Path]:
    """The real files below a folder, the smallest first."""
    found = [
        path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(BESIDE)
    ]
    return sorted(found, key=lambda path: (path.stat().st_size, path))


def row(folder: Path) -> Row:
    """What comes of every file of a folder."""
    made, small = Row(), 0
    for path in files(folder):
        made.files += 1
        try:
            reading = argmap.parse(document(path))
        except argmap.ReadError as error:
            message = re.sub(r"'[^']*'|\d+", "_", error.message.splitlines()[0])
            made.refused[message] += 1
            made.example.setdefault(message, f"{path.name}: {error.message.splitlines()[0]}")
        except Exception as error:  # whatever it is, it should have been a ReadError
            made.wrong.append(f"{path.name}: {error!r}")
        else:
            made.read[reading.format] += 1
            if small < PAIRED and path.stat().st_size < SMALL:
                small += 1
                made.wrong += [f"{path.name}: {what}" for what in unsaid(reading.map)]
                made.pairs += len(WRITTEN)
    return made


def unsaid(map: argmap.ArgumentMap) -> Iterator[str]:
    """What formats change of a map without a loss that says so."""
    for name in WRITTEN:
        try:
            rendering = argmap.render(map, name)
            beside = tuple([(suffix, SourceText("", text)) for suffix, text in rendering.beside])
            back = argmap.parse(SourceText("", rendering.text, beside=beside), format=name).map
        except (
            Exception
        ) as error:  # no map should be past writing, nor what is written past reading
            yield f"{name}: {error!r}"
        else:
            if back != map and not rendering.losses:
                yield f"{name}: comes back changed, and no loss says so"


def table(corpus: Path, folders: list[str]) -> Iterator[str]:
    """The lines of the table."""
    for folder in sorted(corpus.iterdir()):
        if folder.is_dir() and (not folders or folder.name in folders):
            found = row(folder)
            taken = ", ".join([f"{name} {count}" for name, count in found.read.most_common()])
            yield f"{folder.name}: {found.files} files; read: {taken or 'none'}; {found.pairs} written"
            for message, count in found.refused.most_common():
                yield f"  {count} refused, such as {found.example[message]}"
            yield from [f"  WRONG {line}" for line in found.wrong]


if __name__ == "__main__":
    for line in table(Path(sys.argv[1]), sys.argv[2:]):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
