"""Reads every real file of the XML formats and prints what came of it beside what the file itself says.

The file is counted by Python's own XML reader, its elements alone, and beside it stand arguebuf's counts where they
are known. Usage: python tests/formats/xml_corpus_table.py CORPUS
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from attrs import define, field

import argmap
from argmap.registry import FORMATS

FOLDERS = {
    "arggraph": "arggraph",
    "aml": "aml",
    "axl": "axl",
    "lkif": "lkif",
    "caf": "caf",
    "compendium": "compendium",
    "cmv-xml": "cmv-xml",
    "gsn-sacm-xmi": "gsn-xmi",
}
"""The folders of the corpus, and the formats in them."""

SUFFIXES = (".xml", ".aml", ".axl", ".gsn", ".arm", ".cae", ".model")

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}type"
Tree = ElementTree.Element
Counts = Counter[str]


@define
class Row:
    """What came of one folder of real files."""

    files: int = 0
    read: int = 0
    refused: dict[str, str] = field(factory=dict)
    ours: Counts = field(factory=Counter)
    counted: Counts = field(factory=Counter)
    findings: Counts = field(factory=Counter)
    different: list[str] = field(factory=list)
    peer: Counts = field(factory=Counter)
    peer_failed: int = 0
    written: int = 0
    same: int = 0


def documents(corpus: Path, folder: str) -> list[Path]:
    """The real files of a folder."""
    return [
        path
        for path in sorted((corpus / folder).rglob("*"))
        if path.suffix in SUFFIXES and path.is_file()
    ]


def plain(path: Path) -> Tree:
    """The file's root, as Python's own reader has it; a wrong encoding in the declaration is passed over."""
    text = path.read_text("utf-8-sig")
    return ElementTree.fromstring(re.sub(r"^<\?xml[^>]*\?>", "", text))


def ours(map: argmap.ArgumentMap) -> Counts:
    """What the map has of each kind, with the premises beyond the first of each step."""
    found: Counts = Counter(link.kind for link in map.links)
    found["claims"] = len(map.claims)
    found["issues"] = len(map.issues)
    steps = [link for link in map.links if isinstance(link, argmap.Support | argmap.Attack)]
    found["further premises"] = sum(len(step.premises) - 1 for step in steps)
    return +found


def count_arggraph(root: Tree) -> Counts:
    """Units, and edges by their type and what they lead to."""
    adus = {adu.get("id") for adu in root.iter("adu")}
    found: Counts = Counter({"claims": len(adus)})
    for edge in root.iter("edge"):
        kind = edge.get("type")
        if kind in ("sup", "exa"):
            found["support"] += 1
        elif kind in ("reb", "und"):
            found["rebuttal" if edge.get("trg") in adus else "undercut"] += 1
        found["further premises"] += kind == "add"
    return +found


def count_aml(root: Tree) -> Counts:
    """Propositions, and what holds them."""
    linked = [len(la.findall("AU")) for la in root.iter("LA")]
    return +Counter(
        {
            "claims": len(list(root.iter("PROP"))),
            "support": sum(len(ca.findall("AU")) for ca in root.iter("CA")) + len(linked),
            "rebuttal": sum(len(one.findall("AU")) for one in root.iter("REFUTATION")),
            "further premises": sum(linked) - len(linked),
        }
    )


def count_axl(root: Tree) -> Counts:
    """Units by their element; helpers of what isn't the main claim are further premises."""
    names = Counter(element.tag for element in root.iter())
    main = sum(len(premise.findall("helper")) for premise in root.iter("premise"))
    claims = sum(names[name] for name in ("premise", "reason", "objection", "helper"))
    found = {"claims": claims, "support": names["reason"], "rebuttal": names["objection"]}
    return +Counter({**found, "further premises": names["helper"] - main})


def count_carneades(root: Tree) -> Counts:
    """Statements and arguments of LKIF and CAF; a negated premise is a claim that contradicts its statement."""
    found: Counts = Counter()
    for graph in root.iter("argument-graph") if root.tag == "lkif" else [root]:
        negated = set()
        found["claims"] += len(list(graph.iter("statement")))
        for argument in graph.iter("argument"):
            premises = [one for one in argument.iter("premise") if one.get("type") != "exception"]
            negated |= {
                one.get("statement")
                for one in argument.iter("premise")
                if one.get("polarity") == "negative" or one.get("positive") == "false"
            }
            if premises:
                con = argument.get("direction") == "con" or argument.get("pro") == "false"
                found["rebuttal" if con else "support"] += 1
                found["further premises"] += len({one.get("statement") for one in premises}) - 1
                found["undercut"] += len(list(argument.iter("premise"))) - len(premises)
        found["claims"] += len(negated)
        found["conflict"] += len(negated)
    return +found


def count_compendium(root: Tree) -> Counts:
    """Nodes by their number, and links between nodes that may say something."""
    types = {node.get("id"): node.get("type") for node in root.iter("node")}
    claims = [id for id, type in types.items() if type in ("4", "5", "6", "7", "8")]
    found: Counts = Counter({"claims": len(claims), "issues": list(types.values()).count("3")})
    for link in root.iter("link"):
        tail, head, said = link.get("from"), link.get("to"), link.get("type")
        if tail in claims and types.get(head) == "3":
            found["answer"] += said in ("39", "40", "47")
        elif tail in claims and head in claims:
            found["support"] += said == "40" or (said == "39" and types[tail] == "6")
            found["rebuttal"] += said in ("41", "42") or (said == "39" and types[tail] == "7")
            found["rephrase"] += said == "43"
    return +found


def count_cmv(root: Tree) -> Counts:
    """Units, and relations without those that stand together."""
    units = [unit for unit in root.iter() if unit.tag in ("claim", "premise")]
    related = [
        (unit.get("rid") or number, unit.get("rel"), unit.get("ref"))
        for number, unit in enumerate(units)
        if unit.get("rel")
    ]
    apart = list(dict.fromkeys(related))
    ways = Counter(str(rel).removeprefix("partial_").partition("_")[0] for _, rel, _ in apart)
    return Counter({"claims": len(units), "further premises": len(related) - len(apart)}) + Counter(
        {
            "support": ways["support"] + ways["agreement"],
            "attack": sum(ways.values()) - ways["support"] - ways["agreement"],
        }
    )


def count_xmi(root: Tree) -> Counts:
    """Nodes, whether they say their type or their place says it."""
    relation = re.compile("SupportedBy|InContextOf|Asserted")
    typed = [one.get(_XSI, "").partition(":")[2] for one in root.iter() if one.get(_XSI)]
    nodes = sum(not relation.match(type) for type in typed)
    if not typed:
        nodes = sum(one.get("identifier") is not None for one in root.iter())
    ends = [
        (one.get("source"), target)
        for one in root.iter()
        if one.get(_XSI, "").endswith(":SupportedBy")
        for target in one.get("target", "").split()
    ]
    return +Counter({"claims": nodes, "supported by": len(dict.fromkeys(ends))})


def supported_by(map: argmap.ArgumentMap) -> int:
    """How many pairs of a goal or strategy and what supports it the steps of a map say."""
    strategies = {claim.id for claim in map.claims if claim.tags[0] == "Strategy"}
    pairs = set()
    for step in map.links:
        if isinstance(step, argmap.Support):
            between = [warrant for warrant in step.warrants if warrant in strategies]
            pairs |= {(step.target, strategy) for strategy in between}
            pairs |= {
                (holder, premise)
                for holder in between or [step.target]
                for premise in step.premises
            }
    return len(pairs)


COUNTERS: dict[str, Callable[[Tree], Counts]] = {
    "arggraph": count_arggraph,
    "aml": count_aml,
    "axl": count_axl,
    "lkif": count_carneades,
    "caf": count_carneades,
    "compendium": count_compendium,
    "cmv-xml": count_cmv,
    "gsn-sacm-xmi": count_xmi,
}


def comparable(found: Counts, folder: str) -> Counts:
    """What can be compared with the counts of a folder's files."""
    if folder == "cmv-xml":  # an undercutter of what supports nothing is a rebuttal
        return +Counter(
            {**found, "attack": found["rebuttal"] + found["undercut"], "rebuttal": 0, "undercut": 0}
        )
    return Counter({"claims": found["claims"]}) if folder == "gsn-sacm-xmi" else found


def row(corpus: Path, folder: str) -> Row:
    """What comes of the files of one folder."""
    made = Row()
    for path in documents(corpus, folder):
        made.files += 1
        _peer(path, made)
        try:
            reading = argmap.parse(argmap.files.read_source(str(path)))
        except argmap.ReadError as error:
            made.refused[path.name] = str(error).splitlines()[0].removeprefix(str(path))
            continue
        made.read += 1
        made.findings.update(finding.code for finding in reading.findings)
        found = comparable(ours(reading.map), folder)
        try:
            counted = COUNTERS[folder](plain(path))
        except ElementTree.ParseError:
            made.different.append(f"{path.name}: Python's own reader refuses it")
            continue
        if counted["supported by"]:
            found["supported by"] = supported_by(reading.map)
        made.ours += found
        made.counted += counted
        if counted != found:
            made.different.append(f"{path.name}: {dict(found)}, counted {dict(counted)}")
        if FORMATS.get(FOLDERS[folder]).write:
            written = argmap.render(reading.map, FOLDERS[folder])
            made.written += 1
            made.same += argmap.parse(written.text).map == reading.map and not written.losses
    return made


def _peer(path: Path, made: Row) -> None:
    beside = path.with_name(f"{path.name}.arguebuf.json")
    if beside.exists():
        said = json.loads(beside.read_text("utf-8"))
        made.peer_failed += said["status"] != "ok"
        made.peer.update({name: said.get(name, 0) for name in ("atoms", "schemes")})


def table(corpus: Path) -> Iterator[str]:
    """The lines of the table."""
    for folder in FOLDERS:
        found = row(corpus, folder)
        back = f", {found.same} of {found.written} written back equal" if found.written else ""
        yield f"{folder}: {found.files} files, {found.read} read{back}"
        yield f"  read:    {dict(sorted(found.ours.items()))}"
        yield f"  counted: {dict(sorted(found.counted.items()))}"
        if found.peer or found.peer_failed:
            yield f"  arguebuf: {dict(found.peer)}, failed on {found.peer_failed}"
        if found.findings:
            yield f"  findings: {dict(found.findings.most_common())}"
        yield from [f"  different: {line}" for line in found.different]
        yield from [f"  refused: {name}{message}" for name, message in found.refused.items()]


if __name__ == "__main__":
    sys.stdout.write("\n".join([*table(Path(sys.argv[1])), ""]))
