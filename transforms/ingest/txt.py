"""Plain text: a file is one article."""

from collections.abc import Iterator
from typing import BinaryIO

from transforms.codes import RejectReason
from transforms.ingest.decode import BinaryContentError, decode
from transforms.ingest.discover import SourceFile
from transforms.ingest.metadata import RecordFields
from transforms.ingest.record import Limits, ReadOptions, make_article, make_reject
from transforms.records import RawArticle, Reject


def read_txt(stream: BinaryIO, file: SourceFile, options: ReadOptions) -> Iterator[RawArticle | Reject]:
    """The one article of a text file, or why there is none."""
    limits: Limits = options.limits
    data = stream.read(limits.record_bytes + 1)
    if len(data) > limits.record_bytes:
        detail = f"more than {limits.record_bytes} bytes"
        yield make_reject(file, 0, RejectReason.TOO_LARGE, detail)
        return
    if not data.strip():
        yield make_reject(file, 0, RejectReason.EMPTY_FILE, "the file has no content")
        return
    try:
        decoded = decode(data)
    except BinaryContentError as error:
        yield make_reject(file, 0, RejectReason.BINARY_CONTENT, str(error))
        return
    text = decoded.text.removeprefix("\ufeff")
    yield make_article(file, 0, RecordFields(text), decoded.encoding, len(data), limits)
