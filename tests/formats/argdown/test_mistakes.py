"""Mistakes that people make in Argdown, one a file in ``tests/cases/argdown``: refused or lived with, at the right place.

A case has the ``text``, what would be wrong (``says``), and what ``reference`` the reference implementation
prints, if it refuses the text. A case is ``refused`` with place, message, caret and next step, or it is read
to so many claims and links with one ``finding``.
"""

from __future__ import annotations

import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.source import SourceText

CASES = sorted((Path(__file__).parents[2] / "cases" / "argdown").glob("*.toml"))


def _case(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _read(case: dict[str, Any], *, strict: bool = False) -> argmap.Reading:
    return argmap.parse(SourceText("debate.argdown", case["text"]), format="argdown", strict=strict)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_mistake_is_told(path: Path) -> None:
    """What the case says would happen, or a person could not mend it from the message alone."""
    case = _case(path)
    assert case["says"]
    if "refused" in case:
        refused = case["refused"]
        with pytest.raises(argmap.ReadError) as caught:
            _read(case)
        told = str(caught.value).split("\n")
        assert told[0] == f"{refused['place']}: {refused['message']}"
        assert told[-1].strip() == refused["next"]
        assert ("caret" in refused) == (len(told) == 4)
        assert told[-2].endswith(f"| {refused.get('caret', '')}") or len(told) == 2
        return
    reading = _read(case)
    (finding,) = reading.findings
    expected = case["finding"]
    assert (finding.code, str(finding.place)) == (expected["code"], expected["place"])
    assert (finding.message, finding.hint) == (expected["message"], expected["next"])
    assert (len(reading.map.claims), len(reading.map.links)) == (case["claims"], case["links"])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_strict_refuses_what_the_reference_refuses(path: Path) -> None:
    """Else ``strict`` accepts what the author can't use elsewhere, or refuses what works there."""
    case = _case(path)
    if "reference" in case or "refused" in case:
        with pytest.raises(argmap.ReadError):
            _read(case, strict=True)
    else:
        assert [finding.code for finding in _read(case, strict=True).findings] == [
            case["finding"]["code"]
        ]


def test_there_are_cases() -> None:
    """A folder that has moved would leave nothing tested."""
    assert len(CASES) >= 40


def test_the_page_of_messages_is_up_to_date() -> None:
    """The page would show messages that nobody gets; ``python tests/tools/argdown/argdown_messages.py`` writes it."""
    sys.path.insert(0, str(Path(__file__).parents[2] / "tools" / "argdown"))
    messages = import_module("argdown_messages")
    assert messages.PAGE.read_text("utf-8") == "".join(messages.page())
