"""What a document of Argdown is about, in rows that the reference implementation's can be laid beside.

=====  ==========================================================================================
``H``  a heading: level, title, data
``S``  a statement: title, members (role, text; none for a reference), tags, data, section
``A``  an argument: title, texts, tags, data, section, lines (role, title, rules, inference's data)
``R``  a relation: from, its type, kind, to, its type, number of the conclusion
=====  ==========================================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

import pytest
from attrs import evolve

from argmap import ArgumentMap, Link, Loss, Rendering, Step, render
from argmap import parse as parse_map
from argmap.formats.argdown.blocks import parse
from argmap.formats.argdown.derive import derived
from argmap.formats.argdown.foreign import without_foreign
from argmap.formats.argdown.interpret import Interpretation, interpret
from argmap.formats.argdown.notes import Notes
from argmap.formats.argdown.parts import Argument, Inference, Node, Section
from argmap.source import SourceText

Row = list[Any]
Outline = Callable[[str], list[Row]]


def outline_of(text: str) -> list[Row]:
    """The rows of a document."""
    notes = Notes(SourceText("debate.argdown", text))
    whole = interpret(parse(text, notes), notes)
    relations = derived(whole)
    rows = [["H", each.level, each.title, _plain(each.data)] for each in whole.sections]
    rows += _statements(whole)
    rows += _arguments(whole)
    rows += [["R", *_end(each.source)[:2], each.kind, *_end(each.target)] for each in relations]
    return rows


def differences(before: ArgumentMap, after: ArgumentMap, losses: Sequence[Loss]) -> list[str]:
    """How a map that was written and read differs from what it was, but for the losses that were told."""
    before, _ = without_foreign(before)
    codes = {loss.code for loss in losses}
    lost = {loss.element for loss in losses if loss.element and not loss.code.endswith("-data")}
    told = []
    for table in ("claims", "issues", "groups", "schemes", "participants", "sources"):
        first, second = (
            [each for each in getattr(map, table) if each.id not in lost] for map in (before, after)
        )
        if f"{table}-order" in codes:
            first, second = (sorted(each, key=attrgetter("id")) for each in (first, second))
        if first != second:
            told.append(f"{table}: {first} != {second}")
    links = [_links(map, lost, numbered="link-numbers" not in codes) for map in (before, after)]
    if codes & {"links-order", "link-numbers"}:
        links = [sorted(each) for each in links]
    if links[0] != links[1]:
        told.append(f"links: {links[0]} != {links[1]}")
    parts = {"about": "about", "data": "map-data"}
    told += [
        part
        for part, code in parts.items()
        if code not in codes and getattr(before, part) != getattr(after, part)
    ]
    return told


def _links(map: ArgumentMap, lost: set[str], *, numbered: bool) -> list[str]:
    """Each link in words; its targets are told in words as well, since ids may have changed."""
    links = {link.id: link for link in map.links}

    def told(id: str) -> str:
        words = []
        while id in links:
            link = links[id]
            words.append(repr(link if numbered else _anonymous(link)))
            id = getattr(link, "target", "")
        return " -> ".join([*words, id])

    return [told(id) for id in links if id not in lost]


def _anonymous(link: Link) -> Link:
    return evolve(link, id="", target="") if isinstance(link, Step) else evolve(link, id="")


@pytest.fixture
def written() -> Callable[[ArgumentMap], Rendering]:
    """Writes a map, reads it again, and asserts that it is what it was but for the losses."""

    def checked(map: ArgumentMap) -> Rendering:
        rendering = render(map, "argdown")
        reading = parse_map(SourceText("d.argdown", rendering.text), format="argdown")
        told = differences(map, reading.map, rendering.losses)
        assert not told, "\n".join(
            [*told, rendering.text, *[str(loss) for loss in rendering.losses]]
        )
        assert {finding.code for finding in reading.findings} <= {"no-document", "undercut-claim"}
        return rendering

    return checked


@pytest.fixture
def outline() -> Outline:
    """See `outline_of`."""
    return outline_of


def _statements(whole: Interpretation) -> Iterator[Row]:
    for title, each in whole.statements.items():
        members = [[member.role, _text(whole, member.entry)] for member in each.members]
        yield ["S", title, members, list(each.tags), _plain(each.data), _title(each.section)]


def _arguments(whole: Interpretation) -> Iterator[Row]:
    for title, each in whole.arguments.items():
        texts = [_text(whole, number) for number in each.members]
        lines = [
            [
                line.member.role,
                line.statement.title,
                None if line.inference is None else _rules(whole, line.inference),
                None if line.inference is None else _plain(_data(whole, line.inference)),
            ]
            for line in each.pcs
        ]
        yield ["A", title, texts, list(each.tags), _plain(each.data), _title(each.section), lines]


def _text(whole: Interpretation, number: int) -> str | None:
    entry = whole.document.entries[number]
    return None if entry.form == "reference" else entry.text.strip()


def _rules(whole: Interpretation, inference: Inference) -> list[str]:
    return list(whole.document.entries[inference.entry].rules)


def _data(whole: Interpretation, inference: Inference) -> Mapping[str, Any] | None:
    return whole.document.entries[inference.entry].data


def _title(section: Section | None) -> str | None:
    return None if section is None else section.title


def _end(node: Node) -> Row:
    if isinstance(node, Inference):
        return [node.title, "inference", node.conclusion]
    return [node.title, "argument" if isinstance(node, Argument) else "statement", None]


def _plain(value: Any) -> Any:
    """Data as JSON has it; none if it is empty."""
    if isinstance(value, Mapping):
        return {name: _whole(held) for name, held in value.items()} or None
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _whole(held) for name, held in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_whole(held) for held in value]
    return value
