"""The check of drawings finds what makes a picture unreadable."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import argmap
from argmap.drawing.scene import Group, Path, Rect, Text
from argmap.invariants import check_drawing

Drawing = argmap.Drawing


def drawn() -> Drawing:
    """Two claims and a reason."""
    draft = argmap.Draft("Co-ops")
    good = draft.claim("Co-ops are good.", id="good", title="Good")
    draft.support(good, by=draft.claim("They are near.", id="near"))
    return argmap.draw(draft.map(), direction="up")


def changed(drawing: Drawing, change: Any, **more: Any) -> Drawing:
    """The drawing with another group of cards."""
    items = [
        change(item) if isinstance(item, Group) and item.role == "list" else item
        for item in drawing.scene.items
    ]
    return evolve(drawing, scene=evolve(drawing.scene, **{"items": tuple(items), **more}))


def _cards(change: Any) -> Any:
    return lambda group: group._replace(
        items=tuple([change(n, c) for n, c in enumerate(group.items)])
    )


def _moved(card: Any, x: float, y: float) -> Any:
    rect = card.items[0]
    return card._replace(items=(Rect(x, y, rect.width, rect.height), *card.items[1:]))


def _doubled(number: int, card: Any) -> Any:
    texts = [item for item in card.items if isinstance(item, Text)]
    return card._replace(items=(*card.items, *texts))


FAULTS = {
    "'near' has no card": _cards(lambda n, c: c if n == 0 else c._replace(id="card-other")),
    "leaves the page": _cards(lambda n, c: _moved(c, -50.0, 0.0) if n else c),
    "has a text that leaves it": _cards(lambda n, c: _moved(c, 0.0, 0.0) if n else c),
    "has texts that lie on each other": _cards(_doubled),
    "has no name for screen readers": _cards(lambda n, c: c._replace(label="")),
    "'good' and 'near' overlap": lambda group: group._replace(
        items=(group.items[0], _moved(group.items[1], group.items[0].items[0].x + 4, 60.0))
    ),
}


def test_what_is_right_passes() -> None:
    """A check that nothing passes is no use."""
    drawing = drawn()
    assert check_drawing(drawing) is drawing
    assert check_drawing(argmap.ArgumentMap(), direction="left").view.cards == ()


def test_what_leads_to_a_source_is_looked_at() -> None:
    """A text within a link, or a line that bends, would never be looked at."""
    draft = argmap.Draft()
    source = draft.source("A book", url="https://example.org/")
    good = draft.claim("Co-ops are good.", cites=source)
    for number in range(4):
        by = draft.claim(f"Reason {number}.", cites=source)
        draft.undercut(draft.support(good, by=by), by=draft.claim(f"But {number}."))
    assert len(check_drawing(draft.map(), direction="up").view.cards) == 9


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found(fault: str) -> None:
    """The very thing the check is for."""
    with pytest.raises(AssertionError, match=fault):
        check_drawing(changed(drawn(), FAULTS[fault]))


def test_a_line_through_a_card_is_found() -> None:
    """What stands there couldn't be read."""
    drawing = drawn()
    scene = drawing.scene
    line = Path("MLZ", (0.0, 0.0, scene.width, scene.height))
    through = Group(items=(line,), hidden=True)
    wrong = evolve(drawing, scene=evolve(scene, items=(*scene.items, through)))
    with pytest.raises(AssertionError, match="a line runs through"):
        check_drawing(wrong)


def test_a_drawing_without_a_name_is_found() -> None:
    """Who can't see it wouldn't know what is there."""
    with pytest.raises(AssertionError, match="neither title nor description"):
        check_drawing(changed(drawn(), lambda group: group, title="", description=""))
