"""Writes the pictures of web pages in the documentation: how one looks on a desk, at night, and on a phone.

Usage: ``python -m tests.tools.page_pictures`` in the project's folder, where there is a Chromium.
"""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from tempfile import TemporaryDirectory

import argmap
from argmap.cli.weighing import marked
from tests.drawing.web.browser import Page, running

HERE = Path("docs/how-to/pictures")
DEBATE = Path("examples/co_op_debate.json")


def picture(page: Page, name: str, quality: int = 82) -> None:
    """Write what the window shows."""
    page.frame()
    shot = page.ask("Page.captureScreenshot", format="webp", quality=quality)["data"]
    file = HERE / f"web-page-{name}.webp"
    file.write_bytes(b64decode(shot))
    print(f"{file}: {file.stat().st_size / 1000:.0f} kB")


def main() -> None:
    """Write all three."""
    HERE.mkdir(exist_ok=True)
    map = argmap.read(DEBATE)
    with TemporaryDirectory() as folder, running(Path(folder) / "profile") as browser:
        file = Path(folder) / "co-ops.html"
        file.write_text(argmap.to_html(map, marks=marked(map, "grounded")), "utf-8")
        page = browser.page(1200, 760)
        page.open(file, "#claim-P1")
        picture(page, "desktop")
        page.close()
        page = browser.page(1200, 760)
        page.media("dark")
        page.open(file)
        page.click("#query")
        page.type("profit")
        page.key("Enter")
        picture(page, "dark")
        page.close()
        page = browser.page()
        page.size(360, 680, mobile=True)
        page.open(file, "#claim-T")
        picture(page, "phone")


if __name__ == "__main__":
    main()
