"""The table of exit codes, against the errors themselves."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.cli.exit_codes import BUG, INTERRUPTED, MEANINGS, OK, USAGE, listed
from argmap.errors import ArgmapError, UnknownName


def _errors(kind: type[ArgmapError] = ArgmapError) -> Iterator[type[ArgmapError]]:
    for each in kind.__subclasses__():
        yield each
        yield from _errors(each)


def test_every_error_has_its_line_in_the_table() -> None:
    """An error whose exit code no help text explains would leave a script guessing."""
    codes = {kind.exit_code for kind in _errors() if kind.__module__ == "argmap.errors"}
    assert codes <= set(MEANINGS)
    assert set(MEANINGS) - codes == {OK, 1, USAGE, BUG, INTERRUPTED}


def test_each_code_is_one_kind_of_error() -> None:
    """Two kinds of error with one number could not be told apart by a script."""
    own = [kind for kind in _errors() if "exit_code" in vars(kind)]
    apart = [kind.exit_code for kind in own if kind is not UnknownName]  # as UnknownFormat: no such
    assert len(set(apart)) == len(apart) >= 12


def test_codes_are_listed_in_order_and_only_those_asked_for() -> None:
    """A command's help would claim codes that it never ends with, or hide one."""
    numbers = [int(line.split()[0]) for line in listed(8, reading=True).splitlines()[2:]]
    assert numbers == [0, 2, 4, 5, 6, 7, 8, 70, 130]
    assert [int(line.split()[0]) for line in listed(8).splitlines()[2:]] == [0, 2, 8, 70, 130]
    numbers = [int(line.split()[0]) for line in listed(reading=True).splitlines()[2:]]
    assert numbers == [0, 2, 4, 5, 6, 7, 70, 130]
    assert listed(found="there is a conflict").splitlines()[3] == "  1    there is a conflict"
    assert [int(line.split()[0]) for line in listed().splitlines()[2:]] == list(MEANINGS)
