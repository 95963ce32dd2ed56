"""Edits of maps for tests: a few verbs of a draft, of which those that can't be done are let be."""

from __future__ import annotations

from hypothesis import strategies as st

import argmap

SENTENCES = (
    "Wages rise together with standards.",
    "Nobody is held to account by firms.",
    "It is far too dear for small towns.",
)
VERBS = ("add", "reword", "remove", "rename", "link", "tag", "question", "aim", "retitle", "group")
Edit = tuple[str, int, str]

edits = st.lists(
    st.tuples(st.sampled_from(VERBS), st.integers(0, 9), st.sampled_from(SENTENCES)), max_size=3
)


def edited(map: argmap.ArgumentMap, wanted: list[Edit]) -> argmap.ArgumentMap:
    """``map`` with the edits made, each on the claim of its number."""
    draft = map.draft()
    for verb, number, text in wanted:
        try:
            _edit(draft, verb, number, text)
        except argmap.EditError:
            continue
    return draft.map()


def _edit(draft: argmap.Draft, verb: str, number: int, text: str) -> None:
    map = draft.map()
    if verb == "add" or not map.claims:
        draft.claim(text)
        return
    claim = map.claims[number % len(map.claims)]
    if verb == "reword":
        draft.replace(claim, text=f"{claim.text} {text}")
    elif verb == "remove":
        draft.remove(claim)
    elif verb == "rename":
        draft.rename(claim, f"{claim.id}x")
    elif verb == "tag":
        draft.replace(claim, tags=(*claim.tags, text[:4]))
    elif verb == "question":
        draft.replace(claim, stance="questioned")
    elif verb == "link":
        draft.support(claim, by=map.claims[(number + 1) % len(map.claims)])
    elif verb == "retitle":
        draft.about = argmap.About(text)
    elif verb == "group":
        draft.replace(claim, group=draft.group(text))
    else:
        supports = [link for link in map.links if isinstance(link, argmap.Support)]
        if supports:
            draft.replace(supports[number % len(supports)], target=claim)
