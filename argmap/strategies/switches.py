"""What a strategy for maps is asked for, and the shares that real collections of maps have."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict, get_args

from attrs import field, fields, frozen

from ..errors import UnknownName

__all__ = ["CORPORA", "SHAPES", "UNDERCUT", "Asked", "Shape", "Shares", "Switches"]

Shape: TypeAlias = Literal["any", "tree", "kialo", "debate", "corpus"]
"""The kinds of map there are to draw; `argmap.strategies.maps` says what each is like."""

SHAPES: tuple[str, ...] = get_args(Shape)


class Asked(TypedDict, total=False):
    """The keyword arguments of `argmap.strategies.maps`."""

    min_claims: int
    max_claims: int
    cyclic: bool
    connected: bool
    linked_share: float
    undercut_share: float
    conflict_share: float
    undercut_depth: int
    groups: bool
    sources: bool
    stances: bool
    weights: bool
    shape: Shape
    hostile: bool


@frozen(kw_only=True)
class Shares:
    """How many links are of a kind, in [0, 1] each; the rest are supports and rebuttals of claims.

    ``linked`` is the share of steps with several premises, ``attack`` that of the steps on claims which are rebuttals.
    """

    linked: float = 0.25
    attack: float = 0.5
    undercut: float = 0.2
    backing: float = 0.05
    conflict: float = 0.05
    rephrase: float = 0.05
    preference: float = 0.05
    answer: float = 0.05

    def __attrs_post_init__(self) -> None:
        for part in fields(Shares):
            share = getattr(self, part.name)
            if not 0 <= share <= 1:
                raise ValueError(f"the share {part.name} is a number in [0, 1], not {share!r}")

    def kind_of(self, percent: int) -> str:
        """The kind of link that a number below 100 stands for; 0 is a step on a claim."""
        end = 100.0
        for kind in ("answer", "preference", "rephrase", "conflict", "backing", "undercut"):
            end -= 100 * getattr(self, kind)
            if percent >= end:
                return kind
        return "step"


_USUAL = Shares()


def _corpus(**shares: float) -> Shares:
    """Shares of a collection, in which nothing else occurs."""
    kinds = ("undercut", "backing", "conflict", "rephrase", "preference", "answer")
    return Shares(**{**dict.fromkeys(kinds, 0.0), **shares})


CORPORA: dict[str, Shares] = {
    "microtexts": _corpus(linked=0.063, attack=0.284, undercut=0.142),
    "araucaria": _corpus(linked=0.672, attack=0.28),
    "us2016": _corpus(linked=0.165, attack=0.17, rephrase=0.02),
    "qt30": _corpus(linked=0.116, attack=0.18, rephrase=0.46),
    "iac": _corpus(linked=0.0, attack=0.89),
    "kialo": _corpus(linked=0.0, attack=0.48),
    "argdown": _corpus(linked=0.147, attack=0.36, undercut=0.035, backing=0.02, conflict=0.07),
}
"""Collections of real maps by name, with the shares counted in them.

The microtexts (Peldszus and Stede 2016) and the AIF of Araucaria, US2016, QT30 and the Internet Argument Corpus are counted in
arguebase-public: linked premises in all of it, the attacks of all but QT30 and the microtexts in an excerpt. Kialo: 3,174 steps
of 13 exported discussions. Argdown: 39 published documents.
"""

UNDERCUT: tuple[tuple[str, int], ...] = (("rebuttal", 73), ("support", 92), ("undercut", 100))
"""What the undercuts of the microtexts stand on: 46 on a rebuttal, 12 on a support, 5 on an undercut; as ends in per cent."""


@frozen(kw_only=True)
class Switches:
    """The switches of a strategy for maps."""

    cyclic: bool = True
    connected: bool = False
    undercut_depth: int = 2
    shares: Shares = Shares()
    shape: str = field(default="any")

    @classmethod
    def of(cls, asked: Asked) -> Switches:
        """The switches that keyword arguments say; raises TypeError for one that there isn't."""
        if unknown := [name for name in asked if name not in Asked.__annotations__]:
            raise TypeError(f"maps have no switch {unknown[0]!r}")
        if asked.get("min_claims", 0) > asked.get("max_claims", 12):
            raise ValueError("min_claims is more than max_claims")
        shares = Shares(
            linked=asked.get("linked_share", _USUAL.linked),
            undercut=asked.get("undercut_share", _USUAL.undercut),
            conflict=asked.get("conflict_share", _USUAL.conflict),
        )
        return cls(
            cyclic=asked.get("cyclic", True),
            connected=asked.get("connected", False),
            undercut_depth=asked.get("undercut_depth", 2),
            shares=shares,
            shape=asked.get("shape", "any"),
        )

    @property
    def tied_as_drawn(self) -> bool:
        """Whether links are drawn apart from claims; else each claim after the first comes with its link."""
        return self.shape in ("any", "corpus")

    @shape.validator
    def _known(self, attribute: object, value: str) -> None:
        if value not in SHAPES:
            raise UnknownName("shape of a map", value, SHAPES)
