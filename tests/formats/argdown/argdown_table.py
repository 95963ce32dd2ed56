"""Lays what is read of the reference's conformance set beside the reference's own JSON, and prints the table.

Usage: python tests/formats/argdown/argdown_table.py CORPUS

Beside each document ``x.argdown`` of the corpus stand ``x.argdown.expected.json``, what argdown-core 2.0.1 makes of it, and
``x.argdown.expected.meta.json``, whether that is its word or only what it could save.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import define, field

import argmap
from argmap.files import read_source

sys.path.insert(0, str(Path(__file__).parent))

outline_of = import_module("argdown_outline").outline_of

FOLDERS = ("argdown", "argdown-snippets", "argdown-suite")
KINDS = {"H": "sections", "S": "statements", "A": "arguments", "R": "relations"}
Row = list[Any]


@define
class Count:
    """How many documents of a folder there are of a status, and how many of their rows are equal."""

    files: int = 0
    equal: int = 0
    rows: Counter[str] = field(factory=Counter)
    same: Counter[str] = field(factory=Counter)
    differing: dict[str, list[Row]] = field(factory=dict)


def status(path: Path) -> str:
    """What the reference made of a document: ``ok``, ``syntax-error`` or ``exception``."""
    beside = path.with_name(f"{path.name}.expected.meta.json")
    return str(json.loads(beside.read_text("utf-8"))["status"])


def documents(corpus: Path, folder: str) -> Iterator[Path]:
    """The documents of a folder."""
    yield from sorted((corpus / folder).rglob("*.argdown"))


def expected(path: Path) -> Any:
    """The reference's JSON for a document."""
    return json.loads(path.with_name(f"{path.name}.expected.json").read_text("utf-8"))


def rows_of(json: Any) -> list[Row]:
    """The rows of the reference's JSON, as `argdown_outline` tells those of a document."""
    titles: dict[str | None, str | None] = {None: None}
    rows: list[Row] = []
    sections = list(reversed(json.get("sections") or []))
    while sections:
        each = sections.pop()
        titles[each["id"]] = each["title"]
        rows.append(["H", each["level"], each["title"], each.get("data") or None])
        sections += reversed(each["children"])
    for title, each in json["statements"].items():
        members = [[member.get("role", ""), _text(member)] for member in each["members"]]
        rows.append(["S", title, members, *_marks(each, titles)])
    for title, each in json["arguments"].items():
        texts = [_text(member) for member in each["members"]]
        rows.append(["A", title, texts, *_marks(each, titles), [_line(one) for one in each["pcs"]]])
    for each in json["relations"]:
        kinds = [
            each[name].replace("equivalence-class", "statement") for name in ("fromType", "toType")
        ]
        ends = [each["from"], kinds[0], each["relationType"], each["to"], kinds[1]]
        rows.append(["R", *ends, each.get("conclusionIndex")])
    return rows


def _text(member: Any) -> str | None:
    return None if member.get("isReference") else member.get("text", "").strip()


def _marks(each: Any, titles: dict[str | None, str | None]) -> Row:
    return [each.get("tags", []), each.get("data") or None, titles[each.get("section")]]


def _line(line: Any) -> Row:
    inference = line.get("inference")
    rules = None if inference is None else inference.get("inferenceRules", [])
    data = None if inference is None else inference.get("data") or None
    return [line["role"], line["title"], rules, data]


def compared(corpus: Path, folder: str) -> Count:
    """How much of what the reference reads of a folder is read as it reads it."""
    count = Count()
    for path in documents(corpus, folder):
        if status(path) != "ok":
            continue
        count.files += 1
        theirs = [
            json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows_of(expected(path))
        ]
        try:
            rows = outline_of(read_source(str(path)).text)
        except argmap.ReadError as error:
            rows = [["error", str(error)]]
        ours = [json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows]
        count.rows.update(row[2] for row in theirs)
        shared = Counter(ours) & Counter(theirs)
        count.same.update(
            {kind: sum(n for row, n in shared.items() if row[2] == kind) for kind in KINDS}
        )
        if ours == theirs:
            count.equal += 1
        else:
            count.differing[str(path.relative_to(corpus))] = [
                *[["ours", row] for row in ours if row not in theirs],
                *[["theirs", row] for row in theirs if row not in ours],
            ]
    return count


def refused(corpus: Path) -> Iterator[tuple[Path, str, str]]:
    """Each document that the reference refuses: whether it is read here, and with what finding, or why not."""
    for folder in FOLDERS:
        for path in documents(corpus, folder):
            if status(path) == "ok":
                continue
            try:
                reading = argmap.parse(read_source(str(path)), format="argdown")
            except argmap.ReadError as error:
                yield path, "refused", str(error).splitlines()[0].removeprefix(str(path))
                continue
            codes = Counter(finding.code for finding in reading.findings)
            yield path, "read", ", ".join(codes)


def table(corpus: Path) -> Iterator[str]:
    """The lines of the tables."""
    for folder in FOLDERS:
        count = compared(corpus, folder)
        yield f"{folder}: {count.equal} of {count.files} documents equal"
        for kind, name in KINDS.items():
            yield f"  {name}: {count.same[kind]} of {count.rows[kind]}"
        for name, rows in count.differing.items():
            yield f"  differing {name}"
            yield from (f"    {which}: {row}" for which, row in rows)
    told = [*refused(corpus)]
    yield f"{len(told)} documents that the reference refuses, {sum(said == 'read' for _, said, _ in told)} of them read"
    yield from (f"  {path.name}: {said}: {why}" for path, said, why in told)


if __name__ == "__main__":
    sys.stdout.write("\n".join([*table(Path(sys.argv[1])), ""]))
