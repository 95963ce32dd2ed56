"""Opens every page of the built documentation on a phone, a tablet and a desk, and says where one must scroll sideways.

Usage: ``python -m tests.tools.site_widths SITE``, where ``sphinx-build docs SITE`` has built it and there is a Chromium. It prints the
pages that are wider than the window, and what sticks out; ends with 1 if there are any. Boxes that scroll by themselves are let pass.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.drawing.web.browser import Page, running

WIDTHS = (320, 768, 1280)
TELL = """(() => {
  const most = document.documentElement.clientWidth + 1;
  const boxed = element => {
    for (let above = element.parentElement; above && above !== document.body; above = above.parentElement)
      if (getComputedStyle(above).overflowX !== 'visible' && above.getBoundingClientRect().right <= most) return true;
    return Boolean(element.closest('.sidebar-drawer, .toc-drawer'));
  };
  const out = [...document.querySelectorAll('body *')].filter(each => {
    const box = each.getBoundingClientRect();
    return box.width && box.height && box.right > most && !boxed(each);
  });
  const wide = document.documentElement.scrollWidth;
  return wide < most && !out.length ? '' : `${wide} px: ${out.slice(0, 3).map(each => each.outerHTML.slice(0, 80)).join(' | ')}`;
})()"""
"""The drawers of the theme wait beside the window until they are asked for."""


def beyond(page: Page, file: Path, width: int) -> str:
    """What sticks out of a window so wide; nothing if all is well."""
    page.size(width, 800, mobile=width < 700)
    page.open(file)
    page.frame()
    told: str = page.js(TELL)
    return told


def main(site: Path) -> int:
    """Print each page with what sticks out, and how many were opened."""
    pages = sorted(site.rglob("*.html"))
    failed = 0
    with TemporaryDirectory() as folder, running(Path(folder)) as browser:
        page = browser.page()
        for width in WIDTHS:
            for file in pages:
                if told := beyond(page, file, width):
                    failed += 1
                    print(f"{file.relative_to(site)} at {width} px: {told}")
    print(f"{len(pages)} pages at {len(WIDTHS)} widths, {failed} of them too wide")
    return 1 if failed or not pages else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
