"""Names that lists decide: countries, peoples, cities, regions and institutions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from transforms.entities.aliases import load_aliases
from transforms.entities.places import METROPOLIS, doubtful_cities, load_gazetteer, nations, rows
from transforms.entities.spans import Found, Phrases, Words, resolve_overlaps, split_words
from transforms.entities.vocabulary import NO_NAME, STATE_ABBREVIATIONS, STRONG_TITLES, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")

MAYBE_PERSON = frozenset(
    {"Chad", "Jordan", "Georgia", "Israel", "India", "Kenya", "Cuba", "Paris", "China", "Jersey"}
)
"""Places that are first names or surnames too: a person span of the model stands behind a title, or where the
document has the name in full."""


_UNSURE = frozenset({"Western", "Brit", "Christian", "Arabic", "African", "Communist"})
"""Adjectives that annotators leave unmarked as often as not: marked only where the model marks them."""


@cache
def institutions() -> Phrases[str]:
    """Return the phrase table of the closed list of institutions, with their label."""
    table: dict[tuple[str, ...], str] = {}
    for row in rows("institutions.tsv"):
        table[split_words(row["name"])] = row["label"]
        if row["lower"] == "yes":
            table[split_words(row["name"].lower())] = row["label"]
    return Phrases(table)


@cache
def settled_places() -> Phrases[str]:
    """Return the phrase table of cities and regions that the list alone may mark, with their label."""
    gazetteer = load_gazetteer()
    table = {name: where.label for name, where in (gazetteer.cities | gazetteer.regions).items()}
    spellings = load_aliases().spellings.items()
    table |= {alias: label for alias, label in spellings if label in {"GPE", "LOC"} and _is_settled(alias)}
    return Phrases(
        {split_words(name): label for name, label in table.items() if name not in doubtful_cities()}
    )


def _is_settled(alias: str) -> bool:
    """Whether a spelling is long and whole enough to be marked by the list ("Kiev", not "Mo." or "LA")."""
    return len(alias) > 3 and alias[-1] != "." and alias not in load_gazetteer().countries  # noqa: PLR2004


@cache
def _labels() -> dict[str, str]:
    gazetteer = load_gazetteer()
    table = {row["name"]: row["label"] for row in rows("institutions.tsv")}
    for places in (gazetteer.cities, gazetteer.regions, gazetteer.peoples, gazetteer.countries):
        table |= {name: where.label for name, where in places.items()}
    return table


def listed_label(name: str) -> str | None:
    """Return the label of a name that one of the lists has.

    >>> listed_label("Xinhua"), listed_label("Munich"), listed_label("Ann")
    ('ORG', 'GPE', None)
    """
    return None if name in doubtful_cities() else _labels().get(name)


def mark_nations(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Mark countries and nationalities, and correct the label of a span that is exactly one.

    A longer span of the model stands ("Bank of America"), so does a person's name ("Michael Jordan").

    >>> words = Words(["Chad", "and", "the", "French", "army"], [True] * 5)
    >>> [(words.text(s), s.label) for s in mark_nations(words, [])]
    [('Chad', 'GPE'), ('French', 'NORP')]
    """
    hits = ((s, e, where.label) for s, e, where in _listed(words, nations()))
    return _merge(words, spans, hits, "nation")


def mark_places(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Mark cities and regions whose name can hardly be anything else."""
    return _merge(words, spans, _listed(words, settled_places()), "place")


def mark_states(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Mark the abbreviations of American states after a city and in brackets ("Ann Arbor, Mich.").

    >>> mark_states(Words(["in", "Ann", "Arbor", ",", "Mich."], [True] * 5), [Found(1, 3, "GPE")])[-1]
    Found(start=4, end=5, label='GPE', rule='place')
    """
    texts = words.texts
    owner = {i: span for span in spans for i in range(span.start, span.end)}
    states = []
    for i, text in enumerate(texts):
        if text not in STATE_ABBREVIATIONS or i < 2 or owner.get(i, _NOBODY).length > 1:  # noqa: PLR2004 -- city, comma
            continue
        city = owner.get(i - 2)
        in_brackets = texts[i - 1] == "(" and texts[i + 1 : i + 2] == [")"]
        if in_brackets or (texts[i - 1] == "," and city is not None and city.label == "GPE"):
            states.append(Found(i, i + 1, "GPE", "place"))
    kept = [span for span in spans if (span.start, span.end) not in {(s.start, s.end) for s in states}]
    return sorted([*kept, *states])


_NOBODY = Found(0, 0, "")


def mark_institutions(words: Words, spans: Sequence[Found]) -> list[Found]:
    """Mark the institutions of the closed list ("White House", "interfax")."""
    return _merge(words, spans, institutions().scan(words.texts), "institution")


def _listed(words: Words, table: Phrases[T]) -> Iterator[tuple[int, int, T]]:
    """Yield the listed phrases, in lines of capitals too ("CHINA WARNS JAPAN")."""
    yield from table.scan(words.texts)
    for start, end in words.lines:
        line = words.texts[start:end]
        if _is_shouted(line):
            titled = [word if len(word) < 4 else word.capitalize() for word in line]  # noqa: PLR2004 -- "USA"
            yield from ((start + s, start + e, where) for s, e, where in table.scan(titled))


def _is_shouted(line: list[str]) -> bool:
    letters = [word for word in line if word.isalpha()]
    return len(letters) > 2 and all(word.isupper() for word in letters)  # noqa: PLR2004 -- not a lone "USA"


def _merge(
    words: Words, spans: Sequence[Found], hits: Iterable[tuple[int, int, str]], rule: str
) -> list[Found]:
    """Add list matches to the spans: unmarked ones are new, equal ones are relabelled, the rest stands."""
    exact = {(span.start, span.end): span for span in spans}
    owner = {i: span for span in spans for i in range(span.start, span.end)}
    bearers = {words.texts[i] for i, span in owner.items() if span.label == "PERSON" and span.length > 1}
    result = dict(exact)
    for start, end, label in hits:
        span = exact.get((start, end))
        if span is not None:
            if span.label != label and not _stands(words, span, label, rule, bearers):
                result[start, end] = Found(start, end, label, rule)
            continue
        inside = {owner[i] for i in range(start, end) if i in owner}
        if inside and not all(start <= s.start and s.end <= end for s in inside):
            continue
        if not inside and rule != "institution" and _is_part_of_name(words, start, end, owner):
            continue
        for s in inside:
            result.pop((s.start, s.end), None)
        result[start, end] = Found(start, end, label, rule)
    return resolve_overlaps(result.values())


def _stands(words: Words, span: Found, label: str, rule: str, bearers: set[str]) -> bool:
    """Whether the model's label of a listed name is kept."""
    text = words.text(span)
    if rule == "nation":
        is_titled = span.start > 0 and words.lowers[span.start - 1] in TITLES
        return span.label == "PERSON" and text in MAYBE_PERSON and (is_titled or text in bearers)
    if rule == "place":
        city = load_gazetteer().cities.get(text)
        is_small = city is not None and city.population < METROPOLIS
        # a team or a paper named after its city, a person with the name of a town, a film
        is_person = span.label == "PERSON" and (is_small or text in bearers)
        return is_person or span.label == "WORK_OF_ART" or (span.label == "ORG" and label == "GPE")
    return False


def _is_name_head(words: Words, i: int, owner: dict[int, Found]) -> bool:
    """Whether a capitalised word before "of" heads a name ("Directors Guild of America")."""
    text = words.texts[i]
    opens = i == 0 or not any(c.isalnum() for c in words.texts[i - 1])
    return text[0].isupper() and i not in owner and not opens and words.lowers[i] not in TITLES


def _is_part_of_name(words: Words, start: int, end: int, owner: dict[int, Found]) -> bool:
    """Whether an unmarked match is part of a longer name ("Mr. Jordan", "Chad Kroeger", "All-American")."""
    if end - start > 1:
        return False
    if words.texts[start] in _UNSURE or _is_name_tail(words, start, owner):
        return True
    doubtful = words.texts[start] in MAYBE_PERSON or words.texts[start] in load_gazetteer().cities
    return doubtful and end < len(words.texts) and end not in owner and _is_surname_like(words, end)


def _is_name_tail(words: Words, start: int, owner: dict[int, Found]) -> bool:
    """Whether the words before make a word part of a name."""
    before = words.texts[max(start - 2, 0) : start]
    if not before:
        return False
    if words.lowers[start - 1] in STRONG_TITLES or before == ["All", "-"]:
        return True
    return before[-1] == "of" and start > 1 and _is_name_head(words, start - 2, owner)


def _is_surname_like(words: Words, i: int) -> bool:
    after = words.texts[i]
    return after[0].isupper() and after.isalpha() and not after.isupper() and words.lowers[i] not in NO_NAME
