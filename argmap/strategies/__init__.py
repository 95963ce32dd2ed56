"""Hypothesis strategies for argument maps, for tests of software that works on them.

They need hypothesis: ``pip install 'argmap[testing]'``. Everything they give is valid, unless it is asked to be ``dirty``; what is
wrong with a map is for `argmap.model.check` to say and for your tests to break.
"""

from .documents import aif_documents, argdown_documents, broken, documents, kialo_exports
from .edits import Edit, Edited, edited_maps, edits
from .elements import claims, free_data
from .frameworks import (
    abstract_frameworks,
    bipolar_frameworks,
    frameworks,
    qbafs,
    weighted_frameworks,
)
from .links import links, rebuttals, supports, undercuts
from .machine import MapMachine
from .maps import drafts, maps, trees
from .pcs import pcs
from .printing import printed
from .smallest import smallest
from .texts import texts
from .views import views

__all__ = [
    "Edit",
    "Edited",
    "MapMachine",
    "abstract_frameworks",
    "aif_documents",
    "argdown_documents",
    "bipolar_frameworks",
    "broken",
    "claims",
    "documents",
    "drafts",
    "edited_maps",
    "edits",
    "frameworks",
    "free_data",
    "kialo_exports",
    "links",
    "maps",
    "pcs",
    "printed",
    "qbafs",
    "rebuttals",
    "smallest",
    "supports",
    "texts",
    "trees",
    "undercuts",
    "views",
    "weighted_frameworks",
]
