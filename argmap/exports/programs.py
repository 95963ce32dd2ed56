"""A map's normal logic program, and its dialectical framework, as the solvers of the field read them.

::

    b :- not r.         ac(b,neg(r)).
    r :- a.             ac(r,a).
"""

from __future__ import annotations

from typing import Any

from ..formats.format import Format, Rendering
from ..model.map import ArgumentMap
from ..semantics.adf import of_program
from ..semantics.meaning import meaning
from ..semantics.options import Options
from ..semantics.origin import origins
from ..semantics.program import Program, Rule
from .left_out import Kind, losses
from .names import safe_names
from .provenance import Row, commented, table

__all__ = ["ADF", "LP"]

_LP = Kind("lp", "a logic program", ("stance",))
_ADF = Kind("adf", "a dialectical framework", ("stance",))


def write_lp(map: ArgumentMap, **options: Any) -> Rendering:
    """The program of a map under a reading, with what each atom stands for in comments; options as of `evaluate`.

    Its answer sets are the map's stable labellings, its well-founded model the grounded one.
    """
    asked, program = _asked(map, options)
    names = safe_names(program.atoms)
    rows = _rows(map, names)
    rules = [
        str(Rule(names[r.head], _in(names, r.needs), _in(names, r.unless))) for r in program.rules
    ]
    text = "".join([f"{line}\n" for line in (*commented(map, rows, "%"), *rules)])
    return Rendering(
        text, losses(map, _LP, unseen=_unseen(map, asked)), "lp", provenance=table(map, rows)
    )


def write_adf(map: ArgumentMap, **options: Any) -> Rendering:
    """The dialectical framework of a map under a reading, as `argmap.semantics.Adf` tells; options as of `evaluate`."""
    asked, program = _asked(map, options)
    names = safe_names(program.atoms)
    text = of_program(program).text(names)
    found = losses(map, _ADF, unseen=_unseen(map, asked))
    return Rendering(text, found, "adf", provenance=table(map, _rows(map, names)))


def _asked(map: ArgumentMap, options: dict[str, Any]) -> tuple[Options, Program]:
    asked = Options(**options)
    return asked, meaning(map, asked)


def _unseen(map: ArgumentMap, asked: Options) -> list[str]:
    """The links that have no place in a reading."""
    if asked.reading == "program":
        return []
    aimed = [link for link in map.links if link.kind in ("undercut", "support")]
    return [
        link.id
        for link in aimed
        if link.kind == "undercut" or (asked.flat and link.target not in _claims(map))  # type: ignore[attr-defined] # steps have one
    ]


def _claims(map: ArgumentMap) -> dict[str, None]:
    return dict.fromkeys([claim.id for claim in map.claims])


def _rows(map: ArgumentMap, names: dict[str, str]) -> list[Row]:
    """What each atom stands for."""
    return [("argument", names[atom], origin) for atom, origin in origins(map).items()]


def _in(names: dict[str, str], atoms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([names[atom] for atom in atoms])


_CANNOT = "texts, and whatever bears on no verdict: titles, tags, sources, citations, groups"

LP = Format(
    name="lp",
    title="logic program",
    suffixes=(".lp", ".asp"),
    write=write_lp,
    cannot_say=_CANNOT,
)
ADF = Format(
    name="adf",
    title="dialectical framework",
    suffixes=(".adf",),
    write=write_adf,
    cannot_say=_CANNOT,
)
