"""Whether a map breaks an invariant at all: the usual map answers no, fast.

A large map has a hundred thousand elements, and most have little more than an id and a text. Those are asked
here all at once, in loops without calls; what has more is left over, for `argmap.model.check` to look at alone.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from .claim import Claim
from .link import Link, Rebuttal, Step, Support

__all__ = ["are_legal", "are_unique", "plain_claims", "plain_steps"]


def are_unique(values: Sequence[Any]) -> bool:
    """Whether no two elements or records share an id."""
    return len({value.id for value in values}) == len(values)


def are_legal(texts: Iterable[str]) -> bool:
    """Whether no text holds what no text of a map may hold; see `argmap.source.illegal_character`."""
    data = "".join(texts).encode("utf-8", "surrogatepass")
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


def plain_claims(
    claims: Sequence[Claim], ids: Sequence[str], groups: Container[str]
) -> list[Claim] | None:
    """The claims, with these ids, that have more to check than texts, tags and a group that is there; None if a text or an id is wrong."""
    left = [
        claim
        for claim in claims
        if claim.said_by
        or claim.citations
        or claim.wordings
        or claim.weight is not None
        or (claim.group is not None and claim.group not in groups)
    ]
    tags = [tag for claim in claims if claim.tags for tag in claim.tags]
    texts = ([claim.text for claim in claims], [claim.title for claim in claims], tags)
    return left if all(ids) and all(map(are_legal, (ids, *texts))) else None


def plain_steps(
    links: Sequence[Link], known: Container[str], schemes: Mapping[str, Any]
) -> list[Link] | None:
    """The links that are more than a step from a claim to a claim, whose ids are ``known``; None if an id or a label is wrong."""
    kinds = dict.fromkeys(map(type, links))
    left: list[Link] = [link for link in links if type(link) not in (Support, Rebuttal)]
    labels: list[str] = []
    for kind in (Support, Rebuttal):  # one after the other: mixed kinds would make the loops slower
        if kind in kinds:
            steps = [link for link in links if type(link) is kind]
            left += _more_than_plain(steps, known, schemes)
            labels += [step.label for step in steps]
    ids = [link.id for link in links]
    return left if all(ids) and are_legal(ids) and are_legal(labels) else None


def _more_than_plain(
    steps: Sequence[Step], claims: Container[str], schemes: Mapping[str, Any]
) -> list[Step]:
    return [
        step
        for step in steps
        if step.target not in claims
        or len(step.premises) != 1
        or step.premises[0] not in claims
        or step.warrants
        or step.said_by
        or step.citations
        or step.tags
        or step.group is not None
        or step.weight is not None
        or (step.scheme is not None and step.scheme not in schemes)
    ]
