"""Reads thousands of random documents here and by the reference implementation, and tells where the two differ.

Usage: ``python tests/tools/argdown/differential.py FOLDER [COUNT] [SEED] [CORPUS]``, where ``npm install
@argdown/core@2.0.1`` has been run in the folder. Documents are put together from the pieces of Argdown's
grammar, and from the documents of ``reference.toml`` and of the corpus, which then are mutated. A document that differs
is made as short as it gets. Ends with 1 if any differs.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import argmap
from argmap.formats.argdown.blocks import parse
from argmap.formats.argdown.interpret import interpret
from argmap.formats.argdown.notes import Notes
from argmap.source import SourceText

HERE = Path(__file__).parent
TESTS = HERE.parents[1]
sys.path.insert(0, str(TESTS / "formats" / "argdown"))

outline_of = import_module("argdown_outline").outline_of

REFUSED = "refused"
OWN_WAY = "own way"
OWN_WAYS = {"bare-url", "control-character"}
"""Findings where more is read than the reference does, with good reason."""
BATCH = 500
"""How many documents are sent to the reference at once."""

TITLES = ("[A]", "[B]", "[C c]", "<A>", "<B>", "<D: e>", "[A: b]", "[Untitled 1]")
OPERATORS = ("+", "-", "<+", "<-", "->", "+>", "_", "<_", "_>", "><")
PIECES = (
    "word",
    "two words",
    "*it*",
    "**bold**",
    "_it_",
    "__b__",
    "[t](http://x.y)",
    "#tag",
    "#(two tags)",
    "@[A]",
    "@<B>",
    ".A.",
    ":smile:",
    "\\*",
    "\\[",
    "// c",
    "/* c */",
    "<!-- c -->",
    ",",
    ";",
    ":",
    ".",
    "http://a.b/c",
    "*",
    "_",
    "**",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    "@",
    "#",
    "{",
    "}",
    "-",
    "--",
    "=",
    "===",
    "\\",
    "ä",
    "😀",
    "a.b",
    "  ",
    "\t",
    "x:y",
    "e.g. this",
    "'",
    '"',
    "\u00a0",
    "{a: }",
    "[]",
    "<>",
    "{a: 1}",
    "{isInMap: false, b: {c: [1, 2]}}",
    "{\n  a: 1\n}",
)
TAME = 23
"""How many of the pieces are ones that mean what they look like."""
ENDS = ("\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \n", "\n\n\n", "")
INFERENCES = (
    "----",
    "----",
    "-----",
    "--\nrule\n--",
    "-- rule, b {uses: [1]} --",
    "--\n{a: 1}\n--",
    "-- a.b --",
    "-- r\n{a: 1}\n--",
    "--\nmodus ponens,\tb\n--",
    "---",
)
DATA = (
    "",
    "",
    "",
    "",
    " {a: 1}",
    " {isInGroup: false}",
    " {isInMap: false, b: {c: [1, 2]}}",
    " {\n  a: 2\n  b: {d: x}\n}",
    " {isCanonical: true}",
    "\n{a: x y}",
    " {b: 'q', e: null}",
    " {isInGroup: true}",
)
FRONTS = (
    "===\ntitle: x\n===\n\n",
    "===\nmodel: {mode: strict}\n===\n\n",
    "===\nmodel: {removeTagsFromText: true}\n===\n\n",
    "===\nmodel:\n    mode: strict\n    transformArgumentRelations: false\n===\n\n",
    "===\nmodel:\n  shortcodes:\n    :x:\n      unicode: X\n===\n\n",
)
BEGINS_WITH_LINE_END = re.compile(r"[\[<][\r\n]")
"""A title whose first character is a line end: the reference has a title there, and then none."""

OTHERWISE = re.compile(
    r"[\[{,]\s*[:\[{]|===\s*[\[{]|===[^=]*\[\w*\]:|\{\}\s*:"  # keys of YAML that aren't texts
    r"|\{[ \t]*\n[^:]*\}|\{[ \t]*\n[^}]*:\S|\{[ \t]*\n-|: :"  # values that are no mappings, or not for PyYAML
    r"|\{[^}]*\r|\n[ \t]*\r"  # carriage returns alone, and in data
    r"|model:\s*[\n=]|explode"  # settings of nothing, and those for the picture
    r"|://"  # the reference takes what follows for a comment
    r"|(?://[^\n]*|\*/|-->)[ \t]*\n[ \t]+\n|\A\s*(?://|/\*|<!)"  # blanks behind a comment
    r"|\[[^\]]*[\r\n][^\]]*\]\("  # links over lines
    r"|\}//"
)
"""What is read otherwise with good reason."""


class Reference:
    """The reference implementation, in a process that answers as often as it is asked."""

    def __init__(self, folder: Path, *options: str) -> None:
        command = ["node", str(HERE / "outline.mjs"), *options]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=folder, stdin=pipe, stdout=pipe, text=True)

    def __call__(self, texts: Sequence[str]) -> list[Any]:
        """What it makes of each text: its rows, or that it refuses."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        answers: list[Any] = []
        for start in range(0, len(texts), BATCH):
            self.process.stdin.write(json.dumps(texts[start : start + BATCH]) + "\n")
            self.process.stdin.flush()
            answers += json.loads(self.process.stdout.readline())
        return [
            REFUSED if isinstance(rows, list) and rows and isinstance(rows[0], str) else rows
            for rows in answers
        ]


def ours(text: str) -> Any:
    """What is made of a text here: its rows, or that it is refused."""
    try:
        reading = argmap.parse(SourceText("d", text), format="argdown")
        if OWN_WAYS & {finding.code for finding in reading.findings}:
            return OWN_WAY
        argmap.parse(SourceText("d", text), format="argdown", strict=True)
        if bears_on_itself(text):
            return OWN_WAY
    except argmap.ReadError:
        return REFUSED
    except Exception as error:
        return f"crashed: {error!r}"
    return json.loads(json.dumps(outline_of(text)))


def bears_on_itself(text: str) -> bool:
    """Whether a relation leads to where it comes from: the reference forgets it where another leads there as well."""
    notes = Notes(SourceText("d", text))
    relations = interpret(parse(text, notes), notes).relations
    return any(each.source is each.target for each in relations)


def differ(text: str, theirs: Any) -> bool:
    """Whether a text is read in two ways."""
    made = ours(text)
    if isinstance(made, str) and made.startswith("crashed"):
        return True
    if BEGINS_WITH_LINE_END.search(text) or OTHERWISE.search(text) or "undefined" in str(theirs):
        return False
    return bool(made != OWN_WAY and _ordered(made) != _ordered(theirs))


def _ordered(rows: Any) -> Any:
    """The rows sorted, each once: it puts titles that are numbers first, and repeats undercuts of an inference."""
    return rows if isinstance(rows, str) else sorted({json.dumps(row) for row in rows})


def words(chance: random.Random) -> str:
    """Some pieces of a text."""
    joint = chance.choice((" ", " ", " ", " ", "", "\n"))
    pieces = PIECES if chance.random() < 0.04 else PIECES[:TAME]
    return (
        joint.join(
            ["word", *chance.choices(pieces, k=chance.randrange(0, 4))][chance.random() < 0.2 :]
        )
        or "x"
    )


def said(chance: random.Random, titles: Sequence[str] = TITLES) -> str:
    """A statement or an argument with its data."""
    title = chance.choice(titles)
    way = chance.randrange(4)
    tags = chance.choice(("", "", "", " #tag", " #(two tags) #tag"))
    text = (words(chance), f"{title}: {words(chance)}", f"{title}{tags}", f"{title}{tags}")[way]
    return text + chance.choice(DATA)


def relations(chance: random.Random) -> Iterator[str]:
    """Lines of relations, each at a level that is open or below the one before it."""
    widths = [chance.choice((1, 2, 4))]
    for _ in range(chance.choice((0, 0, 1, 2, 3, 5))):
        way = chance.randrange(4)
        if way == 0:
            widths.append(widths[-1] + chance.choice((1, 2, 3)))
        elif way == 1:
            del widths[chance.randrange(1, len(widths) + 1) :]
        operator = chance.choice(OPERATORS)
        titles = TITLES[:3] if operator == "><" else TITLES
        yield " " * widths[-1] + operator + " " + said(chance, titles)


def structure(chance: random.Random) -> str:
    """A premise-conclusion structure."""
    made: list[str] = []
    number = 0
    for _ in range(chance.choice((1, 1, 2, 3))):
        for _ in range(chance.choice((0, 1, 1, 2)) if made else chance.choice((1, 2))):
            number += 1
            made += [f"({number}) {said(chance, TITLES[:3])}", *relations(chance)]
        made.append(chance.choice(INFERENCES))
        if chance.random() < 0.15:
            made.append(f"  {chance.choice(('_', '<_'))} {said(chance)}")
        number += 1
        made += [f"({number}) {said(chance, TITLES[:3])}", *relations(chance)]
    return "\n".join(made)


def block(chance: random.Random) -> str:
    """A heading, a list, a structure with or without its argument, or a statement or argument with relations."""
    way = chance.randrange(10)
    if way == 0:
        return (
            "#" * chance.randrange(1, 4)
            + " "
            + words(chance).replace("\n", " ")
            + chance.choice(DATA)
        )
    if way == 1:
        sign = chance.choice(("*", "1.", "23."))
        items = [f"{sign} {said(chance)}" for _ in range(chance.randrange(1, 4))]
        return "\n".join([line for item in items for line in (item, *relations(chance))])
    if way in (2, 3):
        return chance.choice(("<A>\n\n", "<B>: b\n\n", "<D: e> #t {a: 1}\n\n", "")) + structure(
            chance
        )
    return "\n".join([said(chance), *relations(chance)])


def grammatical(chance: random.Random) -> str:
    """A document out of the pieces of the grammar."""
    made = chance.choice(FRONTS) if chance.random() < 0.2 else ""
    gap = chance.choice(("\n\n", "\n\n", "\n \n\n", "\n\n\n// c\n\n"))
    made += gap.join([block(chance) for _ in range(chance.randrange(1, 6))]) + chance.choice(
        ("", "\n")
    )
    return made.replace("\n", "\r\n") if chance.random() < 0.1 and "{" not in made else made


def mutant(texts: Sequence[str], chance: random.Random) -> str:
    """One of the texts with lines or characters changed."""
    text = chance.choice(texts)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        lines = text.splitlines(keepends=True) or [""]
        at = chance.randrange(len(lines))
        way = chance.randrange(6)
        if way == 0:
            del lines[at]
        elif way == 1:
            lines.insert(at, chance.choice(chance.choice(texts).splitlines(keepends=True) or [""]))
        elif way == 2:
            lines[at] = " " * chance.randrange(3) + lines[at].lstrip(" ")
        else:
            line = lines[at]
            place = chance.randrange(len(line) + 1)
            if way == 3:
                lines[at] = line[:place] + line[place + 1 :]
            else:
                piece = chance.choice(PIECES + ENDS + OPERATORS)
                lines[at] = line[:place] + piece + line[place:]
        text = "".join(lines)
    return text


def known_texts(corpus: Path | None) -> list[str]:
    """Documents that are worth mutating."""
    named = tomllib.loads((TESTS / "formats" / "argdown" / "reference.toml").read_text("utf-8"))
    texts = [each["text"] for each in named["document"]]
    cases = sorted((TESTS / "cases" / "argdown").glob("*.toml"))
    texts += [tomllib.loads(path.read_text("utf-8"))["text"] for path in cases]
    if corpus is not None:
        paths = sorted(corpus.glob("argdown*/**/*.argdown"))
        texts += [text for path in paths if len(text := path.read_text("utf-8", "replace")) < 3_000]
    return texts


def shortest(text: str, differs: Callable[[Sequence[str]], list[bool]]) -> str:
    """A short text that differs as well, found by leaving out ever smaller pieces."""
    size = max(1, len(text) // 2)
    while True:
        starts = range(0, len(text), size)
        tries = list(dict.fromkeys([text[:start] + text[start + size :] for start in starts]))
        hits = [one for one, hit in zip(tries, differs(tries), strict=True) if hit]
        if hits:
            text = min(hits, key=len)
        elif size == 1:
            return text
        size = min(size if hits else max(1, size // 2), max(1, len(text) // 2))


def main(folder: Path, count: int, seed: int, corpus: Path | None) -> int:
    """Print the documents that differ, each as short as it gets, and how many were equal."""
    chance = random.Random(seed)
    texts = known_texts(corpus)
    documents = [grammatical(chance) for _ in range(count // 2)]
    documents += [
        mutant(documents if n % 2 else texts, chance) for n in range(count - len(documents))
    ]
    reference = Reference(folder)
    theirs = reference(documents)
    differing = [text for text, rows in zip(documents, theirs, strict=True) if differ(text, rows)]
    accepted = sum(rows != REFUSED for rows in theirs)
    found: dict[str, None] = {}
    for text in differing[:40]:

        def differs(tries: Sequence[str]) -> list[bool]:
            return [differ(one, rows) for one, rows in zip(tries, reference(tries), strict=True)]

        found.setdefault(shortest(text, differs))
    for text in found:
        print(repr(text), f"ours: {ours(text)}", f"theirs: {reference([text])[0]}", sep="\n  ")
    print(f"{count - len(differing)} of {count} equal; the reference reads {accepted} of them")
    return int(bool(differing))


if __name__ == "__main__":
    _, folder, *rest = sys.argv
    count, seed, *corpus = [*rest, *["2000", "0"][len(rest) :]]
    sys.exit(main(Path(folder), int(count), int(seed), Path(corpus[0]) if corpus else None))
