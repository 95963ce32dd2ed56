"""What a text of arguments and attacks says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import define, field, frozen

from ..errors import ReadError, TooLarge
from ..limits import Limits
from ..source import SourceText, visible

__all__ = ["FrameworkText", "Gathering", "Oddity", "Pairs"]

Pairs = tuple[tuple[str, str], ...]


@frozen
class Oddity:
    """Something in a text that can be lived with: code, message, and the characters it is about."""

    code: str
    message: str
    start: int
    end: int


@frozen
class FrameworkText:
    """Arguments by name and attacks as pairs of names, both in the order of the text, each once.

    ``labels`` and ``attack_labels`` have what is said of them besides; ``others`` are the lines or facts that say
    neither, and the attacks of arguments that aren't there.
    """

    names: tuple[str, ...] = ()
    attacks: Pairs = ()
    labels: dict[str, str] = field(factory=dict)
    attack_labels: dict[tuple[str, str], str] = field(factory=dict)
    others: tuple[str, ...] = ()
    oddities: tuple[Oddity, ...] = ()

    def labelled(self) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
        """The attacks, each with its label, or with nothing."""
        for pair in self.attacks:
            yield pair, ((self.attack_labels[pair],) if pair in self.attack_labels else ())


@define
class Gathering:
    """A framework in the making; ``attacks`` are two names and where the attack stands."""

    source: SourceText
    limits: Limits
    labels: dict[str, str] = field(factory=dict)
    attacks: list[tuple[str, str, int, int]] = field(factory=list)
    attack_labels: dict[tuple[str, str], str] = field(factory=dict)
    others: list[str] = field(factory=list)
    oddities: list[Oddity] = field(factory=list)

    def argument(self, name: str, label: str, start: int, end: int) -> None:
        """Take in an argument."""
        if name in self.labels:
            self.odd("argument-twice", f"the argument '{visible(name)}' is there twice", start, end)
            return
        self.labels[name] = label
        if len(self.labels) > self.limits.claims or len(name) > self.limits.id_characters:
            self._past(name, start, end)

    def _past(self, name: str, start: int, end: int) -> None:
        try:
            self.limits.check("claims", len(self.labels))
            self.limits.check("id_characters", len(name))
        except TooLarge as error:
            span = self.source.span(start, end)
            raise TooLarge(error.message, span=span, hint=error.hint) from None

    def odd(self, code: str, message: str, start: int, end: int) -> None:
        """Take in something odd."""
        self.oddities.append(Oddity(code, message, start, end))

    def error(self, message: str, start: int, end: int, *, hint: str = "") -> ReadError:
        """The error that ``message`` is at this place."""
        return ReadError(message, span=self.source.span(start, end), hint=hint)

    def framework(self, more: Iterable[tuple[str, str, int, int]] = ()) -> FrameworkText:
        """The framework, with ``more`` attacks; those of arguments that aren't there or that are there twice are odd."""
        attacks: dict[tuple[str, str], str] = {}  # with what is said of one that is there twice
        for first, second, start, end in chain(self.attacks, more):
            if first not in self.labels or second not in self.labels:
                missing = visible(second if first in self.labels else first)
                message = f"the attack names '{missing}', which is no argument; it is kept aside"
                self.odd("dangling-attack", message, start, end)
                self.others.append(self.source.text[start:end])
            elif (first, second) in attacks:
                message = (
                    attacks[first, second]
                    or f"'{visible(first)}' attacks '{visible(second)}' twice"
                )
                attacks[first, second] = message
                self.odd("attack-twice", message, start, end)
            else:
                attacks[first, second] = ""
        if len(attacks) > self.limits.links:
            self.limits.check("links", len(attacks), name=self.source.name)
        return FrameworkText(
            tuple(self.labels),
            tuple(attacks),
            {name: label for name, label in self.labels.items() if label},
            {pair: label for pair, label in self.attack_labels.items() if pair in attacks},
            tuple(self.others),
            tuple(sorted(self.oddities, key=_start)),
        )


def _start(oddity: Oddity) -> int:
    return oddity.start


def joined(parts: Iterable[str]) -> str:
    """Lines as a text."""
    return "".join([f"{part}\n" for part in parts])
