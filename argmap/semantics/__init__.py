"""Weighing maps: verdicts under the field's semantics, with evidence and reasons.

`evaluate` gives a map's verdicts; `Framework` is for abstract frameworks, without a map. A map means a logic program
(`program`); the engine works on that program's framework (`compiled`), whose labellings it finds component by component
(`labellings`).
"""

from __future__ import annotations

from .additions import Addition, additions
from .adf import Adf, Condition, adf
from .bipolar_framework import BipolarFramework
from .certificate import Certificate, check_certificate
from .crux import Crux, Cruxes, cruxes, load_bearing
from .defences import minimal_defences, smallest_defences
from .evaluation import Evaluation, Verdict, evaluate
from .explain import Explanation, Reason, explain, sentences
from .flips import Flip, flips
from .framework import Framework, Status
from .gradients import gradient, removal, shapley
from .options import READINGS, Options
from .origin import Origin
from .plain_qbaf import Plain, plain
from .program import Program, Rule, program
from .qbaf import Qbaf, qbaf
from .ranking import ranking
from .strengths import Strengths, strengths
from .translation import Translation, translate
from .weighted_framework import Budget, WeightedFramework

__all__ = [
    "READINGS",
    "Addition",
    "Adf",
    "BipolarFramework",
    "Budget",
    "Certificate",
    "Condition",
    "Crux",
    "Cruxes",
    "Evaluation",
    "Explanation",
    "Flip",
    "Framework",
    "Options",
    "Origin",
    "Plain",
    "Program",
    "Qbaf",
    "Reason",
    "Rule",
    "Status",
    "Strengths",
    "Translation",
    "Verdict",
    "WeightedFramework",
    "additions",
    "adf",
    "check_certificate",
    "cruxes",
    "evaluate",
    "explain",
    "flips",
    "gradient",
    "load_bearing",
    "minimal_defences",
    "plain",
    "program",
    "qbaf",
    "ranking",
    "removal",
    "sentences",
    "shapley",
    "smallest_defences",
    "strengths",
    "translate",
]
