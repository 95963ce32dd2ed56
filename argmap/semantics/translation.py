"""A map as an abstract framework, with what each argument and each attack stands for in the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from ..model.link import Link
from ..model.map import ArgumentMap
from .bipolar import Origin, Pair, bipolar
from .compiled import Compiled
from .framework import Framework
from .meaning import compiled_for, following
from .options import Options
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

    >>> from argmap import Rebuttal, Support
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
    arguments = dict(zip(names, _arguments(map, made), strict=True))
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


def _arguments(map: ArgumentMap, made: Compiled) -> Iterator[Origin]:
    """What each argument stands for."""
    for argument in made.arguments():
        element = map.elements.get(argument.name)
        if argument.role != "atom":
            yield Origin(argument.role, (argument.name,))
        elif element is not None:
            yield Origin(element.kind, (element.id,))
        else:
            yield Origin("side", (argument.name,))


def _attacks(
    map: ArgumentMap, made: Compiled, names: list[str], options: Options
) -> Iterator[tuple[Pair, Origin]]:
    """The attacks, each with what makes it."""
    back = changes(map, options).back
    arguments = made.arguments()
    for target, attackers in enumerate(made.graph.attackers):
        aimed = arguments[target]
        for attacker in attackers:
            source = arguments[attacker]
            if aimed.role != "atom":
                origin = Origin("holds" if aimed.role == "fails" else "support", (source.name,))
            elif source.role != "atom":
                role = "premise" if source.role == "fails" else "unsupported"
                ids = (source.name, aimed.name) if role == "premise" else (aimed.name,)
                origin = Origin(role, ids)
            else:
                origin = _direct(map, source.name, back.get(aimed.name, {}))
            yield (names[attacker], names[target]), origin


def _direct(map: ArgumentMap, source: str, back: Mapping[str, str]) -> Origin:
    """What makes one atom attack another: the link that it is, or its answer to one."""
    element = map.elements.get(source)
    if isinstance(element, Link):
        return Origin(element.kind, (source,))
    if element is None:
        return Origin("conflict", (source,))
    return Origin("answer", (back[source],))
