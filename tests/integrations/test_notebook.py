"""Notebooks: IPython's own display protocol gets a picture in every kind it asks for, none of them too large."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from IPython.core.formatters import DisplayFormatter

import argmap
from argmap.integrations.notebook import CLAIMS


def debate(reasons: int, *, depth: int = 1) -> argmap.ArgumentMap:
    """A main claim with reasons, and reasons for each of those, ``depth`` deep."""
    draft = argmap.Draft("<A debate>")
    above = [draft.claim("The main claim.", id="main")]
    for level in range(depth):
        new = [draft.claim(f"Reason {level} {number}.") for number in range(reasons)]
        for reason in new:
            draft.support(above[0], by=reason)
        above = new
    return draft.map()


def shown(value: object) -> dict[str, Any]:
    """What IPython's display machinery makes of a value."""
    formatter: Any = DisplayFormatter()
    data, metadata = formatter.format(value)
    assert metadata == {}
    return dict(data)


def test_a_map_is_a_picture_a_page_and_a_line() -> None:
    """Else the last line of a cell shows an address in memory."""
    map = debate(3)
    data = shown(map)
    assert list(data) == ["text/plain", "text/html", "image/svg+xml"]
    assert data["text/plain"] == "<ArgumentMap '<A debate>': 4 claims, 3 links>"
    assert data["image/svg+xml"] == argmap.draw(map).svg == map._repr_svg_()
    page = ElementTree.fromstring(data["text/html"])
    assert page.get("style") == "max-height:80vh;overflow:auto"
    assert "The main claim." in "".join(page.itertext())


def test_two_maps_on_one_page_share_no_ids() -> None:
    """Else the second picture has the first one's name read aloud."""
    pages = [ElementTree.fromstring(shown(debate(n))["text/html"]) for n in (1, 2)]
    first, second = [{each.get("id") for each in page.iter()} - {None} for page in pages]
    assert first
    assert first.isdisjoint(second)


def test_an_evaluation_is_the_map_with_its_verdicts() -> None:
    """Else weighing in a notebook shows counts alone."""
    evaluation = argmap.evaluate(debate(2), "grounded")
    data = shown(evaluation)
    assert data["text/plain"] == repr(evaluation)
    assert "accepted" in data["text/html"]
    assert len(data["image/svg+xml"]) > len(shown(evaluation.map)["image/svg+xml"])


@pytest.mark.parametrize("weighed", [False, True])
def test_of_a_large_map_the_upper_part_is_shown_and_it_is_said(weighed: bool) -> None:
    """Else a notebook grows by megabytes with each run."""
    map = debate(CLAIMS // 2, depth=4)
    data = shown(argmap.evaluate(map, "grounded") if weighed else map)
    assert data["text/html"].endswith(
        f"<p>{1 + CLAIMS // 2} of 501 claims are shown, those within 1 links of a main claim; "
        "argmap.write(map, 'map.svg') draws them all.</p>"
    )
    assert data["image/svg+xml"].count('role="listitem"') == 1 + CLAIMS // 2


def test_too_many_main_claims_are_only_counted() -> None:
    """Else a list of a million claims is drawn whole, for all the care above."""
    claims = [argmap.Claim(f"c{number}", "x") for number in range(CLAIMS + 1)]
    data = shown(argmap.ArgumentMap(claims=tuple(claims)))
    assert list(data) == ["text/plain", "text/html"]
    assert data["text/html"].startswith("<p>251 claims are too many to show here; ")
