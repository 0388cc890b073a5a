"""TIMEX3 values: how a moment, a duration and a set are written."""

import re
from typing import Final

from transforms.dates.lexicon import DURATION_LETTERS
from transforms.dates.values import Moment

_SEASON_CODES: Final = ("SP", "SU", "FA", "WI")
SEASON_INDEX: Final = {code: index for index, code in enumerate(_SEASON_CODES)}

_YEAR = r"(?:BC)?(?:\d{4}|XXXX|FY\d{4})"
_DAY = rf"{_YEAR}(?:-(?:\d\d|XX))(?:-(?:\d\d|XX))?"
_TIME = r"T(?:\d\d(?::\d\d(?::\d\d)?)?|XX|MO|MI|AF|EV|NI|DT)(?:Z|[+-]\d\d(?::\d\d)?)?"
TIMEX3_VALUE: Final = re.compile(
    rf"(?:(?:BC)?\d{{2,3}}|{_YEAR}|{_YEAR}-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI)|{_DAY}(?:{_TIME})?"
    rf"|{_YEAR}-W(?:\d\d|XX)(?:-WE|-[1-7](?:{_TIME})?)?|XXXX-WXX-[1-7](?:{_TIME})?|{_TIME}"
    r"|P(?:T?(?:\d+(?:\.\d+)?|X)(?:DE|CE|ML|NI|WE|[YMWDHSQ]))+|PT\d+H\d+M|PT\d+M\d+S"
    r"|P\d+Y\d+M|P\d+M\d+[WD]|P\d+W\d+D|PRESENT_REF|PAST_REF|FUTURE_REF)"
)


def is_timex3(value: str) -> bool:
    """Whether `value` is one that TIMEX3 knows.

    >>> is_timex3("2021-W40-WE"), is_timex3("next week")
    (True, False)
    """
    return TIMEX3_VALUE.fullmatch(value) is not None


def render(moment: Moment) -> str:
    """The TIMEX3 value of a moment, with X where it is not known.

    >>> render(Moment("day", None, 12, 5)), render(Moment("decade", 1990))
    ('XXXX-12-05', '199')
    """
    value = _calendar(moment)
    if moment.clock:
        value += f"T{moment.clock}{moment.zone}"
    return value


def _calendar(moment: Moment) -> str:  # noqa: PLR0911 - one return for each case
    unit, index = moment.unit, moment.index
    if unit == "century":
        return _era(moment, f"{(moment.year or 0) // 100:02d}")
    if unit == "decade":
        return _era(moment, f"{(moment.year or 0) // 10:03d}")
    year = _era(moment, "XXXX" if moment.year is None else f"{moment.year:04d}")
    if unit == "year":
        return f"FY{year}" if moment.fiscal else year
    if unit == "day" and moment.weekday and not moment.day:
        return f"XXXX-WXX-{moment.weekday}"
    if unit in ("week", "weekend"):
        return f"{year}-W{_two(index)}" + ("-WE" if unit == "weekend" else "")
    if unit in ("quarter", "half"):
        return f"{year}-{unit[0].upper()}{index or 'X'}"
    if unit == "season":
        return f"{year}-{_SEASON_CODES[index or 0]}"
    return f"{year}-{_two(index)}" + (f"-{_two(moment.day)}" if unit == "day" else "")


def _era(moment: Moment, text: str) -> str:
    return f"BC{text}" if moment.bc else text


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"


def duration(amount: float | None, unit: str) -> str:
    """A TIMEX3 duration; an amount that is not known is X.

    >>> duration(4.5, "hour"), duration(None, "year"), duration(2, "fortnight")
    ('PT4.5H', 'PXY', 'P4W')
    """
    if unit == "fortnight":
        unit, amount = "week", None if amount is None else amount * 2
    letters = DURATION_LETTERS[unit]
    number = "X" if amount is None else f"{amount:.6f}".rstrip("0").rstrip(".")
    if letters[0] == "T":
        return f"PT{number}{letters[1:]}"
    return f"P{number}{letters}"
