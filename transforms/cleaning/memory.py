"""Outlet memory: what repeats in other articles of the same outlet.

For every segment (digits masked, hashed) the memory keeps a bounded sample of the articles that had it: those
with the smallest hashes, so that neither order nor repetition of the input changes it. An article never votes
for itself, and neither do its near-duplicates: articles that share much of its text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Self

from transforms.cleaning.apply import apply
from transforms.cleaning.document import Document, Follower, Found, Layer, Line, Span
from transforms.cleaning.repairs import repair_edits
from transforms.codes import EditKind
from transforms.records import RawArticle

VOTES = 3
"""Other articles that must have a segment."""
PROSE_VOTES = 6
"""The same for a full sentence between others: background that an outlet repeats is no artefact."""
VOTERS = 8
"""Articles kept for a segment."""
MOST_SEGMENTS = 20_000
"""Segments kept for an outlet, those with the most voters."""
NEAR_DUPLICATE = 0.3
"""An article that shares this part of another's segments doesn't vote on it."""
SUBHEAD_WORDS = 7
"""A line of so few words over a paragraph may be a standing subhead ("What happens next"): it stays."""
MOST_WORDS = 60
"""Longer segments are not remembered."""
_QUOTES = '“”"‘'
_DIGITS = re.compile(r"\d+")
_NOTICE = re.compile(
    r"©|copyright|rights reserved|terms of|privacy|cookie|disclaimer|the views|opinions expressed|click here"
)


class OutletMemory:
    """Which articles had which segments, by outlet. Not a value: `merge` changes it."""

    def __init__(self) -> None:
        self._outlets: dict[str, dict[int, tuple[int, ...]]] = {}

    @classmethod
    def build(cls, articles: Iterable[RawArticle]) -> Self:
        """Count the segments of the articles that have an outlet."""
        memory = cls()
        for article in articles:
            if article.outlet:
                memory.add(article.article_id, article.outlet, article.raw_text)
        return memory

    def add(self, article_id: str, outlet: str, raw_text: str) -> None:
        """Count one article. Adding it again changes nothing."""
        segments = self._outlets.setdefault(_outlet_key(outlet), {})
        document = Document(apply(raw_text, repair_edits(raw_text)))
        voter = _hash(article_id)
        for key in {key for key, _, _ in _segments(document)}:
            segments[key] = _sample((*segments.get(key, ()), voter))

    def merge(self, other: "OutletMemory") -> Self:
        """Take in what another memory holds; forget the least common segments of an outlet over the limit."""
        for outlet, theirs in other._outlets.items():  # noqa: SLF001
            ours = self._outlets.setdefault(outlet, {})
            for key, voters in theirs.items():
                ours[key] = _sample((*ours.get(key, ()), *voters))
            if len(ours) > MOST_SEGMENTS:
                strongest = sorted(ours, key=lambda key: (-len(ours[key]), key))[:MOST_SEGMENTS]
                self._outlets[outlet] = {key: ours[key] for key in strongest}
        return self

    def to_rows(self) -> list[dict[str, object]]:
        """Flat rows, sorted: outlet (string), segment (int64), article (int64); one a voter."""
        return [
            {"outlet": outlet, "segment": key, "article": voter}
            for outlet in sorted(self._outlets)
            for key in sorted(self._outlets[outlet])
            for voter in self._outlets[outlet][key]
        ]

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, object]]) -> Self:
        """The memory that `to_rows` wrote."""
        memory = cls()
        for row in rows:
            segments = memory._outlets.setdefault(str(row["outlet"]), {})
            key = int(str(row["segment"]))
            segments[key] = (*segments.get(key, ()), int(str(row["article"])))
        return memory

    def follower(self, article_id: str | None) -> Follower:
        """The rule that removes what other articles of the document's outlet repeat."""

        def remembered(document: Document, found: Found) -> Iterable[Span]:
            segments = self._outlets.get(_outlet_key(document.outlet or ""))
            return _remembered(document, found, segments, article_id) if segments else ()

        return remembered


def _remembered(
    document: Document, found: Found, known: Mapping[int, tuple[int, ...]], article_id: str | None
) -> Iterator[Span]:
    own = None if article_id is None else _hash(article_id)
    segments = list(_segments(document))
    shared = Counter(voter for key, _, _ in segments for voter in known.get(key, ()))
    excluded = {voter for voter, n in shared.items() if n >= max(2, NEAR_DUPLICATE * len(segments))} | {own}
    for key, start, end in segments:
        votes = len([voter for voter in known.get(key, ()) if voter not in excluded])
        if votes >= VOTES and votes >= _votes_needed(document, found, start, end):
            kind = EditKind.BOILERPLATE if _NOTICE.search(document.lower, start, end) else EditKind.PROMO
            confidence = min(0.98, 0.9 + 0.02 * votes)
            yield Span(kind, start, end, "memory.repeated", confidence, Layer.MEMORY)


def _votes_needed(document: Document, found: Found, start: int, end: int) -> int:
    """More for prose; never enough for what may be a standing subhead or a quotation."""
    line = document.line_at(start)
    if line is None:
        return VOTERS + 1
    whole = start == line.start and end == line.end
    after = _open_neighbour(document, found, line, 1)
    second = _open_neighbour(document, found, after, 1) if after else None
    leads_to_text = any(other is not None and other.words > SUBHEAD_WORDS for other in (after, second))
    if whole and leads_to_text and line.words <= SUBHEAD_WORDS and line.text[-1] != ".":
        return VOTERS + 1
    if line.words > SUBHEAD_WORDS and any(mark in line.text for mark in _QUOTES):
        return VOTERS + 1
    if after is None or not after.body_like:
        return VOTES
    inside = _open_neighbour(document, found, line, -1) is not None
    return PROSE_VOTES if inside or not whole else VOTES


def _open_neighbour(document: Document, found: Found, line: Line, step: int) -> Line | None:
    """The next line in a direction that the other layers leave."""
    other = document.neighbour(line, step)
    while other is not None and found.on_line(other) and found.covered(other):
        other = document.neighbour(other, step)
    return other


def _segments(document: Document) -> Iterator[tuple[int, int, int]]:
    """Key, start and end of what the memory looks at: lines, and the first and last piece of longer ones."""
    for line in document.lines:
        if line.words <= MOST_WORDS and len(line.text) > 1:
            yield _key(line.lower), line.start, line.end
        pieces = document.segments_of(line)
        if len(pieces) > 1:
            for piece in (pieces[0], pieces[-1]):
                if " " in piece.text and len(piece.text) < MOST_WORDS * 10:
                    lower = document.lower[piece.start : piece.end]
                    yield _key(lower), piece.start, piece.end


def _key(lower: str) -> int:
    return _hash(" ".join(_DIGITS.sub("0", lower).split()).strip(" .:;,-–—*•|"))


def _outlet_key(outlet: str) -> str:
    return " ".join(outlet.lower().split())


def _hash(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _sample(voters: Iterable[int]) -> tuple[int, ...]:
    """The voters with the smallest hashes, sorted."""
    return tuple(sorted(set(voters))[:VOTERS])
