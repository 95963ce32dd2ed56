"""Lint: what is doubtful about a map, by rules with stable codes, and what can be mended without asking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from ..errors import Finding
from ..model.map import ArgumentMap, Element
from ..pause import no_garbage
from .chosen import Chosen, silent
from .facts import Facts
from .quotations import Place, verify_sources
from .rule import Hit, Rule
from .statistics import Side, Statistics, statistics
from .table import RULES, rule_of
from .todo import Task, todo

__all__ = [
    "RULES",
    "Chosen",
    "Hit",
    "Place",
    "Rule",
    "Side",
    "Statistics",
    "Task",
    "lint",
    "mend",
    "rule_of",
    "statistics",
    "todo",
    "verify_sources",
]

_NO_TEXTS: Mapping[str, str] = {}
_NO_LEVELS: Mapping[str, str] = {}


@no_garbage()
def lint(
    map: ArgumentMap,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    levels: Mapping[str, str] = _NO_LEVELS,
    texts: Mapping[str, str] = _NO_TEXTS,
) -> tuple[Finding, ...]:
    """What is doubtful about a map: findings in the rules' order, and of each rule in the map's.

    ``select`` and ``ignore`` name rules by code (``AM304``), name (``two-claims-in-one``), the beginning of a code (``AM3``) or ``all``;
    ``levels`` gives some another level: error, warning or note. ``texts`` are the texts of sources, by the source's id, in which
    quotations are looked up. An element whose free data say ``argmap: ignore``, or ``argmap: ignore AM304``, is let be. In a map's
    size the time is linear, but for the grounded verdicts that one rule looks at. Raises `UnknownName`.

    >>> from argmap import Claim
    >>> debate = ArgumentMap(claims=(Claim("cuts", "Who would trust them?"),))
    >>> [str(finding) for finding in lint(debate, select=["AM3"])]
    ['cuts (“Who would trust them?”) is a question; write the answer that is meant, or make it an issue [AM303]']
    """
    rules = Chosen(tuple(select), tuple(ignore), levels).rules()
    return tuple([_finding(rule, hit) for rule, hit in _hits(map, rules, texts)])


def mend(
    map: ArgumentMap, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """The map with all mended that can be without asking, and the findings that are gone; rules as `lint` takes them.

    Nothing that argues changes: blanks, repeated titles, wordings and tags go, and of links that say the same one. Mending what is mended
    changes nothing.

    >>> from argmap import Claim
    >>> mended, gone = mend(ArgumentMap(claims=(Claim("a", " Yes.  No. "),)))
    >>> mended["a"].text, [finding.code for finding in gone]
    ('Yes. No.', ['AM311'])
    """
    rules = [rule for rule in Chosen(tuple(select), tuple(ignore)).rules() if rule.mend]
    gone: list[Finding] = []
    changed = True
    while changed:  # each round removes something, so it ends
        mended, found = _mended(map, rules)
        gone += found
        changed = mended != map
        map = mended
    return map, tuple(gone)


def _mended(map: ArgumentMap, rules: list[Rule]) -> tuple[ArgumentMap, list[Finding]]:
    """The map after one round of mending, and what was found and changed in it."""
    now: dict[str, Element | None] = {}
    gone: list[Finding] = []
    for rule, hit in _hits(map, rules, _NO_TEXTS):
        id = hit.ids[0]
        element = now.get(id, map.elements[id])
        mended = rule.mend(map, element) if element is not None and rule.mend else element
        if mended != element:
            now[id] = mended
            gone.append(_finding(rule, hit))
    kept: dict[str, Any] = {
        name: tuple([each for each in [now.get(e.id, e) for e in part] if each is not None])
        for name, part in (("claims", map.claims), ("issues", map.issues), ("links", map.links))
    }
    return (evolve(map, **kept) if now else map), gone


def _hits(
    map: ArgumentMap, rules: Iterable[Rule], texts: Mapping[str, str]
) -> Iterable[tuple[Rule, Hit]]:
    """Each hit with its rule, but for those that the map or the element asks to be let be with."""
    facts = Facts(map, texts)
    everywhere = silent(map, "")
    if everywhere is None:
        return
    for rule in rules:
        if rule.code in everywhere or rule.name in everywhere:
            continue
        for hit in rule.check(facts):
            codes = silent(map, hit.ids[0]) if hit.ids else ()
            if codes is not None and rule.code not in codes and rule.name not in codes:
                yield rule, hit


def _finding(rule: Rule, hit: Hit) -> Finding:
    return Finding(rule.code, hit.message, ids=hit.ids, hint=hit.hint, level=rule.level)
