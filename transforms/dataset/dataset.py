"""The dataset as one object: open, read, publish."""

import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from transforms.dataset.errors import OutputNotWritableError
from transforms.dataset.layout import MEMORY_FILE, SCHEMA_PART, STATE_TABLES, Layout
from transforms.dataset.lock import writer_lock
from transforms.dataset.parts import read_parts, without, write_part
from transforms.dataset.redo import Change, commit, recover
from transforms.dataset.state import DatasetState, read_state
from transforms.tables import ARTICLE_TABLES, SCHEMAS

PUBLISH_ORDER = ("runs", "entities", *ARTICLE_TABLES, "rejects", *STATE_TABLES)
"""Dimensions before facts, for readers that look in the middle of a publish."""


@dataclass(frozen=True, slots=True)
class StagedBatch:
    """Parts in a staging folder, one file a table, and the rows elsewhere that they take the place of.

    `replaced_articles` is batch_id → ids whose rows leave the parts of that batch; `replaced_rejects` is
    batch_id → (source_file, source_record).
    """

    batch_id: str
    folder: Path
    replaced_articles: Mapping[str, Collection[str]] = field(default_factory=dict)
    replaced_rejects: Mapping[str, Collection[tuple[str, int]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset that this process may write to. Get one from `open_dataset`."""

    layout: Layout

    def state(self) -> DatasetState:
        """What the dataset holds.

        Raises:
            CorruptDatasetError: a part can't be read.
        """
        return read_state(self.layout)

    def read(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A whole table, or some of its columns.

        Raises:
            CorruptDatasetError: a part can't be read.
        """
        return read_parts(table, self.layout.parts(table), columns)

    def publish(self, batch: StagedBatch) -> None:
        """Make staged parts part of the dataset and take out the rows that they replace, all or nothing."""
        change = self._staged(batch) + self._pending_mark(batch.folder)
        for name in (*ARTICLE_TABLES, *STATE_TABLES):
            for batch_id, article_ids in batch.replaced_articles.items():
                change += self._thinned(batch, name, batch_id, _without_articles(article_ids))
        for batch_id, records in batch.replaced_rejects.items():
            change += self._thinned(batch, "rejects", batch_id, _without_records(records))
        self._commit(change)
        shutil.rmtree(batch.folder)

    def publish_rollup(self, batch: StagedBatch) -> None:
        """Publish what is computed over the whole dataset.

        The entities part takes the place of all earlier ones; each articles part, staged in the sub-folder
        `articles`, that of the part with the same name.
        """
        change = self._staged(batch)
        for path in sorted((batch.folder / "articles").glob("*.parquet")):
            change += Change(((path, self.layout.folder("articles") / path.name),))
        new = {target for _, target in change.moves}
        old = (path for path in self.layout.parts("entities") if path not in new)
        self._commit(change + Change(deletions=(*old, self.layout.pending)))
        shutil.rmtree(batch.folder)

    def publish_run(self, run: pa.Table, run_id: str) -> None:
        """Write or rewrite the row of a run."""
        staged = self.layout.staging(run_id) / "runs.parquet"
        write_part("runs", run, staged)
        self._commit(Change(((staged, self.layout.part("runs", run_id)),)))

    def _staged(self, batch: StagedBatch) -> Change:
        found = ((name, batch.folder / f"{name}.parquet") for name in PUBLISH_ORDER)
        moves = [(path, self.layout.part(name, batch.batch_id)) for name, path in found if path.exists()]
        memory = batch.folder / MEMORY_FILE
        if memory.exists():
            moves.append((memory, self.layout.outlet_memory))
        return Change(tuple(moves))

    def _pending_mark(self, folder: Path) -> Change:
        mark = folder / "pending"
        mark.write_text("", encoding="utf-8")
        return Change(((mark, self.layout.pending),))

    def _thinned(
        self, batch: StagedBatch, name: str, batch_id: str, thin_out: Callable[[pa.Table], pa.Table]
    ) -> Change:
        """An earlier part without some of its rows, or its deletion where none is left."""
        part = self.layout.part(name, batch_id)
        if not part.exists():
            return Change()
        kept = thin_out(read_parts(name, [part]))
        if not len(kept):
            return Change(deletions=(part,))
        staged = batch.folder / "thinned" / name / part.name
        write_part(name, kept, staged)
        return Change(((staged, part),))

    def _commit(self, change: Change) -> None:
        commit(self.layout.root, self.layout.redo, change)


@contextmanager
def open_dataset(root: Path) -> Iterator[Dataset]:
    """Open a dataset for writing; make it if there is none. Finishes or undoes what a dead run left behind.

    Raises:
        OutputNotWritableError: the folder can't be made or written to.
        DatasetLockedError: another run is writing.
        CorruptDatasetError: what is there is broken or of another contract.
    """
    layout = Layout(root.absolute())
    _make_folders(layout)
    with writer_lock(layout.lock):
        recover(layout.root, layout.redo)
        shutil.rmtree(layout.staging_root, ignore_errors=True)
        _make_schema_parts(layout)
        yield Dataset(layout)
        shutil.rmtree(layout.staging_root, ignore_errors=True)


def _without_articles(article_ids: Collection[str]) -> Callable[[pa.Table], pa.Table]:
    return lambda table: without(table, "article_id", article_ids)


def _without_records(records: Collection[tuple[str, int]]) -> Callable[[pa.Table], pa.Table]:
    gone = set(records)

    def thin_out(table: pa.Table) -> pa.Table:
        files, numbers = (table.column(name).to_pylist() for name in ("source_file", "source_record"))
        kept = [key not in gone for key in zip(files, numbers, strict=True)]
        return table.filter(pa.array(kept, pa.bool_()))

    return thin_out


def _make_folders(layout: Layout) -> None:
    try:
        for folder in (layout.root, layout.state, *layout.folders):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputNotWritableError(f"can't write to {layout.root}: {error.strerror}") from error
    if not all(os.access(folder, os.W_OK | os.X_OK) for folder in (layout.state, *layout.folders)):
        raise OutputNotWritableError(f"can't write to {layout.root}: Permission denied")


def _make_schema_parts(layout: Layout) -> None:
    """Empty parts with the contract's schema; one of another contract means another version's dataset."""
    change = Change()
    for name, schema in SCHEMAS.items():
        target = layout.folder(name) / SCHEMA_PART
        if target.exists():
            read_parts(name, [target])
            continue
        staged = layout.staging("schema") / f"{name}.parquet"
        write_part(name, schema.empty_table(), staged)
        change += Change(((staged, target),))
    if change.moves:
        commit(layout.root, layout.redo, change)
