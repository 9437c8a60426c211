"""The directive ``rules``: every rule of the lexicon, as its TOML file gives it.

A rule is a table that has an ``id`` and shows examples. Each stands under its id, so that a page, a
JSON document or a bug report can point to it, and ``{rule}`oppose.call-to-drop``` links to it.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata, OptionSpec

from tradebrief.lexicon import Lexicon, carried_ids

DATA = Path(__file__).parents[2] / "src" / "tradebrief" / "lexicon" / "data"
EXAMPLES = {"examples": "Matches", "matches": "Matches", "rejects": "Does not match"}
FIELDS = ("reads", "kind", "category", "lemma", "frames", "polarity", "light", "act", "outlook", "certainty", "reason")

CARRIED = carried_ids(Lexicon.default())

logger = logging.getLogger(__name__)


class Rules(SphinxDirective):
    """Lists the rules of the lexicon, one section a file."""

    option_spec: ClassVar[OptionSpec] = {"data": directives.path}

    def run(self) -> list[nodes.Node]:
        """Give the sections, in the order of the files' paths."""
        data = Path(self.env.srcdir, self.options["data"]) if "data" in self.options else DATA
        sections: list[nodes.Node] = []
        for path in sorted(data.rglob("*.toml")):
            self.env.note_dependency(str(path))
            if rules := list(read_rules(path)):
                sections.append(self.section(path.relative_to(data).as_posix(), rules))
        if not sections:
            logger.warning("no rules under %s", data, location=self.get_location())
        return sections

    def section(self, name: str, rules: list[Mapping[str, Any]]) -> nodes.section:
        """Give one file's section: a list of its rules under their ids."""
        section = nodes.section(ids=[nodes.make_id(f"file-{name}")])
        section += nodes.title(name, "", nodes.literal(name, name))
        section += nodes.definition_list("", *map(self.rule, rules))
        return section

    def rule(self, rule: Mapping[str, Any]) -> nodes.definition_list_item:
        """Give one rule, with its id as the anchor, and make the id known to the ``rule`` role."""
        name = str(rule["id"])
        self.env.domains.standard_domain.note_object("rule", name, name, location=self.get_location())
        carried = CARRIED.get(name, ())
        for id in carried:
            self.env.domains.standard_domain.note_object("rule", id, id, location=self.get_location())
        term = nodes.term("", "", nodes.literal(name, name), ids=[name, *carried])
        term += nodes.reference("", "#", refid=name, classes=["headerlink"], reftitle="Link to this rule")
        definition = nodes.definition()
        definition += nodes.field_list("", *(field(key, rule[key]) for key in FIELDS if rule.get(key)))
        if carried:
            definition += nodes.field_list("", field("ids", list(carried)))
        for key, title in EXAMPLES.items():
            if rule.get(key):
                definition += nodes.paragraph(title, title, classes=["examples"])
                definition += nodes.bullet_list("", *map(example, rule[key]))
        return nodes.definition_list_item("", term, definition)


def read_rules(path: Path) -> Iterator[Mapping[str, Any]]:
    """Give the tables of a TOML file that have an id and show examples, in their order."""
    for tables in tomllib.loads(path.read_text(encoding="utf-8")).values():
        if isinstance(tables, list):
            for table in tables:
                if isinstance(table, dict) and "id" in table and any(key in table for key in (*EXAMPLES, "reads")):
                    yield table


def field(name: str, value: object) -> nodes.field:
    """Give one field of a rule; several values stand side by side."""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    body = nodes.paragraph(text, text)
    return nodes.field("", nodes.field_name(name, name.capitalize()), nodes.field_body("", body))


def example(entry: str | Mapping[str, Any]) -> nodes.list_item:
    """Give one example: the sentence, then what has to be read in it."""
    if isinstance(entry, str):
        return nodes.list_item("", nodes.paragraph(entry, entry))
    text = str(entry.get("text", ""))
    found = {key: value for key, value in entry.items() if key != "text" and value not in ("", [], None)}
    item = nodes.list_item("", nodes.paragraph(text, text))
    if found:
        item += nodes.field_list("", *(field(key, value) for key, value in found.items()))
    return item


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive, and the role that links to a rule."""
    app.add_object_type("rule", "rule", "single: %s")
    app.add_directive("rules", Rules)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
