"""The gallery shows what argmap draws today, says how, and stays small; the guides cover every job."""

from __future__ import annotations

import re
from inspect import isfunction

import pytest

import argmap
from argmap.cli.program import COMMANDS
from tests.tools.gallery import PAGES, PICTURES, ROOT, Picture

LARGEST = 2_000_000
"""How much all pictures of the gallery may weigh, bytes."""


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_every_picture_is_what_argmap_draws(picture: Picture) -> None:
    """The gallery would show an argmap that is gone; ``python tests/tools/gallery.py`` draws it anew."""
    assert picture.file.read_bytes() == picture.drawn()


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_every_picture_has_its_command(picture: Picture) -> None:
    """A visitor couldn't draw what is shown, or a picture would be shown nowhere."""
    pages = [page.read_text("utf-8") for page in sorted(PAGES.glob("*.md"))]
    (page,) = [each for each in pages if f"```{{image}} {picture.name}.svg" in each]
    assert f"`{picture.command}`" in page


def test_every_picture_is_shown_and_there() -> None:
    """A picture that no page shows is dead weight; one that is missing leaves a hole."""
    text = "\n".join([page.read_text("utf-8") for page in sorted(PAGES.glob("*.md"))])
    shown = re.findall(r"```\{image\} (\S+)\.svg", text)
    assert sorted(shown) == sorted([file.stem for file in PAGES.glob("*.svg")])
    assert len(re.findall(":alt: ", text)) == text.count("```{image}")


def test_the_pictures_are_small() -> None:
    """A clone of the project would become slow for the sake of pictures."""
    assert sum([file.stat().st_size for file in PAGES.glob("*.svg")]) < LARGEST


@pytest.mark.parametrize("source", sorted({p.source for p in PICTURES if "gallery" in p.source}))
def test_the_maps_have_something_in_them(source: str) -> None:
    """A map of five claims shows no debate."""
    map = argmap.read(ROOT / source)
    assert 15 <= len(map.claims) <= 60
    assert map.participants
    kinds = {link.kind for link in map.links}
    assert {"support", "rebuttal", "undercut"} <= kinds
    assert any(link.linked for link in map.links if isinstance(link, argmap.Step))


def test_every_command_and_function_has_a_guide() -> None:
    """A visitor wouldn't find out what argmap can do: the table of guides names all of it."""
    table = (ROOT / "docs" / "how-to" / "index.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"`argmap {command}" in table, command
    for name in argmap.__all__:
        if isfunction(getattr(argmap, name)):
            assert re.search(rf"`{name}(`|\()", table), name
