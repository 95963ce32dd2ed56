"""Small documents are drawn as the reference implementation draws them, and so are those of its conformance set."""

from __future__ import annotations

import json
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap import Claim, Rebuttal, Support, Undercut
from argmap.formats.argdown.picture import picture
from argmap.source import SourceText

DOCUMENTS = tomllib.loads(Path(__file__).with_name("pictures.toml").read_text("utf-8"))["document"]


def _map(text: str) -> argmap.ArgumentMap:
    return argmap.parse(SourceText("d.argdown", text), format="argdown").map


@pytest.fixture(scope="module")
def pictures() -> Any:
    """The program that prints the tables."""
    return import_module("argdown_pictures")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["name"])
def test_as_the_reference_draws_it(document: dict[str, str], pictures: Any) -> None:
    """Else a setting shows or hides what its author didn't expect."""
    rows = sorted(document["rows"].splitlines())
    ours = pictures.ours(_map(document["text"]))
    assert sorted(json.dumps(row, ensure_ascii=False) for row in ours) == rows


@pytest.mark.corpus
@pytest.mark.parametrize("folder", ["argdown", "argdown-snippets", "argdown-suite"])
def test_the_conformance_set_is_drawn_as_the_reference_draws_it(
    corpus: Path, folder: str, pictures: Any
) -> None:
    """A real document's picture would show another debate."""
    count = pictures.compared(corpus, folder)
    assert (count.equal, count.differing) == (count.files, {})
    assert count.files > 30


def test_the_map_stays_whole() -> None:
    """What the picture hides would be lost."""
    map = _map("[A]: a {isInMap: false}\n  + <B>: b\n")
    assert [claim.id for claim in picture(map).claims] == []
    assert [claim.id for claim in map.claims] == ["a", "b"]


def test_maps_of_other_formats_are_drawn_too() -> None:
    """``--reading argdown`` would fail on a map that nobody wrote in Argdown."""
    draft = argmap.Draft("Co-ops")
    good = draft.claim("Co-ops are good.", title="Good")
    near = draft.claim("They are near.", title="Near")
    old = draft.claim("They are old.", title="Old")
    why = draft.issue("Why?")
    draft.answer(why, by=good)
    linked = draft.support(good, by=[near, old])
    objection = draft.rebut(good, by=draft.claim("They are slow.", title="Slow"), weight=0.5)
    draft.undercut(objection, by=near)
    draft.undercut(draft.conflict(good, old), by=near)
    draft.support(linked, by=near)
    draft.undercut(draft.rephrase(good, by=old), by=near)
    draft.undercut(objection, by=near, id="again")
    draft.prefer(good, over=old)
    shown = picture(draft.map())
    assert {type(link) for link in shown.links} == {Support, Rebuttal, argmap.Conflict}
    assert not any(isinstance(link, Undercut) for link in shown.links)
    assert [claim.title for claim in shown.claims] == ["Good", "Near", "Old", "Slow", "Untitled 1"]


@pytest.mark.parametrize(
    "settings",
    [
        "selection: {selectedTags: 5, excludeStatements: {a: 1}, statementSelectionMode: [1]}",
        "selection: 7\ngroup: [1]\nmap: x",
        "group: {regroup: [5, {title: 7, statements: x, arguments: [Q], children: 3}], groupDepth: x}",
        "group: {sections: {One: 5}, groupDepth: none}",
    ],
)
def test_settings_of_other_kinds_say_nothing(settings: str) -> None:
    """A slip in the front matter would end in a traceback."""
    map = _map(f"===\n{settings}\n===\n\n# One\n\n[A]: a\n  + [B]: b\n")
    assert {claim.id for claim in picture(map).claims} == {"a", "b"}


def test_a_title_that_only_looks_like_none() -> None:
    """A reconstructed argument without title and text would be a box without words."""
    (claim,) = [
        each
        for each in picture(_map("(1) p\n(2) q\n  - [D]: d\n----\n(3) [C]: c\n")).claims
        if each.id.startswith("support")
    ]
    data = {"argdown": {"kind": "argument", "drawn": {"shape": "argument"}}}
    assert claim == Claim("support-1", title="Untitled 1", data=data)


def test_what_rests_on_a_hidden_conclusion() -> None:
    """An arrow would lead to an argument that isn't shown, or the picture fail where all is hidden."""
    text = "<A>: a {isInMap: true}\n\n(1) p\n----\n(2) [C]: c {isInMap: false}\n\n<B>: b {isInMap: false}\n\n(1) [C]\n----\n(2) q\n"
    shown = picture(_map(text))
    assert ([claim.title for claim in shown.claims], shown.links) == (["A"], ())


@pytest.mark.parametrize("said", ["Z", "5"])
def test_an_arrow_from_an_argument_that_concludes_something_else(said: str) -> None:
    """It would begin at a box that has nothing to do with it, or nowhere."""
    link = f"{{argmap: {{link: {{data: {{argdown: {{from: {said}}}}}}}}}}}"
    text = f"[S]: s\n  + [C] {link}\n  + [D]: d {link}\n\n<A>\n\n(1) p\n----\n(2) [C]: c\n"
    links = picture(_map(text)).links
    ends = [(link.premises, link.target) for link in links if isinstance(link, Support)]
    assert ends == [(("c",), "s"), (("d",), "s"), (("support-3",), "c")]


def test_closed_groups_that_the_settings_leave_open() -> None:
    """``ignoreIsClosed`` would hide what it should show."""
    text = (
        "===\ngroup: {ignoreIsClosed: true}\n===\n\n# One {isClosed: true}\n\n[A]: a\n  + [B]: b\n"
    )
    assert [claim.title for claim in picture(_map(text)).claims] == ["A", "B"]


def test_what_attacks_itself() -> None:
    """An arrow from a box to itself would be drawn twice, or lost."""
    (link,) = picture(_map("<A>: a\n  - <A>\n")).links
    assert isinstance(link, Rebuttal)
    assert (link.premises, link.target) == (("a",), "a")
