"""Agreement inside a document: one name has one label, and a name found once is found everywhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from transforms.entities.lists import listed_label
from transforms.entities.places import METROPOLIS, doubtful_cities, load_gazetteer
from transforms.entities.spans import Found, Phrases, Words, split_words, surname
from transforms.entities.vocabulary import LEGAL_SUFFIXES, NAME_SUFFIXES, NO_NAME, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHORTEST = 2
_WEAK = frozenset({"WORK_OF_ART", "PRODUCT"})
"""Labels that the model knows too little of to let them win."""


def vote(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Give every repeat of a name the label that most of its mentions have; a draw changes nothing.

    A lone surname counts as its person's name, so that one slip ("Merkel" as a place) is outvoted.

    >>> words = Words(["Putin", "met", "Xi", ".", "Putin", "and", "Putin"], [True] * 7)
    >>> [s.label for s in vote(words, [Found(0, 1, "GPE"), Found(4, 5, "PERSON"), Found(6, 7, "PERSON")])]
    ['PERSON', 'PERSON', 'PERSON']
    """
    ballots: defaultdict[str, Counter[str]] = defaultdict(Counter)
    surnames = {_lowered(surname(words, s)) for s in spans if s.label == "PERSON" and s.length > 1}
    listed = {name for name in surnames if name in doubtful_cities() or _is_small_city(name)}
    keys = [words.text(span) for span in spans]
    for key, span in zip(keys, spans, strict=True):
        ballots[key][span.label] += 1
        if span.label == "PERSON" and span.length > 1:
            for name in {surname(words, span), _lowered(surname(words, span))}:
                ballots[name]["PERSON"] += 1
    for name in surnames:  # "Edison" and "Scarborough" are people wherever the document has them in full
        ballots[name]["PERSON"] += len(spans) if name in listed else _as_place(ballots[name])
    for company in _companies(words, spans) - surnames:
        ballots[company]["ORG"] += len(spans)
    return [
        span
        if (winner := _winner(ballots[key])) in (None, span.label)
        or (listed_label(key) and key not in listed)
        else Found(span.start, span.end, winner, "vote")
        for key, span in zip(keys, spans, strict=True)
    ]


def _companies(words: Words, spans: Sequence[Found]) -> set[str]:
    """Return what companies are called without their legal form ("Kone" for "Kone Oy")."""
    return {
        words.text(span._replace(end=span.end - 1)).rstrip(" ,")
        for span in spans
        if span.label == "ORG" and span.length > 1 and words.lowers[span.end - 1] in LEGAL_SUFFIXES
    }


def _as_place(ballot: Counter[str]) -> int:
    return ballot["GPE"] + ballot["LOC"]


def _lowered(surname: str) -> str:
    """Return a surname as it stands in running text ("JOE SCARBOROUGH: ..." names Scarborough)."""
    return surname.capitalize() if surname.isupper() and surname.isalpha() else surname


def _is_small_city(name: str) -> bool:
    city = load_gazetteer().cities.get(name)
    return city is not None and city.population < METROPOLIS


def _winner(ballot: Counter[str]) -> str | None:
    if len(ballot) == 1:
        return None
    (first, votes), (_, rival) = ballot.most_common(2)
    return first if votes > rival and first not in _WEAK else None


def propagate(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Mark the unmarked repeats of the names found, and the surnames of the people found.

    >>> words = Words(["Angela", "Merkel", "spoke", ".", "Merkel", "left"], [True] * 6)
    >>> propagate(words, [Found(0, 2, "PERSON")])[-1]
    Found(start=4, end=5, label='PERSON', rule='repeat')
    """
    names = _names(words, spans)
    if not names:
        return list(spans)
    taken = _taken(spans)
    repeats = [
        Found(start, end, label, "repeat")
        for start, end, label in Phrases(names).scan(words.texts)
        if taken.isdisjoint(range(start, end)) and not _continues(words, start, end, taken)
    ]
    return sorted([*spans, *repeats])


def _taken(spans: Iterable[Found]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def _names(words: Words, spans: Sequence[Found]) -> dict[tuple[str, ...], str]:
    """Return the token sequences worth looking for, with their label."""
    votes: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for span in spans:
        phrase = tuple(words.texts[span.start : span.end])
        if span.length > 1 or (span.label not in _WEAK and _is_telling(words, phrase[0])):
            votes[phrase][span.label] += 1
        if span.label == "PERSON" and span.length > 1:
            bare = span._replace(end=span.end - (phrase[-1].lower() in NAME_SUFFIXES))
            last = split_words(surname(words, bare))
            if _is_telling(words, last[0]) and last[0] not in load_gazetteer().countries:
                votes[last]["PERSON"] += 1
    return {phrase: ballot.most_common(1)[0][0] for phrase, ballot in votes.items()}


def _is_telling(words: Words, word: str) -> bool:
    """Whether a single word is surely a name wherever it stands capitalised in this document."""
    return (
        word[0].isupper()
        and len(word) >= _SHORTEST
        and word.lower() not in NO_NAME
        and word.lower() not in TITLES
        and word.lower() not in words.uncapitalised
    )


def _continues(words: Words, start: int, end: int, taken: set[int]) -> bool:
    """Whether a match is part of a longer unmarked capitalised run ("Washington" in "Washington Gardens")."""
    texts = words.texts
    after = end < len(texts) and end not in taken and _is_capitalised(texts[end])
    before = start > 0 and start - 1 not in taken and _is_capitalised(texts[start - 1])
    return (after and _is_telling(words, texts[end])) or (
        before and _is_telling(words, texts[start - 1]) and not _opens_sentence(words, start - 1)
    )


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and word.isalpha()


def _opens_sentence(words: Words, position: int) -> bool:
    return position == 0 or not any(c.isalnum() for c in words.texts[position - 1])
