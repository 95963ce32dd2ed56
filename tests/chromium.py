"""Chromium for tests: where it is, and what it says of a page that it opens once.

`tests.drawing.web.browser` keeps one running, for tests that click and type.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

__all__ = ["FLAGS", "FOUND", "PROGRAMS", "answered", "dumped", "needs_chromium"]

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FOUND = next(filter(None, map(shutil.which, PROGRAMS)), None)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What every run has: no window, no root's sandbox, and no network of the browser's own."""

needs_chromium = pytest.mark.skipif(FOUND is None, reason="no Chromium here to open a page with")


def dumped(page: Path, *flags: str, budget: int = 2_000, patience: float = 120) -> str:
    """The document of a page after ``budget`` milliseconds of the browser's own time.

    The browser's profile stands beside the page. Raises what `subprocess.run` does, after ``patience`` seconds too.
    """
    command = [
        FOUND or "chromium",
        *FLAGS,
        f"--virtual-time-budget={budget}",
        *flags,
        f"--user-data-dir={page.parent / 'profile'}",
        "--dump-dom",
        page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, timeout=patience, check=True)
    return done.stdout.decode("utf-8")


def answered(body: str, folder: Path, *flags: str, budget: int = 2_000) -> Any:
    """What the scripts of a page give: the JSON that they put into ``document.title``."""
    page = folder / "page.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><body>{body}", "utf-8")
    document = dumped(page, *flags, budget=budget)
    title = re.search(r"<title>(.*?)</title>", document, re.DOTALL)
    assert title is not None, f"the page says nothing: {document[:2_000]}"
    return json.loads(unescape(title[1]))
