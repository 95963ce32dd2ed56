"""What a claim says, as it is written: words, tags, and what is bold or a link."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
_LONG_TAG = re.compile(r"[^)\r\n]+")


@frozen
class Words:
    """A text as it is written; ``exact`` if it is read as it was, ``source`` if it is marked up."""

    text: str
    exact: bool = True
    source: str = ""


def words_of(claim: Claim, *, begins: bool, tags_apart: bool) -> Words:
    """How the text of ``claim`` is written, which ``begins`` a line perhaps; its tags only if they stand among the words."""
    text, tags = claim.text, () if tags_apart else claim.tags
    source = kept(claim).get("source")
    if isinstance(source, str) and _reads_as(source, text, tags, apart=tags_apart, begins=begins):
        return Words(source, source=source)
    if tags and text:
        return Words(_tagged(text))
    if is_sayable(text):
        return Words(escaped(text, begins=begins))
    return Words(escaped(" ".join(text.split()), begins=begins), exact=False)


def wording_of(text: str) -> Words:
    """How another wording is written: mentions in it need no escapes, since nothing of them is kept."""
    if _MENTION.search(text) and is_sayable(text) and _reads_as(text, text, (), apart=True):
        return Words(text)
    return words_of(Claim("a", text), begins=False, tags_apart=True)


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


def _tagged(text: str) -> str:
    """A text in which its tags stay tags."""
    pieces, at = [], 0
    for found in _TAG.finditer(text):
        pieces += [escaped(text[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*pieces, escaped(text[at:])])


def _reads_as(
    written: str, text: str, tags: tuple[str, ...], *, apart: bool, begins: bool = False
) -> bool:
    """Whether what is written is read as this text with these tags, if they are taken ``apart`` or not."""
    settings = "===\nmodel: {removeTagsFromText: true}\n===\n\n" if apart else ""
    title = "" if begins else "[a]: "
    notes = Notes(SourceText("", f"{settings}{title}{written}\n"), strict=True)
    try:
        entries = parse(notes.source.text, notes).entries
    except ReadError:
        return False
    if len(entries) != 1 or notes.found:
        return False
    entry = entries[0]
    form = "plain" if begins else "definition"
    same = (entry.text.strip(), entry.tags) == (text, tags) and entry.source in ("", written)
    return same and (entry.kind, entry.form, entry.data) == ("statement", form, None)
