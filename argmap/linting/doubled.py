"""Rules about what a map says twice, or says and takes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.claim import Claim
from ..model.link import Attack, Conflict, Rephrase, Step
from .alike import nearly_alike
from .facts import Facts
from .rule import Hit

__all__ = [
    "attack_on_rephrasing",
    "conflict_and_support",
    "duplicate_claim",
    "duplicate_link",
    "near_duplicate_claim",
    "needless_premise",
    "redundant_support",
    "support_and_attack",
    "undercut_and_rebuttal",
]


_PAIR = 2


def duplicate_claim(facts: Facts) -> Iterator[Hit]:
    """Two claims say the same words.

    What is argued about one of them doesn't reach the other, so a verdict can differ for one and the same thing. A claim may be a
    premise of as many links as you like.

    Example: *Co-ops cost less.* as a reason in two places, as two claims.

    Mend: let the links name one claim; or tie the two with a Rephrase if both wordings are to be kept.
    """
    first: dict[str, Claim] = {}
    for claim in facts.map.claims:
        words = facts.normal[claim.id]
        if not words:
            continue
        if words in first:
            if not _rephrased(facts, claim.id, first[words].id):
                message = f"{facts.name(claim.id)} says the same as {first[words].id}"
                yield Hit((claim.id, first[words].id), message, "use one claim in both places")
        else:
            first[words] = claim


def near_duplicate_claim(facts: Facts) -> Iterator[Hit]:
    """Two claims say nearly the same words.

    They may be one claim worded twice. Where they differ in a word that matters, all is well; claims that differ by a negation are
    another rule's.

    Example: *Co-ops raise the accountability of services* and *Co-ops raise accountability of services*.

    Mend: use one claim in both places, or tie the two with a Rephrase.
    """
    for one, other in nearly_alike(facts):
        if not _rephrased(facts, other, one):
            message = f"{facts.name(other)} says nearly the same as {facts.name(one)}"
            yield Hit((other, one), message, "use one claim, or tie them with a Rephrase")


def duplicate_link(facts: Facts) -> Iterator[Hit]:
    """Two links are of one kind and have the same ends.

    The second says nothing that the first doesn't, but a picture shows two arrows, and the strength of what they point at is counted
    twice.

    Example: two supports of *c* by *a*.

    Mend: remove one of them. `--fix` does so where the second one holds nothing of its own.
    """
    first: dict[tuple[object, ...], Step] = {}
    for step in facts.steps:
        key = (step.kind, tuple(sorted(step.premises)), tuple(sorted(step.warrants)), step.target)
        kept = first.setdefault(key, step)
        if kept is not step:
            message = f"{facts.name(step.id)} says the same as {kept.id}"
            yield Hit((step.id, kept.id), message, "remove one of them")


def support_and_attack(facts: Facts) -> Iterator[Hit]:
    """The same premises both support and attack a claim.

    One of the two links is mostly a slip; where both are meant, the premise needs to be split into what speaks for and what against.

    Example: *It is cheap* as a support and as a rebuttal of *We should buy it*.

    Mend: remove the wrong link, or say in two claims what speaks for it and what against it.
    """
    supports = {(frozenset(link.premises), link.target): link for link in facts.supports}
    for attack in (*facts.rebuttals, *facts.undercuts):
        support = supports.get((frozenset(attack.premises), attack.target))
        if support is not None:
            message = f"{facts.name(attack.target)} is both supported and attacked by {', '.join(attack.premises)}"
            yield Hit((attack.target, support.id, attack.id), message, "remove the wrong link")


def conflict_and_support(facts: Facts) -> Iterator[Hit]:
    """A claim supports one that it can't stand together with.

    The map says that both can't hold, and that one is a reason for the other.

    Example: *a* and *b* are sides of a Conflict, and *a* supports *b*.

    Mend: remove the conflict or the support.
    """
    conflicts: dict[str, list[Conflict]] = {}
    for link in facts.map.links:
        if isinstance(link, Conflict):
            for side in link.claims:
                conflicts.setdefault(side, []).append(link)
    for support in facts.supports:
        for premise in support.premises:
            near = [conflicts.get(end, []) for end in (premise, support.target)]
            for conflict in min(near, key=len):
                both = premise in conflict.claims and support.target in conflict.claims
                if both and support.target != premise:
                    message = f"{facts.name(premise)} supports {support.target}, with which it can't stand"
                    yield Hit(
                        (premise, support.id, conflict.id),
                        message,
                        "remove the conflict or the support",
                    )


def attack_on_rephrasing(facts: Facts) -> Iterator[Hit]:
    """A claim attacks what it restates.

    If two claims say the same, the one can't speak against the other.

    Example: *a* is a Rephrase of *b*, which restates it, and a rebuttal of *b*.

    Mend: remove one of the two links.
    """
    same = {
        frozenset((link.claim, link.original)): link
        for link in facts.map.links
        if isinstance(link, Rephrase) and link.manner == "restates"
    }
    for rebuttal in facts.rebuttals:
        for premise in rebuttal.premises:
            link = same.get(frozenset((premise, rebuttal.target)))
            if link is not None:
                message = f"{facts.name(premise)} attacks {rebuttal.target}, which it restates"
                yield Hit((premise, rebuttal.id, link.id), message, "remove one of the two links")


def redundant_support(facts: Facts) -> Iterator[Hit]:
    """A claim supports directly what it supports through another.

    The way through the other claim says more, and the short cut makes the reason look like two.

    Example: *a* supports *b*, *b* supports *c*, and *a* supports *c* besides.

    Mend: remove the short cut, unless it is a reason of its own; then say in a warrant how it differs.
    """
    single = {
        (link.premises[0], link.target): link
        for link in facts.supports
        if not link.linked and not link.warrants
    }
    onward: dict[str, list[str]] = {}
    inward: dict[str, list[str]] = {}
    for premise, target in single:
        onward.setdefault(premise, []).append(target)
        inward.setdefault(target, []).append(premise)
    for (premise, target), support in single.items():
        for middle in min(onward[premise], inward[target], key=len):
            both = (premise, middle) in single and (middle, target) in single
            if middle not in (premise, target) and both:
                message = f"{facts.name(premise)} supports {target} directly and through {middle}"
                yield Hit((support.id, premise, middle), message, "remove the short cut")
                break


def needless_premise(facts: Facts) -> Iterator[Hit]:
    """Premises are linked though fewer of them are given as a reason of their own.

    Linked premises say that neither suffices alone. If one of them alone supports the same claim as well, the map says both that it
    suffices and that it doesn't.

    Example: a support of *c* by *a* and *b* together, and another one by *a*.

    Mend: remove the lesser support if *b* is needed, the linked one if it isn't.
    """
    held: dict[tuple[str, str, int], list[Step]] = {}
    for step in facts.steps:
        held.setdefault((step.kind, step.target, sum(map(hash, step.premises))), []).append(step)
    for step in facts.steps:
        other = _with_fewer(step, held) if step.linked else None
        if other is not None:
            message = f"{facts.name(step.id)} links what {other.id} says suffices alone"
            yield Hit((step.id, other.id), message, "remove one of the two")


def _with_fewer(step: Step, held: Mapping[tuple[str, str, int], list[Step]]) -> Step | None:
    """A step to the same target with one of the premises, or with all but one.

    Sums of hashes find it: a set of premises for each one left out would take quadratic time.
    """
    whole = sum(map(hash, step.premises))
    sums = [hash(each) for each in step.premises]
    sums += [whole - each for each in sums if len(sums) > _PAIR]
    for total in sums:
        same = held.get((step.kind, step.target, total), ())
        lesser = [other for other in same if {*other.premises} < {*step.premises}]
        if lesser:
            return lesser[-1]
    return None


def undercut_and_rebuttal(facts: Facts) -> Iterator[Hit]:
    """An objection both undercuts a step and attacks what the step says.

    An undercut says that the step doesn't carry, a rebuttal that its premise or its conclusion is wrong. The same claim can seldom
    say both.

    Example: *The witness is short-sighted* undercuts the step from what she saw, and rebuts what she saw.

    Mend: keep the one that is meant: mostly the undercut.
    """
    rebuttals = {(p, link.target): link for link in facts.rebuttals for p in link.premises}
    for undercut in facts.undercuts:
        step = facts.map.elements[undercut.target]
        if not isinstance(step, Step):
            continue
        for premise in undercut.premises:
            said = [rebuttals.get((premise, end)) for end in (step.target, *step.premises)]
            doubles: list[Attack] = [link for link in said if link is not None]
            if doubles:
                message = f"{facts.name(premise)} undercuts {step.id} and rebuts its end {doubles[0].target}"
                yield Hit(
                    (premise, undercut.id, doubles[0].id), message, "keep the one that is meant"
                )


def _rephrased(facts: Facts, one: str, other: str) -> bool:
    """Whether a Rephrase ties two claims."""
    links = facts.map.links_from[one] + facts.map.links_from[other]
    return any(
        isinstance(link, Rephrase) and {link.claim, link.original} == {one, other} for link in links
    )
