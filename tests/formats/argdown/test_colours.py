"""Boxes have the colours that an Argdown document asks for, by data, by title, by tag."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.formats.argdown.adorned import adorned
from argmap.formats.argdown.colour_schemes import SCHEMES
from argmap.formats.argdown.picture import picture
from argmap.source import SourceText

TEXT = """\
[A]: a #one
  + <B>: b #two #one
  - [C]: c

<D>: d #three

(1) [P]: p #four
(2) q
----
(3) [A]
"""


def _map(text: str, color: str = "") -> argmap.ArgumentMap:
    front = f"===\n{color}\n===\n\n" if color else ""
    return argmap.parse(SourceText("d.argdown", front + text), format="argdown").map


def _drawn(map: argmap.ArgumentMap) -> dict[str, dict[str, Any]]:
    """How each claim and group is drawn, by title."""
    told = {}
    every: list[argmap.Claim | argmap.Group] = [*map.claims, *map.groups]
    for each in every:
        how = dict(each.data.get("argdown", {}).get("drawn", {}))
        told[each.title] = {name: held for name, held in how.items() if name != "shape"}
    return told


def _colours(text: str, color: str = "") -> dict[str, str]:
    told = _drawn(picture(_map(text, color)))
    return {title: how["colour"] for title, how in told.items() if "colour" in how}


@pytest.mark.corpus
@pytest.mark.parametrize("folder", ["argdown", "argdown-snippets", "argdown-suite"])
def test_the_conformance_set_is_coloured_as_by_the_reference(corpus: Path, folder: str) -> None:
    """An author's colours would mean something else in our pictures."""
    counts, differing = import_module("argdown_colours").compared(corpus, folder)
    assert differing == {}
    assert counts["coloured"] >= 20


def test_tags_in_their_order() -> None:
    """The colours of a document without settings would differ from those of Argdown's own tools."""
    default = SCHEMES["default"]
    assert _colours(TEXT) == {"A": default[1], "B": default[2], "D": default[3], "P": default[4]}


def test_tags_in_the_order_of_the_document() -> None:
    """A heading's tag, or one that stands at a later member, would shift all colours."""
    text = "# H #h\n\n[A]: a #x\n\n[B]: b #y\n\n[A] #z\n\n[B]\n  + [A]\n"
    default = SCHEMES["default"]
    assert _colours(text, "color: {colorizeByTag: true}") == {"A": default[2], "B": default[3]}


def test_more_tags_than_colours() -> None:
    """The ninth tag would end in a traceback."""
    text = "".join([f"[S{n}]: s #t{n}\n  + [X{n}]: x\n\n" for n in range(9)])
    assert _colours(text) == {f"S{n}": SCHEMES["default"][n + 1] for n in range(7)}


@pytest.mark.parametrize(
    ("color", "expected"),
    [
        ("colorizeByTag: false", {}),
        (
            "colorScheme: iwanthue-fancy, colorizeByTag: false",
            dict.fromkeys("ABCDP", "#e6afd3"),
        ),
        (
            "colorScheme: nonsense, colorizeByTag: false",
            dict.fromkeys("ABCDP", "#1b9e77"),
        ),
        (
            'colorScheme: ["#ABC", 5], colorizeByTag: false',
            dict.fromkeys("ABCDP", "#aabbcc"),
        ),
        (
            'tagColors: {one: "#FF0000", two: 2, three: 99, four: red}',
            {"A": "#ff0000", "B": "#7570b3"},
        ),
        (
            'tagColors: {one: {color: "#ff0000", priority: 2}, two: {color: 1}, three: {}, four: [1]}',
            {"A": "#ff0000", "B": "#ff0000"},
        ),
        (
            'colorizeByTag: false, statementColors: {A: 0, B: 1, C: "#123456"}, argumentColors: {B: 2, D: 1.5}',
            {"A": "#1b9e77", "B": "#7570b3", "C": "#123456"},
        ),
    ],
)
def test_settings(color: str, expected: dict[str, str]) -> None:
    """A setting of the reference would say nothing, or something else."""
    found = _colours(TEXT, f"color: {{{color}}}")
    assert found == expected


def test_data_before_titles_before_tags() -> None:
    """What is nearest to an element would be overruled."""
    text = '[A]: a #t {color: "#010203"}\n  + [B]: b #t {color: red}\n  + [C]: c #t\n  + <D>: d {color: true}\n'
    color = 'color: {statementColors: {A: "#111111", B: "#222222", C: "#333333"}%s}'
    assert _colours(text, color % "") == {"A": "#010203", "C": "#333333"}
    ignored = _colours(text, color % ", ignoreColorData: true")
    assert ignored == {"A": "#111111", "B": "#222222", "C": "#333333"}


def test_groups() -> None:
    """Frames would have no colours, or those of other headings."""
    text = '# H #h\n\n[A]: a\n\n## I {color: "#010203"}\n\n[B]: b\n  + [A]\n\n## J\n\n[C]: c\n  + [A]\n\n# K #u\n\n[D]: d\n  + [A]\n\n## L\n\n[E]: e\n  + [A]\n'
    assert _colours(text) == {"I": "#010203"}
    levels = 'color: {groupColorScheme: ["#aa0000", "#bb0000"], groupColors: {J: 0}}'
    assert _colours(text, levels) == {
        "H #h": "#aa0000",
        "I": "#010203",
        "J": "#aa0000",
        "K #u": "#aa0000",
        "L": "#bb0000",
    }
    tags = 'color: {colorizeGroupsByTag: true, tagColors: {h: "#0000ff", u: no}}'
    assert _colours(text, tags) == {"H #h": "#0000ff", "I": "#010203"}
    assert _drawn(picture(_map(text, tags)))["H #h"]["tag"] == "h"


def test_a_closed_group_has_its_colour() -> None:
    """The box that stands for a closed section would lose it."""
    text = "# H {isClosed: true, color: 0}\n\n[A]: a\n  + [B]: b\n\n# I\n\n[C]: c\n  + [A]\n"
    assert _colours(text) == {"H": "#dadada"}


def test_what_is_remembered_is_written_back() -> None:
    """Colours would change when a map is written and read again, or the map would."""
    map = _map(f"# H #h\n\n{TEXT}", "color: {colorizeGroupsByTag: true}")
    again = argmap.loads(argmap.render(map, "argdown").text, format="argdown")
    assert again.data == map.data
    assert _drawn(picture(again)) == _drawn(picture(map))


def test_nobody_s_data_under_argdown() -> None:
    """What a stranger's data says of tags would end in a traceback."""
    claims = (argmap.Claim("a", "a", tags=("t",)), argmap.Claim("b", "b"))
    groups = (argmap.Group("g", "G"), argmap.Group("h", "H"))
    data = {
        "argdown": {
            "front matter": {"color": {"colorizeGroupsByTag": True, "tagColors": 5}},
            "tags": [3, "t"],
            "group tags": {"g": ["x", 7], "h": "y"},
        }
    }
    map = argmap.ArgumentMap(claims=claims, groups=groups, data=data)
    assert _drawn(adorned(map)) == {
        "": {},
        "G": {"colour": "#aaaaaa", "tag": "x"},
        "H": {},
    }


def test_pictures_are_named() -> None:
    """Nobody would know which pictures belong to a box."""
    text = "[A]: a {images: [x.png, y.png, 5]}\n  + <B>: b #t {images: z.png}\n"
    files = "images: {files: {t: {path: t.svg}, x.png: {path: pictures/x.png}}"
    told = _drawn(picture(_map(text, f"{files}}}")))
    assert told["A"]["images"] == ("pictures/x.png", "y.png")
    assert told["B"]["images"] == ("t.svg",)
    told = _drawn(picture(_map(text, f"{files}, useData: false, useTags: false}}")))
    assert not [how for how in told.values() if "images" in how]


def test_claims_in_colours() -> None:
    """A document's settings would say nothing where its claims are drawn, or tags where it has no settings."""
    assert adorned(_map(TEXT)) == _map(TEXT)
    told = _drawn(adorned(_map(f"# H\n\n{TEXT}", 'color: {groupColors: {H: "#010203"}}')))
    assert told["A"] == {"colour": "#d95f02", "tag": "one"}
    assert told["H"] == {"colour": "#010203"}
    told = _drawn(adorned(_map("[A]: a {images: [x.png]}", "images: {useTags: true}")))
    assert told["A"] == {"images": ("x.png",)}


@pytest.mark.parametrize(
    ("color", "told"),
    [
        ("colorizeByTag: true", True),
        ("colorizeByTag: false", False),
        ('tagColors: {y: "#112233"}', True),
        ('tagColors: {y: "#112233", z: 2, w: 3}', False),
    ],
)
def test_colours_that_the_order_changes_are_told(color: str, told: bool) -> None:
    """Other programs would colour a written document otherwise, and nobody would know."""
    map = _map("# H\n\n[A]: a #x\n\n[B]: b #y\n\n[A] #z\n  + [C]: c #w\n", f"color: {{{color}}}")
    rendering = argmap.render(map, "argdown")
    assert ("tags-order" in [loss.code for loss in rendering.losses]) is told
    again = argmap.loads(rendering.text, format="argdown")
    assert _drawn(picture(again)) == _drawn(picture(map))
