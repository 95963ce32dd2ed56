"""Prints, format by format, how the real files are read: counts beside an independent count, refusals, round trips.

Usage: ``python tests/formats/line_corpus_table.py CORPUS``. What stands beside ``own`` is counted here, by other means than
argmap's readers; ``arguebuf`` is what the corpus says that library makes of the file.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from attrs import define, field

import argmap
from argmap.formats import document
from argmap.registry import FORMATS as FORMATS_THERE
from argmap.source import SourceText

Counts = dict[str, int]


@define
class Row:
    """What became of one real file."""

    name: str
    format: str
    refused: str = ""
    counts: Counts = field(factory=dict)
    own: Counts = field(factory=dict)
    findings: Counts = field(factory=dict)
    same: bool = False
    losses: int = 0
    arguebuf: str = ""


def _kialo(text: str, path: Path) -> Counts:
    body = re.split(r"\r?\nSources:\r?\n(?=\[1\] )", text)[0]
    older = body.startswith("Discussion Title:")
    pattern = r"(?m)^ *([\d.]+)\. (?:(Thesis|Question|Pro|Con): ?)?([^\r\n]*)\r?\n? *(-> See [\d.]+\.(?=\r?\n|$))?"
    made: Counts = Counter()
    for number, word, rest, see in re.findall(pattern, body + "\n"):
        if not word and number != "1":
            continue
        asks = word == "Question"
        again = bool(re.fullmatch(r"-> See [\d.]+\.", rest)) if older else bool(see)
        made["issue" if asks else "claim"] += not again
        made[{"Pro": "support", "Con": "rebuttal", "Thesis": "answer"}.get(word, "")] += (
            "." in number
        )
    return made


def _brat(text: str, path: Path) -> Counts:
    fields = [line.split("\t") for line in text.splitlines()]
    spans = {row[0]: row[1].split()[0] for row in fields if row[0].startswith("T")}
    main = sum(kind == "MajorClaim" for kind in spans.values())
    made: Counts = Counter(claim=len(spans))
    pairs = [row[1].split() for row in fields if row[0].startswith("R")]
    takes = {first.partition(":")[2] for name, first, _ in pairs if name != "related"}
    for name, _, second in pairs:
        plain = name.removeprefix("partial_")
        if plain.startswith("undercut"):
            made["undercut" if second.partition(":")[2] in takes else "rebuttal"] += 1
        elif plain in ("support", "supports", "agreement"):
            made["support"] += 1
        elif name != "related":
            made["rebuttal"] += 1
    for row in fields:
        if row[0].startswith("A") and row[1].startswith("Stance "):
            made["support" if row[1].endswith("For") else "rebuttal"] += main
    return made


def _framework(text: str, path: Path) -> Counts:
    if path.suffix == ".apx":
        return {"claim": text.count("arg("), "rebuttal": len(set(re.findall(r"att\(.*?\)", text)))}
    lines = [line.split() for line in text.splitlines() if line.strip()]
    if path.suffix == ".af":
        most = int(lines[0][2])
        return {"claim": most, "rebuttal": len({tuple(s) for s in lines[1:] if s[0] != "#"})}
    middle = lines.index(["#"])
    return {"claim": middle, "rebuttal": len({tuple(s) for s in lines[middle + 1 :]})}


def _mup(text: str, path: Path) -> Counts:
    """Ideas and groups by walking the tree; a group counts as a link if an idea stands in it."""
    made: Counts = Counter()
    root = json.loads(text)
    todo = [("", child) for child in (root.get("ideas") or {}).values()]
    while todo:
        above, idea = todo.pop()
        children = list((idea.get("ideas") or {}).values())
        side = (idea.get("attr") or {}).get("group")
        sides = [(child.get("attr") or {}).get("group") for child in children]
        if side and None not in sides:
            continue
        against = "undercut" if above else "rebuttal"
        made[{None: "claim", "supporting": "support"}.get(side, against)] += 1
        todo += [(side or "", child) for child in children]
    return made


def _argmap_yaml(text: str, path: Path) -> Counts:
    """Lines by what they begin with; notes and other attributes aside."""
    made: Counts = Counter()
    note = None
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        if note is not None and (indent > note or not line.strip()):
            continue
        key = line.strip().partition(":")[0]
        note = indent if key == "note" else None
        if re.fullmatch(r"[ro]\d+", key):
            made["support" if key[0] == "r" else "rebuttal"] += 1
        elif key and key not in ("note", "label", "strength"):
            made["claim"] += 1
    return made


def _carneades(text: str, path: Path) -> Counts:
    held = yaml.safe_load(text)
    arguments = (held.get("arguments") or {}).values()
    issues = [each["positions"] for each in (held.get("issues") or {}).values()]
    bare = sum(not each.get("premises") for each in arguments)
    return {
        "claim": len(held["statements"]) + bare,
        "issue": len(issues),
        "support": len(arguments),
        "undercut": sum("undercutter" in each for each in arguments),
        "answer": sum(map(len, issues)),
        "conflict": sum(len(each) > 1 for each in issues),
    }


def _gsn(text: str, path: Path) -> Counts:
    held = {name: each for name, each in yaml.safe_load(text).items() if name != "module"}
    supported = [set(each.get("supportedBy") or ()) & held.keys() for each in held.values()]
    return {"claim": len(held), "support": sum(map(bool, supported))}


FORMATS: dict[str, tuple[tuple[str, ...], Callable[[str, Path], Counts]]] = {
    "kialo": (("kialo/**/*.txt", "kialo/**/*.csv"), _kialo),
    "brat": (("brat/**/*.ann",), _brat),
    "mup": (("mup/**/*.mup", "mup/**/test/**/*.json"), _mup),
    "argmap-yaml": (("argmap-yaml/**/*.y*ml",), _argmap_yaml),
    "carneades": (("carneades-yaml/**/*.y*ml",), _carneades),
    "gsn2x": (("gsn-yaml/**/*.y*ml",), _gsn),
    "tgf": (("iccma-tgf/**/*.tgf",), _framework),
    "apx": (("iccma-apx/**/*.apx",), _framework),
    "af": (("iccma-af/**/*.af",), _framework),
}
"""For each format the real files, and how they are counted."""


def row(path: Path, format: str, corpus: Path) -> Row:
    """What becomes of a file."""
    made = Row(str(path.relative_to(corpus)), format)
    text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    made.own = {name: n for name, n in FORMATS[format][1](text, path).items() if n and name}
    made.arguebuf = _arguebuf(path)
    try:
        reading = argmap.parse(document(path), format=format)
    except argmap.ReadError as error:
        made.refused = error.message
        return made
    map = reading.map
    elements: list[Any] = [*map.claims, *map.issues, *map.links]
    made.counts = Counter([each.kind for each in elements])
    made.findings = Counter([finding.code for finding in reading.findings])
    if FORMATS_THERE.get(format).write is not None:
        rendering = argmap.render(map, format)
        made.losses = len(rendering.losses)
        beside = tuple([(suffix, SourceText("", text)) for suffix, text in rendering.beside])
        again = argmap.parse(SourceText("", rendering.text, beside=beside), format=format)
        made.same = again.map == map
    return made


def _arguebuf(path: Path) -> str:
    beside = path.with_name(f"{path.name}.arguebuf.json")
    if not beside.exists():
        return ""
    told: Any = json.loads(beside.read_text("utf-8"))
    if told.get("status") != "ok":
        return f"{told.get('status')}: {str(told.get('error'))[:40]}"
    return f"{told.get('atoms')} claims, {told.get('schemes')} links"


def files(corpus: Path, format: str) -> list[Path]:
    """The real files of a format, in order."""
    patterns, _ = FORMATS[format]
    return sorted({path for pattern in patterns for path in corpus.glob(pattern) if path.is_file()})


def rows(corpus: Path, format: str) -> list[Row]:
    """What becomes of every real file of a format."""
    return [row(path, format, corpus) for path in files(corpus, format)]


def table(corpus: Path) -> Iterator[str]:
    """The lines of the table."""
    for format in FORMATS:
        found = rows(corpus, format)
        read = [each for each in found if not each.refused]
        same = sum(each.same for each in read)
        right = sum(each.counts == each.own for each in read)
        head = f"{len(found)} files, {len(read)} read, {right} counts agree, {same} come back equal"
        yield f"{format}: {head}"
        for each in found:
            told = each.refused or " ".join([f"{n} {kind}" for kind, n in each.counts.items()])
            yield f"  {each.name[-60:]}: {told}"
            if each.counts != each.own and not each.refused:
                yield f"    own count: {each.own}"
            if each.findings:
                yield f"    findings: {dict(each.findings)}"
            if each.arguebuf:
                yield f"    arguebuf: {each.arguebuf}"


if __name__ == "__main__":
    sys.stdout.write("\n".join([*table(Path(sys.argv[1])), ""]))
