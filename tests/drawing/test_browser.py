"""Drawings in a real browser: texts stay in their cards, dark mode is dark, nothing runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import argmap
from tests.chromium import answered, needs_chromium

pytestmark = [pytest.mark.slow, needs_chromium]
MEASURE = """
const out = [];
for (const card of document.querySelectorAll('[role=listitem]')) {
  const box = card.querySelector('rect').getBoundingClientRect();
  for (const line of card.querySelectorAll('tspan')) {
    const at = line.getBoundingClientRect();
    out.push([line.textContent, box.left - at.left, at.right - box.right, box.top - at.top,
              at.bottom - box.bottom]);
  }
}
const ink = getComputedStyle(document.querySelector('text')).fill;
document.title = JSON.stringify({lines: out, ink: ink, ran: window.ran || 0});
"""


def asked(svg: str, folder: Path, *flags: str) -> Any:
    """What the browser says of a drawing that stands in a page."""
    return answered(f"{svg}<script>{MEASURE}</script>", folder, *flags)


def mixed() -> argmap.ArgumentMap:
    """Claims in ten scripts, long words, a title, a speaker and a source."""
    draft = argmap.Draft("Scripts")
    main = draft.claim("All human beings are born free and equal in dignity and rights.")
    for number, text in enumerate(
        [
            "Große Übergangsmaßnahmen führen häufig zu höheren Kosten für alle Bürger.",
            "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στα δικαιώματα.",
            "Все люди рождаются свободными и равными в своём достоинстве.",
            "国家应当实行全民基本收入，因为这样可以减少贫困。",
            "すべての人間は、生まれながらにして自由であり、平等である。",
            "모든 인간은 태어날 때부터 자유로우며 그 존엄에 있어 동등하다.",
            "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق.",
            "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
            "सभी मनुष्यों को गौरव और अधिकारों के विषय में समानता प्राप्त है।",
            "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenanspruch 👩‍👩‍👧‍👦🇪🇺",
        ]
    ):
        reason = draft.claim(text, said_by="Somebody with a long name", title=f"Reason {number}")
        draft.support(main, by=reason)
    return draft.map()


@pytest.mark.parametrize("fonts", ["", "DejaVu Sans", "Noto Serif", "monospace"])
def test_no_text_leaves_its_card_whatever_the_font(fonts: str, tmp_path: Path) -> None:
    """Texts are measured without the reader's fonts; textLength has to hold them in their cards."""
    svg = argmap.draw(mixed()).svg
    if fonts:
        svg = re.sub(r'font-family="[^"]*"', f'font-family="{fonts}"', svg)
    said = asked(svg, tmp_path)
    assert len(said["lines"]) > 30
    for text, *beyond in said["lines"]:
        left, right, top, bottom = beyond
        assert max(left, right) <= 0.5, (text, beyond)
        assert max(top, bottom) <= 4, (text, beyond)  # a tall fallback font may reach higher


def test_the_night_is_dark_and_the_day_is_light(tmp_path: Path) -> None:
    """Dark mode is a media query; it must win over the attributes exactly where it is asked for."""
    svg = argmap.draw(mixed()).svg
    day = asked(svg, tmp_path)
    night = asked(svg, tmp_path, "--blink-settings=preferredColorScheme=0")
    assert (day["ink"], night["ink"]) == ("rgb(27, 31, 36)", "rgb(230, 237, 243)")


def test_nothing_in_a_drawing_runs(tmp_path: Path) -> None:
    """Texts, titles, ids and addresses of a stranger are shown, not obeyed."""
    attacks = [
        "<script>window.ran=1</script>",
        '"><img src=x onerror="window.ran=1">',
        "</text></svg><script>window.ran=1</script>",
        "]]><script>window.ran=1</script>",
        "' onload='window.ran=1",
        "&lt;script&gt;window.ran=1&lt;/script&gt;",
        "<style>*{background:url(javascript:window.ran=1)}</style>",
    ]
    draft = argmap.Draft(attacks[0], description=attacks[1], language=attacks[4])
    main = draft.claim("main", id=attacks[2])
    for attack in attacks:
        source = draft.source(attack, url=f"javascript:window.ran=1//{attack}")
        group = draft.group(attack)
        claim = draft.claim(attack, title=attack, said_by=attack, cites=source, group=group)
        draft.support(main, by=claim, label=attack, scheme=attack)
    said = asked(argmap.draw(draft.map()).svg, tmp_path)
    assert said["ran"] == 0
    told = "".join(text for text, *_ in said["lines"])
    assert told.count("window.ran=1") >= 2 * len(attacks)
