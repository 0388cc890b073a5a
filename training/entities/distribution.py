"""Clusters of words by the company they keep, over the unlabelled texts.

The Brown clusters of ``spacy-lookups-data`` know few names of this century. Words are described by what
stands one and two places left and right of them (positive pointwise mutual information, cut to 100 dimensions
by a singular value decomposition: Levy and Goldberg 2014), grouped by k-means into fine and coarse clusters,
and a word without a Brown cluster takes the one most common among its nearest neighbours.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix, hstack
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy.typing as npt

_WORD = re.compile(r"\n\s*\n|\d[\d.,]*|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
MIN_COUNT = 5
CONTEXTS = 4000
DIMENSIONS = 100
FINE, COARSE = 1000, 100
NEIGHBOURS = 10


@dataclass(frozen=True, slots=True)
class WordSpace:
    """Words, commonest first, with unit vectors in the same order."""

    words: list[str]
    counts: npt.NDArray[np.int64]
    vectors: npt.NDArray[np.float32]


def tokenize(text: str) -> list[str]:
    """Split a text roughly as spaCy does; numbers become "0" and paragraph ends a line feed.

    >>> tokenize("The U.S. paid 1,200 euros.")
    ['The', 'U.S.', 'paid', '0', 'euros', '.']
    """
    return [_fold(match.group()) for match in _WORD.finditer(text)]


def _fold(token: str) -> str:
    if token[0].isdigit():
        return "0"
    return "\n" if token.isspace() else token.replace("’", "'")


def word_space(texts: Iterable[str], seed: int) -> WordSpace:
    """Return vectors of every word that occurs at least ``MIN_COUNT`` times."""
    tokens = [token for text in texts for token in (*tokenize(text), "\n")]
    counts = Counter(tokens)
    words = sorted(
        (word for word in counts if counts[word] >= MIN_COUNT), key=lambda word: (-counts[word], word)
    )
    index = {word: number for number, word in enumerate(words)}
    ids = np.array([index.get(token, -1) for token in tokens], dtype=np.int32)
    matrix = hstack([_association(ids, len(words), offset) for offset in (-2, -1, 1, 2)], format="csr")
    reduced = TruncatedSVD(DIMENSIONS, n_iter=3, random_state=seed).fit_transform(matrix).astype(np.float32)
    norms = np.linalg.norm(reduced, axis=1, keepdims=True)
    return WordSpace(words, np.array([counts[word] for word in words]), reduced / np.maximum(norms, 1e-6))


def _association(ids: npt.NDArray[np.int32], size: int, offset: int) -> csr_matrix:
    """Return positive mutual information of words with the common words ``offset`` places away."""
    earlier, later = ids[: -abs(offset)], ids[abs(offset) :]
    here, there = (earlier, later) if offset > 0 else (later, earlier)
    keep = (here >= 0) & (there >= 0) & (there < CONTEXTS)
    pairs = coo_matrix(
        (np.ones(keep.sum(), np.float32), (here[keep], there[keep])), shape=(size, CONTEXTS)
    ).tocsr()
    words, contexts = np.asarray(pairs.sum(1)).ravel(), np.asarray(pairs.sum(0)).ravel()
    cells = pairs.tocoo()
    smoothed = contexts**0.75
    expected = words[cells.row] * smoothed[cells.col] / max(smoothed.sum(), 1.0)
    cells.data = np.sqrt(np.maximum(np.log(cells.data / np.maximum(expected, 1e-9)), 0)).astype(np.float32)
    return cells.tocsr()


def cluster(space: WordSpace, number: int, seed: int) -> npt.NDArray[np.int64]:
    """Return the k-means cluster of every word of the space."""
    means = MiniBatchKMeans(number, random_state=seed, batch_size=4096, n_init=1, max_iter=30)
    labels: npt.NDArray[np.int64] = means.fit_predict(space.vectors).astype(np.int64)
    return labels


def spread(space: WordSpace, known: Mapping[str, int], min_count: int = 25) -> dict[str, int]:
    """Give every word of the space not in ``known`` the value its nearest known neighbours vote for."""
    anchors = [n for n, word in enumerate(space.words) if word in known and space.counts[n] >= min_count]
    values = [known[space.words[n]] for n in anchors]
    strangers = [n for n, word in enumerate(space.words) if word not in known and word[0].isalpha()]
    result: dict[str, int] = {}
    for first in range(0, len(strangers), 1000):
        chunk = strangers[first : first + 1000]
        near = space.vectors[chunk] @ space.vectors[anchors].T
        best = np.argpartition(-near, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
        for row, number in enumerate(chunk):
            result[space.words[number]] = _vote(best[row], near[row], values)
    return result


def _vote(places: npt.NDArray[np.int64], near: npt.NDArray[np.float32], values: Sequence[int]) -> int:
    votes: defaultdict[int, float] = defaultdict(float)
    for place in sorted(places):
        votes[values[place]] += max(float(near[place]), 0.0) ** 4
    return max(votes, key=lambda value: (votes[value], -value))
