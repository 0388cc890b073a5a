"""Placing a `Spec` on the calendar: against the publication date, or the last date the article mentions."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from transforms.dates.calendars import bounds, contains, of_day, step
from transforms.dates.context import Context
from transforms.dates.holidays import HOLIDAYS
from transforms.dates.open_dates import before_christ, open_year, pointed, weekday_date, with_year
from transforms.dates.timex3 import render
from transforms.dates.values import Moment, Resolved, Spec

_FINE: Final = frozenset({"second", "minute", "hour", "night"})
_WEEK: Final = 7
_MIDWEEK: Final = 3  # until Wednesday "the weekend" is the last one, unless the sentence looks ahead
_LONG_AHEAD: Final = 90  # days: a holiday further ahead is the last one, without words of the future
_LONG_AGO: Final = 200
# Parts of a unit, for "a year and a half ago".
_SMALLER: Final = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}
_REPEATED: Final = frozenset({"quarter", "month", "half", "season", "day", "week"})

Placed = tuple[Moment | None, date | None]  # the moment, and the date that it was resolved against


def resolve(spec: Spec, context: Context) -> Resolved | None:
    """The calendar place and the value of `spec`; None where it would fall outside the calendar."""
    if spec.kind == "literal":
        return Resolved(spec.value)
    try:
        moment, anchor = _place(spec, context)
    except (OverflowError, ValueError):
        return None
    if moment is None:
        return None
    if spec.clock:
        moment = replace(moment, clock=spec.clock, zone=spec.zone)
    known = moment.year is not None and (moment.unit != "day" or moment.day is not None)
    return Resolved(render(moment), moment, anchor, known)


def _place(spec: Spec, context: Context) -> Placed:
    if spec.kind == "moment":
        return _place_moment(spec, context)
    if spec.kind == "shift":
        return _place_shift(spec, context)
    if spec.kind == "holiday":
        return _place_holiday(spec, context)
    return _place_ordinal(spec, context)


def _place_shift(spec: Spec, context: Context) -> Placed:
    unit, amount = spec.unit or "day", spec.amount or 0
    if spec.outer is not None:
        return _same_in(unit, spec.outer, context)
    if spec.nearby and (day := _day_ahead(context)) is not None:
        return contains(unit, day), context.published  # "the year ended Dec. 31"
    base = _shift_base(spec, unit, context)
    if base is None:
        return _unknown(unit), None
    if unit == "weekend" and amount == 0 and (spec.nearby or not spec.anaphoric):
        base, amount = _weekend(spec, base, context)
    unit, amount = _whole(unit, amount)
    moved = step(base, "day" if unit in _FINE else unit, int(amount))
    return contains(unit, moved), base


def _shift_base(spec: Spec, unit: str, context: Context) -> date | None:
    if spec.clock and spec.anaphoric and not spec.amount:
        return _day_ahead(context) or context.last_day or context.published
    if spec.anaphoric and (spec.amount or 0) > 0 and context.last is None and context.tense < 0:
        return None  # "two years later" in a story whose dates are not known
    is_anaphoric = spec.anaphoric and (not spec.nearby or context.published is None or context.is_near)
    return context.base(anaphoric=is_anaphoric, unit=unit)


def _weekend(spec: Spec, base: date, context: Context) -> tuple[date, float]:
    """Place "the weekend" early in the week: the one that is over, unless the sentence looks ahead."""
    base = context.published or base
    if spec.nearby:
        return base, -1 if base.isoweekday() <= _MIDWEEK and context.tense <= 0 else 0
    return base, -1 if base.isoweekday() < _MIDWEEK and context.tense < 0 else 0


def _whole(unit: str, amount: float) -> tuple[str, float]:
    """The same distance in whole units: 1.5 years are 18 months."""
    if unit == "fortnight":
        return "week", amount * 2
    if amount != int(amount) and unit in _SMALLER:
        smaller, factor = _SMALLER[unit]
        return smaller, amount * factor
    return unit, amount


def _same_in(unit: str, outer: Spec, context: Context) -> Placed:
    """Place "the same period last year": the last period mentioned, in the year that `outer` names."""
    year, anchor = _place(outer, context)
    last = context.last
    if year is None or year.year is None:
        return None, None
    if last is None and unit == "quarter" and context.published is not None:
        last = contains(unit, step(context.published, unit, -1))  # the quarter that is being reported
    if last is None or last.unit not in _REPEATED:
        return (year if unit == "period" else Moment(unit, year.year)), anchor
    if unit not in ("period", last.unit):
        span = bounds(last)
        if span is None:
            return None, None
        last = contains(unit, span[0])
    return with_year(replace(last, clock=None, zone=""), year.year), anchor


def _day_ahead(context: Context) -> date | None:
    """The day that follows at once: "at 5 p.m. on Friday"."""
    if context.ahead is None:
        return None
    moment, _ = _place(context.ahead, replace(context, ahead=None))
    return moment.date if moment is not None else None


def _unknown(unit: str) -> Moment:
    if unit in ("decade", "century", "millennium", "year"):
        return Moment("year")
    return Moment("day" if unit in _FINE or unit == "day" else "week" if unit == "fortnight" else unit)


def _place_moment(spec: Spec, context: Context) -> Placed:  # noqa: PLR0911 - one return for each case
    moment = spec.moment
    if moment is None:
        return None, None
    if spec.outer is not None:
        return _within(moment, spec.outer, context)
    if moment.year is not None or moment.bc:
        return moment, None
    base = context.base(anaphoric=spec.anaphoric or (context.published is None and spec.direction is None))
    if context.ahead is None and base is None:
        return before_christ(moment, context), None
    if base is None:
        return with_year(moment, open_year(moment, context)), None
    if moment.weekday and not moment.day:
        return of_day(weekday_date(moment.weekday, spec, base, context)), base
    if spec.direction is not None:
        return pointed(moment, spec, base), base
    return with_year(moment, open_year(moment, context)), context.published or base


def _within(moment: Moment, outer: Spec, context: Context) -> Placed:
    place, anchor = _place(outer, context)
    if place is None:
        return None, None
    if moment.weekday and not moment.day:
        span = bounds(place)
        if span is None:
            return moment, anchor
        return of_day(span[0] + timedelta(days=(moment.weekday - span[0].isoweekday()) % 7)), anchor
    return with_year(moment, place.year, bc=place.bc), anchor


def _place_holiday(spec: Spec, context: Context) -> Placed:
    rule = HOLIDAYS[spec.value]
    if spec.outer is not None:
        place, anchor = _place(spec.outer, context)
        if place is None or place.year is None:
            return None, None
        return of_day(rule(place.year)), anchor
    base = context.base(anaphoric=False)
    if base is None:
        return _undated(rule(2000), rule(2001)), None
    year = base.year
    day = rule(year)
    if context.published is not None:
        if (day - base).days > _LONG_AHEAD and context.tense <= 0:
            day = rule(year - 1)
        elif (base - day).days > _LONG_AGO and context.tense >= 0:
            day = rule(year + 1)
    return of_day(day), base


def _undated(day: date, next_year: date) -> Moment:
    """A holiday of an unknown year: its day and month, if they are always the same."""
    if (day.month, day.day) == (next_year.month, next_year.day):
        return Moment("day", None, day.month, day.day)
    return Moment("day")


def _place_ordinal(spec: Spec, context: Context) -> Placed:
    if spec.outer is None:
        return None, None
    place, anchor = _place(spec.outer, context)
    span = bounds(place) if place else None
    if span is None:
        return (Moment(spec.unit or "day", place.year if place else None), anchor)
    unit, number = spec.unit or "day", int(spec.amount or 1)
    if unit == "week" and (span[1] - span[0]).days >= _WEEK:
        return _week_of(span, number), anchor
    day = step(span[1] if number < 0 else span[0], unit, number + 1 if number < 0 else number - 1)
    if not span[0] <= day <= span[1]:
        return None, None
    return contains(unit, day), anchor


def _week_of(span: tuple[date, date], number: int) -> Moment | None:
    """The `number`-th week of a period (-1: the last); a week belongs to the period that has its Thursday."""
    first, last = span
    if number > 0:
        thursday = first + timedelta(days=(4 - first.isoweekday()) % 7 + 7 * (number - 1))
    else:
        thursday = last - timedelta(days=(last.isoweekday() - 4) % 7)
    return contains("week", thursday) if first <= thursday <= last else None
