"""What must hold: of every map, of every format, of every drawing, of every verdict; for the tests of whoever uses argmap.

Each ``check_...`` raises AssertionError with all that is wrong, and returns what it looked at. They need no more than argmap.
"""

from .of_drawings import check_drawing
from .of_formats import check_reader, check_round_trip, check_writer_determinism
from .of_maps import INVARIANTS, Invariant, check_invariants
from .of_verdicts import Weigh, check_verdicts

__all__ = [
    "INVARIANTS",
    "Invariant",
    "Weigh",
    "check_drawing",
    "check_invariants",
    "check_reader",
    "check_round_trip",
    "check_verdicts",
    "check_writer_determinism",
]
