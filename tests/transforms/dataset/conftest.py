from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from transforms.dataset import Dataset, StagedBatch
from transforms.dataset.parts import STATE_SCHEMAS, write_part
from transforms.tables import SCHEMAS

NOW = datetime(2023, 3, 21, tzinfo=UTC)


def rows_for(name: str, **values: Any) -> dict[str, Any]:
    """A row with a value in every column that needs one."""
    defaults: dict[pa.DataType, Any] = {
        pa.string(): "x", pa.int32(): 0, pa.int64(): 0, pa.float64(): 0.0, pa.bool_(): True,
        pa.timestamp("us", tz="UTC"): NOW,
    }  # fmt: skip
    schema = SCHEMAS[name] if name in SCHEMAS else STATE_SCHEMAS[name]
    return {field.name: None if field.nullable else defaults[field.type] for field in schema} | values


def stage(dataset: Dataset, batch_id: str, article_ids: Iterable[str], **options: Any) -> StagedBatch:
    """A batch of small articles, with one mention of one entity each, and a reject."""
    folder = dataset.layout.staging("run") / batch_id
    ids = list(article_ids)
    tables = {
        "articles": [rows_for("articles", article_id=i, batch_id=batch_id, source_file=i) for i in ids],
        "mentions": [rows_for("mentions", article_id=i, entity_id="e") for i in ids],
        "records": [rows_for("records", article_id=i, record_sha256=f"{i} {batch_id}") for i in ids],
        "rejects": [rows_for("rejects", source_file=batch_id, reason="no_text")],
    }
    if not dataset.layout.parts("entities"):
        tables["entities"] = [rows_for("entities", entity_id="e", mention_count=1, article_count=1)]
    for name, rows in tables.items():
        schema = SCHEMAS[name] if name in SCHEMAS else STATE_SCHEMAS[name]
        write_part(name, pa.Table.from_pylist(rows, schema), folder / f"{name}.parquet")
    return StagedBatch(batch_id, folder, **options)


def content(root: Path) -> dict[str, list[str]]:
    """What any reader finds: article ids by table, read by plain globs."""
    import duckdb

    def column(table: str, name: str) -> list[str]:
        query = f"select {name} from '{root}/{table}/*.parquet' order by 1"  # noqa: S608
        return [row[0] for row in duckdb.sql(query).fetchall()]

    return {
        "articles": column("articles", "article_id"),
        "mentions": column("mentions", "article_id"),
        "rejects": column("rejects", "source_file"),
    }
