"""What a run did, for the runs table, the terminal and Prefect's artifacts."""

import os
import platform
import resource
import sys
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flows.batch import BatchSummary
from flows.planning import Counts
from flows.settings import RunSettings

DEFAULT_MODEL = "copydesk_ner_small"
KIB_PER_MIB = 1024


@dataclass(slots=True)
class RunReport:
    """The state of a run, filled in as it goes on. `status` is completed, failed or unfinished."""

    run_id: str
    settings: RunSettings
    started_at: datetime
    status: str = "unfinished"
    finished_at: datetime | None = None
    counts: Counts = field(default_factory=Counts)
    words: int = 0
    articles: int = 0
    edits: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    dates: int = 0
    rejects: Counter[str] = field(default_factory=Counter)
    validation_success: bool | None = None
    errors: list[str] = field(default_factory=list)
    data_docs: Path | None = None

    @property
    def is_valid(self) -> bool:
        """Whether the run completed and no table failed."""
        return self.status == "completed" and self.validation_success is True

    @property
    def seconds(self) -> float:
        """Wall-clock time until the end, or until now."""
        return ((self.finished_at or datetime.now(UTC)) - self.started_at).total_seconds()

    def add(self, batch: BatchSummary, changed: set[str]) -> None:
        """Count a batch. `changed` are the ids of articles that the dataset had before."""
        refused_changed = len(changed.intersection(batch.refused))
        refused_new = len(batch.refused) - refused_changed
        self.counts.articles_changed += len(changed) - refused_changed
        self.counts.articles_new += batch.articles - (len(changed) - refused_changed)
        self.counts.rejects += refused_changed + refused_new
        self.words += batch.words
        self.articles += batch.articles
        self.edits.update(batch.edits)
        self.mentions += batch.mentions
        self.dates += batch.dates
        self.rejects.update(batch.rejects)

    def row(self) -> dict[str, Any]:
        """The row of the runs table."""
        done = self.finished_at is not None
        return {
            "run_id": self.run_id,
            "started_at": self.started_at,
            "finished_at": self.finished_at,
            "status": self.status,
            "source": "; ".join(self.settings.sources),
            **{name: value for name, value in asdict(self.counts).items() if name != "outdated"},
            "validation_success": self.validation_success,
            "settings_json": self.settings.model_dump_json(),
            "pipeline_version": self.settings.pipeline_version,
            "model": self.settings.model or DEFAULT_MODEL,
            "python_version": platform.python_version(),
            "host_cores": os.cpu_count() or 1,
            "seconds": round(self.seconds, 3) if done else None,
            "words_per_second": round(self.words / max(self.seconds, 1e-9), 1) if done else None,
            "peak_rss_mb": peak_rss_mb() if done else None,
        }

    def table(self) -> list[tuple[str, str]]:
        """The summary as names and values."""
        counts = self.counts
        lines = [
            ("status", self.status),
            ("records", f"{counts.records_seen:,} in {counts.files_seen:,} files"),
            ("articles", _article_line(counts)),
            ("edits", _tally(self.edits)),
            ("mentions", f"{self.mentions:,}"),
            ("dates", f"{self.dates:,}"),
            ("rejects", _tally(self.rejects, counts.rejects)),
            ("time", f"{self.seconds:.1f} s, {self.words / max(self.seconds, 1e-9):,.0f} words/s"),
            ("tables", str(self.settings.output)),
        ]
        if self.data_docs:
            lines.append(("data docs", str(self.data_docs)))
        return lines

    def numbers(self) -> list[tuple[str, str, int]]:
        """All counts as (what, kind, number)."""
        counts = asdict(self.counts).items()
        return [
            *(("records", name, number) for name, number in counts),
            *(("edits", kind, number) for kind, number in sorted(self.edits.items())),
            *(("rejects", reason, number) for reason, number in sorted(self.rejects.items())),
            ("found", "mentions", self.mentions),
            ("found", "dates", self.dates),
        ]

    def markdown(self) -> str:
        """The summary for Prefect's interface."""
        rows = "\n".join(f"| {name} | {value} |" for name, value in self.table())
        errors = "".join(f"\n- {error}" for error in self.errors)
        return f"# Run {self.run_id}\n\n| | |\n| --- | --- |\n{rows}\n{errors}"


def peak_rss_mb() -> float:
    """The largest memory of this process so far, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (KIB_PER_MIB**2 if sys.platform == "darwin" else KIB_PER_MIB), 1)


def _article_line(counts: Counts) -> str:
    parts = [
        f"{number:,} {name}"
        for number, name in (
            (counts.articles_new, "new"),
            (counts.articles_changed, "changed"),
            (counts.articles_unchanged, "unchanged"),
            (counts.articles_removed, "removed"),
        )
        if number
    ]
    return ", ".join(parts) or "0"


def _tally(counter: Counter[str], total: int | None = None) -> str:
    """A total, and what it is made up of, the most frequent first."""
    ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    known = sum(counter.values())
    total = known if total is None else total
    if total > known:
        ranked.append(("known from earlier runs", total - known))
    detail = ", ".join(f"{name} {number:,}" for name, number in ranked)
    return f"{total:,} ({detail})" if detail else f"{total:,}"
