"""Reading the labelled mix and turning it into spaCy examples."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spacy.training import Example

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc, Span

LABELS = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART")
GOLD = ("gum", "crossner", "wikigold", "redocred", "uner", "re3d")
"""Sources labelled by people; the files are ``train.<source>.jsonl.gz``."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with entity spans; nothing is known about ``missing`` regions (code points, half open)."""

    id: str
    source: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    missing: tuple[tuple[int, int], ...] = ()


def read_samples(path: Path) -> Iterator[Sample]:
    """Yield the samples of a gzipped JSON Lines file in the shared format."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            spans = tuple((start, end, label) for start, end, label in row["spans"])
            missing = tuple((start, end) for start, end in row.get("missing", ()))
            yield Sample(row["id"], row["source"], row["text"], spans, missing)


def read_gold(data: Path) -> list[Sample]:
    """Return the human-labelled training samples of every source, in a fixed order."""
    return [sample for source in GOLD for sample in read_samples(data / f"train.{source}.jsonl.gz")]


def to_example(nlp: Language, sample: Sample) -> Example:
    """Return the sample as a spaCy example; a span that cuts a token becomes a missing region."""
    predicted = nlp.make_doc(sample.text)
    reference = predicted.copy()
    entities = [(reference.char_span(start, end, label), start, end) for start, end, label in sample.spans]
    unclear = [(start, end) for span, start, end in entities if span is None]
    blanks = _cover(reference, [*sample.missing, *unclear])
    known = [span for span, _, _ in entities if span is not None and not _touches(span, blanks)]
    reference.set_ents(known, missing=blanks, default="outside")
    return Example(predicted, reference)


def _cover(doc: Doc, regions: Iterable[tuple[int, int]]) -> list[Span]:
    """Return token spans over the regions, joined where they share a token."""
    covered: list[Span] = []
    for start, end in sorted(regions):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or (covered and span.end <= covered[-1].end):
            continue
        if covered and span.start < covered[-1].end:
            span = doc[covered.pop().start : span.end]
        covered.append(span)
    return covered


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
