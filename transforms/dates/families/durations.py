"""Lengths of time: "two and a half years", "a 12-hour", "the past three months", "decades"."""

from typing import Final

from transforms.codes import TimexType
from transforms.dates.families.units import quantity_mod, unit_of
from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.numbers import read_number
from transforms.dates.timex3 import duration
from transforms.dates.values import Spec

_ARTICLES: Final = frozenset({"a", "an", "another"})
_YEAR_DIGITS: Final = 4
_NEVER_BARE: Final = frozenset({"weekends", "weekdays", "nights", "quarters"})


def _length(amount: float | None, unit: str, mod: str | None = None) -> Spec:
    return Spec("literal", TimexType.DURATION, value=duration(amount, unit), mod=mod)


def _count(hit: Hit) -> Spec | None:
    words, unit_word = hit.words("n"), hit.word("u")
    is_singular = not unit_word.endswith("s")
    if is_singular and len(words) == 1 and len(words[0]) == _YEAR_DIGITS and words[0].isdigit():
        return None  # "the 1988 quarter"
    if is_singular and not hit.has("hyphen") and words[-1] in _ARTICLES and words[0] != "half":
        return None  # "a year" has a rule of its own
    amount = read_number(words)
    if hit.has("extra") and amount is not None:
        amount += 0.5
    return _length(amount, unit_of(unit_word), quantity_mod(hit.words("q")))


def _a_unit(hit: Hit) -> Spec | None:
    amount = 0.5 if hit.has("half") else 1.5 if hit.has("extra") else 1
    return _length(amount, unit_of(hit.word("u")), quantity_mod(hit.words("q")))


def _half_unit(hit: Hit) -> Spec | None:
    return _length(0.5, unit_of(hit.word("u")))


def _vague_units(hit: Hit) -> Spec | None:
    word = hit.word("u")
    return None if word in _NEVER_BARE else _length(None, unit_of(word))


def _last_units(hit: Hit) -> Spec | None:
    return _length(read_number(hit.words("n")), unit_of(hit.word("u")))


def _recent_units(hit: Hit) -> Spec | None:
    is_ahead = hit.word("r") in ("coming", "upcoming")
    return Spec("literal", value="FUTURE_REF" if is_ahead else "PAST_REF")


def _long(hit: Hit) -> Spec | None:
    word = hit.word("u").removesuffix("long")
    return _length(None if word.endswith("s") else 1, unit_of(word))


_LAST: Final = "last|past|next|previous|coming|following"
_LAST_WORDS: Final = "last past next previous coming following"

RULES: Final[list[Rule]] = [
    # "two days", "nearly 30 years", "two long years", "a 12-month", "six straight days", "an hour and a half"
    rule(
        "duration.count",
        "(?:{APPROX})? {COUNT} (?:hyphen=hyphen)?"
        "(?:{ADJ}{0,2}|other_word (?=units (?!ago|earlier|later|before|after|old)))"
        "u={ANYUNIT} (?:hyphen? long)? (?:extra=(?:and art half))?",
        _count,
        "one_unit units",
        0.9,
    ),
    # "more than a year", "almost a decade"
    rule(
        "duration.more_than_unit",
        "q=(?:over|under|more than|fewer than|nearly|about|at least|just over|just under|well over|up to"
        "|endword to)"
        "art full? u=one_unit (?:extra=(?:and art half))?",
        _a_unit,
        "one_unit",
        0.9,
    ),
    # "a year", "another week", "a half hour", "an hour and a half"
    rule(
        "duration.a_unit",
        "(?:art|another) full? (?:half=half)? u=(?:yearword|unit|day|quarter|centuryword|weekend)"
        "(?:extra=(?:hyphen? and hyphen? art hyphen? half))?",
        _a_unit,
        "yearword unit day quarter centuryword",
        0.8,
    ),
    # "half a year", "half-century"
    rule(
        "duration.half_unit",
        "half hyphen? (?:art|the)? hyphen? u=(?:yearword|unit|day|centuryword)",
        _half_unit,
        "half",
        0.9,
    ),
    # "years"
    rule("duration.vague", "u=units", _vague_units, "units", 0.7),
    # "the last two weeks", "the first nine months", "next 48 hours"; not "to last two weeks"
    rule(
        "duration.last_units",
        f"(?:the|(?<!auxiliary)) (?:{_LAST}|ordword|final|opening) {{COUNT}} {{ADJ}}? u={{ANYUNIT}}",
        _last_units,
        f"{_LAST_WORDS} ordword final opening",
        0.9,
    ),
    # "the four previous weeks"
    rule(
        "duration.number_last_units",
        "the {COUNT} (?:previous|following|coming|past|intervening) u=units",
        _last_units,
        "previous following coming past intervening",
        0.9,
    ),
    # "the coming weeks", "the last days"
    rule("duration.last_plain_units", f"the (?:{_LAST}|intervening) u=units", _last_units, _LAST_WORDS, 0.8),
    # "recent years", "coming months"
    rule("duration.recent_units", "the? (?:more|most)? r=(?:recent|coming|past) u=units", _recent_units,
         "recent coming past", 0.8),
    # "decades-long", "yearlong"
    rule("duration.long", "u={ANYUNIT} hyphen long", _long, "long", 0.9),
    rule("duration.long_closed", "u=longword", _long, "longword", 0.9),
]  # fmt: skip
