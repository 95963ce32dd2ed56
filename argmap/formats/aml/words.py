"""The parts of AML that stand beside its tree: schemes, particulars of the analysis, and what they mean in a map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ...model.map import ArgumentMap
from ...model.records import About, Scheme, Source
from ...xmltext import Element, element_of
from ..dialect import Dialect, Told, simple_dialect

__all__ = [
    "DIALECT",
    "NAME",
    "TEXT",
    "Instances",
    "particulars",
    "particulars_of",
    "scheme_of",
    "schemes_of",
    "shared_schemes",
    "text_source",
    "usual_instances",
    "words_of",
]

NAME = "aml"
TEXT = "text"
"""The id of the source that is the text itself, and the name of its words in free data."""

Instances = dict[str, list[list[str]]]
"""For each proposition the pairs of a scheme's name and the number of its instance."""


def _sayable(told: Told) -> Told:
    plain = told.scheme == " ".join(told.scheme.split())
    return told if plain else Told(told.role, told.text)


DIALECT: Dialect = simple_dialect(NAME, "AML", ("support", "attack"), _sayable)


# Schemes.


def scheme_of(element: Element, id: str, data: Any) -> Scheme:
    """The scheme that a ``SCHEME`` says; blanks around and within names and questions count once."""
    questions = [_words(question.whole_text) for question in element.named("CQ")]
    return Scheme(id, name_of(element), tuple(questions), data)


def name_of(element: Element) -> str:
    """The name that a ``SCHEME`` says."""
    return " ".join([_words(name.whole_text) for name in element.named("NAME")])


def schemes_of(schemes: Sequence[Scheme]) -> Iterator[Element]:
    """The ``SCHEMESET`` of those schemes whose names have words; nothing where none has."""
    made = [_scheme(scheme) for scheme in schemes if scheme.name.split()]
    if made:
        yield Element("SCHEMESET", content=[*made])


def _scheme(scheme: Scheme) -> Element:
    kept = scheme.data.get(NAME)
    form = element_of(kept.get("form")) if isinstance(kept, Mapping) else None
    usual = Element("FORM", content=[Element("CONCLUSION")])
    questions = [_told("CQ", question) for question in scheme.questions]
    return Element("SCHEME", content=[_told("NAME", scheme.name), form or usual, *questions])


def shared_schemes(instances: Instances, steps: Iterable[tuple[Sequence[str], str]]) -> list[str]:
    """For each step, its premises and its target, the name of the scheme that all are in one instance of, or nothing.

    Of several the one that the first premise names first.
    """
    held = {id: {(name, number) for name, number in pairs} for id, pairs in instances.items()}
    found = []
    for premises, target in steps:
        ends = [held.get(end, set()) for end in (target, *premises)]
        pairs = [tuple(pair) for pair in instances.get(premises[0], [])]
        shared = [pair[0] for pair in pairs if all(pair in end for end in ends)]
        found.append(shared[0] if shared else "")
    return found


def usual_instances(steps: Iterable[tuple[str, Sequence[str], str]]) -> Instances:
    """The instances that argmap writes for steps: triples of a scheme's name, the premises and the target."""
    found: Instances = {}
    named = [step for step in steps if step[0]]
    for number, (name, premises, target) in enumerate(named):
        for end in dict.fromkeys((target, *premises)):
            found.setdefault(end, []).append([name, str(number)])
    return found


# Particulars.


def text_source(map: ArgumentMap) -> Source | None:
    """The source that holds the text of the analysis, or is called as it would be."""
    named = [source for source in map.sources if words_of(source) or source.id == TEXT]
    return named[0] if named else None


def words_of(source: Source) -> str | None:
    """The words of a source, if they are kept with it."""
    kept = source.data.get(NAME)
    words = kept.get(TEXT) if isinstance(kept, Mapping) else None
    return words if isinstance(words, str) else None


def particulars(element: Element) -> tuple[About, str]:
    """What the ``EDATA`` of an analysis says: author and comments, and where the text is from."""
    said = {child.name: child.whole_text for child in element.children}
    author = said.get("AUTHOR", "")
    authors = (author,) if author not in ("", "null") else ()
    about = About(description=said.get("COMMENTS", ""), authors=authors)
    return about, said.get("SOURCE", "")


def particulars_of(about: About, origin: str) -> Element | None:
    """The ``EDATA`` that says them; None where there is nothing to say."""
    said = {
        "AUTHOR": about.authors[0] if about.authors else "",
        "SOURCE": origin,
        "COMMENTS": about.description,
    }
    made = [_told(name, text) for name, text in said.items() if text]
    return Element("EDATA", content=[*made]) if made else None


def _told(name: str, text: str) -> Element:
    return Element(name, content=[text] if text else [])


def _words(text: str) -> str:
    return " ".join(text.split())
