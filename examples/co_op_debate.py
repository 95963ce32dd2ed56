"""A real debate as a map: whether the progressive Left should welcome public-sector co-ops.

A guest article on the blog Left Foot Forward (February 2010) welcomed the Conservative plan to let
public-sector workers run their services as co-operatives; readers answered in the comments. Every
claim is put in our own words; the speaker of each is kept, and where it stands.

    python examples/co_op_debate.py            writes co_op_debate.json and co_op_debate.svg beside it
"""

from __future__ import annotations

from pathlib import Path

import argmap


def debate() -> argmap.ArgumentMap:
    """The whole debate: 30 claims, what supports what, and who objects to which step."""
    draft = argmap.Draft(
        "Public-sector co-ops: should the Left welcome them?",
        description="A guest article on Left Foot Forward, February 2010, and what readers replied.",
        language="en",
    )
    draft.source("Guest article", id="article", authors=["Thomas Haynes"], date="2010-02")
    draft.source("Comment", id="comment", date="2010-02")
    for who in ("Alexander Craven", "Roger"):  # they quote others, so their comments are named
        draft.source(f"Comment by {who}", id=f"comment-{who.split()[0].lower()}", authors=[who])
    _case_for(draft)
    _case_against(draft)
    return draft.map()


def _case_for(draft: argmap.Draft) -> None:
    """What the article says for the policy, in its order."""

    def says(id: str, text: str, speaker: str = "Thomas Haynes", *, title: str = "") -> None:
        draft.claim(text, id=id, title=title, said_by=speaker, cites="article")

    says("T", "The progressive Left should welcome the public-sector co-op policy.")
    says("P1", "The policy is genuinely progressive.")
    says(
        "P2",
        "Whoever puts progressive ideals above party supports a progressive policy, "
        "whoever proposes it.",
    )
    says(
        "P3",
        "Attacking the policy scores short-term points, but it draws false dividing lines and "
        "harms progressive politics.",
    )
    says("P4", "Welcoming it strengthens the modernisers inside the Conservative Party.")
    says("P5", "The state stays the funder, and workers gain control of how local services run.")
    says("P6", "Co-ops would be not-for-profit and could put surpluses into services and wages.")
    says("P7", "A surplus at the year's end gives workers a reason to run the service efficiently.")
    says(
        "P8",
        "Local people know whom to hold responsible: the workers themselves, and no minister or "
        "unseen official.",
        "Peter Hoskin",
        title="Co-ops raise accountability",
    )
    says("P9", "Standards of service and wages rise together: both sides win.")
    says("P10", "Services are freed from one-size-fits-all rules and can fit local needs.")
    says(
        "P11",
        "Co-operatism is a great principle; co-op Jobcentres linked with co-op schools and "
        "colleges would break up silos.",
        "Martin Bright",
    )
    says("P12", "The announcement is radical and daring.", "James Crabtree")

    draft.support("T", by=["P1", "P2"], id="P1+P2")  # linked: neither suffices alone
    for reason in ("P3", "P4"):  # convergent: each on its own
        draft.support("T", by=reason)
    for reason in ("P5", "P6", "P9", "P10", "P11", "P12"):
        draft.support("P1", by=reason, id=f"{reason}-P1")
    draft.support("P7", by="P6")
    draft.support("P9", by="P7")
    draft.support("P9", by="P8")


def _case_against(draft: argmap.Draft) -> None:
    """What the critics say, those whom the article cites and those who comment on it."""

    def says(id: str, speaker: str, text: str, place: str = "comment", *, title: str = "") -> None:
        draft.claim(text, id=id, title=title, said_by=speaker, cites=place)

    says("R1", "Tessa Jowell", "The values of mutualism belong to Labour.", "article")
    says("R2", "Michael Stephenson", "The shadow chancellor doesn't understand co-ops.", "article")
    says(
        "R3",
        "Harry Dent",
        "Their real job will be to inflict them.",
        title="Co-ops are cover for cuts",
    )
    says("R4", "Harry Dent", "The Conservatives have never cared about delivering services.")
    says("R5", "Alexander Craven", "Founding a co-op and sorting out its management is hard.")
    says(
        "R6",
        "Alexander Craven",
        "The NHS 'right to request' scheme, much like this plan, has found few takers.",
    )
    says(
        "R7",
        "Alexander Craven",
        "Taxpayers would subsidise founders over that hurdle, and pay again when failed co-ops "
        "are re-tendered, as with NHS treatment centres.",
    )
    says(
        "R8",
        "Alexander Craven",
        "Taxpayers lose out, and so do those who most depend on public services.",
    )
    says(
        "R9",
        "Alexander Craven",
        "A 'surplus' is profit by another name, and profit is what makes such co-ops work.",
    )
    says(
        "R10",
        "Financial Times",
        "The plan assumes that the state pays less over time; with protected contracts the "
        "flexibility comes out of new staff's pay.",
        "comment-alexander",
    )
    says(
        "R11",
        "Richard H",
        "New management grows slowly: expect a long spell of inefficiency and wasted money.",
    )
    says(
        "R12",
        "Richard H",
        "After the 1980s the party must first show that it can do more than squeeze services.",
    )
    says(
        "R13",
        "Richard H",
        "The idea is embryonic, and the weeks before an election are the wrong time for it.",
    )
    says("R14", "Richard H", "The policy won't win the public's trust.")
    says(
        "R15",
        "Clifford Singer",
        "The public sector is public already: mutuality's gains can be had without the market "
        "or a profit motive.",
    )
    says(
        "R16",
        "Chris Dillow",
        "As monopoly providers the co-ops become closed guilds, whose interest drifts further "
        "from the public's.",
        "comment-roger",
    )
    says(
        "R17",
        "Chris Dillow",
        "It makes sense only as a step to full marketisation, where 'co-ops' and companies "
        "compete to drive down wages and conditions.",
        "comment-roger",
    )

    objection = draft.rebut("T", by="R1", id="R1-T")
    draft.undercut(objection, by="P2")  # who owns a value decides nothing about a policy
    draft.rebut("T", by="R2")
    draft.rebut("P1", by="R3")
    for reason in ("R4", "R10", "R17"):
        draft.support("R3", by=reason)
    for reason in ("R5", "R7"):
        draft.support("R8", by=reason)
    draft.support("R5", by="R6")
    for objection_to_p9 in ("R8", "R10", "R17"):
        draft.rebut("P9", by=objection_to_p9)
    draft.undercut("P6-P1", by="R9")  # the step from surplus to progressive, not the surplus
    draft.undercut("P9-P1", by="R15")
    draft.rebut("P7", by="R11")
    draft.rebut("P8", by="R16")
    draft.rebut("P4", by="R14")
    for reason in ("R12", "R13"):
        draft.support("R14", by=reason)


def main(folder: Path = Path(__file__).parent) -> None:
    """Write the map as a file that argmap reads, and as a picture."""
    map = debate()
    argmap.write(map, folder / "co_op_debate.json")
    argmap.write(map, folder / "co_op_debate.svg")


if __name__ == "__main__":
    main()
