"""JSON Lines: a line is a record."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from transforms.codes import RejectReason
from transforms.ingest.decode import BOMS, BinaryContentError, decode
from transforms.ingest.discover import SourceFile
from transforms.ingest.metadata import read_fields
from transforms.ingest.record import ReadOptions, make_article, make_reject
from transforms.records import RawArticle, Reject

CHUNK_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line end; `data` is None where it is longer than the limit."""

    number: int
    data: bytes | None


def read_jsonl(stream: BinaryIO, file: SourceFile, options: ReadOptions) -> Iterator[RawArticle | Reject]:
    """The records of a JSON Lines file, one article or reject for each line that is not blank."""
    encoding = _marked_encoding(stream)
    empty = True
    for line in _lines(stream, encoding, options.limits.record_bytes):
        if line.data is not None and not line.data.strip():
            continue
        empty = False
        yield _read_line(line, encoding, file, options)
    if empty:
        yield make_reject(file, 0, RejectReason.EMPTY_FILE, "the file has no content")


def _marked_encoding(stream: BinaryIO) -> str | None:
    """The encoding of the byte order mark, which is skipped if it is that of UTF-8."""
    head = stream.peek(4)[:4] if hasattr(stream, "peek") else b""
    marked = next((name for mark, name in BOMS if head.startswith(mark)), None)
    if marked == "utf-8-sig":
        stream.read(3)
        return None
    if marked is None:
        return None
    width = {"utf-16": 2, "utf-32": 4}[marked]
    order = "le" if stream.read(width)[0] == 0xFF else "be"  # noqa: PLR2004 - the mark's first byte
    return f"{marked}-{order}"


def _lines(stream: BinaryIO, encoding: str | None, limit: int) -> Iterator[Line]:
    """Lines of bounded length: what is longer is read past, never held in memory."""
    end = "\n".encode(encoding) if encoding else b"\n"
    width, number, buffer, skipping = len(end), 0, b"", False
    while chunk := stream.read(CHUNK_BYTES):
        buffer += chunk
        *lines, buffer = _split(buffer, end, width)
        for data in lines:
            yield Line(number, None if skipping or len(data) > limit else data)
            number, skipping = number + 1, False
        if len(buffer) > limit:
            skipping, buffer = True, buffer[len(buffer) - len(buffer) % width :]
    if buffer or skipping:
        yield Line(number, None if skipping else buffer)


def _split(buffer: bytes, end: bytes, width: int) -> list[bytes]:
    """Split at line ends that stand on a character boundary."""
    if width == 1:
        return buffer.split(end)
    lines, start, at = [], 0, buffer.find(end)
    while at >= 0:
        if at % width == 0:
            lines.append(buffer[start:at])
            start = at + width
        at = buffer.find(end, at + 1)
    return [*lines, buffer[start:]]


def _read_line(
    line: Line, encoding: str | None, file: SourceFile, options: ReadOptions
) -> RawArticle | Reject:
    if line.data is None:
        detail = f"more than {options.limits.record_bytes} bytes"
        return make_reject(file, line.number, RejectReason.TOO_LARGE, detail)
    try:
        text, used = (line.data.decode(encoding), encoding) if encoding else _decode_line(line.data)
    except (BinaryContentError, UnicodeDecodeError) as error:
        return make_reject(file, line.number, RejectReason.BINARY_CONTENT, str(error))
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        return make_reject(file, line.number, RejectReason.BROKEN_JSON, str(error), text)
    if not isinstance(record, dict):
        detail = f"a JSON object is needed, not {_json_name(record)}"
        return make_reject(file, line.number, RejectReason.NOT_A_RECORD, detail, text)
    fields = read_fields(record, day_first=options.day_first)
    return make_article(file, line.number, fields, used, len(line.data), options.limits)


def _decode_line(data: bytes) -> tuple[str, str]:
    decoded = decode(data)
    return decoded.text, decoded.encoding


def _json_name(value: Any) -> str:
    names = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
