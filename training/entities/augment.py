"""Variants of training samples: capitals, headlines, other people's names, several sentences in a row."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from training.entities.corpus import Sample
from training.entities.names import FAMILY, GIVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

UPPER, UPPER_NAMES, HEADLINE, RENAME, CHAIN = 0.04, 0.02, 0.05, 0.12, 0.25
"""Shares of the samples that each variant is made of."""

_HEADLINE_WORDS = 25
_CHAIN_CHARACTERS = 600
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "vs.", "with")
)
_WORD = re.compile(r"[^\W\d_]+")
_NAME_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_JOINTS = (" ", " ", "\n", "\n\n", "\n\n", "\n\n")


def vary(samples: Sequence[Sample], rng: Random) -> Iterator[Sample]:
    """Yield the samples, some of them changed, some joined with those that follow."""
    joined: list[Sample] = []
    for sample in samples:
        joined.append(vary_one(sample, rng))
        size = sum(len(part.text) for part in joined)
        if size > _CHAIN_CHARACTERS or rng.random() >= CHAIN:
            yield join(joined, rng.choice(_JOINTS))
            joined = []
    if joined:
        yield join(joined, "\n\n")


def vary_one(sample: Sample, rng: Random) -> Sample:
    """Return the sample or one variant of it."""
    draw = rng.random()
    if draw < UPPER:
        return _same_length(sample, str.upper)
    if draw < UPPER + UPPER_NAMES:
        return _upper_names(sample)
    if draw < UPPER + UPPER_NAMES + HEADLINE:
        return headline(sample)
    if draw < UPPER + UPPER_NAMES + HEADLINE + RENAME:
        return rename(sample, rng)
    return sample


def _same_length(sample: Sample, change: Callable[[str], str]) -> Sample:
    """Apply a change of case unless it changes the length, as it does for "ß"."""
    text = change(sample.text)
    return replace(sample, text=text) if len(text) == len(sample.text) else sample


def _upper_names(sample: Sample) -> Sample:
    text = sample.text
    for start, end, _ in sample.spans:
        upper = text[start:end].upper()
        text = text[:start] + (upper if len(upper) == end - start else text[start:end]) + text[end:]
    return replace(sample, text=text)


def headline(sample: Sample) -> Sample:
    """Return a short sentence in title case without its full stop; longer texts come back unchanged.

    >>> headline(Sample("1", "x", "The mayor of Perth resigns.", ((13, 18, "GPE"),))).text
    'The Mayor of Perth Resigns'
    """
    text = sample.text
    if len(text.split()) > _HEADLINE_WORDS:
        return sample
    if text.endswith(".") and all(end < len(text) for end in _ends(sample)):
        text = text[:-1]
    return replace(sample, text=_WORD.sub(_capitalize, text))


def _ends(sample: Sample) -> list[int]:
    return [end for _, end, _ in sample.spans] + [end for _, end in sample.missing]


def _capitalize(match: re.Match[str]) -> str:
    word = match.group()
    inner = match.start() > 0 and match.string[match.start() - 1] in "'’"
    return word if inner or word in _SMALL else word[0].upper() + word[1:]


def rename(sample: Sample, rng: Random) -> Sample:
    """Put other given and family names in the place of every person's, the same one for the same word."""
    people = [sample.text[start:end] for start, end, label in sample.spans if label == "PERSON"]
    families = {names[-1] for person in people if (names := _NAME_WORD.findall(person))}
    fresh: dict[str, str] = {}

    def swap(match: re.Match[str]) -> str:
        word = match.group()
        if not word[0].isupper() or word.endswith("."):
            return word
        if word not in fresh:
            fresh[word] = rng.choice(FAMILY if word in families else GIVEN)
        return fresh[word].upper() if word.isupper() else fresh[word]

    edits = {
        (start, end): _NAME_WORD.sub(swap, sample.text[start:end])
        for start, end, label in sample.spans
        if label == "PERSON"
    }
    return _rewrite(sample, edits) if edits else sample


def _rewrite(sample: Sample, edits: dict[tuple[int, int], str]) -> Sample:
    """Replace spans of the text and move all offsets along."""
    pieces, moved, position, length = [], {}, 0, 0
    for (start, end), new in sorted(edits.items()):
        pieces += [sample.text[position:start], new]
        length += start - position
        moved[start, end] = (length, length + len(new))
        length += len(new)
        position = end
    pieces.append(sample.text[position:])

    def shift(start: int, end: int) -> tuple[int, int]:
        if (start, end) in moved:
            return moved[start, end]
        before = sum(len(new) - (last - first) for (first, last), new in edits.items() if last <= start)
        return start + before, end + before

    spans = tuple((*shift(start, end), label) for start, end, label in sample.spans)
    return Sample(
        sample.id, sample.source, "".join(pieces), spans, tuple(shift(*gap) for gap in sample.missing)
    )


def join(samples: Sequence[Sample], joint: str) -> Sample:
    """Return the samples as one text."""
    spans: list[tuple[int, int, str]] = []
    missing: list[tuple[int, int]] = []
    offset = 0
    for sample in samples:
        spans += [(start + offset, end + offset, label) for start, end, label in sample.spans]
        missing += [(start + offset, end + offset) for start, end in sample.missing]
        offset += len(sample.text) + len(joint)
    text = joint.join(sample.text for sample in samples)
    return Sample(samples[0].id, samples[0].source, text, tuple(spans), tuple(missing))
