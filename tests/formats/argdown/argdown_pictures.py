"""Lays the pictures that argmap makes of the reference's conformance set beside the reference's own maps.

Usage: python tests/formats/argdown/argdown_pictures.py CORPUS [FOLDER]

With FOLDER, where ``npm install @argdown/core@2.0.1`` has been run, the cases of the reference's own tests that pass settings
are asked for as well, with those settings.

=====  ==================================================================================
``N``  a node: type, title (or text, if nobody gave a title), text, group
``G``  a group: title, the group around it
``E``  an edge: kind, from, to; the ends are titles (or texts)
=====  ==================================================================================
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
from argmap import Conflict, Rebuttal, Support
from argmap.files import read_source
from argmap.formats.argdown.picture import picture

sys.path.insert(0, str(Path(__file__).parent))

argdown_table = import_module("argdown_table")

Row = list[Any]
KINDS = {"N": "nodes", "G": "groups", "E": "edges"}
TYPES = {"argument": "argument-map-node", "group": "group-map-node"}


@define
class Count:
    """How many documents of a folder there are, and how many of their rows are equal."""

    files: int = 0
    equal: int = 0
    rows: Counter[str] = field(factory=Counter)
    same: Counter[str] = field(factory=Counter)
    differing: dict[str, list[Row]] = field(factory=dict)

    def add(self, name: str, ours: list[Row], theirs: list[Row]) -> None:
        """Count one document."""
        mine, others = (
            Counter(json.dumps(row, ensure_ascii=False) for row in rows) for rows in (ours, theirs)
        )
        self.files += 1
        self.equal += mine == others
        self.rows.update(row[2] for row in others.elements())
        self.same.update(row[2] for row in (mine & others).elements())
        if mine != others:
            rest = [["ours", row] for row in (mine - others).elements()]
            self.differing[name] = rest + [["theirs", row] for row in (others - mine).elements()]


def theirs(map: Any) -> list[Row]:
    """The rows of the reference's map, its closed groups closed as it does for DOT."""
    rows: list[Row] = []
    names: dict[str, str] = {}
    closed: dict[str, str] = {}
    todo: list[tuple[Any, Any, str]] = [(node, None, "") for node in reversed(map["nodes"])]
    while todo:
        node, group, inside = todo.pop()
        title, text = node.get("labelTitle") or "", (node.get("labelText") or "").strip()
        names[node["id"]] = inside or ("" if title.startswith("Untitled") else title or text)
        children = node.get("children") or []
        if inside:
            closed[node["id"]] = inside
        elif node["type"] == "group-map-node" and not node.get("isClosed"):
            rows.append(["G", title, group])
        else:
            rows.append(["N", node["type"], names[node["id"]], text, group])
        inside = inside or (title if node.get("isClosed") else "")
        todo += [(child, title, inside) for child in reversed(children)]
    for edge in map["edges"]:
        ends = edge["from"], edge["to"]
        if ends[0] not in closed or closed[ends[0]] != closed.get(ends[1]):
            rows.append(["E", edge["relationType"], *[names[end] for end in ends]])
    return rows


def ours(map: argmap.ArgumentMap) -> list[Row]:
    """The rows of our picture of a map."""
    shown = picture(map)
    titles: dict[str | None, str | None] = {group.id: group.title for group in shown.groups}
    rows: list[Row] = [["G", group.title, titles.get(group.parent)] for group in shown.groups]
    names: dict[str, str] = {}
    for claim in shown.claims:
        kind = dict(claim.data.get("argdown", {})).get("kind")
        title = "" if claim.title.startswith("Untitled") else claim.title or claim.text
        names[claim.id] = title
        type = TYPES.get(str(kind), "statement-map-node")
        rows.append(["N", type, title, claim.text, titles.get(claim.group)])
    for link in shown.links:
        match link:
            case Support():
                ends = ["entails" if link.strict else "support", link.premises[0], link.target]
            case Rebuttal():
                kind = dict(link.data.get("argdown", {})).get("relation", "attack")
                ends = [kind, link.premises[0], link.target]
            case Conflict():
                ends = ["contradictory" if link.contradictory else "contrary", *link.claims]
        rows.append(["E", ends[0], names[ends[1]], names[ends[2]]])
    return rows


def compared(corpus: Path, folder: str) -> Count:
    """How much of the reference's maps of a folder our pictures show."""
    count = Count()
    for path in argdown_table.documents(corpus, folder):
        if argdown_table.status(path) == "ok" and argdown_table.expected(path).get("map"):
            map = argmap.parse(read_source(str(path)), format="argdown").map
            name = str(path.relative_to(corpus))
            count.add(name, ours(map), theirs(argdown_table.expected(path)["map"]))
    return count


def table(corpus: Path) -> Iterator[str]:
    """The lines of the table."""
    for folder in argdown_table.FOLDERS:
        yield from told(folder, compared(corpus, folder))


def told(name: str, count: Count) -> Iterator[str]:
    """The lines for one folder."""
    yield f"{name}: {count.equal} of {count.files} pictures equal"
    for kind, noun in KINDS.items():
        yield f"  {noun}: {count.same[kind]} of {count.rows[kind]}"
    for file, rows in count.differing.items():
        yield f"  differing {file}"
        yield from (f"    {which}: {row}" for which, row in rows)


if __name__ == "__main__":
    sys.stdout.write("\n".join([*table(Path(sys.argv[1])), ""]))
