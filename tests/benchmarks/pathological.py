"""Pathological inputs: processor time at 4n over that at n, for each; under 6 is linear, 16 would be quadratic.

Usage: ``python tests/benchmarks/pathological.py [WORD ...]`` in the project's folder; words choose among the names. It prints a
table in Markdown, and ends with status 1 if any ratio is 6 or more. n grows until an input takes long enough to be measured.
"""

from __future__ import annotations

import gc
import json
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import process_time
from typing import Any, TypeAlias

import argmap
from argmap.semantics import Qbaf, strengths

Make: TypeAlias = Callable[[int], Callable[[], object]]
"""What makes, out of a size, a thing to be timed; what it does before isn't."""

ENOUGH = 0.02
"""Seconds of processor time from which on a measurement is worth something."""

MOST = 6.0

LARGEST = {"read xml: attributes": 16_384}
"""Sizes that aren't passed: beyond, the parser's own table leaves the processor's cache, and each attribute costs more."""

KNOWN = {
    "write argdown: groups": "a heading has as many # as its group is deep: the document itself has n * n characters",
}
"""What grows faster for a reason, told below the table; no other may."""

LIMITS = argmap.Limits(
    file_bytes=10**9,
    claims=10**9,
    links=10**9,
    text_characters=10**9,
    xml_elements=10**9,
    id_characters=10**9,
)


def reads(format: str, document: Callable[[int], str]) -> Make:
    """Reading a document: refused or read, both count."""

    def made(n: int) -> Callable[[], object]:
        text = document(n)

        def run() -> object:
            with suppress(argmap.ReadError):
                return argmap.parse(text, format=format, limits=LIMITS)
            return None

        return run

    return made


def _graph(count: int, ends: Callable[[int], Iterator[tuple[str, int, int]]]) -> argmap.ArgumentMap:
    kinds: dict[str, Any] = {"+": argmap.Support, "-": argmap.Rebuttal}
    claims = tuple([argmap.Claim(f"c{n}", f"Claim {n}") for n in range(count)])
    links = tuple(
        [kinds[k](f"l{n}", (f"c{a}",), f"c{b}") for n, (k, a, b) in enumerate(ends(count))]
    )
    return argmap.ArgumentMap(claims=claims, links=links)


def chain(n: int) -> argmap.ArgumentMap:
    """Each claim attacks the one before."""
    return _graph(n, lambda n: (("-", i + 1, i) for i in range(n - 1)))


def star(n: int) -> argmap.ArgumentMap:
    """All claims speak for the first."""
    return _graph(n, lambda n: (("+", i, 0) for i in range(1, n)))


def crossed_star(n: int) -> argmap.ArgumentMap:
    """Claims speak for the first, and two of them have reasons in common: their lines cross, so that orders are tried."""
    links = [("+", i, 0) for i in range(1, n - 2)]
    links += [
        ("+", reason, i) for reason, i in ((n - 1, 1), (n - 1, n // 2), (n - 2, 2), (n - 2, n // 3))
    ]
    return _graph(n, lambda _: iter(links))


def ring(n: int) -> argmap.ArgumentMap:
    """Each claim speaks for the next, all around."""
    return _graph(n, lambda n: (("+", i, (i + 1) % n) for i in range(n)))


def parallel(n: int) -> argmap.ArgumentMap:
    """Two claims and very many links between them."""
    return _graph(2, lambda _: (("+", 1, 0) for _ in range(n)))


def lone(n: int) -> argmap.ArgumentMap:
    """Claims without a link."""
    return _graph(n, lambda _: iter(()))


def undercuts(n: int) -> argmap.ArgumentMap:
    """A tower of undercuts of undercuts."""
    draft = argmap.Draft()
    a, b = draft.claim("A", id="a"), draft.claim("B", id="b")
    step: Any = draft.support(a, by=b)
    for _ in range(n):
        step = draft.undercut(step, by=b)
    return draft.map()


def linked(n: int) -> argmap.ArgumentMap:
    """One step with very many premises."""
    claims = tuple([argmap.Claim(f"c{i}", "x") for i in range(n)])
    step = argmap.Support("s", tuple([claim.id for claim in claims[1:]]), "c0")
    return argmap.ArgumentMap(claims=claims, links=(step,))


def groups(n: int) -> argmap.ArgumentMap:
    """Groups in groups."""
    tree = tuple([argmap.Group(f"g{i}", parent=f"g{i - 1}" if i else None) for i in range(n)])
    return argmap.ArgumentMap(claims=(argmap.Claim("a", "A", group=f"g{n - 1}"),), groups=tree)


def long_text(n: int) -> argmap.ArgumentMap:
    """One text without a blank."""
    return argmap.ArgumentMap(claims=(argmap.Claim("a", "x" * n),))


def marks(n: int) -> argmap.ArgumentMap:
    """One letter with very many accents."""
    return argmap.ArgumentMap(claims=(argmap.Claim("a", "e" + "\u0301" * n),))


def hostile(n: int) -> argmap.ArgumentMap:
    """A text of nothing but marks that must be escaped."""
    return argmap.ArgumentMap(claims=(argmap.Claim("a", "<\\\"'`[*_&#{" * n),))


def equal(n: int) -> argmap.ArgumentMap:
    """Claims that all say the same."""
    return argmap.ArgumentMap(
        claims=tuple([argmap.Claim(f"c{i}", "The same words again.") for i in range(n)])
    )


MAPS: tuple[Callable[[int], argmap.ArgumentMap], ...] = (
    chain, star, crossed_star, ring, parallel, lone, undercuts, linked, groups, long_text, marks, hostile, equal,
)  # fmt: skip # one a line would be a page


def of(
    make: Callable[[int], argmap.ArgumentMap], what: Callable[[argmap.ArgumentMap], object]
) -> Make:
    """What is done with a map of a size."""

    def made(n: int) -> Callable[[], object]:
        map = make(n)
        return lambda: what(map)

    return made


def _json(n: int, claim: str) -> str:
    return f'{{"argmap": 1, "claims": [{",".join([claim % i for i in range(n)])}]}}'


def _aif(n: int) -> str:
    nodes = [{"nodeID": str(i), "text": "x", "type": "RA"} for i in range(n)]
    edges = [{"edgeID": str(i), "fromID": str(i), "toID": str((i + 1) % n)} for i in range(n)]
    return json.dumps({"nodes": nodes, "edges": edges, "locutions": []})


FRONT = "===\na: {}\n===\n\n[A]: a\n"
DOCUMENTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "argdown: [": ("argdown", lambda n: "[" * n),
    "argdown: <": ("argdown", lambda n: "<" * n),
    "argdown: {": ("argdown", lambda n: "[A]: x " + "{" * n),
    "argdown: *a": ("argdown", lambda n: "*a " * n),
    "argdown: **a": ("argdown", lambda n: "**a " * n),
    "argdown: _a*": ("argdown", lambda n: "_a* " * n),
    "argdown: [a](": ("argdown", lambda n: "x [a](" * n),
    "argdown: #(": ("argdown", lambda n: "x #(" * n),
    "argdown: @[": ("argdown", lambda n: "x @[" * n),
    "argdown: backslashes": ("argdown", lambda n: "x" + "\\" * n),
    "argdown: /*": ("argdown", lambda n: "[A]: x\n" + "/* " * n),
    "argdown: <!--": ("argdown", lambda n: "[A]: x\n" + "<!-- " * n),
    "argdown: fences": ("argdown", lambda n: "```\n" * n),
    "argdown: ticks": ("argdown", lambda n: "".join(["`" * i + " " for i in range(int(n**0.5))])),
    "argdown: empty lines": ("argdown", lambda n: "\n" * n + "[A]: a"),
    "argdown: blanks": ("argdown", lambda n: "[A]: a" + " " * n + "b"),
    "argdown: definitions": ("argdown", lambda n: "".join([f"[A{i}]: x\n\n" for i in range(n)])),
    "argdown: one definition": ("argdown", lambda n: "[A]: x\n\n" * n),
    "argdown: references": ("argdown", lambda n: "[A]\n\n" * n),
    "argdown: relations": ("argdown", lambda n: "[A]: a\n" + "  + [B]\n" * n),
    "argdown: headings": ("argdown", lambda n: "# h\n\n" * n),
    "argdown: a structure": ("argdown", lambda n: "".join([f"({i + 1}) p\n" for i in range(n)]) + "----\n(9) c"),
    "argdown: inferences": ("argdown", lambda n: "(1) p\n" + "----\n(2) c\n" * n),
    "argdown: YAML [": ("argdown", lambda n: FRONT.format("[" * n)),
    "argdown: YAML {": ("argdown", lambda n: FRONT.format("{b: " * n)),
    "argdown: YAML -": ("argdown", lambda n: FRONT.format("\n" + "- " * n)),
    "argdown: YAML keys": ("argdown", lambda n: FRONT.format(1).replace("a: 1", "\n".join([f"k{i}: 1" for i in range(n)]))),
    "argdown: YAML &*": ("argdown", lambda n: FRONT.format("[" + ",".join([f"&a{i} 1,*a{i}" for i in range(n)]) + "]")),
    "fences: never closed": ("argdown-fences", lambda n: "```argdown\n[A]: a\n" * n),
    "outline: bullets": ("outline", lambda n: "- a\n" * n),
    "outline: {#": ("outline", lambda n: "- a " + "{#" * n),
    "outline: &#": ("outline", lambda n: "- a " + "&#" * n),
    "outline: and": ("outline", lambda n: "- a\n  - pro: b\n" + "  - and: c\n" * n),
    "markdown: `": ("markdown", lambda n: "- " + "`" * n),
    "json: [": ("json", lambda n: "[" * n),
    "json: a text": ("json", lambda n: f'{{"argmap": 1, "x": "{"a" * n}'),
    "json: backslashes": ("json", lambda n: '{"argmap": "' + "\\\\" * n),
    "json: claims": ("json", lambda n: _json(n, '{"id":"c%d"}')),
    "json: look-alikes": ("json", lambda n: _json(n, '{"id":"\uff21%d","text":"x"}')),
    "json: equal ids": ("json", lambda n: '{"argmap": 1, "claims": [' + ",".join(['{"id":"a"}'] * n) + "]}"),
    "json: unknown keys": ("json", lambda n: _json(n, '{"id":"c%d","odd":1}')),
    "json: line ends": ("json", lambda n: "\n" * n + "{"),
    "aif: schemes in a ring": ("aif", _aif),
    "aif: dangling edges": ("aif", lambda n: json.dumps({"nodes": [], "locutions": [], "edges": [{"edgeID": str(i), "fromID": "a", "toID": "b"} for i in range(n)]})),
    "xml: an unclosed tag": ("arggraph", lambda n: "<arggraph><" + "a" * n),
    "xml: an unclosed value": ("arggraph", lambda n: '<arggraph a="' + "a" * n),
    "xml: an unclosed comment": ("arggraph", lambda n: "<arggraph><!-- " + "-" * n),
    "xml: an unclosed CDATA": ("arggraph", lambda n: "<arggraph><![CDATA[" + "]" * n),
    "xml: elements": ("arggraph", lambda n: "<arggraph>" + "<a/>" * n + "</arggraph>"),
    "xml: attributes": ("arggraph", lambda n: "<arggraph " + " ".join([f'a{i}=""' for i in range(n)]) + "/>"),
    "xml: character references": ("arggraph", lambda n: "<arggraph><edu id='e'>" + "&#65;" * n + "</edu></arggraph>"),
    "xml: namespaces": ("graphml", lambda n: "<graphml>" + "".join([f'<a xmlns:p{i}="u{i}"/>' for i in range(n)]) + "</graphml>"),
    "csv: quotes": ("csv", lambda n: 'id,text\n1,"' + '""' * n),
    "csv: columns": ("csv", lambda n: "id,text" + ",x" * n + "\n1,a\n"),
    "csv: rows": ("csv", lambda n: "id,text\n" + ",a\n" * n),
    "kialo: claims": ("kialo", lambda n: "Discussion Title: x\n\n1. a\n" + "".join([f"1.{i + 1}. Pro: a\n" for i in range(n)])),
    "kialo: deep numbers": ("kialo", lambda n: "Discussion Title: x\n\n" + "".join([f"{'1.' * i} a\n" for i in range(1, int(n**0.5))])),
    "kialo: lines": ("kialo", lambda n: "Discussion Title: x\n\n1. a\n" + "b\n" * n),
    "apx: facts": ("apx", lambda n: "".join([f"arg(a{i}).\natt(a{i},a0).\n" for i in range(n)])),
    "apx: att(": ("apx", lambda n: "arg(a)." + "att(" * n),
    "tgf: edges": ("tgf", lambda n: "1\n#\n" + "1 1\n" * n),
    "af: attacks": ("af", lambda n: "p af 2\n" + "1 2\n" * n),
}  # fmt: skip # a list of one-liners


def inputs() -> Iterator[tuple[str, Make]]:
    """Every input, with its name."""
    for name, (format, document) in DOCUMENTS.items():
        yield f"read {name}", reads(format, document)
    for make in MAPS:
        shape = make.__name__.replace("_", " ")
        yield f"write json: {shape}", of(make, argmap.dumps)
        yield f"write argdown: {shape}", of(make, lambda map: argmap.render(map, "argdown"))
        yield f"draw: {shape}", of(make, lambda map: argmap.draw(map).svg)
        yield f"lint: {shape}", of(make, lambda map: len(argmap.lint(map)))
    for make in (chain, star, ring, parallel, undercuts, linked):
        yield f"evaluate: {make.__name__}", of(make, lambda map: dict(argmap.evaluate(map).labels))
    yield (
        "strengths: chain",
        lambda n: (
            lambda: strengths(
                Qbaf(
                    {str(i): 0.5 for i in range(n)},
                    attacks=[(str(i), str(i + 1)) for i in range(n - 1)],
                )
            )
        ),
    )
    yield "an unknown id among many", of(lone, _unknown)


def _unknown(map: argmap.ArgumentMap) -> None:
    with suppress(argmap.UnknownId):
        map["c1x"]


def seconds(make: Make, n: int) -> float:
    """The processor time of one run, the best of two, without Python's collector, whose passes look at all that lives."""
    taken = []
    for _ in range(2):
        run = make(n)
        gc.collect()
        gc.disable()
        begun = process_time()
        run()
        taken.append(process_time() - begun)
        gc.enable()
    return min(taken)


def measured(make: Make, most: int = 2**20) -> tuple[int, float, float]:
    """A size that takes long enough, and the times at it and at four times of it."""
    n = 64
    make(n)()  # what is loaded once is loaded now
    while (small := seconds(make, n)) < ENOUGH and n < most:
        n *= 4
    return n, small, seconds(make, 4 * n)


def main(words: list[str]) -> int:
    """The table, and 1 if a ratio is too large."""
    warnings.simplefilter("ignore")
    print("| input | n | ms at n | ms at 4n | ratio |")
    print("|---|--:|--:|--:|--:|")
    worst: list[str] = []
    for name, make in inputs():
        if words and not any(word in name for word in words):
            continue
        n, small, large = measured(make, LARGEST.get(name, 2**20))
        ratio = large / max(small, 1e-4)
        over = ratio >= MOST and large > ENOUGH
        worst += [name] if over and name not in KNOWN else []
        mark = "**" if over else ""
        print(
            f"| {name} | {n:,} | {small * 1000:.1f} | {large * 1000:.1f} | {mark}{ratio:.1f}{mark} |",
            flush=True,
        )
    print()
    for name, reason in KNOWN.items():
        print(f"{name}: {reason}")
    print(f"{len(worst)} others at {MOST:g} or over: {', '.join(worst) or 'none'}")
    return bool(worst)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
