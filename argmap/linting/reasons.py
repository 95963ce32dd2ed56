"""Rules about reasons: what carries a claim, and what a step leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.link import Step
from .facts import Facts
from .rule import Hit

__all__ = [
    "assumed_with_reasons",
    "bare_main_claim",
    "idle_premise",
    "one_voice",
    "part_weighted",
    "unanswered_questions",
    "unstated_premise",
    "unsupported_question",
]

_FEWEST_WORDS = 4
_USUAL = 4
"""One step in so many may lack a word in common with its target; where more do, that is how the map is worded."""


def bare_main_claim(facts: Facts) -> Iterator[Hit]:
    """Nothing speaks for a main claim.

    A thesis that is only attacked is a target, not a position.

    Example: a thesis with three objections and no reason.

    Mend: add the best reason for it.
    """
    for main in facts.map.main_claims:
        attacked = bool(facts.attacks_on(main.id))
        if facts.worded and attacked and not facts.supports_of(main.id):
            message = f"nothing speaks for the main claim {facts.name(main.id)}"
            yield Hit((main.id,), message, "add the best reason for it")


def unsupported_question(facts: Facts) -> Iterator[Hit]:
    """A questioned claim has no support.

    A questioned claim stands only by a support; without one it and all that rests on it fall.

    Example: a claim of stance *questioned* that is a premise, and no support concludes it.

    Mend: add a reason for it, or assume it (stance *assumed*) if the debate takes it for granted.
    """
    for claim in facts.map.claims:
        if claim.stance == "questioned" and not facts.supports_of(claim.id):
            message = f"{facts.name(claim.id)} is questioned, and nothing speaks for it"
            yield Hit((claim.id,), message, "add a reason for it, or assume it")


def assumed_with_reasons(facts: Facts) -> Iterator[Hit]:
    """A claim is assumed, and reasons are given for it all the same.

    What is taken for granted needs no reasons; what has reasons can stand on them.

    Example: a claim of stance *assumed* with a support.

    Mend: set its stance to *asserted*, or to *questioned* if it shall stand by its reasons alone.
    """
    for claim in facts.map.claims:
        if claim.stance == "assumed" and facts.supports_of(claim.id):
            message = f"{facts.name(claim.id)} is assumed, and has reasons"
            yield Hit(
                (claim.id,), message, "assert it, or question it, and let the reasons carry it"
            )


def unstated_premise(facts: Facts) -> Iterator[Hit]:
    """A step from one premise shares no word with what it speaks for or against, nor with anything around that.

    Where premise and conclusion speak of different things, a further premise ties them together in the author's mind. It is the one
    that others would question. Around the target stand the other premises that bear on it, and what it bears on itself. Steps with a
    warrant or a scheme are let be, and so are maps in which more than a quarter of the steps are like that.

    Example: *He went to a private school*, therefore *The policy will fail*.

    Mend: write the missing premise down and link it to the step, or give the step a warrant or a scheme.
    """
    apart: list[Step] = []
    compared = 0
    around: dict[str, dict[str, int]] = {}
    for step in facts.steps:
        words = facts.words[step.premises[0]]
        if step.linked or facts.claim(step.target) is None or len(words) < _FEWEST_WORDS:
            continue
        compared += 1
        if step.target not in around:
            around[step.target] = _words_around(facts, step.target)
        counts = around[step.target]
        if not step.warrants and not step.scheme and all(counts[word] == 1 for word in words):
            apart.append(step)
    for step in apart if _USUAL * len(apart) <= compared else ():
        message = f"{facts.name(step.id)} has a premise that shares no word with anything around"
        hint = "what ties it to its target? Add it as a linked premise or as a warrant"
        yield Hit((step.id, step.premises[0], step.target), message, hint)


def _words_around(facts: Facts, target: str) -> dict[str, int]:
    """In how many of a claim, the premises that bear on it, and the claims it bears on each word is."""
    ends = [target]
    for step in facts.map.links_to[target]:
        ends += step.premises if isinstance(step, Step) else ()
    ends += [step.target for step in facts.steps_from(target) if facts.claim(step.target)]
    counts: dict[str, int] = {}
    for end in dict.fromkeys(ends):
        for word in sorted(facts.words[end]):
            counts[word] = counts.get(word, 0) + 1
    return counts


def idle_premise(facts: Facts) -> Iterator[Hit]:
    """A linked premise shares no word with the other premises or with the conclusion.

    Linked premises work together because they have something in common: each notion of the conclusion comes from a premise, and
    a notion that only one premise has leads nowhere (the rabbit rule and the holding-hands rule of argument mapping).

    Example: *Socrates is a man* and *It rains* as linked premises of *Socrates is mortal*.

    Mend: make it a reason of its own, or reword it so that it is seen what it does.
    """
    for step in facts.steps:
        if not step.linked:
            continue
        ends = [*step.premises, *([step.target] if facts.claim(step.target) else [])]
        shared: dict[str, int] = {}
        for end in ends:
            for word in sorted(facts.words[end]):
                shared[word] = shared.get(word, 0) + 1
        for premise in step.premises:
            words = facts.words[premise]
            if len(words) >= _FEWEST_WORDS and all(shared[word] == 1 for word in words):
                message = f"{facts.name(premise)} shares no word with the others in {step.id}"
                yield Hit((premise, step.id), message, "make it a reason of its own, or reword it")


def one_voice(facts: Facts) -> Iterator[Hit]:
    """All that carries a main claim is said by one participant, in a debate of several.

    Whoever doubts that one speaker doubts the whole case.

    Example: five claims carry the thesis, all of them said by its author, while three others speak in the map.

    Mend: look for somebody else who says it, or cite a source.
    """
    if len(facts.speakers) < 2:
        return
    for main in facts.map.main_claims:
        carrying = _carrying(facts, main.id)
        said_by = dict.fromkeys([who for claim in carrying for who in facts.map[claim].said_by])
        cited = any(facts.map[claim].citations for claim in carrying)
        if len(carrying) > 1 and len(said_by) == 1 and not cited:
            (who,) = said_by
            message = f"all that carries {facts.name(main.id)} is said by {who}"
            yield Hit((main.id, *carrying), message, "look for somebody else who says it")


def unanswered_questions(facts: Facts) -> Iterator[Hit]:
    """Nobody has asked the critical questions of a step's scheme.

    A scheme of argument is only as good as the answers to its critical questions (Walton, Reed and Macagno 2008). A question counts as
    asked if the step is undercut, backed, or has a warrant.

    Example: an argument from expert opinion, and nobody asks whether the expert is one.

    Mend: go through the questions; add an undercut for one that has a bad answer, a support of the step for a good one.
    """
    schemes = {scheme.id: scheme for scheme in facts.map.schemes}
    for step in facts.steps:
        scheme = schemes.get(step.scheme or "")
        if scheme is None or not scheme.questions or step.warrants or facts.map.links_to[step.id]:
            continue
        name = scheme.name or scheme.id
        message = f"nobody has asked the {len(scheme.questions)} critical questions of {name} about {step.id}"
        yield Hit((step.id,), message, f"the first one: {scheme.questions[0]}")


def part_weighted(facts: Facts) -> Iterator[Hit]:
    """Some claims have a weight, and others of the same map have none.

    A model of strengths gives those without a weight one of its own choice, which is then compared with yours.

    Example: four leaves with a weight of 0.8, and a fifth without.

    Mend: give the others a weight, or remove those that are there.
    """
    leaves = facts.map.leaves
    bare = [claim for claim in leaves if claim.weight is None]
    if len(leaves) - len(bare) > len(bare) > 0:
        ids = tuple([claim.id for claim in bare])
        message = f"{len(bare)} of {len(leaves)} leaves have no weight: {', '.join(ids[:5])}"
        yield Hit(ids, message, "give them a weight")


def _carrying(facts: Facts, main: str) -> list[str]:
    """The claims that support a main claim, directly or through others, in order of nearness."""
    found: dict[str, None] = {}
    todo = [main]
    for id in todo:
        for link in facts.map.links_to[id]:
            if isinstance(link, Step) and link.kind == "support":
                for premise in link.premises:
                    if premise not in found and premise != main:
                        found[premise] = None
                        todo.append(premise)
    return list(found)
