"""People whom the words around them give away: titles, first names, nicknames in quotes, speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.entities.kinds import HEAD_LABEL
from transforms.entities.lists import MAYBE_PERSON, listed_label
from transforms.entities.places import first_names, load_gazetteer
from transforms.entities.spans import QUOTES, Found, Words, resolve_overlaps
from transforms.entities.vocabulary import (
    LEADING_WORDS,
    NO_NAME,
    PERSON_TITLES,
    STATE_ABBREVIATIONS,
    STORM_WORDS,
    TITLES,
    WORD_NAMES,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_PLACE_WORDS = word_set(
    "in at near across outside inside around throughout into downtown to from toward towards of between via"
)
_LISTING = frozenset({",", "and", "or"})
_LOCAL = word_set(
    """police mayor officials residents authorities area airport court prosecutors firefighters suburb suburbs schools
    government city native natives team hospital hospitals streets based"""
)
"""Words behind a place that make what is there of it ("Houston police")."""

_NO_FIRST_NAME = NO_NAME | TITLES | LEADING_WORDS | {word.lower() for word in STORM_WORDS}
_LONGEST_NAME = 5
"""Tokens of a name after a title, hyphens among them."""

_LONGEST_SPEAKER = 3


def name_people(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Mark and mend the people whom titles, first names, quotes and colons show.

    >>> words = Words(["Rep.", "Una", "Holt", "met", "Lew", "“", "Dot", "”", "Bellamy"], [True] * 9)
    >>> [(words.text(s), s.label) for s in name_people(words, [Found(1, 3, "ORG"), Found(8, 9, "PERSON")])]
    [('Una Holt', 'PERSON'), ('Lew “ Dot ” Bellamy', 'PERSON')]
    """
    owned = {i: span for span in spans for i in range(span.start, span.end)}
    marked = [_with_first_name(words, _after_title(words, span), owned) for span in spans]
    speakers = {(speaker.start, speaker.end): speaker for speaker in _speakers(words, marked)}
    others = [span for span in marked if (span.start, span.end) not in speakers]
    return resolve_overlaps([*others, *_nicknamed(words, owned), *speakers.values()])


def name_bearers(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Take a place for the person who bears its name, where the document never speaks of it as a place.

    Capitals, and countries that hardly anybody is called after, stay what they are.

    >>> words = Words("Lew Houston won . Houston , 48 , smiled".split(), [True] * 9)
    >>> [s.label for s in name_bearers(words, [Found(0, 2, "PERSON"), Found(4, 5, "GPE")])]
    ['PERSON', 'PERSON']
    """
    places = [span for span in spans if span.label == "GPE"]
    alone = {words.texts[span.start] for span in places if span.length == 1}
    bearers: dict[str, int] = {}
    for span in spans:
        if span.label == "PERSON" and span.length > 1:
            first, last = words.texts[span.start], words.texts[span.end - 1]
            names = {name for name in {first} & MAYBE_PERSON | {last} if name in alone}
            bearers |= {n: bearers.get(n, span.end) for n in names if n == first or _may_be_surname(n)}
    if not bearers:
        return list(spans)
    edges = {edge for span in places for edge in (span.start, span.end)}
    spoken_of = {words.text(span) for span in places if _is_in_place(words, span, edges)}
    borne = {name: end for name, end in bearers.items() if name not in spoken_of}
    return [
        Found(span.start, span.end, "PERSON", "bearer")
        if span.label == "GPE" and span.start >= borne.get(words.text(span), len(words.texts))
        else span
        for span in spans
    ]


def _may_be_surname(place: str) -> bool:
    """Whether people bear the name of a place: not those of capitals, regions and most countries."""
    gazetteer = load_gazetteer()
    return place in MAYBE_PERSON or not (
        place in gazetteer.countries or place in gazetteer.capitals.values() or place in gazetteer.regions
    )


def _is_in_place(words: Words, span: Found, edges: Container[int]) -> bool:
    """Whether the words beside it say that a name is a place ("in Houston", "Houston police", "Syria and Jordan").

    `edges` are the starts and ends of all places: a comma or "and" between two makes a list.
    """
    before = words.lowers[span.start - 1] if span.start else ""
    after, following = (*words.lowers[span.end : span.end + 1], ""), words.texts[span.end + 1 : span.end + 2]
    lists = (before in _LISTING and span.start - 1 in edges) or (
        after[0] in _LISTING and (span.end + 1 in edges or not STATE_ABBREVIATIONS.isdisjoint(following))
    )
    return before in _PLACE_WORDS or after[0] in _LOCAL or lists


def _after_title(words: Words, span: Found) -> Found:
    """Take a name right after a title for a person ("Rep. Una Holt")."""
    if span.label not in {"ORG", "LOC", "FAC"} or span.length > _LONGEST_NAME or not span.start:
        return span
    texts = words.texts[span.start : span.end]
    is_name = all((text[0].isupper() and not text.isupper()) or text == "-" for text in texts)
    is_titled = words.lowers[span.start - 1] in PERSON_TITLES and words.texts[span.start - 1][0].isupper()
    if not (is_name and is_titled) or listed_label(words.text(span)) or texts[-1] in HEAD_LABEL:
        return span
    return Found(span.start, span.end, "PERSON", "person")


def _with_first_name(words: Words, span: Found, owned: dict[int, Found]) -> Found:
    """Grow a lone surname over the first name before it ("actor Jussie [Smollett]")."""
    first = span.start - 1
    if span.label != "PERSON" or span.length > 1 or first < 0 or first in owned:
        return span
    text, lower = words.texts[first], words.lowers[first]
    if not (text.istitle() and text.isalpha()) or lower in _NO_FIRST_NAME or listed_label(text):
        return span
    before = words.texts[first - 1] if first else "."
    after_role = before.islower() and before in TITLES
    opens = not any(c.isalnum() for c in before)
    if after_role or (lower in first_names() and not (opens and lower in WORD_NAMES)):
        return Found(first, span.end, "PERSON", "person")
    return span


def _nicknamed(words: Words, owned: dict[int, Found]) -> Iterator[Found]:
    """Yield names with a nickname in quotes, one half of which is known ("Lew “Dot” [Bellamy]")."""
    texts = words.texts
    for i in range(1, len(texts) - 3):
        if QUOTES.get(texts[i]) != texts[i + 2] or not _is_cap(texts[i + 1]):
            continue
        left, right = owned.get(i - 1), owned.get(i + 3)
        people = [span for span in (left, right) if span and span.label == "PERSON"]
        others = [span for span in (left, right) if span and span.label != "PERSON"]
        if people and not others and _is_cap(texts[i - 1]) and _is_cap(texts[i + 3]):
            start = left.start if left else i - 1
            yield Found(start, right.end if right else i + 4, "PERSON", "person")


def _is_cap(text: str) -> bool:
    return text[0].isupper() and text[-1].isalnum() and text.lower() not in NO_NAME


def _speakers(words: Words, spans: Sequence[Found]) -> Iterator[Found]:
    """Yield the names in capitals before a colon at the start of a line ("ANN LEE: Good evening.")."""
    people = {words.text(span).upper() for span in spans if span.label == "PERSON"}
    for start, end in words.lines:
        colon = next(
            (i for i in range(start + 2, min(end, start + _LONGEST_SPEAKER + 1)) if words.texts[i] == ":"), 0
        )
        name = words.texts[start:colon]
        if colon and all(text.isupper() and text.isalpha() for text in name):
            speaker = Found(start, colon, "PERSON", "person")
            is_place = listed_label(words.texts[start].title()) is not None
            if words.text(speaker) in people or (words.lowers[start] in first_names() and not is_place):
                yield speaker
