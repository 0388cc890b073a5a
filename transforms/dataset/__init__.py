"""Reading and publishing the Parquet dataset: the only place that knows its file names.

`open_dataset` gives the one writer; `Dataset.read` and plain globs serve readers. A publish is all-or-nothing
across tables, see `redo`.
"""

from transforms.dataset.dataset import Dataset, StagedBatch, open_dataset
from transforms.dataset.errors import (
    CorruptDatasetError,
    DatasetError,
    DatasetLockedError,
    OutputNotWritableError,
)
from transforms.dataset.state import DatasetState, KnownArticle, KnownReject

__all__ = [
    "CorruptDatasetError",
    "Dataset",
    "DatasetError",
    "DatasetLockedError",
    "DatasetState",
    "KnownArticle",
    "KnownReject",
    "OutputNotWritableError",
    "StagedBatch",
    "open_dataset",
]
