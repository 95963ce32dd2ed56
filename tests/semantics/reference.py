"""The semantics by their definitions alone: every subset, every assignment is tried.

Nothing here is shared with the solvers. A set of arguments is a whole number, bit i for argument i.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from random import Random

from attrs import field, frozen

from argmap.semantics.program import Program

Pairs = Sequence[tuple[int, int]]
Labels = tuple[int, ...]


def _pairs(value: Iterable[tuple[int, int]]) -> Pairs:
    return tuple(sorted(set(value)))


@frozen(slots=False)
class Reference:
    """A framework of a few arguments."""

    size: int
    attacks: Pairs = field(converter=_pairs)

    @property
    def everyone(self) -> int:
        """All arguments."""
        return (1 << self.size) - 1

    def hit(self, chosen: int) -> int:
        """What a set attacks."""
        return _union(1 << b for a, b in self.attacks if chosen >> a & 1)

    def hostile(self, chosen: int) -> int:
        """Those who attack a set."""
        return _union(1 << a for a, b in self.attacks if chosen >> b & 1)

    def defended(self, chosen: int) -> int:
        """Those all of whose attackers a set attacks."""
        hit = self.hit(chosen)
        return _union(1 << a for a in range(self.size) if not self.hostile(1 << a) & ~hit)

    def without(self, gone: int) -> tuple[Reference, list[int]]:
        """The rest, and the old numbers of its arguments."""
        left = [a for a in range(self.size) if not gone >> a & 1]
        number = {a: at for at, a in enumerate(left)}
        pairs = [(number[a], number[b]) for a, b in self.attacks if a in number and b in number]
        return Reference(len(left), pairs), left

    def labels(self, chosen: int) -> Labels:
        """Members 1, what they attack -1, the rest 0."""
        hit = self.hit(chosen)
        return tuple(
            [1 if chosen >> a & 1 else -1 if hit >> a & 1 else 0 for a in range(self.size)]
        )


def _union(masks: Iterable[int]) -> int:
    whole = 0
    for mask in masks:
        whole |= mask
    return whole


def _largest(sets: Sequence[int]) -> list[int]:
    return [one for one in sets if not any(one != other and not one & ~other for other in sets)]


def _smallest(sets: Sequence[int]) -> list[int]:
    return [one for one in sets if not any(one != other and not other & ~one for other in sets)]


def conflict_free(f: Reference) -> list[int]:
    """Sets in which nobody attacks anybody."""
    return [s for s in range(1 << f.size) if not f.hit(s) & s]


def admissible(f: Reference) -> list[int]:
    """Conflict-free sets that defend their members."""
    return [s for s in conflict_free(f) if not s & ~f.defended(s)]


def complete(f: Reference) -> list[int]:
    """Admissible sets that have all that they defend."""
    return [s for s in conflict_free(f) if f.defended(s) == s]


def stable(f: Reference) -> list[int]:
    """Conflict-free sets that attack everybody else."""
    return [s for s in conflict_free(f) if s | f.hit(s) == f.everyone]


def preferred(f: Reference) -> list[int]:
    """The largest admissible sets."""
    return _largest(admissible(f))


def grounded(f: Reference) -> list[int]:
    """The smallest complete set."""
    return _smallest(complete(f))


def naive(f: Reference) -> list[int]:
    """The largest conflict-free sets."""
    return _largest(conflict_free(f))


def _least_open(f: Reference, sets: Sequence[int]) -> list[int]:
    covered = {s: s | f.hit(s) for s in sets}
    most = _largest(list(dict.fromkeys(covered.values())))
    return [s for s in sets if covered[s] in most]


def semi_stable(f: Reference) -> list[int]:
    """Admissible sets of the largest range."""
    return _least_open(f, admissible(f))


def stage(f: Reference) -> list[int]:
    """Conflict-free sets of the largest range."""
    return _least_open(f, conflict_free(f))


def _common(f: Reference, sets: Sequence[int]) -> list[int]:
    shared = f.everyone
    for s in sets:
        shared &= s
    return _largest([s for s in admissible(f) if not s & ~shared])


def ideal(f: Reference) -> list[int]:
    """The largest admissible set within all preferred ones."""
    return _common(f, preferred(f))


def eager(f: Reference) -> list[int]:
    """The largest admissible set within all semi-stable ones."""
    return _common(f, semi_stable(f))


def _components(f: Reference) -> list[int]:
    reach = [1 << a for a in range(f.size)]
    for _ in range(f.size):
        reach = [r | f.hit(r) for r in reach]
    parts = {
        _union(1 << b for b in range(f.size) if reach[a] >> b & 1 and reach[b] >> a & 1)
        for a in range(f.size)
    }
    return sorted(parts)


def _fits(f: Reference, chosen: int, base: Callable[[Reference], list[int]]) -> bool:
    """The definition of Baroni, Giacomin and Guida, word for word."""
    parts = _components(f)
    if len(parts) <= 1:
        return chosen in base(f)
    for part in parts:
        defeated = f.hit(chosen & ~part) & part
        inner, left = f.without(f.everyone & ~(part & ~defeated))
        inside = _union(1 << at for at, a in enumerate(left) if chosen >> a & 1)
        if chosen & defeated or not _fits(inner, inside, base):
            return False
    return True


def cf2(f: Reference) -> list[int]:
    """Naive sets component by component."""
    return [s for s in range(1 << f.size) if _fits(f, s, naive)]


def stage2(f: Reference) -> list[int]:
    """Stage sets component by component."""
    return [s for s in range(1 << f.size) if _fits(f, s, stage)]


def strongly_admissible(f: Reference) -> list[int]:
    """Sets that defend each member by a strongly admissible subset without it."""
    found: list[int] = []
    for s in range(1 << f.size):  # every subset of a set comes before it
        within = [t for t in found if not t & ~s and t != s]
        members = [1 << a for a in range(f.size) if s >> a & 1]
        if not f.hit(s) & s and all(
            any(not t & bit and not f.hostile(bit) & ~f.hit(t) for t in within) for bit in members
        ):
            found.append(s)
    return found


def weakly_admissible(f: Reference) -> list[int]:
    """Sets whose attackers no weakly admissible set of the reduct has."""
    found = []
    for s in conflict_free(f):
        reduct, left = f.without(s | f.hit(s))
        hostile = f.hostile(s)
        if (
            not s
            or not any(hostile >> a & 1 for a in left)
            or not any(
                hostile >> left[at] & 1
                for t in weakly_admissible(reduct)
                for at in range(reduct.size)
                if t >> at & 1
            )
        ):
            found.append(s)
    return found


def initial(f: Reference) -> list[int]:
    """The smallest admissible sets but the empty one."""
    return _smallest([s for s in admissible(f) if s])


DEFINITIONS: dict[str, Callable[[Reference], list[int]]] = {
    "conflict-free": conflict_free,
    "naive": naive,
    "admissible": admissible,
    "complete": complete,
    "grounded": grounded,
    "preferred": preferred,
    "stable": stable,
    "semi-stable": semi_stable,
    "stage": stage,
    "ideal": ideal,
    "eager": eager,
    "cf2": cf2,
    "stage2": stage2,
    "strongly-admissible": strongly_admissible,
    "weakly-admissible": weakly_admissible,
    "initial": initial,
}


def all_frameworks(size: int) -> Iterator[Reference]:
    """Every framework of so many arguments."""
    pairs = [(a, b) for a in range(size) for b in range(size)]
    for mask in range(1 << len(pairs)):
        yield Reference(size, [pair for at, pair in enumerate(pairs) if mask >> at & 1])


def some_frameworks(count: int, sizes: Sequence[int], seed: int) -> Iterator[Reference]:
    """Frameworks by chance, sparse and dense ones."""
    chance = Random(seed)
    for _ in range(count):
        size, share = chance.choice(sizes), chance.choice((0.1, 0.15, 0.2, 0.3, 0.5))
        pairs = [(a, b) for a in range(size) for b in range(size)]
        yield Reference(size, [pair for pair in pairs if chance.random() < share])


def models(program: Program) -> set[Labels]:
    """The three-valued stable models of a program, as labels of its atoms, by trying every assignment.

    Only what stands behind a *not* need be tried: the reduct's least model gives the rest.
    """
    negated = sorted({each for rule in program.rules for each in rule.unless})
    found: set[Labels] = set()
    for values in product((0, 1, 2), repeat=len(negated)):
        assumed = dict(zip(negated, values, strict=True))
        least = _least_model(program, assumed)
        if all(least[atom] == value for atom, value in assumed.items()):
            found.add(tuple([least[atom] - 1 for atom in program.atoms]))
    return found


def _least_model(program: Program, assumed: dict[str, int]) -> dict[str, int]:
    worth = dict.fromkeys(program.atoms, 0)
    changed = True
    while changed:
        changed = False
        for rule in program.rules:
            body = [worth[need] for need in rule.needs] + [2 - assumed[x] for x in rule.unless]
            value = min([*body, 2])
            if value > worth[rule.head]:
                worth[rule.head] = value
                changed = True
    return worth


def of_semantics(found: set[Labels], semantics: str) -> set[Labels]:
    """Of the models those of a semantics."""
    accepted = {model: frozenset(a for a, v in enumerate(model) if v == 1) for model in found}
    left = {model: frozenset(a for a, v in enumerate(model) if not v) for model in found}
    match semantics:
        case "complete":
            return found
        case "grounded":
            return {m for m in found if all(left[o] <= left[m] for o in found)}
        case "preferred":
            return {m for m in found if not any(accepted[m] < accepted[o] for o in found)}
        case "stable":
            return {m for m in found if not left[m]}
        case "semi-stable":
            return {m for m in found if not any(left[o] < left[m] for o in found)}
    most = of_semantics(found, "preferred" if semantics == "ideal" else "semi-stable")
    below = [m for m in found if all(accepted[m] <= accepted[o] for o in most)]
    largest = [m for m in below if all(accepted[o] <= accepted[m] for o in below)]
    return {m for m in largest if not any(left[o] < left[m] for o in largest)}
