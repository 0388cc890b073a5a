"""The first pass over the input: what is new, what changed, and the batches to work on.

Batches are staged as files, so that a task gets a path and the input is read only once.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flows.batch_input import write_batch_input
from transforms.codes import RejectReason, Stage
from transforms.dataset import DatasetState, KnownArticle
from transforms.ingest.discover import SourceFile
from transforms.ingest.identity import record_sha256
from transforms.ingest.read import read_file
from transforms.ingest.record import EXCERPT_CHARS, ReadOptions
from transforms.records import RawArticle, Reject


@dataclass(slots=True)
class Counts:
    """The records of a run: seen = new + changed + unchanged + rejects."""

    files_seen: int = 0
    records_seen: int = 0
    articles_new: int = 0
    articles_changed: int = 0
    articles_unchanged: int = 0
    articles_removed: int = 0
    rejects: int = 0
    outdated: int = 0


@dataclass(frozen=True, slots=True)
class BatchJob:
    """A batch to process: its staged input, and which earlier rows it may replace (id → batch_id)."""

    batch_id: str
    folder: Path
    articles: int
    changed: dict[str, str] = field(default_factory=dict)
    replaced_rejects: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """A batch that is being collected."""

    articles: list[RawArticle] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)
    replaced_rejects: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))


class Planner:
    """Sorts the records of a run into unchanged ones and batches.

    `counts` and `seen_articles` are complete once `jobs` is exhausted.
    """

    def __init__(
        self, state: DatasetState, staging: Path, run_id: str, *, refresh: bool, config_hash: str
    ) -> None:
        self.counts = Counts()
        self.seen_articles: set[str] = set()
        self.seen_rejects: set[tuple[str, int]] = set()
        self._state = state
        self._staging = staging
        self._run_id = run_id
        self._refresh = refresh
        self._config_hash = config_hash
        self._draft = Draft()
        self._jobs = 0

    def jobs(self, files: Sequence[SourceFile], options: ReadOptions, batch_size: int) -> Iterator[BatchJob]:
        """Read the files and stage batches of `batch_size` articles, in the order of the files."""
        for file in files:
            self.counts.files_seen += 1
            for record in read_file(file, options):
                self.counts.records_seen += 1
                if isinstance(record, Reject):
                    self._take_reject(record)
                else:
                    self._take_article(record)
                if len(self._draft.articles) >= batch_size:
                    yield self._stage()
        if self._draft.articles or self._draft.rejects:
            yield self._stage()

    def gone(self) -> dict[str, list[str]]:
        """Articles of the dataset that the sources no longer have: batch_id → ids."""
        batches: dict[str, list[str]] = defaultdict(list)
        for article_id, known in self._state.articles.items():
            if article_id not in self.seen_articles:
                batches[known.batch_id].append(article_id)
        return dict(batches)

    def _take_article(self, article: RawArticle) -> None:
        if article.article_id in self.seen_articles:
            self._take_reject(_duplicate(article))
            return
        self.seen_articles.add(article.article_id)
        known = self._state.articles.get(article.article_id)
        if known is not None and not self._refresh and not _differs(article, known):
            self.counts.articles_unchanged += 1
            self.counts.outdated += known.config_hash != self._config_hash
        elif known is None and self._is_known_reject(article):
            self.counts.rejects += 1
            self.seen_rejects.add((article.source_file, article.source_record))
        else:
            self._draft.articles.append(article)
            if known is not None:
                self._draft.changed[article.article_id] = known.batch_id
            self._replace_reject(article.source_file, article.source_record)

    def _is_known_reject(self, article: RawArticle) -> bool:
        known = self._state.rejects.get((article.source_file, article.source_record))
        return known is not None and not self._refresh and known.raw_sha256 == article.raw_sha256

    def _take_reject(self, reject: Reject) -> None:
        self.counts.rejects += 1
        key = (reject.source_file, reject.source_record)
        self.seen_rejects.add(key)
        known = self._state.rejects.get(key)
        if known and (known.reason, known.raw_sha256) == (reject.reason.value, reject.raw_sha256):
            return
        self._draft.rejects.append(reject)
        self._replace_reject(*key)

    def _replace_reject(self, source_file: str, source_record: int) -> None:
        known = self._state.rejects.get((source_file, source_record))
        if known is not None:
            self._draft.replaced_rejects[known.batch_id].append((source_file, source_record))

    def _stage(self) -> BatchJob:
        draft, self._draft = self._draft, Draft()
        batch_id = f"{self._run_id}-{self._jobs:05d}"
        self._jobs += 1
        folder = self._staging / batch_id
        write_batch_input(folder, draft.articles, draft.rejects)
        replaced = {batch: list(records) for batch, records in draft.replaced_rejects.items()}
        return BatchJob(batch_id, folder, len(draft.articles), draft.changed, replaced)


def _differs(article: RawArticle, known: KnownArticle) -> bool:
    if known.record_sha256 is None:
        return known.raw_sha256 != article.raw_sha256
    return known.record_sha256 != record_sha256(article)


def _duplicate(article: RawArticle) -> Reject:
    return Reject(
        source_file=article.source_file,
        source_record=article.source_record,
        stage=Stage.READ,
        reason=RejectReason.DUPLICATE_ID,
        detail="an earlier record of this run has the same id, or the same file name in another source",
        raw_sha256=article.raw_sha256,
        raw_excerpt=article.raw_text[:EXCERPT_CHARS],
    )
