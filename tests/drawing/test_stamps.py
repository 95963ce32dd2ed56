"""Stamps: what is drawn so is what is drawn as shapes, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

import argmap
from argmap import ArgumentMap, Citation, Claim, Rebuttal, Source, Support
from argmap.drawing.compose import compose, streamed
from argmap.drawing.mark import Mark
from argmap.drawing.marks import Marks
from argmap.drawing.scene import Item, Stamp, Stream
from argmap.drawing.sizes import diagram, measure
from argmap.drawing.svg_writer import svg_bytes
from argmap.drawing.theme import theme
from argmap.drawing.view import view
from argmap.layout import arrange

HOSTILE = "Is <b> & \"c\" 'd' 100%s %% of %d\nand\u2028of \U0001f469"


def both(map: ArgumentMap, marks: Marks = {}) -> tuple[bytes, bytes, int, int]:  # noqa: B006 - it is never changed
    """The SVG of the scene, and of what is streamed; of that the stamps, and other items in its groups."""
    look = theme("auto")
    sized = measure(view(map, marks=marks), look)
    layout = arrange(diagram(sized), spacing=look.spacing)
    scene = compose(sized, layout, look)
    frame, parts = streamed(sized, layout, look)
    stamps = others = 0

    def counted(items: Iterable[Item | Stamp]) -> Iterable[Item | Stamp]:
        nonlocal stamps, others
        for item in items:
            stamps += isinstance(item, Stamp)
            others += not isinstance(item, Stamp)
            yield item

    told = [
        Stream(part.group, iter(counted(part.items))) if isinstance(part, Stream) else part
        for part in parts
    ]
    written = svg_bytes(frame, told)
    return svg_bytes(scene, scene.items), written, stamps, others


def test_what_is_usual_is_stamped() -> None:
    """Else a large map takes twice as long to write, and nobody sees why."""
    claims = tuple([Claim(str(n), f"Claim {n} of many.", title="Title") for n in range(9)])
    links = tuple(
        [(Support, Rebuttal)[n % 2](f"l{n}", (str(n),), str(n // 3)) for n in range(1, 9)]
    )
    shapes, stamped, stamps, others = both(ArgumentMap(claims=claims, links=links))
    assert shapes == stamped
    assert (stamps, others) == (9 + 2 * 8, 0)  # cards, and lines and signs


@pytest.mark.parametrize(
    "claim",
    [
        Claim("b", ""),
        Claim("b", "\u200b"),
        Claim("b", HOSTILE, title=HOSTILE[::-1]),
        Claim("b", "said", citations=(Citation("s"),)),
        Claim("b", "implied", implicit=True),
        Claim("b", "\u05d0\u05d1\u05d2"),
        Claim("b", "an argument", data={"argdown": {"drawn": {"shape": "argument"}}}),
    ],
    ids=["empty", "no width", "hostile", "address", "implicit", "from the right", "argument"],
)
def test_stamps_are_shapes(claim: Claim) -> None:
    """Else a picture depends on whether it is kept before it is written."""
    source = Source("s", "A book", url="https://example.org/?a=1&b=%20")
    map = ArgumentMap(
        claims=(Claim("a", "plain"), claim),
        links=(Rebuttal("l", ("b",), "a"),),
        sources=(source,),
    )
    shapes, stamped, *_ = both(map)
    assert shapes == stamped


def test_marked_things_are_told_alike() -> None:
    """Else a weighed map loses its badges, or the widths of its lines, when it is written at once."""
    map = ArgumentMap(
        claims=tuple([Claim(id, id) for id in "abcd"]),
        links=tuple([Support(f"l{id}", (id,), "a") for id in "bcd"]),
    )
    marks = {"a": Mark("accepted", 0.5), "lb": Mark("rejected"), "lc": Mark(strength=0.25)}
    shapes, stamped, _, others = both(map, marks)
    assert shapes == stamped
    assert others == 2  # the marked card, and a badge on a line
    assert argmap.draw(map, marks=marks).svg == argmap.render(map, "svg", marks=marks).text
