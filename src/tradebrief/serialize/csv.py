"""A folder of CSV files, one for each table, of any number of briefs; with a ``datapackage.json`` that tells of them.

Lines end in CRLF and cells are quoted as RFC 4180 has it; the bytes are UTF-8 without a mark. An empty cell says that
there is nothing. Numbers are exact, lists are JSON arrays. Text is safe to open in a spreadsheet, and can be turned
back into what it was: see ``tradebrief.serialize.cells``. An empty text, which is not nothing, is one apostrophe.

The tables hold everything that the JSON document holds.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from io import StringIO
from typing import Any

from tradebrief.formats import Export, OutputFormat
from tradebrief.model import Article, Brief
from tradebrief.serialize._columns import Cell, Column, ColumnType
from tradebrief.serialize.cells import neutralized
from tradebrief.serialize.rows import Row, rows_of
from tradebrief.serialize.tables import Table, tables

__all__ = ["DATA_PACKAGE", "FORMAT", "export"]

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
    return json.dumps(cell, ensure_ascii=False)


_SHOWN: dict[ColumnType, Callable[[Cell], str]] = {
    ColumnType.STRING: _text,
    ColumnType.INTEGER: str,
    ColumnType.BOOLEAN: _boolean,
    ColumnType.NUMBER: _number,
    ColumnType.LIST: _list,
}


def _package() -> str:
    """What there is in the folder, as Data Package 2.0 describes it."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "tradebrief",
        "resources": [_resource(table) for table in tables()],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


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


FORMAT = OutputFormat(name="csv", suffixes=(), media_types=("text/csv",), export=export, is_for_many=True)
