"""What each element of a document becomes in the map."""

from __future__ import annotations

from typing import Any

import pytest

import argmap
from argmap import Claim, Conflict, Rebuttal, Support, Undercut
from argmap.source import SourceText


def _steps(text: str) -> list[argmap.Step]:
    return [link for link in _map(text).links if isinstance(link, argmap.Step)]


def _map(text: str) -> argmap.ArgumentMap:
    return argmap.parse(SourceText("d.argdown", text), format="argdown").map


def _claims(text: str) -> list[tuple[str, str, str]]:
    return [(claim.id, claim.title, claim.text) for claim in _map(text).claims]


def test_statements_are_claims_in_their_order() -> None:
    """Ids would change with the reading, or titles be lost."""
    text = "[Co-ops]: They are good.\n  + They are near.\n  - <Slow>: They are slow.\n"
    assert _claims(text) == [
        ("co-ops", "Co-ops", "They are good."),
        ("they-are-near", "", "They are near."),
        ("slow", "Slow", "They are slow."),
    ]


def test_a_claim_has_all_wordings_tags_data_and_its_section() -> None:
    """What a title gathers over the document would be lost but for its last mention."""
    text = "# Part\n\n[A]: one #t {a: 1}\n\n[A]: two {b: {c: [2]}}\n\n[A] #u\n\n[A]: one {isCanonical: true}\n"
    (claim,) = _map(text).claims
    assert claim == Claim(
        "a",
        "one",
        title="A",
        wordings=("one #t", "two"),
        tags=("t", "u"),
        group="part",
        data={"a": 1, "b": {"c": [2]}, "isCanonical": True},
    )


def test_the_last_wording_is_the_claims() -> None:
    """The reference shows the last text of a title, so would its author expect."""
    (claim,) = _map("[A]: one\n\n[A]: two\n\n[A]\n").claims
    assert (claim.text, claim.wordings) == ("two", ("one",))


def test_how_a_marked_text_is_written_is_kept() -> None:
    """Bold words and links would be plain for ever."""
    (claim,) = _map("[A]: so **bold** and [here](http://x.org)\n").claims
    assert claim.text == "so bold and here"
    assert claim.data["argdown"]["source"] == "so **bold** and [here](http://x.org)"


def test_an_argument_that_is_only_sketched_is_a_claim() -> None:
    """It would be no element of the map, or couldn't be told from a statement."""
    text = "[S]: s\n  + <A>: *gist*\n  - <B> {x: 1}\n"
    map = _map(text)
    assert map["a"].data == {"argdown": {"kind": "argument", "source": "*gist*"}}
    assert map["b"].data == {"x": 1, "argdown": {"kind": "argument"}}
    assert [(link.kind, link.premises) for link in _steps(text)] == [
        ("support", ("a",)),
        ("rebuttal", ("b",)),
    ]


STRUCTURE = """\
# Part

<A>: about *it* #t {x: 1}

(1) [P]: premise
(2) other
-- modus ponens {uses: [2]} --
(3) between
(4) last
-- cut, weakening --
(5) [C]: conclusion
"""


def test_a_reconstruction_is_a_chain_of_supports() -> None:
    """Premises would be linked that aren't used together, or the argument's name and rules be lost."""
    map = _map(STRUCTURE)
    first, last = map.links
    assert first == Support(
        "support-1",
        ("other",),
        "between",
        scheme="modus-ponens",
        data={"uses": [2], "argdown": {"argument": "A"}},
    )
    assert last == Support(
        "support-2",
        ("between", "last"),
        "c",
        label="A",
        tags=("t",),
        group="part",
        scheme="cut-weakening",
        data={
            "argdown": {
                "description": "about it #t",
                "source": "about *it* #t",
                "data": {"x": 1},
            }
        },
    )
    assert [(scheme.id, scheme.name) for scheme in map.schemes] == [
        ("modus-ponens", "modus ponens"),
        ("cut-weakening", "cut, weakening"),
    ]
    assert "A" not in [claim.title for claim in map.claims]


@pytest.mark.parametrize("uses", ["[1, 9]", "two", "[]"])
def test_uses_of_what_is_not_there(uses: str) -> None:
    """A wrong number would leave an inference without premises."""
    (step,) = _steps(f"<A>\n\n(1) p\n(2) q\n-- {{uses: {uses}}} --\n(3) r\n")
    assert step.premises == ("p", "q")


def test_one_rule_is_one_scheme() -> None:
    """Two inferences by the same rule would have two schemes."""
    steps = _steps("(1) p\n-- cut --\n(2) q\n-- cut --\n(3) r\n-- !! --\n(4) s\n")
    assert [step.scheme for step in steps] == ["cut", "cut", "scheme"]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[A]\n  + [B]\n", [("support", ("b",), "a")]),
        ("[A]\n  -> [B]\n", [("rebuttal", ("a",), "b")]),
        ("<A>\n\n(1) p\n----\n  <_ [U]\n(2) c\n", [("support", ("p",), "c"), ("undercut", ("u",), "support-1")]),
        ("<A>\n  - [U]\n\n(1) p\n----\n(2) c\n", [("undercut", ("u",), "support-1"), ("support", ("p",), "c")]),
        ("<A>\n  + [U]\n\n(1) p\n----\n(2) c\n", [("support", ("u",), "support-2"), ("support", ("p",), "c")]),
        ("<A>: a\n  +> [S]\n  -> [T]\n  <_ [U]\n", [
            ("support", ("a",), "s"), ("rebuttal", ("a",), "t"),
            ("undercut", ("u",), "support-1"), ("undercut", ("u",), "rebuttal-1"),
        ]),
        ("<A>: a\n  <_ [U]\n", [("rebuttal", ("u",), "a")]),
        ("<A>\n  +> [S]\n\n<B>\n  +> [S]\n\n<C>\n  _> <A>\n  _> <B>\n  <_ [U]\n", [
            ("support", ("a",), "s"), ("support", ("b",), "s"),
            ("undercut", ("c",), "support-1"), ("undercut", ("c",), "support-2"),
            ("undercut", ("u",), "undercut-1"), ("undercut", ("u",), "undercut-2"),
        ]),
        ("[S]\n  <_ [U]\n", [("rebuttal", ("u",), "s")]),
        ("[A]\n  - [A]\n", [("rebuttal", ("a",), "a")]),
        ("[A]\n  >< [A]\n", [("rebuttal", ("a",), "a")]),
        (
            "===\nmodel: {transformArgumentRelations: false}\n===\n\n<A>\n  +> [S]\n  _> <B>\n\n(1) p\n----\n(2) c\n",
            [("support", ("c",), "s"), ("rebuttal", ("c",), "b"), ("support", ("p",), "c")],
        ),
        (
            "===\nmodel: {transformArgumentRelations: false}\n===\n\n<A>\n  _ [U]\n\n(1) p\n----\n(2) c\n",
            [("undercut", ("u",), "support-1"), ("support", ("p",), "c")],
        ),
    ],
)  # fmt: skip # a table, a row a line
def test_relations_are_links(text: str, links: list[Any]) -> None:
    """A relation would bear on something else than its author wrote."""
    found = [(link.kind, link.premises, link.target) for link in _steps(text)]
    assert found == links


def test_what_a_link_was_is_kept_where_the_model_has_another_word() -> None:
    """An attack on a reconstructed argument would be written as an undercut."""
    (attack, _) = _map("<A>\n  - [U]\n\n(1) p\n----\n(2) c\n").links
    assert isinstance(attack, Undercut)
    assert attack.data == {"argdown": {"relation": "attack"}}
    (undercut,) = _map("[S]\n  <_ [U]\n").links
    assert isinstance(undercut, Rebuttal)
    assert undercut.data == {"argdown": {"relation": "undercut"}}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("(1) p\n----\n(2) c\n  <_ [U]: u\n", []),
        ("(1) p\n----\n(2) [C]: c\n\n[C]\n  _ [U]: u\n", []),
        ("(1) p\n----\n  <_ [U]: u\n(2) c\n", []),
        ("(1) p\n----\n(2) c\n\n[B]: b\n  - <A>\n    <_ [U]: u\n", []),
        ("(1) p\n----\n(2) c\n\n[B]: b\n  _> <A>\n", ["undercut-claim"]),
        ("(1) p\n----\n(2) c\n  + [B]: b\n    <_ [U]: u\n", ["undercut-elsewhere"]),
        ("(1) p\n----\n(2) c\n----\n(3) d\n\nb\n  _ [U]: u\n", ["undercut-elsewhere"]),
    ],
)
def test_an_undercut_that_bears_on_something_further_up_is_told(
    text: str, codes: list[str]
) -> None:
    """Who writes it below a statement would undercut another argument, and never hear of it; or hear of what is plain to see."""
    reading = argmap.parse(text, format="argdown", strict=True)
    assert [finding.code for finding in reading.findings] == codes


def test_strict_mode() -> None:
    """Entailments and contraries would be mere supports and rebuttals."""
    text = "===\nmodel: {mode: strict}\n===\n\n[A]\n  + [B]\n  - [C]\n  >< [D]\n"
    support, contrary, contradictory = _map(text).links
    assert isinstance(support, Support)
    assert support.strict
    assert contrary == Conflict("conflict-1", ("c", "a"))
    assert contradictory == Conflict("conflict-2", ("a", "d"), contradictory=True)


def test_headings_are_groups() -> None:
    """Sections would be lost, or the inner ones stand beside the outer."""
    map = _map("# One {a: 1}\n\n## Two\n\n[A]: a\n\n# One\n\n[B]: b\n\n# ##\n")
    assert [(group.id, group.title, group.parent) for group in map.groups] == [
        ("one", "One", None),
        ("two", "Two", "one"),
        ("one-2", "One", None),
        ("group", "##", None),
    ]
    assert map.groups[0].data == {"a": 1}
    assert [claim.group for claim in map.claims] == ["two", "one-2"]


@pytest.mark.parametrize(
    ("settings", "about"),
    [
        ("title: T\nauthor: Ann\nsubTitle: S", ("T", "", ("Ann",))),
        ("authors: [Ann, Ben, 3]\nabstract: |\n  long\n  text", ("", "long text", ())),
        ("title: 5\nauthor: {a: b}", ("", "", ())),
        ("", ("", "", ())),
    ],
)
def test_front_matter_says_what_the_map_is_about(settings: str, about: Any) -> None:
    """The picture would have no title, or an author who is a number."""
    map = _map(f"===\n{settings}\n===\n\n[A]: a\n")
    found = map.about
    assert (found.title, found.description.replace("\n", " "), found.authors) == about
    kept = map.data.get("argdown", {}).get("front matter", {})
    assert "title" not in kept or not found.title
    assert ("authors" in kept) == ("3" in settings)


def test_texts_without_letters_get_numbers_as_ids() -> None:
    """Two claims of signs alone would have one id, or none."""
    assert [id for id, _, _ in _claims("?\n\n!\n\n[A]: a\n\n[a]: b\n")] == [
        "claim-1", "claim-2", "a", "a-2",
    ]  # fmt: skip # a table, a row a line


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("-- a-b/c d.e --", "a-b/c d.e"),
        ("-- a - b --", "a - b"),
        ("-- {not: [data --", "{not: [data"),
        ("-- a /* b */ c --", "a c"),
    ],
)
def test_signs_in_rules(line: str, rules: str) -> None:
    """A rule's name would be cut at a sign."""
    map = _map(f"(1) p\n{line}\n(2) q\n")
    assert [scheme.name for scheme in map.schemes] == [rules]
