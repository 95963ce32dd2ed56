"""What is fuzzed: for each target a function of bytes that raises where something is wrong, and the documents to begin with."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import argmap
from argmap.formats import Reading
from argmap.frameworktext import (
    parse_af,
    parse_apx,
    parse_tgf,
    write_af,
    write_apx,
    write_tgf,
)
from argmap.invariants import check_reader
from argmap.jsontext import parse_json, write_json
from argmap.limits import Limits
from argmap.rdftext.rdfa import parse_page
from argmap.rdftext.term import line_of
from argmap.source import SourceText, decode
from argmap.xmltext import kept, parse_xml, write_xml
from argmap.yamltext import parse_yaml
from argmap.yamlwrite import write_yaml

__all__ = ["TARGETS", "seeds"]

TESTS = Path(__file__).parents[2]
LIMITS = Limits()


def _json(source: SourceText) -> None:
    """What is read is what Python's reader reads, and is read again after it was written."""
    value = parse_json(source).value
    assert value == json.loads(source.text), "another value than json has"
    again = parse_json(SourceText("", write_json(value))).value
    assert again == value, "not read again"


def _xml(source: SourceText) -> None:
    """What is read is read again after it was written."""
    document = parse_xml(source)
    again = parse_xml(SourceText("", write_xml(document.root, indent=None)))
    assert kept(again.root) == kept(document.root), "not read again"


def _yaml(source: SourceText) -> None:
    """What is read holds numbers that are numbers, and is read again after it was written."""
    value = parse_yaml(source)
    assert _is_plain(value), "no plain value"
    assert parse_yaml(SourceText("", write_yaml(value))) == value, "not read again"


def _is_plain(value: Any) -> bool:
    waiting = [value]
    for each in waiting:  # it grows by what is within
        if isinstance(each, dict):
            waiting += [*each, *each.values()]
        elif isinstance(each, list):
            waiting += each
        elif isinstance(each, float):
            if not math.isfinite(each):
                return False
        elif not isinstance(each, str | int | type(None)):
            return False
    return True


def _rdfa(source: SourceText) -> None:
    """Every triple of a page can be written on a line of its own."""
    for triple in parse_page(source, limits=LIMITS, base="https://example.org/page").triples:
        assert "\n" not in line_of(triple), "a triple over two lines"


def _frameworks(source: SourceText) -> None:
    """A framework is read again after it was written."""
    for parse, write in ((parse_tgf, write_tgf), (parse_apx, write_apx), (parse_af, write_af)):
        with suppress(argmap.ReadError):
            framework = parse(source)
            again = parse(SourceText("", write(framework)))
            assert (again.names, again.attacks) == (framework.names, framework.attacks), parse


def _argdown(source: SourceText) -> None:
    """A document gives a map that keeps every invariant, and that is read again from what is written without a loss."""
    reading = check_reader("argdown", source.text)
    if isinstance(reading, Reading):
        rendering = argmap.render(reading.map, "argdown")
        if not rendering.losses:
            assert argmap.parse(rendering.text, format="argdown").map == reading.map, (
                "not read again"
            )


READERS: dict[str, Callable[[SourceText], None]] = {
    "json": _json,
    "xml": _xml,
    "yaml": _yaml,
    "rdfa": _rdfa,
    "frameworks": _frameworks,
    "argdown": _argdown,
}

ENDINGS = {
    "json": (".json",),
    "xml": (".xml", ".graphml", ".gexf", ".xhtml"),
    "yaml": (".yaml",),
    "rdfa": (".xhtml",),
    "frameworks": (".tgf", ".apx", ".af"),
    "argdown": (".argdown", ".md"),
}
"""By what the names of a target's documents end."""

WRITTEN = {
    "json": ("json", "aif", "node-link"),
    "xml": ("graphml", "aml", "gexf"),
    "yaml": ("argmap-yaml", "gsn2x"),
    "rdfa": (),
    "frameworks": ("tgf", "apx", "af"),
    "argdown": ("argdown",),
}
"""Formats of each target, in which a small map is a document to begin with."""


def _target(read: Callable[[SourceText], None]) -> Callable[[bytes], None]:
    def tried(data: bytes) -> None:
        with suppress(argmap.ReadError):
            read(decode(data, ""))

    return tried


TARGETS = {name: _target(read) for name, read in READERS.items()}


def _small() -> argmap.ArgumentMap:
    """A map with something of everything that a small document can say."""
    draft = argmap.Draft("Co-ops", language="en")
    good = draft.claim("Co-ops are good.", weight=0.5, tags=["x"], data={"n": [1, 2.5, None]})
    step = draft.support(good, by=draft.claim('They are "near".', stance="assumed", said_by="Ann"))
    draft.undercut(step, by=draft.claim("No.\nAnd no."))
    return draft.map()


def seeds(target: str) -> Iterator[bytes]:
    """The documents of the tests in the formats of a target: the samples, the cases, and what is written of a small map."""
    for name in WRITTEN[target]:
        yield argmap.render(_small(), name).text.encode()
    for path in sorted([*TESTS.glob("formats/samples/*"), *TESTS.glob("cases/xml/*")]):
        if path.suffix in ENDINGS[target]:
            yield path.read_bytes()
    for path in sorted(TESTS.glob("cases/formats/*.toml")):
        file = tomllib.loads(path.read_text("utf-8")).get("file", {})
        if isinstance(file, dict) and file.get("name", "").endswith(ENDINGS[target]):
            yield file.get("text", "").encode()
    if target == "argdown":
        for path in sorted([*TESTS.glob("cases/argdown/*.toml"), *TESTS.glob("cases/fmt/*.toml")]):
            yield tomllib.loads(path.read_text("utf-8")).get("text", "").encode()
