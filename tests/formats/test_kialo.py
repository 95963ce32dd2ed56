"""Kialo's text exports in both dialects as maps, and maps as exports."""

from __future__ import annotations

import pytest

import argmap
from argmap import Answer, Citation, Claim, Issue, Rebuttal, Source, Support, Undercut

NEW = """\
Discussion Name:
Are co-ops good?

1. Thesis:
Co-ops are good. [1]

  1.1. Pro:
  They are near [1] to those [2] they serve.
  And here is why:

  2. Reading the report shows it.

    1.1.1. Con:
    -> See 1.2.

  1.2. Con:
  They are slow [9].

    1.2.1. Pro:
    -> See discussion #7: Slow is bad.

Sources:
[1] https://example.org/a_\\(b\\)
"Near.

1.1. Con: [7] this is quoted."
[2] https://example.org/two
[3] https://example.org/three
"Nobody cites this."
"""
OLD = """\
Discussion Title: Are co-ops good?

1. Co-ops are good.
1.1. Pro: They are [near](https://example.org).
2. This goes on.
1.1.1. Con: -> See 1.1.
1.2. Con: They are slow.
"""
THESES = """\
Discussion Name:
What is best?

1. Question:
What is best?

  1.1. Thesis:
  Tea.

    1.1.1. Con:
    It is bitter.

  1.2. Thesis:
  Coffee.

    1.2.1. Con:
    -> See 1.1.1.
"""


def _read(text: str) -> argmap.ArgumentMap:
    """The map of a text that nothing is to be found in, and that is written as it was."""
    reading = argmap.parse(text)
    assert (reading.format, reading.findings) == ("kialo", ())
    rendering = argmap.render(reading.map, "kialo", strict=True)
    assert rendering.text == text
    assert argmap.loads(text.replace("\n", "\r\n"), strict=True) == reading.map
    return reading.map


def test_the_newer_dialect() -> None:
    """Lines of a text, of a quotation, or a reference would be taken for something else."""
    map = _read(NEW)
    near = "They are near [1] to those [2] they serve.\nAnd here is why:\n\n2. Reading the report shows it."
    quote = '"Near.\n\n1.1. Con: [7] this is quoted."'
    assert [claim.text for claim in map.claims] == [
        "Co-ops are good. [1]",
        near,
        "They are slow [9].",
        "-> See discussion #7: Slow is bad.",
    ]
    assert map.about.title == "Are co-ops good?"
    good, near_id, slow, see = [claim.id for claim in map.claims]
    assert good == "co-ops-are-good-1"
    later = {"kialo": {"see": True}}
    assert map.links == (
        Support("support-1", (near_id,), good),
        Rebuttal("rebuttal-1", (slow,), near_id, data=later),
        Rebuttal("rebuttal-2", (slow,), good),
        Support("support-2", (see,), slow),
    )
    assert map.claims[1].citations == (Citation("1", quote), Citation("2"))
    assert map.sources[0] == Source("1", url="https://example.org/a_(b)")
    assert map.sources[2].data == {"kialo": {"quote": '"Nobody cites this."'}}


def test_the_older_dialect() -> None:
    """A claim over two lines would be cut, or the dialect be another when it is written."""
    map = _read(OLD)
    assert map.claims[1].text == "They are [near](https://example.org).\n2. This goes on."
    assert map.links[1] == Rebuttal("rebuttal-1", (map.claims[1].id,), map.claims[1].id)
    newer = argmap.render(map, "kialo", older=False)
    assert [loss.code for loss in newer.losses] == ["map-data"]
    assert newer.text.startswith("Discussion Name:\nAre co-ops good?\n\n1. Thesis:\n")


def test_several_theses() -> None:
    """The question would be a claim, or its theses stand apart."""
    map = _read(THESES)
    assert map.issues == (Issue("what-is-best", "What is best?"),)
    assert map.links[:2] == (
        Answer("answer-1", "tea", "what-is-best"),
        Rebuttal("rebuttal-1", ("it-is-bitter",), "tea"),
    )
    bare = "Discussion Title: Best?\n\n1. What is best?\n1.1. Thesis: Tea.\n"
    assert argmap.loads(bare).issues[0].text == "What is best?"


def test_references_to_references() -> None:
    """A reference to a reference would say nothing."""
    text = "1. Thesis:\nA\n\n  1.1. Pro:\n  -> See 1.2.\n\n  1.2. Con:\n  -> See 1.3.\n\n  1.3. Pro:\n  B\n"
    map = argmap.loads(text)
    assert [type(link) for link in map.links] == [Support, Rebuttal, Support]
    assert {link.premises for link in map.links if isinstance(link, argmap.Step)} == {("b",)}
    assert argmap.loads(argmap.dumps(map, "kialo")) == map


def test_text_behind_the_word() -> None:
    """A claim on the line of its number would be lost, or a line of a text that begins so be a claim."""
    text = "1. Thesis: A\n1.1. Pro: B\n7.7. Con: b\n1.1.2. Con: c\n1.1.1. Con: C\n1.2. Con: D\n2. Thesis: E\n"
    map = argmap.loads(text)
    assert [claim.text for claim in map.claims] == [
        "A",
        "B\n7.7. Con: b\n1.1.2. Con: c",
        "C",
        "D",
        "E",
    ]


FINDINGS = [
    ("1. Thesis:\nA\n\n  1.1. Pro:\n  B\n\n  1.1. Con:\n  C\n", "number-twice"),
    ("1. Thesis:\nA\n\n  1.2. Pro:\n  B\n", "number-gap"),
    ("2. Thesis:\nA\n", "number-gap"),
    ("1. Thesis:\nA\n\n  1.1. Pro:\n  -> See 1.7.\n", "dangling-see"),
    ("1. Thesis:\nA\n\n  1.1. Pro:\n  -> See 1.1.\n", "dangling-see"),
    ("1. Thesis:\nA\n\n  1.1. Pro:\n  -> See 1.2.\n\n  1.2. Pro:\n  -> See 1.1.\n", "dangling-see"),
    ("1. Thesis:\n\n  1.1. Pro:\n  B\n", "no-text"),
    ("1. Thesis:\nA\n\n  1.1. Question:\n  B\n", "no-side"),
    ("1. Question:\nA\n\n  1.1. Pro:\n  B\n", "no-thesis"),
    ("1. Thesis:\nA\n\n  1.1. Question:\n  B\n\n    1.1.1. Thesis:\n    C\n", "no-side"),
    ("hello\nDiscussion Name:\nT\n\nmore\n1. Thesis:\nA\n", "stray-line"),
    ("1. Thesis:\nA [1]\n\nSources:\n[1] http://a\n[1] http://b\n", "source-twice"),
    ("1. Thesis:\nA\x92\n", "control-character"),
]


@pytest.mark.parametrize(("text", "code"), FINDINGS)
def test_findings(text: str, code: str) -> None:
    """A defect would pass without a word, be refused though the rest is good, or pass as clean if strict."""
    reading = argmap.parse(text, format="kialo")
    assert {finding.code for finding in reading.findings} == {code}
    assert all(finding.place.startswith("<text>:") for finding in reading.findings)
    again = argmap.render(reading.map, "kialo")
    back = argmap.parse(again.text, format="kialo").map
    assert (back == reading.map) == (again.losses == ())
    if code != "control-character":
        with pytest.raises(argmap.ReadError):
            argmap.loads(text, format="kialo", strict=True)


def test_a_thesis_below_a_thesis() -> None:
    """A claim that is neither for nor against would be lost, or be taken for a reason."""
    reading = argmap.parse("1. Thesis:\nA\n\n  1.1. Con:\n  B\n\n    1.1.1. Thesis:\n    C\n")
    assert [issue.text for issue in reading.map.issues] == []
    assert [finding.code for finding in reading.findings] == ["no-side"]
    assert [claim.text for claim in reading.map.claims] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        (
            "1. Thesis:\nA\n\n  1.1.1. Pro:\n  B\n",
            "1.1.1. continues 1.1., which isn't there",
            "4:1",
        ),
        ("Just words.\n", "no numbered claim", "1:1"),
    ],
)
def test_refusals(text: str, message: str, place: str) -> None:
    """A claim would hang on nothing, or a text that is no export be a map without claims."""
    with pytest.raises(argmap.ReadError, match=message) as caught:
        argmap.loads(text, format="kialo")
    assert f"{place}:" in str(caught.value)


def test_what_kialo_lacks() -> None:
    """Linked premises, an undercut or a title would change without a word."""
    map = argmap.ArgumentMap(
        claims=(Claim("a", "A", "Title"), Claim("b", "B"), Claim("c", "C"), Claim("d", "D")),
        links=(
            Support("s", ("b", "c"), "a", warrants=("d",)),
            Undercut("u", ("d",), "s"),
            argmap.Conflict("k", ("a", "b")),
            Undercut("v", ("d",), "k"),
        ),
        sources=(Source("report", url="https://example.org"),),
    )
    rendering = argmap.render(map, "kialo")
    told = {(loss.code, loss.element): loss.why for loss in rendering.losses}
    assert ("claim-title", "a") in told
    assert (
        told["undercut", "u"] == "Kialo text has no objections to steps; it stands below a premise"
    )
    assert told["conflict", "k"] == "Kialo text has no conflicts"
    assert told["undercut", "v"] == "it hangs on a link that isn't written"
    assert "linked premises" in told["support-premises", "s"]
    back = argmap.loads(rendering.text)
    assert [type(link) for link in back.links] == [Support, Rebuttal, Support, Support]


@pytest.mark.parametrize("older", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "-> See 1.",
        "1.1. Con: x",
        "a\n1.1. Con:\nb",
        "Sources:\n[1] http://x",
        "2. x\n3. y",
        "\n\nx ",
    ],
)
def test_texts_that_look_like_something_else(text: str, older: bool) -> None:
    """A claim's text would become a reference, a claim of its own, or a source."""
    claims = (Claim("a", text), Claim("b", text))
    map = argmap.ArgumentMap(
        claims=claims, links=(Support("s", ("b",), "a"),), about=argmap.About(text)
    )
    rendering = argmap.render(map, "kialo", older=older)
    back = argmap.parse(rendering.text, format="kialo").map
    assert (len(back.claims), len(back.links), back.sources) == (2, 1, ())
    texts = [claim.text for claim in back.claims]
    assert ("claim-text" in {loss.code for loss in rendering.losses}) == (texts != [text, text])


def test_sources_of_the_older_dialect() -> None:
    """Sources would be lost in a dialect that mostly has none, or a blank line before them hide them."""
    text = "Discussion Title: T\n\n1. A [1]\n\nSources:\n\n[1] https://example.org\n"
    map = argmap.loads(text, strict=True)
    assert map.claims[0].citations == (Citation("1"),)
    assert argmap.loads(argmap.dumps(map, "kialo")) == map


def test_circles_and_several_roots() -> None:
    """A claim in a circle would never be written, or a second root be lost."""
    claims = (Claim("a", "A"), Claim("b", "B"), Claim("c", "C"))
    links = (Rebuttal("rebuttal-1", ("b",), "a"), Rebuttal("rebuttal-2", ("a",), "b"))
    map = argmap.ArgumentMap(claims=claims, links=links)
    rendering = argmap.render(map, "kialo")
    assert [loss.code for loss in rendering.losses] == ["claims-order"]
    assert len(argmap.loads(rendering.text).links) == 2


def test_a_map_of_others() -> None:
    """Data of another make under Kialo's name would end the writer."""
    for data in ({"kialo": 5}, {"kialo": {"dialect": 5}}):
        map = argmap.ArgumentMap(
            claims=(Claim("a", "A", data=data),), sources=(Source("1", data=data),), data=data
        )
        assert {loss.code for loss in argmap.render(map, "kialo").losses} == {
            "claim-data",
            "source-data",
            "map-data",
        }
