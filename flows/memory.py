"""The outlet memory of a run: what the dataset remembers, and what the run's new articles add."""

import logging
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from flows.batch_input import read_batch_input
from flows.planning import BatchJob
from transforms.cleaning.memory import OutletMemory
from transforms.dataset.layout import MEMORY_FILE, Layout
from transforms.records import RawArticle

SCHEMA = pa.schema([("outlet", pa.string()), ("segment", pa.int64()), ("article", pa.int64())])


def stage_memory(layout: Layout, run_id: str, jobs: Sequence[BatchJob]) -> Path:
    """Count the segments of all new articles before any is cleaned, so that batch order changes nothing.

    Returns the staged file, which becomes the dataset's memory with the run's first publish.
    """
    new = OutletMemory()
    for job in jobs:
        articles, _ = read_batch_input(job.folder)
        for article in articles:
            _count(new, article)
    memory = OutletMemory.from_rows(_rows(layout.outlet_memory)).merge(new)
    staged = layout.staging(run_id) / MEMORY_FILE
    pq.write_table(pa.Table.from_pylist(memory.to_rows(), SCHEMA), staged, compression="zstd")
    return staged


def load_memory_file(path: Path) -> OutletMemory:
    """Read a memory, staged or published."""
    return OutletMemory.from_rows(_rows(path))


def _count(memory: OutletMemory, article: RawArticle) -> None:
    if not article.outlet:
        return
    try:
        memory.add(article.article_id, article.outlet, article.raw_text)
    except Exception:  # one bad record: its own cleaning will meet the error, and report it
        logging.getLogger(__name__).debug("not remembered: %s", article.article_id, exc_info=True)


def _rows(path: Path) -> list[dict[str, object]]:
    if not path.exists():
        return []
    rows: list[dict[str, object]] = pq.read_table(path, partitioning=None).to_pylist()
    return rows
