"""Which nodes of a scheme graph say a map: its claims and links as far as the format has them, and the losses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from attrs import define, field, frozen

from ..errors import Loss
from ..model.claim import Claim, Issue
from ..model.ids import fresh_id
from ..model.link import Answer, Attack, Conflict, Link, Preference, Rephrase, Step
from ..model.map import ArgumentMap
from .dialect import Dialect, Told
from .graph_reader import scheme_ids
from .scheme_graph import CLAIM, Ends
from .unsaid import unsaid_fields

__all__ = ["Plan", "Planned", "plan"]

MOST_SIDES = 32
"""A conflict with more sides isn't written: its rebuttals would grow with the square of them."""


@frozen
class Planned:
    """A node to write: what it says, what was kept of it, and for a step its ends."""

    id: str
    told: Told
    kept: Any = None
    ends: Ends | None = None


@define
class Plan:
    """The nodes to write, claims and steps apart, and what they don't say."""

    map: ArgumentMap
    dialect: Dialect
    claims: list[Planned] = field(factory=list)
    steps: list[Planned] = field(factory=list)
    losses: list[Loss] = field(factory=list)
    gone: dict[str, str] = field(factory=dict)
    taken: dict[str, Any] = field(factory=dict)
    counts: dict[str, int] = field(factory=dict)

    def lose(self, code: str, element: str, what: str, why: str) -> None:
        """Take note of a loss."""
        self.losses.append(Loss(code, element, what, why))


def plan(map: ArgumentMap, dialect: Dialect) -> Plan:
    """The nodes that say ``map`` in a format.

    Issues become claims. Conflicts become rebuttals each way. Warrants become premises. Left out are
    answers, the kinds of links that the format doesn't have, and links that target what is left out.
    """
    made = Plan(map, dialect, taken=dict.fromkeys(map))
    elements: tuple[Claim | Issue, ...] = (*map.claims, *map.issues)
    for element in elements:
        made.losses += unsaid_fields(dialect, element, ("text",))
        kept = element.data.get(dialect.name)
        made.claims.append(Planned(element.id, Told(CLAIM, element.text), kept))
        if isinstance(element, Issue):
            why = f"{dialect.title} has no issues; it is written as a claim"
            made.lose("issue", element.id, "the issue", why)
    _leave_out(made)
    names = {scheme.id: scheme.name for scheme in map.schemes}
    sayable: dict[Told, bool] = {}
    for link in map.links:
        if link.id not in made.gone:
            for planned in _steps(made, link, names):
                made.steps.append(_checked(made, planned, sayable))
    made.losses += _schemes(made)
    return made


def _leave_out(made: Plan) -> None:
    """Find the links that aren't written, and all that hang on them."""
    todo = []
    for link in made.map.links:
        why = _unsayable(made, link)
        if why:
            made.gone[link.id] = why
            todo.append(link.id)
    while todo:
        id = todo.pop()
        for other in (*made.map.links_to.get(id, ()), *made.map.links_from.get(id, ())):
            if other.id not in made.gone:
                made.gone[other.id] = f"it hangs on '{id}', which isn't written"
                todo.append(other.id)
    for id, why in made.gone.items():
        kind = made.map[id].kind
        made.lose(kind, id, f"the {kind}", why)


def _unsayable(made: Plan, link: Link) -> str:
    title = made.dialect.title
    if isinstance(link, Answer):
        return f"{title} has no issues to answer"
    if _role(link) not in made.dialect.roles:
        return f"{title} has no {link.kind}s"
    if isinstance(link, Conflict) and len(link.claims) > MOST_SIDES:
        return f"it has more than {MOST_SIDES} sides"
    if isinstance(link, Preference):
        preferred = made.map[link.preferred]
        if isinstance(made.map.elements.get(_target(preferred)), Preference):
            return f"in {title} it would say that '{link.preferred}' targets it"
    return ""


def _role(link: Link) -> str:
    return "attack" if isinstance(link, Attack | Conflict) else link.kind


def _target(element: Any) -> str:
    """What a step or preference points at; nothing for the rest."""
    return str(getattr(element, "target", "") or getattr(element, "over", ""))


def _steps(made: Plan, link: Link, names: dict[str, str]) -> Iterator[Planned]:
    """The nodes that say a link: one, but for a conflict."""
    dialect = made.dialect
    kept = link.data.get(dialect.name)
    made.losses += unsaid_fields(dialect, link, ("scheme", "manner", "warrants", "contradictory"))
    if isinstance(link, Step):
        if link.warrants:
            why = f"{dialect.title} has no warrants; they are written as premises"
            made.lose(f"{link.kind}-warrants", link.id, "its warrants", why)
        name = "" if link.scheme is None else names[link.scheme]
        if link.scheme is not None and not name:
            made.lose(f"{link.kind}-scheme", link.id, "its scheme", "the scheme has no name")
        told = Told(_role(link), scheme=name)
        yield Planned(link.id, told, kept, Ends(link.premises + link.warrants, link.target))
    elif isinstance(link, Rephrase):
        told = Told("rephrase", manner=link.manner)
        yield Planned(link.id, told, kept, Ends((link.claim,), link.original))
    elif isinstance(link, Preference):
        yield Planned(link.id, Told("preference"), kept, Ends((link.preferred,), link.over))
    else:
        yield from _rebuttals(made, cast("Conflict", link))


def _rebuttals(made: Plan, conflict: Conflict) -> Iterator[Planned]:
    why = f"{made.dialect.title} has no conflicts; it is written as rebuttals each way"
    made.lose("conflict", conflict.id, "the conflict", why)
    id = conflict.id
    for side in conflict.claims:
        for other in conflict.claims:
            if other != side:
                yield Planned(id, Told("attack"), None, Ends((side,), other))
                id = fresh_id(conflict.id, made.taken, made.counts)
                made.taken[id] = None


def _checked(made: Plan, planned: Planned, sayable: dict[Told, bool]) -> Planned:
    """The node, without its scheme or manner if the format would read another one there."""
    told = planned.told
    if told not in sayable:
        sayable[told] = made.dialect.told(made.dialect.node("x", told)) == told
    if sayable[told]:
        return planned
    what = "scheme" if told.scheme else "manner"
    shown = told.scheme or told.manner
    why = f"{made.dialect.title} can't say {shown!r} there"
    made.lose(f"{made.map[planned.id].kind}-{what}", planned.id, f"its {what}", why)
    return Planned(planned.id, Told(told.role), planned.kept, planned.ends)


def _schemes(made: Plan) -> Iterator[Loss]:
    """What of the schemes isn't said: all but the names, and those that no step names."""
    title = made.dialect.title
    found = scheme_ids([step.told.scheme for step in made.steps if step.told.scheme])
    for scheme in made.map.schemes:
        if found.get(scheme.name) != scheme.id:
            why = f"{title} has only the names of schemes that steps have"
            yield Loss("scheme-id", scheme.id, "the scheme as a record of its own", why)
        for name in ("questions", "data"):
            if getattr(scheme, name):
                yield Loss(f"scheme-{name}", scheme.id, name, f"{title} has no place for it")
    ids = [scheme.id for scheme in made.map.schemes if found.get(scheme.name) == scheme.id]
    if ids != list(found.values()):
        why = f"{title} has the schemes in the order of the steps that have them"
        yield Loss("scheme-order", "", "the order of the schemes", why)
