"""The pixels of a PNG are those that an independent reader sees."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from argmap.drawing.pixels import pixels
from tests.drawing.made_fonts import a_png, chunk

GREY = (3, 60, 200, 7, 250, 90, 14, 33)


def seen(data: bytes) -> tuple[bytes, bytes]:
    """Colours and opacity as Pillow reads them."""
    image = Image.open(BytesIO(data)).convert("RGBA")
    raw = image.tobytes()
    return bytes([b for at, b in enumerate(raw) if at % 4 != 3]), raw[3::4]


@pytest.mark.parametrize(("kind", "channels"), [(0, 1), (2, 3), (4, 2), (6, 4)])
@pytest.mark.parametrize("filtered", [0, 1, 2, 3, 4])
def test_every_filter_of_every_kind_is_undone(kind: int, channels: int, filtered: int) -> None:
    """Else an emoji in a PDF is noise."""
    row = bytes(GREY * channels)[: 5 * channels]
    rows = b"".join([bytes([filtered]) + row[turn:] + row[:turn] for turn in range(4)])
    data = a_png(5, 4, kind=kind, depth=8, rows=rows)
    found = pixels(data)
    assert found is not None
    assert (found.width, found.height) == (5, 4)
    assert (found.colours, found.alpha) == seen(data)


@pytest.mark.parametrize("depth", [1, 2, 4, 8])
def test_a_palette_is_looked_up(depth: int) -> None:
    """Else the commonest kind of emoji has other colours, or a black box around it."""
    palette = chunk(b"PLTE", bytes(range(48))) + chunk(b"tRNS", bytes([0, 128]))
    rows = b"".join([b"\0" + bytes([0b01_00_01_00] * ((5 * depth + 7) // 8)) for _ in range(2)])
    if depth == 8:
        rows = b"\0\1\2\3\4\5\0\5\4\3\2\1"
    data = a_png(5, 2, kind=3, depth=depth, rows=rows, extra=palette)
    found = pixels(data)
    assert found is not None
    assert (found.colours, found.alpha) == seen(data)


def test_grey_of_few_bits_reaches_white() -> None:
    """Else a picture in two shades is nearly black."""
    found = pixels(a_png(8, 1, kind=0, depth=1, rows=b"\0\b10101010"[:1] + bytes([0b10101010])))
    assert found is not None
    assert found.colours == bytes([255, 255, 255, 0, 0, 0] * 4)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        a_png(1, 1, kind=0, depth=16, rows=b"\0\0\0"),
        a_png(1, 1, kind=0, depth=8, rows=b"\0\0", woven=1),
        a_png(1, 1, kind=5, depth=8, rows=b"\0\0"),
    ],
)
def test_what_it_cannot_read_is_said(data: bytes) -> None:
    """Else a font with other pictures ends in an error far from its cause."""
    assert pixels(data) is None
