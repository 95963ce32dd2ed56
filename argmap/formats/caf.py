"""CAF, the Carneades Argument Format: statements, arguments for and against them, references.

::

    <caf version="1.3">
      <metadata title="Marriage"/>
      <statements>
        <statement id="s1" weight="1.0">
          <descriptions><description lang="en">Fred wears a ring.</description></descriptions>
        </statement>
        <statement id="s2">
          <descriptions><description lang="en">Fred is married.</description></descriptions>
        </statement>
      </statements>
      <arguments>
        <argument id="a1" pro="true" weight="0.5">
          <conclusion statement="s2"/>
          <premises><premise statement="s1" positive="true"/></premises>
        </argument>
      </arguments>
      <references/>
    </caf>
"""

from __future__ import annotations

from typing import Any

from attrs import define, evolve, field

from ..limits import Limits
from ..model.records import About, Source
from ..source import SourceText, visible
from ..xmltext import Element, kept, parse_xml
from .carneades_xml import Negations, is_true, undercut_in
from .format import Format, Reading
from .map_builder import MapBuilder, expect_root
from .root_element import root_element

__all__ = ["CAF"]

NAME = "caf"
_OF_ABOUT = ("title", "creator", "language")
_PARTS = ("metadata", "statements", "arguments", "references")


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of CAF says.

    Statements are claims: the first description is the text, those in other languages are other wordings. Arguments are
    supports, or rebuttals where they are con; one that concludes ``(undercut a1)`` is an undercut of a1. A premise that
    isn't positive is the negation of its statement, a claim of its own that contradicts it. References are sources.
    Values, standards, atoms, roles and metadata are kept.
    """
    document = parse_xml(source, limits=limits)
    root = expect_root(document, ["caf"], "CAF")
    return _Reader(MapBuilder(document, NAME, limits), root).reading(strict)


@define
class _Reader:
    builder: MapBuilder
    root: Element
    statements: dict[str, str] = field(factory=dict)
    elements: dict[str, Element] = field(factory=dict)
    languages: list[str] = field(factory=list)

    def reading(self, strict: bool) -> Reading:
        for element in self.root.children:
            if element.name not in _PARTS:
                what = f"CAF has no <{visible(element.name)}> here"
                self.builder.put_aside("unknown-element", what, element)
        if version := self.root.attributes.get("version"):
            self.builder.kept["version"] = version
        for statement in self._all("statements", "statement"):
            self._statement(statement)
        self._about(self.root.first("metadata"))
        negations = Negations(self.builder)
        for argument in self._all("arguments", "argument"):
            self._argument(argument, negations)
        negations.contradict()
        for reference in self._all("references", "metadata"):
            self._reference(reference)
        return self.builder.reading(strict=strict)

    def _all(self, holder: str, name: str) -> list[Element]:
        return [element for part in self.root.named(holder) for element in part.named(name)]

    def _about(self, metadata: Element | None) -> None:
        if metadata is None:
            return
        held = metadata.attributes
        texts = [text for _, text in _descriptions(metadata)]
        self.builder.about = About(
            held.get("title", ""),
            texts[0] if texts else "",
            tuple(_several(held.get("creator", ""))),
            held.get("language", "") or next(iter(self.languages), ""),
        )
        besides = {name: value for name, value in held.items() if name not in _OF_ABOUT}
        if besides or len(texts) > 1:
            self.builder.kept["metadata"] = kept(metadata, tidy=True)

    # Statements.

    def _statement(self, element: Element) -> None:
        builder, held = self.builder, element.attributes
        told = _descriptions(element)
        texts = [text for _, text in told]
        metadata = element.first("metadata")
        of_metadata = metadata.attributes if metadata is not None else {}
        besides = {name: v for name, v in held.items() if name not in ("id", "weight")}
        languages = [language for language, _ in told]
        self.languages += languages[:1]
        id = builder.claim(
            held.get("id", ""),
            texts[0] if texts else held.get("atom", ""),
            element,
            kept={
                **besides,
                "languages": languages if len(languages) > 1 else [],
                "metadata": kept(metadata, tidy=True) if metadata is not None else [],
            },
            title=of_metadata.get("title", ""),
            wordings=tuple(texts[1:]),
            weight=builder.number(element, "weight"),
            said_by=tuple(
                [builder.participant(n) for n in _several(of_metadata.get("creator", ""))]
            ),
        )
        self.statements.setdefault(held.get("id", ""), id)
        self.elements[id] = element

    # Arguments.

    def _argument(self, element: Element, negations: Negations) -> None:
        builder, held = self.builder, element.attributes
        conclusion = element.first("conclusion")
        end = conclusion.attributes.get("statement", "") if conclusion is not None else ""
        premises = [
            premise for part in element.named("premises") for premise in part.named("premise")
        ]
        ids = []
        for premise in premises:
            raw = premise.attributes.get("statement", "")
            id = self.statements.get(raw, raw)
            if is_true(premise, "implicit") and id in builder.claims:
                builder.change(id, implicit=True)
            ids.append(
                id if is_true(premise, "positive", usual=True) else negations.of(id, premise)
            )
        target = self.statements.get(end, end)
        undercut = (
            undercut_in(self.elements[target].attributes.get("atom", ""))
            if target in self.elements
            else ""
        )
        metadata = element.first("metadata")
        names = ("id", "weight", "strict", "scheme", "pro")
        besides: dict[str, Any] = {name: value for name, value in held.items() if name not in names}
        besides["roles"] = [
            role for premise in premises if (role := premise.attributes.get("role"))
        ]
        besides["metadata"] = kept(metadata, tidy=True) if metadata is not None else []
        if undercut:
            besides["conclusion"] = end
        scheme = held.get("scheme", "").strip()
        builder.step(
            held.get("id", ""),
            "attack" if undercut or not is_true(element, "pro", usual=True) else "support",
            ids,
            undercut or target,
            element,
            kept=besides,
            strict=is_true(element, "strict"),
            weight=builder.number(element, "weight"),
            scheme=builder.scheme(scheme) if scheme else None,
        )

    def _reference(self, element: Element) -> None:
        held = element.attributes
        table = self.builder.sources
        id = self.builder.record_id("source", table, held.get("key", "") or "reference")
        places = [held.get(name, "") for name in ("identifier", "source")]
        url = next((place for place in places if place.startswith(("http:", "https:"))), "")
        made = Source(id, held.get("title", ""), url, tuple(_several(held.get("creator", ""))))
        names = ("key", "title", "creator", "date")
        besides = {name: value for name, value in held.items() if name not in names}
        more = {"descriptions": [text for _, text in _descriptions(element)]}
        data = self.builder.data({**besides, **more}, element)
        table[id] = evolve(made, date=held.get("date", ""), data=data)


def _descriptions(element: Element) -> list[tuple[str, str]]:
    """The language and text of each description directly in an element."""
    return [
        (one.attributes.get("lang", ""), one.whole_text.strip())
        for part in element.named("descriptions")
        for one in part.named("description")
    ]


def _several(value: str) -> list[str]:
    """The parts of a value in which semicolons stand between several."""
    return [part.strip() for part in value.split(";") if part.strip()]


def sniff(text: str) -> bool:
    """Whether the outermost element is ``caf``."""
    return root_element(text).name == "caf"


CAF = Format(
    name=NAME,
    title="CAF (Carneades)",
    suffixes=(".caf.xml", ".caf", ".xml"),
    read=read,
    sniff=sniff,
)
