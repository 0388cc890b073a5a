"""Word-level features of the shipped model: a frozen lexicon fed to extra hash embeddings.

A small convolutional model sees a word as a hash of its form, prefix, suffix and shape, so that a name it
never met in training is a blank. The lexicon adds what the word is *like*: its Brown cluster (Brown et al.
1992; Turian et al. 2010 for cluster prefixes as NER features), clusters of our own over newer text, and
whether a gazetteer lists it as a country, demonym, city or region. Importing this module registers the
spaCy architecture ``copydesk.LexemeEmbed.v1`` that the shipped model is built from.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.ml.featureextractor import FeatureExtractor
from spacy.strings import get_string_id
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    uniqued,
    with_array,
)
from thinc.model import deserialize_attr, serialize_attr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import numpy.typing as npt
    from spacy.tokens import Doc

    Keys = npt.NDArray[np.uint32]
    Ids = npt.NDArray[np.uint64]

COLUMNS = ("cluster", "gazetteer", "fine", "coarse")
"""Feature columns of a lexicon, in the order of its table; 0 means that nothing is known."""

COUNTRY, COUNTRY_PART, DEMONYM, CITY, CITY_PART, REGION = (1 << bit for bit in range(6))
"""Bits of the gazetteer column; ``_PART`` marks a word of a name of several words."""

_KEY_MASK = 0xFFFFFFFF


def word_key(word: str) -> int:
    """Return the lexicon key of a word: the low 32 bits of spaCy's string hash.

    >>> word_key("London") == word_key("london")
    False
    """
    return get_string_id(word) & _KEY_MASK


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word features by 32-bit word key; a word not listed falls back to its lower-cased form.

    ``keys`` is sorted and ``table`` has one row of ``COLUMNS`` a key. ``folded_keys`` (sorted) are the keys
    of lower-cased forms and ``folded_rows`` the row of their commonest cased form, so that "OBAMA" in a
    headline finds "Obama". ``paths`` maps the values of the cluster column to Brown paths, stored
    bit-reversed: the *low* bits are the root of the tree.
    """

    keys: Keys = field(default_factory=lambda: np.zeros(0, dtype=np.uint32))
    table: npt.NDArray[np.uint16] = field(default_factory=lambda: np.zeros((0, 4), dtype=np.uint16))
    folded_keys: Keys = field(default_factory=lambda: np.zeros(0, dtype=np.uint32))
    folded_rows: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    paths: Keys = field(default_factory=lambda: np.zeros(1, dtype=np.uint32))

    def __len__(self) -> int:
        return len(self.keys)

    def rows(self, orth: Ids, lower: Ids) -> npt.NDArray[np.int64]:
        """Return the table row of each word by the hashes of its form and lower-cased form, or -1."""
        if not len(self):
            return np.full(len(orth), -1, dtype=np.int64)
        found = _find(self.keys, orth)
        missed = np.flatnonzero(found < 0)
        folded = _find(self.folded_keys, lower[missed])
        found[missed] = np.where(folded < 0, -1, self.folded_rows[folded])
        return found

    def columns(self, orth: Ids, lower: Ids) -> Ids:
        """Return the ``COLUMNS`` of each word, zeros where the word is unknown."""
        rows = self.rows(orth, lower)
        values = np.zeros((len(orth), len(COLUMNS)), dtype=np.uint64)
        known = rows >= 0
        values[known] = self.table[rows[known]]
        return values

    def to_bytes(self) -> bytes:
        """Return the lexicon as a compressed NumPy archive."""
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            keys=self.keys,
            table=self.table,
            folded_keys=self.folded_keys,
            folded_rows=self.folded_rows,
            paths=self.paths,
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> Lexicon:
        """Read what ``to_bytes`` wrote.

        >>> len(Lexicon.from_bytes(Lexicon().to_bytes()))
        0
        """
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return cls(**{name: arrays[name] for name in arrays.files})

    @classmethod
    def build(cls, words: Mapping[str, Sequence[int]], paths: Sequence[int]) -> Lexicon:
        """Freeze words, commonest first, with their ``COLUMNS``; the first of equal keys wins."""
        rows: dict[int, Sequence[int]] = {}
        folded: dict[int, int] = {}
        for word, values in words.items():
            key = word_key(word)
            rows.setdefault(key, values)
            folded.setdefault(word_key(word.lower()), key)
        keys = np.array(sorted(rows), dtype=np.uint32)
        folded_keys = np.array(sorted(folded), dtype=np.uint32)
        targets = np.array([folded[int(key)] for key in folded_keys], dtype=np.uint32)
        return cls(
            keys=keys,
            table=np.array([rows[int(key)] for key in keys], dtype=np.uint16).reshape(-1, len(COLUMNS)),
            folded_keys=folded_keys,
            folded_rows=np.searchsorted(keys, targets).astype(np.int32),
            paths=np.array(paths, dtype=np.uint32),
        )


def _find(keys: Keys, hashes: Ids) -> npt.NDArray[np.int64]:
    """Return the position of each hash in the sorted keys, -1 where it is absent."""
    wanted = (hashes & np.uint64(_KEY_MASK)).astype(np.uint32)
    places = np.searchsorted(keys, wanted)
    places[places == len(keys)] = 0
    return np.where(keys[places] == wanted, places, -1)


@serialize_attr.register(Lexicon)
def _serialize_lexicon(_: Any, value: Lexicon, name: str, model: Any) -> bytes:  # noqa: ARG001
    """Let thinc store a lexicon inside the model file (the signature is thinc's)."""
    return value.to_bytes()


@deserialize_attr.register(Lexicon)
def _deserialize_lexicon(_: Any, value: bytes, name: str, model: Any) -> Lexicon:  # noqa: ARG001
    """Read the lexicon back from the model file (the signature is thinc's)."""
    return Lexicon.from_bytes(value)


@registry.architectures("copydesk.LexemeEmbed.v1")  # type: ignore[untyped-decorator]
def lexeme_embed(  # noqa: PLR0913, PLR0917 -- the arguments are the model's configuration
    width: int,
    table_width: int,
    attrs: list[str],
    rows: list[int],
    cluster_bits: list[int],
    cluster_rows: list[int],
    gazetteer_rows: int,
    fine_rows: int,
    coarse_rows: int,
) -> Model[list[Doc], list[Any]]:
    """Embed words by spaCy attributes and lexicon columns, once for each distinct word of a batch.

    Like ``spacy.MultiHashEmbed.v2`` with extra tables: for the cluster cut to each of ``cluster_bits`` low
    bits (0 is the whole path), the gazetteer bits, and our fine and coarse clusters. All inputs depend on the
    word form alone (use LOWER, not NORM), so equal words are computed once a batch; that pays for the extra
    tables. The tables are ``table_width`` wide, the output ``width``.

    Raises:
        ValueError: attributes and rows, or cluster bits and rows, differ in number.
    """
    if len(attrs) != len(rows) or len(cluster_bits) != len(cluster_rows):
        raise ValueError("Every attribute and every cluster prefix needs its number of rows.")
    tables = [*rows, *cluster_rows, gazetteer_rows, fine_rows, coarse_rows]
    embeddings: list[Model[Any, Any]] = [
        HashEmbed(table_width, size, column=column, seed=7 + column, dropout=0.0)
        for column, size in enumerate(tables, start=1)
    ]
    mix = Maxout(width, table_width * len(tables), nP=3, dropout=0.0, normalize=True)
    embed: Model[Any, Any] = uniqued(chain(concatenate(*embeddings), mix), column=0)
    by_word: Model[Any, Any] = with_array(embed)
    return chain(lexeme_extractor(attrs, cluster_bits), list2ragged(), by_word, ragged2list())


def lexeme_extractor(attrs: Sequence[str], cluster_bits: Sequence[int]) -> Model[list[Doc], list[Ids]]:
    """Turn docs into integers: ORTH, ``attrs``, cluster prefixes, gazetteer, fine and coarse clusters."""
    return Model(
        "lexeme_extractor",
        _extract,
        layers=[FeatureExtractor(["ORTH", "LOWER", *attrs])],
        attrs={"lexicon": Lexicon(), "cluster_bits": list(cluster_bits), "dropout_rate": 0.0},
    )


def _extract(
    model: Model[list[Doc], list[Ids]], docs: list[Doc], is_train: bool
) -> tuple[list[Ids], Callable[[Any], list[Doc]]]:
    arrays, _ = model.layers[0](docs, False)
    features = [_features(model, array) for array in arrays]
    if is_train and model.attrs["dropout_rate"]:
        for array in features:
            _hide_words(array, model.attrs["dropout_rate"])
    return features, lambda _: []


def _features(model: Model[list[Doc], list[Ids]], array: Ids) -> Ids:
    """Return key, spaCy attributes and lexicon columns side by side, one row a token."""
    columns = model.attrs["lexicon"].columns(array[:, 0], array[:, 1])
    paths = model.attrs["lexicon"].paths[columns[:, 0].astype(np.int64)].astype(np.uint64)
    known = columns[:, 0] > 0
    prefixes = [_prefix(paths, known, bits) for bits in model.attrs["cluster_bits"]]
    return np.column_stack([array[:, 0], array[:, 2:], *prefixes, columns[:, 1:]]).astype(np.uint64)


def _prefix(paths: Ids, known: npt.NDArray[np.bool_], bits: int) -> Ids:
    """Cut cluster paths to their low bits (all for 0), shifted by one so that 0 stays "unknown"."""
    cut = paths & np.uint64((1 << bits) - 1) if bits else paths
    return np.where(known, cut + np.uint64(1), np.uint64(0))


def _hide_words(array: Ids, rate: float) -> None:
    """Blank the first attribute of a share of the tokens, so that training learns from what is left."""
    hidden = np.random.random(len(array)) < rate  # noqa: NPY002 -- thinc's dropout draws from this generator too
    array[hidden, 1] = 0
    array[hidden, 0] += np.uint64(1)  # another key: not the same word any more


def set_lexicon(model: Model[Any, Any], lexicon: Lexicon) -> None:
    """Put a lexicon into every lexeme extractor of a model (in training; a loaded model brings its own).

    Raises:
        ValueError: the model has no lexeme extractor.
    """
    nodes: Iterable[Model[Any, Any]] = [node for node in model.walk() if node.name == "lexeme_extractor"]
    if not nodes:
        raise ValueError("The model has no lexeme extractor: its embed layer is not copydesk.LexemeEmbed.v1.")
    for node in nodes:
        node.attrs["lexicon"] = lexicon
