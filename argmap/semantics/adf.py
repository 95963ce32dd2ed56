"""A map as an abstract dialectical framework: statements, each with a condition on others under which it is accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from ..model.map import ArgumentMap
from .certificate import rules_by_head
from .meaning import meaning
from .options import Options
from .program import Program

__all__ = ["Adf", "Condition", "adf"]


@frozen
class Condition:
    """Accepted if all statements of one of ``ways`` are, and none of ``unless``; no way is never, an empty one always."""

    ways: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...] = ()


@frozen(eq=False)
class Adf:
    """Statements and their conditions (Brewka and Woltran 2010, KR, p. 102).

    Its grounded, complete and preferred interpretations and its two-valued models are the map's grounded, complete, preferred and stable
    labellings, as long as no claims hold one another up in a circle; there it has more. ``str`` of it is the text that the solvers
    read: ``s(a).`` and ``ac(a, and(b, neg(c))).``
    """

    conditions: Mapping[str, Condition]

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements, in the map's order."""
        return tuple(self.conditions)

    def text(self, names: Mapping[str, str]) -> str:
        """The framework as text, its statements by these names."""
        lines = [f"s({names[each]})." for each in self.statements]
        for statement, condition in self.conditions.items():
            lines.append(f"ac({names[statement]},{_formula(condition, names)}).")
        return "".join([f"{line}\n" for line in lines])

    def __str__(self) -> str:
        return self.text({each: each for each in self.statements})


def adf(
    map: ArgumentMap,
    reading: str = "program",
    *,
    require_backing: bool = False,
    weigh: str | None = None,
    reduction: int = 1,
) -> Adf:
    """The dialectical framework of a map under a reading; the options are those of `evaluate`.

    >>> from argmap import Claim, Rebuttal
    >>> claims = Claim("a"), Claim("b")
    >>> print(adf(ArgumentMap(claims=claims, links=(Rebuttal("r", ("a",), "b"),))), end="")
    s(a).
    s(b).
    s(r).
    ac(a,c(v)).
    ac(b,neg(r)).
    ac(r,a).
    """
    return of_program(meaning(map, Options(require_backing, (), (), reading, weigh, reduction)))


def of_program(program: Program) -> Adf:
    """The dialectical framework of a program in which all rules of an atom have the same exceptions, as a map's have."""
    return Adf(
        {
            atom: Condition(tuple([rule.needs for rule in rules]), rules[0].unless if rules else ())
            for atom, rules in rules_by_head(program).items()
        }
    )


def _formula(condition: Condition, names: Mapping[str, str]) -> str:
    """A condition in the prefix notation of the solvers."""
    if not condition.ways:
        return "c(f)"
    parts = [f"neg({names[each]})" for each in condition.unless]
    if all(condition.ways):
        ways = [_joined("and", [names[each] for each in way]) for way in condition.ways]
        parts.insert(0, _joined("or", ways))
    return _joined("and", parts) if parts else "c(v)"


def _joined(word: str, parts: Sequence[str]) -> str:
    """Formulas tied together two by two, evenly, so that no nesting gets deep."""
    level = list(parts)
    while len(level) > 1:
        pairs = [f"{word}({one},{two})" for one, two in zip(level[::2], level[1::2], strict=False)]
        level = pairs + level[len(pairs) * 2 :]
    return level[0]
