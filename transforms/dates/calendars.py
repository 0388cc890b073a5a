# ruff: noqa: PLR2004 - the numbers of the calendar (12 months, 31 days) name themselves
"""Arithmetic on `Moment`s: which days they cover, and stepping by a unit."""

from datetime import date, timedelta
from typing import Final

from transforms.dates.values import FIRST_YEAR, LAST_YEAR, Moment

SEASON_MONTHS: Final = (3, 6, 9, 12)  # first month of spring, summer, autumn, winter
MONTHS_PER: Final = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}


def valid_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day.

    >>> valid_date(2024, 2, 29), valid_date(2023, 2, 29)
    (True, False)
    """
    return FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month.

    >>> days_in_month(2024, 2)
    29
    """
    return (
        29 if month == 2 and _is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def of_day(day: date) -> Moment:
    """The moment that is one whole day."""
    return Moment("day", day.year, day.month, day.day)


def contains(unit: str, day: date) -> Moment:  # noqa: PLR0911 - one return for each case
    """The `unit` of the calendar that `day` lies in.

    >>> contains("quarter", date(2021, 5, 9)).index
    2
    """
    if unit in ("week", "weekend"):
        iso = day.isocalendar()
        return Moment(unit, iso.year, iso.week)
    if unit == "month":
        return Moment(unit, day.year, day.month)
    if unit == "quarter":
        return Moment(unit, day.year, (day.month + 2) // 3)
    if unit == "half":
        return Moment(unit, day.year, 1 if day.month <= 6 else 2)
    if unit == "season":
        index = (day.month - 3) // 3 % 4
        return Moment(unit, day.year - (index == 3 and day.month < 3), index)
    if unit == "year":
        return Moment(unit, day.year)
    if unit == "decade":
        return Moment(unit, day.year - day.year % 10)
    if unit == "century":
        return Moment(unit, day.year - day.year % 100)
    return of_day(day)


def step(day: date, unit: str, amount: int) -> date:
    """`day` moved by `amount` units; a day that the month lacks becomes its last.

    >>> step(date(2021, 3, 31), "month", -1)
    datetime.date(2021, 2, 28)
    """
    if unit in MONTHS_PER:
        months = day.year * 12 + day.month - 1 + amount * MONTHS_PER[unit]
        year, month = divmod(months, 12)
        _check_year(year)
        return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))
    days = amount * {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1)
    if abs(days) > 365 * 2000:
        raise OverflowError(days)
    moved = day + timedelta(days=days)
    _check_year(moved.year)
    return moved


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OverflowError(year)


def bounds(moment: Moment) -> tuple[date, date] | None:
    """The first and last day that a moment covers, or None where it is not fully known.

    >>> bounds(Moment("week", 2021, 40))
    (datetime.date(2021, 10, 4), datetime.date(2021, 10, 10))
    """
    if moment.year is None or moment.bc or moment.year < FIRST_YEAR:
        return None
    if moment.unit == "day":
        day = moment.date
        return (day, day) if day else None
    if moment.unit in ("year", "decade", "century"):
        years = {"year": 1, "decade": 10, "century": 100}[moment.unit]
        return date(moment.year, 1, 1), date(moment.year + years - 1, 12, 31)
    if moment.index is None:
        return None
    if moment.unit in ("week", "weekend"):
        start = date.fromisocalendar(moment.year, moment.index, 1 if moment.unit == "week" else 6)
        return start, date.fromisocalendar(moment.year, moment.index, 7)
    first, months = _first_month(moment.unit, moment.index)
    start = date(moment.year, first, 1)
    last = step(start, "month", months - 1)
    return start, last.replace(day=days_in_month(last.year, last.month))


def _first_month(unit: str, index: int) -> tuple[int, int]:
    if unit == "month":
        return index, 1
    if unit == "season":
        return SEASON_MONTHS[index], 3
    length = MONTHS_PER[unit]
    return (index - 1) * length + 1, length
