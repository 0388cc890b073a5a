# ruff: noqa: PLR2004 - the numbers of the calendar (12 months, 31 days) name themselves
"""Dates that name their day, month or year: "5 March 2021", "Dec. 5", "2021-03-05", "the 1990s", "44 BC"."""

import re
from typing import Final

from transforms.codes import TimexType
from transforms.dates.calendars import valid_date
from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.lexicon import DECADE_WORDS, MONTHS, WEEKDAYS
from transforms.dates.numbers import read_ordinal
from transforms.dates.values import FIRST_YEAR, LAST_YEAR, Moment, Spec

_MAX_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CENTURY_PIVOT: Final = 50  # "5/6/49" is 2049, "5/6/50" is 1950


def year_of_two_digits(value: int) -> int:
    """The year that a two-digit one means.

    >>> year_of_two_digits(7), year_of_two_digits(82)
    (2007, 1982)
    """
    return value + (2000 if value < _CENTURY_PIVOT else 1900)


def day_spec(year: int | None, month: int, day: int, weekday: int | None = None) -> Spec | None:
    """A day of the calendar, or None where there is no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= _MAX_DAYS[month - 1]:
        return None
    if year is not None and not valid_date(year, month, day):
        return None
    return Spec("moment", moment=Moment("day", year, month, day, weekday=weekday))


def _year(hit: Hit) -> int | None:
    word = hit.word("y")
    if not word:
        return None
    digits = word.lstrip("’'‘")
    return int(digits) if len(digits) == 4 else year_of_two_digits(int(digits))


def _month_day(hit: Hit) -> Spec | None:
    day = read_ordinal(hit.words("d"))
    weekday = WEEKDAYS.get(hit.word("w"))
    return day_spec(_year(hit), MONTHS[hit.word("m")], day, weekday) if day else None


def _month_year(hit: Hit) -> Spec | None:
    return Spec("moment", moment=Moment("month", _year(hit), MONTHS[hit.word("m")]))


def _numeric(hit: Hit) -> Spec | None:
    word = hit.word("n")
    first, second, third = (int(part) for part in re.split(r"[/.-]", word))
    year = third if third > 99 else year_of_two_digits(third)
    month_first = "." not in word and not hit.tokens.day_first
    if max(first, second) > 12:
        month_first = second > 12
    month, day = (first, second) if month_first else (second, first)
    if not valid_date(year, month, day):
        return None
    return day_spec(year, month, day)


def _ymd(hit: Hit) -> Spec | None:
    year, month, day = (int(part) for part in re.split(r"[/.]", hit.word("n")))
    return day_spec(year, month, day)


def _iso(hit: Hit) -> Spec | None:
    word = hit.word("n").upper()
    spec = day_spec(int(word[:4]), int(word[5:7]), int(word[8:10]))
    if spec is None or len(word) == 10:
        return spec
    clock = re.match(r"(\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(.*)", word[11:])
    if clock is None or not is_clock(clock[1]):
        return spec
    return Spec("moment", TimexType.TIME, moment=spec.moment, clock=clock[1], zone=clock[2])


def is_clock(clock: str) -> bool:
    """Whether "hh:mm" or "hh:mm:ss" is a time of day.

    >>> is_clock("23:59"), is_clock("24:10")
    (True, False)
    """
    hour, *rest = (int(part) for part in clock.split(":"))
    return hour <= 23 and all(part <= 59 for part in rest)


def year_spec(year: int, *, bc: bool = False, fiscal: bool = False) -> Spec | None:
    """A year of the calendar; None outside 1000-2999 (before Christ: 1-4999)."""
    if not (0 < year < 5000 if bc else FIRST_YEAR <= year <= LAST_YEAR):
        return None
    return Spec("moment", moment=Moment("year", year, bc=bc, fiscal=fiscal))


def _bare_year(hit: Hit) -> Spec | None:
    year = _year(hit)
    return year_spec(year) if year else None


def _bc_year(hit: Hit) -> Spec | None:
    digits = hit.word("n").replace(",", "")
    return year_spec(int(digits), bc=True) if digits.isdigit() and len(digits) < 5 else None


def _ad_year(hit: Hit) -> Spec | None:
    digits = hit.word("n")
    return year_spec(int(digits)) if digits.isdigit() and len(digits) == 4 else None


def _decade(hit: Hit) -> Spec | None:
    digits = re.sub(r"\D", "", hit.word("n"))
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    if len(digits) == 2 and year == 1900:
        return None
    unit = "century" if year % 100 == 0 and year < 2000 else "decade"  # "the 1900s"
    return Spec("moment", moment=Moment(unit, year, bc=hit.has("bc")))


def _decade_word(hit: Hit) -> Spec | None:
    return Spec("moment", moment=Moment("decade", 1900 + 10 * DECADE_WORDS[hit.word("n")]))


def _century(hit: Hit) -> Spec | None:
    number = read_ordinal(hit.words("n"))
    if number is None or not 1 <= number <= 30:
        return None
    return Spec("moment", moment=Moment("century", (number - 1) * 100, bc=hit.has("bc")))


def _year_pair(hit: Hit) -> Spec | None:
    """A season or school year such as "2019-20": the span counts, the value is its first year."""
    first, _, last = hit.words("n")
    year, end = int(first), int(last[-2:])
    return year_spec(year) if end == (year + 1) % 100 else None


def _month(hit: Hit) -> Spec | None:
    return Spec("moment", moment=Moment("month", None, MONTHS[hit.word("m")]))


def _weekday(hit: Hit) -> Spec | None:
    return Spec("moment", moment=Moment("day", weekday=WEEKDAYS[hit.word("w")]))


_SEASON_NEXT: Final = "seasonword|schoolyear|campaign|fiscal|budget|flu|term|nba|nhl|nfl|premier|champions"

RULES: Final[list[Rule]] = [
    # "March 5", "Fri., Mar. 5th, 2021", "July Fourth"
    rule(
        "date.month_day",
        "(?:w=weekday dot? comma?)? m=month dot? the?"
        "d=(?:dom (?!tick? num? units|ampm)|ordnum|tens hyphen? ordword|ordword)"
        "(?:comma? y=(?:year (?!tick? units)|apostrophe_year))?",
        _month_day,
        "month",
        0.97,
    ),
    # "5 March 2021", "the 5th of March", "Friday, 5 March"
    rule(
        "date.day_month",
        "(?:w=weekday dot? comma? the?)?"
        "the? d=(?:dom|ordnum day?|(?:tens hyphen? ordword|ordword) day? (?=of)) of? m=month (?:dot "
        "(?=year))?"
        "(?:(?:hyphen|comma|of)? y=(?:year|apostrophe_year))?",
        _month_day,
        "month",
        0.97,
    ),
    # "3-Jun-2021"
    rule("date.hyphenated", "d=dom hyphen m=month hyphen y=year", _month_day, "month", 0.97),
    # "March 2021", "March of 2021"
    rule(
        "date.month_year",
        "m=month dot? (?:comma|of|hyphen)? y=(?:year|apostrophe_year)",
        _month_year,
        "month",
        0.97,
    ),
    # "2021-03-05", "2021/03/05", "5/3/2021", "21.03.2021"
    rule("date.iso", "n=iso", _iso, "iso", 0.99),
    rule("date.ymd", "n=ymd", _ymd, "ymd", 0.97),
    rule("date.numeric", "n=dmy", _numeric, "dmy", 0.9),
    # "1987", "the year 1987", "'87", "44 BC", "AD 1204"
    rule("date.year", "y=year (?!bc)", _bare_year, "year", 0.9),
    rule("date.the_year", "the yearword y=year", _bare_year, "year", 0.97),
    rule("date.apostrophe_year", "y=apostrophe_year", _bare_year, "apostrophe_year", 0.8),
    rule("date.bc", "(?:c dot)? n=int bc", _bc_year, "bc", 0.95),
    rule("date.ad", "(?:ad|anno domini) n=int", _ad_year, "ad", 0.9),
    # "the 1990s", "the '80s", "the nineties", "the 21st century"
    rule("date.decade", "the? n=(?:decade4|decade2) (?:bc=bc)?", _decade, "decade4 decade2", 0.95),
    rule("date.decade_word", "the n=decadeword", _decade_word, "decadeword", 0.8),
    rule(
        "date.century",
        "the? n=((?:tens hyphen?)? ord) hyphen? centuryword (?:bc=bc)?",
        _century,
        "century",
        0.95,
    ),
    # "the 2019-20" (season)
    rule("date.year_pair", f"n={{YEARPAIR}} (?={_SEASON_NEXT})", _year_pair, "year", 0.9),
    # "Friday", "March"
    rule("date.weekday", "w=weekday", _weekday, "weekday", 0.9),
    rule("date.month", "m=month", _month, "month", 0.85),
]
