"""Options that several commands share."""

from __future__ import annotations

from typing import Any

import click
import pytest

from argmap.cli.options import limits, limits_and_count, name_option
from argmap.limits import Limits


def test_limits_are_raised_by_name() -> None:
    """A person with a large map of their own could not read it from the command line."""
    assert limits([]) == Limits()
    assert limits(["claims=7", "nesting=9"]) == Limits(claims=7, nesting=9)
    assert limits(["claims=7", "claims=8"]).claims == 8


@pytest.mark.parametrize("text", ["claims", "claims=", "claims=-1", "claims=1.5", "claims=²"])
def test_a_limit_is_a_whole_number(text: str) -> None:
    """A slip would end in a traceback, or lower a limit to nothing."""
    with pytest.raises(click.BadParameter, match="whole number"):
        limits([text])


def test_a_limit_of_many_digits_is_refused() -> None:
    """Thousands of digits would end in a ValueError of Python's own."""
    with pytest.raises(click.BadParameter, match="whole number"):
        limits(["claims=" + "9" * 5_000])


def test_an_unknown_limit_is_guessed() -> None:
    """A slip in a limit's name would be ignored."""
    with pytest.raises(click.BadParameter, match="did you mean 'claims'"):
        limits(["claim=7"])


def test_a_name_is_looked_up_when_it_is_used() -> None:
    """A help text would load every format to list their names."""
    asked = []

    def names() -> list[str]:
        asked.append(1)
        return ["alpha", "beta"]

    @click.command()
    @name_option("--letter", noun="letter", names=names, help="One of them.")
    def command(letter: str | None) -> str | None:
        return letter

    with pytest.raises(SystemExit):
        command.main(["--help"])
    assert asked == []
    assert command.main(["--letter", "beta"], standalone_mode=False) == "beta"
    with pytest.raises(click.BadParameter, match=r"did you mean 'alpha'.*known: alpha, beta"):
        command.main(["--letter", "alhpa"], standalone_mode=False)


def test_a_raised_limit_lets_a_document_in(run: Any, debate: object) -> None:
    """The option would be read and then forgotten."""
    assert run("check", "debate.json", "--limit", "claims=2").code == 6
    assert "--limit claims=NUMBER" in run("check", "debate.json", "--limit", "claims=2").err
    assert run("check", "debate.json", "--limit", "claims=3").code == 0


def test_a_count_has_a_limit_of_its_own() -> None:
    """Only in Python could a count be let go on."""
    assert limits_and_count([]) == (Limits(), None)
    assert limits_and_count(["claims=7", "counting=9"]) == (Limits(claims=7), 9)
    with pytest.raises(click.BadParameter, match="counting"):
        limits(["counting=9"])
