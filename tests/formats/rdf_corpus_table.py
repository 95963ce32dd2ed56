"""Reads every real file of AIF and IBIS in RDF and prints what came of it beside what the file itself says.

Pages and RDF/XML are counted by Python's own XML reader, by the attributes that RDFa gives a meaning; TriG by its words.
Below stands how many statements were kept, by what they state. Usage: python tests/formats/rdf_corpus_table.py CORPUS
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from attrs import define, field

import argmap

FOLDERS = {"aif-rdf": "aif-rdf", "ibis-rdf": "ibis-rdf"}
"""The folders of the corpus, and the formats in them."""

SUFFIXES = (".xhtml", ".xml", ".trig", "")
AIF = "{http://www.arg.dundee.ac.uk/aif#}"
LINKS = {
    "response": "answer",
    "responds-to": "answer",
    "supports": "support",
    "opposes": "rebuttal",
}
Counts = Counter[str]
Tree = ElementTree.Element


@define
class Row:
    """What came of one folder of real files."""

    files: int = 0
    refused: dict[str, str] = field(factory=dict)
    ours: Counts = field(factory=Counter)
    counted: Counts = field(factory=Counter)
    kept: Counts = field(factory=Counter)
    findings: Counts = field(factory=Counter)
    different: list[str] = field(factory=list)


def documents(corpus: Path, folder: str) -> list[Path]:
    """The real files of a folder: those without a suffix are of a crawler's cache."""
    found = sorted((corpus / folder).rglob("*"))
    return [path for path in found if path.is_file() and path.suffix in SUFFIXES]


def ours(map: argmap.ArgumentMap, loose: int) -> Counts:
    """What the map has of each kind; a step that is none for want of an end counts as one."""
    found: Counts = Counter(link.kind for link in map.links)
    found["claims"], found["issues"] = len(map.claims), len(map.issues)
    found["support"] += loose
    return +found


def count_aif(root: Tree) -> Counts:
    """Nodes by their type, each name once."""
    found: dict[str, set[str]] = {"I": set(), "RA": set(), "CA": set()}
    for number, element in enumerate(root.iter()):
        said = element.get("typeof", "").replace("aif:", AIF) or element.tag
        for type, names in found.items():
            if re.match(rf"{re.escape(AIF)}{type}-node", said):
                names.add(element.get("about") or str(number))
    attacks = len(found["CA"])
    return +Counter({"claims": len(found["I"]), "support": len(found["RA"]), "rebuttal": attacks})


def count_ibis(root: Tree) -> Counts:
    """What is listed as an issue, a position or an argument, and what the lists below a relation hold."""
    names: dict[str, set[str]] = {"Issue": set(), "Position": set(), "Argument": set()}
    found: Counts = Counter()
    base = next(
        (element.get("href", "") for element in root.iter() if _name(element) == "base"), ""
    )
    for element in root.iter():
        type = element.get("typeof", "").removeprefix("ibis:")
        if type in names:
            names[type].add(element.get("about", base).rpartition(":")[2].rpartition("/")[2])
        if element.get("rev") == "rdf:type":
            listed = element.get("about", "").rpartition("#")[2]
            names[listed] |= {one.get("about", "").rpartition(":")[2] for one in element}
        if _name(element) == "ul" and element.get("rel", "").startswith("ibis:"):
            relation = element.get("rel", "").removeprefix("ibis:")
            found[LINKS.get(relation, "")] += len(element)
    found[""] = 0
    found["issues"] = len(names["Issue"])
    found["claims"] = len(names["Position"] | names["Argument"])
    return +found


def count_words(text: str) -> Counts:
    """Nodes of Catalyst's in a text of TriG."""
    types = Counter(re.findall(r"\ba ibis:(\w+)", text))
    return +Counter(
        {
            "issues": types["Issue"],
            "claims": types["Position"] + types["Argument"],
            "answer": types["PositionRespondsToIssue"],
            "support": types["ArgumentSupportsPosition"],
        }
    )


def counted(path: Path, folder: str) -> Counts:
    """What the file itself says."""
    text = path.read_text("utf-8")
    if path.suffix == ".trig":
        return count_words(text)
    root = ElementTree.fromstring(text if path.suffix else json.loads(text)["body"])
    return count_aif(root) if folder == "aif-rdf" else count_ibis(root)


def _name(element: Tree) -> str:
    return element.tag.rpartition("}")[2]


def row(corpus: Path, folder: str) -> Row:
    """What comes of the files of one folder."""
    made = Row()
    for path in documents(corpus, folder):
        made.files += 1
        try:
            reading = argmap.parse(argmap.files.read_source(str(path)))
        except argmap.ReadError as error:
            made.refused[path.name] = str(error).splitlines()[0].removeprefix(str(path))
            continue
        codes = Counter(finding.code for finding in reading.findings)
        made.findings.update(codes)
        found, said = ours(reading.map, codes["loose-scheme"]), counted(path, folder)
        made.ours += found
        made.counted += said
        if reading.format != FOLDERS[folder]:
            made.different.append(f"{path.name}: read as {reading.format}")
        if _comparable(found) != _comparable(said):
            made.different.append(f"{path.name}: {dict(found)}, counted {dict(said)}")
        kept = reading.map.data.get(folder, {}).get("triples", ())
        made.kept.update([re.split(r"[#/]", line.split()[1])[-1].rstrip(">") for line in kept])
    return made


def _comparable(found: Counts) -> Counts:
    """The counts without the difference between two kinds of attack."""
    merged = Counter({"attack": found["rebuttal"] + found["undercut"]})
    return +(
        Counter({n: c for n, c in found.items() if n not in ("rebuttal", "undercut")}) + merged
    )


def table(corpus: Path) -> Iterator[str]:
    """The lines of the table."""
    for folder in FOLDERS:
        found = row(corpus, folder)
        yield f"{folder}: {found.files} files, {found.files - len(found.refused)} read"
        yield f"  read:    {dict(sorted(found.ours.items()))}"
        yield f"  counted: {dict(sorted(found.counted.items()))}"
        yield f"  kept:    {dict(found.kept.most_common())}"
        yield f"  findings: {dict(found.findings.most_common())}"
        yield from [f"  different: {line}" for line in found.different]
        yield from [f"  refused: {name}{message}" for name, message in found.refused.items()]


if __name__ == "__main__":
    sys.stdout.write("\n".join([*table(Path(sys.argv[1])), ""]))
