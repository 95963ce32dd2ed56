"""Argdown inside Markdown: which fences there are, what is read, and where what is wrong stands."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap
from argmap.formats.fences import FENCES, fences, sniff
from argmap.source import SourceText

NOTES = """\
# Rain

Words, and `[A]: code`.

```argdown-map
[Wet]: The street is wet.
  + It rained.
```

## Sun

- An item:

  > ~~~~ {.argdown .map}
  > [Dry]: The street is dry.
  >   - [Wet]
  > ~~~~

```python
x = 1
```

## Sun

``` Argdown
[A]: a
```
"""


def _notes(text: str = NOTES) -> SourceText:
    return SourceText("notes.md", text)


def test_the_fences_of_a_document() -> None:
    """A map in a document would not be found, or other code be taken for one."""
    found = fences(_notes())
    assert [(each.number, each.line, each.heading, each.info) for each in found] == [
        (1, 5, "Rain", "argdown-map"),
        (2, 14, "Sun", "{.argdown .map}"),
        (3, 25, "Sun", "Argdown"),
    ]
    assert found[1].source.text == "[Dry]: The street is dry.\n  - [Wet]\n"
    assert found[1].prefix == "  > "


@pytest.mark.parametrize("info", ["argdownx", "argdown_", "x argdown", "argdown-2", "{argdown}"])
def test_other_languages(info: str) -> None:
    """Code of another language would be read as Argdown."""
    assert fences(_notes(f"```{info}\n[A]: a\n```\n")) == ()


@pytest.mark.parametrize(
    "info", ["argdown", " argdown-map", "argdown {a=1}", "ARGDOWN", "argdown,x"]
)
def test_names_of_the_language(info: str) -> None:
    """A fence would be passed over for what stands behind its language."""
    assert len(fences(_notes(f"```{info}\n[A]: a\n```\n"))) == 1


def test_a_byte_order_mark_hides_no_fence() -> None:
    """A document that begins with a fence would seem to have none."""
    (fence,) = fences(_notes("\ufeff```argdown\n[A]: a\n```\n"))
    assert (fence.start, fence.line) == (12, 1)


def test_one_fence_is_read(tmp_path: Path) -> None:
    """A map in a document could not be used without copying it out."""
    path = tmp_path / "notes.md"
    path.write_text(NOTES)
    assert [claim.title for claim in argmap.read(path, fence=2).claims] == ["Dry", "Wet"]
    assert argmap.read(path, fence="Rain") == argmap.read(path, fence=1)
    assert argmap.loads("```argdown\n[A]: a\n```\n", format="argdown-fences").claims[0].text == "a"


@pytest.mark.parametrize(
    ("text", "fence", "message"),
    [
        (NOTES, None, ("notes.md: 3 fences of Argdown stand in this document, and one is read at a time\n"
         "  name one with fence=N or --fence N: 1 (line 5), 2 (line 14), 3 (line 25)")),
        (NOTES, 4, ("notes.md: no fence of Argdown has the number 4\n"
         "  name one with fence=N or --fence N: 1 (line 5), 2 (line 14), 3 (line 25)")),
        (NOTES, "Sun", ("notes.md: 2 fences of Argdown stand below the heading 'Sun'\n"
         "  name one with fence=N or --fence N: 2 (line 14), 3 (line 25)")),
        (NOTES, "Moon", ("notes.md: no fences of Argdown stand below the heading 'Moon'\n"
         "  name one with fence=N or --fence N: 1 (line 5), 2 (line 14), 3 (line 25)")),
        ("# Rain\n", None, ("notes.md:1:1: no fence of Argdown stands in this document\n  1 | # Rain\n    | ^\n"
         "  begin one with ```argdown and end it with ```")),
        ("```argdown\n```\n" * 7, None, ("notes.md: 7 fences of Argdown stand in this document, and one is read at a time\n"
         "  name one with fence=N or --fence N: 1 (line 1), 2 (line 3), 3 (line 5), 4 (line 7), 5 (line 9), ... 7")),
    ],
)  # fmt: skip # a table of messages
def test_which_fence(text: str, fence: int | str | None, message: str) -> None:
    """A person would not learn which fences there are."""
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse(_notes(text), fence=fence)
    assert str(caught.value) == message


def test_errors_stand_where_they_stand_in_the_document() -> None:
    """A person would look for a mistake in another line."""
    text = NOTES.replace("- [Wet]", "- [Wet] words")
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse(_notes(text), fence=2)
    assert str(caught.value).split("\n")[:3] == [
        "notes.md:16:15: words behind the reference [Wet]",
        "  16 |   >   - [Wet] words",
        "     |               ^^^^^",
    ]


def test_findings_stand_where_they_stand_in_the_document() -> None:
    """A person would look for what is odd in another line."""
    text = "x\n\n> ```argdown\n> # H\n> [A]: a\x01 *b\n> ```\n"
    findings = argmap.parse(_notes(text)).findings
    assert [(each.code, each.place) for each in findings] == [
        ("control-character", "notes.md:5:9"),
        ("no-blank-line", "notes.md:5:3"),
        ("unclosed-emphasis", "notes.md:5:11"),
    ]
    text = "> ```argdown\n> ===\n> a: [\n> ===\n> ```\n"
    with pytest.raises(argmap.ReadError, match=r"notes.md:3:7|notes.md:4:"):
        argmap.parse(_notes(text))


def test_an_empty_fence_says_nothing() -> None:
    """A fence that is still to be filled would be a crash."""
    reading = argmap.parse(_notes("```argdown\n```\n"))
    assert (reading.map, reading.findings[0].code) == (argmap.ArgumentMap(), "no-document")
    assert reading.findings[0].place == "notes.md:2:1"


def test_markdown_is_recognised_by_its_fences() -> None:
    """Markdown from standard input would be read as Argdown, fence marks and all."""
    assert sniff(NOTES)
    assert not sniff("[A]: a\n  + b\n")
    assert not sniff("``argdown``\n")
    assert argmap.parse("```argdown\n[A]: a\n  + b\n```\n").map.links
    assert FENCES.suffixes == (".md", ".markdown")
