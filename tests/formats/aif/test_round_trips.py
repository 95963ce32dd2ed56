"""Any map through AIF, xAIF, SADFace and arguebuf: equal again, but for what the losses name."""

from __future__ import annotations

from typing import Any

from attrs import evolve, fields
from hypothesis import given, note, settings

import argmap
from argmap.strategies import maps

FORMATS = ("aif", "xaif", "sadface", "arguebuf")
STRUCTURAL = ("issue", "answer", "conflict", "rephrase", "preference")


def _without(element: Any, codes: list[str]) -> Any:
    """The element with the fields that losses name at their defaults."""
    names = [code.removeprefix(f"{element.kind}-") for code in codes]
    known = {part.name: part.default for part in fields(type(element))}
    return evolve(element, **{name: known[name] for name in names if name in known})


def _compare(map: argmap.ArgumentMap, format: str) -> None:
    rendering = argmap.render(map, format)
    back = argmap.parse(rendering.text, format=format).map
    losses: dict[str, list[str]] = {}
    for loss in rendering.losses:
        losses.setdefault(loss.element, []).append(loss.code)
    if not losses:
        assert back == map
    rescheme = any(code.startswith("scheme-") for codes in losses.values() for code in codes)
    elements: list[Any] = [*map.claims, *map.links]
    for element in elements:
        codes = losses.get(element.id, [])
        if any(code in STRUCTURAL or code == element.kind for code in codes):
            continue
        wanted = _without(element, codes)
        found: Any = back[element.id]
        if any(code.endswith("-warrants") for code in codes):
            wanted = evolve(wanted, premises=element.premises + element.warrants)
        if rescheme and hasattr(found, "scheme"):
            wanted, found = evolve(wanted, scheme=None), evolve(found, scheme=None)
        assert found == wanted
    there = [element.id for element in elements if element.id in back]
    assert [
        id for id in (*[c.id for c in back.claims], *[k.id for k in back.links]) if id in there
    ] == there
    again = argmap.render(back, format)
    assert again.losses == ()
    assert again.text == rendering.text


@settings(deadline=None)
@given(maps())
def test_any_map(map: argmap.ArgumentMap) -> None:
    """Something of a map would be lost or changed without a loss that says so."""
    for format in FORMATS:
        note(format)
        _compare(map, format)
