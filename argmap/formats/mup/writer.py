"""A map as a document of MindMup."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from ...jsontext import write_json
from ...model.claim import Claim
from ...model.data import Data, thaw
from ...model.ids import fresh_id
from ...model.map import ArgumentMap
from ...source import SourceText
from ..branches import Branch, Forest, forest
from ..dialect import dressed
from ..format import Rendering
from ..read_back import UNLIMITED, Said, losses_between, too_deep
from .reader import IMPLICIT, USUAL, Idea, read

__all__ = ["write"]

_TITLE = "MindMup"


def write(map: ArgumentMap, *, indent: int | None = None) -> Rendering:
    """The map as a document of version 3, or of version 2 where it was read from one and has one root.

    Links that would put a claim in a second place are losses. All stands on one line unless ``indent`` is given.
    """
    said = Said()
    trees = forest(map, said, _TITLE)
    for issue in map.issues:
        said.leave_out(issue.id, f"{_TITLE} has no issues")
    text = write_json(_Writer(map, trees).document(), indent=indent)
    back = read(SourceText("", text), strict=False, limits=UNLIMITED).map
    deep = too_deep(2 * trees.depth() + 3)
    return Rendering(text, (*losses_between(map, back, _TITLE, said), *deep), "mup")


@define
class _Writer:
    """Ideas in the making; ``loose`` are roots that stand below a claim without a group, with their places."""

    map: ArgumentMap
    trees: Forest
    loose: dict[str, list[tuple[int, str]]] = field(factory=dict)
    hung: dict[str, str] = field(factory=dict)

    def document(self) -> Idea:
        """The outermost idea."""
        self._hang()
        roots = [root for root in self.trees.roots if root not in self.hung]
        made = {root: self._claim(root) for root in roots}
        ideas = list(made.values())
        todo = list(made.items())[::-1]
        while todo:
            id, idea = todo.pop()
            todo += self._below(id, idea)[::-1]
        kept = _kept(self.map.data)
        title = self.map.about.title
        old = kept.get("formatVersion") == 2
        if old and len(roots) == 1 and not title:
            more = Data({key: held for key, held in kept.items() if key not in _OURS})
            return {**thaw(more), "formatVersion": 2, **ideas[0]}
        usual = {**USUAL, "id": fresh_id("root", self.map, {})}
        left_out = ("ideas", "title", *(["formatVersion"] if old else ()))
        rest = dressed(usual, Data({k: v for k, v in kept.items() if k not in left_out}))
        return {"title": title, **rest, "ideas": _ranked(ideas)}

    def _hang(self) -> None:
        """Find the roots that were read from below a claim, if that is there and not below them."""
        owner: dict[str, str] = {}
        for root in self.trees.roots:
            todo = [root]
            while todo:
                at = todo.pop()
                owner[at] = root
                for branch in self.trees.below.get(at, ()):
                    todo += [branch.link.id, *branch.premises]
        for root in self.trees.roots:
            match _kept(self.map[root].data).get("below"):
                case (str(above), int(place)) if above in owner and isinstance(
                    self.map[above], Claim
                ):
                    top = owner[above]
                    while top in self.hung:
                        top = owner[self.hung[top]]
                    if top != root:
                        self.hung[root] = above
                        self.loose.setdefault(above, []).append((place, root))

    def _below(self, id: str, idea: Idea) -> list[tuple[str, Idea]]:
        """Put the groups, the loose claims and what was kept aside below an idea; give those to go on with."""
        children: list[tuple[Idea, list[tuple[str, Idea]]]] = [
            self._group(branch) for branch in self.trees.below.get(id, ())
        ]
        for place, root in sorted(self.loose.get(id, ())):
            own = self._claim(root)
            children.insert(max(0, place - 1), (own, [(root, own)]))
        inside = [*idea.get("ideas", {}).values(), *[child for child, _ in children]]
        aside = _kept(self.map[id].data).get("aside")
        if isinstance(aside, tuple):
            inside += [thaw(each) for each in aside if isinstance(each, Mapping)]
        if inside:
            idea["ideas"] = _ranked(inside)
        return [each for _, deeper in children for each in deeper]

    def _group(self, branch: Branch) -> tuple[Idea, list[tuple[str, Idea]]]:
        link = branch.link
        kept = _kept(link.data)
        attr: Idea = {"group": "supporting" if branch.pro else "opposing", "contentLocked": "true"}
        attr |= thaw(_mapping(kept, "attr"))
        if link.label:
            attr["parentConnector"] = {**_plain(attr.get("parentConnector")), "label": link.label}
        premises = {premise: self._claim(premise) for premise in branch.premises}
        made = self._idea(link.id, kept.get("title", "group"), attr, kept)
        made["ideas"] = _ranked(list(premises.values()))
        return made, [*premises.items(), (link.id, made)]

    def _claim(self, id: str) -> Idea:
        claim: Any = self.map[id]
        kept = _kept(claim.data)
        attr = thaw(_mapping(kept, "attr"))
        if claim.implicit:
            styles = attr.get("styleNames")
            attr["styleNames"] = [IMPLICIT, *(styles if isinstance(styles, list) else ())]
        title = kept.get("title")
        same = isinstance(title, str) and title.rstrip("\n") == claim.text
        return self._idea(id, title if same else claim.text, attr, kept)

    def _idea(self, id: str, title: Any, attr: Idea, kept: Mapping[str, Any]) -> Idea:
        made: Idea = {"title": title if isinstance(title, str) else "group", "id": id}
        made |= {key: thaw(held) for key, held in kept.items() if key not in _OURS}
        return {**made, "attr": attr} if attr else made


_OURS = ("id", "title", "attr", "ideas", "aside", "below", "formatVersion")


def _ranked(ideas: list[Idea]) -> Idea:
    return {str(rank): idea for rank, idea in enumerate(ideas, 1)}


def _kept(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return _mapping(data, "mup")


def _mapping(data: Mapping[str, Any], name: str) -> Data:
    held = data.get(name)
    return held if isinstance(held, Data) else Data()


def _plain(value: Any) -> Idea:
    return value if isinstance(value, dict) else {}
