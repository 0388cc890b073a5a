# ruff: noqa: PLR2004 - the numbers of the calendar (12 months, 31 days) name themselves
"""Tokens, and the kinds of those that are told by their shape: numbers, numeric dates, marks."""

import re
from typing import Final

from transforms.dates.vocabulary import BARRIER, OTHER, VOCABULARY

# Starts with one character of any kind, so that the matcher skips spaces by itself, then looks back at it.
# A line break counts as a character: two in a row end a paragraph.
TOKEN: Final = re.compile(
    r"""
    [\S\n](?:
      (?<=[^\W\d_])(?:
        [^\W\d_]+
        |(?<=[ap])\.\ ?m\b\.?                             # p.m.
        |(?<=b)\.\ ?c\b\.?(?:e\b\.?)?|(?<=a)\.d\b\.?     # b.c., a.d.
        |(?<=o)[’']clock|(?<=[qh])[1-4]\b|)               # o'clock, q3
      |(?<=\d)(?:
        \d{3}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:\ ?z\b|[+-]\d\d:?\d\d)?)?(?![\w-])
        |\d{3}[/.]\d\d?[/.]\d\d?(?!\d)                    # 2021/3/5
        |\d?([/.-])\d\d?\1(?:\d{4}|\d\d)(?![\d/])         # 5/3/2021
        |\d?:\d\d(?::\d\d)?(?!\d)                         # 10:30
        |(?<=9)/11\b(?!/)                                 # 9/11
        |\d\d0[’']?s\b|0[’']?s\b                          # 1980s, 80s
        |\d{0,2}(?:st|nd|rd|th)\b                         # 21st
        |\d*(?:,\d{3}(?!\d))*(?:\.\d+)?)
      |(?<=[’'‘])(?:\d0[’']?s\b|\d\d\b|s?(?!\w)|)        # '80s, '82, 's
      |(?<=\n)[^\S\n]*\n\s*
      |(?<![\w\s])|(?<=_))
    """,
    re.VERBOSE,
)
_SHAPE: Final = re.compile(
    r"""
    (?P<iso>\d{4}-\d\d-\d\d.*)
    |(?P<ymd>\d{4}[/.]\d\d?[/.]\d\d?)
    |(?P<dmy>\d\d?[/.-]\d\d?[/.-]\d+)
    |(?P<clock>\d\d?:\d\d(?::\d\d)?)
    |(?P<decade4>\d{3}0[’']?s)
    |(?P<decade2>[’'‘]?\d0[’']?s)
    |(?P<apostrophe_year>[’'‘]\d\d)
    |(?P<ordinal>\d{1,3}(?:st|nd|rd|th))
    |(?P<number>\d[\d,.]*)
    |(?P<poss>[’']s?)
    |(?P<ampm>[ap]\..*)
    |(?P<bc>[ab]\..*)
    |(?P<para>\n\s*)
    """,
    re.VERBOSE,
)
MARKS: Final = {
    ",": "comma", ".": "dot", "-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "dash", "—": "dash",
    "/": "slash", "(": "lparen", ")": "rparen", "+": "plus",
    '"': "quote", "“": "quote", "”": "quote", ";": "semicolon",
}  # fmt: skip
_NUMBER_BOUNDS: Final = (("n0", 0), ("n12", 12), ("n24", 24), ("n31", 31), ("n59", 59), ("n99", 99))


def kind_of_number(word: str) -> str:
    """The kind of a number in digits, by size: "12" may be an hour, a day or a month, "31" only a day.

    >>> kind_of_number("12") == VOCABULARY.chars["n12"], kind_of_number("1984") == VOCABULARY.chars["year4"]
    (True, True)
    """
    return VOCABULARY.chars[_number_kind(word)]


def _number_kind(word: str) -> str:
    if not word.isdigit():
        return "bigint" if "," in word and "." not in word else "decimal"
    if len(word) == 4:
        return "year4" if word[0] in "12" else "bigint"
    if len(word) > 2:
        return "bigint"
    value = int(word)
    return next(name for name, top in _NUMBER_BOUNDS if value <= top)


def kind_of_shape(word: str) -> str:
    """The kind of a token that is neither a word nor in the lexicon."""
    match = _SHAPE.fullmatch(word)
    shape = match.lastgroup if match else None
    if shape is None or not word.replace("’", "'").replace("‘", "'").isascii():
        return OTHER
    if shape == "number":
        return kind_of_number(word)
    if shape == "ordinal":
        return VOCABULARY.chars["ordnum" if 1 <= int(word[:-2]) <= 31 else "ordbig"]
    if shape == "bc":
        return VOCABULARY.words["ad" if word[0] == "a" else "bc"]
    if shape == "ampm":
        return VOCABULARY.words["am"]
    return BARRIER if shape == "para" else VOCABULARY.chars[shape]
