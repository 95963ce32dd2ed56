"""Which boxes Argdown's own picture shows, by the settings under ``selection`` in the front matter.

The reference implementation's rules: first what data, titles, sections and tags choose, then statements, then
arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import Any

from attrs import define

from .boxes import ArgumentBox, Box, Boxes, Edge, StatementBox

__all__ = ["Selected", "selected"]


@define
class Selected:
    """The statements and arguments that are shown, in the map's order."""

    statements: dict[StatementBox, None]
    arguments: dict[ArgumentBox, None]

    def has(self, edge: Edge, box: Box) -> bool:
        """Whether an end of a relation is shown: itself, or an argument that stands for it in this role."""
        if not isinstance(box, StatementBox):
            return box in self.arguments
        if box in self.statements:
            return True
        if edge.is_symmetric:
            users = {**box.premise_of, **box.conclusion_of, **box.between_in}
        else:
            users = box.premise_of if edge.target is box else box.conclusion_of
        return self.shows_any(users)

    def shows_any(self, users: Mapping[ArgumentBox, None]) -> bool:
        """Whether one of these arguments is shown."""
        return any(each in self.arguments for each in users)


def selected(
    boxes: Boxes,
    settings: Mapping[str, Any],
    sections: Mapping[Box, str | None],
    top_level: Container[str],
) -> Selected:
    """The boxes that the ``settings`` choose; ``sections`` has the title of the group in which each stands.

    ``top_level`` are the ids of the statements that are blocks of their own.
    """
    first = Selected(
        {each: None for each in boxes.statements.values() if _may(each, settings, sections)},
        {each: None for each in boxes.arguments.values() if _may(each, settings, sections)},
    )
    chosen = _MODES.get(str(settings.get("statementSelectionMode")), _with_title)
    statements: dict[StatementBox, None] = {}
    for each in first.statements:
        if (
            _forced(each, settings)
            or each.title in _texts(settings, "includeStatements")
            or _statement(each, first, settings, chosen, top_level)
        ):
            statements[each] = None
    second = Selected(statements, first.arguments)
    return Selected(
        statements, {each: None for each in first.arguments if _argument(each, second, settings)}
    )


def _texts(settings: Mapping[str, Any], name: str) -> tuple[Any, ...] | str:
    held = settings.get(name)
    return held if isinstance(held, tuple | str) else ()


def _may(box: Box, settings: Mapping[str, Any], sections: Mapping[Box, str | None]) -> bool:
    """Whether data, title, section and tags let a box be shown at all."""
    shown = box.data.get("isInMap", True) is True or bool(settings.get("ignoreIsInMap"))
    excluded = "excludeArguments" if isinstance(box, ArgumentBox) else "excludeStatements"
    section = sections.get(box)
    if section is None:
        placed = settings.get("selectElementsWithoutSection") is True
    else:
        placed = section in _texts(settings, "selectedSections")
    tagged = any(tag in _texts(settings, "selectedTags") for tag in box.tags)
    if not box.tags:
        tagged = settings.get("selectElementsWithoutTag") is True
    return (
        shown
        and not (box.title and box.title in _texts(settings, excluded))
        and (placed or not _texts(settings, "selectedSections"))
        and (tagged or not _texts(settings, "selectedTags"))
    )


def _forced(box: Box, settings: Mapping[str, Any]) -> bool:
    return box.data.get("isInMap") is True and not settings.get("ignoreIsInMap")


@define
class _Facts:
    """What decides over a statement."""

    box: StatementBox
    related: bool
    used: bool
    top_level: bool
    partners: int


def _statement(
    box: StatementBox,
    first: Selected,
    settings: Mapping[str, Any],
    chosen: Callable[[_Facts], bool],
    top_level: Container[str],
) -> bool:
    related = any(first.has(edge, edge.other(box)) for edge in box.edges)
    used = first.shows_any(box.premise_of) or first.shows_any(box.conclusion_of)
    if settings.get("excludeDisconnected", True) and not (used or related):
        return False
    partners = sum([_partners(edge, edge.other(box), first) for edge in box.edges])
    return chosen(_Facts(box, related, used, box.id in top_level, partners))


def _partners(edge: Edge, other: Box, first: Selected) -> int:
    """How many arguments a relation leads to."""
    if isinstance(other, StatementBox):
        users = other.premise_of if edge.target is other else other.conclusion_of
        return sum([each in first.arguments for each in users])
    return int(other in first.arguments)


def _with_title(facts: _Facts) -> bool:
    return (facts.related and not facts.used) or not facts.box.is_untitled


_MODES: dict[str, Callable[[_Facts], bool]] = {
    "all": lambda facts: True,
    "with-title": _with_title,
    "top-level": lambda facts: (facts.related and not facts.used) or facts.top_level,
    "with-relations": lambda facts: facts.related,
    "not-used-in-argument": lambda facts: not facts.used,
    "with-more-than-one-relation": lambda facts: (
        facts.related and (not facts.used or facts.partners > 1)
    ),
}


def _argument(box: ArgumentBox, shown: Selected, settings: Mapping[str, Any]) -> bool:
    """Whether an argument is shown: it is forced, or something that is shown is tied to it."""
    if not settings.get("excludeDisconnected", True) or _forced(box, settings):
        return True
    if any(shown.has(edge, edge.other(box)) for edge in box.edges):
        return True
    if any(_is_tied(each, shown, premise=True) for each in box.premises):
        return True
    return box.conclusion is not None and _is_tied(box.conclusion, shown, premise=False)


def _is_tied(statement: StatementBox, shown: Selected, *, premise: bool) -> bool:
    """Whether a premise or main conclusion ties its argument to something that is shown."""
    for edge in statement.edges:
        away = edge.source if premise else edge.target
        if (edge.is_symmetric or away is not statement) and shown.has(edge, edge.other(statement)):
            return True
    users = statement.conclusion_of if premise else statement.premise_of
    return statement in shown.statements or shown.shows_any(users)
