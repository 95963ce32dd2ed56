"""Markdown with its fences of Argdown laid out."""

from __future__ import annotations

import pytest

import argmap
from argmap.formats.fences import formatted
from argmap.source import SourceText


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a  \n\n\n```argdown\n[A]:  a\n    +b\n```\n\n\nb", "a  \n\n\n```argdown\n[A]: a\n  + b\n```\n\n\nb"),
        ("- x\n\n  ~~~argdown\n  [A]:  a\n\n\n  [B]: b\n  ~~~\n", "- x\n\n  ~~~argdown\n  [A]: a\n\n  [B]: b\n  ~~~\n"),
        (">```argdown\n>[A]:  a\n>  +b\n>\n>\n>[B]: b\n>```\n", ">```argdown\n> [A]: a\n>   + b\n>\n> [B]: b\n>```\n"),
        ("```argdown\r\n[A]:  a\r\n```\r\n", "```argdown\r\n[A]: a\r\n```\r\n"),
        ("```argdown\n\n\n```\n", "```argdown\n```\n"),
        ("```argdown\n[A]:  a", "```argdown\n[A]: a\n"),
        ("```argdown\n[A]:  a\n```\n```argdown\n[B]: b\n```\n```argdown\n[C]:  c\n```\n",
         "```argdown\n[A]: a\n```\n```argdown\n[B]: b\n```\n```argdown\n[C]: c\n```\n"),
        ("\ufeff```argdown\n[A]:  a\n```\n", "\ufeff```argdown\n[A]: a\n```\n"),
        ("```json\n{ }\n```\n", "```json\n{ }\n```\n"),
        ("no fences\r\n\n", "no fences\r\n\n"),
    ],
)  # fmt: skip # a table of documents
def test_only_fences_change(before: str, after: str) -> None:
    """Something outside a fence would change, or a fence fall out of its list or quote."""
    assert formatted(before) == after
    assert formatted(after) == after


def test_a_fence_that_can_not_be_read() -> None:
    """A person would look for the mistake in another line."""
    with pytest.raises(argmap.ReadError) as caught:
        formatted(SourceText("notes.md", "x\n\n```argdown\n+ a\n```\n"))
    assert str(caught.value).startswith("notes.md:4:1: + begins a block\n  4 | + a\n")


def test_a_fence_that_would_end_earlier() -> None:
    """What was code in an indented line would end the fence, and the rest be torn out of it."""
    with pytest.raises(argmap.ReadError) as caught:
        formatted(SourceText("notes.md", "```argdown\n[A]: a\n    ```\n  + b\n```\n"))
    assert str(caught.value) == (
        "notes.md:2:1: in another layout this fence would end earlier\n  2 | [A]: a\n    | ^\n"
        "  begin and end the fence with more signs than its content has in a row"
    )
