"""Maps of every shape, for the properties that every format is held to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import strategies as st

import argmap

_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
_TEXTS = st.text(_CHARACTERS | st.sampled_from("\t\n\r\\\"'{}[]"), max_size=12)
_IDS = st.text(_CHARACTERS, min_size=1, max_size=6)
_WEIGHTS = st.none() | st.floats(0, 1)
_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXTS
)
_DATA = st.dictionaries(
    _TEXTS | st.sampled_from(["unknown", "edges", "kind", "__proto__"]),
    st.recursive(
        _SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=3,
)


@st.composite
def _records(draw: st.DrawFn) -> dict[str, tuple[Any, ...]]:
    def several(*parts: st.SearchStrategy[Any], kind: Any) -> tuple[Any, ...]:
        ids = draw(st.lists(_IDS, max_size=3, unique=True))
        return tuple([kind(id, *[draw(part) for part in parts]) for id in ids])

    texts = st.lists(_TEXTS, max_size=2)
    groups: list[argmap.Group] = []
    for group in several(_TEXTS, kind=argmap.Group):
        parent = draw(st.none() | st.sampled_from(groups)) if groups else None
        groups.append(evolve(group, parent=parent and parent.id, data=draw(_DATA)))
    return {
        "groups": tuple(groups),
        "participants": several(_TEXTS, _DATA, kind=argmap.Participant),
        "sources": several(_TEXTS, _TEXTS, texts, _TEXTS, _DATA, kind=argmap.Source),
        "schemes": several(_TEXTS, texts, _DATA, kind=argmap.Scheme),
    }


@st.composite
def _spoken(draw: st.DrawFn, records: dict[str, Any]) -> dict[str, Any]:
    """The fields that claims, issues and links share, mostly empty, as they mostly are."""
    if draw(st.booleans()):
        return {}

    def some(table: str) -> list[str]:
        ids = [record.id for record in records[table]]
        return draw(st.lists(st.sampled_from(ids), max_size=2)) if ids else []

    offsets = st.none() | st.integers(0, 10**6)
    citations = [
        argmap.Citation(
            source,
            draw(_TEXTS),
            prefix=draw(_TEXTS),
            suffix=draw(_TEXTS),
            start=draw(offsets),
            end=draw(offsets),
            locator=draw(_TEXTS),
            data=draw(_DATA),
        )
        for source in some("sources")
    ]
    return {
        "said_by": some("participants"),
        "citations": citations,
        "tags": draw(st.lists(_TEXTS, max_size=2)),
        "group": next(iter(some("groups")), None),
        "data": draw(_DATA),
    }


@st.composite
def _link(draw: st.DrawFn, id: str, parts: dict[str, Any]) -> argmap.Link | None:
    """A link among the elements there are, or None where they are too few for it."""
    kinds = [argmap.Support, argmap.Rebuttal, argmap.Undercut, argmap.Conflict]
    kind: Any = draw(st.sampled_from([*kinds, argmap.Rephrase, argmap.Preference, argmap.Answer]))
    claims, links = parts["claims"], parts["links"]
    shared = draw(_spoken(parts))
    chosen = [claim.id for claim in draw(st.permutations(claims))][:4]
    if issubclass(kind, argmap.Step):
        targets = {"undercut": links, "rebuttal": claims}.get(kind.kind, [*claims, *links])
        if not chosen or not targets:
            return None
        schemes = [scheme.id for scheme in parts["schemes"]]
        count = draw(st.integers(1, len(chosen)))
        made: argmap.Link = kind(
            id,
            chosen[:count],
            draw(st.sampled_from(targets)).id,
            warrants=chosen[count:],
            scheme=draw(st.sampled_from([None, *schemes])),
            strict=draw(st.booleans()),
            weight=draw(_WEIGHTS),
            label=draw(_TEXTS),
            **shared,
        )
        return made
    if kind is argmap.Answer:
        issues = [issue.id for issue in parts["issues"]]
        return (
            kind(id, chosen[0], draw(st.sampled_from(issues)), **shared)
            if issues and chosen
            else None
        )
    if len(chosen) < 2:
        return None
    if kind is argmap.Conflict:
        return argmap.Conflict(id, tuple(chosen), draw(st.booleans()), **shared)
    if kind is argmap.Rephrase:
        manner: Any = draw(st.sampled_from(["restates", "specialises", "generalises"]))
        return argmap.Rephrase(id, chosen[0], chosen[1], manner, **shared)
    over = draw(st.sampled_from([*chosen[1:], *[link.id for link in links]]))
    return argmap.Preference(id, chosen[0], over, **shared)


@st.composite
def _maps(draw: st.DrawFn) -> argmap.ArgumentMap:
    parts: dict[str, Any] = draw(_records())
    ids = draw(st.lists(_IDS, max_size=9, unique=True))
    parts |= {"claims": [], "issues": [], "links": []}
    for id in ids:
        table = draw(st.sampled_from(["claims", "claims", "links", "links", "issues"]))
        if table == "links":
            link = draw(_link(id, parts))
            parts["links"] += [link] if link else []
        elif table == "issues":
            parts["issues"].append(
                argmap.Issue(id, draw(_TEXTS), draw(_TEXTS), **draw(_spoken(parts)))
            )
        else:
            parts["claims"].append(
                argmap.Claim(
                    id,
                    draw(_TEXTS),
                    draw(_TEXTS),
                    tuple(draw(st.lists(_TEXTS, max_size=2))),
                    draw(st.sampled_from(["asserted", "assumed", "questioned"])),
                    draw(st.booleans()),
                    draw(_WEIGHTS),
                    **draw(_spoken(parts)),
                )
            )
    about = argmap.About(
        draw(_TEXTS),
        draw(_TEXTS),
        tuple(draw(st.lists(_TEXTS, max_size=2))),
        draw(_TEXTS),
        draw(_DATA),
    )
    return argmap.ArgumentMap(**parts, about=about, data=draw(_DATA))


@pytest.fixture(scope="session")
def maps() -> st.SearchStrategy[argmap.ArgumentMap]:
    """Maps with everything a map can hold: free data of every type, texts of every letter."""
    return _maps()


def _with_types(value: Any) -> Any:
    if isinstance(value, argmap.Data):
        return {name: _with_types(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return [_with_types(item) for item in value]
    if hasattr(type(value), "__attrs_attrs__"):
        held = {part.name: _with_types(getattr(value, part.name)) for part in fields(type(value))}
        return type(value).__name__, held
    return type(value).__name__, repr(value)


@pytest.fixture(scope="session")
def told() -> Any:
    """A function that tells a map with the type of everything in it: 1, 1.0 and true are three values."""
    return _with_types


@pytest.fixture(scope="session")
def full() -> argmap.ArgumentMap:
    """One map in which every field of every class is away from its default."""
    everything: dict[str, Any] = {
        "said_by": ("ann",),
        "citations": (
            argmap.Citation(
                "report",
                "words",
                prefix="before",
                suffix="after",
                start=3,
                end=8,
                locator="p. 4",
                data={"x": 1},
            ),
        ),
        "tags": ("money",),
        "group": "inner",
        "data": {"votes": [1, 1.0, True, None, {"deep": "er"}]},
    }
    step: dict[str, Any] = {
        **everything,
        "warrants": ("w",),
        "scheme": "expert",
        "strict": True,
        "weight": 0.5,
        "label": "so",
    }
    claim = argmap.Claim("a", "A.", "A title", ("Also A.",), "questioned", True, 0.25, **everything)
    return argmap.ArgumentMap(
        claims=(claim, argmap.Claim("b", "B."), argmap.Claim("c"), argmap.Claim("w")),
        issues=(argmap.Issue("q", "Why?", "A question", **everything),),
        links=(
            argmap.Support("s", ("b", "c"), "a", **step),
            argmap.Rebuttal("r", ("b",), "a", **step),
            argmap.Undercut("u", ("c",), "s", **step),
            argmap.Conflict("k", ("a", "b"), True, **everything),
            argmap.Rephrase("p", "a", "b", "specialises", **everything),
            argmap.Preference("o", "a", "u", **everything),
            argmap.Answer("n", "a", "q", **everything),
        ),
        groups=(
            argmap.Group("outer", "Out", data={"x": 1}),
            argmap.Group("inner", "In", "outer", {"x": 1}),
        ),
        participants=(argmap.Participant("ann", "Ann", {"x": 1}),),
        sources=(
            argmap.Source("report", "Report", "https://example.org", ("Ben",), "2001", {"x": 1}),
        ),
        schemes=(argmap.Scheme("expert", "Expert opinion", ("Is it so?",), {"x": 1}),),
        about=argmap.About("Title", "What it is.", ("Cay",), "en", {"x": 1}),
        data={"x": 1},
    )


@pytest.fixture(scope="session")
def xml_sample() -> Callable[[str], str]:
    """A function that gives the sample document of a format of XML."""
    folder = Path(__file__).parents[1] / "cases" / "xml"
    return lambda name: (folder / f"{name}.xml").read_text("utf-8")


@pytest.fixture(scope="session")
def steps_of() -> Callable[[argmap.ArgumentMap], dict[str, Any]]:
    """A function that gives the kind, premises, warrants and target of each step of a map by id."""

    def told(map: argmap.ArgumentMap) -> dict[str, Any]:
        return {
            step.id: " ".join(
                [step.kind, *step.premises, *[f"({w})" for w in step.warrants], ">", step.target]
            )
            for step in map.links
            if isinstance(step, argmap.Support | argmap.Attack)
        }

    return told
