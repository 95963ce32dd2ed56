"""How a strength comes of a base weight and of what bears on it: aggregations and influences, with their slopes.

A model of strengths is a pair: an aggregation makes one number of the strengths of attackers and supporters, an influence moves the
base by it (Mossakowski and Neuhaus 2018, arXiv:1807.06685; Potyka 2019, AAMAS, p. 1722).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp, fsum, prod

from attrs import frozen

__all__ = ["AGGREGATIONS", "INFLUENCES", "MODELS", "Aggregation", "Influence"]

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
    """The strength that a base has under an aggregate, and how it grows with the base and with the aggregate."""

    value: Callable[[float, float], float]
    slopes: Callable[[float, float], tuple[float, float]]


def _sum_slopes(attackers: Strengths, supporters: Strengths) -> tuple[list[float], list[float]]:
    return [-1.0] * len(attackers), [1.0] * len(supporters)


def _left(strengths: Strengths) -> float:
    """What is left of a whole if each takes its share of it."""
    return prod([1 - each for each in strengths])


def _shares(strengths: Strengths) -> list[float]:
    """What each takes of what the others leave."""
    before = [1.0]
    for each in strengths[:-1]:
        before.append(before[-1] * (1 - each))
    after = 1.0
    shares = []
    for each, ahead in zip(reversed(strengths), reversed(before[: len(strengths)]), strict=True):
        shares.append(ahead * after)
        after *= 1 - each
    return shares[::-1]


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


AGGREGATIONS: Mapping[str, Aggregation] = {
    "sum": Aggregation(lambda a, s: fsum(s) - fsum(a), _sum_slopes),
    "product": Aggregation(lambda a, s: _left(a) - _left(s), _product_slopes),
    "top": Aggregation(lambda a, s: max(s, default=0.0) - max(a, default=0.0), _top_slopes),
}
"""``sum`` adds supporters and takes attackers away, ``product`` lets each take its share of what is left, ``top`` takes the strongest."""


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


INFLUENCES: Mapping[str, Influence] = {
    "linear": Influence(_linear, _linear_slopes),
    "euler": Influence(_euler, _euler_slopes),
    "1-max": _max(1),
    "2-max": _max(2),
    "logistic": Influence(_logistic, _logistic_slopes),
}
"""Each moves a base in [0, 1] by an aggregate, up or down, and never out of [0, 1]."""

MODELS: Mapping[str, tuple[str, str]] = {
    "df-quad": ("product", "linear"),  # Rago, Toni, Aurisicchio and Baroni 2016, KR, p. 63
    "euler": ("sum", "euler"),  # Amgoud and Ben-Naim 2017, ECSQARU, p. 1
    "quadratic-energy": ("sum", "2-max"),  # Potyka 2018, KR, p. 148
    "euler-top": ("top", "euler"),  # Mossakowski and Neuhaus 2018
    "mlp": ("sum", "logistic"),  # Potyka 2021, AAAI, p. 6463
}
"""The usual names. "Squared DF-QuAD" isn't one: two libraries give it two meanings; say ``product`` and ``1-max``, or another."""
