"""Join stand-off labels with the raw articles they describe.

A label file holds one JSON object per line and no article text::

    {"id": "...", "sha256": "...", "outlet": "...", "spans": [[start, end, type, {extra}?]], "meta": {...}}

A row with `judged`: [[start, end], ...] speaks of these lines only. Offsets are code points of the
raw text, half open. The joined documents have the layout of the development set (id, text,
spans, meta, outlet, src), so the same scorer and the same trainer read both.
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["SPAN_TYPES", "LabelError", "iter_jsonl", "join_label", "load_labels", "text_sha256"]

SPAN_TYPES = frozenset(
    {
        "caption",
        "credit",
        "byline",
        "timestamp",
        "promo",
        "boilerplate",
        "markup",
        "dateline",
        "headline",
        "repair",
        "subhead",
    },
)
SOURCE = "hand"


class LabelError(ValueError):
    """A label does not fit the article it names."""


def text_sha256(text: str) -> str:
    """Return the hex SHA-256 of `text` in UTF-8.

    >>> text_sha256("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode()).hexdigest()


def iter_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSONL file, gzipped or not; blank lines are skipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def load_labels(paths: Iterable[Path], raw_news_path: Path) -> list[dict[str, Any]]:
    """Return the labelled articles in label order, each with its text.

    Raises `LabelError` when an article is missing, labelled twice, has another
    text than the one labelled, or when a span does not fit.
    """
    labels = [label for path in paths for label in iter_jsonl(path)]
    wanted = {label["id"] for label in labels}
    if len(wanted) != len(labels):
        msg = "an article is labelled twice"
        raise LabelError(msg)
    articles = {row["id"]: row for row in iter_jsonl(raw_news_path) if row["id"] in wanted}
    return [join_label(label, articles) for label in labels]


def join_label(
    label: Mapping[str, Any],
    articles: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    """Return `label` as a gold document with the text of its article.

    Raises `LabelError` as `load_labels` does.
    """
    article = articles.get(label["id"])
    if article is None:
        msg = f"{label['id']}: no such article"
        raise LabelError(msg)
    text = article["text"]
    if text_sha256(text) != label["sha256"]:
        msg = f"{label['id']}: the text is not the one that was labelled"
        raise LabelError(msg)
    for span in label["spans"]:
        _check_span(label["id"], span, len(text))
    joined = {
        "id": label["id"],
        "outlet": label["outlet"],
        "src": SOURCE,
        "url": article.get("url"),
        "spans": label["spans"],
        "meta": label["meta"],
        "text": text,
    }
    return joined | ({"judged": label["judged"]} if "judged" in label else {})


def _check_span(doc_id: str, span: list[Any], length: int) -> None:
    start, end, kind = span[:3]
    if kind not in SPAN_TYPES:
        msg = f"{doc_id}: unknown span type {kind!r}"
        raise LabelError(msg)
    if not 0 <= start < end <= length:
        msg = f"{doc_id}: span {start}-{end} lies outside the text of {length} characters"
        raise LabelError(msg)
