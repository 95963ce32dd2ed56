"""Groups within groups, and claims that attack each other across them.

A group is a section of a debate, and groups form a tree. Two claims may each rebut the other, and a chain of
reasons may come back to where it began: real debates do both, and the picture shows it.

    python examples/groups_and_circles.py
"""

from __future__ import annotations

from pathlib import Path

import argmap


def services() -> argmap.ArgumentMap:
    """The map of a debate in two sections, one of them with a section of its own."""
    draft = argmap.Draft("Co-ops and their sections", language="en")
    economics = draft.group("Economics")
    costs = draft.group("Costs", parent=economics)
    democracy = draft.group("Democracy")

    main = draft.claim("Co-ops should run local services.", id="main")
    cheap = draft.claim("They cost less.", id="cheap", group=costs)
    dear = draft.claim("They cost more in the first years.", id="dear", group=costs)
    wages = draft.claim("They raise wages.", id="wages", group=economics)
    answer = draft.claim("They answer to their users.", id="answer", group=democracy)
    apathy = draft.claim("Users don't vote.", id="apathy", group=democracy)
    payer = draft.claim("Who pays decides.", id="payer", group=economics)

    draft.support(main, by=cheap)
    draft.rebut(cheap, by=dear)
    draft.rebut(dear, by=cheap)  # each rebuts the other
    draft.support(main, by=[wages, answer])
    draft.support(wages, by=payer)
    draft.rebut(answer, by=apathy)
    draft.support(apathy, by=payer)
    draft.rebut(payer, by=answer)  # closes a circle across the two groups
    return draft.map()


def main(folder: Path = Path(__file__).parent) -> None:
    """Write the picture beside this file."""
    map = services()
    print(
        [f"{group.title}: {sum(c.group == group.id for c in map.claims)}" for group in map.groups]
    )
    argmap.write(map, folder / "groups_and_circles.svg")


if __name__ == "__main__":
    main()
