"""What a map means under a reading: its program, and the framework that the engine works on.

``program`` is the map's own meaning (`argmap.semantics.program`). ``evidential`` is the same with two differences: a claim that some
support speaks for needs one that holds, unless it is assumed, since only what nobody supports is taken for evidence (Oren and Norman
2008, COMMA, p. 276); and undercuts have no place. The flat readings are told in `argmap.semantics.bipolar`.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations
from typing import Any

from attrs import evolve

from ..model.link import Conflict, Support, Undercut
from ..model.map import ArgumentMap
from .bipolar import Pair, bipolar
from .compiled import Compiled, compiled, compiled_flat
from .options import Options
from .origin import Origin
from .preferences import changes
from .program import Changes, Program, Rule, atoms, changed, inputs, program, side
from .reliance import Reliance

__all__ = ["compiled_for", "following", "meaning", "reliance_for"]

_AS_IT_IS = Options()


def meaning(map: ArgumentMap, options: Options) -> Program:
    """The program of a map under a reading."""
    if options.flat:
        return _flat(map, options)
    read, asked = _read(map, options)
    return program(read, **asked)


def compiled_for(map: ArgumentMap, options: Options, known: Reliance | None = None) -> Compiled:
    """The framework of a map under a reading, in numbers; ``known`` is what `reliance_for` gave."""
    if options.flat:
        attacks = following(map, options)
        return compiled_flat(map, attacks, without=options.without, assume=options.assume)
    read, asked = _read(map, options)
    return compiled(read, **asked, known=known)


def reliance_for(map: ArgumentMap, options: Options) -> Reliance | None:
    """What the atoms of a map rely on, if nothing but the map says so and no supports go round in a circle."""
    if options != _AS_IT_IS:
        return None
    found = Reliance.of(map)
    return None if found.circular else found


def following(map: ArgumentMap, options: Options) -> Mapping[Pair, Origin]:
    """The attacks among claims under a flat reading; raises `ValueError` where there are too many."""
    flat = bipolar(map, without=options.without, changes=changes(map, options))
    return flat.following(options.reading)


def _read(map: ArgumentMap, options: Options) -> tuple[ArgumentMap, dict[str, Any]]:
    """The map whose own meaning is what a reading takes it to mean, and what else is asked of it."""
    made = changes(map, options)
    if options.reading == "evidential":
        undercuts = {link.id: link.target for link in map.links if isinstance(link, Undercut)}
        made = Changes({**made.failing, **undercuts}, made.back)
        map = _on_evidence(map, options)
    return map, {
        "require_backing": options.require_backing,
        "without": options.without,
        "assume": options.assume,
        "changes": made,
    }


def _on_evidence(map: ArgumentMap, options: Options) -> ArgumentMap:
    """The map in which what is asserted, and supported by somebody, is questioned."""
    gone = dict.fromkeys(options.without)
    supports = [link for link in map.links if isinstance(link, Support) and link.id not in gone]
    rests = dict.fromkeys([link.target for link in supports])
    claims = [
        evolve(claim, stance="questioned")
        if claim.id in rests and claim.stance == "asserted"
        else claim
        for claim in map.claims
    ]
    return evolve(map, claims=tuple(claims))


def _flat(map: ArgumentMap, options: Options) -> Program:
    """The program in which each claim holds unless something that attacks it does, and links only follow."""
    attackers: dict[str, list[str]] = {}
    for source, target in following(map, options):
        attackers.setdefault(target, []).append(source)
    rules = [Rule(claim.id, (), tuple(attackers.get(claim.id, ()))) for claim in map.claims]
    for link in map.links:
        rules.append(Rule(link.id, inputs(link)))
        if isinstance(link, Conflict):
            pairs = permutations(link.claims, 2)
            rules += [Rule(side(link, *pair), (pair[0], link.id)) for pair in pairs]
    return Program(tuple(atoms(map)), changed(rules, options.without, options.assume))
