"""Abstract frameworks as maps, and maps as frameworks: TGF, APX and the competitions' ``p af``.

::

    arg(a).      a           p af 2
    arg(b).      b           1 2
    att(a,b).    #
                 a b
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from attrs import frozen

from ..frameworktext import (
    FrameworkText,
    parse_af,
    parse_apx,
    parse_tgf,
    write_af,
    write_apx,
    write_tgf,
)
from ..limits import Limits
from ..model.ids import fresh_id
from ..model.link import Rebuttal
from ..model.map import ArgumentMap
from ..source import SourceText
from .format import Format, Reading, Rendering
from .legal import legal
from .lines import one_line
from .making import Making
from .read_back import UNLIMITED, Said, losses_between
from .text_notes import TextNotes

__all__ = ["AF", "APX", "TGF"]


@frozen
class _Dialect:
    """One way to write a framework; ``name_pattern`` is what a name looks like, ``labels`` whether it has labels."""

    name: str
    title: str
    parse: Callable[..., FrameworkText]
    write: Callable[[FrameworkText], str]
    name_pattern: re.Pattern[str]
    labels: bool = False


def _read(dialect: _Dialect, source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map of a framework: arguments are claims by their names, attacks are rebuttals.

    A label is a claim's text. Arguments and attacks that are there twice and attacks of arguments that aren't there
    are findings, or refused if ``strict``.
    """
    source, found = legal(source, strict=strict)
    notes = TextNotes(source, strict, found)
    framework = dialect.parse(source, limits=limits)
    for oddity in framework.oddities:
        notes.add(oddity.code, oddity.message, oddity.start, oddity.end)
    making = Making(source, limits)
    for name in framework.names:
        making.claim(framework.labels.get(name, ""), id=name)
    for (first, second), label in framework.labelled():
        making.link(Rebuttal, (first,), second, label="".join(label))
    data = {dialect.name: {"others": framework.others}} if framework.others else {}
    return Reading(ArgumentMap(**making.parts(), data=data), notes.told(), dialect.name)


def _write(dialect: _Dialect, map: ArgumentMap) -> Rendering:
    """The framework of a map: its claims, and the attacks of one claim on another."""
    said = Said()
    names = _names(map, dialect, said)
    labels, attack_labels = {}, {}
    if dialect.labels:
        labels = {names[c.id]: label for c in map.claims if (label := _label(c.text))}
    attacks: dict[tuple[str, str], str] = {}
    for link in map.links:
        if not isinstance(link, Rebuttal) or link.linked or link.warrants:
            said.leave_out(link.id, f"{dialect.title} has only attacks of one claim on another")
            continue
        pair = names[link.premises[0]], names[link.target]
        if pair in attacks:
            said.leave_out(link.id, "the same attack is there already")
            continue
        attacks[pair] = link.id
        if dialect.labels and (label := _label(link.label)):
            attack_labels[pair] = label
    framework = FrameworkText(
        tuple(names.values()), tuple(attacks), labels, attack_labels, tuple(_others(map, dialect))
    )
    text = dialect.write(framework)
    back = _read(dialect, SourceText("", text), strict=False, limits=UNLIMITED).map
    said.ids |= dict(zip(attacks.values(), [link.id for link in back.links], strict=False))
    return Rendering(text, losses_between(map, back, dialect.title, said), dialect.name)


def _names(map: ArgumentMap, dialect: _Dialect, said: Said) -> dict[str, str]:
    """A name for each claim: its id where that will do."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    taken = dict.fromkeys([claim.id for claim in map.claims])
    for claim in map.claims:
        name = claim.id
        if not dialect.name_pattern.fullmatch(name):
            name = fresh_id("a", taken, counts)
            taken[name] = None
            said.ids[claim.id] = name
        names[claim.id] = name
    for issue in map.issues:
        said.leave_out(issue.id, f"{dialect.title} has no issues")
    return names


def _label(text: str) -> str:
    """A text as a label: on one line, with no blanks around it."""
    return one_line(text).strip(" \t")


def _others(map: ArgumentMap, dialect: _Dialect) -> Iterator[str]:
    held: Any = map.data.get(dialect.name)
    others = held.get("others") if isinstance(held, Mapping) else None
    for other in others if isinstance(others, tuple) else ():
        if isinstance(other, str) and _is_whole(dialect, one_line(other)):
            yield one_line(other)


def _is_whole(dialect: _Dialect, line: str) -> bool:
    """Whether a line that was kept can stand in a document as it did, and says no more than that."""
    before = dialect.write(FrameworkText())
    try:
        found = dialect.parse(SourceText("", before + line))
    except ValueError:
        return False
    return found.others == (line,) and not found.names


def _format(dialect: _Dialect, suffix: str, sniff: Callable[[str], bool]) -> Format:
    texts = "" if dialect.labels else "texts, "
    return Format(
        name=dialect.name,
        title=dialect.title,
        suffixes=(suffix,),
        read=partial(_read, dialect),
        write=partial(_write, dialect),
        sniff=sniff,
        cannot_say=f"anything but claims and attacks of one claim on another: {texts}supports, undercuts, records",
    )


_LOOKED_AT = 20_000
_FACTS = re.compile(r"(?:\s+|%[^\r\n]*)*+(?:arg|att)\s*\([^()]*\)\s*\.")
_HEAD = re.compile(r"(?:\s+|#[^\r\n]*)*+p[ \t]+af[ \t]+\d")
_NODES = re.compile(
    r"(?:[^\r\n:{}<>#]*[\r\n]+)*+[ \t]*#[ \t]*(?:[\r\n]+[ \t]*[^\s:]+[ \t]+[^\s:]+|\s*\Z)"
)


def _begins(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.match(text[:_LOOKED_AT]) is not None


TGF = _format(
    _Dialect("tgf", "TGF", parse_tgf, write_tgf, re.compile(r"(?!#$)[^ \t\r\n]+"), labels=True),
    ".tgf",
    partial(_begins, _NODES),
)
APX = _format(
    _Dialect("apx", "APX", parse_apx, write_apx, re.compile(r"[^\s(),]+")),
    ".apx",
    partial(_begins, _FACTS),
)
AF = _format(
    _Dialect("af", "ICCMA p af", parse_af, write_af, re.compile(r"\S+")),
    ".af",
    partial(_begins, _HEAD),
)
