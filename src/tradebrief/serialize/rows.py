"""The rows that briefs and articles are in the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

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
from tradebrief.serialize._columns import Cell, cells_of
from tradebrief.serialize.article_ids import article_ids
from tradebrief.serialize.tables import TableName
from tradebrief.text import Span

__all__ = ["Row", "rows_of"]

Row = tuple[Cell, ...]
_Placed = Iterator[tuple[TableName, Row]]


def rows_of(values: Sequence[Brief | Article]) -> dict[TableName, list[Row]]:
    """The rows of every table, each with as many cells as the table has columns, in the order of values and texts."""
    found: dict[TableName, list[Row]] = {name: [] for name in TableName}
    for id, value in zip(article_ids(values), values, strict=True):
        key = f"article:{id}"  # Digits alone a spreadsheet would take for a number.
        for name, row in _rows(value, key):
            found[name].append((key, *row))
    return found


def _rows(value: Brief | Article, key: str) -> _Placed:
    article = value.article if isinstance(value, Brief) else value
    brief = value if isinstance(value, Brief) else None
    yield (
        TableName.ARTICLES,
        (
            *cells_of(Article, article, article),
            *cells_of(Provenance, article.provenance, article),
            brief.schema_version if brief else None,
            *cells_of(Generator, brief.generator if brief else None, article),
        ),
    )
    yield from _spans(TableName.ARTICLES, key, article, article, ("key_points",))
    yield from _numbered(TableName.BLOCKS, Block, article.blocks, article)
    yield from _sections(article)
    yield from _numbered(TableName.LINKS, Link, article.provenance.links, article)
    if brief:
        yield from _actors(brief)
        yield from _findings(brief)
        yield from _numbered(TableName.VOICES, Voice, brief.voices, article)
    yield from _diagnostics(article, brief)


def _numbered(name: TableName, cls: type[Any], items: Iterable[Any], article: Article) -> _Placed:
    for number, item in enumerate(items, start=1):
        yield name, (number, *cells_of(cls, item, article))


def _spans(name: TableName, row: str, value: Any, article: Article, fields: Iterable[str]) -> _Placed:
    for field in fields:
        spans: tuple[Span, ...] = getattr(value, field)
        for number, span in enumerate(spans, start=1):
            yield TableName.SPANS, (name.value, row, field, number, span.start, span.end, article[span])


def _sections(article: Article) -> _Placed:
    numbers = count(1)
    waiting: list[tuple[int | None, Section]] = [(None, section) for section in reversed(article.sections)]
    while waiting:  # Not by recursion: sections may nest deeper than Python calls.
        parent, section = waiting.pop()
        number = next(numbers)
        yield TableName.SECTIONS, (number, parent, *cells_of(Section, section, article))
        yield from _spans(TableName.SECTIONS, str(number), section, article, ("paragraphs",))
        waiting += [(number, inner) for inner in reversed(section.sections)]


def _actors(brief: Brief) -> _Placed:
    article, roles, mentions = brief.article, count(1), count(1)
    for actor in brief.actors:
        yield TableName.ACTORS, cells_of(Actor, actor, article, id="actor")
        for role in actor.roles:
            yield TableName.ROLES, (next(roles), actor.id, *cells_of(Role, role, article))
        for mention in actor.mentions:
            yield TableName.MENTIONS, (next(mentions), actor.id, None, *cells_of(Mention, mention, article))
    for place in brief.places:
        yield TableName.PLACES, cells_of(Place, place, article, id="place")
        for mention in place.mentions:
            yield TableName.MENTIONS, (next(mentions), None, place.id, *cells_of(Mention, mention, article))


def _findings(brief: Brief) -> _Placed:
    article = brief.article
    for claim in brief.claims:
        yield TableName.CLAIMS, cells_of(Claim, claim, article, id="claim")
        yield from _spans(TableName.CLAIMS, claim.id, claim, article, ("content", "conditions"))
    for measure in brief.measures:
        yield TableName.MEASURES, cells_of(Measure, measure, article, id="measure")
    for stance in brief.stances:
        yield TableName.STANCES, cells_of(Stance, stance, article, id="stance")
        yield from _spans(TableName.STANCES, stance.id, stance, article, ("conditions", "evidence"))


def _diagnostics(article: Article, brief: Brief | None) -> _Placed:
    numbers = count(1)
    for step, notes in (("article", article.diagnostics), ("brief", brief.diagnostics if brief else ())):
        for note in notes:
            yield TableName.DIAGNOSTICS, (next(numbers), step, *cells_of(Diagnostic, note, article))
