"""Whatever moment a process dies at: readers find whole files, and the next open finds all or nothing."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.transforms.dataset.conftest import content, stage
from transforms.dataset import CorruptDatasetError, open_dataset
from transforms.dataset.dataset import Dataset

BEFORE = {"articles": ["a", "b"], "mentions": ["a", "b"], "rejects": ["b1"]}
AFTER = {"articles": ["a", "b", "c"], "mentions": ["a", "b", "c"], "rejects": ["b2"]}


class Killed(BaseException):
    """Stands for the end of the process: nothing in the product catches it."""


@contextmanager
def dying_at(step: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Let the process die before the file operation with this number."""
    done: list[str] = []

    def counted(name: str, operation: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            if len(done) == step:
                raise Killed
            done.append(name)
            return operation(*args, **kwargs)

        return run

    with monkeypatch.context() as patch:
        for owner, name in ((Path, "replace"), (Path, "unlink"), (Path, "write_text"), (os, "fsync")):
            patch.setattr(owner, name, counted(name, getattr(owner, name)))
        yield done


def publish_second(dataset: Dataset) -> None:
    """Publish a batch that adds c, changes b, and mends a reject."""
    replaced = {"replaced_articles": {"b1": ["b"]}, "replaced_rejects": {"b1": [("b1", 0)]}}
    dataset.publish(stage(dataset, "b2", ["b", "c"], **replaced))


def prepare(root: Path) -> None:
    with open_dataset(root) as dataset:
        dataset.publish(stage(dataset, "b1", ["a", "b"]))


def steps_of_a_publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    prepare(tmp_path / "count")
    with open_dataset(tmp_path / "count") as dataset, dying_at(10_000, monkeypatch) as done:
        publish_second(dataset)
    return len(done)


def test_a_publish_is_all_or_nothing_at_every_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes = []
    for step in range(steps_of_a_publish(tmp_path, monkeypatch)):
        root = tmp_path / str(step)
        prepare(root)
        with pytest.raises(Killed), open_dataset(root) as dataset, dying_at(step, monkeypatch):
            publish_second(dataset)
        content(root)  # every file that a glob finds is whole, even before the recovery
        with open_dataset(root) as dataset:
            dataset.state()
        outcomes.append(content(root))
    assert all(outcome in (BEFORE, AFTER) for outcome in outcomes)
    assert BEFORE in outcomes
    assert AFTER in outcomes
    assert outcomes.index(AFTER) == len(outcomes) - outcomes.count(AFTER), "once decided, it stays so"


def test_a_recovery_that_dies_is_taken_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = steps_of_a_publish(tmp_path, monkeypatch)
    middle = next(step for step in range(steps) if _log_is_left(tmp_path / f"try{step}", step, monkeypatch))
    for step in range(6):
        root = tmp_path / f"again{step}"
        assert _log_is_left(root, middle, monkeypatch)
        with pytest.raises(Killed), dying_at(step, monkeypatch), open_dataset(root):
            pass
        with open_dataset(root):
            pass
        assert content(root) == AFTER


def _log_is_left(root: Path, step: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    prepare(root)
    with pytest.raises(Killed), open_dataset(root) as dataset, dying_at(step, monkeypatch):
        publish_second(dataset)
    return (root / "_state" / "redo.json").exists()


def test_a_broken_redo_log_is_an_error_not_a_guess(tmp_path: Path) -> None:
    prepare(tmp_path)
    for text in ("{", '{"moves": [["../../x", "articles/y.parquet"]], "deletions": []}', "[]"):
        (tmp_path / "_state" / "redo.json").write_text(text)
        with pytest.raises(CorruptDatasetError, match="redo log"), open_dataset(tmp_path):
            pass


KILLED_FOR_REAL = """
import os, signal, sys
from pathlib import Path
from tests.transforms.dataset.test_crash import publish_second
from transforms.dataset import open_dataset
root, step = Path(sys.argv[1]), int(sys.argv[2])
replace, done = Path.replace, []
def counted(self, target):
    if len(done) == step:
        os.kill(os.getpid(), signal.SIGKILL)
    done.append(target)
    return replace(self, target)
with open_dataset(root) as dataset:
    Path.replace = counted
    publish_second(dataset)
"""


@pytest.mark.parametrize("step", [0, 1, 4])
def test_a_killed_process_frees_its_lock_and_leaves_a_readable_dataset(tmp_path: Path, step: int) -> None:
    prepare(tmp_path)
    repository = Path(__file__).parents[3]
    script = [sys.executable, "-c", KILLED_FOR_REAL, str(tmp_path), str(step)]
    ended = subprocess.run(script, cwd=repository, check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL
    content(tmp_path)
    with open_dataset(tmp_path):
        pass
    assert content(tmp_path) == (AFTER if step else BEFORE)
