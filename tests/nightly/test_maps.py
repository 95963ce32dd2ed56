"""Ten thousand maps against the definition alone: every assignment of three values is tried."""

from __future__ import annotations

from random import Random

import pytest

from argmap import ArgumentMap
from argmap.semantics import Options, check_certificate, evaluate, explain
from argmap.semantics.evaluation import SEMANTICS
from argmap.semantics.grounded import WORDS
from argmap.semantics.meaning import meaning
from tests.semantics.conftest import chance_map
from tests.semantics.reference import models, of_semantics

MOST = 7
"""So many atoms may stand behind a *not*: each triples the assignments that are tried."""

SEEDS = range(20)
EACH = 500


def _maps(seed: int) -> list[ArgumentMap]:
    chance = Random(seed)
    found: list[ArgumentMap] = []
    while len(found) < EACH:
        map = chance_map(chance)
        negated = {atom for rule in meaning(map, Options()).rules for atom in rule.unless}
        if len(negated) <= MOST:
            found.append(map)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_labellings_verdicts_and_certificates(seed: int) -> None:
    """A map would be weighed otherwise than its documented meaning says."""
    for map in _maps(seed):
        meant = meaning(map, Options())
        all_models = models(meant)
        for semantics in SEMANTICS:
            evaluation = evaluate(map, semantics, solver="python")
            at = [meant.atoms.index(id) for id in evaluation]
            right = {
                tuple([WORDS[model[each]] for each in at])
                for model in of_semantics(all_models, semantics)
            }
            found = [tuple(labels.values()) for labels in evaluation.labellings()]
            assert len(found) == len({*found})
            assert {*found} == right, (map, semantics)
            for number, id in enumerate(evaluation):
                assert {*evaluation[id].labels} == {each[number] for each in right}
        grounded = evaluate(map)
        for id in grounded:
            certificate = grounded.certificate(id)
            assert certificate is not None
            assert check_certificate(map, certificate)
            assert explain(grounded, id).sentence.endswith("[grounded]")
