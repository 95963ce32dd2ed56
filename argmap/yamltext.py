"""The one door to YAML: plain JSON values out of a YAML text, with the place of what can't be read.

What is plain is read as the core schema of YAML 1.2 says (``yes`` is a word, ``2020-01-01`` is one too), since most
software of the field does. A key that is there twice is refused, and so is every tag but those of
plain values.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import Any

from attrs import define, field

from .errors import ReadError
from .limits import Limits
from .source import SourceText

__all__ = ["Pairs", "parse_yaml"]

_LIMITS = Limits()
_MOST_VALUES = 1_000_000
"""How many values a text may have once its aliases are followed."""

_INTEGER = re.compile(r"[-+]?[0-9]{1,4300}\Z")
_BASED = re.compile(r"0(?:o[0-7]+|x[0-9a-fA-F]+)\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, Any] = {
    word: value
    for words, value in (
        ("null Null NULL ~", None),
        ("true True TRUE", True),
        ("false False FALSE", False),
    )
    for word in words.split()
} | {"": None}
_TAG = "tag:yaml.org,2002:"


class Pairs(list[tuple[str, Any, int]]):
    """The entries of a mapping in their order: key, value, and the character at which the key begins."""


def parse_yaml(
    source: SourceText,
    *,
    start: int = 0,
    stop: int | None = None,
    limits: Limits = _LIMITS,
    pairs: bool = False,
) -> Any:
    """The value of a YAML text: dicts by str, lists, str, int, float, bool and None; None for an empty text.

    ``start`` and ``stop`` bound the YAML inside a larger document. With ``pairs`` mappings are `Pairs`, in
    which a key may be there twice. Raises `ReadError` for what isn't
    YAML, for several documents, keys that are there twice or aren't plain, unknown tags, numbers that
    aren't finite; `TooLarge` past ``limits.nesting``.
    """
    import yaml

    text = source.text[start:stop]
    loaders = [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader]
    for loader in loaders:
        reader = _Reader(source, start, limits, pairs)
        try:
            # One by one, so that too deep a text ends at the limit: the parsers take quadratic time for depth.
            for event in yaml.parse(text, Loader=loader):
                reader.take(event)
        except yaml.MarkedYAMLError as error:
            # The C parser is a hundred times faster, and refuses {a:[1]}, which is YAML 1.2.
            mark, problem = error.problem_mark, error.problem
        except yaml.reader.ReaderError as error:
            raise ReadError(
                f"this isn't YAML: {error.reason}", span=source.span(start + error.position)
            ) from None
        else:
            return reader.value
    raise ReadError(
        f"this isn't YAML: {problem}",
        span=source.span(start + (mark.index if mark else 0)),
        hint="put a text with a colon, a quote or a bracket in it between quotes",
    )


@define(eq=False)
class _Container:
    """A sequence or mapping that isn't at its end yet."""

    value: Any
    anchor: str | None
    place: Any
    key: Any = None
    has_key: bool = False
    start: int = 0
    merges: bool = False
    size: int = 1
    merged: dict[str, Any] = field(factory=dict)


@define
class _Reader:
    """A value in the making, out of the parser's events."""

    source: SourceText
    start: int
    limits: Limits
    pairs: bool = False
    value: Any = None
    documents: int = 0
    open: list[_Container] = field(factory=list)
    anchors: dict[str, tuple[Any, int]] = field(factory=dict)

    def take(self, event: Any) -> None:
        """Take in the next event."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            self._add(self._scalar(event), 1, event)
        elif kind in ("SequenceStartEvent", "MappingStartEvent"):
            mapping: Any = Pairs() if self.pairs else {}
            self._begin(event, [] if kind == "SequenceStartEvent" else mapping)
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            ended = self.open.pop()
            if ended.merged:
                ended.value = {**ended.merged, **ended.value}
            if ended.anchor is not None:
                self.anchors[ended.anchor] = ended.value, ended.size
            self._add(ended.value, ended.size, ended.place, anchored=True)
        elif kind == "AliasEvent":
            self._alias(event)
        elif kind == "DocumentStartEvent":
            self.documents += 1
            if self.documents > 1:
                raise self._error(event, "a second YAML document", hint="keep to one")

    def _begin(self, event: Any, value: Any) -> None:
        if event.tag not in (None, "!", f"{_TAG}map", f"{_TAG}seq"):
            raise self._unknown_tag(event)
        self.open.append(_Container(value, event.anchor, event))
        if len(self.open) > self.limits.nesting:
            place = self.source.span(self.start + event.start_mark.index).place
            self.limits.check("nesting", len(self.open), name=place)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            raise self._error(event, f"*{event.anchor} stands for nothing that ended before it")
        value, size = self.anchors[event.anchor]
        self._add(value, size, event, anchored=True)

    def _add(self, value: Any, size: int, event: Any, *, anchored: bool = False) -> None:
        """Put a finished value where it belongs."""
        if not anchored and event.anchor is not None:
            self.anchors[event.anchor] = value, size
        if not self.open:
            self.value = value
            return
        inside = self.open[-1]
        inside.size += size
        if inside.size > _MOST_VALUES:
            raise self._error(event, f"aliases make more than {_MOST_VALUES:,} values of this")
        if type(inside.value) is list:
            inside.value.append(value)
        elif inside.has_key:
            self._put(inside, value)
        else:
            inside.key, inside.has_key = self._name(value, inside, event), True
            inside.start = self.start + event.start_mark.index
            is_plain = getattr(event, "implicit", (False,))[0]  # in quotes it is a key as any other
            inside.merges = is_plain and inside.key == "<<"

    def _put(self, inside: _Container, value: Any) -> None:
        inside.has_key = False
        if isinstance(inside.value, Pairs):
            merges = inside.merges and isinstance(value, Pairs)
            inside.value.extend(value if merges else [(inside.key, value, inside.start)])
        elif inside.merges and isinstance(value, dict):
            inside.merged |= value
        else:
            inside.value[inside.key] = value

    def _name(self, value: Any, inside: _Container, event: Any) -> str:
        if isinstance(value, list | dict):
            raise self._error(event, "a list or mapping as a key", hint="take a plain word")
        name = getattr(event, "value", value)
        name = name if isinstance(name, str) else str(name)
        if not self.pairs and name in inside.value:
            raise self._error(
                event, f"the key {name!r} is there twice", hint="take one of them out"
            )
        return name

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        if event.tag is None or event.tag == "!":
            return self._plain(text, event) if event.implicit[0] and event.tag is None else text
        wanted = _KINDS.get(event.tag)
        if wanted is None:
            raise self._unknown_tag(event)
        value = text if wanted is str else self._plain(text, event)
        if isinstance(value, int) and wanted is float and not isinstance(value, bool):
            return float(value)
        if type(value) is not wanted:
            raise self._error(event, f"{text!r} isn't what its tag {event.tag} says")
        return value

    def _plain(self, text: str, event: Any) -> Any:
        if text in _WORDS:
            return _WORDS[text]
        if not (text[0] in "+-." or text[0].isdigit()):
            return text
        if _INTEGER.match(text):
            return int(text)
        if _BASED.match(text):
            return int(text, 0)
        if _FLOAT.match(text):
            number = float(text)
            if not isfinite(number):
                raise self._error(event, f"the number {text} is past the floating ones")
            return number
        if text.lower().lstrip("+-") in (".inf", ".nan"):
            raise self._error(event, f"{text} isn't finite")
        return text

    def _unknown_tag(self, event: Any) -> ReadError:
        hint = "write plain values, lists and mappings"
        return self._error(event, f"the tag {event.tag} makes no plain value", hint=hint)

    def _error(self, event: Any, message: str, *, hint: str = "") -> ReadError:
        first, last = event.start_mark.index, event.end_mark.index
        span = self.source.span(self.start + first, self.start + last)
        return ReadError(message, span=span, hint=hint)


_KINDS: dict[str, type] = {
    f"{_TAG}str": str,
    f"{_TAG}int": int,
    f"{_TAG}float": float,
    f"{_TAG}bool": bool,
    f"{_TAG}null": type(None),
}
