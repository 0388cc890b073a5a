"""What all readers share: limits, and how a record becomes an article or a reject."""

from dataclasses import dataclass, field

from transforms.codes import RejectReason, Stage
from transforms.ingest.discover import SourceFile
from transforms.ingest.identity import make_article_id, text_sha256
from transforms.ingest.metadata import RecordFields, storable
from transforms.records import RawArticle, Reject

EXCERPT_CHARS = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one record: bytes as read, and code points of its text."""

    record_bytes: int = 16 * 1024 * 1024
    text_chars: int = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read. `day_first` decides publication dates such as 03/04/2023."""

    day_first: bool = False
    limits: Limits = field(default_factory=Limits)


def make_reject(
    file: SourceFile, number: int, reason: RejectReason, detail: str, raw: str | None = None
) -> Reject:
    """A reject of the reading stage. `raw` is the record's text as far as it is known."""
    raw = None if raw is None else storable(raw)
    return Reject(
        source_file=storable(file.name),
        source_record=number,
        stage=Stage.READ,
        reason=reason,
        detail=storable(detail),
        raw_sha256=None if raw is None else text_sha256(raw),
        raw_excerpt=None if raw is None else raw[:EXCERPT_CHARS],
    )


def make_article(
    file: SourceFile, number: int, fields: RecordFields, encoding: str, size: int, limits: Limits
) -> RawArticle | Reject:
    """The article of a record, or a reject if it has no text or too much. `size` is in bytes."""
    text = fields.text
    if text is None or not text.strip():
        return make_reject(file, number, RejectReason.NO_TEXT, "no text under a known name", text)
    if len(text) > limits.text_chars:
        detail = f"{len(text)} characters, more than {limits.text_chars}"
        return make_reject(file, number, RejectReason.TOO_LARGE, detail, text)
    name = storable(file.name)
    return RawArticle(
        article_id=make_article_id(name, number, fields.own_id),
        source_file=name,
        source_record=number,
        source_format=file.format,
        raw_text=text,
        raw_sha256=text_sha256(text),
        encoding=encoding,
        source_bytes=size,
        title=fields.title,
        url=fields.url,
        outlet=fields.outlet,
        authors=fields.authors,
        published=fields.published,
    )
