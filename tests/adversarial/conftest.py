"""What the adversarial cases share: how a document is refused, and one small map."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

import argmap
from argmap.source import SourceText

Refused: TypeAlias = Callable[..., str]


@pytest.fixture
def refused() -> Refused:
    """``refused(document, format, error)`` is what the error says; the test fails if there is none, or another."""

    def ask(
        document: str | bytes | SourceText,
        format: str | None = None,
        error: type[argmap.ReadError] = argmap.ReadError,
        *,
        strict: bool = False,
        limits: argmap.Limits | None = None,
    ) -> str:
        with pytest.raises(argmap.ReadError) as caught:
            argmap.parse(document, format=format, strict=strict, limits=limits)
        assert type(caught.value) is error
        return str(caught.value)

    return ask


@pytest.fixture
def pair() -> argmap.ArgumentMap:
    """Two claims, one of which speaks for the other, and an undercut of the step."""
    draft = argmap.Draft("Pair")
    near = draft.claim("Near", id="near")
    step = draft.support(draft.claim("Good", id="good"), by=near, id="step")
    draft.undercut(step, by=draft.claim("Far", id="far"), id="cut")
    return draft.map()
