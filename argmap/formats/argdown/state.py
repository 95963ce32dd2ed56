"""A document on the way to its tree: the tokens, where we are among them, and what there is so far."""

from __future__ import annotations

from attrs import define, field

from .notes import Notes
from .tokens import EMPTY_LINE, NEW_LINE, Token
from .tree import Block, Entry

__all__ = ["END_OF_TEXT", "LIST", "NOTHING", "State"]

END_OF_TEXT = ""
"""The kind of the token behind the last one."""

NOTHING = -1
"""The parent of what hangs on nothing."""
LIST = -2
"""The parent of what stands in a list."""


@define
class State:
    """Tokens and the entries and blocks made of those before ``at``.

    ``widths`` holds how far each open level is indented and the entry that it hangs on.
    """

    text: str
    notes: Notes
    tokens: list[Token]
    remove_tags: bool = False
    at: int = 0
    entries: list[Entry] = field(factory=list)
    blocks: list[Block] = field(factory=list)
    widths: list[tuple[int, int]] = field(factory=lambda: [(0, NOTHING)])

    def close(self) -> None:
        """Put the token behind the last one."""
        length = len(self.text)
        self.tokens.append((END_OF_TEXT, length, length, None))

    @property
    def token(self) -> Token:
        """The current token; behind the last one, that there is none."""
        return self.tokens[self.at]

    @property
    def kind(self) -> str:
        """The kind of the current token."""
        return self.tokens[self.at][0]

    def peek(self, steps: int) -> Token:
        """The token so many steps on."""
        return self.tokens[min(self.at + steps, len(self.tokens) - 1)]

    def advance(self) -> None:
        """Go on to the next token, from any but the last one."""
        self.at += 1

    def add(self, entry: Entry) -> int:
        """Take in an entry, and give its number."""
        self.entries.append(entry)
        return len(self.entries) - 1

    def end(self) -> int:
        """Where the last token before the current one ends, line ends left out."""
        at, tokens, text = self.at - 1, self.tokens, self.text
        while at > 0 and tokens[at][0] in (NEW_LINE, EMPTY_LINE):
            at -= 1
        end = tokens[at][2] if at >= 0 else 0
        while end > 0 and text[end - 1] in " \t":
            end -= 1
        return end

    def dedent(self) -> None:
        """Forget all levels."""
        del self.widths[1:]

    def level(self, width: int, hanging_on: int) -> int:
        """Open or close levels for a line that is indented so far, and give what it hangs on."""
        widths = self.widths
        if width > widths[-1][0]:
            widths.append((width, hanging_on))
            return hanging_on
        while len(widths) > 1 and width < widths[-1][0]:
            widths.pop()
        return widths[-1][1]
