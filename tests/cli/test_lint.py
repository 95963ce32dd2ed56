"""``argmap lint``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap import ArgumentMap, Claim, Rebuttal
from argmap.linting import RULES

QUESTION = Claim("q", "Who would ever trust co-ops?")
UNTIDY = Claim("b", " Co-ops are near. ", tags=("x", "x"))
MAP = ArgumentMap(claims=(QUESTION, UNTIDY), links=(Rebuttal("r", ("b",), "q"),))
ARGDOWN = """\
[Trust]: Who would ever trust co-ops?
  - <Near>: Co-ops are near.
  - Nobody else is near to people.
"""


@pytest.fixture
def doubtful(here: Path) -> str:
    """The name of a file with a map in which there is something to find."""
    argmap.write(MAP, here / "doubtful.json")
    return "doubtful.json"


def test_findings_are_told_with_their_places(run: Any, doubtful: str) -> None:
    """A finding without a place is looked for."""
    ended = run("lint", doubtful, "--select", "AM3")
    assert ended.code == 1
    assert ended.err == ""
    first, *_, last = ended.out.splitlines()
    assert first.startswith("doubtful.json:")
    assert "warning: q (“Who would ever trust co-ops?”) is a question; write the answer" in first
    assert first.endswith("[AM303]")
    assert last == "1 warning, 2 notes"


def test_argdown_is_shown_with_a_caret(run: Any, here: Path) -> None:
    """An author sees a line of their own text, not an id."""
    (here / "debate.argdown").write_text(ARGDOWN)
    ended = run("lint", "debate.argdown", "--select", "AM303,AM201")
    assert ended.out.splitlines()[-3:] == [
        "  1 | [Trust]: Who would ever trust co-ops?",
        "    | ^^^^^^^^",
        "3 warnings",
    ]
    assert "debate.argdown:1:1: warning: Trust" not in ended.out
    assert "debate.argdown:1:1: warning: nothing is said to" in ended.out


def test_a_claim_without_a_title_has_its_place(run: Any, here: Path) -> None:
    """An author would look for a claim whose id nobody has written."""
    (here / "debate.argdown").write_text("# Head\n\nYes.\n  - Who would ever trust co-ops?\n")
    found = run("lint", "debate.argdown", "--select", "AM303").out.splitlines()
    assert found[0].startswith("debate.argdown:4:5: warning: who-would")
    assert found[1:3] == [
        "  4 |   - Who would ever trust co-ops?",
        "    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    ]


def test_links_and_groups_have_their_places(run: Any, here: Path) -> None:
    """A finding about a step would point at the file, or at a claim."""
    (here / "debate.argdown").write_text("# Head\n\n[A]: Yes.\n  + [B]: So.\n  + [B]\n\n## Empty\n")
    told = run("lint", "debate.argdown", "--select", "AM5", "--format", "github").out
    assert "file=debate.argdown,line=7,col=4,title=AM505" in told


def test_each_fence_is_looked_at(run: Any, here: Path) -> None:
    """A document's second map would never be looked at."""
    (here / "notes.md").write_text(
        "# A\n\n```argdown\n[A]: Who?\n```\n\n```argdown\n[B]: Who would say so?\n```\n"
    )
    ended = run("lint", "notes.md", "--select", "AM303")
    assert [line.split(": ")[0] for line in ended.out.splitlines() if "AM303" in line] == [
        "notes.md:4:1",
        "notes.md:8:1",
    ]
    assert run("lint", "notes.md", "--fence", "2", "--select", "AM303").out.count("AM303") == 1


def test_other_formats_name_the_file(run: Any, here: Path) -> None:
    """There is no place to tell where a reader keeps none."""
    (here / "a.tgf").write_text("a Who would say so?\n#\n")
    ended = run("lint", "a.tgf", "--select", "AM303")
    assert ended.out.startswith("a.tgf: warning: a")


@pytest.mark.parametrize(
    ("least", "code"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)]
)
def test_the_least_level_that_fails(run: Any, doubtful: str, least: str, code: int) -> None:
    """CI can't be made to let notes pass, or to stop at them."""
    assert run("lint", doubtful, "--fail-on", least).code == code


def test_nothing_found(run: Any, here: Path, debate: ArgumentMap) -> None:
    """Silence could mean that nothing was looked at."""
    ended = run("lint", "debate.json", "--ignore", "all")
    assert (ended.code, ended.out) == (0, "nothing found\n")


def test_a_file_that_cant_be_read(run: Any, here: Path, doubtful: str) -> None:
    """One broken file would hide what is in the others."""
    (here / "broken.json").write_text("{")
    ended = run("lint", "broken.json", doubtful)
    assert ended.code == 4
    assert "broken.json" in ended.err
    assert "AM303" in ended.out
    ended = run("lint", "broken.json")
    assert (ended.code, ended.out) == (4, "nothing was read\n")
    told = json.loads(run("lint", "broken.json", "--format", "json").out)
    assert "broken.json" in told["files"][0]["error"]
    (sarif,) = json.loads(run("lint", "broken.json", "--format", "sarif").out)["runs"]
    assert sarif["invocations"][0]["executionSuccessful"] is False


def test_json(run: Any, doubtful: str) -> None:
    """A program can't read sentences."""
    told = json.loads(run("lint", doubtful, "--select", "AM303", "--format", "json").out)
    (finding,) = told["files"][0]["findings"]
    assert (finding["code"], finding["ids"], finding["level"]) == ("AM303", ["q"], "warning")
    assert finding["line"] > 1
    text = (Path(doubtful).read_text().splitlines())[finding["line"] - 1]
    assert text[finding["column"] - 1 :].startswith('"q"')


def test_sarif(run: Any, here: Path) -> None:
    """A code scanner refuses what isn't SARIF."""
    (here / "debate.argdown").write_text(ARGDOWN)
    told = json.loads(run("lint", "debate.argdown", "--format", "sarif").out)
    assert told["version"] == "2.1.0"
    (ran,) = told["runs"]
    assert ran["tool"]["driver"]["name"] == "argmap"
    known = {rule["id"] for rule in ran["tool"]["driver"]["rules"]}
    assert {each["ruleId"] for each in ran["results"]} == known
    places = [each["locations"][0]["physicalLocation"] for each in ran["results"]]
    assert {"startLine": 1, "startColumn": 1} in [place.get("region") for place in places]
    assert all(place["artifactLocation"] == {"uri": "debate.argdown"} for place in places)


def test_sarif_of_standard_input(run: Any, here: Path) -> None:
    """A dash is no address."""
    told = json.loads(run("lint", "-", "--format", "sarif", given=ARGDOWN.encode()).out)
    place = told["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "stdin"}
    told = json.loads(run("lint", "-", "--format", "sarif", given=b"a Who says so?\n#\n").out)
    place = told["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "stdin"}}


def test_github(run: Any, here: Path) -> None:
    """A pull request shows what stands in these lines."""
    (here / "a, b.argdown").write_text(ARGDOWN)
    lines = run("lint", "a, b.argdown", "--format", "github", "--select", "AM3").out.splitlines()
    place = "file=a%2C b.argdown,line=1,col=1,title=AM303"
    said = "trust (“Trust”) is a question; write the answer that is meant, or make it an issue"
    assert lines == [f"::warning {place}::{said}"]
    (here / "a.tgf").write_text("a Who would say so?\n#\n")
    assert run("lint", "a.tgf", "--format", "github", "--select", "AM303").out.startswith(
        "::warning file=a.tgf,title=AM303::"
    )


def test_rules_are_listed_and_explained(run: Any, here: Path) -> None:
    """A code that nobody explains is switched off."""
    listed = run("lint", "--rules").out.splitlines()
    assert len(listed) == len(RULES)
    assert listed[0] == "AM101  warning  Claims support one another in a circle."
    told = run("lint", "--explain", "AM304").out
    assert told.startswith("AM304 two-claims-in-one (note)\n\nA claim says two things.\n")
    assert "\nMend: make two claims of it" in told
    assert run("lint", "--explain", "two-claims-in-one").out == told
    wrong = run("lint", "--explain", "AM999")
    assert wrong.code == 2
    assert "no rule is named 'AM999'" in wrong.err


def test_a_rule_that_there_isnt(run: Any, doubtful: str) -> None:
    """A misspelt code would ask nothing, and CI would be green for ever."""
    ended = run("lint", doubtful, "--select", "AM9")
    assert ended.code == 5
    assert "no rule is named 'AM9'" in ended.err


def test_quotations_are_looked_up(run: Any, here: Path) -> None:
    """A misquotation passes unseen."""
    said = Claim("c", "Co-ops cost less.", citations=(argmap.Citation("s", "cost less"),))
    argmap.write(ArgumentMap(claims=(said,), sources=(argmap.Source("s"),)), here / "c.json")
    (here / "s.txt").write_text("Firms are dear.")
    ended = run("lint", "c.json", "--text", "s=s.txt", "--select", "AM402")
    assert "the quotation of c isn't in the text of s" in ended.out
    ended = run("lint", "c.json", "--text", "t=s.txt")
    assert ended.code == 12
    assert "no source has the id 't'; known: 's'" in ended.err
    assert run("lint", "c.json", "no.json", "--text", "t=s.txt").code == 7
    ended = run("lint", "c.json", "--text", "s.txt")
    assert ended.code == 2
    assert "is no SOURCE=FILE" in ended.err


def test_fix_mends_the_file(run: Any, here: Path, doubtful: str) -> None:
    """What can be mended without asking needn't be done by hand."""
    ended = run("lint", doubtful, "--fix")
    assert ended.code == 1
    assert "2 findings mended" in ended.err
    assert "AM311" not in ended.out
    mended = argmap.read(here / doubtful)
    assert mended["b"] == Claim("b", "Co-ops are near.", tags=("x",))
    before = (here / doubtful).read_bytes()
    assert "0 findings mended" in run("lint", doubtful, "--fix").err
    assert (here / doubtful).read_bytes() == before


def test_fix_writes_elsewhere(run: Any, here: Path, doubtful: str) -> None:
    """Who wants to look first keeps the old file."""
    before = (here / doubtful).read_bytes()
    run("lint", doubtful, "--fix", "-o", "mended.json")
    assert (here / doubtful).read_bytes() == before
    assert argmap.read(here / "mended.json")["b"] == Claim("b", "Co-ops are near.", tags=("x",))
    lost = run("lint", doubtful, "--fix", "-o", "mended.tgf")
    assert lost.code == 9
    assert not (here / "mended.tgf").exists()
    run("lint", doubtful, "--fix", "-o", "mended.mmd")
    assert (here / "mended.mmd").exists()


def test_fix_never_writes_another_format_anew(run: Any, here: Path) -> None:
    """A text that a person has laid out would lose its layout and comments."""
    text = "a Co-ops  are near.\n#\n"
    (here / "a.tgf").write_text(text)
    ended = run("lint", "a.tgf", "--fix")
    assert ended.code == 2
    assert "would lose its layout and comments; say where with -o" in ended.err
    assert (here / "a.tgf").read_text() == text


def test_ids_that_are_written_otherwise(run: Any, here: Path) -> None:
    """An id may be spelt with escapes; a finding then has the file for a place, not another line."""
    argmap.write(ArgumentMap(claims=(Claim("é", "Who would say so?"),)), here / "a.json")
    assert run("lint", "a.json", "--select", "AM303").out.startswith("a.json:")
    text = (here / "a.json").read_text(encoding="utf-8").replace("é", "\\u00E9")
    (here / "a.json").write_text(text)
    assert run("lint", "a.json", "--select", "AM303").out.startswith("a.json: warning: é")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "x.json"), "there is no --fix"),
        (("--fix", "debate.json"), "--fix takes one FILE"),
        (("--fix", "--fence", "1"), "--fix takes one FILE"),
    ],
)
def test_wrong_usage(
    run: Any, doubtful: str, debate: ArgumentMap, arguments: tuple[str, ...], said: str
) -> None:
    """A file would be written that nobody asked for."""
    ended = run("lint", doubtful, *arguments)
    assert ended.code == 2
    assert said in ended.err


def test_configuration(run: Any, here: Path, doubtful: str) -> None:
    """A team's choices would have to be typed by each of them."""
    (here / "pyproject.toml").write_text(
        '[tool.argmap.lint]\nselect = ["AM3"]\nignore = ["AM311"]\nfail-on = "error"\n'
        'levels = {AM303 = "note"}\n'
    )
    ended = run("lint", doubtful)
    assert ended.code == 0
    assert ended.out.splitlines()[-1] == "2 notes"
    assert run("lint", doubtful, "--fail-on", "note").code == 1
    assert run("lint", "-", given=(here / doubtful).read_bytes()).out.splitlines()[-1] == "2 notes"
    (here / "argmap.toml").write_text('[lint]\nselect = ["AM303"]\n')
    assert run("lint", doubtful).out.splitlines()[-1] == "1 warning"
    (here / "maps").mkdir()
    (here / "maps" / "pyproject.toml").write_text("[tool.other]\nlint = 3\n")
    (here / doubtful).rename(here / "maps" / doubtful)
    assert run("lint", f"maps/{doubtful}").out.splitlines()[-1] == "1 warning"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("[lint", "this isn't TOML"),
        ("[lint]\nselect = 'AM3'", "select is a list of codes"),
        ("[lint]\nignore = [3]", "ignore is a list of codes"),
        ("[lint]\nlevels = ['AM3']", "levels maps codes to levels"),
        ("[lint]\nlevels = {AM3 = 1}", "levels maps codes to levels"),
        ("[lint]\nfail-on = 'fatal'", "fail-on is one of error, warning, note, never"),
        ("[lint]\nselekt = []", "lint has no setting 'selekt'; did you mean 'select'?"),
        ("[lint]\nselect = ['AM9']", "no rule is named 'AM9'"),
    ],
)
def test_wrong_configuration(run: Any, here: Path, doubtful: str, table: str, said: str) -> None:
    """A setting that is ignored in silence is believed."""
    (here / "argmap.toml").write_text(table)
    ended = run("lint", doubtful)
    assert ended.code in (4, 5)
    assert said in ended.err
    assert ended.out == ""


def test_the_co_op_debate(run: Any, root: Path) -> None:
    """The weak spot of the worked example is that nobody answers R2."""
    ended = run("lint", str(root / "examples" / "co_op_debate.json"), "--select", "AM201")
    assert "nothing is said to the rebuttal rebuttal-1 of T by R2" in ended.out
