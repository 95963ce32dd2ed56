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
    assert '"They are cover for cuts."' in run("merge", *three).out


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
