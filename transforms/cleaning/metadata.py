"""Metadata of an article: the record's own fields, and the values that rules read out of its artefacts."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache

from transforms.cleaning.document import Document, Span
from transforms.cleaning.guards import DOUBTFUL
from transforms.cleaning.lexicon import read_lines
from transforms.cleaning.signers import signers
from transforms.codes import EditKind, Precision, PublishedSource
from transforms.records import Metadata, Published

PAGE_LINES = 60
NEAR = 30
"""Lines above and below the main block that still speak of the article, where a text is a whole page."""
_OUTLET = re.compile(r"^(?:[A-Z]\w*['’]s?|U\.S\. \w+|Senators?|Representatives?) (?=\S+ \S)")
"""What stands before a name and is no part of it: "CNN's Ann Lee", "U.S. Senators Ann Lee"."""
_ALIASES = {
    "associated press": "ap",
    "thomson reuters": "reuters",
    "agence france-presse": "afp",
    "deutsche presse-agentur": "dpa",
}


def assemble(document: Document, found: Iterable[Span], removed: Sequence[Span]) -> Metadata:
    """Put the metadata together: the record first, then the spans that were removed, in text order.

    A date that a stamp calls an update counts only where no other is given.
    """
    sure = [span for span in found if span.data and span.confidence >= DOUBTFUL and _touches(span, removed)]
    sure.sort(key=lambda span: (span.start, span.end, span.rule))
    beside = [span for span in sure if _beside_body(document, span)]
    place = next((span for span in sure if _values([span], "place")), None)
    return Metadata(
        title=document.title,
        published=document.published or _published(beside or sure),
        authors=_authors(document, beside if _values(beside, "author") else sure, removed),
        initials=_distinct(_values(sure, "initials")),
        agencies=_agencies(document, sure, removed),
        dateline_place=_values([place], "place")[0] if place else None,
        dateline_country=next(iter(_values([place], "country")), None) if place else None,
        image_credits=_distinct(_values(sure, "image_credit")),
    )


_CANONICAL = {"ap": "AP", "afp": "AFP", "dpa": "dpa", "reuters": "Reuters", "epa": "EPA", "upi": "UPI"}
"""How the names of agencies are written."""


def _agencies(document: Document, sure: Sequence[Span], removed: Sequence[Span]) -> tuple[str, ...]:
    """Agencies that rules read, and those that a removed credit line or copyright notice names."""
    named: list[str] = []
    for span in removed:
        if span.kind in (EditKind.BYLINE, EditKind.BOILERPLATE) and "biography" not in span.rule:
            text = document.lower[span.start : span.end]
            named += [name for mark, name in _syndicates() if mark in text]
    return _distinct(_CANONICAL.get(_short(name), name) for name in (*_values(sure, "agency"), *named))


def _authors(document: Document, sure: Sequence[Span], removed: Sequence[Span]) -> tuple[str, ...]:
    """The record's authors, those that rules read, and those in signatures that no rule has read."""
    read = [_OUTLET.sub("", name) for name in _values(sure, "author")]
    return _distinct((*document.authors, *read, *_signers(document, sure, removed)))


def _signers(document: Document, sure: Sequence[Span], removed: Sequence[Span]) -> Iterator[str]:
    read = [span for span in sure if _values([span], "author") and span.rule != "byline.biography"]
    for span in removed:
        signature = span.kind is EditKind.BYLINE or span.rule == "promo.read_more_about"
        if not signature or not _beside_body(document, span):
            continue
        if not any(other.start < span.end and span.start < other.end for other in read):
            yield from signers(document.text[span.start : span.end])


def _beside_body(document: Document, span: Span) -> bool:
    """Whether a span stands in or near the main block: what a long page says further off is of other stories."""
    start, end = document.main_block
    line = document.line_at(span.start)
    if line is None or start == end or len(document.lines) < PAGE_LINES:
        return True
    return start - NEAR <= line.index < end + NEAR


def _short(name: str) -> str:
    """One key for an agency's names: "Associated Press" and "AP"."""
    key = name.casefold().removeprefix("the ")
    return _ALIASES.get(key, key)


@cache
def _syndicates() -> tuple[tuple[str, str], ...]:
    rows = (line.split("\t") for line in read_lines("syndicates.tsv"))
    return tuple((mark, name) for mark, name in rows)


def _touches(span: Span, removed: Sequence[Span]) -> bool:
    """Whether a span overlaps one of the removed ones, which are sorted and apart."""
    index = bisect_left(removed, span.end, key=lambda other: other.start) - 1
    return index >= 0 and removed[index].end > span.start


def _values(spans: Iterable[Span], key: str) -> list[str]:
    return [value for span in spans for name, value in span.data if name == key]


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Values without repetitions (in any case), the first spelling kept."""
    kept: dict[str, str] = {}
    for value in values:
        kept.setdefault(value.casefold(), value)
    return tuple(kept.values())


def _published(spans: Sequence[Span]) -> Published | None:
    stamps = [
        (name == "updated", span.kind is EditKind.DATELINE, value)
        for span in spans
        for name, value in span.data
        if name in ("published", "updated")
    ]
    if not stamps:
        return None
    updated, in_dateline, value = min(stamps, key=lambda stamp: stamp[:2])
    exact = (other for is_update, _, other in stamps if is_update is updated and other.startswith(value[:10]))
    return _read(max(exact, key=len), PublishedSource.DATELINE if in_dateline else PublishedSource.TEXT)


def _read(value: str, source: PublishedSource) -> Published:
    day = date.fromisoformat(value[:10])
    if "T" not in value:
        return Published(day, Precision.DAY, source)
    return Published(day, Precision.MINUTE, source, datetime.fromisoformat(value).astimezone(UTC))
