"""Leads references in annotations to the names they mean.

Annotations name a class where it is written (``tradebrief.model.claim.Claim``), while its
documentation stands where users import it (``tradebrief.Claim``). Sphinx finds its way for a class
whose documented name says where it comes from, but not for an id or an alias.
"""

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode
from sphinx.util.typing import ExtensionMetadata

PACKAGE = "tradebrief"


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """Give a link to the public name, or None where there is none of that name."""
    target = str(node["reftarget"])
    if node["refdomain"] != "py" or not target.startswith(f"{PACKAGE}."):
        return None
    name = f"{PACKAGE}.{target.rpartition('.')[2]}"
    if (found := env.domains.python_domain.objects.get(name)) is None:
        return None
    return make_refnode(app.builder, node["refdoc"], found.docname, found.node_id, content, name)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Answer for references that Sphinx itself cannot place."""
    app.connect("missing-reference", resolve)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
