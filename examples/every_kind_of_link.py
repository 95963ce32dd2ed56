"""Every kind of link in one small map: answers, a conflict, a preference, a rephrase, a warrant, backing.

Three positions answer one question. They can't all stand, which is one *conflict* of three. What licenses a step is
a *warrant*; what speaks for a step, rather than for a claim, is *backing*: a support whose target is a link.

    python examples/every_kind_of_link.py
"""

from __future__ import annotations

from pathlib import Path

import argmap


def library() -> argmap.ArgumentMap:
    """The map of a question with three answers."""
    draft = argmap.Draft("Who should run the library?", language="en")
    issue = draft.issue("Who should run the library?", id="question")
    council = draft.claim("The council should.", id="council")
    coop = draft.claim("A co-operative should.", id="co-op")
    charity = draft.claim("A charity should.", id="charity")
    for position in (council, coop, charity):
        draft.answer(issue, by=position)
    draft.conflict(council, coop, charity)
    draft.prefer(coop, over=charity)
    draft.rephrase(coop, by=draft.claim("Those who read there should.", id="readers"))

    rule = draft.claim("Who uses a thing should run it.", id="rule", stance="assumed")
    draft.support(coop, by=draft.claim("Its readers are its users.", id="users"), warrants=rule)

    audited = draft.claim("Charities are audited.", id="audited", implicit=True)
    step = draft.support(charity, by=audited, scheme="Sign", weight=0.7)
    draft.support(step, by=draft.claim("Audits do find waste.", id="audits"))

    must = draft.claim("The law makes councils provide libraries.", id="law")
    draft.support(council, by=must, strict=True)
    return draft.map()


def main(folder: Path = Path(__file__).parent) -> None:
    """Write the picture beside this file."""
    map = library()
    print(", ".join(dict.fromkeys(link.kind for link in map.links)))
    argmap.write(map, folder / "every_kind_of_link.svg")


if __name__ == "__main__":
    main()
