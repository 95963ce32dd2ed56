"""The words before a colon that say how a line of an outline bears on the line it stands under."""

from __future__ import annotations

import re

__all__ = ["MARKS", "MARK_OF", "split_mark"]

MARKS: dict[str, str] = {
    "pro": "support",
    "support": "support",
    "supports": "support",
    "reason": "support",
    "because": "support",
    "con": "rebuttal",
    "attack": "rebuttal",
    "attacks": "rebuttal",
    "rebuttal": "rebuttal",
    "objection": "rebuttal",
    "but": "rebuttal",
    "undercut": "undercut",
    "undercuts": "undercut",
    "backing": "backing",
    "and": "and",
    "warrant": "warrant",
    "issue": "issue",
    "question": "issue",
    "answer": "answer",
    "position": "answer",
    "restates": "restates",
    "specialises": "specialises",
    "generalises": "generalises",
    "contrary": "contrary",
    "contradicts": "contradicts",
}
"""Each word and what it means; several may mean the same."""

MARK_OF: dict[str, str] = {meaning: word for word, meaning in reversed(list(MARKS.items()))}
"""The word that argmap writes for each meaning."""

_STRONG = r"(?:\*\*|__|\*|_)?"
_MARK = re.compile(rf"{_STRONG}([A-Za-z]{{2,12}}){_STRONG}:{_STRONG}(?=\s|$)")


def split_mark(text: str) -> tuple[str, str]:
    """What the word before the colon means, and the text behind it; no meaning for any other text.

    >>> split_mark("pro: It is near."), split_mark("**Con:** It is slow."), split_mark("Note: so")
    (('support', 'It is near.'), ('rebuttal', 'It is slow.'), ('', 'Note: so'))
    """
    found = _MARK.match(text)
    meaning = MARKS.get(found[1].lower(), "") if found else ""
    return (meaning, text[found.end() :].lstrip()) if found and meaning else ("", text)
