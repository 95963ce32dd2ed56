"""In which order the characters of a line stand: the rules of UAX 9 from W1 on.

A line has one base direction, which is given. Embeddings and isolates that a text asks for by invisible
signs are passed over, as if the signs weren't there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar
from unicodedata import bidirectional

__all__ = ["levels", "visual"]

Piece = TypeVar("Piece")

_UNSEEN = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))
_RIGHT = frozenset(("R", "AN", "EN"))
"""What counts as written from the right beside a neutral character."""

_PAIRS = {
    pair[0]: pair[1]
    for pair in ["()", "[]", "{}", "⟨⟩", "〈〉", "《》", "「」", "『』", "【】", "⟦⟧", "⁅⁆"]
}
_CLOSING = frozenset(_PAIRS.values())

_FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""What may be read from the right: quicker than to ask for each character, and true in doubt."""


def levels(text: str, *, rtl: bool) -> tuple[int, ...]:
    """The level of each character: even if it's read from the left, odd from the right.

    >>> levels("a אב 1", rtl=False)
    (0, 0, 1, 1, 1, 2)
    """
    base = int(rtl)
    if not rtl and (text.isascii() or not _FROM_THE_RIGHT.search(text)):
        return (0,) * len(text)
    own = [bidirectional(letter) or "L" for letter in text]
    seen = [at for at, kind in enumerate(own) if kind not in _UNSEEN]
    kinds = [own[at] for at in seen]
    around = "R" if rtl else "L"
    _resolve_weak(kinds, around)
    marks = [own[at] == "NSM" for at in seen]
    _resolve_brackets([text[at] for at in seen], kinds, marks, around)
    _resolve_neutral(kinds, around)
    found = dict(zip(seen, [_level(kind, base) for kind in kinds], strict=True))
    for at in reversed(seen):  # L1: white space at the end stands at the end of the line
        if own[at] not in ("WS", "S", "B"):
            break
        found[at] = base
    result, last = [], base
    for at in range(len(text)):
        last = found.get(at, last)
        result.append(last)
    return tuple(result)


def visual(pieces: Sequence[Piece], at: Sequence[int]) -> list[Piece]:
    """Pieces of one level each, ``at`` those levels, in the order in which they stand from left to right (L2)."""
    order = list(range(len(pieces)))
    highest = max(at, default=0)
    lowest = min([level for level in at if level % 2], default=highest + 1)
    for level in range(highest, lowest - 1, -1):
        turned: list[int] = []
        for high, group in groupby(order, key=lambda each: at[each] >= level):
            members = list(group)
            turned += reversed(members) if high else members
        order = turned
    return [pieces[each] for each in order]


def _level(kind: str, base: int) -> int:
    """I1 and I2."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolve_weak(kinds: list[str], around: str) -> None:
    """W1 to W7, in place."""
    last, strong = around, around
    for at, kind in enumerate(kinds):
        last = last if kind == "NSM" else kind
        if last in ("L", "R", "AL"):
            strong = last
        elif last == "EN" and strong == "AL":
            last = "AN"
        kinds[at] = last
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    _resolve_separators(kinds)
    strong = around
    for at, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _resolve_separators(kinds: list[str]) -> None:
    """W4 to W6: what stands between numbers or beside them belongs to them, or is neutral."""
    for at in range(1, len(kinds) - 1):
        before, after = kinds[at - 1], kinds[at + 1]
        one = before == after and (
            (kinds[at] == "ES" and before == "EN") or (kinds[at] == "CS" and before in ("EN", "AN"))
        )
        if one:
            kinds[at] = before
    start = 0
    for kind, group in groupby(list(kinds)):
        end = start + len(list(group))
        if kind == "ET":
            beside = (kinds[start - 1] if start else "", kinds[end] if end < len(kinds) else "")
            kinds[start:end] = ["EN" if "EN" in beside else "ON"] * (end - start)
        elif kind in ("ES", "CS"):
            kinds[start:end] = ["ON"] * (end - start)
        start = end


def _resolve_brackets(letters: list[str], kinds: list[str], marks: list[bool], around: str) -> None:
    """N0: both brackets of a pair go one way, and so do the marks upon them."""
    for first, last in _bracketed(letters, kinds):
        inside = [_strong(kind) for kind in kinds[first + 1 : last]]
        if around in inside:
            way = around
        elif "L" in inside or "R" in inside:
            other = "L" if around == "R" else "R"
            before = next((w for w in map(_strong, reversed(kinds[:first])) if w), around)
            way = other if before == other else around
        else:
            continue
        for at in (first, last):
            end = at + 1
            while end < len(marks) and marks[end]:
                end += 1
            kinds[at:end] = [way] * (end - at)


def _bracketed(letters: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    """The pairs of brackets, in the order of those that open; at most 63 open at once (BD16)."""
    waiting: list[tuple[str, int]] = []
    pairs = []
    for at, letter in enumerate(letters):
        if kinds[at] != "ON":
            continue
        if letter in _PAIRS:
            if len(waiting) == 63:
                break
            waiting.append((_PAIRS[letter], at))
        elif letter in _CLOSING:
            deep = next(
                (d for d in range(len(waiting) - 1, -1, -1) if waiting[d][0] == letter), None
            )
            if deep is not None:
                pairs.append((waiting[deep][1], at))
                del waiting[deep:]
    return sorted(pairs)


def _resolve_neutral(kinds: list[str], around: str) -> None:
    """N1 and N2: neutrals between two of one direction go that way, others the line's."""
    start, before = 0, around
    for neutral, group in groupby(list(kinds), key=_NEUTRAL.__contains__):
        end = start + len(list(group))
        if neutral:
            after = _strong(kinds[end]) if end < len(kinds) else around
            kinds[start:end] = [before if before == after else around] * (end - start)
        else:
            before = _strong(kinds[end - 1])
        start = end


def _strong(kind: str) -> str:
    return "R" if kind in _RIGHT else "L" if kind == "L" else ""
