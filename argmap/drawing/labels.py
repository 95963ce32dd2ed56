"""The labels of cards and joints for languages that lay out texts themselves."""

from __future__ import annotations

from .view import Card, Joint

__all__ = ["SIGNS", "card_lines", "joint_label"]

SIGNS: dict[str, str] = {
    "support": "+",
    "rebuttal": "\N{MINUS SIGN}",
    "undercut": "\N{MULTIPLICATION SIGN}",
    "conflict": "\N{NOT EQUAL TO}",
    "rephrase": "=",
    "preference": ">",
    "answer": "\N{CHECK MARK}",
    "warrant": "\N{THEREFORE}",
}
"""The sign of each way of bearing, so that none is told by its colour alone."""


def card_lines(card: Card) -> list[str]:
    """What a card says: its title if it has one, its text, and its notes."""
    return [*([card.title] if card.title else []), card.text, *[note.text for note in card.notes]]


def joint_label(joint: Joint) -> str:
    """What a joint says: its sign, its label and its qualifier; a stub says how much in brackets."""
    if joint.stub:
        return f"{SIGNS[joint.bearing]} ({joint.label})"
    return " ".join(filter(None, [SIGNS[joint.bearing], joint.label, joint.qualifier]))
