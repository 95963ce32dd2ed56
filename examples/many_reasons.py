"""A claim of one line with many reasons, and a card of two thousand characters: in one picture, and on pages.

python examples/many_reasons.py
"""

from __future__ import annotations

from pathlib import Path

import argmap


def many_reasons(count: int = 24) -> argmap.ArgumentMap:
    """A claim of one line with many reasons and objections, and a very long answer to one."""
    draft = argmap.Draft("Should school uniforms go?", language="en")
    go = draft.claim("School uniforms should go.", id="go")
    for number in range(1, count + 1):
        text = f"Point {number}: it is a sentence of usual length, as people write them in debates."
        point = draft.claim(text, id=f"p{number}")
        (draft.support if number % 3 else draft.rebut)(go, by=point)
    long = draft.claim(
        "So said the board, in a letter that nobody has read to its end. " * 31, id="long"
    )
    draft.rebut("p1", by=long)
    return draft.map()


def main(folder: Path = Path(__file__).parent) -> None:
    """Write the picture beside this file, and the pages."""
    map = many_reasons()
    argmap.write(map, folder / "many_reasons.svg")
    pages = argmap.draw_pages(map, "a4-landscape")
    print(f"{len(pages)} pages")
    argmap.write(map, folder / "many_reasons-pages.svg", page="a4-landscape")


if __name__ == "__main__":
    main()
