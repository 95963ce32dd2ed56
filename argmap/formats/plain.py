"""The usual claims and steps of a document, made at once; whatever isn't usual is left to the decoder.

Of a large document nearly every claim is an id and a text, and nearly every link an id, a kind, premises and a
target. To see that one is such takes a quarter of the time of reading it key by key.
"""

from __future__ import annotations

from typing import Any

from ..limits import Limits
from ..model.claim import Claim
from ..model.data import NO_DATA
from ..model.link import Rebuttal, Step, Support, Undercut
from ..model.trusted import trusted_claim, trusted_step

__all__ = ["plain_claim", "plain_step"]

_STEPS: dict[object, type[Step]] = {each.kind: each for each in (Support, Rebuttal, Undercut)}
_TEXT = {str}


def plain_claim(item: Any, limits: Limits) -> Claim | None:
    """The claim that a JSON object says by an id and a text alone; None if it says more or less."""
    if type(item) is not dict or len(item) != 2:
        return None
    id, text = item.get("id"), item.get("text")
    if type(id) is not str or type(text) is not str:
        return None
    if len(id) > limits.id_characters or max(len(id), len(text)) > limits.text_characters:
        return None
    return trusted_claim(id, text, NO_DATA)


def plain_step(item: Any, limits: Limits) -> Step | None:
    """The step that a JSON object says by id, kind, premises and target alone; None if it says more or less."""
    if type(item) is not dict or len(item) != 4:
        return None
    given: list[Any] = list(map(item.get, ("id", "kind", "premises", "target")))
    id, kind, premises, target = given
    if type(premises) is not list or set(map(type, (id, kind, target, *premises))) != _TEXT:
        return None
    step = _STEPS.get(kind)
    longest = max(map(len, (id, target, *premises)))
    if step is None or len(id) > limits.id_characters or longest > limits.text_characters:
        return None
    return trusted_step(step, id, tuple(premises), target, None, NO_DATA)
