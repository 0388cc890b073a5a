# ruff: noqa: SIM905 - word lists read better as text
"""The words and shapes of numbers that announce a time, as one fast expression over the raw text."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from transforms.dates.holidays import HOLIDAY_NAMES
from transforms.dates.lexicon import KINDS
from transforms.dates.trie import trie_pattern

_TRIGGER_KINDS: Final = (
    "month weekday weekdays season seasons part parts noon unit yearword centuryword units decadeword "
    "frequency "
    "present pastref longword"
).split()
_MORE_WORDS: Final = (
    "day", "night", "quarter", "weekend", "today", "yesterday", "tomorrow", "tonight", "soon", "overnight",
    "future", "past", "fy", "ago", "recent", "time being", "the moment", "this moment", "present moment",
    "present time", "one second", "split second", "short term", "long term", "short-term", "long-term",
    "near term", "medium term",
)  # fmt: skip
TRIGGER_WORDS: Final = sorted(
    {*(word for kind in _TRIGGER_KINDS for word in KINDS[kind].split()), *_MORE_WORDS}
)
# Words that name a time only with a capital letter ("may", "march", "sat", "sun").
CAPITAL_ONLY: Final = frozenset(
    "may march mar jan feb apr jun jul aug sep sept oct nov dec august mon tue tues wed weds thu thur thurs "
    "fri "
    "sat sun".split()
)
# What may follow the first digit. Every branch of the whole expression starts with a letter, digit or quote,
# so that the matcher rules most of them out by one comparison.
_DIGITS: Final = (
    r"(?<=[12])\d\d\d(?:s\b|(?!\d|,\d{3}))"  # 1984, 1980s, not 1984,000
    r"|\d?[:/.-]\d\d?(?!\d)"  # 10:30, 5/6, 21.03.
    r"|\d? ?[apAP]\.? ?[mM]\b"  # 9 a.m.
    r"|0[’']?s\b"  # 80s
    r"|(?<=[1-4])[qQ]\b"  # 3Q
    r"|\d{0,3} (?:[bB]\.? ?[cC]|[aA]\.[dD]|GMT|UTC)\b"  # 44 BC, 0800 GMT
)
_MORE: Final = (
    rf"\d(?:{_DIGITS})",
    r"[’'‘]\d(?:\d\b|0[’']?s\b)",  # '82, '80s
    r"[qQhH][1-4]\b",
    r"[fF][yY]\d\d",
    r"[oO][’']clock\b",
)


def _spellings(words: Iterable[str]) -> list[str]:
    """Each word as it may stand in a text: lower case (where it may be), capitalised, and in capitals."""
    found = set()
    for word in words:
        found |= {word.capitalize(), word.upper()}
        if word not in CAPITAL_ONLY:
            found.add(word)
    return sorted(found)


def _titles(names: Iterable[str]) -> Iterator[str]:
    """Each name of several words with capitals: "Labor Day", "LABOR DAY"."""
    for name in names:
        yield " ".join(word.capitalize() for word in name.split(" "))
        yield name.upper()


def _trigger() -> re.Pattern[str]:
    by_letter: dict[str, list[str]] = {}
    for spelling in (*_spellings(TRIGGER_WORDS), *_titles(HOLIDAY_NAMES)):
        by_letter.setdefault(spelling[0], []).append(spelling)
    branches = [rf"{trie_pattern(words)}\b" for words in by_letter.values()]
    # The match starts with the mark or space in front: the search skips from word to word.
    return re.compile(rf"[\W_](?:{'|'.join((*branches, *_MORE))})")


TRIGGER: Final = _trigger()
