"""One processed article to its rows in the tables of the contract."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from transforms.annotate import Annotation
from transforms.cleaning.apply import OffsetMap, offset_map
from transforms.codes import ParagraphKind
from transforms.dedupe import signature
from transforms.ingest.identity import record_sha256, text_sha256
from transforms.ingest.language import detect_language
from transforms.ingest.published import published_from_url
from transforms.records import CleanArticle, DateMention, Edit, Mention, Place, Published, RawArticle, Reject

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Table → rows, including the state tables `records` and `names`."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What all rows of a batch have in common."""

    run_id: str
    batch_id: str
    processed_at: datetime
    pipeline_version: str
    config_hash: str


@dataclass(frozen=True, slots=True)
class ProcessedArticle:
    """An article with all that was found in it."""

    raw: RawArticle
    clean: CleanArticle
    annotation: Annotation
    offsets: OffsetMap = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "offsets", offset_map(self.raw.raw_text, self.clean.edits))


def published_of(raw: RawArticle, clean: CleanArticle) -> Published | None:
    """The publication date: as the record states it, else as the text does, else as the address does."""
    return raw.published or clean.metadata.published or published_from_url(raw.url)


def article_rows(article: ProcessedArticle, stamp: Stamp) -> Rows:
    """All rows of one article."""
    return {
        "articles": [_article_row(article, stamp)],
        "raw_articles": [_raw_row(article.raw, stamp)],
        "edits": [_edit_row(article.raw, number, edit) for number, edit in enumerate(article.clean.edits)],
        "paragraphs": _paragraph_rows(article),
        "mentions": [_mention_row(article, *item) for item in enumerate(article.annotation.mentions)],
        "dates": [_date_row(article, *item) for item in enumerate(article.annotation.dates)],
        "records": [_record_row(article)],
        "names": _name_rows(article),
    }


def reject_row(reject: Reject, stamp: Stamp) -> Row:
    """The row of a record that did not get in."""
    return {
        "source_file": reject.source_file,
        "source_record": reject.source_record,
        "stage": reject.stage.value,
        "reason": reject.reason.value,
        "detail": reject.detail,
        "raw_sha256": reject.raw_sha256,
        "raw_excerpt": reject.raw_excerpt,
        "run_id": stamp.run_id,
        "rejected_at": stamp.processed_at,
    }


def _article_row(article: ProcessedArticle, stamp: Stamp) -> Row:
    raw, clean = article.raw, article.clean
    metadata = clean.metadata
    language = detect_language(clean.text)
    return {
        "article_id": raw.article_id,
        "source_file": raw.source_file,
        "source_record": raw.source_record,
        "source_format": raw.source_format,
        "outlet": raw.outlet,
        "url": raw.url,
        "title": raw.title or metadata.title,
        "lead": _lead(clean),
        "text": clean.text,
        "language": language.code,
        "language_confidence": language.confidence if language.code else None,
        **_published_columns(published_of(raw, clean)),
        "authors": _joined((*raw.authors, *metadata.authors)),
        "initials": _joined(metadata.initials),
        "agency": _joined(metadata.agencies),
        "dateline_place": metadata.dateline_place,
        "dateline_country": metadata.dateline_country,
        "image_credits": _joined(metadata.image_credits),
        **_counts(article),
        "raw_sha256": raw.raw_sha256,
        "text_sha256": text_sha256(clean.text),
        "duplicate_of": None,
        "duplicate_kind": None,
        "duplicate_similarity": None,
        "pipeline_version": stamp.pipeline_version,
        "config_hash": stamp.config_hash,
        "run_id": stamp.run_id,
        "batch_id": stamp.batch_id,
        "processed_at": stamp.processed_at,
    }


def _published_columns(published: Published | None) -> Row:
    return {
        "published_at": published.at if published else None,
        "published_date": published.day if published else None,
        "published_precision": published.precision.value if published else None,
        "published_source": published.source.value if published else None,
    }


def _counts(article: ProcessedArticle) -> Row:
    edits = article.clean.edits
    return {
        "word_count": len(_WORD.findall(article.clean.text)),
        "sentence_count": len(article.annotation.sentences),
        "paragraph_count": len(article.clean.paragraphs),
        "mention_count": len(article.annotation.mentions),
        "date_count": len(article.annotation.dates),
        "raw_chars": len(article.raw.raw_text),
        "removed_chars": sum(edit.end - edit.start for edit in edits if edit.kind.is_removal),
        "repaired_chars": sum(edit.end - edit.start for edit in edits if not edit.kind.is_removal),
    }


def _lead(clean: CleanArticle) -> str | None:
    """The first paragraph that is marked as the lead or, without one, the first of the body."""
    for kind in (ParagraphKind.LEAD, ParagraphKind.BODY):
        for paragraph in clean.paragraphs:
            if paragraph.kind is kind:
                return clean.text[paragraph.start : paragraph.end]
    return None


def _joined(values: Sequence[str]) -> str | None:
    """Values joined with "; ", each once, whatever its capitals."""
    unique = {value.casefold(): value for value in reversed(values)}
    return "; ".join(reversed(unique.values())) or None


def _raw_row(raw: RawArticle, stamp: Stamp) -> Row:
    return {
        "article_id": raw.article_id,
        "raw_text": raw.raw_text,
        "encoding": raw.encoding,
        "source_bytes": raw.source_bytes,
        "run_id": stamp.run_id,
    }


def _edit_row(raw: RawArticle, number: int, edit: Edit) -> Row:
    return {
        "article_id": raw.article_id,
        "edit_no": number,
        "kind": edit.kind.value,
        "action": edit.action.value,
        "raw_start": edit.start,
        "raw_end": edit.end,
        "raw_text": raw.raw_text[edit.start : edit.end],
        "replacement": edit.replacement,
        "rule": edit.rule,
        "layer": edit.layer,
        "confidence": edit.confidence,
    }


def _paragraph_rows(article: ProcessedArticle) -> list[Row]:
    return [
        {
            "article_id": article.raw.article_id,
            "paragraph_no": number,
            "kind": paragraph.kind.value,
            "start": paragraph.start,
            "end": paragraph.end,
            "text": article.clean.text[paragraph.start : paragraph.end],
        }
        for number, paragraph in enumerate(article.clean.paragraphs)
    ]


def _mention_row(article: ProcessedArticle, number: int, mention: Mention) -> Row:
    return {
        "article_id": article.raw.article_id,
        "mention_no": number,
        "entity_id": mention.entity_id,
        "label": mention.label.value,
        "text": mention.text,
        **_position(article, mention),
        "source": mention.source.value,
    }


def _date_row(article: ProcessedArticle, number: int, found: DateMention) -> Row:
    return {
        "article_id": article.raw.article_id,
        "date_no": number,
        "text": found.text,
        "timex_type": found.timex_type.value,
        "value": found.value,
        "mod": found.mod,
        "start_date": found.start_date,
        "end_date": found.end_date,
        "granularity": found.granularity,
        "is_resolved": found.is_resolved,
        "anchor_date": found.anchor_date,
        "rule": found.rule,
        "confidence": found.confidence,
        **_position(article, found),
    }


def _position(article: ProcessedArticle, span: Mention | DateMention) -> Row:
    """Where a span stands: in the clean text, in the raw text, in which paragraph and sentence."""
    raw = article.offsets.to_raw(span.start, span.end)
    return {
        "start": span.start,
        "end": span.end,
        "raw_start": raw[0] if raw else None,
        "raw_end": raw[1] if raw else None,
        "paragraph_no": _index([p.start for p in article.clean.paragraphs], span.start),
        "sentence_no": _index([start for start, _ in article.annotation.sentences], span.start) or 0,
    }


def _index(starts: Sequence[int], position: int) -> int | None:
    """The number of the piece that a position lies in, None before the first one."""
    index = bisect_right(starts, position) - 1
    return index if index >= 0 else None


def _record_row(article: ProcessedArticle) -> Row:
    return {
        "article_id": article.raw.article_id,
        "record_sha256": record_sha256(article.raw),
        "signature": signature(article.clean.text),
    }


def _name_rows(article: ProcessedArticle) -> list[Row]:
    """The names of the article's entities, with the number of mentions that go by them."""
    counts: Counter[tuple[str, str, str, Place | None]] = Counter(
        (mention.entity_id, mention.name, mention.label.value, mention.place)
        for mention in article.annotation.mentions
    )
    return [
        {
            "article_id": article.raw.article_id,
            "entity_id": entity_id,
            "name": name,
            "label": label,
            "country_code": place.country_code if place else None,
            "latitude": place.latitude if place else None,
            "longitude": place.longitude if place else None,
            "mentions": count,
        }
        for (entity_id, name, label, place), count in counts.items()
    ]


def merge_rows(parts: Sequence[Mapping[str, Sequence[Row]]]) -> Rows:
    """The rows of several articles, table by table.

    >>> merge_rows([{"edits": [{"edit_no": 0}]}, {"edits": []}])
    {'edits': [{'edit_no': 0}]}
    """
    merged: Rows = {}
    for part in parts:
        for name, rows in part.items():
            merged.setdefault(name, []).extend(rows)
    return merged
