"""Placing a `Spec` on the calendar: against the publication date, or the last date the article mentions."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from transforms.dates.calendars import bounds, contains, of_day, step, valid_date
from transforms.dates.cues import is_deadline, tense
from transforms.dates.holidays import HOLIDAYS
from transforms.dates.timex3 import render
from transforms.dates.values import LAST_YEAR, FIRST_YEAR, Moment, Resolved, Spec

_FINE: Final = frozenset({"second", "minute", "hour", "night"})
_NEARBY: Final = 160  # characters between a date and "the year" that takes it up
_WEEK: Final = 7
_WITHIN_DAY: Final = _FINE | {"day"}


@dataclass(slots=True)
class Context:
    """What is known when an expression is resolved.

    `published` is the anchor; `last` the last calendar mention before this one, `last_day` the last that was a
    day; `text[start:end]` is the expression; `ahead` is the expression that follows
    at once, for what leans on it ("from March to May 2019", "at 5 p.m. on Friday"), and `behind` the weekday right before ("from Friday to Sunday"). `seen` holds the year that a day and
    month got, so that they keep it.
    """

    published: date | None
    last: Moment | None = None
    last_day: date | None = None
    text: str = ""
    start: int = 0
    end: int = 0
    last_end: int = -_NEARBY
    ahead: Spec | None = None
    behind: date | None = None
    seen: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def tense(self) -> int:
        """1, 0 or -1: where the sentence of the expression points. Read only when it is needed, since it costs."""
        return tense(self.text, self.start, self.end)

    def remember(self, moment: Moment | None) -> None:
        """Make `moment` the date that later anaphoric expressions refer to."""
        if moment is None or moment.year is None or moment.unit in ("decade", "century"):
            return
        self.last, self.last_end = moment, self.end
        if (day := moment.date) is not None:
            self.last_day = day
            self.seen[day.month, day.day] = day.year

    def base(self, *, anaphoric: bool, unit: str = "year") -> date | None:
        """The date to count `unit`s from."""
        if anaphoric and unit in _WITHIN_DAY and self.last is not None and self.last.unit != "day":
            return self.last_day or self.published
        if anaphoric and self.last is not None:
            span = bounds(self.last)
            if span is not None:
                return span[0]
        return self.published


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


def _place(spec: Spec, context: Context) -> tuple[Moment | None, date | None]:
    if spec.kind == "moment":
        return _place_moment(spec, context)
    if spec.kind == "shift":
        return _place_shift(spec, context)
    if spec.kind == "holiday":
        return _place_holiday(spec, context)
    return _place_ordinal(spec, context)


def _place_shift(spec: Spec, context: Context) -> tuple[Moment | None, date | None]:
    unit, amount = spec.unit or "day", spec.amount or 0
    if spec.nearby and (day := _day_ahead(context)) is not None:
        return contains(unit, day), context.published  # "the year ended Dec. 31"
    base = context.base(anaphoric=_is_anaphoric(spec, context), unit=unit)
    if spec.anaphoric and amount > 0 and context.last is None and context.tense < 0:
        base = None  # "two years later" in a story whose dates are not known
    if spec.clock and spec.anaphoric and amount == 0:
        base = _day_ahead(context) or context.last_day or context.published
    if spec.outer is not None:
        return _same_in(unit, spec.outer, context)
    if base is None:
        return _unknown(unit), None
    if unit == "weekend" and spec.anaphoric and amount == 0 and context.published:
        base = context.published
        if base.isoweekday() <= 3 and context.tense <= 0:
            amount = -1
    if unit == "weekend" and not spec.anaphoric and amount == 0 and base.isoweekday() <= 2 and context.tense < 0:
        amount = -1
    if unit == "fortnight":
        unit, amount = "week", amount * 2
    if amount != int(amount):
        unit, amount = {"year": ("month", amount * 12), "decade": ("year", amount * 10), "century": ("year", amount * 100)}.get(unit, (unit, amount))
    moved = step(base, "day" if unit in _FINE else unit, int(amount))
    return contains(unit, moved), base


def _is_anaphoric(spec: Spec, context: Context) -> bool:
    if not spec.nearby or context.published is None:
        return spec.anaphoric
    return context.start - context.last_end < _NEARBY


def _same_in(unit: str, outer: Spec, context: Context) -> tuple[Moment | None, date | None]:
    """"the same period last year": the last period mentioned, in the year that `outer` names."""
    year, anchor = _place(outer, context)
    last = context.last
    if year is None or year.year is None:
        return None, None
    if last is None and unit == "quarter" and context.published is not None:
        last = contains(unit, step(context.published, unit, -1))  # the quarter that is being reported
    if last is None or last.unit not in ("quarter", "month", "half", "season", "day", "week"):
        return (year if unit == "period" else Moment(unit, year.year)), anchor
    if unit not in ("period", last.unit):
        span = bounds(last)
        if span is None:
            return None, None
        last = contains(unit, span[0])
    return _with_year(replace(last, clock=None, zone=""), year.year), anchor


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


def _place_moment(spec: Spec, context: Context) -> tuple[Moment | None, date | None]:
    moment = spec.moment
    if moment is None:
        return None, None
    if spec.outer is not None:
        return _within(moment, spec.outer, context)
    if moment.year is not None or moment.bc:
        return moment, None
    base = context.base(anaphoric=spec.anaphoric or context.published is None and spec.direction is None)
    if context.ahead is None and base is None:
        return _after_christ_unknown(moment, context), None
    if base is None:
        return _with_year(moment, _open_year(moment, context)), None
    if moment.weekday and not moment.day and context.behind is not None:
        return of_day(context.behind + timedelta(days=(moment.weekday - context.behind.isoweekday()) % 7)), base
    if moment.weekday and not moment.day:
        return of_day(_weekday(moment.weekday, spec, base, context)), base
    if spec.direction is not None:
        return _pointed(moment, spec, base), base
    return _with_year(moment, _open_year(moment, context)), context.published or base


def _after_christ_unknown(moment: Moment, context: Context) -> Moment:
    """A date that names no year, where no day of our calendar is known: perhaps in a year before Christ."""
    last = context.last
    if last is not None and last.bc and not (moment.weekday and not moment.day):
        return replace(moment, year=last.year, bc=True)
    return moment


def _with_year(moment: Moment, year: int | None, *, bc: bool = False) -> Moment | None:
    if bc:
        return replace(moment, year=year, bc=True, weekday=None)
    if year is not None and moment.unit == "day" and not valid_date(year, moment.index or 0, moment.day or 0):
        year = _leap_year_near(year, moment)
    return replace(moment, year=year, weekday=None)


def _leap_year_near(year: int, moment: Moment) -> int | None:
    """For 29 February of a year that has none: the nearest year that has, the past first."""
    years = (year - 1, year + 1, year - 2, year + 2, year - 3, year + 3)
    return next((near for near in years if valid_date(near, moment.index or 0, moment.day or 0)), None)


def _within(moment: Moment, outer: Spec, context: Context) -> tuple[Moment | None, date | None]:
    place, anchor = _place(outer, context)
    if place is None:
        return None, None
    if moment.weekday and not moment.day:
        span = bounds(place)
        if span is None:
            return moment, anchor
        return of_day(span[0] + timedelta(days=(moment.weekday - span[0].isoweekday()) % 7)), anchor
    return _with_year(moment, place.year, bc=place.bc), anchor


def _weekday(weekday: int, spec: Spec, base: date, context: Context) -> date:
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


def _pointed(moment: Moment, spec: Spec, base: date) -> Moment | None:
    """"last September", "next spring", "this May"."""
    year = base.year
    here = contains(moment.unit, base)
    order = (moment.index or 0) - (here.index or 0)
    if moment.unit == "season":
        year = here.year or year
    if spec.direction == "last":
        year -= order >= 0
    elif spec.direction == "next":
        year += order <= 0
    return _with_year(moment, year)


def _open_year(moment: Moment, context: Context) -> int | None:
    """The year of a date that names none."""
    if context.ahead is not None and (following := context.ahead.moment) is not None and following.year is not None:
        return following.year - ((moment.index or 0) > (following.index or 12))
    base = context.published
    if base is None:
        return context.last.year if context.last is not None else None
    if moment.unit == "day" and (known := context.seen.get((moment.index or 0, moment.day or 0))) is not None:
        return known
    months, exact = _months_ahead(moment, base), moment.unit == "day"
    if months > 0 and months <= (12 if exact else 3) and is_deadline(context.text, context.start):
        return base.year
    near = _NEAR_AHEAD.get(moment.unit, 0.5)
    return base.year + _year_shift(months, context.tense, near)


_NEAR_AHEAD: Final = {"day": 2.0, "quarter": 4.0, "half": 4.0}


def _months_ahead(moment: Moment, base: date) -> float:
    """How many months after `base` the moment would be in the same year (negative: before it)."""
    index = moment.index or 0
    if moment.unit == "day":
        return index - base.month + ((moment.day or 0) - base.day) / 31
    if moment.unit == "month":
        return index - base.month
    here = contains(moment.unit, base)
    months = {"quarter": 3, "season": 3, "half": 6}[moment.unit]
    return (index - (here.index or 0)) * months + 12 * ((here.year or base.year) - base.year)


def _year_shift(months: float, direction: int, near: float) -> int:
    """The year of an open date, as a difference to the year of publication.

    The same year, unless the words point the other way and the date lies far enough, or it is far without any
    words. `near` months ahead, even a verb of the past does not move it ("they agreed on a deal for 5 April").
    """
    if months > 0:
        limit = {1: 12.0, 0: 6.0, -1: near}[direction]
        return -1 if months > limit else 0
    limit = {1: -2.5, 0: -9.0, -1: -12.0}[direction]
    return 1 if months <= limit else 0


def _place_holiday(spec: Spec, context: Context) -> tuple[Moment | None, date | None]:
    rule = HOLIDAYS[spec.value]
    if spec.outer is not None:
        place, anchor = _place(spec.outer, context)
        if place is None or place.year is None:
            return None, None
        return of_day(rule(place.year)), anchor
    base = context.base(anaphoric=False)
    if base is None:
        return Moment("day"), None
    year = base.year
    day = rule(year)
    if context.published is not None:
        if (day - base).days > 90 and context.tense <= 0:
            day = rule(year - 1)
        elif (base - day).days > 200 and context.tense >= 0:
            day = rule(year + 1)
    return of_day(day), base


def _place_ordinal(spec: Spec, context: Context) -> tuple[Moment | None, date | None]:
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
