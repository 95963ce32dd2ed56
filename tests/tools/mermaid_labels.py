"""Shows hostile texts in Mermaid diagrams in Chromium, and says which of them a reader wouldn't see as they are.

Usage: ``python -m tests.tools.mermaid_labels node_modules/mermaid/dist/mermaid.min.js``, with Chromium on the PATH. It
prints how many labels were shown letter by letter, and ends with 1 if one was changed or a script ran.
"""

from __future__ import annotations

import html
import re
import sys
import tempfile
from pathlib import Path

import argmap
from tests.chromium import dumped

TEXTS = (
    '"]; click A "javascript:alert(1)"',
    "%%{init: {'theme': 'dark'}}%%",
    "`md` **b** _i_",
    "end",
    "subgraph x",
    "$$x^2$$",
    "<img src=x onerror=\"document.title='ran'\">",
    "<script>document.title='ran'</script>",
    "#quot; #35; &lt; &#60;",
    "a --> b",
    "A[b] & C((d)) ::: e",
    "1. one",
    "- two",
    "fa:fa-ban",
    "javascript:alert(1)",
    "Größe, 漢字, שלום, 👩‍👩‍👧‍👦",
    "back\\slash ~ ^ | { } $",
)
PAGE = """<!doctype html><meta charset="utf-8"><title>quiet</title><pre class="mermaid">{}</pre>
<script src="{}"></script><script>mermaid.initialize({{startOnLoad: false, maxTextSize: 1e6}});
mermaid.run().then(() => document.body.dataset.done = "yes", e => document.body.dataset.done = e);</script>"""


def debate() -> argmap.ArgumentMap:
    """A map whose claims and groups say the hostile texts."""
    draft = argmap.Draft("Hostile")
    main = draft.claim("main")
    for number, text in enumerate(TEXTS):
        group = draft.group(text) if number % 4 == 0 else None
        draft.support(
            main, by=draft.claim(text, group=group), label=text if number % 3 == 0 else ""
        )
    return draft.map()


def shown(script: Path) -> str:
    """The page as Chromium has it after Mermaid has run."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        diagram = html.escape(argmap.dumps(debate(), "mermaid"))
        page.write_text(PAGE.format(diagram, script.resolve().as_uri()), "utf-8")
        return dumped(page, budget=20_000)


def labels(page: str) -> list[str]:
    """The texts of the diagram's labels."""
    span = r'<span[^>]*class="(?:node|edge)Label[^>]*>(.*?)</span>'
    found = re.findall(span, page, re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", text)).strip() for text in found]


def main(script: str) -> int:
    """Print what was shown, and what wasn't."""
    page = shown(Path(script))
    if 'data-done="yes"' not in page:
        print(f"Mermaid didn't draw: {page[-500:]}")
        return 1
    there = labels(page)
    lost = [text for text in TEXTS if text not in there]
    ran = "<title>quiet</title>" not in page
    print(
        f"{len(TEXTS) - len(lost)} of {len(TEXTS)} texts shown letter by letter, {len(there)} labels"
    )
    for text in lost:
        print(f"changed: {text!r}")
    print("a script ran" if ran else "no script ran")
    return 1 if lost or ran else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
