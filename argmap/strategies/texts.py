"""Texts as people write them, and texts as they break programs; legal in a map all of them."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["named", "texts"]

SENTENCES: tuple[str, ...] = (
    "",
    "It is so.",
    "Co-ops raise accountability to local people.",
    "Taxpayers lose out, and so do those who most depend on public services.",
    "Größere Städte brauchen mehr Grün.",
    "Все люди рождаются свободными.",
    "国家应当减少贫困。",
    "すべての人間は自由である。",
    "모든 사람은 자유롭다.",
    "الناس أحرار متساوون.",
    "כל בני האדם שווים.",
    "सब मनुष्य समान हैं।",
)
TROUBLE: tuple[str, ...] = (
    '"',
    "'",
    "\\",
    '"]; evil [label="x',
    "<script>alert(1)</script>",
    "</text>",
    "&lt;&#60;",
    "]]>",
    "\\N\\G\\l",
    "%3",
    "{{x}}",
    "`$$`",
    "line\nline\r\nline",
    "tab\ttab",
    "\u202eturned\u202c",
    "\u200b\ufeff",
    "e\u0301\u0302\u0303",
    "👩‍👩‍👧‍👦🇪🇺",
    "x" * 200,
    " \u00a0 ",
    "__proto__",
    "null",
)
_LEGAL = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")


def texts(*, hostile: bool = False) -> st.SearchStrategy[str]:
    """Sentences in several scripts; if ``hostile``, also quotes, markup, bidi marks, any legal character.

    Nothing that a map refuses: no control characters but tab and line ends, no lone surrogates.

    >>> from argmap.strategies import smallest
    >>> smallest(texts(hostile=True), lambda text: '"' in text)
    '"'
    """
    ordinary = st.sampled_from(SENTENCES)
    if not hostile:
        return ordinary
    odd = st.sampled_from(TROUBLE) | st.text(_LEGAL | st.sampled_from("\t\n\r"), max_size=20)
    return ordinary | odd | st.lists(odd, max_size=3).map("".join)


def named(before: str, plain: str) -> str:
    """An id that ends in ``plain``, which keeps it apart from others, with a text before it or none."""
    return f"{before[:40]} {plain}" if before else plain
