"""Cleaning of one article, from the raw text to edits, clean text, typed paragraphs and metadata."""

from collections.abc import Sequence

from transforms.cleaning.apply import apply, offset_map, stack
from transforms.cleaning.document import Document, Span
from transforms.cleaning.engine import find_spans, resolve
from transforms.cleaning.guards import guard
from transforms.cleaning.memory import OutletMemory
from transforms.cleaning.metadata import assemble
from transforms.cleaning.paragraphs import type_paragraphs
from transforms.cleaning.repairs import repair_edits
from transforms.cleaning.whitespace import whitespace_edits
from transforms.codes import EditKind
from transforms.records import CleanArticle, Edit, Published


def clean_article(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: Published | None = None,
    authors: Sequence[str] = (),
    memory: OutletMemory | None = None,
    article_id: str | None = None,
    keep: frozenset[EditKind] = frozenset(),
) -> CleanArticle:
    """Clean one article. Any `str` is accepted; the result's edits rebuild its text from the raw one exactly.

    `title`, `outlet`, `published`, `authors` are what the record says. `memory` adds what repeats in the
    outlet; `article_id` keeps the article from voting for itself. Kinds in `keep` are left in the text
    (their values still become metadata).

    >>> clean_article("MUNICH (Reuters) - Rain fell on the city on Monday.").text
    'Rain fell on the city on Monday.'
    """
    repairs = repair_edits(text)
    document = Document(apply(text, repairs), outlet, title, published, tuple(authors))
    extra = (("memory", memory.follower(article_id)),) if memory and outlet else ()
    found = find_spans(document, extra)
    spans = guard(document, resolve(document, found.spans))
    removals = _snapped(text, repairs, [span for span in spans if span.kind not in keep])
    edits = stack(text, repairs, removals)
    edits = stack(text, edits, whitespace_edits(text, edits))
    clean = apply(text, edits)
    metadata = assemble(document, found.spans, spans)
    return CleanArticle(clean, tuple(edits), type_paragraphs(clean, metadata.title), metadata)


def _snapped(raw_text: str, repairs: Sequence[Edit], spans: Sequence[Span]) -> list[Edit]:
    """Removals on the repaired text; one that ends inside a repaired piece takes all of the piece."""
    spots = offset_map(raw_text, repairs)
    removals: list[Edit] = []
    for span in spans:
        start, end = spots.outer(span.start, span.end)
        start = max(start, removals[-1].end if removals else 0)
        if start < end:
            removals.append(Edit(span.kind, start, end, span.rule, span.layer.value, span.confidence))
    return removals
