"""Adversarial cases A: bytes and text."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import argmap
from argmap.formats import formats

case = pytest.mark.case

EMPTY_IS_A_MAP = (
    "aif-rdf", "ibis-rdf", "argdown", "brat", "apx", "carneades", "gsn2x", "argmap-yaml", "markdown", "outline",
)  # fmt: skip # one a line would be a page
READ = [format.name for format in formats() if format.read]
ONE = argmap.dumps(argmap.ArgumentMap(claims=(argmap.Claim("a", "QQ"),)))
LINES = {
    "outline": "- a{}b\n",
    "markdown": "- a{}b\n",
    "argdown": "[A]: a{}b\n",
    "kialo": "Discussion Title: x\n\n1. a{}b\n",
    "csv": "id,text\n1,a{}b\n",
}
"""A document of each format of lines, with a place for a text."""


def with_text(text: str) -> str:
    """A document of JSON with this text, as it stands."""
    return ONE.replace("QQ", text)


@case("A1", "an empty file", "refused, or an empty map where the format's empty text is one")
@pytest.mark.parametrize("name", READ)
def test_a1_an_empty_file(name: str, refused: Any) -> None:
    """An empty file would be a map in one run and an error without a reason in another."""
    if name in EMPTY_IS_A_MAP:
        assert not argmap.parse("", format=name).map.claims
    else:
        assert refused("", name)


@case("A2", "only spaces and newlines", "as A1")
@pytest.mark.parametrize("name", READ)
def test_a2_only_blanks(name: str, refused: Any) -> None:
    """Blanks would be taken for content."""
    if name in EMPTY_IS_A_MAP:
        assert not argmap.parse("  \n \n", format=name).map.claims
    else:
        assert refused("  \n \n", name)
    assert "the file is empty" in refused("  \n \n", "json")
    assert "the file is empty" in refused(" \n", "aml")
    assert "the file is empty" in refused(" \n", "csv")
    assert "the file is empty" in refused(" \n")


@case(
    "A3", "the byte 0xFF at offset 17", "refused: byte 17 (0xFF) isn't UTF-8, with line and column"
)
def test_a3_a_byte_that_is_no_utf_8(refused: Any) -> None:
    """The place would be lost, or the byte read as another letter."""
    data = ONE.encode()
    said = refused(data[:17] + b"\xff" + data[17:])
    assert said.startswith("<bytes>:3:1: byte 17 (0xFF) isn't UTF-8")


@case("A4", "overlong `C0 80`, surrogate `ED A0 80`", "refused: the byte isn't UTF-8")
@pytest.mark.parametrize("sequence", [b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"])
def test_a4_overlong_and_surrogates(sequence: bytes, refused: Any) -> None:
    """A NUL or half a character would come in by the back door."""
    assert f"(0x{sequence[0]:02X}) isn't UTF-8" in refused(ONE.encode().replace(b"QQ", sequence))


@case("A5", "UTF-8 cut off at the end", "refused at the last byte")
@pytest.mark.parametrize("text", ["\u00e9", "\u4e00", "\U0001f600"])
def test_a5_cut_off(text: str, refused: Any) -> None:
    """A half-copied file would be read as a whole one."""
    data = ONE.encode() + text.encode()[:-1]
    assert f"byte {len(ONE.encode())} (" in refused(data)


@case("A6", "a UTF-8 byte-order mark", "accepted, and dropped")
def test_a6_byte_order_mark() -> None:
    """The mark would be a part of the first word."""
    whole = argmap.parse(ONE).map
    assert argmap.parse(b"\xef\xbb\xbf" + ONE.encode()).map == whole
    assert argmap.parse("\ufeff" + ONE).map == whole
    assert argmap.parse(b"\xef\xbb\xbf[A]: a\n", format="argdown").map.claims[0].text == "a"


@case("A7", "UTF-16 and UTF-32", "refused: save the file as UTF-8 (XML in UTF-16 is read)")
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_a7_utf_16(encoding: str, refused: Any) -> None:
    """The user would read of a control character, and not of what to do."""
    data = ONE.encode(encoding)
    said = refused(
        b"\xfe\xff" + data if encoding.endswith("be") else b"\xff\xfe" + data.lstrip(b"\xff\xfe")
    )
    assert f"the text is UTF-{'32' if '32' in encoding else '16'}" in said
    assert "save the file as UTF-8" in said


@case(
    "A8",
    "NUL in a text",
    "refused with its place; in Argdown, Kialo and other line formats U+FFFD and a finding",
)
def test_a8_nul(refused: Any) -> None:
    """A program in C behind us would see half the text."""
    for text in ("a\0b", "a\\u0000b"):
        assert "control character U+0000" in refused(with_text(text))
    for name in ("outline", "csv"):
        assert "U+0000" in refused(LINES[name].format("\0"), name)
    reading = argmap.parse(LINES["argdown"].format("\0"), format="argdown")
    assert reading.map.claims[0].text == "a\ufffdb"
    assert [finding.code for finding in reading.findings] == ["control-character"]


@case(
    "A9",
    "each C0 and C1 control and DEL",
    "refused with its place, or U+FFFD and a finding, by format",
)
@pytest.mark.parametrize(
    "point", [p for p in (*range(32), *range(127, 160)) if p not in (9, 10, 13)]
)
def test_a9_each_control(point: int, refused: Any) -> None:
    """A terminal would obey one that the list forgot."""
    assert f"U+{point:04X}" in refused(with_text(f"a\\u{point:04x}b"))
    assert f":1:4: a control character, U+{point:04X}" in refused(f"- a{chr(point)}b\n", "outline")
    for name in ("argdown", "kialo"):
        reading = argmap.parse(LINES[name].format(chr(point)), format=name)
        assert chr(point) not in reading.map.claims[0].text
        assert reading.findings
    assert f"U+{point:04X}" in refused(LINES["kialo"].format(chr(point)), "kialo", strict=True)


@case("A10", "a lone surrogate through JSON `\\ud800`", "refused at the escape")
@pytest.mark.parametrize("text", ["\\ud800", "\\udfff", "\\ud800x", "\\udc00\\ud800"])
def test_a10_lone_surrogate(text: str, refused: Any) -> None:
    """Writing the map would end in a UnicodeEncodeError, much later."""
    said = refused(with_text(text))
    assert "<text>:4:26: lone surrogate" in said


@case("A11", "U+FFFE, U+FFFF, noncharacters", "the two refused; the others read and written")
def test_a11_noncharacters(refused: Any) -> None:
    """A map would be written that no reader of XML takes."""
    for name in ("fffe", "ffff"):
        assert f"U+{name.upper()}" in refused(with_text(f"\\u{name}"))
    for point in (0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF):
        map = argmap.parse(with_text(chr(point))).map
        assert argmap.loads(argmap.dumps(map)) == map
        assert argmap.loads(argmap.render(map, "aml").text, format="aml").claims[0].text == chr(
            point
        )


@case(
    "A12",
    "CRLF, CR, mixed, U+2028, U+0085",
    "only CR, LF and CRLF end a line; line numbers are right",
)
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a12_line_ends(end: str, refused: Any) -> None:
    """The place of an error would be in another line than the editor shows."""
    text = end.join(["{", '"argmap": 1,', '"x\u2028": 1,', '"claims": 7}'])
    assert refused(text).startswith("<text>:4:11: ")
    assert refused(f"{{\r\n\n{text[1:]}").startswith("<text>:6:11: ")
    claims = argmap.parse(f"[A]: a\u2028b{end}{end}[B]: c{end}", format="argdown").map.claims
    assert [claim.text for claim in claims] == ["a\u2028b", "c"]


@case(
    "A13",
    "bidi controls in an id",
    "accepted with a finding; escaped in messages, isolated in drawings",
)
def test_a13_bidi_in_an_id() -> None:
    """Two ids would look the same, or a message read backwards."""
    draft = argmap.Draft()
    draft.claim("A", id="a\u202eb")
    draft.claim("\u202eabc", id="b")
    reading = argmap.parse(argmap.dumps(draft.map()))
    assert reading.map == draft.map()
    assert any("\\u202e" in finding.message for finding in reading.findings)
    with pytest.raises(argmap.UnknownId) as caught:
        draft.map()["a\u202e"]
    assert "\u202e" not in str(caught.value)
    texts = re.findall("<text.*?</text>", argmap.draw(draft.map()).svg)
    assert (
        sum("\u202eabc" in text for text in texts) == 1
    )  # alone in its element, which ends its direction


@case("A14", "two ids equal under NFKC and casefold", "accepted with a finding; both kept")
def test_a14_look_alikes() -> None:
    """One claim would take the place of the other."""
    map = argmap.ArgumentMap(claims=(argmap.Claim("A", "x"), argmap.Claim("\uff21", "y")))
    reading = argmap.parse(argmap.dumps(map))
    assert reading.map == map
    assert [finding.code for finding in reading.findings] == ["lookalike-ids"]


@case("A15", "10,000 combining marks on one letter", "accepted; one letter wide")
def test_a15_pile_of_marks() -> None:
    """A drawing would be kilometres wide, or take for ever."""
    plain = argmap.draw(argmap.ArgumentMap(claims=(argmap.Claim("a", "e"),)))
    piled = argmap.draw(argmap.ArgumentMap(claims=(argmap.Claim("a", "e" + "\u0301" * 10_000),)))
    assert piled.layout.width <= 2 * plain.layout.width
    assert piled.layout.height <= 4 * plain.layout.height


@case(
    "A16",
    "emoji sequences, flags, right-to-left text",
    "read, written, and never split in wrapping",
)
def test_a16_clusters_stay_whole() -> None:
    """A family would be torn apart at the end of a line."""
    family, flag = (
        "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
        "\U0001f1ea\U0001f1fa",
    )
    map = argmap.ArgumentMap(
        claims=(argmap.Claim("a", (family + flag) * 60 + " \u05d0\u05d1" * 20),)
    )
    for name in ("json", "argdown", "outline"):
        assert (
            argmap.loads(argmap.render(map, name).text, format=name).claims[0].text
            == map.claims[0].text
        )
    tree = ElementTree.fromstring(argmap.draw(map).svg)
    lines = ["".join(t.itertext()) for t in tree.iter("{http://www.w3.org/2000/svg}tspan")]
    assert len(lines) > 3
    for line in lines:
        assert not line.startswith("\u200d")
        assert not line.endswith("\u200d")
        assert (
            sum(unicodedata.category(c) == "So" and "\U0001f1e6" <= c <= "\U0001f1ff" for c in line)
            % 2
            == 0
        )


@case("A17", "one line of 10 MB", "too large: 100,000 characters a text, with its place")
@pytest.mark.parametrize("name", ["outline", "argdown", "json", "csv"])
def test_a17_an_endless_line(name: str, refused: Any) -> None:
    """Every later step would work on ten million letters."""
    text = "x" * 1_000_000  # the whole ten million are tried every night
    document = with_text(text) if name == "json" else LINES[name].format(text)
    assert "text characters, and the limit is 100,000" in refused(document, name, argmap.TooLarge)


@case("A18", "50,000,001 bytes", "too large, before anything is parsed")
def test_a18_too_many_bytes(tmp_path: Path, refused: Any) -> None:
    """The process would grow by twenty times of that first."""
    assert "the limit is 50,000,000" in refused("x" * 50_000_001, "outline", argmap.TooLarge)
    path = tmp_path / "big.json"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(argmap.TooLarge, match="more than 50,000,000 bytes"):
        argmap.read(path)


@case(
    "A19",
    "a sparse file of 2 GB, `/dev/zero`, a pipe, a folder",
    "too large or refused after limit + 1 bytes; a pipe without a writer is waited for",
)
@pytest.mark.skipif(os.name != "posix", reason="devices and pipes of Unix")
def test_a19_files_that_are_none(tmp_path: Path) -> None:
    """A device without an end would be read until the memory is full."""
    sparse = tmp_path / "sparse.json"
    with sparse.open("wb") as file:
        file.truncate(2_000_000_000)
    limits = argmap.Limits(file_bytes=1_000)
    for path in (sparse, Path("/dev/zero")):
        with pytest.raises(argmap.TooLarge, match="more than 1,000 bytes"):
            argmap.read(path, limits=limits)
    with pytest.raises(argmap.CannotOpen, match="this is a folder"):
        argmap.read(tmp_path)
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [sys.executable, "-c", "import sys; open(sys.argv[1], 'w').write(sys.argv[2])", pipe, ONE]
    ):
        assert argmap.read(pipe) == argmap.parse(ONE).map


@case(
    "A20",
    "compressed data",
    "gzip: unpacked, up to the limit of bytes; others refused: unpack it first",
)
def test_a20_compressed(refused: Any) -> None:
    """A small file would unpack into the whole memory, or be called no UTF-8."""
    assert argmap.loads(gzip.compress(ONE.encode())) == argmap.loads(ONE)
    with pytest.raises(argmap.TooLarge, match="more than 50,000,000 bytes when it is unpacked"):
        argmap.loads(gzip.compress(bytes(50_000_001)))
    assert "packed data (gzip) are damaged" in refused(b"\x1f\x8b\x08" + b"\xff" * 30)
    assert "packed data (gzip) end in the middle" in refused(b"\x1f\x8b\x08" + bytes(3))
    assert "zip archive\n  unpack it first" in refused(b"PK\x03\x04" + bytes(30))
