"""Rules about how a map hangs together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model.claim import Spoken
from ..model.link import Answer, Step
from .facts import Facts
from .rule import Hit

__all__ = [
    "disconnected_part",
    "idle_issue",
    "lone_answer",
    "lone_claim",
    "several_main_claims",
    "undercut_of_statement",
]


def disconnected_part(facts: Facts) -> Iterator[Hit]:
    """Parts of the map have no link to the largest one.

    Parts that nothing ties together are several debates on one sheet, or a link is missing.

    Example: three claims argue about co-ops, and two others about taxes.

    Mend: add the link that is missing, put an Issue above both, or make two maps of it.
    """
    parts = [part for part in facts.parts if len(part) > 1]
    if len(parts) > 1:
        largest = max(parts, key=len)
        apart = tuple([part[0] for part in parts if part is not largest])
        whose = (
            f"the part with {facts.name(apart[0])} has"
            if len(apart) == 1
            else f"{len(apart)} parts have"
        )
        message = f"{whose} no link to the largest part of the map"
        yield Hit(apart, message, "add the link that is missing, or make several maps of it")


def lone_claim(facts: Facts) -> Iterator[Hit]:
    """A claim is in no link.

    It argues for nothing, and nothing is argued about it: a note that waits for its place, or a link is missing.

    Example: a claim that was written down and never tied to another.

    Mend: link it, or remove it.
    """
    if len(facts.map.claims) == 1:
        return
    for claim in facts.map.claims:
        if not facts.map.links_to[claim.id] and not facts.map.links_from[claim.id]:
            yield Hit((claim.id,), f"{facts.name(claim.id)} is in no link", "link it, or remove it")


def several_main_claims(facts: Facts) -> Iterator[Hit]:
    """There are several main claims, and no issue that says what they are about.

    A reader doesn't see what the debate is about. Rival theses are positions on an issue.

    Example: *Co-ops should run schools* and *The state should run schools*, each with reasons, and neither linked to the other.

    Mend: add an Issue that both answer; or say by a Conflict that they can't both hold.
    """
    mains = [claim for claim in facts.map.main_claims if facts.map.links_to[claim.id]]
    loose = [claim for claim in mains if not facts.map.links_from[claim.id]]
    if len(loose) > 1:
        ids = tuple([claim.id for claim in loose])
        message = (
            f"there are {len(ids)} main claims and no issue that they answer: {', '.join(ids)}"
        )
        yield Hit(ids, message, "add an issue that they answer")


def idle_issue(facts: Facts) -> Iterator[Hit]:
    """No claim answers an issue.

    The question is open, or its answers are in the map and aren't marked as such.

    Example: the issue *Who should run schools?* without a position.

    Mend: add a position with an Answer, or remove the issue.
    """
    for issue in facts.map.issues:
        if not _answers(facts, issue.id):
            message = f"no claim answers the issue {issue.id}"
            yield Hit((issue.id,), message, "add a position, or remove the issue")


def lone_answer(facts: Facts) -> Iterator[Hit]:
    """Only one claim answers an issue.

    A question with one answer isn't yet a debate: what else could one hold?

    Example: the issue *Who should run schools?* with the one position *Co-ops should*.

    Mend: add the position of those who disagree.
    """
    for issue in facts.map.issues:
        answers = _answers(facts, issue.id)
        if len(answers) == 1:
            message = f"only {facts.name(answers[0].claim)} answers the issue {issue.id}"
            yield Hit(
                (issue.id, answers[0].claim), message, "add the position of those who disagree"
            )


def undercut_of_statement(facts: Facts) -> Iterator[Hit]:
    """What a document of Argdown calls an undercut rebuts a statement, and not the step that the statement takes.

    Below a statement `<_` bears on the statement, there being no inference or argument that it could bear on. Who writes it below
    a reason mostly means that the reason, granted, doesn't matter: an undercut of the step. Read as it stands it says that the
    reason is false, which is another objection, with another answer. Statements that take no step are let be with it.

    Example: `+ [s]: They are cheap.` speaks for a thesis, and `<_ [u]: Price isn't the point.` stands below it.

    Mend: in Argdown make the reason an argument, `+ <s>: They are cheap.`; or write `<-` if it is meant to be false.
    """
    for link in facts.rebuttals:
        target = facts.claim(link.target)
        if target is None or _argdown(link).get("relation") != "undercut":
            continue
        steps = [each.id for each in facts.map.links_from[target.id] if isinstance(each, Step)]
        if steps and _argdown(target).get("kind") != "argument":
            message = f"{link.id} is written as an undercut, and rebuts {facts.name(target.id)}, not the step from it"
            hint = f"undercut {' or '.join(steps)}, or write a rebuttal"
            yield Hit((link.id, target.id, *steps), message, hint)


def _argdown(element: Spoken) -> Mapping[str, Any]:
    """What the map keeps of an element's place in a document of Argdown."""
    held = element.data.get("argdown")
    return held if isinstance(held, Mapping) else {}


def _answers(facts: Facts, issue: str) -> list[Answer]:
    return [link for link in facts.map.links_to[issue] if isinstance(link, Answer)]
