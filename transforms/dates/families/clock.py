"""Times of day: "10:30 a.m. EST", "five o'clock", "noon", "0800 GMT", "half past nine"."""

import re
from typing import Final

from transforms.codes import TimexType
from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.lexicon import CARDINALS
from transforms.dates.values import Spec

_LAST_HOUR: Final = 24
_LAST_MINUTE: Final = 59
_HALF_DAY: Final = 12
_DIGITS: Final = 2
_LATE: Final = 6  # "six o'clock at night" and later
_NOONS: Final = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def time_spec(parts: list[int], zone: str = "") -> Spec | None:
    """A time (hour, minute, second, as far as given) on a day still to be found; None if no clock shows it.

    >>> time_spec([9]).clock, time_spec([24, 30])
    ('09:00', None)
    """
    hour, minute, *_ = [*parts, 0]
    if (
        hour > _LAST_HOUR
        or any(part > _LAST_MINUTE for part in parts[1:])
        or (hour == _LAST_HOUR and any(parts[1:]))
    ):
        return None
    clock = ":".join(f"{part:02d}" for part in (hour, minute, *parts[2:]))
    return Spec("shift", TimexType.TIME, unit="day", amount=0, anaphoric=True, clock=clock, zone=zone)


def _zone(hit: Hit) -> str:
    return "Z" if hit.word("z") == "utc" else ""


def _twelve(hit: Hit) -> Spec | None:
    word = hit.word("t")
    parts = [int(part) for part in re.split("[:.]", word)] if word[0].isdigit() else [CARDINALS[word]]
    if "." in word and len(word.split(".")[1]) != _DIGITS:
        return None
    if parts[0] <= _HALF_DAY:
        parts[0] = parts[0] % _HALF_DAY + (_HALF_DAY if hit.word("ap")[0] == "p" else 0)
    return time_spec(parts, _zone(hit))


def _colon(hit: Hit) -> Spec | None:
    return time_spec([int(part) for part in hit.word("t").split(":")], _zone(hit))


def _military(hit: Hit) -> Spec | None:
    digits = hit.word("t")
    if len(digits) != 2 * _DIGITS or not digits.isdigit():
        return None
    return time_spec([int(digits[:_DIGITS]), int(digits[_DIGITS:])], _zone(hit))


def _spelled_hour(word: str) -> int | None:
    hour = CARDINALS.get(word) or (int(word) if word.isdigit() else 0)
    return hour if 1 <= hour <= _HALF_DAY else None


def _oclock(hit: Hit) -> Spec | None:
    hour, part = _spelled_hour(hit.word("t")), hit.word("p")
    if hour is None:
        return None
    if part in ("afternoon", "evening") or (part == "night" and hour >= _LATE):
        hour = hour % _HALF_DAY + _HALF_DAY
    return time_spec([hour])


def _noon(hit: Hit) -> Spec | None:
    return Spec("shift", TimexType.TIME, unit="day", amount=0, anaphoric=True, clock=_NOONS[hit.word("n")])


def _past(hit: Hit) -> Spec | None:
    hour = _spelled_hour(hit.word("t"))
    if hour is None:
        return None
    minutes = {"half": 30, "quarter": 15}[hit.words("m")[-1]]
    if hit.word("s") == "past":
        return time_spec([hour, minutes])
    return time_spec([(hour - 1) % _HALF_DAY, 60 - minutes])


RULES: Final[list[Rule]] = [
    # "10:30 a.m. EST", "9pm", "5.45 p.m. local time", "six a.m."
    rule(
        "time.twelve_hour",
        "t=(?:clock|hour|decimal|card) oclock? hyphen? ap=ampm"
        "(?:local time|z=zone time?|lparen zone plus? n12? rparen)?",
        _twelve,
        "ampm",
        0.97,
    ),
    # "14:30 GMT", "08:00 hours"
    rule("time.colon_zone", "t=clock units? (?:z=zone time?|local time)", _colon, "clock", 0.95),
    # "at 14:30"
    rule("time.colon", "(?<=at_cue) t=clock", _colon, "clock", 0.8),
    # "0800 GMT"
    rule(
        "time.military",
        "t=(?:year4|bigint) (?:z=zone|units local time|units)",
        _military,
        "gmt utc hours",
        0.9,
    ),
    # "five o'clock in the morning"
    rule("time.oclock", "t=(?:card|n12) oclock (?:in the p=dayparts)?", _oclock, "oclock", 0.95),
    # "noon"
    rule("time.noon", "n=noon (?:local time|z=zone time?)?", _noon, "noon", 0.85),
    # "half past nine", "a quarter to ten"
    rule("time.past", "m=(?:half|art? quarter) s=(?:past|to) t=(?:card|n12)", _past, "half quarter", 0.8),
]
