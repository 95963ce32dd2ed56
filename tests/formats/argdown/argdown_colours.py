"""Lays the colours that argmap gives the boxes of the reference's conformance set beside those of the reference's own DOT.

Usage: python tests/formats/argdown/argdown_colours.py CORPUS

What argmap leaves in the colours of the theme has the first colour of the default scheme in the reference's maps, a group
one of three greys; a colour that is none is drawn in a blue there. These count as equal.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import argmap
from argmap.files import read_source
from argmap.formats.argdown.picture import picture

sys.path.insert(0, str(Path(__file__).parent))

argdown_pictures = import_module("argdown_pictures")
argdown_table = argdown_pictures.argdown_table

PLAIN = {
    "statement-map-node": ("#1b9e77", "#63aef2"),
    "argument-map-node": ("#1b9e77", "#63aef2"),
    "group-map-node": ("#dadada", "#bababa", "#aaaaaa", "#cccccc"),
}
_NODE = re.compile(
    r'^(?:edge.*\])? *(\w+) \[label=.*[ ,](?:fill)?color="([^"]*)", (?:fillcolor="white"|fontcolor)',
    re.MULTILINE,
)
_GROUP = re.compile(r'^subgraph cluster_\d+ \{\n +label = .*;\n +color = "([^"]*)"', re.MULTILINE)

Row = tuple[str, str, str]
"""Type, title (or text) and colour of a node; the colour is empty where it says nothing."""


def theirs(map: Any, dot: str) -> list[Row]:
    """The colours in the reference's DOT, for the nodes that its map names."""
    nodes = dict(_NODE.findall(dot))
    groups = iter(_GROUP.findall(dot))
    rows: list[Row] = []
    todo = [*reversed(map["nodes"])]
    while todo:
        node = todo.pop()
        title, text = node.get("labelTitle") or "", (node.get("labelText") or "").strip()
        name = "" if title.startswith("Untitled") else title or text
        is_open = node["type"] == "group-map-node" and not node.get("isClosed")
        colour = (next(groups) if is_open else nodes[node["id"]]).lower()
        if len(colour) == 4:
            colour = "#" + "".join([2 * digit for digit in colour[1:]])
        rows.append((node["type"], name, "" if colour in PLAIN[node["type"]] else colour))
        if is_open:
            todo += reversed(node.get("children") or [])
    return rows


def ours(map: argmap.ArgumentMap) -> list[Row]:
    """The colours of our picture of a map."""
    shown = picture(map)
    rows: list[Row] = []
    every: list[argmap.Claim | argmap.Group] = [*shown.claims, *shown.groups]
    for each in every:
        told = each.data.get("argdown", {})
        title = "" if each.title.startswith("Untitled") else each.title or getattr(each, "text", "")
        type = "statement-map-node"
        if isinstance(each, argmap.Group):
            type = "group-map-node"
        elif told.get("kind") in ("argument", "group"):
            type = f"{told['kind']}-map-node"
        colour = told.get("drawn", {}).get("colour", "")
        rows.append((type, title, "" if colour in PLAIN[type] else colour))
    return rows


def compared(corpus: Path, folder: str) -> tuple[Counter[str], dict[str, list[list[Row]]]]:
    """How many boxes of a folder are coloured as by the reference, and by document those that aren't."""
    counts: Counter[str] = Counter()
    differing: dict[str, list[list[Row]]] = {}
    for path in argdown_table.documents(corpus, folder):
        dot = path.with_name(f"{path.name}.expected.dot")
        if argdown_table.status(path) != "ok" or not dot.exists():
            continue
        expected = argdown_table.expected(path).get("map")
        if not expected:
            continue
        map = argmap.parse(read_source(str(path)), format="argdown").map
        mine, others = Counter(ours(map)), Counter(theirs(expected, dot.read_text("utf-8")))
        counts["documents"] += 1
        counts["documents equal"] += mine == others
        counts["boxes"] += others.total()
        counts["boxes equal"] += (mine & others).total()
        coloured = [row for row in others.elements() if row[2]]
        counts["coloured"] += len(coloured)
        counts["coloured equal"] += sum(1 for row in (mine & others).elements() if row[2])
        if mine != others:
            differing[str(path.relative_to(corpus))] = [
                sorted((mine - others).elements()),
                sorted((others - mine).elements()),
            ]
    return counts, differing


def table(corpus: Path) -> Iterator[str]:
    """The lines of the table."""
    for folder in argdown_table.FOLDERS:
        counts, differing = compared(corpus, folder)
        yield f"{folder}: " + ", ".join(
            [
                f"{counts[f'{what} equal']} of {counts[what]} {what}"
                for what in ("documents", "boxes", "coloured")
            ]
        )
        for file, (mine, others) in differing.items():
            yield f"  differing {file}"
            yield f"    ours:   {json.dumps(mine)}"
            yield f"    theirs: {json.dumps(others)}"


if __name__ == "__main__":
    sys.stdout.write("\n".join([*table(Path(sys.argv[1])), ""]))
