"""What the reader of Argdown finds and lives with, where the reference implementation gives up.

=====================  ======================================================================
``blank-line``         a blank line inside a relation block or a premise-conclusion structure
``byte-order-mark``    a byte-order mark before the text
``no-blank-line``      a block that begins right below another
``no-document``        nothing but blanks and comments
``unclosed-emphasis``  a ``*`` or ``_`` that nothing closes, read as itself
``bracket-in-text``    ``[...]`` or ``<...>`` among words, read as itself
``brace-in-text``      ``{...}`` that isn't data, or stands among words, read as itself
``bare-url``           ``//`` inside a URL, which would begin a comment
``link-over-lines``    a link whose text or URL has a line end
``nested-list``        a list inside a list, read as one list
``mixed-list``         a number among stars or a star among numbers
``equals-in-text``     ``===`` where it would begin front matter, read as itself
``short-inference``    three hyphens where four make an inference, or two begin one
``inference-order``    an inference whose rules and data aren't in their order, or whose commas stand alone
``loose-backslash``    a backslash at the end of a line
``no-text``            a statement or an argument that says nothing
``no-settings``        front matter that isn't a mapping
``undercut-claim``     an undercut of a statement, which has no step to undercut
``undercut-elsewhere`` an undercut below a statement, which bears on the inference that stands last above
``control-character``  characters that no text of a map may hold, read as U+FFFD
=====================  ======================================================================

The reference reads the last five and ``bare-url`` as well: ``strict`` refuses only the others.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from ..text_notes import TextNotes

__all__ = ["Notes"]


@define
class Notes(TextNotes):
    """The findings of one document; if ``strict``, the first that the reference refuses is raised."""

    harmless: ClassVar[tuple[str, ...]] = (
        "bare-url",
        "control-character",
        "no-settings",
        "no-text",
        "undercut-claim",
        "undercut-elsewhere",
    )
