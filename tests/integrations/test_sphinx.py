"""The Sphinx extension: maps in documents, as pictures in HTML and LaTeX, as lists in what has no pictures."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from argmap import Finding, MissingExtra
from argmap.documents import Asked, Pictured, pictured
from argmap.integrations import sphinx_directive
from argmap.source import SourceText

DEBATE = "[Wet]: The street is wet.\n  + <Rain>: It rained.\n    - [Dry]: My hat is dry.\n"
INDEX = """\
Maps
====

See :numref:`street`.

.. toctree::

   more

.. argmap:: debate.argdown
   :name: street
   :evaluate: grounded
   :theme: light
   :width: 80%
   :alt: Why the street is wet.
   :class: wide
   :align: left

   Why it is *wet*.

   A legend.

.. argmap::
   :caption: Written *here*

   [A]: One claim.
     + [B]: Another one.
"""
MORE = """\
# More

{numref}`cafe` is in another document.

> ```{argmap}
> :caption: "A café"
> :name: cafe
> :width: 300
>
> [A]: One claim.
>   - [B]: Another one.
> ```
"""
CONF = """\
project = author = copyright = version = "maps"
extensions = ["argmap.sphinx", "myst_parser"]
numfig = True
latex_elements = {"preamble": "% mine"}
"""

Build = Callable[..., Path]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with maps from a file and from documents."""
    texts = {"conf.py": CONF, "index.rst": INDEX, "more.md": MORE, "debate.argdown": DEBATE}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def build(project: Path) -> Build:
    """Builds the project and returns the folder; what Sphinx warns of is an error unless it is expected, in this order."""

    def built(builder: str = "html", expected: Sequence[str] = (), **settings: object) -> Path:
        said = StringIO()
        with docutils_namespace():
            app = Sphinx(
                project,
                project,
                project / "_build" / builder,
                project / "_build/doctrees",
                builder,
                confoverrides=settings,
                status=None,
                warning=said,
            )
            app.build()
        plain = re.sub("\x1b\\[[0-9;]*m", "", said.getvalue())
        for folder in (str(project), os.path.relpath(project)):  # versions of docutils differ
            plain = plain.replace(f"{folder}{os.sep}", "")
        warned = [line for line in plain.splitlines() if "WARNING" in line]
        assert warned == list(expected), plain
        return project / "_build" / builder

    return built


def pictures(page: Path) -> list[ET.Element]:
    """The pictures in a page, each a document of its own."""
    text = page.read_text(encoding="utf-8")
    return [ET.fromstring(svg) for svg in re.findall(r"<svg .*?</svg>", text, re.DOTALL)]


def ids(picture: ET.Element) -> set[str]:
    """Every id in a picture."""
    return {element.attrib["id"] for element in picture.iter() if "id" in element.attrib}


def test_html_holds_the_pictures(build: Build) -> None:
    """A page would show no map, or one that a screen reader or a link can't tell from the next."""
    site = build()
    page = (site / "index.html").read_text(encoding="utf-8")
    first, second = pictures(site / "index.html")
    (third,) = pictures(site / "more.html")
    described = first.find("{http://www.w3.org/2000/svg}desc")
    assert described is not None
    assert described.text == "Why the street is wet."
    assert "The street is wet." in "".join(first.itertext())
    assert not ids(first) & ids(second) | ids(second) & ids(third) | ids(first) & ids(third)
    assert '<div class="argmap-picture argmap-sized" style="width:80%">' in page
    assert '<figure class="argmap wide align-left" id="street">' in page
    assert 'style="width:300px"' in (site / "more.html").read_text(encoding="utf-8")
    assert "Why it is <em>wet</em>." in page
    assert "A legend." in page
    assert "Written <em>here</em>" in page
    assert "_static/argmap.css" in page
    assert "max-width" in (site / "_static/argmap.css").read_text(encoding="utf-8")


def test_references_are_numbered(build: Build) -> None:
    """``numref`` would not take a map for a figure."""
    site = build()
    for page, number in (("index.html", 2), ("more.html", 1)):
        text = (site / page).read_text(encoding="utf-8")
        assert re.search(rf'<span class="std std-numref">Fig. {number}</span>', text), page


@pytest.mark.parametrize("builder", ["html", "singlehtml", "epub"])
def test_images_lie_beside_the_page(build: Build, project: Path, builder: str) -> None:
    """An image would be missing, in a book as well, which takes no other picture."""
    (project / "deep").mkdir()
    (project / "more.md").rename(project / "deep/more.md")
    (project / "index.rst").write_text(INDEX.replace("   more", "   deep/more"), "utf-8")
    site = build(builder, argmap_html="inline" if builder == "epub" else "image")
    found = 0
    for page in [*site.rglob("*.html"), *site.rglob("*.xhtml")]:
        for place, words in re.findall(
            r'<img src="([^"]*argmap[^"]*)" alt="([^"]*)"', page.read_text("utf-8")
        ):
            assert ET.parse(page.parent / place).getroot().tag.endswith("svg")
            assert words.startswith(("Why the street is wet.", "Argument map. Argument map with"))
            found += 1
    assert found == 3


def test_an_interactive_map_has_a_page_in_a_frame(build: Build, project: Path) -> None:
    """The frame would be empty, or hold a page that may touch the one around it; a book would have a frame in it."""
    options = ":interactive:\n   :scale: 2\n   :max-width: 300\n   :alt: Why & how"
    (project / "index.rst").write_text(
        f"Maps\n====\n\n.. argmap:: debate.argdown\n   {options}\n\n"
        ".. argmap:: debate.argdown\n   :interactive:\n   :height: 300\n",
        encoding="utf-8",
    )
    (project / "more.md").unlink()
    site = build()
    page = (site / "index.html").read_text(encoding="utf-8")
    first, second = re.findall('<iframe src="(.*?)" title="(.*?)" (.*?)></iframe>', page)
    assert "The street is wet." in (site / first[0]).read_text(encoding="utf-8")
    assert first[1] == "Why &amp; how"
    assert second[1].startswith("Argument map. Argument map with 3 claims")
    assert 'sandbox="allow-scripts allow-same-origin allow-popups"' in first[2]
    assert [each[2].partition("style=")[2] for each in (first, second)] == [
        '"width:100%;height:32rem"',
        '"width:100%;height:300px"',
    ]
    assert "<iframe" not in (build("epub") / "index.xhtml").read_text(encoding="utf-8")


def test_latex_holds_tikz(build: Build) -> None:
    """A book in print would have gaps where the maps were."""
    text = (build("latex", argmap_latex="tikz") / "maps.tex").read_text(encoding="utf-8")
    assert r"\resizebox{0.8\linewidth}" in text
    assert text.count(r"\begin{tikzpicture}") == 3
    assert "% mine" in text
    assert re.search(r"\\usepackage(\[\])?\{tikz\}", text)
    assert r"The street is wet." in text


def test_latex_holds_pdf_where_there_is_one(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters that TeX has no font for would be missing, though argmap can set them."""
    monkeypatch.setattr(Pictured, "pdf", lambda drawn: b"%PDF-" + drawn.described.encode())
    folder = build("latex")
    text = (folder / "maps.tex").read_text(encoding="utf-8")
    names = re.findall(
        r"\\sphinxincludegraphics(?:\[width=(.*?)\])?\{\{(argmap-\w+)\}\.pdf\}", text
    )
    assert [width for width, _ in names] == ["225bp", r"0.8\linewidth", ""]
    for _, name in names:
        assert (folder / f"{name}.pdf").read_bytes().startswith(b"%PDF-Argument map.")
    assert "tikzpicture" not in text


def test_latex_falls_back_to_tikz(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build would break where the packages that write PDF aren't installed."""

    def missing(drawn: Pictured) -> bytes:
        raise MissingExtra("a PDF document", "pdf")

    monkeypatch.setattr(Pictured, "pdf", missing)
    assert r"\begin{tikzpicture}" in (build("latex") / "maps.tex").read_text(encoding="utf-8")


def test_text_holds_the_outline(build: Build) -> None:
    """Who reads without pictures would read nothing."""
    text = (build("text") / "index.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip().startswith("* ")]
    assert lines[1:4] == [
        "* Wet: The street is wet. [accepted]",
        "* **pro:** Rain: It rained. [rejected]",
        "* **con:** Dry: My hat is dry. [accepted]",
    ]


def test_a_changed_map_is_drawn_again(build: Build, project: Path) -> None:
    """The old picture would stand until somebody touches the document."""
    build()
    (project / "debate.argdown").write_text(DEBATE.replace("wet", "dry"), encoding="utf-8")
    stamp = (project / "debate.argdown").stat().st_mtime + 5
    os.utime(project / "debate.argdown", (stamp, stamp))
    assert "The street is dry." in (build() / "index.html").read_text(encoding="utf-8")


def test_a_companion_counts_as_well(build: Build, project: Path) -> None:
    """A change of the text that annotations are about would go unseen."""
    (project / "essay.txt").write_text("Cats purr. So they are nice.", encoding="utf-8")
    (project / "essay.ann").write_text("T1\tPremise 0 10\tCats purr.\n", encoding="utf-8")
    (project / "index.rst").write_text("Maps\n====\n\n.. argmap:: essay.ann\n", encoding="utf-8")
    (project / "more.md").unlink()
    build()
    (project / "essay.txt").write_text("Dogs bark. So they are nice.", encoding="utf-8")
    stamp = (project / "essay.txt").stat().st_mtime + 5
    os.utime(project / "essay.txt", (stamp, stamp))
    said = "essay.ann:1:1: the text has 'Dogs bark.' there, and the span other words [span-text]"
    build(expected=[f"index.rst:4: WARNING: {said} [argmap.finding]"])


BROKEN = """\
Maps
====

.. argmap:: nowhere.argdown

.. argmap:: debate.argdown
   :focus: cat

.. argmap:: debate.argdown
   :depth: deep

.. argmap:: debate.argdown
   :fence: 2

.. argmap::

.. argmap::

   ===
   title: [
   ===

* .. argmap::

     [A]: One.

       + [B]: Two.

.. argmap:: debate.argdown

   - A legend alone.
"""


def test_a_broken_map_is_a_warning_with_its_place(build: Build, project: Path) -> None:
    """One bad map would break the site, or nobody would know where it stands."""
    (project / "index.rst").write_text(BROKEN, encoding="utf-8")
    (project / "more.md").unlink()
    build(
        expected=[
            "index.rst:4: WARNING: nowhere.argdown: the file isn't there",
            "index.rst:6: WARNING: no element has the id 'cat'; known: 'wet', 'rain', 'dry', 'support-1', 'rebuttal-1' [argmap.error]",
            "index.rst:9: WARNING: depth: 'deep' is no whole number [argmap.error]",
            "index.rst:12: WARNING: fence means nothing for Argdown [argmap.error]",
            "index.rst:15: WARNING: no file is named, and no map stands here [argmap.error]",
            (
                "index.rst:17: WARNING: index.rst:21:4: this isn't YAML: expected the node content, but found "
                "'<stream end>'"
            ),
            (
                "index.rst:23: WARNING: index.rst:27:8: a blank line before a relation; take it out: elsewhere it ends "
                "what hangs together [blank-line] [argmap.finding]"
            ),
        ]
    )
    page = (project / "_build/html/index.html").read_text(encoding="utf-8")
    assert page.count('class="argmap-error') == 6
    assert "title: [" in page
    assert page.count("<svg") == 2


PART = ".. argmap::\n   :format: argdown\n\n   [A]: One.\n\n     + [B]: Two.\n"
BLANK = "a blank line before a relation; take it out: elsewhere it ends what hangs together [blank-line]"


def test_what_is_included_has_places_of_its_own(build: Build, project: Path) -> None:
    """A finding would name a line of the document that includes it."""
    (project / "part.txt").write_text(PART, encoding="utf-8")
    (project / "index.rst").write_text("Maps\n====\n\n.. include:: part.txt\n", encoding="utf-8")
    (project / "more.md").unlink()
    build(expected=[f"part.txt:1: WARNING: part.txt:6:6: {BLANK} [argmap.finding]"])


def test_a_docstring_counts_its_own_lines(build: Build, project: Path) -> None:
    """A finding would name a line that is somewhere else, for a docstring's lines aren't those of its file."""
    text = "".join([f"    {line}" for line in PART.splitlines(keepends=True)])
    (project / "module.py").write_text(f'"""A module.\n\n{text}"""\n', encoding="utf-8")
    (project / "index.rst").write_text("Maps\n====\n\n.. automodule:: module\n", encoding="utf-8")
    (project / "more.md").unlink()
    conf = CONF.replace('["argmap.sphinx"', '["sphinx.ext.autodoc", "argmap.sphinx"')
    (project / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(project)!r})\n{conf}", "utf-8"
    )
    place = "module.py:docstring of module:3"
    build(expected=[f"{place}: WARNING: the map:3:3: {BLANK} [argmap.finding]"])


def test_a_note_is_no_warning(build: Build, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build with ``-W`` would fail for what is only worth knowing."""
    note = Finding("noted", "worth knowing", level="note")

    def noted(source: SourceText, wanted: Asked) -> Pictured:
        return evolve(pictured(source, wanted), findings=(note,))

    monkeypatch.setattr(sphinx_directive, "pictured", noted)
    assert len(pictures(build() / "index.html")) == 2


def test_options_of_the_project(build: Build) -> None:
    """Every map of a site would have to say the same again."""
    site = build(argmap_options={"theme": "print", "direction": "left"})
    first, second = pictures(site / "index.html")
    assert float(second.attrib["width"]) > float(second.attrib["height"])
    assert "prefers-color-scheme" not in ET.tostring(second, encoding="unicode")
    assert "#1a7f37" in ET.tostring(first, encoding="unicode")
