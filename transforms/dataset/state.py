"""What a dataset already holds, as far as the next run needs to know."""

from dataclasses import dataclass
from pathlib import Path

from transforms.dataset.layout import Layout
from transforms.dataset.parts import read_parts


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article of the dataset. `record_sha256` covers its metadata too; None if that is unknown."""

    batch_id: str
    source_file: str
    raw_sha256: str
    record_sha256: str | None
    config_hash: str
    pipeline_version: str


@dataclass(frozen=True, slots=True)
class KnownReject:
    """A record that did not get in earlier, and the part that its row stands in."""

    batch_id: str
    reason: str
    raw_sha256: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class DatasetState:
    """Articles by id, rejects by source_file and source_record."""

    articles: dict[str, KnownArticle]
    rejects: dict[tuple[str, int], KnownReject]


def read_state(layout: Layout) -> DatasetState:
    """Read the state of a dataset.

    Raises:
        CorruptDatasetError: a part can't be read.
    """
    return DatasetState(_articles(layout), _rejects(layout))


def _articles(layout: Layout) -> dict[str, KnownArticle]:
    columns = ["article_id", "batch_id", "source_file", "raw_sha256", "config_hash", "pipeline_version"]
    rows = read_parts("articles", layout.parts("articles"), columns).to_pylist()
    hashes = read_parts("records", layout.parts("records"), ["article_id", "record_sha256"])
    records: dict[str, str] = dict(zip(*(hashes.column(i).to_pylist() for i in (0, 1)), strict=True))
    return {row.pop("article_id"): KnownArticle(record_sha256=records.get(row_id), **row)
            for row in rows for row_id in (row["article_id"],)}  # fmt: skip


def _rejects(layout: Layout) -> dict[tuple[str, int], KnownReject]:
    columns = ["source_file", "source_record", "reason", "raw_sha256", "detail"]
    known: dict[tuple[str, int], KnownReject] = {}
    for path in layout.parts("rejects"):
        for row in read_parts("rejects", [path], columns).to_pylist():
            key = (row["source_file"], row["source_record"])
            known[key] = KnownReject(_batch_of(path), row["reason"], row["raw_sha256"], row["detail"])
    return known


def _batch_of(path: Path) -> str:
    return path.name.removesuffix(".parquet")
