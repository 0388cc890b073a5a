"""The ordered table of all rules, and what turns their spans into removals that don't overlap.

A rule module exports functions `Document -> spans` (or `(Document, Found) -> spans` for followers) and is
entered here, once. Rules never change text; guards decide last (`guards.py`).
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from transforms.cleaning.biography import find_biographies
from transforms.cleaning.blocks import complete_lines, related_blocks
from transforms.cleaning.byline import find_bylines
from transforms.cleaning.caption import caption_beside_credit, find_captions
from transforms.cleaning.classifier import classify
from transforms.cleaning.credit import find_credits
from transforms.cleaning.dateline import dateline
from transforms.cleaning.document import Document, Follower, Found, Layer, Rule, Span
from transforms.cleaning.families import find_phrases
from transforms.cleaning.furniture import find_furniture
from transforms.cleaning.markup import markup
from transforms.cleaning.navigation import nav_runs
from transforms.cleaning.pullquote import find_pullquotes
from transforms.cleaning.timestamp import timestamp
from transforms.cleaning.title import duplicate_title
from transforms.codes import EditKind


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule in the table: it runs only where one of its triggers stands in the lower-cased text.

    No triggers: it always runs.
    """

    name: str
    rule: Rule
    triggers: tuple[str, ...] = ()


RULES: tuple[Entry, ...] = (
    Entry("dateline", dateline),
    Entry("timestamp", timestamp),
    Entry("markup", markup),
    Entry("duplicate_title", duplicate_title),
    Entry("credit", find_credits),
    Entry("byline", find_bylines),
    Entry("caption", find_captions),
    Entry("phrases", find_phrases),
    Entry("furniture", find_furniture),
    Entry("pullquote", find_pullquotes),
)
"""Rules that look at the document alone. Order only matters for equal spans: the earlier one wins."""

FOLLOWERS: tuple[tuple[str, Follower], ...] = (
    ("caption_beside_credit", caption_beside_credit),
    ("biographies", find_biographies),
    ("related_blocks", related_blocks),
    ("complete_lines", complete_lines),
    ("nav_runs", nav_runs),
)
"""Rules that see what all rules before them found; they run in this order."""

_LAYER_RANK = {layer: rank for rank, layer in enumerate(Layer)}
_KIND_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            EditKind.CREDIT,
            EditKind.BYLINE,
            EditKind.DATELINE,
            EditKind.TIMESTAMP,
            EditKind.CAPTION,
            EditKind.BOILERPLATE,
            EditKind.PROMO,
            EditKind.DUPLICATE_TITLE,
            EditKind.MARKUP,
        )
    )
}


LAST: tuple[tuple[str, Follower], ...] = (("classifier", classify),)
"""What runs after everything else, outlet memory included: the classifier of what is left."""


def find_spans(
    document: Document,
    extra: Iterable[tuple[str, Follower]] = (),
    last: Iterable[tuple[str, Follower]] = LAST,
) -> Found:
    """Run all rules and followers, then the `extra` ones (outlet memory), then the `last` ones."""
    found = Found(document)
    lower = document.lower
    for entry in RULES:
        if not entry.triggers or any(trigger in lower for trigger in entry.triggers):
            found.extend(entry.rule(document))
    for _, follower in (*FOLLOWERS, *extra, *last):
        found.extend(tuple(follower(document, found)))
    return found


def resolve(document: Document, spans: Iterable[Span]) -> list[Span]:
    """Spans that don't overlap, sorted: of two that overlap, the weaker keeps what the stronger leaves.

    Stronger: the earlier layer, then a credit (it often ends a longer caption), then the longer, the more
    confident, the kind's rank. What is left of the weaker one is dropped unless it holds a letter or digit.
    White space at the edges is trimmed.
    """
    winners: list[Span] = []
    for span in sorted(spans, key=_strength):
        pieces = _left_over(span, winners)
        whole = pieces == [(span.start, span.end)]
        for start, end in pieces:
            trimmed = _trim(document.text, start, end)
            if trimmed and (whole or any(char.isalnum() for char in document.text[trimmed[0] : trimmed[1]])):
                insort(winners, replace(span, start=trimmed[0], end=trimmed[1]), key=_start)
    return winners


def _start(span: Span) -> int:
    return span.start


def _left_over(span: Span, winners: Sequence[Span]) -> list[tuple[int, int]]:
    """What the winners, sorted and apart, leave of a span."""
    pieces: list[tuple[int, int]] = []
    position = span.start
    index = max(0, bisect_right(winners, span.start, key=_start) - 1)
    while index < len(winners) and winners[index].start < span.end:
        winner = winners[index]
        if winner.end > position:
            pieces.append((position, winner.start))
            position = winner.end
        index += 1
    pieces.append((position, span.end))
    return [(start, end) for start, end in pieces if start < end]


def _strength(span: Span) -> tuple[int, bool, int, float, int, int, str]:
    rank = _KIND_RANK.get(span.kind, len(_KIND_RANK))
    other = span.kind is not EditKind.CREDIT
    length = span.end - span.start
    return (_LAYER_RANK[span.layer], other, -length, -span.confidence, rank, span.start, span.rule)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(bare)
