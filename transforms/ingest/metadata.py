"""The fields of a record, under the names that exports give them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from transforms.ingest.published import parse_published
from transforms.records import Published

TEXT_KEYS = ("text", "body", "content", "article")
TITLE_KEYS = ("title", "headline")
URL_KEYS = ("url", "link")
OUTLET_KEYS = ("outlet", "source", "publisher")
AUTHOR_KEYS = ("authors", "author")
PUBLISHED_KEYS = ("published_at", "published", "date")
ID_KEYS = ("id",)
"""Names of a field, the first one with a value wins; capitals or not is the same, others are ignored."""

_AUTHOR_BREAK = re.compile(r"\s*;\s*|\s*\|\s*|\s+(?:and|AND)\s+|\s+&\s+")
_BY = re.compile(r"^\s*by:?\s+", re.IGNORECASE)
_NO_NAME = re.compile(r"https?:|@|\d|^(?:published|updated|email|share|staff|admin|editor)\b", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
MAX_AUTHOR_LENGTH = 80


@dataclass(frozen=True, slots=True)
class RecordFields:
    """What a record says: its text, None without one, and what stands beside it."""

    text: str | None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    own_id: str | None = None


def read_fields(record: Mapping[str, Any], *, day_first: bool = False) -> RecordFields:
    """Pick the known fields of a record. A field of an unexpected type counts as missing.

    >>> fields = read_fields({"Body": "It rained.", "source": "The Gull", "author": "By Ann Lee and Bo Day"})
    >>> fields.text, fields.outlet, fields.authors
    ('It rained.', 'The Gull', ('Ann Lee', 'Bo Day'))
    """
    fields = {str(key).lower(): value for key, value in record.items()}
    dates = (parse_published(fields.get(key), day_first=day_first) for key in PUBLISHED_KEYS)
    return RecordFields(
        text=_first_text(fields, TEXT_KEYS, strip=False),
        title=_first_text(fields, TITLE_KEYS),
        url=_first_text(fields, URL_KEYS),
        outlet=_first_text(fields, OUTLET_KEYS),
        authors=next(filter(None, (_authors(fields.get(key)) for key in AUTHOR_KEYS)), ()),
        published=next(filter(None, dates), None),
        own_id=_own_id(fields),
    )


def storable(text: str) -> str:
    r"""The text with halves of surrogate pairs joined, or replaced where they stand alone.

    JSON can spell half a character (`\ud83d`), which no UTF-8 file can hold.

    >>> storable("ok \ud83d\ude00 \ud83d") == "ok \U0001f600 \ufffd"
    True
    """
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _first_text(fields: Mapping[str, Any], keys: tuple[str, ...], *, strip: bool = True) -> str | None:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, Mapping):  # {"source": {"name": "The Gull"}} of news interfaces
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return storable(" ".join(value.split()) if strip else value)
    return None


def _own_id(fields: Mapping[str, Any]) -> str | None:
    for key in ID_KEYS:
        value = fields.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return storable(str(value).strip())
    return None


def _authors(value: object) -> tuple[str, ...]:
    """Names from one string or a list of strings or of objects with a name."""
    if isinstance(value, str):
        parts = _split_names(value)
    elif isinstance(value, list):
        names = (item.get("name") if isinstance(item, Mapping) else item for item in value)
        parts = [part for name in names if isinstance(name, str) for part in _split_names(name)]
    else:
        return ()
    kept = (storable(" ".join(part.split())) for part in parts)
    return tuple(dict.fromkeys(name for name in kept if _is_name(name)))


def _split_names(text: str) -> list[str]:
    """Split at ; | & and "and"; at commas only between full names, so that "Lee, Ann" stays one."""
    parts = _AUTHOR_BREAK.split(_BY.sub("", text[:1000]))
    names: list[str] = []
    for part in parts:
        pieces = part.split(",")
        whole = any(len(piece.split()) < 2 for piece in pieces)  # noqa: PLR2004 - first and last name
        names.extend([part] if whole else pieces)
    return names


def _is_name(text: str) -> bool:
    return 0 < len(text) <= MAX_AUTHOR_LENGTH and not _NO_NAME.search(text)
