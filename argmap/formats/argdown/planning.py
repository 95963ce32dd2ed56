"""Which links are relation lines, and which are inferences.

A support is a relation line below what it supports, unless its premises are linked, it has a name, a scheme or a
warrant, or something bears on it: then it is a premise-conclusion structure. An objection whose own step is
undercut is an argument in pointed brackets, since only inferences and arguments can be undercut.
"""

from __future__ import annotations

from collections import Counter

from attrs import evolve

from ...errors import Loss
from ...model.claim import Claim
from ...model.link import Conflict, Link, Rebuttal, Step, Support, Undercut
from ...model.map import ArgumentMap
from .escapes import is_title
from .own import is_gist, is_machine_made, kept
from .plan import Line, Plan
from .rule import rules
from .undercuts import outgoing_steps, undercuts

__all__ = ["plan"]


def plan(map: ArgumentMap, *, strict: bool) -> Plan:
    """How ``map`` is put; in ``strict`` mode supports between statements entail, and attacks are contraries.

    What can't be said decides nothing about the rest, which is put as it would be without it.
    """
    made = _planned(map, strict)
    lost: dict[str, Loss] = {}
    while made.lost:
        lost |= made.lost
        left = tuple([link for link in map.links if link.id not in lost])
        made = _planned(evolve(map, links=left), strict)
    made.map, made.lost = map, lost
    return made


def _planned(map: ArgumentMap, strict: bool) -> Plan:
    """How ``map`` is put, where what can't be said has its word in it."""
    made = Plan(map, strict, _against(map))
    made.gists = {claim.id for claim in map.claims if is_gist(claim)}
    _structures(made)
    _gists(made)
    for link in map.links:
        if link.id not in made.steps:
            _line(made, link)
    undercuts(made)
    made.own_first()
    return made


def _structures(made: Plan) -> None:
    """Choose the supports that become inferences, and join those of one argument."""
    map = made.map
    targets = {link.target for link in map.links if isinstance(link, Step)}
    supports = [link for link in map.links if isinstance(link, Support)]
    supports = [link for link in supports if isinstance(map.elements[link.target], Claim)]
    labels = Counter(link.label for link in supports)
    named = {label for label, count in labels.items() if count == 1 and is_title(label)}
    sayable = rules(map.schemes)
    arguments: dict[str, list[Support]] = {}
    for link in supports:
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
    outgoing = outgoing_steps(made)
    for link in map.links:
        if not isinstance(link, Undercut) or len(link.premises) > 1:
            continue
        target = map.elements[link.target]
        if isinstance(target, Step) and target.id not in made.steps and len(target.premises) == 1:
            (premise,) = target.premises
            if premise not in fixed and outgoing.get(premise) == [target.id]:
                made.gists.add(premise)


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
            attack = attack and not _attacks_premise(made, link)
            _lines(made, link.target, "-" if attack else "<_", link, titled=attack)
        case Undercut():
            pass
        case _:
            made.lose(link, "Argdown has no word for it")


def _attacks_premise(made: Plan, link: Undercut) -> bool:
    """Whether what attacks a structure attacks a premise of it as well: the reader then overlooks that it attacks the whole."""
    premises = made.premises_of(link.target)
    return any(not premises.isdisjoint(made.against.get(each, ())) for each in link.premises)


def _against(map: ArgumentMap) -> dict[str, set[str]]:
    """What each claim rebuts or can't stand together with."""
    against: dict[str, set[str]] = {}
    for link in map.links:
        if isinstance(link, Rebuttal):
            for premise in link.premises:
                against.setdefault(premise, set()).add(link.target)
        elif isinstance(link, Conflict):
            first, *others = link.claims
            for other in others:
                against.setdefault(first, set()).add(other)
                against.setdefault(other, set()).add(first)
    return against


def _lines(made: Plan, at: str, operator: str, link: Step, *, titled: bool = False) -> None:
    speaker = made.speaker(link, link.premises[0]) if len(link.premises) == 1 else ""
    new = [(operator + at, premise, speaker) for premise in link.premises]
    if made.said.intersection(new):
        made.lose(link, "the same relation said twice is one in Argdown")
        return
    made.said.update(new)
    premises = sorted(link.premises, key=lambda premise: premise != at)
    if tuple(premises) != link.premises:
        why = "what a claim says of itself comes first, since the reference overlooks it elsewhere"
        made.moved.append(Loss("premises-order", link.id, "the order of the premises", why))
    for premise in premises:
        between = not titled and not speaker and not made.gists.intersection((at, premise))
        entails = made.strict and operator == "+" and between
        joined = len(link.premises) > 1
        line = Line(operator, premise, link, joined=joined, entails=entails, speaker=speaker)
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
