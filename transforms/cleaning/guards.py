"""What keeps the cleaning from eating an article: the last word before spans become edits."""

from collections.abc import Sequence

from transforms.cleaning.document import Document, Layer, Span

DOUBTFUL = 0.5
"""Spans below this confidence are never removed."""
LEAST_WORDS = 0.3
"""Share of the words that stays whatever the less exact layers (block, memory, classifier) say."""


def guard(document: Document, spans: Sequence[Span]) -> list[Span]:
    """Drop doubtful spans, then the weakest ones until enough of the article is left.

    Exact rules may take all but one line; the layers above them must leave `LEAST_WORDS` of the words. If
    even that leaves nothing, nothing is removed.
    """
    kept = [span for span in spans if span.confidence >= DOUBTFUL]
    total = _words(document.text)
    left = total - sum(_words(document.text[span.start : span.end]) for span in kept)
    weak = sorted(
        (span for span in kept if span.layer is not Layer.RULE),
        key=lambda span: (span.confidence, span.start - span.end, span.start),
    )
    dropped: set[Span] = set()
    for span in weak:
        if left >= LEAST_WORDS * total:
            break
        dropped.add(span)
        left += _words(document.text[span.start : span.end])
    kept = [span for span in kept if span not in dropped]
    return kept if left > 0 and _something_left(document, kept) else []


def _words(text: str) -> int:
    return len(text.split())


def _something_left(document: Document, spans: Sequence[Span]) -> bool:
    position = 0
    for span in spans:
        if any(char.isalnum() for char in document.text[position : span.start]):
            return True
        position = span.end
    return any(char.isalnum() for char in document.text[position:])
