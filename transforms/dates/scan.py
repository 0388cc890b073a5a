"""From raw text to windows of tokens: find the words that announce a time, and tokenise only around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from transforms.dates.holidays import HOLIDAY_WORDS
from transforms.dates.lexicon import KINDS
from transforms.dates.trie import trie_pattern
from transforms.dates.vocabulary import BARRIER, OTHER, VOCABULARY

_LEFT: Final = 56  # characters kept before a trigger: room for "between the end of the first and the second"
_RIGHT: Final = 64
_TRIGGER_KINDS: Final = (
    "month weekday weekdays season seasons part parts noon unit yearword centuryword units decadeword frequency present pastref longword"
).split()
_TRIGGER_WORDS: Final = (
    "day night second quarter weekend today yesterday tomorrow tonight soon overnight future past time present "
    "moment o'clock fy era ago holiday fiscal then long date later earlier history recent"
).split()
_NUMBER_TRIGGER: Final = (
    r"(?:1\d|2\d)\d\d(?:s\b|(?!\d|,\d{3}))|\d\d[’']?s\b|\d{1,2}[:/.-]\d\d?(?!\d)|\d{1,2} ?[ap]\.?m\b|[1-4]q\b"
    r"|\d{1,4} (?:b\.?c|a\.d)\b|\d{4} ?(?:gmt|utc)\b"
)


def _trigger() -> re.Pattern[str]:
    words = [w for kind in _TRIGGER_KINDS for w in KINDS[kind].split()]
    pattern = trie_pattern([*words, *_TRIGGER_WORDS, *HOLIDAY_WORDS])
    first = "".join(sorted({word[0] for word in [*words, *_TRIGGER_WORDS, *HOLIDAY_WORDS]}))
    return re.compile(
        rf"\b(?=[{first}0-9])(?:{pattern}\b|{_NUMBER_TRIGGER}|[qh][1-4]\b|fy\d\d)|['’‘]\d\d\b"
    )


TRIGGER: Final = _trigger()

_TOKEN: Final = re.compile(
    r"""
    (?P<iso>\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:\ ?z\b|[+-]\d\d:?\d\d)?)?(?![\w-]))
    |(?P<ymd>\d{4}[/.]\d{1,2}[/.]\d{1,2}(?!\d))
    |(?P<dmy>\d{1,2}([/.-])\d{1,2}\4(?:\d{4}|\d\d)(?![\d/]))
    |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
    |(?P<decade4>\d{3}0[’']?s\b)
    |(?P<decade2>[’'‘]?\d0[’']?s\b)
    |(?P<apostrophe_year>[’'‘]\d\d\b)
    |(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
    |(?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)
    |(?P<half>[½¼¾])
    |(?P<poss>[’']s?(?![\w]))
    |(?P<ampm>[ap]\.\ ?m\b\.?)
    |(?P<bc>b\.\ ?c\b\.?(?:e\b\.?)?|a\.d\b\.?)
    |(?P<word>o[’']clock|[qh][1-4]\b|[^\W\d_]+)
    |(?P<para>\n[^\S\n]*\n\s*)
    |(?P<mark>[^\w\s])
    |_+
    """,
    re.VERBOSE,
)
_MARKS: Final = {
    ",": "comma", ".": "dot", "-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "dash", "—": "dash", "/": "slash",
    "(": "lparen", ")": "rparen", "+": "plus", '"': "quote", "“": "quote", "”": "quote", ";": "semicolon",
}  # fmt: skip
# Words that are a time word only with a capital letter ("may", "march", "sat", "sun").
_CAPITAL_ONLY: Final = frozenset(
    "may march mar jan feb apr jun jul aug sep sept oct nov dec august mon tue tues wed weds thu thur thurs fri sat sun".split()
)
_BARRIER_GAP: Final = 1


@dataclass(slots=True)
class Tokens:
    """The tokens of all windows of one text: `kinds[i]` is the kind of `words[i]`, at `starts[i]:ends[i]`."""

    text: str
    kinds: str = ""
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    day_first: bool = False


def lower(text: str) -> str:
    """`text` in lower case, of the same length (a few letters, like "İ", grow when lowered: they stay).

    >>> lower("MAY İ"), len(lower("MAY İ"))
    ('may İ', 5)
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def windows(lowered: str) -> Iterator[tuple[int, int]]:
    """The stretches of text around triggers, merged where they touch."""
    start = end = -1
    for match in TRIGGER.finditer(lowered):
        left, right = match.start() - _LEFT, match.end() + _RIGHT
        if left > end:
            if end >= 0:
                yield start, end
            start = max(left, 0)
        end = right
    if end >= 0:
        yield start, min(end, len(lowered))


def tokenize(text: str) -> Tokens:
    """The tokens around every trigger of `text`."""
    lowered = lower(text)
    tokens = Tokens(text)
    kinds: list[str] = []
    for start, end in windows(lowered):
        while start > 0 and not lowered[start - 1].isspace() and start > end - 400:
            start -= 1
        _tokenize_window(tokens, lowered, start, end, kinds)
        _append(tokens, kinds, BARRIER, "", end, end)
    tokens.kinds = "".join(kinds)
    return tokens


def _append(tokens: Tokens, kinds: list[str], kind: str, word: str, start: int, end: int) -> None:
    kinds.append(kind)
    tokens.words.append(word)
    tokens.starts.append(start)
    tokens.ends.append(end)


def _tokenize_window(tokens: Tokens, lowered: str, start: int, end: int, kinds: list[str]) -> None:
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    text, known = tokens.text, VOCABULARY.words
    for match in _TOKEN.finditer(lowered, start, end):
        word, shape = match[0], match.lastgroup
        if shape == "word":
            kind = known.get(word, OTHER)
            if kind is not OTHER and word in _CAPITAL_ONLY and not text[match.start()].isupper():
                kind = OTHER
        elif shape is None:
            continue
        else:
            kind = _SHAPE_KINDS[shape](word)
        kinds.append(kind)
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())


def _number_kind(word: str) -> str:
    if not word.isdigit():
        return "bigint" if "," in word and "." not in word else "decimal"
    if len(word) == 4:
        return "year4" if word[0] in "12" else "bigint"
    if len(word) > 2:
        return "bigint"
    value = int(word)
    return next(name for name, top in _NUMBER_BOUNDS if value <= top)


_NUMBER_BOUNDS: Final = (("n0", 0), ("n12", 12), ("n24", 24), ("n31", 31), ("n59", 59), ("n99", 99))
_CHARS: Final = VOCABULARY.chars
_NUMBER_CACHE: Final = {str(n): _CHARS[_number_kind(str(n))] for n in range(2100)} | {
    f"0{n}": _CHARS[_number_kind(f"0{n}")] for n in range(10)
}


def _number(word: str) -> str:
    return _NUMBER_CACHE.get(word) or _CHARS[_number_kind(word)]


def _ordinal(word: str) -> str:
    return _CHARS["ordnum" if 1 <= int(word[:-2]) <= 31 else "ordbig"]


_SHAPE_KINDS: Final = {
    **{name: (lambda _, char=_CHARS[name][0]: char) for name in
       ("iso", "ymd", "dmy", "clock", "decade4", "decade2", "apostrophe_year", "poss", "ampm")},
    "bc": lambda word: _CHARS["ad" if word[0] == "a" else "bc"][0],
    "ordinal": _ordinal,
    "number": _number,
    "half": lambda word: VOCABULARY.words[word],
    "para": lambda _: BARRIER,
    "mark": lambda word: _CHARS[_MARKS[word]] if word in _MARKS else OTHER,
}  # fmt: skip
