"""From the rows of the tables back to the documents that they are of.

A record is a row by the names of its columns. Only ids, offsets and values count: words that repeat what an offset
leads to are not looked at. What a document gets is checked as every JSON document is.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from tradebrief.errors import Fault, ValidationError
from tradebrief.model import (
    SCHEMA_VERSION,
    Actor,
    Amount,
    Article,
    Block,
    Change,
    Claim,
    Day,
    Diagnostic,
    Duration,
    Generator,
    Interval,
    Link,
    Measure,
    MeasureValue,
    Mention,
    Place,
    Provenance,
    Role,
    Section,
    Stance,
    Target,
    Voice,
)
from tradebrief.serialize._columns import Cell
from tradebrief.serialize.tables import TableName
from tradebrief.text import Span

__all__ = ["Record", "documents_of"]

Record = Mapping[str, Cell]
_Document = dict[str, Any]
_Rows = Mapping[TableName, Sequence[Record]]
_VALUES: Mapping[str, type[MeasureValue]] = {
    "date": Day,
    "duration": Duration,
    "low": Interval,
    "high": Interval,
    "before": Change,
    "after": Change,
    "value": Amount,
}
_SEVERAL = {
    TableName.SECTIONS: ("paragraphs",),
    TableName.CLAIMS: ("content", "conditions"),
    TableName.STANCES: ("conditions", "evidence"),
}


def documents_of(records: Mapping[TableName, Iterable[Record]], name: str) -> Iterator[_Document]:
    """The document of each article, in the order of the table ``articles``; of a brief or of an article alone.

    Args:
        records: The rows of each table; a table that is not there has none.
        name: What to call them in errors.

    Raises:
        ValidationError: If a row is of an article that is not there, or sections stand within each other in a circle.
    """
    by_article: dict[Cell, dict[TableName, list[Record]]] = {}
    for record in records.get(TableName.ARTICLES, ()):
        by_article[record.get("article")] = {TableName.ARTICLES: [record]}
    for table, rows in records.items():
        for record in rows:
            found = by_article.get(record.get("article"))
            if found is None:
                raise _fault(
                    f"a row of {table.value} is of an article that is not there: {record.get('article')}", name
                )
            if table is not TableName.ARTICLES:
                found.setdefault(table, []).append(record)
    for rows_of_one in by_article.values():
        yield _document(rows_of_one, name)


def _document(rows: _Rows, name: str) -> _Document:
    (record,) = rows[TableName.ARTICLES]
    spans = _spans(rows)
    article = _fields(Article, record)
    article["provenance"] = _fields(Provenance, record)
    article["provenance"]["links"] = _numbered(rows, TableName.LINKS, Link)
    article["key_points"] = spans.get((TableName.ARTICLES.value, "", "key_points"), [])
    article["sections"] = _sections(rows, spans, name)
    article["blocks"] = _numbered(rows, TableName.BLOCKS, Block)
    notes = _sorted(rows, TableName.DIAGNOSTICS)
    article["diagnostics"] = [_fields(Diagnostic, note) for note in notes if note.get("step") == "article"]
    if record.get("schema_version") is None:
        return {"schema_version": SCHEMA_VERSION, "article": article}
    generator = {
        name.removeprefix("generator_"): cell for name, cell in record.items() if name.startswith("generator_")
    }
    return {
        "schema_version": record["schema_version"],
        "generator": _fields(Generator, generator),
        "article": article,
        "actors": _actors(rows),
        "places": _places(rows),
        "claims": _items(rows, TableName.CLAIMS, Claim, spans),
        "stances": _items(rows, TableName.STANCES, Stance, spans),
        "measures": _items(rows, TableName.MEASURES, Measure, spans),
        "voices": _numbered(rows, TableName.VOICES, Voice),
        "diagnostics": [_fields(Diagnostic, note) for note in notes if note.get("step") != "article"],
    }


def _fields(cls: type[Any], record: Record, *, id: str = "id") -> _Document:
    """The fields of a class that are columns; those whose column is not there are left to their defaults."""
    found: _Document = {}
    for name, hint in typing.get_type_hints(cls).items():
        shown = id if name == "id" else name
        options = get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)
        kind: Any = next(option for option in options if option is not NoneType)
        if hint == MeasureValue | None:
            found[name] = _value(record)
        elif kind is Span:
            prefix = "" if name == "span" else f"{name}_"
            found[name] = _span(record, prefix)
        elif kind is Target:
            inner = {key.removeprefix("target_"): cell for key, cell in record.items() if key.startswith("target_")}
            found[name] = None if inner.get("kind") is None else _fields(Target, inner)
        elif kind == tuple[str, ...]:
            cells = record.get(shown)
            found[name] = list(cells) if isinstance(cells, tuple) else []
        elif get_origin(kind) is not tuple and not attrs.has(kind) and shown in record:
            found[name] = record[shown]
    return found


def _span(record: Record, prefix: str) -> list[Cell] | None:
    start, end = record.get(f"{prefix}start"), record.get(f"{prefix}end")
    return None if start is None and end is None else [start, end]


def _value(record: Record) -> _Document | None:
    cls = next((cls for name, cls in _VALUES.items() if record.get(name) is not None), None)
    if cls is None:
        return None
    cells = {field.name: record.get(field.name) for field in attrs.fields(cls)}
    return {name: str(cell) if isinstance(cell, Decimal) else cell for name, cell in cells.items()}


def _spans(rows: _Rows) -> dict[tuple[Cell, Cell, Cell], list[list[Cell]]]:
    """The spans of fields that hold several, by table, row and field; of the one row of articles without its id."""
    found: dict[tuple[Cell, Cell, Cell], list[list[Cell]]] = {}
    for record in sorted(rows.get(TableName.SPANS, ()), key=lambda record: _number(record, "number")):
        table, row = record.get("table"), record.get("row")
        key = (table, "" if table == TableName.ARTICLES.value else row, record.get("field"))
        found.setdefault(key, []).append([record.get("start"), record.get("end")])
    return found


def _items(rows: _Rows, table: TableName, cls: type[Any], spans: Mapping[Any, list[list[Cell]]]) -> list[_Document]:
    """Claims, stances or measures, each with its spans."""
    id = table.value.removesuffix("s")
    found: list[_Document] = []
    for record in rows.get(table, ()):
        item = _fields(cls, record, id=id)
        for field in _SEVERAL.get(table, ()):
            item[field] = spans.get((table.value, record.get(id), field), [])
        found.append(item)
    return found


def _sections(rows: _Rows, spans: Mapping[Any, list[list[Cell]]], name: str) -> list[_Document]:
    made: dict[Cell, _Document] = {}
    outermost: list[_Document] = []
    for record in _sorted(rows, TableName.SECTIONS):
        number, parent = record.get("section"), record.get("parent")
        section = _fields(Section, record)
        section["paragraphs"] = spans.get((TableName.SECTIONS.value, str(number), "paragraphs"), [])
        section["sections"] = []
        if parent is not None and parent not in made:
            raise _fault(f"section {number} stands in section {parent}, which does not come before it", name)
        made[number] = section
        (outermost if parent is None else made[parent]["sections"]).append(section)
    return outermost


def _actors(rows: _Rows) -> list[_Document]:
    roles = _grouped(rows, TableName.ROLES, Role, "actor")
    mentions = _grouped(rows, TableName.MENTIONS, Mention, "actor")
    return [
        {
            **_fields(Actor, record, id="actor"),
            "roles": roles.get(record.get("actor"), []),
            "mentions": mentions.get(record.get("actor"), []),
        }
        for record in rows.get(TableName.ACTORS, ())
    ]


def _places(rows: _Rows) -> list[_Document]:
    mentions = _grouped(rows, TableName.MENTIONS, Mention, "place")
    return [
        {**_fields(Place, record, id="place"), "mentions": mentions.get(record.get("place"), [])}
        for record in rows.get(TableName.PLACES, ())
    ]


def _grouped(rows: _Rows, table: TableName, cls: type[Any], by: str) -> dict[Cell, list[_Document]]:
    found: dict[Cell, list[_Document]] = {}
    for record in _sorted(rows, table):
        found.setdefault(record.get(by), []).append(_fields(cls, record))
    return found


def _numbered(rows: _Rows, table: TableName, cls: type[Any]) -> list[_Document]:
    return [_fields(cls, record) for record in _sorted(rows, table)]


def _sorted(rows: _Rows, table: TableName) -> list[Record]:
    """The rows of a table by their numbers, in whatever order a program has left them."""
    return sorted(rows.get(table, ()), key=lambda record: _number(record, table.value.removesuffix("s")))


def _number(record: Record, name: str) -> int:
    cell = record.get(name)
    return cell if isinstance(cell, int) else 0


def _fault(message: str, name: str) -> ValidationError:
    return ValidationError((Fault("$", message),), name)
