"""What the rules work on: the words of a document and the spans found in them, free of spaCy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

T = TypeVar("T")

_PIECES = re.compile(r"[^\s\-,()]*[^\s\-,()'’](?=['’]s\b)|['’]s\b|[^\s\-–,()]+|[-–,()]")

HYPHENS = frozenset({"-", "–", "—"})
QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'", "``": "''"}
"""Opening quotation mark → closing one."""

MODEL = ""
"""The rule name of a span that the model found."""


class Found(NamedTuple):
    """A span of tokens, half open, with its label and the rule that made it (`MODEL` for the model)."""

    start: int
    end: int
    label: str
    rule: str = MODEL

    @property
    def length(self) -> int:
        """Number of tokens."""
        return self.end - self.start


@dataclass(frozen=True)
class Words:
    """The tokens of one document: `texts`, and whether white space follows each one."""

    texts: list[str]
    spaced: list[bool]

    @cached_property
    def lowers(self) -> list[str]:
        """The tokens in lower case."""
        return [text.lower() for text in self.texts]

    @cached_property
    def lines(self) -> list[tuple[int, int]]:
        """Runs of tokens between line breaks, half open, none of them empty."""
        cuts = [i for i, text in enumerate(self.texts) if "\n" in text]
        starts, ends = [0, *(cut + 1 for cut in cuts)], [*cuts, len(self.texts)]
        return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]

    @cached_property
    def uncapitalised(self) -> frozenset[str]:
        """The words that the document writes in lower case: no names, wherever they stand capitalised."""
        return frozenset(text for text in self.texts if text.islower())

    def text(self, span: Found) -> str:
        """Return the words of a span, with single spaces where there is white space."""
        parts = [self.texts[i] + (" " if self.spaced[i] else "") for i in range(span.start, span.end)]
        return "".join(parts).strip()


def surname(words: Words, span: Found) -> str:
    """Return the last word of a person's name, with the half before a hyphen: "Holt-Marsh" is neither's.

    >>> surname(Words(["Ann", "Holt", "-", "Marsh"], [True, False, False, True]), Found(0, 4, "PERSON"))
    'Holt-Marsh'
    """
    start = span.end - 1
    while start - 2 >= span.start and words.texts[start - 1] in HYPHENS:
        start -= 2
    return words.text(span._replace(start=start))


class Phrases(Generic[T]):
    """A table of phrases, each a tuple of tokens, matched longest first at a token.

    >>> table = Phrases({("New", "York"): "city", ("New", "York", "Times"): "paper"})
    >>> table.at(["The", "New", "York", "Times"], 1)
    (3, 'paper')
    >>> table.at(["New", "Delhi"], 0) is None
    True
    """

    def __init__(self, phrases: Mapping[tuple[str, ...], T]) -> None:
        self._tails: dict[str, list[tuple[int, tuple[str, ...], T]]] = {}
        for phrase, value in phrases.items():
            self._tails.setdefault(phrase[0], []).append((len(phrase), phrase, value))
        for tails in self._tails.values():
            tails.sort(key=lambda tail: -tail[0])

    def at(self, words: list[str], start: int) -> tuple[int, T] | None:
        """Return the number of tokens and the value of the longest phrase that starts at a token."""
        for size, phrase, value in self._tails.get(words[start], ()):
            if size == 1 or tuple(words[start : start + size]) == phrase:
                return size, value
        return None

    def scan(self, words: list[str]) -> Iterator[tuple[int, int, T]]:
        """Yield start, end and value of the phrases of a text, longest first, without overlaps."""
        free, tails = 0, self._tails
        for start, word in enumerate(words):
            if word in tails and start >= free and (hit := self.at(words, start)):
                free = start + hit[0]
                yield start, free, hit[1]


def split_words(name: str) -> tuple[str, ...]:
    """Return a name as the English tokenizer of spaCy would cut it (enough for names in lists).

    >>> split_words("Guinea-Bissau"), split_words("Xi's"), split_words("Trinidad & Tobago")
    (('Guinea', '-', 'Bissau'), ('Xi', "'s"), ('Trinidad', '&', 'Tobago'))
    """
    return tuple(_PIECES.findall(name))


def resolve_overlaps(spans: Iterable[Found]) -> list[Found]:
    """Return spans in text order without overlaps: the longer wins, then the earlier.

    >>> resolve_overlaps([Found(0, 2, "ORG"), Found(1, 4, "FAC"), Found(5, 6, "GPE")])
    [Found(start=1, end=4, label='FAC', rule=''), Found(start=5, end=6, label='GPE', rule='')]
    """
    taken: set[int] = set()
    kept: list[Found] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start, s.label)):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(span)
    return sorted(kept)
