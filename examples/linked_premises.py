"""Linked premises and undercuts: three ways in which reasons and objections stand together.

Two premises that carry a conclusion only together are *linked*: one support with both. Two reasons
that each do on their own are *convergent*: two supports. An objection to a claim is a *rebuttal*; an
objection to the step from reason to conclusion is an *undercut*, and a step can be undercut though
every claim in it stays standing.

    python examples/linked_premises.py
"""

from __future__ import annotations

from pathlib import Path

import argmap


def swan() -> argmap.ArgumentMap:
    """The map of a small dispute about a swan."""
    draft = argmap.Draft("Is the swan on the lake white?", language="en")
    white = draft.claim("The swan on the lake is white.", id="white")

    swan = draft.claim("The bird on the lake is a swan.", id="swan")
    rule = draft.claim("Swans are white.", id="rule", stance="assumed")
    step = draft.support(white, by=[swan, rule], label="by rule")  # linked: one reason

    looks = draft.claim("It looks white from the shore.", id="looks", said_by="Ann")
    sight = draft.support(white, by=looks)  # convergent: a second reason

    black = draft.claim("Western Australia has black swans.", id="black", said_by="Ben")
    draft.rebut(rule, by=black)  # against the premise itself

    dusk = draft.claim("The low sun makes everything look pale.", id="dusk", said_by="Ben")
    undercut = draft.undercut(sight, by=dusk)  # against the step, not against what Ann saw

    noon = draft.claim("She looked at noon.", id="noon", said_by="Ann")
    draft.undercut(undercut, by=noon)  # a step of any kind can be undercut, at any depth

    assert step.linked
    assert not sight.linked
    return draft.map()


def main(folder: Path = Path(__file__).parent) -> None:
    """Write the picture beside this file."""
    map = swan()
    rebuttal = map.links_from["black"][0]
    assert isinstance(rebuttal, argmap.Rebuttal)
    print(map.undermines(rebuttal), "- the rebuttal undermines: it attacks a mere premise")
    argmap.write(map, folder / "linked_premises.svg")


if __name__ == "__main__":
    main()
