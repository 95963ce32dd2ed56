"""What a map means, written for the solvers of the field: frameworks, programs, dialectical and quantitative frameworks.

They are formats that are written and never read: an argument's name says little of the claim behind it. What each stands for is in the
document where it can be, and always in `argmap.formats.format.Rendering.provenance`.
"""

from __future__ import annotations
