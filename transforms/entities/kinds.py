"""Organisations, facilities, events and natural features by their head words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.entities.aliases import load_aliases
from transforms.entities.lists import listed_label
from transforms.entities.places import first_names
from transforms.entities.spans import Found, Words, resolve_overlaps
from transforms.entities.vocabulary import (
    EVENT_HEADS,
    EVENT_OPENERS,
    FAC_HEADS,
    LEGAL_SUFFIXES,
    LOC_HEADS,
    LOC_OPENERS,
    NO_NAME,
    ORG_HEADS,
    ORG_OPENERS,
    STORM_WORDS,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_HEAD_LABELS = (
    [(word, "ORG") for word in ORG_HEADS]
    + [(word, "FAC") for word in FAC_HEADS]
    + [(word, "EVENT") for word in EVENT_HEADS]
    + [(word, "LOC") for word in LOC_HEADS]
)
_LONGEST_TEAM = 7
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 6
HEAD_LABEL = dict(_HEAD_LABELS)
"""Last word of a name → label."""

_RETYPED = {
    "ORG": frozenset({"PERSON", "GPE", "LOC", "NORP", "FAC"}),
    "FAC": frozenset({"PERSON", "GPE", "LOC"}),
    "EVENT": frozenset({"PERSON", "GPE", "LOC", "ORG", "NORP", "PRODUCT"}),
    "LOC": frozenset({"PERSON", "ORG"}),
}
"""Label by head word → labels of the model that it overrules."""

_BUILT = word_set("Airport Bridge Square Boulevard Highway Tunnel Dam Airfield Expressway")
"""Heads that no organisation has: they overrule that label too."""


def retype(words: Words, spans: Iterable[Found]) -> list[Found]:
    """Correct labels that the head word of a longer name contradicts.

    >>> words = Words(["Kandahar", "Airport", "and", "Battle", "of", "Mosul"], [True] * 6)
    >>> [s.label for s in retype(words, [Found(0, 2, "GPE"), Found(3, 6, "ORG")])]
    ['FAC', 'EVENT']
    """
    return [_retyped(words, span) for span in spans]


def _retyped(words: Words, span: Found) -> Found:
    label = _kind(words, span)
    is_built = label == "FAC" and span.label == "ORG" and words.texts[span.end - 1] in _BUILT
    return _typed(span, label) if label and (span.label in _RETYPED[label] or is_built) else span


def mark_acronyms(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Take lone acronyms for organisations, not people ("DACA"), outside lines of capitals.

    >>> words = Words("The SEIU and BOB Lee met .".split(), [True] * 7)
    >>> [s.label for s in mark_acronyms(words, [Found(1, 2, "PERSON"), Found(3, 5, "PERSON")])]
    ['ORG', 'PERSON']
    """
    surnames = {words.lowers[s.end - 1] for s in spans if s.label == "PERSON" and s.length > 1}
    return [_typed(s, "ORG") if _is_lone_acronym(words, s, surnames) else s for s in spans]


def _is_lone_acronym(words: Words, span: Found, surnames: set[str]) -> bool:
    text, lower = words.texts[span.start], words.lowers[span.start]
    if span.label != "PERSON" or span.length > 1 or not (text.isupper() and text.isalpha()):
        return False
    if not _SHORTEST_ACRONYM <= len(text) <= _LONGEST_ACRONYM or lower in surnames or lower in first_names():
        return False
    near = words.texts[max(0, span.start - 2) : span.start] + words.texts[span.end : span.end + 2]
    return load_aliases().find("PERSON", text) is None and any(word.islower() for word in near)


def _typed(span: Found, label: str) -> Found:
    return Found(span.start, span.end, label, "head")


def _kind(words: Words, span: Found) -> str | None:
    """Return the label that a name of several words has by its head, None when it has none."""
    if span.length == 1 or listed_label(" ".join(words.texts[span.start : span.end])):
        return None
    first, second, last = words.texts[span.start], words.texts[span.start + 1], words.texts[span.end - 1]
    if second == "of":
        return "ORG" if first in ORG_OPENERS else "EVENT" if first in EVENT_OPENERS else None
    if first in STORM_WORDS or first in LOC_OPENERS:
        return "EVENT" if first in STORM_WORDS else "LOC"
    return "ORG" if last.lower() in LEGAL_SUFFIXES else HEAD_LABEL.get(last)


def extend(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Grow a span over the head word beside it ("[Kandahar] Airport", "University of [Oxford]").

    >>> words = Words(["at", "Kandahar", "Airport"], [True] * 3)
    >>> extend(words, [Found(1, 2, "GPE")])
    [Found(start=1, end=3, label='FAC', rule='head')]
    """
    owned = {i for span in spans for i in range(span.start, span.end)}
    return resolve_overlaps(_over_head(words, _over_opener(words, span, owned), owned) for span in spans)


def name_storms(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Mark storms and operations ("Hurricane Irma"), and their lone names as events too.

    >>> words = Words(["Hurricane", "Irma", "hit", ".", "Irma", "grew"], [True] * 6)
    >>> [(words.text(s), s.label) for s in name_storms(words, [Found(1, 2, "PERSON"), Found(4, 5, "PERSON")])]
    [('Hurricane Irma', 'EVENT'), ('Irma', 'EVENT')]
    """
    texts = words.texts
    owned = {i: span for span in spans for i in range(span.start, span.end)}
    storms = [
        Found(i, i + 2, "EVENT", "head")
        for i in range(len(texts) - 1)
        if texts[i] in STORM_WORDS and _is_storm_name(words, i + 1, owned)
    ]
    if not storms:
        return list(spans)
    names = {texts[storm.end - 1] for storm in storms}
    renamed = [_typed(s, "EVENT") if s.length == 1 and texts[s.start] in names else s for s in spans]
    return resolve_overlaps([*renamed, *storms])


def _is_storm_name(words: Words, i: int, owned: Mapping[int, Found]) -> bool:
    span, text = owned.get(i), words.texts[i]
    return (
        text[0].isupper()
        and text.isalpha()
        and words.lowers[i] not in NO_NAME
        and (span is None or span.length == 1)
    )


def name_teams(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Grow a country over "national team" ("India national under-19 cricket team").

    >>> words = Words("the Iran national football team".split(), [True] * 5)
    >>> [(words.text(s), s.label) for s in name_teams(words, [Found(1, 2, "GPE")])]
    [('Iran national football team', 'ORG')]
    """
    if "team" not in words.texts:
        return list(spans)
    return resolve_overlaps(_team(words, span) for span in spans)


def _team(words: Words, span: Found) -> Found:
    if span.label != "GPE" or words.texts[span.end : span.end + 1] != ["national"]:
        return span
    window = words.texts[span.end : span.end + _LONGEST_TEAM]
    if "team" not in window:
        return span
    return Found(span.start, span.end + window.index("team") + 1, "ORG", "head")


def _over_head(words: Words, span: Found, owned: set[int]) -> Found:
    texts, end = words.texts, span.end
    if span.label not in {"PERSON", "GPE", "LOC"} or end >= len(texts) or end in owned:
        return span
    head = HEAD_LABEL.get(texts[end])
    if head is None or texts[end] in _LOOSE_HEADS or not _ends_name(words, end + 1):
        return span
    return Found(span.start, end + 1, head, "head")


_LOOSE_HEADS = word_set(
    """Front Board Trust Church Office Capital Court Police Army Coast Bay Beach Open Gate Port Hills Street
    Road Group Party Post Times Services Division Conference Movement League Commission Council Committee
    Parliament Congress Government Embassy Administration Primary War Wars Caucuses Masters Network Systems
    Summit Crisis Bowl Media Electric"""
)
"""Heads that also follow a place as plain words in title case ("London Police")."""


def _ends_name(words: Words, position: int) -> bool:
    """Whether no further capitalised word follows."""
    texts = words.texts
    return position >= len(texts) or not (
        texts[position][0].isupper() and texts[position].lower() not in NO_NAME
    )


def _over_opener(words: Words, span: Found, owned: set[int]) -> Found:
    texts, start = words.texts, span.start
    if span.label not in {"GPE", "LOC", "PERSON"} or start < 2:  # noqa: PLR2004 -- opener and "of"
        return span
    opener = start - 2
    if texts[start - 1] != "of" or opener in owned or start - 1 in owned:
        return span
    if texts[opener] in {"University", "Battle", "Siege", "Bank"}:
        label = "EVENT" if texts[opener] in EVENT_OPENERS else "ORG"
        return Found(opener, span.end, label, "head")
    return span
