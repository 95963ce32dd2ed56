"""Every rule, in the order in which findings are told."""

from __future__ import annotations

from . import circular, doubled, looks, objections, reasons, shape, sourcing, tidiness, wording
from .rule import Rule

__all__ = ["RULES", "rule_of"]

RULES: tuple[Rule, ...] = (
    Rule("AM101", "circular-support", "warning", "structure", circular.circular_support),
    Rule("AM102", "self-support", "warning", "structure", circular.self_support),
    Rule("AM103", "self-attack", "warning", "structure", circular.self_attack),
    Rule("AM104", "odd-attack-circle", "note", "structure", circular.odd_attack_circle),
    Rule("AM105", "preference-circle", "warning", "structure", circular.preference_circle),
    Rule("AM106", "support-and-attack", "warning", "structure", doubled.support_and_attack),
    Rule("AM107", "conflict-and-support", "warning", "structure", doubled.conflict_and_support),
    Rule("AM108", "attack-on-rephrasing", "warning", "structure", doubled.attack_on_rephrasing),
    Rule("AM109", "duplicate-claim", "warning", "structure", doubled.duplicate_claim),
    Rule("AM110", "near-duplicate-claim", "note", "structure", doubled.near_duplicate_claim),
    Rule(
        "AM111",
        "duplicate-link",
        "warning",
        "structure",
        doubled.duplicate_link,
        tidiness.mended_link,
    ),
    Rule("AM112", "redundant-support", "note", "structure", doubled.redundant_support),
    Rule("AM113", "needless-premise", "note", "structure", doubled.needless_premise),
    Rule("AM114", "undercut-and-rebuttal", "note", "structure", doubled.undercut_and_rebuttal),
    Rule("AM115", "disconnected-part", "warning", "structure", shape.disconnected_part),
    Rule("AM116", "lone-claim", "note", "structure", shape.lone_claim),
    Rule("AM117", "several-main-claims", "note", "structure", shape.several_main_claims),
    Rule("AM118", "idle-issue", "warning", "structure", shape.idle_issue),
    Rule("AM119", "lone-answer", "note", "structure", shape.lone_answer),
    Rule("AM120", "undercut-of-statement", "warning", "structure", shape.undercut_of_statement),
    Rule("AM201", "unanswered-objection", "warning", "argument", objections.unanswered_objection),
    Rule(
        "AM202", "answered-beside-the-step", "note", "argument", objections.answered_beside_the_step
    ),
    Rule("AM203", "verdict-at-odds", "warning", "argument", objections.verdict_at_odds),
    Rule("AM204", "strict-step-rebutted", "warning", "argument", objections.strict_step_rebutted),
    Rule("AM205", "no-objection", "note", "argument", objections.no_objection),
    Rule("AM206", "bare-main-claim", "note", "argument", reasons.bare_main_claim),
    Rule("AM207", "unsupported-question", "warning", "argument", reasons.unsupported_question),
    Rule("AM208", "assumed-with-reasons", "note", "argument", reasons.assumed_with_reasons),
    Rule("AM209", "unstated-premise", "note", "argument", reasons.unstated_premise),
    Rule("AM210", "idle-premise", "note", "argument", reasons.idle_premise),
    Rule("AM211", "one-voice", "note", "argument", reasons.one_voice),
    Rule("AM212", "unanswered-questions", "note", "argument", reasons.unanswered_questions),
    Rule("AM213", "part-weighted", "note", "argument", reasons.part_weighted),
    Rule("AM301", "empty-claim", "error", "wording", wording.empty_claim),
    Rule("AM302", "placeholder", "warning", "wording", wording.placeholder),
    Rule("AM303", "question-as-claim", "warning", "wording", wording.question_as_claim),
    Rule("AM304", "two-claims-in-one", "note", "wording", wording.two_claims_in_one),
    Rule("AM305", "reason-within", "note", "wording", wording.reason_within),
    Rule("AM306", "fragment", "note", "wording", wording.fragment),
    Rule("AM307", "over-long", "note", "wording", wording.over_long),
    Rule("AM308", "negation-pair", "warning", "wording", wording.negation_pair),
    Rule("AM309", "dangling-pronoun", "note", "wording", wording.dangling_pronoun),
    Rule("AM310", "shouting", "note", "wording", wording.shouting),
    Rule(
        "AM311",
        "stray-blanks",
        "note",
        "wording",
        tidiness.stray_blanks,
        tidiness.mended_blanks,
    ),
    Rule(
        "AM312",
        "repeated-title",
        "note",
        "wording",
        tidiness.repeated_title,
        tidiness.mended_title,
    ),
    Rule(
        "AM313",
        "repeated-wording",
        "note",
        "wording",
        tidiness.repeated_wording,
        tidiness.mended_wordings,
    ),
    Rule("AM314", "repeated-tag", "note", "wording", tidiness.repeated_tag, tidiness.mended_tags),
    Rule("AM401", "unsourced-leaf", "note", "sources", sourcing.unsourced_leaf),
    Rule("AM402", "altered-quotation", "warning", "sources", sourcing.altered_quotation),
    Rule("AM403", "dead-citation", "warning", "sources", sourcing.dead_citation),
    Rule("AM404", "reversed-offsets", "warning", "sources", sourcing.reversed_offsets),
    Rule("AM405", "missing-speaker", "note", "sources", sourcing.missing_speaker),
    Rule("AM406", "self-contradiction", "note", "sources", sourcing.self_contradiction),
    Rule("AM407", "unused-source", "note", "sources", sourcing.unused_source),
    Rule("AM408", "nameless-source", "note", "sources", sourcing.nameless_source),
    Rule("AM409", "unused-participant", "note", "sources", sourcing.unused_participant),
    Rule("AM410", "unused-scheme", "note", "sources", sourcing.unused_scheme),
    Rule("AM501", "long-label", "note", "drawing", looks.long_label),
    Rule("AM502", "long-title", "note", "drawing", looks.long_title),
    Rule("AM503", "same-title", "warning", "drawing", looks.same_title),
    Rule("AM504", "lone-in-group", "note", "drawing", looks.lone_in_group),
    Rule("AM505", "empty-group", "note", "drawing", looks.empty_group),
    Rule("AM506", "deep-groups", "note", "drawing", looks.deep_groups),
    Rule("AM507", "crowded-claim", "note", "drawing", looks.crowded_claim),
)
"""The rules; a code is never given to another rule, not even when its own is gone."""


def rule_of(code: str) -> Rule | None:
    """The rule of a code or a name, None if there is none.

    >>> rule_of("AM101").name, rule_of("circular-support").code
    ('circular-support', 'AM101')
    """
    return next((rule for rule in RULES if code in (rule.code, rule.name)), None)
