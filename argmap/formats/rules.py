"""What a key of a JSON object must hold to become a field: one rule for each type of field.

A rule takes the JSON value and the decoder, and gives the field's value. It raises `Fault` with
what is wrong in the words of JSON, or `TooLarge`; the decoder adds the place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from ..errors import did_you_mean
from ..jsontext import Path, kind_of
from ..model.claim import STANCES
from ..model.data import NO_DATA, Data, trusted_data
from ..model.link import MANNERS

if TYPE_CHECKING:
    from .decoder import Decoder

__all__ = ["AS", "RULES", "Fault", "Rule", "free", "identifier"]

Rule: TypeAlias = "Callable[[Any, Decoder], Any]"


AS = {
    "an object": "write its parts between { and }",
    "a list": "write it between [ and ]",
    "a text": "write it between quotes",
    "a number": "write it in digits, without quotes",
    "true or false": "write true or false, without quotes",
}
"""How a value is written that must be one of these."""


class Fault(Exception):
    """A value that isn't what its key must hold; ``path`` leads from the key to the fault."""

    def __init__(self, message: str, *, path: Path = (), hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.hint = hint


def identifier(value: Any, decoder: Decoder) -> str:
    """An element's or record's own id."""
    id = text(value, decoder)
    if len(id) > decoder.limits.id_characters:
        decoder.limits.check("id_characters", len(id))
    return id


def text(value: Any, decoder: Decoder) -> str:
    """A text."""
    if type(value) is not str:
        raise Fault(f"must be a text, not {kind_of(value)}", hint=_in_quotes(value))
    if len(value) > decoder.limits.text_characters:
        decoder.limits.check("text_characters", len(value))
    return value


def text_or_null(value: Any, decoder: Decoder) -> str | None:
    """A text, or null."""
    return None if value is None else text(value, decoder)


def texts(value: Any, decoder: Decoder) -> tuple[str, ...]:
    """A list of texts."""
    if type(value) is not list:
        hint = "put it in a list: [...]" if type(value) is str else AS["a list"]
        raise Fault(f"must be a list of texts, not {kind_of(value)}", hint=hint)
    most = decoder.limits.text_characters
    for index, item in enumerate(value):
        if type(item) is not str:
            message = f"must be a text, not {kind_of(item)}"
            raise Fault(message, path=(index,), hint=_in_quotes(item))
        if len(item) > most:
            decoder.limits.check("text_characters", len(item))
    return tuple(value)


def flag(value: Any, decoder: Decoder) -> bool:
    """True or false."""
    if value is True or value is False:
        return value
    raise Fault(f"must be true or false, not {kind_of(value)}", hint=AS["true or false"])


def number_or_null(value: Any, decoder: Decoder) -> float | None:
    """A number as a float, or null."""
    if value is None or type(value) is float:
        return value
    if type(value) is not int:
        raise Fault(f"must be a number, not {kind_of(value)}", hint=AS["a number"])
    try:
        return float(value)
    except OverflowError:
        message = "must be a number in [0, 1], not one of hundreds of digits"
        raise Fault(message, hint="write it with a decimal point") from None


def offset_or_null(value: Any, decoder: Decoder) -> int | None:
    """A whole number from 0 on, or null."""
    if value is None or (type(value) is int and value >= 0):
        return value
    told = "a number below 0" if type(value) is int else kind_of(value)
    if type(value) is float:
        told = "a broken number"
    raise Fault(f"must be a whole number from 0 on, not {told}", hint=AS["a number"])


def free(value: Any, decoder: Decoder) -> Data:
    """An object of any values; their texts aren't drawn, so that ``file_bytes`` alone bounds them."""
    if type(value) is not dict:
        raise Fault(f"must be an object, not {kind_of(value)}", hint=AS["an object"])
    if decoder.trusted and value:
        return trusted_data(value)
    try:
        return Data(value) if value else NO_DATA
    except ValueError as error:  # it nests too deep; what else JSON can't say isn't in a document
        raise Fault(f"can't be kept: {error}") from None


def one_of(names: tuple[str, ...]) -> Rule:
    """The rule of a text that is one of ``names``."""

    def rule(value: Any, decoder: Decoder) -> str:
        if text(value, decoder) in names:
            return str(value)
        near = did_you_mean(value, names).removeprefix("; ")
        raise Fault(f"must be one of {', '.join(names)}, not {value[:60]!r}", hint=near)

    return rule


def _citations(value: Any, decoder: Decoder) -> tuple[Any, ...]:
    if type(value) is not list:
        raise Fault(f"must be a list of citations, not {kind_of(value)}", hint=AS["a list"])
    return decoder.citations(value)


def _in_quotes(value: Any) -> str:
    whole = type(value) is int and -(10**30) < value < 10**30
    return f'write it in quotes: "{value}"' if whole else AS["a text"]


RULES: dict[str, Rule] = {
    "str": text,
    "str | None": text_or_null,
    "tuple[str, ...]": texts,
    "bool": flag,
    "float | None": number_or_null,
    "int | None": offset_or_null,
    "Stance": one_of(STANCES),
    "Manner": one_of(MANNERS),
    "tuple[Citation, ...]": _citations,
    "Mapping[str, Any]": free,
}
"""The rule of each type that a field of the model has, by the type as it is written there."""
