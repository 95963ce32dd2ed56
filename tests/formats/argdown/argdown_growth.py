"""Documents that would take a careless reader for ever, by how long they are; the tests read them, the benchmark times them."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["PATHOLOGICAL"]


def _deep(n: int) -> str:
    return "[A]: a\n" + "".join([f"{' ' * (level + 1)}+ [S{level}]: t\n" for level in range(n)])


def _again(sign: str) -> Callable[[int], str]:
    return lambda n: sign * n


def _lines(first: str, line: str) -> Callable[[int], str]:
    return lambda n: first + "".join([line.replace("N", str(number)) for number in range(n)])


def _colliding(n: int) -> str:
    """Statements whose titles are numbers a full turn of the hash of whole numbers apart, and alike to their last letters."""
    return "".join([f"[{(2**61 - 1) * number}]: t\n\n" for number in range(n)])


SIGNS = (
    "*a ",
    "_a ",
    "**a ",
    "*a **a ",
    "[",
    "<",
    "{",
    "@[a",
    "#(a ",
    "#a ",
    "[a](",
    "/*",
    "<!--",
    "a //b\n",
    "a:",
    ".a",
    "://",
    "a://b ",
    "a ://. ",
    "=",
    "===\n",
    "a\n\n===\n",
    "\\",
    "-",
    "--\n",
    "\n",
    " ",
    "\r",
    " \n",
    "{}",
    "x {a: 1} ",
    "{'\"",
    "same text\n\n",
    "[a]\n\n",
    "a" + " " * 50,
    "word ",
)

PATHOLOGICAL: dict[str, Callable[[int], str]] = {
    **{f"{each!r} again and again": _again(each) for each in SIGNS},
    "brackets, all closed": lambda n: "[" * n + "]" * n,
    "pointed brackets, all closed": lambda n: "<" * n + ">" * n,
    "braces, all closed": lambda n: "{" * n + "}" * n,
    "an inference without an end": lambda n: "(1) a\n" + "-- a " * n,
    "hyphens and words": lambda n: "(1) a\n" + "---\na\n" * n,
    "blank lines in a text": lambda n: "a\n" + " \n" * n + "b",
    "references behind a title": lambda n: "[A]: " + "[x] " * n,
    "relations in relations": lambda n: _deep(min(n, 1_000)),
    "relations below one statement": _lines("[A]: a\n", "  + [SN]: t\n"),
    "one relation again and again": _lines("[A]: a\n", "  + [B]\n"),
    "undercuts of an argument": _lines("<A>: a\n  + [B]\n", "  <_ <CN>: c\n"),
    "undercuts of a reconstructed argument": _lines(
        "<A>\n\n(1) p\n----\n(2) [C]\n\n<A>\n", "  <_ [UN]: u\n"
    ),
    "what a reconstructed argument supports": _lines(
        "<A>\n\n(1) p\n----\n(2) [C]\n\n<A>\n", "  +> [UN]: u\n"
    ),
    "arguments that undercut the next": _lines("<A>: a\n  + [B]\n", "\n<AN>: a\n  _> <A>\n"),
    "arguments of one conclusion": _lines("", "<AN>\n\n(1) p\n----\n(2) [C]\n\n[C]\n  + <AN>\n\n"),
    "wordings of one title": _lines("", "[A]: text N\n\n"),
    "tags of one title": _lines("", "[A] #tN\n\n"),
    "data of one title": _lines("", "[A] {kN: 1}\n\n"),
    "premises of one inference": lambda n: (
        _lines("<A>\n\n", "(N) [PN]: p\n")(n) + "----\n(1) [C]: c\n"
    ),
    "inferences of one argument": _lines("<A>\n\n(1) p\n", "-- {uses: [1]} --\n(N) [PN]: p\n"),
    "headings in headings": lambda n: "".join(
        [f"{'#' * (1 + each % 40)} H{each}\n\n" for each in range(n)]
    ),
    "front matter": lambda n: "===\na: [" + "1," * n + "]\n===\n\na",
    "titles whose hashes collide": _colliding,
}
