"""Holidays and named days, and when they fall."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final


def easter(year: int) -> date:
    """Easter Sunday (Gregorian), by the anonymous algorithm of Nature, 1876.

    >>> easter(2023)
    datetime.date(2023, 4, 9)
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` (1-based; -1 for the last) ISO `weekday` of a month.

    >>> nth_weekday(2012, 11, 4, 4)
    datetime.date(2012, 11, 22)
    """
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    after = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return after - timedelta(days=(after.isoweekday() - weekday) % 7)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int, shift: int = 0) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, nth) + timedelta(days=shift)


def _easter(shift: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=shift)


HOLIDAYS: Final[dict[str, Callable[[int], date]]] = {
    "christmas": _fixed(12, 25), "christmas day": _fixed(12, 25), "xmas": _fixed(12, 25),
    "christmas eve": _fixed(12, 24), "boxing day": _fixed(12, 26),
    "new year 's eve": _fixed(12, 31), "new year 's day": _fixed(1, 1), "new year 's": _fixed(1, 1),
    "new years eve": _fixed(12, 31), "new years day": _fixed(1, 1), "new year eve": _fixed(12, 31),
    "new year day": _fixed(1, 1),
    "valentine 's day": _fixed(2, 14), "valentines day": _fixed(2, 14),
    "st . patrick 's day": _fixed(3, 17), "st patrick 's day": _fixed(3, 17),
    "april fools ' day": _fixed(4, 1), "april fool 's day": _fixed(4, 1), "earth day": _fixed(4, 22),
    "may day": _fixed(5, 1), "cinco de mayo": _fixed(5, 5), "juneteenth": _fixed(6, 19),
    "independence day": _fixed(7, 4), "bastille day": _fixed(7, 14), "halloween": _fixed(10, 31),
    "veterans day": _fixed(11, 11), "armistice day": _fixed(11, 11), "pearl harbor day": _fixed(12, 7),
    "groundhog day": _fixed(2, 2), "international women 's day": _fixed(3, 8), "kwanzaa": _fixed(12, 26),
    "all saints ' day": _fixed(11, 1), "epiphany": _fixed(1, 6),
    "martin luther king jr . day": _nth(1, 1, 3), "martin luther king day": _nth(1, 1, 3),
    "mlk day": _nth(1, 1, 3), "presidents ' day": _nth(2, 1, 3), "presidents day": _nth(2, 1, 3),
    "president 's day": _nth(2, 1, 3),
    "mother 's day": _nth(5, 7, 2), "mothers day": _nth(5, 7, 2), "memorial day": _nth(5, 1, -1),
    "father 's day": _nth(6, 7, 3), "fathers day": _nth(6, 7, 3), "labor day": _nth(9, 1, 1),
    "columbus day": _nth(10, 1, 2), "thanksgiving": _nth(11, 4, 4), "thanksgiving day": _nth(11, 4, 4),
    "black friday": _nth(11, 4, 4, 1), "cyber monday": _nth(11, 4, 4, 4), "giving tuesday": _nth(11, 4, 4, 5),
    "thanksgiving eve": _nth(11, 4, 4, -1), "election day": _nth(11, 1, 1, 1),
    "easter": _easter(0), "easter sunday": _easter(0), "easter monday": _easter(1),
    "good friday": _easter(-2),
    "maundy thursday": _easter(-3), "palm sunday": _easter(-7), "ash wednesday": _easter(-46),
    "mardi gras": _easter(-47), "shrove tuesday": _easter(-47), "pentecost": _easter(49),
}  # fmt: skip


def _written(name: str) -> list[str]:
    """A holiday's name as texts spell it, with either apostrophe."""
    plain = name.replace(" 's", "'s").replace(" ' ", "' ").replace(" . ", ". ")
    return [plain, plain.replace("'", "’")] if "'" in plain else [plain]


HOLIDAY_NAMES: Final = sorted({spelling for name in HOLIDAYS for spelling in _written(name)})
HOLIDAY_OPENERS: Final = sorted({name.split()[0] for name in HOLIDAYS})
