"""What the evaluations of a map under all semantics have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from attrs import define, field

from ..model.map import ArgumentMap
from .compiled import Compiled
from .edited_framework import EditedFramework
from .encoding import MakeSolver
from .grounded import ACCEPTED, UNDECIDED, WORDS, Label
from .labelled import Labels
from .meaning import compiled_for, reliance_for
from .options import Options
from .places import Places
from .possible_for import BITS, WORD
from .preferences import changes
from .program import ids_of
from .reliance import Reliance
from .standing import Standing
from .undecided import Undecided

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
    _rows: dict[str, Sequence[int]] = field(factory=dict)

    def ready(self) -> Basis:
        """The same, with what its labels are found from; raises what `compiled_for` does."""
        _ = self.reliance or self.compiled
        return self

    @cached_property
    def reliance(self) -> Reliance | None:
        """What the atoms rely on, where the grounded labels can be found from that, which is quicker than by a framework."""
        return reliance_for(self.map, self.options)

    @cached_property
    def compiled(self) -> Compiled:
        """The map's framework."""
        return compiled_for(self.map, self.options, self.reliance)

    @property
    def places(self) -> Places:
        """The numbers of the atoms."""
        return self.reliance.places if self.reliance else self.compiled.number

    @property
    def _start(self) -> Sequence[int]:
        """The grounded labels of the atoms, by number."""
        return self.reliance.labels if self.reliance else self.compiled.start

    @cached_property
    def ids(self) -> Mapping[str, int | None]:
        """The ids that have verdicts, in the map's order: all atoms that aren't sides of conflicts."""
        map = self.map
        if self.edited is None and len(self.places) == len(map.claims) + len(map.links):
            return self.places
        return dict.fromkeys(ids_of(map))

    @property
    def counted(self) -> int:
        """How many of the first arguments count where labellings are compared by what they leave open."""
        return len(self.map.claims) if self.options.flat else len(self.places)

    def bits(self, semantics: str, id: str) -> int:
        """The labels of a claim or link under a semantics, as bits."""
        if self.edited is not None:
            return self.edited.bits(semantics, id)
        at = self.places[id]
        if self._settled:
            return BITS[self._start[at]]
        return self._possible(semantics)[at]

    def labels(self, semantics: str) -> Labels | dict[str, Label]:
        """The labels of claims and links under a semantics."""
        if self.edited is not None:
            return {id: WORD[self.edited.bits(semantics, id)] for id in self.ids}
        number = self.places
        if self._settled:
            found = Labels(number, self._start, WORDS)
        else:
            found = Labels(number, self._possible(semantics), WORD)
        return found if self.ids is number else {id: found[id] for id in self.ids}

    @cached_property
    def _settled(self) -> bool:
        """Whether the grounded labels leave nothing open: then they are those of all semantics."""
        return UNDECIDED not in self._start

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
        known = {semantics: self._whole(found) for semantics, found in self._known.items()}
        return Standing.of(framework, self.compiled, self.make, known)

    @cached_property
    def undecided(self) -> Undecided:
        """The framework of what the grounded labels leave undecided; where that isn't taken out, of all there is."""
        if self.reliance:
            return self.reliance.undecided()
        compiled = self.compiled
        return Undecided(
            compiled.graph,
            range(compiled.size),
            compiled.helpers,
            compiled.start,
            self.counted,
            compiled.foundations,
        )

    def _possible(self, semantics: str) -> Sequence[int]:
        """The labels that each atom has in some labelling, as bits; none has any if there is no labelling."""
        if semantics not in self._rows:
            found = self._known[semantics] = self.undecided.possible(semantics, self.make)
            row = [BITS[label] for label in self._start] if any(found) else [0] * len(self._start)
            for at, bits in zip(self.undecided.members, found, strict=False):
                row[at] = bits
            self._rows[semantics] = row
        return self._rows[semantics]

    def count(self, semantics: str, limit: int) -> int:
        """How many labellings there are; raises what `Counting` does."""
        return self.undecided.counting(semantics, self.make, limit).count()

    def shares(self, semantics: str, limit: int) -> Sequence[Fraction]:
        """The share of the labellings that accept each atom; 0 for all if there are none."""
        found = self.undecided.counting(semantics, self.make, limit).shares_if_any()
        none, whole = Fraction(0), Fraction(1)  # one of each does for all
        row = [none if found is None or label != ACCEPTED else whole for label in self._start]
        for at, share in zip(self.undecided.members, found or (), strict=False):
            row[at] = share
        return row

    def _whole(self, found: Sequence[int]) -> Sequence[int]:
        """The labels that each argument of the map's framework has, of those that the undecided ones have."""
        if not self.reliance or not any(found):
            return found
        compiled, undecided = self.compiled, self.undecided
        row = [BITS[label] for label in compiled.start]
        helper = {of: at for at, of in enumerate(compiled.helpers, compiled.size)}
        places = (*undecided.members, *[helper[of] for of in undecided.helpers])
        for at, bits in zip(places, found, strict=True):
            row[at] = bits
        return row
