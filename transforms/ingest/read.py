"""A source file to its records, whatever its format."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from transforms.codes import RejectReason
from transforms.ingest.discover import UNSUPPORTED, SourceFile
from transforms.ingest.jsonl import read_jsonl
from transforms.ingest.record import ReadOptions, make_reject
from transforms.ingest.txt import read_txt
from transforms.records import RawArticle, Reject

Reader = Callable[[BinaryIO, SourceFile, ReadOptions], Iterator[RawArticle | Reject]]

READERS: dict[str, Reader] = {"txt": read_txt, "jsonl": read_jsonl}
"""Format → reader. A new format is one file with a reader, and a line here and in `discover.FORMATS`."""


def read_file(file: SourceFile, options: ReadOptions) -> Iterator[RawArticle | Reject]:
    """The records of a file in order. What can't be read becomes a reject; records before it are kept."""
    if file.format == UNSUPPORTED:
        detail = f"no reader for {file.path.suffix or 'a file without an ending'}"
        yield make_reject(file, 0, RejectReason.UNSUPPORTED_FORMAT, detail)
        return
    next_number = 0
    try:
        with _open(file.path) as stream:
            for record in READERS[file.format](stream, file, options):
                next_number = record.source_record + 1
                yield record
    except (OSError, EOFError, zlib.error) as error:
        detail = getattr(error, "strerror", None) or str(error)
        yield make_reject(file, next_number, RejectReason.UNREADABLE_FILE, detail)


def _open(path: Path) -> BinaryIO:
    if path.suffix.lower() == ".gz":
        return cast("BinaryIO", gzip.open(path, "rb"))
    return path.open("rb")
