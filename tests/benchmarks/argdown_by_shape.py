"""A reader of the lines that `argdown.section` is made of, and of nothing else: how fast Python can be at all.

Every line is cut by one regular expression; claims and links are columns until they are made, without a second look; no place
is kept, nothing is ever found wrong, and what stands in other documents isn't known. It gives the map that argmap gives.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Any

from attrs import define, field

from argmap import ArgumentMap, Claim, Group, Rebuttal, Scheme, Step, Support, Undercut
from argmap.formats.argdown.values import understood
from argmap.model.data import NO_DATA, Data, trusted_data
from argmap.model.ids import fresh_id, slug
from argmap.model.sound import are_legal
from argmap.model.trusted import trusted_claim, trusted_map, trusted_step
from argmap.pause import no_garbage

__all__ = ["read_by_shape"]

_LINE = re.compile(
    r"([ ]*)(?:([-+<>_]{1,2})[ ]|(\(\d+\))[ ])?(?:\[([^]\n]+)\]|<([^>\n]+)>)?:?[ ]?([^#*\[{\n]*)([^\n]*)\n"
)
_TAG = re.compile(r"#([\w-]+)")
_MARKED = re.compile(r"\[([^]\n]+)\]\([^)\n]+\)|(?<!\w)\*(\w[^*]*)\*")
_GIST = Data({"kind": "argument"})
_ONLY_GIST = Data({"argdown": _GIST})
_KINDS: dict[str, type[Step]] = {"+": Support, "-": Rebuttal, "->": Rebuttal, "<_": Undercut}


@define
class _Columns:
    """What is said so far: of each statement and argument by its number, of relations and inferences by their lines.

    ``open`` has the indentation and the number of what relations may hang on, ``spoken`` is what was said last,
    ``argument`` what the next structure belongs to, with the ``premises`` and the ``rule`` of it so far.
    """

    named: dict[tuple[bool, str], int] = field(factory=dict)
    titles: list[str] = field(factory=list)
    texts: list[str] = field(factory=list)
    data: list[dict[str, Any]] = field(factory=list)
    tags: list[tuple[str, ...]] = field(factory=list)
    groups: list[int] = field(factory=list)
    gists: set[int] = field(factory=set)
    headings: list[str] = field(factory=list)
    relations: dict[tuple[str, int, int], int] = field(factory=dict)
    steps: list[tuple[int, int, list[int], int, str]] = field(factory=list)
    open: list[tuple[int, int]] = field(factory=list)
    spoken: int = -1
    argument: int = -1
    premises: list[int] = field(factory=list)
    rule: str = ""

    def number(self, title: str, *, argument: bool) -> int:
        """The number of what has this title, a new one if nothing has."""
        found = self.named.get((argument, title)) if title else None
        if found is None:
            found = len(self.titles)
            if title:
                self.named[argument, title] = found
            if argument:
                self.gists.add(found)
            self.titles.append(title)
            self.texts.append("")
            self.data.append({})
            self.tags.append(())
            self.groups.append(-1)
        return found

    def say(self, number: int, words: str, rest: str) -> None:
        """Take in a text, with what stands behind its plain words."""
        if rest.startswith("{"):
            self.data[number] = dict(understood(rest) or {})
        elif rest.startswith("#"):
            self.tags[number] = tuple(_TAG.findall(rest))
            words += rest
        elif rest:
            source = words + rest
            words = _MARKED.sub(lambda found: found[1] or found[2], source)
            self.data[number] = {"argdown": {"source": source}}
        self.texts[number] = words.strip()
        self.groups[number] = len(self.headings) - 1
        self.spoken = number

    def bare(self, words: str, rest: str) -> None:
        """Take in a line without a sign or a title: an empty one, a heading, or more of a text."""
        if words:
            self.texts[self.spoken] += " " + words.strip()
        elif rest:
            self.headings.append(rest[2:])

    def relate(self, line: int, width: int, sign: str, number: int) -> None:
        """Take in the relation that a line says."""
        while self.open[-1][0] >= width:
            self.open.pop()
        above = self.open[-1][1]
        self.open.append((width, number))
        ends = (above, number) if sign == "->" else (number, above)
        self.relations.setdefault((sign, *ends), line)

    def structure(self, line: int, number: int) -> None:
        """Take in a premise, or the conclusion below an inference."""
        if self.rule:
            self.steps.append((line - 1, self.argument, self.premises, number, self.rule))
            self.premises, self.rule = [], ""
        else:
            self.premises.append(number)


def _columns(text: str) -> _Columns:
    made = _Columns()
    for line, row in enumerate(_LINE.findall(text)):
        indent, sign, numbered, statement, argument, words, rest = row
        if sign == "--":
            made.rule = words + rest
            continue
        if not (sign or numbered or statement or argument):
            made.bare(words, rest)
            continue
        number = made.number(statement or argument, argument=bool(argument))
        if words:
            made.say(number, words, rest)
        if sign:
            made.relate(line, len(indent), sign, number)
            continue
        made.open = [(-1, number)]
        if numbered:
            made.structure(line, number)
        elif argument:
            made.argument = number
    return made


def _ids(made: _Columns) -> list[str]:
    """An id for each statement and argument; those of reconstructed arguments aren't used."""
    structures = {argument for _, argument, _, _, _ in made.steps}
    taken: set[str] = set()
    counts: dict[str, int] = {}
    ids = []
    for number, (title, text) in enumerate(zip(made.titles, made.texts, strict=True)):
        id = "" if number in structures else slug(title or text)
        if id in taken:
            id = fresh_id(id, taken, counts)
        if id:
            taken.add(id)
        ids.append(id)
    return ids


def _claims(made: _Columns, ids: list[str], groups: list[str]) -> tuple[Claim, ...]:
    claims = []
    for number, id in enumerate(ids):
        if id:
            data = made.data[number]
            if number in made.gists:
                kept = trusted_data({**data, "argdown": _GIST}) if data else _ONLY_GIST
            else:
                kept = trusted_data(data) if data else NO_DATA
            group = groups[made.groups[number]]
            text, title, tags = made.texts[number], made.titles[number], made.tags[number]
            claims.append(trusted_claim(id, text, kept, title, (), tags, group))
    return tuple(claims)


def _links(made: _Columns, ids: list[str], groups: list[str]) -> tuple[tuple[Step, ...], str]:
    """The links in the order of their lines, and the name of the only scheme."""
    items: list[tuple[int, Any]] = [(line, key) for key, line in made.relations.items()]
    items += [(step[0], step) for step in made.steps]
    items.sort(key=itemgetter(0))
    counts = {Support: 0, Rebuttal: 0, Undercut: 0}
    steps: dict[int, str] = {}
    links = []
    name = ""
    for _, item in items:
        kind = _KINDS[item[0]] if len(item) == 3 else Support
        counts[kind] += 1
        id = f"{kind.kind}-{counts[kind]}"
        if len(item) == 3:
            sign, source, target = item
            steps[source] = id
            aim = steps[target] if sign == "<_" else ids[target]
            links.append(trusted_step(kind, id, (ids[source],), aim, None, NO_DATA))
            continue
        _, argument, premises, target, rule = item
        name, data = rule.removesuffix(" --").split(" {")
        kept = {**(understood("{" + data) or {}), "argdown": {"description": made.texts[argument]}}
        links.append(
            trusted_step(
                *(Support, id, tuple([ids[each] for each in premises]), ids[target], slug(name)),
                trusted_data(kept),
                label=made.titles[argument],
                group=groups[made.groups[argument]],
            )
        )
    return tuple(links), name


def read_by_shape(text: str) -> ArgumentMap:
    """The map of a document of `argdown.document`; anything of another shape goes wrong without a word."""
    with no_garbage():
        assert are_legal((text,))
        made = _columns(text)
        ids, groups = _ids(made), [slug(title) for title in made.headings]
        links, name = _links(made, ids, groups)
        return trusted_map(
            claims=_claims(made, ids, groups),
            links=links,
            groups=tuple(map(Group, groups, made.headings)),
            schemes=(Scheme(slug(name), name),),
        )
