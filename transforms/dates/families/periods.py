# ruff: noqa: PLR2004 - the numbers of the calendar (12 months, 31 days) name themselves
"""Numbered periods: "the third quarter", "Q3 2012", "the first half", "fiscal 1989", "the summer of 2018"."""

import re
from typing import Final

from transforms.dates.families.calendar_dates import year_of_two_digits, year_spec
from transforms.dates.families.units import named_moment, unit_of
from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.numbers import read_ordinal
from transforms.dates.values import Moment, Spec


def _quarter(hit: Hit) -> Spec | None:
    index = read_ordinal(hit.words("n"))
    if index is None or not (index == -1 or 1 <= index <= 4):
        return None
    if hit.word("n") == "last" and not hit.has("y"):
        return None  # the quarter before this one
    return _numbered("quarter", index, hit)


def _half(hit: Hit) -> Spec | None:
    index = {"latter": 2, "back": 2, "other": 2}.get(hit.word("n")) or read_ordinal(hit.words("n"))
    if index not in (-1, 1, 2):
        return None
    return _numbered("half", index, hit)


def _numbered(unit: str, index: int, hit: Hit) -> Spec | None:
    index = {"quarter": 4, "half": 2}[unit] if index == -1 else index
    year = int(hit.word("y")) if hit.word("y") else None
    return Spec("moment", moment=Moment(unit, year, index))


def _quarter_code(hit: Hit) -> Spec | None:
    letter, digit = ("q", hit.word("d")) if hit.has("d") else (hit.word("c")[0], hit.word("c")[-1])
    year = None
    if hit.has("y"):
        digits = hit.word("y").lstrip("’'‘")
        year = int(digits) if len(digits) == 4 else year_of_two_digits(int(digits))
    limit = 4 if letter == "q" else 2
    if not digit.isdigit() or not 1 <= int(digit) <= limit:
        return None
    return Spec("moment", moment=Moment("quarter" if letter == "q" else "half", year, int(digit)))


def _ordinal_unit(hit: Hit) -> Spec | None:
    unit = unit_of(hit.word("u"))
    index = read_ordinal(hit.words("n"))
    if index is None or index > 53:
        return None
    return Spec("ordinal", unit=unit, amount=index, outer=None)


def _season(hit: Hit) -> Spec | None:
    return Spec("moment", moment=named_moment(hit.word("s")))


def _season_year(hit: Hit) -> Spec | None:
    moment = named_moment(hit.word("s"))
    if moment is None:
        return None
    digits = hit.word("y").lstrip("’'‘")
    year = int(digits[:4]) if len(digits) >= 4 else year_of_two_digits(int(digits))
    return Spec("moment", moment=Moment("season", year, moment.index))


def _fiscal(hit: Hit) -> Spec | None:
    digits = re.sub(r"\D", "", hit.word("y"))
    year = int(digits[:4]) if len(digits) >= 4 else year_of_two_digits(int(digits))
    return year_spec(year, fiscal=True)


def _fiscal_year(_: Hit) -> Spec | None:
    return Spec("shift", unit="year", amount=0, anaphoric=True)


def _same_period(_: Hit) -> Spec | None:
    return Spec("shift", unit="period", amount=0, direction="that", anaphoric=True)


def _year_ago(hit: Hit) -> Spec | None:
    outer = Spec("shift", unit="year", amount=-1)
    unit = unit_of(hit.word("u")) if hit.has("u") else "period"
    return Spec("shift", unit=unit, amount=0, direction="that", anaphoric=True, outer=outer)


_OUTER: Final = (
    "(?:of|in) (?:the yearword|year|this|last|next"
    "|the (?:last|next|previous|following|month_unit|decade|centuryword))"
)

RULES: Final[list[Rule]] = [
    # "the third quarter", "fourth-quarter 2012", "the fiscal first quarter of 2013"
    rule(
        "period.quarter",
        "the? fiscal? n=(?:ord|last|final) fiscal? hyphen? quarter (?!hyphen? final)"
        "(?:(?:of fiscal?|of the yearword|comma)? y=year)?",
        _quarter,
        "quarter",
        0.9,
    ),
    # "the 2012 fourth quarter"
    rule("period.year_quarter", "the? y=year n=ord hyphen? quarter", _quarter, "quarter", 0.9),
    # "the second half of last year", "first-half 2019"
    rule(
        "period.half",
        f"the? n=(?:ordword|second|latter|back|other) (?:hyphen half|half (?={_OUTER}|year)) (?:(?:of "
        f"fiscal?)? y=year)?",
        _half,
        "half",
        0.85,
    ),
    # "Q3 2012", "H1"
    rule(
        "period.quarter_code",
        "c=quartercode (?:(?:comma|of|hyphen|fiscal|fy)? y=(?:year|apostrophe_year))?",
        _quarter_code,
        "quartercode",
        0.9,
    ),
    # "3Q", "3Q 2012"
    rule("period.digit_quarter", "d=n12 q (?:y=(?:year|apostrophe_year))?", _quarter_code, "q", 0.8),
    # "the last week" (of March)
    rule(
        "period.ordinal_unit",
        "the very? n=(?:ord|last|final|opening) full? u=(?:week|weekend|day|month_unit|decade|yearword) "
        "(?=of|in)",
        _ordinal_unit,
        "ord last final opening",
        0.7,
    ),
    # "the summer of 2018", "spring 2013"
    rule(
        "period.season_year",
        "the? s=season (?:of|comma)? y=(?:{YEARPAIR}|year|apostrophe_year)",
        _season_year,
        "season",
        0.95,
    ),
    # "the winter"
    rule("period.season", "the? s=season", _season, "season", 0.8),
    # "fiscal 2013", "FY2013", "the academic year 2013-14"
    rule(
        "period.fiscal",
        "the? (?:fiscal yearword?|fy hyphen?|schoolyear yearword) y=(?:{YEARPAIR}|year|apostrophe_year|dom)",
        _fiscal,
        "fiscal fy schoolyear",
        0.9,
    ),
    # "the 2013 fiscal year"
    rule(
        "period.year_fiscal",
        "the? y=(?:{YEARPAIR}|year) (?:fiscal|schoolyear) yearword",
        _fiscal,
        "fiscal schoolyear",
        0.9,
    ),
    # "the same period" (last year)
    rule(
        "period.same_period",
        "(?:the|that)? same (?:period|timeframe|time (?=last|art yearword|the previous))",
        _same_period,
        "same",
        0.7,
    ),
    # "the year-earlier quarter", "the year-ago period"
    rule(
        "period.year_ago",
        "the? yearword hyphen? (?:ago|earlier) (?:u=(?:quarter|month_unit|week)|period)",
        _year_ago,
        "ago earlier",
        0.9,
    ),
    # "the fiscal year"
    rule("period.fiscal_year", "the (?:fiscal|schoolyear) yearword", _fiscal_year, "fiscal schoolyear", 0.6),
]
