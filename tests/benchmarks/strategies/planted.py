"""Bugs such as programs on maps have: each a small wrong function, and the property that finds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

import argmap
from argmap import (
    ArgumentMap,
    Claim,
    Conflict,
    Link,
    Rebuttal,
    Rephrase,
    Step,
    Support,
    Undercut,
)
from argmap.drawing.scene import Group, Rect
from argmap.invariants import check_drawing, check_verdicts
from argmap.strategies import aif_documents, edited_maps, maps

__all__ = ["PLANTED", "Planted"]


@frozen
class Planted:
    """A bug: what is wrong in words, what to draw, and what must hold of it and doesn't."""

    bug: str
    strategy: st.SearchStrategy[Any]
    fails: Callable[[Any], object]
    drawn: str = "maps()"


def _holds(fact: bool) -> None:
    if not fact:
        raise AssertionError


def _kept(copied: Callable[[ArgumentMap], ArgumentMap]) -> Callable[[ArgumentMap], None]:
    """The property that a copy is equal."""
    return lambda map: _holds(copied(map) == map)


def _links(
    change: Callable[[ArgumentMap, Link], list[Link]],
) -> Callable[[ArgumentMap], ArgumentMap]:
    """A copy of a map with other links in the place of each."""
    return lambda map: evolve(
        map, links=tuple([o for link in map.links for o in change(map, link)])
    )


def _claims(change: Callable[[Claim], Claim]) -> Callable[[ArgumentMap], ArgumentMap]:
    return lambda map: evolve(map, claims=tuple([change(claim) for claim in map.claims]))


def _drop_undercuts_of_undercuts(map: ArgumentMap, link: Link) -> list[Link]:
    deep = isinstance(link, Undercut) and isinstance(map[link.target], Undercut)
    hung = any(on.target == link.id for on in map.links if isinstance(on, Step)) or any(
        link.id in (end for _, end in on.ends()) for on in map.links
    )
    return [] if deep and not hung else [link]


def _unlinked(map: ArgumentMap, link: Link) -> list[Link]:
    if not (isinstance(link, Step) and link.linked):
        return [link]
    return [
        evolve(link, id=f"{link.id}{n or ''}", premises=(p,)) for n, p in enumerate(link.premises)
    ]


def _no_warrants(map: ArgumentMap, link: Link) -> list[Link]:
    return [evolve(link, warrants=()) if isinstance(link, Step) else link]


def _first_pair(map: ArgumentMap, link: Link) -> list[Link]:
    return [evolve(link, claims=link.claims[:2]) if isinstance(link, Conflict) else link]


def _restates(map: ArgumentMap, link: Link) -> list[Link]:
    return [evolve(link, manner="restates") if isinstance(link, Rephrase) else link]


def _backing_on_claim(map: ArgumentMap, link: Link) -> list[Link]:
    """Backing moved to the claim that the backed step is aimed at."""
    if not isinstance(link, Support):
        return [link]
    step = map[link.target]
    target = step.target if isinstance(step, Step) else link.target
    return [evolve(link, target=target) if isinstance(map[target], Claim) else link]


def _weightless(claim: Claim) -> Claim:
    return evolve(claim, weight=claim.weight or None)


def _flat_groups(map: ArgumentMap) -> ArgumentMap:
    return evolve(map, groups=tuple([evolve(group, parent=None) for group in map.groups]))


def _sorted_claims(map: ArgumentMap) -> ArgumentMap:
    return evolve(map, claims=tuple(sorted(map.claims, key=lambda claim: claim.id)))


def _tags_as_set(claim: Claim) -> Claim:
    return evolve(claim, tags=tuple(sorted(set(claim.tags))))


def _stripped(claim: Claim) -> Claim:
    return evolve(claim, text=claim.text.strip())


def _other_line_ends(claim: Claim) -> Claim:
    return evolve(claim, text=claim.text.replace("\r\n", "\n"))


def _ids_cut(map: ArgumentMap) -> None:
    """Ids of two characters, as a narrow column of a table holds."""
    _holds(len({claim.id[:2] for claim in map.claims}) == len(map.claims))


def _unescaped_quote(map: ArgumentMap) -> None:
    """Labels in quotes that aren't escaped, read by a pattern."""
    for claim in map.claims:
        found = re.fullmatch(r'label="([^"]*)"', f'label="{claim.text}"')
        _holds(found is not None and found[1] == claim.text)


def _unescaped_ampersand(map: ArgumentMap) -> None:
    """Markup whose < is escaped and whose & isn't."""
    for claim in map.claims:
        written = claim.text.replace("<", "&lt;")
        _holds(written.replace("&lt;", "<").replace("&amp;", "&") == claim.text)


def _walk_without_end(map: ArgumentMap) -> None:
    """A walk up from each claim that takes no note of where it was."""
    for claim in map.claims:
        at, steps = claim.id, 0
        while at in map.links_from and steps < 100:
            targets = [link.target for link in map.links_from[at] if isinstance(link, Support)]
            at, steps = (targets[0], steps + 1) if targets else ("", steps)
        _holds(steps < 100)


def _removed(edited: Any) -> None:
    """A removal that takes the links of a claim, and forgets what stands on those links."""
    map = edited.before
    gone = {claim.id for claim in map.claims if claim.id not in edited.after}
    kept = [link for link in map.links if not gone.intersection([end for _, end in link.ends()])]
    ids = {*[claim.id for claim in map.claims], *[link.id for link in kept]}
    ids |= {issue.id for issue in map.issues}
    if gone:
        _holds(all(end in ids for link in kept for _, end in link.ends()))


def _weighed(wrong: Callable[[ArgumentMap], Mapping[str, str]]) -> Callable[[ArgumentMap], object]:
    return lambda map: check_verdicts(map, wrong)


def _undercuts_ignored(map: ArgumentMap) -> Mapping[str, str]:
    ignored = [link.id for link in map.links if isinstance(link, Undercut)]
    labels = argmap.evaluate(map, without=ignored).labels
    return {**labels, **dict.fromkeys(ignored, "accepted")}


def _circles_lift_themselves(map: ArgumentMap) -> Mapping[str, str]:
    """Questioned claims are taken for asserted wherever something supports them."""
    supported = [link.target for link in map.links if isinstance(link, Support)]
    claims = [
        evolve(claim, stance="asserted") if claim.id in supported else claim for claim in map.claims
    ]
    return argmap.evaluate(evolve(map, claims=tuple(claims))).labels


def _one_attack_each_way(map: ArgumentMap) -> Mapping[str, str]:
    """Of two claims that rebut each other the first one wins."""
    pairs: set[tuple[str, str]] = set()
    gone: list[str] = []
    for link in map.links:
        if isinstance(link, Rebuttal):
            pair = (link.premises[0], link.target)
            gone += [link.id] if pair[::-1] in pairs else []
            pairs.add(pair)
    return argmap.evaluate(map, without=gone).labels


def _low_cards(map: ArgumentMap) -> None:
    """Cards whose height forgets the title."""
    drawing = argmap.draw(map)
    titled = {claim.id for claim in map.claims if claim.title and claim.text}

    def cut(item: Any) -> Any:
        if isinstance(item, Group) and item.role == "list":
            return item._replace(items=tuple([cut(card) for card in item.items]))
        if isinstance(item, Group) and item.id.removeprefix("card-") in titled:
            low = item.items[0]
            if isinstance(low, Rect):
                return item._replace(items=(low._replace(height=low.height - 16), *item.items[1:]))
        return item

    items = tuple([cut(item) for item in drawing.scene.items])
    check_drawing(evolve(drawing, scene=evolve(drawing.scene, items=items)))


def _careless_importer(document: str) -> None:
    """An importer of AIF that looks every end of an edge up."""
    source = argmap.loads(document, format="aif", report=lambda report: None)
    kept = source.data.get("aif", {})
    _holds("edges" not in str(kept))


PLANTED: tuple[Planted, ...] = (
    Planted(
        "an undercut of an undercut is dropped", maps(), _kept(_links(_drop_undercuts_of_undercuts))
    ),
    Planted("backing of a step is moved to its claim", maps(), _kept(_links(_backing_on_claim))),
    Planted("linked premises become reasons of their own", maps(), _kept(_links(_unlinked))),
    Planted("warrants are forgotten", maps(), _kept(_links(_no_warrants))),
    Planted("a conflict of three claims keeps two", maps(), _kept(_links(_first_pair))),
    Planted("every rephrase restates", maps(), _kept(_links(_restates))),
    Planted("a weight of 0 counts as none", maps(), _kept(_claims(_weightless))),
    Planted("groups lose what is around them", maps(), _kept(_flat_groups)),
    Planted("claims are sorted by id, c10 before c2", maps(), _kept(_sorted_claims)),
    Planted("tags go through a set", maps(), _kept(_claims(_tags_as_set))),
    Planted("two ids are merged, cut to two characters", maps(), _ids_cut),
    Planted(
        "texts are stripped", maps(hostile=True), _kept(_claims(_stripped)), "maps(hostile=True)"
    ),
    Planted(
        "CR LF becomes LF",
        maps(hostile=True),
        _kept(_claims(_other_line_ends)),
        "maps(hostile=True)",
    ),
    Planted("a quote isn't escaped", maps(hostile=True), _unescaped_quote, "maps(hostile=True)"),
    Planted("an & isn't escaped", maps(hostile=True), _unescaped_ampersand, "maps(hostile=True)"),
    Planted("a walk never ends in a circle", maps(), _walk_without_end),
    Planted("a removal leaves undercuts in the air", edited_maps(), _removed, "edited_maps()"),
    Planted("a semantics ignores undercuts", maps(), _weighed(_undercuts_ignored)),
    Planted("circular support lifts itself", maps(), _weighed(_circles_lift_themselves)),
    Planted("of two rebuttals each way the first wins", maps(), _weighed(_one_attack_each_way)),
    Planted("a card's height forgets the title", maps(), _low_cards),
    Planted(
        "an importer trips over dangling edges",
        aif_documents(dirty=True),
        _careless_importer,
        "aif_documents(dirty=True)",
    ),
)
