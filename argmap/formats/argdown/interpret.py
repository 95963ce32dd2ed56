"""From the tree of a document to its statements, arguments and relations, as the reference implementation counts them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from attrs import define, field

from .notes import Notes
from .parts import (
    Argument,
    Inference,
    Node,
    PcsStatement,
    Relation,
    RelationKind,
    Role,
    Section,
    Statement,
)
from .tree import Block, Document, Entry

__all__ = ["Interpretation", "interpret"]

_OPERATORS: dict[str, tuple[RelationKind, bool]] = {
    "+": ("support", False),
    "<+": ("support", False),
    "+>": ("support", True),
    "-": ("attack", False),
    "<-": ("attack", False),
    "->": ("attack", True),
    "_": ("undercut", False),
    "<_": ("undercut", False),
    "_>": ("undercut", True),
    "><": ("contradictory", True),
}
"""The kind of a relation by its operator, and whether it leads from the entry above to the one below."""

_UNDERCUTS = ("_", "<_")

_Open = tuple[int, Statement | Argument | Inference, Node | None, Entry]
"""An entry that we are inside of: its number, what it speaks of, what its relation line aims at, and itself."""


@define
class Interpretation:
    """Everything a document is about, by title and in the order of its first mention.

    ``mentioned`` has statements and arguments together that entries speak of; what the document gives
    no title has one all the same.
    """

    document: Document
    notes: Notes
    statements: dict[str, Statement] = field(factory=dict)
    arguments: dict[str, Argument] = field(factory=dict)
    relations: list[Relation] = field(factory=list)
    sections: list[Section] = field(factory=list)
    mentioned: list[Statement | Argument] = field(factory=list)

    def argument(self, title: str) -> Argument:
        """The argument of this title, new if there is none."""
        found = self.arguments.get(title)
        if found is None:
            found = self.arguments[title] = Argument(title)
        return found


def interpret(document: Document, notes: Notes) -> Interpretation:
    """The parts of a document; raises `ReadError` if an argument is reconstructed twice."""
    walk = _Walk(Interpretation(document, notes))
    before: Block | None = None
    for block in document.blocks:
        if block.kind == "heading":
            walk.heading(block.first)
        elif block.kind == "pcs":
            walk.pcs(block, before)
        else:
            walk.entries(block)
        before = block
    walk.place_the_rest()
    return walk.whole


@define
class _Walk:
    """Where we are in the document: below which heading, behind which inference, inside what; ``above`` begins the block before."""

    whole: Interpretation
    section: Section | None = None
    inference: Inference | None = None
    concluded: Statement | None = None
    above: Node | None = None
    untitled: int = 0
    open: list[_Open] = field(factory=list)
    known: dict[tuple[str, Node, Node], None] = field(factory=dict)
    first: dict[Statement | Argument, Section] = field(factory=dict)

    def heading(self, number: int) -> None:
        """Begin a section."""
        entry = self.whole.document.entries[number]
        parent = self.section
        while parent is not None and parent.level >= entry.number:
            parent = parent.parent
        count = len(self.whole.sections) + 1
        data = {} if entry.data is None else dict(entry.data)
        self.section = Section(count, entry.number, entry.text.strip(), number, parent, data)
        self.whole.sections.append(self.section)

    def entries(self, block: Block) -> None:
        """Take in a block of statements and arguments with their relations."""
        entries, enter = self.whole.document.entries, self._enter
        enter(block.first, entries[block.first])
        self.above = self.open[0][1]
        for number in range(block.first + 1, block.last):
            enter(number, entries[number])
        self._leave(-1)

    def pcs(self, block: Block, before: Block | None) -> None:
        """Take in a premise-conclusion structure, of the argument right before it if there is one."""
        argument = self._reconstructed(block, before)
        lines: list[PcsStatement] = []
        inference: Inference | None = None
        entries = self.whole.document.entries
        for number in range(block.first, block.last):
            entry = entries[number]
            if entry.place != "pcs":
                self._enter(number, entry)
            elif entry.kind == "inference":
                self._leave(-1)
                inference = self.inference = Inference(argument.title, number)
                self.open.append((number, inference, None, entry))
            else:
                self._line(number, entry, lines, inference)
                inference = None
        self._leave(-1)
        lines[-1].role = "main-conclusion"
        argument.pcs = lines

    def _reconstructed(self, block: Block, before: Block | None) -> Argument:
        if before is not None and before.kind == "argument" and isinstance(self.above, Argument):
            argument = self.above
        else:
            argument = self.whole.argument(self._fresh())
        argument.section = self.section or argument.section
        if argument.pcs:
            entry = self.whole.document.entries[block.first]
            raise self.whole.notes.error(
                f"<{argument.title}> has a premise-conclusion structure already",
                entry.start,
                entry.end,
                hint="give this one to another argument, by a line <Title> above it",
            )
        return argument

    def _line(
        self, number: int, entry: Entry, above: list[PcsStatement], inference: Inference | None
    ) -> None:
        """Take in a premise or conclusion, below these lines of its structure."""
        self._enter(number, entry)
        statement = cast("Statement", self.open[-1][1])
        role: Role = "premise"
        if inference is not None:
            role = "intermediary-conclusion"
            inference.conclusion = len(above)
            self.concluded = statement
        above.append(PcsStatement(statement, number, role, entry.number, inference))

    def _fresh(self) -> str:
        self.untitled += 1
        return f"Untitled {self.untitled}"

    def _enter(self, number: int, entry: Entry) -> None:
        """Begin an entry, after ending all that it doesn't hang on."""
        whole, opened = self.whole, self.open
        if opened and opened[-1][0] != entry.parent:
            self._leave(entry.parent)
        title = entry.title or self._fresh()
        node: Statement | Argument | None
        if entry.kind == "argument":
            node = whole.arguments.get(title)
            if node is None:
                node = whole.arguments[title] = Argument(title)
                whole.mentioned.append(node)
        else:
            node = whole.statements.get(title)
            if node is None:
                node = whole.statements[title] = Statement(title)
                whole.mentioned.append(node)
        operator = entry.operator
        aim: Node | None = None
        if operator:
            aim = self._undercut(entry) if operator in _UNDERCUTS else opened[-1][1]
        opened.append((number, node, aim, entry))

    def _undercut(self, entry: Entry) -> Node:
        """What an undercut bears on: what it hangs on, or if that is a statement the last inference."""
        above = self.open[-1][1]
        if isinstance(above, Statement) and self.inference:
            if above is not self.concluded:
                self._further_up(self.inference, above, entry)
            return self.inference
        return above

    def _further_up(self, inference: Inference, above: Statement, entry: Entry) -> None:
        """Say that an undercut below a statement bears on an inference that stands somewhere above, as the reference has it."""
        span = self.whole.notes.source.span(self.whole.document.entries[inference.entry].start)
        self.whole.notes.add(
            "undercut-elsewhere",
            f"an undercut below {above.title}, which bears on the inference in line {span.line}",
            entry.start,
            entry.end,
            hint="write it below the inference or the argument that it undercuts",
        )

    def _leave(self, parent: int) -> None:
        """End the entries that are open, down to ``parent``."""
        opened, section = self.open, self.section
        while opened and opened[-1][0] != parent:
            number, node, aim, entry = opened.pop()
            if not isinstance(node, Inference):
                members = node.members
                if not members:
                    node.members = (number,)
                elif isinstance(members, list):
                    members.append(number)
                else:
                    node.members = [*members, number]
                if entry.tags or entry.data is not None:
                    self._describe(node, entry)
                elif node.section is None and entry.form != "reference":
                    node.section = section
                if node.section is None and section is not None and not members:
                    self.first[node] = section
            if aim is not None:
                self._relate(number, entry.operator, node, aim)

    def _describe(self, node: Statement | Argument, entry: Entry) -> None:
        """Give a statement or argument the tags, data and section of one of its members."""
        if entry.tags:
            tags = node.tags if isinstance(node.tags, dict) else {}
            tags.update(dict.fromkeys(entry.tags))
            node.tags = tags
        placed = None
        if entry.data:
            data = node.data if isinstance(node.data, dict) else {}
            merge(data, entry.data)
            node.data = data
            placed = entry.data.get("isInGroup")
        if placed is True or (
            placed is None and entry.form != "reference" and node.section is None
        ):
            node.section = self.section

    def place_the_rest(self) -> None:
        """Give what is in no section yet that of its first member."""
        for node, section in self.first.items():
            node.section = node.section or section

    def _relate(self, number: int, operator: str, node: Node, aim: Node) -> None:
        """Take in the relation that a line says; the same said twice is one."""
        kind, down = _OPERATORS[operator]
        source, target = (aim, node) if down else (node, aim)
        key = (kind, source, target)
        known = self.known
        if key in known or (kind == "contradictory" and (kind, target, source) in known):
            return
        known[key] = None
        self.whole.relations.append(Relation(kind, source, target, number))


def merge(into: dict[str, Any], data: Mapping[str, Any]) -> None:
    """Lay ``data`` over ``into``: mappings in mappings are merged, anything else is replaced."""
    pairs = [(into, data)]
    while pairs:
        under, over = pairs.pop()
        for name, value in over.items():
            held = under.get(name)
            if isinstance(held, Mapping) and isinstance(value, Mapping):
                under[name] = dict(held)
                pairs.append((under[name], value))
            else:
                under[name] = value
