"""The staged input of a batch: raw articles and what was rejected while reading, as two files."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from transforms.codes import Precision, PublishedSource, RejectReason, Stage
from transforms.records import Published, RawArticle, Reject

ARTICLES_FILE, REJECTS_FILE = "input_articles.parquet", "input_rejects.parquet"

_ARTICLE_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("article_id", "source_file", "source_format", "raw_text")),
        *((name, pa.string()) for name in ("raw_sha256", "encoding", "title", "url", "outlet")),
        *((name, pa.int64()) for name in ("source_record", "source_bytes")),
        ("authors", pa.list_(pa.string())),
        ("day", pa.date32()),
        ("precision", pa.string()),
        ("published_source", pa.string()),
        ("at", pa.timestamp("us", tz="UTC")),
    ]
)
_REJECT_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("source_file", "stage", "reason", "detail")),
        *((name, pa.string()) for name in ("raw_sha256", "raw_excerpt")),
        ("source_record", pa.int64()),
    ]
)


def write_batch_input(folder: Path, articles: Sequence[RawArticle], rejects: Sequence[Reject]) -> None:
    """Write the input of a batch to its staging folder."""
    folder.mkdir(parents=True)
    rows = [_article_row(article) for article in articles]
    pq.write_table(pa.Table.from_pylist(rows, _ARTICLE_SCHEMA), folder / ARTICLES_FILE, compression="lz4")
    bad = [asdict(reject) for reject in rejects]
    pq.write_table(pa.Table.from_pylist(bad, _REJECT_SCHEMA), folder / REJECTS_FILE, compression="lz4")


def read_batch_input(folder: Path) -> tuple[list[RawArticle], list[Reject]]:
    """Read what `write_batch_input` wrote."""
    articles = pq.read_table(folder / ARTICLES_FILE, partitioning=None).to_pylist()
    rejects = pq.read_table(folder / REJECTS_FILE, partitioning=None).to_pylist()
    return [_article(row) for row in articles], [_reject(row) for row in rejects]


def _article_row(article: RawArticle) -> dict[str, Any]:
    published = article.published
    row = {name: getattr(article, name) for name in _ARTICLE_SCHEMA.names if hasattr(article, name)}
    if published:
        row |= {"day": published.day, "precision": published.precision, "at": published.at}
        row["published_source"] = published.source
    return row


def _article(row: dict[str, Any]) -> RawArticle:
    day, precision, source, at = (row.pop(name) for name in ("day", "precision", "published_source", "at"))
    published = Published(day, Precision(precision), PublishedSource(source), at) if day else None
    return RawArticle(**{**row, "authors": tuple(row["authors"] or ()), "published": published})


def _reject(row: dict[str, Any]) -> Reject:
    return Reject(**{**row, "stage": Stage(row["stage"]), "reason": RejectReason(row["reason"])})
