"""A run in progress: the only place that publishes, counts and records."""

import json
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from expectations.outcome import ValidationOutcome
from flows.batch import OUTCOME_FILE, BatchSummary
from flows.errors import TableValidationError
from flows.planning import BatchJob
from flows.progress import reporter
from flows.report import RunReport
from flows.settings import RunSettings
from transforms.dataset import Dataset, StagedBatch, open_dataset
from transforms.dataset.layout import MEMORY_FILE
from transforms.dataset.parts import read_parts, write_part
from transforms.rollup import entities_of
from transforms.tables import SCHEMAS, make_table

if TYPE_CHECKING:
    from flows.tasks import Plan


class Run:
    """Publishes what the tasks staged, and keeps count."""

    def __init__(self, dataset: Dataset, settings: RunSettings) -> None:
        self.run_id = new_run_id()
        self.report = RunReport(self.run_id, settings, datetime.now(UTC))
        self._dataset = dataset
        self._outcome = ValidationOutcome()
        self._batches = 0
        self._done = 0
        self._memory: Path | None = None
        self._known_entities: set[str] = set()

    def begin(self, plan: "Plan") -> None:
        """Take over the counts of a plan."""
        self.report.counts = plan.counts
        self._batches = len(plan.jobs)
        self._memory = plan.memory
        self._known_entities.update(self._dataset.read("entities", ["entity_id"]).column(0).to_pylist())
        reporter().batches(0, self._batches)

    def publish(self, batch: BatchSummary, job: BatchJob) -> None:
        """Publish a batch; the rows of changed articles that did get in replace the earlier ones.

        Raises:
            TableValidationError: a whole table failed; the batch is not published.
        """
        self._take(_outcome_of(batch.folder))
        self._stage_new_entities(batch.folder)
        if self._memory:
            shutil.copy(self._memory, batch.folder / MEMORY_FILE)
            self._memory = None
        entered = {id_: old for id_, old in job.changed.items() if id_ not in batch.refused}
        self._dataset.publish(
            StagedBatch(batch.batch_id, batch.folder, _by_batch(entered), job.replaced_rejects)
        )
        self.report.add(batch, set(job.changed))
        self._done += 1
        reporter().batches(self._done, self._batches)

    def remove(self, articles: Mapping[str, Sequence[str]]) -> None:
        """Take articles (batch_id → ids) out of the dataset."""
        if not articles:
            return
        folder = self._dataset.layout.staging(self.run_id) / "removed"
        folder.mkdir(parents=True)
        self._dataset.publish(StagedBatch(f"{self.run_id}-removed", folder, articles))
        self.report.counts.articles_removed = sum(map(len, articles.values()))

    @property
    def needs_rollup(self) -> bool:
        """Whether articles came or went since the last roll-up, in this run or in one that died."""
        return self._dataset.layout.pending.exists()

    def publish_rollup(self, batch: StagedBatch, outcome: ValidationOutcome) -> None:
        """Publish entities and duplicates.

        Raises:
            TableValidationError: the entities table failed.
        """
        self._take(outcome)
        self._dataset.publish_rollup(batch)

    def record(self, status: str) -> None:
        """Write the run's row."""
        self.report.status = status
        if status != "unfinished":
            self.report.finished_at = datetime.now(UTC)
            self.report.validation_success = self._outcome.success
        self._dataset.publish_run(make_table("runs", [self.report.row()]), self.run_id)

    def document(self) -> None:
        """Validate the run's row and write the data docs, if anything was validated."""
        from expectations.data_docs import write_data_docs
        from expectations.validate import validate_tables

        if not self._outcome.checks:
            return
        self._outcome += validate_tables({"runs": make_table("runs", [self.report.row()])})
        counts = {name: self._rows(name) for name in SCHEMAS}
        self.report.data_docs = write_data_docs(
            self._dataset.layout.data_docs, self._outcome, self.report.row(), counts
        )

    def _stage_new_entities(self, folder: Path) -> None:
        """Give every entity of the batch a row, so that mentions can be joined before the roll-up."""
        path = folder / "names.parquet"
        if not path.exists():
            return
        new = entities_of(read_parts("names", [path]), self._known_entities)
        if len(new):
            write_part("entities", new, folder / "entities.parquet")
            self._known_entities.update(new.column("entity_id").to_pylist())

    def _take(self, outcome: ValidationOutcome) -> None:
        self._outcome += outcome
        if not outcome.success:
            self.report.errors += outcome.table_errors
            raise TableValidationError("validation failed: " + "; ".join(outcome.table_errors))

    def _rows(self, table: str) -> int:
        return sum(pq.read_metadata(path).num_rows for path in self._dataset.layout.parts(table))


@contextmanager
def recorded_run(settings: RunSettings, on_end: Callable[[RunReport], None]) -> Iterator[Run]:
    """Open the dataset and run the block; however it ends, the runs table says so and `on_end` is told.

    A process that is killed leaves the row `unfinished`.
    """
    with open_dataset(settings.output) as dataset:
        run = Run(dataset, settings)
        run.record("unfinished")
        status = "failed"
        try:
            yield run
            status = "completed"
        finally:
            run.record(status)
            run.document()
            on_end(run.report)


def new_run_id() -> str:
    """An id that sorts by time: `20230321T180500Z-3f2a9c`."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"


def _outcome_of(folder: Path) -> ValidationOutcome:
    return ValidationOutcome.from_dict(json.loads((folder / OUTCOME_FILE).read_text(encoding="utf-8")))


def _by_batch(articles: Mapping[str, str]) -> dict[str, list[str]]:
    """Article → batch, turned into batch → articles."""
    batches: dict[str, list[str]] = {}
    for article_id, batch_id in articles.items():
        batches.setdefault(batch_id, []).append(article_id)
    return batches
