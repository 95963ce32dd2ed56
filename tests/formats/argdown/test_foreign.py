"""Free data that no document of Argdown holds."""

from __future__ import annotations

from collections.abc import Callable

import argmap
from argmap.model.data import DEEPEST

Written = Callable[[argmap.ArgumentMap], argmap.Rendering]


def _told(rendering: argmap.Rendering) -> list[tuple[str, str, str]]:
    return [(loss.code, loss.element, loss.what) for loss in rendering.losses]


def test_what_other_formats_keep_is_left_out_and_told() -> None:
    """A page would be full of timestamps that mean something elsewhere."""
    aif = {"aif": {"timestamp": "2012-04-12"}}
    map = argmap.ArgumentMap(
        claims=(
            argmap.Claim("a", "A", data={**aif, "votes": 3, "xaif": "my word"}),
            argmap.Claim("b"),
        ),
        links=(argmap.Support("5714", ("b",), "a", data=aif),),
        about=argmap.About("T", data=aif),
        data=aif,
    )
    rendering = argmap.render(map, "argdown")
    assert "timestamp" not in rendering.text
    assert "{votes: 3, xaif: my word}" in rendering.text
    assert [loss for loss in _told(rendering) if "data" in loss[0]] == [
        ("claim-data", "a", "the data under 'aif'"),
        ("support-data", "5714", "the data under 'aif'"),
        ("about-data", "", "the data under 'aif'"),
        ("map-data", "", "the data under 'aif'"),
    ]


def test_data_that_nests_too_deep_is_told(written: Written) -> None:
    """A document would be written that nobody can read."""
    deep: object = 1
    for _ in range(DEEPEST - 15):
        deep = {"d": deep}
    deeper: object = {"d": {"d": {"d": {"d": deep}}}}
    fits = argmap.ArgumentMap(claims=(argmap.Claim("a", "A", data={"x": deep, "y": [1]}),))
    assert not written(fits).losses
    whole = argmap.ArgumentMap(claims=(argmap.Claim("a", "A", data={"x": deeper}),))
    assert _told(argmap.render(whole, "argdown")) == [("claim-data", "a", "the data under 'x'")]
