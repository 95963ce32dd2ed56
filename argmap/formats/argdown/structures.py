"""Premise-conclusion structures as they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attrs import define, field

from ...model.claim import Claim
from ...model.data import Data
from ...model.link import Support
from .emit import Emitter
from .fields import braces, differing, is_numbered, user_data
from .own import ARGDOWN, kept

__all__ = ["RULE", "structures"]

RULE = re.compile(r"[^\W_](?:[\w '()]|-(?!-)|, (?=\w))*(?<![ -])")
"""The names of schemes that can stand in an inference as they are."""


def structures(emitter: Emitter, schemes: Mapping[str, str]) -> None:
    """Write the structures that are waiting, and those that end with what they say.

    ``schemes`` are the names by which the reader finds schemes, by id.
    """
    while emitter.concluding:
        last = emitter.concluding.popleft()
        title, argument = _argument(emitter, last)
        writer = _Writer(emitter, schemes, argument)
        chain = emitter.plan.structures[last]
        for step in chain:
            writer.step(step, last=step is chain[-1])
        emitter.block([*title, *writer.made])


def _argument(emitter: Emitter, last: str) -> tuple[list[str], dict[str, Any]]:
    """The block with the argument's title, and what the reader knows of the last step by it."""
    if last not in emitter.plan.named:
        return [], {}
    step = emitter.plan.structures[last][-1]
    about = kept(step)
    held = about.get("data")
    data = dict(held) if isinstance(held, Mapping) else {}
    source = {ARGDOWN: {"source": about["source"]}} if "source" in about else {}
    text, wordings = about.get("description", ""), about.get("wordings", ())
    claim = Claim(
        step.id,
        text if isinstance(text, str) else "",
        wordings=wordings if isinstance(wordings, tuple) else (),
        tags=step.tags,
        data=data | source,
    )
    said = emitter.say(claim, f"<{step.label}>")
    title = said.written + braces(user_data(Data(data)), {})
    below = emitter.nested(emitter.plan.below_title.get(step.id, ()))
    known = {
        "description": claim.text if said.words.exact else " ".join(claim.text.split()),
        "wordings": said.wordings,
        "source": said.words.source,
        "data": data,
    }
    return [title, *below, ""], {
        "label": step.label,
        "group": emitter.section,
        "tags": said.tags,
        "known": {name: value for name, value in known.items() if value},
    }


@define
class _Writer:
    """The lines of one structure: the numbers of its claims, and those since the last inference."""

    emitter: Emitter
    schemes: Mapping[str, str]
    argument: dict[str, Any]
    made: list[str] = field(factory=list)
    numbers: dict[str, int] = field(factory=dict)
    near: list[str] = field(factory=list)
    count: int = 0

    def step(self, step: Support, *, last: bool) -> None:
        """Write the premises that aren't there yet, the inference and the conclusion."""
        for premise in step.premises:
            if premise not in self.numbers:
                self._line(premise)
        self.emitter.links.setdefault(step.id)
        self.made.append(self._inference(step, last=last))
        self.made += self.emitter.below(step.id)
        self.near.clear()
        self._line(step.target)

    def _line(self, id: str) -> None:
        self.count += 1
        self.numbers[id] = self.count
        self.near.append(id)
        new = self.emitter.can_say(id)
        self.made.append(f"({self.count}) {self.emitter.mention(id, new=new)}")
        if new:
            self.made += self.emitter.below(id)

    def _inference(self, step: Support, *, last: bool) -> str:
        rule = self._rule(step)
        known = {"argument": self.argument.get("label")} if self.argument else {}
        if (
            not self.argument
            and len(step.premises) == 1
            and not self.emitter.plan.below.get(step.id)
        ):
            known = {"argument": ""}
        expected: dict[str, Any] = {
            "label": "",
            "group": None,
            "tags": (),
            "scheme": step.scheme if rule else None,
        }
        if last and self.argument:
            known = self.argument["known"]
            expected |= {name: self.argument[name] for name in ("label", "group", "tags")}
        data = user_data(step.data)
        expected["data"] = data | ({ARGDOWN: known} if known else {})
        own = differing(step, expected)
        if is_numbered(step):
            del own["id"]
        else:
            self.emitter.explicit.add(step.id)
        if self._read(data) != step.premises or self._uses_said_below(step):
            own["uses"] = [self.numbers[premise] for premise in step.premises]
        pieces = rule + braces({} if "data" in own else data, own)
        return f"-- {pieces.strip()} --" if pieces else "----"

    def _uses_said_below(self, step: Support) -> bool:
        """Whether the reader would take data of the conclusion for what the inference uses."""
        return "uses" in self.emitter.plan.map[step.target].data

    def _read(self, data: Mapping[str, Any]) -> tuple[str, ...]:
        """The premises that the reader takes for those of the inference."""
        uses = data.get("uses")
        by_number = {number: id for id, number in self.numbers.items()}
        if isinstance(uses, list) and uses and all(type(n) is int and n in by_number for n in uses):
            return tuple([by_number[number] for number in uses])
        return tuple(self.near)

    def _rule(self, step: Support) -> str:
        """The name of the step's scheme, if the reader finds the scheme by it."""
        name = self.schemes.get(step.scheme or "", "")
        return name if RULE.fullmatch(name) else ""
