"""A small reader of DOT for tests, independent of argmap and pydot, and texts that mean harm.

It reads what Graphviz's manual calls statements of nodes, edges, attributes and subgraphs, with
quoted strings as Graphviz's scanner takes them. `shown` says what Graphviz would show for a label.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

Attributes: TypeAlias = dict[str, str]

_TOKEN = re.compile(
    r"""\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<plain>[A-Za-z0-9_.]+|->|[{}\[\];,=+]))""", re.DOTALL
)
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")

ATOMS = (
    *('"', "'", "\\", "\\\\", '\\"', "\n", "\r\n", "\r", "\n\n", "\t", " ", "", "a", "text"),
    *("<b>bold</b>", "<<B>x</B>>", "<not closed", ">", "<", "<>", "</table>", "<!--", "]]>"),
    *('"a"]; evil [label="pwn"', '"; evil [label=pwn]; "', '"]; }', "}", "{", "[", "]", ";", "="),
    *("&lt;", "&amp;", "&", "&#60;", "&#x3C;", "&quot;", "&nosuch;", "&amp;lt;", "&#0;", "&;"),
    *("\\N", "\\G", "\\E", "\\T", "\\H", "\\L", "\\l", "\\r", "\\n", "\\x", "\\0", "%3", "%s"),
    *("node", "graph", "a:b", "a -> b", "//", "/*", "*/", "# line", "+", '" + "', "{a|b}", "|"),
    *("\x00", "\x01", "\x0b", "\x0c", "\x1b[2J", "\x7f", "\x85", "\x9f", "\ufffe", "\uffff"),
    *("\u202e", "\u2066", "\u2069", "\u200b", "\u200f", "\ufeff", "\u2028", "\u2029", "\xa0"),
    *(
        "\ud800",
        "\udfff",
        "\U0001f600",
        "\U0001f468\u200d\U0001f469",
        "\u0301",
        "é",
        "日本語",
        "عربي",
    ),
)
"""What a label may hold to mislead a writer: quotes, escapes, markup, statements, controls."""


def hostile_labels(count: int) -> list[str]:
    """``count`` labels, the same on every run: the atoms, then atoms in a row, then long ones."""
    choose = random.Random(20_240_229)
    long = [
        filler * (size // len(filler.encode())) for size in (16_380, 200_000) for filler in _LONG
    ]
    long += ["a" * size + tail for size in range(16_379, 16_384) for tail in ("", '"', "\\", "é")]
    mixed = (
        "".join(choose.choices(ATOMS, k=choose.randint(2, 7)))
        for _ in range(count - len(ATOMS) - len(long))
    )
    return [*ATOMS, *mixed, *long][:count]


_LONG = ("x", '"', "\\", "&", '\\"', "é", "\U0001f600")


def literal(text: str) -> str:
    """What is to be seen of a text: CR and CRLF are line ends, a tab a space, the illegal U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


def shown(label: str, name: str = "NAME") -> str:
    """What Graphviz shows for a label: entities, then the escapes of the manual (escString)."""
    decoded = _ENTITY.sub(lambda found: html.unescape(found[0]), label)
    names = dict.fromkeys("NGETHL", name)
    escapes = {**names, "n": "\n", "l": "\n", "r": "\n"}
    return re.sub(r"\\(.)", lambda m: escapes.get(m[1], m[1]), decoded, flags=re.DOTALL)


class Token(NamedTuple):
    """A word, a sign or a string, and whether it was quoted: ``"node"`` isn't ``node``."""

    text: str
    quoted: bool


class DotCluster:
    """A subgraph: its parent's name, its attributes, and the nodes that stand in it directly."""

    def __init__(self, parent: str | None) -> None:
        self.parent = parent
        self.attributes: Attributes = {}
        self.nodes: list[str] = []


class DotFile:
    """What a DOT text says: attributes of the graph, nodes, edges, and clusters with their nodes."""

    def __init__(self) -> None:
        self.attributes: Attributes = {}
        self.defaults: dict[str, Attributes] = {}
        self.nodes: dict[str, Attributes] = {}
        self.edges: list[tuple[str, str, Attributes]] = []
        self.clusters: dict[str, DotCluster] = {}

    def opened(self, cluster: str, parent: str | None) -> str:
        """The name of a new cluster."""
        if cluster in self.clusters:
            raise ValueError(f"the cluster {cluster} is there twice")
        self.clusters[cluster] = DotCluster(parent)
        return cluster

    def add(self, token: Token, attributes: Attributes, cluster: str | None) -> None:
        """Take in a statement of a node, or of the defaults of nodes or edges."""
        if token in {("node", False), ("edge", False)}:
            self.defaults[token.text] = attributes
            return
        if not token.quoted and not token.text.isidentifier():
            raise ValueError(f"no node is called {token.text}")
        self.nodes.setdefault(token.text, {}).update(attributes)
        if cluster is not None:
            self.clusters[cluster].nodes.append(token.text)


def read_dot(text: str) -> DotFile:
    """What the text says, or `ValueError` if it isn't DOT of the kind described above."""
    tokens = [*_tokens(text), *[_END] * 4]
    if tokens[0] != _plain("digraph") or tokens[2] != _plain("{"):
        raise ValueError("it doesn't begin as a directed graph")
    file, around, at = DotFile(), list[str](), 3
    while tokens[at] != _plain("}") or around:
        here = file.clusters[around[-1]] if around else file
        if tokens[at] == _plain("}"):
            around.pop()
            at += 1
        elif tokens[at] == _plain(";"):
            at += 1
        elif tokens[at] == _plain("subgraph") and tokens[at + 2] == _plain("{"):
            around.append(file.opened(tokens[at + 1].text, around[-1] if around else None))
            at += 3
        elif tokens[at + 1] == _plain("="):
            here.attributes[tokens[at].text] = tokens[at + 2].text
            at += 3
        elif tokens[at + 1] == _plain("->"):
            attributes, after = _attributes(tokens, at + 3)
            file.edges.append((tokens[at].text, tokens[at + 2].text, attributes))
            at = after
        else:
            attributes, after = _attributes(tokens, at + 1)
            file.add(tokens[at], attributes, around[-1] if around else None)
            at = after
    if tokens[at + 1] != _END:
        raise ValueError(f"there is more behind the graph: {tokens[at + 1 : at + 4]}")
    return file


def _plain(text: str) -> Token:
    return Token(text, False)


_END = _plain("")


def _tokens(text: str) -> Iterator[Token]:
    """The tokens; pieces of a string with ``+`` between are one."""
    found: list[Token] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        token = _TOKEN.match(text, at)
        if token is None:
            raise ValueError(f"no token at {text[at : at + 40]!r}")
        at = token.end()
        if token["quoted"] is None:
            found.append(_plain(token["plain"]))
            continue
        # A backslash before anything else than a quote is the label's own.
        piece = re.sub(r"\\(.)", _unquoted, token["quoted"], flags=re.DOTALL)
        if found[-1:] == [_plain("+")]:
            found.pop()
            piece = found.pop().text + piece
        found.append(Token(piece, True))
    return iter(found)


def _unquoted(escape: re.Match[str]) -> str:
    return '"' if escape[1] == '"' else escape[0]


def _attributes(tokens: list[Token], at: int) -> tuple[Attributes, int]:
    """The attributes in brackets from a token on, if any, and the token behind them."""
    attributes: Attributes = {}
    if tokens[at] != _plain("["):
        return attributes, at
    at += 1
    while tokens[at] != _plain("]"):
        if tokens[at + 1] != _plain("="):
            raise ValueError(f"no attribute at {tokens[at : at + 3]}")
        attributes[tokens[at].text] = tokens[at + 2].text
        at += 4 if tokens[at + 3] == _plain(",") else 3
    return attributes, at + 1
