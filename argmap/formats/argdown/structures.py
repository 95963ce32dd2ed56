"""Premise-conclusion structures as they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from ...model.claim import Claim
from ...model.link import Support
from .emit import Emitter
from .fields import differing, user_data
from .names import free_title
from .own import ARGDOWN, is_counted, is_machine_made, kept

__all__ = ["structures", "title_of"]


def structures(emitter: Emitter, schemes: Mapping[str, str]) -> None:
    """Write all that is waiting: what bears on claims that are said, structures, and what ends with what they say.

    ``schemes`` are the names by which the reader finds schemes, by id.
    """
    while emitter.later or emitter.concluding:
        if emitter.later:
            id = emitter.later.popleft()
            emitter.block([emitter.mention(id, new=False), *emitter.below(id)])
            continue
        last = emitter.concluding.popleft()
        if last in emitter.links or _is_deferred(emitter, last):
            continue
        title, argument = _argument(emitter, last)
        emitter.untitled = not title
        writer = _Writer(emitter, schemes, argument)
        chain = emitter.plan.structures[last]
        for step in chain:
            writer.step(step, last=step is chain[-1])
        emitter.untitled = False
        emitter.block([*title, *writer.made])


def _is_deferred(emitter: Emitter, last: str) -> bool:
    """Whether a structure is left for the section that it belongs to."""
    group = emitter.plan.structures[last][-1].group
    if last not in emitter.plan.titles or group in emitter.sections:
        return False
    emitter.deferred.setdefault(group, []).append(last)
    return True


def title_of(step: Support) -> Claim:
    """What is said at the title of a structure, as if it were a claim."""
    about = kept(step)
    held = about.get("data")
    data = dict(held) if isinstance(held, Mapping) else {}
    source = {ARGDOWN: {"source": about["source"]}} if "source" in about else {}
    text, wordings = about.get("description", ""), about.get("wordings", ())
    return Claim(
        step.id,
        text if isinstance(text, str) else "",
        wordings=wordings if isinstance(wordings, tuple) else (),
        tags=step.tags,
        data=data | source,
    )


def _argument(emitter: Emitter, last: str) -> tuple[list[str], dict[str, Any]]:
    """The block with the argument's title, and what the reader knows of the last step by it."""
    title = emitter.plan.titles.get(last) or _needed(emitter, last)
    if not title:
        return [], {}
    step = emitter.plan.structures[last][-1]
    emitter.titled.setdefault(last)
    claim = title_of(step)
    said = emitter.say(claim, f"<{title}>")
    data = user_data(claim.data)
    line = said.written + emitter.braces(data, {})
    below = emitter.nested(emitter.plan.below_title.get(step.id, ()))
    known = {
        "description": claim.text if said.words.exact else " ".join(claim.text.split()),
        "wordings": said.wordings,
        "source": said.words.source,
        "data": data,
    }
    return [line, *below, ""], {
        "label": title,
        "group": emitter.section,
        "tags": said.tags,
        "known": {name: value for name, value in known.items() if value},
    }


def _needed(emitter: Emitter, last: str) -> str:
    """A title behind a block of an argument, whose structure the reader would take it for, else nothing: the id if it can be one."""
    if not emitter.begins_with("<"):
        return ""
    title = free_title(last, emitter.arguments)
    emitter.arguments.add(title)
    emitter.plan.titles[last] = title
    return title


@define
class _Writer:
    """The lines of one structure: how many, the numbers of its claims, and those since the last inference."""

    emitter: Emitter
    schemes: Mapping[str, str]
    argument: dict[str, Any]
    made: list[str] = field(factory=list)
    count: int = 0
    numbers: dict[str, int] = field(factory=dict)
    near: list[str] = field(factory=list)

    def step(self, step: Support, *, last: bool) -> None:
        """Write the premises that aren't there yet, the inference and the conclusion."""
        for premise in (*step.premises, *step.warrants):
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
        later = new and not self._is_short(id)
        self.made.append(f"({self.count}) {self.emitter.mention(id, new=new, later=later)}")
        if new and not later:
            self.made += self.emitter.below(id)

    def _is_short(self, id: str) -> bool:
        """Whether what bears on a claim is so little that it can stand in the structure."""
        plan = self.emitter.plan
        lines = plan.below.get(id, ())
        return len(lines) < 3 and not any(plan.below.get(line.claim) for line in lines)

    def _inference(self, step: Support, *, last: bool) -> str:
        rule = self.schemes.get(step.scheme or "", "")
        data = user_data(step.data)
        own = differing(step, self._expected(step, data, rule, last=last))
        self._id(step, own, last=last)
        if step.warrants:
            own["warrants"] = [self.numbers[warrant] for warrant in step.warrants]
        data = {} if "data" in own else data
        if self._read(step, data) != step.premises or self._uses_said_below(step):
            own["uses"] = [self.numbers[premise] for premise in step.premises]
        pieces = rule + self.emitter.braces(data, own)
        return f"-- {pieces.strip()} --" if pieces else "----"

    def _uses_said_below(self, step: Support) -> bool:
        """Whether the reader would take data of the conclusion for what the inference uses."""
        return "uses" in self.emitter.plan.map[step.target].data

    def _expected(
        self, step: Support, data: Mapping[str, Any], rule: str, *, last: bool
    ) -> dict[str, Any]:
        """What the reader knows of a step by its place, its title and its rule."""
        known = {"argument": self.argument["label"]} if self.argument else {}
        below = self.emitter.plan.below.get(step.id)
        if not (self.argument or rule or step.warrants or len(step.premises) > 1 or below):
            known = {"argument": ""}
        expected: dict[str, Any] = {"label": "", "group": None, "tags": ()}
        if last and self.argument:
            known = self.argument["known"]
            expected["tags"] = self.argument["tags"]
            if not self._is_id(step):
                expected |= {name: self.argument[name] for name in ("label", "group")}
        expected["scheme"] = step.scheme if rule else None
        return expected | {"data": {**data, **({ARGDOWN: known} if known else {})}}

    def _is_id(self, step: Support) -> bool:
        """Whether the title of the structure is only the id of its last step."""
        return not step.label and self.argument["label"] == step.id

    def _id(self, step: Support, own: dict[str, Any], *, last: bool) -> None:
        """Leave the id out where the reader finds it, and see to it that a label isn't taken for one."""
        titled = last and bool(self.argument)
        if titled and self._is_id(step):
            self.emitter.explicit.add(step.id)
            del own["id"]
        elif not is_machine_made(step.id) or (titled and self.argument["label"] == step.id):
            self.emitter.explicit.add(step.id)
        else:
            del own["id"]
            title = self.argument["label"] if titled else ""
            if title and (self.emitter.names.all_ids or is_counted(title)):
                own["label"] = step.label

    def _read(self, step: Support, data: Mapping[str, Any]) -> tuple[str, ...]:
        """The premises that the reader takes for those of the inference."""
        uses = data.get("uses")
        by_number = {number: id for id, number in self.numbers.items()}
        if isinstance(uses, list) and uses and all(type(n) is int and n in by_number for n in uses):
            return tuple([by_number[number] for number in uses])
        return tuple([id for id in self.near if id not in step.warrants])
