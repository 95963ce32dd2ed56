"""What a map's claims and links are worth: the labels of its program under a semantics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import islice
from typing import Any, Literal, TypeAlias, get_args

from attrs import evolve, frozen

from ..errors import UnknownId, UnknownName
from ..model.claim import Claim
from ..model.link import Link
from ..model.map import ArgumentMap
from .basis import Basis
from .certificate import Certificate
from .certified import certified
from .compiled import Compiled
from .counting import LIMIT
from .decisions import Questions
from .encoding import MakeSolver
from .grounded import ACCEPTED, REJECTED, WORDS, Label
from .ideal import eager, ideal
from .labelled import Labels
from .labellings import labellings
from .options import Options
from .possible import IN, OPEN, OUT
from .possible_for import WORD
from .program import ids_of
from .ranges import semi_stable
from .solvers import solver_of
from .what_if import WhatIf

__all__ = ["Evaluation", "Label", "Semantics", "Verdict", "evaluate"]

Semantics: TypeAlias = Literal[
    "grounded", "complete", "preferred", "stable", "semi-stable", "ideal", "eager"
]
SEMANTICS: tuple[str, ...] = get_args(Semantics)

_SINGLE = ("grounded", "ideal", "eager")
"""Semantics with one labelling."""


@frozen
class Verdict:
    """What a semantics says of one claim or link.

    ``label`` is accepted or rejected if it is so in every labelling, else undecided. ``credulous``: accepted in some
    labelling; ``skeptical``: accepted in all, of which there is at least one. ``labels`` are all that it has in some labelling.
    """

    id: str
    label: Label
    semantics: str
    labels: tuple[Label, ...]

    @property
    def credulous(self) -> bool:
        """Whether some labelling accepts it."""
        return "accepted" in self.labels

    @property
    def skeptical(self) -> bool:
        """Whether there are labellings, and all accept it."""
        return self.labels == ("accepted",)


@frozen(slots=False, eq=False, repr=False)
class Evaluation(Mapping[str, Verdict]):
    """A map weighed under one semantics: a verdict for each claim and each link, by id."""

    semantics: str
    basis: Basis

    def __getitem__(self, id: str) -> Verdict:
        if id not in self:
            raise UnknownId(id, self._ids, noun="claim or link")
        bits = self.basis.bits(self.semantics, id)
        labels = [word for bit, word in _NAMED if bits & bit]
        return Verdict(id, WORD[bits], self.semantics, tuple(labels))

    def __contains__(self, id: object) -> bool:
        return isinstance(self.map.elements.get(id), Claim | Link)  # type: ignore[call-overload] # any key will do

    def get(self, id: str, default: Any = None) -> Any:
        """The verdict of a claim or link, or ``default`` for another id."""
        if id not in self:
            return default
        return self[id]

    @property
    def map(self) -> ArgumentMap:
        """The map that is weighed."""
        return self.basis.map

    @property
    def options(self) -> Options:
        """What is asked besides the semantics."""
        return self.basis.options

    @property
    def make_solver(self) -> MakeSolver:
        """What makes the solver that is asked."""
        return self.basis.make

    @property
    def compiled(self) -> Compiled:
        """The map's framework."""
        return self.basis.compiled

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def how(self) -> str:
        """The semantics, and how the map is read where that isn't as usual: ``grounded, deductive``."""
        return self.options.named(self.semantics)

    def __repr__(self) -> str:
        counts = ", ".join([f"{len(self.of(label))} {label}" for label in get_args(Label)])
        return f"<Evaluation {self.how}: {counts}>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """What a notebook shows: the map with its verdicts; see `argmap.integrations.notebook`."""
        from ..registry import DISPLAYS

        shown: dict[str, str] = DISPLAYS.get("evaluation")(self)
        return shown

    def of(self, label: Label) -> tuple[str, ...]:
        """The ids of all claims and links with a label, in the map's order; raises `UnknownName` for what is no label."""
        _word(label)
        return tuple([id for id, each in self.labels.items() if each == label])

    @cached_property
    def labels(self) -> Labels | dict[str, Label]:
        """The label of each claim and link: a mapping that is read and joined like a dict; ``dict(labels)`` is one."""
        return self.basis.labels(self.semantics)

    @cached_property
    def exists(self) -> bool:
        """Whether there is any labelling; a stable one may be missing."""
        return self.basis.exists(self.semantics)

    @property
    def changed(self) -> tuple[str, ...]:
        """The ids whose labels an edit changed, those that are new included; all of a map that was weighed anew (see `after_edit`)."""
        changed = self.basis.changed(self.semantics)
        return tuple(self._ids) if changed is None else changed

    def labellings(self, *, limit: int | None = None) -> Iterator[Mapping[str, Label]]:
        """The labellings, each once, lazily and in an order that is always the same; at most ``limit`` of them."""
        number = self.compiled.number
        for labels in islice(self._found(), limit):
            yield {id: WORDS[labels[number[id]]] for id in self._ids}

    def count(self, *, limit: int = LIMIT) -> int:
        """How many labellings there are, exactly, without listing them where claims hang together loosely.

        Raises `BeyondLimit` where a table of the computation would have more than ``limit`` rows, and more than ``limit``
        labellings would have to be listed; and where argmap's own solver meets as many conflicts on the way, which takes minutes.
        """
        if self.semantics in _SINGLE:
            return 1
        return self.basis.count(self.semantics, limit)

    def shares(self, *, limit: int = LIMIT) -> Mapping[str, Fraction]:
        """The share of the labellings that accept each claim and link, exactly; 0 for all if there is no labelling.

        Raises `BeyondLimit` as `count` does.
        """
        if self.semantics in _SINGLE:
            whole, none = Fraction(1), Fraction(0)
            return {id: whole if each == "accepted" else none for id, each in self.labels.items()}
        shares = self.basis.shares(self.semantics, limit)
        ids, places = self._ids, self.basis.places
        if ids is places:
            return dict(zip(ids, shares, strict=False))  # helpers may stand behind
        return {id: shares[places[id]] for id in ids}

    def certificate(self, id: str, label: Label | None = None) -> Certificate | None:
        """Evidence that a claim or link has a label in some labelling: its own if none is named; None if it hasn't.

        Where the grounded labelling decides it, the evidence is a derivation of just what it rests on, and holds for every
        labelling. Raises `UnknownName` for what is no label.
        """
        return certified(self, id, self[id].label if label is None else _word(label))

    @cached_property
    def questions(self) -> Questions:
        """What single questions are put to."""
        return Questions(
            self.compiled.graph,
            foundations=self.compiled.foundations,
            start=self.grounded,
            counted=self._counted,
            make=self.make_solver,
        )

    def labelling_with(self, id: str, label: Label) -> Mapping[str, Label]:
        """A labelling in which a claim or link has a label, with all atoms of the program.

        Raises `ValueError` where there is none, `UnknownName` for what is no label.
        """
        at, number = self.compiled.number[self[id].id], self.compiled.number
        _word(label)
        if self.semantics in _SINGLE:
            found: Sequence[int] | None = next(self._found())
            found = found if found and WORDS[found[at]] == label else None
        else:
            ask = self.questions
            asked = {"accepted": ask.accepting, "rejected": ask.rejecting}
            found = asked.get(label, ask.leaving_open)(self.semantics, at)
        if found is None:
            raise ValueError(f"no {self.semantics} labelling has {id!r} {label}")
        return {name: WORDS[found[each]] for name, each in number.items()}

    @cached_property
    def what_if(self) -> WhatIf:
        """What asks for the grounded labels under changes, at the cost of what they change."""
        return WhatIf(self.compiled, self.grounded)

    def under(self, semantics: str) -> Evaluation:
        """The same map weighed under another semantics; raises `UnknownName`.

        What doesn't hang on the semantics isn't computed again.
        """
        return evolve(self, semantics=_semantics(semantics))

    def after(
        self, *, without: Iterable[str] = (), assume: Iterable[str] = ()
    ) -> Mapping[str, Label]:
        """The grounded labels that would be others if some claims and links were taken away, and others assumed, by id.

        As `evaluate` anew with the same options besides, but at the cost of what differs. Raises `UnknownId`, and `UnknownName` for an
        evaluation under another reading, where taking a claim away takes chains of supports along.
        """
        if self.options.reading != "program":
            raise UnknownName("reading for changes", self.options.reading, ("program",))
        number = self.compiled.number
        forced = {number[_known(self.map, id)]: ACCEPTED for id in assume}
        forced |= {number[_known(self.map, id)]: REJECTED for id in without}
        changed, names = self.what_if.changed(forced), self.compiled.names
        differing = [(names[at], label) for at, label in sorted(changed.items()) if at < len(names)]
        return {name: WORDS[label] for name, label in differing if name in self._ids}

    def after_edit(self, map: ArgumentMap) -> Evaluation:
        """The evaluation of an edited ``map``, asked as this one was.

        It is what `evaluate` gives, but found from this one: what the edit doesn't reach isn't weighed again. Only to see what it
        changes takes a look at every claim and link, which takes a map of 100,000 some milliseconds, and if ``weigh`` asks for
        preferences these are gone through anew. The readings besides ``program`` are weighed as a whole, and so are `labellings`,
        counts, certificates and explanations, when they are asked for. Raises `UnknownId` if something that is to be taken away or
        assumed isn't in the map.
        """
        for id in (*self.options.without, *self.options.assume):
            _known(map, id)
        return evolve(self, basis=self.basis.after(map, self.semantics))

    @property
    def grounded(self) -> tuple[int, ...]:
        """The labels of the grounded labelling by number, in which all others begin."""
        return self.compiled.start

    @cached_property
    def _ids(self) -> Mapping[str, int | None]:
        """The ids that have verdicts, in the map's order: all atoms that aren't sides of conflicts."""
        return self.basis.ids

    @property
    def _counted(self) -> int:
        """How many of the first arguments count where labellings are compared by what they leave open."""
        return self.basis.counted

    def _found(self) -> Iterator[tuple[int, ...]]:
        """The labellings in numbers."""
        graph, circles, make = self.compiled.graph, self.compiled.foundations, self.make_solver
        size, start = self._counted, self.grounded
        match self.semantics:
            case "grounded":
                return iter([start])
            case "semi-stable":
                return semi_stable(graph, foundations=circles, start=start, counted=size, make=make)
            case "ideal":
                return iter([ideal(graph, foundations=circles, start=start, make=make)])
            case "eager":
                found = eager(graph, foundations=circles, start=start, counted=size, make=make)
                return iter([found])
            case kind:
                return labellings(graph, kind, foundations=circles, start=start, make=make)  # type: ignore[arg-type] # the three kinds left


_NAMED: tuple[tuple[int, Label], ...] = ((IN, "accepted"), (OUT, "rejected"), (OPEN, "undecided"))


def evaluate(
    map: ArgumentMap,
    semantics: str = "grounded",
    *,
    require_backing: bool = False,
    without: Iterable[str] = (),
    assume: Iterable[str] = (),
    reading: str = "program",
    weigh: str | None = None,
    reduction: int = 1,
    solver: str = "auto",
) -> Evaluation:
    """A map weighed: what each claim and link is worth under a semantics.

    ``semantics`` is grounded, complete, preferred, stable, semi-stable, ideal or eager. Links that a support is aimed at need one
    only if ``require_backing``. ``without``: ids of claims and links that are taken away; ``assume``: of those that are taken for
    accepted whatever is said. ``solver`` is one of `argmap.semantics.solvers.SOLVERS`.

    ``reading`` is how supports are taken: program, the map's own meaning, or for comparison attacks (not at all), deductive,
    necessary or evidential, as `argmap.semantics.meaning` tells. ``weigh`` lets preferences and weights cancel attacks that are too
    weak: by the weakest part of their ``last`` step or the ``weakest`` of all that they rest on; ``reduction``, 1 to 4, says what
    becomes of them (`argmap.semantics.preferences`). Raises `UnknownName`, `UnknownId`, or ValueError for what doesn't go together.

    >>> from argmap import Draft
    >>> draft = Draft()
    >>> policy = draft.claim("The policy is good.", id="policy")
    >>> cuts = draft.claim("It is cover for cuts.", id="cuts")
    >>> objection = draft.rebut(policy, by=cuts)
    >>> evaluate(draft.map())["policy"].label
    'rejected'
    >>> evaluate(draft.map(), without=["cuts"])["policy"].label
    'accepted'
    """
    known = _semantics(semantics)
    gone, given = [tuple([_known(map, id) for id in ids]) for ids in (without, assume)]
    options = Options(require_backing, gone, given, reading, weigh, reduction)
    if options.flat and (links := [id for id in given if not isinstance(map[id], Claim)]):
        raise ValueError(
            f"the {reading} reading can assume claims alone, and {links[0]!r} is a link"
        )
    basis = Basis(map, options, solver_of(solver))
    return Evaluation(known, basis.ready())


def _semantics(name: str) -> str:
    """A semantics of maps; raises `UnknownName`."""
    if name not in SEMANTICS:
        raise UnknownName("semantics", name, SEMANTICS)
    return name


def _word(label: Label) -> Label:
    """A label; raises `UnknownName`."""
    if label not in get_args(Label):
        raise UnknownName("label", label, get_args(Label))
    return label


def _known(map: ArgumentMap, id: str) -> str:
    """An id of a claim or link; raises `UnknownId`."""
    if id in map.elements and id not in {issue.id for issue in map.issues}:
        return id
    raise UnknownId(id, ids_of(map), noun="claim or link")
