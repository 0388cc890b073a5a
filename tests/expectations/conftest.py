"""A small, valid batch that the tests break in one place at a time."""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pytest

from transforms.tables import make_table

Row = dict[str, Any]
Batch = dict[str, list[Row]]

RAW = "Mill reopens © PA\n\nLeeds – Ann Lee reopened the mill on Monday.\n"
TEXT = "Mill reopens\n\nAnn Lee reopened the mill on Monday."
NOW = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def edit(no: int, kind: str, words: str, replacement: str = "") -> dict[str, Any]:
    start = RAW.index(words) if words.strip() else len(RAW) - 1
    return {
        "article_id": "a1",
        "edit_no": no,
        "kind": kind,
        "action": "replace" if replacement else "remove",
        "raw_start": start,
        "raw_end": start + len(words),
        "raw_text": words,
        "replacement": replacement,
        "rule": f"{kind}.test",
        "layer": "rule",
        "confidence": 0.99,
    }


def span(words: str) -> dict[str, Any]:
    start, raw = TEXT.index(words), RAW.index(words)
    return {
        "article_id": "a1",
        "text": words,
        "start": start,
        "end": start + len(words),
        "raw_start": raw,
        "raw_end": raw + len(words),
        "paragraph_no": 1,
        "sentence_no": 1,
    }


def article() -> dict[str, Any]:
    return {
        "article_id": "a1",
        "source_file": "mill.txt",
        "source_record": 0,
        "source_format": "txt",
        "text": TEXT,
        "published_date": date(2024, 5, 6),
        "published_precision": "day",
        "published_source": "metadata",
        "word_count": 10,
        "sentence_count": 2,
        "paragraph_count": 2,
        "mention_count": 1,
        "date_count": 1,
        "raw_chars": len(RAW),
        "removed_chars": 14,
        "repaired_chars": 0,
        "raw_sha256": sha(RAW),
        "text_sha256": sha(TEXT),
        "pipeline_version": "0",
        "config_hash": "0",
        "run_id": "r1",
        "batch_id": "b1",
        "processed_at": NOW,
    }


def paragraph(number: int, kind: str, start: int, end: int) -> Row:
    place = {"paragraph_no": number, "kind": kind, "start": start, "end": end}
    return {"article_id": "a1", **place, "text": TEXT[start:end]}


def monday() -> Row:
    day = date(2024, 5, 6)
    return {
        **span("Monday"),
        "date_no": 0,
        "timex_type": "DATE",
        "value": "2024-05-06",
        "start_date": day,
        "end_date": day,
        "granularity": "day",
        "is_resolved": True,
        "anchor_date": day,
        "rule": "weekday",
        "confidence": 0.9,
    }


def reject() -> Row:
    return {
        "source_file": "junk.txt",
        "source_record": 0,
        "stage": "read",
        "reason": "binary_content",
        "detail": "NUL bytes",
        "run_id": "r1",
        "rejected_at": NOW,
    }


def run() -> Row:
    counts = dict.fromkeys(("articles_changed", "articles_unchanged", "articles_removed"), 0)
    return {
        "run_id": "r1",
        "started_at": NOW,
        "finished_at": NOW,
        "status": "completed",
        "source": "seeds",
        "files_seen": 2,
        "records_seen": 2,
        "articles_new": 1,
        **counts,
        "rejects": 1,
        "settings_json": "{}",
        "pipeline_version": "0",
        "model": "none",
        "python_version": "3.11",
        "host_cores": 2,
    }


def valid_batch() -> Batch:
    return {
        "articles": [article()],
        "raw_articles": [
            {"article_id": "a1", "raw_text": RAW, "encoding": "utf-8", "source_bytes": 80, "run_id": "r1"}
        ],
        "edits": [edit(0, "credit", " © PA"), edit(1, "dateline", "Leeds – "), edit(2, "whitespace", "\n")],
        "paragraphs": [paragraph(0, "title", 0, 12), paragraph(1, "body", 14, 50)],
        "mentions": [
            {**span("Ann Lee"), "mention_no": 0, "entity_id": "e1", "label": "PERSON", "source": "model"}
        ],
        "entities": [
            {"entity_id": "e1", "name": "Ann Lee", "label": "PERSON", "mention_count": 1, "article_count": 1}
        ],
        "dates": [monday()],
        "rejects": [reject()],
        "runs": [run()],
    }


@pytest.fixture
def batch() -> Batch:
    """Rows of all nine tables that fit together."""
    return valid_batch()


@pytest.fixture
def tables() -> Callable[[Batch], dict[str, pa.Table]]:
    """Turns rows into tables of the contract."""
    return lambda rows: {name: make_table(name, table) for name, table in rows.items()}
