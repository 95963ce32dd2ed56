"""Draws the pictures of the gallery that no example in Python writes, and lists them with their commands.

Usage: ``python tests/tools/gallery.py`` in the project's folder. ``tests/test_gallery.py`` holds the pages to it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import argmap
from argmap.cli.weighing import marked

__all__ = ["PAGES", "PICTURES", "ROOT", "Picture"]

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "gallery"
STYLES = ("argdown", "boxes", "toulmin", "outline", "kialo")
CASES = (
    "trolley",
    "ontological",
    "continental_drift",
    "boiler",
    "platform_doors",
    "four_day_week",
)


class Picture(NamedTuple):
    """A picture by its name without suffix, what it is drawn from, and the options of `argmap.draw`."""

    name: str
    source: str
    options: dict[str, str]

    @property
    def command(self) -> str:
        """What draws it on a command line."""
        told = "".join([f" --{name} {value}" for name, value in self.options.items()])
        return f"argmap draw {self.source}{told} -o {self.name}.svg"

    @property
    def file(self) -> Path:
        """Where it is kept."""
        return PAGES / f"{self.name}.svg"

    def drawn(self) -> bytes:
        """What it should be."""
        map = argmap.read(ROOT / self.source)
        asked: dict[str, Any] = dict(self.options)
        if "evaluate" in asked:
            asked["marks"] = marked(map, asked.pop("evaluate"))
        return argmap.render(map, "svg", **asked).data


PICTURES = (
    Picture("co_op_debate", "examples/co_op_debate.json", {}),
    *[
        Picture(f"co_op_debate-{style}", "examples/co_op_debate.json", {"style": style})
        for style in STYLES
    ],
    *[Picture(name, f"examples/gallery/{name}.argdown", {}) for name in CASES],
    Picture("trolley-boxes", "examples/gallery/trolley.argdown", {"style": "boxes"}),
    Picture("four_day_week-kialo", "examples/gallery/four_day_week.argdown", {"style": "kialo"}),
    Picture(
        "ontological-verdicts", "examples/gallery/ontological.argdown", {"evaluate": "grounded"}
    ),
)


def main() -> None:
    """Write all of them."""
    for picture in PICTURES:
        picture.file.write_bytes(picture.drawn())


if __name__ == "__main__":
    main()
