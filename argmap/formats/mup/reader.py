"""MindMup's documents as maps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import define, evolve, field

from ...errors import ReadError
from ...jsontext import Path
from ...limits import Limits
from ...model.data import Data
from ...model.link import Link, Rebuttal, Step, Support, Undercut
from ...model.map import ArgumentMap
from ...model.records import About
from ...source import SourceText, visible
from ..decoder import Decoder
from ..dialect import different, id_of
from ..format import Reading
from ..making import Making
from ..mended import parse_mended
from ..notes import Note

__all__ = ["IMPLICIT", "USUAL", "read"]

IMPLICIT = "attr_implicit_claim"
"""The style of claims that nobody said."""
_SIDES = ("supporting", "opposing")
USUAL: dict[str, Any] = {"id": "root", "formatVersion": 3, "attr": {"theme": "argMappingSimple"}}
"""The outermost idea of a document that says nothing besides."""

Idea: TypeAlias = dict[str, Any]
Placed: TypeAlias = tuple[Idea, Path]


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that such a document says.

    Ideas are claims, groups are supports, rebuttals, and undercuts where they stand in a group. An ordinary
    mind map is refused. Ideas that stand below a claim without a group, groups without a premise or of
    another kind, and ids that are missing or there twice are findings, or refused if ``strict``.
    """
    document, findings = parse_mended(source, strict=strict, limits=limits)
    decoder = Decoder(document, limits)
    root = decoder.expect_object(document.value, (), "the document")
    reader = _Reader(decoder, Making(document.source, limits))
    map = reader.map(root)
    return Reading(map, (*findings, *decoder.notes.told(strict=strict)), "mup")


@define
class _Reader:
    """A map in the making."""

    decoder: Decoder
    making: Making
    aside: dict[str, list[Idea]] = field(factory=dict)

    def map(self, root: Idea) -> ArgumentMap:
        """The map of the whole document."""
        if "ideas" not in root:
            raise self.decoder.error((), 'the document has no "ideas"')
        children = self._children(root, ())
        alone = root.get("formatVersion") == 2 or any(_side(idea) for idea, _ in children)
        self._refuse_mind_map(root, children, alone=alone)
        rest = {key: held for key, held in root.items() if key not in ("ideas", "title")}
        if alone:
            rest = {key: held for key, held in rest.items() if key not in ("id", "attr")}
            rest.setdefault("formatVersion", 2)
            below = [self._claim(root, (), besides=tuple(rest))]
        else:
            below = [self._claim(*child) for child in children]
        self._below(below)
        kept = rest if alone else different(USUAL, {**rest, "attr": _object(rest.get("attr", {}))})
        title = "" if alone else self._text(root, ())
        data = self._free({"mup": kept} if kept else {}, ())
        return ArgumentMap(**self._elements(), about=About(title), data=data)

    def _refuse_mind_map(self, root: Idea, children: list[Placed], *, alone: bool) -> None:
        """Raise `ReadError` for ideas below ideas with no group among them."""
        nested = alone and bool(children)
        todo = list(children)
        while todo:
            idea, path = todo.pop()
            if _side(idea):
                return
            below = self._children(idea, path)
            nested = nested or bool(below)
            todo += below
        if nested:
            hint = (
                "an argument map of MindMup has groups, supporting or opposing, between its claims"
            )
            raise ReadError(
                "this is a mind map: no group says what speaks for or against what",
                span=self.decoder.document.span(()),
                hint=hint,
            )

    def _below(self, below: list[tuple[str, list[Placed]]]) -> None:
        """Take in all that stands below these elements."""
        todo = below[::-1]
        while todo:
            id, children = todo.pop()
            deeper: list[tuple[str, list[Placed]]] = []
            place = 0
            for idea, path in children:
                place += 1
                if _side(idea) in _SIDES and self._premises(idea, path):
                    deeper += self._group(id, idea, path)
                elif not _side(idea) and not isinstance(self.making.elements[id], Link):
                    message = (
                        "an idea stands below a claim without a group that says for or against"
                    )
                    self.decoder.notes.add(Note("no-group", message, path))
                    deeper.append(self._claim(idea, path, below=[id, place]))
                else:
                    place -= 1
                    self._aside(id, idea, path)
            todo += deeper[::-1]

    def _group(self, target: str, idea: Idea, path: Path) -> list[tuple[str, list[Placed]]]:
        attr = _object(idea.get("attr", {}))
        children = self._children(idea, path)
        below = [self._claim(*child) for child in children if not _side(child[0])]
        connector = _object(attr.get("parentConnector") or {})
        label = connector.get("label")
        connector = {key: held for key, held in connector.items() if key != "label"}
        if not isinstance(label, str):
            connector |= {} if label is None else {"label": label}
            label = ""
        rest = {key: held for key, held in attr.items() if key not in ("group", "parentConnector")}
        rest |= {"parentConnector": connector} if connector else {}
        if rest.get("contentLocked") in ("true", True):
            rest.pop("contentLocked")
        attack = Undercut if isinstance(self.making.elements[target], Link) else Rebuttal
        kind: type[Step] = Support if attr["group"] == "supporting" else attack
        link = self.making.link(
            kind,
            tuple([id for id, _ in below]),
            target,
            id=self._id(idea, path),
            label=label,
            data=self._data(idea, rest, path, usual="group"),
        )
        steps = [child for child in children if _side(child[0])]
        return [*below, (link.id, steps)]

    def _claim(
        self,
        idea: Idea,
        path: Path,
        *,
        besides: tuple[str, ...] = (),
        below: list[Any] | None = None,
    ) -> tuple[str, list[Placed]]:
        attr = _object(idea.get("attr", {}))
        styles = attr.get("styleNames")
        styles = styles if isinstance(styles, list) else []
        rest = {key: held for key, held in attr.items() if key != "styleNames"}
        others = [style for style in styles if style != IMPLICIT]
        rest |= {"styleNames": others} if others else {}
        idea = {key: held for key, held in idea.items() if key not in besides}
        title = self._text(idea, path)
        text = title.rstrip("\n")
        claim = self.making.claim(
            text,
            id=self._id(idea, path),
            implicit=IMPLICIT in styles,
            data=self._data(idea, rest, path, below=below, title=title if title != text else None),
        )
        return claim.id, self._children(idea, path)

    def _data(self, idea: Idea, attr: Idea, path: Path, *, usual: str = "", **more: Any) -> Data:
        kept = {
            key: held for key, held in idea.items() if key not in ("id", "title", "attr", "ideas")
        }
        kept |= {"attr": attr} if attr else {}
        kept |= {name: held for name, held in more.items() if held is not None}
        if usual and idea.get("title", usual) != usual:
            kept["title"] = idea["title"]
        return self._free({"mup": kept} if kept else {}, path)

    def _aside(self, id: str, idea: Idea, path: Path) -> None:
        """Keep a group that is no step with the element that it stands below."""
        side = _side(idea)
        what = f"a group of the kind '{visible(side[:40])}'" if side not in _SIDES else "a group"
        message = f"{what} has no premise, or says neither for nor against; it is kept aside"
        self.decoder.notes.add(Note("loose-group", message, path, ids=(id,)))
        self.aside.setdefault(id, []).append(idea)

    def _elements(self) -> dict[str, Any]:
        """The tables of the map, with what is kept aside."""
        parts = self.making.parts()
        if not self.aside:
            return parts
        return {
            table: tuple([self._with_aside(element) for element in elements])
            for table, elements in parts.items()
        }

    def _with_aside(self, element: Any) -> Any:
        if element.id not in self.aside:
            return element
        kept = {**element.data.get("mup", {}), "aside": self.aside[element.id]}
        return evolve(element, data=self._free({"mup": kept}, ()))

    def _premises(self, idea: Idea, path: Path) -> bool:
        return any(not _side(child) for child, _ in self._children(idea, path))

    def _children(self, idea: Idea, path: Path) -> list[Placed]:
        """The ideas below one in the order of their ranks: from 1 up, then those of the other side."""
        held = idea.get("ideas") or {}
        ideas = self.decoder.expect_object(held, (*path, "ideas"), "ideas")
        ranked = sorted(ideas, key=_rank)
        return [
            (
                self.decoder.expect_object(ideas[rank], (*path, "ideas", rank), "an idea"),
                (*path, "ideas", rank),
            )
            for rank in ranked
        ]

    def _id(self, idea: Idea, path: Path) -> str:
        id = id_of(idea.get("id"))
        if id is None or id in self.making.elements:
            told = "no id" if id is None else f"the id '{visible(id)}', which is taken"
            message = f"an idea has {told}; it gets another"
            self.decoder.notes.add(Note("no-id" if id is None else "duplicate-id", message, path))
            return ""
        self.decoder.check_count("id_characters", len(id), path)
        return id

    def _text(self, idea: Idea, path: Path) -> str:
        title = idea.get("title", "")
        if isinstance(title, str):
            return title
        raise self.decoder.error((*path, "title"), "title must be a text")

    def _free(self, data: dict[str, Any], path: Path) -> Data:
        try:
            return Data(data)
        except ValueError as error:
            raise self.decoder.error(path, f"this can't be kept: {error}") from None


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _side(idea: Mapping[str, Any]) -> str:
    """What a group says, or an empty text for what is no group."""
    side = _object(idea.get("attr", {})).get("group")
    return side if isinstance(side, str) else ""


def _rank(key: str) -> tuple[bool, float]:
    try:
        number = float(key)
    except ValueError:
        number = 0.0
    return number < 0, abs(number)
