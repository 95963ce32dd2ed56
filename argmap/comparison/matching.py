"""Which value of one map is which of another: by id, then by text, then by what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import partial
from typing import Any

from ..model.link import Conflict, Link, Step
from ..model.map import TABLES, ArgumentMap
from .floors import floors
from .likeness import pairs_alike
from .tables import Tables, tables

__all__ = ["Matches", "matched"]

Matches = dict[str, dict[str, str]]
"""For each table the id in the second map of each value of the first that is there too."""

ALIKE = 0.5
"""From which likeness on two texts are wordings of one claim."""

SENTENCE = 4
"""From how many words on a text says by itself which claim it is."""


def matched(one: ArgumentMap, other: ArgumentMap, *, last: bool = False) -> Matches:
    """What is the same in two maps, in nearly linear time.

    Claims of one text are the same, if it is a sentence; then issues, claims and records of one id, then those of one text or name, then
    claims whose texts are alike. Links of one kind and
    the same ends are the same, then those of one id that share an end, then those that share the target and a premise, then those that
    share their premises; with ``last`` then those of one id, which a merge must take for one link that has changed altogether. Last, a claim is the same as one in the same place: the only one left that argues in the same way for or
    against the same.
    """
    ones, others = tables(one), tables(other)
    found: Matches = {name: {} for name in TABLES}
    for name in TABLES:
        if name == "claims":
            _match(found[name], ones[name], others[name], _id_and_text)
            _match(found[name], ones[name], others[name], _sentence)
        if name != "links":
            _match(found[name], ones[name], others[name], _id)
        if name not in ("links", "claims"):
            _match(found[name], ones[name], others[name], _named)
    _same_texts(found["claims"], ones["claims"], others["claims"])
    _by_place(found, one, other)
    _links(found, ones, others, last=last)
    return found


def _match(
    pairs: dict[str, str],
    ones: Mapping[str, Any],
    others: Mapping[str, Any],
    key: Callable[[Any], Hashable],
    key_of_other: Callable[[Any], Hashable] | None = None,
) -> None:
    """Pair what is left by a key that is unique among what is left on each side; None is no key."""
    taken = frozenset(pairs.values())
    left = _unique({id: value for id, value in ones.items() if id not in pairs}, key)
    right = _unique(
        {id: value for id, value in others.items() if id not in taken}, key_of_other or key
    )
    for value, id in left.items():
        if value in right:
            pairs[id] = right[value]


def _unique(values: Mapping[str, Any], key: Callable[[Any], Hashable]) -> dict[Hashable, str]:
    """The id of the value that has a key, for each key that a single one has."""
    found: dict[Hashable, str] = {}
    twice: dict[Hashable, None] = {}
    for id, value in values.items():
        mark = key(value)
        if mark in found:
            twice[mark] = None
        found[mark] = id
    return {mark: id for mark, id in found.items() if mark is not None and mark not in twice}


def _id(value: Any) -> str:
    return str(value.id)


def _named(value: Any) -> Hashable:
    """What a record or an issue is called besides its id."""
    name = getattr(value, "text", "") or getattr(value, "title", "") or getattr(value, "name", "")
    return name or getattr(value, "url", "") or None


def _id_and_text(claim: Any) -> Hashable:
    return (claim.id, _text(claim))


def _text(claim: Any) -> Hashable:
    return " ".join((claim.text or claim.title).casefold().split()) or None


def _sentence(claim: Any) -> Hashable:
    """A claim's words, if they are so many that two claims of them are one: its id may be a number that has changed."""
    words = (claim.text or claim.title).casefold().split()
    return " ".join(words) if len(words) >= SENTENCE else None


def _same_texts(pairs: dict[str, str], ones: Mapping[str, Any], others: Mapping[str, Any]) -> None:
    _match(pairs, ones, others, _text)
    taken = frozenset(pairs.values())
    left = {id: each.text or each.title for id, each in ones.items() if id not in pairs}
    right = {id: each.text or each.title for id, each in others.items() if id not in taken}
    pairs.update(pairs_alike(left, right, least=ALIKE))


def _by_place(found: Matches, one: ArgumentMap, other: ArgumentMap) -> None:
    """Pair claims that are left and argue in the same way for or against the same."""
    claims = found["claims"]
    theirs = {id: id for id in claims.values()}

    def here(claim: Any) -> Hashable:
        return _place(one, claim.id, claims)

    def there(claim: Any) -> Hashable:
        return _place(other, claim.id, theirs)

    ones = {claim.id: claim for claim in one.claims}
    others = {claim.id: claim for claim in other.claims}
    _match(claims, ones, others, here, there)


def _place(map: ArgumentMap, id: str, names: Mapping[str, str]) -> Hashable:
    """The kind and target of each step that a claim is the only premise of, by the target's name; None if there is none."""
    places = [
        (link.kind, names[link.target])
        for link in map.links_from[id]
        if isinstance(link, Step) and link.premises == (id,) and link.target in names
    ]
    return tuple(places) or None


def _links(found: Matches, ones: Tables, others: Tables, *, last: bool) -> None:
    """Pair links; those that target links after the links that these target."""
    pairs = found["links"]
    names = {**found["issues"], **found["claims"]}
    same = {id: id for id in [*others["issues"], *others["claims"]]}
    before, after = ones["links"], others["links"]
    here, there = dict(names), dict(same)
    for low, high in zip(floors(before), floors(after), strict=False):
        new: dict[str, str] = {}
        for key in (_id_and_ends, _ends):
            _match(new, low, high, partial(key, names=here), partial(key, names=there))
        pairs |= new
        here |= new
        there |= {id: id for id in new.values()}
    shared = {
        id: id
        for id, link in before.items()
        if id in after and type(after[id]) is type(link) and _share(link, after[id], names, pairs)
    }
    taken = frozenset(pairs.values())
    pairs.update({i: o for i, o in shared.items() if i not in pairs and o not in taken})
    here = {**names, **pairs}
    there = {**same, **{id: id for id in pairs.values()}}
    for key in (_target_and_premise, _target, _inputs):
        _match(pairs, before, after, partial(key, names=here), partial(key, names=there))
    if last:
        _match(pairs, before, after, _id)


def _id_and_ends(link: Link, names: Mapping[str, str]) -> Hashable:
    ends = _ends(link, names)
    return None if ends is None else (link.id, ends)


def _ends(link: Link, names: Mapping[str, str]) -> Hashable:
    """The kind of a link and its ends by their names; None if one of them has none."""
    ends = [(role, names.get(end)) for role, end in link.ends()]
    if any(end is None for _, end in ends):
        return None
    return (link.kind, tuple(sorted(ends, key=str)) if isinstance(link, Conflict) else tuple(ends))


def _share(one: Link, other: Link, names: Mapping[str, str], pairs: Mapping[str, str]) -> bool:
    """Whether two links share an end."""
    ends = {(role, names.get(end, pairs.get(end))) for role, end in one.ends()}
    return any(end in ends for end in other.ends())


def _target_and_premise(link: Link, names: Mapping[str, str]) -> Hashable:
    if not isinstance(link, Step) or link.target not in names:
        return None
    known = [names[premise] for premise in link.premises if premise in names]
    return (link.kind, names[link.target], known[0]) if known else None


def _target(link: Link, names: Mapping[str, str]) -> Hashable:
    return (
        (link.kind, names[link.target]) if isinstance(link, Step) and link.target in names else None
    )


def _inputs(link: Link, names: Mapping[str, str]) -> Hashable:
    """The premises of a step by their names, which may be of another kind now."""
    if not isinstance(link, Step) or any(premise not in names for premise in link.premises):
        return None
    return tuple([names[premise] for premise in link.premises])
