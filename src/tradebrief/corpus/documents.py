"""JSON documents that tradebrief wrote, as inputs: each comes back as the brief or the article that it holds.

They are no texts to be parsed, and what they hold is not read anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from tradebrief.errors import ValidationError
from tradebrief.formats import InputFormat, Limits
from tradebrief.model import Article, Brief
from tradebrief.parsing import make_lines_format, top_keys
from tradebrief.text import Source, Span

__all__ = ["DOCUMENT", "LINES", "recognize", "scan"]

_KEYS = {"schema_version", "article"}


def scan(source: Source, limits: Limits) -> Iterator[Article | Brief]:
    """Give the brief or the article that a document holds.

    Raises:
        ValidationError: If it is not a valid document; with all faults and their places.
        UnsupportedVersionError: If it is of another major version of the schema.
        LimitError: If it is larger or deeper than the limits allow.
    """
    yield _loaded(source.text, source.name, limits)


def _loaded(document: str, name: str, limits: Limits) -> Article | Brief:
    from tradebrief.serialize.json import loads_any  # noqa: PLC0415 - who reads texts needs none of what writes.

    return loads_any(document, name=name, limits=limits)


def recognize(opening: str) -> bool:
    """Whether a text opens as a document does, with the version of its schema; or is one, in any order."""
    keys = top_keys(opening)
    return next(iter(keys), None) == "schema_version" or keys.keys() >= _KEYS


def _whole(row: dict[str, Any], source: Source, place: Span, limits: Limits) -> Article | Brief | None:
    """The brief or the article that a line holds, if it is a document."""
    if not row.keys() >= _KEYS:
        return None
    try:
        return _loaded(source[place], source.name, limits)
    except ValidationError as error:
        by = source.position(place.start).line - 1
        faults = tuple(evolve(fault, line=fault.line and fault.line + by) for fault in error.faults)
        raise ValidationError(faults, error.name) from None


DOCUMENT = InputFormat(
    name="json", suffixes=(".json",), media_types=("application/json",), scan_many=scan, recognize=recognize
)
LINES = make_lines_format(_whole)
