"""What a picture needs to know of a document that the map made of it doesn't tell, kept where the settings ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.data import Data
from .interpret import Interpretation
from .own import ARGDOWN, GROUP_TAGS, TAGS, TOP_LEVEL
from .values import mapping

__all__ = ["remembered"]


def remembered(
    whole: Interpretation,
    data: Mapping[str, Any],
    groups: Mapping[int, str],
) -> Mapping[str, Any]:
    """The map's ``data``, with what its picture needs; what stands there already is left as it is.

    ``groups`` has the groups of sections by number.
    """
    settings = whole.document.front_matter or {}
    kept = mapping(data, ARGDOWN)
    found: dict[str, Any] = {}
    if mapping(settings, "selection").get("statementSelectionMode") == "top-level":
        found[TOP_LEVEL] = _top_level(whole)
    colours = mapping(settings, "color")
    if colours:
        found[TAGS] = [
            *dict.fromkeys([tag for each in whole.document.entries for tag in each.tags])
        ]
    if colours.get("colorizeGroupsByTag"):
        found[GROUP_TAGS] = _group_tags(whole, groups)
    new = {
        name: held
        for name, held in found.items()
        if name not in kept and (held or name == TOP_LEVEL)
    }
    return Data({**data, ARGDOWN: {**kept, **new}}) if new else data


def _top_level(whole: Interpretation) -> list[str]:
    """The statements that are blocks of their own."""
    entries = whole.document.entries
    return [
        statement.id
        for statement in whole.statements.values()
        if any(entries[number].place == "block" for number in statement.members)
    ]


def _group_tags(whole: Interpretation, groups: Mapping[int, str]) -> dict[str, list[str]]:
    """The tags of headings by the ids of their groups."""
    entries = whole.document.entries
    tags = {groups[section.number]: [*entries[section.heading].tags] for section in whole.sections}
    return {id: held for id, held in tags.items() if held}
