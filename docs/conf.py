"""How Sphinx builds the documentation, without a network."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "tradebrief"
author = "The tradebrief authors"
project_copyright = f"2026, {author}"
version = release = version_of(project)

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.intersphinx",
    "gallery",
    "public_names",
    "rules",
    "tables",
]
exclude_patterns = ["_build", "_generated", "examples"]

html_theme = "furo"
html_title = "tradebrief"
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["tables.css"]
html_extra_path = ["_generated/pages"]  # Made by the extension "gallery".

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autoclass_content = "class"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# Python's own names have no page to lead to: inventories of other projects would need a network.
intersphinx_mapping: dict[str, tuple[str, None]] = {}
nitpicky = True
nitpick_ignore_regex = [
    (r"py:.*", r"(?!tradebrief\b).*"),  # Of the standard library and of the three dependencies.
    (r"py:.*", r"tradebrief\.(.*\.)?(_.*|[A-Z])"),  # Private names and type variables in a signature.
]
