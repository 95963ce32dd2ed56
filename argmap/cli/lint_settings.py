"""Which rules ``argmap lint`` asks: options, and the configuration beside the file or above it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from ..errors import ReadError

__all__ = ["Asked", "settings"]

_FILES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("argmap.toml", ("lint",)),
    ("pyproject.toml", ("tool", "argmap", "lint")),
)
"""Files of configuration, and the table in each."""

_FAIL_ON = ("error", "warning", "note", "never")


@frozen
class Asked:
    """What `argmap.lint` is called with for a file, and from which level on that ends with 1."""

    rules: Mapping[str, Any]
    fail_on: str


def settings(
    file: str, select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str | None
) -> Asked:
    """What is asked of the map in ``file``: options count before the configuration.

    Raises `UnknownName` for a rule or level that there isn't, `ReadError` for a configuration that can't be read.
    """
    from ..linting import Chosen

    table, name = _table(file)
    chosen = Chosen(
        select or _listed(table, "select", name),
        ignore or _listed(table, "ignore", name),
        _levels(table, name),
    )
    chosen.rules()
    least = fail_on or table.get("fail-on", "warning")
    if least not in _FAIL_ON:
        raise ReadError(
            f"fail-on is one of {', '.join(_FAIL_ON)}, not {least!r}",
            name=name,
            path="lint.fail-on",
        )
    rules = {"select": chosen.select, "ignore": chosen.ignore, "levels": chosen.levels}
    return Asked(rules, least)


def _table(file: str) -> tuple[Mapping[str, Any], str]:
    """The nearest configuration's table and its file's name; an empty one if there is none."""
    from ..files import read_source

    for folder in _folders(file):
        for name, keys in _FILES:
            path = folder / name
            if not path.is_file():
                continue
            try:
                table: Any = tomllib.loads(read_source(path).text)
            except tomllib.TOMLDecodeError as error:
                raise ReadError(f"this isn't TOML: {error}", name=str(path)) from error
            for key in keys:
                table = table.get(key) if isinstance(table, dict) else None
            if isinstance(table, dict):
                _check_keys(table, str(path))
                return table, str(path)
    return {}, ""


def _folders(file: str) -> Iterator[Path]:
    """The folder of a file and those above it; of standard input the working folder."""
    start = Path.cwd() if file == "-" else Path(file).absolute().parent
    yield start
    yield from start.parents


def _check_keys(table: Mapping[str, Any], name: str) -> None:
    from ..errors import did_you_mean

    known = ("select", "ignore", "levels", "fail-on")
    for key in table:
        if key not in known:
            raise ReadError(f"lint has no setting {key!r}{did_you_mean(key, known)}", name=name)


def _listed(table: Mapping[str, Any], key: str, name: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not (isinstance(value, list) and all(isinstance(each, str) for each in value)):
        raise ReadError(f"{key} is a list of codes, not {value!r}", name=name, path=f"lint.{key}")
    return tuple(value)


def _levels(table: Mapping[str, Any], name: str) -> Mapping[str, str]:
    value = table.get("levels", {})
    if not (isinstance(value, dict) and all(isinstance(each, str) for each in value.values())):
        raise ReadError(
            f"levels maps codes to levels, not {value!r}", name=name, path="lint.levels"
        )
    return value
