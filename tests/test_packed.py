"""Data that gzip has packed: read within limits, refused with a reason, and written the same every time."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import ArgumentMap, Limits
from argmap.errors import ReadError, TooLarge
from argmap.files import read_source, write_atomic
from argmap.formats import format_of
from argmap.packed import is_packed, packed, unpacked, without_gz

ONE = '{"argmap": 1, "claims": [{"id": "a", "text": "Yes."}]}'
LIMITS = Limits()


@pytest.fixture
def debate() -> ArgumentMap:
    """A map of two claims."""
    draft = argmap.Draft("Co-ops")
    draft.support(draft.claim("Welcome the policy.", id="a"), by=draft.claim("It helps.", id="b"))
    return draft.map()


@given(st.binary(max_size=2_000), st.integers(min_value=1, max_value=5))
def test_what_is_packed_comes_back(data: bytes, parts: int) -> None:
    """By Python's own gzip as by ours, in one part or several."""
    assert gzip.decompress(packed(data)) == data
    assert unpacked(packed(data) * parts, "x", LIMITS) == data * parts
    assert unpacked(gzip.compress(data) + bytes(512), "x", LIMITS) == data


def test_the_head_holds_no_time_and_no_name() -> None:
    """The same map would else be another file at every save; version control would see a change."""
    assert packed(b"a") == packed(b"a")
    assert packed(b"a")[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"


@pytest.mark.parametrize("most", [0, 1, 999, 1_000, 100_000])
def test_the_limit_counts_what_is_unpacked(most: int) -> None:
    """A document at the limit is read, one byte more isn't, wherever parts begin."""
    limits = Limits(file_bytes=most)
    for parts in (1, 2) if most % 2 == 0 else (1,):
        assert len(unpacked(packed(bytes(most // parts)) * parts, "x", limits)) == most
        with pytest.raises(TooLarge, match=f"^x: the file has more than {most:,} bytes when"):
            unpacked(packed(bytes(most // parts)) * parts + packed(b"1"), "x", limits)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A megabyte would fill a gigabyte of memory."""
    bomb = packed(bytes(64 << 20))
    assert len(bomb) < 70_000
    most = []
    inflate = zlib.decompressobj

    class Counting:
        def __init__(self, wbits: int) -> None:
            self.inner = inflate(wbits)

        def __getattr__(self, name: str) -> object:
            return getattr(self.inner, name)

        def decompress(self, data: bytes, length: int) -> bytes:
            piece = self.inner.decompress(data, length)
            most.append(len(piece))
            return piece

    monkeypatch.setattr(zlib, "decompressobj", Counting)
    with pytest.raises(TooLarge):
        unpacked(bomb, "x", Limits(file_bytes=1_000_000))
    assert sum(most) == 1_000_001


def test_very_many_parts() -> None:
    """Millions of empty parts unpack into nothing, and cost a second each hundred thousand."""
    assert unpacked(packed(b"") * 9_999 + packed(b"a"), "x", LIMITS) == b"a"
    with pytest.raises(TooLarge, match="packed in more than 10,000 parts\n  unpack the file"):
        unpacked(packed(b"") * 10_001, "x", LIMITS)


def test_every_cut_and_every_flip_is_told() -> None:
    """Damage would be read as another map, or end in a zlib.error."""
    whole = packed(ONE.encode())
    for end in range(2, len(whole)):
        with pytest.raises(ReadError, match="end in the middle"):
            unpacked(whole[:end], "x", LIMITS)
    for at in (2, 3, *range(10, len(whole))):
        flipped = bytearray(whole)
        flipped[at] ^= 0xE1
        with pytest.raises(ReadError, match=r"\(gzip\)"):
            unpacked(bytes(flipped), "x", LIMITS)
    with pytest.raises(ReadError, match=rf"from byte {len(whole):,} on, stands something else"):
        unpacked(whole + b"\0\0more", "x", LIMITS)


def test_names() -> None:
    """The format is that of the suffix before."""
    assert without_gz("a/debate.JSON.GZ") == "a/debate.JSON"
    assert without_gz("gz") == "gz"
    assert is_packed(b"\x1f\x8b")
    assert not is_packed(b"PK")
    assert format_of("debate.svg.gz").name == "svg"
    assert format_of("debate.claims.csv.gz").name == "csv-pair"
    with pytest.raises(argmap.UnknownFormat, match="a name without a suffix says no format"):
        format_of("debate.gz")
    with pytest.raises(argmap.UnknownFormat, match=r"no format has the suffix '\.xyz'"):
        format_of("debate.xyz.gz")


@pytest.mark.parametrize("suffix", ["json", "argdown", "aif.json", "graphml", "svg"])
def test_files_are_packed_by_their_name(debate: ArgumentMap, tmp_path: Path, suffix: str) -> None:
    """What is in them is what would be written without ``.gz``."""
    plain, file = tmp_path / f"debate.{suffix}", tmp_path / f"debate.{suffix}.gz"
    format = "aif" if suffix == "aif.json" else None
    losses = argmap.write(debate, plain, format=format, report=lambda _: None)
    assert argmap.write(debate, file, format=format, report=lambda _: None) == losses
    assert gzip.decompress(file.read_bytes()) == plain.read_bytes()
    if suffix != "svg":
        assert argmap.read(file, report=lambda _: None) == argmap.read(plain, report=lambda _: None)


def test_files_are_unpacked_by_their_content(
    debate: ArgumentMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser may have unpacked what is called .gz, and a program packed what isn't."""
    data = packed(argmap.dumps(debate).encode())
    (tmp_path / "packed.json").write_bytes(data)
    (tmp_path / "plain.json.gz").write_text(argmap.dumps(debate))
    (tmp_path / "debate.gz").write_bytes(data)
    for name in ("packed.json", "plain.json.gz", "debate.gz"):
        assert argmap.read(tmp_path / name) == debate
    assert argmap.read(io.BytesIO(data)) == debate
    assert argmap.loads(data) == debate
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert argmap.read("-") == debate
    with pytest.raises(TooLarge, match="when it is unpacked"):
        argmap.loads(data, limits=Limits(file_bytes=10))


def test_open_files_are_written_as_they_are(debate: ArgumentMap, tmp_path: Path) -> None:
    """One of gzip's own packs by itself, and would hold what is packed twice."""
    file = tmp_path / "debate.json.gz"
    with gzip.open(file, "wt", encoding="utf-8") as stream:
        argmap.write(debate, stream, format="json")
    assert argmap.read(file) == debate


def test_twice_packed(tmp_path: Path) -> None:
    """It is unpacked once, or ten of them inside each other would be a bomb that no limit sees."""
    (tmp_path / "x.json.gz").write_bytes(packed(packed(ONE.encode())))
    with pytest.raises(ReadError, match=r"compressed \(gzip\)\n  unpack it first"):
        read_source(tmp_path / "x.json.gz")


def test_bytes_are_packed_as_texts_are(tmp_path: Path) -> None:
    """A picture is bytes already."""
    write_atomic(tmp_path / "a.GZ", b"\x89PNG")
    assert gzip.decompress((tmp_path / "a.GZ").read_bytes()) == b"\x89PNG"
