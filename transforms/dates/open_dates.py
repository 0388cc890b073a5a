"""Dates that do not name their year: which one they mean, by distance, direction and neighbours."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from transforms.dates.calendars import MONTHS_PER, contains, valid_date
from transforms.dates.context import Context
from transforms.dates.cues import is_deadline
from transforms.dates.values import Moment, Spec

_DAYS_PER_MONTH: Final = 31
_ATTACKS: Final = (2001, 9, 11)
_ATTACKS_NEXT: Final = re.compile(
    r",?\s(?:terror\w*|attacks|hijack\w*|commission|first responders|survivors|victims|families|memorial)\b",
    re.IGNORECASE,
)
_ATTACKS_BEFORE: Final = re.compile(r"\b(?:(?:since|after|before)\s|(?:pre|post)-)$", re.IGNORECASE)
_NEAR_AHEAD: Final = {"day": 2.0, "quarter": 4.0, "half": 4.0}  # months; see `_year_shift`
_NEAR_MONTH: Final = 0.5
_DEADLINE: Final = {"day": 12.0}  # how far ahead a date behind "by" may lie
_DEADLINE_MONTH: Final = 3.0


def open_year(moment: Moment, context: Context) -> int | None:
    """The year of a date that names none."""
    following = context.ahead.moment if context.ahead is not None else None
    if following is not None and following.year is not None:
        return following.year - ((moment.index or 0) > (following.index or 12))
    base = context.published
    if base is None:
        return context.last.year if context.last is not None else None
    if (moment.index, moment.day) == _ATTACKS[1:] and _names_attacks(context):
        return _ATTACKS[0]
    if moment.unit == "day" and (known := context.seen.get((moment.index or 0, moment.day or 0))) is not None:
        return known
    months = _months_ahead(moment, base)
    if 0 < months <= _DEADLINE.get(moment.unit, _DEADLINE_MONTH) and is_deadline(context.text, context.start):
        return base.year
    return base.year + _year_shift(months, context.tense, _NEAR_AHEAD.get(moment.unit, _NEAR_MONTH))


def _names_attacks(context: Context) -> bool:
    """Whether "Sept. 11" stands for the attacks of 2001."""
    before, after = context.text[max(0, context.start - 10) : context.start], context.text[context.end :][:24]
    return bool(_ATTACKS_NEXT.match(after) or _ATTACKS_BEFORE.search(before))


def _months_ahead(moment: Moment, base: date) -> float:
    """How many months after `base` the moment would be in the same year (negative: before it)."""
    index = moment.index or 0
    if moment.unit == "day":
        return index - base.month + ((moment.day or 0) - base.day) / _DAYS_PER_MONTH
    if moment.unit == "month":
        return index - base.month
    here = contains(moment.unit, base)
    return (index - (here.index or 0)) * MONTHS_PER[moment.unit] + 12 * ((here.year or base.year) - base.year)


def _year_shift(months: float, direction: int, near: float) -> int:
    """The year of an open date, as a difference to the year of publication.

    The same year, unless the words point the other way and the date lies far enough, or it is far without any
    words. Up to `near` months ahead, not even a verb of the past moves it ("agreed on a deal for 5 April").
    """
    if months > 0:
        limit = {1: 12.0, 0: 6.0, -1: near}[direction]
        return -1 if months > limit else 0
    limit = {1: -2.5, 0: -9.0, -1: -12.0}[direction]
    return 1 if months <= limit else 0


def weekday_date(weekday: int, spec: Spec, base: date, context: Context) -> date:  # noqa: PLR0911 - one return for each case
    """The day a weekday means: today or the last one, the next one where the sentence looks ahead."""
    if context.behind is not None:
        return context.behind + timedelta(days=(weekday - context.behind.isoweekday()) % 7)
    ahead = (weekday - base.isoweekday()) % 7
    if spec.direction == "next":
        return base + timedelta(days=ahead or 7)
    if spec.direction == "last":
        return base + timedelta(days=ahead - 7)
    if spec.direction == "this":
        if ahead and context.tense < 0:
            return base + timedelta(days=ahead - 7)
        return base + timedelta(days=ahead)
    if ahead and context.tense > 0:
        return base + timedelta(days=ahead)
    return base + timedelta(days=ahead - 7 if ahead else 0)


def pointed(moment: Moment, spec: Spec, base: date) -> Moment:
    """The moment that "last September", "next spring" or "this May" means."""
    year = base.year
    here = contains(moment.unit, base)
    order = (moment.index or 0) - (here.index or 0)
    if moment.unit == "season":
        year = here.year or year
    if spec.direction == "last":
        year -= order >= 0
    elif spec.direction == "next":
        year += order <= 0
    return with_year(moment, year)


def with_year(moment: Moment, year: int | None, *, bc: bool = False) -> Moment:
    """The moment in that year; 29 February moves to the nearest leap year."""
    if bc:
        return replace(moment, year=year, bc=True, weekday=None)
    if year is not None and moment.unit == "day" and not valid_date(year, moment.index or 0, moment.day or 0):
        year = _leap_year_near(year, moment)
    return replace(moment, year=year, weekday=None)


def _leap_year_near(year: int, moment: Moment) -> int | None:
    """For 29 February of a year that has none: the nearest year that has, the past first."""
    years = (year - 1, year + 1, year - 2, year + 2, year - 3, year + 3)
    return next((near for near in years if valid_date(near, moment.index or 0, moment.day or 0)), None)


def before_christ(moment: Moment, context: Context) -> Moment:
    """The moment in the last year named, where that was one before Christ."""
    last = context.last
    if last is not None and last.bc and not (moment.weekday and not moment.day):
        return replace(moment, year=last.year, bc=True)
    return moment
