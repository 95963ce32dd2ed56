"""From the tree of a document to its statements, arguments and relations, as the reference implementation counts them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from .notes import Notes
from .parts import (
    Argument,
    Inference,
    Member,
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

_ROLES: dict[str, Role] = {"block": "top-level-statement", "relation": "relation-statement"}


@define
class Interpretation:
    """Everything a document is about, by title and in the order of its first mention.

    ``titles`` has the title of each entry, also of those that the document gives none.
    """

    document: Document
    notes: Notes
    statements: dict[str, Statement] = field(factory=dict)
    arguments: dict[str, Argument] = field(factory=dict)
    relations: list[Relation] = field(factory=list)
    sections: list[Section] = field(factory=list)
    titles: list[str] = field(factory=list)

    def statement(self, title: str) -> Statement:
        """The statement of this title, new if there is none."""
        found = self.statements.get(title)
        if found is None:
            found = self.statements[title] = Statement(title)
        return found

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
class _Open:
    """An entry that we are inside of: what it speaks of, and what its relation line aims at."""

    number: int
    node: Node
    member: Member | None = None
    aim: Node | None = None


@define
class _Walk:
    """Where we are in the document: below which heading, behind which inference, inside what."""

    whole: Interpretation
    section: Section | None = None
    inference: Inference | None = None
    concluded: Statement | None = None
    untitled: int = 0
    open: list[_Open] = field(factory=list)
    known: dict[tuple[str, Node, Node], Relation] = field(factory=dict)
    first: dict[Statement | Argument, Section] = field(factory=dict)

    def heading(self, number: int) -> None:
        """Begin a section."""
        entry = self.whole.document.entries[number]
        self.whole.titles.append("")
        parent = self.section
        while parent is not None and parent.level >= entry.number:
            parent = parent.parent
        count = len(self.whole.sections) + 1
        data = dict(entry.data or {})
        self.section = Section(count, entry.number, entry.text.strip(), number, parent, data)
        self.whole.sections.append(self.section)

    def entries(self, block: Block) -> None:
        """Take in a block of statements and arguments with their relations."""
        for number in range(block.first, block.last):
            role = _ROLES.get(self.whole.document.entries[number].place, "")
            self._enter(number, Member(number, role))
        self._leave(-1)

    def pcs(self, block: Block, before: Block | None) -> None:
        """Take in a premise-conclusion structure, of the argument right before it if there is one."""
        argument = self._reconstructed(block, before)
        inference: Inference | None = None
        for number in range(block.first, block.last):
            entry = self.whole.document.entries[number]
            if entry.place != "pcs":
                self._enter(number, Member(number, "relation-statement"))
            elif entry.kind == "inference":
                self._leave(-1)
                inference = self.inference = Inference(argument.title, entry=number)
                self.whole.titles.append("")
                self.open.append(_Open(number, inference))
            else:
                self._line(number, argument, inference)
                inference = None
        self._leave(-1)
        argument.pcs[-1].member.role = "main-conclusion"

    def _reconstructed(self, block: Block, before: Block | None) -> Argument:
        if before is not None and before.kind == "argument":
            argument = self.whole.argument(self.whole.titles[before.first])
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

    def _line(self, number: int, argument: Argument, inference: Inference | None) -> None:
        """Take in a premise or conclusion."""
        role: Role = "premise" if inference is None else "intermediary-conclusion"
        member = Member(number, role, argument.title)
        self._enter(number, member)
        statement = self.whole.statements[self.whole.titles[number]]
        if inference is not None:
            inference.conclusion = len(argument.pcs)
            self.concluded = statement
        printed = self.whole.document.entries[number].number
        argument.pcs.append(PcsStatement(statement, member, printed, inference))

    def _fresh(self) -> str:
        self.untitled += 1
        return f"Untitled {self.untitled}"

    def _enter(self, number: int, member: Member) -> None:
        """Begin an entry, after ending all that it doesn't hang on."""
        whole = self.whole
        entry = whole.document.entries[number]
        self._leave(entry.parent)
        title = entry.title or self._fresh()
        whole.titles.append(title)
        node = whole.argument(title) if entry.kind == "argument" else whole.statement(title)
        aim = self._aim(entry) if entry.operator else None
        self.open.append(_Open(number, node, member, aim))

    def _aim(self, entry: Entry) -> Node:
        """What a relation line bears on: what it hangs on, or for undercuts of a statement the last inference."""
        above = self.open[-1].node
        if entry.operator in ("_", "<_") and isinstance(above, Statement) and self.inference:
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
        opened = self.open
        while opened and opened[-1].number != parent:
            self._end(opened.pop())

    def _end(self, open: _Open) -> None:
        node, entry = open.node, self.whole.document.entries[open.number]
        if isinstance(node, Statement | Argument):
            if not node.members and self.section is not None:
                self.first[node] = self.section
            if isinstance(node, Statement):
                node.members.append(open.member or Member(open.number))
            else:
                node.members.append(open.number)
            self._describe(node, entry)
        if open.aim is not None:
            self._relate(open, entry)

    def _describe(self, node: Statement | Argument, entry: Entry) -> None:
        """Give a statement or argument the tags, data and section of one of its members."""
        if entry.tags:
            node.tags.update(dict.fromkeys(entry.tags))
        placed = None
        if entry.data:
            merge(node.data, entry.data)
            placed = entry.data.get("isInGroup")
        if placed is True or (
            placed is None and entry.form != "reference" and node.section is None
        ):
            node.section = self.section

    def place_the_rest(self) -> None:
        """Give what is in no section yet that of its first member."""
        for node, section in self.first.items():
            node.section = node.section or section

    def _relate(self, open: _Open, entry: Entry) -> None:
        """Take in the relation that a line says; the same said twice is one."""
        kind, down = _OPERATORS[entry.operator]
        aim = open.aim or open.node
        source, target = (aim, open.node) if down else (open.node, aim)
        known = self.known.get((kind, source, target))
        if known is None and kind == "contradictory":
            known = self.known.get((kind, target, source))
        if known is not None:
            known.entries.append(open.number)
            return
        relation = Relation(kind, source, target, [open.number])
        self.known[kind, source, target] = relation
        self.whole.relations.append(relation)
        source.relations[relation] = None
        target.relations[relation] = None


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
