"""A batch from its staged input to staged, validated parts. Path in, paths and a small summary out."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from expectations.outcome import ValidationOutcome
from flows.batch_input import read_batch_input
from flows.planning import BatchJob
from flows.resources import load_memory, load_validation, pipeline_of
from flows.settings import RunSettings
from transforms.annotate import Annotation, annotate
from transforms.assemble import (
    ProcessedArticle,
    Rows,
    Stamp,
    article_rows,
    merge_rows,
    published_of,
    reject_row,
)
from transforms.cleaning.article import clean_raw, leave_as_is
from transforms.cleaning.memory import OutletMemory
from transforms.codes import RejectReason, Stage
from transforms.dataset.parts import STATE_SCHEMAS, without, write_part
from transforms.ingest.record import EXCERPT_CHARS
from transforms.records import CleanArticle, RawArticle, Reject
from transforms.tables import ARTICLE_TABLES, make_table

OUTCOME_FILE = "outcome.json"
Tables = dict[str, pa.Table]


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """What became of a batch. `refused` are the ids of articles that did not get in."""

    batch_id: str
    folder: Path
    articles: int
    words: int
    refused: tuple[str, ...] = ()
    rejects: dict[str, int] = field(default_factory=dict)
    edits: dict[str, int] = field(default_factory=dict)
    mentions: int = 0
    dates: int = 0
    table_errors: tuple[str, ...] = ()


def process_batch(job: BatchJob, settings: RunSettings, run_id: str, memory: Path | None) -> BatchSummary:
    """Clean, annotate, build the tables, validate, and stage the parts of a batch.

    Where a whole table fails, nothing is staged and the summary says why.
    """
    articles, read_rejects = read_batch_input(job.folder)
    stamp = Stamp(run_id, job.batch_id, datetime.now(UTC), settings.pipeline_version, settings.config_hash)
    cleaned = list(_clean_all(articles, settings, load_memory(memory)))
    annotated = list(_annotate_all([item for item in cleaned if isinstance(item, ProcessedText)], settings))
    rejects = [item for item in (*cleaned, *annotated) if isinstance(item, Refusal)]
    rows = [article_rows(item, stamp) for item in annotated if isinstance(item, ProcessedArticle)]
    tables = _tables(merge_rows(rows))
    outcome = _validate({name: tables[name] for name in ARTICLE_TABLES})
    failing = outcome.failing_articles
    rejects += [
        Refusal(article, Stage.VALIDATE, RejectReason.FAILED_EXPECTATION, failing[article.article_id])
        for article in articles
        if article.article_id in failing
    ]
    tables = {name: without(table, "article_id", failing) for name, table in tables.items()}
    all_rejects = [*read_rejects, *(refusal.reject() for refusal in rejects)]
    tables["rejects"] = make_table("rejects", (reject_row(reject, stamp) for reject in all_rejects))
    outcome += _validate({"rejects": tables["rejects"]})
    _save(job.folder, tables, outcome)
    return _summary(job, tables, [refusal.article.article_id for refusal in rejects], outcome)


@dataclass(frozen=True, slots=True)
class ProcessedText:
    """A cleaned article on its way to annotation."""

    raw: RawArticle
    clean: CleanArticle


@dataclass(frozen=True, slots=True)
class Refusal:
    """An article that drops out of a batch."""

    article: RawArticle
    stage: Stage
    reason: RejectReason
    detail: str

    def reject(self) -> Reject:
        """The refusal as a value for the rejects table."""
        raw = self.article
        return Reject(
            raw.source_file,
            raw.source_record,
            self.stage,
            self.reason,
            self.detail,
            raw.raw_sha256,
            raw.raw_text[:EXCERPT_CHARS],
        )


def _clean_all(
    articles: Sequence[RawArticle], settings: RunSettings, memory: OutletMemory | None
) -> Iterator[ProcessedText | Refusal]:
    for article in articles:
        try:
            clean = clean_raw(article, memory) if settings.clean else leave_as_is(article)
        except Exception as error:  # noqa: BLE001 - the neighbours go on
            yield Refusal(article, Stage.CLEAN, RejectReason.PROCESSING_ERROR, _described(error))
            continue
        if clean.text.strip():
            yield ProcessedText(article, clean)
        else:
            yield Refusal(article, Stage.CLEAN, RejectReason.NOTHING_LEFT, "cleaning left no text")


def _annotate_all(
    items: Sequence[ProcessedText], settings: RunSettings
) -> Iterator[ProcessedArticle | Refusal]:
    """Annotate in one pass over the batch; if that fails, one by one, to find the culprit."""
    nlp = pipeline_of(settings)
    inputs = [(item.clean.text, published_of(item.raw, item.clean)) for item in items]
    try:
        annotations: list[Annotation | Exception] = list(annotate(nlp, inputs))
    except Exception:  # noqa: BLE001 - the culprit is found below
        annotations = []
        for single in inputs:
            try:
                annotations += annotate(nlp, [single])
            except Exception as error:  # noqa: BLE001 - the neighbours go on
                annotations.append(error)
    for item, found in zip(items, annotations, strict=True):
        if isinstance(found, Exception):
            yield Refusal(item.raw, Stage.ANNOTATE, RejectReason.PROCESSING_ERROR, _described(found))
        else:
            yield ProcessedArticle(item.raw, item.clean, found)


def _tables(rows: Rows) -> Tables:
    tables = {name: make_table(name, rows.get(name, [])) for name in ARTICLE_TABLES}
    state = {name: pa.Table.from_pylist(rows.get(name, []), schema) for name, schema in STATE_SCHEMAS.items()}
    return tables | state


def _validate(tables: Tables) -> ValidationOutcome:
    load_validation()
    from expectations.validate import validate_tables

    return validate_tables(tables)


def _save(folder: Path, tables: Tables, outcome: ValidationOutcome) -> None:
    """Stage the parts that have rows; an empty part would only cost readers time."""
    (folder / OUTCOME_FILE).write_text(json.dumps(outcome.to_dict(), default=str), encoding="utf-8")
    if not outcome.success:
        return
    for name, table in tables.items():
        if len(table):
            write_part(name, table, folder / f"{name}.parquet")


def _summary(
    job: BatchJob, tables: Tables, refused: Sequence[str], outcome: ValidationOutcome
) -> BatchSummary:
    words = sum(tables["articles"].column("word_count").to_pylist())
    return BatchSummary(
        batch_id=job.batch_id,
        folder=job.folder,
        articles=len(tables["articles"]),
        words=words,
        refused=tuple(dict.fromkeys(refused)),
        rejects=dict(Counter(tables["rejects"].column("reason").to_pylist())),
        edits=dict(Counter(tables["edits"].column("kind").to_pylist())),
        mentions=len(tables["mentions"]),
        dates=len(tables["dates"]),
        table_errors=outcome.table_errors,
    )


def _described(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:EXCERPT_CHARS]
