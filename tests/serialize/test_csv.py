"""CSV as other programs read it."""

import csv
import json
from decimal import Decimal
from io import StringIO
from pathlib import Path

import attrs
import duckdb
import pytest
from hypothesis import given, settings
from tests.laws.texts import SEEDS
from tests.strategies import briefs

import tradebrief as tb
from tradebrief.serialize._columns import Cell, ColumnType
from tradebrief.serialize.cells import restored
from tradebrief.serialize.csv import DATA_PACKAGE
from tradebrief.serialize.rows import Row, rows_of
from tradebrief.serialize.tables import TableName, tables


def files_of(*values: tb.Brief | tb.Article) -> dict[str, str]:
    content = tb.export(values, "csv").content
    assert isinstance(content, dict)
    return {name: text for name, text in content.items() if isinstance(text, str)}


def cell_of(text: str, kind: ColumnType) -> Cell:
    """The cell that a text stands for."""
    match kind:
        case _ if not text:
            return None
        case ColumnType.INTEGER:
            return int(text)
        case ColumnType.NUMBER:
            return Decimal(text)
        case ColumnType.BOOLEAN:
            return {"true": True, "false": False}[text]
        case ColumnType.LIST:
            return tuple(json.loads(text))
        case _:
            return restored(text)


def rows_in(files: dict[str, str]) -> dict[TableName, list[Row]]:
    """The rows of the tables, as the standard library reads the files."""
    found: dict[TableName, list[Row]] = {}
    for table in tables():
        header, *lines = csv.reader(StringIO(files[f"{table.name.value}.csv"], newline=""), strict=True)
        assert header == [column.name for column in table.columns]
        kinds = [column.type for column in table.columns]
        found[table.name] = [tuple(map(cell_of, line, kinds)) for line in lines]
    return found


@settings(max_examples=25)
@given(briefs())
def test_every_cell_comes_back(value: tb.Brief) -> None:
    assert rows_in(files_of(value, value.article)) == rows_of([value, value.article])


def test_empty_text_is_told_from_none() -> None:
    article = tb.parse("Quotas loom\n")
    odd = attrs.evolve(article, provenance=attrs.evolve(article.provenance, name="", url=None, title="'"))

    assert rows_in(files_of(odd)) == rows_of([odd])


def test_formula_from_a_text_is_text() -> None:
    files = files_of(tb.read('=HYPERLINK("https://example.org")\n\nOttawa said that quotas would end.\n', name="=1"))

    cells = [cell for text in files.values() for line in csv.reader(StringIO(text, newline="")) for cell in line]

    assert "'=1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_lines_end_as_rfc_4180_has_it() -> None:
    for name, text in files_of(tb.parse('Quotas "loom", soon\n')).items():
        if name != DATA_PACKAGE:
            assert text.endswith("\r\n")
            assert text.count("\r\n") == text.count("\r")
    assert '"Quotas ""loom"", soon\n"' in files_of(tb.parse('Quotas "loom", soon\n'))["articles.csv"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of all seeds."""
    path = tmp_path_factory.mktemp("csv") / "tables"
    tb.dump(tb.read_many(SEEDS), path, "csv")
    return path


def test_duckdb_reads_the_tables_and_joins_them(folder: Path) -> None:
    briefs = [tb.read(path) for path in SEEDS]
    expected = sorted(
        (brief.actor(stance.holder).name, stance.polarity.value, brief[stance.evidence[0]])
        for brief in briefs
        for stance in brief.stances
        if stance.polarity and len(stance.evidence) == 1
    )

    query = f"""
        select actors.name, polarity, evidence
        from '{folder}/stances.csv' stances
        join '{folder}/actors.csv' actors on actors.article = stances.article and actors.actor = stances.holder
        where polarity is not null and evidence not like '% … %'
    """

    assert sorted(duckdb.connect().execute(query).fetchall()) == expected


def test_data_package_describes_what_is_there(folder: Path) -> None:
    package = json.loads((folder / DATA_PACKAGE).read_text(encoding="utf-8"))

    paths = {resource["path"] for resource in package["resources"]}
    assert {path.name for path in folder.iterdir()} == {*paths, DATA_PACKAGE}
    for resource in package["resources"]:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            names = next(csv.reader(file))
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert fields == names
        assert set(resource["schema"]["primaryKey"]) <= set(names)
        for key in resource["schema"]["foreignKeys"]:
            other = next(found for found in package["resources"] if found["name"] == key["reference"]["resource"])
            assert set(key["fields"]) <= set(names)
            assert len(key["fields"]) == len(key["reference"]["fields"])
            assert set(key["reference"]["fields"]) <= {field["name"] for field in other["schema"]["fields"]}


def test_nothing_is_lost() -> None:
    assert tb.export(tb.read(SEEDS[0]), "csv").losses == ()
