"""brat stand-off: a folder of texts with annotations, to open in the brat annotation tool.

For each article there are ``ID.txt``, ``ID.ann`` and ``ID.json``, with the first 16 digits of the input's SHA-256 as
its id. In the ``.ann`` file mentions and measures are text-bound annotations, claims and stances are events with their
holder, source, content, target and conditions, and attributes hold the rest; notes hold ids and rules. Beside them
stands ``annotation.conf``, which tells brat what there is.

The ``.ann`` file can't hold the layout, voices, roles, values of measures and what claims are nested in. That stands in
the ``.json`` file, which is the brief as it was; ``loads_many`` takes from it what annotators have not changed, so
nothing is lost as long as it stays there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tradebrief.formats import Content, Export, OutputFormat, Reading
from tradebrief.model import Article, Brief

__all__ = ["FORMAT", "export", "loads_many"]


def export(values: Sequence[Brief | Article]) -> Export:
    """A folder with texts and annotations, for any number of values."""
    from tradebrief.serialize.brat._writing import write  # noqa: PLC0415 - rarely needed.

    return write(values)


def loads_many(content: Content, reading: Reading) -> Iterable[Brief | Article]:
    """The values of a folder, as annotators have left them, in the order of the names of their files.

    What is in an ``.ann`` file as it was written stays as it was. A changed claim, stance or measure keeps its id; it
    and new ones have the rule ``annotator``. Ids and rules stand in the notes: the note of a mention gives the id of
    its actor, and one without a note belongs to the actor with such a name, or to a new one.

    Args:
        content: The files of the folder.
        reading: What the caller asks for.

    Raises:
        ValidationError: If a file is missing, a line can't be read, or an event lacks what it needs; with all faults
            and their lines.
        UnsupportedVersionError: If a brief is of another major version of the schema.
        LimitError: If there is more than the limits allow.
    """
    from tradebrief.serialize.brat._reading import read  # noqa: PLC0415 - rarely needed.

    return read(content, reading)


FORMAT = OutputFormat(
    name="brat",
    suffixes=(),
    media_types=("text/x-brat",),
    export=export,
    is_for_many=True,
    loads_many=loads_many,
)
