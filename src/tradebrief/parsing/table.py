"""Tables of texts, with commas, semicolons, tabs or bars between their cells (RFC 4180): an article a row.

The cells are taken apart here and not by the standard library's ``csv``: its limit on the size of a cell, which
articles exceed, holds for the whole process, and it tells no place of a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import regex
from attrs import evolve, frozen

from tradebrief.errors import ParseError, TradebriefError
from tradebrief.formats import Columns, InputFormat, Layout, Limits
from tradebrief.parsing._metadata import field_of
from tradebrief.parsing._rows import find_columns, read_row
from tradebrief.text import Source, Span

__all__ = ["FORMAT", "scan"]

_DELIMITERS = ",;\t|"
_SAID = regex.compile(r'"?sep=(?P<delimiter>[,;\t|])"?(?:\r\n|\r|\n)', regex.IGNORECASE)  # As some spreadsheets do.
_QUOTED = regex.compile(r'[ ]*+"(?P<words>(?:[^"]++|"")*+)"[ ]*+')
_BARE = {delimiter: regex.compile(rf"[^{regex.escape(delimiter)}\r\n]*+") for delimiter in _DELIMITERS}
_END = regex.compile(r"\r\n|\r|\n|\Z")
_LINE_END = regex.compile(r"[^\r\n]*+(?:\r\n|\r|\n|\Z)")


@frozen
class _Row:
    """A row: its cells, its place, and what is wrong with it, if anything is."""

    cells: list[str]
    place: Span
    fault: str = ""


def scan(source: Source, limits: Limits, columns: Columns | None = None) -> Iterator[Layout | TradebriefError]:
    """Read the rows, one after another; in place of a faulty one stands its error.

    Raises:
        ParseError: If there is no row of names, or no column of that name.
    """
    said = _SAID.match(source.text)
    start = said.end() if said else 0
    delimiter = said["delimiter"] if said else _delimiter(source.text, columns or Columns())
    rows = _rows(source.text, start, delimiter)
    head = next(rows, None)
    if head is None:
        return
    if head.fault:
        raise ParseError(head.fault, source, head.place)
    heads = [name.strip() for name in head.cells]
    names = find_columns(filter(None, heads), columns or Columns(), source, head.place)
    for row in rows:
        try:
            if row.fault:
                raise ParseError(row.fault, source, row.place)
            if len(row.cells) != len(heads):
                message = f"the row has {len(row.cells)} cells, and there are {len(heads)} columns"
                raise ParseError(message, source, row.place)
            yield read_row(_by_name(heads, row.cells), names, source, row.place, limits)
        except TradebriefError as error:
            yield error


def _by_name(heads: list[str], cells: list[str]) -> dict[str, str]:
    """The cells by the names of their columns, the first of a name."""
    return dict(zip(reversed(heads), reversed(cells), strict=True))


def _delimiter(text: str, columns: Columns) -> str:
    """What stands between cells: what makes the most columns with known names of the first row, or the most."""

    def known(delimiter: str) -> tuple[int, int]:
        head = next(_rows(text, 0, delimiter), None)
        cells = [] if head is None or head.fault else [cell.strip() for cell in head.cells]
        return sum(field_of(cell) is not None or cell == columns.text for cell in cells), len(cells)

    return max(_DELIMITERS, key=known)  # The first of the best: commas, where nothing tells.


def _rows(text: str, at: int, delimiter: str) -> Iterator[_Row]:
    """The rows of a table that are not blank."""
    bare = _BARE[delimiter]
    while at < len(text):
        start = at
        cells: list[str] = []
        while True:
            if quoted := _QUOTED.match(text, at):
                cells.append(quoted["words"].replace('""', '"'))
                at = quoted.end()
            elif text.startswith('"', at):
                yield _Row(cells, Span(at, at + 1), "the quotation mark is never closed")
                return
            else:
                cell = bare.match(text, at)
                at = cell.end() if cell else at
                cells.append(cell[0] if cell else "")
            if not text.startswith(delimiter, at):
                break
            at += 1
        if (end := _END.match(text, at)) is None:
            line = _LINE_END.match(text, at)
            yield _Row(cells, Span(at, at + 1), "words stand after the closing quotation mark of a cell")
            at = line.end() if line else len(text)
            continue
        if any(cell.strip() for cell in cells):
            yield _Row(cells, Span(start, max(start + 1, at)))
        at = end.end()


def _with_columns(columns: Columns) -> InputFormat:
    return evolve(FORMAT, scan_many=partial(scan, columns=columns))


FORMAT = InputFormat(
    name="csv",
    suffixes=(".csv", ".tsv", ".tab"),
    media_types=("text/csv", "text/tab-separated-values"),
    scan_many=scan,
    with_columns=_with_columns,
    extra="html",
    needs_extra=False,
)
