"""Where quotations stand in the texts of their sources, which may have changed since."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from attrs import frozen

from ..model.map import ArgumentMap
from ..model.records import Citation

__all__ = ["Place", "State", "verify_sources"]

State: TypeAlias = Literal["exact", "moved", "altered", "missing"]
"""How a quotation stands: at its place, elsewhere, elsewhere in other words, or nowhere."""

_ALIKE = 0.6
"""From which ratio on a passage counts as the quotation in other words."""

_LONGEST = 2_000
"""How many characters of a quotation are compared, if it isn't found as it is."""

_BLANK = re.compile(r"\s+")
_QUOTES = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "–": "-", "—": "-"}
)


@frozen
class Place:
    """What became of one citation: of which element and source, how it stands, and where.

    ``start`` and ``end`` are the characters of the passage in the source's text, counted from 0, None for a missing one; ``found`` is
    how the source words it.
    """

    element: str
    citation: Citation
    state: State
    start: int | None = None
    end: int | None = None
    found: str = ""


def verify_sources(map: ArgumentMap, texts: Mapping[str, str]) -> tuple[Place, ...]:
    """For each citation with a quotation whose source's text is in ``texts`` (by the source's id): how it stands there.

    A quotation is found by its words, those before and after it, and its place, in this order (Web Annotation Data Model, section 4.2.4,
    Text Quote Selector). Blanks, case and the kind of quotation marks and dashes don't count. *Exact* is one at its offsets, or
    without offsets the only one; *moved* stands elsewhere; *altered* is a passage that is worded alike.

    >>> from argmap import Citation, Claim, Source
    >>> said = Claim("c", "Co-ops cost less.", citations=(Citation("s", "cost less", start=7, end=16),))
    >>> debate = ArgumentMap(claims=(said,), sources=(Source("s"),))
    >>> [place.state for place in verify_sources(debate, {"s": "Co-ops cost less."})]
    ['exact']
    >>> verify_sources(debate, {"s": "They say that co-ops cost less."})[0].state
    'moved'
    """
    plains = {id: _Plain.of(text) for id, text in texts.items()}
    return tuple(
        [
            _placed(element.id, citation, plains[citation.source])
            for element in map.elements.values()
            for citation in element.citations
            if citation.quote and citation.source in plains
        ]
    )


@frozen
class _Plain:
    """A text in its plain form, and for each character of that its place in the text."""

    text: str
    plain: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> _Plain:
        """The plain form of ``text``: lower case, straight quotation marks, one blank for several."""
        characters: list[str] = []
        places: list[int] = []
        blank = True
        for place, character in enumerate(text.translate(_QUOTES)):
            if character.isspace():
                if not blank:
                    characters.append(" ")
                    places.append(place)
                blank = True
                continue
            blank = False
            for each in character.lower():
                characters.append(each)
                places.append(place)
        return cls(text, "".join(characters), tuple(places))

    def place(
        self, element: str, citation: Citation, state: State, start: int, length: int
    ) -> Place:
        """The place of ``length`` plain characters from ``start`` on."""
        first, last = self.places[start], self.places[start + length - 1] + 1
        return Place(element, citation, state, first, last, self.text[first:last])


def _placed(element: str, citation: Citation, source: _Plain) -> Place:
    quote = _plain(citation.quote)
    starts = _occurrences(quote, source.plain) if quote else []
    if not starts:
        return _nearest(element, citation, quote, source)
    best = max(starts, key=lambda start: _fit(citation, source, start, len(quote)))
    meant = citation.start is None or source.places[best] == citation.start
    return source.place(element, citation, "exact" if meant else "moved", best, len(quote))


def _plain(text: str) -> str:
    return _BLANK.sub(" ", text.translate(_QUOTES).lower()).strip()


def _occurrences(quote: str, text: str) -> list[int]:
    """Where a quotation stands, at most a thousand times."""
    return [found.start() for _, found in zip(range(1000), re.finditer(re.escape(quote), text))]  # noqa: B905  # the shorter one counts


def _fit(citation: Citation, source: _Plain, start: int, length: int) -> tuple[int, int]:
    """How well an occurrence fits: by the words around it, then by its distance from where it should be."""
    before, after = _plain(citation.prefix), _plain(citation.suffix)
    around = 0
    stop = start + length
    if before and source.plain[max(0, start - len(before) - 1) : start].strip() == before:
        around += 1
    if after and source.plain[stop : stop + len(after) + 1].strip() == after:
        around += 1
    meant = 0 if citation.start is None else citation.start
    return around, -abs(source.places[start] - meant)


def _nearest(element: str, citation: Citation, quote: str, source: _Plain) -> Place:
    """The passage that is worded most alike, if one is alike enough.

    It is looked for around the longest run of characters that quotation and source share.
    """
    quote = quote[:_LONGEST]
    matcher = SequenceMatcher(None, source.plain, quote, autojunk=len(source.plain) > _LONGEST)
    shared = matcher.find_longest_match()
    if not shared.size:
        return Place(element, citation, "missing")
    start = source.plain.rfind(" ", 0, max(0, shared.a - shared.b) + 1) + 1
    window = source.plain[start : start + len(quote) * 3 // 2 + 1]
    blocks = SequenceMatcher(None, window, quote, autojunk=False).get_matching_blocks()
    stop = _word_end(
        source.plain, start + max([block.a + block.size for block in blocks[:-1]], default=0)
    )
    passage = source.plain[start:stop]
    if SequenceMatcher(None, passage, quote, autojunk=False).ratio() < _ALIKE:
        return Place(element, citation, "missing")
    return source.place(element, citation, "altered", start, stop - start)


def _word_end(text: str, place: int) -> int:
    """Where the word that ``place`` stands in ends."""
    blank = text.find(" ", place)
    return len(text) if blank < 0 else blank
