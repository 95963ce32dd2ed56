"""A map's quantitative framework without premises that count together: arguments, attacks and supports alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from .bipolar import Pair
from .origin import Origin
from .qbaf import Qbaf

__all__ = ["Plain", "plain"]


@frozen(eq=False)
class Plain:
    """A quantitative framework as other programs know them, and what each argument, attack and support of it stands for."""

    framework: Qbaf
    arguments: Mapping[str, Origin]
    attacks: Mapping[Pair, Origin]
    supports: Mapping[Pair, Origin]


def plain(framework: Qbaf, known: Mapping[str, Origin]) -> Plain:
    """The framework with helpers in the place of premises; ``known`` says what each argument of it stands for.

    A link of one premise, without a weight and without anything that bears on it, is an attack or a support of the premise itself.
    Any other link is an argument that is attacked by ``fails(p)`` for each premise ``p``, which is of weight 1 and attacked by
    ``p``. Under DF-QuAD the strengths are those of the framework in which premises count by their product.
    """
    needed = {need: None for needs in framework.needs.values() for need in needs}
    borne = {target: None for _, target in (*framework.attacks, *framework.supports)}
    short = dict(_short(framework, borne, needed))
    made = _Made({}, {}, {}, {})
    for name, base in framework.bases.items():
        if name not in short:
            made.bases[name] = base
            made.arguments[name] = known[name]
    for name in [name for name in framework.needs if name in made.bases]:
        for need in framework.needs[name]:
            made.attacks[made.failing(need), name] = Origin("premise", (need, *known[name].ids))
    for pairs, found in ((framework.attacks, made.attacks), (framework.supports, made.supports)):
        for source, target in pairs:
            found[short.get(source, source), target] = known[source]
    attacks, supports = tuple(made.attacks), tuple(made.supports)
    bare = Qbaf(made.bases, attacks, supports)
    return Plain(bare, made.arguments, made.attacks, made.supports)


@frozen(eq=False)
class _Made:
    """What is made so far."""

    bases: dict[str, float]
    arguments: dict[str, Origin]
    attacks: dict[Pair, Origin]
    supports: dict[Pair, Origin]

    def failing(self, name: str) -> str:
        """The helper that is as strong as ``name`` is weak."""
        helper = f"fails({name})"
        while helper in self.arguments and self.arguments[helper] != Origin("fails", (name,)):
            helper += "'"
        if helper not in self.arguments:
            self.bases[helper] = 1.0
            self.arguments[helper] = Origin("fails", (name,))
            self.attacks[name, helper] = Origin("holds", (name,))
        return helper


def _short(
    framework: Qbaf, borne: Mapping[str, None], needed: Mapping[str, None]
) -> Iterator[tuple[str, str]]:
    """The links that are no more than an attack or support of their only premise, with that."""
    taken: dict[tuple[str, Pair], None] = {}
    for kind, pairs in (("attack", framework.attacks), ("support", framework.supports)):
        for source, target in pairs:
            needs = framework.needs.get(source, ())
            alone = len(needs) == 1 and framework.bases[source] == 1 and source not in borne
            if alone and source not in needed and (kind, (needs[0], target)) not in taken:
                taken[kind, (needs[0], target)] = None
                yield source, needs[0]
