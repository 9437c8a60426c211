"""The directive ``tables``: the tables that CSV, Parquet and Arrow have in common, column by column."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from tradebrief.serialize.tables import Table, tables

HEADINGS = ("Column", "Type", "Refers to", "What it says")
WIDTHS = (22, 10, 14, 54)


class Tables(SphinxDirective):
    """Lists the tables, one section each."""

    def run(self) -> list[nodes.Node]:
        """Give the sections, in the order of the tables."""
        return [section(table) for table in tables()]


def section(table: Table) -> nodes.section:
    """Give one table's section: what a row is, its key, its columns."""
    name = table.name.value
    found = nodes.section(ids=[nodes.make_id(f"table-{name}")])
    found += nodes.title(name, "", nodes.literal(name, name))
    key = nodes.paragraph("", f"{table.description} Its key: ")
    for number, column in enumerate(table.key):
        key += [nodes.Text(", "), nodes.literal(column, column)] if number else [nodes.literal(column, column)]
    key += nodes.Text(".")
    found += key
    rows = [
        (
            nodes.literal(column.name, column.name),
            nodes.Text(column.type.value if column.is_required else f"{column.type.value} or nothing"),
            nodes.literal(column.refers_to, column.refers_to) if column.refers_to else nodes.Text(""),
            nodes.Text(column.description),
        )
        for column in table.columns
    ]
    found += grid([tuple(map(nodes.Text, HEADINGS)), *rows])
    return found


def grid(rows: list[tuple[nodes.Node, ...]]) -> nodes.table:
    """Give a table whose first row is its head."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in WIDTHS), cols=len(WIDTHS))
    lines = [nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in row)) for row in rows]
    group += [nodes.thead("", lines[0]), nodes.tbody("", *lines[1:])]
    return nodes.table("", group)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the directive known."""
    app.add_directive("tables", Tables)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
