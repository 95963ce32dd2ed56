"""Words of a claim, compared: their plain forms, those with a content, negations."""

from __future__ import annotations

import re

__all__ = ["affirmed", "content_words", "is_catchword", "normal_text", "plain", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDINGS = (
    ("ies", "y"),
    ("ness", ""),
    ("ment", ""),
    ("ing", ""),
    ("ely", "e"),
    ("ed", ""),
    ("ly", ""),
    ("es", "e"),
    ("s", ""),
)
_SHORTEST = 3
_SENTENCE = 3
_BEYOND = 0x530
"""Latin, Greek and Cyrillic letters come before it."""

_EMPTY = frozenset(
    """
    a about above after again all also although am an and any are as at be because been before
    being below between both but by can cannot could did do does doing down during each even
    ever every few for from further get had has have having he her here hers him his how i if in
    into is it its itself just may me might more most much must my no nor not of off on once one
    only or other our ours out over own same shall she should since so some such than that the
    their theirs them then there these they this those though through to too under until up upon
    us very was we were what when where whether which while who whom whose why will with within
    without would yet you your
    """.split()  # noqa: SIM905  # a word a line would be a page of its own
)
_NEGATIONS = frozenset(
    """
    not no never nobody nothing neither nor cannot isn't aren't wasn't weren't don't doesn't
    didn't won't wouldn't can't couldn't shouldn't mustn't hasn't haven't hadn't
    """.split()  # noqa: SIM905  # a word a line would be a page of its own
)
_AUXILIARIES = frozenset(("do", "does", "did"))
_CONTRACTED = {"can't": "can", "cannot": "can", "won't": "will"}


def words_of(text: str) -> list[str]:
    """The words of a text in their order, without case; apostrophes are straight."""
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def normal_text(text: str) -> str:
    """A text without case, punctuation and the number of blanks.

    >>> normal_text("Co-ops  are “good”!") == normal_text("co-ops are good")
    True
    """
    return " ".join(words_of(text))


def is_catchword(text: str) -> bool:
    """Whether a text is no sentence for sure: at most two words, in a script that puts blanks between them.

    >>> is_catchword("Cuts."), is_catchword("Co-ops hide cuts."), is_catchword("合作社提高问责。")
    (True, False, False)
    """
    latin = all(ord(character) < _BEYOND for character in text if character.isalpha())
    return latin and len(text.split()) < _SENTENCE


def plain(word: str) -> str:
    """An English word without the commonest endings, so that forms of it meet.

    >>> plain("policies"), plain("raising"), plain("raises"), plain("bus")
    ('policy', 'rais', 'rais', 'bus')
    """
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _SHORTEST:
            if ending == "s" and word.endswith(("ss", "us", "is")):
                break
            word = word[: len(word) - len(ending)] + instead
            break
    return word.removesuffix("e")


def content_words(text: str, *, english: bool) -> frozenset[str]:
    """The words of a text that say what it is about; of another language than English those of four letters or more.

    >>> sorted(content_words("The policies are not working.", english=True))
    ['policy', 'work']
    """
    words = words_of(text)
    if english:
        return frozenset([plain(word) for word in words if word not in _EMPTY])
    return frozenset([word for word in words if len(word) > _SHORTEST or not word.isascii()])


def affirmed(text: str) -> tuple[str, bool]:
    """An English text without its negations, and whether it had an odd number of them.

    >>> affirmed("Co-ops don't pay."), affirmed("Co-ops pay.")
    (('co ops pay', True), ('co ops pay', False))
    """
    kept: list[str] = []
    negated = False
    for word in words_of(text):
        if word in _NEGATIONS:
            negated = not negated
            rest = _CONTRACTED.get(word, word.removesuffix("n't") if word.endswith("n't") else "")
            word = rest  # noqa: PLW2901  # what a contraction leaves
        if word and word not in _AUXILIARIES:
            kept.append(plain(word))
    return " ".join(kept), negated
