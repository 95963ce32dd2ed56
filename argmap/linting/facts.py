"""What rules ask of a map, each worked out once and when it is first asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from ..model.claim import Claim
from ..model.link import Attack, Rebuttal, Step, Support, Undercut
from ..model.map import ArgumentMap
from ..semantics import evaluate
from ..semantics.graph import AttackGraph, weak_components
from ..semantics.naming import named
from .words import affirmed, content_words, is_catchword, normal_text

__all__ = ["Facts", "said"]

_NO_TEXTS: Mapping[str, str] = {}


@frozen(slots=False, eq=False)
class Facts:
    """A map, the texts of its sources as far as they are at hand (by the source's id), and what follows from them."""

    map: ArgumentMap
    texts: Mapping[str, str] = field(default=_NO_TEXTS)

    def name(self, id: str) -> str:
        """A claim or link as a sentence calls it."""
        return named(self.map, id)

    @cached_property
    def english(self) -> bool:
        """Whether rules about English words apply: the map says it is English, or no language at all."""
        language = self.map.about.language.lower()
        return not language or language.split("-")[0] == "en"

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Supports, rebuttals and undercuts."""
        return tuple([link for link in self.map.links if isinstance(link, Step)])

    @cached_property
    def supports(self) -> tuple[Support, ...]:
        """The supports."""
        return tuple([link for link in self.map.links if isinstance(link, Support)])

    @cached_property
    def rebuttals(self) -> tuple[Rebuttal, ...]:
        """The rebuttals."""
        return tuple([link for link in self.map.links if isinstance(link, Rebuttal)])

    @cached_property
    def undercuts(self) -> tuple[Undercut, ...]:
        """The undercuts."""
        return tuple([link for link in self.map.links if isinstance(link, Undercut)])

    def attacks_on(self, id: str) -> tuple[Attack, ...]:
        """The rebuttals of a claim, or the undercuts of a link."""
        return tuple([link for link in self.map.links_to[id] if isinstance(link, Attack)])

    def supports_of(self, id: str) -> tuple[Support, ...]:
        """The supports of a claim or a link."""
        return tuple([link for link in self.map.links_to[id] if isinstance(link, Support)])

    def steps_from(self, id: str) -> tuple[Step, ...]:
        """The steps a claim is a premise or a warrant of."""
        return tuple([link for link in self.map.links_from[id] if isinstance(link, Step)])

    def answers_to(self, attack: Attack) -> tuple[Attack, ...]:
        """What speaks against an attack: its undercuts, and the rebuttals of its premises and warrants."""
        ends = (attack.id, *attack.premises, *attack.warrants)
        return tuple([answer for end in ends for answer in self.attacks_on(end)])

    @cached_property
    def words(self) -> Mapping[str, frozenset[str]]:
        """The words with a content of each claim, in their plain form."""
        english = self.english
        return {claim.id: content_words(said(claim), english=english) for claim in self.map.claims}

    @cached_property
    def normal(self) -> Mapping[str, str]:
        """What each claim says without case, punctuation and blanks."""
        return {claim.id: normal_text(said(claim)) for claim in self.map.claims}

    @cached_property
    def affirmed(self) -> Mapping[str, tuple[str, bool]]:
        """What each claim says without its English negations, and whether it had an odd number of them."""
        return {claim.id: affirmed(said(claim)) for claim in self.map.claims}

    @cached_property
    def rests(self) -> Mapping[str, int]:
        """What main claims rest on: claims and supports by how many supports lie between, nearest first."""
        found = {claim.id: 0 for claim in self.map.main_claims}
        todo = list(found)
        for id in todo:
            for support in self.supports_of(id):
                found[support.id] = found[id]
                todo.append(support.id)
                for end in (*support.premises, *support.warrants):
                    if end not in found:
                        found[end] = found[id] + 1
                        todo.append(end)
        return found

    @cached_property
    def parts(self) -> Sequence[tuple[str, ...]]:
        """The parts of the map that no link ties together, each as the ids in it, in the map's order."""
        ids = tuple(self.map.elements)
        number = {id: index for index, id in enumerate(ids)}
        pairs = [
            (number[link.id], number[end]) for link in self.map.links for _, end in link.ends()
        ]
        graph = AttackGraph.of(len(ids), pairs)
        return [tuple([ids[at] for at in part]) for part in weak_components(graph, range(len(ids)))]

    @cached_property
    def verdicts(self) -> Mapping[str, str]:
        """The grounded label of each claim and link."""
        return evaluate(self.map).labels

    @cached_property
    def worded(self) -> bool:
        """Whether most claims have words: else it is an abstract framework, or a sketch with letters for claims."""
        bare = [claim for claim in self.map.claims if is_catchword(said(claim))]
        return 2 * len(bare) <= len(self.map.claims)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The participants who say a claim."""
        return frozenset([who for claim in self.map.claims for who in claim.said_by])

    def claim(self, id: str) -> Claim | None:
        """The claim of an id, or None for an issue or a link."""
        element = self.map.elements[id]
        return element if isinstance(element, Claim) else None


def said(claim: Claim) -> str:
    """The words of a claim: its text, or its title if it has none."""
    return claim.text or claim.title
