"""What stands where in a document, for whoever works on its text."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap
from argmap.formats.argdown import Piece, Syntax, syntax
from argmap.source import SourceText

TEXT = """\
===
title: x
===

# One #t {a: 1}

[A]: so *it* is [here](http://x.org), see @[B] and @<C>. [B] too {b: 1}
  + <C>: because :smile: #(u v) // really?
    <_ [B] {x: 1}

* [A]
1. item

<C>

(1) [A]
(2) q
-- r, s {uses: [1]} --
(3) w
"""


@pytest.fixture(scope="module")
def tree() -> Syntax:
    """The syntax of ``TEXT``."""
    return syntax(SourceText("d.argdown", TEXT))


def test_every_piece(tree: Syntax) -> None:
    """An editor would colour something as what it isn't."""
    assert [
        (piece.kind, tree.words(piece).strip(), piece.value, piece.entry)
        for piece in tree.pieces
        if piece.kind != "text"
    ] == [
        ("front matter", "===\ntitle: x\n===", {"title": "x"}, -1),
        ("heading", "#", 1, 0),
        ("tag", "#t", "t", 0),
        ("data", "{a: 1}", {"a": 1}, 0),
        ("statement definition", "[A]:", "A", 1),
        ("emphasis", "*", "*", 1),
        ("emphasis", "*", "*", 1),
        ("link", "[here](http://x.org)", "http://x.org", 1),
        ("statement mention", "@[B]", "B", 1),
        ("argument mention", "@<C>", "C", 1),
        ("data", "{b: 1}", {"b": 1}, 1),
        ("relation", "+", "+", 2),
        ("argument definition", "<C>:", "C", 2),
        ("tag", "#(u v)", "u v", 2),
        ("comment", "// really?", None, -1),
        ("relation", "<_", "<_", 3),
        ("statement reference", "[B]", "B", 3),
        ("data", "{x: 1}", {"x": 1}, 3),
        ("item", "*", "*", 4),
        ("statement reference", "[A]", "A", 4),
        ("item", "1.", "1.", 5),
        ("argument reference", "<C>", "C", 6),
        ("number", "(1)", 1, 7),
        ("statement reference", "[A]", "A", 7),
        ("number", "(2)", 2, 8),
        ("inference", "-- r, s {uses: [1]} --", ("r", "s"), 9),
        ("number", "(3)", 3, 10),
    ]


def test_a_place(tree: Syntax) -> None:
    """An editor would show something else than what is pointed at."""
    at = tree.at(7, 44)
    assert (at and tree.words(at).strip()) == "@[B]"
    entry = tree.entry_at(9, 5)
    assert entry is not None
    assert (entry.operator, entry.parent) == ("<_", 2)
    comment = tree.at(8, 34)
    assert comment is not None
    assert (comment.kind, tree.entry_at(8, 34)) == ("comment", None)
    for line, column in [(0, 1), (99, 1), (1, 0), (4, 1), (7, 99), (8, 1), (9, 4), (19, 9)]:
        assert tree.at(line, column) is None
        assert tree.entry_at(line, column) is None
    between = tree.entry_at(9, 7)
    assert (tree.at(9, 7), between) == (None, entry)
    assert syntax("").at(1, 1) is None


def test_where_a_piece_stands(tree: Syntax) -> None:
    """A linter could not tell where what it finds is."""
    (mention,) = [piece for piece in tree.pieces if piece.kind == "statement mention"]
    assert tree.span(mention).place == "d.argdown:7:43"
    assert tree.span(tree.document.entries[3]).place == "d.argdown:9:5"
    assert tree.span(tree.document.entries[3]).excerpt().endswith("|     ^^^^^^")


def test_occurrences(tree: Syntax) -> None:
    """Renaming a statement would leave a place behind, or change an argument of that name."""
    assert [tree.span(each).line for each in tree.occurrences("A")] == [7, 11, 16]
    assert [each.kind for each in tree.occurrences("B")] == [
        "statement mention",
        "statement reference",
    ]
    assert [tree.span(each).line for each in tree.occurrences("C", "argument")] == [7, 8, 14]
    assert tree.occurrences("C") == tree.occurrences("Z") == ()


def test_members(tree: Syntax) -> None:
    """A mention would be taken for a place where something is said."""
    assert [entry.form for entry in tree.members("A")] == ["definition", "reference", "reference"]
    assert [entry.start for entry in tree.members("B")] == [TEXT.index("<_ [B]")]
    assert [entry.place for entry in tree.members("C", "argument")] == ["relation", "block"]


def test_nothing_is_lost(tree: Syntax) -> None:
    """A tool that writes the pieces back would lose a part of the text."""
    _whole(tree)


def _whole(tree: Syntax) -> None:
    """Assert that pieces come in order and that only blanks stand between them."""
    text, at = tree.source.text, 0
    for piece in (*tree.pieces, Piece("", len(text), len(text))):
        assert not text[at : piece.start].removeprefix("\ufeff").strip(" \t\r\n")
        assert at <= piece.start <= piece.stop
        at = piece.stop
        if piece.entry >= 0:
            assert tree.document.entries[piece.entry].start <= piece.start


def test_a_byte_order_mark_is_no_words() -> None:
    """The first words of a document would have a mark before them that nobody sees."""
    tree = syntax("\ufeff[A]: a\x01b\n")
    assert [piece.start for piece in tree.pieces] == [1, 6]
    assert tree.words(tree.pieces[1]) == "a\x01b"
    assert tree.at(1, 2) == tree.pieces[0]
    assert [finding.code for finding in tree.findings] == ["control-character"]


def test_what_can_not_be_read() -> None:
    """A tool would go on with half a tree."""
    with pytest.raises(argmap.ReadError, match="<text>:1:1"):
        syntax("+ a")


@pytest.mark.corpus
def test_real_documents_are_whole(corpus: Path) -> None:
    """A tool that writes the pieces back would lose a part of a real document."""
    count = 0
    for path in sorted(corpus.rglob("*.argdown")):
        try:
            tree = syntax(path.read_bytes().decode("utf-8", "replace"))
        except argmap.ReadError:
            continue
        _whole(tree)
        count += 1
    assert count >= 200
