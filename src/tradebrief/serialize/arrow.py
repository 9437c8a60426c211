"""The tables as Arrow tables, data frames, Parquet and Arrow IPC files (extra ``arrow``).

The formats ``parquet`` and ``arrow`` are folders with a file for each table, as CSV is, of any number of briefs; texts
stand as they are. Numbers are 64-bit floats: where one is not exact, or too large for it, that is told as a loss. Both
can be read back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

import attrs

from tradebrief.errors import Fault, FormatError, ValidationError
from tradebrief.formats import Content, Export, Loss, OutputFormat, Reading
from tradebrief.model import Article, Brief
from tradebrief.serialize import json
from tradebrief.serialize._columns import Cell, Column, ColumnType
from tradebrief.serialize._shapes import is_list
from tradebrief.serialize.losses import gather
from tradebrief.serialize.records import documents_of
from tradebrief.serialize.rows import Row, rows_of
from tradebrief.serialize.tables import Table, TableName, tables

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

__all__ = ["ARROW", "PARQUET", "to_arrow", "to_pandas"]

_Tables = dict[str, "pa.Table"]


def to_arrow(values: Brief | Article | Iterable[Brief | Article]) -> dict[str, pa.Table]:
    """The tables of one or more briefs as Arrow tables, by name.

    Columns have their types and descriptions; the key of a table is in its metadata.

    Raises:
        MissingExtraError: If pyarrow is not installed.
    """
    from tradebrief.serialize.registry import naming_extra  # noqa: PLC0415 - the registry lists this module.

    with naming_extra(ARROW):
        return _arrow_tables([values] if isinstance(values, Brief | Article) else list(values))


def to_pandas(values: Brief | Article | Iterable[Brief | Article]) -> dict[str, pd.DataFrame]:
    """The tables of one or more briefs as data frames, by name, with pandas' types that know of missing values.

    Raises:
        MissingExtraError: If pyarrow or pandas is not installed.
    """
    from tradebrief.serialize.registry import naming_extra  # noqa: PLC0415 - the registry lists this module.

    with naming_extra(attrs.evolve(ARROW, name="pandas", extra="pandas")):
        import pandas as pd  # noqa: PLC0415 - of an extra.

        found = to_arrow(values).items()
        # pyright does not know what is in some of its optional arguments.
        return {name: table.to_pandas(types_mapper=pd.ArrowDtype) for name, table in found}  # pyright: ignore[reportUnknownMemberType]


def _arrow_tables(values: Sequence[Brief | Article]) -> _Tables:
    rows = rows_of(values)
    return {table.name.value: _arrow_table(table, rows[table.name]) for table in tables()}


def _arrow_table(table: Table, rows: Sequence[Row]) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415 - of an extra.

    schema = pa.schema(
        [
            pa.field(
                column.name,
                _arrow_type(column.type),
                nullable=not column.is_required,
                metadata={"description": column.description},
            )
            for column in table.columns
        ],
        metadata={"description": table.description, "key": " ".join(table.key)},
    )
    columns = zip(*rows, strict=True) if rows else [()] * len(table.columns)
    arrays = [
        pa.array(_converted(column, cells), type=_arrow_type(column.type))
        for column, cells in zip(table.columns, columns, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _converted(column: Column, cells: Iterable[Cell]) -> list[Any]:
    if column.type is ColumnType.NUMBER:
        return [_float(cell) if isinstance(cell, Decimal) else None for cell in cells]
    return list(cells)


def _arrow_type(type: ColumnType) -> pa.DataType:  # noqa: A002 - no other name says it.
    import pyarrow as pa  # noqa: PLC0415 - of an extra.

    types: dict[ColumnType, pa.DataType] = {
        ColumnType.STRING: pa.string(),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.BOOLEAN: pa.bool_(),
        ColumnType.NUMBER: pa.float64(),
        ColumnType.LIST: pa.list_(pa.string()),
    }
    return types[type]


def _float(number: Decimal) -> float | None:
    """The nearest 64-bit float, or None where there is none."""
    found = float(number)
    return found if abs(found) != float("inf") else None


def _losses(value: Brief | Article) -> Iterator[Loss]:
    """The numbers that no 64-bit float is equal to."""
    for index, measure in enumerate(value.measures if isinstance(value, Brief) else ()):
        fields: list[str] = [] if measure.value is None else [field.name for field in attrs.fields(type(measure.value))]
        for field in fields:
            number = getattr(measure.value, field)
            if isinstance(number, Decimal) and (found := _float(number)) != number:
                reason = "too large for a 64-bit float" if found is None else "the nearest 64-bit float stands for it"
                if found is None or Decimal(repr(found)) != number:
                    yield Loss(path=f"$.measures[{index}].value.{field}", reason=reason)


def _exporter(suffix: str, write: Callable[[pa.Table, BytesIO], None]) -> Callable[..., Export]:
    def export(values: Sequence[Brief | Article]) -> Export:
        files: dict[str, str | bytes] = {}
        for name, table in _arrow_tables(values).items():
            out = BytesIO()
            write(table, out)
            files[f"{name}{suffix}"] = out.getvalue()
        return Export(content=files, losses=gather([_losses(value) for value in values]))

    return export


def _write_parquet(table: pa.Table, out: BytesIO) -> None:
    from pyarrow import parquet  # noqa: PLC0415 - of an extra.

    parquet.write_table(table, out, compression="zstd")  # pyright: ignore[reportUnknownMemberType] - as above.


def _write_ipc(table: pa.Table, out: BytesIO) -> None:
    from pyarrow import ipc  # noqa: PLC0415 - of an extra.

    with ipc.new_file(out, table.schema) as writer:
        writer.write_table(table)


def _reader(suffix: str, read: Callable[[bytes, Reading], pa.Table]) -> Callable[..., Iterator[Brief | Article]]:
    def loads_many(content: Content, reading: Reading) -> Iterator[Brief | Article]:
        if not isinstance(content, Mapping) or f"{TableName.ARTICLES.value}{suffix}" not in content:
            raise FormatError(f"{reading.name}: the format is a folder with a file articles{suffix}")
        records = {
            table.name: _records(table, data, reading, read)
            for table in tables()
            if isinstance(data := content.get(f"{table.name.value}{suffix}"), bytes)
        }
        for document in documents_of(records, reading.name):
            yield json.read_value(document, reading)

    return loads_many


def _records(
    table: Table, data: bytes, reading: Reading, read: Callable[[bytes, Reading], pa.Table]
) -> list[dict[str, Cell]]:
    import pyarrow as pa  # noqa: PLC0415 - of an extra.

    name = f"{reading.name}/{table.name.value}"
    try:
        found = read(data, reading)
        reading.limits.check("document", found.nbytes, name)
        rows: list[dict[str, Any]] = found.to_pylist()
    except (pa.ArrowException, OSError, ValueError) as error:
        raise ValidationError((Fault("$", f"not readable: {str(error).splitlines()[0]}"),), name) from None
    return [{key: _cell(value) for key, value in row.items()} for row in rows]


def _cell(value: Any) -> Cell:
    """A cell as the tables have it; what is none of theirs as words, for the document to refuse."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return Decimal(repr(value))
        case _:
            return tuple(map(str, value)) if is_list(value) else str(value)


def _read_parquet(data: bytes, reading: Reading) -> pa.Table:
    from pyarrow import parquet  # noqa: PLC0415 - of an extra.

    file = parquet.ParquetFile(BytesIO(data))
    metadata = file.metadata  # It says how much there is before anything is unpacked.
    size = sum(metadata.row_group(index).total_byte_size for index in range(metadata.num_row_groups))
    reading.limits.check("document", size, reading.name)
    return file.read()  # pyright: ignore[reportUnknownMemberType] - as above.


def _read_ipc(data: bytes, _: Reading) -> pa.Table:
    from pyarrow import ipc  # noqa: PLC0415 - of an extra.

    return ipc.open_file(data).read_all()


PARQUET = OutputFormat(
    name="parquet",
    suffixes=(),
    media_types=("application/vnd.apache.parquet",),
    export=_exporter(".parquet", _write_parquet),
    extra="arrow",
    is_for_many=True,
    loads_many=_reader(".parquet", _read_parquet),
)
ARROW = OutputFormat(
    name="arrow",
    suffixes=(),
    media_types=("application/vnd.apache.arrow.file",),
    export=_exporter(".arrow", _write_ipc),
    extra="arrow",
    is_for_many=True,
    loads_many=_reader(".arrow", _read_ipc),
)
