"""What can go wrong, as one tree of exceptions and three records.

::

    ArgmapError
    ├── InvalidMap        a map breaks invariants; carries every problem      (ValueError)
    ├── EditError         an edit of a draft is refused; the draft is whole   (ValueError)
    │   └── UnknownId     no element has this id                              (LookupError)
    ├── UnknownName       no format, theme, engine ... of this name           (LookupError)
    ├── PluginError       a plug-in fails to load, or takes a taken name      (RuntimeError)
    ├── ReadError         a document can't be read; carries the place         (ValueError)
    │   ├── UnknownFormat no reader knows this document
    │   ├── TooLarge      a limit is passed; names the limit
    │   └── CannotOpen    the file can't be opened                            (OSError)
    ├── WriteError        the output can't be written; the old file is whole  (OSError)
    ├── CannotExpress     a format can't say the map; carries the losses      (ValueError)
    ├── BeyondLimit       an answer takes more than its limit allows          (RuntimeError)
    ├── GraphvizError     Graphviz is missing, hangs or answers nonsense      (RuntimeError)
    └── MissingExtra      a package of an extra isn't installed               (ImportError)

A message has one shape: place, thing, next step. ``exit_code`` is what the command line ends
with when the error reaches it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from .values import frozen

if TYPE_CHECKING:
    from .source import Span

__all__ = [
    "ArgmapError",
    "BeyondLimit",
    "CannotExpress",
    "CannotOpen",
    "EditError",
    "Finding",
    "FindingWarning",
    "GraphvizError",
    "HardSearchWarning",
    "InvalidMap",
    "Loss",
    "LossWarning",
    "MissingExtra",
    "PluginError",
    "Problem",
    "ReadError",
    "TooLarge",
    "UnknownFormat",
    "UnknownId",
    "UnknownName",
    "WriteError",
    "did_you_mean",
]

SHOWN = 20
"""How many problems or losses a message lists before it only counts them."""


SOME = 6
"""How many names a message lists where none of them is near to a wrong one."""


NEIGHBOURS = 250
"""How many names on each side of a wrong one are compared with it, if there are very many."""


@frozen
class Problem:
    """One broken invariant: its name (``code``), what is wrong, and the ids it concerns."""

    code: str
    message: str
    ids: tuple[str, ...] = ()


@frozen(weakref_slot=False)  # a document of a megabyte may have a quarter of a million
class Finding:
    """Something worth knowing about a document or a map that doesn't stop the work.

    ``place`` is ``name:line:column`` or empty; ``hint`` is the next step or empty.
    """

    code: str
    message: str
    place: str = ""
    ids: tuple[str, ...] = ()
    hint: str = ""
    level: Literal["error", "warning", "note"] = "warning"

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{place}{self.message}{hint} [{self.code}]"


@frozen
class Loss:
    """One thing a format can't say: on which ``element`` (an id), ``what``, and ``why``."""

    code: str
    element: str
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.element or 'the map'}: {self.what}: {self.why} [{self.code}]"


class FindingWarning(UserWarning):
    """A reader found something; `argmap.parse` returns findings as values instead."""


class LossWarning(UserWarning):
    """A writer couldn't say something; `argmap.render` returns losses as values instead."""


class HardSearchWarning(UserWarning):
    """A framework is so hard that argmap's own solver may take very long; the message names the extra that is quicker."""


class ArgmapError(Exception):
    """Every error argmap raises on purpose."""

    exit_code: ClassVar[int] = 1

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.args, self.__dict__)


class InvalidMap(ArgmapError, ValueError):
    """A map that breaks invariants; ``problems`` holds every one of them."""

    exit_code = 3

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(_listed("the map breaks", "invariant", self.problems))


class EditError(ArgmapError, ValueError):
    """An edit that would break the draft; the draft is as it was."""

    exit_code = 11


class UnknownId(EditError, LookupError):
    """No element has this id; the message proposes the nearest one, or lists the first few there are."""

    exit_code = 12

    def __init__(self, id: str, known: Iterable[str] = (), *, noun: str = "element") -> None:
        self.id = id
        there = list(known)
        near = did_you_mean(id, there) or _some(there)
        super().__init__(f"no {noun} has the id {id!r}{near}")


class UnknownName(ArgmapError, LookupError):
    """Nothing is registered under this name; the message lists what is."""

    exit_code = 5

    def __init__(self, noun: str, name: str, known: Sequence[str]) -> None:
        listed = ", ".join(known) or "none"
        super().__init__(f"no {noun} is named {name!r}{did_you_mean(name, known)}; known: {listed}")


class PluginError(ArgmapError, RuntimeError):
    """A plug-in that fails to load or wants a name that is taken."""

    exit_code = 13


class ReadError(ArgmapError, ValueError):
    """A document that can't be read, with its place.

    ``span`` is the place in the text where it is known, ``path`` the place in a tree of values
    (``claims[3].id``), ``name`` the file; ``hint`` is the next step. ``problems`` holds the invariants that
    the document's map breaks, where that is why.
    """

    exit_code = 4

    def __init__(
        self,
        message: str,
        *,
        span: Span | None = None,
        name: str = "",
        path: str = "",
        hint: str = "",
        problems: Iterable[Problem] = (),
    ) -> None:
        self.problems = tuple(problems)
        self.message = message
        self.span = span
        self.name = name or (span.source.name if span is not None else "")
        self.path = path
        self.hint = hint
        super().__init__(_placed(self))


class UnknownFormat(ReadError):
    """No reader knows this document; the message lists what was tried."""

    exit_code = 5


class TooLarge(ReadError):
    """A document that passes a limit; the message names the limit and its value."""

    exit_code = 6


class CannotOpen(ReadError, OSError):
    """A file that isn't there, is a folder, or may not be read."""

    exit_code = 7


class WriteError(ArgmapError, OSError):
    """The output can't be written; what stood there before is whole."""

    exit_code = 8


class CannotExpress(ArgmapError, ValueError):
    """A format that can't say the whole map, asked to be strict; ``losses`` says what."""

    exit_code = 9

    def __init__(self, format: str, losses: Iterable[Loss]) -> None:
        self.format = format
        self.losses = tuple(losses)
        super().__init__(_listed(f"{format} can't say this map; it has", "loss", self.losses))


class BeyondLimit(ArgmapError, RuntimeError):
    """An answer that takes more than its limit allows; the message names the limit and its value."""

    exit_code = 15

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(f"{message}\n  {hint}")


class GraphvizError(ArgmapError, RuntimeError):
    """Graphviz is missing, runs too long, or answers what isn't a drawing."""

    exit_code = 10


class MissingExtra(ArgmapError, ImportError):
    """A package that an extra of argmap brings isn't installed; the message says what installs it."""

    exit_code = 14

    def __init__(self, what: str, extra: str) -> None:
        from .installed import how_to_add  # here, for it looks at what is installed

        super().__init__(f"{what} needs a package that isn't here: {how_to_add(extra)}")


def did_you_mean(wrong: object, known: Iterable[str]) -> str:
    """``"; did you mean 'b2'?"`` for the nearest known name, or an empty text; for an element, its id.

    >>> did_you_mean("suport", ["support", "rebuttal"])
    "; did you mean 'support'?"
    >>> did_you_mean("p1", ["P1", "P2"])
    "; did you mean 'P1'?"
    >>> did_you_mean("x", ["support"])
    ''
    """
    if not isinstance(wrong, str):
        id = getattr(wrong, "id", None)
        return f"; did you mean its id, {id!r}?" if isinstance(id, str) else ""
    from difflib import get_close_matches  # here, for it is needed only when something is wrong

    wrong = wrong[:100]
    names = _neighbours(wrong, known)
    folded = {name.casefold(): name for name in reversed(names)}
    near = get_close_matches(wrong, names, n=1, cutoff=0.6) or [
        folded[name] for name in get_close_matches(wrong.casefold(), folded, n=1, cutoff=0.6)
    ]
    return f"; did you mean {near[0]!r}?" if near else ""


def _some(known: Sequence[str]) -> str:
    """``"; known: 'a', 'b' and 60 more"``, or an empty text where nothing is known."""
    first = ", ".join(map(repr, known[:SOME]))
    more = f" and {len(known) - SOME:,} more" if len(known) > SOME else ""
    return f"; known: {first}{more}" if known else ""


def _neighbours(wrong: str, known: Iterable[str]) -> list[str]:
    """The known names, or of very many those next to ``wrong`` in the alphabet.

    A close match costs 40 microseconds a name: of 100,000 ids, four seconds for each error.
    """
    names = list(known)
    if len(names) <= 2 * NEIGHBOURS:
        return names
    names.sort()
    middle = bisect_left(names, wrong)
    return names[max(0, middle - NEIGHBOURS) : middle + NEIGHBOURS]


def _listed(lead: str, noun: str, items: Sequence[Problem] | Sequence[Loss]) -> str:
    plural = {"loss": "losses"}.get(noun, f"{noun}s")
    head = f"{lead} {len(items)} {noun if len(items) == 1 else plural}"
    lines = [_line(item) for item in items[:SHOWN]]
    if len(items) > SHOWN:
        lines.append(f"... and {len(items) - SHOWN} more")
    return "\n  ".join([f"{head}:", *lines])


def _line(item: Problem | Loss) -> str:
    return f"{item.message} [{item.code}]" if isinstance(item, Problem) else str(item)


def _placed(error: ReadError) -> str:
    """Place, thing, next step: ``name:line:column: message``, the line with a caret, the hint."""
    from .source import visible  # here, because source imports this module

    where = error.span.place if error.span is not None else visible(error.name)
    path = f" (at {error.path})" if error.path else ""
    parts = [f"{where}: {error.message}{path}" if where else f"{error.message}{path}"]
    if error.span is not None:
        parts.append(error.span.excerpt())
    if error.hint:
        parts.append(f"  {error.hint}")
    return "\n".join(parts)


def _rebuilt(
    kind: type[ArgmapError], args: tuple[object, ...], state: dict[str, object]
) -> ArgmapError:
    """The pickled error again; its constructor isn't called, for its message is made already."""
    # Python finds ValueError's maker for what is an OSError too, and refuses it as unsafe.
    maker = OSError if issubclass(kind, OSError) else kind
    error: ArgmapError = maker.__new__(kind, *args)
    super(ArgmapError, error).__init__(*args)  # the built-in error's part, such as ImportError.msg
    error.__dict__.update(state)
    return error
