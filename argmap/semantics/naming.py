"""Names of claims and links in a sentence: the map's own ids, titles and texts."""

from __future__ import annotations

from ..model.claim import Claim
from ..model.link import Conflict, Link, Step
from ..model.map import ArgumentMap

__all__ = ["listed", "named", "short"]

_LONGEST = 80


def named(map: ArgumentMap, id: str) -> str:
    """A claim by its id and title or text, a link by its kind and ends; a conflict's side by its claims.

    >>> from argmap import Claim, Rebuttal
    >>> a, b = Claim("cuts", "Co-ops are cover for cuts."), Claim("good")
    >>> debate = ArgumentMap(claims=(a, b), links=(Rebuttal("r", ("cuts",), "good"),))
    >>> named(debate, "cuts"), named(debate, "r")
    ('cuts (“Co-ops are cover for cuts.”)', 'the rebuttal r of good by cuts')
    """
    element = map.elements.get(id)
    if isinstance(element, Claim):
        words = short(element.title or element.text)
        return f"{id} (“{words}”)" if words and words != id else id
    if isinstance(element, Step):
        return f"the {element.kind} {id} of {element.target} by {listed(element.premises)}"
    if isinstance(element, Link):
        ends = listed([end for _, end in element.ends()])
        return (
            f"the {element.kind} {id} {'between' if isinstance(element, Conflict) else 'of'} {ends}"
        )
    conflict, _, pair = id.partition(":")
    one, _, other = pair.partition(">")
    return f"{one}, which can't stand together with {other} ({conflict})"


def listed(names: tuple[str, ...] | list[str]) -> str:
    """Names in a row, such as ``a, b and c``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def short(text: str) -> str:
    """A text on one line, cut at a word if it is long."""
    words = " ".join(text.split())
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;: ") + " …"
