"""Publication dates and times as outlets print them: one regex fragment, one parser.

Only explicit calendar dates; expressions within prose are the business of `transforms.dates`.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from transforms.cleaning.lexicon import read_lines
from transforms.codes import Precision, PublishedSource
from transforms.records import Published

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|"
    r"Sat(?:urday)?|Sun(?:day)?)\.?"
)
_CENTURY, _HOURS = 100, 24
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)[0-9]{2}"
FULL_DATE = (
    rf"(?:{_YEAR}-[01]?[0-9]-[0-3]?[0-9]|{_YEAR}/[01][0-9]/[0-3][0-9]|"
    rf"[0-3]?[0-9][/.][0-3]?[0-9][/.](?:{_YEAR}|[0-9]{{2}})|"
    rf"(?:{WEEKDAY},? {{0,2}})?(?:the )?(?:{MONTH} {{0,2}}{_DAY},? {{0,2}}(?:at )?{_YEAR}|"
    rf"{_DAY}[ -]{{0,2}}(?:of )?{MONTH},?[ -]{{0,2}}{_YEAR}))"
)
DAY_MONTH = rf"(?:(?:{WEEKDAY},? {{0,2}})?(?:{MONTH} {{0,2}}{_DAY}|{_DAY} {MONTH})\b)"
ZONE = (
    r"(?:[A-Z]{2,4}T|GMT|UTC|ET|PT|CT|MT|IST|CET|BST|Z|\(?[+-][0-9]{2}:?[0-9]{2}\)?|"
    r"(?:Eastern|Pacific|Central)(?: Time)?)"
)
CLOCK = (
    rf"(?:T?[0-2]?[0-9](?:[:.][0-5][0-9]){{1,2}} ?(?:[AaPp]\.?[Mm]\.?)?|[0-1]?[0-9] ?[AaPp]\.?[Mm]\.?)"
    rf"(?: ?(?:hrs|hours))?(?: ?{ZONE}\b)?"
)
AGO = (
    r"(?:(?:about |over )?(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago|just now|yesterday)"
)
_PARSED = (
    re.compile(rf"(?P<y>{_YEAR})[-/](?P<m>[01]?[0-9])[-/](?P<d>[0-3]?[0-9])"),
    re.compile(rf"(?P<mon>{MONTH}) {{0,2}}(?P<d>{_DAY}),? {{0,2}}(?:at )?(?P<y>{_YEAR})", re.IGNORECASE),
    re.compile(
        rf"(?P<d>{_DAY})[ -]{{0,2}}(?:of )?(?P<mon>{MONTH}),?[ -]{{0,2}}(?P<y>{_YEAR})", re.IGNORECASE
    ),
    re.compile(rf"(?P<m>[0-3]?[0-9])[/.](?P<d>[0-3]?[0-9])[/.](?P<y>{_YEAR}|[0-9]{{2}})\b"),
)
_CLOCK = re.compile(
    r"(?P<h>[0-2]?[0-9])(?:[:.](?P<min>[0-5][0-9])(?:[:.](?P<s>[0-5][0-9]))?)? ?(?P<half>[AaPp]\.?[Mm])?\.?"
    rf"(?: ?(?:hrs|hours))?(?: ?(?P<zone>{ZONE})\b)?"
)


def parse_stamp(text: str) -> Published | None:
    """The date, and the time if its zone is known, that a printed stamp gives; None if there is no valid one.

    3/4/2020 is read month first unless that is no date.

    >>> parse_stamp("Updated 4:56 p.m. ET, March 3, 2020").at.isoformat()
    '2020-03-03T21:56:00+00:00'
    >>> parse_stamp("16 September 2024 9:33pm").day.isoformat()
    '2024-09-16'
    """
    for pattern in _PARSED:
        match = pattern.search(text)
        day = _day(match) if match else None
        if match and day:
            rest = text[: match.start()] + " " + text[match.end() :]
            at = _moment(day, rest)
            precision = Precision.MINUTE if at else Precision.DAY
            return Published(day, precision, PublishedSource.TEXT, at)
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["y"])
    year += 0 if year >= _CENTURY else 2000
    day = int(re.sub(r"\D", "", parts["d"]))
    if parts.get("mon"):
        return _valid(year, _MONTHS.index(parts["mon"][:3].lower()) + 1, day)
    month = int(parts["m"])
    return _valid(year, month, day) or _valid(year, day, month)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _zones() -> dict[str, float]:
    return {name: float(hours) for name, hours in (line.split("\t") for line in read_lines("time_zones.tsv"))}


def _moment(day: date, text: str) -> datetime | None:
    for match in _CLOCK.finditer(text):
        zone = match["zone"]
        hour, minute = int(match["h"]), int(match["min"] or 0)
        if zone is None or hour >= _HOURS or not (match["min"] or match["half"]):
            continue
        offset = _offset(zone)
        if offset is None:
            continue
        if match["half"]:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=timezone(offset))
        return moment.astimezone(UTC)
    return None


def _offset(zone: str) -> timedelta | None:
    digits = re.sub(r"\D", "", zone)
    if len(digits) == len("0530"):
        hours = int(digits[:2]) + int(digits[2:]) / 60
        return timedelta(hours=-hours if "-" in zone else hours) if hours < _HOURS else None
    hours_east = _zones().get(zone.upper().removesuffix(" TIME"))
    return None if hours_east is None else timedelta(hours=hours_east)
