"""A state machine over the editing verbs of a draft, with every invariant after every step.

Subclass `MapMachine` and add rules of your own::

    class Mine(MapMachine):
        @rule()
        def my_rewrite(self):
            self.draft = my_rewrite(self.draft.map()).draft()

    TestMine = Mine.TestCase
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ..errors import EditError
from ..model import ArgumentMap, Claim, Conflict, Draft, Element, Issue, Link, Record, Step
from ..model.change import Removed
from .elements import WEIGHTS
from .maps import drafts
from .texts import texts

__all__ = ["MapMachine"]

PICK = st.integers(0, 10_000)
"""Which of the things there are; taken modulo their number, so that it shrinks to the first."""


def holds(fact: bool, what: str) -> None:
    """Fail unless ``fact``; an assert statement would be gone under ``python -O``."""
    if not fact:
        raise AssertionError(f"not so: {what}")


class MapMachine(RuleBasedStateMachine):
    """Edits ``self.draft`` by every verb, rightly and wrongly.

    After each step the draft gives a map that keeps all invariants. An edit that is refused leaves the draft as
    it was, and what was removed can be put back to give the same map.
    """

    def __init__(self) -> None:
        super().__init__()
        self.draft = Draft()

    @initialize(draft=drafts(max_claims=4))
    def start(self, draft: Draft) -> None:
        """Start from any small map."""
        self.draft = draft

    def pick(self, kind: type[Any], number: int) -> Any:
        """One element of ``kind``, or None where there is none."""
        map = self.draft.map()
        found = [e for e in (*map.claims, *map.issues, *map.links) if isinstance(e, kind)]
        return found[number % len(found)] if found else None

    def pick_record(self, number: int) -> Record | None:
        """One record, or None where there is none."""
        map = self.draft.map()
        found: list[Record] = [*map.groups, *map.participants, *map.sources, *map.schemes]
        return found[number % len(found)] if found else None

    def attempt(self, edit: Callable[[], object]) -> object:
        """What ``edit`` returns; if it is refused, the draft must be as it was."""
        before = self.draft.map()
        try:
            return edit()
        except (EditError, TypeError, ValueError):
            holds(self.draft.map() == before, "a refused edit leaves no mark")
            return None

    def attempt_on(self, thing: Any, edit: Callable[[Any], object]) -> None:
        """Attempt ``edit`` on a thing that was picked, if there was one to pick."""
        if thing is not None:
            self.attempt(lambda: edit(thing))

    def refuse(self, edit: Callable[[], object]) -> None:
        """An edit that has to be refused, with the draft left as it was."""
        before = self.draft.map()
        try:
            edit()
        except (EditError, TypeError, ValueError):
            holds(self.draft.map() == before, "a refused edit leaves no mark")
        else:
            raise AssertionError("a wrong edit was taken")

    @rule(text=texts(hostile=True), said_by=st.sampled_from(["Ann", "Ben"]), weight=WEIGHTS)
    def claim(self, text: str, said_by: str, weight: float | None) -> None:
        """Add a claim, and with it perhaps a speaker."""
        made = self.draft.claim(text, said_by=said_by, weight=weight)
        holds(self.draft[made.id] is made, "the draft has what was added")

    @rule(text=texts())
    def issue(self, text: str) -> None:
        """Add an issue."""
        self.draft.issue(text)

    @rule(aim=PICK, first=PICK, second=PICK, label=texts(), linked=st.booleans())
    def support(self, aim: int, first: int, second: int, label: str, linked: bool) -> None:
        """Support a claim or a link by one claim or two."""
        on, one, two = self.pick(Claim, aim), self.pick(Claim, first), self.pick(Claim, second)
        if on is not None:
            by = [one, two] if linked else one
            self.attempt(
                lambda: self.draft.support(on, by=by, label=label, scheme="Expert opinion")
            )

    @rule(aim=PICK, premise=PICK)
    def rebut_and_undercut(self, aim: int, premise: int) -> None:
        """Attack a claim, or a link, each by its own verb; the other verb is refused."""
        by, claim, link = (
            self.pick(Claim, premise),
            self.pick(Claim, aim),
            self.pick(Link, aim),
        )
        if by is not None:
            holds(self.draft.rebut(claim, by=by).target == claim.id, "a rebuttal has its target")
            self.refuse(lambda: self.draft.undercut(claim, by=by))
        if by is not None and link is not None:
            holds(self.draft.undercut(link, by=by).target == link.id, "an undercut has its target")
            self.refuse(lambda: self.draft.rebut(link, by=by))

    @rule(aim=PICK, premise=PICK)
    def attack(self, aim: int, premise: int) -> None:
        """Attack a claim or link by the verb that chooses."""
        on, by = self.pick(cast("type[Any]", Claim | Link), aim), self.pick(Claim, premise)
        if by is not None:
            kind = self.draft.attack(on, by=by).kind
            holds(
                kind == ("undercut" if isinstance(on, Link) else "rebuttal"),
                "attack picks its kind by the target",
            )

    @rule(first=PICK, second=PICK, third=PICK)
    def other_links(self, first: int, second: int, third: int) -> None:
        """Conflicts, rephrases, preferences and answers; some are refused."""
        one, two, issue = self.pick(Claim, first), self.pick(Claim, second), self.pick(Issue, third)
        if one is not None:
            self.attempt(lambda: self.draft.conflict(one, two))
            self.attempt(lambda: self.draft.rephrase(one, by=two, manner="specialises"))
            self.attempt(lambda: self.draft.prefer(one, over=two))
        if one is not None and issue is not None:
            self.draft.answer(issue, by=one)

    @rule(title=texts(), number=PICK)
    def records(self, title: str, number: int) -> None:
        """Add records, and file a claim under them."""
        inside = self.pick_record(number)
        parent = inside if inside is not None and inside.kind == "group" else None
        group = self.draft.group(title, parent=cast("Any", parent))
        source = self.draft.source(title, url="https://example.org/")
        self.draft.participant(title)
        self.draft.scheme(title)
        self.draft.claim(title, group=group, cites=source)
        self.draft.describe(title=title)

    @rule(number=PICK, text=texts(hostile=True))
    def replace_claim(self, number: int, text: str) -> None:
        """Word a claim anew."""
        claim = self.pick(Claim, number)
        if claim is not None:
            self.draft.replace(claim, text=text, stance="questioned")
            holds(cast("Claim", self.draft[claim.id]).text == text, "a claim is worded as asked")

    @rule(number=PICK, aim=PICK, kind=st.sampled_from(["support", "rebuttal", "undercut"]))
    def replace_step(self, number: int, aim: int, kind: str) -> None:
        """Turn a step to another target and kind; refused where that makes no sense."""
        on = self.pick(cast("type[Any]", Claim | Link), aim)
        self.attempt_on(
            self.pick(Step, number), lambda step: self.draft.replace(step, target=on, kind=kind)
        )

    @rule(number=PICK, name=texts(hostile=True))
    def rename(self, number: int, name: str) -> None:
        """Give an element another id; a taken or empty one is refused."""
        element = self.pick(cast("type[Any]", Claim | Issue | Link), number)
        self.attempt_on(element, lambda thing: self.draft.rename(thing, name))

    @rule(number=PICK, name=texts(hostile=True))
    def rename_record(self, number: int, name: str) -> None:
        """Give a record another id."""
        self.attempt_on(self.pick_record(number), lambda thing: self.draft.rename(thing, name))

    @rule(number=PICK, keep=st.booleans())
    def remove(self, number: int, keep: bool) -> None:
        """Remove an element; put back, it gives the same map."""
        self._removed(self.pick(cast("type[Any]", Claim | Issue | Link), number), keep=keep)

    @rule(number=PICK, keep=st.booleans())
    def remove_record(self, number: int, keep: bool) -> None:
        """Remove a record; put back, it gives the same map."""
        self._removed(self.pick_record(number), keep=keep)

    def _removed(self, thing: Element | Record | None, *, keep: bool) -> None:
        if thing is None:
            return
        before: ArgumentMap = self.draft.map()
        removed: Removed = self.draft.remove(thing)
        after = self.draft.map()
        holds(thing.id in removed.ids, "what was removed is told")
        self.draft.put_back(removed)
        holds(self.draft.map() == before, "what was put back is what was removed")
        if not keep:
            self.draft = after.draft()

    @rule(number=PICK)
    def wrong_edits(self, number: int) -> None:
        """Edits that never make sense are refused."""
        claim = self.pick(Claim, number)
        self.refuse(lambda: self.draft.support("no such claim", by="nor this"))
        self.refuse(lambda: self.draft.claim("a NUL: \x00"))
        self.refuse(lambda: self.draft.claim(cast("Any", b"bytes")))
        self.refuse(lambda: self.draft.remove("no such thing"))
        if claim is not None:
            self.refuse(lambda: self.draft.claim("taken", id=claim.id))
            self.refuse(lambda: self.draft.support(claim, by=[]))
            self.refuse(lambda: self.draft.support(claim, by=[claim, claim]))
            self.refuse(lambda: self.draft.replace(claim, weight=7.0))
            self.refuse(lambda: self.draft.replace(claim, colour="red"))
            self.refuse(lambda: self.draft.replace(claim, kind="support"))
            self.refuse(lambda: self.draft.prefer(claim, over=claim))

    @invariant()
    def the_draft_gives_a_map(self) -> None:
        """The draft as a whole keeps every invariant, and a draft of its map gives the map again."""
        map = self.draft.map()
        holds(map.draft().map() == map, "a draft of the map gives the map again")
        holds(len(map) == len(self.draft), "the draft is as long as its map")
        conflicts = [link for link in map.links if isinstance(link, Conflict)]
        holds(all(len(conflict.claims) > 1 for conflict in conflicts), "a conflict has two sides")
