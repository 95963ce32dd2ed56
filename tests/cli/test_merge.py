"""``argmap merge``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import argmap

BASE = "[Good]: Co-ops are good for services.\n  + [Near]: They are near to people.\n"
OURS = BASE + "  - [Cuts]: They are cover for cuts.\n"
THEIRS = BASE.replace("near to people", "near to local people")


@pytest.fixture
def three(here: Path) -> tuple[str, str, str]:
    """The base and two edits of it."""
    for name, text in (("base", BASE), ("ours", OURS), ("theirs", THEIRS)):
        (here / f"{name}.argdown").write_text(text)
    return "base.argdown", "ours.argdown", "theirs.argdown"


def test_both_edits_are_written(run: Any, here: Path, three: tuple[str, str, str]) -> None:
    """One of them would have to be typed again."""
    ended = run("merge", *three, "-o", "merged.argdown")
    assert (ended.code, ended.err) == (0, "")
    merged = argmap.read(here / "merged.argdown")
    assert [claim.text for claim in merged.claims] == [
        "Co-ops are good for services.",
        "They are near to local people.",
        "They are cover for cuts.",
    ]
    assert run("merge", *three).out == (here / "merged.argdown").read_text()


def test_conflicts_are_told(run: Any, here: Path, three: tuple[str, str, str]) -> None:
    """Git would commit a merge that nobody has looked at."""
    (here / three[1]).write_text(BASE.replace("near to people", "near to their people"))
    ended = run("merge", *three, "-o", "merged.argdown")
    assert ended.code == 1
    assert (
        "conflict: text of the claim 'near' is 'They are near to their people.' here" in ended.err
    )
    assert ended.err.endswith("argmap: 1 conflict\n")
    assert argmap.read(here / "merged.argdown")["near"].text == "They are near to their people."  # type: ignore[union-attr]  # it is a claim


def test_as_a_driver_of_git(run: Any, here: Path, three: tuple[str, str, str]) -> None:
    """Git's copies have no suffix; the result takes the place of ours."""
    names = (".merge_base", ".merge_ours", ".merge_theirs")
    for name, old in zip(names, three, strict=True):
        (here / old).rename(here / name)
    ended = run("merge", *names, "-o", names[1], "--name", "maps/debate.argdown")
    assert (ended.code, ended.err) == (0, "")
    assert len(argmap.read(here / names[1], format="argdown").claims) == 3


@pytest.fixture
def of_aif(here: Path, three: tuple[str, str, str]) -> tuple[str, str, str]:
    """The same in AIF, whose files may be called ``.json``."""
    for name in three:
        file = here / name.replace(".argdown", ".json")
        argmap.write(argmap.read(name), file, format="aif", report=lambda _: None)
    return "base.json", "ours.json", "theirs.json"


def test_the_format_is_that_of_ours(run: Any, here: Path, of_aif: tuple[str, str, str]) -> None:
    """Whoever merges AIF wants AIF; it had become argmap's JSON."""
    for output in ("-", "merged.json"):
        ended = run("merge", *of_aif, "-o", output)
        text = ended.out if output == "-" else (here / output).read_text()
        assert (ended.code, '"nodeID"' in text) == (0, True)
    assert run("merge", *of_aif, "-o", "merged.argdown").code == 0
    assert "\n[good]: Co-ops" in (here / "merged.argdown").read_text()
    assert run("merge", *of_aif, "--to", "json").out.startswith('{\n  "argmap": 1')
    assert run("merge", *of_aif, "-o", "merged.json", "--to", "json").code == 0
    assert '"argmap": 1' in (here / "merged.json").read_text()


def test_git_says_the_suffix_and_the_content_the_format(
    run: Any, here: Path, of_aif: tuple[str, str, str]
) -> None:
    """AIF under the name of a JSON file was read as argmap's own, and refused."""
    names = (".merge_base", ".merge_ours", ".merge_theirs")
    for name, old in zip(names, of_aif, strict=True):
        (here / old).rename(here / name)
    ended = run("merge", *names, "-o", names[1], "--name", "debate.json")
    assert ended.code == 0, ended.err
    assert '"nodeID"' in (here / names[1]).read_text()
    assert len(argmap.read(here / names[1], format="aif").claims) == 3


def test_both_have_added_the_file(run: Any, here: Path, three: tuple[str, str, str]) -> None:
    """Git's copy of a base that isn't there is empty, which is no document of most formats."""
    (here / "base.json").write_text("")
    for name in three[1:]:
        argmap.write(argmap.read(name), here / name.replace(".argdown", ".json"))
    ended = run("merge", "base.json", "ours.json", "ours.json", "--name", "x.json", "-o", "out")
    assert (ended.code, ended.err) == (0, "")
    assert argmap.read(here / "out") == argmap.read("ours.json")
    assert run("merge", "base.json", "ours.json", "ours.json").code == 4
    assert run("merge", "base.json", "base.json", "ours.json", "--name", "x.json").code == 4


def test_a_format_that_is_only_read(run: Any, here: Path) -> None:
    """There is no writer to ask, and the answer must still be a map."""
    (here / "a.axl").write_text(
        Path(__file__).parent.parent.joinpath("cases/xml/axl.xml").read_text()
    )
    ended = run("merge", "a.axl", "a.axl", "a.axl")
    assert ended.code == 0
    assert ended.out.startswith('{\n  "argmap": 1')
    assert "AXL (Argumentative) can be read, not written; this is argmap's own JSON" in ended.err
    assert run("merge", "a.axl", "a.axl", "a.axl", "-o", "b.axl").code == 5


def test_standard_input(run: Any, here: Path, three: tuple[str, str, str]) -> None:
    """It can be read once, so its name is asked nothing of."""
    given = (here / three[0]).read_bytes()
    ended = run("merge", "-", *three[1:], "--name", "x.argdown", "--from", "argdown", given=given)
    assert ended.code == 0
    assert run("merge", "-", *three[1:], "--name", "x.argdown", given=given).code == 0


def test_a_document_with_fences_is_not_written_over(run: Any, here: Path) -> None:
    """What stands around the fence would be gone."""
    for name, text in (("base", BASE), ("ours", OURS), ("theirs", THEIRS)):
        (here / f"{name}.md").write_text(f"# Notes\n\n```argdown\n{text}```\n")
    ended = run("merge", "base.md", "ours.md", "theirs.md", "-o", "ours.md")
    assert ended.code == 2
    assert "would lose what stands around its fences" in ended.err
    assert "# Notes" in (here / "ours.md").read_text()
    assert run("merge", "base.md", "ours.md", "theirs.md").out.startswith("[Good]: Co-ops")
    assert run("merge", "base.md", "ours.md", "theirs.md", "-o", "outline.md").code == 0
