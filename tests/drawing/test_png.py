"""PNG: an independent reader sees the picture, its texts, its size and its ground; what can't be is refused."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from PIL import Image, ImageChops

import argmap
from argmap.drawing.ground import grounded, on_background
from argmap.drawing.png import LONGEST, PIXELS, png
from argmap.drawing.scene import Group, Item, Text
from argmap.drawing.theme import THEMES
from argmap.errors import LossWarning, MissingExtra, TooLarge, UnknownFormat
from tests.drawing.made_fonts import a_png, make_font

NOWHERE = ("no folder",)


def debate(text: str = "Sixteen-year-olds should have the vote.") -> argmap.ArgumentMap:
    """A claim with an objection, and an undercut that has a label."""
    draft = argmap.Draft("Votes")
    vote = draft.claim(text, id="vote")
    objection = draft.rebut(vote, by=draft.claim("They are too easily led.", said_by="Ben"))
    draft.undercut(objection, by=draft.claim("So are their elders."), label="so what")
    return draft.map()


def picture(map: argmap.ArgumentMap, **options: Any) -> Any:
    """A map's PNG as Pillow reads it."""
    options = {"font_folders": NOWHERE, "theme": "light", **options}
    return Image.open(BytesIO(argmap.render(map, "png", **options).data)).convert("RGBA")


def wordless(item: Item) -> Item:
    """A shape without its words, which are what a picture without fonts would lack."""
    if isinstance(item, Text):
        return item._replace(lines=())
    if isinstance(item, Group):
        return item._replace(items=tuple(map(wordless, item.items)))
    return item


def test_words_are_drawn_and_stay_where_they_were_measured() -> None:
    """Else a picture is without texts, or they run over their cards."""
    scene = argmap.draw(debate(), theme="light").scene
    bare = evolve(scene, items=tuple(map(wordless, scene.items)))
    pictures: list[Any] = [
        Image.open(BytesIO(png(each, font_folders=NOWHERE).data)).convert("RGB")
        for each in (scene, bare)
    ]
    seen, empty = pictures
    assert seen.size == (scene.width, scene.height)
    ink = ImageChops.difference(seen, empty).convert("L").point(lambda value: 255 * (value > 60))
    inked = ink.copy()
    for left, top, right, bottom in boxes(scene.items):
        part = (int(left) - 1, int(top) - 2, int(right) + 2, int(bottom) + 2)
        assert ink.crop(part).getbbox() is not None, "a line isn't there"
        inked.paste(0, part)
    assert inked.getbbox() is None, "something is drawn beside the lines"


def boxes(items: tuple[Item, ...]) -> list[tuple[float, float, float, float]]:
    """Where each line was measured to stand."""
    found, waiting = [], list(items)
    while waiting:
        item = waiting.pop()
        if isinstance(item, Text):
            for x, y, _, width in item.lines:
                found.append((x, y - item.size, x + width, y + 0.3 * item.size))
        elif isinstance(item, Group):
            waiting += item.items
    return found


@pytest.mark.parametrize("theme", ["light", "dark", "print", "auto"])
def test_the_ground_is_the_theme_s(theme: str) -> None:
    """Else a dark picture stands on white."""
    wanted = THEMES[theme].palette.background
    shown = picture(debate(), theme=theme)
    assert "#{:02x}{:02x}{:02x}{:02x}".format(*shown.getpixel((1, 1))) == f"{wanted}ff"


def test_another_ground_or_none() -> None:
    """Else a picture can't lie on a coloured slide."""
    assert picture(debate(), background="#FFEEDD").getpixel((1, 1)) == (255, 238, 221, 255)
    assert picture(debate(), background="transparent").getpixel((1, 1)) == (0, 0, 0, 0)
    with pytest.raises(ValueError, match="#rrggbb or transparent, not 'red'"):
        on_background(THEMES["light"], "red")
    bare = evolve(argmap.draw(debate()).scene, items=())
    assert grounded(bare, "transparent") == bare


def test_scale_is_pixels_for_each_pixel() -> None:
    """Else a picture for print has the sharpness of a screen."""
    once, twice = picture(debate()), picture(debate(), scale=2)
    assert twice.size == (2 * once.width, 2 * once.height)


def test_the_same_map_gives_the_same_bytes() -> None:
    """Else a picture under version control changes for nothing."""
    one, two = [argmap.render(debate(), "png", font_folders=NOWHERE).data for _ in range(2)]
    assert one == two


def test_pages_lie_in_one_picture() -> None:
    """Else --page means nothing for PNG."""
    shown = picture(debate(), page="a5-landscape")
    assert shown.size == (794, 559)


def test_from_the_right_words_stand_at_the_right() -> None:
    """Else Hebrew hangs out of its card, as where a renderer knows no direction."""
    shown = picture(debate("זכות הצבעה מגיל שש עשרה"))
    scene = argmap.draw(debate("זכות הצבעה מגיל שש עשרה"), theme="light").scene
    assert shown.size == (scene.width, scene.height)
    assert shown.convert("L").crop((0, 0, 23, shown.height)).getextrema() == (255, 255)


def test_emoji_are_the_font_s_pictures(tmp_path: Path) -> None:
    """Else they are boxes, or nothing."""
    red = a_png(80, 80, kind=2, depth=8, rows=(b"\0" + b"\xff\0\0" * 80) * 80)
    make_font(tmp_path / "1.ttf", "😀", family="Pictures", pictures=red)
    with_fonts = picture(debate("Yes 😀!"), font_folders=[tmp_path])
    assert (255, 0, 0, 255) in [colour for _, colour in with_fonts.getcolors(99_999) or []]


def test_pictures_that_a_font_of_pictures_lacks_are_told_of(tmp_path: Path) -> None:
    """Else an emoji is nowhere, and nobody says so."""
    red = a_png(1, 1, kind=2, depth=8, rows=b"\0\xff\0\0")
    make_font(tmp_path / "1.ttf", "😀😁", family="Pictures", pictures=red)
    (loss,) = argmap.render(debate("😀😁"), "png", font_folders=[tmp_path]).losses
    assert "😁 U+1F601" in loss.what


def test_what_no_font_has_is_a_loss_and_warned_of(tmp_path: Path) -> None:
    """Else somebody publishes a picture of boxes."""
    map = debate("ਅ and " + "".join(map_letters()))
    (loss,) = argmap.render(map, "png", font_folders=NOWHERE).losses
    assert loss.code == "glyph"
    assert "the characters ਅ U+0A05, " in loss.what
    assert loss.what.endswith("and 9 more")
    with pytest.warns(LossWarning, match="no font at hand"):
        argmap.write(debate("\ue000"), tmp_path / "x.png", font_folders=NOWHERE)
    (loss,) = argmap.render(debate("\ue000"), "png", font_folders=NOWHERE).losses
    assert loss.what == "the character U+E000"


def map_letters() -> list[str]:
    """Letters of Burma, more than are told one by one."""
    return [chr(code) for code in range(0x1000, 0x1014)]


@pytest.mark.parametrize("options", [{"scale": 9_000.0}, {"page": "9000x9000"}])
def test_a_picture_too_large_is_refused_with_a_remedy(options: dict[str, Any]) -> None:
    """Else memory runs out."""
    with pytest.raises(TooLarge, match=r"the limit is 64,000,000(?s:.)*scale='fit'"):
        argmap.render(debate(), "png", font_folders=NOWHERE, **options)


def test_fit_keeps_within_the_limits() -> None:
    """Else the remedy is none."""
    draft = argmap.Draft()
    main = draft.claim("Main")
    for number in range(250):
        draft.support(main, by=draft.claim(f"Reason {number}"))
    map = draft.map()
    wide = argmap.draw(map, direction="up").scene
    assert wide.width > 16_000
    shown = picture(map, direction="up", scale="fit")
    assert max(shown.size) <= LONGEST
    assert shown.width * shown.height <= PIXELS


def test_too_many_shapes_are_refused_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a map that the renderer refuses ends in its words."""

    def refuse(**_: object) -> bytes:
        raise ValueError("nodes limit reached")

    monkeypatch.setattr("resvg_py.svg_to_bytes", refuse)
    with pytest.raises(TooLarge, match=r"nodes limit reached(?s:.)*SVG or PDF"):
        picture(debate())


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else who lacks it doesn't know what to install."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingExtra, match=r"a PNG picture needs .*\[png\]"):
        picture(debate())


def test_a_picture_is_no_text() -> None:
    """Else dumps ends in a UnicodeDecodeError."""
    with pytest.raises(UnknownFormat, match="PNG picture is no text"):
        argmap.dumps(debate(), "png")
