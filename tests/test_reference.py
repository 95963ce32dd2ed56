"""The reference of names: each that is public has its entry, on one page."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import import_module
from inspect import getdoc, isclass, isfunction
from pathlib import Path

import pytest

import argmap

DOCS = Path(__file__).parent.parent / "docs"
INDEX = DOCS / "reference/api/index.md"
PROJECT = tomllib.loads((DOCS.parent / "pyproject.toml").read_text("utf-8"))
PACKAGES = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["public"]
"""What people import from, and whose docstrings the wheel keeps; other modules are argmap's own business."""

BESIDE = ("MapExtension", "fence", "validator")
"""What MkDocs and Python-Markdown are told by name."""

ENTRY = re.compile(r"^ *\.\. (auto\w+|py:(?!currentmodule)\w+):: +(argmap\.\S+)$", re.MULTILINE)


def entries() -> list[tuple[str, str]]:
    """Every entry of the documentation: the directive, and the name."""
    pages = sorted(DOCS.rglob("*.md"))
    return [found for page in pages for found in ENTRY.findall(page.read_text("utf-8"))]


def public() -> dict[str, object]:
    """Every public name, by the package it is imported from, and what it names."""
    named = {
        f"{package}.{name}": getattr(import_module(package), name)
        for package in PACKAGES
        for name in import_module(package).__all__
    }
    fences = import_module("argmap.integrations.markdown_fences")
    return named | {f"{fences.__name__}.{name}": getattr(fences, name) for name in BESIDE}


def faults(entries: Iterable[str], public: Mapping[str, object]) -> list[str]:
    """What has no entry or several under all its names, and entries of what isn't public."""
    counted = Counter(entries)
    names: dict[int, list[str]] = {}
    for name, value in public.items():
        names.setdefault(id(value), []).append(name)
    wrong = [
        f"{' or '.join(each)}: {total} entries"
        for each in names.values()
        if (total := sum(counted[name] for name in each)) != 1
    ]
    return wrong + [f"{name} isn't public" for name in counted if name not in public]


def kind(value: object) -> str:
    """The directive that shows what a thing says of itself; what can't say it is described by hand."""
    if isclass(value):
        return "autoexception" if issubclass(value, BaseException) else "autoclass"
    return "autofunction" if isfunction(value) else "py"


def test_every_public_name_stands_on_one_page() -> None:
    """Else somebody looks for a name in vain, or two pages tell of it and one grows stale."""
    assert not faults([name for _, name in entries()], public())


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry[1])
def test_an_entry_shows_what_its_name_says_of_itself(entry: tuple[str, str]) -> None:
    """Else a page shows what Python says of tuples and dictionaries, or nothing."""
    directive, name = entry
    value = public()[name]
    assert directive.partition(":")[0] == kind(value)
    assert directive.startswith("py") or getdoc(value)


def test_a_name_is_public_where_it_is_described() -> None:
    """Else `argmap.Claim` is called by a longer name than people need."""
    named = public()
    shorter = {id(getattr(argmap, name)): f"argmap.{name}" for name in argmap.__all__}
    for _, name in entries():
        assert shorter.get(id(named[name]), name) == name


def test_the_index_leads_to_entries_and_to_every_page() -> None:
    """Else a link of the table by task leads nowhere, which Sphinx lets pass, or a page is left out of it."""
    text = INDEX.read_text("utf-8")
    named = re.findall(r"\{py:obj\}`([^`]+)`", text)
    known = {name for _, name in entries()}
    assert named
    assert not [name for name in named if name not in known]
    pages = {page.name for page in INDEX.parent.glob("*.md")} - {INDEX.name}
    assert pages == set(re.findall(r"\]\((\w+\.md)\)", text))


def test_faults_are_found() -> None:
    """Else the test above passes whatever the pages say."""
    claim, support = object(), object()
    names = {"argmap.Claim": claim, "argmap.model.Claim": claim, "argmap.Support": support}
    assert not faults(["argmap.Claim", "argmap.Support"], names)
    assert faults(["argmap.Claim", "argmap.model.Claim", "argmap.Draft"], names) == [
        "argmap.Claim or argmap.model.Claim: 2 entries",
        "argmap.Support: 0 entries",
        "argmap.Draft isn't public",
    ]
