from __future__ import annotations

import argmap

project = "argmap"
author = "The argmap developers"
copyright = author
version = release = argmap.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]

default_role = "any"  # `Draft` in a docstring must be something that there is: the build says so if not
suppress_warnings = ["toc.empty_glob"]  # a section may wait for its first page
myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "show-inheritance": False}
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88

html_theme = "furo"
html_title = "argmap"
html_copy_source = False
html_show_copyright = False
