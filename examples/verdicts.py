"""How claims fare, drawn on the map: verdicts as badges, strengths as bars.

python examples/verdicts.py
"""

from __future__ import annotations

from pathlib import Path

import argmap

MARKS = {
    "run": argmap.Mark("accepted", 0.64),
    "account": argmap.Mark("accepted", 0.8),
    "turnout": argmap.Mark("rejected", 0.2),
    "report": argmap.Mark("accepted", 0.9),
    "cuts": argmap.Mark("undecided", 0.5),
    "low": argmap.Mark("rejected"),
    "cover": argmap.Mark("undecided"),
}
"""What a weighing may say; this example says it by hand."""


def weighed() -> argmap.ArgumentMap:
    """The map of a claim with a reason, an objection to it, and an answer to that."""
    draft = argmap.Draft("What a weighing says", language="en")
    run = draft.claim("Co-ops should run local services.", id="run")
    account = draft.claim("They raise accountability.", id="account")
    draft.support(run, by=account, id="raises")
    turnout = draft.claim("Hardly any member votes.", id="turnout")
    draft.rebut(account, by=turnout, id="low")
    report = draft.claim("Seven in ten voted in the last three elections.", id="report")
    draft.rebut(turnout, by=report, id="found")
    cuts = draft.claim("They are cover for cuts.", id="cuts")
    draft.rebut(run, by=cuts, id="cover")
    return draft.map()


def main(folder: Path = Path(__file__).parent) -> None:
    """Write the picture beside this file."""
    drawing = argmap.draw(weighed(), marks=MARKS, pro_first=True)
    (folder / "verdicts.svg").write_text(drawing.svg, encoding="utf-8")


if __name__ == "__main__":
    main()
