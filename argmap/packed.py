"""Data that gzip has packed (RFC 1952): unpacked up to a limit, and packed so that the same data give the same bytes."""

from __future__ import annotations

from .errors import ReadError, TooLarge
from .limits import Limits

__all__ = ["SUFFIX", "is_packed", "packed", "unpacked", "without_gz"]

SUFFIX = ".gz"
"""What the name of a packed file ends in, behind the suffix of its format."""

_MAGIC = b"\x1f\x8b"
_PIECE = 1 << 16
_PARTS = 10_000
"""The most parts one behind the other: `cat a.gz b.gz` makes two, bgzip one for each 64 kB."""

_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
"""Deflate, no name, no time, the best compression, no system: Python's own head differs from release to release."""


def without_gz(name: str) -> str:
    """A file's name without the suffix of packed files, if it has that.

    >>> without_gz("debate.json.gz"), without_gz("debate.json")
    ('debate.json', 'debate.json')
    """
    return name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name


def is_packed(data: bytes) -> bool:
    """Whether data begin as gzip's do."""
    return data.startswith(_MAGIC)


def packed(data: bytes) -> bytes:
    """The data packed by gzip, with neither a name nor a time in them."""
    import zlib  # here, for few files are packed

    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflate.compress(data) + deflate.flush()
    end = zlib.crc32(data).to_bytes(4, "little") + (len(data) % (1 << 32)).to_bytes(4, "little")
    return b"".join([_HEAD, body, end])


def unpacked(data: bytes, name: str, limits: Limits) -> bytes:
    """What gzip has packed, all its parts; ``name`` is that of the file.

    At most ``limits.file_bytes`` and one more byte are unpacked, however small the data are. Raises `TooLarge`
    past that and for more than 10,000 parts, `ReadError` for data that are damaged, cut off, or followed by others.
    """
    found: list[bytes] = []
    left = limits.file_bytes + 1
    place = 0
    for _ in range(_PARTS):
        pieces, place = _part(data, place, left, name)
        found += pieces
        left -= sum(map(len, pieces))
        if left <= 0:
            raise TooLarge(
                f"the file has more than {limits.file_bytes:,} bytes when it is unpacked",
                name=name,
                hint="raise the limit if you trust the file: Limits(file_bytes=...)",
            )
        if _is_end(data, place, name):
            return b"".join(found)
    raise TooLarge(
        f"the data are packed in more than {_PARTS:,} parts",
        name=name,
        hint="unpack the file, and pack it as one",
    )


def _part(data: bytes, place: int, left: int, name: str) -> tuple[list[bytes], int]:
    """What the part that begins at ``place`` holds, ``left`` bytes at most, and where it ends."""
    import zlib

    inflate = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    pieces: list[bytes] = []
    while not inflate.eof and left > 0:
        piece = data[place : place + _PIECE]
        if not piece:
            raise ReadError(
                "the packed data (gzip) end in the middle",
                name=name,
                hint="the file isn't whole; fetch it, or pack it, again",
            )
        try:
            pieces.append(inflate.decompress(piece, left))
        except zlib.error as error:
            raise ReadError(
                "the packed data (gzip) are damaged", name=name, hint="fetch it, or pack it, again"
            ) from error
        place += len(piece) - len(inflate.unused_data)
        left -= len(pieces[-1])
    return pieces, place


def _is_end(data: bytes, place: int, name: str) -> bool:
    """Whether no part follows at ``place``, but at most zeros, as tapes have them; raises `ReadError` for anything else."""
    if data.startswith(_MAGIC, place):
        return False
    if data.count(0, place) < len(data) - place:
        raise ReadError(
            f"behind the packed data (gzip), from byte {place:,} on, stands something else",
            name=name,
            hint="pack the file again",
        )
    return True
