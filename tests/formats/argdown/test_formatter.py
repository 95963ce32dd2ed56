"""Argdown in one layout; ``tests/cases/fmt`` has a question of layout a file: before, after, what would be wrong."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.formats.argdown import formatted
from argmap.source import SourceText
from tests.profiles import examples

CASES = sorted((Path(__file__).parents[2] / "cases" / "fmt").glob("*.toml"))

REFUSED_ELSEWHERE = {"no-blank-line", "blank-line", "nested-list", "short-inference"}
"""The findings about layout alone, for which the reference implementation refuses a document."""


def _reading(text: str) -> argmap.Reading:
    return argmap.parse(text, format="argdown")


def _words(text: str) -> str:
    """A text without what a layout changes: blanks, and how long a line of hyphens or equals signs is."""
    return re.sub(r"\s+|-+|=+|\ufeff", "", text)


def held(text: str) -> str:
    """The text laid out, after asserting all that a layout promises of a document that can be read."""
    new = formatted(text)
    before, after = _reading(text), _reading(new)
    assert after.map == before.map
    assert formatted(new) == new
    assert _words(new) == _words(text)
    assert not REFUSED_ELSEWHERE.intersection([finding.code for finding in after.findings])
    return new


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_layout(path: Path) -> None:
    """What the case says would happen."""
    case = tomllib.loads(path.read_text("utf-8"))
    assert case["says"]
    assert held(case["before"]) == case["after"]


def test_there_are_cases() -> None:
    """A folder that has moved would leave nothing tested."""
    assert len(CASES) >= 35


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(strategies.maps())
def test_a_map_that_is_written_keeps_its_meaning(map: argmap.ArgumentMap) -> None:
    """What argmap writes itself would be changed by its own layout."""
    held(argmap.render(map, "argdown").text)


_MARGINS = st.sampled_from(["", "", "  ", "    ", " ", "\t", "   "])
_MARKS = st.sampled_from(
    ["+ ", "+", "- ", "->", "<+ ", "_ ", "_> ", ">< ", "* ", "2.  ", "(1) ", "# ", "-- a,b --", "----", "---", "--\nx, y\n--", "", "", "", ""]
)  # fmt: skip # a table of signs
_HEADS = st.sampled_from(["[A]: ", "[A]:", "[B] ", "<C>: ", "<D>", "", "", "[A b]:\t"])
_WORDS = st.sampled_from(
    ["a", "two words", "a,  b", " x  y", "*it*", "**b**", "*open", "#tag", "#(a tag)  ", "@[A]", "[l](http://x.org)", "http://x.org/y", r"\*", "\\ ", "\\  ", "x\\", "{a: 1}", " {a: [1]}  ", "{b", "{\n  x: 1\n}", ".A.", "a:b:c ", "// c", "/* c */", " // c", "<!-- c -->", "/* c\n   d */", "  ", "\t", ". ", "-", "--", ">", "(", "[x]", "é"]
)  # fmt: skip # a table of signs
_ENDS = st.sampled_from(
    ["\n", "\n", "\n\n", "\n\n\n", "\r\n", "\n// c\n", "\n\n// c\n\n", "\n  /* c */ ", "  \n", "\t\n", "\r", "\n<!-- a\nb -->\n"]
)  # fmt: skip # a table of signs
_LINES = st.one_of(
    st.builds(
        lambda margin, mark, head, words: margin + mark + head + words,
        _MARGINS,
        _MARKS,
        _HEADS,
        st.lists(_WORDS, max_size=3).map("".join),
    ),
    st.sampled_from(["(1) p\n(2) q  \n----\n(3) c", "[A]: a\n   + b\n     - c", "* x\n  + y"]),
)
_DOCUMENTS = st.builds(
    lambda front, lines, last: front + "".join([part for line in lines for part in line]) + last,
    st.sampled_from(["", "", "", "===\ntitle: x\n===\n", "  ====\n  a: |\n    b  \n  ===\n\n"]),
    st.lists(st.tuples(_LINES, _ENDS), max_size=8),
    st.sampled_from(["", "\n", "// end", "\n\n"]),
)


@settings(max_examples=examples(300), suppress_health_check=[HealthCheck.too_slow])
@given(_DOCUMENTS)
def test_odd_documents_keep_their_meaning(text: str) -> None:
    """A layout would change what a document says, or change again when it is laid out again."""
    try:
        formatted(text)
    except argmap.ReadError:
        return  # it can't be read, or says nothing somewhere
    held(text)


def test_what_would_be_refused_is_left_alone() -> None:
    """A document that says nothing somewhere would become one that can't be read."""
    with pytest.raises(argmap.ReadError) as caught:
        formatted(SourceText("d.argdown", "[A]: \n(1) p\n----\n(2) q\n"))
    assert str(caught.value) == (
        "d.argdown: with other blanks and line ends this would be refused: nothing is said behind [A]:\n"
        "  look for words that are missing, or for stray signs"
    )


def test_what_would_say_something_else_is_left_alone() -> None:
    """An emphasis that is open would swallow another text than before."""
    with pytest.raises(argmap.ReadError) as caught:
        formatted("* x *a\n[A]: b*. c*\n")
    assert str(caught.value).startswith(
        "<text>:2:1: with other blanks and line ends this would say"
    )


def test_what_can_not_be_read_says_where() -> None:
    """A person would not learn why a file is left alone."""
    with pytest.raises(argmap.ReadError, match=r"<text>:1:1: \+ begins a block"):
        formatted("+ a\n")


@pytest.mark.corpus
def test_real_documents_keep_their_meaning(corpus: Path) -> None:
    """A real document would change what it says."""
    count = 0
    for folder in ("argdown", "argdown-snippets", "argdown-suite"):
        for path in sorted((corpus / folder).rglob("*")):
            if path.suffix in (".argdown", ".ad"):
                text = path.read_bytes().decode("utf-8", "replace")
                try:
                    _reading(text)
                except argmap.ReadError:
                    continue
                held(text)
                count += 1
    assert count >= 200
