"""The tables that CSV, Parquet and Arrow have in common: their columns, and the keys between them.

The columns follow the classes of the model and their docstrings, so that every field has its place:

- A span is three columns, such as ``source_start``, ``source_end`` and ``source``, the words. Of the field ``span``
  they are ``start``, ``end`` and ``words``.
- Where a field holds several spans, its columns have the start of the first, the end of the last, and the words of
  all, with ``" … "`` between them; the table ``spans`` has each by itself.
- The id of a thing is a column with the name of the thing: ``claim`` in ``claims``, and in what refers to a claim.
- Every other list is a table of its own. Rows that have no id are numbered from 1, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache

from attrs import evolve, field, frozen

from tradebrief.model import (
    Actor,
    Article,
    Block,
    Brief,
    Claim,
    Diagnostic,
    Generator,
    Link,
    Measure,
    Mention,
    Place,
    Provenance,
    Role,
    Section,
    Stance,
    Voice,
)
from tradebrief.serialize._columns import Column, ColumnType, columns_of, describe

__all__ = ["Table", "TableName", "tables"]


class TableName(Enum):
    """The tables, in the order in which they refer to each other."""

    ARTICLES = "articles"
    BLOCKS = "blocks"
    SECTIONS = "sections"
    LINKS = "links"
    ACTORS = "actors"
    ROLES = "roles"
    PLACES = "places"
    MENTIONS = "mentions"
    CLAIMS = "claims"
    MEASURES = "measures"
    STANCES = "stances"
    VOICES = "voices"
    DIAGNOSTICS = "diagnostics"
    SPANS = "spans"


@frozen(kw_only=True)
class Table:
    """One table.

    Attributes:
        name: Which it is.
        description: What a row is.
        columns: Its columns, in order.
        key: The columns by which a row is told from all others.
    """

    name: TableName
    description: str
    columns: tuple[Column, ...] = field(repr=False)
    key: tuple[str, ...]


_ARTICLE = Column(
    name="article",
    type=ColumnType.STRING,
    description="Id of the article, from the SHA-256 of its input, such as article:0241f307bc9fa917.",
    is_required=True,
    refers_to="articles",
)


@cache
def tables() -> tuple[Table, ...]:
    """All tables, each after those that it refers to."""
    return tuple(_tables())


def _tables() -> Iterator[Table]:
    yield _table(
        TableName.ARTICLES,
        "One article or brief.",
        (
            *columns_of(Article),
            *columns_of(Provenance),
            _text("schema_version", describe(Brief, "schema_version"), is_required=False),
            *columns_of(Generator, prefix="generator_", is_required=False),
        ),
        key=(),
    )
    yield _numbered(TableName.BLOCKS, "One block; the blocks of an article tile its text.", columns_of(Block))
    yield _numbered(
        TableName.SECTIONS,
        "One section, outer before inner.",
        (
            _number("parent", "Number of the section that it stands in.", is_required=False, refers_to="sections"),
            *columns_of(Section),
        ),
    )
    yield _numbered(TableName.LINKS, "Words that lead somewhere.", columns_of(Link))
    yield _table(TableName.ACTORS, "One actor.", columns_of(Actor, id="actor"), key=("actor",))
    yield _numbered(
        TableName.ROLES, "An office or description that the text gives an actor.", (_of("actor"), *columns_of(Role))
    )
    yield _table(TableName.PLACES, "One place.", columns_of(Place, id="place"), key=("place",))
    yield _numbered(
        TableName.MENTIONS,
        "A spot where an actor, or a place, is named or meant.",
        (_of("actor", is_required=False), _of("place", is_required=False), *columns_of(Mention)),
    )
    yield _table(TableName.CLAIMS, "Somebody is said to say something.", columns_of(Claim, id="claim"), key=("claim",))
    yield _table(
        TableName.MEASURES,
        "An amount, rate, date, product or instrument.",
        columns_of(Measure, id="measure"),
        key=("measure",),
    )
    yield _table(
        TableName.STANCES, "Where somebody stands on something.", columns_of(Stance, id="stance"), key=("stance",)
    )
    yield _numbered(
        TableName.VOICES, "A stretch of text in one voice; the voices of a brief tile its text.", columns_of(Voice)
    )
    yield _numbered(
        TableName.DIAGNOSTICS,
        "Something that reading left open.",
        (_text("step", "What left it open: article (its layout) or brief (its language)."), *columns_of(Diagnostic)),
    )
    yield _table(
        TableName.SPANS,
        "One span of a field that holds several.",
        (
            _text("table", "The table in which the field is a column."),
            _text("row", "Id or number of the row there; the article's id in articles."),
            _text("field", "The field, such as content."),
            _number("number", "Which of its spans, from 1."),
            _number("start", "Where it starts."),
            _number("end", "Where it ends."),
            _text("words", "Its words."),
        ),
        key=("table", "row", "field", "number"),
    )


def _table(name: TableName, description: str, columns: tuple[Column, ...], *, key: tuple[str, ...]) -> Table:
    article = evolve(_ARTICLE, refers_to=None) if name is TableName.ARTICLES else _ARTICLE
    return Table(name=name, description=description, columns=(article, *columns), key=("article", *key))


def _numbered(name: TableName, description: str, columns: tuple[Column, ...]) -> Table:
    """A table whose rows are numbered within the article."""
    number = name.value.removesuffix("s")
    counted = _number(number, "Number of the row within the article, from 1.")
    return _table(name, description, (counted, *columns), key=(number,))


def _text(name: str, description: str, *, is_required: bool = True) -> Column:
    return Column(name=name, type=ColumnType.STRING, description=description, is_required=is_required)


def _number(name: str, description: str, *, is_required: bool = True, refers_to: str | None = None) -> Column:
    return Column(
        name=name, type=ColumnType.INTEGER, description=description, is_required=is_required, refers_to=refers_to
    )


def _of(name: str, *, is_required: bool = True) -> Column:
    return Column(
        name=name,
        type=ColumnType.STRING,
        description=f"Id of the {name}.",
        is_required=is_required,
        refers_to=f"{name}s",
    )
