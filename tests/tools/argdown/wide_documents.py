"""Random documents in which much of Argdown comes together: what is rare in those of `differential` is usual here.

Titles that look like ids, like tags or like signs; words of signs alone; data of argmap's own; settings of colours, shortcodes
and relations; headings, structures, undercuts and mentions in one document.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

differential = import_module("differential")

STATEMENTS = (
    "[A]",
    "[B]",
    "[a]",
    "[A: b]",
    "[Untitled 1]",
    "[1]",
    "[x-y]",
    "[claim-1]",
    "[support-1]",
    "[ A ]",
    "[},]",
    "[A #t]",
    "[*A*]",
    "[A {b: c}]",
    "[a > b]",
    "[.A.]",
    "['\"]",
)
ARGUMENTS = (
    "<A>",
    "<B>",
    "<a>",
    "<D: e>",
    "<Untitled 2>",
    "<1>",
    "<x-y>",
    "<support-1>",
    "<undercut-1>",
    "< A >",
    "<},>",
    "<A [b]>",
)
WORDS = (
    *differential.PIECES[: differential.TAME],
    *(
        "x-y",
        "claim-1",
        ",",
        "}",
        "\\,",
        "\\}",
        "\\{",
        "]:",
        ">:",
        "\\<A>",
        "\\@[A]",
        "\\:x:",
        ":x:",
        ".x.",
    ),
    *(
        "\\-",
        "\\+",
        "\\(1)",
        "1\\.",
        "a  b",
        "\\#t",
        "**b *c* d**",
        "[l](u) .A.",
        "http:/\\/x",
        "null",
    ),
)
TAGS = ("#t", "#u", "#(t u)", "#(x]: y)", "#(a>: b)", "#(,})", "#t_u", "#ä")
DATA = (
    *differential.DATA,
    *("", "", ""),
    " {}",
    " {argmap: {id: q}}",
    " {argmap: {said_by: Ann}}",
    " {argmap: {stance: questioned, weight: 0.5}}",
    " {argmap: {kind: claim}}",
    " {argmap: {title: T, text: other}}",
    " {argmap: {wordings: [v, w]}}",
    " {argmap: {link: l}}",
    " {argmap: {link: {weight: 0.5, label: n}}}",
    " {argmap: {link: {id: undercut-1}}}",
    ' {a: "x]: y>: z} , {= w"}',
    " {color: 1, images: [p.png]}",
    " {'': {}, b: []}",
    " {uses: [1]}",
    " {from: [2, 1]}",
    "\n{\na: 1\n}",
)
INFERENCES = (
    *differential.INFERENCES,
    "-- r --",
    "-- r, s --",
    "-- {uses: [1]} --",
    "-- {argmap: {warrants: 1}} --",
    "-- {argmap: {id: step, strict: true}} --",
    "-- {argmap: {weight: 0.5, label: L}} --",
    "-- r {a: {b: c}} --",
    "-- :x: --",
)
SETTINGS = (
    "title: T",
    "author: [Ann, Ben]",
    "model: {mode: strict}",
    "model: {removeTagsFromText: true}",
    "model: {transformArgumentRelations: false}",
    "model: {mode: strict, removeTagsFromText: true, transformArgumentRelations: false}",
    'model: {shortcodes: {":x:": {unicode: "X"}, ".x.": {unicode: "-"}}}',
    "color: {colorScheme: default}",
    'color: {colorizeGroupsByTag: true, tagColors: {t: "#123456"}}',
    "selection: {statementSelectionMode: top-level}",
    "argmap: {ids: all}",
    "argmap: {ids: [A, x-y]}",
    "argmap: {participants: [Ann]}",
    "argmap: {data: {argdown: {tags: [u]}, own: 1}}",
    "group: {groupDepth: 1}",
)


def words(chance: random.Random) -> str:
    """Some pieces of a text, some of them mere signs."""
    joint = chance.choice((" ", " ", " ", "", "\n"))
    first = ("word",) if chance.random() < 0.7 else ()
    pieces = differential.PIECES if chance.random() < 0.1 else WORDS
    made = joint.join([*first, *chance.choices(pieces, k=chance.randrange(4))])
    return made or chance.choice(("x", "\\,", "\\}"))


def said(chance: random.Random, titles: Sequence[str] = STATEMENTS + ARGUMENTS) -> str:
    """A statement or an argument with tags and data."""
    title = chance.choice(titles[:6] if chance.random() < 0.4 else titles)
    tags = "".join([f" {tag}" for tag in chance.choices(TAGS, k=chance.choice((0, 0, 0, 1, 2)))])
    way = chance.randrange(5)
    if way == 0:
        text = words(chance) + tags
    else:
        text = f"{title}: {words(chance)}{tags}" if way < 3 else title + tags
    return f"{text}{chance.choice(DATA)}"


def relations(chance: random.Random, *, undercuts: bool = False) -> Iterator[str]:
    """Relation lines, each at a level that is open or below the one before it; undercuts may be most of them."""
    widths = [1]
    for _ in range(chance.choice((0, 0, 1, 2, 3, 4))):
        way = chance.randrange(4)
        if way == 0:
            widths.append(widths[-1] + 1)
        elif way == 1:
            del widths[chance.randrange(1, len(widths) + 1) :]
        operators = (
            ("_", "<_", "_>") if undercuts and chance.random() < 0.5 else differential.OPERATORS
        )
        operator = chance.choice(operators)
        if operator == "><":
            titles: Sequence[str] = STATEMENTS
        else:
            titles = ARGUMENTS if undercuts and chance.random() < 0.7 else STATEMENTS + ARGUMENTS
        yield f"{' ' * widths[-1]}{operator} {said(chance, titles)}"


def structure(chance: random.Random) -> str:
    """A premise-conclusion structure, its argument perhaps before it."""
    made: list[str] = []
    number = 0
    for _ in range(chance.choice((1, 1, 2))):
        for _ in range(chance.choice((1, 1, 2))):
            number += 1
            made += [f"({number}) {said(chance, STATEMENTS)}", *relations(chance)]
        made.append(chance.choice(INFERENCES))
        if chance.random() < 0.3:
            made.append(f"  <_ {said(chance)}")
        number += 1
        made += [f"({number}) {said(chance, STATEMENTS)}", *relations(chance)]
    if chance.random() < 0.6:
        return "\n".join(
            [said(chance, ARGUMENTS[:6]), *relations(chance, undercuts=True), "", *made]
        )
    return "\n".join(made)


def block(chance: random.Random) -> str:
    """A heading, a list, a structure, or a statement or argument with what bears on it."""
    way = chance.randrange(10)
    if way == 0:
        title = words(chance).replace("\n", " ")
        tags = chance.choice(("", "", " #t", " #(u v)"))
        return f"{'#' * chance.randrange(1, 4)} {title}{tags}{chance.choice(differential.DATA)}"
    if way == 1:
        sign = chance.choice(("*", "1."))
        items = [f"{sign} {said(chance)}" for _ in range(chance.randrange(1, 4))]
        return "\n".join([line for item in items for line in (item, *relations(chance))])
    if way < 5:
        return structure(chance)
    return "\n".join([said(chance), *relations(chance, undercuts=way < 8)])


def wide(chance: random.Random) -> str:
    """A document of several blocks, with settings or without."""
    settings = chance.sample(SETTINGS, k=chance.choice((0, 0, 0, 1, 2)))
    names = [each.partition(":")[0] for each in settings]
    front = "\n".join(["===", *settings, "===", "", ""]) if settings else ""
    if len(set(names)) < len(names):
        front = ""
    return front + "\n\n".join([block(chance) for _ in range(chance.randrange(1, 6))]) + "\n"
