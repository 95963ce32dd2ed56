"""``argmap draw``."""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from threading import Thread
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import argmap
from argmap import ArgumentMap, Format, Rendering
from argmap.cli import draw as module
from argmap.drawing import draw

SVG = "{http://www.w3.org/2000/svg}svg"


def test_a_picture_goes_where_it_is_told(run: Any, here: Path, debate: ArgumentMap) -> None:
    """The picture would be another one than the library's, or none."""
    ended = run("draw", "debate.json", "-o", "out.svg")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert (here / "out.svg").read_text("utf-8") == draw(debate).svg
    assert ET.fromstring((here / "out.svg").read_bytes()).tag == SVG


def test_a_picture_goes_beside_the_document(run: Any, here: Path, debate: ArgumentMap) -> None:
    """A person would not know where the picture is."""
    ended = run("draw", "debate.json")
    assert (ended.code, ended.out, ended.err) == (0, "", "argmap: wrote debate.svg\n")
    assert (here / "debate.svg").read_text("utf-8") == draw(debate).svg


def test_a_stream_becomes_a_stream(run: Any, here: Path, debate: ArgumentMap) -> None:
    """A picture from standard input would land in a file called ``-.svg``."""
    given = (here / "debate.json").read_bytes()
    ended = run("draw", "-", given=given)
    assert (ended.code, ended.out, ended.err) == (0, draw(debate).svg, "")
    assert run("draw", "debate.json", "-o", "-").out == ended.out
    assert run("draw", "-", "-o", "out.svg", given=given).out == ""
    assert (here / "out.svg").read_text("utf-8") == ended.out
    assert sorted(path.name for path in here.iterdir()) == ["debate.json", "out.svg"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_has_nothing_beside_it(launch: Any, here: Path, debate: ArgumentMap) -> None:
    """``argmap draw <(...)`` would try to write among the system's devices."""
    os.mkfifo(here / "pipe.json")
    text = (here / "debate.json").read_text()
    # Opening a named pipe waits for the reader, so the writer is a thread, which may be left behind.
    Thread(target=(here / "pipe.json").write_text, args=(text,), daemon=True).start()
    ended = launch("draw", "pipe.json")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == draw(debate).svg
    assert not (here / "pipe.svg").exists()


def test_dot(run: Any, here: Path, debate: ArgumentMap) -> None:
    """DOT for Graphviz would have to be made by ``convert``."""
    assert run("draw", "debate.json", "-o", "out.dot").code == 0
    assert (here / "out.dot").read_text("utf-8") == argmap.render(debate, "dot").text
    assert run("draw", "debate.json", "--to", "dot").err.endswith("argmap: wrote debate.dot\n")
    assert (here / "debate.dot").read_text("utf-8") == (here / "out.dot").read_text("utf-8")
    assert run("draw", "debate.json", "--to", "dot", "-o", "-").out == (
        (here / "out.dot").read_text("utf-8")
    )


@pytest.mark.parametrize(
    ("words", "options"),
    [
        (["--theme", "dark"], {"theme": "dark"}),
        (["--direction", "left"], {"direction": "left"}),
        (["--engine", "layered"], {"engine": "layered"}),
        (["--focus", "cuts", "--depth", "0"], {"focus": "cuts", "depth": 0}),
        (["--depth", "1"], {"depth": 1}),
        (["--engine", "outline"], {"engine": "outline"}),
        (["--max-width", "300"], {"max_width": 300}),
        (["--aspect", "1.5"], {"aspect": 1.5}),
        (["--scale", "0.5"], {"scale": 0.5}),
        (["--scale", "fit"], {"scale": "fit"}),
    ],
)
def test_options_are_those_of_the_library(
    run: Any, debate: ArgumentMap, words: list[str], options: dict[str, Any]
) -> None:
    """An option would be taken and change nothing, or something else."""
    ended = run("draw", "debate.json", "-o", "-", *words)
    assert ended.code == 0
    assert ended.out == draw(debate, **options).svg


def test_pages_in_one_file_and_in_many(run: Any, here: Path, debate: ArgumentMap) -> None:
    """A map that needs pages would be printed on one that is too small."""
    one = run("draw", "debate.json", "-o", "-", "--page", "a5", "--direction", "left")
    assert one.out == argmap.dumps(debate, "svg", page="a5", direction="left")
    many = run("draw", "debate.json", "-o", "part-{page}.svg", "--page", "200x200")
    pages = argmap.draw_pages(debate, "200x200")
    names = [f"part-{number}.svg" for number in range(1, len(pages) + 1)]
    assert len(names) > 1
    assert many.err == "".join([f"argmap: wrote {name}\n" for name in names])
    for name, page in zip(names, pages, strict=True):
        assert (here / name).read_text("utf-8") == page.svg
    whole = run("draw", "debate.json", "-o", "{page}.svg")
    assert (whole.code, (here / "{page}.svg").is_file()) == (2, False)
    assert "there are no pages without --page; add --page a4" in whole.err


def test_a_width_that_no_picture_has(run: Any, debate: ArgumentMap) -> None:
    """A width without room for one card would be taken and passed over."""
    ended = run("draw", "debate.json", "-o", "-", "--max-width", "99")
    assert (ended.code, ended.out) == (2, "")
    assert "no picture is so narrow as 99 px, for a card isn't; give 100 or more" in ended.err
    assert run("draw", "debate.json", "-o", "-", "--max-width", "100").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--page", "a9"], "no page size is named 'a9'"),
        (["--page", "10x10"], "a page's width is 100 px or more"),
        (["--page", "a4", "--max-width", "300"], "--page fits all to its size"),
        (["--page", "a4", "--aspect", "2"], "--page fits all to its size"),
        (["--page", "a4", "--scale", "fit"], "--page fits all to its size"),
        (["--page", "a4", "--to", "dot"], "--page means nothing for DOT"),
    ],
)
def test_pages_that_make_no_sense(
    run: Any, debate: ArgumentMap, words: list[str], said: str
) -> None:
    """The library's ValueError would be called a bug."""
    ended = run("draw", "debate.json", "-o", "-", *words)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_a_web_page(run: Any, here: Path, debate: ArgumentMap) -> None:
    """The page would be another one than the library's, or an option be lost on the way."""
    assert run("draw", "debate.json", "-o", "a.html", "--theme", "dark").err == ""
    assert (here / "a.html").read_text("utf-8") == argmap.to_html(debate, theme="dark")
    assert (
        run("draw", "debate.json", "--to", "html", "--static").err == "argmap: wrote debate.html\n"
    )
    assert (here / "debate.html").read_text("utf-8") == argmap.to_html(debate, static=True)
    told = run("draw", "debate.json", "-o", "-", "--to", "html", "--evaluate", "grounded").out
    assert "accepted (grounded)" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--to", "svg", "--static"], "--static means nothing for SVG picture"),
        (["--to", "dot", "--static"], "--static means nothing for DOT"),
        (["--to", "html", "--page", "a4"], "--page means nothing for web page"),
        (["--to", "html", "--scale", "2"], "--scale means nothing for web page"),
    ],
)
def test_what_means_nothing_for_a_page_or_elsewhere(
    run: Any, debate: ArgumentMap, words: list[str], said: str
) -> None:
    """The option would be ignored in silence, or end in a TypeError."""
    ended = run("draw", "debate.json", "-o", "-", *words)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_a_depth_is_no_negative_number(run: Any, debate: ArgumentMap) -> None:
    """The library's ValueError would be called a bug."""
    ended = run("draw", "debate.json", "--depth", "-1")
    assert ended.code == 2
    assert "'--depth': -1 is not in the range x>=0" in ended.err


def test_an_option_that_a_format_does_not_take(
    run: Any, here: Path, debate: ArgumentMap, plug_in: Callable[..., None]
) -> None:
    """An option would be ignored in silence, or end in a TypeError."""

    def written(map: ArgumentMap, *, theme: str = "auto") -> Rendering:
        return Rendering(theme)

    plug_in("art", Format(name="art", title="Art", suffixes=(".art",), write=written, picture=True))
    assert run("draw", "debate.json", "-o", "a.art", "--theme", "dark").code == 0
    assert (here / "a.art").read_text() == "dark"
    ended = run("draw", "debate.json", "-o", "a.art", "--theme", "dark", "--scale", "2")
    assert ended.code == 2
    assert ended.err == (
        "argmap: error: --scale means nothing for Art\n  argmap draw --help says more\n"
    )


def test_a_format_that_is_not_written(
    run: Any, debate: ArgumentMap, plug_in: Callable[..., None]
) -> None:
    """A format that is only read would end in a TypeError."""
    plug_in("deaf", Format(name="deaf", title="Deaf", suffixes=(".deaf",), picture=True))
    ended = run("draw", "debate.json", "-o", "a.deaf")
    assert ended.code == 5
    assert "Deaf can be read, not written" in ended.err


def test_a_document_is_not_drawn_onto_itself(
    run: Any, here: Path, debate: ArgumentMap, plug_in: Callable[..., None]
) -> None:
    """The author's document would be lost under its picture."""
    plug_in(
        "art",
        Format(
            name="art",
            title="Art",
            suffixes=(".json",),
            write=lambda map: Rendering("art"),
            picture=True,
        ),
    )
    before = (here / "debate.json").read_bytes()
    ended = run("draw", "debate.json", "--to", "art")
    assert ended.code == 2
    assert "the picture would take the place of 'debate.json'; name another with -o" in ended.err
    assert (here / "debate.json").read_bytes() == before


def test_drawing_is_for_pictures(run: Any, here: Path, debate: ArgumentMap) -> None:
    """``draw -o map.json`` would copy the map and call it drawn."""
    ended = run("draw", "debate.json", "-o", "copy.json")
    assert ended.code == 2
    assert "JSON is no picture; argmap convert writes it" in ended.err
    assert not (here / "copy.json").exists()


@pytest.mark.parametrize("name", ["a.jpg", "a"])
def test_only_pictures_are_proposed_for_a_picture(run: Any, debate: ArgumentMap, name: str) -> None:
    """Who wants a JPEG would be told of forty formats that no picture can be in."""
    ended = run("draw", "debate.json", "-o", name)
    assert ended.code == 5
    assert {"svg", "png", "pdf", "html", "dot"} <= set(ended.err.replace(",", "").split())
    assert not {"json", "argdown"} & set(ended.err.replace(",", "").split())


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_long_work_is_told_on_a_terminal(debate: ArgumentMap, monkeypatch: Any, run: Any) -> None:
    """A person would wait before a silent terminal, or a log fill with chatter."""
    monkeypatch.setattr(module, "_SLOW", 2)
    assert run("draw", "debate.json", "-o", "out.svg").err == ""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert argmap.cli.main(["draw", "debate.json", "-o", "out.svg"]) == 0
    assert terminal.getvalue() == "argmap: drawing 3 claims and 2 links ...\n"
    monkeypatch.setattr(sys, "stderr", None)
    assert argmap.cli.main(["draw", "debate.json", "-o", "out.svg"]) == 0


@pytest.mark.parametrize(
    "words",
    [
        ["--max-width", "0"],
        ["--max-width", "nan"],
        ["--max-width", "inf"],
        ["--aspect", "0"],
        ["--scale", "0"],
        ["--scale", "inf"],
        ["--scale", "huge"],
    ],
)
def test_sizes_are_numbers_above_nothing(run: Any, debate: ArgumentMap, words: list[str]) -> None:
    """The library's ValueError would be called a bug."""
    ended = run("draw", "debate.json", "-o", "-", *words)
    assert (ended.code, ended.out) == (2, "")
    assert words[0] in ended.err


def test_a_size_means_nothing_for_dot(run: Any, debate: ArgumentMap) -> None:
    """The option would be named as Python has it, not as it was typed."""
    ended = run("draw", "debate.json", "-o", "a.dot", "--max-width", "300")
    assert ended.code == 2
    assert "--max-width means nothing for" in ended.err


def test_a_page_in_a_style(run: Any, here: Path, debate: ArgumentMap) -> None:
    """The page would be in argmap's own style, whatever one asks for."""
    assert run("draw", "debate.json", "-o", "a.html", "--style", "argdown").code == 0
    assert (here / "a.html").read_text("utf-8") == argmap.to_html(debate, style="argdown")
    assert run("draw", "debate.json", "-o", "a.html", "--style", "boxes", "--static").code == 0
    page = argmap.to_html(debate, style="boxes", static=True)
    assert (here / "a.html").read_text("utf-8") == page


def test_a_style_and_what_it_draws_otherwise(run: Any, here: Path) -> None:
    """The picture would be in another tradition, or leave a reader to guess what its shapes stand for."""
    draft = argmap.Draft()
    a, b = draft.claim("A is so.", id="a"), draft.claim("B is so.", id="b")
    draft.support(a, by=[b, draft.claim("C is so.", id="c")], id="s")
    argmap.write(draft.map(), here / "linked.json")
    ended = run("draw", "linked.json", "--style", "kialo", "-o", "out.svg")
    assert ended.code == 0
    assert ended.err.startswith("argmap: style kialo draws 1 thing of the map otherwise:\n  s: ")
    assert (here / "out.svg").read_text("utf-8") == draw(draft.map(), style="kialo").svg
    ended = run("draw", "linked.json", "--style", "toulmin", "-o", "out.svg")
    assert (ended.code, ended.err) == (0, "")


def test_many_things_drawn_otherwise_are_few_lines(run: Any, here: Path) -> None:
    """A long list would hide which ways there are, or nobody find out which claims it is about."""
    draft = argmap.Draft()
    a, b = draft.claim("A is so.", id="a"), draft.claim("B is so.", id="b")
    for number in range(12):
        draft.support(a, by=[b, draft.claim(f"{number} is so.")], id=f"s{number}")
    argmap.write(draft.map(), here / "linked.json")
    ended = run("draw", "linked.json", "--style", "kialo", "--report", "otherwise.json")
    assert ended.code == 0
    lines = ended.err.splitlines()
    assert lines[:2] == [
        "argmap: wrote linked.svg",
        "argmap: style kialo draws 23 things of the map otherwise:",
    ]
    assert lines[2].startswith("  b: where it bears a second time: ")
    assert lines[3].startswith("  s0, s1, s2, s3 and 8 more: that its premises are linked: ")
    assert len(lines) == 4
    report = json.loads((here / "otherwise.json").read_text("utf-8"))
    assert (report["source"], report["target"], report["findings"]) == ("json", "svg", [])
    assert [each["element"] for each in report["losses"]][11:] == [f"s{n}" for n in range(12)]


def test_a_report_is_of_all_fences(run: Any, here: Path) -> None:
    """What is found in the second picture would be told nowhere."""
    fence = "```argdown\n[A]: a\n  + [B]: b\n  + [C]: c\n    - [B]\n```\n"
    (here / "notes.md").write_text(f"{fence}\n{fence}", "utf-8")
    ended = run("draw", "notes.md", "--style", "boxes", "--report", "all.json")
    assert ended.err.count("draws 1 thing of the map otherwise") == 2
    report = json.loads((here / "all.json").read_text("utf-8"))
    assert [each["code"] for each in report["losses"]] == ["boxes-again"] * 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("boxes", "--engine", "dot"), "--style boxes has a layout of its own"),
        (("kialo", "--aspect", "2"), "--style kialo has a layout of its own"),
        (("kialo", "--direction", "left"), "--style kialo has its thesis on top"),
        (("kiallo",), "did you mean 'kialo'"),
    ],
)
def test_a_style_refuses_what_means_nothing_to_it(
    run: Any, here: Path, asked: tuple[str, ...], said: str
) -> None:
    """An option would be dropped in silence, or a traceback tell of it."""
    ended = run("draw", "debate.json", "--style", *asked)
    assert ended.code == 2
    assert said in ended.err


def test_nothing_to_draw_is_told(run: Any, here: Path) -> None:
    """A blank picture of 48 by 48 px was written without a word."""
    argmap.write(argmap.ArgumentMap(), here / "none.json")
    ended = run("draw", "none.json", "-o", "none.svg")
    assert (ended.code, ended.err) == (
        0,
        "argmap: warning: there are no claims to draw; the picture says so\n",
    )
    assert ">No claims</tspan></text>" in (here / "none.svg").read_text()


def test_a_width_that_cannot_be_kept_is_told(run: Any, here: Path, debate: ArgumentMap) -> None:
    """The picture was wider than asked, and nobody said so."""
    ended = run("draw", "debate.json", "-o", "narrow.svg", "--max-width", "100")
    assert ended.code == 0
    assert (
        "warning: the map: a width of at most 100 px: its cards, title and legend need" in ended.err
    )
    assert run("draw", "debate.json", "-o", "wide.svg", "--max-width", "1000").err == ""


def test_packed_pictures_and_documents(run: Any, here: Path, debate: ArgumentMap) -> None:
    """The picture of debate.json.gz was to be debate.json.svg, or no suffix of a format."""
    argmap.write(debate, here / "debate.json.gz")
    assert run("draw", "debate.json.gz").err == "argmap: wrote debate.svg\n"
    (here / "notes.md").write_text("```argdown\n[A]: Yes.\n```\n\n```argdown\n[B]: No.\n```\n")
    assert run("draw", "notes.md", "-o", "notes.svg.gz").code == 0
    for number in (1, 2):
        picture = gzip.decompress((here / f"notes-{number}.svg.gz").read_bytes())
        assert picture.startswith(b"<svg ")
