"""What a block asks for, in words."""

from __future__ import annotations

from inspect import signature

import pytest

import argmap
from argmap.documents import OPTIONS, Asked, asked


def test_every_option_is_understood() -> None:
    """An option would be listed and not taken, or arrive under another name or as a text."""
    words = {
        "format": " json ",
        "fence": "2",
        "evaluate": "grounded",
        "evaluate-reading": "attacks",
        "style": "argdown",
        "theme": "light",
        "direction": "left",
        "engine": "outline",
        "reading": "argdown",
        "focus": "rain",
        "depth": "0",
        "max-width": "640px",
        "aspect": "1.5",
        "scale": "fit",
        "pro_first": "",
    }
    wanted = asked(words)
    assert [name.replace("_", "-") for name in words] == list(OPTIONS)
    assert wanted == Asked(
        format="json",
        fence=2,
        evaluate="grounded",
        evaluate_reading="attacks",
        drawing={
            "style": "argdown",
            "theme": "light",
            "direction": "left",
            "engine": "outline",
            "reading": "argdown",
            "focus": "rain",
            "depth": 0,
            "max_width": 640.0,
            "aspect": 1.5,
            "scale": "fit",
            "pro_first": True,
        },
    )
    assert wanted.drawing.keys() <= signature(argmap.draw).parameters.keys()
    assert asked({"fence": "A heading", "scale": "2", "pro-first": "no"}) == Asked(
        fence="A heading", drawing={"scale": 2.0, "pro_first": False}
    )


def test_what_is_said_here_counts_more_than_what_holds_everywhere() -> None:
    """A single map could not be drawn otherwise than the others."""
    wanted = asked({"theme": "dark"}, standard={"theme": "light", "depth": "1"})
    assert wanted.drawing == {"theme": "dark", "depth": 1}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"depth": "-1"}, "depth: '-1' is no whole number"),
        ({"max-width": "inf"}, "max-width: 'inf' is no number above 0"),
        ({"max-width": "0"}, "max-width: '0' is no number above 0"),
        ({"aspect": "wide"}, "aspect: 'wide' is no number above 0"),
        ({"pro-first": "perhaps"}, "pro-first: 'perhaps' is neither yes nor no"),
        ({"evaluate-reading": "attacks"}, "evaluate-reading means nothing without evaluate"),
    ],
)
def test_a_value_that_is_none(words: dict[str, str], said: str) -> None:
    """The author would not learn which option is wrong."""
    with pytest.raises(ValueError) as caught:
        asked(words)
    assert str(caught.value) == said


def test_an_option_that_is_none() -> None:
    """A slip of the pen would be passed over."""
    with pytest.raises(argmap.UnknownName, match=r"'teme'; did you mean 'theme'?"):
        asked({"teme": "dark"})
