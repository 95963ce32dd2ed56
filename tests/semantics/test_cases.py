"""Bugs of other programs and mistakes of people, one case a file in ``tests/cases/semantics``: what argmap says instead.

A case ``says`` what would be wrong. It has a framework (``arguments`` and ``attacks`` of one letter each, or so many ``pairs`` that attack
each other, of which one attacks z), a quantitative one (``bases``, ``attacks``, ``supports``), or a ``file`` with ``commands``; and what is expected.
"""

from __future__ import annotations

import re
import tomllib
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.cli import main
from argmap.semantics import Framework, Qbaf, gradient, ranking, strengths

CASES = sorted((Path(__file__).parent.parent / "cases" / "semantics").glob("*.toml"))


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(pair[0], pair[1]) for pair in text.split()]


def _framework(case: dict[str, Any]) -> Framework:
    if "pairs" in case:
        names = [f"{side}{n}" for n in range(case["pairs"]) for side in "ab"]
        pairs = list(zip(names[::2], names[1::2], strict=True))
        into = [(a, "z") for a, _ in pairs]
        return Framework([*names, "z"], [*pairs, *[(b, a) for a, b in pairs], *into])
    return Framework([*case["arguments"]], _pairs(case["attacks"]))


def _of_framework(case: dict[str, Any]) -> None:
    framework = _framework(case)
    for semantics, sets in case.get("extensions", {}).items():
        assert sorted(map("".join, framework.extensions(semantics))) == sets
    for semantics, count in case.get("counts", {}).items():
        assert framework.count(semantics) == count
    for way in ("credulous", "skeptical"):
        for semantics, names in case.get(way, {}).items():
            found = [a for a in framework.arguments if getattr(framework, way)(a, semantics)]
            assert found == [*names]
    for name, equals in case.get("equals", {}).items():
        assert any({*equals} <= {*rank} for rank in ranking(framework, name))
    first = case.get("first", 0)
    assert len(list(islice(framework.extensions("preferred"), first))) == first
    for semantics, message in case.get("beyond", {}).items():
        with pytest.raises(argmap.BeyondLimit, match=message):
            framework.count(semantics, limit=100)


def _of_qbaf(case: dict[str, Any]) -> None:
    bases, supports = dict(case["bases"]), _pairs(case.get("supports", ""))
    many = case.get("many", {"count": 0})
    for n in range(many["count"]):
        bases[f"s{n}"] = many["base"]
        supports.append((f"s{n}", "a"))
    framework = Qbaf(bases, _pairs(case.get("attacks", "")), supports)
    for model, expected in case.get("strengths", {}).items():
        found = strengths(framework, model)
        assert {name: found[name] for name in expected} == pytest.approx(expected, abs=1e-12)
    for model, slopes in case.get("slopes", {}).items():
        assert dict(gradient(strengths(framework, model), "a")) == pytest.approx(slopes, abs=1e-15)
    for model, settled in case.get("settles", {}).items():
        found = strengths(framework, model, iterations=500)
        assert found.converged == settled
        assert (found.residual > 0.5, found.iterations == 500) == (not settled, not settled)
    strengths(framework, case.get("model", "euler"))


def _of_file(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    Path(case["file"]["name"]).write_text(case["file"]["text"], "utf-8")
    for command in case["commands"]:
        code = main(command["words"])
        told = capsys.readouterr()
        assert code == command.get("code", 0), told.err
        assert told.out == command.get("out", "")
        assert command.get("err", "") in told.err
        assert ("err" in command) == bool(told.err)
        assert "Traceback" not in told.err


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What the case says would happen."""
    monkeypatch.chdir(tmp_path)
    case = tomllib.loads(path.read_text("utf-8"))
    of_framework = ("attacks" in case and "bases" not in case) or "pairs" in case
    if "commands" in case:
        _of_file(case, capsys)
    elif of_framework:
        _of_framework(case)
    elif "raises" in case:
        with pytest.raises((ValueError, LookupError), match=case["raises"]):
            _of_qbaf(case)
    else:
        _of_qbaf(case)


def test_there_are_cases() -> None:
    """A folder that has moved would leave nothing tested."""
    assert len(CASES) >= 25
    for path in CASES:
        assert re.match(r'says = "', path.read_text("utf-8")), path
