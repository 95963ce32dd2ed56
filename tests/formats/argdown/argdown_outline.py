"""What a document of Argdown is about, in rows that the reference implementation's can be laid beside.

=====  ==========================================================================================
``H``  a heading: level, title, data
``S``  a statement: title, members (role, text; none for a reference), tags, data, section
``A``  an argument: title, texts, tags, data, section, lines (role, title, rules, inference's data)
``R``  a relation: from, its type, kind, to, its type, number of the conclusion
=====  ==========================================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argmap.formats.argdown.blocks import parse
from argmap.formats.argdown.derive import derived
from argmap.formats.argdown.interpret import Interpretation, interpret
from argmap.formats.argdown.notes import Notes
from argmap.formats.argdown.parts import Argument, Inference, Node, Section
from argmap.formats.legal import legal
from argmap.source import SourceText

Row = list[Any]


def outline_of(text: str) -> list[Row]:
    """The rows of a document."""
    source, _ = legal(SourceText("debate.argdown", text))
    notes = Notes(source)
    whole = interpret(parse(source.text, notes), notes)
    relations = derived(whole)
    rows = [["H", each.level, each.title, _plain(each.data)] for each in whole.sections]
    rows += _statements(whole)
    rows += _arguments(whole)
    rows += [["R", *_end(each.source)[:2], each.kind, *_end(each.target)] for each in relations]
    return rows


def _statements(whole: Interpretation) -> Iterator[Row]:
    roles = {line.entry: line.role for each in whole.arguments.values() for line in each.pcs}
    for title, each in whole.statements.items():
        members = [[roles.get(n) or _role(whole, n), _text(whole, n)] for n in each.members]
        yield ["S", title, members, list(each.tags), _plain(each.data), _title(each.section)]


def _arguments(whole: Interpretation) -> Iterator[Row]:
    for title, each in whole.arguments.items():
        texts = [_text(whole, number) for number in each.members]
        lines = [
            [
                line.role,
                line.statement.title,
                None if line.inference is None else _rules(whole, line.inference),
                None if line.inference is None else _plain(_data(whole, line.inference)),
            ]
            for line in each.pcs
        ]
        yield ["A", title, texts, list(each.tags), _plain(each.data), _title(each.section), lines]


def _role(whole: Interpretation, number: int) -> str:
    """The role of a statement that stands in no structure."""
    place = whole.document.entries[number].place
    return {"block": "top-level-statement", "relation": "relation-statement"}.get(place, "")


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
