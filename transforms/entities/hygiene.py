"""Span hygiene: what a name must not begin with, end with or contain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.entities.lists import listed_label
from transforms.entities.places import first_names
from transforms.entities.spans import HYPHENS, QUOTES, Found, Words, resolve_overlaps, surname
from transforms.entities.vocabulary import (
    ARTICLES,
    CAMPAIGN_WORDS,
    CHAMBERS,
    COMPOUND_HEADS,
    DIRECTIONS,
    FAMILY_FIRST,
    LEADING_WORDS,
    NAME_SUFFIXES,
    NO_ENTITY,
    NO_NAME,
    PARTIES,
    PARTY_ADJECTIVES,
    ROLE_TAILS,
    ROYAL,
    TITLES,
    TRAILING,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s", "´s", "s'"})
_WALLS = frozenset({"(", ")", "[", "]", "|", "/", "{", "}", "•", "*", "=", ">", "<"})
_PAIRS = ({"GPE"}, {"NORP"}, {"ORG"}, {"GPE", "NORP"}, {"GPE", "LOC"}, {"GPE", "ORG"})
_COURT = frozenset({"v.", "vs.", "vs"})
_PARTY_TAGS = frozenset({"D", "R", "I"})
_AND = frozenset({"and", "or"})
_SYLLABLE = 5
_NO_SYLLABLE = word_set(
    "led made era like style type born based free run held owned wide tied ally aged only"
)
"""What hangs on a whole name by a hyphen ("Kim Davis-led")."""


def clean_spans(words: Words, spans: Iterable[Found]) -> list[Found]:
    r"""Return the spans without line breaks, articles, titles, possessives and stray punctuation.

    A pair of places or peoples ("Russia-China") becomes two spans; what keeps no capital letter or digit is
    dropped.

    >>> words = Words(["the", "Kremlin", "’s", "\n", "Russia", "-", "China"], [True] * 7)
    >>> [words.text(s) for s in clean_spans(words, [Found(0, 4, "ORG"), Found(4, 7, "GPE")])]
    ['Kremlin', 'Russia', 'China']
    """
    spans = list(spans)
    surnames = frozenset(
        name
        for span in spans
        if span.label == "PERSON" and ((name := surname(words, span)) != words.text(span) or span.length == 1)
    )
    cleaned = [
        trimmed
        for span in spans
        for piece in _split_lines(words, span)
        for part in _split_parts(words, piece, surnames)
        if (trimmed := trim(words, part)) and _is_name(words, trimmed)
    ]
    return _join_compounds(words, resolve_overlaps(cleaned))


def tidy(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Trim what the other rules made, so that no rule can leave a stray edge.

    >>> words = Words(["Ostby", "Airport", ","], [True, False, True])
    >>> [words.text(span) for span in tidy(words, [Found(0, 3, "FAC", "head")])]
    ['Ostby Airport']
    """
    return [trimmed for span in spans if (trimmed := trim(words, span) if span.rule else span)]


def _join_compounds(words: Words, spans: list[Found]) -> list[Found]:
    """Give "Sino" back to "Russian Economic Forum" where the model cut "Sino-Russian" in two."""
    joined: list[Found] = []
    for span in spans:
        if joined and _is_first_half(words, joined[-1], span.start):
            joined[-1] = span._replace(start=joined[-1].start)
        else:
            joined.append(span)
    return joined


def _is_first_half(words: Words, span: Found, following: int) -> bool:
    is_head = span.length == 1 and words.texts[span.start] in COMPOUND_HEADS
    return is_head and span.end + 1 == following and words.texts[span.end] in HYPHENS


def trim(words: Words, span: Found) -> Found | None:
    """Return the span without what does not belong at its edges; None when nothing is left."""
    start = _trim_left(words, span.start, span.end)
    if span.label in {"GPE", "LOC"}:
        start = _trim_left(words, _behind_directions(words, start, span.end), span.end)
    end = _trim_right(words, start, _with_syllable(words, span))
    if span.label == "PERSON":
        start = _trim_left(words, _trim_titles(words, start, end), end)
        start = _trim_left(words, _behind_nickname(words, start, end), end)
        while end > start and _is_role(words, start, end):
            end = _trim_right(words, start, end - 1)
    if end < len(words.texts) and words.texts[end - 1 : end + 1] == ["Press", "Secretary"]:
        end -= 1  # "White House Press Secretary"
    if start >= end:
        return None
    return span if (start, end) == (span.start, span.end) else span._replace(start=start, end=end)


def _behind_directions(words: Words, first: int, end: int) -> int:
    """Return where a place begins behind "southern and eastern"; capitalised, they are part of its name."""
    start = first
    while start < end and (
        words.texts[start] in DIRECTIONS or (start > first and words.texts[start] in _AND)
    ):
        start += 1
    return start


def _is_role(words: Words, start: int, end: int) -> bool:
    """Whether a person's name ends in a title or role ("Ann Lee Staffer")."""
    is_title = words.lowers[end - 1] in TITLES and words.texts[end - 1][-1] == "."
    return is_title or (end - start > 1 and words.lowers[end - 1] in ROLE_TAILS)


def _trim_left(words: Words, start: int, end: int) -> int:
    texts, lowers = words.texts, words.lowers
    while start < end:
        word = texts[start]
        is_article = (
            lowers[start] in ARTICLES and " ".join(texts[start : min(start + 2, end)]) not in _WITH_ARTICLE
        )
        is_stray = is_article or word in _POSSESSIVES or not word[0].isalnum()
        if not is_stray:
            break
        start += 1
    return start


_WITH_ARTICLE = frozenset({"The Hague", "The Gambia", "The Bahamas", "La Paz", "A Coruña"})


def _trim_right(words: Words, start: int, end: int) -> int:
    while end > start:
        word = words.texts[end - 1]
        is_owner = word in _POSSESSIVES and not listed_label(words.text(Found(start, end, "")))
        is_stray = word not in _POSSESSIVES and not (word[-1].isalnum() or _is_abbreviation(word))
        is_link = (word in TRAILING or words.lowers[end - 1] in ARTICLES) and not _is_hyphened(words, end - 1)
        if not (is_owner or is_stray or is_link):
            break
        end -= 1
    return end


def _with_syllable(words: Words, span: Found) -> int:
    """Return the end of a span, behind a syllable that was cut off ("Moon Jae[-in]"; not "Ann Lee-led")."""
    end, texts = span.end, words.texts
    if span.label != "PERSON" or end + 1 >= len(texts) or texts[end] not in HYPHENS:
        return end
    is_cut_name = (
        words.lowers[end - 2] in FAMILY_FIRST and end - 2 == span.start and len(texts[end - 1]) <= _SYLLABLE
    )
    syllable = texts[end + 1]
    is_syllable = syllable.islower() and len(syllable) <= _SYLLABLE and syllable not in _NO_SYLLABLE
    return end + 2 if is_cut_name and is_syllable and _is_hyphened(words, end + 1) else end


def _behind_nickname(words: Words, start: int, end: int) -> int:
    """Return the start of a name without a nickname in quotes at its head ("'Sully' Sullenberger")."""
    closing = QUOTES.get(words.texts[start - 1]) if start else None
    if closing not in words.texts[start : end - 1]:
        return start
    return words.texts.index(closing, start) + 1


def _is_hyphened(words: Words, i: int) -> bool:
    """Whether a word hangs on the one before by a hyphen."""
    return i > 1 and words.texts[i - 1] in HYPHENS and not (words.spaced[i - 1] or words.spaced[i - 2])


def _is_abbreviation(word: str) -> bool:
    """Whether a word may end in its last character, a point or plus ("Inc.", "Google+")."""
    return word[-1] in ".+" and word[:-1][-1:].isalnum()


def _trim_titles(words: Words, start: int, end: int) -> int:
    """Skip titles and stray words before a person's name; a royal title stays before a lone first name."""
    while end - start > 1 and words.lowers[start] in LEADING_WORDS:
        start = _trim_left(words, start + 1, end)
    while end - start > 1 and words.lowers[start] in TITLES:
        if words.lowers[start] in ROYAL and end - start == 2:  # noqa: PLR2004 -- title and name
            break
        if words.lowers[start + 1] in NAME_SUFFIXES:
            break
        start += 1
    return start


def _split_lines(words: Words, span: Found) -> Iterator[Found]:
    """Cut at white space and brackets: a name does not run over a line break or a gap."""
    texts, start = words.texts, span.start
    for i in range(span.start, span.end):
        if texts[i].isspace() or texts[i] in _WALLS:
            if start < i:
                yield span._replace(start=start, end=i)
            start = i + 1
    if start < span.end:
        yield span._replace(start=start)


def _split_parts(words: Words, span: Found, surnames: frozenset[str]) -> Iterator[Found]:
    """Cut what is two names: pairs, factions, owner and owned, names joined by "and"."""
    if span.length == 1:
        yield span
        return
    people = _couple(words, span, surnames) or _affair(words, span, surnames) or _twice(words, span)
    if people:
        yield from people
        return
    for split in (_pair, _faction, _side, _owner, _office, _conjunction, _campaign):
        parts = split(words, span)
        if parts:
            yield from parts
            return
    yield span


def _pair(words: Words, span: Found) -> list[Found]:
    """Cut "Russia-China" and "Israeli-Palestinian" in two; leave "Guinea-Bissau" and "Sino-Russian" whole."""
    texts = words.texts
    if not HYPHENS.intersection(texts[span.start : span.end]) or texts[span.start] in COMPOUND_HEADS:
        return []
    if listed_label("".join(texts[span.start : span.end])):
        return []
    for i in range(span.start + 1, span.end - 1):
        if texts[i] in HYPHENS:
            sides = _listed(words, (span.start, i), (i + 1, span.end))
            if {side.label for side in sides} in _PAIRS:
                return sides
    return []


def _couple(words: Words, span: Found, surnames: frozenset[str]) -> list[Found]:
    """Cut "Trump-Haley" in two when the document has both people alone too."""
    texts = words.texts[span.start : span.end]
    is_pair = span.length == 3 and texts[1] in HYPHENS and {texts[0], texts[2]} <= surnames  # noqa: PLR2004
    if not is_pair or words.text(span) in surnames:
        return []
    return [Found(i, i + 1, "PERSON", "split") for i in (span.start, span.end - 1)]


def _affair(words: Words, span: Found, surnames: frozenset[str]) -> list[Found]:
    """Cut "Trump–Russia" in two: a person of the document and a place or people."""
    texts = words.texts[span.start : span.end]
    if span.length != 3 or texts[1] not in HYPHENS:  # noqa: PLR2004 -- two names and a hyphen
        return []
    labels = [listed_label(text) or ("PERSON" if text in surnames else None) for text in texts[::2]]
    if {*labels} not in ({"PERSON", "GPE"}, {"PERSON", "NORP"}):
        return []
    ends = (span.start, span.end - 1)
    return [Found(i, i + 1, label, "split") for i, label in zip(ends, labels, strict=True) if label]


def _twice(words: Words, span: Found) -> list[Found]:
    """Cut a name that stands twice in a row, as captions leave it ("Ann Lee Ann Lee")."""
    half = span.length // 2
    middle = span.start + half
    if half < 2 or words.texts[span.start : middle] != words.texts[middle : span.end]:  # noqa: PLR2004 -- two words
        return []
    return [span._replace(end=middle), span._replace(start=middle)]


def _listed(words: Words, *sides: tuple[int, int]) -> list[Found]:
    """Return the sides as spans when a list knows every one of them, else nothing."""
    labels = [_known(words, start, end) for start, end in sides]
    if not all(labels):
        return []
    return [Found(*side, label, "split") for side, label in zip(sides, labels, strict=True) if label]


def _faction(words: Words, span: Found) -> list[Found]:
    """Cut "Senate Democrats" into the organisation and the people; "House GOP" likewise."""
    if words.texts[span.end - 1] not in PARTIES or span.label == "PERSON":
        return []
    label = "ORG" if words.texts[span.end - 1] == "GOP" else "NORP"
    party = Found(span.end - 1, span.end, label, "split")
    known = _known(words, span.start, span.end - 1) or (
        "ORG" if words.texts[span.end - 2] in CHAMBERS else None
    )
    return [Found(span.start, span.end - 1, known, "split"), party] if known else [party]


def _known(words: Words, start: int, end: int) -> str | None:
    """Return the label of listed words and of the chambers of a parliament."""
    name = " ".join(words.texts[start:end])
    return "ORG" if name in CHAMBERS else listed_label(name)


def _side(words: Words, span: Found) -> list[Found]:
    """Cut "New York Democratic", "Republican House" and "California Republican Ann Lee" into their names."""
    middle = next((i for i in range(span.start, span.end) if words.texts[i] in PARTY_ADJECTIVES), None)
    if middle is None or _known(words, span.start, span.end):
        return []
    left = _known(words, span.start, middle)
    right = _known(words, middle + 1, span.end) or _person_like(words, middle + 1, span.end)
    if not (left or middle == span.start) or not (right or middle + 1 == span.end):
        return []
    parts = [(span.start, middle, left), (middle, middle + 1, "NORP"), (middle + 1, span.end, right)]
    return [Found(start, end, label, "split") for start, end, label in parts if label]


def _person_like(words: Words, start: int, end: int) -> str | None:
    """Return PERSON for a first name and one or two more capitalised words."""
    is_name = end - start in {2, 3} and words.lowers[start] in first_names()
    return "PERSON" if is_name and all(text[0].isupper() for text in words.texts[start:end]) else None


def _owner(words: Words, span: Found) -> list[Found]:
    """Cut "Jordan's King Abdullah" into place and person."""
    if span.label != "PERSON":
        return []
    for i in range(span.start + 1, span.end - 1):
        if words.texts[i] in _POSSESSIVES:
            owner = " ".join(words.texts[span.start : i])
            label = listed_label(owner) or ("ORG" if i == span.start + 1 and _in_capitals(owner) else None)
            return [Found(span.start, i, label, "split"), span._replace(start=i + 1)] if label else []
    return []


def _in_capitals(text: str) -> bool:
    return text.isupper() and text.isalpha() and len(text) > 2  # noqa: PLR2004 -- "JMP", not initials


def _office(words: Words, span: Found) -> list[Found]:
    """Cut "Iran President Hassan Rouhani" behind the place; of "U.S. Secretary" only the place is a name."""
    if span.label != "PERSON":
        return []
    for i in range(span.end - 1, span.start, -1):
        if words.lowers[i] in TITLES and (label := _known(words, span.start, i)) in {"GPE", "NORP", "ORG"}:
            place, holder = Found(span.start, i, label, "split"), span._replace(start=i)
            return [place] if holder.length == 1 else [place, holder]
    return []


def _conjunction(words: Words, span: Found) -> list[Found]:
    """Cut "House and Senate" in two when both sides are known names."""
    if "and" not in words.texts[span.start + 1 : span.end - 1]:
        return []
    i = words.texts.index("and", span.start + 1, span.end - 1)
    return _listed(words, (span.start, i), (i + 1, span.end))


def _campaign(words: Words, span: Found) -> list[Found]:
    """Take the politician out of "Trump campaign", which is no event."""
    *name, last = words.texts[span.start : span.end]
    if (
        span.label != "EVENT"
        or last not in CAMPAIGN_WORDS
        or not all(w[0].isupper() and w.isalpha() for w in name)
    ):
        return []
    return [Found(span.start, span.end - 1, listed_label(" ".join(name)) or "PERSON", "split")]


def _is_name(words: Words, span: Found) -> bool:
    """Whether a span can be a name: it has a capital letter, and is no function word, title or court case."""
    texts = words.texts[span.start : span.end]
    if not any(c.isupper() or c.isdigit() for text in texts for c in text):
        return False
    if not any(c.isalpha() for text in texts for c in text):
        return False
    if any("://" in text or "@" in text or ".com/" in text or text[0] == "#" for text in texts):
        return False
    if span.length == 1:
        return not _is_plain_word(texts[0], words.lowers[span.start], span.label)
    if span.label == "PERSON" and all(low in TITLES for low in words.lowers[span.start : span.end]):
        return False
    return not _COURT.intersection(texts) and not (texts[0] in _PARTY_TAGS and texts[1] in HYPHENS)


def _is_plain_word(text: str, lower: str, label: str) -> bool:
    if lower in NO_ENTITY and label not in {"EVENT", "WORK_OF_ART", "PRODUCT"}:
        return True
    if lower in NO_NAME and not (text.isupper() and len(text) > 1):
        return True
    return len(text.strip(".")) == 1 or (text[:2] in {"D-", "R-"} and label == "PERSON")
