"""Writes a page for each rule of lint, and the list of all, into the documentation.

Usage: ``python tests/tools/lint_pages.py`` in the project's folder. ``tests/linting/test_pages.py`` holds the pages to it.
"""

from __future__ import annotations

from pathlib import Path

from argmap.linting import RULES, Rule

FOLDER = Path("docs/reference/lint")
FAMILIES = {
    "structure": "how claims and links stand together",
    "argument": "what is argued, and what is left open",
    "wording": "how claims are worded",
    "sources": "where claims come from, and who says them",
    "drawing": "what a picture would suffer from",
}
HEAD = """# Rules of lint

`argmap lint` and `argmap.lint` look at a map with these rules; [Find what is doubtful](../../how-to/lint.md) shows how. An *error* is
wrong whatever was meant, a *warning* probably not meant, a *note* worth a look. Codes stay what they are.
"""


def page(rule: Rule) -> str:
    """The page of a rule: what it says of itself, with what a reader of the page needs besides."""
    summary, _, rest = rule.words.partition("\n")
    mends = "`argmap lint --fix` mends it." if rule.mend else "It isn't mended by `--fix`."
    return (
        f"# {rule.code}: {rule.name}\n\n**{summary}**\n{rest}\n\n"
        f"A rule about {rule.family}: {FAMILIES[rule.family]}. A {rule.level}, unless `levels` says otherwise. {mends} To be let be with "
        f"it, give the element the free data `argmap: ignore {rule.code}`.\n"
    )


def index() -> str:
    """The list of all rules, family by family."""
    parts = [HEAD]
    for family, about in FAMILIES.items():
        rows = [
            f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.level} | {rule.summary} |"
            for rule in RULES
            if rule.family == family
        ]
        title = f"## {family.capitalize()}: {about}\n"
        parts.append(
            "\n".join([title, "| code | name | level | finds |", "|---|---|---|---|", *rows, ""])
        )
    parts.append("```{toctree}\n:hidden:\n:glob:\n\nAM*\n```\n")
    return "\n".join(parts)


def pages() -> dict[str, str]:
    """Every page by its file's name."""
    return {"index.md": index(), **{f"{rule.code}.md": page(rule) for rule in RULES}}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
