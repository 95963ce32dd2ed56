"""How a map is put in Argdown: which links are relation lines, which are inferences, and what can't be said.

A support is a relation line below what it supports, unless its premises are linked, it has a name, a scheme or a
warrant, or something bears on it: then it is a premise-conclusion structure. An objection whose own step is undercut is an argument in
pointed brackets, since only inferences and arguments can be undercut.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from attrs import define, field

from ...errors import Loss
from ...model.claim import Claim
from ...model.link import Conflict, Link, Rebuttal, Step, Support, Undercut
from ...model.map import ArgumentMap
from .escapes import is_title
from .own import is_gist, is_machine_made, kept
from .rule import rules

__all__ = ["Line", "Plan", "plan"]


@define
class Line:
    """A relation line: its operator, the claim behind it, and the link that it says, or says a part of."""

    operator: str
    claim: str
    link: Link
    joined: bool = False
    others: tuple[Link, ...] = ()
    """What the line says besides, so that none of it has data there."""
    entails: bool = False
    """Whether the reader takes this support for an entailment, as in strict mode between statements."""


@define
class Plan:
    """What stands below each claim and inference, and below the title of a structure.

    ``structures`` are chains of steps by the id of the last one, ``titles`` are those of them that have one;
    ``within`` has for a claim the structure that may say it first;
    ``concluded`` are those that end with a claim. ``steps`` are all their steps by id, ``gists`` the claims in
    pointed brackets. ``uses`` counts the mentions of a claim beside its own place, and
    ``over`` is the first claim that it bears on. ``lost`` are the links that can't be said, ``moved`` those whose
    premises have another order.
    """

    map: ArgumentMap
    strict: bool = False
    below: dict[str, list[Line]] = field(factory=dict)
    below_title: dict[str, list[Line]] = field(factory=dict)
    structures: dict[str, list[Support]] = field(factory=dict)
    concluded: dict[str, list[str]] = field(factory=dict)
    within: dict[str, str] = field(factory=dict)
    gists: set[str] = field(factory=set)
    titles: dict[str, str] = field(factory=dict)
    steps: dict[str, Support] = field(factory=dict)
    uses: Counter[str] = field(factory=Counter)
    over: dict[str, str] = field(factory=dict)
    lost: dict[str, Loss] = field(factory=dict)
    moved: list[Loss] = field(factory=list)
    said: set[tuple[str, str, str]] = field(factory=set)

    def add(self, at: str, line: Line, *, titled: bool = False) -> None:
        """Put a line below the claim or step ``at``, or below the title of a structure.

        What a claim says of itself comes first: the reference takes it for an earlier line of that kind.
        """
        lines = (self.below_title if titled else self.below).setdefault(at, [])
        lines.insert(0 if line.claim == at else len(lines), line)
        self.uses[line.claim] += 1
        self.over.setdefault(line.claim, self.steps[at].target if at in self.steps else at)

    def lose(self, link: Link, why: str) -> None:
        """Say that a link can't be said."""
        self.lost.setdefault(link.id, Loss(link.kind, link.id, f"the {link.kind}", why))


def plan(map: ArgumentMap, *, strict: bool) -> Plan:
    """How ``map`` is put; in ``strict`` mode supports between statements entail, and attacks are contraries."""
    made = Plan(map, strict)
    made.gists = {claim.id for claim in map.claims if is_gist(claim)}
    _structures(made)
    _gists(made)
    for link in map.links:
        if link.id not in made.steps:
            _line(made, link)
    _undercuts(made)
    return made


def _structures(made: Plan) -> None:
    """Choose the supports that become inferences, and join those of one argument."""
    map = made.map
    targets = {link.target for link in map.links if isinstance(link, Step)}
    labels = Counter(link.label for link in map.links if isinstance(link, Support))
    named = {label for label, count in labels.items() if count == 1 and is_title(label)}
    sayable = rules(map.schemes)
    arguments: dict[str, list[Support]] = {}
    for link in map.links:
        if not isinstance(link, Support) or not isinstance(map.elements[link.target], Claim):
            continue
        argument = kept(link).get("argument")
        wanted = len(link.premises) > 1 or link.label in named or link.id in targets
        wanted = wanted or link.scheme in sayable or bool(link.warrants) or argument is not None
        if wanted and not made.gists.intersection((*link.premises, *link.warrants, link.target)):
            if isinstance(argument, str) and labels[argument] == 1 and link.label not in named:
                arguments.setdefault(argument, []).append(link)
            else:
                chain = arguments.pop(link.label, []) if link.label in named else []
                made.structures[link.id] = [*chain, link]
    for chain in arguments.values():
        made.structures |= {link.id: [link] for link in chain}
    for last, chain in made.structures.items():
        for step in chain:
            made.uses.update((*step.premises, *step.warrants, step.target))
            made.steps[step.id] = step
            for premise in (*step.premises, *step.warrants):
                made.over.setdefault(premise, step.target)
        made.concluded.setdefault(chain[-1].target, []).append(last)
        made.within |= {step.target: last for step in chain[:-1]}
    for target, lasts in made.concluded.items():
        if len(lasts) == 1:
            made.within.setdefault(target, lasts[0])
    _titles(made, named)


def _titles(made: Plan, named: set[str]) -> None:
    """Give structures titles: their labels, else ids that somebody chose, or by which they can be supported."""
    backed = {link.target for link in made.map.links if isinstance(link, Support)}
    for last, chain in made.structures.items():
        label = chain[-1].label
        if label in named:
            made.titles[last] = label
        elif is_title(last) and last not in named and (last in backed or not is_machine_made(last)):
            made.titles[last] = last


def _gists(made: Plan) -> None:
    """Choose the claims that become arguments, so that the one step that they take can be undercut."""
    map = made.map
    fixed = {
        id
        for chain in made.structures.values()
        for step in chain
        for id in (*step.premises, *step.warrants, step.target)
    }
    fixed |= {id for link in map.links if isinstance(link, Conflict) for id in link.claims}
    outgoing = _outgoing(made)
    for link in map.links:
        target = map.elements.get(link.target) if isinstance(link, Undercut) else None
        if isinstance(target, Step) and target.id not in made.steps and len(target.premises) == 1:
            (premise,) = target.premises
            if premise not in fixed and outgoing.get(premise) == [target.id]:
                made.gists.add(premise)


def _outgoing(made: Plan) -> dict[str, list[str]]:
    """The steps that each claim takes by relation lines."""
    outgoing: dict[str, list[str]] = {}
    for link in made.map.links:
        if isinstance(link, Step) and link.id not in made.steps and link.id not in made.lost:
            for premise in link.premises:
                outgoing.setdefault(premise, []).append(link.id)
    return outgoing


def _line(made: Plan, link: Link) -> None:
    """Say a link by relation lines, one for each premise, if they can say it; undercuts of arguments come later."""
    match link:
        case Conflict():
            _conflict(made, link)
        case Support() | Rebuttal() if isinstance(made.map.elements[link.target], Claim):
            _lines(made, link.target, "+" if isinstance(link, Support) else "-", link)
        case Support():
            if link.target in made.titles:
                _lines(made, link.target, "+", link, titled=True)
            else:
                made.lose(
                    link,
                    "in Argdown only an argument with premises is supported itself",
                )
        case Undercut() if link.target in made.steps:
            attack = kept(link).get("relation") == "attack" and link.target in made.titles
            _lines(made, link.target, "-" if attack else "<_", link, titled=attack)
        case Undercut():
            pass
        case _:
            made.lose(link, "Argdown has no word for it")


def _lines(made: Plan, at: str, operator: str, link: Step, *, titled: bool = False) -> None:
    new = [(operator + at, premise, "") for premise in link.premises]
    if made.said.intersection(new):
        made.lose(link, "the same relation said twice is one in Argdown")
        return
    made.said.update(new)
    premises = sorted(link.premises, key=lambda premise: premise != at)
    if tuple(premises) != link.premises:
        why = "what a claim says of itself comes first, since the reference overlooks it elsewhere"
        made.moved.append(Loss("premises-order", link.id, "the order of the premises", why))
    for premise in premises:
        entails = made.strict and operator == "+" and not made.gists.intersection((at, premise))
        joined = len(link.premises) > 1
        line = Line(operator, premise, link, joined=joined, entails=entails and not titled)
        made.add(at, line, titled=titled)


def _conflict(made: Plan, link: Conflict) -> None:
    first, *others = link.claims
    operator = "><"
    if made.strict and not link.contradictory and len(others) == 1 and first not in made.gists:
        operator, first, others = "-", others[0], [first]
    pairs = [(operator, min(first, other), max(first, other)) for other in others]
    if made.gists.intersection(others):
        made.lose(link, "in Argdown only statements contradict each other")
    elif first in others or len(set(pairs)) < len(pairs) or made.said.intersection(pairs):
        made.lose(link, "the same relation said twice is one in Argdown")
    else:
        made.said.update(pairs)
        for other in others:
            made.add(first, Line(operator, other, link, joined=len(others) > 1))


def _undercuts(made: Plan) -> None:
    """Say the undercuts of steps that arguments take: one line undercuts all of them."""
    links = [link for link in made.map.links if isinstance(link, Undercut)]
    by_line: dict[tuple[str, str], list[Undercut]] = {}
    of: dict[str, list[Undercut]] = {}
    for link in links:
        if link.target not in made.steps:
            of.setdefault(link.target, []).append(link)
            key = _gist_undercut(made, link)
            if key is None:
                made.lose(link, "in Argdown only inferences and arguments are undercut")
            else:
                by_line.setdefault(key, []).append(link)
    _lose_with(made, of, [*made.lost])
    outgoing = _outgoing(made)
    for (gist, _), group in by_line.items():
        left = [link for link in group if link.id not in made.lost]
        steps = [id for id in outgoing.get(gist, ()) if id not in made.lost]
        if left and [link.target for link in left] != steps:
            for link in left:
                why = "in Argdown an argument is undercut in all that it bears on, and once"
                made.lose(link, why)
            _lose_with(made, of, [link.id for link in left])
    for (gist, premise), group in by_line.items():
        left = [link for link in group if link.id not in made.lost]
        if left:
            made.add(gist, Line("<_", premise, left[0], others=tuple(left[1:])))


def _lose_with(made: Plan, of: Mapping[str, list[Undercut]], lost: list[str]) -> None:
    """Lose what undercuts the links that are ``lost``, what undercuts that, and so on."""
    while lost:
        for link in of.get(lost.pop(), ()):
            if link.id not in made.lost:
                made.lose(link, "what it undercuts is lost")
                lost.append(link.id)


def _gist_undercut(made: Plan, link: Undercut) -> tuple[str, str] | None:
    """The argument whose step a link undercuts and what undercuts it, if both are one."""
    target = made.map.elements[link.target]
    if not isinstance(target, Step) or len(target.premises) > 1 or len(link.premises) > 1:
        return None
    gist = target.premises[0]
    return (gist, link.premises[0]) if gist in made.gists else None
