"""Hashes and ids that are the same on every run and machine."""

import hashlib
import json

from transforms.records import RawArticle

ID_LENGTH = 16
"""Hexadecimal digits of an article id: 64 bits, a clash in a million articles has odds of 1 in 30 million."""


def text_sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8, hexadecimal.

    >>> text_sha256("Grüezi")[:8]
    '67305457'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def record_sha256(article: RawArticle) -> str:
    """SHA-256 of all that a record says, text and metadata: equal as long as nothing changed."""
    published = article.published
    fields = (
        article.raw_sha256,
        article.title,
        article.url,
        article.outlet,
        article.authors,
        published and (published.day.isoformat(), published.precision, str(published.at)),
    )
    return text_sha256(json.dumps(fields))


def make_article_id(source_file: str, source_record: int, own_id: str | None = None) -> str:
    """The id of a record: from its file and its own id or, without one, its number in the file.

    A record with an id of its own may move inside its file and stays the same article. The file belongs to
    the key because ids such as 1, 2, 3 are only unique within one export.

    >>> make_article_id("feed.jsonl", 3, "a-17") == make_article_id("feed.jsonl", 9, "a-17")
    True
    >>> make_article_id("feed.jsonl", 3) == make_article_id("feed.jsonl", 9)
    False
    """
    key = ("no", str(source_record)) if own_id is None else ("id", own_id)
    return text_sha256("\0".join((source_file, *key)))[:ID_LENGTH]
