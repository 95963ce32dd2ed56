"""An issue with positions, as in IBIS: what to do about the cars in the old town.

A question is answered by positions, which can't all be taken; each has its arguments, and one argument
raises a question of its own.

    python examples/old_town_traffic.py            writes old_town_traffic.svg beside it
"""

from __future__ import annotations

from pathlib import Path

import argmap

ISSUES = {
    "traffic": "What should be done about the cars in the old town?",
    "money": "What should the income from tolls be spent on?",
}

POSITIONS = {
    "toll": ("traffic", "Cars should pay a toll to enter.", "Planner"),
    "closed": ("traffic", "The old town should be closed to private cars.", "Residents"),
    "garage": ("traffic", "A garage should be built under the market.", "Shopkeepers"),
    "nothing": ("traffic", "Nothing should be done for now.", "Mayor"),
    "trams": ("money", "On trams that run every six minutes.", "Planner"),
    "rates": ("money", "On lower rates for shops in the old town.", "Shopkeepers"),
}

ARGUMENTS = """
+ toll    | fewer     | Planner     | In towns with a toll a fifth fewer cars came.
- toll    | poor      | Residents   | A toll is a burden for the poor and a trifle for the rich.
- poor    | bus       | Planner     | The poor come by bus, and the buses would be faster.
+ toll    | income    | Planner     | It brings in two million a year.
- income  | cameras   | Mayor       | Half of that goes into cameras and reminders.
+ closed  | air       | Residents   | The air is worse than the law allows on 60 days a year.
- air     | heating   | Shopkeepers | That comes from stoves, not from cars.
- heating | summer    | Residents   | Thirty of the sixty days are in summer.
- closed  | trade     | Shopkeepers | Customers with cars would go to the mall.
- trade   | walkers   | Residents   | Who walks or cycles comes more often, and spends more in a month.
+ closed  | children  | Residents   | Children could walk to school alone.
+ garage  | parking   | Shopkeepers | Cars that circle for a place to park are a third of the traffic.
- garage  | more      | Planner     | New places to park draw new cars.
- garage  | roman     | Planner     | The Roman bath lies under the market.
- roman   | beside    | Shopkeepers | The garage could be dug beside it.
+ nothing | ring      | Mayor       | The ring road opens in two years and will change everything.
- ring    | through   | Planner     | Only one car in ten just drives through.
+ trams   | promise   | Residents   | People accept a toll if they see what it pays for.
- rates   | landlords | Planner     | Landlords would raise the rents by as much.
"""


def traffic() -> argmap.ArgumentMap:
    """Two issues, six positions, nineteen arguments."""
    draft = argmap.Draft("Cars in the old town", language="en")
    for id, text in ISSUES.items():
        draft.issue(text, id=id)
    for id, (issue, text, speaker) in POSITIONS.items():
        draft.answer(issue, by=draft.claim(text, id=id, said_by=speaker))
    for line in ARGUMENTS.strip().splitlines():
        bearing, id, speaker, text = [part.strip() for part in line.split("|")]
        sign, target = bearing.split()
        claim = draft.claim(text, id=id, said_by=speaker)
        (draft.support if sign == "+" else draft.rebut)(target, by=claim)
    draft.conflict("toll", "closed", "nothing")
    draft.undercut(draft.rebut("closed", by="garage"), by="more")
    return draft.map()


def main(folder: Path = Path(__file__).parent) -> None:
    """Draw the map."""
    argmap.write(traffic(), folder / "old_town_traffic.svg")


if __name__ == "__main__":
    main()
