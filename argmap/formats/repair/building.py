"""A map out of JSON values of any shape: claims and links as they are, by whatever names, nested or in text."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from attrs import evolve

from ...errors import EditError
from ...model.draft import Draft
from ...model.map import ArgumentMap
from ...source import legal
from .claims import branches, entries, found, has_words, is_claim, is_plain
from .links import Told, told
from .notes import Notes
from .vocabulary import BRANCHES, field, kind_of

__all__ = ["built"]

_SENTENCE = 3
"""From how many words on a reference to nothing is a claim that somebody forgot to list."""

_NEAR, _LONGEST, _FEW, _ALIKE = 4, 200, 2_000, 0.8
"""How many letters a name has that is looked for among names that are spelt nearly so, among how many, and how nearly."""

_MOST = 100_000
"""How many claims are read."""

_LISTS: Mapping[str, str] = {
    "supports": "support",
    "attacks": "rebuttal",
    "rebuttals": "rebuttal",
    "undercuts": "undercut",
}
"""Lists of links whose name says of which kind they are."""


def built(value: Any, notes: Notes) -> ArgumentMap:
    """The best map that JSON values say; what was taken for something else is told to ``notes``."""
    building = _Building(notes)
    if isinstance(value, Mapping):
        building.whole(_unwrapped(value, notes))
    elif value is not None:
        building.claims(value)
    map = building.draft.map()
    if not map.claims:
        notes.lost("repair-nothing", "no claim was found")
    return map


def _unwrapped(value: Mapping[str, Any], notes: Notes) -> Mapping[str, Any]:
    """The object that holds the claims: this one, or the only one in it that does."""
    if isinstance(field(value, "claims")[1], list | Mapping) or has_words(value):
        return value
    inner = [
        each
        for each in value.values()
        if isinstance(each, Mapping) and isinstance(field(each, "claims")[1], list | Mapping)
    ]
    if len(inner) != 1:
        return value
    notes.add("repair-wrapped", "the map stood inside another object")
    return inner[0]


class _Building:
    """The state of one repair: the draft, and the names that claims go by."""

    def __init__(self, notes: Notes) -> None:
        self.draft = Draft()
        self.notes = notes
        self.names: dict[str, str] = {}
        self.numbers: list[str] = []

    def whole(self, value: Mapping[str, Any]) -> None:
        """Add what an object says: lists of claims and links, or one claim with others in it."""
        key, claims = field(value, "claims")
        nested = key.casefold() in BRANCHES and has_words(value)
        if nested or not isinstance(claims, list | Mapping):
            self.claims(value)
            return
        if key != "claims":
            self.notes.add("repair-key", f"the claims stood under {key!r}")
        self.claims(claims)
        for name, held in value.items():
            kind = _LISTS.get(str(name).casefold(), "")
            if name != key and (kind or field({name: held}, "links")[0]):
                if not kind and name != "links":
                    self.notes.add("repair-key", f"the links stood under {name!r}")
                self.links(held, kind)
        about = field(value, "about")[1]
        title = about.get("title") if isinstance(about, Mapping) else about
        if isinstance(title, str):
            self.draft.about = evolve(self.draft.about, title=legal(title))

    def claims(self, value: Any) -> None:
        """Add the claims that a value holds, and those that stand within them."""
        todo: list[tuple[Any, str, str]] = [(value, "", "")]
        while todo and len(self.numbers) < _MOST:
            held, target, how = todo.pop()
            if isinstance(held, Mapping) and not is_claim(held) and not branches(held):
                held = entries(held)
            if isinstance(held, list | tuple):
                todo += [(each, target, how) for each in reversed(held)]
                continue
            id = self.claim(held)
            if id is None:
                continue
            if target:
                self.nested(id, target, how, held)
            if isinstance(held, Mapping):
                todo += reversed([(inner, id, kind) for kind, inner in branches(held)])

    def claim(self, held: Any) -> str | None:
        """The id of a new claim, None if the entry is none."""
        entry = found(held, self.notes)
        if entry is None:
            return None
        details = dict(entry.details)
        try:
            id = self.draft.claim(entry.text, id=entry.wish or None, **details).id
        except EditError:
            id = self.draft.claim(entry.text, **details).id
            message = f"two claims had the id {entry.wish!r}; one is {id!r} now"
            self.notes.add("repair-id", message, id)
        if not entry.wish:
            self.notes.add(
                "repair-no-id", "claims had no id; they have one now, made from their words"
            )
        self.numbers.append(id)
        for name in (entry.wish, entry.text, str(details.get("title", ""))):
            if _plain(name):
                self.names.setdefault(_plain(name), id)
        return id

    def nested(self, id: str, target: str, how: str, held: Any) -> None:
        """Link a claim to the one that it stood in."""
        said = kind_of(field(held, "kind")[1]) if isinstance(held, Mapping) else ""
        kind = said if said in ("support", "rebuttal") else how
        if not kind:
            kind = "support"
            self.notes.add(
                "repair-kind",
                "claims stood below others without a word of how; they support them now",
            )
        self.step(kind, [id], target, None)

    def links(self, held: Any, kind: str) -> None:
        """Add the links that a list, or an object by id, holds."""
        each = list(held.values()) if isinstance(held, Mapping) else held
        for entry in each if isinstance(each, list | tuple) else [each]:
            link = told(entry, kind, self.notes)
            if link is not None:
                self.link(link)

    def link(self, link: Told) -> None:
        """Add a link, or say why it can't be."""
        premises = [self.known(each) for each in link.premises]
        targets = [self.known(each) for each in link.targets]
        if not premises or not targets or None in premises or None in targets:
            named = ", ".join([str(each)[:40] for each in (*link.premises, *link.targets)])
            message = f"a {link.kind} names what isn't there; it is left out: {named or 'no ends'}"
            self.notes.lost("repair-dangling", message)
            return
        for target in targets:
            self.step(link.kind, [str(each) for each in premises], str(target), link.wish)

    def known(self, name: Any) -> str | None:
        """The id of what a link names: by id, words, number, or nearly so; a sentence becomes a claim."""
        if isinstance(name, Mapping):
            key, id = field(name, "id")
            name = id if key else field(name, "text")[1]
        if not is_plain(name):
            return None
        text = str(name).strip()
        if text in self.draft:
            return text
        plain = _plain(text)
        if plain in self.names:
            return self.names[plain]
        if text.isdecimal() and 0 < int(text) <= len(self.numbers):
            self.notes.add("repair-number", "claims were named by their number in the list, from 1")
            return self.numbers[int(text) - 1]
        for near in self.near(plain):
            message = f"{text[:60]!r} was taken for {self.names[near]!r}"
            self.notes.add("repair-reference", message, self.names[near])
            return self.names[near]
        if len(text.split()) < _SENTENCE:
            return None
        self.notes.add("repair-unlisted", f"{text[:60]!r} wasn't among the claims; it is now")
        return self.claim(text)

    def near(self, plain: str) -> list[str]:
        """The name that is spelt nearly so, if names aren't too many to look at each."""
        if not _NEAR <= len(plain) <= _LONGEST or len(self.names) > _FEW:
            return []
        return get_close_matches(plain, self.names, n=1, cutoff=_ALIKE)

    def step(self, kind: str, premises: list[str], target: str, wish: Any) -> None:
        """Add a link of a kind, as another kind if its ends ask for that; say so if it can't be."""
        id = legal(str(wish)) if is_plain(wish) and str(wish).strip() else None
        if id is not None and id in self.draft:
            self.notes.add("repair-id", f"the id {id!r} of a link was taken; it has another")
            id = None
        try:
            self.add(kind, premises, target, id)
        except (EditError, TypeError, ValueError) as error:
            reason = str(error).splitlines()[0][:120]
            self.notes.lost(
                "repair-refused", f"a {kind} of {target!r} is left out: {reason}", target
            )

    def add(self, kind: str, premises: list[str], target: str, id: str | None) -> None:
        """Add a link to the draft; raises what the draft does."""
        draft = self.draft
        if kind == "conflict":
            draft.conflict(*premises, target, id=id)
        elif kind == "rephrase":
            draft.rephrase(target, by=premises[0], id=id)
        elif kind == "support":
            draft.support(target, by=premises, id=id)
        elif draft[target].kind != "claim":
            draft.undercut(target, by=premises, id=id)
        else:
            if kind == "undercut":
                message = f"an undercut of the claim {target!r} is a rebuttal of it"
                self.notes.add("repair-undercut", message, target)
            draft.rebut(target, by=premises, id=id)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
