"""A map as a document of Argdown that a person could have written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from ...errors import Loss
from ...model.claim import Claim
from ...model.data import Data
from ...model.ids import slug
from ...model.link import Rebuttal
from ...model.map import ArgumentMap
from ...model.records import Group
from ..codec import RECORDS, encode
from ..format import Rendering
from .emit import Emitter
from .escapes import escaped, is_sayable
from .fields import user_data
from .foreign import without_foreign
from .front import front_matter
from .names import names
from .numbering import Numbering
from .own import ARGDOWN, TAGS, is_counted, is_gist, is_machine_made, kept_settings
from .plan import Plan
from .planning import plan
from .rule import natural, rules
from .shorthand import short
from .structures import structures, title_of
from .texts import has_tags_in_text
from .undercuts import in_order
from .values import mapping

__all__ = ["write"]

_PASSES = 4
"""How often a map is written anew in the order of its document before that is left as it is."""


def write(map: ArgumentMap) -> Rendering:
    """The document: front matter if there is anything for it, then claims nested below what they bear on.

    Groups are headings, linked premises premise-conclusion structures. Fields that Argdown has no sign for stand
    in data under ``argmap``. Issues, answers, preferences, rephrases, what bears on a relation line and what other
    formats keep are losses, and so is an order that the document can't have.
    """
    map, foreign = without_foreign(map)
    schemes = rules(map.schemes)
    strict = _settings(map).get("mode") == "strict" and not _has_rebuttals(map)
    emitter, groups = _emitted(map, schemes, strict=strict)
    steps = [emitter.plan.steps[id] for id in emitter.links if id in emitter.plan.steps]
    said = natural(map.schemes, [step.scheme for step in steps if step.scheme in schemes])
    listed = [scheme for scheme in map.schemes if scheme not in said]
    front, unsaid = front_matter(
        map,
        ids=_ids(emitter),
        schemes=listed,
        tagged=bool(emitter.tags) and emitter.tags_apart,
        strict=strict,
    )
    text = "\n".join([*front, *emitter.lines]).rstrip("\n")
    losses = [*foreign, *_losses(emitter, map), *unsaid, *_disorder(emitter, map, groups)]
    return Rendering(f"{text}\n" if text else "", tuple(losses), "argdown")


def _settings(map: ArgumentMap) -> Mapping[str, Any]:
    """What the front matter that the map was read with says under ``model``."""
    return mapping(kept_settings(map.data), "model")


def _emitted(
    map: ArgumentMap, schemes: Mapping[str, str], *, strict: bool
) -> tuple[Emitter, list[Group]]:
    """The lines of the document, and its groups in their order.

    Where a circle is cut, and what comes first of what bears on other sections, depends on an order that the document
    perhaps doesn't keep. It is written from its own order then, so that reading it and writing it again gives the same document.
    """
    left = _PASSES
    while left:
        made = plan(map, strict=strict)
        named = names(map.claims, _arguments(made))
        codes = [code for code in mapping(_settings(map), "shortcodes") if len(code) > 2]
        emitter = Emitter(made, named, short(map), _are_apart(made), codes)
        groups = _sections(emitter, map, schemes)
        emitter.links = in_order(emitter.links, emitter.shared, map.elements)
        ordered = _as_emitted(emitter) if emitter.unrooted else map
        left = 0 if ordered is map else left - 1
        map = ordered
    return emitter, groups


def _as_emitted(emitter: Emitter) -> ArgumentMap:
    """The map in the order of the document, itself if that is its own; what can't be said comes last."""
    map = emitter.plan.map
    links = [*dict.fromkeys((*emitter.links, *[link.id for link in map.links]))]
    claims = list(emitter.claims)
    if claims == [claim.id for claim in map.claims] and links == [link.id for link in map.links]:
        return map
    held = {link.id: link for link in map.links}
    return evolve(
        map,
        claims=tuple([emitter.names.claims[id] for id in claims]),
        links=tuple([held[id] for id in links]),
    )


def _arguments(made: Plan) -> dict[str, bool]:
    """The titles of structures, and whether a title that stands for an id anyway must be told from one."""
    return {
        title: title == step.label and is_machine_made(step.id)
        for last, title in made.titles.items()
        for step in made.structures[last][-1:]
    }


def _are_apart(made: Plan) -> bool:
    """Whether tags stand behind texts, and not among their words."""
    model = mapping(kept_settings(made.map.data), "model")
    titles = [title_of(chain[-1]) for chain in made.structures.values()]  # any may need one
    said = [claim for claim in (*made.map.claims, *titles) if claim.tags and claim.text]
    return model.get("removeTagsFromText") is True or not all(map(has_tags_in_text, said))


def _has_rebuttals(map: ArgumentMap) -> bool:
    """Whether there are rebuttals between statements, which would be contraries in strict mode."""
    gists = {claim.id for claim in map.claims if is_gist(claim)}
    return any(
        isinstance(link, Rebuttal) and not gists.intersection((*link.premises, link.target))
        for link in map.links
    )


def _ids(emitter: Emitter) -> Sequence[str] | str:
    """The titles that are only ids: all of them, or which."""
    titles, structures = emitter.plan.titles, emitter.plan.structures
    steps = {
        last
        for last, title in titles.items()
        if title == last and not structures[last][-1].label and not is_counted(title)
    }
    ids = [id for id in emitter.titled if id in emitter.names.ids or id in steps]
    every = emitter.names.all_ids or len(ids) == len(emitter.titled)
    return "all" if ids and every else ids


def _sections(emitter: Emitter, map: ArgumentMap, schemes: Mapping[str, str]) -> list[Group]:
    """Write the claims in no group, then each group below its heading; give the groups in that order."""
    by_group: dict[str | None, list[Claim]] = {}
    for claim in map.claims:
        by_group.setdefault(claim.group, []).append(claim)
    inside: dict[str | None, list[Group]] = {}
    for group in map.groups:
        inside.setdefault(group.parent, []).append(group)
    _section(emitter, by_group.get(None, ()), schemes)
    order = []
    stack = [(1, group) for group in reversed(inside.get(None, ()))]
    while stack:
        level, group = stack.pop()
        order.append(group)
        emitter.section = group.id
        emitter.sections.add(group.id)
        emitter.lines += [_heading(emitter, group, level), ""]
        _section(emitter, by_group.get(group.id, ()), schemes)
        stack += [(level + 1, each) for each in reversed(inside.get(group.id, ()))]
    return order


def _heading(emitter: Emitter, group: Group, level: int) -> str:
    sayable = bool(group.title) and is_sayable(group.title)
    title = group.title if sayable else " ".join(group.title.split()) or "Group"
    own = {} if (slug(title) or "group") == group.id else {"id": group.id}
    own |= {} if sayable else {"title": group.title}
    data = user_data(group.data)
    if Data(data) != group.data:
        own, data = own | {"data": encode(RECORDS["groups"], group)["data"]}, {}
    return f"{'#' * level} {escaped(title, codes=emitter.codes)}{emitter.braces(data, own)}"


def _section(emitter: Emitter, claims: Sequence[Claim], schemes: Mapping[str, str]) -> None:
    """Write the claims of a section: first those that bear on nothing, with all that bears on them."""
    first = [claim for claim in claims if claim.id not in emitter.plan.over]
    for claim in first:
        _say(emitter, claim.id, schemes)
    emitter.concluding += emitter.deferred.pop(emitter.section, ())
    structures(emitter, schemes)
    for claim in claims:
        for id in _upwards(emitter, claim.id):
            _say(emitter, id, schemes)


def _say(emitter: Emitter, id: str, schemes: Mapping[str, str]) -> None:
    """Write a claim if it isn't yet: within the structure that concludes it, if nothing else bears on it."""
    if id not in emitter.said and not emitter.plan.below.get(id):
        emitter.concluding += [emitter.plan.within[id]] if id in emitter.plan.within else []
        structures(emitter, schemes)
    if id not in emitter.said:
        line = emitter.mention(id, new=True, begins=True)
        emitter.block([line, *emitter.below(id)])
        structures(emitter, schemes)


def _upwards(emitter: Emitter, id: str) -> list[str]:
    """A claim and before it what it bears on, as far as that is still to be said in this section.

    Of a circle it is the claim where one comes to it.
    """
    path: dict[str, None] = {}
    over: str | None = id
    while over is not None and over not in path and emitter.can_say(over):
        path[over] = None
        over = emitter.plan.over.get(over)
    ids = [*path]
    emitter.unrooted = emitter.unrooted or bool(path)
    if over in path:
        del ids[ids.index(over) + 1 :]
    return ids[::-1]


def _losses(emitter: Emitter, map: ArgumentMap) -> Iterator[Loss]:
    for issue in map.issues:
        yield Loss("issue", issue.id, "the issue", "Argdown has no questions")
    yield from (emitter.plan.lost[id] for id in map.elements if id in emitter.plan.lost)
    yield from emitter.plan.moved


def _disorder(emitter: Emitter, map: ArgumentMap, groups: Sequence[Group]) -> Iterator[Loss]:
    """Losses of order and of numbers, if the document's are others."""
    lost = emitter.plan.lost
    orders = {
        "claims": ([claim.id for claim in map.claims], list(emitter.claims)),
        "links": ([link.id for link in map.links if link.id not in lost], list(emitter.links)),
        "groups": (list(map.groups), list(groups)),
    }
    for name, (before, after) in orders.items():
        if before != after:
            why = "they are written in the order of the document"
            yield Loss(f"{name}-order", "", f"the order of the {name}", why)
    if _are_recoloured(emitter):
        why = "other programs than argmap colour tags in the order of the document"
        yield Loss("tags-order", "", "the order of the tags", why)
    if _are_renumbered(emitter):
        yield Loss("link-numbers", "", "the numbers in the links' ids", "they are counted anew")


def _are_recoloured(emitter: Emitter) -> bool:
    """Whether tags that have colours by their places have other places in the document."""
    data = emitter.plan.map.data
    colours, kept = mapping(kept_settings(data), "color"), mapping(data, ARGDOWN).get(TAGS)
    if not isinstance(kept, tuple) or colours.get("colorizeByTag") is False:
        return False
    told = mapping(colours, "tagColors")
    places = {tag: place for place, tag in enumerate(kept)}
    return any(tag not in told and places.get(tag) != n for n, tag in enumerate(emitter.tags))


def _are_renumbered(emitter: Emitter) -> bool:
    elements, explicit = emitter.plan.map.elements, emitter.explicit
    numbering = Numbering({claim.id for claim in emitter.plan.map.claims} | explicit)
    return any(
        numbering.fresh("", elements[id].kind) != id for id in emitter.links if id not in explicit
    )
