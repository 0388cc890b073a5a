"""Span hygiene: what a name must not begin with, end with or contain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.entities.places import load_gazetteer
from transforms.entities.spans import Found, Words, resolve_overlaps
from transforms.entities.vocabulary import ARTICLES, COMPOUND_HEADS, NAME_SUFFIXES, ROYAL, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s", "´s", "s'"})
_HYPHENS = frozenset({"-", "–", "—"})


def clean_spans(words: Words, spans: Iterable[Found]) -> list[Found]:
    """Return the spans without line breaks, articles, titles, possessives and stray punctuation.

    A pair of places or peoples ("Russia-China") becomes two spans; what keeps no capital letter or digit is
    dropped.

    >>> words = Words(["the", "Kremlin", "’s", "\\n", "Russia", "-", "China"], [True] * 7)
    >>> [words.text(s) for s in clean_spans(words, [Found(0, 4, "ORG"), Found(4, 7, "GPE")])]
    ['Kremlin', 'Russia', 'China']
    """
    cleaned = [
        trimmed
        for span in spans
        for piece in _split_lines(words, span)
        for part in _split_pair(words, piece)
        if (trimmed := trim(words, part)) and _is_name(words, trimmed)
    ]
    return resolve_overlaps(cleaned)


def trim(words: Words, span: Found) -> Found | None:
    """Return the span without what does not belong at its edges; None when nothing is left."""
    start, end = _trim_left(words, span.start, span.end), span.end
    end = _trim_right(words, start, end)
    if span.label == "PERSON":
        start = _trim_titles(words, start, end)
    if start >= end:
        return None
    return span if (start, end) == (span.start, span.end) else span._replace(start=start, end=end)


def _trim_left(words: Words, start: int, end: int) -> int:
    texts, lowers = words.texts, words.lowers
    while start < end:
        word = texts[start]
        if lowers[start] in ARTICLES and not (end - start > 1 and f"{word} {texts[start + 1]}" in _WITH_ARTICLE):
            start += 1
        elif not word[0].isalnum() and not any(c.isalnum() for c in word):
            start += 1
        elif word in _POSSESSIVES:
            start += 1
        else:
            break
    return start


_WITH_ARTICLE = frozenset({"The Hague", "The Gambia", "The Bahamas", "La Paz", "A Coruña"})


def _trim_right(words: Words, start: int, end: int) -> int:
    texts = words.texts
    while end > start:
        word = texts[end - 1]
        if word in _POSSESSIVES or not any(c.isalnum() for c in word):
            if word == "!" and end - start > 1 and texts[end - 2] == "Yahoo":
                break
            end -= 1
        elif words.lowers[end - 1] in ARTICLES:
            end -= 1
        else:
            break
    return end


def _trim_titles(words: Words, start: int, end: int) -> int:
    """Skip titles before a person's name; a royal one stays before a lone first name."""
    while end - start > 1 and words.lowers[start] in TITLES:
        if words.lowers[start] in ROYAL and end - start == 2:  # noqa: PLR2004 -- title and name
            break
        if words.lowers[start + 1] in NAME_SUFFIXES:
            break
        start += 1
    return start


def _split_lines(words: Words, span: Found) -> Iterator[Found]:
    """Cut at white-space tokens: a name does not run over a line break or a gap."""
    texts, start = words.texts, span.start
    for i in range(span.start, span.end):
        if texts[i].isspace():
            if start < i:
                yield span._replace(start=start, end=i)
            start = i + 1
    if start < span.end:
        yield span._replace(start=start)


def _split_pair(words: Words, span: Found) -> Iterator[Found]:
    """Cut "Russia-China" and "Israeli-Palestinian" in two; leave "Guinea-Bissau" and "Sino-Russian" whole."""
    texts = words.texts
    if span.length < 3 or not _HYPHENS.intersection(texts[span.start : span.end]):  # noqa: PLR2004 -- A, hyphen, B
        yield span
        return
    known = load_gazetteer().spelled
    for i in range(span.start + 1, span.end - 1):
        if texts[i] in _HYPHENS and texts[span.start] not in COMPOUND_HEADS:
            left = known(" ".join(texts[span.start : i]))
            right = known(" ".join(texts[i + 1 : span.end]))
            whole = known("".join(texts[span.start : span.end]))
            if left and right and not whole:
                yield Found(span.start, i, left.label, span.rule)
                yield Found(i + 1, span.end, right.label, span.rule)
                return
    yield span


def _is_name(words: Words, span: Found) -> bool:
    """Whether a span has a capital letter or a digit; digits alone are no name."""
    texts = words.texts[span.start : span.end]
    has_letter = any(c.isalpha() for text in texts for c in text)
    return has_letter and any(not text.islower() for text in texts if any(c.isalnum() for c in text))
