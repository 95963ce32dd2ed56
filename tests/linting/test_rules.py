"""Each rule finds what it is for, and lets be what looks like it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings

import argmap
from argmap import (
    Answer,
    ArgumentMap,
    Citation,
    Claim,
    Conflict,
    Group,
    Issue,
    Link,
    Participant,
    Preference,
    Rebuttal,
    Rephrase,
    Scheme,
    Source,
    Support,
    Undercut,
)
from argmap.linting import RULES, lint, rule_of
from argmap.strategies import maps
from tests.profiles import examples

TEXTS = {
    "a": "Co-ops raise the accountability of public services.",
    "b": "Local people know whom they hold responsible.",
    "c": "Workers run the service themselves.",
    "d": "Ministers are far away from schools.",
    "e": "Surpluses go into wages and equipment.",
    "f": "Nobody elects the managers of a company.",
}


def claim(id: str, text: str | None = None, **more: Any) -> Claim:
    """A claim with a sentence of its own."""
    return Claim(id, TEXTS.get(id, "") if text is None else text, **more)


def made(claims: str | Sequence[Claim | str], *links: Link, **more: Any) -> ArgumentMap:
    """A map of claims, which are given whole or by a letter with a sentence of its own."""
    whole = tuple([each if isinstance(each, Claim) else claim(each) for each in claims])
    return ArgumentMap(claims=whole, links=links, **more)


def sup(premises: str, target: str, **more: Any) -> Support:
    """A support whose id says what it ties."""
    return Support(more.pop("id", f"{premises}+{target}"), tuple(premises), target, **more)


def reb(premises: str, target: str, **more: Any) -> Rebuttal:
    """A rebuttal whose id says what it ties."""
    return Rebuttal(more.pop("id", f"{premises}-{target}"), tuple(premises), target, **more)


def said_by(id: str, who: str, **more: Any) -> Claim:
    """A claim that somebody says."""
    return claim(id, said_by=(who,), **more)


TWO = (Participant("ann"), Participant("bob"))
BOOK = (Source("book", title="A book"),)
CITED = (Citation("book"),)
EXPERT = (Scheme("expert", "expert opinion", ("Is she one?",)),)
WRITTEN_UNDERCUT = {"argdown": {"relation": "undercut"}}
MANY = [claim(f"x{number}", f"Reason {number} speaks for the whole plan.") for number in range(13)]

FOUND: list[tuple[str, ArgumentMap, tuple[str, ...]]] = [
    ("circular-support", made("abc", sup("a", "c"), sup("a", "b"), sup("b", "a")), ("a", "b")),
    ("circular-support", made("abc", sup("a", "b"), sup("b", "c"), sup("c", "a")), ("a", "b", "c")),
    ("self-support", made("ab", sup("ab", "b")), ("b", "ab+b")),
    ("self-attack", made("a", reb("a", "a")), ("a", "a-a")),
    ("self-attack", made("ab", sup("a", "b"), Undercut("u", ("a",), "a+b")), ("a", "u")),
    (
        "odd-attack-circle",
        made("abc", reb("a", "b"), reb("b", "c"), reb("c", "a")),
        ("a", "b", "c"),
    ),
    (
        "preference-circle",
        made("ab", Preference("p", "a", "b"), Preference("q", "b", "a")),
        ("a", "b"),
    ),
    ("support-and-attack", made("ab", sup("a", "b"), reb("a", "b")), ("b", "a+b", "a-b")),
    (
        "conflict-and-support",
        made("ab", Conflict("x", ("a", "b")), sup("a", "b")),
        ("a", "a+b", "x"),
    ),
    (
        "attack-on-rephrasing",
        made("ab", Rephrase("r", "a", "b"), reb("a", "b")),
        ("a", "a-b", "r"),
    ),
    (
        "duplicate-claim",
        made(["a", claim("z", "CO-OPS raise the accountability, of public services")]),
        ("z", "a"),
    ),
    (
        "near-duplicate-claim",
        made(["a", claim("z", "Co-ops raise accountability of the public services.")]),
        ("z", "a"),
    ),
    ("duplicate-link", made("ab", sup("a", "b"), sup("a", "b", id="z")), ("z", "a+b")),
    (
        "redundant-support",
        made("abc", sup("a", "b"), sup("b", "c"), sup("a", "c")),
        ("a+c", "a", "b"),
    ),
    ("needless-premise", made("abc", sup("ab", "c"), sup("a", "c")), ("ab+c", "a+c")),
    ("needless-premise", made("abcd", sup("abd", "c"), sup("bd", "c")), ("abd+c", "bd+c")),
    (
        "undercut-and-rebuttal",
        made("abc", sup("a", "b"), Undercut("u", ("c",), "a+b"), reb("c", "a")),
        ("c", "u", "c-a"),
    ),
    ("disconnected-part", made("abcde", sup("a", "b"), sup("c", "b"), reb("d", "e")), ("d",)),
    (
        "disconnected-part",
        made("abcdef", sup("a", "b"), sup("c", "d"), reb("e", "f")),
        ("c", "e"),
    ),
    ("lone-claim", made("abc", sup("a", "b")), ("c",)),
    ("several-main-claims", made("abcd", sup("a", "b"), sup("c", "d")), ("b", "d")),
    ("idle-issue", made("a", issues=(Issue("i"),)), ("i",)),
    ("lone-answer", made("a", Answer("w", "a", "i"), issues=(Issue("i"),)), ("i", "a")),
    (
        "undercut-of-statement",
        made("abc", sup("a", "b"), reb("c", "a", data=WRITTEN_UNDERCUT)),
        ("c-a", "a", "a+b"),
    ),
    ("unanswered-objection", made("ab", reb("a", "b")), ("b", "a-b", "a")),
    (
        "answered-beside-the-step",
        made("abcd", reb("a", "b"), reb("c", "a"), reb("d", "c")),
        ("a-b", "c-a"),
    ),
    ("verdict-at-odds", made("abcd", reb("a", "b"), reb("c", "a"), reb("d", "c")), ("b",)),
    (
        "strict-step-rebutted",
        made("abc", sup("a", "b", strict=True), reb("c", "b")),
        ("a+b", "b", "c-b"),
    ),
    (
        "no-objection",
        made([*MANY, "a"], *[Support(f"s{x.id}", (x.id,), "a") for x in MANY]),
        ("a",),
    ),
    ("bare-main-claim", made("ab", reb("a", "b")), ("b",)),
    ("unsupported-question", made([claim("a", stance="questioned")]), ("a",)),
    ("assumed-with-reasons", made(["a", claim("b", stance="assumed")], sup("a", "b")), ("b",)),
    (
        "unstated-premise",
        made(
            [*MANY[:9], "a", claim("z", "Ministers live far away from schools.")],
            *[Support(f"s{x.id}", (x.id,), MANY[0].id) for x in MANY[1:9]],
            Support("gap", ("z",), "x0"),
        ),
        ("gap", "z", "x0"),
    ),
    (
        "idle-premise",
        made(["a", "d", claim("z", "Accountability of services is good.")], sup("ad", "z")),
        ("d", "ad+z"),
    ),
    (
        "one-voice",
        made(
            [claim("a"), said_by("b", "ann"), said_by("c", "ann"), said_by("d", "bob")],
            sup("b", "a"),
            sup("c", "a"),
            sup("b", "c"),
            reb("d", "c"),
            participants=TWO,
        ),
        ("a", "b", "c"),
    ),
    (
        "unanswered-questions",
        made("ab", sup("a", "b", scheme="expert"), schemes=EXPERT),
        ("a+b",),
    ),
    (
        "part-weighted",
        made([claim("a", weight=0.5), claim("b", weight=0.5), "c"]),
        ("c",),
    ),
    ("empty-claim", made(["a", claim("z", " ")], sup("z", "a")), ("z",)),
    ("placeholder", made([claim("z", "To do")]), ("z",)),
    ("question-as-claim", made([claim("z", "Who would trust “them?”")]), ("z",)),
    ("question-as-claim", made([claim("z", "誰が信じるのか？")]), ("z",)),
    ("two-claims-in-one", made([claim("z", "Co-ops are cheap. They are near.")]), ("z",)),
    ("two-claims-in-one", made([claim("z", "Co-ops are cheap; rules bind them.")]), ("z",)),
    ("two-claims-in-one", made([claim("z", "Co-ops are cheap, and they are near.")]), ("z",)),
    ("reason-within", made([claim("z", "Co-ops fail because nobody leads them.")]), ("z",)),
    ("fragment", made(["a", claim("z", "Cuts")]), ("z",)),
    ("over-long", made([claim("z", "word " * 61)]), ("z",)),
    (
        "negation-pair",
        made(["c", claim("z", "Workers don't run the service themselves")]),
        ("z", "c"),
    ),
    ("dangling-pronoun", made([claim("z", "It is cover for cuts.")]), ("z",)),
    ("shouting", made([claim("z", "CO-OPS ARE COVER FOR CUTS")]), ("z",)),
    ("stray-blanks", made([claim("z", "Co-ops  are good.")]), ("z",)),
    ("repeated-title", made([claim("z", "Co-ops are good.", title="Co-ops are good.")]), ("z",)),
    ("repeated-wording", made([claim("a", wordings=(TEXTS["a"],))]), ("a",)),
    ("repeated-tag", made("ab", sup("a", "b", tags=("x", "x"))), ("a+b",)),
    (
        "unsourced-leaf",
        made(
            [claim("a", citations=CITED), claim("b", citations=CITED), "c", "d"],
            sup("a", "d"),
            sup("b", "d"),
            sup("c", "d"),
            sources=BOOK,
        ),
        ("c",),
    ),
    ("dead-citation", made([claim("z", "Co-ops cost less [@smith2010].")]), ("z",)),
    (
        "reversed-offsets",
        made([claim("a", citations=(Citation("book", start=9, end=3),))], sources=BOOK),
        ("a",),
    ),
    (
        "missing-speaker",
        made([said_by("a", "ann"), said_by("b", "bob"), "c"], participants=TWO),
        ("c",),
    ),
    (
        "self-contradiction",
        made([said_by("a", "ann"), said_by("b", "ann")], reb("a", "b"), participants=TWO),
        ("b", "a", "a-b"),
    ),
    ("unused-source", made("a", sources=BOOK), ("book",)),
    ("nameless-source", made("a", sources=(Source("book"),)), ("book",)),
    ("unused-participant", made([said_by("a", "ann")], participants=TWO), ("bob",)),
    (
        "unused-scheme",
        made("ab", sup("a", "b", scheme="expert"), schemes=(*EXPERT, Scheme("sign"))),
        ("sign",),
    ),
    ("long-label", made("ab", sup("a", "b", label="because " * 6)), ("a+b",)),
    ("long-title", made([claim("a", title="Accountability " * 6)]), ("a",)),
    ("same-title", made([claim("a", title="Costs"), claim("b", title="Costs")]), ("b", "a")),
    ("lone-in-group", made([claim("a", group="g")], groups=(Group("g"),)), ("g", "a")),
    ("empty-group", made("a", groups=(Group("g"),)), ("g",)),
    (
        "deep-groups",
        made(
            "a", groups=tuple([Group(f"g{n}", parent=f"g{n - 1}" if n else None) for n in range(6)])
        ),
        ("g4",),
    ),
    (
        "crowded-claim",
        made([*MANY, "a"], *[Support(f"s{x.id}", (x.id,), "a") for x in MANY]),
        ("a",),
    ),
]
"""A rule, a map in which it finds one thing, and the ids that it names."""

LET_BE: list[tuple[str, ArgumentMap]] = [
    ("circular-support", made("abc", sup("a", "b"), sup("b", "c"), sup("a", "c"), reb("c", "a"))),
    ("circular-support", made("ab", sup("ab", "b"))),
    ("undercut-of-statement", made("abc", sup("a", "b"), reb("c", "a"))),
    ("undercut-of-statement", made("abc", sup("a", "b"), reb("c", "b", data=WRITTEN_UNDERCUT))),
    (
        "undercut-of-statement",
        made("abc", sup("a", "b"), reb("c", "a", data={"argdown": {"relation": "attack"}})),
    ),
    (
        "undercut-of-statement",
        made(
            [claim("a", data={"argdown": {"kind": "argument"}}), "b", "c"],
            sup("a", "b"),
            reb("c", "a", data=WRITTEN_UNDERCUT),
        ),
    ),
    ("self-attack", made("abc", sup("a", "b"), Undercut("u", ("c",), "a+b"))),
    ("odd-attack-circle", made("ab", reb("a", "b"), reb("b", "a"))),
    ("odd-attack-circle", made("a", reb("a", "a"))),
    ("preference-circle", made("abc", Preference("p", "a", "b"), Preference("q", "b", "c"))),
    ("support-and-attack", made("abc", sup("a", "b"), reb("c", "b"))),
    ("conflict-and-support", made("abc", Conflict("x", ("a", "b")), sup("c", "b"))),
    (
        "conflict-and-support",
        made("abcd", Conflict("x", ("a", "c")), Conflict("y", ("b", "d")), sup("a", "b")),
    ),
    (
        "attack-on-rephrasing",
        made("ab", Rephrase("r", "a", "b", manner="specialises"), reb("a", "b")),
    ),
    ("duplicate-claim", made([claim("x", ""), claim("y", "")])),
    ("duplicate-claim", made(["a", claim("z", TEXTS["a"])], Rephrase("r", "z", "a"))),
    (
        "near-duplicate-claim",
        made(
            ["a", claim("z", "Co-ops raise accountability of the public services.")],
            Rephrase("r", "z", "a"),
        ),
    ),
    (
        "near-duplicate-claim",
        made(
            [
                claim("x", "Wages in the public sector rose by 5 per cent last year."),
                claim("y", "Wages in the public sector rose by 7 per cent last year."),
            ]
        ),
    ),
    (
        "near-duplicate-claim",
        made(
            [
                claim("x", "It is likely that returning fighters join the rebel army again soon."),
                claim(
                    "y", "It is unlikely that returning fighters join the rebel army again soon."
                ),
            ]
        ),
    ),
    ("near-duplicate-claim", made(["c", claim("z", "Workers never run the service themselves.")])),
    (
        "near-duplicate-claim",
        made(
            [
                claim("x", "The council pays workers, and workers elect the council."),
                claim("y", "Workers elect the council, pays and workers the council."),
            ]
        ),
    ),
    (
        "near-duplicate-claim",
        made(
            [
                claim("x", "Jobcentres link schools slowly."),
                claim("y", "Jobcentres link farms badly."),
            ]
        ),
    ),
    ("duplicate-link", made("abc", sup("a", "b"), sup("c", "b"), reb("a", "b"))),
    (
        "unsourced-leaf",
        made(
            [
                claim("a", citations=CITED),
                claim("b", citations=CITED),
                said_by("c", "ann"),
                claim("d"),
            ],
            sup("a", "d"),
            sup("b", "d"),
            sup("c", "d"),
            sources=BOOK,
            participants=TWO,
        ),
    ),
    ("redundant-support", made("abc", sup("a", "b"), sup("b", "c"), reb("a", "c"))),
    ("redundant-support", made("ab", sup("a", "a"), sup("a", "b"))),
    ("needless-premise", made("abc", sup("ab", "c"), reb("a", "c"))),
    (
        "undercut-and-rebuttal",
        made("abcd", sup("a", "b"), Undercut("u", ("c",), "a+b"), reb("d", "a")),
    ),
    (
        "undercut-and-rebuttal",
        made("abc", Conflict("x", ("a", "b")), Undercut("u", ("c",), "x"), reb("c", "a")),
    ),
    ("disconnected-part", made("abc", sup("a", "b"))),
    ("lone-claim", made("a")),
    ("several-main-claims", made("abcd", sup("a", "b"), sup("c", "d"), Conflict("x", ("b", "d")))),
    ("lone-answer", made("ab", Answer("v", "a", "i"), Answer("w", "b", "i"), issues=(Issue("i"),))),
    ("unanswered-objection", made("abc", reb("a", "b"), Undercut("u", ("c",), "a-b"))),
    ("unanswered-objection", made("abc", reb("a", "b"), reb("c", "a"))),
    ("unanswered-objection", made([claim("a", ""), claim("b", "")], reb("a", "b"))),
    ("unanswered-objection", made("a", reb("a", "a"))),
    ("answered-beside-the-step", made("abc", reb("a", "b"), reb("c", "a"))),
    (
        "answered-beside-the-step",
        made("abcde", reb("a", "b"), reb("c", "a"), reb("d", "c"), Undercut("u", ("e",), "a-b")),
    ),
    ("verdict-at-odds", made("ab", reb("a", "b"))),
    ("verdict-at-odds", made(["a", claim("b", stance="questioned")], reb("a", "b"))),
    (
        "strict-step-rebutted",
        made("abcd", sup("a", "b", strict=True), reb("c", "b"), reb("d", "a")),
    ),
    ("strict-step-rebutted", made("abc", sup("a", "b"), reb("c", "b"))),
    ("strict-step-rebutted", made("abc", sup("a", "b"), sup("c", "a+b", strict=True))),
    ("no-objection", made("ab", sup("a", "b"))),
    ("bare-main-claim", made("abc", reb("a", "b"), sup("c", "b"))),
    ("unsupported-question", made([claim("a", stance="questioned"), "b"], sup("b", "a"))),
    ("assumed-with-reasons", made(["a", "b"], sup("a", "b"))),
    ("unstated-premise", made("ad", sup("d", "a"))),
    ("idle-premise", made("abc", sup("a", "b"), sup("c", "b"))),
    ("idle-premise", made([claim("x", "It is."), claim("y", "So it is."), "a"], sup("xy", "a"))),
    ("one-voice", made([claim("a"), said_by("b", "ann")], sup("b", "a"), participants=TWO)),
    (
        "one-voice",
        made(
            [
                claim("a"),
                said_by("b", "ann", citations=CITED),
                said_by("c", "ann"),
                said_by("d", "bob"),
            ],
            sup("b", "a"),
            sup("c", "a"),
            reb("d", "c"),
            participants=TWO,
            sources=BOOK,
        ),
    ),
    (
        "unanswered-questions",
        made("abc", sup("a", "b", scheme="expert"), Undercut("u", ("c",), "a+b"), schemes=EXPERT),
    ),
    ("unanswered-questions", made("ab", sup("a", "b", scheme="s"), schemes=(Scheme("s"),))),
    ("part-weighted", made([claim("a", weight=0.5), "b", "c"])),
    ("empty-claim", made([claim("x", ""), claim("y", "")])),
    ("empty-claim", made([claim("x", "", title="Accountability of public services")])),
    ("placeholder", made([claim("z", "The text of the law says so.")])),
    ("question-as-claim", made([claim("z", "???")])),
    ("question-as-claim", made([claim("z", "“Who would trust them?” is what they ask.")])),
    (
        "two-claims-in-one",
        made([claim("z", "Co-ops cost less, e.g. in Leeds, etc. Nobody doubts it")]),
    ),
    (
        "two-claims-in-one",
        made([claim("z", "If co-ops are cheap, and they are near, all is well.")]),
    ),
    ("two-claims-in-one", made([claim("z", "Wages and standards rise together.")])),
    ("reason-within", made([claim("z", "Because of cuts, services close.")])),
    ("fragment", made([claim("x", "Cuts"), claim("y", "Costs")])),
    ("fragment", made(["a", claim("z", "合作社提高问责。")])),
    (
        "negation-pair",
        made(["c", claim("z", "Workers don't run the service themselves")], reb("c", "z")),
    ),
    (
        "negation-pair",
        made(
            ["c", claim("z", "Workers don't run the service themselves")], Conflict("x", ("c", "z"))
        ),
    ),
    ("negation-pair", made([claim("x", "Not."), claim("y", "")])),
    ("dangling-pronoun", made([claim("z", "It is true that co-ops are cheap.")])),
    ("dangling-pronoun", made([claim("z", "This policy raises wages.")])),
    ("shouting", made([claim("z", "NATO is a pact.")])),
    ("shouting", made([claim("z", "NHS OK")])),
    ("stray-blanks", made([claim("z", "Co-ops\nare good.")])),
    ("repeated-title", made([claim("a", title="Accountability")])),
    ("repeated-wording", made([claim("a", wordings=("They raise it.",))])),
    ("repeated-tag", made([claim("a", tags=("x", "y"))])),
    (
        "unsourced-leaf",
        made([claim("a", citations=CITED), "b", "c"], sup("a", "c"), sup("b", "c"), sources=BOOK),
    ),
    ("dead-citation", made([claim("z", "Co-ops cost less [@book].")], sources=BOOK)),
    (
        "reversed-offsets",
        made([claim("a", citations=(Citation("book", start=3, end=9),))], sources=BOOK),
    ),
    ("missing-speaker", made([said_by("a", "ann"), "b", "c", "d"], participants=TWO)),
    (
        "missing-speaker",
        made(
            [said_by("a", "ann"), said_by("b", "bob"), claim("c", implicit=True)], participants=TWO
        ),
    ),
    (
        "self-contradiction",
        made([said_by("a", "ann"), said_by("b", "bob")], reb("a", "b"), participants=TWO),
    ),
    ("self-contradiction", made("ab", reb("a", "b"))),
    ("unused-source", made([claim("z", "Co-ops cost less [@book].")], sources=BOOK)),
    ("unused-source", made([claim("a", citations=CITED)], sources=BOOK)),
    ("nameless-source", made("a", sources=(Source("x", url="https://example.org"),))),
    ("unused-scheme", made("ab", sup("a", "b"), schemes=EXPERT)),
    ("long-label", made("ab", sup("a", "b", label="because"))),
    ("long-title", made([claim("a", title="Accountability")])),
    ("same-title", made([claim("a", title="Costs"), claim("b", title="Wages")])),
    ("lone-in-group", made([claim("a", group="g"), claim("b", group="g")], groups=(Group("g"),))),
    ("empty-group", made([claim("a", group="h")], groups=(Group("g"), Group("h", parent="g")))),
    ("deep-groups", made("a", groups=(Group("g"), Group("h", parent="g")))),
    (
        "crowded-claim",
        made([*MANY[:12], "a"], *[Support(f"s{x.id}", (x.id,), "a") for x in MANY[:12]]),
    ),
]
"""A rule, and a map in which it finds nothing though one might think so."""

ENGLISH = [
    ("two-claims-in-one", "Co-ops are cheap. They are near."),
    ("reason-within", "Co-ops fail because nobody leads them."),
    ("dangling-pronoun", "It is cover for cuts."),
]


@pytest.mark.parametrize(("name", "map", "ids"), FOUND, ids=[name for name, _, _ in FOUND])
def test_a_rule_finds_what_it_is_for(name: str, map: ArgumentMap, ids: tuple[str, ...]) -> None:
    """Else a rule is in the list and does nothing."""
    (finding,) = lint(map, select=[name])
    assert finding.ids == ids
    assert finding.message
    assert finding.hint


@pytest.mark.parametrize(("name", "map"), LET_BE, ids=[name for name, _ in LET_BE])
def test_a_rule_lets_be_what_is_right(name: str, map: ArgumentMap) -> None:
    """Else people switch a rule off that cries wolf."""
    assert lint(map, select=[name]) == ()


def test_every_rule_has_a_case() -> None:
    """Else a rule is added that nobody has seen at work."""
    tried = {name for name, _, _ in FOUND} | {"altered-quotation"}
    assert [rule.name for rule in RULES if rule.name not in tried] == []


@pytest.mark.parametrize(("name", "text"), ENGLISH)
def test_rules_about_english_words_are_silent_elsewhere(name: str, text: str) -> None:
    """A French map would be told of English grammar."""
    map = made([claim("z", text)])
    assert lint(map, select=[name])
    assert lint(made([claim("z", text)], about=argmap.About(language="en-GB")), select=[name])
    assert not lint(made([claim("z", text)], about=argmap.About(language="fr")), select=[name])


def test_negation_pairs_are_looked_for_in_english_only() -> None:
    """In another language the words for not are others."""
    claims = [claim("x", "No va a Roma."), claim("y", "Va a Roma.")]
    assert lint(made(claims), select=["negation-pair"])
    assert not lint(made(claims, about=argmap.About(language="es")), select=["negation-pair"])


def test_words_of_other_languages_are_compared() -> None:
    """Else duplicates of a German map aren't seen."""
    claims = [
        claim("x", "Genossenschaften stärken die Verantwortung öffentlicher Dienste."),
        claim("y", "Genossenschaften stärken Verantwortung öffentlicher Dienste."),
    ]
    map = made(claims, about=argmap.About(language="de"))
    assert [finding.code for finding in lint(map, select=["AM1"], ignore=["lone-claim"])] == [
        "AM110"
    ]


def test_a_quotation_that_its_source_doesnt_have() -> None:
    """A misquotation would pass for evidence."""
    cited = (Citation("book", "co-ops are dearer than firms"),)
    map = made([claim("a", citations=cited)], sources=BOOK)
    texts = {"book": "It was found that co-ops are cheaper than firms."}
    (finding,) = lint(map, select=["altered-quotation"], texts=texts)
    assert finding.ids == ("a",)
    assert "co-ops are cheaper than firm" in finding.hint
    (finding,) = lint(map, select=["altered-quotation"], texts={"book": "Something else."})
    assert finding.hint == "quote what the source says"
    assert lint(map, select=["altered-quotation"]) == ()
    assert lint(map, select=["altered-quotation"], texts={"book": cited[0].quote}) == ()


def test_codes_and_names_are_told_apart() -> None:
    """A code that two rules share can't be ignored for one of them."""
    codes, names = [rule.code for rule in RULES], [rule.name for rule in RULES]
    assert len(set(codes)) == len(codes) >= 40
    assert len(set(names)) == len(names)
    assert codes == sorted(codes)
    families = {"1": "structure", "2": "argument", "3": "wording", "4": "sources", "5": "drawing"}
    assert all(families[rule.code[2]] == rule.family for rule in RULES)


def test_every_rule_says_what_it_is() -> None:
    """The page of a rule would lack an example or a remedy."""
    for rule in RULES:
        assert rule.summary.endswith(".")
        assert "\n\nExample: " in rule.words, rule.code
        assert "\n\nMend: " in rule.words, rule.code
    assert rule_of("AM000") is None


@settings(max_examples=examples(150))
@given(maps(hostile=True))
def test_lint_never_raises_and_names_what_is_there(map: ArgumentMap) -> None:
    """An editor that shows findings would fall over, or point at nothing."""
    known = set(map.elements)
    known |= {record.id for records in map.records.values() for record in records.values()}
    for finding in lint(map):
        assert finding.ids
        assert known.issuperset(finding.ids)
        assert rule_of(finding.code)
    assert lint(map) == lint(map.draft().map())
