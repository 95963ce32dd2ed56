"""Hypothesis strategies for argument maps, for tests of software that works on them.

They need hypothesis: ``pip install 'argmap[testing]'``. Everything they give is valid; what is wrong with a
map is for `argmap.model.check` to say and for your tests to break.
"""

from .elements import claims, free_data
from .frameworks import frameworks, qbafs
from .machine import MapMachine
from .maps import drafts, maps
from .texts import texts

__all__ = [
    "MapMachine",
    "claims",
    "drafts",
    "frameworks",
    "free_data",
    "maps",
    "qbafs",
    "texts",
]
