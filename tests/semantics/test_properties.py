"""What holds of every framework: each principle of the literature is a test by its name."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.semantics import Framework, Qbaf, strengths
from argmap.semantics.influence import MODELS, pair_of
from argmap.strategies import frameworks, qbafs
from tests.semantics.principles import CODES, PRINCIPLES, expected
from tests.semantics.reference import DEFINITIONS, Reference

WEIGHTS = st.floats(0, 1)
SOME = st.lists(WEIGHTS, max_size=4)
CATEGORISERS = ("h-categorizer", "max-based", "card-based")
HOLDS = [
    (principle, code)
    for principle, row in expected().items()
    for code, example in row.items()
    if example is None
]


def _sets(framework: Framework, semantics: str) -> set[frozenset[str]]:
    return {frozenset(each) for each in framework.extensions(semantics)}


# Extensions.


@given(frameworks(max_arguments=5))
def test_differential(framework: Framework) -> None:
    """A solver would find other extensions than the definition."""
    number = {name: at for at, name in enumerate(framework.arguments)}
    reference = Reference(len(number), [(number[a], number[b]) for a, b in framework.attacks])
    for semantics, definition in DEFINITIONS.items():
        found = {sum([1 << number[name] for name in each]) for each in _sets(framework, semantics)}
        assert found == {*definition(reference)}, semantics


@given(frameworks(max_arguments=4), st.sampled_from(HOLDS))
def test_principles(framework: Framework, cell: tuple[str, str]) -> None:
    """A semantics would lack a principle that it is known to have."""
    principle, code = cell
    number = {name: at for at, name in enumerate(framework.arguments)}
    attacks = tuple(sorted([(number[a], number[b]) for a, b in framework.attacks]))
    assert PRINCIPLES[principle](CODES[code], len(number), attacks)


@given(frameworks(max_arguments=5), st.randoms(use_true_random=False))
def test_abstraction(framework: Framework, chance: object) -> None:
    """Names or their order would decide what stands."""
    order = list(framework.arguments)
    chance.shuffle(order)  # type: ignore[attr-defined] # a Random
    new = dict(zip(framework.arguments, [f"x{name}" for name in order], strict=True))
    renamed = Framework(sorted(new.values()), [(new[a], new[b]) for a, b in framework.attacks])
    for semantics in ("complete", "preferred", "stable", "semi-stable", "ideal", "cf2"):
        expected_sets = {
            frozenset([new[name] for name in each]) for each in _sets(framework, semantics)
        }
        assert _sets(renamed, semantics) == expected_sets


@given(frameworks(max_arguments=3), frameworks(max_arguments=3))
def test_disjoint_union_is_product(one: Framework, other: Framework) -> None:
    """Two debates that have nothing to do with each other would change each other."""
    new = {name: f"b{name}" for name in other.arguments}
    both = Framework(
        [*one.arguments, *new.values()],
        [*one.attacks, *[(new[a], new[b]) for a, b in other.attacks]],
    )
    for semantics in (
        "admissible",
        "complete",
        "preferred",
        "stable",
        "semi-stable",
        "stage",
        "naive",
        "cf2",
    ):
        seconds = {frozenset([new[name] for name in each]) for each in _sets(other, semantics)}
        pairs = product(_sets(one, semantics), seconds)
        assert _sets(both, semantics) == {a | b for a, b in pairs}, semantics


@given(frameworks())
def test_inclusion_lattice(framework: Framework) -> None:
    """A stable extension would not be preferred, or ideal be less than grounded."""
    found = {
        name: _sets(framework, name) for name in CODES.values() if name not in ("cf2", "stage2")
    }
    assert found["stable"] <= found["semi-stable"] <= found["preferred"] <= found["complete"]
    assert found["stable"] <= found["stage"] <= found["naive"]
    (grounded,), (ideal,), (eager,) = (found[name] for name in ("grounded", "ideal", "eager"))
    assert grounded <= ideal <= eager


@given(frameworks(self_attacks=False, cyclic=False))
def test_well_founded_collapse(framework: Framework) -> None:
    """Without circles there would be more than one way to see it."""
    grounded = _sets(framework, "grounded")
    for semantics in (
        "complete",
        "preferred",
        "stable",
        "semi-stable",
        "stage",
        "ideal",
        "eager",
        "cf2",
        "stage2",
    ):
        assert _sets(framework, semantics) == grounded, semantics


# Strengths.


@example(Qbaf({"a": 0.0, "b": 1e-38}, supports=[("b", "a")]), "card-based")
@given(qbafs(), st.sampled_from([*MODELS]))
def test_bounds_and_one_pass_is_iteration(framework: Qbaf, model: str) -> None:
    """A strength would leave [0, 1], or hang on the order of the work."""
    found = strengths(framework, model)
    assert all(0 <= value <= 1 for value in found.values())
    nodes, pair = framework.nodes, pair_of(MODELS[model])
    values = [node.base for node in nodes]
    for _ in range(len(values) + 1):
        values = [
            pair.strength(
                node.base, [values[a] for a in node.attackers], [values[a] for a in node.supporters]
            )
            for node in nodes
        ]
    assert list(found.values()) == pytest.approx(values, abs=1e-9)


@given(qbafs(cyclic=True), st.sampled_from([*MODELS]))
def test_stability_without_parents(framework: Qbaf, model: str) -> None:
    """What nobody bears on would have another strength than its weight."""
    found = strengths(framework, model, iterations=50)
    for node, (name, base) in zip(framework.nodes, framework.bases.items(), strict=True):
        if not node.bears():
            assert found[name] == pytest.approx(base, abs=1e-12)


@given(qbafs(cyclic=True), st.data(), st.sampled_from([*MODELS]))
def test_directionality_of_strengths(framework: Qbaf, data: st.DataObject, model: str) -> None:
    """A weight would change what no path leads to."""
    changed = data.draw(st.sampled_from(framework.arguments))
    bases = {**framework.bases, changed: data.draw(WEIGHTS)}
    other = Qbaf(bases, framework.attacks, framework.supports)
    reached = {changed}
    while (
        more := {b for a, b in (*framework.attacks, *framework.supports) if a in reached} - reached
    ):
        reached |= more
    before, after = (
        strengths(framework, model, iterations=50),
        strengths(other, model, iterations=50),
    )
    assert all(before[name] == after[name] for name in framework.arguments if name not in reached)


@given(WEIGHTS, WEIGHTS, SOME, SOME, st.sampled_from([*MODELS]))
def test_monotonicity(
    base: float, new: float, against: list[float], pro: list[float], model: str
) -> None:
    """One more attacker would make stronger, one more supporter weaker."""
    pair = pair_of(MODELS[model])
    found = pair.strength(base, against, pro)
    if model == "quad" and not (any(against) and any(pro)):
        return  # its leap from one side to both is what QuAD is known for
    if model == "card-based" and not new:
        return
    assert pair.strength(base, [*against, new], pro) <= found + 1e-9
    assert pair.strength(base, against, [*pro, new]) >= found - 1e-9


@given(WEIGHTS, WEIGHTS, SOME, SOME, st.sampled_from([*MODELS]))
def test_monotonicity_in_the_base(
    one: float, other: float, against: list[float], pro: list[float], model: str
) -> None:
    """A claim of more weight would get less strength."""
    pair = pair_of(MODELS[model])
    less, more = sorted((one, other))
    assert pair.strength(less, against, pro) <= pair.strength(more, against, pro) + 1e-9


@given(WEIGHTS, SOME, SOME, st.sampled_from([*MODELS]))
def test_neutrality(base: float, against: list[float], pro: list[float], model: str) -> None:
    """What has no strength would bear on something."""
    pair = pair_of(MODELS[model])
    found = pair.strength(base, [*against, 0.0], [*pro, 0.0])
    assert found == pytest.approx(pair.strength(base, against, pro), abs=1e-9)


@given(WEIGHTS, SOME, st.sampled_from([name for name in MODELS if name != "quad"]))
def test_balance(base: float, same: list[float], model: str) -> None:
    """Attackers and supporters of the same strengths would not cancel out."""
    assert pair_of(MODELS[model]).strength(base, same, same) == pytest.approx(base, abs=1e-9)


@given(
    st.floats(0.01, 0.99),
    SOME,
    SOME,
    st.sampled_from([name for name in MODELS if not name.startswith("euler")]),
)
def test_duality(base: float, against: list[float], pro: list[float], model: str) -> None:
    """Attack and support would not be mirror images; of Euler's they aren't."""
    pair = pair_of(MODELS[model])
    mirrored = pair.strength(1 - base, pro, against)
    assert pair.strength(base, against, pro) + mirrored == pytest.approx(1, abs=1e-9)


@given(qbafs(weights=st.just(1.0), supports=False))
def test_attack_only_limit_is_grounded(framework: Qbaf) -> None:
    """DF-QuAD with full weights and no circles would not be the grounded extension (Rago and others 2016)."""
    (grounded,) = Framework(framework.arguments, framework.attacks).extensions("grounded")
    found = strengths(framework)
    assert {name for name, value in found.items() if value == 1} == {*grounded}
    assert {*found.values()} <= {0.0, 1.0}


@given(qbafs(cyclic=True, supports=False), st.sampled_from(CATEGORISERS))
def test_categorisers_settle_and_void_comes_first(framework: Qbaf, model: str) -> None:
    """Circles would not settle, or an attacked argument be as strong as one that nobody attacks."""
    found = strengths(framework, model)
    assert found.converged
    for node, (name, base) in zip(framework.nodes, framework.bases.items(), strict=True):
        attackers = [found.numbers[each] for each in node.attackers]
        if not attackers:
            assert found[name] == base
        elif base > 1e-6 and max(attackers) > 1e-6:
            assert found[name] < base
