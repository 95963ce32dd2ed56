"""A strategy for each of argmap's types, with no arguments: what ``hypothesis.strategies.from_type`` gives."""

from __future__ import annotations

from typing import Any

from attrs import fields
from hypothesis import strategies as st

from ..comparison import Change, Diff, diff
from ..drawing import PAPERS, THEMES, Drawing, Mark, Palette, Paper, Theme, draw
from ..formats import Format
from ..formats import formats as every_format
from ..limits import Limits
from ..model import (
    About,
    Answer,
    ArgumentMap,
    Attack,
    Citation,
    Conflict,
    Data,
    Group,
    Issue,
    Participant,
    Preference,
    Rephrase,
    Scheme,
    Source,
    Step,
)
from ..semantics import Certificate, Evaluation, evaluate
from ..semantics.evaluation import SEMANTICS
from ..strategies.edits import edited_maps
from ..strategies.elements import PICK, WEIGHTS, claims, free_data
from ..strategies.frameworks import (
    abstract_frameworks,
    bipolar_frameworks,
    qbafs,
    weighted_frameworks,
)
from ..strategies.links import AMONG, links, links_of, rebuttals, supports, undercuts
from ..strategies.made import made
from ..strategies.maps import drafts, maps
from ..strategies.texts import texts
from ..strategies.views import views

__all__ = [
    "abouts",
    "abstract_frameworks",
    "answers",
    "attacks",
    "bipolar_frameworks",
    "certificates",
    "changes",
    "citations",
    "claims",
    "conflicts",
    "diffs",
    "drafts",
    "drawings",
    "evaluations",
    "formats",
    "frozen_data",
    "groups",
    "issues",
    "limits",
    "links",
    "maps",
    "marks",
    "palettes",
    "papers",
    "participants",
    "preferences",
    "qbafs",
    "rebuttals",
    "rephrases",
    "schemes",
    "sources",
    "steps",
    "supports",
    "themes",
    "undercuts",
    "views",
    "weighted_frameworks",
]

_TITLE = texts()
_SEVERAL = st.lists(_TITLE, max_size=2).map(tuple)


def issues() -> st.SearchStrategy[Issue]:
    """An issue that names no record."""
    return made(lambda text, title: Issue("i1", text, title), _TITLE, _TITLE)


def steps() -> st.SearchStrategy[Step]:
    """A support, a rebuttal or an undercut."""
    return supports() | rebuttals() | undercuts()


def attacks() -> st.SearchStrategy[Attack]:
    """A rebuttal or an undercut."""
    return rebuttals() | undercuts()


def conflicts() -> st.SearchStrategy[Conflict]:
    """A conflict of two claims or more."""
    return links_of(AMONG, ("conflict",))


def rephrases() -> st.SearchStrategy[Rephrase]:
    """A claim that rephrases another."""
    return links_of(AMONG, ("rephrase",))


def preferences() -> st.SearchStrategy[Preference]:
    """A preference of claims or links."""
    return links_of(AMONG, ("preference",))


def answers() -> st.SearchStrategy[Answer]:
    """A claim that answers the issue."""
    return links_of(AMONG, ("answer",))


def abouts() -> st.SearchStrategy[About]:
    """What a map says of itself."""
    language = st.sampled_from(["", "en", "de", "ar", "pt-BR", "zh-Hans"])
    return made(About, _TITLE, _TITLE, _SEVERAL, language, free_data())


def citations() -> st.SearchStrategy[Citation]:
    """A place in the source ``d1``."""
    return made(lambda quote, page: Citation("d1", quote, locator=page), _TITLE, _TITLE)


def groups() -> st.SearchStrategy[Group]:
    """A group with none around it."""
    return made(lambda title, data: Group("g1", title, data=data), _TITLE, free_data())


def participants() -> st.SearchStrategy[Participant]:
    """Somebody who speaks."""
    return made(lambda name, data: Participant("p1", name, data), _TITLE, free_data())


def schemes() -> st.SearchStrategy[Scheme]:
    """A scheme with critical questions."""
    return made(lambda name, asked: Scheme("w1", name, asked), _TITLE, _SEVERAL)


def sources() -> st.SearchStrategy[Source]:
    """A document."""
    url = PICK.map(lambda page: f"https://example.org/{page}" if page else "")
    return made(lambda title, at, who: Source("d1", title, at, who), _TITLE, url, _SEVERAL)


def frozen_data() -> st.SearchStrategy[Data]:
    """Free data as a map holds them."""
    return made(Data, free_data())


def evaluations() -> st.SearchStrategy[Evaluation]:
    """Any map weighed under any semantics."""
    return made(evaluate, maps(), st.sampled_from(SEMANTICS))


def certificates() -> st.SearchStrategy[Certificate]:
    """Evidence for the verdict of a claim of any map that has one."""

    def shown(map: ArgumentMap, pick: int) -> Any:
        claim = map.claims[pick % len(map.claims)]
        return evaluate(map).certificate(claim.id)

    return made(shown, maps(min_claims=1), PICK)


def formats() -> st.SearchStrategy[Format]:
    """A format that argmap has."""
    return st.sampled_from(every_format())


def limits() -> st.SearchStrategy[Limits]:
    """Limits for readers, from nothing at all to more than there is."""
    names = [part.name for part in fields(Limits)]
    numbers = st.lists(st.integers(0, 10**9), min_size=len(names), max_size=len(names))
    return made(lambda given: Limits(**dict(zip(names, given, strict=True))), numbers)


def drawings() -> st.SearchStrategy[Drawing]:
    """Any map drawn."""
    return made(draw, maps())


def marks() -> st.SearchStrategy[Mark]:
    """How a claim or link fares."""
    return made(Mark, st.sampled_from([None, "accepted", "rejected", "undecided"]), WEIGHTS)


def palettes() -> st.SearchStrategy[Palette]:
    """The colours of a theme by day."""
    return made(lambda theme: theme.palette, themes())


def papers() -> st.SearchStrategy[Paper]:
    """A page of a usual size."""
    return st.sampled_from(list(PAPERS.values()))


def themes() -> st.SearchStrategy[Theme]:
    """A theme that argmap has."""
    return st.sampled_from(list(THEMES.values()))


def diffs() -> st.SearchStrategy[Diff]:
    """What edits of any map changed."""
    return made(lambda edited: diff(edited.before, edited.after), edited_maps())


def changes() -> st.SearchStrategy[Change]:
    """A claim or a link that is new in any map."""

    def found(map: ArgumentMap, pick: int) -> Change:
        told = diff(ArgumentMap(), map).changes
        return told[pick % len(told)]

    return made(found, maps(min_claims=1), PICK)
