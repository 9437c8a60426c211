"""JSON Lines of texts: an article a line, in an object with the text and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import regex

from tradebrief.errors import ParseError, TradebriefError
from tradebrief.formats import Columns, InputFormat, Layout, Limits
from tradebrief.model import Article, Brief
from tradebrief.parsing._json import read_json
from tradebrief.parsing._metadata import is_object
from tradebrief.parsing._rows import find_columns, read_row
from tradebrief.text import Source, Span

__all__ = ["make_format", "scan"]

_LINE = regex.compile(r"[ \t\r\n\ufeff]*+(?P<words>[^\r\n]++)")

Entries = Iterator[Layout | Article | Brief | TradebriefError]
Whole = Callable[[dict[str, Any], Source, Span, Limits], Article | Brief | None]
"""What a line holds that is no text with its metadata; None where it is one."""


def scan(source: Source, limits: Limits, columns: Columns | None = None, *, whole: Whole | None = None) -> Entries:
    """Read the lines, one after another; in place of a faulty one stands its error.

    Args:
        source: The lines.
        limits: How much each may hold.
        columns: The keys that hold text and metadata, where the caller names them.
        whole: What else a line may hold.

    Raises:
        ParseError: If the first line with a text has no key of that name.
    """
    is_first = True
    for match in _LINE.finditer(source.text):
        place = Span(match.start("words"), match.end("words"))
        try:
            row: object = read_json(source, limits, place.start, place.end)
            if not is_object(row):
                raise ParseError("a line holds an object", source, place)
            found = whole(row, source, place, limits) if whole else None
        except TradebriefError as error:
            yield error
            continue
        if found is not None:
            yield found
            continue
        try:
            names = find_columns(row, columns or Columns(), source, place)
        except ParseError as error:
            if is_first:
                raise
            yield error
            continue
        is_first = False
        try:
            yield read_row(row, names, source, place, limits)
        except TradebriefError as error:
            yield error


def make_format(whole: Whole) -> InputFormat:
    """The format, with what a line may hold besides texts."""

    def with_columns(columns: Columns) -> InputFormat:
        return _format(partial(scan, columns=columns, whole=whole))

    def _format(scan_many: Callable[[Source, Limits], Entries]) -> InputFormat:
        return InputFormat(
            name="jsonl",
            suffixes=(".jsonl", ".ndjson"),
            media_types=("application/jsonl", "application/x-ndjson"),
            scan_many=scan_many,
            with_columns=with_columns,
            extra="html",
            needs_extra=False,
        )

    return _format(partial(scan, whole=whole))
