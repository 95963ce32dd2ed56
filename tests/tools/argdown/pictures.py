"""Draws random documents with random settings here and by the reference implementation, and tells where the two differ.

Usage: ``python tests/tools/argdown/pictures.py FOLDER [COUNT] [SEED] [CORPUS]``, as with ``differential.py``. With a corpus, the
cases of the reference's own tests that pass settings are drawn first, with those settings.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import argmap
from argmap.formats.argdown.blocks import parse
from argmap.formats.argdown.interpret import interpret
from argmap.formats.argdown.notes import Notes
from argmap.source import SourceText

sys.path.insert(0, str(Path(__file__).parent))

differential = import_module("differential")
argdown_pictures = import_module("argdown_pictures")

REFUSED = differential.REFUSED
MODES = (
    "all",
    "with-title",
    "top-level",
    "with-relations",
    "not-used-in-argument",
    "with-more-than-one-relation",
)
LABELS = ("hide-untitled", "title", "text", "none")
PASSED = {
    r"mode: InterpretationModes\.STRICT": "model: {mode: strict}",
    r"explodeArguments: true": "model: {explodeArguments: true}",
    r"StatementSelectionMode\.ALL": "selection: {statementSelectionMode: all}",
    r"StatementSelectionMode\.TOP_LEVEL": "selection: {statementSelectionMode: top-level}",
    r"StatementSelectionMode\.WITH_RELATIONS": "selection: {statementSelectionMode: with-relations}",
}


SELECTION = {
    "excludeDisconnected": False,
    "ignoreIsInMap": True,
    "selectedTags": ["tag"],
    "selectElementsWithoutTag": True,
    "selectedSections": ["S", "T"],
    "selectElementsWithoutSection": True,
    "excludeStatements": ["A"],
    "excludeArguments": ["B"],
    "includeStatements": ["C c"],
}
GROUP = {
    "groupDepth": 1,
    "regroup": [
        {
            "title": "X",
            "statements": ["A", "B"],
            "children": [{"title": "Y", "arguments": ["A", "D: e"]}],
        }
    ],
    "sections": {"S": {"isGroup": True, "isClosed": True}},
    "ignoreIsGroup": True,
    "ignoreIsClosed": True,
}


def _some(settings: dict[str, Any], chance: random.Random, share: float = 0.15) -> dict[str, Any]:
    return {name: value for name, value in settings.items() if chance.random() < share}


def settings(chance: random.Random) -> str:
    """Front matter with settings that choose what is drawn."""
    selection = _some(SELECTION, chance)
    if chance.random() < 0.6:
        selection["statementSelectionMode"] = chance.choice(MODES)
    labels = {name: chance.choice(LABELS) for name in ("statementLabelMode", "argumentLabelMode")}
    model = _some(
        {"explodeArguments": True, "mode": "strict", "transformArgumentRelations": False}, chance
    )
    whole = {
        "selection": selection,
        "group": _some(GROUP | {"groupDepth": chance.randrange(4)}, chance),
        "map": _some(labels, chance),
        "model": model,
    }
    lines = [f"{name}: {json.dumps(held)}\n" for name, held in whole.items() if held]
    return "".join(["===\n", *lines, "\n===\n\n"])


def document(chance: random.Random) -> str:
    """A document with few titles and many relations."""
    made = [settings(chance)]
    numbers = iter(range(1, 1_000))
    for _ in range(chance.randrange(2, 8)):
        way = chance.randrange(8)
        if way == 0:
            data = chance.choice(
                ("", "", " {isGroup: true}", " {isGroup: false}", " {isClosed: true}")
            )
            made.append("#" * chance.randrange(1, 4) + " " + chance.choice("STUV") + data)
        elif way in (1, 2, 3):
            made += [f"<{chance.choice('ABD')}{next(numbers)}>\n\n" + _structure(chance, numbers)]
        else:
            made.append("\n".join([_said(chance, numbers), *_relations(chance, numbers)]))
    return "\n\n".join(made)


def _said(chance: random.Random, numbers: Iterator[int]) -> str:
    title = chance.choice(("[A]", "[B]", "[C c]", "<A>", "<B>", "<D: e>", "<A1>", "<B2>", "<D3>"))
    tags = chance.choice(("", "", "", " #tag"))
    data = chance.choice(
        ("", "", "", "", " {isInMap: false}", " {isInMap: true}", " {isInGroup: false}")
    )
    return (
        chance.choice(
            (f"{title}{tags}", f"{title}: text {next(numbers)}{tags}", f"text {next(numbers)}")
        )
        + data
    )


def _relations(chance: random.Random, numbers: Iterator[int]) -> Iterator[str]:
    for _ in range(chance.choice((0, 1, 1, 2))):
        operator = chance.choice(differential.OPERATORS)
        said = _said(chance, numbers)
        yield f"  {operator} {'[C c]' if operator == '><' else said}"


def _structure(chance: random.Random, numbers: Iterator[int]) -> str:
    lines = []
    count = 0
    for _ in range(chance.choice((1, 1, 2))):
        for _ in range(chance.choice((1, 2))):
            count += 1
            lines += [f"({count}) {_claim(chance, numbers)}", *_relations(chance, numbers)]
        lines += [chance.choice(("----", "-- rule --"))]
        lines += [f"  <_ {_said(chance, numbers)}"] if chance.random() < 0.2 else []
        count += 1
        lines += [f"({count}) {_claim(chance, numbers)}", *_relations(chance, numbers)]
    return "\n".join(lines)


def _claim(chance: random.Random, numbers: Iterator[int]) -> str:
    return chance.choice(
        ("[A]", "[B]", "[C c]", f"text {next(numbers)}", f"[E]: text {next(numbers)}")
    )


def ours(text: str) -> Any:
    """The rows of our picture of a text."""
    try:
        map = argmap.parse(SourceText("d", text), format="argdown", strict=True).map
    except argmap.ReadError:
        return REFUSED
    return argdown_pictures.ours(map)


def differ(text: str, theirs: Any) -> bool:
    """Whether two pictures of a text differ."""
    rows = theirs if theirs == REFUSED else argdown_pictures.theirs(theirs)
    made = ours(text)
    if REFUSED in (theirs, made) or differential.bears_on_itself(text) or _is_lost(text):
        return False
    different: bool = sorted(map(str, made)) != sorted(map(str, rows))
    return different


def _is_lost(text: str) -> bool:
    """Whether the map doesn't hold what the picture would show.

    Two inferences of an argument without a title meet at a statement with one, or a statement stands in an argument twice.
    The reference itself loses undercuts of the inferences that ``explodeArguments`` makes arguments of.
    """
    notes = Notes(SourceText("d", text))
    for argument in interpret(parse(text, notes), notes).arguments.values():
        between = [line.statement.title for line in argument.pcs[:-1] if line.inference]
        titles = [line.statement.title for line in argument.pcs]
        if not argument.members and any(not title.startswith("Untitled") for title in between):
            return True
        if len(set(titles)) < len(titles):
            return True
    return "explodeArguments" in text and "<_" in text


def cases(corpus: Path) -> Iterator[str]:
    """The documents of the reference's own tests that pass settings, with these as front matter."""
    for case in json.loads((corpus / "argdown-suite" / "CASES.json").read_text("utf-8")):
        path = corpus / case["file"]
        body = re.sub("`[^`]*`", "", case["test_body"])
        passed = [front for pattern, front in PASSED.items() if re.search(pattern, body)]
        if passed and argdown_pictures.argdown_table.status(path) == "ok":
            text = path.read_text("utf-8").lstrip()
            yield "===\n" + "\n".join(passed) + "\n===\n\n" + text.removeprefix("===\n")


def main(folder: Path, count: int, seed: int, corpus: Path | None) -> int:
    """Print the documents whose pictures differ, and how many are equal."""
    chance = random.Random(seed)
    reference = differential.Reference(folder, "maps")
    documents = [*cases(corpus)] if corpus else []
    passed = len(documents)
    documents += [document(chance) for _ in range(count)]
    pairs = [*zip(documents, reference(documents), strict=True)]
    wrong = [number for number, (text, map) in enumerate(pairs) if differ(text, map)]
    if passed:
        print(f"{passed - sum(n < passed for n in wrong)} of {passed} cases with settings equal")
    accepted = sum(map != REFUSED for _, map in pairs)

    def differs(tries: Sequence[str]) -> list[bool]:
        return [differ(one, map) for one, map in zip(tries, reference(tries), strict=True)]

    for number in wrong[:20]:
        text = differential.shortest(documents[number], differs)
        map = reference([text])[0]
        rows = [map] if map == REFUSED else argdown_pictures.theirs(map)
        mine = [*ours(text)]
        print(
            repr(text),
            [r for r in mine if r not in rows],
            [r for r in rows if r not in mine],
            sep="\n  ",
        )
    print(
        f"{len(documents) - len(wrong)} of {len(documents)} equal; the reference reads {accepted} of them"
    )
    return int(bool(wrong))


if __name__ == "__main__":
    _, folder, *rest = sys.argv
    count, seed, *corpus = [*rest, *["500", "0"][len(rest) :]]
    sys.exit(main(Path(folder), int(count), int(seed), Path(corpus[0]) if corpus else None))
