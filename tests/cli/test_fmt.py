"""``argmap fmt``."""

from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from shutil import which
from typing import Any

import pytest

LOOSE = "[A]:  a\n\n\n    +b\n"
TIDY = "[A]: a\n  + b\n"
NOTES = "# x\n\n```argdown\n[A]:  a\n```\n"


@pytest.fixture
def files(here: Path) -> Path:
    """A folder of documents: some loose, one tidy, one broken, some that are none of ours."""
    for name, text in {
        "loose.argdown": LOOSE,
        "tidy.ad": TIDY,
        "notes.md": NOTES,
        "below/broken.argdown": "+ a\n",
        "below/deep.AD": LOOSE,
        ".hidden/loose.argdown": LOOSE,
        "node_modules/loose.argdown": LOOSE,
        "plain.md": "# x  \n",
        "other.txt": LOOSE,
        "map.json": "{}",
    }.items():
        path = here / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    return here


def test_a_file_is_laid_out(run: Any, files: Path) -> None:
    """A person would not learn which files changed, or a tidy one be written anew."""
    before = (files / "tidy.ad").stat().st_ino
    ended = run("fmt", "loose.argdown", "tidy.ad", "notes.md", "loose.argdown")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "argmap: laid out loose.argdown\nargmap: laid out notes.md\n"
    assert (files / "loose.argdown").read_bytes() == TIDY.encode()
    assert (files / "notes.md").read_text() == "# x\n\n```argdown\n[A]: a\n```\n"
    assert (files / "tidy.ad").stat().st_ino == before
    assert run("fmt", "loose.argdown", "notes.md").err == ""


def test_a_folder_is_laid_out(run: Any, files: Path) -> None:
    """Files would be missed, those of other people be changed, or a broken one stop the others."""
    ended = run("fmt", ".")
    assert ended.code == 4
    assert [line for line in ended.err.splitlines() if line.startswith("argmap: ")] == [
        "argmap: laid out loose.argdown",
        "argmap: laid out notes.md",
        "argmap: error: below/broken.argdown:1:1: + begins a block",
        "argmap: laid out below/deep.AD",
    ]
    changed = {
        p.relative_to(files).as_posix()
        for p in files.rglob("*")
        if p.is_file() and p.read_bytes() == TIDY.encode()
    }
    assert changed == {"loose.argdown", "tidy.ad", "below/deep.AD"}
    assert (files / "below" / "broken.argdown").read_text() == "+ a\n"
    assert (files / "plain.md").read_text() == "# x  \n"


def test_check_lists_what_would_change(run: Any, files: Path) -> None:
    """A build could not tell that a file isn't laid out."""
    ended = run("fmt", "--check", "loose.argdown", "tidy.ad", "notes.md")
    assert (ended.code, ended.out, ended.err) == (1, "loose.argdown\nnotes.md\n", "")
    assert (files / "loose.argdown").read_text() == LOOSE
    assert run("fmt", "--check", "tidy.ad", "plain.md").code == 0
    assert run("fmt", "--check", "loose.argdown", "below").code == 4


def test_diff_shows_what_would_change(run: Any, files: Path) -> None:
    """A person could not look before leaping."""
    ended = run("fmt", "--diff", "loose.argdown", "tidy.ad")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "--- a/loose.argdown\n+++ b/loose.argdown\n@@ -1,4 +1,2 @@\n"
        "-[A]:  a\n-\n-\n-    +b\n+[A]: a\n+  + b\n"
    )
    assert (files / "loose.argdown").read_text() == LOOSE
    assert run("fmt", "--diff", "--check", "loose.argdown").out == ended.out
    assert run("fmt", "--diff", "--check", "loose.argdown").code == 1


@pytest.mark.skipif(which("patch") is None, reason="patch isn't installed")
@pytest.mark.parametrize("text", [LOOSE, "[A]:  a", "[A]:\ta\r\n\r\n\r\n[B]: b\r\n", "x\n\n// y"])
def test_patch_takes_a_diff(run: Any, here: Path, text: str) -> None:
    """A difference could only be looked at."""
    (here / "a.argdown").write_bytes(text.encode())
    ended = run("fmt", "--diff", "a.argdown")
    command = ["patch", "--binary", "-p1"]
    if ended.out:
        subprocess.run(command, input=ended.out.encode(), check=True, capture_output=True, cwd=here)
    assert run("fmt", "--check", "a.argdown").code == 0


def test_a_terminal_is_not_moved_by_a_diff(
    run: Any, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document could move the cursor of whoever looks at the difference."""
    from argmap.cli import fmt as module

    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    module._show("-a\x1b[2J\n")
    assert terminal.getvalue() == "-a\\x1b[2J\n"


def test_standard_input(run: Any, here: Path) -> None:
    """An editor could not lay out what isn't saved yet."""
    ended = run("fmt", "-", given=b"\xef\xbb\xbf" + LOOSE.encode())
    assert (ended.code, ended.out, ended.err) == (0, TIDY, "")
    assert run("fmt", "-", given=TIDY.encode()).out == TIDY
    assert run("fmt", "-", given=NOTES.encode()).out == NOTES.replace("  a", " a")
    assert run("fmt", "-", given=b"Only words.").out == "Only words.\n"
    assert run("fmt", "--check", "-", given=LOOSE.encode()).out == "<stdin>\n"
    assert run("fmt", "--from", "argdown", "-", given=b"a\n```argdown\n").out == "a\n```argdown\n"
    assert run("fmt", "-", given=b"+ a").code == 4


def test_a_byte_order_mark_goes_where_the_reference_refuses_it(run: Any, here: Path) -> None:
    """A file would stay that the reference can't read, or a Markdown file change outside its fences."""
    mark = b"\xef\xbb\xbf"
    for name, text in {"a.argdown": TIDY, "b.md": NOTES}.items():
        (here / name).write_bytes(mark + text.encode())
    assert run("fmt", "a.argdown", "b.md").code == 0
    assert (here / "a.argdown").read_bytes() == TIDY.encode()
    assert (here / "b.md").read_bytes() == mark + NOTES.replace("  a", " a").encode()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["map.json"], 5, "map.json: JSON has no layout of argmap's\n  argmap fmt is for Argdown"),
        (["--from", "json", "loose.argdown"], 5, "JSON has no layout of argmap's"),
        (["nowhere.argdown"], 7, "nowhere.argdown: the file isn't there"),
        (["--limit", "file_bytes=3", "loose.argdown"], 6, "the file has more than 3 bytes"),
        ([], 2, "Missing argument 'FILE...'"),
    ],
)
def test_what_goes_wrong(run: Any, files: Path, words: list[str], code: int, message: str) -> None:
    """A file would be left as it is without a word."""
    ended = run("fmt", *words)
    assert (ended.code, ended.out) == (code, "")
    assert message in ended.err


def test_a_file_of_another_suffix_is_taken_if_it_is_named(run: Any, files: Path) -> None:
    """A document under another name could not be laid out."""
    assert run("fmt", "other.txt").code == 0
    assert (files / "other.txt").read_text() == TIDY


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="no such right"
)
def test_a_file_that_can_not_be_written_is_told(run: Any, files: Path) -> None:
    """A write-protected file would stop the others."""
    (files / "loose.argdown").chmod(0o444)
    ended = run("fmt", "loose.argdown", "notes.md")
    assert ended.code == 8
    assert "laid out notes.md" in ended.err
