"""Times of day: "10:30 a.m. EST", "five o'clock", "noon", "0800 GMT", "half past nine"."""

import re
from typing import Final

from transforms.codes import TimexType
from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.lexicon import CARDINALS
from transforms.dates.values import Spec

_NOONS: Final = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def time_spec(hour: int, minute: int | None = None, second: int | None = None, zone: str = "") -> Spec | None:
    """A time on a day still to be found, or None where the clock has no such time."""
    if not 0 <= hour <= 24 or not 0 <= (minute or 0) <= 59 or not 0 <= (second or 0) <= 59:
        return None
    if hour == 24 and (minute or second):
        return None
    clock = ":".join(f"{part:02d}" for part in (hour, minute or 0, second) if part is not None)
    return Spec("shift", TimexType.TIME, unit="day", amount=0, anaphoric=True, clock=clock, zone=zone)


def _zone(hit: Hit) -> str:
    return "Z" if hit.word("z") == "utc" else ""


def _twelve(hit: Hit) -> Spec | None:
    word = hit.word("t")
    parts = [int(part) for part in re.split("[:.]", word)] if word[0].isdigit() else [CARDINALS[word]]
    hour = parts[0]
    if not 0 <= hour <= 24:
        return None
    marker = hit.word("ap")[0]
    if hour <= 12:
        hour = hour % 12 + (12 if marker == "p" else 0)
    minute = parts[1] if len(parts) > 1 else None
    if minute is not None and "." in word and len(word.split(".")[1]) != 2:
        return None
    return time_spec(hour, minute, *parts[2:3], zone=_zone(hit))


def _colon(hit: Hit) -> Spec | None:
    parts = [int(part) for part in hit.word("t").split(":")]
    return time_spec(parts[0], parts[1], *parts[2:3], zone=_zone(hit))


def _military(hit: Hit) -> Spec | None:
    digits = hit.word("t")
    if len(digits) != 4 or not digits.isdigit():
        return None
    return time_spec(int(digits[:2]), int(digits[2:]), zone=_zone(hit))


def _hour_zone(hit: Hit) -> Spec | None:
    return time_spec(int(hit.word("t")), zone=_zone(hit))


def _oclock(hit: Hit) -> Spec | None:
    word = hit.word("t")
    hour = CARDINALS.get(word) or (int(word) if word.isdigit() else None)
    if hour is None or hour > 12:
        return None
    part = hit.word("p")
    if part in ("afternoon", "evening") or (part == "night" and hour > 5):
        hour = hour % 12 + 12
    return time_spec(hour)


def _noon(hit: Hit) -> Spec | None:
    return Spec("shift", TimexType.TIME, unit="day", amount=0, anaphoric=True, clock=_NOONS[hit.word("n")])


def _past(hit: Hit) -> Spec | None:
    hour_word = hit.word("t")
    hour = CARDINALS.get(hour_word) or (int(hour_word) if hour_word.isdigit() else None)
    if hour is None or hour > 12:
        return None
    minutes = {"half": 30, "quarter": 15}.get(hit.words("m")[-1], 0)
    return (
        time_spec(hour, minutes)
        if hit.word("s") in ("past", "after")
        else time_spec((hour - 1) % 12, 60 - minutes)
    )


RULES: Final[list[Rule]] = [
    rule("time.twelve_hour", "t=(?:clock|hour|decimal|card) (?:oclock)? hyphen? ap=ampm (?:local time|z=zone time?|lparen zone plus? n12? rparen)?",
         _twelve, "ampm", 0.97),
    rule("time.colon_zone", "t=clock units? (?:z=zone time?|local time)", _colon, "clock", 0.95),
    rule("time.colon", "(?<=at_cue) t=clock", _colon, "clock", 0.8),
    rule("time.military", "t=(?:year4|bigint) (?:z=zone|units local time|units)", _military, "zone units", 0.9),
    rule("time.oclock", "t=(?:card|n12) oclock (?:in the p=(?:dayparts))?", _oclock, "oclock", 0.95),
    rule("time.noon", "n=noon (?:local time|z=zone time?)?", _noon, "noon", 0.85),
    rule("time.past", "m=(?:half|art? quarter) s=(?:past|to) t=(?:card|n12)", _past, "half quarter", 0.8),
]  # fmt: skip
