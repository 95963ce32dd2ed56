"""Documents of Argdown, whatever their letters: read to a map, or refused with the place."""

from __future__ import annotations

from typing import Any

import pytest

import argmap
from argmap.formats.argdown import sniff
from argmap.source import SourceText


def _read(text: str, **options: Any) -> argmap.Reading:
    return argmap.parse(SourceText("d.argdown", text), format="argdown", **options)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@", "@"),
        ("#(", "#("),
        ("#(open", "#(open"),
        ("<A", "<A"),
        ("[A", "[A"),
        ("@[x", "@[x"),
        ("@x", "@x"),
        ("[](x)", "[](x)"),
        ("[]", "[]"),
        ("}", "}"),
        ("===\n", "==="),
        ("x === y", "x === y"),
        ("/* open", "/* open"),
        ("<!-- open", "<!-- open"),
        ("// at the end", "// at the end"),
        ("a://b.c", "a://b.c"),
        ("[A]: x --\n", "x --"),
        ("===\n# nothing\n===\n\nx", "x"),
        ("[A]: (a) b", "(a) b"),
        ("[A]: [a](b c) d\n", "a d"),
        ("[A]: x\r\r y", "x y"),
        ("[A]: .a", ".a"),
        ("[A]: a. b. c", "a. b. c"),
        ("x [A]", "x [A]"),
        ("a {b: 1} c", "a {b: 1} c"),
        ("a {b: 1", "a {b: 1"),
        ("{{{", "{{{"),
        ("\\", "\\"),
        ("* *", "*"),
        ("_", "_"),
        ("==a==", "==a=="),
        ("a _b", "a _b"),
        ("a \\* b", "a * b"),
        ("a\\  b", "a  b"),
        (":a", ":a"),
        ("a:b:c", "a:b:c"),
        ("[A]: a :// b", "a :// b"),
        ("://x", "://x"),
        ("x [] y", "x [] y"),
        ("x [](y) z", "x [](y) z"),
        ("a * b", "a * b"),
        ("a\n\n\r\r", "a"),
        ("a **b* c", "a **b* c"),
        ("a _*b_ c", "a _*b_ c"),
        ("a __b_ c", "a __b_ c"),
        ("a ** b", "a  b"),
        ("*a*b", "*a*b"),
        ("x [a]() b", "x [a]() b"),
        ("===\nmodel: {shortcodes: {':b:': 5}}\n===\n\nx :b: y", "x :b: y"),
        ("see http://a.b/c for more", "see http://a.b/c for more"),
    ],
)
def test_signs_that_begin_nothing(text: str, said: str) -> None:
    """A sign would be lost, or a text cut, where nothing begins."""
    assert [claim.text for claim in _read(text).map.claims] == [said]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[A]\n  + {a: 1}\n", "2:3: nothing stands behind +"),
        ("* {a: 1}\n", "1:1: nothing stands behind *"),
        ("<A>\n\n(1) {a: b}\n----\n(2) q\n", "3:1: nothing stands behind (1)"),
        ("(1)", "1:1: nothing stands behind (1)"),
        ("--", "1:1: this inference isn't closed"),
        ("(1) a\n---- b\n(2) c", "2:1: this inference has no conclusion"),
        ("(1) a\n-- b -- c\n(2) d", "2:1: this inference has no conclusion"),
        ("(1) a\n-- rule \\", "2:1: this inference isn't closed"),
        ("(1) a\n--\n\n--", "2:1: this inference isn't closed"),
        ("=== : ===\n", "1:5: this isn't YAML"),
        ('===\na: "\\x07"\n===', "2:1: this front matter can't be used"),
        ("a {b: 1}\nc", "2:1: words behind what is complete"),
        ("[A]: x {b: 1}\n{c: 1}\n", "2:1: data that belongs to nothing"),
        ("[A]: x {b: 1} {c: 1}\n", "1:15: data that belongs to nothing"),
        ("(1) a\n----\n(2) b\n\n(3) c", "5:1: premises without an inference"),
    ],
)
def test_what_cannot_be_read(text: str, message: str) -> None:
    """A document that says no map would be read as something."""
    with pytest.raises(argmap.ReadError) as caught:
        _read(text)
    assert str(caught.value).startswith(f"d.argdown:{message}")
    assert caught.value.hint


def test_findings_of_one_kind_are_counted() -> None:
    """A document of a thousand stars would drown every other finding."""
    reading = _read("\n\n".join(["a *b"] * 150))
    assert [finding.code for finding in reading.findings] == ["unclosed-emphasis"] * 101
    assert reading.findings[-1].message == "50 more findings of this kind"


def test_another_language_of_this_suffix_is_named() -> None:
    """A person would look for a mistake where there is none."""
    for text in ("[#a] One.\n[#a] --> [#b]\n", "[#a] ==> [#b]\n+ x\n", ":::claim[x]\n+ y\n"):
        with pytest.raises(argmap.ReadError, match="argdown-2, another language"):
            _read(text)


def test_a_byte_order_mark_is_no_text() -> None:
    """The first title of a file from a text editor would not be found, or nobody told why the reference fails."""
    for text in ("\ufeff[A]: alpha", "\ufeff[A]: alpha".encode()):
        reading = argmap.parse(text, format="argdown")
        assert [claim.title for claim in reading.map.claims] == ["A"]
        assert [finding.code for finding in reading.findings] == ["byte-order-mark"]
        with pytest.raises(argmap.ReadError, match="a byte-order mark"):
            argmap.parse(text, format="argdown", strict=True)


@pytest.mark.parametrize(
    "text",
    [
        "[A]: alpha\n",
        "<A>\n\n(1) p\n----\n(2) q\n",
        "Words.\n  + [B]\n",
        "# Head\n\n<A>: b\n",
        "words\n  <- <B>\n",
    ],
)
def test_argdown_is_recognised(text: str) -> None:
    """A document from standard input would need its format named."""
    assert sniff(text)
    assert argmap.parse(text).format == "argdown"


@pytest.mark.parametrize(
    "text", ["", "words\n", '{"a": ["b"]}', "<?xml?><a>b</a>", "<p>a</p>", "# a"]
)
def test_other_texts_are_not_taken_for_argdown(text: str) -> None:
    """Prose, a page or XML would be read as a map of one claim."""
    assert not sniff(text)


def test_a_file_is_read_by_its_suffix(tmp_path: Any) -> None:
    """``argmap draw debate.argdown`` would ask for the format."""
    for name in ("debate.argdown", "debate.ad"):
        path = tmp_path / name
        path.write_text("One thing.\n", "utf-8")
        assert argmap.read(path).claims[0].text == "One thing."


def test_limits_hold() -> None:
    """A document of a million statements would fill the memory."""
    for text, limits, what in (
        ("[A]\n\n[B]\n", argmap.Limits(claims=1), "claims"),
        ("[A]\n  + [B]\n  - [B]\n", argmap.Limits(links=1), "links"),
    ):
        with pytest.raises(argmap.ReadError, match=what):
            _read(text, limits=limits)
