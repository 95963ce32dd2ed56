"""Outlines: as people write them, as argmap does, and what is wrong with one that isn't read."""

from __future__ import annotations

from itertools import pairwise

import pytest

import argmap

HAND = """# Co-ops

What people say,
in short.

A second paragraph.

- Co-ops are good. {#good}
  - They are near to
    those they serve.

    And so they know them.
    - undercut: What is near isn't always good.
    - **Backing:** It mostly is.
  - **Con:** They are slow.
  - and: Slow is bad.
  - warrant: What is bad is not good.

## Money

* issue: Who pays?
  * answer: {#good}
  * We do.
      1. because: Nobody else does.
      2. restates: {#good}
      3) contradicts: They do.
      4. contrary: You do.

### Taxes

- Taxes pay.

## More
"""


def _read(text: str, format: str = "markdown") -> argmap.ArgumentMap:
    return argmap.parse(text, format=format).map


def test_as_people_write_them() -> None:
    """A list that a person has written would be read as another map."""
    map = _read(HAND)
    assert map.about.title == "Co-ops"
    assert map.about.description == "What people say, in short.\n\nA second paragraph."
    first = map["they-are-near-to-those"]
    assert isinstance(first, argmap.Claim)
    assert first.text == "They are near to those they serve.\n\nAnd so they know them."
    assert [(link.id, link.kind) for link in map.links] == [
        ("support-1", "support"),
        ("undercut-1", "undercut"),
        ("support-2", "support"),
        ("rebuttal-1", "rebuttal"),
        ("answer-1", "answer"),
        ("answer-2", "answer"),
        ("support-3", "support"),
        ("rephrase-1", "rephrase"),
        ("conflict-1", "conflict"),
        ("conflict-2", "conflict"),
    ]
    rebuttal = map["rebuttal-1"]
    assert isinstance(rebuttal, argmap.Rebuttal)
    assert len(rebuttal.premises) == 2
    assert len(rebuttal.warrants) == 1
    assert map["support-2"] == argmap.Support("support-2", ("it-mostly-is",), "support-1")
    assert [(group.title, group.parent) for group in map.groups] == [
        ("Money", None),
        ("Taxes", "money"),
        ("More", None),
    ]
    assert map["taxes-pay"].group == "taxes"
    again = argmap.render(map, "markdown")
    assert _read(again.text) == map or again.losses


def test_plain_text_has_a_title_and_no_groups() -> None:
    """The first line of a plain outline would be taken for a claim."""
    text = "Co-ops\n\nIn short.\n\n- Good.\n  - con: Slow.\n"
    map = _read(text, "outline")
    assert (map.about.title, map.about.description) == ("Co-ops", "In short.")
    assert argmap.dumps(map, "outline") == text
    grouped = argmap.ArgumentMap(
        claims=(argmap.Claim("a", "A.", group="g"),), groups=(argmap.Group("g", "G"),)
    )
    losses = argmap.render(grouped, "outline").losses
    assert [loss.code for loss in losses] == ["claim-group", "group"]
    assert argmap.render(grouped, "markdown").losses == ()


def test_no_mark_is_taken_for_another_text() -> None:
    """A text would become a bullet, a mark, an id or markup."""
    texts = [
        "pro: x", "- x", "1. x", "{#a}", "a {#b}", "a\\", "a\nb", "a\n\nb\n", " x ", "**b**", "<b>", "[x](y)",
        "# h", "&#32;", "> q", "`c`", "a\rb", "\ta", "Con: y", "2) y", "|a|b|", "+", "=1", "-", "~~~", "x\u2028y",
    ]  # fmt: skip # one a line would be a page
    claims = [argmap.Claim(f"c{number}", text) for number, text in enumerate(texts)]
    map = argmap.ArgumentMap(claims=tuple(claims))
    for format in ("markdown", "outline"):
        rendering = argmap.render(map, format)
        assert rendering.losses == ()
        assert _read(rendering.text, format) == map


def test_loose_texts_are_found_and_kept() -> None:
    """A text behind the list would be gone without a word."""
    text = "- A.\n\nA word.\n\n```python\nx = 1\n```\n"
    reading = argmap.parse(text, format="markdown")
    assert [finding.code for finding in reading.findings] == ["loose-text"] * 4
    assert reading.map.data == {"markdown": {"text": ("A word.", "```python", "x = 1", "```")}}
    assert "A word." in argmap.dumps(reading.map, "markdown")
    with pytest.raises(argmap.ReadError, match="a text outside of the list"):
        argmap.loads(text, format="markdown", strict=True)


def test_a_claim_in_several_places_stands_once() -> None:
    """A circle, or a claim with several targets, would be written without end."""
    draft = argmap.Draft()
    first, second = draft.claim("First."), draft.claim("Second.")
    draft.support(first, by=second)
    draft.rebut(second, by=first)
    draft.support(draft.claim("Third."), by=second)
    text = argmap.render(draft.map(), "markdown").text
    assert text.count("Second.") == 1
    assert text.count("{#second}") == 1
    assert len(_read(text).links) == 3


def test_a_deep_chain_begins_anew() -> None:
    """A chain of thousands would make lines of thousands of blanks."""
    draft = argmap.Draft()
    claims = [draft.claim(f"Claim {number}.") for number in range(1_500)]
    for over, under in pairwise(claims):
        draft.support(over, by=under)
    rendering = argmap.render(draft.map(), "markdown")
    assert max(map(len, rendering.text.splitlines())) < 300
    assert _read(rendering.text) == draft.map()


def test_argdown_in_markdown_is_another_format() -> None:
    """A page with Argdown in it would be read as a list of bullets."""
    text = "- A list.\n\n```argdown\n[A]: B.\n```\n"
    markdown = argmap.formats.format_of("x.md")
    assert markdown.sniff is not None
    assert not markdown.sniff(text)
    assert markdown.sniff("- A list.\n")
    assert not markdown.sniff("{}")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("- A.\n  - undercut: B.", "2:1", "there is no step here to undercut"),
        ("- A.\n  - backing: B.", "2:1", "there is no step here to back"),
        ("- pro: A.", "1:1", "this stands under nothing"),
        ("- A.\n  - issue: B?", "2:1", "an issue stands under nothing"),
        ("- A.\n  - answer: B.", "2:1", "this answers nothing"),
        ("- issue: A?\n  - pro: B.", "2:1", "only answers stand under an issue"),
        ("- A.\n  - and: B.", "2:1", "there is no reason or objection just above"),
        ("- A.\n  - pro: B.\n  - and: {#b}", "3:1", "this is a premise of that step already"),
        ("- A.\n  - restates: {#a}", "2:1", "a claim can't be its own contrary"),
        ("- A. {#a}\n- B. {#a}", "2:1", "'a' says two things"),
        ("- issue: A? {#a}\n- issue: B? {#a}", "2:1", "'a' says two things"),
        ("- issue: A? {#a}\n- {#a}", "2:1", "'a' is an issue already"),
        ("- A. {#a}\n- issue: {#a}", "2:1", "'a' is a claim already"),
        ("- A&#0;", "1:1", "&#0; is no character of a text"),
        ("- A&#9999999;", "1:1", "is no character of a text"),
        ("- A\x01", "1:4", "a control character, U+0001"),
        ("- A\x00", "1:4", "a control character, U+0000"),
    ],
)
def test_what_is_wrong_is_said_with_the_line(text: str, place: str, message: str) -> None:
    """A person would have to look for the fault in a long list."""
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse(text, format="markdown")
    assert str(caught.value).startswith(f"<text>:{place}: ")
    assert message in str(caught.value)


def test_what_no_tree_has_is_lost() -> None:
    """A preference, or a conflict of three, would be gone without a word."""
    draft = argmap.Draft("Co-ops", language="en")
    claims = [draft.claim(f"Claim {number} & co.") for number in range(3)]
    draft.conflict(*claims)
    draft.prefer(claims[0], over=claims[1])
    rendering = argmap.render(draft.map(), "markdown")
    assert [loss.code for loss in rendering.losses] == ["conflict", "preference", "about-language"]
    assert "&amp;" not in rendering.text
    assert _read("- A &amp; B &lt; C") == _read("- A & B < C")


def test_an_id_before_its_text() -> None:
    """A claim or an issue that is named before it is said would be two."""
    map = _read("- issue: {#q}\n  - {#a}\n- issue: Why? {#q}\n- A. {#a}\n")
    assert [issue.text for issue in map.issues] == ["Why?"]
    assert [claim.text for claim in map.claims] == ["A."]


def test_limits() -> None:
    """An outline past the limits would be read."""
    for limits in (argmap.Limits(claims=1), argmap.Limits(text_characters=1)):
        with pytest.raises(argmap.TooLarge):
            argmap.parse("- A.\n- B.", format="markdown", limits=limits)
    deep = "".join([f"{' ' * n}- A {n}.\n" for n in range(1_001)])
    with pytest.raises(argmap.TooLarge, match="an outline of more than 1,000 levels"):
        argmap.parse(deep, format="markdown")


def test_an_id_that_is_a_link_already() -> None:
    """An id of the author's would be that of a link too."""
    map = _read("- A. {#support-1}\n  - pro: B.\n")
    assert [link.id for link in map.links] == ["support-1-link"]


def test_no_losses_without_reason() -> None:
    """Notes that other programs keep under the format's name would be taken for texts."""
    map = argmap.ArgumentMap(claims=(argmap.Claim("a", "A."),), data={"markdown": {"text": [1]}})
    assert [loss.code for loss in argmap.render(map, "markdown").losses] == ["map-data"]
