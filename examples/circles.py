"""What no tree can hold: a circle of reasons, a claim against itself, parallel links, both ends of a conflict.

python examples/circles.py
"""

from __future__ import annotations

from pathlib import Path

import argmap


def circles() -> argmap.ArgumentMap:
    """A circle of reasons, a claim against itself, parallel links, a mutual rebuttal beside a conflict."""
    draft = argmap.Draft("Circles and parallel links", language="en")
    book = draft.claim("We should trust the Book.", id="book")
    word = draft.claim("The Book is the word of God.", id="word")
    exists = draft.claim("God exists.", id="exists")
    for conclusion, reason in ((book, word), (word, exists), (exists, book)):
        draft.support(conclusion, by=reason)
    liar = draft.claim("This sentence is false.", id="liar")
    draft.rebut(liar, by=liar)
    hen = draft.claim("The hen came first.", id="hen")
    egg = draft.claim("The egg came first.", id="egg")
    draft.rebut(hen, by=egg)
    draft.rebut(egg, by=hen)
    draft.conflict(hen, egg)
    hens = draft.claim("Hens lay eggs.", id="hens")
    draft.support(hen, by=hens)
    draft.support(hen, by=hens, label="and so")
    draft.rebut(hen, by=hens)
    return draft.map()


def main(folder: Path = Path(__file__).parent) -> None:
    """Write the picture beside this file."""
    map = circles()
    argmap.write(map, folder / "circles.svg")


if __name__ == "__main__":
    main()
