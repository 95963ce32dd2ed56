"""A view as nested lists in HTML: a claim, and in it what bears on it, with what there is to tell of each.

A claim that bears on several others stands where it is met first; elsewhere a link leads there. Lists nest no
deeper than `DEEPEST`, for browsers give up on more; what lies deeper goes on in the last list.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.map import ArgumentMap
from ...values import NamedTuple
from ..bearings import LOOKS
from ..labels import SIGNS
from ..markup import attribute, text_node
from ..view import Bearing, Card, Joint, View
from .telling import badge, details

__all__ = ["DEEPEST", "fragment", "outline"]

DEEPEST = 60
"""How many lists stand in one another at most."""

_LONGEST = 80
"""How much of a wording stands where a link leads to it, characters."""


class _Below(NamedTuple):
    """What stands below something: how it bears on that, its id, and how that is said."""

    bearing: Bearing
    id: str
    words: str


class _Step(NamedTuple):
    """What is to be written next: something below something else, or a claim that is below nothing."""

    id: str
    below: _Below | None
    over: str
    level: int


def outline(view: View, map: ArgumentMap) -> str:
    """The lists of a view, from its issues and main claims on; empty for a view without claims."""
    return "\n".join(_lines(view, map)) if view.cards else ""


def fragment(id: str) -> str:
    """The name of a claim's place in a page: letters, digits and hyphens as they are, all else as ``%XX``.

    >>> fragment("free trade")
    'claim-free%20trade'
    """
    return "claim-" + "".join([_kept(byte) for byte in id.encode("utf-8", "replace")])


def _kept(byte: int) -> str:
    letter = chr(byte)
    return letter if letter.isascii() and (letter.isalnum() or letter == "-") else f"%{byte:02X}"


def _lines(view: View, map: ArgumentMap) -> Iterator[str]:
    """The markup, a line at a time."""
    parts: dict[str, Card | Joint] = {card.id: card for card in view.cards}
    parts |= {joint.id: joint for joint in view.joints}
    below = _below(view)
    told: set[str] = set()
    todo: list[_Step | str] = [_Step(card.id, None, "", 1) for card in reversed(view.cards)]
    yield "<ul>"
    while todo:
        step = todo.pop()
        if isinstance(step, str):
            yield step
        elif step.id not in told:
            told.add(step.id)
            under = [each for each in below[step.id] if each.id != step.over]
            yield _begin(parts[step.id], step.below, map)
            deeper = under and step.level < DEEPEST
            if deeper:
                yield "<ul>"
                todo.append("</ul></li>")
            else:
                yield "</li>"
            level = step.level + 1 if deeper else step.level
            todo += [_Step(each.id, each, step.id, level) for each in reversed(under)]
        elif step.below is not None:
            yield f"<li>{_bears(step.below)}{_leads(parts[step.id])}</li>"
    yield "</ul>"


def _below(view: View) -> dict[str, list[_Below]]:
    """What stands below each card and joint: premises before what aims at a step."""
    found: dict[str, list[_Below]] = {card.id: [] for card in view.cards}
    found |= {joint.id: [] for joint in view.joints}
    conflicts = {each.id for each in view.joints if each.bearing == "conflict"}
    omitted = {each.id for each in view.joints if each.stub}
    for wire in sorted(view.wires, key=lambda wire: wire.headed):
        premise = not wire.headed and wire.bearing != "warrant"
        words = "premise" if premise else LOOKS[wire.bearing].words
        if wire.head in omitted:
            found[wire.tail].append(_Below(wire.bearing, wire.head, LOOKS[wire.bearing].words))
            continue
        found[wire.head].append(_Below(wire.bearing, wire.tail, words))
        if wire.tail in conflicts:
            found[wire.tail].append(_Below(wire.bearing, wire.head, words))
    return found


def _begin(part: Card | Joint, below: _Below | None, map: ArgumentMap) -> str:
    """The beginning of an item: how it bears on what it stands below, what it says, and what there is to tell."""
    if isinstance(part, Joint) and part.stub:
        return f'<li class="step">{_bears(below)}{text_node(part.label)} not shown'
    if isinstance(part, Joint):
        said = " \N{MIDDLE DOT} ".join(
            [text_node(each) for each in (part.label, part.qualifier) if each]
        )
        return f'<li class="step">{_bears(below)}{said}{badge(part.mark)}{details(map, part.id, part.mark)}'
    title = f"<b>{text_node(part.title)}</b> " if part.title else ""
    kind = "claim unstated" if part.implicit else "claim"
    return (
        f'<li id="{attribute(fragment(part.id))}" class="{kind}">{_bears(below)}{title}'
        f"<span>{text_node(part.text)}</span>{badge(part.mark)}{details(map, part.id, part.mark)}"
    )


def _bears(below: _Below | None) -> str:
    """The sign and the words of how something bears on what it stands below."""
    if below is None:
        return ""
    sign = f'<span class="sign {below.bearing}" aria-hidden="true">{text_node(SIGNS[below.bearing])}</span>'
    return f'{sign}<span class="bears">{below.words}</span> '


def _leads(part: Card | Joint) -> str:
    """A link to where a claim is told of, or for a step, which has no place of its own, its words."""
    if isinstance(part, Joint):
        return text_node(part.label or "a step told of above")
    text = part.title or part.text
    short = text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    return f'<a href="#{attribute(fragment(part.id))}">{text_node(short)}</a>'
