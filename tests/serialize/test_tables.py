"""Tables: every field has a column, every row its key, and what refers to something finds it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from tests.laws.texts import MARKED_UP, SEEDS
from tests.strategies import briefs

import tradebrief as tb
from tradebrief.serialize._columns import Cell
from tradebrief.serialize.rows import rows_of
from tradebrief.serialize.tables import Table, TableName, tables

BRIEF = tb.read(Path("seeds/japan-us-tariffs.txt") if Path("seeds").exists() else SEEDS[0])


def records(values: list[tb.Brief | tb.Article]) -> Iterator[tuple[Table, list[dict[str, Cell]]]]:
    rows = rows_of(values)
    for table in tables():
        names = [column.name for column in table.columns]
        yield table, [dict(zip(names, row, strict=True)) for row in rows[table.name]]


def check(values: list[tb.Brief | tb.Article]) -> None:
    keys: dict[str, set[tuple[Cell, ...]]] = {}
    for table, rows in records(values):
        found = Counter(tuple(row[name] for name in table.key) for row in rows)
        assert not [key for key, count in found.items() if count > 1], table.name
        keys[table.name.value] = set(found)
        for column in table.columns:
            cells = [row[column.name] for row in rows]
            if column.is_required:
                assert None not in cells, (table.name, column.name)
    for table, rows in records(values):
        for column in table.columns:
            if column.refers_to:
                shared = () if column.refers_to == "articles" else ("article",)
                asked = {tuple(row[name] for name in (*shared, column.name)) for row in rows if row[column.name]}
                assert asked <= keys[column.refers_to], (table.name, column.name)


@settings(max_examples=25)
@given(briefs())
def test_rows_have_their_keys_and_find_what_they_refer_to(value: tb.Brief) -> None:
    check([value, value.article, value])


@pytest.mark.parametrize("seed", [*SEEDS, *MARKED_UP], ids=lambda path: path.stem)
def test_rows_of_seeds_have_their_keys_and_find_what_they_refer_to(seed: Path) -> None:
    check([tb.read(seed)])


def test_every_table_has_a_name_of_its_own_and_columns_with_names_and_descriptions() -> None:
    assert [table.name for table in tables()] == list(TableName)
    for table in tables():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        assert all(column.description for column in table.columns)
        assert set(table.key) <= set(names)


def test_every_field_of_the_model_has_a_column_or_a_table() -> None:
    columns = {table.name.value: {column.name for column in table.columns} for table in tables()}
    for table, cls in (("claims", tb.Claim), ("stances", tb.Stance), ("measures", tb.Measure), ("actors", tb.Actor)):
        fields = {field.name for field in attrs.fields(cls)} - {"id", "span", "value", "mentions", "roles"}
        assert fields <= columns[table]
    assert {"value", "low", "high", "before", "after", "date", "duration", "unit"} <= columns["measures"]
    assert {field.name for field in attrs.fields(tb.Provenance)} - {"links"} <= columns["articles"]


def test_words_are_those_of_their_span() -> None:
    text = BRIEF.article.text
    for _, rows in records([BRIEF]):
        for row in rows:
            if "words" in row and isinstance(row["start"], int) and isinstance(row["end"], int):
                assert row["words"] == text[row["start"] : row["end"]]


def test_stance_leads_to_its_holder_target_and_claim() -> None:
    found = dict(records([BRIEF]))
    stances = next(rows for table, rows in found.items() if table.name is TableName.STANCES) if found else []
    first = BRIEF.stances[0]

    assert stances[0]["holder"] == first.holder
    assert first.target is not None
    assert stances[0]["target"] == BRIEF[first.target.span]
    assert stances[0]["claim"] == first.claim
    assert stances[0]["evidence"] == " … ".join(BRIEF[span] for span in first.evidence)


def test_article_alone_has_a_layout_and_no_findings() -> None:
    rows = rows_of([BRIEF.article])

    assert {name for name, found in rows.items() if found} == {
        TableName.ARTICLES,
        TableName.BLOCKS,
        TableName.SECTIONS,
        TableName.SPANS,
    }
    assert rows[TableName.ARTICLES][0][-4:] == (None,) * 4


def test_sections_are_numbered_with_their_parents() -> None:
    article = tb.parse("# A\n\nOne.\n\n## B\n\nTwo.\n\n# C\n\nThree.\n\n## D\n\nFour.\n", format="markdown")
    names = [column.name for column in next(table for table in tables() if table.name is TableName.SECTIONS).columns]
    rows = [dict(zip(names, row, strict=True)) for row in rows_of([article])[TableName.SECTIONS]]

    assert [row["section"] for row in rows] == list(range(1, len(rows) + 1))
    assert [(row["heading"], row["parent"]) for row in rows if row["heading"] in {"C", "D"}] == [
        ("C", None),
        ("D", next(row["section"] for row in rows if row["heading"] == "C")),
    ]
