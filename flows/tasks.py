"""The flow's steps as Prefect tasks. They pass settings, paths and small summaries, never documents.

No caching: with paths as inputs Prefect would take a changed file for an unchanged one, and the dataset
itself is the state.
"""

from dataclasses import dataclass
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from expectations.outcome import ValidationOutcome
from flows.batch import BatchSummary, process_batch
from flows.memory import stage_memory
from flows.planning import BatchJob, Counts, Planner
from flows.rollup import stage_rollup
from flows.settings import RunSettings
from transforms.dataset import StagedBatch
from transforms.dataset.layout import Layout
from transforms.dataset.state import read_state
from transforms.ingest.discover import discover
from transforms.ingest.record import ReadOptions


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do: batches, articles to remove (batch_id → ids), and the memory to clean with."""

    jobs: tuple[BatchJob, ...]
    counts: Counts
    removed: dict[str, list[str]]
    memory: Path | None


@task(name="find new records", cache_policy=NO_CACHE, persist_result=False)
def find_new_records(settings: RunSettings, run_id: str) -> Plan:
    """Read the sources, compare with the dataset, stage the batches and the outlet memory.

    Raises:
        SourceNotFoundError: there is nothing to read.
        CorruptDatasetError: a part can't be read.
    """
    layout = Layout(settings.output)
    state = read_state(layout)
    planner = Planner(
        state,
        layout.staging(run_id),
        run_id,
        refresh=settings.refresh,
        config_hash=settings.config_hash,
    )
    files = discover(settings.sources, exclude=settings.output)
    jobs = tuple(planner.jobs(files, ReadOptions(settings.day_first), settings.batch_size))
    removed = planner.gone() if settings.prune else {}
    memory = stage_memory(layout, run_id, jobs) if settings.clean and jobs else None
    return Plan(jobs, planner.counts, removed, memory)


@task(
    name="clean, annotate, validate",
    cache_policy=NO_CACHE,
    persist_result=False,
    task_run_name="{job.batch_id}",
)
def clean_annotate_validate(
    job: BatchJob, settings: RunSettings, run_id: str, memory: Path | None
) -> BatchSummary:
    """Process one batch, from its staged input to staged parts."""
    return process_batch(job, settings, run_id, memory)


@task(name="roll up", cache_policy=NO_CACHE, persist_result=False)
def roll_up(settings: RunSettings, run_id: str) -> tuple[StagedBatch, ValidationOutcome]:
    """Compute entities and duplicates over the whole dataset, and stage them."""
    return stage_rollup(Layout(settings.output), run_id)
