"""Strict and tolerant scores of predicted spans, as the shared scorer counts them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language

    from training.entities.corpus import Sample

_LEAD = re.compile(r"^(?:(?:the|a|an)\s+|[\s\"'“”‘’(\[,.;:–—-]+)", re.IGNORECASE)
_TAIL = re.compile(r"(?:['’]s?|[\s\"“”‘’)\],;:–—-]+|(?<=[a-z]{2})\.)$")
NEWS_LABELS = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT")
"""Labels with enough open data behind them to be scored."""


@dataclass(slots=True)
class Tally:
    """Right, predicted and gold counts by label."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def f1(self, labels: Iterable[str] = NEWS_LABELS) -> float:
        """Return micro F1 in percent over the labels; 0 where nothing is right."""
        chosen = tuple(labels)
        right = sum(self.right[label] for label in chosen)
        total = sum(self.predicted[label] + self.gold[label] for label in chosen)
        return 200 * right / total if total else 0.0

    def table(self) -> dict[str, dict[str, float]]:
        """Return precision, recall, F1 in percent and the gold count of every label seen."""
        return {
            label: {
                "p": round(100 * self.right[label] / (self.predicted[label] or 1), 1),
                "r": round(100 * self.right[label] / (self.gold[label] or 1), 1),
                "f": round(self.f1([label]), 1),
                "gold": self.gold[label],
            }
            for label in sorted(self.gold | self.predicted)
        }


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut a leading article, a trailing possessive and outer punctuation off a span.

    >>> trim("the United Nations' seat", 0, 19)
    (4, 18)
    """
    while start < end:
        lead, tail = _LEAD.match(text[start:end]), _TAIL.search(text[start:end])
        if lead:
            start += lead.end()
        elif tail and tail.group():
            end -= len(tail.group())
        else:
            break
    return start, end


def evaluate(nlp: Language, samples: Sequence[Sample]) -> Tally:
    """Label the samples and count; a wrong prediction inside a missing region is left out."""
    tally = Tally()
    for sample, doc in zip(samples, nlp.pipe(sample.text for sample in samples), strict=True):
        gold = {(*trim(sample.text, start, end), label) for start, end, label in sample.spans}
        found = {(*trim(sample.text, ent.start_char, ent.end_char), ent.label_) for ent in doc.ents}
        extra = {span for span in found - gold if _inside(span, sample.missing)}
        tally.gold.update(label for *_, label in gold)
        tally.predicted.update(label for *_, label in found - extra)
        tally.right.update(label for *_, label in gold & found)
    return tally


def _inside(span: tuple[int, int, str], regions: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in regions)
