"""``argmap draw`` to PNG and PDF."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

import argmap


def test_a_png_is_as_large_as_asked_for(run: Any, here: Path, debate: argmap.ArgumentMap) -> None:
    """A picture for print would be coarse."""
    ended = run("draw", "debate.json", "-o", "x.png", "--scale", "2", "--background", "transparent")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    image: Any = Image.open(here / "x.png")
    scene = argmap.draw(debate).scene
    assert image.size == (2 * scene.width, 2 * scene.height)
    assert image.convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


@pytest.mark.usefixtures("debate")
def test_a_pdf_has_its_pages_in_one_file_or_in_several(run: Any, here: Path) -> None:
    """A printer would get one page of a metre, or nobody would find the second one."""
    assert run("draw", "debate.json", "-o", "x.pdf", "--page", "a5").code == 0
    whole = pypdf.PdfReader(here / "x.pdf")
    assert [round(float(side)) for side in whole.pages[0].mediabox] == [0, 0, 419, 596]
    ended = run("draw", "debate.json", "-o", "x-{page}.pdf", "--page", "a5")
    assert ended.err.splitlines()[0] == "argmap: wrote x-1.pdf"
    assert len(ended.err.splitlines()) == len(whole.pages)
    assert "1 / " in pypdf.PdfReader(here / "x-1.pdf").pages[0].extract_text()


@pytest.mark.usefixtures("debate")
def test_each_page_is_a_png(run: Any, here: Path) -> None:
    """Slides could only be had as SVG."""
    ended = run("draw", "debate.json", "-o", "x-{page}.png", "--page", "slide", "--theme", "dark")
    assert (ended.code, ended.err.splitlines()[0]) == (0, "argmap: wrote x-1.png")
    image: Any = Image.open(here / "x-1.png").convert("RGB")
    assert (image.size, image.getpixel((0, 0))) == ((1280, 720), (13, 17, 23))


@pytest.mark.parametrize("target", ["x.png", "x-{page}.pdf"])
def test_characters_without_a_font_are_told_of(run: Any, here: Path, target: str) -> None:
    """A picture of boxes would be sent to print."""
    draft = argmap.Draft()
    draft.claim("\ue123")
    argmap.write(draft.map(), here / "boxes.json")
    (here / "nowhere").mkdir()
    page = ["--page", "a5"] if "page" in target else []
    ended = run("draw", "boxes.json", "-o", target, "--fonts", "nowhere", *page)
    assert ended.code == 0
    assert "argmap: warning: the map: the character U+E123: no font at hand has that" in ended.err


@pytest.mark.usefixtures("debate")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            ["-o", "x.png", "--background", "red"],
            "a background is #rrggbb or transparent, not 'red'",
        ),
        (["-o", "x.svg", "--background", "#ffffff"], "--background means nothing for SVG picture"),
        (["-o", "x.mmd", "--fonts", "."], "--fonts means nothing for Mermaid"),
        (["-o", "x.png", "--fonts", "here"], "'--fonts': Directory 'here' does not exist"),
        (["-o", "x.png", "--scale", "9000"], "--scale fit, or a page; or write SVG or PDF"),
    ],
)
def test_what_cannot_be_is_said(run: Any, given: list[str], said: str) -> None:
    """A person would look for the fault in the picture."""
    ended = run("draw", "debate.json", *given)
    assert ended.code != 0
    assert said in ended.err


@pytest.mark.usefixtures("debate")
def test_verdicts_are_in_them_too(run: Any, here: Path) -> None:
    """A verdict could only be had as SVG."""
    ended = run("draw", "debate.json", "-o", "x.pdf", "--evaluate", "grounded")
    assert ended.code == 0
    assert "accepted" in pypdf.PdfReader(here / "x.pdf").pages[0].extract_text()


@pytest.mark.usefixtures("debate")
def test_standard_output_takes_bytes(here: Path) -> None:
    """A picture couldn't be piped on."""
    command = [sys.executable, "-m", "argmap", "draw", "debate.json", "-o", "-", "--to", "png"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=here)
    assert Image.open(BytesIO(done.stdout)).format == "PNG"
