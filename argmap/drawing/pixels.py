"""The pixels of a PNG such as fonts hold for emoji: colours and how opaque they are, apart.

Source: the PNG specification, third edition, sections 9 and 11.
"""

from __future__ import annotations

from zlib import decompress

from ..values import NamedTuple

__all__ = ["Pixels", "pixels"]

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PALETTE = 3


class Pixels(NamedTuple):
    """Size in pixels; three bytes of colour a pixel, and one that is 255 where it is opaque."""

    width: int
    height: int
    colours: bytes
    alpha: bytes


def pixels(data: bytes) -> Pixels | None:
    """The pixels of a PNG of at most 8 bits a channel that isn't interlaced, or None for another."""
    chunks = _chunks(data)
    head = chunks.get(b"IHDR", b"")
    if len(head) != 13 or head[8] > 8 or head[12] or head[9] not in _CHANNELS:
        return None
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    depth, kind = head[8], head[9]
    count = _CHANNELS[kind]
    rows = _unfiltered(decompress(chunks[b"IDAT"]), (width * count * depth + 7) // 8, count, height)
    samples = b"".join([_bytes(row, depth, width * count) for row in rows])
    if kind == _PALETTE:
        return Pixels(width, height, *_looked_up(samples, chunks))
    if depth < 8:  # grey: the largest number is white
        samples = samples.translate(
            bytes([min(255, v * 255 // (2**depth - 1)) for v in range(256)])
        )
    return Pixels(width, height, *_apart(samples, count))


def _chunks(data: bytes) -> dict[bytes, bytes]:
    """The parts of the file by their names; those of one name joined."""
    found: dict[bytes, bytes] = {}
    at = 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        found[name] = found.get(name, b"") + data[at + 8 : at + 8 + length]
        at += 12 + length
    return found


def _unfiltered(data: bytes, length: int, step: int, height: int) -> list[bytearray]:
    """The rows of a picture as they were before each was told by its difference from what is beside it."""
    rows: list[bytearray] = []
    above = bytearray(length)
    for start in range(0, height * (length + 1), length + 1):
        row = bytearray(data[start + 1 : start + 1 + length])
        _FILTERS[data[start]](row, above, step)
        rows.append(row)
        above = row
    return rows


def _none(row: bytearray, above: bytearray, step: int) -> None:
    """The row is told as it is."""


def _sub(row: bytearray, above: bytearray, step: int) -> None:
    for at in range(step, len(row)):
        row[at] = (row[at] + row[at - step]) & 255


def _up(row: bytearray, above: bytearray, step: int) -> None:
    row[:] = bytes([(a + b) & 255 for a, b in zip(row, above, strict=True)])


def _average(row: bytearray, above: bytearray, step: int) -> None:
    for at in range(len(row)):
        left = row[at - step] if at >= step else 0
        row[at] = (row[at] + (left + above[at]) // 2) & 255


def _paeth(row: bytearray, above: bytearray, step: int) -> None:
    for at in range(len(row)):
        left = row[at - step] if at >= step else 0
        corner = above[at - step] if at >= step else 0
        guess = left + above[at] - corner
        near = min((left, above[at], corner), key=lambda value: abs(guess - value))
        row[at] = (row[at] + near) & 255


_FILTERS = (_none, _sub, _up, _average, _paeth)


def _bytes(row: bytearray, depth: int, count: int) -> bytes:
    """A byte for each sample of a row that packs several into one."""
    if depth == 8:
        return bytes(row)
    mask, each = 2**depth - 1, range(8 - depth, -1, -depth)
    return bytes([byte >> shift & mask for byte in row for shift in each])[:count]


def _looked_up(samples: bytes, chunks: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    palette = chunks[b"PLTE"]
    clear = chunks.get(b"tRNS", b"")
    colours = [palette[3 * at : 3 * at + 3] for at in range(len(palette) // 3)]
    alpha = (clear + bytes([255]) * 256)[:256]
    return b"".join([colours[sample] for sample in samples]), samples.translate(alpha)


def _apart(samples: bytes, count: int) -> tuple[bytes, bytes]:
    """Colours and opacity of grey or of colours, each with opacity or without."""
    size = len(samples) // count
    colours = bytearray(3 * size)
    for channel in range(3):
        colours[channel::3] = samples[channel if count > 2 else 0 :: count]
    alpha = bytes([255]) * size if count in (1, 3) else samples[count - 1 :: count]
    return bytes(colours), alpha
