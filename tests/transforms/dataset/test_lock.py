from pathlib import Path

import pytest

from transforms.dataset import DatasetLockedError, open_dataset


def test_a_second_writer_is_refused_and_told_who_the_first_is(tmp_path: Path) -> None:
    with (
        open_dataset(tmp_path),
        pytest.raises(DatasetLockedError, match=r"another run .*process \d+"),
        open_dataset(tmp_path),
    ):
        pass


def test_the_lock_is_free_again_after_the_block(tmp_path: Path) -> None:
    for _ in range(2):
        with open_dataset(tmp_path) as dataset:
            assert dataset.state() is not None
