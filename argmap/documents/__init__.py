"""Maps in documents of others: what a code block or a directive asks for, and the picture and the outline it becomes.

`asked` takes options as documents write them, `pictured` draws, `outlined` tells the map in lines for what has no
pictures. Sphinx, Markdown and Pandoc all come here.
"""

from .asked import OPTIONS, Asked, asked
from .marking import verdict_marks
from .outlined import OutlineLine, outlined
from .picture import Pictured, pictured, stood_in

__all__ = [
    "OPTIONS",
    "Asked",
    "OutlineLine",
    "Pictured",
    "asked",
    "outlined",
    "pictured",
    "stood_in",
    "verdict_marks",
]
