"""What the evaluations of a map under all semantics have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import define, field

from ..model.map import ArgumentMap
from .compiled import Compiled
from .edited_framework import EditedFramework
from .encoding import MakeSolver
from .grounded import UNDECIDED, WORDS, Label
from .labelled import Labels
from .meaning import compiled_for
from .options import Options
from .possible_for import BITS, WORD, possible_for
from .preferences import changes
from .program import ids_of
from .standing import Standing

__all__ = ["Basis"]


@define(slots=False, eq=False)
class Basis:
    """A map, what is asked of it besides the semantics, and what was found of it so far.

    ``edited`` is what was kept up through edits, if the map wasn't weighed as a whole.
    """

    map: ArgumentMap
    options: Options
    make: MakeSolver
    edited: Standing | None = None
    _known: dict[str, Sequence[int]] = field(factory=dict)

    def ready(self) -> Basis:
        """The same, with its framework; raises what `compiled_for` does."""
        _ = self.compiled
        return self

    @cached_property
    def compiled(self) -> Compiled:
        """The map's framework."""
        return compiled_for(self.map, self.options)

    @cached_property
    def ids(self) -> Mapping[str, int | None]:
        """The ids that have verdicts, in the map's order: all atoms that aren't sides of conflicts."""
        map = self.map
        if self.edited is None and len(self.compiled.number) == len(map.claims) + len(map.links):
            return self.compiled.number
        return dict.fromkeys(ids_of(map))

    @property
    def counted(self) -> int:
        """How many of the first arguments count where labellings are compared by what they leave open."""
        return len(self.map.claims) if self.options.flat else self.compiled.size

    def bits(self, semantics: str, id: str) -> int:
        """The labels of a claim or link under a semantics, as bits."""
        if self.edited is not None:
            return self.edited.bits(semantics, id)
        at = self.compiled.number[id]
        if self._settled:
            return BITS[self.compiled.start[at]]
        return self._possible(semantics)[at]

    def labels(self, semantics: str) -> Labels | dict[str, Label]:
        """The labels of claims and links under a semantics."""
        if self.edited is not None:
            return {id: WORD[self.edited.bits(semantics, id)] for id in self.ids}
        number = self.compiled.number
        if self._settled:
            found = Labels(number, self.compiled.start, WORDS)
        else:
            found = Labels(number, self._possible(semantics), WORD)
        return found if self.ids is number else {id: found[id] for id in self.ids}

    @cached_property
    def _settled(self) -> bool:
        """Whether the grounded labels leave nothing open: then they are those of all semantics."""
        return UNDECIDED not in self.compiled.start

    def exists(self, semantics: str) -> bool:
        """Whether there is any labelling."""
        if self.edited is not None:
            return semantics == "grounded" or not self.edited.of_semantics(semantics).failing
        return self._settled or any(self._possible(semantics))

    def changed(self, semantics: str) -> tuple[str, ...] | None:
        """The ids whose labels the edit changed; None if that isn't known, or all did."""
        if self.edited is None:
            return None
        return self.edited.changed_ids(semantics, self.map)

    def after(self, map: ArgumentMap, semantics: str) -> Basis:
        """The same asked of an edited map; one semantics at least is kept up."""
        made = Basis(map, self.options, self.make)
        if self.options.reading != "program" or self._standing.crowded:
            return made.ready()
        self._standing.keep(semantics)
        made.edited = self._standing.after(self.map, map, changes(map, self.options))
        return made

    @cached_property
    def _standing(self) -> Standing:
        """What is kept of the evaluation if the map is edited."""
        if self.edited is not None:
            return self.edited
        options = self.options
        framework = EditedFramework.of(
            self.compiled,
            changes(self.map, options),
            require_backing=options.require_backing,
            settled=(*options.without, *options.assume),
        )
        return Standing.of(framework, self.compiled, self.make, self._known)

    def _possible(self, semantics: str) -> Sequence[int]:
        """The labels that each argument has in some labelling, as bits."""
        if semantics not in self._known:
            compiled = self.compiled
            self._known[semantics] = possible_for(
                compiled.graph,
                semantics,
                compiled.start,
                counted=self.counted,
                foundations=compiled.foundations,
                make=self.make,
            )
        return self._known[semantics]
