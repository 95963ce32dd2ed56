"""What a claim says, as it is written: words, tags, and what is bold or a link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial

from attrs import frozen

from ...errors import ReadError
from ...model.claim import Claim
from ...source import SourceText
from .blocks import parse
from .escapes import escaped, is_sayable
from .notes import Notes
from .own import kept

__all__ = ["Words", "has_tags_in_text", "tags_of", "wording_of", "words_of"]

_MENTION = re.compile(r"@[\[<]")
_TAG = re.compile(r"#(?:\([^)\r\n]+\)|[a-zA-Z0-9-]+)")
_SHORT_TAG = re.compile(r"[a-zA-Z0-9\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef-]+")
_LONG_TAG = re.compile(r"(?:[^)\r\n\]>]|[\]>](?!:))+")
"""A tag with a bracket before a colon would end a title that stands before it."""

_BELOW = ' {"]: >: ](b) > */ -->": ")"}\n'
"""Data behind a text, with all that could end what is open in it: a text must be read as it is there."""
_DATA = {"]: >: ](b) > */ -->": ")"}


@frozen
class Words:
    """A text as it is written; ``exact`` if it is read as it was, ``source`` if it is marked up."""

    text: str
    exact: bool = True
    source: str = ""


def words_of(claim: Claim, *, begins: bool, tags_apart: bool, codes: Sequence[str] = ()) -> Words:
    """How the text of ``claim`` is written, which ``begins`` a line perhaps; its tags only if they stand among the words.

    ``codes`` are shortcodes of the document's own.
    """
    text, tags = claim.text, () if tags_apart else claim.tags
    source = kept(claim).get("source")
    if isinstance(source, str) and _reads_as(source, text, tags, apart=tags_apart, begins=begins):
        return Words(source, source=source)
    if tags and text:
        return Words(_tagged(text, begins=begins, codes=codes))
    if is_sayable(text):
        return Words(escaped(text, begins=begins, codes=codes))
    plain = " ".join(text.split())
    return Words(escaped(plain, begins=begins, codes=codes), exact=False)


def wording_of(text: str, codes: Sequence[str] = ()) -> Words:
    """How another wording is written: mentions in it need no escapes, since nothing of them is kept."""
    plain = is_sayable(text) and not any(code in text for code in codes)
    if plain and _MENTION.search(text) and _reads_as(text, text, (), apart=True):
        return Words(text)
    return words_of(Claim("a", text), begins=False, tags_apart=True, codes=codes)


def has_tags_in_text(claim: Claim) -> bool:
    """Whether the claim's text names its tags, all of them and in their order, as texts of Argdown do."""
    return not claim.tags or (
        is_sayable(claim.text)
        and _reads_as(_tagged(claim.text), claim.text, claim.tags, apart=False)
    )


def tags_of(tags: Iterable[str]) -> str | None:
    """The tags as they are written behind a text, or None if one can't be."""
    made = []
    for tag in tags:
        if _SHORT_TAG.fullmatch(tag):
            made.append(f" #{tag}")
        elif _LONG_TAG.fullmatch(tag):
            made.append(f" #({tag})")
        else:
            return None
    return "".join(made)


def _tagged(text: str, *, begins: bool = False, codes: Sequence[str] = ()) -> str:
    """A text in which its tags stay tags; ``begins`` if it begins a line."""
    pieces, at = [], 0
    say = partial(escaped, codes=codes)
    for found in _TAG.finditer(text):
        pieces += [say(text[at : found.start()], begins=begins and at == 0), found[0]]
        at = found.end()
    return "".join([*pieces, say(text[at:], begins=begins and at == 0)])


def _reads_as(
    written: str, text: str, tags: tuple[str, ...], *, apart: bool, begins: bool = False
) -> bool:
    """Whether what is written is read as this text with these tags, if they are taken ``apart`` or not."""
    if written.endswith("\\") or (begins and written.startswith((",", "}"))):
        return False  # it would escape what stands behind it, or go on with data before it
    settings = "===\nmodel: {removeTagsFromText: true}\n===\n\n" if apart else ""
    title = "" if begins else "[a]: "
    whole = f"{settings}{title}{written}{_BELOW}"
    notes = Notes(SourceText("", whole), strict=True)
    try:
        entries = parse(whole, notes).entries
    except ReadError:
        return False
    if len(entries) != 1 or notes.found:
        return False
    entry = entries[0]
    form = "plain" if begins else "definition"
    same = (entry.text.strip(), entry.tags) == (text, tags) and entry.source in ("", written)
    return same and (entry.kind, entry.form, entry.data) == ("statement", form, _DATA)
