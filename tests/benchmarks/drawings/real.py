"""Maps of real debates below ARGMAP_CORPUS: AIF, Kialo's text export, and arggraph's microtexts.

These are small readers for drawing alone: they take claims and what bears on what, and count what
they leave out. argmap's own readers are what to use for anything else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from attrs import evolve, frozen

from argmap import ArgumentMap, Claim, InvalidMap, Link, Rebuttal, Support, Undercut

__all__ = ["Real", "aif", "arggraph", "kialo", "largest"]


@frozen
class Real:
    """A map from a file, and how many of the file's nodes and edges it hasn't."""

    name: str
    map: ArgumentMap
    left_out: int


def largest(folder: Path, count: int) -> tuple[list[Real], int, int]:
    """The different maps with the most claims below ``folder``; how many maps there are; files without."""
    found: dict[ArgumentMap, Real] = {}
    without = 0
    for real in _readable(folder):
        if real is None:
            without += 1
        else:
            found.setdefault(real.map, real)
    ordered = sorted(found.values(), key=lambda real: (-len(real.map.claims), real.name))
    return ordered[:count], len(found), without


def _readable(folder: Path) -> Iterator[Real | None]:
    """The map of each file, or None for one that holds no map of these formats."""
    readers = (("aif", "*.json", aif), ("kialo", "*.txt", kialo), ("arggraph", "*.xml", arggraph))
    for part, pattern, read in readers:
        for path in sorted((folder / part).rglob(pattern)):
            found = read(path.read_text("utf-8", errors="replace"))
            good = found is not None and found[0].links
            yield Real(f"{part} {path.stem[:40]}", *found) if found and good else None


def aif(text: str) -> tuple[ArgumentMap, int] | None:
    """The claims (I nodes) of an AIF document with their supports and attacks; None for other JSON."""
    document = _json(text)
    graph = document.get("AIF", document) if isinstance(document, dict) else {}
    nodes = graph.get("nodes", []) if isinstance(graph, dict) else []
    if not isinstance(nodes, list) or not nodes:
        return None
    if not all(isinstance(node, dict) and "nodeID" in node for node in nodes):
        return None
    types = {str(node["nodeID"]): str(node.get("type")) for node in nodes}
    claims = [
        Claim(str(node["nodeID"]), _clean(str(node.get("text", ""))))
        for node in nodes
        if node.get("type") == "I"
    ]
    into: dict[str, list[str]] = {}
    out: dict[str, list[str]] = {}
    for edge in graph.get("edges", []):
        tail, head = str(edge.get("fromID")), str(edge.get("toID"))
        into.setdefault(head, []).append(tail)
        out.setdefault(tail, []).append(head)
    links: list[Link] = []
    used = len(claims)
    for id, type in types.items():
        premises = tuple(dict.fromkeys(t for t in into.get(id, ()) if types.get(t) == "I"))
        targets = [t for t in out.get(id, ()) if types.get(t) in ("I", "RA", "CA")]
        if type in ("RA", "CA") and premises and targets:
            used += 1
            links.append(_scheme(id, type, premises, targets[0], types))
    return _checked(claims, links, len(nodes) - used)


def _scheme(
    id: str, type: str, premises: tuple[str, ...], target: str, types: dict[str, str]
) -> Link:
    if type == "RA":
        return Support(id, premises, target)
    return (Rebuttal if types[target] == "I" else Undercut)(id, premises, target)


_HEADING = re.compile(r" *(\d+(?:\.\d+)*)\. *(?:(Thesis|Pro|Con):)? *(.*)")


def kialo(text: str) -> tuple[ArgumentMap, int] | None:
    """The tree of a Kialo text export: ``1.2. Con: ...``; None for other texts."""
    found: dict[str, tuple[str, list[str]]] = {}
    current: list[str] = []
    for line in text.splitlines():
        heading = _HEADING.fullmatch(line)
        if heading and heading[1] not in found and (heading[2] or not found):
            current = [heading[3]]
            found[heading[1]] = (heading[2] or "Thesis", current)
        else:
            current.append(line.strip())
    if not found:
        return None
    claims = [Claim(id, _clean(" ".join(words))) for id, (_, words) in found.items()]
    links: list[Link] = []
    orphans = 0
    for id, (side, _) in found.items():
        above = id.rpartition(".")[0]
        if above in found:
            kind = Rebuttal if side == "Con" else Support
            links.append(kind(f"link {id}", (id,), above))
        elif above:
            orphans += 1
    return _checked(claims, links, orphans)


def arggraph(text: str) -> tuple[ArgumentMap, int] | None:
    """The argument units of a microtext and what bears on what; None for other XML."""
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return None
    if root.tag != "arggraph":
        return None
    words = {edu.get("id", ""): (edu.text or "") for edu in root.iter("edu")}
    edges = [
        (e.get("id", ""), e.get("src", ""), e.get("trg", ""), e.get("type"))
        for e in root.iter("edge")
    ]
    texts: dict[str, list[str]] = {adu.get("id", ""): [] for adu in root.iter("adu")}
    for _, tail, head, type in edges:
        if type == "seg" and head in texts:
            texts[head].append(words.get(tail, ""))
    links: dict[str, Link] = {}
    kinds = {"sup": Support, "exa": Support, "reb": Rebuttal, "und": Undercut}
    for id, tail, head, type in edges:
        if type in kinds:
            links[id] = kinds[type](id, (tail,), head)
    left_out = 0
    for _, tail, head, type in edges:
        link = links.get(head)
        if type == "add" and isinstance(link, Support | Rebuttal | Undercut):
            links[head] = evolve(link, premises=(*link.premises, tail))
        elif type not in (*kinds, "seg"):
            left_out += 1
    claims = [Claim(id, _clean(" ".join(parts))) for id, parts in texts.items()]
    return _checked(claims, list(links.values()), left_out)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _clean(text: str) -> str:
    """A text without control characters, which no claim may hold."""
    return " ".join("".join([c if c.isprintable() else " " for c in text]).split())


def _checked(
    claims: list[Claim], links: list[Link], left_out: int
) -> tuple[ArgumentMap, int] | None:
    """The map, without links that tie what isn't there, as long as there are such; None if it is no map."""
    ids = {claim.id for claim in claims}
    kept = links
    while True:
        known = ids | {link.id for link in kept}
        good = [link for link in kept if all(end in known for _, end in link.ends())]
        if len(good) == len(kept):
            break
        kept = good
    try:
        return ArgumentMap(claims=tuple(claims), links=tuple(kept)), left_out + len(links) - len(
            kept
        )
    except InvalidMap:
        return None
