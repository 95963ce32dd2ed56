"""Small maps by name, one for each thing that code on maps trips over; made here, so that they are there without any file."""

from __future__ import annotations

from collections.abc import Callable

from ..model import ArgumentMap, Draft

__all__ = ["EXAMPLES", "example_map"]


def example_map(name: str) -> ArgumentMap:
    """The example of a name; raises KeyError for one that there isn't.

    >>> example_map("undercut").links[1]
    Undercut('cut', ('expert',), 'step')
    """
    draft = Draft(name)
    EXAMPLES[name](draft)
    return draft.map()


def _empty(draft: Draft) -> None:
    """Nothing at all."""


def _reasons(draft: Draft) -> None:
    """A reason and an objection."""
    good = draft.claim("Co-ops are good for their towns.", id="good")
    draft.support(good, by=draft.claim("They keep the money there.", id="money"), id="step")
    draft.rebut(good, by=draft.claim("They are slow to decide.", id="slow"))


def _linked(draft: Draft) -> None:
    """Two premises that carry a step only together, and a warrant."""
    wise = draft.claim("Socrates is mortal.", id="mortal")
    human = draft.claim("Socrates is human.", id="human")
    every = draft.claim("Every human is mortal.", id="every")
    rule = draft.claim("What holds of all holds of each.", id="rule", implicit=True)
    draft.support(wise, by=[human, every], warrants=[rule], strict=True, id="step")


def _undercut(draft: Draft) -> None:
    """An objection to a step, and one to that objection's own step."""
    rain = draft.claim("It is going to rain.", id="rain")
    step = draft.support(rain, by=draft.claim("The neighbour says so.", id="neighbour"), id="step")
    cut = draft.undercut(step, by=draft.claim("He is no expert.", id="expert"), id="cut")
    draft.undercut(cut, by=draft.claim("One needn't be.", id="common"), id="cut-of-cut")


def _circle(draft: Draft) -> None:
    """Claims that hold each other up, one that attacks itself, two that rebut each other."""
    book = draft.claim("The book is right.", id="book")
    says = draft.claim("The book says that it is right.", id="says")
    draft.support(book, by=says)
    draft.support(says, by=book)
    liar = draft.claim("This claim is wrong.", id="liar")
    draft.rebut(liar, by=liar)
    draft.rebut(book, by=liar)
    draft.rebut(liar, by=book)


def _debate(draft: Draft) -> None:
    """A question, positions on it, and people who answer one another."""
    issue = draft.issue("Should the library open on Sundays?", id="issue")
    yes = draft.claim("It should.", id="yes", said_by="Ann")
    no = draft.claim("It should not.", id="no", said_by="Ben")
    draft.answer(issue, by=yes)
    draft.answer(issue, by=no)
    draft.conflict(yes, no, contradictory=True)
    free = draft.claim("People have time then.", id="time", said_by="Ann")
    staff = draft.claim("The staff have none.", id="staff", said_by="Ben")
    draft.support(yes, by=free)
    draft.support(no, by=staff)
    paid = draft.claim("They would be paid double.", id="paid", said_by="Ann")
    draft.rebut(staff, by=paid)
    draft.prefer(paid, over=staff)


def _everything(draft: Draft) -> None:
    """Every kind of element and record, with something in every field."""
    draft.describe(description="All of it.", authors=["Ann"], language="en")
    part = draft.group("Part", parent=draft.group("Whole"))
    source = draft.source("A book", url="https://example.org/", authors=["Eve"], date="2020-01-02")
    main = draft.claim(
        "The main claim.",
        title="Main",
        id="main",
        wordings=["What all is about."],
        stance="questioned",
        implicit=True,
        weight=0.5,
        said_by="Ann",
        cites=source,
        tags=["first"],
        group=part,
        data={"note": {"pages": [1, 2.5, None, True]}},
    )
    reason = draft.claim("The reason.", id="reason", stance="assumed")
    step = draft.support(
        main, by=reason, scheme="Expert opinion", weight=1.0, label="so", said_by="Ben"
    )
    draft.undercut(step, by=draft.claim("An exception.", id="exception"))
    draft.rephrase(reason, by=draft.claim("The reason again.", id="again"), manner="generalises")
    draft.answer(draft.issue("Is it so?", id="issue"), by=main)
    draft.conflict(main, reason)
    draft.prefer(step, over=reason)


def _hostile(draft: Draft) -> None:
    """Texts that break out of markup, quotes and lines, and scripts that run the other way."""
    good = draft.claim("</text><script>alert('x')</script> & \"]; a -> b", id="a b\"<&'")
    odd = draft.claim("one\nline\ttwo \u202eturned\u202c e\u0301\u0302 \\N{{x}}", id="ß 漢")
    draft.support(good, by=odd, label='"quoted" \\ label')
    draft.rebut(good, by=draft.claim("الناس أحرار متساوون.", id="ناس"))
    draft.claim("x" * 300, id="long")


EXAMPLES: dict[str, Callable[[Draft], None]] = {
    "empty": _empty,
    "reasons": _reasons,
    "linked": _linked,
    "undercut": _undercut,
    "circle": _circle,
    "debate": _debate,
    "everything": _everything,
    "hostile": _hostile,
}
"""The examples by name; the docstring of each says what is in it."""
