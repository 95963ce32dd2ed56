"""``--watch``: a command that goes on."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap import ArgumentMap
from argmap.cli.watching import files_of
from argmap.preview.watch import Stop, Watched

Saves = Callable[[list[Callable[[], object]]], None]


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> Saves:
    """Has what is to be done happen as one save each, and then Ctrl-C; without any the watching is simply over."""

    def saved(steps: list[Callable[[], object]]) -> None:
        def changes(watched: Watched, stop: Stop | None = None) -> Iterator[None]:
            for step in steps:
                step()
                yield
            if steps:
                raise KeyboardInterrupt

        monkeypatch.setattr(Watched, "changes", changes)

    return saved


def test_a_picture_is_drawn_at_each_save(run: Any, here: Path, saves: Saves) -> None:
    """A broken moment would end the watching, or the last picture would be lost in it."""
    file, picture = here / "map.argdown", here / "map.svg"
    file.write_text("[A]: First.\n", encoding="utf-8")
    seen: list[bytes] = []

    def write(text: str) -> Callable[[], object]:
        def step() -> None:
            seen.append(picture.read_bytes())
            file.write_text(text, encoding="utf-8")

        return step

    saves([write("===\na: [\n===\n"), write("[A]: Second.\n"), file.unlink])
    ended = run("draw", "map.argdown", "--watch")
    assert ended.code == 0
    assert ended.err.splitlines() == [
        "argmap: wrote map.svg",
        "argmap: watching map.argdown; Ctrl-C ends it",
        "argmap: map.argdown was saved",
        "argmap: error: map.argdown:3:1: this isn't YAML: expected the node content, but found '<stream end>'",
        "  3 | ===",
        "    | ^",
        "  put a text with a colon, a quote or a bracket in it between quotes",
        "argmap: map.argdown was saved",
        "argmap: wrote map.svg",
        "argmap: map.argdown was saved",
        "argmap: error: map.argdown: the file isn't there",
        "argmap: no longer watching",
    ]
    assert b"First." in seen[0] == seen[1]
    assert b"Second." in picture.read_bytes()


def test_what_the_map_no_longer_allows_is_waited_out(run: Any, here: Path, saves: Saves) -> None:
    """A text that an option doesn't fit for a moment would end the watching."""
    fence = "~~~argdown\n[A]: a\n~~~\n\n"
    words = ["draw", "notes.md", "-o", "notes.svg", "--fence", "1", "--watch"]
    (here / "notes.md").write_text(fence, encoding="utf-8")
    saves(
        [
            lambda: (here / "notes.md").write_text("- [A]: a\n", encoding="utf-8"),
            lambda: (here / "notes.md").write_text(fence * 2, encoding="utf-8"),
        ]
    )
    ended = run(*words)
    assert ended.code == 0
    assert ended.err.count("argmap: error: --fence means nothing for Markdown outline") == 1


def test_options_that_never_fit_end_it(run: Any, here: Path, saves: Saves) -> None:
    """One would wait for a picture that can't come."""
    (here / "map.json").write_text('{"argmap": 1}', encoding="utf-8")
    saves([])
    ended = run("convert", "map.json", "map.dot", "--provenance", "p.tsv", "--watch")
    assert (ended.code, "--provenance means nothing" in ended.err) == (2, True)
    ended = run("draw", "map.json", "--watch")
    assert (ended.code, "no longer watching" in ended.err) == (0, True)


def test_a_conversion_is_written_at_each_save(
    run: Any, here: Path, debate: ArgumentMap, saves: Saves
) -> None:
    """Only pictures would follow the document."""
    text = (here / "debate.json").read_text(encoding="utf-8")
    saves([lambda: (here / "debate.json").write_text(text.replace("cover", "cloak"), "utf-8")])
    ended = run("convert", "debate.json", "debate.dot", "--watch")
    assert ended.err.count("argmap: debate.json was saved\n") == 1
    assert "cloak" in (here / "debate.dot").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["draw", "-", "--watch"], 2, "--watch waits for a file"),
        (["draw", "debate.json", "-o", "-", "--watch"], 2, "--watch waits for a file"),
        (
            ["convert", "debate.json", "debate.json", "--watch"],
            2,
            "would read again what it writes",
        ),
        (["draw", "nowhere.json", "-o", "x.svg", "--watch"], 7, "the file isn't there"),
    ],
)
def test_what_cannot_be_watched(
    run: Any, debate: ArgumentMap, words: list[str], code: int, said: str
) -> None:
    """It would wait for ever, or write for ever."""
    ended = run(*words)
    assert ended.code == code
    assert said in ended.err


def test_without_the_package(
    run: Any, debate: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The picture would be drawn once, as if that were all."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ended = run("draw", "debate.json", "--watch")
    assert ended.code == 14
    assert re.search(r"pip install .*\[watch\].*'", ended.err)


def test_the_files_of_a_document(here: Path) -> None:
    """A save of the text that annotations are about would go unseen, or a broken file would not be watched."""
    (here / "essay.txt").write_text("Cats purr.", encoding="utf-8")
    (here / "essay.ann").write_text("T1\tPremise 0 10\tCats purr.\n", encoding="utf-8")
    assert files_of("essay.ann", None) == ["essay.ann", "essay.txt"]
    (here / "broken.xyz").write_text("", encoding="utf-8")
    assert files_of("broken.xyz", None) == ["broken.xyz"]


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is a signal only there")
def test_a_save_and_ctrl_c_for_real(here: Path, take_ctrl_c: Callable[[], None]) -> None:
    """The process would not see a save, or end with a traceback."""
    file = here / "map.argdown"
    file.write_text("[A]: First.\n", encoding="utf-8")
    words = [sys.executable, "-m", "argmap", "draw", "map.argdown", "--watch"]
    with subprocess.Popen(
        words,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=take_ctrl_c,  # noqa: PLW1509 - no threads are about here
    ) as process:
        assert process.stderr is not None
        said = [process.stderr.readline() for _ in range(2)]
        file.write_text("[A]: Second.\n", encoding="utf-8")
        said += [process.stderr.readline() for _ in range(2)]
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        assert (process.wait(20), rest) == (0, "argmap: no longer watching\n")
    assert said[2:] == ["argmap: map.argdown was saved\n", "argmap: wrote map.svg\n"]
    assert "Second." in (here / "map.svg").read_text(encoding="utf-8")
