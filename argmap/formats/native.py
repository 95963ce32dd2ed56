"""The native format: a map as JSON, with nothing lost, good to read and to compare line by line.

::

    {
      "argmap": 1,
      "about": {"title": "Co-ops"},
      "claims": [
        {"id": "good", "text": "Co-ops are good."},
        {"id": "near", "text": "They raise accountability.", "weight": 0.8}
      ],
      "links": [
        {"id": "s", "kind": "support", "premises": ["near"], "target": "good"}
      ]
    }

Only what isn't at its default is written, so the text is the same for equal maps whose free data have the same
order. `schema` is the JSON Schema of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from typing import Any

from ..errors import InvalidMap, ReadError, did_you_mean
from ..jsontext import Path, kind_of, parse_json
from ..limits import Limits
from ..model.map import ArgumentMap
from ..source import SourceText
from .codec import ELEMENTS, LINKS, NAMESPACES, RECORDS, encode_map
from .decoder import Decoder
from .format import Format, Reading, Rendering
from .plain import plain_claim, plain_step

__all__ = ["NATIVE", "read_tables", "schema"]

_BEGINNINGS = ('{"argmap":', '{\n  "argmap":')
"""How most documents begin, among them all that argmap has written: that needs no search."""

_TABLES = ("claims", "issues", "links", *RECORDS)
"""The lists of a document, in its order."""


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the native format, as plain dicts and lists, a new one each time.

    It describes what argmap writes, and what it reads without a finding.
    """
    from importlib.resources import files  # here, for it takes a while to load

    name = "argmap.schema.json"
    source = SourceText(name, files(__package__).joinpath(name).read_text("utf-8"))
    made: Any = parse_json(source).value
    return dict(made)


def write(map: ArgumentMap, *, indent: int | None = 2) -> Rendering:
    """The map as JSON; all on one line where ``indent`` is None."""
    from ..jsontext import write_json  # here, for reading needs no writer

    return Rendering(write_json(encode_map(map, _TABLES), indent=indent), format="json")


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of the native format says.

    Unknown keys stay in the free data of what has them, under ``unknown``; they, and ids that look alike or
    hold what can't be seen, are findings, or refused if ``strict``.
    """
    document = parse_json(source, limits=limits)
    decoder = Decoder(document, limits)
    root = decoder.expect_object(document.value, (), "the document")
    decoder.check_version(root)

    def again() -> dict[str, Any]:
        return decoder.expect_object(parse_json(source, limits=limits).value, (), "the document")

    return read_tables(decoder, root, again, strict=strict, format="json")


def read_tables(
    decoder: Decoder,
    root: dict[str, Any],
    again: Callable[[], dict[str, Any]],
    *,
    strict: bool,
    format: str,
) -> Reading:
    """The map that lists of objects say, in the shape of a document of the native format.

    The lists of claims and links are used up. ``again`` gives what ``root`` was, for the places of what is wrong.
    """
    for limit in ("claims", "links"):
        decoder.check_count(limit, len(decoder.items(root, limit)), (limit,))
    limits = decoder.limits
    claims, links = decoder.items(root, "claims"), decoder.items(root, "links")
    parts: dict[str, Any] = {
        "claims": tuple(
            [
                plain_claim(item, limits) or decoder.value(ELEMENTS["claims"], item, ("claims", i))
                for i, item in _used_up(claims)
            ]
        ),
        "issues": decoder.values(ELEMENTS["issues"], root, "issues"),
        "links": tuple(
            [
                plain_step(item, limits) or _link(decoder, item, ("links", i))
                for i, item in _used_up(links)
            ]
        ),
    }
    parts |= decoder.map_parts(root, besides=("claims", "issues", "links"))
    try:
        map = ArgumentMap(**parts)
    except InvalidMap as error:
        from .broken import place_in, refused  # here, for most maps are whole

        root = again()
        ids = [value.id for table in NAMESPACES[0] for value in parts[table]]
        raise refused(
            decoder.document, error, lambda problem: place_in(root, problem), ids
        ) from None
    for tables in NAMESPACES:
        lengths = {table: len(parts[table]) for table in tables}
        decoder.notes.compare_ids(
            [value.id for table in tables for value in parts[table]], partial(_place_of_id, lengths)
        )
    return Reading(map, decoder.notes.told(strict=strict), format)


def _place_of_id(lengths: dict[str, int], number: int) -> Path:
    """The way to the id of an element by its number among those of several tables."""
    ends = list(accumulate(lengths.values()))
    place = bisect_right(ends, number)
    table = list(lengths)[place]
    return (table, number - ends[place] + lengths[table], "id")


def _used_up(items: list[Any]) -> Iterator[tuple[int, Any]]:
    """Each item with its number; the list lets go of it, for an object takes more room than the claim that it says."""
    for index, item in enumerate(items):
        items[index] = None
        yield index, item


def _link(decoder: Decoder, item: Any, path: Path) -> Any:
    kind = decoder.expect_object(item, path, "a link").get("kind")
    shape = LINKS.get(kind) if isinstance(kind, str) else None
    if shape is None:
        raise _unknown_kind(decoder, item, path)
    return decoder.value(shape, item, path, besides=("kind",))


def _unknown_kind(decoder: Decoder, item: dict[str, Any], path: Path) -> ReadError:
    listed = ", ".join(LINKS)
    if "kind" not in item:
        return decoder.error(path, 'the link has no "kind"', hint=f"kinds of links: {listed}")
    kind = item["kind"]
    if not isinstance(kind, str):
        return decoder.error((*path, "kind"), f"kind must be a text, not {kind_of(kind)}")
    near = did_you_mean(kind, LINKS).removeprefix("; ")
    message = f"no link is of the kind {kind[:60]!r}; there are {listed}"
    hint = "an attack on a claim is a rebuttal, on a link an undercut" if kind == "attack" else near
    return decoder.error((*path, "kind"), message, hint=hint)


def sniff(text: str) -> bool:
    """Whether the key ``argmap`` stands in the outermost object, near its beginning."""
    if text.startswith(_BEGINNINGS):
        return True
    from .top_keys import top_keys  # here, for most documents begin as above

    return "argmap" in top_keys(text)


NATIVE = Format(
    name="json",
    title="JSON",
    suffixes=(".json",),
    read=read,
    write=write,
    sniff=sniff,
)
