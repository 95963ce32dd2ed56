"""``argmap pandoc`` and ``argmap-pandoc``."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from argmap.cli.pandoc import main


def document(*texts: str) -> bytes:
    """A document of Pandoc with these maps."""
    blocks = [{"t": "CodeBlock", "c": [["", ["argdown"], []], text]} for text in texts]
    made = {"pandoc-api-version": [1, 23], "meta": {}, "blocks": blocks}
    return json.dumps(made).encode()


def test_a_document_goes_through(run: Any) -> None:
    """Pandoc would get back what it can't read, or no picture."""
    ended = run("pandoc", "html", given=document("[A]: caf\u00e9\n\n  + b\n"))
    assert ended.code == 0
    assert json.loads(ended.out)["blocks"][0]["c"][0] == "html"
    assert ended.out.isascii()
    assert ended.err.startswith("argmap: warning: map 1:3:3: a blank line")


def test_images_go_into_a_folder(run: Any, here: Path) -> None:
    """A book would lack its pictures."""
    ended = run("pandoc", "docx", "--folder", "deep/pictures", given=document("[A]: a"))
    ((name, _),) = [json.loads(ended.out)["blocks"][0]["c"][0]["c"][2]]
    assert (here / name).read_bytes().startswith(b"<svg")
    assert name.startswith("deep/pictures/")


def test_what_is_wrong_is_told(run: Any) -> None:
    """A broken map would stop Pandoc, or pass unseen."""
    bad = document("===\na: [\n===\n").replace(b'["argdown"], []', b'["argdown"], []')
    ended = run("pandoc", "html", given=bad)
    assert (ended.code, "YAML" in ended.err) == (0, True)
    wide = document("[A]: a").replace(b'["argdown"], []', b'["argdown"], [["depth", "x"]]')
    assert "depth: 'x' is no whole number" in run("pandoc", "html", given=wide).err


@pytest.mark.parametrize("given", [b"", b"{", b"[]", b"[" * 200_000])
def test_what_is_no_document(run: Any, given: bytes) -> None:
    """Pandoc would show a traceback."""
    ended = run("pandoc", "html", given=given)
    assert ended.code == 4
    assert "from Pandoc" in ended.err


def test_pandoc_calls_it_by_name(run: Any, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """``--filter argmap-pandoc`` would call nothing."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert resolve_name(settings["project"]["scripts"]["argmap-pandoc"]) is main
    monkeypatch.setattr(sys, "argv", ["argmap-pandoc", "--help"])
    assert main() == 0


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="no Pandoc here to call the filter")
@pytest.mark.parametrize("format", ["html", "latex", "plain", "gfm", "docx", "epub"])
def test_pandoc_itself(here: Path, format: str) -> None:
    """The filter would fit the documents made here and not those of Pandoc."""
    text = '# Rain\n\n```{.argdown caption="Why" #fig-rain}\n[Wet]: It is wet.\n  + [Rain]: It rained.\n```\n'
    (here / "notes.md").write_text(text, encoding="utf-8")
    command = f'"{sys.executable}" -m argmap pandoc "$@"\n'
    (here / "filter.sh").write_text(f"#!/bin/sh\n{command}", encoding="utf-8")
    (here / "filter.sh").chmod(0o755)
    words = ["pandoc", "notes.md", "-t", format, "-o", "out", "--filter", "./filter.sh"]
    words += ["--metadata", "title=Rain"] if format == "epub" else []
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    wanted = {
        "html": b"<svg",
        "latex": b"tikzpicture",
        "plain": b"pro:",
        "gfm": b"argmap-pictures/argmap-",
        "docx": b"PK",
        "epub": b"PK",
    }
    assert wanted[format] in (here / "out").read_bytes()
    if format == "epub":
        with ZipFile(here / "out") as book:
            pages = [book.read(name).decode() for name in book.namelist()]
        (page,) = [each for each in pages if "It rained." in each and "<svg" not in each]
        assert ET.fromstring(page.split("?>", 1)[1].split(">", 1)[1]).tag.endswith("html")
        assert "<details" in page
        assert ".svg" in page


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="no Pandoc here to call the filter")
@pytest.mark.skipif(
    shutil.which("epubcheck") is None or shutil.which("java") is None,
    reason="no EPUBCheck here to read books",
)
@pytest.mark.parametrize("format", ["epub2", "epub3"])
def test_a_book_has_no_errors(here: Path, format: str) -> None:
    """A shop would refuse the book: SVG in EPUB has no names for screen readers in its parts."""
    text = "# Rain\n\n```argdown\n[Wet]: It is wet.\n  + [Rain]: It rained.\n  - [Dry]: It is dry.\n```\n"
    (here / "notes.md").write_text(text, encoding="utf-8")
    (here / "filter.sh").write_text(
        f'#!/bin/sh\n"{sys.executable}" -m argmap pandoc "$@"\n', encoding="utf-8"
    )
    (here / "filter.sh").chmod(0o755)
    words = ["pandoc", "notes.md", "-t", format, "-o", "out.epub", "--filter", "./filter.sh"]
    subprocess.run([*words, "--metadata", "title=Rain"], check=True)
    jar = Path(shutil.which("epubcheck") or "").resolve()
    done = subprocess.run(
        ["java", "-jar", str(jar), "out.epub"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "0 errors / 0 warnings" in done.stdout) == (0, True), done.stderr
