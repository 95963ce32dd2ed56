"""How argmap was installed, so that a message can say what installs a part of it that is missing."""

from __future__ import annotations

import json
import os
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote

__all__ = ["how_to_add"]

_DRIVE = re.compile(r"/[A-Za-z]:")


def how_to_add(extra: str) -> str:
    r"""The command that installs an ``extra`` of argmap, from where argmap itself was installed.

    That is a folder with its sources, an archive, an address of a version control system, or else an index of
    packages. Source: PEP 610, the note ``direct_url.json`` beside an installed package.
    """
    note, here = _note(), Path(__file__).parent.parent
    if note is None:  # argmap isn't installed: it runs from where it lies
        return _from_folder(here, extra) if (here / "pyproject.toml").is_file() else _named(extra)
    url, folder = note.get("url"), note.get("dir_info")
    if not isinstance(url, str):
        return _named(extra)
    if isinstance(folder, dict):
        return _from_folder(_path(url), extra, editable=folder.get("editable") is True)
    version = note.get("vcs_info")
    if isinstance(version, dict):
        revision = version.get("requested_revision") or version.get("commit_id")
        url = f"{version.get('vcs')}+{url}" + (f"@{revision}" if revision else "")
    return f"pip install {_quoted(f'argmap[{extra}] @ {url}')}"


def _note() -> dict[str, Any] | None:
    """What pip has noted of where argmap came from: nothing if that was an index; None if argmap isn't installed."""
    try:
        text = distribution("argmap").read_text("direct_url.json")
        note = json.loads(text or "{}")
    except PackageNotFoundError:
        return None
    except (OSError, ValueError):  # it can't be read, or isn't JSON
        return {}
    return note if isinstance(note, dict) else {}


def _named(extra: str) -> str:
    return f"pip install {_quoted(f'argmap[{extra}]')}"


def _from_folder(folder: Path, extra: str, *, editable: bool = False) -> str:
    """The command for a folder of sources; one that isn't there any more is for the reader to find."""
    option = "-e " if editable else ""
    if not (folder / "pyproject.toml").is_file():
        return f"pip install {option}{_quoted(f'.[{extra}]')} in the folder of argmap's sources"
    return f"pip install {option}{_quoted(f'{folder}[{extra}]')}"


def _path(url: str) -> Path:
    """The folder that an address of a file names."""
    path = unquote(url.removeprefix("file://"))
    return Path(path[1:] if os.name == "nt" and _DRIVE.match(path) else path)


def _quoted(text: str) -> str:
    """A text as one word of a shell, in quotes, for brackets mean something to most of them."""
    return f'"{text}"' if "'" in text else f"'{text}'"
