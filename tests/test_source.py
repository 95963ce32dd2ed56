"""Tests of decoding, of places in a text, and of showing what can't be seen."""

from __future__ import annotations

import copy
import pickle
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.encoding import decoded_xml
from argmap.errors import ReadError
from argmap.source import SourceText, Within, decode, illegal_character, visible

LINES = st.text(st.sampled_from("ab\r\n\té\u2028\x85"), max_size=20)


def at(text: str, start: int) -> tuple[int, int]:
    """Line and column of a character."""
    span = SourceText("a", text).span(start)
    return span.line, span.column


@given(LINES, st.integers(0, 20))
def test_lines_and_columns_by_counting(text: str, start: int) -> None:
    """Line and column are what counting by hand gives, for CR, LF and CRLF mixed."""
    start = min(start, len(text))
    line, column = 1, 1
    for n in range(start):
        if text[n] == "\n" or (text[n] == "\r" and text[n + 1 : n + 2] != "\n"):
            line, column = line + 1, 1
        else:
            column += 1
    assert at(text, start) == (line, column)


def test_only_cr_and_lf_end_lines() -> None:
    """U+2028, U+0085 and form feeds are letters of their line, as editors show them."""
    assert at("a\u2028b\x85c\x0cd\x0be", 8) == (1, 9)


def test_a_place_is_what_editors_understand() -> None:
    """Name, line and column with colons, and nothing in the name obeys a terminal."""
    assert SourceText("a\x1b.txt", "x\nyz").span(3).place == "a\\x1b.txt:2:2"


def test_a_span_has_at_least_one_character() -> None:
    """The caret has something to stand under, also at the end of the text."""
    source = SourceText("a", "xyz")
    assert (source.span(1).start, source.span(1).end) == (1, 2)
    assert source.span(2, 2).end == 3
    assert source.span(0, 3).end == 3
    assert source.span(3).excerpt() == "  1 | xyz\n    |    ^"
    assert SourceText("a", "").span(0).excerpt() == "  1 | \n    | ^"


@pytest.mark.parametrize(
    ("text", "start", "end", "shown"),
    [
        ("one\ntwo\nthree", 4, 7, "  2 | two\n    | ^^^"),
        ("one\r\ntwo\r\n", 5, 6, "  2 | two\n    | ^"),
        ("one\rtwo\rthree", 5, 30, "  2 | two\n    |  ^^"),
        ("one\ntwo", 3, 4, "  1 | one\n    |    ^"),
        ("one\r\ntwo", 4, 5, "  1 | one\n    |    ^"),
        ("\ta\x00b", 2, 3, "  1 | \\ta\\x00b\n    |    ^^^^"),
        ("\n" * 9 + "x", 9, 10, "  10 | x\n     | ^"),
    ],
)
def test_excerpts_point_at_the_place(text: str, start: int, end: int, shown: str) -> None:
    """The line is shown as it is, without its end, and carets stand under the place."""
    assert SourceText("a", text).span(start, end).excerpt() == shown


@given(st.integers(0, 400), st.integers(1, 400), st.integers(0, 300))
def test_excerpts_of_long_lines_are_cut_around_the_place(
    length: int, width: int, start: int
) -> None:
    """A line of a megabyte is shown as a hundred characters with the place among them."""
    text = "".join(chr(0x100 + n) for n in range(length))
    start = min(start, length)
    line, carets = SourceText("a", text).span(start, start + width).excerpt().splitlines()
    assert len(line) <= len("  1 | ") + 100 + 6
    under = line[carets.index("^") :][: carets.count("^")]
    assert text[start:].startswith(under.removesuffix("...")) or start == length


@given(LINES)
def test_any_place_of_any_text_has_an_excerpt(text: str) -> None:
    """No place, not even inside CRLF, breaks the two lines of an excerpt."""
    source = SourceText("a", text)
    for start in range(len(text) + 1):
        line, carets = source.span(start).excerpt().split("\n")
        assert re.fullmatch(r" +\| *\^+", carets)
        assert len(carets) <= len(line) + 1


def test_many_places_are_found_in_one_reading() -> None:
    """Ten thousand findings in a large file don't read it ten thousand times."""
    source = SourceText("a", "some words\n" * 100_000)
    for n in range(10_000):
        assert source.span(n * 110).line == n * 10 + 1


def test_a_source_is_a_value() -> None:
    """Sources with the same name and text are equal, whatever has been asked of them."""
    one, other = SourceText("a", "x\ny"), SourceText("a", "x\ny")
    assert one.span(2).line == 2
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one
    assert repr(one) == "SourceText(name='a')"
    assert one.span(2) == other.span(2)


def test_utf8_is_decoded_and_line_ends_stay() -> None:
    """Bytes become the same characters; only a byte-order mark at the very start goes."""
    text = "é\r\n\u20ac\r\U0001f600\ufeff"
    assert decode(text.encode(), "a") == SourceText("a", text)
    assert decode(b"\xef\xbb\xbf" + text.encode(), "a").text == text
    assert decode(b"", "a").text == ""


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"abc\ndef\xffghi", "2:4", "byte 7 (0xFF)"),
        (b"\xef\xbb\xbfab\xff", "1:3", "byte 5 (0xFF)"),
        (b"\r\n\r\xc0\x80", "3:1", "byte 3 (0xC0)"),
        (b"\xed\xa0\x80", "1:1", "byte 0 (0xED)"),
        ("é\u20ac".encode()[:-1], "1:2", "byte 2 (0xE2)"),
    ],
)
def test_what_is_not_utf8_is_refused_at_its_byte(data: bytes, place: str, message: str) -> None:
    """Bad bytes, overlong forms, surrogates and a cut end are refused with byte and place."""
    with pytest.raises(ReadError) as caught:
        decode(data, "a\x1b.txt")
    expected = f"a\\x1b.txt:{place}: {message} isn't UTF-8\n  save the file as UTF-8"
    assert str(caught.value) == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x1f\x8b\x08", "compressed (gzip)\n  unpack it first"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture\n  name the document that it was drawn from"),
        (b"%PDF-1.7\n%", "a PDF document\n  name the document that it was drawn from"),
        (b"PK\x03\x04rest", "a zip archive\n  unpack it first"),
        ("x".encode("utf-16"), "UTF-16\n  save the file as UTF-8"),
        (b"\xfe\xff\0x", "UTF-16\n  save the file as UTF-8"),
        ("[a]: A.\n".encode("utf-16-le"), "UTF-16\n  save the file as UTF-8"),
        ("[a]: A. ".encode("utf-16-be"), "UTF-16\n  save the file as UTF-8"),
        (("[a]: " + "A" * 30 + "→").encode("utf-16-le"), "UTF-16\n  save the file as UTF-8"),
    ],
)
def test_other_kinds_of_data_are_named(data: bytes, message: str) -> None:
    """An archive or UTF-16 is told as such, not as a bad byte."""
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith("a.txt: the ")
    assert str(caught.value).endswith(message)


@pytest.mark.parametrize("text", ["a\0b\0", "a\0b\0c\0", "\0" * 9, "abcd\0e\0f\0g", "é\0" * 9])
def test_controls_among_characters_are_no_utf_16(text: str) -> None:
    """A text with a stray control character would be refused."""
    assert decode(text.encode(), "a.txt").text == text


@given(st.binary(max_size=30))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """Nothing but ReadError comes out of arbitrary bytes."""
    try:
        text = decode(data, "a").text
    except ReadError:
        return
    assert text == decoded_xml(data) or text.encode() == data.removeprefix(b"\xef\xbb\xbf")


def test_illegal_characters_are_exactly_these() -> None:
    """Controls but tab, LF and CR; DEL and C1; surrogates; U+FFFE and U+FFFF; no others."""
    illegal = {n for n in range(0x110000) if illegal_character(chr(n)) is not None}
    controls = {*range(0x20), *range(0x7F, 0xA0)} - {9, 10, 13}
    assert illegal == controls | {*range(0xD800, 0xE000), 0xFFFE, 0xFFFF}


def test_the_first_illegal_character_is_found() -> None:
    """The place is that of the first one, also behind unprintable but legal characters."""
    assert illegal_character("a\u200b\n\x07\x08") == 3
    assert illegal_character("plain") is None
    assert illegal_character("a\tb\u202e") is None


def test_what_can_not_be_seen_is_shown() -> None:
    """Controls, surrogates, bidi marks and invisible signs become escapes; letters stay."""
    hidden = "\x00\t\r\n\x1b\x7f\x85\u061c\u200b\u200f\u2028\u202e\u2066\ufeff\ufff9\uffff\ud800"
    assert visible(hidden).isascii()
    assert visible("a\tb\x07\u202ec\U000e0041") == "a\\tb\\x07\\u202ec\\U000e0041"
    assert visible("é \u20ac \U0001f600 日本") == "é \u20ac \U0001f600 日本"


def test_nothing_visible_leaves_can_turn_or_break_a_line() -> None:
    """Of all characters none with a bidi control, line or control category comes through."""
    for n in range(0x110000):
        shown = visible(chr(n))
        if shown == chr(n):
            assert unicodedata.category(shown) not in ("Cc", "Cs", "Zl", "Zp")
            assert unicodedata.bidirectional(shown) not in {
                *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
            }
        else:
            assert shown.encode().decode("unicode-escape") == chr(n)


@given(st.text(st.characters(exclude_categories=())))
def test_visible_twice_is_visible_once(text: str) -> None:
    """A name that went through twice isn't escaped twice."""
    assert visible(visible(text)) == visible(text)


def test_places_of_a_part_are_those_of_the_whole() -> None:
    """An error in a part of a document would point at another line of it."""
    whole = SourceText("notes.md", "# A\n> ab\n> c\nd\n")
    part = SourceText("notes.md", "ab\nc\n", within=Within(whole, (6, 11, 13)))
    assert part.span(1).place == "notes.md:2:4"
    assert part.span(3).excerpt() == "  3 | > c\n    |   ^"
    assert part.span(0, 4) == whole.span(6, 12)
    assert part.span(5).place == "notes.md:4:1"
    assert SourceText("notes.md", "", within=Within(whole, (13,))).span(0).place == "notes.md:4:1"


def test_a_byte_order_mark_is_kept_if_asked_for() -> None:
    """A tool that writes a file back would change its first bytes unseen."""
    assert decode(b"\xef\xbb\xbfa", "x", keep_mark=True).text == "\ufeffa"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "cp1252"])
def test_a_mark_at_the_beginning_is_no_character(codec: str) -> None:
    """It would stand before the first tag, and XML begins with nothing else; at the end it is a character."""
    mark = "\ufeff" if codec in ("utf-16-le", "utf-16-be") else ""
    text = "<?xml version='1.0' encoding='windows-1252'?><a>ä</a>"
    assert decode(f"{mark}{text}".encode(codec), "a.xml").text == text
    if codec.startswith("utf"):
        assert decode(f"{mark}{text}\ufeff".encode(codec), "a.xml").text == f"{text}\ufeff"


def test_an_encoding_is_declared_at_the_beginning_alone() -> None:
    """What a text says of encodings further on is no declaration."""
    assert decoded_xml(b" <?xml version='1.0' encoding='cp1252'?><a>\x93</a>") is None
    assert decoded_xml(b"encoding='cp1252'") is None
    assert decoded_xml(b"<?xml encoding='cp1252'?>\x93") == "<?xml encoding='cp1252'?>\u201c"
    assert decoded_xml(b"<?xml encoding = 'Big5'?>\xa4\x40") == "<?xml encoding = 'Big5'?>\u4e00"
    assert decoded_xml(b"<?xml encoding='big5'?>\xff\xff") is None


def test_a_source_knows_whether_it_had_a_mark() -> None:
    """Who writes a document again would leave it out, or put one in."""
    assert decode(b"\xef\xbb\xbfa", "x").had_mark is True
    assert decode(b"a", "x").had_mark is False
