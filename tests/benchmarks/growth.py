"""Prints how the time to read and to write grows with a map, for every registered format.

Usage: ``python tests/benchmarks/growth.py [FORMAT...]``. A map of 2,500 claims and one of 10,000 are written and read
again; what is only read is read from a document made for it. Times are the processor's, the shorter of two runs;
4 is linear, and 6 is too much. Pictures have a program of their own, ``tests/benchmarks/drawings``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import argmap
from argmap.formats import Format, formats
from argmap.source import SourceText

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

SIZES = (2_500, 10_000)
MOST = 6.0
LIMITS = argmap.Limits(**dict.fromkeys(("claims", "links", "text_characters"), 10**9))
PICTURES = ("svg", "png", "pdf")
SAMPLES = HERE.parent / "cases" / "xml"


def generated(claims: int) -> argmap.ArgumentMap:
    """A map of so many claims: a tree of reasons and objections, every ninth of them against a step."""
    words = "co ops raise the standards of public services"
    made = [argmap.Claim(f"c{n}", f"{n} {words}") for n in range(claims)]
    links: list[argmap.Link] = []
    for n in range(1, claims):
        above, premises, id = n // 3, (f"c{n}",), f"l{n}"
        if n % 9 == 8:
            links.append(argmap.Undercut(id, premises, f"l{above}"))
        elif n % 3 == 2:
            links.append(argmap.Rebuttal(id, premises, f"c{above}"))
        else:
            links.append(argmap.Support(id, premises, f"c{above}"))
    return argmap.ArgumentMap(claims=tuple(made), links=tuple(links))


def fences(claims: int) -> str:
    """Markdown with one block of Argdown, and prose around it."""
    answers = "".join([f"  + [B {n}]: b\n" for n in range(claims)])
    prose = "Some words on `co-ops`.\n\n" * claims
    return f"{prose}```argdown\n[A]: a\n{answers}```\n\n{prose}"


def ibis(claims: int) -> str:
    """Positions on one issue, each with an argument for it."""
    head = "@prefix i: <https://privatealpha.com/ontology/ibis/1#> .\n"
    pair = "<urn:p{0}> a i:Position ; i:responds-to <urn:q> .\n"
    pair += "<urn:a{0}> a i:Argument ; i:supports <urn:p{0}> .\n"
    pairs = "".join([pair.format(n) for n in range(claims // 2)])
    return f"{head}<urn:q> a i:Issue .\n{pairs}"


def old_ova(claims: int) -> str:
    """An analysis of old OVA, whose edges have their ends whole."""
    aif = json.loads(argmap.dumps(generated(claims), "aif"))
    nodes = {
        node["nodeID"]: {"id": node["nodeID"], "type": node["type"], "text": node["text"]}
        for node in aif["nodes"]
    }
    edges = [
        {"from": nodes[edge["fromID"]], "to": nodes[edge["toID"]], "visible": True}
        for edge in aif["edges"]
    ]
    return json.dumps({"nodes": list(nodes.values()), "edges": edges, "analysis": {"txt": ""}})


def of_sample(format: str) -> Callable[[int], str]:
    """A maker of documents that hold what a small one of the format holds, many times over."""
    several = import_module("test_xml").several
    text = (SAMPLES / f"{format}.xml").read_text("utf-8")
    return lambda claims: several(text, claims // 25)


def made_for(format: Format) -> Callable[[int], str]:
    """What makes documents of a format that is only read."""
    own = {"argdown-fences": fences, "ibis-rdf": ibis, "ova": old_ova}
    if format.name in own:
        return own[format.name]
    if (SAMPLES / f"{format.name}.xml").exists():
        return of_sample(format.name)
    found: Callable[[int], str] = getattr(import_module("line_formats"), format.name)
    return found


def seconds(work: Callable[[], Any]) -> float:
    """The shorter of two runs."""
    found = []
    for _ in range(2):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def measured(format: Format, claims: int) -> tuple[float | None, float | None]:
    """How long it takes to read a document and to write it; None for what the format hasn't."""
    if format.write is None:
        source, writing = SourceText("x", made_for(format)(claims)), None
    else:
        map = generated(claims)
        rendering = argmap.render(map, format.name)
        writing = seconds(lambda: argmap.render(map, format.name))
        beside = tuple([(suffix, SourceText("x", text)) for suffix, text in rendering.beside])
        source = SourceText("x", rendering.text, beside=beside)
    if format.read is None:
        return None, writing
    return seconds(lambda: argmap.parse(source, format=format.name, limits=LIMITS)), writing


def row(format: Format) -> tuple[str, list[float]]:
    """A line of the table, and by how much the times have grown."""
    few, many = [measured(format, claims) for claims in SIZES]
    cells, growths = [format.name], []
    for small, large in zip(few, many, strict=True):
        if small is None or large is None:
            cells += ["", "", ""]
        else:
            growths.append(large / small)
            cells += [f"{small:.3f}", f"{large:.3f}", f"{growths[-1]:.1f}"]
    return f"| {' | '.join(cells)} |", growths


def main(names: list[str]) -> None:
    """Print the table, and which formats grow too fast."""
    heads = [f"{what}: s at {n:,}" for what in ("read", "write") for n in SIZES]
    print(f"| format | {' | '.join([*heads[:2], 'growth', *heads[2:], 'growth'])} |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    wrong = []
    for format in formats():
        if format.name in PICTURES or (names and format.name not in names):
            continue
        line, growths = row(format)
        print(line, flush=True)
        wrong += [format.name] * any(growth >= MOST for growth in growths)
    print(f"\nOver {MOST:.0f}: {', '.join(wrong) or 'none'}.")


if __name__ == "__main__":
    main(sys.argv[1:])
