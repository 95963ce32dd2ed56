"""Widths against what Chromium draws, on a canvas and in SVG, where the program is installed.

Reserving a little too much is safe, too little lets text leave its box. Scripts that the table
holds are compared closely; for others the figure is an average, and a sentence may differ.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from typing import NamedTuple

import pytest

from argmap.drawing.text import width
from tests.chromium import FOUND, answered

pytestmark = pytest.mark.slow

CLOSE = (-0.002, 0.03)
"""How much less and more of a line may be reserved, where each character has its own width."""
LOOSE = (-0.03, 0.15)
"""The same where a script has one figure for all."""
FAMILIES = 'Arial, "Liberation Sans", sans-serif'


class Sample(NamedTuple):
    """A text, the language (for fontconfig) whose Noto font it needs, and the bounds of its error."""

    name: str
    language: str
    less: float
    more: float
    text: str


SAMPLES = (
    Sample(
        "English", "", *CLOSE, "All human beings are born free and equal in dignity and rights."
    ),
    Sample(
        "English signs",
        "",
        *CLOSE,
        "Why? “Because” costs rise by 12.5 % (2019–2024) — it's unfair; see §3.",
    ),
    Sample(
        "German", "", *CLOSE, "Große Übergangsmaßnahmen führen häufig zu höheren Kosten für Bürger."
    ),
    Sample(
        "Polish", "", *CLOSE, "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności."
    ),
    Sample("Greek", "", *CLOSE, "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στα δικαιώματα."),
    Sample(
        "Russian",
        "",
        *CLOSE,
        "Все люди рождаются свободными и равными в своём достоинстве и правах.",
    ),
    Sample("Chinese", "zh-cn", *CLOSE, "国家应当实行全民基本收入，因为这样可以减少贫困。"),
    Sample(
        "Japanese",
        "ja",
        *CLOSE,
        "すべての人間は、生まれながらにして自由であり、尊厳と権利とについて平等である。",
    ),
    Sample(
        "Korean",
        "ko",
        *CLOSE,
        "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    ),
    Sample("Arabic", "ar", *LOOSE, "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق."),
    Sample(
        "Persian",
        "fa",
        *LOOSE,
        "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند.",
    ),
    Sample("Hebrew", "he", *LOOSE, "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם."),
    Sample("Hindi", "hi", *LOOSE, "सरकार को यह नीति लागू करनी चाहिए क्योंकि इससे गरीबी कम होती है।"),
    Sample("Bengali", "bn", *LOOSE, "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।"),
    Sample("Tamil", "ta", *LOOSE, "மனிதப் பிறிவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்."),
    Sample("Thai", "th", *LOOSE, "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ"),
    Sample(
        "Arabic, another",
        "ar",
        *LOOSE,
        "ينبغي للحكومة أن تخفض الضرائب لأن ذلك يشجع الاستثمار ويخلق فرص عمل جديدة.",
    ),
    Sample("Hebrew, another", "he", *LOOSE, "הממשלה צריכה להוריד מסים משום שזה מעודד השקעות."),
    Sample("Hindi, another", "hi", *LOOSE, "स्कूलों में वर्दी अनिवार्य नहीं होनी चाहिए।"),
    Sample(
        "Bengali, another",
        "bn",
        *LOOSE,
        "সুতরাং সকলেরই একে অপরের প্রতি ভ্রাতৃত্বসুলভ মনোভাব নিয়ে আচরণ করা উচিত।",
    ),
    Sample(
        "Tamil, another",
        "ta",
        *LOOSE,
        "அரசு வரியைக் குறைக்க வேண்டும், ஏனெனில் அது வேலைவாய்ப்பை அதிகரிக்கும்.",
    ),
    Sample("Telugu", "te", *LOOSE, "ప్రభుత్వం పన్నులు తగ్గించాలి ఎందుకంటే అది ఉపాధిని పెంచుతుంది."),
    Sample("Malayalam", "ml", *LOOSE, "സർക്കാർ നികുതി കുറയ്ക്കണം, കാരണം അത് തൊഴിൽ വർദ്ധിപ്പിക്കും."),
    Sample("Thai, another", "th", *LOOSE, "โรงเรียนไม่ควรบังคับให้นักเรียนสวมเครื่องแบบ"),
    Sample("Khmer", "km", *LOOSE, "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។"),
    Sample("Georgian", "ka", *LOOSE, "ყველა ადამიანი იბადება თავისუფალი და თანასწორი."),
    Sample("emoji", "und-zsye", *CLOSE, "👍 🔥 ✅ ❌ 😀🤔💡 ❤️ 1️⃣ 🏳️‍🌈 👩‍🔬👨‍👩‍👧‍👦👩🏽‍🚀👍🏿 🇩🇪🇫🇷"),
    Sample("logic", "", -0.03, 0.05, "p → q ∧ ¬r ∨ s, ∀x ∃y: x ≤ y ≠ z ± ∞"),
)

PAGE = """<script>
const canvas = document.createElement("canvas").getContext("2d");
const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
document.body.append(svg);
function drawn(text, weight) {
  const line = document.createElementNS("http://www.w3.org/2000/svg", "text");
  line.setAttribute("style", `font: ${weight} 13px FAMILIES`);
  line.textContent = text;
  svg.append(line);
  canvas.font = `${weight} 13px FAMILIES`;
  return Math.max(canvas.measureText(text).width, line.getComputedTextLength());
}
const widths = TEXTS.map(text => [drawn(text, "normal"), drawn(text, "bold")]);
svg.remove();
document.title = JSON.stringify(widths);
</script>"""

Drawn = dict[str, tuple[float, float]]


def printed(*command: str) -> str:
    """What a program prints."""
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """The regular and the bold width of each sample as Chromium draws it, in 13 pixels."""
    if FOUND is None:
        pytest.skip("Chromium isn't installed")
    page = PAGE.replace("TEXTS", json.dumps([sample.text for sample in SAMPLES]))
    widths = answered(page.replace("FAMILIES", FAMILIES), tmp_path_factory.mktemp("chromium"))
    return {
        sample.name: (regular, bold)
        for sample, (regular, bold) in zip(SAMPLES, widths, strict=True)
    }


@cache
def families(pattern: str) -> str:
    """The font families that fontconfig knows for a pattern, one a line."""
    program = shutil.which("fc-list")
    if program is None:
        pytest.skip("fontconfig's fc-list isn't installed: it tells which fonts are here")
    return printed(program, pattern, "family")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_chromium_draws_a_line_as_wide_as_it_is_measured(
    drawn: Drawn, sample: Sample, bold: bool
) -> None:
    """If this fails, text of this language leaves its box, or boxes are far too wide for it."""
    if not re.search("Liberation Sans|Arial|Arimo", families(":lang=en")):
        pytest.skip("neither Liberation Sans nor Arial is installed")
    if sample.language and "Noto" not in families(f":lang={sample.language}"):
        pytest.skip(f"no Noto font for {sample.name} is installed")
    error = width(sample.text, bold=bold) / drawn[sample.name][bold] - 1
    assert sample.less <= error <= sample.more, f"{error:+.1%}"
