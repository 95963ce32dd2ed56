"""What PNG and PDF are made of: scenes by day."""

from __future__ import annotations

import pytest

import argmap
from argmap.drawing.by_day import scenes
from argmap.drawing.theme import THEMES


def chain(number: int) -> argmap.ArgumentMap:
    """A row of reasons."""
    draft = argmap.Draft()
    last = draft.claim("Claim 0 has a text that fills a line or two.")
    for each in range(1, number):
        reason = draft.claim(f"Claim {each} has a text that fills a line or two.")
        draft.support(last, by=reason)
        last = reason
    return draft.map()


@pytest.mark.parametrize("page", [None, "a5"])
def test_each_page_is_a_scene_by_day(page: str | None) -> None:
    """A picture of pixels would be dark for some readers and light for others, or lack pages."""
    map = chain(30)
    found, losses = scenes(
        map, page=page, background="#FFEEDD", theme="auto", scale=1.0, options={}
    )
    assert len(found) == (1 if page is None else len(argmap.draw_pages(map, "a5")))
    for scene in found:
        assert scene.theme.night is None
        assert scene.theme.palette.background == "#ffeedd"
    assert losses == ()


def test_what_a_style_draws_otherwise_is_told() -> None:
    """A PNG of a style would lose in silence what the SVG says it can't draw."""
    draft = argmap.Draft()
    draft.prefer(draft.claim("a"), over=draft.claim("b"))
    map = draft.map()
    _, losses = scenes(
        map, page=None, background=None, theme=THEMES["dark"], scale=1.0, options={"style": "kialo"}
    )
    assert losses == argmap.draw(map, style="kialo").losses
    assert losses
