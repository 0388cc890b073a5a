"""What keeps the cleaning from eating an article: the last word before spans become edits."""

from collections.abc import Sequence

from transforms.cleaning.document import Document, Layer, Span

DOUBTFUL = 0.5
"""Spans below this confidence are never removed."""
LEAST_WORDS = 0.3
"""Share of the main block's words that stays whatever the less exact layers (block, memory, classifier) say."""


def guard(document: Document, spans: Sequence[Span]) -> list[Span]:
    """Drop doubtful spans, then the weakest ones until enough of the article is left.

    Exact rules may take all but one line; the layers above them must leave `LEAST_WORDS` of the main block
    (of the text, where it has none). If even that leaves nothing, nothing is removed.
    """
    kept = [span for span in spans if span.confidence >= DOUBTFUL]
    start, end = document.main_block
    lines = document.lines[start:end] or document.lines
    if not lines:
        return []
    inside = [span for span in kept if lines[0].start < span.end and span.start < lines[-1].end]
    total = sum(line.words for line in lines)
    left = total - sum(_words(document, span) for span in inside)
    weak = sorted(
        (span for span in inside if span.layer is not Layer.RULE),
        key=lambda span: (span.confidence, span.start - span.end, span.start),
    )
    dropped: set[Span] = set()
    for span in weak:
        if left >= LEAST_WORDS * total:
            break
        dropped.add(span)
        left += _words(document, span)
    kept = [span for span in kept if span not in dropped]
    return kept if _something_left(document, kept) else []


def _words(document: Document, span: Span) -> int:
    return document.text.count(" ", span.start, span.end) + 1


def _something_left(document: Document, spans: Sequence[Span]) -> bool:
    position = 0
    for span in spans:
        if any(char.isalnum() for char in document.text[position : span.start]):
            return True
        position = span.end
    return any(char.isalnum() for char in document.text[position:])
