"""Carneades' YAML as a map."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import define, field

from ...limits import Limits
from ...model.claim import Claim
from ...model.ids import fresh_id
from ...model.link import Answer, Conflict, Support, Undercut
from ...model.map import ArgumentMap
from ...model.records import About, Scheme
from ...source import SourceText, visible
from ...yamltext import Pairs, parse_yaml
from ..format import Reading
from ..legal import legal
from ..making import Making
from ..text_notes import TextNotes
from ..yaml_parts import entries, free, name_of, names

__all__ = ["KEPT", "NAME", "read"]

NAME = "carneades"
"""The name in free data under which stands what only Carneades has."""
KEPT = (
    "argument_schemes",
    "issue_schemes",
    "references",
    "language",
    "weighing_functions",
    "tests",
)
"""The tables that stay as they are."""


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that such a document says.

    Statements are claims: assumed where they are assumptions, else questioned, for they hold only by arguments.
    An argument is a support, its undercutter an undercut; positions answer their issue, and conflict. Statements that
    nothing declares, names and keys that are there twice and unknown keys are findings, or refused if ``strict``.
    """
    source, found = legal(source, strict=strict)
    notes = _Notes(source, strict, found)
    value = parse_yaml(source, limits=limits, pairs=True)
    reader = _Reader(notes, Making(source, limits))
    return Reading(reader.map(entries(notes, value, 0, "the document")), notes.told(), NAME)


@define
class _Notes(TextNotes):
    """What is found; an argument without premises is no fault, but gets one that nobody wrote."""

    harmless: ClassVar[tuple[str, ...]] = ("no-premise",)


@define
class _Reader:
    """A map in the making; ``assumed`` are the names of assumptions."""

    notes: TextNotes
    making: Making
    assumed: dict[str, bool] = field(factory=dict)
    schemes: dict[str, Scheme] = field(factory=dict)
    kept: dict[str, Any] = field(factory=dict)
    undeclared: dict[str, str] = field(factory=dict)
    counts: dict[str, int] = field(factory=dict)

    def map(self, document: Pairs) -> ArgumentMap:
        """The map of the whole document."""
        tables = {key: (held, start) for key, held, start in document}
        meta, start = tables.pop("meta", (None, 0))
        title = self._title(meta, start)
        held, start = tables.pop("assumptions", (None, 0))
        self.assumed = dict.fromkeys(names(self.notes, held, start, "assumptions"), True)
        for name, take in (
            ("statements", self._statement),
            ("arguments", self._argument),
            ("issues", self._issue),
        ):
            held, start = tables.pop(name, (None, 0))
            if name == "arguments":
                self._declared(*tables.get("argument_schemes", (None, 0)))
                self._assumptions(start)
            for entry in entries(self.notes, held, start, name):
                take(*entry)
        for key, (held, start) in tables.items():
            if key not in KEPT:
                message = f"the unknown key '{visible(key[:60])}', which is kept"
                self.notes.add("unknown-key", message, start, start + len(key))
            self.kept[key] = held
        return ArgumentMap(
            **self.making.parts(),
            schemes=tuple(self.schemes.values()),
            about=About(title),
            data=free(self.notes, NAME, self.kept, 0),
        )

    def _title(self, meta: Any, start: int) -> str:
        title, rest = "", Pairs()
        for key, held, place in entries(self.notes, meta, start, "meta"):
            if key == "title" and isinstance(held, str):
                title = held
            else:
                rest.append((key, held, place))
        if rest:
            self.kept["meta"] = rest
        return title

    def _assumptions(self, start: int) -> None:
        """Keep the assumptions that no statement is called by."""
        missing = [name for name in self.assumed if name not in self.making.elements]
        for name in missing:
            message = f"the assumption '{visible(name)}' is no statement; it is kept"
            self.notes.add("dangling-assumption", message, start)
        if missing:
            self.kept["assumptions"] = missing

    def _declared(self, value: Any, start: int) -> None:
        """Take in the schemes that are declared, each by its id."""
        for item in value if type(value) is list else []:
            for key, held, _ in item if isinstance(item, Pairs) else []:
                if key == "id" and (id := name_of(held)):
                    self.schemes.setdefault(id, Scheme(id, id))

    # Elements.

    def _statement(self, id: str, value: Any, start: int) -> None:
        said, rest = self._parts(value, start, ("text", "label", "assumed"), "a statement")
        text = name_of(said.get("text") if isinstance(value, Pairs) else value)
        self.making.limits.check("id_characters", len(id), name=self.notes.source.name)
        assumed = said.get("assumed") is True
        if "assumed" in said:
            rest["assumed"] = said["assumed"]
        label = said.get("label", "")
        if not isinstance(label, str):
            rest["label"], label = label, ""
        self.making.claim(
            text or "",
            id=id or self._id("", rest),
            title=label,
            stance="assumed" if assumed or id in self.assumed else "questioned",
            data=free(self.notes, NAME, rest, start),
        )

    def _argument(self, id: str, value: Any, start: int) -> None:
        keys = ("conclusion", "premises", "scheme", "weight", "undercutter")
        said, rest = self._parts(value, start, keys, "an argument")
        conclusion = name_of(said.get("conclusion"))
        if conclusion is None:
            message = f"the argument '{visible(id)}' has no conclusion"
            raise self.notes.error(message, start, start + len(id), hint="write conclusion: a")
        target = self._claim(conclusion, start)
        premises = self._premises(id, said.get("premises"), start, rest)
        weight = said.get("weight")
        if not _is_weight(weight):
            rest |= {} if weight is None else {"weight": weight}
            weight = None
        scheme = name_of(said.get("scheme"))
        if scheme:
            self.schemes.setdefault(scheme, Scheme(scheme, scheme))
        own = self._id(id, rest)
        link = self.making.link(
            Support,
            premises,
            target,
            id=own,
            scheme=scheme or None,
            weight=weight,
            data=free(self.notes, NAME, rest, start),
        )
        undercutter = name_of(said.get("undercutter"))
        if undercutter:
            premise = self._claim(undercutter, start)
            fresh = self._fresh(f"{link.id}-undercutter")
            self.making.link(Undercut, (premise,), link.id, id=fresh)

    def _premises(self, id: str, value: Any, start: int, rest: dict[str, Any]) -> tuple[str, ...]:
        """The claims of an argument's premises; their roles are kept."""
        if isinstance(value, Pairs):
            roles = entries(self.notes, value, start, "premises")
            found = [
                name for _, held, _ in roles for name in names(self.notes, held, start, "a premise")
            ]
            if len(found) == len(roles):
                rest["roles"] = [role for role, _, _ in roles]
        else:
            found = names(self.notes, value, start, "premises")
        once = dict.fromkeys(found)
        if len(once) < len(found):
            message = f"the argument '{visible(id)}' names a premise twice"
            self.notes.add("premise-twice", message, start, start + len(id))
            rest.pop("roles", None)
        if not once:
            message = f"the argument '{visible(id)}' has no premises; it gets one that nobody wrote"
            self.notes.add("no-premise", message, start, start + len(id))
            made = self.making.claim(
                "",
                id=self._fresh(f"{id}-premise"),
                stance="assumed",
                implicit=True,
                data={NAME: {"made": True}},
            )
            return (made.id,)
        return tuple([self._claim(name, start) for name in once])

    def _issue(self, id: str, value: Any, start: int) -> None:
        said, rest = self._parts(value, start, ("positions",), "an issue")
        found = names(self.notes, said.get("positions"), start, "positions")
        positions = list(dict.fromkeys(found))
        if len(positions) < len(found):
            message = f"the issue '{visible(id)}' names a position twice"
            self.notes.add("position-twice", message, start, start + len(id))
        claims = tuple([self._claim(name, start) for name in positions])
        own = self._id(id, rest)
        issue = self.making.issue("", id=own, data=free(self.notes, NAME, rest, start))
        for claim in claims:
            self.making.link(Answer, claim, issue.id, id=self._fresh(f"{issue.id}-{claim}"))
        if len(claims) > 1:
            self.making.link(Conflict, claims, id=self._fresh(f"{issue.id}-conflict"))

    def _parts(
        self, value: Any, start: int, keys: tuple[str, ...], noun: str
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """What a mapping says under these keys, and the rest; nothing for a scalar."""
        if isinstance(value, str | int | float):
            return {}, {}
        found = {key: held for key, held, _ in entries(self.notes, value, start, noun)}
        said = {key: found.pop(key) for key in keys if key in found}
        return said, found

    def _claim(self, name: str, start: int) -> str:
        """The id of a statement; one that nothing declares is made, with a finding."""
        if isinstance(self.making.elements.get(name), Claim):
            return name
        if name not in self.undeclared:
            message = f"the statement '{visible(name)}' isn't declared"
            self.notes.add("dangling-statement", message, start, ids=(name,))
            stance: Any = "assumed" if name in self.assumed else "questioned"
            kept: dict[str, Any] = {"undeclared": True}
            own = self._id(name, kept)
            self.making.claim("", id=own, stance=stance, data={NAME: kept})
            self.undeclared[name] = own
        return self.undeclared[name]

    def _id(self, id: str, rest: dict[str, Any]) -> str:
        """An id for what has this name; the name is kept where something else has the id already."""
        self.making.limits.check("id_characters", len(id), name=self.notes.source.name)
        own = self._fresh(id or "unnamed")
        if own != id:
            rest["id"] = id
        return own

    def _fresh(self, wish: str) -> str:
        return fresh_id(wish, self.making.elements, self.counts)


def _is_weight(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
