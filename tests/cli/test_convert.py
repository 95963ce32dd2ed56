"""``argmap convert``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import argmap
from argmap import ArgumentMap, Format, Loss, Rendering


def _lossy(map: ArgumentMap) -> Rendering:
    losses = [Loss("no-text", claim.id, "its text", "only ids here") for claim in map.claims]
    return Rendering(" ".join(claim.id for claim in map.claims), tuple(losses), "ids")


IDS = Format(name="ids", title="Ids", suffixes=(".ids",), write=_lossy)


def test_a_map_goes_from_one_format_to_another(run: Any, debate: ArgumentMap) -> None:
    """The map that comes out would be another one."""
    assert run("convert", "debate.json", "debate.out", "--to", "json").code == 0
    assert argmap.read("debate.out", format="json") == debate


def test_the_output_is_named_as_for_a_drawing(run: Any, here: Path, debate: ArgumentMap) -> None:
    """Whoever has learned ``-o`` from argmap draw would be told of a missing argument; or one of two names be passed over."""
    ended = run("convert", "debate.json", "-o", "debate.cyjs")
    assert (ended.code, ended.err) == (0, "")
    assert argmap.read(str(here / "debate.cyjs")) == debate
    both = run("convert", "debate.json", "a.cyjs", "--output", "b.cyjs")
    assert (both.code, (here / "a.cyjs").exists(), (here / "b.cyjs").exists()) == (2, False, False)
    assert "OUT is there twice, as 'a.cyjs' and after -o as 'b.cyjs'" in both.err
    neither = run("convert", "debate.json")
    assert neither.code == 2
    assert "Missing argument 'OUT'" in neither.err


def test_standard_input_and_output(run: Any, here: Path, debate: ArgumentMap) -> None:
    """A map could not come from one program and go to the next."""
    text = (here / "debate.json").read_bytes()
    ended = run("convert", "-", "-", "--from", "json", "--to", "json", given=text)
    assert (ended.code, ended.err) == (0, "")
    assert argmap.loads(ended.out) == debate


def test_standard_output_needs_a_format(run: Any, debate: ArgumentMap) -> None:
    """A format would be guessed for a stream without a name."""
    ended = run("convert", "debate.json", "-")
    assert (ended.code, ended.out) == (2, "")
    assert "name the format with --to FORMAT" in ended.err


def test_a_file_takes_its_own_place(run: Any, here: Path, debate: ArgumentMap) -> None:
    """Rewriting a file in its own place would empty it before it is read."""
    (here / "debate.json").write_text(json.dumps(json.loads((here / "debate.json").read_text())))
    assert run("convert", "debate.json", "debate.json").code == 0
    assert argmap.read("debate.json") == debate


def test_losses_are_told_or_refused(
    run: Any, here: Path, debate: ArgumentMap, plug_in: Callable[..., None]
) -> None:
    """A part of the map would be lost in silence, or an old file with it."""
    plug_in("ids", IDS)
    ended = run("convert", "debate.json", "debate.ids")
    assert (ended.code, ended.out) == (0, "")
    assert (here / "debate.ids").read_text() == "welcome progressive cuts"
    assert ended.err == (
        "argmap: warning: Ids doesn't say 3 things of the map:\n"
        "  welcome: its text: only ids here [no-text]\n"
        "  progressive: its text: only ids here [no-text]\n"
        "  cuts: its text: only ids here [no-text]\n"
    )
    (here / "debate.ids").write_text("old")
    refused = run("convert", "debate.json", "debate.ids", "--strict")
    assert refused.code == 9
    assert refused.err.startswith("argmap: error: Ids can't say this map; it has 3 losses:")
    assert (here / "debate.ids").read_text() == "old"


def test_all_losses_on_request(run: Any, plug_in: Callable[..., None]) -> None:
    """A person could not learn what of a large map is lost."""
    plug_in("ids", IDS)
    draft = argmap.Draft("Many")
    for number in range(30):
        draft.claim(f"Claim {number}.")
    argmap.write(draft.map(), "many.json")
    few, all = (
        run("convert", "many.json", "a.ids"),
        run("convert", "many.json", "a.ids", "--losses"),
    )
    assert few.err.count("[no-text]") == 10
    assert "... and 20 more; argmap convert --losses lists all" in few.err
    assert all.err.count("[no-text]") == 30


def test_a_format_that_is_not_read(run: Any, debate: ArgumentMap) -> None:
    """Reading a picture would end in a traceback."""
    ended = run("convert", "debate.json", "x.json", "--from", "svg")
    assert ended.code == 5
    assert "SVG picture can be written, not read" in ended.err


def test_a_report_is_written(run: Any, here: Path, debate: ArgumentMap) -> None:
    """A program could not learn what was found and lost."""
    (here / "odd.json").write_text('{"argmap": 1, "claims": [{"id": "a", "title": "A"}], "x": 2}')
    assert run("convert", "odd.json", "odd.aif.json", "--report", "told.json").code == 0
    told = json.loads((here / "told.json").read_text())
    assert (told["source"], told["target"]) == ("json", "aif")
    assert [finding["code"] for finding in told["findings"]] == ["unknown-key"]
    assert [loss["code"] for loss in told["losses"]] == ["claim-title", "map-data"]
    assert (
        run("convert", "debate.json", "debate.out", "--to", "json", "--report", "no.json").err == ""
    )
    assert json.loads((here / "no.json").read_text())["losses"] == []


def test_a_report_of_what_is_refused(run: Any, here: Path) -> None:
    """Who is refused would not get the list of what would be lost."""
    (here / "a.json").write_text('{"argmap": 1, "claims": [{"id": "a", "title": "A"}]}')
    ended = run("convert", "a.json", "a.aif.json", "--strict", "--report", "told.json")
    assert ended.code == 9
    assert not (here / "a.aif.json").exists()
    assert len(json.loads((here / "told.json").read_text())["losses"]) == 1


def test_a_map_goes_to_argdown_and_its_losses_are_told(run: Any, here: Path) -> None:
    """What Argdown can't say would be lost in silence, or a map with every kind of link be refused."""
    claims = (argmap.Claim("a", "A."), argmap.Claim("b", "B."))
    links = (argmap.Rebuttal("rebuttal-1", ("b",), "a"), argmap.Preference("p", "a", "b"))
    argmap.write(ArgumentMap(claims=claims, links=links), here / "both.json")
    ended = run("convert", "both.json", "both.argdown", "--losses")
    assert ended.code == 0
    assert "p: the preference: Argdown has no word for it" in ended.err
    assert (here / "both.argdown").read_text("utf-8") == "A.\n  - B.\n"
    assert run("convert", "both.json", "new.argdown", "--strict").code != 0
    assert not (here / "new.argdown").exists()


def test_what_a_map_means_for_solvers(run: Any, here: Path, debate: ArgumentMap) -> None:
    """A solver's answer could not be traced back, or would be about another reading."""
    ended = run("convert", "debate.json", "debate.lp", "--provenance", "names.tsv")
    assert ended.code == 0
    table = (here / "names.tsv").read_text("utf-8").splitlines()
    assert table[0] == "what\twritten\trole\tids\ttext"
    assert all(f"\tclaim\t{claim.id}\t" in "\n".join(table) for claim in debate.claims)
    asked = ("debate.apx", "--to", "framework", "--reading", "attacks")
    assert run("convert", "debate.json", *asked).code == 0
    assert "fails" not in (here / "debate.apx").read_text("utf-8")
    for wrong, said in (
        (("debate.bag", "--reading", "attacks"), "--reading means nothing for quantitative"),
        (("debate.dot", "--provenance", "names.tsv"), "--provenance means nothing for"),
        (("debate.lp", "--reading", "atacks"), "did you mean 'attacks'"),
    ):
        ended = run("convert", "debate.json", *wrong)
        assert ended.code == 2
        assert said in ended.err


def test_readings_that_go_too_far_are_refused(
    run: Any, debate: ArgumentMap, monkeypatch: Any
) -> None:
    """A traceback would stand where a sentence should."""
    monkeypatch.setattr("argmap.semantics.bipolar.MOST", 0)
    ended = run("convert", "debate.json", "debate.lp", "--reading", "deductive")
    assert ended.code == 2
    assert "the deductive reading of this map has more than 0" in ended.err


def test_a_wrong_suffix_is_told_as_an_option(run: Any, here: Path, debate: ArgumentMap) -> None:
    """Who types would be told of an argument of a function."""
    (here / "x.argdown").write_bytes((here / "debate.json").read_bytes())
    for command in (
        ["convert", "x.argdown", "y.json"],
        ["check", "x.argdown"],
        ["lint", "x.argdown"],
    ):
        ended = run(*command)
        assert "this is JSON, not Argdown" in ended.out + ended.err
        assert "give --from json, or call the file .json" in ended.out + ended.err
        assert ended.code == 4
