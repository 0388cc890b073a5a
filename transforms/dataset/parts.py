"""Parquet parts: how they are written, read, and thinned out."""

from collections.abc import Collection, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from transforms.dataset.errors import CorruptDatasetError
from transforms.tables import KEYS, SCHEMAS

ROW_GROUP_ROWS = 128 * 1024

STATE_SCHEMAS: dict[str, pa.Schema] = {
    "records": pa.schema(
        [
            pa.field("article_id", pa.string(), nullable=False),
            pa.field("record_sha256", pa.string(), nullable=False),
            pa.field("signature", pa.binary(), nullable=True),
        ]
    ),
    "names": pa.schema(
        [
            pa.field("article_id", pa.string(), nullable=False),
            pa.field("entity_id", pa.string(), nullable=False),
            pa.field("name", pa.string(), nullable=False),
            pa.field("label", pa.string(), nullable=False),
            pa.field("country_code", pa.string()),
            pa.field("latitude", pa.float64()),
            pa.field("longitude", pa.float64()),
            pa.field("mentions", pa.int64(), nullable=False),
        ]
    ),
}
"""Tables that only the next run reads."""

ALL_SCHEMAS: dict[str, pa.Schema] = {**SCHEMAS, **STATE_SCHEMAS}


def write_part(name: str, table: pa.Table, path: Path) -> None:
    """Write a table as one part, sorted by its key, with the contract's schema and descriptions.

    Raises:
        pyarrow.ArrowInvalid: the columns are not those of the contract.
    """
    keys = KEYS.get(name, ("article_id",))
    table = table.cast(ALL_SCHEMAS[name]).sort_by([(key, "ascending") for key in keys])
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(
        table.replace_schema_metadata(ALL_SCHEMAS[name].metadata),
        path,
        compression="zstd",
        row_group_size=ROW_GROUP_ROWS,
        write_page_index=True,
    )


def read_parts(name: str, paths: Sequence[Path], columns: Sequence[str] | None = None) -> pa.Table:
    """The rows of some parts as one table; an empty table if there are none.

    Raises:
        CorruptDatasetError: a part can't be read or is not of the contract.
    """
    schema = ALL_SCHEMAS[name]
    wanted = schema if columns is None else pa.schema([schema.field(column) for column in columns])
    tables = [_read(path, schema, columns) for path in paths]
    return pa.concat_tables([wanted.remove_metadata().empty_table(), *tables])


def without(table: pa.Table, column: str, values: Collection[str]) -> pa.Table:
    """The rows whose value in `column` is not among `values`."""
    return table.filter(pc.invert(pc.is_in(table.column(column), pa.array(sorted(values), pa.string()))))


def _read(path: Path, schema: pa.Schema, columns: Sequence[str] | None) -> pa.Table:
    try:
        with pq.ParquetFile(path) as file:
            if not file.schema_arrow.equals(schema):
                raise CorruptDatasetError(f"{path} is not of this version's contract; use another output")
            table = file.read(columns=None if columns is None else list(columns))
    except (OSError, pa.ArrowException) as error:
        reason = str(error).splitlines()[0]
        raise CorruptDatasetError(f"{path} is no readable Parquet file: {reason}") from error
    return table.select(columns or schema.names).replace_schema_metadata(None)
