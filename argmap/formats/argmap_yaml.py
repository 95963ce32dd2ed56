"""The YAML of dsanson's argmap, an older tool of that name: claims as keys, reasons and objections below them.

::

    Co-ops are good.:
      r1:
        They are near.: []
        -What is near is good.: []
        label: nearness
      o1:
        They are slow.: []

What stands together below ``r1`` are linked premises; a hyphen marks what nobody said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from attrs import define, field

from ..limits import Limits
from ..model.data import Data
from ..model.link import Link, Rebuttal, Step, Support, Undercut
from ..model.map import ArgumentMap
from ..source import SourceText, visible
from ..yamltext import Pairs, parse_yaml
from ..yamlwrite import Entries, write_yaml
from .branches import Branch, Forest, forest
from .format import Format, Reading, Rendering
from .legal import legal
from .making import Making
from .read_back import UNLIMITED, Said, losses_between, too_deep
from .text_notes import TextNotes

__all__ = ["ARGMAP_YAML"]

_NAME = "argmap-yaml"
_REASON = re.compile(r"[roRO]\d{0,9}")
_ATTRIBUTES = ("label", "strength", "note")
_SCALARS = (str, int, float, bool)

Below: TypeAlias = tuple[str, Pairs]
"""An element, and the entries that stand below it."""


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that such a document says.

    Each key is a claim of its own, wherever the same words stand again; ``r`` supports, ``o`` rebuts, and below a reason
    both bear on the step. Keys that are there twice, reasons without a premise and keys below a claim that
    begin no reason are findings, or refused if ``strict``.
    """
    source, found = legal(source, strict=strict)
    notes = TextNotes(source, strict, found)
    value = parse_yaml(source, limits=limits, pairs=True)
    reader = _Reader(notes, Making(source, limits))
    if value is not None and not isinstance(value, Pairs):
        hint = "write claims as keys, with r1: and o1: below them"
        raise notes.error("the document must be a mapping", 0, hint=hint)
    reader.roots(value or Pairs())
    return Reading(ArgumentMap(**reader.making.parts()), notes.told(), _NAME)


@define
class _Reader:
    """A map in the making."""

    notes: TextNotes
    making: Making

    def roots(self, entries: Pairs) -> None:
        """Take in the claims of the top, and all that is below them."""
        self._twice(entries)
        below = [self._claim(*entry) for entry in entries]
        todo = below[::-1]
        while todo:
            id, inside = todo.pop()
            below = [each for entry in inside for each in self._reason(id, *entry)]
            todo += below[::-1]

    def _claim(self, key: str, value: Any, start: int) -> Below:
        """Make a claim; give it with the reasons below it."""
        implicit = key.startswith("-")
        text = key[1:].lstrip(" ") if implicit else key
        inside, kept = self._inside(value, start)
        data = {_NAME: kept} if kept else {}
        claim = self.making.claim(text, implicit=implicit, data=data)
        return claim.id, inside

    def _inside(self, value: Any, start: int) -> tuple[Pairs, dict[str, Any]]:
        """What of a claim's value are reasons, and what is said of it besides."""
        inside, kept = Pairs(), {}
        for key, held, place in self._entries(value):
            if _REASON.fullmatch(key):
                inside.append((key, held, place))
            elif isinstance(held, _SCALARS):
                kept[key] = held
            else:
                message = f"'{visible(key[:60])}' stands below a claim, neither for nor against it"
                self.notes.add("no-side", message, place, place + len(key))
                inside.append((key, held, place))
        if isinstance(value, _SCALARS):
            kept["value"] = value
            self.notes.add("strange-value", "a claim's value is no mapping", start)
        return inside, kept

    def _entries(self, value: Any) -> Iterator[tuple[str, Any, int]]:
        for part in value if type(value) is list else [value]:
            if isinstance(part, Pairs):
                self._twice(part)
                yield from part

    def _twice(self, entries: Pairs) -> None:
        seen: dict[str, int] = {}
        for key, _, start in entries:
            if key in seen:
                message = f"the key '{visible(key[:60])}' is there twice; other readers lose one"
                self.notes.add("key-twice", message, start, start + len(key))
            seen[key] = start

    def _reason(self, id: str, key: str, value: Any, start: int) -> list[Below]:
        """What stands below ``id`` under a key, a reason or a claim without a side, and what stands below that."""
        if not _REASON.fullmatch(key):
            return [self._claim(key, value, start)]
        below: list[Below] = []
        steps, kept = Pairs(), {}
        for name, held, place in self._premises(value, start):
            if _REASON.fullmatch(name) and isinstance(held, list) and held:
                steps.append((name, held, place))
            elif name in _ATTRIBUTES and isinstance(held, _SCALARS):
                kept[name] = held
            else:
                below.append(self._claim(name, held, place))
        if not below:
            message = f"'{key}' has no premise, so it is no link"
            self.notes.add("no-premise", message, start, start + len(key))
            return []
        link = self._link(key, tuple([premise for premise, _ in below]), id, kept)
        return [*below, (link.id, steps)]

    def _premises(self, value: Any, start: int) -> Iterator[tuple[str, Any, int]]:
        for part in value if type(value) is list else [value]:
            if isinstance(part, str):
                yield part, None, start
            else:
                yield from self._entries(part)

    def _link(self, key: str, premises: tuple[str, ...], id: str, kept: dict[str, Any]) -> Link:
        label = kept.pop("label", "")
        if not isinstance(label, str):
            kept["label"], label = label, ""
        attack = Undercut if isinstance(self.making.elements[id], Link) else Rebuttal
        kind: type[Step] = attack if key[0] in "oO" else Support
        data = {_NAME: kept} if kept else {}
        return self.making.link(kind, premises, id, label=label, data=data)


def write(map: ArgumentMap) -> Rendering:
    """The map as such a document: each claim once, with all that bears on it and on its steps below it.

    Links that would put a claim in a second place are losses.
    """
    said = Said()
    trees = forest(map, said, "argmap YAML")
    writer = _Writer(map, trees)
    text = write_yaml(writer.roots()) if trees.roots else ""
    back = read(SourceText("", text), strict=False, limits=UNLIMITED).map
    said.ids |= dict(zip(writer.claims, [claim.id for claim in back.claims], strict=False))
    said.ids |= dict(zip(writer.links, [link.id for link in back.links], strict=False))
    for issue in map.issues:
        said.leave_out(issue.id, "argmap YAML has no issues")
    losses = (*losses_between(map, back, "argmap YAML", said), *too_deep(2 * trees.depth() + 1))
    return Rendering(text, losses, _NAME)


@define
class _Writer:
    """Values for the document in the making; ``claims`` and ``links`` are in the order in which they are read."""

    map: ArgumentMap
    trees: Forest
    claims: list[str] = field(factory=list)
    links: list[str] = field(factory=list)

    def roots(self) -> Entries:
        """The entries of the whole document."""
        made = Entries()
        below = [self._claim(made, root) for root in self.trees.roots]
        todo = below[::-1]
        while todo:
            id, inside = todo.pop()
            counts = {"r": 0, "o": 0}
            deeper: list[tuple[str, Entries]] = []
            for branch in self.trees.below.get(id, ()):
                letter = "r" if branch.pro else "o"
                counts[letter] += 1
                reason = Entries()
                inside.append((f"{letter}{counts[letter]}", reason))
                deeper += self._reason(branch, reason)
            todo += deeper[::-1]
        return made

    def _claim(self, holder: Entries, id: str) -> tuple[str, Entries]:
        claim: Any = self.map[id]
        self.claims.append(id)
        inside = Entries()
        kept = _kept(claim.data)
        inside += [
            (name, held)
            for name, held in kept.items()
            if name != "value" and not _REASON.fullmatch(name) and isinstance(held, _SCALARS)
        ]
        text = f"-{claim.text}" if claim.implicit else claim.text
        if _REASON.fullmatch(text) or text in _ATTRIBUTES or text == "<<":
            text = f"{text}."
        value: Any = inside
        if not inside and not self.trees.below.get(id) and isinstance(kept.get("value"), _SCALARS):
            value = kept["value"]
        holder.append((text, value))
        return id, inside

    def _reason(self, branch: Branch, reason: Entries) -> list[tuple[str, Entries]]:
        self.links.append(branch.link.id)
        below = [self._claim(reason, premise) for premise in branch.premises]
        if branch.link.label:
            reason.append(("label", branch.link.label))
        reason += [
            (name, held)
            for name, held in _kept(branch.link.data).items()
            if name in _ATTRIBUTES and isinstance(held, _SCALARS)
        ]
        return [*below, (branch.link.id, reason)]


def _kept(data: Mapping[str, Any]) -> Mapping[str, Any]:
    held = data.get(_NAME)
    return held if isinstance(held, Data) else {}


_SIGNS = re.compile(r"^[ \t]+[ro]\d{1,3}:[ \t]*(?:$|\[|\{|#)", re.MULTILINE)


def sniff(text: str) -> bool:
    """Whether a reason or an objection stands near the beginning."""
    return _SIGNS.search(text[:20_000]) is not None


ARGMAP_YAML = Format(
    name=_NAME,
    title="argmap YAML",
    suffixes=(".argmap.yaml", ".argmap.yml", ".yaml", ".yml"),
    read=read,
    write=write,
    sniff=sniff,
    cannot_say=(
        "a claim in two places, conflicts, rephrases, preferences, issues, titles, stances, weights, "
        "speakers, citations, tags, groups, schemes, warrants, and ids"
    ),
)
