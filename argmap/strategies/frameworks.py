"""Abstract and quantitative frameworks, for tests of software that weighs them."""

from __future__ import annotations

from hypothesis import strategies as st

from ..semantics.bipolar_framework import BipolarFramework
from ..semantics.framework import Framework
from ..semantics.qbaf import Qbaf
from ..semantics.weighted_framework import WeightedFramework

__all__ = [
    "abstract_frameworks",
    "bipolar_frameworks",
    "frameworks",
    "qbafs",
    "weighted_frameworks",
]

_NAMES = tuple([f"a{number}" for number in range(1, 65)])


def frameworks(
    *, max_arguments: int = 6, self_attacks: bool = True, cyclic: bool = True
) -> st.SearchStrategy[Framework]:
    """Frameworks of arguments a1, a2, ...; they shrink to few arguments and few attacks.

    ``cyclic=False`` lets arguments attack only those that come before them.

    >>> from argmap.strategies import smallest
    >>> smallest(frameworks(), lambda given: given.extension("stable") is None).attacks
    (('a1', 'a1'),)
    """
    return st.integers(0, min(max_arguments, len(_NAMES))).flatmap(
        lambda size: _attacks(size, self_attacks=self_attacks, cyclic=cyclic).map(
            lambda attacks: Framework(_NAMES[:size], attacks)
        )
    )


def qbafs(
    *,
    max_arguments: int = 7,
    cyclic: bool = False,
    supports: bool = True,
    weights: st.SearchStrategy[float] | None = None,
) -> st.SearchStrategy[Qbaf]:
    """Quantitative frameworks with base weights in [0, 1], or of ``weights``; ``supports=False`` gives attacks alone.

    >>> from argmap.strategies import smallest
    >>> smallest(qbafs(), lambda given: bool(given.supports)).supports
    (('a2', 'a1'),)
    """
    weight = st.floats(0, 1) if weights is None else weights

    def sized(size: int) -> st.SearchStrategy[Qbaf]:
        pairs = _attacks(size, self_attacks=False, cyclic=cyclic)
        return st.builds(
            _qbaf,
            st.lists(weight, min_size=size, max_size=size),
            pairs,
            pairs if supports else st.just([]),
        )

    return st.integers(1, min(max_arguments, len(_NAMES))).flatmap(sized)


def bipolar_frameworks(
    *, max_arguments: int = 7, cyclic: bool = False
) -> st.SearchStrategy[BipolarFramework]:
    """Frameworks with supports, in which nobody both attacks and supports the same; without circles unless ``cyclic``.

    >>> from argmap.strategies import smallest
    >>> smallest(bipolar_frameworks(), lambda given: bool(given.supports))
    <BipolarFramework: 2 arguments, 0 attacks, 1 supports>
    """
    return qbafs(max_arguments=max_arguments, cyclic=cyclic).map(
        lambda given: BipolarFramework(given.arguments, given.attacks, given.supports)
    )


def weighted_frameworks(*, max_arguments: int = 6) -> st.SearchStrategy[WeightedFramework]:
    """Frameworks whose attacks have whole weights from 1 to 9.

    >>> from argmap.strategies import smallest
    >>> smallest(weighted_frameworks(), lambda given: bool(given.weights))
    <WeightedFramework: 1 arguments, 1 attacks>
    """
    return frameworks(max_arguments=max_arguments).flatmap(
        lambda given: st.lists(
            st.integers(1, 9), min_size=len(given.attacks), max_size=len(given.attacks)
        ).map(
            lambda weights: WeightedFramework(
                given.arguments, dict(zip(given.attacks, weights, strict=True))
            )
        )
    )


def _qbaf(
    weights: list[float], attacks: list[tuple[str, str]], supports: list[tuple[str, str]]
) -> Qbaf:
    """A framework in which nobody both attacks and supports the same."""
    bases = dict(zip(_NAMES, weights, strict=False))
    return Qbaf(bases, attacks, [pair for pair in supports if pair not in attacks])


def _attacks(
    size: int, *, self_attacks: bool, cyclic: bool
) -> st.SearchStrategy[list[tuple[str, str]]]:
    pairs = [
        (_NAMES[a], _NAMES[b])
        for a in range(size)
        for b in range(size)
        if (a == b and self_attacks and cyclic) or (a != b and (cyclic or a > b))
    ]
    if not pairs:
        return st.just([])
    return st.lists(st.sampled_from(pairs), unique=True, max_size=2 * size + 2)


abstract_frameworks = frameworks  # the field's own name for them
