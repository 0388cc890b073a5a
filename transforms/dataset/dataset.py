"""The dataset as one object: open, read, stage, publish."""

import os
import shutil
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from transforms.dataset.errors import CorruptDatasetError, OutputNotWritableError
from transforms.dataset.layout import SCHEMA_PART, STATE_TABLES, Layout
from transforms.dataset.lock import writer_lock
from transforms.dataset.parts import read_parts, without, write_part
from transforms.dataset.redo import Change, commit, recover
from transforms.dataset.state import DatasetState, read_state
from transforms.tables import ARTICLE_TABLES, SCHEMAS

PUBLISH_ORDER = ("runs", "entities", *ARTICLE_TABLES, "rejects", *STATE_TABLES)
"""Dimensions before facts, for readers that look in the middle of a publish."""

Replaced = Mapping[str, Collection[str]]
"""batch_id → ids of the articles whose rows leave the parts of that batch."""

Move = tuple[Path, Path]


@dataclass(frozen=True, slots=True)
class StagedBatch:
    """Parts in a staging folder, one file a table, and the rows elsewhere that they take the place of."""

    batch_id: str
    folder: Path
    replaced_articles: Replaced = field(default_factory=dict)
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
        moves = [*self._staged(batch), *self._pending_mark(batch.folder)]
        deletions: list[Path] = []
        for name in (*ARTICLE_TABLES, *STATE_TABLES):
            for batch_id, article_ids in batch.replaced_articles.items():
                self._thin_out(name, batch_id, article_ids, batch.folder, moves, deletions)
        for batch_id, records in batch.replaced_rejects.items():
            self._thin_out_rejects(batch_id, records, batch.folder, moves, deletions)
        self._commit(moves, deletions)
        shutil.rmtree(batch.folder)

    def publish_rollup(self, batch: StagedBatch) -> None:
        """Publish what is computed over the whole dataset.

        The entities part takes the place of all earlier ones; an articles part, staged in a sub-folder
        `articles/`, that of the part with the same name.
        """
        moves = self._staged(batch)
        for path in sorted((batch.folder / "articles").glob("*.parquet")):
            moves.append((path, self.layout.folder("articles") / path.name))
        new = {target for _, target in moves}
        old = [path for path in self.layout.parts("entities") if path not in new]
        self._commit(moves, [*old, self.layout.pending])
        shutil.rmtree(batch.folder)

    def publish_run(self, run: pa.Table, run_id: str) -> None:
        """Write or rewrite the row of a run."""
        staged = self.layout.staging(run_id) / "runs.parquet"
        write_part("runs", run, staged)
        self._commit([(staged, self.layout.part("runs", run_id))], [])

    def publish_file(self, staged: Path, target: Path) -> None:
        """Publish a file of the state folder."""
        self._commit([(staged, target)], [])

    def _staged(self, batch: StagedBatch) -> list[Move]:
        found = ((name, batch.folder / f"{name}.parquet") for name in PUBLISH_ORDER)
        return [(path, self.layout.part(name, batch.batch_id)) for name, path in found if path.exists()]

    def _pending_mark(self, folder: Path) -> list[Move]:
        mark = folder / "pending"
        mark.write_text("", encoding="utf-8")
        return [(mark, self.layout.pending)]

    def _thin_out(
        self,
        name: str,
        batch_id: str,
        article_ids: Collection[str],
        folder: Path,
        moves: list[Move],
        deletions: list[Path],
    ) -> None:
        part = self.layout.part(name, batch_id)
        if not part.exists():
            return
        kept = without(read_parts(name, [part]), "article_id", article_ids)
        self._replace_part(name, part, kept, folder, moves, deletions)

    def _thin_out_rejects(
        self,
        batch_id: str,
        records: Collection[tuple[str, int]],
        folder: Path,
        moves: list[Move],
        deletions: list[Path],
    ) -> None:
        part = self.layout.part("rejects", batch_id)
        if not part.exists():
            return
        table = read_parts("rejects", [part])
        keys = zip(table.column("source_file").to_pylist(), table.column("source_record").to_pylist(), strict=True)
        gone = set(records)
        kept = table.filter(pa.array([key not in gone for key in keys], pa.bool_()))
        self._replace_part("rejects", part, kept, folder, moves, deletions)

    def _replace_part(
        self, name: str, part: Path, kept: pa.Table, folder: Path, moves: list[Move], deletions: list[Path]
    ) -> None:
        if not len(kept):
            deletions.append(part)
            return
        staged = folder / "thinned" / name / part.name
        write_part(name, kept, staged)
        moves.append((staged, part))

    def _commit(self, moves: Sequence[Move], deletions: Sequence[Path]) -> None:
        commit(self.layout.root, self.layout.redo, Change(tuple(moves), tuple(deletions)))


@contextmanager
def open_dataset(root: Path) -> Iterator[Dataset]:
    """Open a dataset for writing; make it if there is none. Finishes or undoes what a dead run left behind.

    Raises:
        OutputNotWritableError: the folder can't be made or written to.
        DatasetLockedError: another run is writing.
        CorruptDatasetError: what is there is broken or of another contract.
    """
    layout = Layout(root.resolve())
    _make_folders(layout)
    with writer_lock(layout.lock):
        recover(layout.root, layout.redo)
        shutil.rmtree(layout.state / "staging", ignore_errors=True)
        _make_schema_parts(layout)
        yield Dataset(layout)


def _make_folders(layout: Layout) -> None:
    try:
        for folder in (layout.root, layout.state, *layout.folders):
            folder.mkdir(parents=True, exist_ok=True)
        writable = all(os.access(folder, os.W_OK | os.X_OK) for folder in (layout.state, *layout.folders))
    except OSError as error:
        raise OutputNotWritableError(f"can't write to {layout.root}: {error.strerror}") from error
    if not writable:
        raise OutputNotWritableError(f"can't write to {layout.root}: permission denied")


def _make_schema_parts(layout: Layout) -> None:
    """Empty parts with the contract's schema; one of another contract means another version's dataset."""
    moves: list[Move] = []
    for name, schema in SCHEMAS.items():
        target = layout.folder(name) / SCHEMA_PART
        if target.exists():
            read_parts(name, [target])
            continue
        staged = layout.staging("schema") / f"{name}.parquet"
        write_part(name, schema.empty_table(), staged)
        moves.append((staged, target))
    if moves:
        commit(layout.root, layout.redo, Change(tuple(moves)))


__all__ = ["CorruptDatasetError", "Dataset", "StagedBatch", "open_dataset"]
