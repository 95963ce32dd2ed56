"""What is written for solvers means what the map means, and every name in it leads back to the map."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

import argmap
from argmap import ArgumentMap, Claim, Conflict, Rebuttal, Rephrase, Support, Undercut
from argmap.exports.names import safe_names
from argmap.formats import render
from argmap.frameworktext import parse_apx
from argmap.semantics import (
    READINGS,
    Program,
    Qbaf,
    Rule,
    adf,
    evaluate,
    qbaf,
    strengths,
    translate,
)
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import WORDS
from argmap.source import SourceText
from tests.semantics.conftest import chance_map
from tests.semantics.reference import models, of_semantics

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
SOLVERS = ("lp", "adf", "framework", "bag")
NAME = re.compile(r"[a-z][a-z0-9_]*")


def _maps(count: int, seed: int = 31) -> list[ArgumentMap]:
    chance = Random(seed)
    return [chance_map(chance) for _ in range(count)]


def _names(rendering: Any) -> dict[tuple[str, ...], str]:
    """By role and ids what each argument is called, from the table."""
    _, *rows = [line.split("\t") for line in rendering.provenance.splitlines()]
    return {(row[2], *row[3].split()): row[1] for row in rows if row[0] == "argument"}


def _atoms(map: ArgumentMap, names: dict[tuple[str, ...], str]) -> dict[str, str]:
    """By the id of each claim and link what it is called."""
    return {id: names[map[id].kind, id] for id in evaluate(map)}


def _program(text: str) -> Program:
    """The program of a text in the language of answer set solvers."""
    heads: dict[str, None] = {}
    rules = []
    for line in text.splitlines():
        if line.startswith("%"):
            heads[line.split()[1]] = None
            continue
        head, _, body = line.removesuffix(".").partition(" :- ")
        parts = body.split(", ") if body else []
        needs = tuple([part for part in parts if not part.startswith("not ")])
        rules.append(Rule(head, needs, tuple([p[4:] for p in parts if p.startswith("not ")])))
    return Program(tuple(heads), tuple(rules))


@pytest.mark.parametrize("reading", READINGS)
def test_the_program_means_what_the_map_does(reading: str) -> None:
    """An answer set solver would find other labellings than argmap."""
    for map in _maps(10):
        rendering = render(map, "lp", reading=reading)
        program = _program(rendering.text)
        called = _atoms(map, _names(rendering))
        all_models = models(program)
        for semantics in ("grounded", "preferred", "stable"):
            right = {
                tuple(each.values())
                for each in evaluate(map, semantics, reading=reading).labellings()
            }
            found = {
                tuple([WORDS[model[program.atoms.index(called[id])]] for id in called])
                for model in of_semantics(all_models, semantics)
            }
            assert found == right, (map, semantics)


def test_the_program_as_clingo_reads_it() -> None:
    """The text would be no program of the language that solvers speak."""
    clingo = pytest.importorskip("clingo")
    for map in _maps(30, seed=5):
        rendering = render(map, "lp")
        called = _atoms(map, _names(rendering))
        control = clingo.Control(["0"], logger=lambda *told: None)
        control.add("base", [], rendering.text)
        control.ground([("base", [])])
        with control.solve(yield_=True) as handle:
            found = {frozenset(str(atom) for atom in model.symbols(atoms=True)) for model in handle}
        right = [
            {called[id] for id, label in each.items() if label == "accepted"}
            for each in evaluate(map, "stable").labellings()
        ]
        claims = {*called.values()}
        assert sorted(sorted(each & claims) for each in found) == sorted(map_sorted(right))


def map_sorted(sets: list[set[str]]) -> list[list[str]]:
    """Each set in order."""
    return [sorted(each) for each in sets]


TOKEN = re.compile(r"[a-z]\w*|[(),]")


def _formula(text: str) -> tuple[Any, ...]:
    """A formula in prefix notation as nested tuples."""
    stack: list[list[Any]] = [[]]
    for token in TOKEN.findall(text):
        if token == "(":
            stack.append([stack[-1].pop()])
        elif token == ")":
            stack[-2].append(tuple(stack[-1]))
            stack.pop()
        elif token != ",":
            stack[-1].append((token,))
    ((found,),) = stack
    return found  # type: ignore[no-any-return] # a tuple


def _holds(formula: tuple[Any, ...], values: dict[str, bool]) -> bool:
    match formula:
        case (("and",), one, other):
            return _holds(one, values) and _holds(other, values)
        case (("or",), one, other):
            return _holds(one, values) or _holds(other, values)
        case (("neg",), one):
            return not _holds(one, values)
        case (("c",), (constant,)):
            return bool(constant == "v")
        case (name,):
            return values[name]
    raise AssertionError(formula)


def _interpretations(text: str) -> tuple[list[str], list[tuple[int, ...]], set[tuple[int, ...]]]:
    """The statements, all complete interpretations and all models, by the definitions alone; 1 true, -1 false, 0 open."""
    statements = re.findall(r"^s\((\w+)\)\.$", text, re.MULTILINE)
    conditions = {
        name: _formula(formula)
        for name, formula in re.findall(r"^ac\((\w+),(.*)\)\.$", text, re.MULTILINE)
    }
    assert [*conditions] == statements
    two_valued = {
        values: tuple(
            [_holds(conditions[s], dict(zip(statements, values, strict=True))) for s in statements]
        )
        for values in product((False, True), repeat=len(statements))
    }
    complete = []
    for each in product((-1, 0, 1), repeat=len(statements)):
        results = {after for before, after in two_valued.items() if _extends(before, each)}
        consensus = tuple([_common({result[at] for result in results}) for at in range(len(each))])
        if consensus == each:
            complete.append(each)
    fixed = {tuple([1 if v else -1 for v in a]) for a, b in two_valued.items() if a == b}
    return statements, complete, fixed


def _extends(values: tuple[bool, ...], labels: tuple[int, ...]) -> bool:
    return all(
        not label or (label == 1) == value for value, label in zip(values, labels, strict=True)
    )


def _common(values: set[bool]) -> int:
    return 0 if len(values) > 1 else 1 if True in values else -1


def _more(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one != other and all(not a or a == b for a, b in zip(one, other, strict=True))


def _small_maps() -> Iterator[ArgumentMap]:
    """Maps without circles of support and of few atoms."""
    chance = Random(8)
    found = 0
    while found < 8:
        map = chance_map(chance)
        size = len(map.claims) + len(map.links)
        if (
            size <= 6
            and not translate(map).circles
            and not any(link.kind == "conflict" for link in map.links)
        ):
            found += 1
            yield map
    claims = (Claim("a"), Claim("b", stance="questioned"))
    yield ArgumentMap(claims=claims, links=(Conflict("k", ("a", "b")), Support("s", ("a",), "b")))
    yield ArgumentMap(claims=claims)


def test_dialectical_frameworks_mean_what_the_map_does() -> None:
    """The interpretations of the framework by its own definitions would be others than the map's labellings."""
    for map in _small_maps():
        rendering = render(map, "adf")
        statements, complete, fixed = _interpretations(rendering.text)
        called = _atoms(map, _names(rendering))
        at = [statements.index(name) for name in called.values()]
        grounded = min(complete, key=lambda each: sum(map_abs(each)))
        expected = {
            "complete": complete,
            "grounded": [grounded],
            "preferred": [one for one in complete if not any(_more(one, o) for o in complete)],
            "stable": sorted(fixed),
        }
        for semantics, interpretations in expected.items():
            found = sorted({tuple([WORDS[each[n]] for n in at]) for each in interpretations})
            right = sorted(tuple(each.values()) for each in evaluate(map, semantics).labellings())
            assert found == right, (map, semantics)


def map_abs(labels: tuple[int, ...]) -> list[int]:
    """Whether each is decided."""
    return [abs(label) for label in labels]


def test_conditions_of_every_shape() -> None:
    """A condition would be written that no solver reads, or that means something else."""
    claims = (
        Claim("a", stance="questioned"),
        Claim("b"),
        Claim("d", stance="questioned"),
        Claim("e"),
    )
    links = (
        Support("s", ("b",), "a"),
        Support("t", ("b", "e"), "a"),
        Rebuttal("r", ("b",), "a"),
        Rebuttal("q", ("e",), "a"),
    )
    told = str(adf(ArgumentMap(claims=claims, links=links)))
    assert "ac(a,and(and(or(s,t),neg(r)),neg(q)))." in told
    assert "ac(b,c(v))." in told
    assert "ac(d,c(f))." in told
    assert "ac(t,and(b,e))." in told
    assert adf(ArgumentMap(claims=claims)).statements == ("a", "b", "d", "e")


def test_a_thousand_reasons_do_not_nest_a_thousand_deep() -> None:
    """A solver that reads by recursion would fall over."""
    ids = [f"c{n}" for n in range(1_000)]
    claims = (Claim("a", stance="questioned"), *[Claim(id) for id in ids])
    links = tuple([Support(f"s{n}", (id,), "a") for n, id in enumerate(ids)])
    line = next(
        x
        for x in str(adf(ArgumentMap(claims=claims, links=links))).splitlines()
        if x.startswith("ac(a,")
    )
    depth = deepest = 0
    for sign in line:
        depth += (sign == "(") - (sign == ")")
        deepest = max(deepest, depth)
    assert deepest < 15


@pytest.mark.parametrize("reading", READINGS)
def test_the_framework_means_what_the_map_does(reading: str) -> None:
    """A solver of frameworks would find other labellings than argmap."""
    for map in _maps(15, seed=12):
        if translate(map, reading).circles:
            continue
        rendering = render(map, "framework", reading=reading)
        parsed = parse_apx(SourceText("", rendering.text))
        assert not parsed.oddities
        framework = Framework(parsed.names, parsed.attacks)
        names = _names(rendering)
        claims = {claim.id: names["claim", claim.id] for claim in map.claims}
        for semantics in ("grounded", "preferred", "stable"):
            found = {
                tuple([each[name] for name in claims.values()])
                for each in framework.labellings(semantics)
            }
            right = {
                tuple([each[id] for id in claims])
                for each in evaluate(map, semantics, reading=reading).labellings()
            }
            assert found == right, (map, semantics)


def test_the_quantitative_framework_has_the_strengths_of_the_map() -> None:
    """A program for strengths would find others than argmap under the model and the way that are named."""
    chance = Random(3)
    compared = 0
    for drawn in _maps(40, seed=9):
        claims = [
            argmap.Claim(c.id, stance=c.stance, weight=chance.choice((None, 0.2, 0.9)))
            for c in drawn.claims
        ]
        map = ArgumentMap(claims=tuple(claims), links=drawn.links, issues=drawn.issues)
        right = strengths(qbaf(map, together="product"), iterations=200, damping=0.5)
        rendering = render(map, "bag")
        found = strengths(_bag(rendering.text), iterations=200, damping=0.5)
        if any(len(part) > 1 for part in right.framework.start_and_parts[1]):
            continue  # circles are gone round in another order
        compared += 1
        for claim in map.claims:
            name = _names(rendering)["claim", claim.id]
            assert found[name] == pytest.approx(right[claim.id], abs=1e-9), map
    assert compared > 5


def _bag(text: str) -> Qbaf:
    bases = {
        name: float(base)
        for name, base in re.findall(r"^arg\((\w+), (\S+)\)\.$", text, re.MULTILINE)
    }
    pairs = {
        word: re.findall(rf"^{word}\((\w+), (\w+)\)\.$", text, re.MULTILINE)
        for word in ("att", "sup")
    }
    return Qbaf(bases, pairs["att"], pairs["sup"])


def test_two_links_between_the_same_claims_both_count() -> None:
    """Of two reasons with one premise the second would be lost."""
    claims = (Claim("a", weight=0.5), Claim("b", weight=0.5))
    links = (Support("s", ("b",), "a"), Support("t", ("b",), "a"), Rephrase("p", "b", "a"))
    map = ArgumentMap(claims=claims, links=links)
    framework = _bag(render(map, "bag").text)
    assert strengths(framework)["a"] == pytest.approx(strengths(map)["a"])
    assert ("b", "a") in framework.supports
    assert ("t", "a") in framework.supports


@pytest.mark.parametrize("format", SOLVERS)
def test_every_name_is_safe_and_leads_back_to_the_map(format: str) -> None:
    """A name would be read as two, or as a word of the language, or stand for nobody knows what."""
    for map in [*_maps(10), argmap.read(EXAMPLES / "co_op_debate.json")]:
        rendering = render(map, format)
        head, *rows = [line.split("\t") for line in rendering.provenance.splitlines()]
        assert head == ["what", "written", "role", "ids", "text"]
        for what, name, role, ids, text in rows:
            assert role
            assert all(id in map for id in ids.split())
            assert all(NAME.fullmatch(each) for each in name.split(","))
            assert what != "argument" or re.search(rf"\b{name}\b", rendering.text)
            assert not text or text in {claim.text for claim in map.claims}


def test_hostile_ids_and_texts_stay_what_they_are() -> None:
    """A claim's text would become a rule, an argument or a column."""
    text = "x.\n:- p.\targ(evil)."
    map = ArgumentMap(claims=(Claim("not", text), Claim("a b%"), Claim("a\nb")))
    for format in ("lp", "framework"):
        rendering = render(map, format)
        rules = [line for line in rendering.text.splitlines() if not line.startswith("%")]
        assert "evil" not in "".join(rules)
        assert len(rules) == 3
        rows = [line.split("\t") for line in rendering.provenance.splitlines()]
        assert {len(row) for row in rows} == {5}
        assert rows[1][1] == "not_2"
        assert [row[3] for row in rows[1:]] == ["not", "a%20b%25", "a%20b"]
    assert safe_names(["a", "A", "a_2", "é", ""]) == {
        "a": "a",
        "A": "a_2",
        "a_2": "a_2_2",
        "é": "x",
        "": "x_2",
    }


def test_what_is_lost_is_told() -> None:
    """An export would look as if it said all of the map."""
    claims = (
        Claim("a", "Text.", title="T"),
        Claim("b", weight=0.5),
        Claim("d", stance="questioned"),
    )
    links = (
        Support("s", ("a", "b"), "d"),
        Support("t", ("d",), "s"),
        Undercut("u", ("b",), "s"),
        Support("v", ("d",), "d"),
    )
    map = ArgumentMap(claims=claims, links=links, issues=(argmap.Issue("q", "Why?"),))
    codes = {format: {loss.code for loss in render(map, format).losses} for format in SOLVERS}
    usual = {"claim-text", "claim-title", "issue"}
    assert codes["lp"] == codes["adf"] == {*usual, "claim-weight"}
    assert codes["framework"] == {*usual, "claim-weight", "circle"}
    assert codes["bag"] == {*usual, "support-premises"}
    for format in ("lp", "adf", "framework"):
        found = render(map, format, reading="deductive").losses
        assert {(loss.code, loss.element) for loss in found} >= {
            ("undercut-target", "u"),
            ("support-target", "t"),
        }
        evidential = {loss.element for loss in render(map, format, reading="evidential").losses}
        assert {"u"} <= evidential
    with pytest.raises(argmap.CannotExpress):
        render(map, "lp", strict=True)
    assert not render(ArgumentMap(claims=(Claim("a"),)), "lp").losses


def test_a_plain_framework_has_no_circles_among_its_origins() -> None:
    """The two tables of the quantitative framework would differ from what is written."""
    claims = (Claim("a"), Claim("fails(a)"), Claim("b"), Claim("d"))
    links = (Support("s", ("a", "d"), "b", weight=0.5), Conflict("k", ("a", "b")))
    rendering = render(ArgumentMap(claims=claims, links=links), "bag")
    names = _names(rendering)
    assert names["claim", "fails(a)"] == "fails_a"
    assert names["fails", "a"] == "fails_a_2"
    assert "arg(s_2, 0.5)." in rendering.text
