"""Readings for comparison: each is what its papers say, as a framework whose every argument and attack has its origin."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

import argmap
from argmap import ArgumentMap, Claim, Conflict, Rebuttal, Support, Undercut
from argmap.semantics import (
    READINGS,
    Options,
    check_certificate,
    cruxes,
    evaluate,
    explain,
    flips,
    load_bearing,
    translate,
)
from argmap.semantics.evaluation import SEMANTICS
from argmap.semantics.grounded import WORDS
from argmap.semantics.meaning import meaning
from tests.semantics.reference import DEFINITIONS, Reference, models, of_semantics

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
FLAT = ("attacks", "deductive", "necessary")


def _map(claims: str, *links: str) -> ArgumentMap:
    """A map of claims (a question mark behind those that are questioned) and links like ``i a b > c``, ``- >`` against."""
    made = [
        Claim(each.rstrip("?"), stance="questioned" if each.endswith("?") else "asserted")
        for each in claims.split()
    ]
    ids = [claim.id for claim in made]
    steps = []
    for link in links:
        id, *premises, sign, target = link.split()
        against = Rebuttal if target in ids else Undercut
        steps.append((Support if sign == ">" else against)(id, tuple(premises), target))
    return ArgumentMap(claims=tuple(made), links=tuple(steps))


DIAGNOSTIC = {
    "M1": (_map("c? r o", "i r > c", "j o -> r"), "c", "out in in out out"),
    "M2": (_map("c? r s o", "i r > c", "k s > c", "j o -> r"), "c", "in in in out in"),
    "M3": (_map("c? r o", "i r > c", "j o -> c"), "c", "out out out out out"),
    "M3 its reason": (_map("c? r o", "i r > c", "j o -> c"), "r", "in in out in in"),
    "M4": (_map("c? p q o", "i p q > c", "j o -> p"), "c", "out in in out out"),
    "M5": (_map("c? r u", "i r > c", "j u -> i"), "c", "out in in in in"),
    "M5 its reason": (_map("c? r u", "i r > c", "j u -> i"), "r", "in in in in in"),
    "M6": (_map("a? b? c?", "i a > b", "j b > a", "k a > c"), "c", "out in in in out"),
    "M7": (_map("c? r o d", "i r > c", "j o -> c", "k d -> o"), "c", "in in in in in"),
    "M8": (_map("c r o", "i r > c", "j o -> r"), "c", "in in in out out"),
}
"""Maps on which readings differ, a claim of each, and its grounded label under each reading, in the order of ``READINGS``."""


@pytest.mark.parametrize("name", DIAGNOSTIC)
def test_diagnostic_maps(name: str) -> None:
    """A reading would be another than the one that is called so in the literature."""
    map, claim, expected = DIAGNOSTIC[name]
    found = [evaluate(map, reading=reading)[claim].label for reading in READINGS]
    words = {"in": "accepted", "out": "rejected"}
    assert found == [words[each] for each in expected.split()]


@pytest.mark.parametrize("reading", FLAT)
def test_attacks_are_those_of_the_definition(reading: str, chance_maps: list[ArgumentMap]) -> None:
    """A chain of supports would make an attack that the definition doesn't have, or none where it has one."""
    for map in chance_maps:
        direct, supports = _relations(map)
        ids = [claim.id for claim in map.claims]
        leads = _closure(ids, supports)
        expected = {
            "attacks": direct,
            "deductive": {
                (a, c)
                for (x, y), a, c in product(direct, ids, ids)
                if (a, x) in leads and (c, y) in leads
            },
            "necessary": {
                (c, e)
                for (a, b), c, e in product(direct, ids, ids)
                if (a, c) in leads and (b, e) in leads
            },
        }[reading]
        found = translate(map, reading)
        assert {*found.attacks} == expected
        assert {*found.framework.attacks} == expected
        assert found.framework.arguments == tuple(ids)
        for pair, origin in found.attacks.items():
            assert _joined(map, reading, pair, origin.ids), (pair, origin)


def _relations(map: ArgumentMap) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    direct: set[tuple[str, str]] = set()
    supports: set[tuple[str, str]] = set()
    for link in map.links:
        if isinstance(link, Conflict):
            direct |= {(a, b) for a, b in product(link.claims, repeat=2) if a != b}
        elif isinstance(link, Rebuttal | Support) and isinstance(map[link.target], Claim):
            pairs = {(each, link.target) for each in (*link.premises, *link.warrants)}
            if isinstance(link, Rebuttal):
                direct |= pairs
            else:
                supports |= pairs
    return direct, supports


def _closure(ids: Iterable[str], pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    leads = {(a, a) for a in ids} | pairs
    while more := {(a, d) for (a, b), (c, d) in product(leads, leads) if b == c} - leads:
        leads |= more
    return leads


def _joined(map: ArgumentMap, reading: str, pair: tuple[str, str], ids: tuple[str, ...]) -> bool:
    """Whether the links told of an attack lead from one claim to the other, with one attack among them."""
    links: list[Any] = [map[id] for id in ids]
    (at,) = [n for n, link in enumerate(links) if not isinstance(link, Support)]
    ends = [{pair[0]}]
    for number, link in enumerate(links):
        backward = (number < at) if reading == "necessary" else (number > at)
        into: set[str] = set()
        for end in ends[-1]:
            if isinstance(link, Conflict):
                into |= {*link.claims} - {end}
            elif backward and link.target == end:
                into |= {*link.premises, *link.warrants}
            elif not backward and end in (*link.premises, *link.warrants):
                into.add(link.target)
        ends.append(into)
    return pair[1] in ends[-1]


def test_chains_are_called_by_their_names() -> None:
    """Supported, mediated, secondary and extended attacks would be taken for one another."""
    map = _map("a b c d", "s a > b", "r b -> c", "t d > c")
    deductive = translate(map, "deductive").attacks
    assert {pair: (origin.role, origin.ids) for pair, origin in deductive.items()} == {
        ("b", "c"): ("rebuttal", ("r",)),
        ("a", "c"): ("supported", ("s", "r")),
        ("b", "d"): ("mediated", ("r", "t")),
        ("a", "d"): ("super-mediated", ("s", "r", "t")),
    }
    turned = _map("a b c d", "s b > a", "r b -> c", "t c > d")
    necessary = translate(turned, "necessary").attacks
    assert {pair: (origin.role, origin.ids) for pair, origin in necessary.items()} == {
        ("b", "c"): ("rebuttal", ("r",)),
        ("a", "c"): ("extended", ("s", "r")),
        ("b", "d"): ("secondary", ("r", "t")),
        ("a", "d"): ("extended", ("s", "r", "t")),
    }


@pytest.mark.parametrize("reading", READINGS)
def test_verdicts_are_those_of_the_program_and_of_the_framework(
    reading: str, chance_maps: list[ArgumentMap]
) -> None:
    """Verdict, program and framework of a reading would say three things."""
    for map in chance_maps[:12]:
        meant = meaning(map, Options(reading=reading))
        found, all_models = translate(map, reading), models(meant)
        for semantics in ("grounded", "complete", "preferred", "stable"):
            evaluation = evaluate(map, semantics, reading=reading)
            labellings = list(evaluation.labellings())
            right = {
                tuple([WORDS[model[meant.atoms.index(id)]] for id in evaluation])
                for model in of_semantics(all_models, semantics)
            }
            assert {tuple(labels.values()) for labels in labellings} == right, (map, semantics)
            if not found.circles:
                names = [id for id in evaluation if id in found.arguments]
                by_framework = {
                    tuple([labels[id] for id in names])
                    for labels in found.framework.labellings(semantics)
                }
                assert by_framework == {tuple([each[id] for id in names]) for each in labellings}


@pytest.mark.parametrize("reading", FLAT)
@pytest.mark.parametrize("semantics", SEMANTICS)
def test_flat_readings_are_frameworks_of_claims(
    reading: str, semantics: str, chance_maps: list[ArgumentMap]
) -> None:
    """A flat reading would weigh links too, so that semi-stable ones be others than the framework's."""
    for map in chance_maps[:15]:
        ids = [claim.id for claim in map.claims]
        pairs = [(ids.index(a), ids.index(b)) for a, b in translate(map, reading).attacks]
        reference = Reference(len(ids), pairs)
        right = {
            tuple([WORDS[label] for label in reference.labels(chosen)])
            for chosen in DEFINITIONS[semantics](reference)
        }
        evaluation = evaluate(map, semantics, reading=reading)
        found = {tuple([each[id] for id in ids]) for each in evaluation.labellings()}
        assert found == right, map


@pytest.mark.parametrize("reading", READINGS)
def test_every_argument_and_attack_has_its_origin(
    reading: str, chance_maps: list[ArgumentMap]
) -> None:
    """An argument or attack of an export could not be traced to the map."""
    for map in chance_maps:
        found = translate(map, reading)
        assert tuple(found.arguments) == found.framework.arguments
        assert {*found.attacks} == {*found.framework.attacks}
        known = {*map.elements, *meaning(map, Options(reading=reading)).atoms}
        for origin in (*found.arguments.values(), *found.attacks.values()):
            assert origin.role
            assert {*origin.ids} <= known
        roles = {origin.role for origin in found.attacks.values()}
        assert ("undercut" in roles) == (reading == "program" and "undercut" in _kinds(map))
        undercuts = {link.id for link in map.links if isinstance(link, Undercut)}
        assert (undercuts <= {*found.unseen}) == (reading != "program" or not undercuts)


def _kinds(map: ArgumentMap) -> set[str]:
    return {link.kind for link in map.links}


@pytest.mark.parametrize("reading", READINGS)
def test_reasons_and_certificates_under_every_reading(
    reading: str, chance_maps: list[ArgumentMap]
) -> None:
    """A verdict of a reading would have no evidence, or a sentence that names another reading."""
    for map in chance_maps[:10]:
        evaluation = evaluate(map, reading=reading)
        for id in evaluation:
            certificate = evaluation.certificate(id)
            assert certificate is not None
            assert check_certificate(map, certificate)
            sentence = explain(evaluation, id).sentence
            how = "grounded" if reading == "program" else f"grounded, {reading}"
            assert sentence.endswith(f"[{how}]")


def test_sentences_of_readings() -> None:
    """A person would not be told by which chain a claim falls."""
    map = _map("c? r o", "i r > c", "j o -> c")
    deductive = evaluate(map, reading="deductive")
    assert explain(deductive, "r").sentence == (
        "r is rejected, because o speaks against it by j and i and stands [grounded, deductive]"
    )
    assert explain(deductive, "o").sentence == (
        "o is accepted: no claim needs support, and nothing speaks against it [grounded, deductive]"
    )
    evidential = evaluate(_map("c r o", "i r > c", "j o -> r"), reading="evidential")
    assert explain(evidential, "c").sentence == (
        "c is rejected: it is no evidence by itself, and nothing that supports it holds: not i "
        "[grounded, evidential]"
    )
    assert (
        repr(deductive) == "<Evaluation grounded, deductive: 2 accepted, 3 rejected, 0 undecided>"
    )


def test_what_is_taken_away_takes_its_chains_along() -> None:
    """A claim that is taken away would go on lending its attackers a chain."""
    map = _map("a b c", "s a > b", "r b -> c")
    whole = evaluate(map, reading="deductive", without=["s"])
    assert whole["c"].label == "rejected"
    assert evaluate(map, reading="deductive", without=["b"])["c"].label == "accepted"
    assert evaluate(map, reading="deductive", without=["r"])["c"].label == "accepted"
    assert evaluate(map, reading="deductive", assume=["c"])["c"].label == "accepted"
    alone = _map("c r o", "i r > c", "j o -> r")
    assert evaluate(alone, reading="evidential", without=["i"])["c"].label == "accepted"


def test_what_does_not_go_together_is_refused() -> None:
    """A question that a reading can't be asked would be answered somehow."""
    map = _map("a b", "r a -> b")
    with pytest.raises(argmap.UnknownName, match="did you mean 'deductive'"):
        evaluate(map, reading="deductiv")
    with pytest.raises(ValueError, match="knows no backing"):
        evaluate(map, reading="evidential", require_backing=True)
    with pytest.raises(ValueError, match="'r' is a link"):
        evaluate(map, reading="attacks", assume=["r"])
    other = evaluate(map, reading="necessary")
    for asked in (
        lambda: flips(other, "b"),
        lambda: cruxes(other, "b"),
        lambda: load_bearing(other),
    ):
        with pytest.raises(argmap.UnknownName, match="program"):
            asked()


def test_chains_that_make_too_many_attacks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long debate would take the machine's memory before it took an answer."""
    monkeypatch.setattr("argmap.semantics.bipolar.MOST", 30)
    ids = [f"c{n}" for n in range(8)]
    links = [f"s{n} c{n} > c{n + 1}" for n in range(7)]
    with pytest.raises(ValueError, match="the deductive reading of this map has more than 30"):
        evaluate(_map(" ".join(ids), *links, "r c7 -> c0"), reading="deductive")


def test_names_of_helpers_are_never_those_of_claims() -> None:
    """A claim called as a helper is would become one."""
    claims = (Claim("a"), Claim("fails(a)"), Claim("b"))
    map = ArgumentMap(claims=claims, links=(Rebuttal("r", ("a",), "b"),))
    found = translate(map)
    assert found.arguments["fails(a)"].role == "claim"
    assert found.arguments["fails(a)'"].role == "fails"


def test_the_co_op_debate() -> None:
    """The readings would agree where they shouldn't, or the other way round."""
    debate = argmap.read(EXAMPLES / "co_op_debate.json")
    fallen = {
        reading: [
            c.id
            for c in debate.claims
            if evaluate(debate, reading=reading)[c.id].label == "rejected"
        ]
        for reading in READINGS
    }
    assert fallen["program"] == ["T", "P1", "P4", "P7", "P8", "P9"]
    assert fallen["attacks"] == fallen["program"]
    assert {"P2", "P3", "P5", "P6", "P10", "P11", "P12"} < {*fallen["deductive"]}
    assert "R1" in explain(evaluate(debate, reading="attacks"), "T").sentence


def test_recursive_attacks_are_the_maps_own_meaning() -> None:
    """Undercuts would count otherwise than in the frameworks of the literature in which attacks attack attacks."""
    chance = Random(7)
    for _ in range(60):
        claims = tuple([Claim(f"c{n}") for n in range(chance.randint(1, 3))])
        attacks: list[Rebuttal | Undercut] = []
        for n in range(chance.randint(0, 4)):
            source = chance.choice(claims).id
            if attacks and chance.random() < 0.5:
                attacks.append(Undercut(f"l{n}", (source,), chance.choice(attacks).id))
            else:
                attacks.append(Rebuttal(f"l{n}", (source,), chance.choice(claims).id))
        map = ArgumentMap(claims=claims, links=tuple(attacks))
        ids = [*[claim.id for claim in claims], *[link.id for link in attacks]]
        defeats = {
            (ids.index(link.id), at)
            for link in attacks
            for at, each in enumerate([*claims, *attacks])
            if each.id == link.target
            or (not isinstance(each, Claim) and each.premises[0] == link.target)
        }
        reference = Reference(len(ids), sorted(defeats))
        for semantics in ("grounded", "complete", "preferred", "stable"):
            expected = sorted(
                [
                    [ids[at] for at in range(len(ids)) if found >> at & 1]
                    for found in DEFINITIONS[semantics](reference)
                ]
            )
            labellings = evaluate(map, semantics).labellings()
            assert expected == sorted(
                [[id for id in ids if labels[id] == "accepted"] for labels in labellings]
            ), (map, semantics)
