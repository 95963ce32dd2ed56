"""Certificates show what they say, and nothing else passes for one."""

from __future__ import annotations

from random import Random

from attrs import evolve

from argmap import ArgumentMap, Claim, Rebuttal, Support
from argmap.semantics.certificate import Certificate, check_certificate
from argmap.semantics.evaluation import SEMANTICS, evaluate

LABELS = ("accepted", "rejected", "undecided")


def test_every_verdict_has_one_that_is_accepted(chance_maps: list[ArgumentMap]) -> None:
    """A verdict would have to be taken on trust."""
    for number, map in enumerate(chance_maps[:25]):
        for semantics in SEMANTICS:
            asked = {"require_backing": number % 2 == 0, "solver": "python"}
            gone = [map.claims[0].id] if number % 5 == 0 else []
            evaluation = evaluate(map, semantics, without=gone, **asked)  # type: ignore[arg-type] # an option each
            for id, verdict in evaluation.items():
                for label in LABELS:
                    found = evaluation.certificate(id, label)  # type: ignore[arg-type] # a label
                    assert (found is not None) == (label in verdict.labels)
                    assert found is None or check_certificate(map, found), (map, found)


def test_no_forgery_is_accepted(chance_maps: list[ArgumentMap]) -> None:
    """The check would accept a label that no labelling gives."""
    chance = Random(2)
    tried = 0
    for map in chance_maps:
        verdicts = evaluate(map, "complete", solver="python")
        for id, verdict in verdicts.items():
            real = verdicts.certificate(id, verdict.labels[0])
            assert real is not None
            for label in LABELS:
                if label not in verdict.labels:
                    for forged in _forgeries(real, label, chance):
                        tried += 1
                        assert not check_certificate(map, forged), (map, forged)
    assert tried > 500


def _forgeries(real: Certificate, label: str, chance: Random) -> list[Certificate]:
    order = list(real.order)
    chance.shuffle(order)
    labels = {**real.labels, real.claim: label}
    return [
        evolve(real, label=label),
        evolve(real, label=label, labels=labels),
        evolve(real, label=label, labels=labels, order=tuple(order)),
        evolve(real, label=label, labels=labels, order=real.order[:-1]),
        evolve(real, label=label, labels=labels, derived=not real.derived),
        evolve(real, label=label, labels={}, order=()),
    ]


def test_certificates_of_another_map() -> None:
    """A certificate that names what the map hasn't would be a traceback, or pass."""
    map = ArgumentMap(claims=(Claim("a"), Claim("b")), links=(Rebuttal("r", ("a",), "b"),))
    real = evaluate(map).certificate("b")
    assert real is not None
    assert check_certificate(map, real)
    other = ArgumentMap(claims=(Claim("b"),))
    assert not check_certificate(other, real)
    assert not check_certificate(ArgumentMap(), real)
    unordered = evolve(real, derived=False, order=(("x",), *real.order))
    assert not check_certificate(map, unordered)


def test_what_a_later_reason_would_show_as_well() -> None:
    """A claim with a second reason that is decided later would have no certificate, but a traceback."""
    claims = [Claim(id) for id in "abcd"]
    links = (
        Support("late", ("d",), "e"),
        Support("early", ("a",), "e"),
        Rebuttal("r", ("a",), "b"),
        Rebuttal("s", ("b",), "d"),
    )
    map = ArgumentMap(claims=(*claims, Claim("e", stance="questioned")), links=links)
    certificate = evaluate(map).certificate("e")
    assert certificate is not None
    assert certificate.order == (("a",), ("early",), ("e",))
    assert check_certificate(map, certificate)
