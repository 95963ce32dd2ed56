"""A map as an abstract framework, with what each argument and each attack stands for in the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from ..model.map import ArgumentMap
from .bipolar import Pair, bipolar
from .compiled import Compiled
from .framework import Framework
from .meaning import compiled_for, following
from .options import Options
from .origin import Origin, origins
from .preferences import changes

__all__ = ["Translation", "translate"]


@frozen(eq=False)
class Translation:
    """An abstract framework that says what a map does under a reading.

    ``arguments`` and ``attacks`` have the origin of each of the framework's: a claim, a link, a side of a conflict; helpers that
    ``fails`` (the claim or link fails) and ``lacks`` (no support of it holds); the chain of links that makes an attack. ``unseen`` are links
    that the reading has no place for. ``circles`` are claims and links on circles of support: where there are any, the framework
    has labellings besides the map's, in which they hold themselves up.
    """

    reading: str
    framework: Framework
    arguments: Mapping[str, Origin]
    attacks: Mapping[Pair, Origin]
    unseen: tuple[str, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()


def translate(
    map: ArgumentMap,
    reading: str = "program",
    *,
    require_backing: bool = False,
    weigh: str | None = None,
    reduction: int = 1,
) -> Translation:
    """The framework of a map under a reading; the options and what is raised are those of `evaluate`.

    Linear in the map for program and evidential, in the number of attacks for the others.

    >>> from argmap import Claim, Rebuttal, Support
    >>> claims = Claim("a"), Claim("b"), Claim("c")
    >>> links = Support("s", ("a",), "b"), Rebuttal("r", ("c",), "b")
    >>> found = translate(ArgumentMap(claims=claims, links=links), "deductive")
    >>> for pair, origin in found.attacks.items():
    ...     print(pair, origin.role, origin.ids)
    ('c', 'b') rebuttal ('r',)
    ('c', 'a') mediated ('r', 's')
    """
    options = Options(require_backing, (), (), reading, weigh, reduction)
    if options.flat:
        return _flat(map, options)
    made = compiled_for(map, options)
    names = _names(made)
    known = origins(map)
    arguments = {
        name: known[each.name] if each.role == "atom" else Origin(each.role, (each.name,))
        for name, each in zip(names, made.arguments(), strict=True)
    }
    attacks = dict(_attacks(map, made, names, options))
    undercuts = [link.id for link in map.links if link.kind == "undercut"]
    return Translation(
        reading,
        Framework(names, attacks),
        arguments,
        attacks,
        tuple(undercuts) if reading == "evidential" else (),
        tuple([tuple([names[each] for each in circle.lacks]) for circle in made.circles]),
    )


def _flat(map: ArgumentMap, options: Options) -> Translation:
    """The framework of the claims alone."""
    attacks = following(map, options)
    claims = {claim.id: Origin("claim", (claim.id,)) for claim in map.claims}
    unseen = bipolar(map, without=(), changes=changes(map, options)).unseen
    return Translation(options.reading, Framework(claims, attacks), claims, attacks, tuple(unseen))


def _names(made: Compiled) -> list[str]:
    """The arguments' names, each once, whatever claims are called."""
    names: dict[str, None] = {}
    for argument in made.arguments():
        name = str(argument)
        while name in names:
            name += "'"
        names[name] = None
    return list(names)


def _attacks(
    map: ArgumentMap, made: Compiled, names: list[str], options: Options
) -> Iterator[tuple[Pair, Origin]]:
    """The attacks, each with what makes it."""
    back = changes(map, options).back
    known = origins(map)
    arguments = made.arguments()
    for target, attackers in enumerate(made.graph.attackers):
        aimed = arguments[target]
        for attacker in attackers:
            source = arguments[attacker]
            if aimed.role != "atom":
                role = "holds" if aimed.role == "fails" else "support"
                origin = Origin(role, known[source.name].ids)
            elif source.role == "fails":
                origin = Origin("premise", (source.name, *known[aimed.name].ids))
            elif source.role == "lacks":
                origin = Origin("unsupported", (aimed.name,))
            else:
                origin = _direct(known[source.name], back.get(aimed.name, {}))
            yield (names[attacker], names[target]), origin


def _direct(source: Origin, back: Mapping[str, str]) -> Origin:
    """What makes one atom attack another: the link that it is, a side of a conflict, or its answer to a link."""
    if source.role == "side":
        return Origin("conflict", source.ids)
    return Origin("answer", (back[source.ids[0]],)) if source.role == "claim" else source
