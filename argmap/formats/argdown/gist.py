"""What a statement or argument says, of all the ways in which the document puts it."""

from __future__ import annotations

from collections.abc import Sequence

from .tree import Entry

__all__ = ["worded"]


def worded(members: Sequence[Entry]) -> tuple[str, tuple[str, ...], str]:
    """The text of the canonical member, the other wordings, and how the text is written if it is marked.

    Canonical is the last member that isn't a reference, among those with ``isCanonical: true`` if there are any.
    """
    if len(members) == 1 and members[0].form != "reference":  # as most are
        return members[0].text.strip(), (), members[0].source
    said = [member for member in members if member.form != "reference"]
    if not said:
        return "", (), ""
    if len(said) == 1:
        return said[0].text.strip(), (), said[0].source
    chosen = [one for one in said if one.data and one.data.get("isCanonical") is True]
    canonical = (chosen or said)[-1]
    text = canonical.text.strip()
    others = dict.fromkeys([one.text.strip() for one in said])
    wordings = tuple([other for other in others if other not in (text, "")])
    return text, wordings, canonical.source
