"""Documents whose names say another format than they are of."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

import argmap
from argmap import ReadError
from argmap.formats import formats
from argmap.registry import FORMATS, SUFFIXES
from argmap.source import SourceText


def debate() -> argmap.ArgumentMap:
    """Three claims and two links."""
    draft = argmap.Draft("Named")
    for name in "abc":
        draft.claim(f"Claim {name} is said.", id=name, title=name.upper())
    draft.support("a", by="b")
    draft.rebut("a", by="c")
    return draft.map()


def read_or_hint(source: SourceText) -> tuple[argmap.Reading | None, str]:
    """What a document says, or the next step that is told where it can't be read."""
    try:
        return argmap.parse(source), ""
    except ReadError as error:
        return None, error.hint


WRITTEN = [each.name for each in formats() if each.write and each.read and not each.picture]


def test_a_map_in_json_called_argdown(tmp_path: Path) -> None:
    """One would be told of words behind what is complete, and not that it is JSON."""
    path = tmp_path / "x.argdown"
    argmap.write(debate(), path, format="json")
    with pytest.raises(ReadError) as caught:
        argmap.read(path)
    assert str(caught.value) == (
        f'{path}: this is JSON, not Argdown\n  give format="json", or call the file .json'
    )
    assert argmap.read(path, format="json") == debate()


@pytest.mark.parametrize("name", WRITTEN)
def test_every_format_under_every_suffix(name: str) -> None:
    """A document would be refused with no word of what it looks like, or read as an empty map."""
    text = argmap.render(debate(), name).text
    strong = text.lstrip().startswith(("{", "[", "<"))
    for suffix, own in SUFFIXES.items():
        if name in own:
            continue
        reading, hint = read_or_hint(SourceText(f"x{suffix}", text))
        others = [FORMATS.get(each) for each in own]
        if reading is None:
            known = any(each.sniff and each.sniff(text) for each in others)
            assert known or 'give format="' in hint, (suffix, hint)
            continue
        assert reading.map.elements, suffix
        if strong:
            assert FORMATS.get(reading.format).sniff(text), suffix


@pytest.mark.parametrize(
    ("text", "title", "hint"),
    [
        ("id,text\na,Rain.\nb,Sun.\n", "CSV", 'give format="csv", or call the file .csv'),
        ("arg(a).\narg(b).\natt(a,b).\n", "APX", 'give format="apx", or call the file .apx'),
        ("p af 2\n1 2\n", "ICCMA", 'give format="af", or call the file .af'),
    ],
)
def test_another_text_called_argdown(text: str, title: str, hint: str) -> None:
    """A table would be read as one statement, and nobody told."""
    source = SourceText("x.argdown", text)
    reading = argmap.parse(source)
    finding = reading.findings[0]
    assert (reading.format, finding.code, finding.place) == (
        "argdown",
        "other-format",
        "x.argdown:1:1",
    )
    assert finding.message.startswith("read as Argdown, as the name says, and it looks like ")
    assert title in finding.message
    assert finding.hint == f"if it is, {hint}"
    assert "other-format" not in [f.code for f in argmap.parse(text, format="argdown").findings]
    with pytest.raises(ReadError, match="not Argdown"):
        argmap.parse(source, strict=True)


@pytest.mark.parametrize(
    "text", ["A\n  + B\n", "* a\n* b\n", "Just words, and more words.\n", "text, id\n\n[A]: a\n"]
)
def test_argdown_is_not_doubted(text: str) -> None:
    """A document without a title would be taken for an outline, and one with a comma for a table."""
    assert not argmap.parse(SourceText("x.argdown", text), strict=True).findings


def test_a_format_that_is_named_is_not_doubted() -> None:
    """Whoever says the format knows better, and an empty map is a map."""
    assert not argmap.loads("{}\n", format="outline").elements
    with pytest.raises(ReadError) as caught:
        argmap.loads(argmap.dumps(debate(), "json"), format="argdown")
    assert "format=" not in str(caught.value)


def test_a_hint_keeps_what_the_reader_said() -> None:
    """The line, the path and the reader's own remedy would be lost."""
    source = SourceText("x.yaml", argmap.render(debate(), "outline").text)
    with pytest.raises(ReadError) as caught:
        argmap.parse(source)
    error = caught.value
    assert error.span is not None
    assert "this isn't YAML" in error.message
    assert error.hint.endswith(
        'the file looks like Markdown outline: if it is, give format="markdown", or call the file .md'
    )
    assert isinstance(error.__cause__, ReadError)
    assert error.__cause__.span == error.span


def test_every_suffix_was_tried() -> None:
    """A format that nothing is written in would never be looked at under a wrong name."""
    assert {"json", "argdown", "aif", "csv", "outline"} <= set(WRITTEN)
    assert set(chain(*SUFFIXES.values())) >= set(WRITTEN)
