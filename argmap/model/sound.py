"""Whether a map breaks an invariant at all: the usual map answers no, fast.

A large map has a hundred thousand elements, and most have little more than an id and a text. Those are asked
here all at once, in loops without calls; what has more is left over, for `argmap.model.check` to look at alone.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from .claim import Claim
from .link import Link, Rebuttal, Step, Support, Undercut

__all__ = ["are_legal", "are_unique", "plain_claims", "plain_steps"]


def are_unique(values: Sequence[Any]) -> bool:
    """Whether no two elements or records share an id."""
    return len({value.id for value in values}) == len(values)


def are_legal(texts: Iterable[str]) -> bool:
    """Whether no text holds what no text of a map may hold; see `argmap.source.illegal_character`."""
    whole = "".join(texts)
    if len(whole) <= _PIECE:
        return _is_legal(whole)
    return all(_is_legal(whole[start : start + _PIECE]) for start in range(0, len(whole), _PIECE))


_PIECE = 2**16
"""So many characters are looked at together: copies of a large text would take new memory, which costs more than looking."""


def _is_legal(text: str) -> bool:
    data = text.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _CONTROLS)) < len(data):
        return False
    return data.isascii() or not (
        (b"\xc2" in data and _C1.search(data))
        or (b"\xed" in data and _SURROGATE.search(data))
        or (b"\xef" in data and _NO_CHARACTER.search(data))
    )


_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf]")
_NO_CHARACTER = re.compile(rb"\xef\xbf[\xbe\xbf]")


def _blocks(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    """The values, some at a time: whoever goes through a block again finds it in the processor's near memory, where a large map isn't."""
    return (values[first : first + _BLOCK] for first in range(0, len(values), _BLOCK))


_BLOCK = 1_024
_Value = TypeVar("_Value")


def plain_claims(claims: Sequence[Claim], groups: Container[str]) -> list[Claim] | None:
    """The claims that have more to check than texts, tags and a group that is there; None if a text or an id is wrong."""
    left: list[Claim] = []
    for block in _blocks(claims):
        left += [
            claim
            for claim in block
            if claim.said_by
            or claim.citations
            or claim.wordings
            or claim.weight is not None
            or (claim.group is not None and claim.group not in groups)
        ]
        ids = [claim.id for claim in block]
        tags = [tag for claim in block if claim.tags for tag in claim.tags]
        texts = ([claim.text for claim in block], [claim.title for claim in block], tags)
        if not (all(ids) and all(map(are_legal, (ids, *texts)))):
            return None
    return left


def plain_steps(
    links: Sequence[Link],
    claims: Container[str],
    elements: Container[str],
    schemes: Mapping[str, Any],
) -> tuple[list[Link], list[Undercut]] | None:
    """The links that are more than a step from claims to a claim or an undercut of a link; and all undercuts.

    What is among the ``elements`` and isn't among the ``claims`` is taken for a link. None if an id or a label is wrong.
    """
    left: list[Link] = []
    undercuts: list[Undercut] = []
    for block in _blocks(links):
        labels: list[str] = []
        for kind in _STEPS:  # one after the other: mixed kinds would make the loops slower
            steps = [link for link in block if type(link) is kind]
            targets = elements if kind is Undercut else claims
            left += _more_than_plain(steps, claims, targets, schemes)
            labels += [step.label for step in steps]
        left += [link for link in block if type(link) not in _STEPS]
        cutting = [link for link in block if isinstance(link, Undercut)]
        left += [link for link in cutting if link.target in claims]
        undercuts += cutting
        ids = [link.id for link in block]
        if not (all(ids) and are_legal(ids) and are_legal(labels)):
            return None
    return left, undercuts


_STEPS = (Support, Rebuttal, Undercut)


def _more_than_plain(
    steps: Sequence[Step],
    claims: Container[str],
    targets: Container[str],
    schemes: Mapping[str, Any],
) -> list[Step]:
    return [
        step
        for step in steps
        if step.target not in targets
        or (
            step.premises[0] not in claims
            if len(step.premises) == 1
            else _are_odd(step.premises, claims)
        )
        or step.warrants
        or step.said_by
        or step.citations
        or step.tags
        or step.group is not None
        or step.weight is not None
        or (step.scheme is not None and step.scheme not in schemes)
    ]


def _are_odd(premises: Sequence[str], claims: Container[str]) -> bool:
    """Whether there are no premises, or one of them is there twice or no claim."""
    if not premises or len({*premises}) < len(premises):
        return True
    return any(premise not in claims for premise in premises)
