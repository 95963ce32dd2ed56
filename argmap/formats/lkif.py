"""LKIF, the Legal Knowledge Interchange Format: the argument graphs in it, as Carneades 2 and 3 write them.

::

    <lkif>
      <argument-graphs>
        <argument-graph id="g" title="Tweety" main-issue="s1">
          <statements>
            <statement id="s1" value="unknown" assumption="false" standard="PE"><s>Tweety flies.</s></statement>
            <statement id="s2" value="true" assumption="true" standard="PE"><s>Tweety is a bird.</s></statement>
          </statements>
          <arguments>
            <argument id="a1" direction="pro" scheme="" weight="0.5">
              <conclusion statement="s1"/>
              <premises><premise polarity="positive" type="ordinary" role="" statement="s2"/></premises>
            </argument>
          </arguments>
        </argument-graph>
      </argument-graphs>
    </lkif>
"""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..limits import Limits
from ..model.claim import Stance
from ..model.ids import slug
from ..model.records import About, Citation, Group, Source
from ..source import SourceText, visible
from ..xmltext import Element, kept, parse_xml
from .carneades_xml import Negations, is_true
from .format import Format, Reading
from .map_builder import MapBuilder, expect_root
from .root_element import root_element

__all__ = ["LKIF"]

NAME = "lkif"


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that the argument graphs of a document of LKIF say.

    Statements are claims: assumed where they are an assumption, asserted where they are true, questioned
    otherwise. Arguments are supports, or rebuttals where their direction is con. An exception among the premises is an undercut of the
    argument, a premise of negative polarity the negation of its statement, a claim that contradicts it.
    Several graphs are groups. Values, standards, roles, formal statements, and theories with their
    rules are kept.
    """
    document = parse_xml(source, limits=limits)
    root = expect_root(document, ["lkif"], "LKIF")
    return _Reader(MapBuilder(document, NAME, limits), root).reading(strict)


@define
class _Reader:
    builder: MapBuilder
    root: Element
    citations: dict[str, Citation] = field(factory=dict)
    urls: dict[str, str] = field(factory=dict)

    def reading(self, strict: bool) -> Reading:
        graphs = []
        for element in self.root.children:
            if element.name == "argument-graphs":
                graphs += element.named("argument-graph")
            elif element.name == "sources":
                self._sources(element)
            elif element.name == "theory":
                self.builder.kept.setdefault("theories", []).append(kept(element, tidy=True))
            else:
                what = f"LKIF has no <{visible(element.name)}> here"
                self.builder.put_aside("unknown-element", what, element)
        if not graphs:
            message = "the document has no argument graph; its theories are kept"
            self.builder.note("no-argument-graph", message, self.root)
        for graph in graphs:
            self._graph(graph, several=len(graphs) > 1)
        return self.builder.reading(strict=strict)

    def _sources(self, element: Element) -> None:
        for one in element.named("source"):
            url = one.attributes.get("uri", "")
            if url not in self.urls:
                id = self.builder.record_id("source", self.builder.sources, slug(url) or "source")
                self.urls[url] = id
                self.builder.sources[id] = Source(id, url=url)
            # The first counts: a statement for each predicate and a source for each would be too many.
            self.citations.setdefault(one.attributes.get("element", ""), Citation(self.urls[url]))
            self.builder.kept.setdefault("sources", []).append(dict(one.attributes))

    def _graph(self, element: Element, *, several: bool) -> None:
        builder, held = self.builder, element.attributes
        title = held.get("title", "")
        group = None
        if several:
            wish = held.get("id", "") or slug(title) or "graph"
            group = builder.record_id("group", builder.groups, wish)
            builder.groups[group] = Group(group, title)
        else:
            builder.about = About(title)
        besides = {name: v for name, v in held.items() if name != "title" and v}
        if besides:
            builder.kept.setdefault("graphs", []).append(besides)
        _Graph(self, element, group).read()


@define
class _Graph:
    """One argument graph; ids are its own."""

    reader: _Reader
    element: Element
    group: str | None
    statements: dict[str, str] = field(factory=dict)

    def read(self) -> None:
        """Take in the statements, then the arguments."""
        for part in self.element.named("statements"):
            for statement in part.named("statement"):
                self._statement(statement)
        negations = Negations(self.reader.builder)
        for part in self.element.named("arguments"):
            for argument in part.named("argument"):
                self._argument(argument, negations)
        negations.contradict()

    def _statement(self, element: Element) -> None:
        held, builder = element.attributes, self.reader.builder
        said = element.first("s")
        formal = said is not None and (said.children or said.attributes)
        besides: dict[str, Any] = {name: v for name, v in held.items() if name != "id"}
        besides["formal"] = kept(said, tidy=True) if said is not None and formal else []
        id = builder.claim(
            held.get("id", ""),
            _text(said) if said is not None else "",
            element,
            kept=besides,
            stance=_stance(element),
            group=self.group,
            citations=tuple(self._cited(held.get("id", ""), said)),
        )
        self.statements.setdefault(held.get("id", ""), id)

    def _cited(self, id: str, said: Element | None) -> list[Citation]:
        predicate = said.attributes.get("pred", "") if said is not None else ""
        named = [
            self.reader.citations[name] for name in (id, predicate) if name in self.reader.citations
        ]
        return list(dict.fromkeys(named))

    def _argument(self, element: Element, negations: Negations) -> None:
        builder, held = self.reader.builder, element.attributes
        conclusion = element.first("conclusion")
        end = conclusion.attributes.get("statement", "") if conclusion is not None else ""
        premises: list[str] = []
        exceptions: list[tuple[str, Element]] = []
        types: list[str] = []
        roles: list[str] = []
        for premise in [one for part in element.named("premises") for one in part.named("premise")]:
            raw = premise.attributes.get("statement", "")
            id = self.statements.get(raw, raw)
            if premise.attributes.get("polarity") == "negative":
                id = negations.of(id, premise)
            if premise.attributes.get("type") == "exception":
                exceptions.append((id, premise))
                continue
            premises.append(id)
            types.append(premise.attributes.get("type", "ordinary"))
            roles.append(premise.attributes.get("role", ""))
        names = ("id", "title", "direction", "scheme", "weight")
        scheme = held.get("scheme", "").strip()
        step = builder.step(
            held.get("id", ""),
            "attack" if held.get("direction") == "con" else "support",
            premises,
            self.statements.get(end, end),
            element,
            kept={
                **{name: value for name, value in held.items() if name not in names},
                "types": types if any(type != "ordinary" for type in types) else [],
                "roles": roles if any(roles) else [],
            },
            weight=builder.number(element, "weight"),
            label=held.get("title", ""),
            scheme=builder.scheme(scheme) if scheme else None,
            group=self.group,
        )
        for id, premise in exceptions:
            role = premise.attributes.get("role", "")
            builder.step("", "attack", [id], step, premise, kept={"role": role}, group=self.group)


def _stance(element: Element) -> Stance:
    """How a statement is held: assumed, accepted, or in question, as Carneades itself reads the two attributes."""
    if is_true(element, "assumption"):
        return "assumed"
    return "asserted" if element.attributes.get("value") == "true" else "questioned"


def _text(said: Element) -> str:
    """The text of a statement; of a formal one, its predicate and terms."""
    words = " ".join(said.whole_text.split()) if said.text.strip() else ""
    predicate = said.attributes.get("pred", "")
    if words or not (predicate or said.children):
        return words
    terms = [" ".join(child.whole_text.split()) for child in said.children]
    return f"{predicate}({', '.join(terms)})"


def sniff(text: str) -> bool:
    """Whether the outermost element is ``lkif``."""
    return root_element(text).name == "lkif"


LKIF = Format(
    name=NAME,
    title="LKIF",
    suffixes=(".lkif.xml", ".lkif", ".xml"),
    read=read,
    sniff=sniff,
)
