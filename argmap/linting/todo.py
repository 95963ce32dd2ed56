"""What a map is waiting for: the findings that call for an argument, ranked by what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ..model.link import Attack, Step
from ..model.map import ArgumentMap
from .facts import Facts
from .reasons import unanswered_questions, unstated_premise
from .shape import idle_issue, lone_answer
from .sourcing import unsourced_leaf

__all__ = ["Task", "todo"]


@frozen
class Task:
    """One thing to do: what, to which ids (the foremost first), and why it matters.

    ``rank`` is what the list is ordered by, the lowest first: 1 answers to objections that main claims fall by, 2 to other objections to
    what they rest on, 3 reasons for questioned claims, 4 issues without answers, 5 objections that are missing, 6 critical questions,
    7 sources, 8 unstated premises. ``distance`` is the number of supports between it and a main claim.
    """

    rank: int
    action: str
    ids: tuple[str, ...]
    why: str
    distance: int = 0

    def __str__(self) -> str:
        return f"{self.action} ({self.why})"


def todo(map: ArgumentMap) -> tuple[Task, ...]:
    """What the map is waiting for, most important first; of equal rank what is nearest to a main claim, then the map's order.

    >>> from argmap import Draft
    >>> draft = Draft()
    >>> coops = draft.claim("Co-ops are good.", id="coops")
    >>> _ = draft.rebut(coops, by=draft.claim("They are cover for cuts.", id="cuts"), id="r")
    >>> print(todo(draft.map())[0])
    Answer the rebuttal r of coops by cuts: rebut cuts or undercut r (coops, a main claim, falls by it)
    """
    facts = Facts(map)
    tasks = [
        *_objections(facts),
        *_questioned(facts),
        *_issues(facts),
        *_one_sided(facts),
        *_critical(facts),
        *_sources(facts),
        *_premises(facts),
    ]
    tasks.sort(key=lambda task: (task.rank, task.distance))
    return tuple(tasks)


def _objections(facts: Facts) -> Iterator[Task]:
    """Objections to what main claims rest on that nobody has answered."""
    main = {claim.id for claim in facts.map.main_claims}
    for id, distance in facts.rests.items():
        for attack in facts.attacks_on(id):
            if facts.answers_to(attack):
                continue
            how = f"rebut {' or '.join(attack.premises)} or undercut {attack.id}"
            action = f"Answer {facts.name(attack.id)}: {how}"
            if id in main:
                yield Task(1, action, (attack.id, id), f"{id}, a main claim, falls by it")
            else:
                yield Task(2, action, (attack.id, id), f"{id} falls by it", distance)


def _questioned(facts: Facts) -> Iterator[Task]:
    for claim in facts.map.claims:
        if claim.stance == "questioned" and not facts.supports_of(claim.id):
            distance = facts.rests.get(claim.id, len(facts.rests))
            action = f"Give a reason for {facts.name(claim.id)}"
            yield Task(
                3, action, (claim.id,), "it is questioned, and nothing speaks for it", distance
            )


def _issues(facts: Facts) -> Iterator[Task]:
    for hit in idle_issue(facts):
        yield Task(4, f"Answer the issue {hit.ids[0]}", hit.ids, "it has no position")
    for hit in lone_answer(facts):
        yield Task(4, f"Add another position on {hit.ids[0]}", hit.ids, "it has a single one", 1)


def _one_sided(facts: Facts) -> Iterator[Task]:
    """Main claims that nobody has objected to, and those that nothing speaks for."""
    for claim in facts.map.main_claims:
        steps = [link for link in facts.map.links_to[claim.id] if isinstance(link, Step)]
        if steps and not any(_objected(facts, id) for id in (claim.id, *_first(facts, claim.id))):
            action = f"Add the best objection to {facts.name(claim.id)}"
            yield Task(5, action, (claim.id,), "neither it nor its reasons have one")
        elif steps and not facts.supports_of(claim.id):
            action = f"Add the best reason for {facts.name(claim.id)}"
            yield Task(5, action, (claim.id,), "it is only attacked")


def _first(facts: Facts, id: str) -> list[str]:
    """The supports of a claim and their premises."""
    return [end for link in facts.supports_of(id) for end in (link.id, *link.premises)]


def _objected(facts: Facts, id: str) -> bool:
    return any(isinstance(link, Attack) for link in facts.map.links_to[id])


def _critical(facts: Facts) -> Iterator[Task]:
    for hit in unanswered_questions(facts):
        distance = facts.rests.get(hit.ids[0], len(facts.rests))
        action = f"Ask the critical questions about {facts.name(hit.ids[0])}"
        yield Task(6, action, hit.ids, hit.hint, distance)


def _sources(facts: Facts) -> Iterator[Task]:
    for hit in unsourced_leaf(facts):
        distance = facts.rests.get(hit.ids[0], len(facts.rests))
        action = f"Find a source for {facts.name(hit.ids[0])}"
        yield Task(7, action, hit.ids, "it carries others and cites none", distance)


def _premises(facts: Facts) -> Iterator[Task]:
    for hit in unstated_premise(facts):
        distance = facts.rests.get(hit.ids[0], len(facts.rests))
        action = f"Say what ties the ends of {facts.name(hit.ids[0])} together"
        yield Task(8, action, hit.ids, "its premise shares no word with anything around", distance)
