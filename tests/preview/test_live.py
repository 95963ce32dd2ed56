"""What a live preview shows, and the page around it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from threading import Thread

import pytest

import argmap
from argmap import Finding, Mark
from argmap.preview import live as module
from argmap.preview.assets import shell, shell_policy
from argmap.preview.live import Live, Shown, shown


@pytest.fixture
def debate() -> argmap.ArgumentMap:
    """Two claims, the second of which has no title."""
    draft = argmap.Draft("Rain")
    wet = draft.claim("The street is wet.", id="wet", title="Wet")
    draft.support(wet, by=draft.claim("It rained.", id="rain"))
    return draft.map()


def test_all_that_is_known_is_told(debate: argmap.ArgumentMap) -> None:
    """A verdict or a finding would not stand beside the map."""
    marks = {
        "rain": Mark("accepted", by="grounded", why="Nobody objects."),
        "wet": Mark("rejected"),
    }
    found = Finding("odd", "looks odd", place="map.argdown:2:3")
    now = Live("map.argdown", lambda: shown(debate, "<p>", [found], marks))
    assert now.facts() != now.page()
    now.refresh()
    assert now.page() == "<p>"
    assert json.loads(now.facts()) == {
        "file": "map.argdown",
        "version": 1,
        "title": "Rain",
        "counts": "2 claims, 1 link",
        "error": "",
        "findings": [{"level": "warning", "text": "map.argdown:2:3: looks odd [odd]"}],
        "by": "",
        "verdicts": [
            {"id": "wet", "claim": "Wet", "verdict": "rejected", "why": ""},
            {"id": "rain", "claim": "It rained.", "verdict": "accepted", "why": "Nobody objects."},
        ],
        "more": 0,
    }


def test_a_long_list_is_cut(debate: argmap.ArgumentMap, monkeypatch: pytest.MonkeyPatch) -> None:
    """A map of ten thousand claims would be a page that nobody can open, or the rest would be left out unsaid."""
    monkeypatch.setattr(module, "_MOST", 1)
    found = [Finding("odd", str(number)) for number in range(3)]
    marks = {"rain": Mark("accepted"), "wet": Mark("accepted")}
    assert (now := shown(debate, "", found, marks)).more == 3
    assert (len(now.findings), len(now.verdicts)) == (1, 1)
    assert shown(debate, "", (), {}).verdicts == ()


def test_a_broken_text_leaves_the_last_picture() -> None:
    """The map would be gone at every half-written word."""
    steps: list[Shown | Exception] = [
        Shown(page="first"),
        argmap.ReadError("broken"),
        ValueError("odd"),
        Shown(page="2nd"),
    ]
    made = iter(steps)

    def make() -> Shown:
        step = next(made)
        if isinstance(step, Exception):
            raise step
        return step

    now = Live("map.argdown", make)
    seen = []
    for _ in range(4):
        now.refresh()
        seen.append((now.page(), now.error))
    assert seen == [("first", ""), ("first", "broken"), ("first", "odd"), ("2nd", "")]
    assert json.loads(now.facts())["version"] == 4


def test_who_waits_is_told_at_once() -> None:
    """A page would learn of a save late, or never, or wait for ever at the end."""
    now = Live("map.argdown", Shown)
    assert now.newer(-1, seconds=0) == 0
    assert now.newer(0, seconds=0) == 0
    heard: list[int] = []
    waiting = Thread(target=lambda: heard.append(now.newer(0, seconds=20)))
    waiting.start()
    now.refresh()
    waiting.join(20)
    ending = Thread(target=lambda: heard.append(now.newer(1, seconds=20)))
    ending.start()
    now.close()
    ending.join(20)
    assert heard == [1, 1]
    assert now.closed


def test_the_page_runs_its_own_script_alone() -> None:
    """The policy would stop the page's own script, or let another one run."""
    page = shell()
    assert "{{" not in page
    assert " on" not in re.sub(r"<script>.*</script>", "", page, flags=re.DOTALL).replace(
        " once", ""
    )
    policy = shell_policy()
    assert "default-src 'none'" in policy
    assert policy.count("'sha256-") == 2
    assert "unsafe" not in policy
    assert "innerHTML" not in page


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node here to read the script")
def test_the_script_can_be_read(tmp_path: Path) -> None:
    """Every browser would show an empty page."""
    (script,) = re.findall(r"<script>(.*)</script>", shell(), re.DOTALL)
    (tmp_path / "shell.js").write_text(script, encoding="utf-8")
    words = ["node", "--check", str(tmp_path / "shell.js")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
