"""``argmap serve``."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from argmap.preview.watch import Stop, Watched

Facts = dict[str, Any]
Told = Callable[..., list[Facts]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """Has each step happen as a save, and what the server tells after each; then Ctrl-C."""
    heard: list[Facts] = []
    urls: list[str] = []
    monkeypatch.setattr("argmap.cli.serve.result", urls.append)

    def during(*steps: Callable[[], object]) -> list[Facts]:
        def ask() -> None:
            with urlopen(f"{urls[-1]}facts.json") as answer:
                heard.append(json.load(answer))

        def changes(watched: Watched, stop: Stop | None = None) -> Iterator[None]:
            ask()
            for step in steps:
                step()
                yield
                ask()
            if steps:
                raise KeyboardInterrupt

        monkeypatch.setattr(Watched, "changes", changes)
        return heard

    return during


@pytest.fixture
def file(here: Path) -> Path:
    """A map of two claims, in Argdown."""
    path = here / "map.argdown"
    path.write_text("[Wet]: It is wet.\n  - [Dry]: It is dry.\n", encoding="utf-8")
    return path


def test_a_map_and_its_saves(run: Any, told: Any, file: Path) -> None:
    """The page would not follow the file, or a broken moment would end the preview."""

    def save(text: str) -> Callable[[], object]:
        return lambda: file.write_text(text, encoding="utf-8")

    heard = told(save("===\na: [\n===\n"), save("[Wet]: It is wet.\n"))
    ended = run("serve", "map.argdown")
    assert ended.code == 0
    first, broken, last = heard
    assert [(each["id"], each["verdict"]) for each in first["verdicts"]] == [
        ("wet", "rejected"),
        ("dry", "accepted"),
    ]
    assert (first["by"], first["error"], first["version"]) == ("grounded", "", 1)
    assert "map.argdown:3:1: this isn't YAML" in broken["error"]
    assert broken["verdicts"] == first["verdicts"]
    assert [each["verdict"] for each in last["verdicts"]] == ["accepted"]
    assert ended.err.startswith(
        "argmap: Ctrl-C ends it\nargmap: error: map.argdown:3:1: this isn't"
    )
    assert ended.err.endswith("argmap: no longer shown\n")


def test_a_map_that_is_broken_at_first(run: Any, told: Any, file: Path) -> None:
    """One could not begin with an unfinished text."""
    file.write_text("===\na: [\n===\n", encoding="utf-8")
    heard = told()
    assert run("serve", "map.argdown").code == 0
    assert "YAML" in heard[0]["error"]


def test_it_is_weighed_and_drawn_as_asked(run: Any, told: Any, file: Path) -> None:
    """The preview would show another picture than ``argmap draw`` with the same options."""
    heard = told()
    run(
        "serve", "map.argdown", "--evaluate", "preferred", "--evaluate-reading", "attacks", "--lint"
    )
    run(
        "serve", "map.argdown", "--no-verdicts", "--theme", "dark", "--focus", "dry", "--depth", "0"
    )
    run("serve", "map.argdown", "--style", "boxes", "--engine", "dot")
    run("serve", "map.argdown", "--focus", "nothing")
    run("serve", "map.argdown", "--evaluate", "complete", "--evaluate-reading", "evidential")
    weighed, plain, styled, wrong, _ = heard
    assert "style 'boxes' has a layout of its own" in styled["error"]
    assert "preferred" in weighed["by"]
    assert weighed["findings"]
    assert (plain["verdicts"], plain["findings"], plain["error"]) == ([], [], "")
    assert plain["counts"] == "1 claim, 0 links"
    assert "no element has the id 'nothing'" in wrong["error"]


def test_options_that_do_not_go_together_are_told_in_the_page(
    run: Any, told: Any, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save that makes an option meaningless would end the preview."""
    import click

    def refused(*arguments: Any, **options: Any) -> None:
        raise click.UsageError("that means nothing now")

    monkeypatch.setattr("argmap.cli.serve.marked", refused)
    heard = told()
    run("serve", "map.argdown")
    assert heard[0]["error"] == "that means nothing now"


def test_the_browser_is_opened(
    run: Any, told: Any, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``--open`` would open nothing, or say nothing where there is no browser."""
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open_new_tab", opened.append)
    told()
    ended = run("serve", "map.argdown", "--open")
    assert opened[0].startswith("http://127.0.0.1:")
    assert f"no browser could be opened; open {opened[0]}" in ended.err
    monkeypatch.setattr(webbrowser, "open_new_tab", lambda url: True)
    assert "no browser" not in run("serve", "map.argdown", "--open").err


def test_what_cannot_be_served(run: Any, file: Path) -> None:
    """It would wait for ever, or end in a traceback."""
    assert run("serve", "-").code == 2
    assert run("serve", "nowhere.argdown").code == 7
    both = run("serve", "map.argdown", "--no-verdicts", "--evaluate", "grounded")
    assert (both.code, "say the opposite" in both.err) == (2, True)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = run("serve", "map.argdown", "--port", str(other.getsockname()[1]))
    assert (taken.code, "can't be had" in taken.err) == (2, True)


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is a signal only there")
def test_a_save_and_ctrl_c_for_real(
    file: Path, here: Path, take_ctrl_c: Callable[[], None]
) -> None:
    """The process would not see a save, or hang at the end because a page is open."""
    words = [sys.executable, "-m", "argmap", "serve", "map.argdown"]
    with subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=take_ctrl_c,  # noqa: PLW1509 - no threads are about here
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        with urlopen(f"{url}events", timeout=20) as stream:
            assert stream.readline() == b"data: 1\n"
            file.write_text("[Wet]: It is soaked.\n", encoding="utf-8")
            assert [stream.readline(), stream.readline()] == [b"\n", b"data: 2\n"]
            with urlopen(f"{url}map") as page:
                assert b"soaked" in page.read()
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0
