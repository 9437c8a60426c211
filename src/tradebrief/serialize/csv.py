"""A folder of CSV files, one for each table, of any number of briefs; with a ``datapackage.json`` that tells of them.

Lines end in CRLF and cells are quoted as RFC 4180 has it; the bytes are UTF-8 without a mark. An empty cell says that
there is nothing. Numbers are exact, lists are JSON arrays. Text is safe to open in a spreadsheet, and can be turned
back into what it was: see ``tradebrief.serialize.cells``. An empty text, which is not nothing, is one apostrophe.

The tables hold everything that the JSON document holds, and can be read back, whatever the order of rows and columns.
"""

from __future__ import annotations

import csv
import json as standard_json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from io import StringIO
from threading import Lock
from typing import Any

from tradebrief.errors import Fault, FormatError, ValidationError
from tradebrief.formats import Content, Export, OutputFormat, Reading
from tradebrief.model import Article, Brief
from tradebrief.serialize import json
from tradebrief.serialize._columns import Cell, Column, ColumnType
from tradebrief.serialize._shapes import is_list
from tradebrief.serialize.cells import neutralized, restored
from tradebrief.serialize.records import Record, documents_of
from tradebrief.serialize.rows import Row, rows_of
from tradebrief.serialize.tables import Table, TableName, tables

__all__ = ["DATA_PACKAGE", "FORMAT", "export", "loads_many"]

_LIMIT_LOCK = Lock()  # The standard library's limit on a cell is one for the whole process.
DATA_PACKAGE = "datapackage.json"
_TYPES = {ColumnType.LIST: "array"}


def export(values: Sequence[Brief | Article]) -> Export:
    """The tables of briefs and articles, each as a file of its name."""
    rows = rows_of(values)
    files: dict[str, str | bytes] = {f"{table.name.value}.csv": _file(table, rows[table.name]) for table in tables()}
    return Export(content={**files, DATA_PACKAGE: _package()})


def _file(table: Table, rows: Iterable[Row]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    shown = [_SHOWN[column.type] for column in table.columns]
    for row in rows:
        writer.writerow("" if cell is None else show(cell) for show, cell in zip(shown, row, strict=True))
    return out.getvalue()


def _text(cell: Cell) -> str:
    return neutralized(str(cell)) or "'"


def _boolean(cell: Cell) -> str:
    return "true" if cell else "false"


def _number(cell: Cell) -> str:
    return f"{cell:f}" if isinstance(cell, Decimal) and abs(cell.adjusted()) < 30 else str(cell)


def _list(cell: Cell) -> str:
    return standard_json.dumps(cell, ensure_ascii=False)


_SHOWN: dict[ColumnType, Callable[[Cell], str]] = {
    ColumnType.STRING: _text,
    ColumnType.INTEGER: str,
    ColumnType.BOOLEAN: _boolean,
    ColumnType.NUMBER: _number,
    ColumnType.LIST: _list,
}


def loads_many(content: Content, reading: Reading) -> Iterator[Brief | Article]:
    """The values that the tables are of, in the order of ``articles.csv``.

    Raises:
        FormatError: If it is no folder, or has no ``articles.csv``.
        ValidationError: If a file is no CSV, a cell is not what its column holds, or rows do not make a document.
        LimitError: If there is more than the limits allow.
    """
    if not isinstance(content, Mapping) or f"{TableName.ARTICLES.value}.csv" not in content:
        raise FormatError(f"{reading.name}: the format csv is a folder with a file articles.csv")
    reading.limits.check("document", sum(map(len, content.values())), reading.name)
    records = {
        table.name: list(_records(table, data, reading))
        for table in tables()
        if (data := content.get(f"{table.name.value}.csv")) is not None
    }
    for document in documents_of(records, reading.name):
        yield json.read_value(document, reading)


def _records(table: Table, data: str | bytes, reading: Reading) -> Iterator[Record]:
    name = f"{reading.name}/{table.name.value}.csv"
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        lines = _lines(text.removeprefix("\ufeff"), reading)
    except (UnicodeDecodeError, csv.Error) as error:
        raise ValidationError((Fault("$", f"not CSV in UTF-8: {error}"),), name) from None
    columns = {column.name: column for column in table.columns}
    header = lines[0] if lines else []
    for number, line in enumerate(lines[1:], start=2):
        if len(line) != len(header):
            message = f"row {number} has {len(line)} cells, and the first has {len(header)}"
            raise ValidationError((Fault("$", message),), name)
        record: dict[str, Cell] = {}
        for title, text in zip(header, line, strict=True):
            if (column := columns.get(title)) is None:
                continue  # Somebody's own.
            try:
                record[title] = _READ[column.type](text) if text else None
            except (ValueError, InvalidOperation):
                message = f"row {number}, {title}: expected {column.type.value}, not {text[:40]!r}"
                raise ValidationError((Fault("$", message),), name) from None
        yield record


def _lines(text: str, reading: Reading) -> list[list[str]]:
    """The cells of every line, however long."""
    with _LIMIT_LOCK:
        before = csv.field_size_limit(reading.limits.document)
        try:
            return [line for line in csv.reader(StringIO(text, newline=""), strict=True) if line]
        finally:
            csv.field_size_limit(before)


def _read_integer(text: str) -> Cell:
    if not text.isascii() or not text.removeprefix("-").isdigit():
        raise ValueError(text)
    return int(text)


def _read_boolean(text: str) -> Cell:
    found = {"true": True, "false": False}.get(text.lower())  # A spreadsheet writes TRUE.
    if found is None:
        raise ValueError(text)
    return found


def _read_list(text: str) -> Cell:
    found: object = standard_json.loads(text)
    if not is_list(found) or not all(isinstance(item, str) for item in found):
        raise ValueError(text)
    return tuple(found)


_READ: dict[ColumnType, Callable[[str], Cell]] = {
    ColumnType.STRING: restored,
    ColumnType.INTEGER: _read_integer,
    ColumnType.BOOLEAN: _read_boolean,
    ColumnType.NUMBER: Decimal,
    ColumnType.LIST: _read_list,
}


def _package() -> str:
    """What there is in the folder, as Data Package 2.0 describes it."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "tradebrief",
        "resources": [_resource(table) for table in tables()],
    }
    return standard_json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    keys = {other.name.value: other.key for other in tables()}
    return {
        "name": table.name.value,
        "path": f"{table.name.value}.csv",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": _reference(column),
                    "reference": {"resource": column.refers_to, "fields": list(keys[column.refers_to])},
                }
                for column in table.columns
                if column.refers_to
            ],
        },
    }


def _reference(column: Column) -> list[str]:
    """The columns that together name a row of another table."""
    return [column.name] if column.refers_to == "articles" else ["article", column.name]


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, column.type.value),
        "description": column.description,
    }
    return {**field, "constraints": {"required": True}} if column.is_required else field


FORMAT = OutputFormat(
    name="csv", suffixes=(), media_types=("text/csv",), export=export, is_for_many=True, loads_many=loads_many
)
