"""Nearly right JSON becomes the map that was meant, every fix is told, and nothing raises."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import ArgumentMap, repair
from argmap.formats.repair import output_schema, prompt
from argmap.strategies import maps
from tests.profiles import examples


def mended(data: Any) -> tuple[list[str], list[tuple[str, ...]], list[str]]:
    """The ids of claims, the kinds and ends of links, and the codes of what was mended."""
    map, found = repair(data)
    links = [(link.kind, *[end for _, end in link.ends()]) for link in map.links]
    return [claim.id for claim in map.claims], links, [finding.code for finding in found]


AB = '{"claims": [{"id": "a", "text": "A is so."}, {"id": "b", "text": "B is so."}], "links": %s}'


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ('[{"kind": "support", "premises": ["b"], "target": "a"}]', ("support", "b", "a")),
        ('[{"type": "Supports", "from": "b", "to": "a"}]', ("support", "b", "a")),
        ('[{"relation": "argues against", "source": "b", "target": "a"}]', ("rebuttal", "b", "a")),
        ('[{"from": "b", "to": "a", "label": "-"}]', ("rebuttal", "b", "a")),
        ('[{"from": "b", "to": "a"}]', ("support", "b", "a")),
        ('[{"kind": "blue", "from": "b", "to": "a"}]', ("support", "b", "a")),
        ('[{"kind": "conflict", "from": "b", "to": "a"}]', ("conflict", "b", "a")),
        ('[{"kind": "restates", "from": "b", "to": "a"}]', ("rephrase", "b", "a")),
        ('[{"kind": "undercut", "from": "b", "to": "a"}]', ("rebuttal", "b", "a")),
        ('[["b", "a", "con"]]', ("rebuttal", "b", "a")),
        ('["b attacks a"]', ("rebuttal", "b", "a")),
        ('["b -> a (attack)"]', ("rebuttal", "b", "a")),
        ('["b --supports--> a"]', ("support", "b", "a")),
        ('["b → a"]', ("support", "b", "a")),
        ('{"l1": {"from": "b", "to": "a", "kind": "pro"}}', ("support", "b", "a")),
        ('[{"from": {"id": "b"}, "to": {"text": "A is so"}}]', ("support", "b", "a")),
        ('[{"from": "B IS SO.", "to": "a"}]', ("support", "b", "a")),
        ('[{"from": "2", "to": 1}]', ("support", "b", "a")),
        ('[{"from": "b is soo", "to": "a"}]', ("support", "b", "a")),
    ],
)
def test_links_are_found_whatever_they_are_called(links: str, expected: tuple[str, ...]) -> None:
    """A model's own names for things would cost its user the map."""
    ids, found, _ = mended(AB % links)
    assert (ids, found) == (["a", "b"], [expected])


@pytest.mark.parametrize(
    ("links", "code"),
    [
        ('[{"from": "b", "to": "zz"}]', "repair-dangling"),
        ('[{"from": [], "to": "a"}]', "repair-dangling"),
        ('[{"from": true, "to": "a"}]', "repair-dangling"),
        ('[{"from": "b"}]', "repair-dangling"),
        ("[3]", "repair-no-link"),
        ('["what?"]', "repair-no-link"),
        (f'["{"x" * 900}"]', "repair-no-link"),
        ('[["b"]]', "repair-no-link"),
        ('[{"kind": "conflict", "from": "a", "to": "a"}]', "repair-refused"),
    ],
)
def test_what_cant_be_a_link_is_told(links: str, code: str) -> None:
    """A link that is dropped in silence changes the verdict."""
    ids, found, codes = mended(AB % links)
    assert (ids, found) == (["a", "b"], [])
    assert codes[-1] == code


def test_names_are_guessed_only_where_they_are_few() -> None:
    """Comparing each of many names with each would take hours."""
    claims = [f"Claim number {number} holds." for number in range(2_100)]
    data = {"claims": claims, "links": [{"from": "claim numbr 7 holds", "to": claims[0]}]}
    assert "repair-unlisted" in mended(data)[2]
    assert mended(AB % '[{"from": "nobody", "to": "a"}]')[2][-1] == "repair-dangling"


def test_links_under_another_name() -> None:
    """Edges, relations: the list of links has as many names as the links."""
    data = {"nodes": ["A is.", "B is."], "edges": [["b-is", "a-is"]]}
    _, found, codes = mended(data)
    assert found == [("support", "b-is", "a-is")]
    assert codes.count("repair-key") == 4


def test_a_link_of_a_link() -> None:
    """An objection to a step is an undercut, whatever it is called."""
    links = '[{"id": "s", "from": "b", "to": "a"}, {"id": "s", "kind": "attack", "from": "b", "to": "s"}]'
    _, found, codes = mended(AB % links)
    assert found == [("support", "b", "a"), ("undercut", "b", "s")]
    assert "repair-id" in codes


def test_several_targets_are_several_links() -> None:
    """One entry may say two things."""
    assert mended(AB % '[{"from": "b", "to": ["a", "b"]}]')[1] == [
        ("support", "b", "a"),
        ("support", "b", "b"),
    ]


def test_a_claim_that_only_a_link_names() -> None:
    """A reason that was written into the link is a claim all the same."""
    ids, found, codes = mended(AB % '[{"from": "C is quite another.", "to": "a", "kind": "con"}]')
    assert ids == ["a", "b", "c-is-quite-another"]
    assert found == [("rebuttal", "c-is-quite-another", "a")]
    assert "repair-unlisted" in codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('```json\n{"claims": ["A is."]}\n```', "repair-fence"),
        ('Here you are:\n{"claims": ["A is."]}\nI hope it helps.', "repair-prose"),
        ('Here: {"claims": ["A is."], "links": [', "repair-cut"),
        ('{"claims": ["A is.",], // one\n}', "repair-syntax"),
        ("{'claims': ['A is.']}", "repair-syntax"),
        ('{"claims": ["A is.", "B is', "repair-cut"),
        ('{"claims": [{"id": "a", "text": "A \\" is."}], "li', "repair-cut"),
    ],
)
def test_json_with_slips_is_read(text: str, code: str) -> None:
    """Language models write prose around JSON, quote it wrongly, and stop in the middle."""
    map, found = repair(text)
    assert len(map.claims) == 1
    assert code in [finding.code for finding in found]


@pytest.mark.parametrize(
    ("data", "texts", "kinds"),
    [
        (["A is.", "B is."], ["A is.", "B is."], []),
        ({"a": "A is.", "b": {"text": "B is."}}, ["A is.", "B is."], []),
        ({"a": [1, 2]}, ["1", "2"], []),
        (
            {
                "claim": "A is.",
                "pros": ["B is."],
                "cons": [{"text": "C is.", "objections": ["D is."]}],
            },
            ["A is.", "B is.", "C is.", "D is."],
            ["support", "rebuttal", "rebuttal"],
        ),
        (
            {"text": "A is.", "children": [{"text": "B is.", "type": "con"}, "C is."]},
            ["A is.", "B is.", "C is."],
            ["rebuttal", "support"],
        ),
        ({"map": {"nodes": ["A is."]}}, ["A is."], []),
        (
            {"claims": ["A is.", "B is."], "attacks": [["b-is", "a-is"]]},
            ["A is.", "B is."],
            ["rebuttal"],
        ),
        ({"nodes": [{"id": "A is.", "label": None}]}, ["A is."], []),
        (7, ["7"], []),
    ],
)
def test_shapes_of_all_sorts(data: Any, texts: list[str], kinds: list[str]) -> None:
    """A list, a tree, an object by id, a map within an object: each is a way to write it down."""
    map, _ = repair(data)
    assert [claim.text for claim in map.claims] == texts
    assert [link.kind for link in map.links] == kinds


def test_details_of_claims() -> None:
    """A weight in per cent, a lone tag, a speaker: what is meant is plain."""
    entry = {
        "id": "a",
        "text": "A is.",
        "title": "A",
        "stance": "questioned",
        "confidence": 80,
        "tags": "x",
        "speaker": ["Ann", 3],
    }
    map, found = repair(
        {"claims": [entry, {"id": "a", "text": "B is.", "weight": -1}], "title": "T"}
    )
    (first, second) = map.claims
    assert (first.title, first.stance, first.weight, first.tags) == ("A", "questioned", 0.8, ("x",))
    assert [map.participants[0].name or map.participants[0].id, len(first.said_by)] == ["Ann", 1]
    assert (second.text, second.weight, second.id != "a") == ("B is.", None, True)
    assert map.about.title == "T"
    codes = [finding.code for finding in found]
    assert codes.count("repair-weight") == 2
    assert "repair-id" in codes
    assert (
        repair({"claims": [{"text": "A", "weight": 0.5}], "about": {"title": "U"}})[0].about.title
        == "U"
    )
    assert repair({"claims": ["A"], "about": 3})[0].about.title == ""


@pytest.mark.parametrize(
    "data", ["", "I can't do that.", None, [], {}, {"claims": None}, [None, True], "[", '{"a']
)
def test_nothing_is_found_in_nothing(data: Any) -> None:
    """Whoever asks for a map gets one, and is told that it is empty."""
    map, found = repair(data)
    assert map == ArgumentMap()
    assert found[-1].code == "repair-nothing"
    assert found[-1].level == "warning"


class _Odd(dict[str, Any]):
    """A mapping that can't be looked through."""

    def __iter__(self) -> Any:
        raise ValueError("no")


def test_values_that_raise_are_told() -> None:
    """A value of somebody else's class may do anything."""
    map, found = repair(_Odd(a=1))
    assert map == ArgumentMap()
    assert [finding.code for finding in found] == ["repair-failed"]


def test_premises_below_words_are_below_a_claim() -> None:
    """Premises may be the list of all claims, or what one claim rests on."""
    assert mended({"text": "A is.", "premises": ["B is."]})[1] == [("support", "b-is", "a-is")]
    assert mended({"premises": ["A is.", "B is."], "title": "T"})[1] == []


def test_bytes() -> None:
    """What comes from a file or the network is bytes."""
    assert mended(b'{"claims": ["A is."]}')[0] == ["a-is"]
    assert "repair-bytes" in mended(b'\xff{"claims": ["A is."]}')[2]


def test_what_no_map_can_hold_is_told() -> None:
    """A key that isn't text breaks JSON itself."""
    map, found = repair({"argmap": object()})
    assert not map.claims
    assert found
    deep: Any = "A is."
    for _ in range(3_000):
        deep = [deep]
    assert repair(deep)[0].claims[0].text == "A is."
    assert repair("[" * 5_000)[1][-1].code == "repair-nothing"


def test_very_long_texts_are_read_as_they_are_or_not_at_all() -> None:
    """Mending must not take longer than reading."""
    assert repair("x" * 2_100_000 + "{}")[1][-1].code == "repair-nothing"
    assert repair('{"claims": ["' + "x" * 2_100_000)[1][-1].code == "repair-nothing"


@settings(max_examples=examples(60))
@given(maps())
def test_a_right_document_is_read_as_it_is(map: ArgumentMap) -> None:
    """Mending what is right would break it."""
    text = argmap.dumps(map)
    assert repair(text) == (map, ())
    assert repair(json.loads(text)) == (map, ())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["claims", "links", "id", "text", "from", "to", "kind", "pros", "argmap", "x"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=examples(150))
@given(JSON | st.text())
def test_nothing_raises(data: Any) -> None:
    """I asked for a map, and got a traceback."""
    map, found = repair(data)
    assert all(finding.code.startswith("repair-") for finding in found)
    assert repair(argmap.dumps(map))[0] == map


@settings(max_examples=examples(100))
@given(maps(max_claims=4), st.integers(0, 400), st.sampled_from(["", '"', "}", "]", "\\", ","]))
def test_any_part_of_a_document_is_read(map: ArgumentMap, place: int, put: str) -> None:
    """A model that stops, or slips, in the middle."""
    text = argmap.dumps(map)
    repair(text[:place])
    repair(text[:place] + put + text[place + 1 :])


def test_the_schema_is_one_that_models_take() -> None:
    """Makers of models refuse optional properties, open objects and references."""
    todo = [output_schema()]
    while todo:
        part = todo.pop()
        if part["type"] == "object":
            assert part["required"] == list(part["properties"])
            assert part["additionalProperties"] is False
            todo += part["properties"].values()
        elif part["type"] == "array":
            todo.append(part["items"])
        assert not {"$ref", "default", "anyOf"} & part.keys()


def test_what_the_schema_asks_for_is_read_without_a_loss() -> None:
    """A model that does as it is told would be mended."""
    said = {
        "title": "Co-ops",
        "claims": [
            {"id": "a", "text": "A is so.", "stance": "asserted", "said_by": []},
            {"id": "b", "text": "B is so.", "stance": "questioned", "said_by": ["Ann"]},
        ],
        "links": [
            {"id": "s", "kind": "support", "premises": ["b"], "target": "a"},
            {"id": "u", "kind": "undercut", "premises": ["b"], "target": "s"},
        ],
    }
    map, found = repair(said)
    assert found == ()
    assert [link.kind for link in map.links] == ["support", "undercut"]
    assert map.about.title == "Co-ops"


def test_the_prompt_says_what_the_schema_says() -> None:
    """A model would be told of a property that isn't asked for, or not of one that is."""
    told = prompt("The text.")
    for name in ("title", "claims", "stance", "said_by", "links", "premises", "target"):
        assert f"- {name}: " in told
    assert "(one of support, rebuttal, undercut)" in told
    assert told.endswith("The text:\n\nThe text.\n")
