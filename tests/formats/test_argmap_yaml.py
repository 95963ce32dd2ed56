"""The YAML of dsanson's argmap as maps, and maps as such YAML."""

from __future__ import annotations

import pytest

import argmap
from argmap import Claim, Rebuttal, Support, Undercut

TEXT = """\
Co-ops are good.:
  note: "See: the report."
  r1:
    They are near.:
      r1:
        "They are (mostly) here; look: there.": []
    -What is near is good.: []
    label: nearness
    strength: 4
    o1:
      Near isn't all.: []
  o1:
    They are slow.: []
Another one.: []
"""


def _codes(text: str) -> list[str]:
    """The codes of what is found, after it was seen that the same map is written and read."""
    reading = argmap.parse(text, format="argmap-yaml")
    rendering = argmap.render(reading.map, "argmap-yaml")
    assert rendering.losses == ()
    assert argmap.parse(rendering.text, format="argmap-yaml").map == reading.map
    return [finding.code for finding in reading.findings]


def test_everything() -> None:
    """Linked premises would be two reasons, an objection to a step one to a claim, or a note be lost."""
    reading = argmap.parse(TEXT, strict=True)
    map = reading.map
    assert reading.format == "argmap-yaml"
    assert [claim.id for claim in map.claims] == [
        "co-ops-are-good",
        "another-one",
        "they-are-near",
        "what-is-near-is-good",
        "they-are-slow",
        "they-are-mostly-here-look",
        "near-isnt-all",
    ]
    assert map.claims[0].data == {"argmap-yaml": {"note": "See: the report."}}
    assert map.claims[3] == Claim("what-is-near-is-good", "What is near is good.", implicit=True)
    assert map.links == (
        Support(
            "support-1",
            ("they-are-near", "what-is-near-is-good"),
            "co-ops-are-good",
            label="nearness",
            data={"argmap-yaml": {"strength": 4}},
        ),
        Rebuttal("rebuttal-1", ("they-are-slow",), "co-ops-are-good"),
        Support("support-2", ("they-are-mostly-here-look",), "they-are-near"),
        Undercut("undercut-1", ("near-isnt-all",), "support-1"),
    )
    rendering = argmap.render(map, "argmap-yaml", strict=True)
    assert rendering.text == TEXT.replace("-What is near is good.", '"-What is near is good."')


@pytest.mark.parametrize(
    "text",
    [
        "A: {r1: [B, {C: }, D]}",
        "A: [{r1: {B: , C: , D: }}]",
        "A:\n  R:\n    B:\n    C: []\n    D: {}\n",
        "# a comment\nA:\n  r: {B: null, C: null, D: null}\n",
    ],
)
def test_other_ways_to_write_it(text: str) -> None:
    """Lists of premises, or claims with nothing below them, would be read as something else."""
    map = argmap.loads(text, format="argmap-yaml", strict=True)
    assert map.links == (Support("support-1", ("b", "c", "d"), "a"),)


def test_the_same_words_twice() -> None:
    """A claim would take the place of another that says the same."""
    map = argmap.loads("A: {r1: {B: {r1: {A: }}}, o1: {B: }}", format="argmap-yaml", strict=True)
    assert [claim.id for claim in map.claims] == ["a", "b", "b-2", "a-2"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A: {r1: {B: , B: }}", "key-twice"),
        ("A: \nA: ", "key-twice"),
        ("A: {r1: {label: x}}", "no-premise"),
        ("A: {o1: }", "no-premise"),
        ("A: some words", "strange-value"),
        ("A: {B: {r1: {C: }}}", "no-side"),
        ("A: {B: }", "no-side"),
        ("A\u0092: []", "control-character"),
    ],
)
def test_findings(text: str, code: str) -> None:
    """A defect would pass without a word, or the document be refused."""
    assert _codes(text) == [code]
    if code != "control-character":
        with pytest.raises(argmap.ReadError):
            argmap.loads(text, format="argmap-yaml", strict=True)


def test_attributes_of_other_types() -> None:
    """A label that is a number would end the reader, or an unknown attribute be lost."""
    text = "A: {colour: red, r1: {B: , label: 7, note: true}}"
    assert _codes(text) == []
    map = argmap.loads(text, format="argmap-yaml")
    assert map.claims[0].data == {"argmap-yaml": {"colour": "red"}}
    assert map.links[0].data == {"argmap-yaml": {"note": True, "label": 7}}


@pytest.mark.parametrize("text", ["- A\n", "words\n", "5\n"])
def test_refusals(text: str) -> None:
    """A document that is no mapping would be an empty map."""
    with pytest.raises(argmap.ReadError, match="must be a mapping") as caught:
        argmap.loads(text, format="argmap-yaml")
    assert ":1:1:" in str(caught.value)


def test_what_it_lacks() -> None:
    """A claim would be written twice, as two; a circle would never end."""
    claims = tuple([Claim(letter, letter.upper()) for letter in "abcde"])
    links = (
        Support("s", ("b",), "a"),
        Support("t", ("b", "c"), "a"),
        Rebuttal("x", ("d",), "e"),
        Rebuttal("y", ("e",), "d"),
        Support("z", ("a",), "a"),
        argmap.Conflict("k", ("a", "b")),
        Undercut("u", ("c",), "k"),
        argmap.Preference("p", "a", "k"),
        Undercut("v", ("c",), "x"),
    )
    map = argmap.ArgumentMap(claims=claims, links=links, issues=(argmap.Issue("i"),))
    rendering = argmap.render(map, "argmap-yaml")
    whys = {
        loss.element: loss.why
        for loss in rendering.losses
        if loss.element and loss.what.startswith("the ")
    }
    assert whys == {
        "i": "argmap YAML has no issues",
        "t": "a claim stands in one place in argmap YAML",
        "z": "a claim stands in one place in argmap YAML",
        "k": "argmap YAML has no conflicts",
        "u": "it hangs on a link that isn't written",
        "p": "argmap YAML has no preferences",
        "x": "it closes a circle, or hangs on a link that isn't written",
        "v": "it closes a circle, or hangs on a link that isn't written",
    }
    assert "- " not in rendering.text


@pytest.mark.parametrize(
    "text", ["r1", "label", "<<", "-x", "~", "", "1e3", "x" * 2_000, "a\nb: c"]
)
def test_texts_that_look_like_something_else(text: str) -> None:
    """A claim would be taken for a reason, an attribute, or a number."""
    draft = argmap.Draft()
    draft.support(draft.claim("A"), by=draft.claim(text))
    rendering = argmap.render(draft.map(), "argmap-yaml")
    back = argmap.parse(rendering.text, format="argmap-yaml").map
    assert (len(back.claims), len(back.links)) == (2, 1)
    changed = {"claim-text", "claim-implicit"} & {loss.code for loss in rendering.losses}
    assert bool(changed) == (text in ("r1", "label", "<<", "-x"))


def test_depth() -> None:
    """A deep map would be written so that nobody reads it, and nobody be told."""
    claims = tuple([Claim(f"c{n}", f"C{n}") for n in range(150)])
    links = tuple([Support(f"support-{n}", (f"c{n}",), f"c{n - 1}") for n in range(1, 150)])
    rendering = argmap.render(argmap.ArgumentMap(claims=claims, links=links), "argmap-yaml")
    assert [loss.code for loss in rendering.losses] == ["nesting"]
    with pytest.raises(argmap.TooLarge):
        argmap.loads(rendering.text, format="argmap-yaml")


def test_data_of_another_make() -> None:
    """Data that nobody read from such a document would end the writer."""
    for held in (5, {"value": 5, "r1": 5, "note": [1]}):
        data = {"argmap-yaml": held}
        claims = (Claim("a", "A", data=data), Claim("b", "B"))
        links = (Support("support-1", ("b",), "a", data=data),)
        map = argmap.ArgumentMap(claims=claims, links=links)
        codes = [loss.code for loss in argmap.render(map, "argmap-yaml").losses]
        assert codes == ["claim-data", "support-data"]
