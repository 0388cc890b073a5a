"""The outlet memory of a run: what the dataset remembers, and what the run's new articles add."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from flows.batch_input import read_batch_input
from flows.planning import BatchJob
from transforms.cleaning.memory import OutletMemory
from transforms.dataset.layout import MEMORY_FILE, Layout


def stage_memory(layout: Layout, run_id: str, jobs: Sequence[BatchJob]) -> Path:
    """Count the segments of all new articles before any is cleaned, so that batch order changes nothing.

    Returns the staged file, which becomes the dataset's memory with the run's first publish.
    """
    memory = OutletMemory.from_rows(_rows(layout.outlet_memory))
    for job in jobs:
        articles, _ = read_batch_input(job.folder)
        memory = memory.merge(OutletMemory.build(articles))
    staged = layout.staging(run_id) / MEMORY_FILE
    pq.write_table(pa.Table.from_pylist(memory.to_rows()), staged, compression="zstd")
    return staged


def _rows(path: Path) -> list[dict[str, object]]:
    if not path.exists():
        return []
    rows: list[dict[str, object]] = pq.read_table(path, partitioning=None).to_pylist()
    return rows
