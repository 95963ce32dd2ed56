"""The characters that ``.name.`` and ``:name:`` stand for."""

from __future__ import annotations

__all__ = ["SHORTCODES"]

_NAMED = {
    "∀": "A",
    "∃": "E",
    "𝗢": "O",
    "𝗣": "P",
    "→": "->",
    "↔": "<->",
    "¬": "~",
    "∧": "^",
    "∨": "v",
    "⊻": "v_",
    "◇": "<>",
    "◻": "[]",
    "😀": "happy",
    "☺": "smile smiley",
    "😆": "laugh lol",
    "🤣": "rofl",
    "😂": "joy",
    "❤": "heart",
    "❓": "? question",
    "😍": "love",
    "😉": "wink",
    "🤫": "shush",
    "😐": "meh",
    "🙄": "eye-roll",
    "😢": "sad",
    "😞": "disappointed",
    "😱": "scream",
    "👍": "+1 up",
    "👎": "-1 down",
    "🤔": "think",
    "⭐": "star",
    "✔": "y agree",
    "❌": "n disagree",
}

SHORTCODES: dict[str, str] = {
    f"{dot}{name}{dot}": character
    for character, names in _NAMED.items()
    for name in names.split()
    for dot in ".:"
} | {":smile:": "☺️"}
"""Each name between dots and between colons, as in the reference implementation's table."""
