"""The XML of the Change My View corpus of modes: threads, in whose posts claims and premises are marked.

::

    <thread ID="t1">
      <title><claim type="interpretation">CMV: Co-ops are good.</claim></title>
      <OP author="ann">I say so, for <premise id="1" type="logos" rel="support" ref="title">they are near</premise>.</OP>
      <reply id="r1" author="ben">
        <claim id="2" type="disagreement" rel="rebuttal" ref="1">They are far.</claim>
      </reply>
    </thread>

``ref`` names another unit, or the title; units with the same ``rid`` speak for or against it together.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import define, field

from ..errors import ReadError, TooLarge
from ..limits import Limits
from ..model.records import About, Citation, Source
from ..source import SourceText, visible
from ..xmltext import Element, XmlDocument, parse_xml
from .format import Format, Reading
from .map_builder import MapBuilder, expect_root
from .root_element import root_element

__all__ = ["CMV_XML"]

NAME = "cmv-xml"
TITLE = "title"
_UNITS = ("claim", "premise")
_POSTS = ("OP", "reply")
_POST_TAG = re.compile(r"<(/?)(reply|OP|(?<=/)thread)\b")
_WAYS = {
    "support": "support",
    "agreement": "support",
    "attack": "attack",
    "disagreement": "attack",
    "rebuttal": "attack",
    "undercutter": "undercut",
}
"""What the first word of a relation says, behind ``partial_``; ``rebuttal_attack`` and the like say the same."""


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a thread says.

    Claims and premises are claims, with their kinds as tags, said by the post's author, and cited from the post. Support
    and agreement are supports, rebuttal, attack and disagreement rebuttals; an undercutter is an undercut of the step
    that the unit it names is a premise of, and a rebuttal where it is of none. Units that stand together are linked
    premises. The posts' texts are kept with their sources.
    """
    document, unclosed = _document(source, strict, limits)
    root = expect_root(document, ["thread"], "A thread")
    reader = _Reader(MapBuilder(document, NAME, limits))
    if unclosed:
        reader.builder.note(
            "unclosed-post", "a post isn't closed; it ends where the next begins", root
        )
    return reader.reading(root, strict)


def _document(source: SourceText, strict: bool, limits: Limits) -> tuple[XmlDocument, bool]:
    """The document, with the ends of posts that somebody forgot, and whether there were any."""
    try:
        return parse_xml(source, limits=limits), False
    except ReadError as error:
        text = _closed(source.text)
        if strict or text == source.text or isinstance(error, TooLarge):
            raise
        try:
            return parse_xml(SourceText(source.name, text), limits=limits), True
        except ReadError:
            raise error from None


def _closed(text: str) -> str:
    """The text of a thread in which each post ends where the next one or the thread's end begins, if not before."""
    pieces, last, open = [], 0, ""
    for found in _POST_TAG.finditer(text):
        name = found[2]
        if found[1] and name != "thread":
            open = ""
            continue
        if open:
            pieces += [text[last : found.start()], f"</{open}>"]
            last = found.start()
        open = "" if found[1] else name
    return "".join([*pieces, text[last:]])


@define
class _Unit:
    """A unit that was read, with what it says of another."""

    id: str
    element: Element
    relation: str
    ref: str
    together: str


@define
class _Reader:
    builder: MapBuilder
    units: list[_Unit] = field(factory=list)
    ids: dict[str, str] = field(factory=dict)
    steps: dict[str, str] = field(factory=dict)
    url: str = ""

    def reading(self, root: Element, strict: bool) -> Reading:
        builder = self.builder
        if id := root.attributes.get("ID", ""):
            builder.kept["thread"] = id
        author = next((post.attributes.get("author", "") for post in root.named("OP")), "")
        for part in root.children:
            if part.name == "title":
                builder.about = About(_words(part.whole_text))
                self._post(part, TITLE, author)
            elif part.name == "source":
                self.url = part.whole_text.strip()
            elif part.name in _POSTS:
                self._post(
                    part,
                    part.attributes.get("id", "") or part.name,
                    part.attributes.get("author", ""),
                )
            else:
                what = f"a thread has no <{visible(part.name)}>"
                builder.put_aside("unknown-element", what, part)
        self._relate()
        return builder.reading(strict=strict)

    def _post(self, post: Element, name: str, author: str) -> None:
        """Take in a post: a source with its text, and the units in it."""
        builder = self.builder
        offset = 0
        pieces = []
        places: list[tuple[Element, int]] = []
        for part in post.parts():
            if isinstance(part, str):
                pieces.append(part)
                offset += len(part)
            elif part.name in _UNITS:
                places.append((part, offset))
            elif part.name == "reply":
                # A reply that isn't closed takes in those that follow.
                builder.note("nested-reply", "a reply stands within another post", part)
            else:
                what = f"a post has no <{visible(part.name)}>; its text is read"
                builder.note("unknown-element", what, part)
        text = "".join(pieces)
        source = name
        if name != TITLE:
            source = builder.record_id("source", builder.sources, name)
            authors = (author,) if author else ()
            data = builder.data({"text": builder.text(text, post), "kind": post.name}, post)
            url = self.url if post.name == "OP" else ""
            builder.sources[source] = Source(source, url=url, authors=authors, data=data)
        for unit, start in places:
            self._unit(unit, "" if name == TITLE else source, start, author)

    def _unit(self, unit: Element, source: str, start: int, author: str) -> None:
        held, builder = unit.attributes, self.builder
        raw = unit.whole_text
        lead = len(raw) - len(raw.lstrip())
        text = raw.strip()
        first = start + lead
        place = Citation(source, text, start=first, end=first + len(text))
        names = ("id", "type", "rel", "ref", "rid")
        name = held.get("id", "") or (TITLE if not source and TITLE not in self.ids else "")
        id = builder.claim(
            name,
            text,
            unit,
            kept={name: value for name, value in held.items() if name not in names},
            tags=tuple([tag for tag in (unit.name, held.get("type", "")) if tag]),
            said_by=(builder.participant(author),) if author else (),
            citations=(place,) if source else (),
        )
        if name:
            self.ids.setdefault(name, id)
        self.units.append(
            _Unit(id, unit, held.get("rel", ""), held.get("ref", ""), held.get("rid", ""))
        )

    # Relations.

    def _relate(self) -> None:
        """Make a step of each relation; undercutters last, for they need what they undercut."""
        groups: dict[tuple[str, ...], list[_Unit]] = {}
        for number, unit in enumerate(self.units):
            if unit.relation or unit.ref:
                apart = unit.together or f"\0{number}"
                groups.setdefault((apart, unit.relation, unit.ref), []).append(unit)
        undercutters = []
        for (_, relation, ref), units in groups.items():
            way = _way(relation)
            if not way:
                said = f"the relation '{visible(relation)}'" if relation else "no relation"
                message = f"the unit has {said}, which says neither for nor against"
                self.builder.put_aside("unknown-relation", message, units[0].element)
            elif way == "undercut":
                undercutters.append((relation, ref, units))
            else:
                self._step(way, relation, self.ids.get(ref, ref), units)
        self._undercut(undercutters)

    def _undercut(self, waiting: list[tuple[str, str, list[_Unit]]]) -> None:
        """An undercutter of a premise undercuts its step, which may itself be an undercutter's."""
        by_unit: dict[str, list[tuple[str, str, list[_Unit]]]] = {}
        own = {unit.id: relation for relation in waiting for unit in relation[2]}
        ready = []
        for relation in waiting:
            target = self.ids.get(relation[1], relation[1])
            if target in own and target not in self.steps:
                by_unit.setdefault(target, []).append(relation)
            else:
                ready.append(relation)
        done = set()
        while ready:
            name, ref, units = ready.pop()
            target = self.ids.get(ref, ref)
            self._step("attack", name, self.steps.get(target, target), units)
            for unit in units:
                done.add(unit.id)
                ready += by_unit.pop(unit.id, [])
        for name, ref, units in [one for held in by_unit.values() for one in held]:
            self._step("attack", name, self.ids.get(ref, ref), units)

    def _step(self, role: str, relation: str, target: str, units: list[_Unit]) -> None:
        usual = {"support": "support", "attack": "rebuttal"}[role]
        saved: dict[str, Any] = {"rel": relation if relation != usual else ""}
        if units[0].together:
            saved["rid"] = units[0].together
        step = self.builder.step(
            "", role, [unit.id for unit in units], target, units[0].element, kept=saved
        )
        for unit in units:
            self.steps.setdefault(unit.id, step)


def _way(relation: str) -> str:
    words = relation.strip().lower().removeprefix("partial_")
    return _WAYS.get(words.partition("_")[0], "")


def _words(text: str) -> str:
    return " ".join(text.split())


def sniff(text: str) -> bool:
    """Whether the outermost element is ``thread``."""
    return root_element(text).name == "thread"


CMV_XML = Format(
    name=NAME,
    title="Change My View XML",
    suffixes=(".cmv.xml", ".xml"),
    read=read,
    sniff=sniff,
)
