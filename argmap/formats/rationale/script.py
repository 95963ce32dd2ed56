"""The calls of a script that make and name nodes, found by its words alone: nothing is evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field, frozen

from ..text_notes import TextNotes

__all__ = ["Node", "nodes"]

_PRELUDE = re.compile(r"^[ \t]*#-- End of Prelude --", re.MULTILINE)
_TOKEN = re.compile(
    r"(?P<skip>[ \t\r\n]+|\#[^\r\n]*)"
    r"|(?P<text>[uUbB]?\"(?:[^\"\\\r\n]|\\.)*+\"|[uUbB]?'(?:[^'\\\r\n]|\\.)*+')"
    r"|(?P<word>[A-Za-z_][\w.]*+)"
    r"|(?P<number>\d++)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_PLAIN = {"n": "\n", "r": "\n", "t": "\t"}
_CALLS = ("Create", "CreateChild", "SetText")
_DIGITS = 9


@define(eq=False)
class Node:
    """A node that a script makes: its type, the text that it is given, what is made below it."""

    type: str
    start: int
    text: str = ""
    children: list[Node] = field(factory=list)


@frozen
class _Token:
    kind: str
    text: str
    start: int


@frozen
class _Reference:
    """A variable, and the numbers of children that lead from it."""

    name: str
    path: tuple[int, ...]


def nodes(text: str, notes: TextNotes) -> list[Node]:
    """The nodes that the script makes at the top, in order.

    Calls that name what isn't there, or hold something else than names, numbers and texts, are findings.
    """
    prelude = _PRELUDE.search(text)
    tokens = list(_tokens(text, prelude.end() if prelude else 0))
    made = _Made(notes)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        call = token.text.rpartition(".")[2] if token.kind == "word" else ""
        defined = at > 0 and tokens[at - 1].text == "def"
        if call not in _CALLS or defined or at + 1 >= len(tokens) or tokens[at + 1].text != "(":
            at += 1
            continue
        arguments, end = _arguments(tokens, at + 2)
        target = _target(tokens, at)
        if arguments is None or not made.take(call, arguments, target, token):
            message = (
                f"this {call} names what isn't there, or can't be understood; it is passed over"
            )
            notes.add("unknown-call", message, token.start, token.start + len(token.text))
        at = end
    return made.roots


def _tokens(text: str, at: int) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text, at):
        if found.lastgroup != "skip":
            yield _Token(found.lastgroup or "", found[0], found.start())


def _target(tokens: list[_Token], at: int) -> str:
    """The variable that the call at this place is assigned to, or an empty text."""
    assigned = at > 1 and tokens[at - 1].text == "=" and tokens[at - 2].kind == "word"
    return tokens[at - 2].text if assigned else ""


def _arguments(tokens: list[_Token], at: int) -> tuple[list[str | _Reference] | None, int]:
    """What stands between the brackets that opened before ``at``, and where it ends; None for anything else."""
    found: list[str | _Reference] | None = []
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.text == ")":
            return found, at
        if token.text == "," or found is None:
            continue
        if token.kind == "text":
            found.append(_unquoted(token.text))
        elif token.kind == "word":
            path = []
            while _is_index(tokens, at):
                path.append(int(tokens[at + 1].text[:_DIGITS]))
                at += 3
            found.append(_Reference(token.text, tuple(path)))
        elif token.kind != "number":
            found = None
    return None, at


def _is_index(tokens: list[_Token], at: int) -> bool:
    held = tokens[at : at + 3]
    return [token.text for token in held[::2]] == ["[", "]"] and held[1].kind == "number"


def _unquoted(text: str) -> str:
    return _ESCAPE.sub(_character, text.lstrip("uUbB")[1:-1])


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    if code:
        char = chr(int(code, 16))
        return char if char.isprintable() or char in "\n\t" else "\ufffd"
    return _PLAIN.get(found[3], found[3])


@define
class _Made:
    """The nodes made so far, by the variables that hold them."""

    notes: TextNotes
    roots: list[Node] = field(factory=list)
    variables: dict[str, Node] = field(factory=dict)
    last: Node | None = None

    def take(
        self, call: str, arguments: list[str | _Reference], target: str, token: _Token
    ) -> bool:
        """Do what a call says; False if it can't be done."""
        match call, arguments:
            case "Create", [str(type), *_]:
                self._put(Node(type, token.start), self.roots, target)
            case "CreateChild", [_Reference() as above, str(type), *_]:
                if (node := self._found(above)) is None:
                    return False
                self._put(Node(type, token.start), node.children, target)
            case "SetText", [_Reference() as on, str(text), *_]:
                if (node := self._found(on)) is None:
                    return False
                node.text = text
            case "SetText", [str(text), *_]:
                owner = self.variables.get(token.text.removesuffix(".SetText"), self.last)
                if owner is None:
                    return False
                owner.text = text
            case _:
                return False
        return True

    def _put(self, node: Node, among: list[Node], target: str) -> None:
        among.append(node)
        self.last = node
        if target:
            self.variables[target] = node

    def _found(self, reference: _Reference) -> Node | None:
        node = self.variables.get(reference.name)
        for index in reference.path:
            if node is None or index >= len(node.children):
                return None
            node = node.children[index]
        return node
