"""Makes what the pages on semantics show: a debate weighed under each, drawn, and the tables of verdicts and principles.

Usage: ``python tests/tools/semantics_pages.py`` in the project's folder. ``tests/semantics/test_pages.py`` holds the pages to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import argmap
from argmap.cli.weighing import marked
from argmap.semantics import READINGS, evaluate
from argmap.semantics.evaluation import SEMANTICS

PAGES = Path("docs/reference/semantics")
ORACLE = Path("tests/semantics/oracles/principles.json")
DEBATE = Path("examples/co_op_debate.json")
SIGNS = {"accepted": "accepted", "rejected": "rejected", "undecided": "-"}
BEGIN, END = "<!-- made by tests/tools/semantics_pages.py -->", "<!-- end -->"


def library(*, liar: bool = False) -> argmap.ArgumentMap:
    """A debate on which the seven semantics differ; with a liar no labelling leaves nothing open."""
    draft = argmap.Draft("The town library")
    for id, text in (
        ("roof", "The roof leaks."),
        ("dry", "The building is sound."),
        ("coop", "A co-op runs it best."),
        ("council", "The council runs it best."),
        ("nobody", "Nobody can run it."),
        ("staff", "The staff keep their jobs."),
        ("poll", "Most readers want it kept."),
        ("gossip", "No word on it is true, nor is this."),
        ("morning", "It opens in the morning."),
        ("evening", "It opens in the evening."),
        ("books", "The hall is for books."),
        ("play", "The hall is for play."),
        ("songs", "The hall is for songs."),
    ):
        draft.claim(text, id=id)
    for attack in (
        "roof dry",
        "coop council",
        "council coop",
        "coop nobody",
        "council nobody",
        "nobody staff",
        "poll gossip",
        "gossip poll",
        "gossip gossip",
        "morning evening",
        "evening morning",
        "evening books",
        "books play",
        "play songs",
        "songs books",
    ):
        source, target = attack.split()
        draft.rebut(target, by=source)
    if liar:
        draft.claim("This claim is false.", id="liar")
        draft.rebut("liar", by="liar")
    return draft.map()


def picture(semantics: str) -> str:
    """The debate with its verdicts under a semantics, as SVG."""
    map = library(liar=semantics == "semi-stable")
    return argmap.dumps(map, "svg", marks=marked(map, semantics))


def verdicts() -> Iterator[str]:
    """The verdict of each claim of the debate under each semantics, as a table."""
    map = library()
    found = [evaluate(map, semantics) for semantics in SEMANTICS]
    yield from _table(
        ["claim", *SEMANTICS],
        [[f"`{c.id}`", *[SIGNS[each[c.id].label] for each in found]] for c in map.claims],
    )


def readings() -> Iterator[str]:
    """The grounded verdict of each claim of the co-op debate under each reading, as a table."""
    debate = argmap.read(DEBATE)
    found = [evaluate(debate, reading=reading) for reading in READINGS]
    rows = []
    for claim in debate.claims:
        labels = [evaluation[claim.id].label for evaluation in found]
        same = len({*labels}) == 1
        rows.append([f"`{claim.id}`", *labels] if same else [f"**`{claim.id}`**", *labels])
    yield from _table(["claim", *READINGS], rows)


def principles() -> Iterator[str]:
    """Which principle holds for which semantics, as a table; a counterexample where one doesn't."""
    table = json.loads(ORACLE.read_text("utf-8"))["matrix"]
    codes = list(next(iter(table.values())))
    rows = [
        [principle, *["✓" if example is None else f"`{example}`" for example in row.values()]]
        for principle, row in table.items()
    ]
    yield from _table(["principle", *codes], rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def filled(page: str, lines: Iterator[str]) -> str:
    """A page with its table made anew."""
    before, _, rest = page.partition(BEGIN)
    return "\n".join([f"{before}{BEGIN}", "", *lines, "", f"{END}{rest.partition(END)[2]}"])


def files() -> Iterator[tuple[Path, str]]:
    """Every file with what it should hold."""
    yield Path("examples/library.json"), argmap.dumps(library(), "json")
    for semantics in SEMANTICS:
        yield PAGES / f"{semantics}.svg", picture(semantics)
    for name, lines in (
        ("index.md", verdicts()),
        ("readings.md", readings()),
        ("principles.md", principles()),
    ):
        path = PAGES / name
        yield path, filled(path.read_text("utf-8"), lines)


def main() -> None:
    """Write them all."""
    for path, text in files():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
