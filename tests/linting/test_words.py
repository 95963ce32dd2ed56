"""Words are compared in a form in which they meet."""

from __future__ import annotations

import pytest

from argmap.linting.words import affirmed, content_words, is_catchword, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [("policy", "policies"), ("raise", "raising"), ("raise", "raised"), ("cost", "costs")],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    """A premise about costs would have nothing in common with a conclusion about a cost."""
    assert plain(one) == plain(other)


@pytest.mark.parametrize("word", ["bus", "press", "crisis", "is", "red"])
def test_words_that_only_look_inflected_stay(word: str) -> None:
    """Bus and bu are two words."""
    assert plain(word) == word


def test_words_without_content_are_left_out() -> None:
    """Every claim would share a word with every other."""
    assert content_words("It is what it is.", english=True) == frozenset()
    assert content_words("Es ist das Öl 油.", english=False) == frozenset({"öl", "油"})


@pytest.mark.parametrize(
    "text",
    ["Co-ops don't pay.", "Co-ops do not pay.", "Co-ops never pay.", "Co-ops can't pay."],
)
def test_negations_are_taken_off(text: str) -> None:
    """Can't pay is the negation of can pay, not of cannot pay."""
    words, negated = affirmed(text)
    assert negated
    assert affirmed(
        text.replace("can't", "can")
        .replace("don't ", "")
        .replace("do not ", "")
        .replace("never ", "")
    ) == (words, False)


def test_two_negations_affirm() -> None:
    """Nobody never pays says that somebody does."""
    assert affirmed("They will not never pay.") == ("they will pay", False)


def test_catchwords() -> None:
    """A sentence in Greek or Chinese is no catchword."""
    assert is_catchword("")
    assert is_catchword("Περικοπές")
    assert not is_catchword("Οι συνεταιρισμοί κοστίζουν λιγότερο")
