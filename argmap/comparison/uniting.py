"""Two maps as one, with claims that say the same found."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias, get_args

from attrs import evolve

from ..errors import Finding, UnknownName
from ..model.claim import Claim
from ..model.ids import fresh_id
from ..model.link import Link, Rephrase
from ..model.map import TABLES, ArgumentMap
from ..pause import no_garbage
from ..semantics.naming import named
from .floors import floors
from .likeness import pairs_alike
from .tables import Names, Tables, made, space, tables, translated

__all__ = ["Unify", "unite"]

Unify: TypeAlias = Literal["same", "rephrase", "merge", "apart"]
"""Which claims of two maps become one: those of the same words, and how those of alike ones are tied."""

ALIKE = 0.7
"""From which likeness on two claims are proposed as one; less than for a difference would tie what is only about the same."""


@no_garbage()
def unite(
    one: ArgumentMap, other: ArgumentMap, *, unify: Unify = "rephrase"
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """One map with all that two hold, and what was found to be the same in both.

    Claims of the same words become one. Those of alike words are tied by a Rephrase (``"rephrase"``), become one claim with both
    wordings (``"merge"``), or are only told of (``"same"``); with ``"apart"`` nothing becomes one. What the second map calls by an id
    that the first one has for something else gets another id. A link whose kind and ends the first map has as well isn't added.

    >>> from argmap import Claim
    >>> one = ArgumentMap(claims=(Claim("a", "Co-ops raise the accountability of services."),))
    >>> other = ArgumentMap(claims=(Claim("x", "Co-ops raise accountability of services."),))
    >>> united, found = unite(one, other)
    >>> united.links, [finding.code for finding in found]
    ((Rephrase('rephrase', 'x', 'a'),), ['unite-alike'])
    """
    if unify not in get_args(Unify):
        raise UnknownName("way to unify", unify, get_args(Unify))
    ones, others = tables(one), tables(other)
    same, alike = _pairs(ones, others, unify)
    found = [_finding("unite-same", other, id, one, kept) for id, kept in same.items()]
    found += [_finding("unite-alike", other, id, one, kept) for id, kept in alike.items()]
    merges = {**same, **alike} if unify == "merge" else same
    names = _names(ones, others, merges)
    names = _names(ones, others, {**merges, **_same_links(one, other, names)})
    parts: Tables = {name: dict(values) for name, values in ones.items()}
    for table in TABLES:
        for value in others[table].values():
            _put(parts[table], translated(value, names))
    if unify == "rephrase":
        taken = {**parts["claims"], **parts["issues"], **parts["links"]}
        counts: dict[str, int] = {}
        for id, kept in alike.items():
            new = names.get("elements", {}).get(id, id)
            link = fresh_id("rephrase", taken, counts)
            parts["links"][link] = taken[link] = Rephrase(link, new, kept)
    data = {**other.data, **one.data}
    about = one.about if one.about.title else other.about
    united = made(
        one, {name: part.values() for name, part in parts.items()}, data=data, about=about
    )
    return united, tuple(found)


def _pairs(ones: Tables, others: Tables, unify: str) -> tuple[dict[str, str], dict[str, str]]:
    """For claims of the second map those of the first that say the same, and those that say nearly the same."""
    if unify == "apart":
        return {}, {}
    left = {id: each for id, each in others["claims"].items() if ones["claims"].get(id) != each}
    right = {id: each for id, each in ones["claims"].items() if others["claims"].get(id) != each}
    words = {_words(claim): id for id, claim in reversed(right.items()) if _words(claim)}
    first = {_words(claim): id for id, claim in reversed(left.items())}
    same = {id: words[said] for said, id in reversed(first.items()) if said in words}
    taken = frozenset(same.values())
    alike = pairs_alike(
        {id: claim.text for id, claim in left.items() if id not in same and claim.text},
        {id: claim.text for id, claim in right.items() if id not in taken and claim.text},
        least=ALIKE,
    )
    return same, alike


def _words(claim: Claim) -> str:
    return " ".join((claim.text or claim.title).casefold().split())


def _names(ones: Tables, others: Tables, merges: dict[str, str]) -> Names:
    """Ids for what the second map has: those of what it is one with, and others for those that are taken."""
    names: dict[str, dict[str, str]] = {"elements": dict(merges)}
    for table in TABLES:
        where = space(table)
        pairs = names.setdefault(where, {})
        peers = [name for name in TABLES if space(name) == where]
        taken = dict.fromkeys([id for name in peers for id in (*ones[name], *others[name])])
        for id, value in others[table].items():
            clash = any(id in ones[name] for name in peers) and ones[table].get(id) != value
            if id not in merges and clash:
                pairs[id] = fresh_id(id, taken, {})
                taken[pairs[id]] = None
    return names


def _same_links(one: ArgumentMap, other: ArgumentMap, names: Names) -> dict[str, str]:
    """For links of the second map those of the first with the same kind and ends."""
    known = {_ends(link): link.id for link in reversed(one.links)}
    links = {link.id: link for link in other.links}
    ends = {id: new for id, new in names["elements"].items() if id not in links}
    merges: dict[str, str] = {}
    for floor in floors(links):
        for link in floor.values():
            if all(end in merges for _, end in link.ends() if end in links):
                same = known.get(_ends(translated(link, {"elements": ends})))
                if same is not None:
                    merges[link.id] = ends[link.id] = same
    return merges


def _put(part: dict[str, Any], value: Any) -> None:
    """Add a value, or what it has besides to the claim that it is one with."""
    held = part.setdefault(value.id, value)
    if isinstance(held, Claim) and held != value:
        part[value.id] = _both(held, value)


def _ends(link: Link) -> tuple[Any, ...]:
    return (link.kind, *link.ends())


def _both(one: Claim, other: Claim) -> Claim:
    """A claim with the wordings, tags, speakers and citations of both."""
    wordings = [each for each in (*one.wordings, other.text, *other.wordings) if each != one.text]
    return evolve(
        one,
        wordings=tuple(dict.fromkeys([each for each in wordings if each])),
        tags=tuple(dict.fromkeys((*one.tags, *other.tags))),
        said_by=tuple(dict.fromkeys((*one.said_by, *other.said_by))),
        citations=tuple(dict.fromkeys((*one.citations, *other.citations))),
        data={**other.data, **one.data},
    )


def _finding(code: str, other: ArgumentMap, id: str, one: ArgumentMap, kept: str) -> Finding:
    how = "the same" if code == "unite-same" else "nearly the same"
    message = f"{named(other, id)} of the second map says {how} as {named(one, kept)}"
    return Finding(code, message, ids=(kept, id), level="note")
