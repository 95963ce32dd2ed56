"""References to IRIs: the examples of RFC 3986, and what it says of bases without a path."""

from __future__ import annotations

import pytest

from argmap.rdftext.iri import absolute, has_scheme

BASE = "http://a/b/c/d;p?q"
NORMAL = """
g:h = g:h
g = http://a/b/c/g
./g = http://a/b/c/g
g/ = http://a/b/c/g/
/g = http://a/g
//g = http://g
?y = http://a/b/c/d;p?y
g?y = http://a/b/c/g?y
#s = http://a/b/c/d;p?q#s
g#s = http://a/b/c/g#s
g?y#s = http://a/b/c/g?y#s
;x = http://a/b/c/;x
g;x = http://a/b/c/g;x
g;x?y#s = http://a/b/c/g;x?y#s
. = http://a/b/c/
./ = http://a/b/c/
.. = http://a/b/
../ = http://a/b/
../g = http://a/b/g
../.. = http://a/
../../ = http://a/
../../g = http://a/g
../../../g = http://a/g
../../../../g = http://a/g
/./g = http://a/g
/../g = http://a/g
g. = http://a/b/c/g.
.g = http://a/b/c/.g
g.. = http://a/b/c/g..
..g = http://a/b/c/..g
./../g = http://a/b/g
./g/. = http://a/b/c/g/
g/./h = http://a/b/c/g/h
g/../h = http://a/b/c/h
g;x=1/./y = http://a/b/c/g;x=1/y
g;x=1/../y = http://a/b/c/y
g?y/./x = http://a/b/c/g?y/./x
g?y/../x = http://a/b/c/g?y/../x
g#s/./x = http://a/b/c/g#s/./x
g#s/../x = http://a/b/c/g#s/../x
http:g = http:g
"""
"""Sections 5.4.1 and 5.4.2, but for the empty reference."""


def _pair(line: str) -> tuple[str, str]:
    reference, _, iri = line.partition(" = ")
    return reference, iri


@pytest.mark.parametrize(
    ("reference", "iri"), [_pair(line) for line in NORMAL.strip().splitlines()]
)
def test_the_examples_of_the_rfc(reference: str, iri: str) -> None:
    """A name in a page would be taken for that of something else."""
    assert absolute(BASE, reference) == iri


@pytest.mark.parametrize(
    ("base", "reference", "iri"),
    [
        (BASE, "", BASE),
        ("http://a", "g", "http://a/g"),
        ("document:///", "x/../y", "document:///y"),
        ("urn:a:b", "#c", "urn:a:b#c"),
        (BASE, "x:/a/../b", "x:/b"),
        (BASE, "urn:a/../b", "urn:a/../b"),
        (BASE, "é\n", "http://a/b/c/é\n"),
    ],
)
def test_other_bases(base: str, reference: str, iri: str) -> None:
    """A base without a path, or one that has no steps, would give another name."""
    assert absolute(base, reference) == iri


def test_what_has_a_scheme() -> None:
    """A path with a colon in it would be taken for a whole IRI."""
    assert [has_scheme(text) for text in ("urn:a", "a/b:c", "", ":a")] == [
        True,
        False,
        False,
        False,
    ]
