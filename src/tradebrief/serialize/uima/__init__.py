"""UIMA CAS, as INCEpTION and other annotation tools on UIMA read it: a folder of XMI files with their type system.

For each article there are ``ID.xmi`` and ``ID.json``, and ``TypeSystem.xml`` says what there is: the layers ``Actor``,
``Place``, ``Claim``, ``Stance`` and ``Measure``, and ``Words`` for the parts of a claim or stance. A claim stands on
its content, a stance on its evidence; slots lead to the mention of the holder and to source, cue, target and the rest.
Offsets count UTF-16 units, as UIMA does.

A CAS can't hold the layout, voices, roles and provenance. That stands in the ``.json`` file, which is the brief as it
was; ``loads_many`` takes from it what annotators have not changed. XML has no place for some control characters: in
the CAS, but not in the brief, they become U+FFFD. Needs the extra ``uima`` (dkpro-cassis).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tradebrief.formats import Content, Export, OutputFormat, Reading
from tradebrief.model import Article, Brief

__all__ = ["FORMAT", "PREFIX", "export", "loads_many"]

PREFIX = "webanno.custom."
"""What the names of layers begin with, as those of a project in INCEpTION do."""


def export(values: Sequence[Brief | Article]) -> Export:
    """A folder with a CAS for each value, and the type system of all."""
    from tradebrief.serialize.uima._writing import write  # noqa: PLC0415 - rarely needed.

    return write(values, PREFIX)


def loads_many(content: Content, reading: Reading) -> Iterable[Brief | Article]:
    """The values of a folder, as annotators have left them, in the order of the names of their files.

    What is in a CAS as it was written stays as it was. A changed claim, stance or measure keeps its id; it and new
    ones have the rule ``annotator``. The feature ``identifier`` of a mention gives the id of its actor; one without it
    belongs to the actor with such a name, or to a new one.

    Args:
        content: The files of the folder.
        reading: What the caller asks for.

    Raises:
        ValidationError: If a file is missing or no CAS, or a claim or stance lacks what it needs.
        UnsupportedVersionError: If a brief is of another major version of the schema.
        LimitError: If there is more than the limits allow.
    """
    from tradebrief.serialize.uima._reading import read  # noqa: PLC0415 - rarely needed.

    return read(content, reading, PREFIX)


FORMAT = OutputFormat(
    name="uima",
    suffixes=(),
    media_types=("application/vnd.xmi+xml",),
    extra="uima",
    export=export,
    is_for_many=True,
    loads_many=loads_many,
)
