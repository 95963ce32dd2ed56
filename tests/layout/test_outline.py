"""Outlines: as sound as any layout, narrow, in the author's order; wrapped ones keep to a width."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Direction, Frame, Spacing, arrange
from argmap.layout.outline import outline, wrapped
from argmap.layout.outline_lines import rounded
from tests.benchmarks.weighing.tasks import Task, calls
from tests.profiles import examples


def _soundness() -> ModuleType:
    """The promises of every layout, as their own tests check them."""
    spec = spec_from_file_location("soundness", Path(__file__).with_name("test_soundness.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SOUND = _soundness()
DIRECTIONS: list[Direction] = ["up", "down", "left", "right"]
SPACINGS = st.builds(
    Spacing,
    between_boxes=st.sampled_from([0.0, 5.0, 24.0, 80.0]),
    between_lines=st.sampled_from([0.0, 14.0, 30.0]),
    between_parts=st.sampled_from([0.0, 48.0]),
    in_frame=st.sampled_from([0.0, 14.0, 60.0]),
)


def star(count: int) -> Diagram:
    """A claim with so many reasons."""
    boxes = [Box("m", 220.0, 60.0), *[Box(f"c{i}", 206.0, 43.0 + i % 3 * 17) for i in range(count)]]
    return Diagram(tuple(boxes), tuple([Arrow(f"a{i}", f"c{i}", "m") for i in range(count)]))


@settings(max_examples=examples(250))
@given(SOUND.diagrams(), st.sampled_from(DIRECTIONS), SPACINGS)
def test_every_promise_holds_for_outlines(
    diagram: Diagram, direction: Direction, spacing: Spacing
) -> None:
    """Else boxes overlap, lines cut through boxes or leave the page, or frames hold strangers."""
    layout = outline(diagram, direction, spacing)
    SOUND.check(diagram, layout)
    assert layout.direction == direction


@settings(max_examples=examples(250))
@given(
    SOUND.diagrams(),
    st.sampled_from(DIRECTIONS),
    SPACINGS,
    st.sampled_from([1.0, 300.0, 700.0, 1_600.0, 1e6]),
)
def test_every_promise_holds_for_wrapped_outlines(
    diagram: Diagram, direction: Direction, spacing: Spacing, width: float
) -> None:
    """Else what stands side by side is run through by lines that have no place there."""
    SOUND.check(diagram, wrapped(diagram, direction, spacing, width))


def test_children_stand_below_indented_in_the_authors_order() -> None:
    """Else an outline doesn't read from top to bottom."""
    boxes = (Box("m", 100, 30), Box("a", 100, 30), Box("a1", 100, 30), Box("b", 100, 30))
    arrows = (Arrow("3", "b", "m"), Arrow("2", "a1", "a"), Arrow("1", "a", "m"))
    layout = arrange(Diagram(boxes, arrows), engine="outline")
    assert layout.direction == "left"
    assert [p.y for p in layout.boxes] == sorted(p.y for p in layout.boxes)
    m, a, a1, b = [p.x for p in layout.boxes]
    assert m < a == b < a1


def test_premises_hang_below_their_joint_where_the_first_of_them_is() -> None:
    """Else linked premises are torn from the step that they make."""
    boxes = (*[Box(id, 100, 30) for id in "mabc"], Box("j", 18, 18, joint=True))
    arrows = (
        Arrow("0", "j", "m"),
        *[Arrow(id, id, "j") for id in "ab"],
        Arrow("c", "c", "m"),
    )
    places = {place.id: place for place in outline(Diagram(boxes, arrows), "left", Spacing()).boxes}
    assert sorted(places, key=lambda id: places[id].y) == ["m", "j", "a", "b", "c"]
    assert places["m"].x < places["j"].x < places["a"].x


def test_kinds_of_lines_have_lanes_of_their_own() -> None:
    """Else a support runs over an objection, and both look like one."""
    boxes = tuple([Box(id, 100, 30) for id in "mabc"])
    kinds = {"a": "pro", "b": "con", "c": "pro"}
    arrows = tuple([Arrow(id, id, "m", kind) for id, kind in kinds.items()])
    routes = outline(Diagram(boxes, arrows), "left", Spacing()).routes
    ends = [route.points[-1] for route in routes]
    assert ends[0] == ends[2] != ends[1]


def test_many_reasons_stand_in_rows_within_the_width() -> None:
    """Else forty reasons make a list of five pages though there is room beside each."""
    listed, rows = outline(star(40), "left", Spacing()), wrapped(star(40), "left", Spacing(), 1_000)
    assert rows.width <= 1_000
    assert rows.height < listed.height / 2
    seen = sorted(rows.boxes, key=lambda place: (place.y, place.x))
    assert [place.id for place in seen] == [place.id for place in rows.boxes]


def test_lanes_are_part_of_the_width() -> None:
    """Else a wrapped outline with lines at its right is wider than was asked."""
    plain = star(13)
    arrows = (*plain.arrows, Arrow("back", "m", "c3"), Arrow("loop", "c5", "c5"))
    assert wrapped(Diagram(plain.boxes, arrows), "left", Spacing(), 720).width <= 720


def test_a_frame_hangs_below_what_it_bears_on() -> None:
    """Else a group stands at the end of the page, with a long line from there."""
    boxes = (Box("m", 100, 30), Box("a", 100, 30, "f"), Box("b", 100, 30))
    diagram = Diagram(boxes, (Arrow("1", "a", "m"), Arrow("2", "b", "m")), (Frame("f"),))
    layout = outline(diagram, "left", Spacing())
    m, a, b = layout.boxes
    assert m.y < layout.frames[0].y < a.y < b.y
    assert layout.routes[0].points[-1] == (m.x + 12, m.y + m.height)


def test_a_route_without_length_is_a_route() -> None:
    """Else a box without size breaks the drawing."""
    assert rounded([(1.0, 2.0), (1.0, 2.0)]) == ((1.0, 2.0),) * 4


def _chain(count: int) -> Diagram:
    """A claim below another, and so on."""
    arrows = [Arrow(f"a{i}", f"c{i + 1}", f"c{i}") for i in range(count - 1)]
    return Diagram(tuple([Box(f"c{i}", 206, 60) for i in range(count)]), tuple(arrows))


def test_large_outlines_take_linear_time() -> None:
    """Else a big debate takes minutes: these would be 16 times as many calls if time were quadratic."""
    task = Task(
        "a chain outlined", None, _chain, lambda diagram: outline(diagram, "left", Spacing())
    )
    assert calls(task, 4_000) < 5 * calls(task, 1_000)
