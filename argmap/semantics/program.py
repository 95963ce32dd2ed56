"""A map's meaning: a normal logic program over its claims and links.

::

    link i   :-  every premise and warrant of i,  not u   for every undercut u of i
    claim c  :-  [c is asserted or assumed]        not j   for every rebuttal j of c
    claim c  :-  i,                                not j   for every support i of c, same j's

Its three-valued stable models (Przymusinski 1990, Fundamenta Informaticae 13, p. 445) are the map's labellings: with attacks
alone they are Dung's complete labellings (Wu, Caminada and Gabbay 2009, Studia Logica 93, p. 383; Caminada, Sá, Alcântara and
Dvořák 2015, International Journal of Approximate Reasoning 58, p. 87).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, permutations

from attrs import field, frozen

from ..model.claim import Claim
from ..model.link import Conflict, Link, Rebuttal, Step, Support, Undercut
from ..model.map import ArgumentMap

__all__ = [
    "NO_CHANGES",
    "Changes",
    "Program",
    "Rule",
    "atoms",
    "changed",
    "ids_of",
    "inputs",
    "kinds_of",
    "program",
    "side",
]


@frozen
class Rule:
    """``head`` holds if every one of ``needs`` holds and none of ``unless``; all are names of atoms."""

    head: str
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def __str__(self) -> str:
        body = ", ".join([*self.needs, *[f"not {each}" for each in self.unless]])
        return f"{self.head} :- {body}." if body else f"{self.head}."


@frozen
class Program:
    """A normal logic program: ``atoms`` in the map's order, and the rules that conclude them.

    Claims and links are atoms by their ids. A conflict speaks for each of its claims against each other one:
    ``conflict:a>b`` is the atom for "a stands, so b can't".
    """

    atoms: tuple[str, ...]
    rules: tuple[Rule, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.rules))


@frozen
class Changes:
    """What preferences change: attacks that are ``failing``, by their atoms, each with its target, and what is attacked in return.

    ``back`` has for a claim or link the claims that attack it besides, each with the link that it answers.
    """

    failing: Mapping[str, str] = field(factory=dict)
    back: Mapping[str, Mapping[str, str]] = field(factory=dict)


NO_CHANGES = Changes()


def program(
    map: ArgumentMap,
    *,
    require_backing: bool = False,
    without: Iterable[str] = (),
    assume: Iterable[str] = (),
    changes: Changes = NO_CHANGES,
) -> Program:
    """The program that a map means.

    Links that a `Support` is aimed at need such a support to be accepted only if ``require_backing``. Rephrases,
    preferences and answers are atoms that hold if what they start from does; nothing follows from them. The atoms
    ``without`` which it is have no rules, those to ``assume`` hold. ``changes`` are those of `preferences`.

    >>> from argmap import Claim, Rebuttal
    >>> print(program(ArgumentMap(claims=(Claim("a"), Claim("b")), links=(Rebuttal("r", ("a",), "b"),))))
    a.
    b :- not r.
    r :- a.
    """
    rebuttals = _by_target(map, (Rebuttal,))
    for link in map.links:
        if isinstance(link, Conflict):
            for one, other in permutations(link.claims, 2):
                rebuttals.setdefault(other, []).append(side(link, one, other))
    supports = _by_target(map, (Support,))
    attacks = rebuttals | _by_target(map, (Undercut,))
    if changes.failing:
        attacks = {
            target: [each for each in found if each not in changes.failing]
            for target, found in attacks.items()
        }
    for target, claims in changes.back.items():
        attacks[target] = [*attacks.get(target, ()), *claims]
    rules: list[Rule] = []
    for claim in map.claims:
        rules += _of_claim(claim, supports.get(claim.id, ()), tuple(attacks.get(claim.id, ())))
    for link in map.links:
        backing = supports.get(link.id, ()) if require_backing else ()
        rules += _of_link(link, backing, tuple(attacks.get(link.id, ())))
    return Program(tuple(atoms(map)), changed(rules, without, assume))


def changed(
    rules: Sequence[Rule], without: Iterable[str], assume: Iterable[str]
) -> tuple[Rule, ...]:
    """The rules without those of some atoms, and with others as facts."""
    gone, given = dict.fromkeys(without), dict.fromkeys(assume)
    kept = [rule for rule in rules if rule.head not in gone and rule.head not in given]
    return (*kept, *[Rule(atom) for atom in given if atom not in gone])


def side(conflict: Conflict, one: str, other: str) -> str:
    """The name of the atom by which one claim of a conflict speaks against another."""
    return f"{conflict.id}:{one}>{other}"


def inputs(link: Link) -> tuple[str, ...]:
    """What a link needs to hold; a conflict needs nothing."""
    if isinstance(link, Step):
        return link.premises + link.warrants
    return () if isinstance(link, Conflict) else (getattr(link, link.INPUTS[0][0]),)


def ids_of(map: ArgumentMap) -> list[str]:
    """The ids of claims, then those of links."""
    return list(islice(map.elements, len(map.issues), None))  # the map's own table is in this order


def kinds_of(links: Iterable[Link]) -> set[type[Link]]:
    """The kinds of links that there are among some."""
    return {*map(type, links)}


def atoms(map: ArgumentMap) -> list[str]:
    """The names of the atoms of a map's program: claims, then links, each conflict's sides behind it."""
    ids = ids_of(map)
    if Conflict not in kinds_of(map.links):
        return ids
    names = ids[: len(map.claims)]
    for link in map.links:
        names.append(link.id)
        if isinstance(link, Conflict):
            names += [side(link, *pair) for pair in permutations(link.claims, 2)]
    return names


def _by_target(map: ArgumentMap, kinds: tuple[type[Link], ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for link in map.links:
        if isinstance(link, kinds):
            found.setdefault(link.target, []).append(link.id)  # type: ignore[attr-defined] # steps have one
    return found


def _of_claim(claim: Claim, supports: Sequence[str], unless: tuple[str, ...]) -> Iterator[Rule]:
    if claim.stance != "questioned":
        yield Rule(claim.id, (), unless)
    for support in supports:
        yield Rule(claim.id, (support,), unless)


def _of_link(link: Link, backing: Sequence[str], unless: tuple[str, ...]) -> Iterator[Rule]:
    needs = inputs(link)
    for support in backing:
        yield Rule(link.id, (*needs, support), unless)
    if not backing:
        yield Rule(link.id, needs, unless)
    if isinstance(link, Conflict):
        for one, other in permutations(link.claims, 2):
            yield Rule(side(link, one, other), (one, link.id))
