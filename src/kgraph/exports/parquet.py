"""Tables as Parquet, for who reads by column: needs the extra `parquet`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kgraph.errors import KgraphError
from kgraph.exports.panels import SEPARATOR
from kgraph.exports.quads import Source
from kgraph.exports.tables import COLUMNS, DECIMALS, INTEGERS, LISTS, Row, read_rows

_ROWS = 20_000


def write_parquet(source: Source, folder: Path) -> None:
    """Writes one Parquet file for each table into a folder that exists; texts are whole, several values are lists where that is usual.

    KgraphError where pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise KgraphError("Parquet needs pyarrow", mend="install kgraph[parquet]") from error

    kinds = {True: pyarrow.list_(pyarrow.string()), False: pyarrow.string()}
    numbers = dict.fromkeys(INTEGERS, pyarrow.int64()) | dict.fromkeys(DECIMALS, pyarrow.float64())
    schemas = {
        table: pyarrow.schema([(column, numbers.get(column, kinds[column in LISTS])) for column in columns])
        for table, columns in COLUMNS.items()
    }
    writers = {table: parquet.ParquetWriter(folder / f"{table}.parquet", schema, compression="zstd") for table, schema in schemas.items()}
    held: dict[str, list[dict[str, Any]]] = {table: [] for table in COLUMNS}
    try:
        for table, row in read_rows(source):
            held[table].append(_record(table, row))
            if len(held[table]) == _ROWS:
                writers[table].write_table(pyarrow.Table.from_pylist(held[table], schema=schemas[table]))
                held[table].clear()
        for table, rest in held.items():
            writers[table].write_table(pyarrow.Table.from_pylist(rest, schema=schemas[table]))
    finally:
        for writer in writers.values():
            writer.close()


def _record(table: str, row: Row) -> dict[str, Any]:
    return {column: _value(column, row[column]) for column in COLUMNS[table] if row.get(column)}


def _value(column: str, values: tuple[str, ...]) -> Any:
    if column in INTEGERS:
        return int(values[0])
    if column in DECIMALS:
        return float(values[0])
    return list(values) if column in LISTS else SEPARATOR.join(values)
