"""A verdict is explained in a sentence that points at what decides it."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap
from argmap import ArgumentMap, Claim, Conflict, Rebuttal, Rephrase, Support, Undercut
from argmap.semantics import evaluate, explain
from argmap.semantics.naming import named, short

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.fixture
def debate() -> ArgumentMap:
    """The co-op debate."""
    return argmap.read(EXAMPLES / "co_op_debate.json")


def test_the_co_op_debate(debate: ArgumentMap) -> None:
    """The answer to why P1 falls would not be R3, or that to why T falls not R2."""
    evaluation = evaluate(debate)
    rejected = [id for id in evaluation.of("rejected") if isinstance(debate[id], Claim)]
    assert rejected == ["T", "P1", "P4", "P7", "P8", "P9"]
    assert evaluation.of("undecided") == ()
    for id, against in (("P1", ["R3"]), ("P9", ["R8", "R10", "R17"]), ("T", ["R2"])):
        explanation = explain(evaluation, id)
        steps = explanation.reasons[id].because
        assert [evaluation.map[step].premises[0] for step in steps] == against  # type: ignore[union-attr] # they are rebuttals
        assert all(each in explanation.sentence for each in (id, *against))
        assert explanation.sentence.endswith("[grounded]")
    r1 = [link for link in debate.links_from["R1"] if link.kind == "rebuttal"]
    assert "P2" in explain(evaluation, r1[0].id).sentence


def test_reasons_of_every_verdict_end(chance_maps: list[ArgumentMap]) -> None:
    """An explanation would go round in circles, or name what the map doesn't have."""
    for map in chance_maps:
        for semantics in ("grounded", "preferred", "stable", "ideal"):
            evaluation = evaluate(map, semantics, solver="python")
            for id, verdict in evaluation.items():
                explanation = explain(evaluation, id)
                assert explanation.label == verdict.label
                assert id in explanation.sentence
                assert len(list(explanation.lines())) >= 1
                for reason in explanation.reasons.values():
                    assert set(reason.because) <= set(explanation.reasons)


def _map(*links: argmap.Link, **stances: str) -> ArgumentMap:
    claims = [Claim(id, stance=stances.get(id, "asserted")) for id in "abcd"]  # type: ignore[arg-type] # a stance
    return ArgumentMap(claims=tuple(claims), links=links)


@pytest.mark.parametrize(
    ("map", "asked", "id", "sentence"),
    [
        (_map(), {}, "a", "a is accepted: it is asserted, and nothing speaks against it"),
        (_map(a="assumed"), {}, "a", "a is accepted: it is assumed, and nothing speaks against it"),
        (_map(a="questioned"), {}, "a", "a is rejected: it is questioned, and nothing supports it"),
        (
            _map(Support("s", ("b",), "a"), a="questioned"),
            {},
            "a",
            "a is accepted: s holds, and nothing speaks against it",
        ),
        (
            _map(Support("s", ("b",), "a"), Rebuttal("r", ("c",), "b"), a="questioned"),
            {},
            "a",
            "a is rejected: it is questioned, and nothing that supports it holds: not s",
        ),
        (
            _map(Rebuttal("r", ("b",), "a"), Rebuttal("q", ("c",), "b")),
            {},
            "a",
            "a is accepted: it is asserted, and what speaks against it, r, fails",
        ),
        (
            _map(Rebuttal("r", ("b", "c"), "a")),
            {},
            "a",
            "a is rejected, because b and c speak against it (r) and stand",
        ),
        (
            _map(Rebuttal("r", ("b",), "a"), Undercut("u", ("c",), "r")),
            {},
            "r",
            "The rebuttal r of a by b is rejected, because c undercuts it (u) and stands",
        ),
        (
            _map(Support("s", ("b", "c"), "a"), b="questioned"),
            {},
            "s",
            "The support s of a by b and c is rejected, because b is",
        ),
        (
            _map(Conflict("k", ("a", "b")), Rebuttal("r", ("c",), "b")),
            {},
            "b",
            "b is rejected, because c speaks against it (r) and stands",
        ),
        (
            _map(Conflict("k", ("a", "b"))),
            {"assume": ["a"]},
            "b",
            "b is rejected, because a, which can't stand together with b (k)",
        ),
        (_map(Conflict("k", ("a", "b"))), {}, "k", "The conflict k between a and b is accepted: it is drawn, and nothing speaks against it"),
        (_map(), {"without": ["a"]}, "a", "a is rejected, since it is taken away"),
        (_map(), {"assume": ["a"]}, "a", "a is accepted, as it is assumed to be"),
        (
            _map(Rebuttal("r", ("b",), "a"), Rebuttal("q", ("a",), "b")),
            {},
            "a",
            "a is undecided: a and b stand against one another, and nothing decides between them",
        ),
        (
            _map(Rebuttal("r", ("a",), "a")),
            {},
            "a",
            "a is undecided: a speaks against itself",
        ),
        (
            _map(Rephrase("p", "a", "b"), Undercut("u", ("c",), "p")),
            {},
            "p",
            "The rephrase p of a and b is rejected, because c undercuts it (u) and stands",
        ),
    ],
)  # fmt: skip # a table
def test_sentences(map: ArgumentMap, asked: dict[str, list[str]], id: str, sentence: str) -> None:
    """A person would be told something else than what decides the verdict."""
    evaluation = evaluate(map, **asked)  # type: ignore[arg-type] # lists of ids
    assert explain(evaluation, id).sentence == f"{sentence} [grounded]"


def test_sentences_of_what_several_labellings_say() -> None:
    """A verdict of preferred or stable semantics would be explained as if there were one labelling."""
    both = _map(Rebuttal("r", ("b",), "a"), Rebuttal("q", ("a",), "b"), Rebuttal("s", ("a",), "c"), Rebuttal("t", ("b",), "c"))  # fmt: skip # one line
    preferred = evaluate(both, "preferred")
    assert (
        "accepted in some and rejected in some of the preferred" in explain(preferred, "a").sentence
    )
    assert "rejected in every preferred labelling, although" in explain(preferred, "c").sentence
    self_defeating = evaluate(_map(Rebuttal("r", ("a",), "a")), "stable")
    assert (
        "there is no stable labelling, since a speaks against itself"
        in explain(self_defeating, "a").sentence
    )


def test_what_was_told_is_not_told_again() -> None:
    """A reason that many things rest on would be told as often."""
    map = _map(Support("s", ("b",), "a"), Support("t", ("b",), "c"), Rebuttal("r", ("a", "c"), "d"))
    lines = list(explain(evaluate(map), "d").lines())
    questioned = _map(
        Support("s", ("b",), "a"), Support("t", ("b",), "c"), Rebuttal("r", ("a", "c"), "d"),
        a="questioned", c="questioned",
    )  # fmt: skip # as above
    lines = list(explain(evaluate(questioned), "d").lines())
    assert sum("as told above" in line for line in lines) == 1


def test_objections_that_rest_on_the_fall_are_no_reasons() -> None:
    """A claim would be said to fall to what only stands since it has fallen."""
    map = ArgumentMap(
        claims=tuple([Claim(id) for id in "abcde"]),
        links=(
            Rebuttal("r", ("b",), "a"),
            Rebuttal("s", ("a",), "c"),
            Rebuttal("t", ("c", "e"), "a"),
            Support("v", ("d", "e"), "c"),
            Rebuttal("u", ("a", "e"), "e"),
        ),
    )
    explanation = explain(evaluate(map), "a")
    assert explanation.reasons["a"].because == ("r",)


def test_long_texts_are_cut_at_a_word(debate: ArgumentMap) -> None:
    """A sentence would be as long as the claims in it."""
    assert short("word " * 40).endswith("word …")
    assert named(debate, "P8") == "P8 (“Co-ops raise accountability”)"


def test_an_explanation_in_full() -> None:
    """A field or a line of what is told could be that of another verdict."""
    map = _map(Support("s", ("b",), "a"), Rebuttal("r", ("c",), "b"), a="questioned")
    explanation = explain(evaluate(map, "preferred"), "a")
    assert (explanation.id, explanation.label) == ("a", "rejected")
    assert explanation.semantics == "preferred"
    assert {id: reason.label for id, reason in explanation.reasons.items()} == {
        "a": "rejected",
        "s": "rejected",
        "b": "rejected",
        "r": "accepted",
        "c": "accepted",
    }
    assert str(explanation).splitlines() == [
        "a is rejected: it is questioned, and nothing that supports it holds: not s [preferred]",
        "  the support s of a by b is rejected, because b is",
        "    b is rejected, because c speaks against it (r) and stands",
        "      the rebuttal r of b by c is accepted: c stands, and nothing speaks against it",
        "        c is accepted: it is asserted, and nothing speaks against it",
    ]
