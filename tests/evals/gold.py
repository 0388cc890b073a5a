"""Stand-off gold labels of real news, joined with their texts, which never enter the repository."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.shared_data import shared

LABELS = Path(__file__).resolve().parent / "labels"


def load_gold(name: str) -> list[dict[str, Any]]:
    """The documents of `labels/<name>.jsonl` with their `text`, in file order.

    Skips the calling test when the raw articles are absent; raises ValueError when an article is missing from
    them or its text is not the one that was labelled.
    """
    texts = dict(_texts(shared("data", "articles", "raw_news.jsonl.gz")))
    return [_joined(row, texts) for row in read_labels(name)]


def read_labels(name: str) -> list[dict[str, Any]]:
    """The labels alone, without texts: what the repository itself holds."""
    with (LABELS / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["id"], row["text"]


def _joined(row: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    text = texts.get(row["id"])
    if text is None:
        message = f"no raw article {row['id']}"
        raise ValueError(message)
    if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        message = f"the text of {row['id']} is not the one that was labelled"
        raise ValueError(message)
    return {**row, "text": text}
