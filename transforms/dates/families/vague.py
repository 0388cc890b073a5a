"""References without a date: "now", "recently", "the future", "at the moment"."""

from collections.abc import Callable
from typing import Final

from transforms.dates.grammar import Hit, Rule, rule
from transforms.dates.values import Spec


def _reference(value: str) -> Callable[[Hit], Spec | None]:
    return lambda _: Spec("literal", value=value)


_PRESENT: Final = _reference("PRESENT_REF")
_PAST: Final = _reference("PAST_REF")
_FUTURE: Final = _reference("FUTURE_REF")

RULES: Final[list[Rule]] = [
    rule("vague.now", "(?:right|just|as of)? present", _PRESENT, "present", 0.8),
    rule(
        "vague.moment",
        "(?:the|this) very? (?:present moment|present time|present day|moment|time being)",
        _PRESENT,
        "moment time",
        0.7,
    ),
    rule("vague.these_days", "these days", _PRESENT, "these", 0.8),
    rule("vague.today_age", "this day and age", _PRESENT, "this", 0.8),
    rule("vague.present_day", "present_word hyphen? day", _PRESENT, "present_word", 0.8),
    rule("vague.recently", "(?:very|more|most|just)? pastref", _PAST, "pastref", 0.85),
    rule("vague.recent", "(?:more|most|very)? recent", _PAST, "recent", 0.6),
    rule("vague.past", "the recent? past", _PAST, "past", 0.8),
    rule("vague.long_ago", "not? (?:so|too|that)? long ago", _PAST, "ago", 0.9),
    rule("vague.soon", "very? soon", _FUTURE, "soon", 0.8),
    rule("vague.future", "(?:the|art) very? foreseeable? future", _FUTURE, "future", 0.8),
    rule("vague.term", "the (?:short|long|foreseeable|medium) hyphen? term", _FUTURE, "term", 0.6),
]
