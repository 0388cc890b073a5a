from collections.abc import Callable
from pathlib import Path

import pytest

from transforms.ingest.discover import discover
from transforms.ingest.read import read_file
from transforms.ingest.record import Limits, ReadOptions
from transforms.records import RawArticle, Reject

Read = Callable[..., list[RawArticle | Reject]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write one file and read its records."""

    def write_and_read(name: str, data: bytes | str, **limits: int) -> list[RawArticle | Reject]:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        options = ReadOptions(limits=Limits(**limits))
        return [record for file in discover([str(path)]) for record in read_file(file, options)]

    return write_and_read
