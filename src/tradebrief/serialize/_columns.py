"""The columns that a class of the model becomes, and the cells that one of its instances gives."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin

import attrs

from tradebrief.model import ActorId, Article, ClaimId, MeasureId, MeasureValue, Target
from tradebrief.serialize._descriptions import descriptions
from tradebrief.text import Span

__all__ = ["Cell", "Column", "ColumnType", "cells_of", "columns_of", "describe", "words_of"]

Cell = str | int | bool | Decimal | tuple[str, ...] | None
_BETWEEN = " … "
_REFERRED = {ActorId: "actors", ClaimId: "claims", MeasureId: "measures"}
# Spans whose words stand elsewhere: those of a section in its paragraphs, those of a block in its content.
_WORDLESS = {("Section", "span"), ("Section", "paragraphs"), ("Block", "span")}


class ColumnType(Enum):
    """What the cells of a column are."""

    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    NUMBER = "number"
    LIST = "list"


@attrs.frozen(kw_only=True)
class Column:
    """One column.

    Attributes:
        name: Its name, unique within its table.
        type: What its cells are.
        description: What they say.
        is_required: Whether no cell is empty.
        refers_to: Name of the table whose key it repeats, if any.
    """

    name: str
    type: ColumnType
    description: str
    is_required: bool
    refers_to: str | None = None


@attrs.frozen
class _Part:
    """Some columns, and what gives their cells of a value in an article."""

    columns: tuple[Column, ...]
    cells: Callable[[Any, Article], tuple[Cell, ...]]


def columns_of(
    cls: type[Any], *, id: str | None = None, prefix: str = "", is_required: bool = True
) -> tuple[Column, ...]:
    """The columns of a class, in the order of its fields.

    Args:
        cls: A class of the model.
        id: Name of the column for its field ``id``.
        prefix: What their names begin with.
        is_required: Whether every row has such a value.
    """
    parts = _parts(cls, id)
    columns = [column for part in parts for column in part.columns]
    return tuple(
        attrs.evolve(column, name=f"{prefix}{column.name}", is_required=column.is_required and is_required)
        for column in columns
    )


def cells_of(cls: type[Any], value: Any, article: Article, *, id: str | None = None) -> tuple[Cell, ...]:
    """The cells of an instance, as many as the class has columns; all empty where there is no instance."""
    parts = _parts(cls, id)
    if value is None:
        return (None,) * sum(len(part.columns) for part in parts)
    return tuple(cell for part in parts for cell in part.cells(value, article))


def describe(cls: type[Any], name: str) -> str:
    """What the docstring of a class says of an attribute."""
    return descriptions(cls).get(name, "")


def words_of(spans: tuple[Span, ...], article: Article) -> str | None:
    """The words of spans, or None where there are none."""
    return _BETWEEN.join(article[span] for span in spans) if spans else None


def _parts(cls: Any, id: str | None) -> tuple[_Part, ...]:
    return _made_parts(cls, id)


@cache
def _made_parts(cls: Any, id: str | None) -> tuple[_Part, ...]:
    types = typing.get_type_hints(cls)
    found: list[_Part] = []
    for attribute in attrs.fields(cls):
        name = attribute.name
        shown = id if name == "id" and id else name
        part = _part(
            cls,
            name,
            types[name],
            Column(name=shown, type=ColumnType.STRING, description=describe(cls, name), is_required=True),
        )
        if part is not None:
            found.append(part)
    return tuple(found)


def _part(cls: type[Any], name: str, hint: Any, column: Column) -> _Part | None:
    """The columns of a field; None where it is a table of its own, or part of another's row."""
    options = [option for option in _options(hint) if option is not NoneType]
    is_optional = len(options) < len(_options(hint))
    column = attrs.evolve(column, is_required=not is_optional)
    if hint == MeasureValue | None:
        return _of_measure_value(name)
    kind: Any = options[0]
    column = attrs.evolve(column, refers_to=_REFERRED.get(kind) if name != "id" else None)
    if isinstance(kind, NewType):
        kind = kind.__supertype__
    if get_origin(kind) is tuple:
        return _of_list(cls, name, get_args(kind)[0], column)
    if kind is Span:
        return _of_span(cls, name, column)
    if kind in _PLAIN:
        column_type, cell = _PLAIN[kind]
        return _single(attrs.evolve(column, type=column_type), name, cell)
    if issubclass(kind, Enum):
        return _single(column, name, _member)
    return _of_target(name) if kind is Target else None


def _options(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def _same(value: Any) -> Cell:
    found: Cell = value
    return found


def _member(value: Enum) -> Cell:
    return str(value.value)


def _date(value: dt.date) -> Cell:
    return value.isoformat()


_PLAIN: dict[Any, tuple[ColumnType, Callable[[Any], Cell]]] = {
    str: (ColumnType.STRING, _same),
    int: (ColumnType.INTEGER, _same),
    bool: (ColumnType.BOOLEAN, _same),
    Decimal: (ColumnType.NUMBER, _same),
    dt.date: (ColumnType.STRING, _date),
}


def _single(column: Column, name: str, cell: Callable[[Any], Cell]) -> _Part:
    def cells(value: Any, _: Article) -> tuple[Cell, ...]:
        found = getattr(value, name)
        return (None if found is None else cell(found),)

    return _Part((column,), cells)


def _of_span(cls: type[Any], name: str, column: Column) -> _Part:
    prefix = "" if name == "span" else f"{column.name}_"
    words = attrs.evolve(column, name=column.name if prefix else "words")
    is_wordless = (cls.__name__, name) in _WORDLESS

    def cells(value: Any, article: Article) -> tuple[Cell, ...]:
        span: Span | None = getattr(value, name)
        found = _cells_of_spans(() if span is None else (span,), article)
        return found[:2] if is_wordless else found

    places = _places(prefix, column)
    return _Part(places if is_wordless else (*places, words), cells)


def _places(prefix: str, column: Column) -> tuple[Column, ...]:
    """The columns of where something starts and ends."""
    told = {"start": "First code point", "end": "Code point after the last"}
    return tuple(
        attrs.evolve(
            column, name=f"{prefix}{end}", type=ColumnType.INTEGER, description=f"{what} of: {column.description}"
        )
        for end, what in told.items()
    )


def _cells_of_spans(spans: tuple[Span, ...], article: Article) -> tuple[Cell, ...]:
    """Start of the first, end of the last, and the words of all."""
    return (spans[0].start, spans[-1].end, words_of(spans, article)) if spans else (None, None, None)


def _of_list(cls: type[Any], name: str, item: Any, column: Column) -> _Part | None:
    column = attrs.evolve(column, is_required=False)
    if item is Span and (cls.__name__, name) not in _WORDLESS:
        columns = (*_places(f"{name}_", column), column)
        return _Part(columns, lambda value, article: _cells_of_spans(getattr(value, name), article))
    if item is str:
        return _Part((attrs.evolve(column, type=ColumnType.LIST),), lambda value, _: (getattr(value, name) or None,))
    return None


def _of_target(name: str) -> _Part:
    columns = columns_of(Target, prefix="target_", is_required=False)
    renamed = {"target_words": "target"}
    columns = tuple(attrs.evolve(column, name=renamed.get(column.name, column.name)) for column in columns)
    return _Part(columns, lambda value, article: cells_of(Target, getattr(value, name), article))


def _of_measure_value(name: str) -> _Part:
    """One column for each field that any sort of value has; each sort fills its own."""
    fields: dict[str, Column] = {}
    kinds: tuple[type[Any], ...] = get_args(MeasureValue)
    for cls in kinds:
        for column in columns_of(cls, is_required=False):
            fields.setdefault(column.name, column)
    unit = [fields.pop(shared) for shared in ("unit", "currency")]
    columns = (*fields.values(), *unit)

    def cells(value: Any, article: Article) -> tuple[Cell, ...]:
        found = getattr(value, name)
        if found is None:
            return (None,) * len(columns)
        kind: type[Any] = found.__class__
        names = (column.name for column in columns_of(kind))
        named = dict(zip(names, cells_of(kind, found, article), strict=True))
        return tuple(named.get(column.name) for column in columns)

    return _Part(columns, cells)
