"""Rules about objections, and what is said to them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.link import Attack
from .facts import Facts
from .rule import Hit

__all__ = [
    "answered_beside_the_step",
    "no_objection",
    "strict_step_rebutted",
    "unanswered_objection",
    "verdict_at_odds",
]

_MANY_STEPS = 8


def unanswered_objection(facts: Facts) -> Iterator[Hit]:
    """Nothing is said to an objection to a main claim.

    A main claim with an unanswered objection doesn't stand, however many reasons speak for it: under every semantics of argmap it is
    rejected if the objection holds.

    Example: the thesis is rebutted by *They don't understand co-ops*, and nothing speaks against that or against the step from it.

    Mend: rebut the objection, undercut the step it takes, or give the thesis up.
    """
    for main in facts.map.main_claims if facts.worded else ():
        for attack in _unanswered(facts, main.id):
            message = f"nothing is said to {facts.name(attack.id)}, a main claim"
            hint = f"rebut {' or '.join(attack.premises)}, or undercut {attack.id}"
            yield Hit((main.id, attack.id, *attack.premises), message, hint)


def answered_beside_the_step(facts: Facts) -> Iterator[Hit]:
    """An objection to a main claim stands though its premise is attacked, and the step from it isn't.

    Who attacks a premise and fails has nothing left to say. That the premise, granted, doesn't matter for the conclusion is mostly the
    stronger answer, and it hasn't been tried. Whether the objection stands is its grounded verdict.

    Example: *They don't understand co-ops* is answered by *They do*, which falls; and nobody asks whether it bears on the policy.

    Mend: add an undercut of the objection if its premise, granted, wouldn't decide the matter.
    """
    for main in facts.map.main_claims if facts.worded else ():
        for attack in facts.attacks_on(main.id):
            standing = facts.verdicts[attack.id] == "accepted"
            answers = facts.answers_to(attack)
            if standing and answers and not facts.attacks_on(attack.id):
                message = f"{facts.name(attack.id)} stands, and only its premise is attacked"
                hint = f"does it follow? If not, undercut {attack.id}"
                yield Hit((attack.id, *[answer.id for answer in answers]), message, hint)


def no_objection(facts: Facts) -> Iterator[Hit]:
    """A map of some size has no objection at all.

    What only one side has written convinces only that side.

    Example: eight reasons, none of them against the thesis.

    Mend: add the best objection you know of, and the answer to it.
    """
    if len(facts.steps) >= _MANY_STEPS and not facts.rebuttals and not facts.undercuts:
        ids = tuple([claim.id for claim in facts.map.main_claims])
        message = f"none of {len(facts.steps)} steps is an objection"
        yield Hit(ids, message, "add the best objection you know of")


def strict_step_rebutted(facts: Facts) -> Iterator[Hit]:
    """The conclusion of a strict step is rebutted, and its premises aren't attacked.

    A strict step says that its premises entail the conclusion. Whoever grants them can't reject what follows; an objection has to
    be to a premise, or to the step's being strict (Modgil and Prakken 2014, section 3.2).

    Example: *All swans are white* and *This is a swan* entail *It is white*, and a rebuttal speaks against *It is white* alone.

    Mend: attack a premise, or don't mark the step as strict.
    """
    for support in facts.supports:
        if not support.strict or facts.claim(support.target) is None:
            continue
        attacks = facts.attacks_on(support.target)
        if attacks and not any(facts.attacks_on(premise) for premise in support.premises):
            message = (
                f"{support.target} follows strictly from premises that aren't attacked, and is"
            )
            yield Hit((support.id, support.target, attacks[0].id), message, "attack a premise")


def verdict_at_odds(facts: Facts) -> Iterator[Hit]:
    """A main claim that its author asserts is rejected by what the map itself says, though each objection is answered.

    The grounded verdict is what stands whoever argues. An asserted thesis that falls has an objection whose answers fall, further down.
    Unanswered objections are another rule's.

    Example: the thesis is asserted, an objection to it is rebutted, and the rebuttal falls to another claim.

    Mend: answer the objection (`argmap explain` says which), or change the claim's stance to questioned.
    """
    for main in facts.map.main_claims if facts.worded else ():
        fallen = main.stance != "questioned" and facts.verdicts[main.id] == "rejected"
        if fallen and not _unanswered(facts, main.id):
            message = f"{facts.name(main.id)} is {main.stance}, and rejected by the map [grounded]"
            yield Hit((main.id,), message, "argmap explain says why, argmap crux what to do")


def _unanswered(facts: Facts, id: str) -> list[Attack]:
    return [attack for attack in facts.attacks_on(id) if not facts.answers_to(attack)]
