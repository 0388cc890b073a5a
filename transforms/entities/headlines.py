"""Headlines in title case or capitals, where every word looks like a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from transforms.entities.hygiene import clean_spans
from transforms.entities.lists import listed_label
from transforms.entities.places import first_names
from transforms.entities.spans import Found, Phrases, Words, split_words, surname
from transforms.entities.vocabulary import (
    HEADLINE_VERBS,
    JOINERS,
    NAME_SUFFIXES,
    NO_NAME,
    WORD_NAMES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 24
_SHARE = 0.6
_FEWEST = 4


def tame_headlines(words: Words, spans: Sequence[Found]) -> list[Found]:
    r"""Cut the spans of headlines down to the names that the rest of the document has.

    In a headline a span that holds a name of the body is replaced by that name; other spans lose the words
    that the document also writes in lower case.

    >>> text = "Boehner Blasts Senate Bill \n\n Mr. Boehner said he blasts nobody ."
    >>> words = Words(text.split(" "), [True] * 12)
    >>> [words.text(s) for s in tame_headlines(words, [Found(0, 4, "ORG"), Found(6, 7, "PERSON")])]
    ['Boehner', 'Boehner']
    """
    lines = [line for line in words.lines if is_headline(words, *line)]
    if not lines:
        return list(spans)
    inside = {i for start, end in lines for i in range(start, end)}
    body = _Body.of(words, [span for span in spans if span.start not in inside])
    tamed: list[Found] = []
    for span in spans:
        tamed += _tame(words, span, body) if span.start in inside else [span]
    return tamed


class _Body(NamedTuple):
    """The names below the headline as phrases, the same with surnames alone, and all words of names."""

    names: Phrases[str]
    people: Phrases[str]
    words: frozenset[str]

    @classmethod
    def of(cls, words: Words, spans: Sequence[Found]) -> _Body:
        named = {_folded(words, span.start, span.end): span.label for span in spans}
        named = {name: label for name, label in named.items() if name[0].lower() not in NO_NAME}
        full = (span for span in spans if span.label == "PERSON" and span.length > 1)
        surnames = {split_words(surname(words, span)): span.label for span in full}
        telling = {
            name: label for name, label in surnames.items() if name[-1].lower() not in NAME_SUFFIXES | NO_NAME
        }
        return cls(
            Phrases(named), Phrases(telling | named), frozenset(word for name in named for word in name)
        )


def _folded(words: Words, start: int, end: int) -> tuple[str, ...]:
    """Return words with "Of" and "The" as running text writes them."""
    texts = zip(words.texts[start:end], words.lowers[start:end], strict=True)
    return tuple(lower if lower in JOINERS else text for text, lower in texts)


def is_headline(words: Words, start: int, end: int) -> bool:
    """Whether a line is a short one without full stop whose long words are mostly capitalised."""
    texts = words.texts[start:end]
    if end - start > _LONGEST or texts[-1] in {".", "!", "”", '"', ":"}:
        return False
    long = [text for text in texts if text.isalpha() and len(text) > 3]  # noqa: PLR2004 -- "with" is lower in most
    return len(long) >= _FEWEST and sum(text[0].isupper() for text in long) > _SHARE * len(long)


def _tame(words: Words, span: Found, body: _Body) -> list[Found]:
    texts = list(_folded(words, span.start, span.end))
    if listed_label(" ".join(texts)):
        return [span]
    hits = list((body.people if span.label == "PERSON" else body.names).scan(texts))
    if hits and hits[0][:2] == (0, len(texts)):
        return [span]
    people = [(s, e, label) for s, e, label in hits if label in {"PERSON", "ORG"}]
    if span.label == "PERSON":
        people = [hit for hit in people if _ends(words, span, hit[1], body)]
    if people:
        return [
            Found(_with_first_name(words, span.start, span.start + s), span.start + e, label, "headline")
            for s, e, label in people
        ]
    return _without_words(words, span)


def _with_first_name(words: Words, first: int, start: int) -> int:
    """Return the start of a name with the first name before it, which the body may not have."""
    return start - 1 if start > first and words.lowers[start - 1] in first_names() else start


def _ends(words: Words, span: Found, length: int, body: _Body) -> bool:
    """Whether a name ends behind so many words of a span: the next one is in no name of the body."""
    i = span.start + length
    return i == span.end or _is_word(words, i) or words.texts[i] not in body.words


def _without_words(words: Words, span: Found) -> list[Found]:
    """Return the pieces between the words that the document knows in lower case."""
    pieces, start = [], span.start
    for i in range(span.start, span.end + 1):
        if i == span.end or (_is_word(words, i) and (span.length > 2 or _is_verb(words, i))):  # noqa: PLR2004
            if start < i:
                pieces.append(span._replace(start=start, end=i))
            start = i + 1
    return clean_spans(words, pieces)[:1] or [span]


def _is_verb(words: Words, i: int) -> bool:
    return words.lowers[i] in HEADLINE_VERBS or words.lowers[i] in NO_NAME


def _is_word(words: Words, i: int) -> bool:
    lower = words.lowers[i]
    if lower in HEADLINE_VERBS or lower in NO_NAME:
        return lower not in JOINERS and lower not in first_names()
    return lower in words.uncapitalised and not (
        lower in JOINERS or lower in WORD_NAMES or lower in first_names()
    )
