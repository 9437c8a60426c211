"""Arrow tables, data frames and Parquet files as other programs read them."""

import sys
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import attrs
import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from pyarrow import parquet
from tests.laws.texts import SEEDS
from tests.strategies import briefs

import tradebrief as tb
from tradebrief.formats import Content
from tradebrief.serialize._columns import Cell
from tradebrief.serialize.rows import rows_of
from tradebrief.serialize.tables import tables

BRIEF = tb.read(SEEDS[0])


def read(content: Content) -> dict[str, pa.Table]:
    """The tables of an export, as pyarrow reads them."""
    assert isinstance(content, dict)
    found: dict[str, pa.Table] = {}
    for name, data in content.items():
        assert isinstance(data, bytes)
        stem, _, suffix = name.partition(".")
        found[stem] = parquet.read_table(BytesIO(data)) if suffix == "parquet" else pa.ipc.open_file(data).read_all()
    return found


def shown(cell: Cell) -> object:
    """A cell as Arrow gives it."""
    return list(cell) if isinstance(cell, tuple) else float(cell) if isinstance(cell, Decimal) else cell


@settings(max_examples=25)
@given(briefs())
def test_tables_hold_the_rows(value: tb.Brief) -> None:
    numbers = [getattr(measure.value, name, None) for measure in value.measures for name in ("value", "low", "high")]
    if any(number is not None and abs(number.adjusted()) > 300 for number in numbers):
        return

    rows, found = rows_of([value]), tb.to_arrow(value)

    for table in tables():
        columns = found[table.name.value].to_pydict()
        assert list(columns) == [column.name for column in table.columns]
        cells = zip(*columns.values(), strict=True)
        assert [tuple(row) for row in cells] == [tuple(map(shown, row)) for row in rows[table.name]]


@pytest.mark.parametrize("format", ["parquet", "arrow"])
def test_files_hold_the_tables_with_types_keys_and_descriptions(format: str) -> None:
    found = read(tb.export([BRIEF, BRIEF.article], format).content)

    expected = tb.to_arrow([BRIEF, BRIEF.article])
    assert found == expected
    stances = found["stances"].schema
    assert stances.metadata is not None
    assert stances.metadata[b"key"] == b"article stance"
    assert str(stances.field("target_start").type) == "int64"
    assert not stances.field("holder").nullable
    assert (stances.field("holder").metadata or {})[b"description"] == b"Id of the actor who holds it."


@pytest.mark.parametrize("format", ["parquet", "arrow"])
def test_same_briefs_give_the_same_bytes(format: str) -> None:
    assert tb.export(BRIEF, format).content == tb.export(BRIEF, format).content


def test_number_that_no_float_is_equal_to_is_told() -> None:
    rates = tb.read("Duties rose to 27.5 percent. Duties rose to 12.25 percent. Duties rose to 5 percent.\n")
    first, second, third, *_ = [measure for measure in rates.measures if isinstance(measure.value, tb.Amount)]
    changed = {
        first.id: tb.Amount(value=Decimal("0.1234567890123456789"), unit="percent"),
        second.id: tb.Amount(value=Decimal("1e400"), unit="percent"),
        third.id: tb.Amount(value=Decimal("27.50"), unit="percent"),
    }
    odd = attrs.evolve(
        rates,
        measures=tuple(attrs.evolve(it, value=changed.get(it.id, it.value)) for it in rates.measures),
    )
    at = {measure.id: index for index, measure in enumerate(odd.measures)}

    export = tb.export(odd, "parquet")

    assert [str(loss) for loss in export.losses] == [
        f"$.measures[{at[first.id]}].value.value: the nearest 64-bit float stands for it",
        f"$.measures[{at[second.id]}].value.value: too large for a 64-bit float",
    ]
    values = dict(
        zip(*map(read(export.content)["measures"].to_pydict().__getitem__, ("measure", "value")), strict=True)
    )
    assert (values[first.id], values[second.id], values[third.id]) == (0.12345678901234568, None, 27.5)


def test_duckdb_reads_parquet(tmp_path: Path) -> None:
    tb.dump(tb.read_many(SEEDS), tmp_path / "tables", "parquet")

    (count,) = duckdb.connect().execute(f"select count(*) from '{tmp_path}/tables/claims.parquet'").fetchall()

    assert count == (sum(len(brief.claims) for brief in tb.read_many(SEEDS)),)


def test_data_frames_know_what_is_missing() -> None:
    frames = tb.to_pandas(BRIEF)

    assert list(frames) == [table.name.value for table in tables()]
    assert len(frames["claims"]) == len(BRIEF.claims)
    assert frames["blocks"]["level"].dtype == "int64[pyarrow]"
    assert list(frames["actors"]["name"]) == [actor.name for actor in BRIEF.actors]


@pytest.mark.parametrize(("module", "extra"), [("pyarrow", "arrow"), ("pandas", "pandas")])
def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, module: str, extra: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    ask = tb.to_arrow if module == "pyarrow" else tb.to_pandas

    with pytest.raises(tb.MissingExtraError, match=rf'pip install "tradebrief\[{extra}\]"'):
        ask(BRIEF)
