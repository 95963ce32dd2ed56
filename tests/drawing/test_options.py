"""The options of a drawing, which several functions take."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature

import pytest

import argmap
from argmap.drawing.svg import Asked
from argmap.drawing.web.page import to_html


@pytest.mark.parametrize("function", [argmap.draw, argmap.draw_pages, to_html])
def test_an_option_has_one_default_wherever_it_is_taken(function: Callable[..., object]) -> None:
    """Else the same map looks otherwise on pages or in a browser, though nothing else was asked for."""
    own = {"map", "static", "page"}
    taken = {
        name: each.default
        for name, each in signature(function).parameters.items()
        if name not in own
    }
    assert taken == {
        name: default for name, default in Asked._field_defaults.items() if name in taken
    }


def test_all_options_of_a_drawing_are_taken_by_draw() -> None:
    """Else one can be said nowhere."""
    assert [*signature(argmap.draw).parameters][1:] == [*Asked._fields]
