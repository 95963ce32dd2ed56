"""Sums of products over many variables, exactly and without going through what they sum: one variable after the other.

Bucket elimination (Dechter 1999, Artificial Intelligence 113, p. 41): all factors that have a variable are multiplied, and the product is
summed over it. In which order, the degrees say: the variable with the fewest neighbours comes first, which goes along a tree
decomposition; where factors hang together like a tree, no product has more than a few variables. Numbers are whole, of any length and
sign. What each value of a variable contributes comes of a second pass, backwards, as derivatives come of a computation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from operator import itemgetter
from typing import NamedTuple, TypeAlias

__all__ = ["Factor", "TooWide", "contributions", "product_of", "total"]

Row: TypeAlias = tuple[int, ...]
Rows: TypeAlias = Mapping[Row, int]


class TooWide(Exception):
    """A product would have more rows than it may; ``width`` is how many variables it has."""

    def __init__(self, width: int) -> None:
        super().__init__(width)
        self.width = width


class Factor(NamedTuple):
    """A number for each row of values of some variables; for rows that aren't there it is 0."""

    scope: tuple[int, ...]
    rows: Rows


class _Step(NamedTuple):
    """One multiplication: what there was, the factor, and which parts of a row of the product belong to each."""

    before: Rows
    left: Callable[[Row], Row]
    factor: Factor
    right: Callable[[Row], Row]


class _Bucket(NamedTuple):
    """What was done to take one variable out: its first factor, the multiplications, their product, what is left of a row."""

    variable: int
    first: Factor
    steps: list[_Step]
    product: Factor
    rest: Callable[[Row], Row]
    message: Factor


def total(factors: Sequence[Factor], limit: int) -> int:
    """The sum of the products of all factors over all values of all variables; raises `TooWide`."""
    messages = [bucket.message for bucket in _buckets(factors, limit, keep=False)]
    return product_of([each.rows.get((), 0) for each in messages if not each.scope])


def product_of(numbers: Sequence[int]) -> int:
    """The product, in the order of a tournament, for long numbers are multiplied fast where both are long.

    >>> product_of([2, 3, 7])
    42
    """
    left = list(numbers)
    while len(left) > 1:
        odd = left[len(left) & ~1 :]
        left = [one * other for one, other in zip(left[::2], left[1::2], strict=False)] + odd
    return left[0] if left else 1


def contributions(factors: Sequence[Factor], limit: int) -> Mapping[int, Mapping[int, int]]:
    """For each variable, how much of the sum each of its values contributes; raises `TooWide`.

    All factors must hang together.
    """
    found: dict[int, dict[int, int]] = {}
    told: dict[int, Mapping[Row, int]] = {}
    for bucket in reversed(list(_buckets(factors, limit, keep=True))):
        slopes = told.pop(id(bucket.message), {(): 1})
        whole: Rows = {row: slopes[bucket.rest(row)] for row in bucket.product.rows}
        at = bucket.product.scope.index(bucket.variable)
        values: dict[int, int] = {}
        for row, number in bucket.product.rows.items():
            values[row[at]] = values.get(row[at], 0) + number * whole[row]
        found[bucket.variable] = values
        for step in reversed(bucket.steps):
            whole, told[id(step.factor)] = _split(whole, step)
        told[id(bucket.first)] = whole
    return found


def _split(whole: Rows, step: _Step) -> tuple[Rows, Rows]:
    """How fast the sum grows with what was multiplied, and with the factor it was multiplied by."""
    before: dict[Row, int] = dict.fromkeys(step.before, 0)
    by: dict[Row, int] = dict.fromkeys(step.factor.rows, 0)
    for row, slope in whole.items():
        if slope:
            left, right = step.left(row), step.right(row)
            before[left] += slope * step.factor.rows[right]
            by[right] += slope * step.before[left]
    return before, by


def _buckets(factors: Sequence[Factor], limit: int, *, keep: bool) -> Iterable[_Bucket]:
    """The variables taken out, one by one; rows that come to 0 stay only if they are to ``keep``."""
    order = _order([factor.scope for factor in factors])
    place = {variable: at for at, variable in enumerate(order)}
    waiting: dict[int, list[Factor]] = {variable: [] for variable in order}
    for factor in factors:
        waiting[min(factor.scope, key=place.__getitem__)].append(factor)
    for variable in order:
        bucket = _taken_out(variable, waiting.pop(variable), limit, keep=keep)
        if bucket.message.scope:
            first = min(bucket.message.scope, key=place.__getitem__)
            waiting[first].append(bucket.message)
        yield bucket


def _taken_out(variable: int, factors: Sequence[Factor], limit: int, *, keep: bool) -> _Bucket:
    """The product of some factors, summed over a variable that they all have."""
    product = factors[0]
    steps: list[_Step] = []
    for factor in factors[1:]:
        product = _multiplied(product, factor, steps, limit)
    left = [at for at, each in enumerate(product.scope) if each != variable]
    rest = _picker(left)
    rows: dict[Row, int] = {}
    for row, number in product.rows.items():
        short = rest(row)
        rows[short] = rows.get(short, 0) + number
    if not keep:
        rows = {row: number for row, number in rows.items() if number}
    message = Factor(tuple([product.scope[at] for at in left]), rows)
    return _Bucket(variable, factors[0], steps, product, rest, message)


def _multiplied(one: Factor, other: Factor, steps: list[_Step], limit: int) -> Factor:
    """The product of two factors; the multiplication is noted in ``steps``."""
    scope = one.scope + tuple([each for each in other.scope if each not in one.scope])
    place = {each: at for at, each in enumerate(scope)}
    right = _picker([place[each] for each in other.scope])
    width = len(one.scope)
    rows: dict[Row, int] = {}
    if len(scope) == width:
        found = other.rows
        for row, number in one.rows.items():
            by = found.get(right(row))
            if by is not None:
                rows[row] = number * by
        steps.append(_Step(one.rows, _whole, other, right))
        return Factor(scope, rows)
    both = [each for each in one.scope if each in other.scope]
    shared = _picker([place[each] for each in both])
    common = _picker([other.scope.index(each) for each in both])
    added = _picker([at for at, each in enumerate(other.scope) if each not in one.scope])
    offered: dict[Row, list[tuple[Row, int]]] = {}
    for row, number in other.rows.items():
        offered.setdefault(common(row), []).append((added(row), number))
    for row, number in one.rows.items():
        for more, by in offered.get(shared(row), ()):
            rows[row + more] = number * by
        if len(rows) > limit:
            raise TooWide(len(scope))
    steps.append(_Step(one.rows, _picker(range(width)), other, right))
    return Factor(scope, rows)


def _whole(row: Row) -> Row:
    return row


def _picker(places: Sequence[int]) -> Callable[[Row], Row]:
    """What takes the values at some places out of a row."""
    if not places:
        return lambda row: ()
    if len(places) == 1:
        at = places[0]
        return lambda row: (row[at],)
    return itemgetter(*places)


def _order(scopes: Iterable[Sequence[int]]) -> list[int]:
    """The variables in the order of their degrees, of which each taken out ties its neighbours together."""
    near: dict[int, set[int]] = {}
    for scope in scopes:
        for variable in scope:
            near.setdefault(variable, set()).update(scope)
    for variable, others in near.items():
        others.discard(variable)
    waiting = [(len(others), variable) for variable, others in near.items()]
    heapify(waiting)
    order: list[int] = []
    while waiting:
        degree, variable = heappop(waiting)
        if variable not in near or degree != len(near[variable]):
            continue
        order.append(variable)
        around = near.pop(variable)
        for each in sorted(around):
            others = near[each]
            before = len(others)
            others |= around
            others.discard(each)
            others.discard(variable)
            if len(others) != before:
                heappush(waiting, (len(others), each))
    return order
