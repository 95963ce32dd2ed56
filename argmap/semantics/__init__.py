"""Weighing maps: verdicts under the field's semantics, with evidence and reasons.

`evaluate` gives a map's verdicts; `Framework` is for abstract frameworks, without a map. A map means a logic program
(`program`); the engine works on that program's framework (`compiled`), whose labellings it finds component by component
(`labellings`).
"""

from __future__ import annotations

from .certificate import Certificate, check_certificate
from .evaluation import Evaluation, Verdict, evaluate
from .framework import Framework, Status
from .program import Program, Rule, program

__all__ = [
    "Certificate",
    "Evaluation",
    "Framework",
    "Program",
    "Rule",
    "Status",
    "Verdict",
    "check_certificate",
    "evaluate",
    "program",
]
