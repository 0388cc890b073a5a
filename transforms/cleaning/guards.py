"""What keeps the cleaning from eating an article: the last word before spans become edits."""

from collections.abc import Sequence

from transforms.cleaning.classifier import FURNISHED
from transforms.cleaning.document import Document, Layer, Line, Span

DOUBTFUL = 0.5
"""Spans below this confidence are never removed."""
LEAST_WORDS = 0.3
"""Share of the words that stays whatever the less exact layers (block, memory, classifier) say."""


def guard(document: Document, spans: Sequence[Span]) -> list[Span]:
    """Drop doubtful spans, then the weakest ones until enough of the article is left.

    Exact rules may take all but one line; the layers above them must leave `LEAST_WORDS` of the main block and,
    unless the text is a whole page (`FURNISHED`), of all words. If even that leaves nothing, nothing is removed.
    """
    kept = [span for span in spans if span.confidence >= DOUBTFUL]
    start, end = document.main_block
    page = sum(span.layer is Layer.RULE for span in kept) >= FURNISHED
    kept = _leaving_enough(document, kept, document.lines[start:end])
    if not page:
        kept = _leaving_enough(document, kept, document.lines)
    return kept if _something_left(document, kept) else []


def _leaving_enough(document: Document, spans: list[Span], lines: Sequence[Line]) -> list[Span]:
    """The spans without the weakest of those that take words of the lines, until enough words are left."""
    if not lines:
        return spans
    inside = [span for span in spans if lines[0].start < span.end and span.start < lines[-1].end]
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
    return [span for span in spans if span not in dropped]


def _words(document: Document, span: Span) -> int:
    return document.text.count(" ", span.start, span.end) + 1


def _something_left(document: Document, spans: Sequence[Span]) -> bool:
    position = 0
    for span in spans:
        if any(char.isalnum() for char in document.text[position : span.start]):
            return True
        position = span.end
    return any(char.isalnum() for char in document.text[position:])
