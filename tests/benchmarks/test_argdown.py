"""Argdown laid out, and Markdown looked through for fences: how time grows, and beside reading.

python -m pytest tests/benchmarks
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import argmap
from argmap.cli.difference import difference
from argmap.formats.argdown import formatted
from argmap.formats.fences import fences
from argmap.source import SourceText

PART = """\
# Part {0} {{x: {0}}}

[Claim {0}]:  this is what number {0} says, and *some* more words. #t
    +   <Arg {0}>: because of another // note
        - [Claim 1]
    -  an objection with words


<Arg {0}>

(1) first premise {0}
(2) second {{a: 1}}
-----
(3) [Claim {0}]

"""


def document(size: int) -> str:
    """A document of about so many characters."""
    return "".join([PART.format(number) for number in range(1, size // len(PART) + 1)])


def processor(work: Callable[[], object]) -> float:
    """The least of three runs, in seconds of the processor."""
    found = []
    for _ in range(3):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def lay_out(text: str) -> None:
    """Lay out or refuse a document."""
    try:
        formatted(text)
    except argmap.ReadError as error:
        str(error)


LAID_OUT: dict[str, Callable[[int], str]] = {
    "an ordinary document": document,
    "one long line": lambda n: "[A]: " + "a,  *b* @[A] " * (n // 13),
    "comments on a line": lambda n: "[A]: a " + "/* c */ " * (n // 8),
    "lines of comments": lambda n: "[A]: a\n" + "// c\n" * (n // 5) + "  + b\n",
    "blanks": lambda n: "[A]: a /* " + " " * n + "x\n */\n",
    "blanks among rules": lambda n: "(1) a\n-- r" + " " * n + "s, t --\n(2) b\n",
    "blanks in data": lambda n: "[A]: a {x: " + " " * n + "1\n}\n",
    "siblings": lambda n: "[A]: a\n" + "  + b\n" * (n // 6),
    "short blocks": lambda n: "a\n\n\n" * (n // 4),
}


@pytest.mark.parametrize("name", LAID_OUT)
def test_a_layout_grows_with_the_document(name: str, benchmark: BenchmarkFixture) -> None:
    """Four times the document takes about four times as long; with the square it would be sixteen."""
    small, large = (LAID_OUT[name](n) for n in (50_000, 200_000))
    ratio = processor(lambda: lay_out(large)) / processor(lambda: lay_out(small))
    benchmark.extra_info["time at 4n over time at n"] = round(ratio, 2)
    benchmark(lay_out, large)
    assert ratio < 6


MARKDOWN: dict[str, Callable[[int], str]] = {
    "one fence": lambda n: "```argdown\n" + document(n) + "```\n",
    "many fences": lambda n: "# H\n\n> ```argdown\n> [A]: a\n> ```\n\n" * (n // 40),
    "deep quotes": lambda n: "```argdown\n```\n" + "> " * (n // 2),
    "deep lists": lambda n: "```argdown\n```\n" + "- " * (n // 4) + "x" + "\n" * (n // 2),
    "a heading of blanks": lambda n: "```argdown\n```\n# a" + " " * n + "b",
    "a tag of blanks": lambda n: "```argdown\n```\n<a" + " b" * (n // 4) + " " * (n // 2) + "!",
    "back-ticks": lambda n: "```argdown\n```\n" + "`" * n + "x`",
    "a long paragraph": lambda n: "```argdown\n```\n" + "words\n" * (n // 6) + "===\n",
}


@pytest.mark.parametrize("name", MARKDOWN)
def test_fences_are_found_in_time_that_grows_with_the_document(
    name: str, benchmark: BenchmarkFixture
) -> None:
    """Four times the document takes about four times as long; with the square it would be sixteen."""
    small, large = (SourceText("a", MARKDOWN[name](n)) for n in (100_000, 400_000))
    ratio = processor(lambda: fences(large)) / processor(lambda: fences(small))
    benchmark.extra_info["time at 4n over time at n"] = round(ratio, 2)
    benchmark(fences, large)
    assert ratio < 6


def test_a_layout_takes_little_more_than_reading(benchmark: BenchmarkFixture) -> None:
    """A megabyte is read, laid out, and what changes is told."""
    text = document(1_000_000)
    reading = processor(lambda: argmap.loads(text, format="argdown"))
    told = formatted(text)
    benchmark.extra_info["over reading it"] = round(processor(lambda: formatted(text)) / reading, 2)
    benchmark.extra_info["the difference, over reading it"] = round(
        processor(lambda: difference(text, told, "a")) / reading, 2
    )
    benchmark(formatted, text)
