"""The groups in which Argdown's own picture frames what it shows, by the settings under ``group``.

A section is a group if its data or the settings say so, else if it is one of the two deepest levels of headings;
``regroup`` puts other sections in the headings' place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from ...model.ids import fresh_id, slug
from ...model.map import ArgumentMap
from .boxes import Box, Boxes
from .own import ARGDOWN, GROUP_TAGS
from .values import mapping

__all__ = ["Part", "headings", "parts"]

_DEPTH = 2


@define(eq=False)
class Part:
    """A section: its title, how deep it lies, and whether it is a group and a closed one."""

    id: str
    title: str
    level: int
    parent: Part | None = None
    data: Mapping[str, Any] = field(factory=dict)
    tags: tuple[str, ...] = ()
    is_group: bool | None = None
    is_closed: bool = False

    @property
    def frame(self) -> Part | None:
        """The group that this section is, or is in."""
        part: Part | None = self
        while part is not None and part.is_group is False:
            part = part.parent
        return part


def parts(map: ArgumentMap, boxes: Boxes, settings: Mapping[str, Any]) -> dict[Box, Part]:
    """The section of each box that stands in one."""
    everything: list[Box] = [*boxes.statements.values(), *boxes.arguments.values()]
    sections = headings(map, settings)
    deepest = max([part.level for part in sections.values()], default=0)
    regroup = settings.get("regroup")
    if isinstance(regroup, tuple) and regroup:
        placed, made = _regrouped(regroup, everything, boxes)
    else:
        placed = {box: sections[box.group] for box in everything if box.group is not None}
        made = list(sections.values())
    depth = settings.get("groupDepth", _DEPTH)
    for part in made:
        if part.is_group is None:
            part.is_group = part.level > deepest - (depth if isinstance(depth, int) else _DEPTH)
    return placed


def headings(map: ArgumentMap, settings: Mapping[str, Any]) -> dict[str, Part]:
    """A section for each group of the map."""
    made: dict[str, Part] = {}
    tags = mapping(mapping(map.data, ARGDOWN), GROUP_TAGS)
    waiting = [group for group in map.groups if group.parent is None]
    inside: dict[str, list[Any]] = {}
    for group in map.groups:
        if group.parent is not None:
            inside.setdefault(group.parent, []).append(group)
    while waiting:
        group = waiting.pop()
        waiting += inside.get(group.id, [])
        parent = made.get(group.parent or "")
        level = mapping(group.data, ARGDOWN).get("level")
        if not isinstance(level, int):
            level = 1 if parent is None else parent.level + 1
        found = tags.get(group.id)
        tagged = (
            tuple([tag for tag in found if isinstance(tag, str)])
            if isinstance(found, tuple)
            else ()
        )
        part = Part(group.id, group.title or group.id, level, parent, group.data, tagged)
        _choose(part, settings)
        made[group.id] = part
    return {group.id: made[group.id] for group in map.groups}


def _choose(part: Part, settings: Mapping[str, Any]) -> None:
    """Let data and settings say whether a section is a group, and closed."""
    if not settings.get("ignoreIsGroup"):
        part.is_group = _truth(part.data.get("isGroup"))
    if not settings.get("ignoreIsClosed"):
        part.is_closed = bool(part.data.get("isClosed"))
    if isinstance(settings.get("sections"), Mapping):
        said = mapping(settings["sections"], part.title)
        if said:
            part.is_group = _truth(said.get("isGroup"))
            part.is_closed = bool(said.get("isClosed"))
        else:
            part.is_group = bool(part.is_group)


def _truth(value: object) -> bool | None:
    return None if value is None else value is not False


def _regrouped(
    regroup: tuple[Any, ...], everything: list[Box], boxes: Boxes
) -> tuple[dict[Box, Part], list[Part]]:
    """The sections that ``regroup`` names, with what it puts into each."""
    named: dict[tuple[str, str], Box] = {}
    for box in everything:
        kind = "statements" if box.id in boxes.statements else "arguments"
        named.setdefault((kind, box.title), box)
    taken = {box.id: None for box in everything}
    counts: dict[str, int] = {}
    placed: dict[Box, Part] = {}
    made: list[Part] = []
    waiting: list[tuple[Any, Part | None]] = [(each, None) for each in reversed(regroup)]
    while waiting:
        config, parent = waiting.pop()
        if not isinstance(config, Mapping):
            continue
        title = str(config.get("title", ""))
        id = fresh_id(slug(title) or "group", taken, counts)
        taken[id] = None
        level = 1 if parent is None else parent.level + 1
        part = Part(id, title, level, parent, is_closed=bool(config.get("isClosed")))
        made.append(part)
        for kind in ("statements", "arguments"):
            for name in _tuple(config, kind):
                if (kind, name) in named:
                    placed[named[kind, name]] = part
        waiting += [(child, part) for child in reversed(_tuple(config, "children"))]
    return placed, made


def _tuple(config: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    held = config.get(name)
    return held if isinstance(held, tuple) else ()
