"""Organisations whom the words around them give away: papers, acronyms, campuses, companies, teams, chambers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.entities.lists import listed_label
from transforms.entities.organisations import abbreviates
from transforms.entities.places import load_gazetteer
from transforms.entities.spans import Found, Words, resolve_overlaps
from transforms.entities.vocabulary import (
    CHAMBER_OFFICES,
    CHAMBERS,
    COMPANY_SUFFIXES,
    CONTESTED,
    LEGAL_SUFFIXES,
    NO_NAME,
    PLAYED,
    SAYING,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UNIVERSITY = word_set("University Universiteit Universität Université Universidad College")
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_FOES = frozenset({"over", "against", "for", "beat", "v", "vs", "vs."})


def name_bodies(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Mark and mend the organisations that the words around them show.

    >>> words = Words("the European Pottery Union ( EPU ) told The Kiln".split(), [True] * 10)
    >>> [(words.text(s), s.label) for s in name_bodies(words, [Found(1, 4, "ORG"), Found(5, 6, "LOC")])]
    [('European Pottery Union', 'ORG'), ('EPU', 'ORG'), ('Kiln', 'ORG')]
    """
    owned = {i: span for span in spans for i in range(span.start, span.end)}
    acronyms = {words.texts[i] for i in _in_brackets(words, spans)}
    typed = [_as_team(words, _as_acronym(words, _grown(words, span, owned), acronyms)) for span in spans]
    new = [*_papers(words, owned), *_chambers(words, owned), *_acronyms(words, owned, acronyms)]
    taken = {(span.start, span.end) for span in new}
    return resolve_overlaps([*new, *(span for span in typed if (span.start, span.end) not in taken)])


def _in_brackets(words: Words, spans: Sequence[Found]) -> Iterator[int]:
    """Yield the positions of acronyms in brackets behind the organisation that they stand for."""
    texts = words.texts
    for span in spans:
        i = span.end + 1
        if span.label != "ORG" or texts[span.end : i] != ["("] or texts[i + 1 : i + 2] != [")"]:
            continue
        if abbreviates(texts[i], words.text(span)):
            yield i


def _as_acronym(words: Words, span: Found, acronyms: set[str]) -> Found:
    is_one = span.length == 1 and span.label != "ORG" and words.texts[span.start] in acronyms
    return Found(span.start, span.end, "ORG", "acronym") if is_one else span


def _acronyms(words: Words, owned: dict[int, Found], acronyms: set[str]) -> Iterator[Found]:
    if acronyms:
        for i, text in enumerate(words.texts):
            if text in acronyms and i not in owned:
                yield Found(i, i + 1, "ORG", "acronym")


def _papers(words: Words, owned: dict[int, Found]) -> Iterator[Found]:
    """Yield papers of one word: "told The Kiln", "The Kiln reported"."""
    texts = words.texts
    for i in range(1, len(texts) - 1):
        if texts[i] != "The" or not _is_one_word(words, i + 1, owned):
            continue
        after = texts[i + 2] if i + 2 < len(texts) else "."
        before = " ".join(texts[max(0, i - 2) : i]).lower()
        told = before.endswith((" told", "according to", " via"))
        if (
            told
            or (after in SAYING and texts[i - 1][-1].isalnum())
            or (after in SAYING and texts[i - 1] == ",")
        ):
            yield Found(i + 1, i + 2, "ORG", "paper")


def _is_one_word(words: Words, i: int, owned: dict[int, Found]) -> bool:
    """Whether a capitalised word stands alone: no longer name, no list word."""
    text, span = words.texts[i], owned.get(i)
    if not (text.istitle() and text.isalpha()) or words.lowers[i] in NO_NAME or listed_label(text):
        return False
    follows = words.texts[i + 1] if i + 1 < len(words.texts) else "."
    return (span is None or span.length == 1) and not follows[0].isupper()


def _chambers(words: Words, owned: dict[int, Found]) -> Iterator[Found]:
    """Yield the chambers in titles: "House Majority Leader", "Speaker of the House"."""
    texts = words.texts
    for i in range(len(texts)):
        if texts[i] in CHAMBERS and i not in owned:
            led = texts[i + 1 : i + 2] and texts[i + 1] in CHAMBER_OFFICES
            if led or [text.lower() for text in texts[max(0, i - 3) : i]] == ["speaker", "of", "the"]:
                yield Found(i, i + 1, "ORG", "chamber")


def _grown(words: Words, span: Found, owned: dict[int, Found]) -> Found:
    """Grow an organisation over its legal form or campus ("Acme Turbines, LLC", "University of Tarn at Ostby")."""
    if span.label != "ORG":
        return span
    texts, end = words.texts, span.end
    if texts[end : end + 1] == [","] and _is_legal_form(words, end + 1):
        is_whole = words.lowers[end - 1] in COMPANY_SUFFIXES  # "Acme Corporation, Inc." is marked both ways
        return span if is_whole else span._replace(end=end + 2, rule="legal")
    campus = owned.get(end + 1) if texts[end : end + 1] == ["at"] else owned.get(end)
    if campus is None or campus.label != "GPE":
        return span
    is_system = texts[span.start] in _UNIVERSITY and texts[end] == "at"
    is_named = texts[end - 1] in _UNIVERSITY and campus.start == end
    return span._replace(end=campus.end, rule="campus") if is_system or is_named else span


def _is_legal_form(words: Words, i: int) -> bool:
    """Whether a legal form stands at `i`; "AG" is an attorney general there ("the FBI, AG Holt")."""
    if i >= len(words.texts) or words.texts[i] == "AG":
        return False
    return words.texts[i][0].isupper() and words.lowers[i] in LEGAL_SUFFIXES


def _as_team(words: Words, span: Found) -> Found:
    """Take a city for its team where it plays ("26 games for Ostby", "a 3-1 win over Ostby")."""
    if span.label != "GPE" or words.text(span) in load_gazetteer().countries or span.start < 2:  # noqa: PLR2004
        return span
    before = words.lowers[max(0, span.start - 6) : span.start]
    if before[-1] not in _FOES:
        return span
    score = _SCORE.search("".join(words.texts[max(0, span.start - 8) : span.end + 4]))
    contested = before[-1] == "beat" or before[-2] in CONTESTED
    is_team = before[-2] in PLAYED or (contested and score)
    return Found(span.start, span.end, "ORG", "team") if is_team else span
