"""Discourse Network Analyzer: a database to open in DNA 3, and what coders made of it.

DNA is the program with which political scientists code who is for or against what. ``export`` writes a
database that it opens or imports: documents, and a statement with person, organization, concept and agreement
for each stance that takes a side. ``load_coding`` reads a database back, ``agreement`` compares what a coder
made of it with what was read, and ``corrected`` gives briefs with the coder's stances.

Left out, and told as losses: stances that are neutral, mixed or an outlook alone (agreement is yes or no); act,
outlook, certainty, attribution, conditions and rule of a stance; claims, measures, places, voices and mentions;
the outline. Names longer than 190 characters are cut, and lines end in LF.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tradebrief.formats import Export, OutputFormat
from tradebrief.model import Article, Brief

if TYPE_CHECKING:
    from tradebrief.serialize.dna._agreement import Agreement, RuleScore, Score, agreement, krippendorff_alpha
    from tradebrief.serialize.dna._coding import CodedDocument, CodedStatement, Coding, load_coding
    from tradebrief.serialize.dna._correction import corrected
    from tradebrief.serialize.dna._matching import Pair

__all__ = [
    "CODER",
    "FORMAT",
    "PASSWORD",
    "Agreement",
    "CodedDocument",
    "CodedStatement",
    "Coding",
    "Pair",
    "RuleScore",
    "Score",
    "agreement",
    "corrected",
    "export",
    "krippendorff_alpha",
    "load_coding",
]

CODER = "tradebrief"
"""The coder to whom the statements of a new database belong."""

PASSWORD = "tradebrief"  # noqa: S105 - stated in the documentation: a file for one's own use needs no secret.
"""The password of both coders of a new database, ``Admin`` and ``tradebrief``."""

_HOMES = {
    "_agreement": ("Agreement", "RuleScore", "Score", "agreement", "krippendorff_alpha"),
    "_coding": ("CodedDocument", "CodedStatement", "Coding", "load_coding"),
    "_correction": ("corrected",),
    "_matching": ("Pair",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def export(values: Sequence[Brief | Article], *, password: str = PASSWORD) -> Export:
    """A database with a document for each value, and a statement for each stance that takes a side.

    The statements belong to the coder ``tradebrief``, so that others can code the same documents beside it;
    the administrator is ``Admin``. A document without a date is of 1 January 1970.

    Args:
        values: What to write, in the order of the documents.
        password: The password of both coders.
    """
    from tradebrief.serialize.dna._writing import write  # noqa: PLC0415 - SQLite is slow to import.

    return write(values, coder=CODER, password=password)


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for: writing and reading other formats needs none of them."""
    module = _HOME_OF.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = found
    return found


FORMAT = OutputFormat(
    name="dna",
    suffixes=(".dna",),
    media_types=("application/vnd.sqlite3",),
    export=export,
    is_for_many=True,
)
