"""JSON objects as elements and records: every fault with its place, nothing dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..errors import ReadError, TooLarge
from ..jsontext import JsonDocument, Path, kind_of, path_text
from ..limits import Limits
from .codec import ABOUT, CITATION, RECORDS, VERSION, Shape
from .notes import Notes
from .rules import AS, Fault, Rule, free

if TYPE_CHECKING:
    from .placed import Document

__all__ = ["Decoder"]


class Decoder:
    """Reads the objects of one document.

    ``notes`` holds what it finds and can live with, ``path`` leads to what it reads; it is ``trusted`` if free data can hold
    whatever the document has, which then needn't be looked through.
    """

    def __init__(self, document: Document, limits: Limits) -> None:
        self.document = document
        self.limits = limits
        self.notes = Notes(document)
        self.path: Path = ()
        self.trusted = isinstance(document, JsonDocument) and document.shallow

    def error(self, path: Path, message: str, *, hint: str = "") -> ReadError:
        """A `ReadError` about the value at ``path``, ready to raise."""
        return self.document.error(path, message, hint=hint)

    def expect_object(self, value: Any, path: Path, noun: str) -> dict[str, Any]:
        """``value``, which must be an object."""
        if type(value) is dict:
            return value
        message = f"{noun} must be an object, not {kind_of(value)}"
        raise self.error(path, message, hint=AS["an object"])

    def items(self, holder: dict[str, Any], table: str, path: Path = ()) -> list[Any]:
        """The list under the key ``table``; empty where there is no such key."""
        value = holder.get(table, [])
        if type(value) is list:
            return value
        message = f"{table} must be a list, not {kind_of(value)}"
        raise self.error((*path, table), message, hint=AS["a list"])

    def check_version(self, holder: dict[str, Any], path: Path = ()) -> None:
        """Refuse an object that says no version, or a newer one than this reads."""
        version = holder.get("argmap")
        if "argmap" not in holder:
            hint = f'an argmap file begins with "argmap": {VERSION}'
            if {"arguments", "statements", "relations"} <= holder.keys():
                hint = "this is what Argdown's own tools export; read the Argdown that it was made from"
            raise self.error(path, 'the "argmap" version is missing', hint=hint)
        if type(version) is not int or version < 1:
            told = version if type(version) is int else kind_of(version)
            message = f"the version must be a number from 1 on, not {told}"
            raise self.error((*path, "argmap"), message, hint=f'write "argmap": {VERSION}')
        if version > VERSION:
            message = f"written by a newer argmap ({version}); this reads up to {VERSION}"
            raise self.error((*path, "argmap"), message, hint="install a newer argmap")

    def check_count(self, limit: str, amount: int, path: Path) -> None:
        """Raise `TooLarge`, with the place, if ``amount`` passes ``limit``."""
        try:
            self.limits.check(limit, amount)
        except TooLarge as error:
            raise self._placed(error, path) from None

    def fields(
        self, shape: Shape, item: Any, path: Path, *, besides: Iterable[str] = ()
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """The fields that an object gives, and what it holds that is neither a field nor ``besides``."""
        held: dict[str, Any] = {}
        strange: dict[str, Any] = {}
        self.path = path
        name = ""
        rules = shape.rules
        try:
            for name, given in self.expect_object(item, path, f"the {shape.noun}").items():
                rule = rules.get(name)
                if rule is not None:
                    held[name] = rule(given, self)
                elif name not in besides:
                    strange[name] = given
        except Fault as fault:
            message = f"{path_text((name, *fault.path))} {fault.message}"
            raise self.error((*path, name, *fault.path), message, hint=fault.hint) from None
        except TooLarge as error:
            raise error if error.span else self._placed(error, (*path, name)) from None
        for needed in shape.required:
            if needed not in held:
                message = f'the {shape.noun} has no "{needed}"'
                raise self.error(path, message, hint=f'add "{needed}" and what it is')
        return held, strange

    def value(self, shape: Shape, item: Any, path: Path, *, besides: Iterable[str] = ()) -> Any:
        """The element or record that an object says; unknown keys are kept in its free data."""
        held, strange = self.fields(shape, item, path, besides=besides)
        if strange:
            self.keep(shape.noun, held, strange, path, known=shape.rules)
        return shape.kind(**held)

    def map_parts(
        self, holder: dict[str, Any], path: Path = (), *, besides: Iterable[str] = ()
    ) -> dict[str, Any]:
        """The parts of a map that aren't in its graph: about, records and free data.

        What ``holder`` has else, but for ``besides``, is kept in the free data.
        """
        parts: dict[str, Any] = {
            table: self.values(shape, holder, table, path) for table, shape in RECORDS.items()
        }
        if "about" in holder:
            parts["about"] = self.value(ABOUT, holder["about"], (*path, "about"))
        known = ("argmap", "about", *RECORDS, "data", *besides)
        strange = {name: given for name, given in holder.items() if name not in known}
        if "data" in holder:
            parts["data"] = self.ruled(free, holder["data"], (*path, "data"), "data")
        self.keep("map", parts, strange, path, known=known)
        return parts

    def values(self, shape: Shape, holder: dict[str, Any], table: str, path: Path = ()) -> Any:
        """The elements or records in the list under the key ``table``."""
        items = self.items(holder, table, path)
        return tuple([self.value(shape, item, (*path, table, i)) for i, item in enumerate(items)])

    def citations(self, items: list[Any]) -> tuple[Any, ...]:
        """The citations of the element that is being read."""
        base = self.path
        found = [
            self.value(CITATION, item, (*base, "citations", i)) for i, item in enumerate(items)
        ]
        self.path = base
        return tuple(found)

    def keep(
        self,
        noun: str,
        held: dict[str, Any],
        strange: dict[str, Any],
        path: Path,
        *,
        known: Iterable[str],
        apart: bool = True,
    ) -> None:
        """Put what is ``strange`` into the free data among the fields ``held``, and take note of it.

        It goes under one name, ``unknown``, if ``apart``, else each under its own; a name that is taken
        gets a number.
        """
        if not strange:
            return
        from ..model.ids import fresh_id  # here, for most documents have no such keys

        data = dict(held.get("data", {}))
        spots = {name: fresh_id("unknown" if apart else name, data, {}) for name in strange}
        if apart:
            data[spots[next(iter(spots))]] = strange
        else:
            data |= {spots[name]: given for name, given in strange.items()}
        place = (*path, next(iter(strange)))
        held["data"] = self.ruled(free, data, place, "an unknown key")
        for name, kept in spots.items():
            self.notes.strange_key(noun, name, path, id=held.get("id", ""), kept=kept, known=known)

    def ruled(self, rule: Rule, value: Any, path: Path, name: str) -> Any:
        """What ``rule`` makes of ``value``; a fault is told as one of ``name``, which is at ``path``."""
        try:
            return rule(value, self)
        except Fault as fault:
            message = f"{name} {fault.message}"
            raise self.error((*path, *fault.path), message, hint=fault.hint) from None
        except TooLarge as error:
            raise self._placed(error, path) from None

    def _placed(self, error: TooLarge, path: Path) -> TooLarge:
        span = self.document.span(path)
        return TooLarge(error.message, span=span, path=path_text(path), hint=error.hint)
