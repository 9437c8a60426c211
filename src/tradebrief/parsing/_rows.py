"""A row of a table, with a text and what is known of it, as a layout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import asdict, evolve

from tradebrief.errors import MissingExtraError, ParseError
from tradebrief.formats import Columns, Layout, Limits, Metadata
from tradebrief.model import Diagnostic, RuleId
from tradebrief.parsing._bodies import scan_body, with_front
from tradebrief.parsing._metadata import (
    field_of,
    is_address,
    is_list,
    is_object,
    names_of,
    one_line,
    read_day,
    read_language,
    tags_of,
)
from tradebrief.text import Source, Span

__all__ = ["find_columns", "read_row"]

_MOST_NAMES = 40  # Columns that an error lists.


def find_columns(names: Iterable[str], columns: Columns, source: Source, place: Span) -> dict[str, str]:
    """The name of the column that holds each field, of those that a table has.

    Args:
        names: The columns there are.
        columns: Those that the caller names.
        source: The table.
        place: Where its columns are named.

    Raises:
        ParseError: If a column that the caller names is not there, or none holds the text.
    """
    there = list(dict.fromkeys(names))
    found: dict[str, str] = {}
    for name in there:
        if (field := field_of(name)) is not None:
            found.setdefault(field, name)
    stated: dict[str, str | None] = asdict(columns)
    by_folded = {name.strip().casefold(): name for name in reversed(there)}
    listed = ", ".join(name[:60] for name in there[:_MOST_NAMES]) or "none"
    for field, wanted in stated.items():
        if wanted is None:
            continue
        if wanted not in there and wanted.strip().casefold() not in by_folded:
            raise ParseError(f"no column {wanted!r} (there are: {listed})", source, place)
        found[field] = wanted if wanted in there else by_folded[wanted.strip().casefold()]
    taken = set(stated.values())
    found = {field: name for field, name in found.items() if stated[field] or name not in taken}
    if "text" not in found:
        raise ParseError(f"no column is known to hold the text, name it (there are: {listed})", source, place)
    return found


def read_row(
    row: Mapping[str, object], names: Mapping[str, str], source: Source, place: Span, limits: Limits
) -> Layout:
    """The layout of a row's text under its title, with what the row states.

    Args:
        row: The values by their columns.
        names: The column of each field.
        source: The table.
        place: Where the row stands in it.
        limits: How much a text may hold.

    Raises:
        ParseError: If there is no text in it.
        LimitError: If the text holds more than the limits allow.
        MissingExtraError: If the text is HTML, and what reads that is not installed.
    """
    values = {field: row.get(name) for field, name in names.items()}
    text, title = values["text"], one_line(values.get("title"))
    if not isinstance(text, str) or not text.strip():
        raise ParseError(f"there is no text in the column {names['text']!r}", source, place)
    name = f"{source.name}, line {source.position(place.start).line}"
    try:
        body = scan_body(text, name, limits, under_title=title is not None)
    except ModuleNotFoundError as error:
        raise MissingExtraError("html", "html") from error
    layout = with_front(body, headline=title)
    published = values.get("published")
    day = read_day(published)
    notes = layout.diagnostics
    if day is None and published is not None and published != "":
        message = f"the date of the row is none that could be read: {str(published)[:40]}"
        notes += (Diagnostic(rule=RuleId("rows.date"), message=message),)
    read = set(names.values())
    left = [name[:60] for name, value in row.items() if name not in read and value is not None and value != ""]
    if left:
        message = f"columns of the row that are not read: {', '.join(left[:_MOST_NAMES])}"
        notes += (Diagnostic(rule=RuleId("rows.column"), message=message),)
    address, key = values.get("url"), one_line(values.get("id"))
    if not is_address(address) and is_address(key):
        address, key = key, None
    metadata = Metadata(
        title=title,
        author=names_of(_each(values.get("author"))),
        publisher=names_of(_each(values.get("publisher"))),
        published=day,
        language=read_language(values.get("language")),
        url=str(address) if is_address(address) else None,
        id=key,
        tags=tags_of(_each(values.get("tags"))),
    )
    return evolve(layout, metadata=metadata, diagnostics=notes)


def _each(value: object) -> list[object]:
    """The values of a list, or the one there is; of an object its name."""
    return [item.get("name") if is_object(item) else item for item in (value if is_list(value) else [value])]
