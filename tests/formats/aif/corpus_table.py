"""Reads every real file of the JSON interchange formats and prints what came of it, one table a format.

Usage: python tests/formats/aif/corpus_table.py CORPUS

Beside argmap stands what the corpus says of arguebuf: how many of the nodes and edges of the files that it reads it keeps.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import define, field

import argmap

FOLDERS = ("aif", "xaif", "ova", "sadface", "arguebuf")


@define
class Row:
    """What came of one folder of real files."""

    files: int = 0
    read: int = 0
    refused: dict[str, str] = field(factory=dict)
    nodes: Counter[str] = field(factory=Counter)
    links: Counter[str] = field(factory=Counter)
    findings: Counter[str] = field(factory=Counter)
    nodes_lost: int = 0
    edges_lost: int = 0
    same: int = 0
    peer: Counter[str] = field(factory=Counter)


def documents(corpus: Path, folder: str) -> Iterator[Path]:
    """The real files of a folder: JSON, also where it is called text, but no peer's word on them."""
    for path in sorted((corpus / folder).rglob("*")):
        is_json = path.suffix == ".json" and ".arguebuf." not in path.name
        if is_json or (path.suffix == ".txt" and path.read_bytes().startswith(b"{")):
            yield path


def plain(text: str) -> Any:
    """The document's value, as the standard library reads it."""
    return json.loads(text)


def graph(document: Any) -> tuple[list[Any], list[Any]]:
    """The nodes and edges of a document of any of the formats."""
    inner: Any = document.get("AIF") or document.get("aif") or document
    nodes: Any = inner.get("nodes") or []
    edges: Any = inner.get("edges") or []
    if isinstance(nodes, dict):
        return list(nodes.items()), list(edges.items())
    return nodes, edges


def missing(before: list[Any], after: list[Any]) -> int:
    """How many of the values before aren't there after."""
    shown = [
        Counter(json.dumps(item, sort_keys=True) for item in items) for items in (before, after)
    ]
    return (shown[0] - shown[1]).total()


def kinds(nodes: list[Any]) -> Counter[str]:
    """The types of nodes as the file writes them."""
    return Counter(str(node.get("type")) for node in nodes if isinstance(node, dict))


def of_peer(path: Path, found: Counter[str]) -> None:
    """Add what the corpus says that arguebuf makes of a file, beside what is in it."""
    beside = path.with_name(f"{path.name}.arguebuf.json")
    if not beside.exists():
        return
    told = plain(beside.read_text("utf-8"))
    if told.get("status") != "ok":
        found["failed"] += 1
        return
    nodes, edges = graph(plain(path.read_text("utf-8")))
    found["read"] += 1
    found["nodes"] += told["nodes"]
    found["edges"] += told["edges"]
    found["nodes in the files"] += len(nodes)
    found["edges in the files"] += len(edges)


def row(corpus: Path, folder: str) -> Row:
    """What comes of the files of one folder."""
    made = Row()
    for path in documents(corpus, folder):
        made.files += 1
        of_peer(path, made.peer)
        try:
            reading = argmap.parse(argmap.files.read_source(str(path)))
        except argmap.ReadError as error:
            made.refused[path.name] = str(error).splitlines()[0].removeprefix(str(path))
            continue
        made.read += 1
        made.findings.update(finding.code for finding in reading.findings)
        made.links.update(link.kind for link in reading.map.links)
        made.links["claim"] += len(reading.map.claims)
        before = plain(path.read_text("utf-8"))
        made.nodes += kinds(graph(before)[0])
        if reading.format == "ova":
            continue
        after = plain(argmap.render(reading.map, reading.format).text)
        made.nodes_lost += missing(graph(before)[0], graph(after)[0])
        made.edges_lost += missing(graph(before)[1], graph(after)[1])
        made.same += before == after
    return made


def table(corpus: Path) -> Iterator[str]:
    """The lines of the table."""
    for folder in FOLDERS:
        found = row(corpus, folder)
        yield f"{folder}: {found.files} files, {found.read} read, {found.same} written back equal"
        yield f"  lost: {found.nodes_lost} nodes, {found.edges_lost} edges"
        if found.peer:
            yield f"  arguebuf: {dict(found.peer)}"
        for name in ("nodes", "links", "findings"):
            yield f"  {name}: {dict(getattr(found, name).most_common())}"
        for name, message in found.refused.items():
            yield f"  refused {name}{message}"


if __name__ == "__main__":
    sys.stdout.write("\n".join([*table(Path(sys.argv[1])), ""]))
