"""A map as a document of Argdown that a person could have written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ...errors import Loss
from ...model.claim import Claim
from ...model.data import Data
from ...model.ids import slug
from ...model.link import Rebuttal, Support
from ...model.map import ArgumentMap
from ...model.records import Group, Scheme
from ..codec import RECORDS, encode
from ..format import Rendering
from .emit import Emitter
from .escapes import escaped, is_sayable
from .fields import braces, user_data
from .front import front_matter
from .names import names
from .numbering import Numbering
from .own import is_gist, kept_settings
from .plan import Plan, plan
from .structures import RULE, structures
from .texts import has_tags_in_text
from .values import mapping

__all__ = ["write"]


def write(map: ArgumentMap) -> Rendering:
    """The document: front matter if there is anything for it, then claims nested below what they bear on.

    Groups are headings, linked premises premise-conclusion structures. Fields that Argdown has no sign for stand
    in data under ``argmap``. Issues, answers, preferences, rephrases and what bears on a relation line are
    losses, and so is an order that the document can't have.
    """
    model = mapping(kept_settings(map.data), "model")
    strict = model.get("mode") == "strict" and not _has_rebuttals(map)
    made = plan(map, strict=strict)
    labels = [made.structures[last][-1].label for last in made.named]
    tagged = [claim for claim in map.claims if claim.tags]
    apart = model.get("removeTagsFromText") is True or not all(has_tags_in_text(c) for c in tagged)
    emitter = Emitter(made, names(map.claims, labels), tags_apart=apart)
    natural = _natural_schemes(map, made)
    listed = [scheme for scheme in map.schemes if scheme.id not in natural]
    first = {scheme.name: scheme for scheme in (*reversed(map.schemes), *reversed(listed))}
    schemes = {scheme.id: name for name, scheme in first.items()}
    groups = _sections(emitter, map, schemes)
    front = front_matter(map, ids=_ids(emitter), schemes=listed, tags_apart=apart, strict=strict)
    text = "\n".join([*front, *emitter.lines]).rstrip("\n")
    losses = [
        *_losses(emitter, strict=strict),
        *_disorder(emitter, groups, [*listed, *natural.values()]),
    ]
    return Rendering(f"{text}\n" if text else "", tuple(losses), "argdown")


def _has_rebuttals(map: ArgumentMap) -> bool:
    """Whether there are rebuttals between statements, which would be contraries in strict mode."""
    gists = {claim.id for claim in map.claims if is_gist(claim)}
    return any(
        isinstance(link, Rebuttal) and not gists.intersection((*link.premises, link.target))
        for link in map.links
    )


def _natural_schemes(map: ArgumentMap, made: Plan) -> dict[str, Scheme]:
    """The schemes that the names in inferences say whole, in the order of their use."""
    by_id = {scheme.id: scheme for scheme in map.schemes}
    names = Counter([scheme.name for scheme in map.schemes])
    natural: dict[str, Scheme] = {}
    for link in map.links:
        scheme = by_id.get(link.scheme or "") if isinstance(link, Support) else None
        if scheme is None or link.id not in made.steps or names[scheme.name] > 1:
            continue
        plain = encode(RECORDS["schemes"], scheme).keys() <= {"id", "name"}
        if plain and RULE.fullmatch(scheme.name) and slug(scheme.name) == scheme.id:
            natural[scheme.id] = scheme
    return natural


def _ids(emitter: Emitter) -> Sequence[str] | str:
    """The titles that are only ids: all of them, or which."""
    ids = [id for id in emitter.titled if id in emitter.names.ids]
    return "all" if ids and len(ids) == len(emitter.titled) else ids


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
        emitter.lines += [_heading(group, level), ""]
        _section(emitter, by_group.get(group.id, ()), schemes)
        stack += [(level + 1, each) for each in reversed(inside.get(group.id, ()))]
    return order


def _heading(group: Group, level: int) -> str:
    sayable = bool(group.title) and is_sayable(group.title)
    title = group.title if sayable else " ".join(group.title.split()) or "Group"
    own = {} if (slug(title) or "group") == group.id else {"id": group.id}
    own |= {} if sayable else {"title": group.title}
    data = user_data(group.data)
    if Data(data) != group.data:
        own, data = own | {"data": encode(RECORDS["groups"], group)["data"]}, {}
    return f"{'#' * level} {escaped(title)}{braces(data, own)}"


def _section(emitter: Emitter, claims: Sequence[Claim], schemes: Mapping[str, str]) -> None:
    """Write the claims of a section: first those that bear on nothing, with all that bears on them."""
    first = [claim for claim in claims if claim.id not in emitter.plan.over]
    for claim in (*first, *claims):
        for id in _upwards(emitter, claim.id):
            if id not in emitter.said:
                line = emitter.mention(id, new=True, begins=True)
                emitter.block([line, *emitter.below(id)])
                structures(emitter, schemes)


def _upwards(emitter: Emitter, id: str) -> list[str]:
    """A claim and before it what it bears on, as far as that is still to be said in this section."""
    path: dict[str, None] = {}
    over: str | None = id
    while over is not None and over not in path and emitter.can_say(over):
        path[over] = None
        over = emitter.plan.over.get(over)
    return [*reversed(path)]


def _losses(emitter: Emitter, *, strict: bool) -> Iterator[Loss]:
    map = emitter.plan.map
    for issue in map.issues:
        yield Loss("issue", issue.id, "the issue", "Argdown has no questions")
    yield from (emitter.plan.lost[id] for id in map.elements if id in emitter.plan.lost)
    mode = mapping(kept_settings(map.data), "model").get("mode")
    if mode == "strict" and not strict:
        yield Loss("map-data", "", "the strict mode", "in it the rebuttals would be contraries")


def _disorder(
    emitter: Emitter, groups: Sequence[Group], schemes: Sequence[Scheme]
) -> Iterator[Loss]:
    """Losses of order and of numbers, if the document's are others."""
    map, lost = emitter.plan.map, emitter.plan.lost
    orders = {
        "claims": ([claim.id for claim in map.claims], list(emitter.claims)),
        "links": ([link.id for link in map.links if link.id not in lost], list(emitter.links)),
        "groups": (list(map.groups), list(groups)),
        "schemes": (list(map.schemes), list(schemes)),
    }
    for name, (before, after) in orders.items():
        if before != after:
            why = "they are written in the order of the document"
            yield Loss(f"{name}-order", "", f"the order of the {name}", why)
    if _are_renumbered(emitter):
        yield Loss("link-numbers", "", "the numbers in the links' ids", "they are counted anew")


def _are_renumbered(emitter: Emitter) -> bool:
    elements, explicit = emitter.plan.map.elements, emitter.explicit
    numbering = Numbering({claim.id for claim in emitter.plan.map.claims} | explicit)
    return any(
        numbering.fresh("", elements[id].kind) != id for id in emitter.links if id not in explicit
    )
