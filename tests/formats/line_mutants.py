"""Documents of the formats of lines and trees, broken at random: each is refused with a place, or is a map.

Usage: ``python tests/formats/line_mutants.py 20000`` for so many of each format; the tests run a few.
"""

from __future__ import annotations

import sys
from collections import Counter
from random import Random

import argmap
from argmap.source import SourceText

KIALO = """\
Discussion Name:
Are co-ops good?

1. Question:
Why? [1]

  1.1. Thesis:
  Co-ops are good. [1]

    1.1.1. Pro:
    -> See 1.1.2.

    1.1.2. Con:
    They are [2] slow.
    2. Reading on.

Sources:
[1] https://example.org/a_\\(b\\)
"Words."
[2] https://example.org
"""
ANN = """\
T1\tMajorClaim 0 16\tCo-ops are good.
T2\tClaim 17 30;31 35\tThey are near and
A1\tStance T2 Against
#1\tAnnotatorNotes T2\tIs this so?
T3\tPremise 35 37\tÜn
R1\tsupports Arg1:T3 Arg2:T2
R2\tundercutter Arg1:T1 Arg2:T3
E1\tMajorClaim:T1 Theme:T2
"""
TEXT = "Co-ops are good. They are near, and Ünder way."
MUP = """{"title":"T","id":"root","formatVersion":3,"attr":{"theme":"x"},"links":[],"ideas":{"1":{"title":"A\\n",
"id":"1","ideas":{"1":{"title":"group","id":2,"attr":{"group":"supporting","parentConnector":{"label":"why"}},
"ideas":{"1":{"title":"B","id":"3","attr":{"styleNames":["attr_implicit_claim"]}},"2":{"title":"group","id":"4",
"attr":{"group":"opposing"},"ideas":{"-1":{"title":"C","id":"5","attr":{"note":{"text":"n"}}}}}}},"2":{"title":"D",
"id":"6"}}}}}"""
ARGMAP_YAML = """\
Co-ops are good.:
  note: |
    A note.
  r1:
    They are near.: {r1: {x: []}}
    -Near is good.: []
    label: "nearness"
    o1: [No, {Never: }]
  o1:
    They are slow.: &a {strength: 4}
    Far.: *a
"""
CARNEADES = """\
meta: {title: T}
statements:
  a: A
  ¬a: {text: B, assumed: true, label: L}
issues: {i1: {positions: [a, ¬a], standard: PE}}
argument_schemes: [{id: s1}]
arguments:
  x: {conclusion: a, premises: {r: ¬a}, undercutter: a, weight: 0.5, scheme: s1}
  y: {conclusion: ¬a}
assumptions: [a, q]
tests: {in: [a]}
"""
GSN = """\
module: {name: M, uses: [x.yaml]}
G1: {text: A, supportedBy: [S1, G9], inContextOf: A1}
S1: {text: B, supportedBy: Sn1, undeveloped: true}
Sn1: {text: C, url: x}
A1: {text: D, nodeType: Assumption}
CG1: {text: E, challenges: [G1, S1 -> Sn1]}
"""
RATIONALE = """\
#Rationale Version 1.09
node0 = app.Create("Claim")
app.SetText(node0, "A \\"b\\"\\n")
app.CreateChild(node0, "CompoundReason")
app.CreateChild(node0[0], "Claim")
app.CreateChild(node0[0], "Inference")
app.CreateChild(node0[0][1], "Objection")
app.SetText(node0[0][1][0], 'C')
map1 = CreateChild(node0, "Reason")
SetText("D")
"""
DOCUMENTS: dict[str, tuple[str, ...]] = {
    "kialo": (KIALO, "Discussion Title: T\n\n1. A\n1.1. Pro: B\nmore\n1.1.1. Con: -> See 1.\n"),
    "brat": (ANN,),
    "tgf": ("a The first\nb\nc 0\n#\na b\nb c so\nc c\n",),
    "apx": ("% c\narg(a).\narg(b).\natt(a,b). att(b,b).\npref(a,b).\n",),
    "af": ("p af 3\n# x\n# y\n# z\n1 2\n3 3\n",),
    "mup": (MUP,),
    "argmap-yaml": (ARGMAP_YAML,),
    "carneades": (CARNEADES,),
    "gsn2x": (GSN,),
    "rationale": (RATIONALE,),
}
"""Documents of each format with everything in them that it has."""

PIECES = (
    *(
        "",
        "\n",
        "\t",
        " ",
        "  ",
        "\r\n",
        ":",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        "#",
        "-",
        "1",
        "0",
        "-1",
    ),
    *(
        "9" * 30,
        "\x00",
        "\x92",
        "\ufeff",
        "\ud800",
        "ß",
        "𝒳",
        "<<: ",
        "&a ",
        "*a",
        "!!str ",
        "null",
    ),
    *(
        "-> See 1.1.",
        "1.1. Pro:",
        "Sources:",
        "R9\tx Arg1:T1 Arg2:T1",
        "T1",
        ".",
        "(",
        ")",
        "~",
        "? ",
    ),
)


def mutant(document: str, dice: Random) -> str:
    """The document with one to four changes: pieces taken out, put in, doubled, moved, or replaced."""
    text = document
    for _ in range(dice.randint(1, 4)):
        first, last = sorted((dice.randint(0, len(text)), dice.randint(0, len(text))))
        last = min(last, first + dice.choice((0, 1, 2, 8, 40)))
        taken = text[first:last]
        at = dice.randint(0, len(text))
        match dice.randrange(5):
            case 0:
                text = text[:first] + text[last:]
            case 1:
                text = text[:at] + dice.choice(PIECES) + text[at:]
            case 2:
                text = text[:at] + taken + text[at:]
            case 3:
                text = text[:first] + dice.choice(PIECES) + text[last:]
            case _:
                lines = text.splitlines(keepends=True)
                dice.shuffle(lines)
                text = "".join(lines)
    return text


def outcome(format: str, text: str) -> str:
    """What becomes of a document: ``refused``, or ``read`` if it is written and read again as well."""
    source = SourceText("x", text, beside=((".txt", SourceText("x.txt", TEXT)),))
    try:
        map = argmap.parse(source, format=format).map
    except argmap.ReadError:
        return "refused"
    if format != "rationale":
        rendering = argmap.render(map, format)
        beside = tuple([(suffix, SourceText("", held)) for suffix, held in rendering.beside])
        back = argmap.parse(SourceText("", rendering.text, beside=beside), format=format).map
        assert rendering.losses or back == map
    return "read"


def run(format: str, count: int, seed: int = 0) -> Counter[str]:
    """How many of ``count`` mutants are read and how many refused; raises for what is neither."""
    told: Counter[str] = Counter()
    for number in range(count):
        dice = Random(f"{format} {seed} {number}")
        text = mutant(dice.choice(DOCUMENTS[format]), dice)
        try:
            told[outcome(format, text)] += 1
        except Exception as error:
            raise AssertionError(f"{format} {seed} {number}: {text!r}") from error
    return told


if __name__ == "__main__":
    for name in sys.argv[2:] or DOCUMENTS:
        sys.stdout.write(f"{name}: {dict(run(name, int(sys.argv[1])))}\n")
        sys.stdout.flush()
