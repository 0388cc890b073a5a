"""Exact and near duplicates over a whole dataset, the same whatever order or batches it came in.

Near duplicates are found with MinHash (Broder 1997) over sequences of five words and locality-sensitive
hashing in bands (Indyk and Motwani 1998); the similarity that is reported is the exact Jaccard index of the
two sets of sequences, not the estimate.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from transforms.codes import DuplicateKind

SHINGLE_WORDS = 5
BANDS, ROWS = 16, 4
"""64 hash functions; texts with 60 % in common share a band with a chance of 89 %, with 75 % of 99.8 %."""

MIN_SIMILARITY = 0.6
"""Share of word sequences in common from which on an article repeats another one."""

MIN_SHINGLES = 10
"""Shorter texts, less than 14 words, are compared as a whole only."""

_WORD = re.compile(r"\w+")
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What deduplication needs to know of an article. Order: day of publication, then id."""

    article_id: str
    published: date | None
    text_sha256: str
    signature: bytes | None

    @property
    def order(self) -> tuple[date, str]:
        """Articles without a date come last."""
        return (self.published or date.max, self.article_id)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The earlier article that one repeats."""

    of: str
    kind: DuplicateKind
    similarity: float


def shingles(text: str) -> Hashes:
    """The hashes of all sequences of five words of a text, sorted, each once.

    >>> len(shingles("one two three four five six")), len(shingles("ONE, two. Three four five five?"))
    (2, 2)
    """
    words = [zlib.crc32(word.encode()) for word in _WORD.findall(text.lower())]
    hashes: Hashes = np.array(words, dtype=np.uint64)
    count = len(hashes) - SHINGLE_WORDS + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    mixed: Hashes = np.zeros(count, dtype=np.uint64)
    for position in range(SHINGLE_WORDS):
        mixed = _mix(mixed * np.uint64(31) + hashes[position : position + count])
    return np.unique(mixed)


def signature(text: str) -> bytes | None:
    """The MinHash signature of a text, None if it is too short to have one.

    >>> signature("Rain.") is None
    True
    """
    found = shingles(text)
    if len(found) < MIN_SHINGLES:
        return None
    factors, offsets = _coefficients()
    minima = [
        (found * factor + offset).min() >> np.uint64(32)
        for factor, offset in zip(factors, offsets, strict=True)
    ]
    return np.array(minima, dtype="<u4").tobytes()


def similarity(one: Hashes, other: Hashes) -> float:
    """The Jaccard index of two sets of sequences, 0 to 1.

    >>> similarity(shingles("a b c d e f"), shingles("a b c d e g"))
    0.3333333333333333
    """
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / max(len(one) + len(other) - shared, 1)


def find_duplicates(
    articles: Iterable[Fingerprint], texts: Callable[[Sequence[str]], dict[str, str]]
) -> dict[str, Duplicate]:
    """article_id → the original that the article repeats. An original is never a duplicate itself.

    Articles are taken from the earliest to the latest; each is compared with the originals before it and
    counts as a duplicate of the most similar one, of the earliest where several are. `texts` gives the clean
    texts of some ids; only near candidates are asked for.
    """
    ordered = sorted(articles, key=lambda article: article.order)
    found = _exact(ordered)
    distinct = [article for article in ordered if article.article_id not in found]
    near = _near(distinct, texts)
    moved = {
        article_id: Duplicate(near[exact.of].of, DuplicateKind.NEAR, near[exact.of].similarity)
        for article_id, exact in found.items()
        if exact.of in near
    }
    return found | near | moved


def _exact(ordered: Sequence[Fingerprint]) -> dict[str, Duplicate]:
    first: dict[str, str] = {}
    found: dict[str, Duplicate] = {}
    for article in ordered:
        original = first.setdefault(article.text_sha256, article.article_id)
        if original != article.article_id:
            found[article.article_id] = Duplicate(original, DuplicateKind.EXACT, 1.0)
    return found


def _near(
    ordered: Sequence[Fingerprint], texts: Callable[[Sequence[str]], dict[str, str]]
) -> dict[str, Duplicate]:
    bands = _shared_bands(ordered)
    wanted = texts(sorted(bands))
    sets = {article_id: shingles(text) for article_id, text in wanted.items()}
    originals: dict[bytes, list[str]] = defaultdict(list)
    found: dict[str, Duplicate] = {}
    for article in ordered:
        own_bands = bands.get(article.article_id, ())
        candidates = dict.fromkeys(other for band in own_bands for other in originals[band])
        best = _best(article.article_id, candidates, sets)
        if best is not None:
            found[article.article_id] = best
            continue
        for band in own_bands:
            originals[band].append(article.article_id)
    return found


def _shared_bands(articles: Sequence[Fingerprint]) -> dict[str, list[bytes]]:
    """article_id → its bands that some other article has too; most articles have none and are left out."""
    bands = {a.article_id: _bands(a.signature) for a in articles if a.signature is not None}
    counts: dict[bytes, int] = defaultdict(int)
    for own in bands.values():
        for band in own:
            counts[band] += 1
    shared = ((article_id, [band for band in own if counts[band] > 1]) for article_id, own in bands.items())
    return {article_id: own for article_id, own in shared if own}


def _bands(value: bytes) -> list[bytes]:
    width = 4 * ROWS
    return [bytes([number]) + value[number * width : (number + 1) * width] for number in range(BANDS)]


def _best(article_id: str, candidates: Iterable[str], sets: dict[str, Hashes]) -> Duplicate | None:
    """The most similar candidate, the first of equals."""
    scored = [(similarity(sets[article_id], sets[other]), other) for other in candidates]
    score, original = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    if score < MIN_SIMILARITY:
        return None
    return Duplicate(original, DuplicateKind.NEAR, round(score, 4))


def _mix(values: Hashes) -> Hashes:
    """The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every input bit reaches every output bit."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@cache
def _coefficients() -> tuple[Hashes, Hashes]:
    """Odd factors and offsets of the hash functions, from a fixed sequence."""
    seeds = _mix(np.arange(1, 2 * BANDS * ROWS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
    return seeds[: BANDS * ROWS] | np.uint64(1), seeds[BANDS * ROWS :]
