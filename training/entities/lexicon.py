"""Building the frozen lexicon: Brown clusters, our own clusters and the gazetteer, by word."""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections import defaultdict
from importlib import resources
from typing import TYPE_CHECKING, Any

from training.entities.distribution import COARSE, FINE, WordSpace, cluster, spread, word_space
from transforms.entities import features
from transforms.entities.features import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SIZE = 190_000
"""Words taken from the frequency list; the gazetteer and our own texts add theirs."""

_SINGLE = {"country": features.COUNTRY, "demonym": features.DEMONYM, "group": features.DEMONYM}
_SINGLE |= {"city": features.CITY, "region": features.REGION}
_PART = {"country": features.COUNTRY_PART, "city": features.CITY_PART, "region": features.REGION}


def lookup_table(name: str) -> dict[str, Any]:
    """Return a table of ``spacy-lookups-data`` (needed for training only)."""
    path = resources.files("spacy_lookups_data") / "data" / f"en_{name}.json.gz"
    table: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()))
    return table


def gazetteer_bits(data: Path) -> dict[str, int]:
    """Return the gazetteer bits of every word of the gazetteer, also in its spelling without accents."""
    bits: defaultdict[str, int] = defaultdict(int)
    with gzip.open(data / "gazetteer.tsv.gz", "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            kind, name = line.rstrip("\n").split("\t")[:2]
            words = [word for word in name.replace("-", " ").split() if word[:1].isupper()]
            whole = len(name.replace("-", " ").split()) == 1
            for word in words:
                bit = _SINGLE[kind] if whole else _PART.get(kind, features.DEMONYM)
                bits[word] |= bit
                bits[_plain(word)] |= bit
    return dict(bits)


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def brown_clusters() -> dict[str, int]:
    """Return the Brown cluster of the commonest words that have one, commonest first."""
    clusters, log_probability = lookup_table("lexeme_cluster"), lookup_table("lexeme_prob")
    known = [word for word, path in clusters.items() if path and any(c.isalnum() for c in word)]
    known.sort(key=lambda word: (-log_probability.get(word, -30.0), word))
    return {word: clusters[word] for word in known[:SIZE]}


def build_lexicon(data: Path, texts: Iterable[str], seed: int = 0) -> Lexicon:
    """Return the lexicon over Brown clusters, clusters of the given texts and the gazetteer."""
    space = word_space(texts, seed)
    brown = brown_clusters()
    brown |= spread(space, brown)
    numbers = {path: number for number, path in enumerate(sorted(set(brown.values())), start=1)}
    own = _own_clusters(space, seed)
    bits = gazetteer_bits(data)
    order = dict.fromkeys([*space.words, *brown, *bits])
    words = {
        word: (numbers.get(brown.get(word, -1), 0), bits.get(word, 0), *own.get(word, (0, 0)))
        for word in order
        if word[0].isalnum()
    }
    return Lexicon.build(words, [0, *sorted(numbers)])


def _own_clusters(space: WordSpace, seed: int) -> dict[str, tuple[int, int]]:
    fine, coarse = cluster(space, FINE, seed), cluster(space, COARSE, seed)
    return {word: (int(a) + 1, int(b) + 1) for word, a, b in zip(space.words, fine, coarse, strict=True)}
