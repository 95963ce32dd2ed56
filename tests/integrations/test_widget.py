"""The widget: what is chosen on the picture is known to the program, and the other way round."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import argmap
from argmap.errors import MissingExtra, UnknownId
from argmap.integrations.map_widget import MapWidget
from tests.chromium import answered, needs_chromium


def debate(*reasons: str) -> argmap.ArgumentMap:
    """A main claim with these reasons."""
    draft = argmap.Draft("Debate")
    draft.claim("The main claim.", id="main")
    for reason in reasons:
        draft.support("main", by=draft.claim(f"Because of {reason}.", id=reason))
    return draft.map()


def test_a_widget_has_the_picture_as_asked_for() -> None:
    """Else the options of a drawing mean nothing in a notebook."""
    shown = argmap.widget(debate("a"), direction="left", theme="dark")
    assert argmap.draw(debate("a"), direction="left", theme="dark").svg.count(
        "\n"
    ) == shown.svg.count("\n")
    assert f'id="{shown.prefix}-card-main"' in shown.svg
    assert "_esm" in shown.keys
    assert shown.selected == ""


def test_what_is_chosen_is_told_and_only_what_is_there() -> None:
    """Else a program waits for a choice in vain, or a slip of the pen chooses nothing."""
    shown = argmap.widget(debate("a", "b"))
    told: list[str] = []
    shown.observe(lambda change: told.append(change["new"]), "selected")
    shown.selected = "a"
    with pytest.raises(UnknownId, match="'c'"):
        shown.selected = "c"
    assert (shown.selected, told) == ("a", ["a"])


def test_a_card_that_names_again_is_its_claim() -> None:
    """Where a style draws a claim twice, a program would be told of one that the map doesn't have."""
    draft = debate("a", "b").draft()
    draft.rebut("b", by="a")
    draft.prefer("support-1", over="support-2")
    shown = argmap.widget(draft.map(), style="boxes")
    assert "Named again" in shown.svg
    shown.selected = "a again"
    assert shown.selected == "a"
    with pytest.raises(UnknownId):
        shown.selected = "b again"
    shown.selected = "support-1 again"  # a step, which nobody chooses
    assert shown.selected == ""


def test_another_map_keeps_the_choice_while_it_is_there() -> None:
    """Else every edit of a map loses the reader's place, or marks what is gone."""
    shown = argmap.widget(debate("a", "b"))
    shown.selected = "a"
    shown.map = debate("a", "c")
    assert shown.selected == "a"
    assert "Because of c." in shown.svg
    shown.map = debate("c")
    assert shown.selected == ""


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else who lacks it doesn't know what to install."""
    monkeypatch.setitem(sys.modules, "argmap.integrations.map_widget", None)
    with pytest.raises(MissingExtra, match=r"a widget needs .*\[notebook\]"):
        argmap.widget(debate("a"))


DRIVER = """
const state = STATE, listeners = {}, saved = [];
const model = {
  get: name => state[name],
  set: (name, value) => { state[name] = value; },
  save_changes: () => saved.push(state.selected),
  on: (name, f) => { (listeners[name] ??= []).push(f); },
  off: (name, f) => { listeners[name] = listeners[name].filter(each => each !== f); },
};
const marked = () => [...document.querySelectorAll('.argmap-chosen')].map(each => each.id.split('-card-')[1]);
const card = id => document.getElementById(`${state.prefix}-card-${id}`);
const said = {};
const stop = widget.render({ model, el: document.body });
card('a').querySelector('text').dispatchEvent(new MouseEvent('click', { bubbles: true }));
said.clicked = marked();
card('b').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
said.entered = marked();
said.current = card('b').getAttribute('aria-current');
said.reachable = card('b').tabIndex;
card('b').dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
card('b').dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
said.left = marked();
document.querySelector('svg').dispatchEvent(new MouseEvent('click', { bubbles: true }));
model.set('selected', 'main'); listeners['change:selected'].forEach(f => f());
said.told = marked();
listeners['change:svg'].forEach(f => f());
said.redrawn = marked();
stop();
said.listening = listeners['change:svg'].length + listeners['change:selected'].length;
said.saved = saved;
document.title = JSON.stringify(said);
"""


@pytest.mark.slow
@needs_chromium
def test_clicks_and_keys_choose_in_a_browser(tmp_path: Path) -> None:
    """Else the script and the program each believe something else."""
    shown = argmap.widget(debate("a", "b"))
    state = {"svg": shown.svg, "prefix": shown.prefix, "selected": ""}
    script = (Path(sys.modules[MapWidget.__module__].__file__ or "")).with_suffix(".js")
    code = script.read_text("utf-8").replace("export default {", "const widget = {")
    driver = DRIVER.replace("STATE", json.dumps(state).replace("</", "<\\/"))
    said = answered(f"<script type=module>{code}{driver}</script>", tmp_path)
    assert said == {
        "clicked": ["a"],
        "entered": ["b"],
        "current": "true",
        "reachable": 0,
        "left": [],
        "told": ["main"],
        "redrawn": ["main"],
        "listening": 0,
        "saved": ["a", "b", ""],
    }
