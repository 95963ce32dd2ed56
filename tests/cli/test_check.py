"""``argmap check``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest

from argmap import ArgumentMap, Format, Reading
from argmap.errors import Finding, InvalidMap, Problem
from argmap.formats import formats
from argmap.limits import Limits
from argmap.source import SourceText


def _found(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """A finding for every line, whose word is its level; ``invalid`` raises what a reader mustn't."""
    if source.text == "invalid":
        raise InvalidMap([Problem("no-premise", "s has no premise", ("s",))])
    levels: dict[str, Literal["error", "warning", "note"]]
    levels = {"error": "error", "warning": "warning", "note": "note"}
    findings = [
        Finding("odd", f"line {number}\nis odd", level=levels[word], hint="look", ids=("a",))
        for number, word in enumerate(source.text.split(), 1)
    ]
    return Reading(ArgumentMap(), tuple(findings), "words")


WORDS = Format(
    name="words", title="Words", suffixes=(".words",), read=_found, sniff=lambda text: True
)


@pytest.fixture
def words(here: Path, plug_in: Callable[..., None]) -> Callable[[str], str]:
    """Writes a file whose reader has a finding for every word."""
    plug_in("words", WORDS)

    def written(text: str) -> str:
        name = f"{len(list(here.glob('*.words')))}.words"
        (here / name).write_text(text)
        return name

    return written


def test_a_good_map_is_counted(run: Any, debate: ArgumentMap) -> None:
    """A person would not learn whether the whole file was read."""
    ended = run("check", "debate.json")
    assert (ended.code, ended.out, ended.err) == (0, "3 claims, 2 links: no problems\n", "")


def test_standard_input(run: Any, here: Path, debate: ArgumentMap) -> None:
    """A map in a pipe could not be checked."""
    given = (here / "debate.json").read_bytes()
    assert run("check", "-", given=given).out == "3 claims, 2 links: no problems\n"
    ended = run("check", "-", given=given[:-9])
    assert ended.code == 4
    assert ended.err.startswith("argmap: error: <stdin>:")


def test_a_finding_is_one_line(run: Any, words: Callable[[str], str]) -> None:
    """A program that reads the list by lines would take a finding for two."""
    ended = run("check", words("warning"))
    assert ended.code == 0
    assert ended.out == ("0.words: line 1\\nis odd; look [odd]\n0 claims, 0 links: 1 finding\n")
    assert ended.err == ""


@pytest.mark.parametrize(
    ("text", "code", "strict"),
    [("", 0, 0), ("note", 0, 0), ("warning note", 0, 1), ("error", 1, 1), ("warning error", 1, 1)],
)
def test_the_exit_code_says_how_bad_it_is(
    run: Any, words: Callable[[str], str], text: str, code: int, strict: int
) -> None:
    """A build would pass with a bad map, or fail for a mere note."""
    name = words(text)
    assert run("check", name).code == code
    assert run("check", "--strict", name).code == strict


def test_a_bad_file_stops_nothing(
    run: Any, words: Callable[[str], str], debate: ArgumentMap
) -> None:
    """Files behind a bad one would go unchecked, or the exit code be that of the last file."""
    ended = run("check", words("error"), "nowhere.json", "debate.json", words("invalid"))
    assert ended.code == 7
    assert ended.out.splitlines() == [
        "0.words: line 1\\nis odd; look [odd]",
        "0.words: 0 claims, 0 links: 1 finding",
        "debate.json: 3 claims, 2 links: no problems",
    ]
    first, second = ended.err.split("argmap: error: ")[1:]
    assert first.startswith("nowhere.json: the file isn't there")
    assert second.startswith("the map breaks 1 invariant")


def test_a_file_name_is_one_line(run: Any, here: Path, debate: ArgumentMap) -> None:
    """A file name with a line end could fake the summary of another file."""
    (here / "debate.json").rename(here / "a\nb.json")
    assert run("check", "a\nb.json", "a\nb.json").out == (
        "a\\nb.json: 3 claims, 2 links: no problems\n" * 2
    )


def test_json_has_everything(run: Any, words: Callable[[str], str], here: Path) -> None:
    """A program would have to take messages for people apart."""
    (here / "bad.json").write_text('{"argmap": 1,\n "claims": [7]}')
    name = words("warning")
    ended = run("check", "--format", "json", name, "bad.json", words("invalid"))
    assert (ended.code, ended.err) == (4, "")
    answer = json.loads(ended.out)
    assert answer["exit_code"] == 4
    good, bad, invalid = answer["files"]
    assert good == {
        "file": "0.words",
        "exit_code": 0,
        "format": "words",
        "claims": 0,
        "links": 0,
        "findings": [
            {
                "code": "odd",
                "level": "warning",
                "message": "line 1\nis odd",
                "place": "",
                "ids": ["a"],
                "hint": "look",
            }
        ],
    }
    assert (bad["exit_code"], bad["error"]["kind"]) == (4, "ReadError")
    assert (bad["error"]["line"], bad["error"]["column"]) == (2, 13)
    assert bad["error"]["path"] == "claims[0]"
    assert bad["error"]["text"].startswith("bad.json:2:13: ")
    assert invalid["error"]["kind"] == "InvalidMap"


def test_json_tells_where_nothing_could_be_read(run: Any) -> None:
    """A missing file would have a line and a column."""
    (file,) = json.loads(run("check", "--format", "json", "nowhere.json").out)["files"]
    assert (file["error"]["line"], file["error"]["column"]) == (None, None)
    assert file["error"]["problems"] == []


def test_json_lists_broken_invariants(run: Any, here: Path) -> None:
    """A program could not tell which invariants a document's map breaks."""
    claim = '{"id": "a", "text": "A"}'
    (here / "twice.json").write_text(f'{{"argmap": 1, "claims": [{claim}, {claim}]}}')
    (file,) = json.loads(run("check", "--format", "json", "twice.json").out)["files"]
    assert [problem["code"] for problem in file["error"]["problems"]] == ["unique-id"]
    assert file["error"]["problems"][0]["ids"] == ["a"]


def test_a_file_is_needed(run: Any) -> None:
    """A build whose list of files is empty would pass."""
    assert run("check").code == 2


@pytest.mark.parametrize("format", [each.name for each in formats() if each.read])
def test_an_empty_document(run: Any, format: str) -> None:
    """A map without claims was called one without problems, or told only in some formats."""
    ended = run("check", "--from", format, "-")
    if ended.code == 0:
        assert ended.out.splitlines()[-1] in (
            "0 claims, 0 links: the map is empty",
            "0 claims, 0 links: 1 finding",
        )
        assert run("check", "--strict", "--from", format, "-").code == int("finding" in ended.out)
    else:
        assert (ended.code, ended.out) == (4, "")
