"""The publication date that a record states, in the spellings that exports use."""

import re
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime

from transforms.codes import Precision, PublishedSource
from transforms.records import Published

FIRST_YEAR, LAST_YEAR = 1600, 2100
"""Years outside are a parsing accident or a placeholder such as 0001 or 9999."""

MAX_LENGTH = 64
"""Longer values are prose, not a date."""

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_EPOCH = re.compile(r"\d{9,10}(?:\.\d{1,9})?|\d{12,13}")
_MILLISECONDS_FROM = 100_000_000_000
_SECONDS = re.compile(r"\d\d:\d\d:\d\d|T\d{6}")
_YEAR_MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?")
_CLOCK = re.compile(
    r"[,T ]+(?:at )?(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])\.?m\.?)?(?: ?(?:UTC|GMT|Z))?$", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? ", re.IGNORECASE
)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([A-Za-z]{3,9})\.?,? (\d{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MONTH = re.compile(r"([A-Za-z]{3,9})\.?,? (\d{4})")
_URL_DAY = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/-])")


def parse_published(value: object, *, day_first: bool = False) -> Published | None:
    """Read a publication date: ISO 8601, RFC 2822, seconds or milliseconds since 1970, or written out.

    A moment without a zone is taken as UTC; midnight to the second is taken as a date without a clock time.
    `day` is the day in the zone that was given. `day_first` decides spellings such as 03/04/2023.

    >>> parse_published("2023-03-21T18:05:00+01:00").at.isoformat()
    '2023-03-21T17:05:00+00:00'
    >>> parse_published("March 21, 2023").day, parse_published("2023-03").precision
    (datetime.date(2023, 3, 21), <Precision.MONTH: 'month'>)
    >>> parse_published("soon") is None
    True
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = " ".join(str(value).split())
    if not text or len(text) > MAX_LENGTH:
        return None
    try:
        found = _epoch(text) or _iso(text) or _written(text, day_first) or _rfc2822(text)
    except (ValueError, OverflowError, OSError):
        return None
    return found if found and FIRST_YEAR <= found.day.year <= LAST_YEAR else None


def published_from_url(url: str | None) -> Published | None:
    """The day that an address carries as `/2023/03/21/` or `/2023-03-21-`.

    >>> published_from_url("https://news.example/world/2023/03/21/talks").day
    datetime.date(2023, 3, 21)
    """
    match = _URL_DAY.search(url or "")
    try:
        day = date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    return Published(day, Precision.DAY, PublishedSource.URL)


def _epoch(text: str) -> Published | None:
    if not _EPOCH.fullmatch(text):
        return None
    number = float(text)
    return _moment(datetime.fromtimestamp(number / 1000 if number > _MILLISECONDS_FROM else number, tz=UTC))


def _iso(text: str) -> Published | None:
    if match := _YEAR_MONTH.fullmatch(text):
        month = int(match[2]) if match[2] else None
        return _coarse(int(match[1]), month)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return _moment(moment, Precision.SECOND if _SECONDS.search(text) else Precision.MINUTE)


def _rfc2822(text: str) -> Published | None:
    """`Tue, 21 Mar 2023 18:05:00 +0100`; zones such as EST are understood here and nowhere else."""
    try:
        return _moment(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError):
        return None


def _written(text: str, day_first: bool) -> Published | None:
    """A numeric or written date, with a clock time behind it or not."""
    text = _WEEKDAY.sub("", text)
    clock = _CLOCK.search(text)
    bare = text[: clock.start()] if clock else text
    if match := _MONTH.fullmatch(bare):
        month = MONTHS.get(match[1].lower())
        return _coarse(int(match[2]), month) if month else None
    day = _day(bare, day_first)
    if day is None:
        return None
    if clock is None:
        return _plain(day)
    precision = Precision.SECOND if clock[3] else Precision.MINUTE
    return _moment(datetime.combine(day, _clock_time(clock)), precision)


def _day(text: str, day_first: bool) -> date | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_LAST.fullmatch(text):
        first, second, year = map(int, match.groups())
        swap = first > 12 or (second <= 12 and (day_first or "." in text))  # noqa: PLR2004 - months
        return date(year, second, first) if swap else date(year, first, second)
    if match := _DAY_MONTH.fullmatch(text):
        return _named_day(match[3], match[2], match[1])
    if match := _MONTH_DAY.fullmatch(text):
        return _named_day(match[3], match[1], match[2])
    return None


def _named_day(year: str, month: str, day: str) -> date | None:
    number = MONTHS.get(month.lower())
    return date(int(year), number, int(day)) if number else None


def _clock_time(match: re.Match[str]) -> time:
    hour = int(match[1])
    if match[4]:
        hour = hour % 12 + (12 if match[4].lower() == "p" else 0)
    return time(hour, int(match[2]), int(match[3] or 0))


def _moment(moment: datetime, precision: Precision = Precision.SECOND) -> Published:
    if moment.time().replace(tzinfo=None) == time():
        return _plain(moment.date())
    at = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return Published(moment.date(), precision, PublishedSource.METADATA, at)


def _plain(day: date) -> Published:
    return Published(day, Precision.DAY, PublishedSource.METADATA)


def _coarse(year: int, month: int | None) -> Published:
    precision = Precision.MONTH if month else Precision.YEAR
    return Published(date(year, month or 1, 1), precision, PublishedSource.METADATA)
