"""The numbers of a map's atoms, by name."""

from __future__ import annotations

import pytest

from argmap import ArgumentMap, Claim, Conflict, Issue, Rebuttal, Undercut
from argmap.semantics.places import Places
from argmap.semantics.program import atoms

A, B, C = Claim("a"), Claim("b"), Claim("c")
MAP = ArgumentMap(
    issues=(Issue("why"),),
    claims=(A, B, C),
    links=(Conflict("x", ("a", "b")), Rebuttal("r", ("a",), "c"), Undercut("u", ("b",), "r")),
)


def test_atoms_are_claims_then_links_with_sides() -> None:
    """A verdict would be another's: issues have none, and sides come right behind their conflict."""
    assert atoms(MAP) == ["a", "b", "c", "x", "x:a>b", "x:b>a", "r", "u"]
    assert dict(Places(MAP)) == {name: at for at, name in enumerate(atoms(MAP))}


def test_a_few_numbers_are_found_without_a_table() -> None:
    """A table of all links would be made for the one that is undercut."""
    plain = ArgumentMap(
        claims=(A, B, C), links=(Rebuttal("r", ("a",), "c"), Undercut("u", ("b",), "r"))
    )
    for map, first in ((MAP, 6), (plain, 3)):
        places = Places(map)
        assert places.some(["r"]) == {"r": first}
        assert places.some([]) == {}
        assert ("_rest" in vars(places)) is (
            map is MAP
        )  # with sides between them links have to be counted
        assert places["u"] == first + 1
        assert len(places) == first + 2
        assert list(places.numbers) == list(places.values())


def test_what_is_not_there_has_no_number() -> None:
    """A slip would be answered for something else."""
    places = Places(MAP)
    assert "why" not in places
    with pytest.raises(KeyError):
        places["why"]
