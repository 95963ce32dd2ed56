"""Toulmin's own example as a map: that Harry, who was born in Bermuda, is a British subject.

Stephen Toulmin laid it out in The Uses of Argument (1958); the quarrel about the grounds is added. All
is in our own words.

    python examples/bermuda.py            writes bermuda.svg beside it, in the style of Toulmin
"""

from __future__ import annotations

from pathlib import Path

import argmap


def bermuda() -> argmap.ArgumentMap:
    """Grounds, warrant, backing, qualifier and rebuttals, and what the grounds rest on themselves."""
    draft = argmap.Draft("Is Harry a British subject?", language="en")
    book = draft.source("The Uses of Argument", id="uses", authors=["Stephen Toulmin"], date="1958")

    def toulmin(id: str, text: str, *, open: bool = False) -> None:
        draft.claim(text, id=id, cites=book, stance="questioned" if open else "asserted")

    toulmin("subject", "Harry is a British subject.", open=True)
    toulmin("born", "Harry was born in Bermuda.")
    toulmin("rule", "Who is born in Bermuda is a British subject.")
    toulmin("laws", "The acts on nationality say so, and so do the colony's own statutes.")
    toulmin("aliens", "Both his parents were aliens.", open=True)
    toulmin("american", "He has become an American.", open=True)
    step = draft.support("subject", by="born", warrants=["rule"], label="presumably", id="step")
    draft.support("rule", by="laws")
    draft.undercut(step, by="aliens")
    draft.undercut(step, by="american")
    _the_grounds(draft)
    _the_exceptions(draft)
    return draft.map()


def _the_grounds(draft: argmap.Draft) -> None:
    """The birth is itself argued for."""
    says = draft.claim
    says("The register of Hamilton has his birth, on 4 May 1911.", id="register", said_by="A clerk")
    says("What a public register says is so, unless shown otherwise.", id="official")
    says("The law of evidence makes a register proof.", id="evidence")
    says("The entry was made eight years late.", id="late", said_by="Another clerk")
    says("She gave birth to him in Hamilton.", id="mother", said_by="His mother")
    says("He was born at sea, a day before the ship landed.", id="ship", said_by="An uncle")
    says("The ship's log tells of no birth.", id="log", said_by="The shipping line")
    entry = draft.support("born", by="register", warrants=["official"], id="entry")
    draft.support("official", by="evidence")
    draft.undercut(entry, by="late")
    draft.support("born", by="mother")
    draft.rebut("born", by="ship")
    draft.rebut("ship", by="log")


def _the_exceptions(draft: argmap.Draft) -> None:
    """So is one of the exceptions."""
    says = draft.claim
    says("He has voted in Boston, where only citizens may.", id="voted", said_by="His neighbour")
    says("The voter of that name in Boston is his cousin.", id="cousin", said_by="His sister")
    seen = draft.support("american", by="voted", id="seen")
    draft.undercut(seen, by="cousin")


def main(folder: Path = Path(__file__).parent) -> None:
    """Draw the map as Toulmin would."""
    argmap.write(bermuda(), folder / "bermuda.svg", style="toulmin")


if __name__ == "__main__":
    main()
