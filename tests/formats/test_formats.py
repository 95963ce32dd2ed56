"""Reading and writing by suffix, by name, or by the look of the content; what is told on the way."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

import argmap
from argmap import formats
from argmap.formats.format import Format, Reading, Rendering
from argmap.registry import FORMATS, SUFFIXES
from argmap.source import SourceText

MAP = argmap.ArgumentMap(claims=(argmap.Claim("a", "Ä."),))
TEXT = argmap.dumps(MAP)
LOSS = argmap.Loss("no-text", "a", "its text", "this format has names only")
FINDING = argmap.Finding("odd", "something is odd", place="x:1:1")


@frozen
class _EntryPoint:
    """What a package declares of its plug-in; ``value`` is the format, or the error that loading raises."""

    value: Any

    def load(self) -> Any:
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


Plug = Callable[..., None]


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Plug:
    """Installs plug-ins, by name, beside JSON and node-link JSON alone; gone after the test."""
    table = {name: FORMATS._where[name] for name in ("json", "node-link")}

    def install(**plugins: Any) -> None:
        points = {name: _EntryPoint(value) for name, value in plugins.items()}
        monkeypatch.setattr(FORMATS, "_plugins", points)

    monkeypatch.setattr(FORMATS, "_where", table)
    monkeypatch.setattr(FORMATS, "_loaded", {})
    monkeypatch.setitem(SUFFIXES, ".json", ("json", "node-link"))
    monkeypatch.delitem(SUFFIXES, ".txt")
    install()
    return install


def _names_only(**changes: Any) -> Format:
    """A format that lists the claims' ids, one a line, after a first line ``names``."""

    def read(source: SourceText, *, strict: bool, limits: argmap.Limits) -> Reading:
        ids = source.text.split()[1:]
        limits.check("claims", len(ids), name=source.name)
        findings = () if strict else (FINDING,)
        map = argmap.ArgumentMap(claims=tuple([argmap.Claim(id) for id in ids]))
        return Reading(map, findings, "names")

    def write(map: argmap.ArgumentMap, *, end: str = "\n") -> Rendering:
        return Rendering("\n".join(["names", *[claim.id for claim in map.claims]]) + end, (LOSS,))

    plain = Format(
        name="names",
        title="Names",
        suffixes=(".names",),
        read=read,
        write=write,
        sniff=lambda text: text.startswith("names"),
    )
    return evolve(plain, **changes)


def test_a_file_there_and_back(tmp_path: Path) -> None:
    """A map written to a path would not come back, whichever way the path is given."""
    for file in (tmp_path / "a.json", str(tmp_path / "b.JSON"), tmp_path / "c.node-link.json"):
        assert argmap.write(MAP, file) == ()
        assert argmap.read(file) == MAP
    assert (tmp_path / "a.json").read_text("utf-8") == TEXT
    assert '"nodes"' in (tmp_path / "c.node-link.json").read_text("utf-8")


def test_open_files() -> None:
    """An open file, of bytes or text, would not be read, or not be written."""
    for make in (io.BytesIO, io.StringIO):
        file: Any = make()
        argmap.write(MAP, file, format="json")
        file.seek(0)
        assert argmap.read(file) == MAP


def test_an_open_file_with_a_name(tmp_path: Path) -> None:
    """An open file would not say its format by its name."""
    with (tmp_path / "x.node-link.json").open("wb") as file:
        argmap.write(MAP, file)
    with (tmp_path / "x.node-link.json").open() as file:
        assert argmap.read(file) == MAP
    assert formats.format_of(tmp_path / "x.node-link.json").name == "node-link"


def test_standard_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash would be taken for a file's name, or the format of a pipe not be recognised."""
    for format in ("json", "node-link"):
        out: Any = io.TextIOWrapper(io.BytesIO(), "utf-8")
        monkeypatch.setattr(sys, "stdout", out)
        argmap.write(MAP, "-", format=format)
        into = io.TextIOWrapper(io.BytesIO(out.buffer.getvalue()))
        monkeypatch.setattr(sys, "stdin", into)
        assert argmap.read("-") == MAP


def test_texts_and_bytes() -> None:
    """A text in memory would need a file; a byte-order mark would be taken for content."""
    assert argmap.loads(TEXT) == argmap.loads(TEXT.encode()) == MAP
    assert argmap.loads("\ufeff" + TEXT) == argmap.loads(b"\xef\xbb\xbf" + TEXT.encode()) == MAP
    assert (
        argmap.dumps(MAP, indent=None) == '{"argmap": 1, "claims": [{"id": "a", "text": "Ä."}]}\n'
    )
    with pytest.raises(argmap.ReadError, match=r"<bytes>:1:3: byte 2 .0xFF. isn't UTF-8"):
        argmap.loads(b"{ \xff")


def test_the_content_decides_between_formats_of_one_suffix(tmp_path: Path) -> None:
    """A graph in a file called .json would be refused for not being a native document, or the reverse."""
    graph = argmap.dumps(MAP, "node-link")
    for name, text, format in [
        ("a.json", graph, "node-link"),
        ("b.node-link.json", TEXT, "json"),
        ("c.json", TEXT, "json"),
        ("d.txt", graph, "node-link"),
    ]:
        (tmp_path / name).write_text(text, "utf-8")
        assert argmap.read(tmp_path / name) == MAP
        source = SourceText(name, text)
        assert argmap.parse(source).format == format


def test_a_named_format_is_believed(tmp_path: Path, plug: Plug) -> None:
    """``format=`` would be overruled by a suffix or by what the content looks like."""
    (tmp_path / "a.json").write_text(argmap.dumps(MAP, "node-link"), "utf-8")
    with pytest.raises(argmap.ReadError, match='the "argmap" version is missing'):
        argmap.read(tmp_path / "a.json", format="json")
    argmap.write(MAP, tmp_path / "b.txt", format="json")
    assert (tmp_path / "b.txt").read_text("utf-8") == TEXT
    with pytest.raises(argmap.UnknownName, match="no format is named 'jsom'; did you mean 'json'"):
        argmap.write(MAP, tmp_path / "b.json", format="jsom")
    assert not (tmp_path / "b.json").exists()


def test_a_picture_is_no_document(tmp_path: Path) -> None:
    """The tags of an SVG would be taken for titles of Argdown."""
    argmap.write(MAP, tmp_path / "a.svg")
    with pytest.raises(argmap.UnknownFormat, match="SVG picture can be written, not read"):
        argmap.read(tmp_path / "a.svg")


def test_swapped_arguments() -> None:
    """``write(file, map)`` would be told that a name has no suffix."""
    swapped: Any = ("a.svg", MAP)
    with pytest.raises(TypeError, match="an open file is needed, not ArgumentMap"):
        argmap.write(*swapped)


def test_wrong_content_for_the_suffix(tmp_path: Path) -> None:
    """A file that is no JSON would be told of as an unknown format, without the place of the fault."""
    (tmp_path / "a.json").write_text('{"nodse": []}')
    with pytest.raises(argmap.ReadError, match=r'a\.json:1:1: the "argmap" version is missing'):
        argmap.read(tmp_path / "a.json")
    (tmp_path / "a.json").write_text('{"arguments": {}, "statements": {}, "relations": []}')
    with pytest.raises(argmap.ReadError, match="Argdown's own tools export; read the Argdown"):
        argmap.read(tmp_path / "a.json")
    (tmp_path / "a.json").write_text("digraph { a -> b }")
    with pytest.raises(argmap.ReadError, match=r"a\.json:1:1: .*isn't a value of JSON"):
        argmap.read(tmp_path / "a.json")


def test_empty_files(tmp_path: Path, plug: Plug) -> None:
    """An empty file would be told of as an unknown format."""
    for name in ("a.json", "a.txt", "a"):
        (tmp_path / name).write_text(" \n")
        with pytest.raises(argmap.ReadError, match=f"{name}.*: the file is empty") as caught:
            argmap.read(tmp_path / name)
        assert not isinstance(caught.value, argmap.UnknownFormat)


def test_unknown_content(plug: Plug) -> None:
    """Who gives something else would not learn what was tried."""
    plug(names=_names_only(), other=_names_only(name="other", sniff=None))
    with pytest.raises(argmap.UnknownFormat) as caught:
        argmap.loads("hello")
    assert caught.value.message == (
        "no reader knows this document; tried JSON, node-link JSON, Names, Names"
    )
    assert caught.value.hint == 'if it is of one of them all the same, name that: format="..."'


def test_unknown_suffixes(tmp_path: Path, plug: Plug) -> None:
    """A name that says no format would be written in some format all the same."""
    with pytest.raises(argmap.UnknownFormat) as caught:
        argmap.write(MAP, tmp_path / "a.jsom")
    assert caught.value.message == "no format has the suffix '.jsom'"
    assert caught.value.hint == "did you mean '.json'?"
    with pytest.raises(
        argmap.UnknownFormat, match="name one of json, node-link, or use a suffix of"
    ):
        argmap.write(MAP, tmp_path / "a.somethingelse")
    assert caught.value.name == str(tmp_path / "a.jsom")
    for file in (tmp_path / "json", "-", io.BytesIO(), ".json"):
        with pytest.raises(argmap.UnknownFormat, match="a name without a suffix says no format"):
            argmap.write(MAP, file)
    assert list(tmp_path.iterdir()) == []


def test_a_stream_without_a_name_of_its_own() -> None:
    """The number of a descriptor would be taken for a name."""
    file = io.BytesIO(TEXT.encode())
    file.name = 7  # as os.fdopen gives it
    assert argmap.read(file) == MAP
    with pytest.raises(argmap.UnknownFormat, match="a name without a suffix"):
        formats.format_of(file)


def test_limits(tmp_path: Path) -> None:
    """A document past the limits of who asks would be read."""
    (tmp_path / "a.json").write_text(TEXT, "utf-8")
    tight = argmap.Limits(file_bytes=20)
    with pytest.raises(argmap.TooLarge, match="20 bytes"):
        argmap.read(tmp_path / "a.json", limits=tight)
    with pytest.raises(argmap.TooLarge, match="file bytes, and the limit is 20"):
        argmap.loads(TEXT, limits=tight)
    with pytest.raises(argmap.TooLarge, match="1 claims, and the limit is 0"):
        argmap.loads(TEXT, limits=argmap.Limits(claims=0))


def test_findings_come_as_warnings(tmp_path: Path) -> None:
    """What a reader found would be silent, or be told as if argmap itself had done it."""
    text = '{"argmap": 1, "colour": 2}'
    (tmp_path / "a.json").write_text(text)
    reads: tuple[Callable[[], Any], ...] = (
        lambda: argmap.read(tmp_path / "a.json"),
        lambda: argmap.loads(text),
    )
    for read in reads:
        with pytest.warns(argmap.FindingWarning, match="unknown key 'colour'") as told:
            assert read().data == {"unknown": {"colour": 2}}
        assert [warning.filename for warning in told] == [__file__]
    assert [finding.code for finding in argmap.parse(text).findings] == ["unknown-key"]


def test_strict_refuses_findings(tmp_path: Path) -> None:
    """``strict=True`` would only warn."""
    text = '{"argmap": 1, "colour": 2}'
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(argmap.ReadError, match="colour"):
        argmap.read(tmp_path / "a.json", strict=True)
    with pytest.raises(argmap.ReadError, match="colour"):
        argmap.loads(text, strict=True)


def test_a_plug_in(tmp_path: Path, plug: Plug) -> None:
    """A plug-in would not be found by its name, its suffix or its content."""
    plug(names=_names_only())
    assert [format.name for format in formats.formats()] == ["json", "node-link", "names"]
    with pytest.warns(argmap.LossWarning):
        argmap.write(MAP, tmp_path / "x.names", end="\n\n")
    assert (tmp_path / "x.names").read_text() == "names\na\n\n"
    assert argmap.read(tmp_path / "x.names", strict=True) == argmap.ArgumentMap(
        claims=(argmap.Claim("a"),)
    )
    assert argmap.parse("names a b").format == "names"
    with pytest.warns(argmap.FindingWarning, match=r"x:1:1: something is odd \[odd\]"):
        argmap.loads("b", format="names")


def test_a_plug_in_that_fails(plug: Plug) -> None:
    """The message would not say which plug-in it was, or hide its own traceback."""
    plug(bad=RuntimeError("no such thing"))
    with pytest.raises(argmap.PluginError, match="format plug-in 'bad' fails") as caught:
        argmap.dumps(MAP, "bad")
    assert isinstance(caught.value.__cause__, RuntimeError)
    assert argmap.loads(TEXT) == MAP


def test_losses_are_told(tmp_path: Path, plug: Plug) -> None:
    """What a format can't say would be lost in silence."""
    plug(names=_names_only())
    writes: tuple[Callable[[], Any], ...] = (
        lambda: argmap.write(MAP, tmp_path / "x.names"),
        lambda: argmap.dumps(MAP, "names"),
    )
    for write in writes:
        with pytest.warns(argmap.LossWarning) as told:
            assert write() in ((LOSS,), "names\na\n")
        assert [str(warning.message) for warning in told] == [f"Names: {LOSS}"]
        assert [warning.filename for warning in told] == [__file__]
    assert argmap.render(MAP, "names") == Rendering("names\na\n", (LOSS,))
    assert argmap.render(MAP, "names").data == b"names\na\n"


def test_pictures_lose_without_a_warning(tmp_path: Path, plug: Plug) -> None:
    """Every picture would come with warnings."""
    plug(names=_names_only(picture=True))
    assert argmap.write(MAP, tmp_path / "x.names") == (LOSS,)
    assert argmap.dumps(MAP, "names") == "names\na\n"


def test_strict_writing(tmp_path: Path, plug: Plug) -> None:
    """``strict=True`` would write what isn't the whole map, or spoil the file that is there."""
    plug(names=_names_only())
    (tmp_path / "x.names").write_text("old")
    with pytest.raises(argmap.CannotExpress, match="Names can't say this map") as caught:
        argmap.write(MAP, tmp_path / "x.names", strict=True)
    assert caught.value.losses == (LOSS,)
    assert (tmp_path / "x.names").read_text() == "old"
    with pytest.raises(argmap.CannotExpress):
        argmap.dumps(MAP, "names", strict=True)
    assert argmap.dumps(MAP, "json", strict=True) == TEXT


def test_formats_with_one_direction(tmp_path: Path, plug: Plug) -> None:
    """A format that can only be read, or only written, would fail without saying so."""
    plug(out=_names_only(name="out", read=None), inn=_names_only(name="inn", write=None))
    with pytest.raises(argmap.UnknownFormat, match="Names can be written, not read") as caught:
        argmap.loads("names", format="out")
    assert caught.value.hint == "formats to read: json, node-link, inn"
    with pytest.raises(argmap.UnknownFormat, match="Names can be read, not written") as caught:
        argmap.dumps(MAP, "inn")
    assert caught.value.hint == "formats to write: json, node-link, out"
    assert argmap.parse(SourceText("x.names", "names"), format=None).format == "names"


def test_what_was_there_stays(tmp_path: Path) -> None:
    """A map that can't be written would leave half a file, or an empty one."""
    old = tmp_path / "a.json"
    old.write_text("old")
    with pytest.raises(TypeError):
        argmap.write(MAP, old, colour="red")
    with pytest.raises(argmap.WriteError):
        argmap.write(MAP, old / "b.json")
    assert old.read_text() == "old"
    assert list(tmp_path.iterdir()) == [old]


def test_the_table_is_right() -> None:
    """A format would be called otherwise than its name in the table, or not do what it claims."""
    for name in FORMATS._where:
        format = FORMATS.get(name)
        assert isinstance(format, Format)
        assert format.name == name
        assert format.title
        assert format.read or format.write
        assert all(suffix.startswith(".") and suffix.islower() for suffix in format.suffixes)
        for text in ("", "{", "\x00", "\ud800", '{"a": 1}', "[" * 1_000):
            assert format.sniff is None or format.sniff(text) in (True, False)


def test_a_suffix_that_is_only_read() -> None:
    """Turtle would be written into a file that others take for JSON-LD, or a table be read by Kialo's rules."""
    for suffix in (".rdf", ".jsonld", ".nt", ".xhtml"):
        with pytest.raises(
            argmap.UnknownFormat, match=f"is read from {suffix} files, and not writt"
        ):
            argmap.formats.format_of(f"x{suffix}")
    assert argmap.formats.format_of("x.csv").name == "csv"
    assert argmap.formats.format_of("x.xml").name == "arggraph"
    named = {
        "Discussion Title: Co-ops?\n\n1. Yes.\n": "kialo",
        "id,text\na,A.\n": "csv",
        "a,b\n1,2\n": "csv",
    }
    for text, name in named.items():
        assert argmap.formats.recognised(SourceText("x.csv", text)).name == name


def test_the_suffixes_are_the_formats_own() -> None:
    """A format would not be found by a suffix of its own, or by one that it doesn't have."""
    own: dict[str, list[str]] = {}
    for name in FORMATS._where:
        for suffix in FORMATS.get(name).suffixes:
            names = own.setdefault("." + suffix.rpartition(".")[2], [])
            names += [name] if name not in names else []
            if FORMATS.get(name).companions and suffix.count(".") > 1:
                own[suffix] = [name]
    assert {suffix: tuple(names) for suffix, names in own.items()} == SUFFIXES


def test_a_suffix_that_one_format_reads_and_another_writes(tmp_path: Path) -> None:
    """A Markdown file could not be written, for Argdown in Markdown is only read."""
    assert formats.format_of("notes.md").name == "markdown"
    assert formats.format_of("analysis.axl").name == "axl"
    argmap.write(MAP, tmp_path / "notes.md")
    assert argmap.read(tmp_path / "notes.md") == MAP
