"""All-or-nothing changes to many files, by a redo log.

1. New files are written and synced in a staging folder.
2. The log, a list of moves and deletions, is written, synced and renamed into place: the change is decided.
3. The moves and deletions are carried out, each atomic and repeatable; then the log is deleted.

A process that dies before 2 has changed nothing; one that dies later leaves a log, and `recover` finishes the
work. Every file under a published name is whole at any moment, because it got there by a rename.
"""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transforms.dataset.errors import CorruptDatasetError


@dataclass(frozen=True, slots=True)
class Change:
    """Files to move to their published place (from → to), and files to delete; paths below the root."""

    moves: tuple[tuple[Path, Path], ...] = ()
    deletions: tuple[Path, ...] = ()

    def __add__(self, other: "Change") -> "Change":
        return Change(self.moves + other.moves, self.deletions + other.deletions)


def commit(root: Path, log: Path, change: Change) -> None:
    """Carry out a change, so that after a crash at any moment `recover` can undo or finish it."""
    for source, _ in change.moves:
        sync_file(source)
    sync_folders(source.parent for source, _ in change.moves)
    _write_log(root, log, change)
    _carry_out(root, log, change)


def recover(root: Path, log: Path) -> bool:
    """Finish a change that was decided on; whether there was one.

    Raises:
        CorruptDatasetError: the log can't be read, or a file it names is gone.
    """
    if not log.exists():
        return False
    _carry_out(root, log, _read_log(root, log))
    return True


def sync_file(path: Path) -> None:
    """Have the system write a file, or a folder's entries, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folders(folders: Iterable[Path]) -> None:
    """Make renames and deletions in these folders last."""
    for folder in sorted(set(folders)):
        sync_file(folder)


def _write_log(root: Path, log: Path, change: Change) -> None:
    content = {
        "moves": [
            [source.relative_to(root).as_posix(), target.relative_to(root).as_posix()]
            for source, target in change.moves
        ],
        "deletions": [path.relative_to(root).as_posix() for path in change.deletions],
    }
    draft = log.with_suffix(".draft")
    draft.write_text(json.dumps(content), encoding="utf-8")
    sync_file(draft)
    draft.replace(log)
    sync_file(log.parent)


def _read_log(root: Path, log: Path) -> Change:
    try:
        content: dict[str, Sequence[Any]] = json.loads(log.read_text(encoding="utf-8"))
        moves = tuple((_inside(root, source), _inside(root, target)) for source, target in content["moves"])
        return Change(moves, tuple(_inside(root, path) for path in content["deletions"]))
    except (ValueError, KeyError, TypeError) as error:
        raise CorruptDatasetError(f"the redo log {log} is broken: {error}") from error


def _inside(root: Path, name: str) -> Path:
    path = root / name
    if not path.resolve().is_relative_to(root.resolve()):
        raise ValueError(f"{name} leads out of the dataset")
    return path


def _carry_out(root: Path, log: Path, change: Change) -> None:
    for source, target in change.moves:
        if source.exists():
            source.replace(target)
        elif not target.exists():
            raise CorruptDatasetError(f"a staged file is gone: {source.relative_to(root)}")
    for path in change.deletions:
        path.unlink(missing_ok=True)
    touched = (*(target for _, target in change.moves), *change.deletions)
    sync_folders(path.parent for path in touched)
    log.unlink()
    sync_file(log.parent)
