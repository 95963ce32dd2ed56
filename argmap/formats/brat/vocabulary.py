"""What the types of a corpus mean: annotation of arguments is its own in each."""

from __future__ import annotations

from attrs import frozen

__all__ = ["UNTYPED", "Vocabulary"]

UNTYPED = "Statement"
"""The type of a span that is written of a claim without a tag."""


@frozen(kw_only=True)
class Vocabulary:
    """The names of relations and attributes, and what they say; letter case and a ``partial_`` before them are one.

    A relation in ``supports`` or ``attacks`` bears on the second span, one in ``undercuts`` on the step that the
    second span takes. The attribute ``stance`` with the value ``pro`` or ``con`` bears on every span of the types
    in ``main``. The text of spans whose type begins with a name in ``noted`` is the note on them. The first
    name of each is the one that is written.

    >>> Vocabulary(supports=("because",)).kind("Because")
    'support'
    """

    supports: tuple[str, ...] = ("supports", "support", "agreement")
    attacks: tuple[str, ...] = (
        "attacks",
        "attack",
        "rebuttal",
        "rebuttal_attack",
        "disagreement",
        "rebuts",
        "contradicts",
    )
    undercuts: tuple[str, ...] = ("undercuts", "undercutter", "undercutter_attack", "undercut")
    stance: str = "Stance"
    pro: str = "For"
    con: str = "Against"
    main: tuple[str, ...] = ("MajorClaim",)
    noted: tuple[str, ...] = ("CounterNarrative",)

    def kind(self, relation: str) -> str:
        """The kind of link that a relation is, or an empty text."""
        name = relation.lower().removeprefix("partial_")
        for kind, names in (
            ("support", self.supports),
            ("rebuttal", self.attacks),
            ("undercut", self.undercuts),
        ):
            if name in [each.lower() for each in names]:
                return kind
        return ""

    def name(self, kind: str) -> str:
        """The name of the relation that is written of a kind of link."""
        names = {"support": self.supports, "rebuttal": self.attacks, "undercut": self.undercuts}
        return names[kind][0]

    def side(self, attribute: str, value: str) -> str:
        """The kind of link to the main claims that an attribute says, or an empty text."""
        if attribute != self.stance:
            return ""
        return {self.pro: "support", self.con: "rebuttal"}.get(value, "")
