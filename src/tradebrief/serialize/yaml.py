"""YAML: the JSON document in a form that people like to read (extra ``yaml``).

It holds everything. Several values are documents of one stream, each after ``---``. What any safe reader of YAML
makes of a document is what a JSON reader makes of the JSON document: strings that look like numbers, dates or truth
values stand in quotes. Reading is safe too: no tag makes anything but plain data, and an alias is refused, as no
document needs one and a few of them can stand for a million values.
"""

from __future__ import annotations

import json as standard_json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from tradebrief.errors import Fault, FormatError, ValidationError
from tradebrief.formats import Content, Export, OutputFormat, Reading
from tradebrief.model import Article, Brief
from tradebrief.serialize import json
from tradebrief.serialize._shapes import is_list

if TYPE_CHECKING:
    from yaml import SafeDumper, SafeLoader

__all__ = ["FORMAT", "dumps", "export", "loads_many"]

_WIDTH = 120


def dumps(value: Brief | Article) -> str:
    """The document of a brief, or of an article alone: keys in the model's order, spans as ``[start, end]``."""
    import yaml  # noqa: PLC0415 - of an extra.

    document = standard_json.loads(json.dumps(value))
    found: str = yaml.dump(
        document,
        Dumper=_dumper(),
        allow_unicode=True,
        default_flow_style=False,
        explicit_start=True,
        sort_keys=False,
        width=_WIDTH,
    )
    return found


def export(values: Sequence[Brief | Article]) -> Export:
    """The documents of all values, one after another."""
    return Export(content="".join(map(dumps, values)))


def loads_many(content: Content, reading: Reading) -> Iterator[Brief | Article]:
    """What the documents of a stream describe, in order.

    Raises:
        FormatError: If it is a folder.
        ValidationError: If it is no YAML, or one of the documents is not valid; with the line where it starts.
        UnsupportedVersionError: If a document is of another major version of the schema.
        LimitError: If the stream is larger than the limits allow, or a document is deeper or larger.
    """
    import yaml  # noqa: PLC0415 - of an extra.

    if not isinstance(content, str | bytes):
        raise FormatError(f"{reading.name}: a document is a file, not a folder")
    reading.limits.check("document", len(content), reading.name)
    try:
        loader = _loader()(content)
        while loader.check_node():
            node = loader.get_node()
            line = node.start_mark.line + 1
            yield _read(loader.construct_document(node), line, reading)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise _fault(error, reading.name) from None


def _read(document: Any, line: int, reading: Reading) -> Brief | Article:
    text = standard_json.dumps(document, ensure_ascii=False)
    try:
        return json.read(text, reading)
    except ValidationError as error:  # Its places are those of a text that nobody sees.
        faults = [Fault(fault.path, fault.message, line, 1) for fault in error.faults]
        raise ValidationError(tuple(faults), reading.name) from None
