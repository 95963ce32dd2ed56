"""Adversarial cases D: Argdown and outlines."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

import argmap

case = pytest.mark.case


def claims(text: str, format: str = "argdown") -> tuple[argmap.Claim, ...]:
    """The claims of a document."""
    return argmap.parse(text, format=format).map.claims


def levels(count: int, format: str) -> str:
    """A chain of reasons as deep as this."""
    if format == "outline":
        return "".join([f"{'  ' * n}- c{n}\n" for n in range(count)])
    return "[c0]: c0\n" + "".join([f"{'  ' * n}+ [c{n}]: c{n}\n" for n in range(1, count)])


@case(
    "D1",
    "1,000 levels; 1,001",
    "outline: accepted; too large. Argdown: any depth, read without recursion",
)
def test_d1_levels(refused: Any) -> None:
    """The stack would end."""
    for name in ("outline", "argdown"):
        assert len(claims(levels(1_000, name), name)) == 1_000
    assert ":1001:1: an outline of more than 1,000 levels" in refused(
        levels(1_001, "outline"), "outline", argmap.TooLarge
    )
    assert len(claims(levels(1_500, "argdown"))) == 1_500


@case("D2", "indentation by tabs, and mixed", "accepted: a tab is four blanks")
def test_d2_tabs() -> None:
    """A reason would hang on another claim than in the editor."""
    text = "[A]: a\n\t+ [B]: b\n        + [C]: c\n\t- [D]: d\n"
    map = argmap.loads(text, format="argdown")
    targets = {claim.id: claim.title for claim in map.claims}
    steps = [
        (type(link).__name__, targets[link.target])
        for link in map.links
        if isinstance(link, argmap.Support | argmap.Rebuttal)
    ]
    assert steps == [("Support", "A"), ("Support", "B"), ("Rebuttal", "A")]


@case("D3", "a child deeper by three levels at once", "accepted as the child of the line above")
@pytest.mark.parametrize(
    ("text", "format"),
    [("- a\n            - b\n", "outline"), ("[A]: a\n            + [B]: b\n", "argdown")],
)
def test_d3_a_jump(text: str, format: str) -> None:
    """A careless indentation would cost the reason its claim."""
    map = argmap.loads(text, format=format)
    assert [claim.text for claim in map.claims] == ["a", "b"]
    assert len(map.links) == 1


@case(
    "D4",
    "`[` × 100,000, `<` × 100,000, `*a ` × 50,000, backticks in runs of 1 to 2,500",
    "read as text or too large; linear (see the benchmarks)",
)
@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "<" * 100_000, "*a " * 30_000, "".join([f"{'`' * n} " for n in range(1, 400)])],
    ids=["brackets", "angles", "stars", "ticks"],
)
@pytest.mark.parametrize("format", ["argdown", "outline"])
def test_d4_runs_of_marks(text: str, format: str) -> None:
    """Each mark would look for its end through all the others."""
    assert len(claims(text, format)) <= 1


@case("D5", "25,000 definitions of titles", "accepted; linear (see the benchmarks)")
def test_d5_many_titles() -> None:
    """Each title would be compared with all others."""
    assert len(claims("".join([f"[A{n}]: x\n\n" for n in range(2_500)]))) == 2_500


@case(
    "D6",
    "a reference to what no line defines",
    "accepted, as Argdown has it: a claim without a text, of that title",
)
def test_d6_undefined() -> None:
    """A relation would be dropped with the claim that it names."""
    map = argmap.loads("[A]: a\n  + [B]\n  - <C>\n", format="argdown")
    assert [(claim.title, claim.text) for claim in map.claims] == [("A", "a"), ("B", ""), ("C", "")]
    assert len(map.links) == 2


@case(
    "D7",
    "one title defined twice with different texts",
    "accepted, as Argdown has it: the second is another wording",
)
def test_d7_two_texts() -> None:
    """One of the two texts would be dropped."""
    (claim,) = claims("[A]: one\n\n[A]: two\n")
    assert sorted([claim.text, *claim.wordings]) == ["one", "two"]


@case(
    "D8",
    "a claim that supports itself; a → b → a",
    "accepted; lint says so; verdicts and drawings end",
)
@pytest.mark.parametrize("text", ["[A]: a.\n  + [A]\n", "[A]: a.\n  + [B]: b.\n    + [A]\n"])
def test_d8_circles(text: str) -> None:
    """Something would run round for ever."""
    map = argmap.loads(text, format="argdown")
    said = " ".join([finding.message for finding in argmap.lint(map)])
    assert "itself" in said or "circle" in said, said
    assert argmap.evaluate(map)
    assert argmap.draw(map).svg


@case(
    "D9",
    "an unclosed `[`, `<`, `{`, fence, comment",
    "accepted as text, as Argdown has it; nothing is lost",
)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[A", ["[A"]),
        ("<A", ["<A"]),
        ("[A]: x {a: 1", ["x {a: 1"]),
        ("[A]: x\n\n```\ncode", ["x", "``` code"]),
        ("[A]: x\n/* no", ["x /* no"]),
        ("[A]: **x", ["**x"]),
        ("[A]: x @[B", ["x @[B"]),
    ],
)
def test_d9_unclosed(text: str, said: list[str]) -> None:
    """A half-written line would take the rest of the document with it."""
    assert [claim.text for claim in claims(text)] == said


@case(
    "D10",
    "front matter: aliases, tags, anchors, 100,000 deep",
    "aliases read; tags refused; too large",
)
def test_d10_front_matter(refused: Any) -> None:
    """A tag would make objects, a depth hold the process up (it did: quadratic time in the parser of YAML)."""
    front = "===\n{}\n===\n\n[A]: a\n"
    assert claims(front.format("a: &x 1\nb: *x"))
    assert "makes no plain value" in refused(
        front.format("a: !!python/object:os.system 1"), "argdown"
    )
    assert "the key 'a' is there twice" in refused(front.format("a: 1\na: 2"), "argdown")
    assert "*a stands for nothing" in refused(front.format("a: &a [*a]"), "argdown")
    bomb = "a0: &a0 x\n" + "".join(
        [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)]
    )
    assert "aliases make more than 1,000,000 values" in refused(front.format(bomb), "argdown")
    for text in ("a: " + "[" * 100_000, "a: " + "{b: " * 100_000):
        assert "nesting, and the limit is" in refused(
            front.format(text), "argdown", argmap.TooLarge
        )


@case("D11", "raw HTML in a text", "accepted as text, shown letter by letter")
def test_d11_html() -> None:
    """A script would stand in the reader's page."""
    map = argmap.parse("[A]: so <b>x</b> <script>alert(1)</script>\n", format="argdown").map
    assert map.claims[0].text == "so <b>x</b> <script>alert(1)</script>"
    svg = argmap.draw(map).svg
    assert "<script" not in svg
    assert "<b>" not in svg


@case("D12", "`[x](javascript:…)`", "accepted; no link is made anywhere; written again as it was")
def test_d12_a_link_that_runs() -> None:
    """A click would run what a stranger wrote."""
    text = "[A]: see [x](javascript:alert(1)) now\n"
    map = argmap.loads(text, format="argdown")
    assert "<a" not in argmap.draw(map).svg
    assert "see" in map.claims[0].text
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        again = argmap.loads(argmap.dumps(map, "argdown"), format="argdown")
    assert again.claims[0].text == map.claims[0].text


@case("D13", "a text that is Argdown itself, written and read back", "equal")
@pytest.mark.parametrize(
    "text",
    ["[A]: b", "<A>: b", "+ [A]", "  - x", "(1) p\n----\n(2) c", "# h", "===\na: 1\n===", "/* c */", "<!-- c -->", "#tag",
     "@[A]", "{a: 1}", "**b** _i_ [x](y)", "a\n\n\nb", "\\[", "`x`", "```\nx\n```", "-> <x>", "><", ":: x", "a\\", "//x"],
)  # fmt: skip # one a line would be a page
@pytest.mark.parametrize("format", ["argdown", "outline", "markdown"])
def test_d13_texts_that_are_documents(text: str, format: str) -> None:
    """A claim about Argdown would become a map of its own."""
    map = argmap.ArgumentMap(
        claims=(argmap.Claim("a", text), argmap.Claim("b", "other")),
        links=(argmap.Support("s", ("b",), "a"),),
    )
    again = argmap.parse(argmap.render(map, format).text, format=format).map
    assert [claim.text for claim in again.claims] == [text, "other"]
    assert len(again.links) == 1


@case("D14", "an empty title; one of 100,001 characters", "read as text; too large")
def test_d14_titles(refused: Any) -> None:
    """A claim would be called by nothing, or by a whole book."""
    assert [claim.text for claim in claims("[]: x\n")] == ["[]: x"]
    assert "100,001 text characters" in refused(
        f"[{'t' * 100_001}]: x\n", "argdown", argmap.TooLarge
    )
    own = f"[A]: x {{argmap: {{id: {'i' * 1_001}}}}}\n"
    assert "1,001 id characters" in refused(own, "argdown", argmap.TooLarge)
