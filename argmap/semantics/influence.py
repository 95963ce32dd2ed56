"""How a strength comes of a base weight and of what bears on it: aggregations and influences, with their slopes.

A model of strengths is a pair: an aggregation makes one number of the strengths of attackers and supporters, an influence moves the
base by it (Mossakowski and Neuhaus 2018, arXiv:1807.06685; Potyka 2019, AAMAS, p. 1722).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp, fsum, prod

from attrs import frozen

__all__ = [
    "AGGREGATIONS",
    "DAMPING",
    "INFLUENCES",
    "MODELS",
    "Aggregation",
    "Influence",
    "Pair",
    "of_others",
    "pair_of",
]

_MOST = 700.0
"""What `exp` takes without overflow."""

Strengths = Sequence[float]


@frozen
class Aggregation:
    """One number of attackers' and supporters' strengths, and how it grows with each of them."""

    value: Callable[[Strengths, Strengths], float]
    slopes: Callable[[Strengths, Strengths], tuple[list[float], list[float]]]


@frozen
class Influence:
    """The strength that a base has under an aggregate, and how it grows with the base and with the aggregate.

    ``apart``: where attackers and supporters both have strength, the base is moved by each side alone, and the strength is the
    mean of the two.
    """

    value: Callable[[float, float], float]
    slopes: Callable[[float, float], tuple[float, float]]
    apart: bool = False


@frozen
class Pair:
    """An aggregation and an influence: what one strength comes of, and how fast it grows."""

    aggregation: Aggregation
    influence: Influence

    def strength(self, base: float, attackers: Strengths, supporters: Strengths) -> float:
        """The strength of a base under strengths that bear on it."""
        strength = self.influence.value
        if self.influence.apart and any(attackers) and any(supporters):
            one, other = [strength(base, by) for by in self._sides(attackers, supporters)]
            return (one + other) / 2
        return strength(base, self.aggregation.value(attackers, supporters))

    def slopes(
        self, base: float, attackers: Strengths, supporters: Strengths
    ) -> tuple[float, list[float], list[float]]:
        """How fast a strength grows with the base, with each attacker's strength and with each supporter's."""
        against, for_it = self.aggregation.slopes(attackers, supporters)
        if self.influence.apart and any(attackers) and any(supporters):
            found = [self.influence.slopes(base, by) for by in self._sides(attackers, supporters)]
            (one, down), (other, up) = found
            in_base = (one + other) / 2
            return (
                in_base,
                [each * down / 2 for each in against],
                [each * up / 2 for each in for_it],
            )
        in_base, by = self.influence.slopes(base, self.aggregation.value(attackers, supporters))
        return in_base, [by * each for each in against], [by * each for each in for_it]

    def _sides(self, attackers: Strengths, supporters: Strengths) -> tuple[float, float]:
        """The aggregates of the attackers alone, and of the supporters alone."""
        return self.aggregation.value(attackers, ()), self.aggregation.value((), supporters)


def _sum_slopes(attackers: Strengths, supporters: Strengths) -> tuple[list[float], list[float]]:
    return [-1.0] * len(attackers), [1.0] * len(supporters)


def _left(strengths: Strengths) -> float:
    """What is left of a whole if each takes its share of it."""
    return prod([1 - each for each in strengths])


def of_others(factors: Strengths) -> list[float]:
    """For each factor the product of all others: how fast the whole product grows with it."""
    if len(factors) <= 1:
        return [1.0] * len(factors)
    before = [1.0]
    for each in factors[:-1]:
        before.append(before[-1] * each)
    after = 1.0
    found = []
    for each, ahead in zip(reversed(factors), reversed(before), strict=True):
        found.append(ahead * after)
        after *= each
    return found[::-1]


def _shares(strengths: Strengths) -> list[float]:
    """What each takes of what the others leave."""
    return of_others([1 - each for each in strengths])


def _product_slopes(attackers: Strengths, supporters: Strengths) -> tuple[list[float], list[float]]:
    return [-each for each in _shares(attackers)], _shares(supporters)


def _top_slopes(attackers: Strengths, supporters: Strengths) -> tuple[list[float], list[float]]:
    return [-each for each in _first(attackers)], _first(supporters)


def _first(strengths: Strengths) -> list[float]:
    """1 for the strongest, the first of several, 0 for the others."""
    if not strengths:
        return []
    top = strengths.index(max(strengths))
    return [float(at == top) for at in range(len(strengths))]


def _crowd(strengths: Strengths) -> float:
    """How many have any strength, and their mean."""
    count = sum([each > 0 for each in strengths])
    return count + fsum(strengths) / count if count else 0.0


def _card_slopes(attackers: Strengths, supporters: Strengths) -> tuple[list[float], list[float]]:
    return [-each for each in _means(attackers)], _means(supporters)


def _means(strengths: Strengths) -> list[float]:
    """How fast the mean of those that have any strength grows with each; what has none is taken to stay so."""
    count = sum([each > 0 for each in strengths])
    return [1 / count if each > 0 else 0.0 for each in strengths]


AGGREGATIONS: Mapping[str, Aggregation] = {
    "sum": Aggregation(lambda a, s: fsum(s) - fsum(a), _sum_slopes),
    "product": Aggregation(lambda a, s: _left(a) - _left(s), _product_slopes),
    "top": Aggregation(lambda a, s: max(s, default=0.0) - max(a, default=0.0), _top_slopes),
    "card": Aggregation(lambda a, s: _crowd(s) - _crowd(a), _card_slopes),
}
"""``sum`` adds supporters and takes attackers away, ``product`` lets each take its share of what is left, ``top`` takes the strongest,
``card`` counts those that have any strength, and adds their mean."""


def _linear(base: float, by: float) -> float:
    """All the way down at -1, all the way up at 1, and no further."""
    by = min(1.0, max(-1.0, by))
    return base + base * by if by < 0 else base + (1 - base) * by


def _linear_slopes(base: float, by: float) -> tuple[float, float]:
    if abs(by) > 1:
        return 0.0, 0.0
    return (1 + by, base) if by < 0 else (1 - by, 1 - base)


def _euler(base: float, by: float) -> float:
    return 1 - (1 - base * base) / (1 + base * exp(min(by, _MOST)))


def _euler_slopes(base: float, by: float) -> tuple[float, float]:
    grown = exp(min(by, _MOST))
    whole = 1 + base * grown
    in_base = 2 * base / whole + (1 - base * base) * grown / whole / whole
    return in_base, (1 - base * base) * base * grown / whole / whole


def _max(power: int) -> Influence:
    def height(by: float) -> float:
        raised = max(0.0, by) ** power
        return raised / (1 + raised)

    def steepness(by: float) -> float:
        if by <= 0:
            return 0.0
        raised = by**power
        return power * by ** (power - 1) / (1 + raised) ** 2

    def value(base: float, by: float) -> float:
        return base - base * height(-by) + (1 - base) * height(by)

    def slopes(base: float, by: float) -> tuple[float, float]:
        in_base = 1 - height(-by) - height(by)
        return in_base, base * steepness(-by) + (1 - base) * steepness(by)

    return Influence(value, slopes)


def _logistic(base: float, by: float) -> float:
    """The logistic function of the base's logit and the aggregate, without a logarithm and without overflow."""
    if by >= 0:
        return base / (base + (1 - base) * exp(-min(by, _MOST)))
    grown = base * exp(max(by, -_MOST))
    return grown / (grown + 1 - base)


def _logistic_slopes(base: float, by: float) -> tuple[float, float]:
    strength = _logistic(base, by)
    steep = strength * (1 - strength)
    whole = base * (1 - base)
    return (steep / whole if whole else 0.0), steep


def _quotient(base: float, by: float) -> float:
    """What is attacked is divided by one more than the aggregate, what is lacking to 1 by a support likewise."""
    return base / (1 - by) if by < 0 else (base + by) / (1 + by)  # exactly the base at 0


def _quotient_slopes(base: float, by: float) -> tuple[float, float]:
    if by < 0:
        return 1 / (1 - by), base / (1 - by) ** 2
    return 1 / (1 + by), (1 - base) / (1 + by) ** 2


def _trust(base: float, by: float) -> float:
    """No more than what the attack leaves, no less than what the support brings."""
    return min(base, max(0.0, 1 + by)) if by < 0 else max(base, min(1.0, by))


def _trust_slopes(base: float, by: float) -> tuple[float, float]:
    moved = base > 1 + by if by < 0 else base < by
    return (0.0, float(abs(by) <= 1)) if moved else (1.0, 0.0)


INFLUENCES: Mapping[str, Influence] = {
    "linear": Influence(_linear, _linear_slopes),
    "euler": Influence(_euler, _euler_slopes),
    "1-max": _max(1),
    "2-max": _max(2),
    "logistic": Influence(_logistic, _logistic_slopes),
    "quotient": Influence(_quotient, _quotient_slopes),
    "trust": Influence(_trust, _trust_slopes),
    "mean-linear": Influence(_linear, _linear_slopes, apart=True),
}
"""Each moves a base in [0, 1] by an aggregate, up or down, and never out of [0, 1]."""

MODELS: Mapping[str, tuple[str, str]] = {
    "df-quad": ("product", "linear"),  # Rago, Toni, Aurisicchio and Baroni 2016, KR, p. 63
    "euler": ("sum", "euler"),  # Amgoud and Ben-Naim 2017, ECSQARU, p. 1
    "quadratic-energy": ("sum", "2-max"),  # Potyka 2018, KR, p. 148
    "euler-top": ("top", "euler"),  # Mossakowski and Neuhaus 2018
    "mlp": ("sum", "logistic"),  # Potyka 2021, AAAI, p. 6463
    "quad": ("product", "mean-linear"),  # Baroni, Romano, Toni, Aurisicchio and Bertanza 2015
    "h-categorizer": ("sum", "quotient"),  # Amgoud, Ben-Naim, Doder and Vesic 2017, IJCAI, p. 56
    "max-based": ("top", "quotient"),  # the same
    "card-based": ("card", "quotient"),  # the same
    "trust-based": ("top", "trust"),  # da Costa Pereira, Tettamanzi and Villata 2011, IJCAI, p. 207
}
"""The usual names. The last four are of frameworks with attacks alone; a support does the mirror image of what an attack does. "Squared DF-QuAD" isn't one: two libraries give it two meanings; say ``product`` and ``1-max``, or another."""

DAMPING: Mapping[str, float] = {"trust": 0.5}
"""By how much of the way circles are gone round, where an influence isn't gone the whole way: trust is defined so."""

_PAIRS = {
    (one, other): Pair(aggregation, influence)
    for one, aggregation in AGGREGATIONS.items()
    for other, influence in INFLUENCES.items()
}


def pair_of(names: tuple[str, str]) -> Pair:
    """The aggregation and the influence of these names."""
    return _PAIRS[names]
